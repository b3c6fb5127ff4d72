package report

import (
	"strconv"

	"faro/model"
	"faro/model/annex"
	"faro/model/calendar"
	"faro/model/directive"
)

// board is the quarter as a grid: a row for each account of Annex 3, a cell for
// each of its months.
type board struct {
	report   annex.Quarterly
	rows     []boardRow
	versions []model.Report // the latest first
	lacking  int            // gaps that can be filled; a network without account is not one
}

func (b board) quarter() calendar.Quarter { return b.report.Quarter }

// boardRow is an account, or a network on which the entity has none.
type boardRow struct {
	network model.Network
	account model.Account
	cells   [3]cell
}

// cell is one table of Annex 3: an account in a month.
type cell struct {
	filled int
	gaps   []annex.Gap
	table  *annex.Table
}

// newBoard lays a report out as a grid.
func newBoard(report annex.Quarterly, versions []model.Report) board {
	b := board{report: report}
	for i := len(versions) - 1; i >= 0; i-- {
		b.versions = append(b.versions, versions[i])
	}
	type place struct {
		account model.ID
		month   calendar.Month
	}
	gaps := map[place][]annex.Gap{}
	for _, g := range report.Gaps() {
		if g.Kind != annex.NoAccount {
			gaps[place{g.Account.ID, g.Month}] = append(gaps[place{g.Account.ID, g.Month}], g)
			b.lacking++
		}
	}
	for i := range report.Networks {
		section := &report.Networks[i]
		if len(section.Tables) == 0 {
			b.rows = append(b.rows, boardRow{network: section.Network})
		}
		for j := range section.Tables {
			t := &section.Tables[j]
			if t.Number == 1 {
				b.rows = append(b.rows, boardRow{network: section.Network, account: t.Account})
			}
			row := &b.rows[len(b.rows)-1]
			row.cells[t.Number-1] = cell{filled: t.Filled(), gaps: gaps[place{t.Account.ID, t.Month}], table: t}
		}
	}
	return b
}

// status sums a cell up.
func (c cell) status() directive.Status {
	if c.table == nil {
		return directive.NotEvaluable
	}
	worst := directive.Met
	for _, g := range c.gaps {
		switch g.Kind {
		case annex.OpenMonth:
			return directive.Running
		case annex.NoPosts:
			return directive.NoData
		case annex.MissingRow, annex.MissingCell, annex.MissingLink, annex.NoFollowers, annex.NoAccount:
			worst = directive.AtRisk
		}
	}
	return worst
}

// label is the cell in few words, "8/10 faltan 3", or in fewer, "8/10".
func (c cell) label(roomy bool) string {
	if c.table == nil {
		return "—"
	}
	text := strconv.Itoa(c.filled) + "/10"
	if !roomy {
		return text
	}
	switch c.status() {
	case directive.Running:
		return text + " en curso"
	case directive.NoData:
		return text + " sin datos"
	case directive.AtRisk:
		if n := len(c.gaps); n == 1 {
			return text + " falta 1"
		}
		return text + " faltan " + strconv.Itoa(len(c.gaps))
	case directive.Met, directive.Warning, directive.Breach, directive.NotEvaluable, directive.Justified:
	}
	return text
}

// latest is the version that was made last.
func (b board) latest() (model.Report, bool) {
	if len(b.versions) == 0 {
		return model.Report{}, false
	}
	return b.versions[0], true
}
