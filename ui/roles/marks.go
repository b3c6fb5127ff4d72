package roles

import (
	"slices"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
)

// marks are the decisions and looks of a review: those in the file, and those
// just taken, so that the next key never has to wait for the disk.
type marks struct {
	started bool // a draft is being opened, though the file may not show it yet
	looked  map[model.ID]bool
	decided map[model.ID]model.ReviewRow // by grant
	counted *progress                    // as last counted; nil: it moved since
}

func marksOf(r model.Review) marks {
	m := marks{looked: make(map[model.ID]bool, len(r.Looked)), decided: make(map[model.ID]model.ReviewRow, len(r.Rows))}
	for _, id := range r.Looked {
		m.looked[id] = true
	}
	for _, row := range r.Rows {
		if row.Decision != model.Undecided {
			m.decided[row.GrantID] = row
		}
	}
	return m
}

func (m *marks) look(id model.ID, looked bool) {
	m.started, m.counted = true, nil
	m.looked[id] = looked
}

func (m *marks) decide(grant model.ID, d model.Decision, reason string) {
	m.started, m.counted = true, nil
	m.decided[grant] = model.ReviewRow{GrantID: grant, Decision: d, Reason: reason}
}

// waits reports that a row needs a decision and has none.
func (m *marks) waits(r *row) bool {
	return r.decidable() && m.decided[r.grant.ID].Decision == model.Undecided
}

// unexplained reports a decision that needs a reason and has none: a flagged
// role that is kept, one that is revoked and one nobody knows about.
func (m *marks) unexplained(r *row) bool {
	d := m.decided[r.grant.ID]
	return d.Reason == "" && needsReason(r, d.Decision)
}

func needsReason(r *row, d model.Decision) bool {
	switch d {
	case model.Undecided:
		return false
	case model.Keep:
		return r.flagged()
	case model.Revoke, model.UnknownToHold:
	}
	return true
}

// pending counts the rows of an account without a decision.
func (m *marks) pending(a *account) int {
	n := 0
	for i := range a.rows {
		if m.waits(&a.rows[i]) {
			n++
		}
	}
	return n
}

// complete reports that nothing of an account is left to do.
func (m *marks) complete(a *account, today calendar.Day) bool {
	return m.pending(a) == 0 && (m.looked[a.ID] || !a.OpenOn(today)) &&
		!slices.ContainsFunc(a.rows, func(r row) bool { return m.unexplained(&r) })
}

// progress is how far a review has come.
type progress struct{ decided, rows, seen, accounts int }

// progress counts it, once for every change.
func (m *marks) progress(accounts []account) progress {
	if m.counted == nil {
		p := m.count(accounts)
		m.counted = &p
	}
	return *m.counted
}

func (m *marks) count(accounts []account) (p progress) {
	for i := range accounts {
		a := &accounts[i]
		p.accounts++
		if m.looked[a.ID] {
			p.seen++
		}
		for j := range a.rows {
			if a.rows[j].decidable() {
				p.rows++
			}
		}
		p.decided -= m.pending(a)
	}
	p.decided += p.rows
	return p
}

// gap is what an account still lacks before the review can be signed.
type gap struct {
	account     *account
	unseen      bool
	undecided   []string // people
	unexplained []string
}

func (g *gap) open() bool { return g.unseen || len(g.undecided)+len(g.unexplained) > 0 }

// gaps are everything in the way of a signature, by account: nothing is
// approved by silence.
func (m *marks) gaps(accounts []account, today calendar.Day) []gap {
	var all []gap
	for i := range accounts {
		a := &accounts[i]
		g := gap{account: a, unseen: a.OpenOn(today) && !m.looked[a.ID]}
		for j := range a.rows {
			r := &a.rows[j]
			switch {
			case m.waits(r):
				g.undecided = append(g.undecided, r.person.Name)
			case m.unexplained(r):
				g.unexplained = append(g.unexplained, r.person.Name+" ("+m.decided[r.grant.ID].Decision.Label()+")")
			}
		}
		if g.open() {
			all = append(all, g)
		}
	}
	return all
}

// removedReason is what a decision says of a role that was already taken away.
func removedReason(g model.Grant) string { return "Ya retirado el " + g.Until.Slashed() }

// standing is how a row stands, in a few words with a mark: what was decided,
// or how it changed since the last review.
func standing(r *row, d model.ReviewRow, today calendar.Day) (text string, status directive.Status) {
	switch d.Decision {
	case model.Keep:
		return "✓ mantener", directive.Met
	case model.Revoke:
		if r.gone(today) {
			return "✓ retirado " + r.grant.Until.Short(), directive.Met
		}
		return "✗ por retirar", directive.Breach
	case model.UnknownToHold:
		return "? no sé", directive.Warning
	case model.Undecided:
	}
	switch r.change {
	case directive.Added:
		return "+ nuevo", directive.Warning
	case directive.Removed:
		return "– retirado " + r.grant.Until.Short(), directive.NoData
	case directive.Same:
		return "= igual", directive.NoData
	}
	return "… desde " + r.grant.From.Short(), directive.NoData
}
