package roles

import (
	"cmp"
	"context"
	"slices"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
)

// target is a review to work on: the month's own, or the one that corrects a
// signed review of that month.
type target struct {
	month    calendar.Month
	corrects model.ID
}

// ledger is what one reading of the records gives. It is a value: nothing in
// it changes once it is on show.
type ledger struct {
	today     calendar.Day
	facts     directive.Facts // with the grants that matter today
	criteria  directive.Criteria
	grants    []model.Grant // all of them, past ones too
	people    map[model.ID]model.Person
	campaigns map[model.ID]model.Campaign
	held      map[model.ID][]model.Grant // by person, the earliest first
	labels    map[model.ID]string        // of accounts
	accounts  []account                  // open ones, and those the draft asks about

	target target
	duty   directive.Duty // the review of the present month
	draft  model.Review   // of the target; no ID: not begun
	signed model.Review   // the latest signed one of the target's month
	last   model.Review   // the signed review that changes are told from

	asked map[model.ID]model.ReviewRow // roles the last signed review said to take away, by grant
}

// sealed reports that the month's review is signed and no correction is open.
func (l *ledger) sealed() bool { return l.signed.ID != 0 && l.draft.ID == 0 && l.target.corrects == 0 }

// read asks the store for everything about roles and for nothing else: not one
// post is touched, however many there are.
func read(ctx context.Context, r Records, today calendar.Day, want target) (ledger, error) {
	l := ledger{today: today}
	f := &l.facts
	for _, step := range []func() error{
		func() (err error) { f.Accounts, err = r.Accounts(ctx); return err },
		func() (err error) { f.People, err = r.People(ctx); return err },
		func() (err error) { f.Appointments, err = r.Appointments(ctx); return err },
		func() (err error) { f.Campaigns, err = r.Campaigns(ctx); return err },
		func() (err error) { f.Credentials, err = r.Credentials(ctx); return err },
		func() (err error) { f.Custodies, err = r.Custodies(ctx); return err },
		func() (err error) { f.Changes, err = r.LatestChanges(ctx); return err },
		func() (err error) { f.Holidays, err = r.Holidays(ctx); return err },
		func() (err error) { l.grants, err = r.Grants(ctx); return err },
		func() (err error) { l.criteria, err = r.Criteria(ctx); return err },
		func() (err error) { f.Reviews, err = readReviews(ctx, r, today, want); return err },
	} {
		if err := step(); err != nil {
			return l, err
		}
	}
	l.pick(want)
	l.derive()
	return l, nil
}

// The months of reviews that are read: three back, as the rules look at, and
// three years when nothing was signed in those.
const (
	recentMonths = 3
	olderMonths  = 36
)

func readReviews(ctx context.Context, r Records, today calendar.Day, want target) ([]model.Review, error) {
	month := today.InMonth()
	from := month.AddMonths(-recentMonths)
	if !want.month.IsZero() && want.month.AddMonths(-recentMonths).Before(from) {
		from = want.month.AddMonths(-recentMonths)
	}
	recent, err := r.Reviews(ctx, from, month)
	if err != nil || slices.ContainsFunc(recent, model.Review.Signed) {
		return recent, err
	}
	older, err := r.Reviews(ctx, from.AddMonths(-olderMonths), from.Prev())
	return append(older, recent...), err
}

// pick finds the reviews that matter: the draft to go on with, what is signed
// of its month, and the one before it.
func (l *ledger) pick(want target) {
	month := l.today.InMonth()
	l.target = want
	if want.month.IsZero() {
		l.target = target{month: month}
	}
	l.signed = l.latest(func(r *model.Review) bool { return r.Signed() && r.Month == l.target.month })
	if want.month.IsZero() && l.signed.ID != 0 {
		// What remains to be done of a signed month is its correction.
		l.target.corrects = l.latest(func(r *model.Review) bool {
			return !r.Signed() && r.Month == month && r.CorrectsID != 0
		}).CorrectsID
	}
	l.draft = l.latest(func(r *model.Review) bool {
		return !r.Signed() && r.Month == l.target.month && r.CorrectsID == l.target.corrects
	})
	l.last = l.latest(func(r *model.Review) bool {
		return r.Signed() && (l.target.corrects == 0 || r.Month.Before(l.target.month))
	})
}

// latest is the last review that fits, by signature and then by entry.
func (l *ledger) latest(fits func(*model.Review) bool) (found model.Review) {
	for i := range l.facts.Reviews {
		if r := &l.facts.Reviews[i]; fits(r) && (found.ID == 0 || !laterSigned(&found, r)) {
			found = *r
		}
	}
	return found
}

func laterSigned(a, b *model.Review) bool {
	return cmp.Or(a.SignedAt.Compare(b.SignedAt), cmp.Compare(a.ID, b.ID)) > 0
}

// review finds a review that was read by its ID.
func (l *ledger) review(id model.ID) (model.Review, bool) {
	for _, r := range l.facts.Reviews {
		if r.ID == id {
			return r, true
		}
	}
	return model.Review{}, false
}

// derive works out what the rules say of the facts.
func (l *ledger) derive() {
	l.people = make(map[model.ID]model.Person, len(l.facts.People))
	for _, p := range l.facts.People {
		l.people[p.ID] = p
	}
	l.campaigns = make(map[model.ID]model.Campaign, len(l.facts.Campaigns))
	for _, c := range l.facts.Campaigns {
		l.campaigns[c.ID] = c
	}
	l.held = make(map[model.ID][]model.Grant, len(l.facts.People))
	for _, g := range l.grants {
		l.held[g.PersonID] = append(l.held[g.PersonID], g)
	}
	l.labels = make(map[model.ID]string, len(l.facts.Accounts))
	for i := range l.facts.Accounts {
		l.labels[l.facts.Accounts[i].ID] = l.facts.Accounts[i].Label()
	}
	l.facts.Grants = l.current()
	l.duty = directive.ReviewDuty(l.facts, l.criteria, l.today)
	l.asked = map[model.ID]model.ReviewRow{}
	for _, row := range l.latest(func(r *model.Review) bool { return r.Signed() }).Rows {
		if row.Decision == model.Revoke {
			l.asked[row.GrantID] = row
		}
	}
	l.accounts = newBuilder(l).build()
}

// current are the grants the rules look at: those that stand and those taken
// away since the last signed review, or since the month began.
func (l *ledger) current() []model.Grant {
	since := l.target.month.First()
	if l.last.Signed() {
		since = calendar.DayOf(l.last.SignedAt)
	}
	var kept []model.Grant
	for _, g := range l.grants {
		if g.Until.IsZero() || !g.Until.Before(since) {
			kept = append(kept, g)
		}
	}
	return kept
}

// name is a person's name, whatever the records know of them.
func (l *ledger) name(id model.ID) string {
	if p, ok := l.people[id]; ok {
		return p.Name
	}
	return "persona sin registrar"
}

// grant finds a grant of any time.
func (l *ledger) grant(id model.ID) (model.Grant, bool) {
	for _, g := range l.grants {
		if g.ID == id {
			return g, true
		}
	}
	return model.Grant{}, false
}
