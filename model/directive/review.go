package directive

import (
	"cmp"
	"slices"

	"faro/model"
	"faro/model/calendar"
)

const reviewArticle = "6.1.2.11"

// ReviewDuty is the review of roles of the present month (O-054, A-11).
func ReviewDuty(f Facts, c Criteria, today calendar.Day) Duty {
	return newIndex(&f, &c, today).reviewDuty()
}

func (x *index) reviewDuty() Duty {
	month := x.today.InMonth()
	d := x.reviewOf(month)
	if d.Status == Met || d.Status == Warning || d.Status == Breach {
		return d
	}
	d.Why = "falta firmar, hasta el " + d.Due.Short()
	switch left := d.Due.Sub(x.today); {
	case left < 0:
		d.Status, d.Why = Breach, "falta firmar: "+dueText(d.Due, x.today)
	case left <= notice(x.c):
		d.Status = AtRisk
	default:
		d.Status = Running
	}
	return d
}

// missedReview is the review of the month before when nobody signed it. No
// later signature mends it: the fact has the date of the signature (S21).
func (x *index) missedReview() (Duty, bool) {
	month := x.today.InMonth().AddMonths(-1)
	if x.f.Since.IsZero() || x.f.Since.After(month.First()) {
		return Duty{}, false
	}
	d := x.reviewOf(month)
	if d.Status == Met || d.Status == Warning {
		return d, false
	}
	if d.Status == NoData {
		d.Why = "no se firmó"
	}
	d.Status, d.settled = Breach, true
	return d, true
}

// reviewOf looks for the signatures of a month: those whose Lima day falls in
// it, whatever month the review was begun for (S21). The status is NoData when
// there is none.
func (x *index) reviewOf(month calendar.Month) Duty {
	d := Duty{
		Rule: "O-054", Article: reviewArticle, Subject: "Revisión de roles de " + month.Name(),
		Status: NoData, Due: x.reviewDue(month), Screen: ScreenRoles,
	}
	for i := range x.f.Reviews {
		r := &x.f.Reviews[i]
		day := calendar.DayOf(r.SignedAt)
		if !r.Signed() || !month.Contains(day) || day.After(x.today) {
			continue
		}
		status, why := x.signature(r.ReviewerID, day)
		if better := d.Status == NoData || status.Severity() < d.Status.Severity(); better {
			d.Status, d.Why, d.PersonID = status, why, r.ReviewerID
		}
	}
	return d
}

// signature judges who signed a review.
func (x *index) signature(reviewer model.ID, day calendar.Day) (Status, string) {
	signed := "firmada el " + day.Short() + " por " + x.name(reviewer)
	warn, err := CheckSigner(*x.f, *x.c, reviewer, day)
	switch {
	case err != nil:
		return Breach, signed + ", que no es titular ni persona designada"
	case warn != "":
		return Warning, signed + ": " + warn
	}
	return Met, signed
}

// reviewDue is the last day of a month's review.
func (x *index) reviewDue(month calendar.Month) calendar.Day {
	last := month.Last()
	switch x.c.Review.Due {
	case ReviewByDay:
		last.Day = min(max(1, x.c.Review.DueDay), last.Day)
	case ReviewByLastBusiness:
		return calendar.Business{Extra: x.f.Holidays}.AddDays(month.Next().First(), -1)
	case ReviewByLastDay:
	}
	return last
}

// CheckSigner tells whether a person may sign the review of roles on a day: the
// head, or somebody with a recorded designation. A community manager who is
// designated reviews his own work: allowed with a warning by A-11, or refused.
func CheckSigner(f Facts, c Criteria, reviewer model.ID, day calendar.Day) (warn string, err error) {
	fs := functionsOn(appointmentsOf(f.Appointments, reviewer), day)[reviewer]
	switch {
	case fs.holds(model.Head):
		return "", nil
	case !fs.holds(model.Reviewer):
		return "", &model.FieldError{
			Field: "Revisor",
			Hint:  "firma el titular o la persona designada el " + day.Slashed() + " (6.1.2.11); registre la designación en Cuentas",
		}
	case !fs.holds(model.Manager):
		return "", nil
	case c.Review.ManagerMay == Fail:
		return "", &model.FieldError{
			Field: "Revisor",
			Hint:  "el community manager no puede revisar sus propios roles (criterio A-11); debe firmar el titular u otra persona designada",
		}
	}
	return "revisa quien administra las cuentas, sin separación de funciones (A-11)", nil
}

func appointmentsOf(appts []model.Appointment, person model.ID) []model.Appointment {
	var own []model.Appointment
	for _, a := range appts {
		if a.PersonID == person {
			own = append(own, a)
		}
	}
	return own
}

// Change is how a grant stands to the last signed review.
type Change string

// The changes.
const (
	Same    Change = "igual"
	Added   Change = "nuevo"    // not seen by the last review
	Removed Change = "retirado" // taken away since
)

// ReviewItem is a row of the monthly review.
type ReviewItem struct {
	Grant    model.Grant
	Account  model.Account
	Person   model.Person
	Change   Change
	Findings []Duty // what the rules have to say about this grant
}

// Flagged reports whether the rules have something to say about the row.
func (i ReviewItem) Flagged() bool { return len(i.Findings) > 0 }

// ReviewRows are the grants of the open accounts that a review decides on or
// sees gone since the last signed one: the flagged and the changed first, then
// by network, account and person. Before any review was signed every row is
// new.
func ReviewRows(f Facts, last model.Review, c Criteria, today calendar.Day) []ReviewItem {
	x := newIndex(&f, &c, today)
	since := calendar.DayOf(last.SignedAt)
	seen := make(map[model.ID]bool, len(last.Rows))
	for _, row := range last.Rows {
		seen[row.GrantID] = true
	}
	var items []ReviewItem
	for _, a := range x.accounts {
		for _, g := range x.grants[a.ID] {
			change, ok := changeOf(g, since, seen, today)
			if !ok {
				continue
			}
			item := ReviewItem{Grant: *g, Account: *a, Change: change, Findings: sorted(x.grantDuties(nil, a, g))}
			if p := x.people[g.PersonID]; p != nil {
				item.Person = *p
			}
			items = append(items, item)
		}
	}
	slices.SortFunc(items, compareItems)
	return items
}

// changeOf is false for a grant that is of no interest to the review.
func changeOf(g *model.Grant, since calendar.Day, seen map[model.ID]bool, today calendar.Day) (Change, bool) {
	if g.From.After(today) {
		return "", false
	}
	if !g.On(today) {
		return Removed, !since.IsZero() && !g.Until.Before(since)
	}
	known := !since.IsZero() && !g.From.After(since)
	if len(seen) > 0 {
		known = seen[g.ID]
	}
	if known {
		return Same, true
	}
	return Added, true
}

func compareItems(a, b ReviewItem) int {
	return cmp.Or(
		cmp.Compare(a.rank(), b.rank()),
		cmp.Compare(networkOrder(a.Account.Network), networkOrder(b.Account.Network)),
		cmp.Compare(a.Account.Label(), b.Account.Label()),
		cmp.Compare(a.Account.ID, b.Account.ID),
		cmp.Compare(a.Person.Name, b.Person.Name),
		cmp.Compare(a.Grant.ID, b.Grant.ID),
	)
}

func (i *ReviewItem) rank() int {
	switch {
	case i.Flagged():
		return 0
	case i.Change != Same:
		return 1
	}
	return 2
}

// networkOrder is the place of a network in Annex 3; others come last.
func networkOrder(n model.Network) int {
	if i := slices.Index(model.Networks(), n); i >= 0 {
		return i
	}
	return len(model.Networks())
}
