package directive_test

import (
	"slices"
	"strings"
	"testing"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
)

func TestS15AndS16NextDue(t *testing.T) {
	c := directive.DefaultCriteria()
	for last, want := range map[string]string{
		"2027-01-31": "2027-02-28", "2027-02-26": "2027-03-26", "2027-02-28": "2027-03-28", // S15
		"2028-01-29": "2028-02-29", "2028-01-30": "2028-02-29", "2028-01-31": "2028-02-29", "2028-02-29": "2028-03-29", // S16
		"2026-12-31": "2027-01-31", "2026-10-31": "2026-11-30", "2027-03-31": "2027-04-30",
	} {
		if got := directive.NextDue(day(t, last), c); got != day(t, want) {
			t.Errorf("changed %s: due %s, want %s", last, got, want)
		}
	}
	if got := directive.NextDue(calendar.Day{}, c); !got.IsZero() {
		t.Errorf("never changed: due %s", got)
	}
}

func TestS16AFixedDayDoesNotDrift(t *testing.T) {
	c := directive.DefaultCriteria()
	c.Rotation.Cycle, c.Rotation.FixedDay = directive.FixedDayOfMonth, 31
	last := day(t, "2027-01-31")
	for _, want := range []string{"2027-02-28", "2027-03-31", "2027-04-30"} {
		if last = directive.NextDue(last, c); last != day(t, want) {
			t.Fatalf("due %s, want %s", last, want)
		}
	}
}

func TestA10OtherCycles(t *testing.T) {
	for cycle, want := range map[directive.Cycle]string{
		directive.CalendarMonth: "2026-11-30", directive.ThirtyDays: "2026-11-04", directive.MonthFromChange: "2026-11-05",
	} {
		c := directive.DefaultCriteria()
		c.Rotation.Cycle = cycle
		if got := directive.NextDue(day(t, "2026-10-05"), c); got != day(t, want) {
			t.Errorf("%s: due %s, want %s", cycle, got, want)
		}
	}
}

// keys are facts with X's network access and its mailbox.
func keys(tb testing.TB) directive.Facts {
	tb.Helper()
	return directive.Facts{
		Accounts: []model.Account{account(model.X)},
		People:   people(), Appointments: appointments(tb),
		Credentials: []model.Credential{
			{ID: 1, Kind: model.NetworkAccess, AccountID: xID},
			{ID: 2, Kind: model.Mailbox, Address: "X@minej.gob.pe"},
		},
		Changes: []model.CredentialChange{
			{ID: 1, CredentialID: 1, Day: day(tb, "2026-11-10"), PersonID: ana},
			{ID: 2, CredentialID: 2, Day: day(tb, "2026-10-08"), PersonID: ana},
		},
	}
}

// clockOf is the clock of a credential.
func clockOf(tb testing.TB, f directive.Facts, id model.ID, today string) directive.Clock {
	tb.Helper()
	for _, k := range directive.Clocks(f, directive.DefaultCriteria(), day(tb, today)) {
		if k.Credential.ID == id {
			return k
		}
	}
	tb.Fatalf("credential %d has no clock on %s", id, today)
	return directive.Clock{}
}

func TestS17NetworkAndMailboxAreTwoClocks(t *testing.T) {
	f := keys(t)
	network, mail := clockOf(t, f, 1, "2026-11-23"), clockOf(t, f, 2, "2026-11-23")
	if network.Status != directive.Met || network.Due != day(t, "2026-12-10") || network.Rule != "O-045" || network.Days != 17 {
		t.Errorf("network: «%s», due %s, %s, %d days", network.Status, network.Due, network.Rule, network.Days)
	}
	if mail.Status != directive.Breach || mail.Due != day(t, "2026-11-08") || mail.Rule != "O-046" || mail.Days != -15 {
		t.Errorf("mailbox: «%s», due %s, %s, %d days", mail.Status, mail.Due, mail.Rule, mail.Days)
	}
	if mail.Why != "venció hace 15 días (08/11)" || mail.Label != "Contraseña del correo X@minej.gob.pe" {
		t.Errorf("%s: %s", mail.Label, mail.Why)
	}
	if network.Label != "Contraseña de X @MinEjemploPeru" || network.Account == nil || network.Account.ID != xID || mail.Account != nil || len(mail.Accounts) != 1 {
		t.Errorf("labels and accounts: %+v", network)
	}
	clocks := directive.Clocks(f, directive.DefaultCriteria(), day(t, "2026-11-23"))
	if clocks[0].Credential.ID != 2 {
		t.Error("the worst clock is not the first")
	}
}

func TestS17OnlyAChangeMovesAClock(t *testing.T) {
	f := keys(t)
	before := clockOf(t, f, 2, "2026-11-23").Due
	f.Changes[1].Note, f.Changes[1].Channel = "se anotó otra cosa", model.InPerson
	f.Custodies = append(f.Custodies, model.Custody{ID: 9, CredentialID: 2, PersonID: ana, From: day(t, "2026-11-20")})
	f.Accounts[0].TwoStepOn = day(t, "2026-11-20")
	if after := clockOf(t, f, 2, "2026-11-23").Due; after != before {
		t.Errorf("due moved from %s to %s without a change", before, after)
	}
	f.Changes = append(f.Changes, model.CredentialChange{ID: 3, CredentialID: 2, Day: day(t, "2026-11-21")})
	if after := clockOf(t, f, 2, "2026-11-23"); after.Due != day(t, "2026-12-21") || after.Last != day(t, "2026-11-21") {
		t.Errorf("a change of 21/11 makes it due %s", after.Due)
	}
	f.Changes = append(f.Changes, model.CredentialChange{ID: 4, CredentialID: 2, Day: day(t, "2026-11-24")})
	if after := clockOf(t, f, 2, "2026-11-23"); after.Last != day(t, "2026-11-21") {
		t.Error("a change dated tomorrow moves today's clock")
	}
}

func TestS15AClockIsInOrderUntilItsDayEnds(t *testing.T) {
	f := keys(t)
	f.Changes = []model.CredentialChange{{CredentialID: 1, Day: day(t, "2027-01-31")}}
	for _, c := range []struct {
		today string
		want  directive.Status
		days  int
		why   string
	}{
		{"2027-02-20", directive.Met, 8, "vence en 8 días (28/02)"},
		{"2027-02-21", directive.AtRisk, 7, "vence en 7 días (28/02)"},
		{"2027-02-27", directive.AtRisk, 1, "vence mañana (28/02)"},
		{"2027-02-28", directive.AtRisk, 0, "vence hoy"},
		{"2027-03-01", directive.Breach, -1, "venció hace 1 día (28/02)"},
	} {
		k := clockOf(t, f, 1, c.today)
		if k.Status != c.want || k.Days != c.days || k.Why != c.why {
			t.Errorf("on %s «%s», %d days, %q; want «%s», %d, %q", c.today, k.Status, k.Days, k.Why, c.want, c.days, c.why)
		}
	}
}

func TestAPasswordNeverChangedCountsFromItsFirstDay(t *testing.T) {
	f := keys(t)
	f.Changes = nil
	f.Credentials[0].Since = day(t, "2026-11-05")
	k := clockOf(t, f, 1, "2026-11-23")
	if k.Due != day(t, "2026-12-05") || !k.Last.IsZero() || k.Status != directive.Met {
		t.Errorf("due %s, last %s, «%s»", k.Due, k.Last, k.Status)
	}
	unknown := clockOf(t, f, 2, "2026-11-23")
	if unknown.Status != directive.NoData || !unknown.Due.IsZero() || unknown.Why != "sin fecha del último cambio" {
		t.Errorf("unknown first day: «%s», due %s, %s", unknown.Status, unknown.Due, unknown.Why)
	}
}

func TestAMailboxOfSeveralAccountsIsOneClockUntilAllAreClosed(t *testing.T) {
	f := keys(t)
	youtube := account(model.YouTube)
	youtube.Email = "x@MINEJ.gob.pe"
	f.Accounts = append(f.Accounts, youtube)
	if k := clockOf(t, f, 2, "2026-11-23"); len(k.Accounts) != 2 {
		t.Errorf("the shared mailbox opens %d accounts, want 2", len(k.Accounts))
	}
	f.Accounts[0].Closed = day(t, "2026-11-16")
	if k := clockOf(t, f, 2, "2026-11-23"); len(k.Accounts) != 1 || k.Accounts[0].ID != youtubeID {
		t.Errorf("with X closed the mailbox opens %v", k.Accounts)
	}
	f.Accounts[1].Closed = day(t, "2026-11-23")
	if clocks := directive.Clocks(f, directive.DefaultCriteria(), day(t, "2026-11-23")); len(clocks) != 0 {
		t.Errorf("with both closed %d clocks run", len(clocks))
	}
}

func TestS13TheClocksOfAClosedAccountStopOnItsClosingDay(t *testing.T) {
	f := keys(t)
	f.Accounts[0].Closed = day(t, "2026-11-16")
	for today, want := range map[string]int{"2026-11-15": 2, "2026-11-16": 0, "2026-11-17": 0} {
		if got := len(directive.Clocks(f, directive.DefaultCriteria(), day(t, today))); got != want {
			t.Errorf("on %s %d clocks run, want %d", today, got, want)
		}
	}
}

func TestARetiredCredentialHasNoClock(t *testing.T) {
	f := keys(t)
	f.Credentials[0].Retired = day(t, "2026-11-20")
	if clocks := directive.Clocks(f, directive.DefaultCriteria(), day(t, "2026-11-23")); len(clocks) != 1 {
		t.Errorf("%d clocks run, want the mailbox's", len(clocks))
	}
}

func TestA10bPersonalFacebookAccountsAreDeclared(t *testing.T) {
	f := directive.Facts{
		Accounts:    []model.Account{account(model.Facebook)},
		Credentials: []model.Credential{{ID: 1, Kind: model.PersonalAccess, AccountID: facebookID}},
		Changes:     []model.CredentialChange{{CredentialID: 1, Day: day(t, "2026-10-05")}},
	}
	k := clockOf(t, f, 1, "2026-11-23")
	if k.Status != directive.Warning || k.Due != day(t, "2026-11-05") || k.Label != "Cuentas personales de Facebook @MinEjemploPeru" {
		t.Errorf("%s: «%s», due %s", k.Label, k.Status, k.Due)
	}
	c := directive.DefaultCriteria()
	c.Rotation.Personal = directive.NoDeclaration
	if clocks := directive.Clocks(f, c, day(t, "2026-11-23")); len(clocks) != 0 {
		t.Error("a declaration is asked for where the entity asks for none")
	}
}

// leaving makes Ana leave on Friday 13/11/2026.
func leaving(tb testing.TB, f directive.Facts) directive.Facts {
	tb.Helper()
	last := day(tb, "2026-11-13")
	f.Appointments = slices.Clone(f.Appointments)
	for i := range f.Appointments {
		if f.Appointments[i].PersonID == ana {
			f.Appointments[i].Until = last
		}
	}
	f.Custodies = slices.Clone(f.Custodies)
	for i := range f.Custodies {
		if f.Custodies[i].PersonID == ana {
			f.Custodies[i].Until = last
		}
	}
	return f
}

func TestS19ALeaverMakesNinePasswordsDueOnTheLastDay(t *testing.T) {
	f := leaving(t, ministry(t))
	clocks := directive.Clocks(f, directive.DefaultCriteria(), day(t, "2026-11-13"))
	network, mail := 0, 0
	for _, k := range clocks {
		if k.Due != day(t, "2026-11-13") || k.Status != directive.AtRisk || !strings.Contains(k.Why, "Ana Quispe") {
			t.Errorf("%s is due %s, «%s»: %s", k.Label, k.Due, k.Status, k.Why)
		}
		switch k.Rule {
		case "O-045":
			network++
		case "O-046":
			mail++
		}
	}
	if network != 4 || mail != 5 {
		t.Errorf("%d network passwords and %d mailboxes, want 4 and 5", network, mail)
	}
	late := directive.Clocks(f, directive.DefaultCriteria(), day(t, "2026-11-16"))
	if late[0].Status != directive.Breach || late[0].Days != -3 || late[0].Why != "venció hace 3 días (13/11): la conocía Ana Quispe, que cesó ese día" {
		t.Errorf("on 16/11 %d days, «%s»: %s", late[0].Days, late[0].Status, late[0].Why)
	}
}

func TestS19AChangeAfterTheLastDayLiftsTheLeaversMark(t *testing.T) {
	for _, c := range []struct {
		name string
		day  string
		by   model.ID
		want string
	}{
		{"the day after", "2026-11-14", luis, "2026-12-14"},
		{"on the last day, by somebody else", "2026-11-13", luis, "2026-12-13"},
		{"on the last day, by the leaver", "2026-11-13", ana, "2026-11-13"},
		{"the day before, by somebody else", "2026-11-12", luis, "2026-11-13"},
	} {
		f := leaving(t, ministry(t))
		f.Changes = append(f.Changes, model.CredentialChange{ID: 99, CredentialID: 1, Day: day(t, c.day), PersonID: c.by})
		if k := clockOf(t, f, 1, "2026-11-16"); k.Due != day(t, c.want) {
			t.Errorf("changed %s: due %s, want %s", c.name, k.Due, c.want)
		}
	}
}

func TestALeaverDoesNotMarkWhatHeNoLongerKnew(t *testing.T) {
	f := leaving(t, keys(t))
	f.Custodies = []model.Custody{
		{ID: 1, CredentialID: 1, PersonID: ana, From: day(t, "2025-01-02"), Until: day(t, "2026-10-01")}, // Changed on 10/11.
		{ID: 2, CredentialID: 2, PersonID: ana, From: day(t, "2025-01-02"), Until: day(t, "2026-11-01")}, // Changed on 08/10.
	}
	if k := clockOf(t, f, 1, "2026-11-16"); k.Due != day(t, "2026-12-10") {
		t.Errorf("a password changed after the custody ended is due %s", k.Due)
	}
	if k := clockOf(t, f, 2, "2026-11-10"); k.Due != day(t, "2026-11-08") {
		t.Errorf("a password due before the last day is due %s, want its own 08/11", k.Due)
	}
}

func TestCustodiansAreListedByName(t *testing.T) {
	k := clockOf(t, ministry(t), 1, "2026-11-23")
	if len(k.Custodians) != 2 || k.Custodians[0].ID != ana || k.Custodians[1].ID != luis {
		t.Errorf("custodians %+v", k.Custodians)
	}
}

func TestO044AndO056CustodyIsOfTheManagerAndTheHeadAlone(t *testing.T) {
	today := day(t, "2026-11-23")
	c := directive.DefaultCriteria()
	if found := directive.CustodyFindings(ministry(t), c, today); len(found) != 0 {
		t.Fatalf("custody in order gives %+v", found)
	}
	f := ministry(t)
	f.Custodies[0].PersonID = carla // Ana's of Facebook's mailbox.
	found := directive.CustodyFindings(f, c, today)
	if len(found) != 2 || len(find(found, "O-044")) != 1 || len(find(found, "O-056")) != 1 {
		t.Fatalf("findings %+v, want one of each", found)
	}
	manager, stranger := find(found, "O-044")[0], find(found, "O-056")[0]
	wantStatus(t, manager, directive.Breach)
	wantStatus(t, stranger, directive.Breach)
	if manager.Why != "no la tiene el community manager" || !strings.Contains(stranger.Why, "Carla Vega") || stranger.CredentialID != 1 {
		t.Errorf("%q and %q", manager.Why, stranger.Why)
	}
	f.Custodies = nil
	found = directive.CustodyFindings(f, c, today)
	if len(found) != 9 {
		t.Fatalf("%d findings, want one for each of the nine passwords", len(found))
	}
	wantStatus(t, found[0], directive.NoData)
}

func TestACustodyThatEndedIsNotOneInForce(t *testing.T) {
	f := ministry(t)
	f.Custodies = append(f.Custodies, model.Custody{ID: 900, CredentialID: 1, PersonID: carla, From: day(t, "2025-01-02"), Until: day(t, "2026-11-22")})
	if found := directive.CustodyFindings(f, directive.DefaultCriteria(), day(t, "2026-11-23")); len(found) != 0 {
		t.Errorf("%+v", found)
	}
}

func TestAPasswordBornAfterTheLastDayIsNotMarked(t *testing.T) {
	f := leaving(t, keys(t))
	f.Changes = nil
	f.Credentials[0].Since = day(t, "2026-11-14")
	f.Credentials[1].Since = day(t, "2026-11-02")
	f.Custodies = []model.Custody{
		{ID: 1, CredentialID: 1, PersonID: ana, From: day(t, "2025-01-02")},
		{ID: 2, CredentialID: 2, PersonID: ana, From: day(t, "2026-11-14")},
	}
	for id, want := range map[model.ID]string{1: "2026-12-14", 2: "2026-12-02"} {
		if k := clockOf(t, f, id, "2026-11-16"); k.Due != day(t, want) {
			t.Errorf("credential %d is due %s, want %s", id, k.Due, want)
		}
	}
}
