package importer

import (
	"bufio"

	"faro/model"
)

// Format is a kind of file that faro reads.
type Format string

// The formats.
const (
	FacebookContent  Format = "facebook"
	FacebookInsights Format = "facebook_insights" // until 2023
	InstagramContent Format = "instagram"
	XContent         Format = "x"
	XActivity        Format = "x_actividad" // until 2024
	YouTubeTable     Format = "youtube"
	TikTokContent    Format = "tiktok"
	Custom           Format = "tabla" // a person told what its columns are
)

// Label is the format on screen.
func (f Format) Label() string {
	switch f {
	case FacebookContent:
		return "Facebook · contenido de Meta Business Suite"
	case FacebookInsights:
		return "Facebook · publicaciones de Insights (antiguo)"
	case InstagramContent:
		return "Instagram · contenido de Meta Business Suite"
	case XContent:
		return "X · contenido"
	case XActivity:
		return "X · actividad de tuits (antiguo)"
	case YouTubeTable:
		return "YouTube · datos de la tabla"
	case TikTokContent:
		return "TikTok · contenido"
	case Custom:
		return "tabla propia"
	}
	return string(f)
}

// spec is what is known of a format.
type spec struct {
	format  Format
	network model.Network
	columns []column
	sign    []Field  // the columns that make a header one of this format
	figures []figure // besides the interaction
	total   bool     // the file must tell the interaction, whole or in parts
	parts   []Field  // the parts of the interaction
	apart   []Field  // counted beside it
	dated   bool     // its days come from dates that Excel can turn round
	native  func(cell string) bool
	early   func(t *Table, rec record) SkipReason // rows that are no publications
	steps   []step
	lines   func(r *bufio.Reader, line, columns int) records // cuts lines in place of the CSV reader
	notes   []string                                         // Spanish sentences: what the network's file does not tell
}

// column is a field and the names it goes by, normalised. An earlier name is
// preferred to a later one.
type column struct {
	field Field
	names []string
}

// figure is a metric and the columns that tell it. The first that is in the
// file counts, for all rows: figures of different columns are not one metric
//
type figure struct {
	metric model.Metric
	from   []Field
	unit   unit
	needed bool
}

// unit is what a column counts in.
type unit uint8

const (
	times   unit = iota // whole numbers
	clock               // h:mm:ss
	seconds             // with decimals
	millis
)

// step takes one thing from a record into a row. A row that it gives a reason
// to skip is ready.
type step func(p *pass, rec record, row *Row) error

// specs are the formats read without asking.
func specs() []*spec {
	return []*spec{
		facebookContent(), facebookInsights(), instagramContent(),
		xContent(), xActivity(), youtubeTable(), tiktokContent(),
	}
}

// names are the names a field goes by in the format.
func (s *spec) names(f Field) []string {
	for _, c := range s.columns {
		if c.field == f {
			return c.names
		}
	}
	return nil
}

// columnsIn finds the columns in a header, -1 for those that are not there.
func (s *spec) columnsIn(header map[string]int) (at [fieldCount]int) {
	for f := range at {
		at[f] = -1
	}
	for _, c := range s.columns {
		for _, name := range c.names {
			if i, ok := header[name]; ok {
				at[c.field] = i
				break
			}
		}
	}
	return at
}

// fits reports whether a header has the columns that make the format.
func (s *spec) fits(at [fieldCount]int) bool {
	for _, f := range s.sign {
		if at[f] < 0 {
			return false
		}
	}
	return true
}

// missing are the needed columns that a header lacks: each by the field a
// person would look for.
func (s *spec) missing(at [fieldCount]int) (fields []Field) {
	for _, fig := range s.figures {
		if fig.needed && first(at, fig.from) == NoField {
			fields = append(fields, fig.from[0])
		}
	}
	if !s.total || at[FieldInteractions] >= 0 {
		return fields
	}
	var parts []Field
	for _, f := range s.parts {
		if at[f] < 0 {
			parts = append(parts, f)
		}
	}
	if len(parts) > 0 && len(s.names(FieldInteractions)) > 0 {
		return append(fields, FieldInteractions)
	}
	return append(fields, parts...)
}

// first is the first of some fields that has a column.
func first(at [fieldCount]int, of []Field) Field {
	for _, f := range of {
		if at[f] >= 0 {
			return f
		}
	}
	return NoField
}

// indexed gives the place of each name of a header, the first where a name
// comes twice.
func indexed(names []string) map[string]int {
	at := make(map[string]int, len(names))
	for i, name := range names {
		if _, twice := at[name]; !twice && name != "" {
			at[name] = i
		}
	}
	return at
}
