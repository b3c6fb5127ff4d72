package annex

import (
	"strconv"
	"strings"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
)

// GapKind tells what is missing.
type GapKind string

// The kinds of gap.
const (
	NoAccount   GapKind = "sin_cuenta"     // the entity has no account on a network of Annex 3
	OpenMonth   GapKind = "mes_abierto"    // the month was not over when the report was made
	NoPosts     GapKind = "sin_registros"  // an open account without a publication in the month
	MissingRow  GapKind = "falta_fila"     // publications are known, their ranking figure is not
	MissingCell GapKind = "falta_cifra"    // a row without one of its figures
	MissingLink GapKind = "falta_enlace"   // a row whose link is pending
	NoFollowers GapKind = "sin_seguidores" // followers at the end of the month unknown (O-107, A-21)
)

// Gap is one thing the report lacks, named as far as it goes: a network alone,
// an account's month, a row, a figure of a row.
type Gap struct {
	Kind    GapKind
	Network model.Network
	Account model.Account
	Month   calendar.Month
	Row     int
	Metric  model.Metric // for MissingRow the ranking one
}

// Where names the place: «Facebook @MinEjemploPeru · octubre 2026 · fila 4».
func (g Gap) Where() string {
	if g.Kind == NoAccount {
		return g.Network.LongLabel()
	}
	parts := []string{g.Account.Label(), g.Month.Name() + " " + strconv.Itoa(g.Month.Year)}
	if g.Row > 0 {
		parts = append(parts, "fila "+strconv.Itoa(g.Row))
	}
	return strings.Join(parts, " · ")
}

// What says what is missing there, in a Spanish clause.
func (g Gap) What() string {
	switch g.Kind {
	case NoAccount:
		return "la entidad no tiene una cuenta registrada"
	case OpenMonth:
		return "el mes no había terminado al elaborar el informe"
	case NoPosts:
		return "no hay publicaciones registradas"
	case MissingRow:
		return "falta una publicación con «" + columnOf(g.Network, g.Metric) + "»"
	case MissingCell:
		return "sin dato de «" + columnOf(g.Network, g.Metric) + "»"
	case MissingLink:
		return "enlace pendiente"
	case NoFollowers:
		return "sin dato de seguidores al cierre"
	}
	return string(g.Kind)
}

// String is the gap in one line.
func (g Gap) String() string { return g.Where() + ": " + g.What() }

// Summarize puts gaps that follow one another in the same account and month
// into one line each, as people are told them.
func Summarize(gaps []Gap) []string {
	var lines []string
	for len(gaps) > 0 {
		n := 1
		for n < len(gaps) && gaps[n].sameTable(gaps[0]) {
			n++
		}
		lines = append(lines, summarize(gaps[:n]))
		gaps = gaps[n:]
	}
	return lines
}

func (g Gap) sameTable(o Gap) bool {
	return g.Kind != NoAccount && o.Kind != NoAccount &&
		g.Network == o.Network && g.Account.ID == o.Account.ID && g.Month == o.Month
}

// summarize is the line of the gaps of one table.
func summarize(gaps []Gap) string {
	var parts []string
	for i, g := range gaps {
		switch {
		case g.Kind == MissingRow && i > 0 && gaps[i-1].Kind == MissingRow:
			continue // Told with the first of them.
		case g.Kind == MissingRow:
			parts = append(parts, missingRows(gaps[i:]))
		case g.Row > 0:
			parts = append(parts, "fila "+strconv.Itoa(g.Row)+" "+g.What())
		default:
			parts = append(parts, g.What())
		}
	}
	where := gaps[0]
	where.Row = 0
	return where.Where() + ": " + strings.Join(parts, "; ")
}

func missingRows(gaps []Gap) string {
	n := 1
	for n < len(gaps) && gaps[n].Kind == MissingRow {
		n++
	}
	if n == 1 {
		return gaps[0].What()
	}
	return "faltan " + strconv.Itoa(n) + " publicaciones con «" + columnOf(gaps[0].Network, gaps[0].Metric) + "»"
}

// Gaps names everything the report lacks, in its order.
func (q Quarterly) Gaps() []Gap {
	var all []Gap
	for _, s := range q.Networks {
		if len(s.Accounts) == 0 {
			all = append(all, Gap{Kind: NoAccount, Network: s.Network})
		}
		for _, t := range s.Tables {
			all = append(all, t.gaps()...)
		}
	}
	return all
}

func (t Table) gaps() []Gap {
	var all []Gap
	add := func(kind GapKind, row int, m model.Metric) {
		all = append(all, Gap{Kind: kind, Network: t.Network, Account: t.Account, Month: t.Month, Row: row, Metric: m})
	}
	if t.open && !t.ended {
		add(OpenMonth, 0, "")
	}
	if t.open && t.Posts == 0 {
		add(NoPosts, 0, "")
	}
	for _, r := range t.Rows {
		t.rowGaps(r, add)
	}
	if t.open && t.complement && t.Figures.FollowersEnd == nil {
		add(NoFollowers, 0, "")
	}
	return all
}

func (t Table) rowGaps(r Row, add func(GapKind, int, model.Metric)) {
	if r.Empty && t.Posts >= r.N {
		add(MissingRow, r.N, t.metric)
	}
	for _, m := range r.Missing {
		add(MissingCell, r.N, m)
	}
	if r.NoLink {
		add(MissingLink, r.N, "")
	}
}

// Completeness counts how far the tables are filled.
type Completeness struct {
	Rows     int // rows with a publication
	Expected int // rows there should be
	Values   int // figures and links of those rows that are unknown
	Networks int // networks of Annex 3 without an account
}

// Complete reports whether every row there should be is there with all of its
// figures. A network where the entity has no account does not stand against
// it; the report states it.
func (c Completeness) Complete() bool {
	return c.Expected > 0 && c.Rows >= c.Expected && c.Values == 0
}

// Label is the count in words: «142 de 150 filas».
func (c Completeness) Label() string {
	noun := " filas"
	if c.Expected == 1 {
		noun = " fila"
	}
	return strconv.Itoa(c.Rows) + " de " + strconv.Itoa(c.Expected) + noun
}

// Completeness counts the rows of the whole report.
func (q Quarterly) Completeness() Completeness {
	var c Completeness
	for _, s := range q.Networks {
		if len(s.Accounts) == 0 {
			c.Networks++
		}
		for _, t := range s.Tables {
			c.Rows += t.Filled()
			c.Expected += t.expected()
			for _, r := range t.Rows {
				c.Values += len(r.Missing)
				if r.NoLink {
					c.Values++
				}
			}
		}
	}
	return c
}

// State is the completeness as the rule on the report wants it (O-106).
func (q Quarterly) State() directive.QuarterState {
	c := q.Completeness()
	return directive.QuarterState{Quarter: q.Quarter, Rows: c.Rows, Expected: c.Expected, MissingValues: c.Values}
}
