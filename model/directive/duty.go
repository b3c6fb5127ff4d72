package directive

import (
	"cmp"
	"slices"
	"strings"

	"faro/model"
	"faro/model/calendar"
)

// Duty is one obligation applied to one thing, with its verdict and the reason
// in a plain Spanish clause.
type Duty struct {
	Rule    string       `json:"rule"`    // O-nnn
	Article string       `json:"article"` // of the Directive, e.g. 6.2.2.4
	Subject string       `json:"subject"` // what it is about: "Facebook @MinEjemploPeru"
	Status  Status       `json:"status"`
	Due     calendar.Day `json:"due"` // last day to meet it; zero: a permanent duty
	Why     string       `json:"why"` // explains the figure, in lower case and without a full stop

	AccountID    model.ID `json:"-"`
	PersonID     model.ID `json:"-"`
	CredentialID model.ID `json:"-"`
	Screen       string   `json:"-"` // where it is mended, one of the Screen… names

	settled bool // what happened cannot be undone: nobody can act on it any more
}

// The screens on which duties are mended.
const (
	ScreenToday    = "hoy"
	ScreenRotation = "contrasenas"
	ScreenRoles    = "roles"
	ScreenTopTen   = "top10"
	ScreenReport   = "informe"
	ScreenAccounts = "cuentas"
)

// Overdue reports whether the duty should have been met before today.
func (d Duty) Overdue(today calendar.Day) bool {
	return d.pending() && !d.Due.IsZero() && d.Due.Before(today)
}

// DueToday reports whether the duty must be met before today ends.
func (d Duty) DueToday(today calendar.Day) bool { return d.pending() && d.Due == today }

// pending holds while the duty is not met and not excused.
func (d Duty) pending() bool {
	switch d.Status {
	case Running, AtRisk, Breach, NoData:
		return true
	case Met, Warning, NotEvaluable, Justified:
		return false
	}
	return false
}

// Open reports whether somebody should act now: time is short, or a breach can
// still be mended. A day of last week with two posts of three is a breach that
// nobody can mend, and so is not open.
func (d Duty) Open() bool {
	return d.Status == AtRisk || d.Status == Breach && !d.settled
}

// sorted returns the duties in the order of the board: the worst first, then
// the soonest. Nothing is left to chance, so that the order of the facts never
// shows. A duty is large, so it is moved once, when its place is known.
func sorted(duties []Duty) []Duty {
	type place struct {
		rank int
		duty *Duty
	}
	order := make([]place, len(duties))
	for i := range duties {
		order[i] = place{duties[i].rank(), &duties[i]}
	}
	slices.SortFunc(order, func(a, b place) int {
		if a.rank != b.rank {
			return cmp.Compare(a.rank, b.rank)
		}
		return compareEqual(a.duty, b.duty)
	})
	placed := make([]Duty, len(duties))
	for i, p := range order {
		placed[i] = *p.duty
	}
	return placed
}

// rank holds the severity and the due date of a duty in one number, the smaller
// the earlier on the board. Duties without a date come after those with one.
func (d *Duty) rank() int {
	const noDate = 1 << 24
	due := noDate
	if !d.Due.IsZero() {
		due = (d.Due.Year*12+int(d.Due.Month))*31 + d.Due.Day
	}
	return due - d.Status.Severity()*2*noDate
}

// compareEqual orders duties of one rank.
func compareEqual(a, b *Duty) int {
	if c := strings.Compare(a.Rule, b.Rule); c != 0 {
		return c
	}
	if c := strings.Compare(a.Subject, b.Subject); c != 0 {
		return c
	}
	return cmp.Or(
		cmp.Compare(a.AccountID, b.AccountID),
		cmp.Compare(a.CredentialID, b.CredentialID),
		cmp.Compare(a.PersonID, b.PersonID),
		strings.Compare(a.Why, b.Why),
	)
}

// compareDue puts what has no date after what has one.
func compareDue(a, b calendar.Day) int {
	if a.IsZero() != b.IsZero() {
		if a.IsZero() {
			return 1
		}
		return -1
	}
	return a.Compare(b)
}
