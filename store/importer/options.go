package importer

import (
	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
)

// Options are what a file does not tell: the answers to its questions and
// what is known of the entity. The zero Options ask about everything.
type Options struct {
	DateOrder DateOrder // answers a question about a date, where the file proves nothing
	Decimal   Decimal   // answers a question about a number
	// Today bounds the dates that come without a year (TikTok). Without it such
	// a date is rejected when the link does not tell the time.
	Today calendar.Day
	// Handles are the entity's user names on the network of the file. Rows of
	// other Instagram accounts are collaborations. Without them the account
	// with most rows is taken for the owner.
	Handles []string
	// Interactions says what the interaction is made of. Unset, the network's
	// own total is used where the file has one (A-16b).
	Interactions directive.InteractionSources
	// Without are needed columns to go on without: their figures stay unknown.
	Without []Field
	// Mappings are the answers given before to tables nobody knew, by HeaderKey.
	Mappings map[string]Mapping
}

// DateOrder is how a file writes 03/08/2026.
type DateOrder string

// The orders.
const (
	OrderUnknown DateOrder = ""
	DayFirst     DateOrder = "dia_mes"
	MonthFirst   DateOrder = "mes_dia"
)

// Decimal is the decimal mark of a file.
type Decimal string

// The decimal marks.
const (
	DecimalUnknown Decimal = ""
	DecimalPoint   Decimal = "punto" // 12.480 is twelve and a half, about
	DecimalComma   Decimal = "coma"  // 12.480 is twelve thousand
)

// Zone is the clock a table's dates were written by.
type Zone string

// The zones.
const (
	ZoneLima    Zone = "" // unless told otherwise, a person's own table
	ZonePacific Zone = "pacifico"
	ZoneUTC     Zone = "utc"
)

// Mapping is what a person said about a table nobody knew: which column tells
// what, from 0. It is kept by HeaderKey and used again.
type Mapping struct {
	// Format is set where the file was recognised and only lacked columns.
	// The columns given are then added to those already known.
	Format    Format        `json:"format,omitempty"`
	Network   model.Network `json:"network"`
	Columns   map[Field]int `json:"columns"`
	DateOrder DateOrder     `json:"date_order,omitempty"`
	Decimal   Decimal       `json:"decimal,omitempty"`
	Zone      Zone          `json:"zone,omitempty"`
}

// check reports what keeps a mapping from being used on a table of so many
// columns.
func (m Mapping) check(columns int) error {
	var p model.FieldErrors
	p.Check(m.Network.Valid(), "Red social", "elija la red social del archivo")
	_, link := m.Columns[FieldLink]
	_, id := m.Columns[FieldID]
	p.Check(link || id, "Enlace", "elija la columna del enlace o la del identificador")
	_, published := m.Columns[FieldPublished]
	timed := m.Network == model.X || m.Network == model.TikTok
	p.Check(published || timed, "Fecha de publicación", "elija la columna de la fecha")
	figures := false
	for f, at := range m.Columns {
		p.Check(f > NoField && f < fieldCount && at >= 0 && at < columns, "Columnas", "elija una columna que exista en el archivo")
		figures = figures || f >= FieldReach && f <= FieldBookmarks
	}
	p.Check(figures, "Cifras", "elija al menos una columna con cifras")
	return p.Err()
}
