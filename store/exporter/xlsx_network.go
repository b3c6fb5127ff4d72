package exporter

import (
	"fmt"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"faro/model"
	"faro/model/annex"
)

// sheetName is a network's tab.
func sheetName(n model.Network) string {
	if n == model.X {
		return "Twitter (X)"
	}
	return n.Label()
}

// paperWidth is how many characters fit across the page at full size.
const paperWidth = 127

// widthsOf gives each column of a network's table what it needs and the link
// what is left of the page.
func widthsOf(columns []annex.Column) []float64 {
	widths := make([]float64, len(columns))
	left := float64(paperWidth)
	for i, c := range columns {
		switch c.Kind {
		case annex.NumberColumn:
			widths[i] = 5
		case annex.CountColumn:
			widths[i] = max(12, longestWord(c.Heading))
		case annex.DurationColumn:
			widths[i] = 19
		case annex.RateColumn:
			widths[i] = 18
		case annex.DateColumn:
			widths[i] = 11
		case annex.LinkColumn:
			continue
		}
		left -= widths[i]
	}
	for i, c := range columns {
		if c.Kind == annex.LinkColumn {
			widths[i] = left
		}
	}
	return widths
}

func longestWord(text string) float64 {
	n := 0
	for word := range strings.FieldsSeq(text) {
		n = max(n, utf8.RuneCountInString(word))
	}
	return float64(n)
}

// headRows are those of a network's sheet that are kept in sight and repeated
// on each page.
const headRows = 2

func (b *book) network(q annex.Quarterly, section annex.Section) {
	s := b.sheet(sheetName(section.Network), widthsOf(annex.ColumnsOf(section.Network))...)
	s.wide(0, s.last(), q.Entity.Name+" – Informe trimestral sobre cuentas de redes sociales – "+q.Quarter.Title(), lookNameless)
	s.next()
	s.wide(0, s.last(), section.Rule, lookPlain)
	s.next()
	for _, note := range section.Notes {
		s.wide(0, s.last(), note, lookNote)
		s.next()
	}
	for i, t := range section.Tables {
		if i > 0 {
			s.breakBefore() // A page for each table: the Annex is a form.
		}
		s.space(10)
		s.table(t)
	}
	s.page(q, headRows)
}

// table writes a monthly table with its notes.
func (s *sheet) table(t annex.Table) {
	link := s.last()
	s.put(0, t.Title, lookHeading)
	s.put(link, t.Name+" · "+t.Handle, lookAside)
	s.height(22)
	s.next()
	lines := 1.0
	for i, heading := range t.Headings {
		s.put(i, heading, lookColumn)
		lines = max(lines, linesOf(heading, s.widths[i]-2, lookColumn))
	}
	s.height(lines*lookColumn.leading() + 6)
	s.next()
	for _, r := range t.Rows {
		s.tableRow(t, r)
		s.next()
	}
	for _, note := range t.Notes {
		s.wide(0, s.last(), note, lookNote)
		s.next()
	}
}

func (s *sheet) tableRow(t annex.Table, r annex.Row) {
	s.height(23)
	for i, c := range t.Columns {
		switch {
		case c.Kind == annex.NumberColumn:
			s.put(i, r.N, lookNumber)
		case c.Kind == annex.RateColumn:
			s.rate(i, t, r)
		case r.Empty:
			s.put(i, annex.Unused, lookUnknown)
		case c.Kind == annex.DateColumn:
			s.put(i, civil(r), lookDay)
		case c.Kind == annex.LinkColumn:
			s.link(i, r)
		default:
			s.figure(i, c, r)
		}
	}
}

func (s *sheet) figure(column int, c annex.Column, r annex.Row) {
	v, known := r.Post.Values[c.Metric]
	switch {
	case !known:
		s.put(column, annex.NoData, lookUnknown)
	case c.Kind == annex.CountColumn:
		s.put(column, v, lookCount)
	case v < 3600:
		s.put(column, float64(v)/86400, lookMinutes) // Spreadsheets count time in days.
	default:
		s.put(column, float64(v)/86400, lookHours)
	}
}

// rate writes the Engagement Rate of a row, also of an unused one: whoever
// fills the row in by hand sees its rate.
func (s *sheet) rate(column int, t annex.Table, r annex.Row) {
	var base, acts string
	for i, c := range t.Columns {
		switch {
		case c.Metric == model.Interactions:
			acts = s.cell(i)
		case c.Metric != "":
			base = s.cell(i)
		}
	}
	formula := fmt.Sprintf(`IF(AND(ISNUMBER(%[1]s),ISNUMBER(%[2]s)),IF(%[1]s>0,ROUND(%[2]s*100/%[1]s,2),"—"),"—")`, base, acts)
	s.formula(column, formula, float64(r.Rate)/100, r.HasRate, lookRate)
}

// civil is the day of publication as a spreadsheet's date, which has no zone.
func civil(r annex.Row) time.Time {
	d := r.Post.Post.Day
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

// maxHyperlink is the longest address Excel opens a file with.
const maxHyperlink = 2079

func (s *sheet) link(column int, r annex.Row) {
	if r.NoLink {
		s.put(column, annex.NoData, lookUnknown)
		return
	}
	link := model.Clean(r.Post.Post.Link)
	s.put(column, link, lookText)
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || len(link) > maxHyperlink {
		return // Text that no browser could open, or should.
	}
	s.style(column, column, lookLink)
	s.do(func() error { return s.f.SetCellHyperLink(s.name, s.cell(column), link, "External") })
}
