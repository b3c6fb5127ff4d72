package importer

import (
	"fmt"

	"faro/model"
)

// Field is what a column of a file tells about a publication.
type Field uint8

// The fields, in the order a person maps them.
const (
	NoField Field = iota
	FieldLink
	FieldID
	FieldPublished
	FieldTitle
	FieldText
	FieldKind
	FieldHandle
	FieldOwnerID
	FieldOwnerName
	FieldReach
	FieldImpressions
	FieldViews
	FieldInteractions
	FieldAverageWatch
	FieldReactions
	FieldLikes
	FieldComments
	FieldShares
	FieldSaves
	FieldReplies
	FieldReposts
	FieldBookmarks
	FieldClicks
	FieldPeriod // Meta: «Lifetime» or «Total», else a row of one day
	FieldNote   // Meta: a comment on the figures of the row
	FieldShared // Facebook: 1 when it shares somebody else's publication
	fieldCount
)

// field is how a Field is stored and how it is called on screen.
type field struct{ name, label string }

var fields = [fieldCount]field{
	FieldLink:         {"enlace", "Enlace"},
	FieldID:           {"id", "Identificador"},
	FieldPublished:    {"publicado", "Fecha de publicación"},
	FieldTitle:        {"titulo", "Título"},
	FieldText:         {"texto", "Texto"},
	FieldKind:         {"tipo", "Tipo de publicación"},
	FieldHandle:       {"usuario", "Usuario de la cuenta"},
	FieldOwnerID:      {"cuenta_id", "Identificador de la cuenta"},
	FieldOwnerName:    {"cuenta", "Nombre de la cuenta"},
	FieldReach:        {"alcance", "Alcance"},
	FieldImpressions:  {"impresiones", "Impresiones"},
	FieldViews:        {"visualizaciones", "Visualizaciones"},
	FieldInteractions: {"interaccion", "Interacción"},
	FieldAverageWatch: {"tiempo_promedio", "Tiempo promedio"},
	FieldReactions:    {"reacciones", "Reacciones"},
	FieldLikes:        {"me_gusta", "Me gusta"},
	FieldComments:     {"comentarios", "Comentarios"},
	FieldShares:       {"compartidos", "Veces compartida"},
	FieldSaves:        {"guardados", "Veces guardada"},
	FieldReplies:      {"respuestas", "Respuestas"},
	FieldReposts:      {"republicaciones", "Republicaciones"},
	FieldBookmarks:    {"marcadores", "Marcadores"},
	FieldClicks:       {"clics", "Clics"},
	FieldPeriod:       {"periodo", "Período"},
	FieldNote:         {"comentario", "Comentario sobre los datos"},
	FieldShared:       {"compartida", "Es compartida"},
}

// Fields lists what a column can be mapped to, in the order shown.
func Fields() []Field {
	var all []Field
	for f := FieldLink; f < FieldPeriod; f++ {
		all = append(all, f)
	}
	return all
}

// Label is the field on screen.
func (f Field) Label() string {
	if f >= fieldCount {
		return ""
	}
	return fields[f].label
}

// String is the name a field is stored by.
func (f Field) String() string {
	if f >= fieldCount {
		return ""
	}
	return fields[f].name
}

// MarshalText writes the name a field is stored by.
func (f Field) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads the name a field is stored by.
func (f *Field) UnmarshalText(text []byte) error {
	for i := FieldLink; i < fieldCount; i++ {
		if fields[i].name == string(text) {
			*f = i
			return nil
		}
	}
	return fmt.Errorf("read field: %q is not one", text)
}

// Component is a part of the interaction, kept so that the figure can be
// reckoned again when the reading of «Interacción» changes (A-16b). Its values
// are the names of the fields.
type Component string

// The components.
const (
	Reactions Component = "reacciones"
	Likes     Component = "me_gusta"
	Comments  Component = "comentarios"
	Shares    Component = "compartidos"
	Saves     Component = "guardados"
	Replies   Component = "respuestas"
	Reposts   Component = "republicaciones"
	Bookmarks Component = "marcadores"
	Clicks    Component = "clics" // kept apart: never part of a sum
)

// Label is the component on screen.
func (c Component) Label() string {
	for f := FieldReactions; f <= FieldClicks; f++ {
		if fields[f].name == string(c) {
			return fields[f].label
		}
	}
	return string(c)
}

// component is the component a column tells.
func (f Field) component() Component { return Component(fields[f].name) }

// metric is the figure of Annex 3 a column tells by itself.
func (f Field) metric() (model.Metric, bool) {
	m := model.Metric(fields[f].name)
	return m, f >= FieldReach && f <= FieldAverageWatch
}
