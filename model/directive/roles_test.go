package directive_test

import (
	"slices"
	"strings"
	"testing"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
)

// facebookRoles are the findings on a Facebook page with the given
// administrators on 23/11/2026.
func facebookRoles(t *testing.T, c directive.Criteria, admins ...model.ID) []directive.Duty {
	t.Helper()
	f := directive.Facts{Accounts: []model.Account{account(model.Facebook)}, People: people(), Appointments: appointments(t)}
	for _, who := range admins {
		f.Grants = append(f.Grants, admin(t, facebookID, who))
	}
	return directive.RoleFindings(f, c, day(t, "2026-11-23"))
}

func TestS18FacebookRolesStepByStep(t *testing.T) {
	for _, step := range []struct {
		name                    string
		admins                  []model.ID
		number, successors, pcm directive.Status
		why                     string
	}{
		{"three of the entity and PCM", []model.ID{ana, luis, carla, pcm}, directive.Met, directive.Met, directive.Met, "3 administradores de la entidad"},
		{"Rosa is added", []model.ID{ana, luis, carla, pcm, rosa}, directive.Warning, directive.Met, directive.Met, "4 administradores de la entidad: máximo 3"},
		{"PCM is removed", []model.ID{ana, luis, carla, rosa}, directive.Warning, directive.Met, directive.Breach, "4 administradores de la entidad: máximo 3"},
		{"Carla and Rosa are removed", []model.ID{ana, luis}, directive.Met, directive.Breach, directive.Breach, "2 administradores de la entidad"},
		{"Ana alone", []model.ID{ana}, directive.Breach, directive.Breach, directive.Breach, "1 administrador de la entidad: mínimo 2"},
	} {
		t.Run(step.name, func(t *testing.T) {
			duties := facebookRoles(t, directive.DefaultCriteria(), step.admins...)
			number := only(t, duties, "O-014", facebookID)
			wantStatus(t, number, step.number)
			if number.Why != step.why || number.Article != "5.1.10" {
				t.Errorf("%s: %q, want %q", number.Article, number.Why, step.why)
			}
			wantStatus(t, only(t, duties, "O-033", facebookID), step.successors)
			wantStatus(t, only(t, duties, "O-034", facebookID), step.pcm)
		})
	}
}

func TestA03ExcessAndPCMAreSettings(t *testing.T) {
	c := directive.DefaultCriteria()
	c.Admins.Excess = directive.Fail
	wantStatus(t, only(t, facebookRoles(t, c, ana, luis, carla, rosa, pcm), "O-014", facebookID), directive.Breach)
	c = directive.DefaultCriteria()
	c.Admins.CountPCM = true
	wantStatus(t, only(t, facebookRoles(t, c, ana, luis, carla, pcm), "O-014", facebookID), directive.Warning)

	f := ministry(t)
	c = directive.DefaultCriteria()
	today := day(t, "2026-11-23")
	if asked := find(directive.RoleFindings(f, c, today), "O-034"); len(asked) != 1 {
		t.Errorf("PCM is asked for on %d accounts, want Facebook alone", len(asked))
	}
	c.Admins.PCMOn = directive.PCMWhereRolled
	if asked := find(directive.RoleFindings(f, c, today), "O-034"); len(asked) != 2 {
		t.Errorf("PCM is asked for on %d accounts, want Facebook and YouTube", len(asked))
	}
	c.Admins.PCMOn = directive.PCMOnAll
	if asked := find(directive.RoleFindings(f, c, today), "O-034"); len(asked) != 5 {
		t.Errorf("PCM is asked for on %d accounts, want all five", len(asked))
	}
}

func TestA04AVacantDeputyIsUnknownAndNotMissing(t *testing.T) {
	f := ministry(t)
	f.Appointments = slices.DeleteFunc(f.Appointments, func(a model.Appointment) bool { return a.Function == model.Deputy })
	d := only(t, directive.RoleFindings(f, directive.DefaultCriteria(), day(t, "2026-11-23")), "O-033", facebookID)
	wantStatus(t, d, directive.NoData)
	if d.Why != "sin segundo registrado" {
		t.Errorf("why %q", d.Why)
	}
}

func TestOnASingleLoginTheCustodiansAdminister(t *testing.T) {
	f := ministry(t)
	c := directive.DefaultCriteria()
	today := day(t, "2026-11-23")
	d := only(t, directive.RoleFindings(f, c, today), "O-014", xID)
	wantStatus(t, d, directive.Met)
	if d.Why != "2 administradores de la entidad" {
		t.Errorf("why %q, want Ana and Luis", d.Why)
	}
	f.Grants = append(f.Grants, admin(t, xID, ana))
	wantStatus(t, only(t, directive.RoleFindings(f, c, today), "O-014", xID), directive.Breach)
}

func TestAdministratorsNobodyRecordedAreUnknown(t *testing.T) {
	duties := facebookRoles(t, directive.DefaultCriteria())
	if len(duties) != 1 {
		t.Fatalf("%+v, want one verdict", duties)
	}
	wantStatus(t, duties[0], directive.NoData)
}

func TestS19TheLeaversRolesGoOnTheLastDay(t *testing.T) {
	f := leaving(t, ministry(t))
	f.Grants = append(f.Grants, admin(t, youtubeID, ana), admin(t, youtubeID, luis), admin(t, youtubeID, carla))
	c := directive.DefaultCriteria()
	removals := find(directive.RoleFindings(f, c, day(t, "2026-11-13")), "O-096")
	if len(removals) != 2 {
		t.Fatalf("%d removals, want Facebook and YouTube", len(removals))
	}
	for _, d := range removals {
		if d.Due != day(t, "2026-11-13") || d.Status != directive.AtRisk || d.PersonID != ana || !d.DueToday(day(t, "2026-11-13")) {
			t.Errorf("%s is due %s, «%s»: %s", d.Subject, d.Due, d.Status, d.Why)
		}
	}
	late := only(t, directive.RoleFindings(f, c, day(t, "2026-11-16")), "O-096", facebookID)
	wantStatus(t, late, directive.Breach)
	if late.Why != "cesó el 13/11 y sigue el rol: 3 días de retraso; responde el titular, Luis Rojas" || !late.Open() {
		t.Errorf("open %v: %q", late.Open(), late.Why)
	}

	for i := range f.Grants {
		if f.Grants[i].PersonID == ana && f.Grants[i].AccountID == facebookID {
			f.Grants[i].Until = day(t, "2026-11-16")
		}
	}
	duties := directive.RoleFindings(f, c, day(t, "2026-11-16"))
	done := only(t, duties, "O-096", facebookID)
	wantStatus(t, done, directive.Breach)
	if done.Why != "cesó el 13/11; se retiró el 16/11, 3 días tarde; responde el titular, Luis Rojas" || done.Open() {
		t.Errorf("open %v: %q", done.Open(), done.Why)
	}
	number := only(t, duties, "O-014", facebookID)
	wantStatus(t, number, directive.Met)
	if number.Why != "2 administradores de la entidad" {
		t.Errorf("after the removal %q, want 2", number.Why)
	}
}

func TestARoleTakenAwayOnTheLastDayIsInOrder(t *testing.T) {
	f := leaving(t, ministry(t))
	f.Grants[0].Until = day(t, "2026-11-13")
	if found := find(directive.RoleFindings(f, directive.DefaultCriteria(), day(t, "2026-11-20")), "O-096"); len(found) != 0 {
		t.Errorf("%+v", found)
	}
}

// agency is the page of the ministry with Andes as an advertiser.
func agency(t *testing.T, grants ...model.Grant) directive.Facts {
	t.Helper()
	f := ministry(t)
	f.Campaigns = []model.Campaign{
		{ID: 1, Name: "Vacúnate", Paid: true, Starts: day(t, "2026-10-01"), Ends: day(t, "2026-10-31")},
		{ID: 2, Name: "Verano seguro", Paid: true, Starts: day(t, "2026-11-09"), Ends: day(t, "2026-12-31")},
	}
	for i, g := range grants {
		g.ID, g.AccountID, g.PersonID = model.ID(900+i), facebookID, andes
		f.Grants = append(f.Grants, g)
	}
	return f
}

func TestS20TheAdvertiserGoesWithItsCampaign(t *testing.T) {
	c := directive.DefaultCriteria()
	g := model.Grant{Role: model.Advertiser, From: day(t, "2026-10-01"), CampaignID: 1, Declared: true}
	on := func(today string, g model.Grant) []directive.Duty {
		return find(directive.RoleFindings(agency(t, g), c, day(t, today)), "O-053")
	}
	if found := on("2026-10-20", g); len(found) != 0 {
		t.Errorf("eleven days before the end: %+v", found)
	}
	if found := on("2026-10-31", g); len(found) != 1 || found[0].Status != directive.AtRisk || !found[0].DueToday(day(t, "2026-10-31")) {
		t.Errorf("on the last day: %+v", found)
	}
	if found := on("2026-11-03", g); len(found) != 1 || found[0].Status != directive.Breach || !strings.Contains(found[0].Why, "3 días de retraso") {
		t.Errorf("three days later: %+v", found)
	}
	g.Until = day(t, "2026-11-04")
	found := on("2026-11-04", g)
	if len(found) != 1 || found[0].Status != directive.Breach || found[0].Why != "la campaña terminó el 31/10; se retiró el 04/11, 4 días tarde" || found[0].Open() {
		t.Errorf("removed on 04/11: %+v", found)
	}
}

func TestS20AnAdvertiserIsDeclaredAndNeverAdministers(t *testing.T) {
	c := directive.DefaultCriteria()
	today := day(t, "2026-11-09")
	second := model.Grant{Role: model.Advertiser, From: today, CampaignID: 2}
	duties := directive.RoleFindings(agency(t, second), c, today)
	wantStatus(t, only(t, duties, "O-052", facebookID), directive.Warning)
	second.Declared = true
	if found := find(directive.RoleFindings(agency(t, second), c, today), "O-052"); len(found) != 0 {
		t.Errorf("declared, and still asked for: %+v", found)
	}
	none := only(t, directive.RoleFindings(agency(t, model.Grant{Role: model.Advertiser, From: today}), c, today), "O-051", facebookID)
	wantStatus(t, none, directive.Breach)
	if none.Why != "anunciante sin campaña" {
		t.Errorf("why %q", none.Why)
	}
	duties = directive.RoleFindings(agency(t, model.Grant{Role: model.Administrator, From: today}), c, today)
	wantStatus(t, only(t, duties, "O-051", facebookID), directive.Breach)
	if number := only(t, duties, "O-014", facebookID); number.Why != "3 administradores de la entidad" {
		t.Errorf("the agency is counted: %s", number.Why)
	}
}

func TestA22GraceIsASetting(t *testing.T) {
	c := directive.DefaultCriteria()
	c.Advertiser.Days = 4
	g := model.Grant{Role: model.Advertiser, From: day(t, "2026-10-01"), Until: day(t, "2026-11-04"), CampaignID: 1, Declared: true}
	if found := find(directive.RoleFindings(agency(t, g), c, day(t, "2026-11-10")), "O-053"); len(found) != 0 {
		t.Errorf("removed within four days of grace: %+v", found)
	}
}

func TestS13TheRolesOfAClosedAccountAreLookedAtNoMore(t *testing.T) {
	f := ministry(t)
	f.Accounts[0].Closed = day(t, "2026-11-16")
	c := directive.DefaultCriteria()
	for today, want := range map[string]int{"2026-11-15": 1, "2026-11-16": 0} {
		if got := len(find(directive.RoleFindings(f, c, day(t, today)), "O-033")); got != want {
			t.Errorf("on %s %d verdicts, want %d", today, got, want)
		}
	}
}

func TestFunctionsByDate(t *testing.T) {
	appts := []model.Appointment{
		{PersonID: ana, Function: model.Manager, From: day(t, "2026-01-01"), Until: day(t, "2026-06-30")},
		{PersonID: ana, Function: model.Team, From: day(t, "2026-07-01"), Until: day(t, "2026-11-13")},
		{PersonID: rosa, Function: model.Manager, From: day(t, "2026-06-30")},
		{PersonID: rosa, Function: model.Manager, From: day(t, "2026-05-01")},
	}
	for iso, want := range map[string][]model.ID{"2025-12-31": nil, "2026-06-30": {ana, rosa}, "2026-07-01": {rosa}} {
		if got := directive.InFunction(appts, model.Manager, day(t, iso)); !slices.Equal(got, want) {
			t.Errorf("managers on %s: %v, want %v", iso, got, want)
		}
	}
	if last, ok := directive.LastDay(appts, ana); !ok || last != day(t, "2026-11-13") {
		t.Errorf("Ana's last day is %s (%v)", last, ok)
	}
	for _, who := range []model.ID{rosa, luis} {
		if last, ok := directive.LastDay(appts, who); ok || last != (calendar.Day{}) {
			t.Errorf("%d has a last day, %s", who, last)
		}
	}
}

func TestWhoHasLeftIsNoAdministratorOfTheEntityAnyMore(t *testing.T) {
	f := leaving(t, ministry(t))
	for today, want := range map[string]string{"2026-11-13": "3 administradores de la entidad", "2026-11-14": "2 administradores de la entidad"} {
		if d := only(t, directive.RoleFindings(f, directive.DefaultCriteria(), day(t, today)), "O-014", facebookID); d.Why != want {
			t.Errorf("on %s %q, want %q", today, d.Why, want)
		}
	}
}

func TestWhoChangesFunctionHasNotLeft(t *testing.T) {
	team := model.Appointment{ID: 30, PersonID: ana, Function: model.Team, From: day(t, "2026-11-14")}
	for name, place := range map[string]int{"first": 0, "last": 6} {
		f := leaving(t, ministry(t))
		f.Appointments = slices.Insert(f.Appointments, place, team)
		if found := find(directive.RoleFindings(f, directive.DefaultCriteria(), day(t, "2026-11-16")), "O-096"); len(found) != 0 {
			t.Errorf("with the new function recorded %s: %+v", name, found)
		}
	}
}

func TestAFunctionYetToBeginDoesNotCount(t *testing.T) {
	f := ministry(t)
	f.Appointments = append(f.Appointments, model.Appointment{ID: 30, PersonID: pcm, Function: model.Team, From: day(t, "2026-12-01")})
	if d := only(t, directive.RoleFindings(f, directive.DefaultCriteria(), day(t, "2026-11-23")), "O-014", facebookID); d.Why != "3 administradores de la entidad" {
		t.Errorf("why %q", d.Why)
	}
}

func TestA22DaysLateAreCountedFromTheEndAndNotFromTheGrace(t *testing.T) {
	c := directive.DefaultCriteria()
	c.Advertiser.Days = 2
	g := model.Grant{Role: model.Advertiser, From: day(t, "2026-10-01"), Until: day(t, "2026-11-04"), CampaignID: 1, Declared: true}
	d := only(t, directive.RoleFindings(agency(t, g), c, day(t, "2026-11-10")), "O-053", facebookID)
	if !strings.HasSuffix(d.Why, "4 días tarde") {
		t.Errorf("why %q", d.Why)
	}
}
