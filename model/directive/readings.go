package directive

// Reading is one row of «Criterios de aplicación adoptados»: where the text of
// the Directive can be read in more than one way, and how it is read here.
type Reading struct {
	ID      string // A-nn
	Article string // where the text is
	Setting string // name of what can be set; "—" where nothing can
	Default string // its value unless the entity adopts another; "—" where nothing can be set
	Text    string // the reading and its ground, in Spanish
}

// Adoption is a reading with the value an entity has adopted.
type Adoption struct {
	Reading
	Value string
}

// Changed reports whether the entity departs from the proposed reading.
func (a Adoption) Changed() bool { return a.Value != a.Default }

// readingRow is a reading and how its value is written. A nil value means that
// the reading leaves no choice.
type readingRow struct {
	id, article, setting string
	value                func(*Criteria) string
	text                 string
}

// Readings is the record of the 48 readings with the values proposed, in the
// order of their numbers.
func Readings() []Reading {
	adopted := Adopted(DefaultCriteria())
	readings := make([]Reading, len(adopted))
	for i, a := range adopted {
		readings[i] = a.Reading
	}
	return readings
}

// Adopted is the record with the values in force beside those proposed.
func Adopted(c Criteria) []Adoption {
	rows := readingRows()
	proposed := DefaultCriteria()
	adopted := make([]Adoption, len(rows))
	for i, row := range rows {
		r := Reading{ID: row.id, Article: row.article, Setting: row.setting, Default: none, Text: row.text}
		value := none
		if row.value != nil {
			r.Default, value = row.value(&proposed), row.value(&c)
		}
		adopted[i] = Adoption{r, value}
	}
	return adopted
}

// none is printed where there is nothing to set.
const none = "—"

func readingRows() []readingRow {
	rows := generalReadings()
	rows = append(rows, quotaReadings()...)
	rows = append(rows, securityReadings()...)
	rows = append(rows, reportReadings()...)
	return append(rows, otherReadings()...)
}
