package directive

import (
	"cmp"
	"slices"

	"faro/model"
	"faro/model/calendar"
)

// The article of the monthly change of passwords.
const rotationArticle = "6.1.2.5"

// Clock is the time a credential has left until it must be changed again. The
// network's access and its mailbox are two clocks (O-045, O-046), and a mailbox
// that several accounts share is one.
type Clock struct {
	Credential model.Credential
	Label      string          // "Contraseña del correo rrss@minej.gob.pe"
	Account    *model.Account  // the account it opens; nil for a mailbox
	Accounts   []model.Account // every open account that hangs on it
	Last       calendar.Day    // of the last change; zero: never recorded
	Due        calendar.Day    // last day for the next one, until 23:59:59; zero: unknown
	Days       int             // left until Due; negative: overdue
	Status     Status
	Rule       string
	Article    string
	Why        string
	Custodians []model.Person // who know it today, by name
}

// Clocks are the clocks of the credentials in use, worst and soonest first.
// Those of a closed account have stopped (S13), and so has a mailbox all of
// whose accounts are closed.
func Clocks(f Facts, c Criteria, today calendar.Day) []Clock {
	x := newIndex(&f, &c, today)
	ticking := x.ticking()
	slices.SortFunc(ticking, func(a, b tick) int {
		return cmp.Or(
			cmp.Compare(b.status.Severity(), a.status.Severity()),
			compareDue(a.due, b.due),
			cmp.Compare(a.label, b.label),
			cmp.Compare(a.credential.ID, b.credential.ID),
		)
	})
	clocks := make([]Clock, len(ticking))
	for i := range ticking {
		clocks[i] = x.clock(&ticking[i])
	}
	return clocks
}

// clock is a tick with copies of the records it rests on.
func (x *index) clock(t *tick) Clock {
	c := Clock{
		Credential: *t.credential, Label: t.label, Last: t.last, Due: t.due, Days: t.days, Status: t.status,
		Rule: t.rule, Article: rotationArticle, Why: t.why, Accounts: make([]model.Account, len(t.accounts)),
	}
	for i, a := range t.accounts {
		c.Accounts[i] = *a
	}
	if t.credential.Kind != model.Mailbox {
		c.Account = &c.Accounts[0]
	}
	for _, h := range x.custodies[t.credential.ID] {
		if p := x.people[h.PersonID]; p != nil && h.On(x.today) {
			c.Custodians = append(c.Custodians, *p)
		}
	}
	slices.SortFunc(c.Custodians, func(a, b model.Person) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return c
}

// NextDue is the last day for the next change of a password changed on a day
// (A-10, S15, S16). Months shorter than the day are no reason to drift: what is
// clamped once is not clamped for ever.
func NextDue(last calendar.Day, c Criteria) calendar.Day { return nextDue(last, &c) }

func nextDue(last calendar.Day, c *Criteria) calendar.Day {
	if last.IsZero() {
		return last
	}
	next := last.InMonth().Next()
	switch c.Rotation.Cycle {
	case CalendarMonth:
		return next.Last()
	case ThirtyDays:
		return last.AddDays(30)
	case FixedDayOfMonth:
		day := next.First()
		day.Day = min(max(1, c.Rotation.FixedDay), next.Last().Day)
		return day
	case MonthFromChange:
	}
	return last.AddMonths(1)
}
