package roles

import (
	"cmp"
	"slices"
	"strings"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/ui/widget"
)

// account is an account with its roles and what the rules find in them.
type account struct {
	model.Account
	own, others int  // administrators of the entity; and PCM, agencies and who has left
	counted     bool // they are recorded; else nobody knows
	worst       directive.Status
	findings    []finding // worst first, without what is in order
	fine        string    // the good news when there is no finding
	rows        []row
}

// finding is one thing the rules say, ready to read.
type finding struct {
	status  directive.Status
	text    string
	article string
}

// end is the article after a verdict; one that already names it has none.
func (f finding) end() string {
	if f.article == "" {
		return ""
	}
	return " · " + f.article
}

// cut is «✗ Falta la Coordinación PCM entre los administradores · 6.1.1.6» in
// at most width cells. The article stays, for it is what the verdict rests on.
func (f finding) cut(width int) string {
	end := f.end()
	return widget.Cut(f.status.Mark()+" "+widget.Cut(f.text, max(1, width-2-widget.Width(end)))+end, width)
}

// row is one role of one person on the account.
type row struct {
	grant     model.Grant
	account   model.Account
	person    model.Person
	campaign  model.Campaign   // no ID: none recorded
	functions string           // what the person is today: «Community manager»
	change    directive.Change // "" for a role that has not begun
	findings  []finding
	former    model.ReviewRow // what the review being corrected says
}

// flagged reports that the rules have something to say about the role.
func (r *row) flagged() bool { return len(r.findings) > 0 }

// decidable reports that a review decides on the role.
func (r *row) decidable() bool { return r.change != "" }

// gone reports that the role was already taken away by day.
func (r *row) gone(day calendar.Day) bool { return !r.grant.Until.IsZero() && !r.grant.On(day) }

// label names the role in a sentence: «Rosa Díaz, administrador en Facebook
// @MinEjemploPeru».
func (r *row) label() string {
	return r.person.Name + ", " + strings.ToLower(r.grant.Role.Label()) + " en " + r.account.Label()
}

// matches reports whether the account or one of its people is looked for.
func (a *account) matches(query string) bool {
	if query == "" || widget.Matches(a.Label()+" "+a.Name, query) {
		return true
	}
	return slices.ContainsFunc(a.rows, func(r row) bool { return widget.Matches(r.person.Name, query) })
}

// builder turns facts into accounts. The maps save looking at every fact for
// every account.
type builder struct {
	l         *ledger
	items     map[model.ID][]directive.ReviewItem
	duties    map[model.ID][]directive.Duty
	grants    map[model.ID][]model.Grant
	keys      map[model.ID]model.ID // account → its network access
	holders   map[model.ID][]model.ID
	functions map[model.ID][]model.Function
	left      map[model.ID]bool // people whose last day is over
	drafted   map[model.ID]bool // grants the draft lists
	former    map[model.ID]model.ReviewRow
}

func newBuilder(l *ledger) *builder {
	b := &builder{
		l: l, items: map[model.ID][]directive.ReviewItem{}, duties: map[model.ID][]directive.Duty{},
		grants: map[model.ID][]model.Grant{}, keys: map[model.ID]model.ID{}, holders: map[model.ID][]model.ID{},
		drafted: map[model.ID]bool{}, former: map[model.ID]model.ReviewRow{},
	}
	for _, i := range directive.ReviewRows(l.facts, l.last, l.criteria, l.today) {
		b.items[i.Account.ID] = append(b.items[i.Account.ID], i)
	}
	for _, d := range directive.RoleFindings(l.facts, l.criteria, l.today) {
		b.duties[d.AccountID] = append(b.duties[d.AccountID], d)
	}
	for _, g := range l.grants {
		b.grants[g.AccountID] = append(b.grants[g.AccountID], g)
	}
	for _, row := range l.draft.Rows {
		b.drafted[row.GrantID] = true
	}
	if signed, ok := l.review(l.target.corrects); ok {
		for _, row := range signed.Rows {
			b.former[row.GrantID] = row
		}
	}
	b.indexPeople()
	return b
}

func (b *builder) indexPeople() {
	b.functions = functionsOn(b.l.facts.Appointments, b.l.today)
	b.left = leavers(b.l.facts.Appointments, b.l.today)
	for _, k := range b.l.facts.Credentials {
		if k.Kind == model.NetworkAccess && (k.Retired.IsZero() || b.l.today.Before(k.Retired)) {
			b.keys[k.AccountID] = k.ID
		}
	}
	for _, h := range b.l.facts.Custodies {
		if h.On(b.l.today) {
			b.holders[h.CredentialID] = append(b.holders[h.CredentialID], h.PersonID)
		}
	}
}

// functionsOn are everybody's functions in force on a day, in the order of the
// Directive's hierarchy.
func functionsOn(appts []model.Appointment, day calendar.Day) map[model.ID][]model.Function {
	all := map[model.ID][]model.Function{}
	for _, fn := range model.Functions() {
		for _, id := range directive.InFunction(appts, fn, day) {
			all[id] = append(all[id], fn)
		}
	}
	return all
}

// leavers are the people all of whose functions ended before day.
func leavers(appts []model.Appointment, day calendar.Day) map[model.ID]bool {
	left := map[model.ID]bool{}
	for _, a := range appts {
		stays := a.Until.IsZero() || !a.Until.Before(day)
		before, seen := left[a.PersonID]
		left[a.PersonID] = !stays && (before || !seen)
	}
	return left
}

// functionLabel is «Titular de la OC, Designado para revisar roles».
func functionLabel(fns []model.Function) string {
	labels := make([]string, len(fns))
	for i, fn := range fns {
		labels[i] = fn.Label()
	}
	return strings.Join(labels, ", ")
}

// build lists the accounts open today and those the draft still asks about, in
// the order of the networks.
func (b *builder) build() []account {
	var all []account
	for _, a := range b.l.facts.Accounts {
		asked := slices.ContainsFunc(b.grants[a.ID], func(g model.Grant) bool { return b.drafted[g.ID] })
		if a.OpenOn(b.l.today) || asked {
			all = append(all, b.account(a))
		}
	}
	slices.SortStableFunc(all, func(x, y account) int {
		return cmp.Or(
			cmp.Compare(networkOrder(x.Network), networkOrder(y.Network)),
			strings.Compare(x.Label(), y.Label()),
			cmp.Compare(x.ID, y.ID),
		)
	})
	return all
}

// networkOrder is the place of a network in Annex 3; others come last.
func networkOrder(n model.Network) int {
	if i := slices.Index(model.Networks(), n); i >= 0 {
		return i
	}
	return len(model.Networks())
}

func (b *builder) account(a model.Account) account {
	out := account{Account: a, worst: directive.NotEvaluable}
	out.own, out.others, out.counted = b.administrators(a)
	for _, d := range b.duties[a.ID] {
		if d.Status.Severity() > out.worst.Severity() || out.worst == directive.NotEvaluable {
			out.worst = d.Status
		}
		switch {
		case d.Status != directive.Met:
			out.findings = append(out.findings, b.finding(d))
		case out.fine == "":
			out.fine = d.Status.Mark() + " " + capital(d.Why) + " · " + d.Article
		}
	}
	out.rows = b.rowsOf(a)
	return out
}

// finding puts a duty into a line. What is about one person begins with the
// name.
func (b *builder) finding(d directive.Duty) finding {
	text := capital(d.Why)
	if d.PersonID != 0 {
		text = b.l.name(d.PersonID) + ": " + d.Why
	}
	return finding{d.Status, text, d.Article}
}

// rowsOf lists the roles of an account: what the review looks at, the flagged
// and the changed first; what else the draft lists; and what has not begun.
func (b *builder) rowsOf(a model.Account) []row {
	var rows []row
	listed := map[model.ID]bool{}
	for _, i := range b.items[a.ID] {
		listed[i.Grant.ID] = true
		rows = append(rows, b.row(a, i.Grant, i.Change, i.Findings))
	}
	for _, g := range b.grants[a.ID] {
		switch {
		case listed[g.ID]:
		case b.drafted[g.ID]:
			rows = append(rows, b.row(a, g, b.change(g), nil))
		case g.From.After(b.l.today) && g.Until.IsZero():
			rows = append(rows, b.row(a, g, "", nil))
		}
	}
	return rows
}

func (b *builder) change(g model.Grant) directive.Change {
	if !g.On(b.l.today) {
		return directive.Removed
	}
	return directive.Same
}

func (b *builder) row(a model.Account, g model.Grant, change directive.Change, duties []directive.Duty) row {
	r := row{
		grant: g, account: a, person: b.l.people[g.PersonID], campaign: b.l.campaigns[g.CampaignID],
		functions: functionLabel(b.functions[g.PersonID]), change: change, former: b.former[g.ID],
	}
	for _, d := range duties {
		r.findings = append(r.findings, finding{d.Status, capital(d.Why), d.Article})
	}
	return r
}

// administrators counts who administers an account: by its grants or, on a
// network of a single login, by who knows its password.
func (b *builder) administrators(a model.Account) (own, others int, counted bool) {
	var ids []model.ID
	for _, g := range b.grants[a.ID] {
		if g.Role == model.Administrator {
			counted = true
			if g.On(b.l.today) {
				ids = append(ids, g.PersonID)
			}
		}
	}
	if !counted && a.Network != model.Facebook {
		ids = slices.Clone(b.holders[b.keys[a.ID]])
		counted = len(ids) > 0
	}
	slices.Sort(ids)
	for _, id := range slices.Compact(ids) {
		if b.left[id] || outsider(b.functions[id]) {
			others++
		} else {
			own++
		}
	}
	return own, others, counted
}

// outsider holds for PCM and agencies.
func outsider(fns []model.Function) bool {
	return len(fns) > 0 && !slices.ContainsFunc(fns, model.Function.OfEntity)
}
