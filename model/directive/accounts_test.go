package directive_test

import (
	"strings"
	"testing"

	"faro/model"
	"faro/model/directive"
)

func TestS30UserNamesHaveSixToFifteenCharacters(t *testing.T) {
	c := directive.DefaultCriteria()
	for _, k := range []struct {
		handle string
		want   directive.Status
	}{
		{"MINEJ", directive.Breach}, {"mineje", ""}, {"MinEjemploPeru", ""}, {"MinEjemploPerú1", ""}, {"MinEjemploOficial", directive.Breach},
	} {
		a := model.Account{ID: 1, Network: model.X, Handle: k.handle, Opened: day(t, "2026-11-05")}
		found := find(directive.HandleFindings(a, nil, c), "O-036")
		switch {
		case k.want == "" && len(found) != 0:
			t.Errorf("%s: %+v", k.handle, found)
		case k.want != "" && (len(found) != 1 || found[0].Status != k.want):
			t.Errorf("%s: %+v, want «%s»", k.handle, found, k.want)
		}
	}
}

func TestS30AnAccountOlderThanTheDirectiveIsWarned(t *testing.T) {
	c := directive.DefaultCriteria()
	for opened, want := range map[string]directive.Status{"": directive.Warning, "2022-11-30": directive.Warning, "2022-12-01": directive.Breach} {
		a := model.Account{ID: 1, Network: model.X, Handle: "MINEJ"}
		if opened != "" {
			a.Opened = day(t, opened)
		}
		found := directive.HandleFindings(a, nil, c)
		if len(found) != 1 || found[0].Status != want || found[0].Why != "usuario de 5 caracteres: de 6 a 15" {
			t.Errorf("opened %q: %+v, want «%s»", opened, found, want)
		}
	}
	c.Handle.Earlier = directive.Fail
	wantStatus(t, directive.HandleFindings(model.Account{Network: model.X, Handle: "MINEJ"}, nil, c)[0], directive.Breach)
}

func TestS30TheSuffixOficialNeedsAnOpenFakeAccount(t *testing.T) {
	c := directive.DefaultCriteria()
	a := model.Account{ID: 1, Network: model.X, Handle: "MinejOficial", Opened: day(t, "2026-11-05")}
	fake := model.FakeAccount{ID: 1, AccountID: 1, URL: "https://x.com/minej_peru", SeenOn: day(t, "2026-11-01")}
	found := directive.HandleFindings(a, nil, c)
	if len(found) != 1 || found[0].Rule != "O-039" || found[0].Status != directive.Warning {
		t.Errorf("suffix without a fake account: %+v", found)
	}
	if found := directive.HandleFindings(a, []model.FakeAccount{fake}, c); len(found) != 0 {
		t.Errorf("suffix with one open: %+v", found)
	}
	fake.RemovedOn = day(t, "2026-11-20")
	if found := directive.HandleFindings(a, []model.FakeAccount{fake}, c); len(found) != 1 {
		t.Errorf("suffix once it is removed: %+v", found)
	}
}

func TestO039AFakeAccountAtTheOpeningCallsForTheSuffix(t *testing.T) {
	c := directive.DefaultCriteria()
	fake := []model.FakeAccount{{ID: 1, AccountID: 1, URL: "https://x.com/minej_peru", SeenOn: day(t, "2026-11-01")}}
	for _, k := range []struct {
		handle, opened string
		want           directive.Status
	}{
		{"MinejPer", "2026-11-05", directive.Breach},   // 8 + 7 fit in 15.
		{"MinejPeru", "2026-11-05", directive.Warning}, // 9 + 7 do not.
		{"MinejPer", "2026-10-05", ""},                 // It was seen later.
		{"MinejPer", "2022-10-05", ""},                 // Older than the Directive.
		{"MinejPerOficial", "2026-11-05", ""},
		{"MinejPer", "", ""}, // Nobody knows when it opened.
	} {
		a := model.Account{ID: 1, Network: model.X, Handle: k.handle}
		if k.opened != "" {
			a.Opened = day(t, k.opened)
		}
		found := directive.HandleFindings(a, fake, c)
		if (k.want == "") != (len(found) == 0) || k.want != "" && found[0].Status != k.want {
			t.Errorf("%s opened %s: %+v, want «%s»", k.handle, k.opened, found, k.want)
		}
	}
}

func TestA02UpperAndLowerCaseAreDemandedOnlyWhereTheEntitySaysSo(t *testing.T) {
	c := directive.DefaultCriteria()
	c.Handle.RequireCase = true
	for _, k := range []struct {
		network model.Network
		handle  string
		want    int
	}{{model.X, "minejemplo", 1}, {model.X, "MinEjemplo", 0}, {model.Instagram, "minejemplo", 0}} {
		a := model.Account{ID: 1, Network: k.network, Handle: k.handle, Opened: day(t, "2026-11-05")}
		if found := directive.HandleFindings(a, nil, c); len(found) != k.want {
			t.Errorf("%s on %s: %+v", k.handle, k.network, found)
		}
	}
}

// findings are those on the sample after a change to its X account.
func findings(t *testing.T, change func(*directive.Facts, *model.Account)) []directive.Duty {
	t.Helper()
	f := ministry(t)
	change(&f, &f.Accounts[1])
	return directive.AccountFindings(f, directive.DefaultCriteria(), day(t, "2026-11-23"))
}

func TestAnAccountInOrderOnlyShowsItsTwoSteps(t *testing.T) {
	for _, d := range findings(t, func(*directive.Facts, *model.Account) {}) {
		if d.Rule != "O-041" || d.Status != directive.Met {
			t.Errorf("%s %s «%s»: %s", d.Rule, d.Subject, d.Status, d.Why)
		}
	}
}

func TestAccountFindings(t *testing.T) {
	for _, k := range []struct {
		name   string
		rule   string
		change func(*directive.Facts, *model.Account)
		want   directive.Status
		why    string
	}{
		{"two steps off", "O-041", func(_ *directive.Facts, a *model.Account) { a.TwoStep = model.TwoStepOff }, directive.Breach, "desactivada"},
		{"two steps unknown", "O-041", func(_ *directive.Facts, a *model.Account) { a.TwoStep = model.TwoStepUnknown }, directive.NoData, "sin dato"},
		{"badge unknown", "O-023", func(_ *directive.Facts, a *model.Account) { a.Badge = model.BadgeUnknown }, directive.NoData, "sin dato"},
		{"badge not asked for", "O-023", func(_ *directive.Facts, a *model.Account) { a.Badge = model.BadgeNone }, directive.Breach, "sin solicitar"},
		{"badge denied", "O-023", func(_ *directive.Facts, a *model.Account) { a.Badge = model.BadgeDenied }, directive.Warning, "denegada"},
		{"badge asked for", "O-023", func(_ *directive.Facts, a *model.Account) {
			a.Badge, a.BadgeOn = model.BadgeRequested, day(t, "2026-08-25") // 90 days.
		}, directive.Running, "en trámite desde el 25/08"},
		{"badge forgotten", "O-023", func(_ *directive.Facts, a *model.Account) {
			a.Badge, a.BadgeOn = model.BadgeRequested, day(t, "2026-08-24")
		}, directive.Warning, "91 días sin respuesta"},
		{"personal e-mail", "O-030", func(_ *directive.Facts, a *model.Account) { a.Email = "minej.x@gmail.com" }, directive.Breach, "minej.x@gmail.com"},
		{"no description", "O-132", func(_ *directive.Facts, a *model.Account) { a.Description = " " }, directive.NoData, "Anexo 4: falta descripción"},
		{"nobody responsible and no e-mail", "O-132", func(_ *directive.Facts, a *model.Account) { a.Responsibles, a.Email = nil, "" }, directive.NoData, "Anexo 4: faltan responsables con teléfono y correo"},
		{"responsible without telephone", "O-132", func(_ *directive.Facts, a *model.Account) { a.Responsibles = []model.ID{ana, carla} }, directive.NoData, "responsables con teléfono"},
		{"no handle", "O-036", func(_ *directive.Facts, a *model.Account) { a.Handle = "" }, directive.NoData, "sin usuario registrado"},
	} {
		t.Run(k.name, func(t *testing.T) {
			d := only(t, findings(t, k.change), k.rule, xID)
			wantStatus(t, d, k.want)
			if !strings.Contains(d.Why, k.why) {
				t.Errorf("why %q, want «%s» in it", d.Why, k.why)
			}
		})
	}
}

func TestAnotherNetworkIsLookedAfterToo(t *testing.T) {
	duties := findings(t, func(f *directive.Facts, _ *model.Account) {
		f.Accounts = append(f.Accounts, model.Account{ID: 9, Network: model.Other, NetworkName: "Threads", Handle: "minejemploperu"})
	})
	d := only(t, duties, "O-041", 9)
	wantStatus(t, d, directive.NoData)
	if d.Subject != "Threads @minejemploperu" {
		t.Errorf("subject %q", d.Subject)
	}
}

func TestO020AndO058VacanciesAreBreachesAndTheUnrecordedUnknown(t *testing.T) {
	duties := findings(t, func(f *directive.Facts, _ *model.Account) { f.Appointments = nil })
	for _, rule := range []string{"O-020", "O-058"} {
		found := find(duties, rule)
		if len(found) != 1 {
			t.Fatalf("%s: %+v", rule, found)
		}
		wantStatus(t, found[0], directive.NoData)
	}
	duties = findings(t, func(f *directive.Facts, _ *model.Account) { *f = leaving(t, *f) })
	vacant := find(duties, "O-058")
	if len(vacant) != 1 || len(find(duties, "O-020")) != 0 {
		t.Fatalf("after Ana left: %+v", vacant)
	}
	wantStatus(t, vacant[0], directive.Breach)
}

func TestO037NamesShouldBeTheSameOnEveryNetwork(t *testing.T) {
	found := find(findings(t, func(_ *directive.Facts, a *model.Account) { a.Handle = "MinejOficial" }), "O-037")
	if len(found) != 1 || found[0].Status != directive.Warning || found[0].Why != "no coinciden: X usa @minej, y las demás @minejemploperu" {
		t.Errorf("%+v", found)
	}
	found = find(findings(t, func(_ *directive.Facts, a *model.Account) { a.Handle = "MINEJEMPLOPERU" }), "O-037")
	if len(found) != 0 {
		t.Errorf("names that differ in case: %+v", found)
	}
}
