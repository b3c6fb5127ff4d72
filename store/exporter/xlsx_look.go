package exporter

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// The workbook's type and colours. Crimson on white paper turns dark grey in
// black and white, and white letters on it stay legible.
const (
	fontName = "Arial"
	crimson  = "9E1B32"
	ink      = "1F1F1F"
	grey     = "595959"
	hairline = "A6A6A6"
	blue     = "0B3D91"
)

// look is how a cell is drawn.
type look string

// The looks.
const (
	lookEntity   look = "entity"   // the entity's name on the cover
	lookTitle    look = "title"    // the report's
	lookPeriod   look = "period"   // the quarter
	lookPlain    look = "plain"    //
	lookLabel    look = "label"    // of a fact on the cover
	lookFact     look = "fact"     //
	lookFactDay  look = "factday"  //
	lookFactInt  look = "factint"  //
	lookHeading  look = "heading"  // over a part of a sheet
	lookAside    look = "aside"    // beside a heading, to the right
	lookColumn   look = "column"   // a column's heading
	lookCount    look = "count"    // 12,480
	lookRate     look = "rate"     // 7.00
	lookMinutes  look = "minutes"  // 1:36
	lookHours    look = "hours"    // 1:00:05
	lookDay      look = "day"      // 20/10/2026
	lookLink     look = "link"     //
	lookNumber   look = "number"   // N°
	lookText     look = "text"     // in a table
	lookUnknown  look = "unknown"  // «sin dato», «—»
	lookNote     look = "note"     // under a table
	lookNameless look = "nameless" // the sheet's running title
)

// points is the size of its letters.
func (l look) points() float64 {
	switch l {
	case lookPeriod:
		return 20
	case lookEntity:
		return 15
	case lookTitle, lookHeading:
		return 12
	case lookNote:
		return 9
	default:
		return 10
	}
}

// leading is the height of a line of it, in points.
func (l look) leading() float64 { return math.Ceil(l.points() * 1.35) }

func (b *book) id(l look) (int, error) {
	if id, ok := b.looks[l]; ok {
		return id, nil
	}
	id, err := b.f.NewStyle(l.style())
	if err == nil {
		b.looks[l] = id
	}
	return id, err
}

func (l look) style() *excelize.Style {
	s := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: l.points(), Color: ink},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: true},
	}
	s.Font.Bold = l.bold()
	switch l {
	case lookEntity, lookPeriod:
		s.Font.Color = crimson
	case lookHeading:
		s.Font.Color, s.Alignment.WrapText = crimson, false
	case lookAside:
		s.Alignment.Horizontal = "right"
	case lookNote:
		s.Font.Color, s.Alignment.Vertical = grey, "top"
	case lookFact, lookFactDay, lookFactInt:
		s.Alignment.Horizontal, s.CustomNumFmt = "left", l.format()
	case lookColumn:
		s.Font.Color, s.Alignment.Horizontal = "FFFFFF", "center"
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{crimson}}
		s.Border = borders()
	case lookCount, lookRate, lookMinutes, lookHours, lookDay, lookLink, lookNumber, lookText, lookUnknown:
		l.inTable(s)
	case lookPlain, lookTitle, lookLabel, lookNameless:
	}
	return s
}

// inTable draws a cell of a table's body.
func (l look) inTable(s *excelize.Style) {
	s.Border, s.CustomNumFmt = borders(), l.format()
	switch l {
	case lookCount:
		s.Alignment.Horizontal, s.Alignment.Indent, s.Alignment.WrapText = "right", 1, false
	case lookRate, lookMinutes, lookHours, lookDay, lookNumber, lookUnknown:
		s.Alignment.Horizontal, s.Alignment.WrapText = "center", false
	case lookLink:
		// Shrunk where it is long: spreadsheets differ in how they wrap links.
		s.Font.Color, s.Font.Underline, s.Font.Size = blue, "single", 9
		s.Alignment.Horizontal, s.Alignment.Indent = "left", 1
		s.Alignment.WrapText, s.Alignment.ShrinkToFit = false, true
	default:
		s.Alignment.Horizontal, s.Alignment.Indent = "left", 1
	}
	if l == lookUnknown {
		s.Font.Color = grey
	}
}

// format is the number format of the look; files keep it in the form of the
// United States, and each program shows it in the form of its user's country.
func (l look) format() *string {
	switch l {
	case lookCount, lookFactInt:
		return new("#,##0")
	case lookRate:
		return new("0.00")
	case lookMinutes:
		return new("[m]:ss")
	case lookHours:
		return new("[h]:mm:ss")
	case lookDay, lookFactDay:
		return new("dd/mm/yyyy")
	default:
		return nil
	}
}

func borders() []excelize.Border {
	var all []excelize.Border
	for _, side := range []string{"left", "top", "right", "bottom"} {
		all = append(all, excelize.Border{Type: side, Color: hairline, Style: 1})
	}
	return all
}

// bold reports whether its letters are.
func (l look) bold() bool {
	switch l {
	case lookEntity, lookHeading, lookPeriod, lookTitle, lookNameless, lookLabel, lookAside, lookColumn:
		return true
	default:
		return false
	}
}

// linesOf estimates how many lines a text takes in a column so many characters
// wide, for rows do not grow by themselves. A character of a width is a digit
// of the workbook's own font, in 11 points; letters are a little narrower. A
// line breaks between words, or within one that is longer than the line.
func linesOf(text string, width float64, l look) float64 {
	letters := 1.18
	if l.bold() {
		letters = 1
	}
	perLine := max(1, int(width*11/l.points()*letters))
	lines, used := 1, 0
	for word := range strings.FieldsSeq(text) {
		n := utf8.RuneCountInString(word)
		if used > 0 && used+1+n > perLine {
			lines, used = lines+1, 0
		}
		if used > 0 {
			used++
		}
		used += n
		for used > perLine {
			lines, used = lines+1, used-perLine
		}
	}
	return float64(lines)
}
