package exporter

import (
	"fmt"
	"time"

	"faro/model"
	"faro/model/annex"
	"faro/model/calendar"
)

// The columns of the cover's table.
const (
	colNetwork = iota
	colAccounts
	colPosts
	colMetric
	colMonth1
	colMonth2
	colMonth3
	colQuarter
	colInteractions
	colRate
)

const summaryName = "Resumen"

// summary writes the cover: what the report is, its figures by network with a
// chart, the followers, what is missing and the readings adopted.
func (b *book) summary(q annex.Quarterly) {
	s := b.sheet(summaryName, 16, 9, 14, 15, 12, 12, 12, 13, 13, 11)
	s.do(func() error {
		tab := crimson
		return s.f.SetSheetProps(s.name, &excelizeProps{TabColorRGB: &tab})
	})
	s.cover(q)
	s.space(8)
	first := s.summaryTable(q)
	s.space(8)
	s.chart(q, first)
	s.breakBefore()
	if q.Complement {
		s.followers(q)
	}
	s.missing(q)
	s.criteria(q)
	s.page(q, 0)
}

func (s *sheet) cover(q annex.Quarterly) {
	s.wide(0, s.last(), q.Entity.Name, lookEntity)
	s.next()
	if q.Entity.Unit != "" {
		s.wide(0, s.last(), q.Entity.Unit, lookPlain)
		s.next()
	}
	s.wide(0, s.last(), "Informe trimestral sobre cuentas de redes sociales", lookTitle)
	s.next()
	s.wide(0, s.last(), q.Quarter.Title(), lookPeriod)
	s.next()
	s.wide(0, s.last(), "Anexo 3 y numeral 6.3.2 de la Directiva N° 03-2022-PCM/SCS", lookPlain)
	s.next()
	s.space(6)
	c := q.Completeness()
	s.facts("Período", q.Quarter.First().Slashed()+" al "+q.Quarter.Last().Slashed(), "Versión", q.Version)
	s.facts("Elaborado", q.Made, "Completitud", c.Label())
	s.facts("Plazo interno", q.Due, "Datos por completar", c.Values)
}

// facts writes two facts on a row.
func (s *sheet) facts(label string, value any, label2 string, value2 any) {
	s.fact(0, 1, 3, label, value)
	s.fact(colMonth1, colMonth3, colInteractions, label2, value2)
	s.next()
}

func (s *sheet) fact(column, from, to int, label string, value any) {
	s.wide(column, from-1, label, lookLabel)
	l := lookFact
	switch v := value.(type) {
	case calendar.Day:
		value, l = civilDay(v), lookFactDay
	case int:
		l = lookFactInt
	}
	s.put(from, value, l)
	s.style(from, to, l)
	s.do(func() error { return s.f.MergeCell(s.name, s.cell(from), s.cell(to)) })
	s.height(16)
}

// civilDay is a day as a spreadsheet's date, which has no zone.
func civilDay(d calendar.Day) any {
	if d.IsZero() {
		return annex.Unused
	}
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

// summaryTable writes the totals of each network and returns the row of its
// headings.
func (s *sheet) summaryTable(q annex.Quarterly) int {
	s.put(0, "Las diez mejores publicaciones de cada mes, sumadas", lookHeading)
	s.height(22)
	s.next()
	heading := s.row
	months := q.Quarter.Months()
	for i, text := range []string{
		"Red social", "Cuentas", "Publicaciones registradas", "Medida",
		months[0].Title(), months[1].Title(), months[2].Title(), "Trimestre", "Interacción", "Engagement Rate",
	} {
		s.put(i, text, lookColumn)
	}
	s.height(32)
	s.next()
	for _, t := range q.Summary() {
		s.summaryRow(t)
		s.next()
	}
	for _, note := range summaryNotes(q) {
		s.wide(0, s.last(), note, lookNote)
		s.next()
	}
	return heading
}

func (s *sheet) summaryRow(t annex.NetworkTotals) {
	s.height(17)
	s.put(colNetwork, t.Network.LongLabel(), lookText)
	s.put(colAccounts, t.Accounts, lookCount)
	if t.Accounts > 0 {
		s.put(colPosts, t.Posts, lookCount)
	} else {
		s.put(colPosts, annex.Unused, lookUnknown)
	}
	s.put(colMetric, t.Metric.Label(), lookText)
	for i, m := range t.Months {
		s.total(colMonth1+i, m.Audience, t.Accounts > 0)
	}
	s.total(colQuarter, t.Audience, t.Accounts > 0)
	s.total(colInteractions, t.Interactions, t.Accounts > 0 && t.Interacts())
	if t.HasRate {
		s.put(colRate, float64(t.Rate)/100, lookRate)
	} else {
		s.put(colRate, annex.Unused, lookUnknown)
	}
}

// total writes a sum: «—» where there can be none, «sin dato» where nobody
// knows it.
func (s *sheet) total(column int, sum annex.Sum, applies bool) {
	switch {
	case sum.Any():
		s.put(column, sum.Value, lookCount)
	case applies:
		s.put(column, annex.NoData, lookUnknown)
	default:
		s.put(column, annex.Unused, lookUnknown)
	}
}

// summaryNotes explain the totals.
func summaryNotes(q annex.Quarterly) []string {
	notes := []string{"Engagement Rate conjunto: interacción × 100 ÷ alcance o impresiones de las publicaciones listadas que tienen ambas cifras."}
	for _, t := range q.Summary() {
		if t.Audience.Partial() {
			notes = append(notes, fmt.Sprintf("%s: suma de %d de %d publicaciones; las demás, sin dato de «%s».",
				t.Network.LongLabel(), t.Audience.Known, t.Audience.Of, t.Metric.Label()))
		}
		if t.Interactions.Partial() {
			notes = append(notes, fmt.Sprintf("%s: la interacción suma %d de %d publicaciones; las demás, sin dato.",
				t.Network.LongLabel(), t.Interactions.Known, t.Interactions.Of))
		}
	}
	return notes
}

// followers writes what 6.3.2 asks of the growth of users.
func (s *sheet) followers(q annex.Quarterly) {
	s.put(0, "Crecimiento de usuarios: seguidores por cuenta", lookHeading)
	s.height(22)
	s.next()
	months := q.Quarter.Months()
	headings := []string{
		"Red social", "Cuenta", "", "", "Inicio de " + months[0].Name(),
		"Cierre de " + months[0].Name(), "Cierre de " + months[1].Name(), "Cierre de " + months[2].Name(), "Crecimiento",
	}
	for i, text := range headings {
		s.put(i, text, lookColumn)
	}
	s.merge(1, 3)
	s.height(32)
	s.next()
	tables := q.Tables()
	for i := 0; i+2 < len(tables); i += 3 {
		s.followersRow(tables[i : i+3])
	}
	s.space(10)
}

func (s *sheet) followersRow(months []annex.Table) {
	s.height(17)
	s.put(0, months[0].Network.LongLabel(), lookText)
	s.put(1, months[0].Handle, lookText)
	s.style(1, 3, lookText)
	s.merge(1, 3)
	start, end := months[0].Figures.FollowersStart, months[2].Figures.FollowersEnd
	values := []*int64{start}
	for _, m := range months {
		values = append(values, m.Figures.FollowersEnd)
	}
	var growth *int64
	if start != nil && end != nil {
		growth = new(*end - *start)
	}
	for i, v := range append(values, growth) {
		if v == nil {
			s.put(4+i, annex.NoData, lookUnknown)
			continue
		}
		s.put(4+i, *v, lookCount)
	}
	s.next()
}

func (s *sheet) merge(from, to int) {
	s.do(func() error { return s.f.MergeCell(s.name, s.cell(from), s.cell(to)) })
}

// maxGaps is how many lines of gaps the cover has; the JSON names them all.
const maxGaps = 40

func (s *sheet) missing(q annex.Quarterly) {
	s.put(0, "Lo que falta", lookHeading)
	s.height(22)
	s.next()
	gaps := annex.Summarize(q.Gaps())
	if len(gaps) == 0 {
		s.wide(0, s.last(), "Nada: todas las filas y cifras están registradas.", lookPlain)
		s.next()
	}
	for i, g := range gaps {
		if i == maxGaps {
			s.wide(0, s.last(), fmt.Sprintf("… y %s más.", model.Count(int64(len(gaps)-i))), lookPlain)
			s.next()
			break
		}
		s.wide(0, s.last(), "• "+g, lookPlain)
		s.next()
	}
	s.space(10)
}

func (s *sheet) criteria(q annex.Quarterly) {
	s.put(0, "Criterios de aplicación adoptados", lookHeading)
	s.height(22)
	s.next()
	for _, text := range q.Criteria {
		s.wide(0, s.last(), text, lookPlain)
		s.next()
	}
}
