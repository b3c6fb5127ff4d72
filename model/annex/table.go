package annex

import (
	"strconv"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
)

// What a cell prints where there is no figure.
const (
	NoData = "sin dato" // the row has a publication, the figure is unknown
	Unused = "—"        // the row has none, or the rate has no value
)

func buildTable(set set, n int, month calendar.Month, in Input) Table {
	a := set.account
	f := forms[a.Network]
	ranking := directive.Rank(a.Network, set.posts(in, month), in.Criteria)
	others := set.others(in, month)
	t := Table{
		Network: a.Network, Account: a, Handle: a.At(),
		Number: n, Month: month, Name: month.Title(), Title: f.heading(n),
		Headings: f.headings(), Columns: f.columns,
		Posts: ranking.Total + others, Unranked: len(ranking.Unranked) + others,
		Figures:    set.figures(in, month),
		open:       set.openIn(month),
		ended:      month.Last().Before(in.Made),
		complement: in.Criteria.Annex3.Complement,
		metric:     directive.RankingMetric(a.Network, in.Criteria),
	}
	for i := range Rows {
		r := Row{N: i + 1, Empty: true}
		if i < len(ranking.Top) {
			r = rowOf(i+1, ranking.Top[i])
		}
		r.Cells = cells(f.columns, r)
		t.Rows = append(t.Rows, r)
	}
	t.totals = totalsOf(t)
	t.Notes = tableNotes(t, ranking.TieNote, in)
	return t
}

func rowOf(n int, r directive.Ranked) Row {
	return Row{
		N: n, Post: r.Measured, Rate: r.Rate, HasRate: r.HasRate,
		Missing: r.Missing, NoLink: r.Post.Link == "", Warnings: r.Warnings,
	}
}

func cells(columns []Column, r Row) []string {
	texts := make([]string, len(columns))
	for i, c := range columns {
		texts[i] = cell(c, r)
	}
	return texts
}

// cell is what a row prints in a column, as people of Peru write it.
func cell(c Column, r Row) string {
	switch {
	case c.Kind == NumberColumn:
		return strconv.Itoa(r.N)
	case r.Empty:
		return Unused
	case c.Kind == RateColumn:
		if !r.HasRate {
			return Unused
		}
		return r.Rate.Percent()
	case c.Kind == DateColumn:
		return r.Post.Post.Day.Slashed()
	case c.Kind == LinkColumn:
		if r.NoLink {
			return NoData
		}
		return r.Post.Post.Link
	}
	v, known := r.Post.Values[c.Metric]
	switch {
	case !known:
		return NoData
	case c.Kind == DurationColumn:
		return model.Seconds(v)
	}
	return model.Count(v)
}

// expected is how many rows the table should have: as many as there were
// publications, ten at most. An account that was open and has none on
// record has an unknown month, not an empty one.
func (t Table) expected() int {
	if t.Posts == 0 && t.open {
		return Rows
	}
	return min(t.Posts, Rows)
}

// Filled is how many of the ten rows have a publication.
func (t Table) Filled() int {
	n := 0
	for _, r := range t.Rows {
		if !r.Empty {
			n++
		}
	}
	return n
}
