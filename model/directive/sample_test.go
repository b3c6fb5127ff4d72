package directive_test

import (
	"testing"
	"time"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
)

// The common data of the acceptance scenarios: Ministerio de Ejemplo, its five
// accounts and its people.
const (
	facebookID model.ID = iota + 1
	xID
	youtubeID
	instagramID
	tiktokID
)

const (
	ana   model.ID = iota + 11 // community manager
	luis                       // head
	carla                      // deputy
	pcm
	andes // agency
	rosa
)

func day(tb testing.TB, iso string) calendar.Day {
	tb.Helper()
	d, err := calendar.ParseDay(iso)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// at is an instant by the clock of Lima: "2026-11-23 14:05", with seconds where
// they matter.
func at(tb testing.TB, stamp string) time.Time {
	tb.Helper()
	instant, err := calendar.ParseStamp(stamp)
	if err != nil {
		tb.Fatal(err)
	}
	return instant
}

func account(n model.Network) model.Account {
	ids := map[model.Network]model.ID{
		model.Facebook: facebookID, model.X: xID, model.YouTube: youtubeID, model.Instagram: instagramID, model.TikTok: tiktokID,
	}
	a := model.Account{
		ID: ids[n], Network: n, Handle: "MinEjemploPeru", Name: "Ministerio de Ejemplo", Email: string(n) + "@minej.gob.pe",
		Responsibles: []model.ID{ana}, Description: "Orienta a la ciudadanía", Content: "Servicios del ministerio",
		TwoStep: model.TwoStepOn, Badge: model.BadgeVerified,
	}
	if n == model.Instagram || n == model.TikTok {
		a.Handle = "minejemploperu"
	}
	return a
}

// posts are publications of an account at the given Lima times, numbered from 1.
func posts(tb testing.TB, account model.ID, stamps ...string) []model.Post {
	tb.Helper()
	list := make([]model.Post, len(stamps))
	for i, s := range stamps {
		instant := at(tb, s)
		list[i] = model.Post{
			ID: model.ID(i + 1), AccountID: account, Day: calendar.DayOf(instant), At: instant,
			Precision: model.RecordedTime, Kind: model.Publication,
		}
	}
	return list
}

// daily are n publications of an account in a day, three hours apart from 06:00.
func daily(tb testing.TB, account model.ID, iso string, n int) []model.Post {
	tb.Helper()
	d := day(tb, iso)
	list := make([]model.Post, n)
	for i := range list {
		list[i] = model.Post{AccountID: account, Day: d, At: d.At(6+3*i, 0, 0), Kind: model.Publication}
	}
	return list
}

func people() []model.Person {
	return []model.Person{
		{ID: ana, Name: "Ana Quispe", Phone: "999 111 222"},
		{ID: luis, Name: "Luis Rojas", Phone: "999 333 444"},
		{ID: carla, Name: "Carla Vega"},
		{ID: pcm, Name: "Coordinación PCM"},
		{ID: andes, Name: "Andes SAC"},
		{ID: rosa, Name: "Rosa Díaz"},
	}
}

func appointments(tb testing.TB) []model.Appointment {
	tb.Helper()
	from := day(tb, "2025-01-02")
	return []model.Appointment{
		{ID: 1, PersonID: ana, Function: model.Manager, From: from},
		{ID: 2, PersonID: luis, Function: model.Head, From: from},
		{ID: 3, PersonID: carla, Function: model.Deputy, From: from},
		{ID: 4, PersonID: pcm, Function: model.PCM, From: from},
		{ID: 5, PersonID: andes, Function: model.Agency, From: from},
		{ID: 6, PersonID: rosa, Function: model.Team, From: from},
	}
}

func admin(tb testing.TB, account, person model.ID) model.Grant {
	tb.Helper()
	return model.Grant{ID: account*100 + person, AccountID: account, PersonID: person, Role: model.Administrator, From: day(tb, "2025-01-02")}
}

// ministry is the whole sample, with nothing wrong in its people, roles and
// passwords on 23/11/2026.
func ministry(tb testing.TB) directive.Facts {
	tb.Helper()
	f := directive.Facts{
		Entity:    model.Entity{Name: "Ministerio de Ejemplo", Acronym: "MINEJ", EmailDomains: []string{"minej.gob.pe"}},
		HasEntity: true,
		People:    people(), Appointments: appointments(tb),
		Since: day(tb, "2026-07-01"),
	}
	id := model.ID(1)
	for _, n := range model.Networks() {
		a := account(n)
		f.Accounts = append(f.Accounts, a)
		keys := []model.Credential{{ID: id, Kind: model.Mailbox, Address: a.Email}}
		if n != model.Facebook {
			keys = append(keys, model.Credential{ID: id + 1, Kind: model.NetworkAccess, AccountID: a.ID})
		}
		for _, k := range keys {
			f.Credentials = append(f.Credentials, k)
			f.Changes = append(f.Changes, model.CredentialChange{ID: k.ID, CredentialID: k.ID, Day: day(tb, "2026-11-10"), PersonID: luis})
			for i, who := range []model.ID{ana, luis} {
				f.Custodies = append(f.Custodies, model.Custody{ID: k.ID*10 + model.ID(i), CredentialID: k.ID, PersonID: who, From: day(tb, "2025-01-02")})
			}
		}
		id += 2
	}
	for _, who := range []model.ID{ana, luis, carla, pcm} {
		f.Grants = append(f.Grants, admin(tb, facebookID, who))
	}
	return f
}

// find returns the duties of a rule.
func find(duties []directive.Duty, rule string) []directive.Duty {
	var found []directive.Duty
	for _, d := range duties {
		if d.Rule == rule {
			found = append(found, d)
		}
	}
	return found
}

// only returns the one duty of a rule on an account.
func only(tb testing.TB, duties []directive.Duty, rule string, account model.ID) directive.Duty {
	tb.Helper()
	var found []directive.Duty
	for _, d := range find(duties, rule) {
		if d.AccountID == account {
			found = append(found, d)
		}
	}
	if len(found) != 1 {
		tb.Fatalf("%s on account %d: %d duties, want 1: %+v", rule, account, len(found), found)
	}
	return found[0]
}

func wantStatus(tb testing.TB, d directive.Duty, want directive.Status) {
	tb.Helper()
	if d.Status != want {
		tb.Errorf("%s %s is «%s» (%s), want «%s»", d.Rule, d.Subject, d.Status, d.Why, want)
	}
}
