package annex

import (
	"slices"
	"strconv"

	"faro/model"
)

// Rows is how many rows each monthly table of Annex 3 has.
const Rows = 10

// ColumnKind tells what a column of Annex 3 holds, and so how it is written.
type ColumnKind string

// The kinds of column.
const (
	NumberColumn   ColumnKind = "numero"   // N°, 1 to 10
	CountColumn    ColumnKind = "cantidad" // a whole number
	DurationColumn ColumnKind = "duracion" // whole seconds
	RateColumn     ColumnKind = "tasa"     // Engagement Rate
	DateColumn     ColumnKind = "fecha"    // Lima day of publication
	LinkColumn     ColumnKind = "enlace"
)

// Column is a column of a table: its heading as Annex 3 prints it and what it
// holds. Metric is set for counts and durations only.
type Column struct {
	Heading string
	Kind    ColumnKind
	Metric  model.Metric
}

// form is what Annex 3 prints for a network.
type form struct {
	title   string // as its tables begin
	things  string // what they list
	rule    string // the sentence before the tables
	columns []Column
}

// The words of Annex 3, to the letter, but for «(X)» after Twitter.
var (
	number   = Column{"N°", NumberColumn, ""}
	date     = Column{"Fecha", DateColumn, ""}
	postLink = Column{"Link de la publicación", LinkColumn, ""}
	filmLink = Column{"Link del video", LinkColumn, ""}

	rateOfReach       = Column{"Engagement Rate Interacción x 100 / alcance", RateColumn, ""}
	rateOfImpressions = Column{"Engagement Rate Interacción x 100 / impresiones", RateColumn, ""}

	reach        = Column{"Alcance", CountColumn, model.Reach}
	impressions  = Column{"Impresiones", CountColumn, model.Impressions}
	views        = Column{"Visualizaciones", CountColumn, model.Views}
	interactions = Column{"Interacción", CountColumn, model.Interactions}
	interactedIn = Column{"Interacción total", CountColumn, model.Interactions}
	viewLength   = Column{"Duración promedio de visualizaciones", DurationColumn, model.AverageWatch}
	viewTime     = Column{"Tiempo promedio de visualización", DurationColumn, model.AverageWatch}
)

var forms = map[model.Network]form{
	model.Facebook: {
		"FACEBOOK", "publicaciones",
		"1. Facebook: Las mejores publicaciones de cada mes se deberán medir por los posts que obtuvieron el número de alcance más alto.",
		[]Column{number, reach, interactions, rateOfReach, date, postLink},
	},
	model.X: {
		"TWITTER (X)", "publicaciones",
		"2. Twitter (X): Las mejores publicaciones de cada mes se deberán medir por los tuits que obtuvieron el número de impresiones más alto.",
		[]Column{number, impressions, interactedIn, rateOfImpressions, date, postLink},
	},
	model.YouTube: {
		"YOUTUBE", "videos",
		"3. YouTube: (10 mejores videos de cada mes)",
		[]Column{number, views, viewLength, date, filmLink},
	},
	model.Instagram: {
		"INSTAGRAM", "publicaciones",
		"4. Instagram (10 mejores publicaciones de cada mes)",
		[]Column{number, impressions, interactedIn, rateOfImpressions, date, postLink},
	},
	model.TikTok: {
		"TIKTOK", "publicaciones",
		"5. TikTok (10 mejores publicaciones de cada mes)",
		[]Column{number, views, interactions, viewTime, reach, date, filmLink},
	},
}

// heading is the line above the table of the quarter's n-th month.
func (f form) heading(n int) string {
	return f.title + " (10 mejores " + f.things + " del mes) - MES " + strconv.Itoa(n)
}

func (f form) headings() []string {
	texts := make([]string, len(f.columns))
	for i, c := range f.columns {
		texts[i] = c.Heading
	}
	return texts
}

// columnOf is the column of a metric, by which its gaps are named.
func columnOf(n model.Network, m model.Metric) string {
	for _, c := range forms[n].columns {
		if c.Metric == m {
			return c.Heading
		}
	}
	return m.Label()
}

// ColumnsOf lists the columns of a network's table in the Annex's order; none
// for a network it has no table for.
func ColumnsOf(n model.Network) []Column { return slices.Clone(forms[n].columns) }
