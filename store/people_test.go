package store_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"faro/model"
	"faro/model/calendar"
)

// holders are the custodies in force on a day, as credential and person.
func (o *office) holders(on string) (held [][2]model.ID) {
	o.t.Helper()
	for _, k := range must[[]model.Custody](o.t)(o.Custodies(o.t.Context())) {
		if k.On(day(on)) {
			held = append(held, [2]model.ID{k.CredentialID, k.PersonID})
		}
	}
	return held
}

// S19: Ana leaves on Friday 13/11/2026; she holds four network passwords and
// five of e-mails.
func TestWhoLeavesHoldsNothingTheDayAfter(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	for _, k := range must[[]model.Credential](t)(o.Credentials(ctx)) {
		if k.Kind == model.PersonalAccess {
			continue
		}
		must[model.Custody](t)(o.SaveCustody(ctx, model.Custody{CredentialID: k.ID, PersonID: ana, From: day("2026-01-01")}))
		must[model.Custody](t)(o.SaveCustody(ctx, model.Custody{CredentialID: k.ID, PersonID: luis, From: day("2026-01-01")}))
	}
	must[model.Custody](t)(o.SaveCustody(ctx, model.Custody{CredentialID: 3, PersonID: ana, From: day("2025-01-01"), Until: day("2025-06-30")}))
	must[model.Appointment](t)(o.SaveAppointment(ctx, model.Appointment{PersonID: ana, Function: model.Team, From: day("2027-03-01")}))
	must[model.Appointment](t)(o.SaveAppointment(ctx, model.Appointment{ // It was to last until the end of the year.
		PersonID: ana, Function: model.Reviewer, From: day("2026-10-01"), Until: day("2026-12-31"),
	}))
	must[model.Grant](t)(o.SaveGrant(ctx, model.Grant{AccountID: facebook, PersonID: ana, Role: model.Administrator, From: day("2026-01-01")}))
	check(t, o.Leave(ctx, ana, day("2026-11-13")))

	of := func(held [][2]model.ID, person model.ID) int {
		return len(slices.DeleteFunc(held, func(h [2]model.ID) bool { return h[1] != person }))
	}
	if before, after := of(o.holders("2026-11-13"), ana), of(o.holders("2026-11-14"), ana); before != 9 || after != 0 {
		t.Errorf("Ana knows %d passwords on her last day and %d the day after, want 9 and 0", before, after)
	}
	if of(o.holders("2026-11-14"), luis) != 9 {
		t.Error("Luis lost some of his")
	}
	for _, a := range must[[]model.Appointment](t)(o.Appointments(ctx)) {
		want := calendar.Day{}
		if a.PersonID == ana && a.Function != model.Team {
			want = day("2026-11-13")
		}
		if a.Until != want { // The function she takes up next March is not over before it begins.
			t.Errorf("%s of person %d until %v, want %v", a.Function, a.PersonID, a.Until, want)
		}
	}
	if g := must[[]model.Grant](t)(o.Grants(ctx))[0]; !g.Until.IsZero() {
		t.Error("the role on Facebook goes when somebody takes it away there, not before")
	}
	if o.undo() != "salida de Ana Quispe el 13/11/2026" || of(o.holders("2026-11-14"), ana) != 9 {
		t.Error("undo did not give all of it back")
	}
}

func TestLeavingNeedsSomethingToLeave(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	rosa := must[model.Person](t)(o.SavePerson(ctx, model.Person{Name: "Rosa Díaz"}))
	wantsField(t, o.Leave(ctx, rosa.ID, day("2026-11-13")), "Persona")
	wantsField(t, o.Leave(ctx, ana, calendar.Day{}), "Último día")
	wants(t, o.Leave(ctx, 99, day("2026-11-13")), model.ErrNotFound)
	check(t, o.Leave(ctx, ana, day("2026-11-13")))
	wantsField(t, o.Leave(ctx, ana, day("2026-11-20")), "Persona")
}

func TestEnrollingSomebodyKnownGivesThemTheFunction(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	p := must[model.Person](t)(o.Enrol(ctx, model.Person{Name: " Ana  Quispe "}, model.Appointment{Function: model.Reviewer, From: day("2026-11-01")}))
	if p.ID != ana || len(must[[]model.Person](t)(o.People(ctx))) != 5 {
		t.Errorf("enrolled %+v", p)
	}
}

func TestCustodiansAreThoseNamed(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	check(t, o.SetCustodians(ctx, 3, []model.ID{ana, luis}, day("2026-11-02")))
	check(t, o.SetCustodians(ctx, 3, []model.ID{luis, carla}, day("2026-11-16")))
	for on, want := range map[string][][2]model.ID{
		"2026-11-15": {{3, ana}, {3, luis}}, "2026-11-16": {{3, luis}, {3, carla}},
	} {
		if got := o.holders(on); !reflect.DeepEqual(got, want) {
			t.Errorf("on %s %v, want %v", on, got, want)
		}
	}
	wants(t, o.SetCustodians(ctx, 99, nil, day("2026-11-02")), model.ErrNotFound)
	wants(t, o.SetCustodians(ctx, 3, []model.ID{99}, day("2026-11-02")), model.ErrNotFound)
}

// credentials are those in use, as kind and label.
func (o *office) credentials() (all []string) {
	o.t.Helper()
	for _, k := range must[[]model.Credential](o.t)(o.Credentials(o.t.Context())) {
		line := string(k.Kind) + " " + k.Address
		if k.AccountID != 0 {
			line = string(k.Kind) + " " + string(rune('0'+k.AccountID))
		}
		if !k.Since.IsZero() {
			line += " desde " + k.Since.String()
		}
		if !k.Retired.IsZero() {
			line += " hasta " + k.Retired.String()
		}
		all = append(all, line)
	}
	return all
}

func (o *office) wantCredentials(want ...string) {
	o.t.Helper()
	if got := o.credentials(); !slices.Equal(got, want) {
		o.t.Errorf("credentials\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestAnAccountBringsItsCredentials(t *testing.T) {
	o, ctx := open(t), t.Context()
	save := func(a model.Account) model.Account { t.Helper(); return must[model.Account](t)(o.SaveAccount(ctx, a)) }
	fb := save(model.Account{Network: model.Facebook, Handle: "MinEjemploPeru", Email: "RRSS@minej.gob.pe", Opened: day("2026-01-05")})
	x := save(model.Account{Network: model.X, Handle: "MinEjemploPeru", Email: "rrss@minej.gob.pe"})
	o.wantCredentials("personal 1 desde 2026-01-05", "correo rrss@minej.gob.pe desde 2026-01-05", "red 2")

	x.Email = "x@minej.gob.pe"
	x = save(x)
	o.wantCredentials("personal 1 desde 2026-01-05", "correo rrss@minej.gob.pe desde 2026-01-05", "red 2", "correo x@minej.gob.pe desde 2026-11-23")

	fb.Email = "" // The last that used the address.
	fb = save(fb)
	o.wantCredentials("personal 1 desde 2026-01-05", "correo rrss@minej.gob.pe desde 2026-01-05 hasta 2026-11-23", "red 2", "correo x@minej.gob.pe desde 2026-11-23")

	x.Closed = day("2026-11-16") // S13: rotation stops on the closing day.
	x = save(x)
	o.wantCredentials("personal 1 desde 2026-01-05", "correo rrss@minej.gob.pe desde 2026-01-05 hasta 2026-11-23",
		"red 2 hasta 2026-11-16", "correo x@minej.gob.pe desde 2026-11-23 hasta 2026-11-16")

	x.Closed, x.Opened = calendar.Day{}, day("2026-03-01") // It was not closed after all, and opened in March.
	save(x)
	fb.Email = "rrss@minej.gob.pe"
	save(fb)
	o.wantCredentials("personal 1 desde 2026-01-05", "correo rrss@minej.gob.pe desde 2026-01-05",
		"red 2 desde 2026-03-01", "correo x@minej.gob.pe desde 2026-11-23")

	check(t, o.ArchiveAccount(ctx, fb.ID, true))
	o.wantCredentials("personal 1 desde 2026-01-05 hasta 2026-11-23", "correo rrss@minej.gob.pe desde 2026-01-05 hasta 2026-11-23",
		"red 2 desde 2026-03-01", "correo x@minej.gob.pe desde 2026-11-23")
	check(t, o.ArchiveAccount(ctx, fb.ID, false))
	o.wantCredentials("personal 1 desde 2026-01-05", "correo rrss@minej.gob.pe desde 2026-01-05",
		"red 2 desde 2026-03-01", "correo x@minej.gob.pe desde 2026-11-23")
}

func TestAMailboxLivesAsLongAsAnAccountUsesIt(t *testing.T) {
	o, ctx := open(t), t.Context()
	a := must[model.Account](t)(o.SaveAccount(ctx, model.Account{Network: model.X, Handle: "uno", Email: "rrss@minej.gob.pe"}))
	b := must[model.Account](t)(o.SaveAccount(ctx, model.Account{Network: model.TikTok, Handle: "dos", Email: "rrss@minej.gob.pe"}))
	a.Closed = day("2026-11-10")
	must[model.Account](t)(o.SaveAccount(ctx, a))
	o.wantCredentials("red 1 hasta 2026-11-10", "correo rrss@minej.gob.pe", "red 2")
	b.Closed = day("2026-11-05")
	must[model.Account](t)(o.SaveAccount(ctx, b))
	o.wantCredentials("red 1 hasta 2026-11-10", "correo rrss@minej.gob.pe hasta 2026-11-10", "red 2 hasta 2026-11-05")
}

func TestAnAccountUnderTheWrongNetworkGetsTheRightCredential(t *testing.T) {
	o, ctx := open(t), t.Context()
	a := must[model.Account](t)(o.SaveAccount(ctx, model.Account{Network: model.Facebook, Handle: "MinEjemploPeru"}))
	a.Network = model.YouTube
	must[model.Account](t)(o.SaveAccount(ctx, a))
	o.wantCredentials("personal 1 hasta 2026-11-23", "red 1")
}

func TestOneHandleIsOneOpenAccountOfANetwork(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	twin := model.Account{Network: model.X, Handle: "minejemploPERU"}
	wants(t, second(o.SaveAccount(ctx, twin)), model.ErrConflict)
	check(t, o.ArchiveAccount(ctx, xAccount, true))
	must[model.Account](t)(o.SaveAccount(ctx, twin))
	wants(t, o.ArchiveAccount(ctx, xAccount, false), model.ErrConflict)
}

func TestAccountsComeInTheOrderOfAnnex3(t *testing.T) {
	o := open(t)
	for _, n := range []model.Network{model.Other, model.TikTok, model.Instagram, model.YouTube, model.X, model.Facebook} {
		must[model.Account](t)(o.SaveAccount(t.Context(), model.Account{Network: n, NetworkName: "LinkedIn", Handle: "b"}))
		must[model.Account](t)(o.SaveAccount(t.Context(), model.Account{Network: n, NetworkName: "LinkedIn", Handle: "A"}))
	}
	var got []string
	for _, a := range must[[]model.Account](t)(o.Accounts(t.Context())) {
		got = append(got, string(a.Network)+" "+a.Handle)
	}
	want := []string{
		"facebook A", "facebook b", "x A", "x b", "youtube A", "youtube b", "instagram A", "instagram b", "tiktok A", "tiktok b", "otra A", "otra b",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

// S17: two clocks, and editing a note moves neither.
func TestTheLatestChangeOfEachCredential(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	change := func(credential model.ID, on string) model.CredentialChange {
		t.Helper()
		return must[model.CredentialChange](t)(o.RecordChange(ctx, model.CredentialChange{
			CredentialID: credential, Day: day(on), PersonID: ana, Mixed: true, Distinct: true, Channel: model.InPerson,
		}))
	}
	change(3, "2026-10-10")
	latest := change(3, "2026-11-10")
	change(3, "2026-09-10") // Recorded later, happened before.
	mail := change(4, "2026-10-08")
	mail.Note = "por mesa de partes"
	must[model.CredentialChange](t)(o.RecordChange(ctx, mail))
	got := must[[]model.CredentialChange](t)(o.LatestChanges(ctx))
	if !slices.Equal(got, []model.CredentialChange{latest, mail}) {
		t.Errorf("latest %+v", got)
	}
	if all := must[[]model.CredentialChange](t)(o.Changes(ctx, 3)); len(all) != 3 || all[0] != latest {
		t.Errorf("changes %+v", all)
	}
	_, err := o.RecordChange(ctx, model.CredentialChange{CredentialID: 3, Day: day("2026-11-24"), PersonID: ana, Channel: model.InPerson})
	wantsField(t, err, "Fecha")
	_, err = o.RecordChange(ctx, model.CredentialChange{CredentialID: 3, Day: day("2026-11-20"), PersonID: ana})
	wantsField(t, err, "Canal")
}

const hostile = " \x1b[31mrojo\x1b[0m \u202eoculto\u2066\u200b\x07 fin\x00 "

// dirty sets every text of a record to hostile text.
func dirty[T any](record T) T {
	v := reflect.ValueOf(&record).Elem()
	for i := range v.NumField() {
		f := v.Field(i)
		if f.Type() == reflect.TypeFor[string]() && f.String() == "" {
			f.SetString(hostile)
		}
	}
	return record
}

func TestHostileTextIsCleanedAtTheDoor(t *testing.T) {
	o, ctx := staged(t), t.Context()
	must[model.Entity](t)(o.SaveEntity(ctx, dirty(model.Entity{RUC: "20131370645", SCSEmail: "rrss_scs@pcm.gob.pe", EmailDomains: []string{"minej\u200b.gob.pe"}})))
	must[calendar.Holiday](t)(o.SaveHoliday(ctx, dirty(calendar.Holiday{Day: day("2027-01-02")})))
	must[model.Person](t)(o.SavePerson(ctx, dirty(model.Person{Email: "a@minej.gob.pe"})))
	must[model.Appointment](t)(o.SaveAppointment(ctx, dirty(model.Appointment{PersonID: ana, Function: model.Team, From: day("2026-01-01")})))
	must[model.Account](t)(o.SaveAccount(ctx, dirty(model.Account{Network: model.Other, Handle: "@ha\u200bndle", Email: "b@minej.gob.pe"})))
	must[model.FakeAccount](t)(o.SaveFake(ctx, dirty(model.FakeAccount{AccountID: xAccount, SeenOn: day("2026-11-01")})))
	must[model.CredentialChange](t)(o.RecordChange(ctx, dirty(model.CredentialChange{CredentialID: 3, Day: day("2026-11-01"), PersonID: ana, Channel: model.InPerson})))
	must[model.Campaign](t)(o.SaveCampaign(ctx, dirty(model.Campaign{Starts: day("2026-11-01"), Ends: day("2026-11-30")})))
	must[model.Grant](t)(o.SaveGrant(ctx, dirty(model.Grant{AccountID: xAccount, PersonID: ana, Role: model.OtherRole, From: day("2026-11-01")})))
	must[model.JustifiedDay](t)(o.Justify(ctx, dirty(model.JustifiedDay{Day: day("2026-11-01"), AuthorID: luis})))
	o.add(dirty(model.Post{AccountID: xAccount, At: at(9, 0), Kind: model.Publication, Origin: model.ByFile}))
	r := must[model.Review](t)(o.StartReview(ctx, month("2026-11"), 0))
	check(t, o.Decide(ctx, r.ID, r.Rows[0].GrantID, model.Revoke, hostile))
	report := must[model.Report](t)(o.AddReport(ctx, quarter("2026-T3"), []model.ReportFile{dirty(model.ReportFile{SHA256: hash("a")})}))
	check(t, o.MarkSent(ctx, report.ID, day("2026-11-20"), hostile))
	for _, text := range o.strings(`SELECT was || became || what FROM history JOIN actions ON actions.id = action_id WHERE was IS NOT NULL
		UNION ALL SELECT became || what FROM history JOIN actions ON actions.id = action_id WHERE was IS NULL`) {
		if i := strings.IndexFunc(text, func(r rune) bool {
			return r != '\n' && unicode.IsControl(r) || slices.Contains([]rune("\u202e\u2066\u200b"), r)
		}); i >= 0 || strings.Contains(text, `\u00`) || strings.Contains(text, `\u20`) || strings.Contains(text, "[31m") {
			t.Errorf("stored %q", text)
		}
	}
	if e := must[model.Entity](t)(o.Entity(ctx)); e.Name != "rojo oculto fin" {
		t.Errorf("name %q", e.Name)
	}
}
