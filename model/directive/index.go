package directive

import (
	"slices"
	"strings"

	"faro/model"
	"faro/model/calendar"
)

// index finds facts by what they belong to, so that a board of hundreds of
// accounts looks at each fact once.
type index struct {
	f     *Facts
	c     *Criteria
	today calendar.Day

	accounts    []*model.Account            // those whose duties run today, by ID
	running     map[model.ID]*model.Account // the same, by ID
	people      map[model.ID]*model.Person
	functions   map[model.ID]*functions
	holders     map[model.Function][]model.ID
	appointed   map[model.Function]bool // somebody held it once
	grants      map[model.ID][]*model.Grant
	custodies   map[model.ID][]*model.Custody
	networkKeys map[model.ID][]model.ID // account → its network access
	mailboxes   map[string][]*model.Account
	changes     map[model.ID]*model.CredentialChange
	campaigns   map[model.ID]*model.Campaign
}

func newIndex(f *Facts, c *Criteria, today calendar.Day) *index {
	x := &index{f: f, c: c, today: today}
	x.indexAccounts()
	x.indexPeople()
	x.indexCredentials()
	x.grants = make(map[model.ID][]*model.Grant, len(x.accounts))
	for i := range f.Grants {
		g := &f.Grants[i]
		x.grants[g.AccountID] = append(x.grants[g.AccountID], g)
	}
	x.campaigns = make(map[model.ID]*model.Campaign, len(f.Campaigns))
	for i := range f.Campaigns {
		x.campaigns[f.Campaigns[i].ID] = &f.Campaigns[i]
	}
	return x
}

func (x *index) indexAccounts() {
	x.running = make(map[model.ID]*model.Account, len(x.f.Accounts))
	x.accounts = make([]*model.Account, 0, len(x.f.Accounts))
	x.mailboxes = make(map[string][]*model.Account, len(x.f.Accounts))
	for i := range x.f.Accounts {
		if a := &x.f.Accounts[i]; runs(a, x.today) {
			x.running[a.ID] = a
			x.accounts = append(x.accounts, a)
		}
	}
	slices.SortFunc(x.accounts, func(a, b *model.Account) int { return int(a.ID - b.ID) })
	for _, a := range x.accounts {
		if a.Email != "" {
			address := mailbox(a.Email)
			x.mailboxes[address] = append(x.mailboxes[address], a)
		}
	}
}

// runs reports whether an account's roles and passwords are looked after on a
// day: from its opening until the day before it closes (S13).
func runs(a *model.Account, day calendar.Day) bool { return a.OpenOn(day) && a.Closed != day }

// mailbox is an address as mail systems compare it.
func mailbox(address string) string { return strings.ToLower(strings.TrimSpace(address)) }

func (x *index) indexPeople() {
	x.people = make(map[model.ID]*model.Person, len(x.f.People))
	for i := range x.f.People {
		x.people[x.f.People[i].ID] = &x.f.People[i]
	}
	x.functions = functionsOn(x.f.Appointments, x.today)
	x.holders = make(map[model.Function][]model.ID)
	x.appointed = make(map[model.Function]bool)
	for _, fn := range model.Functions() {
		x.holders[fn] = InFunction(x.f.Appointments, fn, x.today)
	}
	for i := range x.f.Appointments {
		if a := &x.f.Appointments[i]; !a.From.After(x.today) {
			x.appointed[a.Function] = true
		}
	}
}

func (x *index) indexCredentials() {
	x.networkKeys = make(map[model.ID][]model.ID, len(x.accounts))
	for i := range x.f.Credentials {
		if k := &x.f.Credentials[i]; k.Kind == model.NetworkAccess && x.used(k) {
			x.networkKeys[k.AccountID] = append(x.networkKeys[k.AccountID], k.ID)
		}
	}
	x.custodies = make(map[model.ID][]*model.Custody, len(x.f.Credentials))
	for i := range x.f.Custodies {
		h := &x.f.Custodies[i]
		x.custodies[h.CredentialID] = append(x.custodies[h.CredentialID], h)
	}
	x.changes = make(map[model.ID]*model.CredentialChange, len(x.f.Credentials))
	for i := range x.f.Changes {
		change := &x.f.Changes[i]
		if change.Day.After(x.today) {
			continue // It has not happened yet.
		}
		if latest := x.changes[change.CredentialID]; latest == nil || change.Day.After(latest.Day) ||
			change.Day == latest.Day && change.ID > latest.ID {
			x.changes[change.CredentialID] = change
		}
	}
}

// used reports whether a credential is in use on the day of the index.
func (x *index) used(k *model.Credential) bool {
	return k.Retired.IsZero() || x.today.Before(k.Retired)
}
