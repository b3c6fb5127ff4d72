package directive_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
)

// morning is the sample of look.md: a mailbox two days overdue, the review of
// November unsigned, the third quarter's report incomplete and overdue.
func morning(tb testing.TB) directive.Facts {
	tb.Helper()
	f := ministry(tb)
	f.Accounts[0].Email = "rrss@minej.gob.pe"
	f.Credentials[0].Address = "rrss@minej.gob.pe"
	f.Changes[0].Day = day(tb, "2026-10-21")
	f.Reviews = []model.Review{{ID: 1, ReviewerID: luis, SignedAt: at(tb, "2026-10-30 10:00")}}
	f.Quarter = directive.QuarterState{Quarter: thirdQuarter, Rows: 142, Expected: 150}
	f.Posts = slices.Concat(
		daily(tb, facebookID, "2026-11-22", 3),
		posts(tb, facebookID, "2026-11-23 09:00", "2026-11-23 13:10"),
		daily(tb, xID, "2026-11-22", 5), daily(tb, xID, "2026-11-23", 2),
		daily(tb, instagramID, "2026-11-22", 1), daily(tb, instagramID, "2026-11-23", 1),
		posts(tb, tiktokID, "2026-11-23 08:00"),
	)
	return f
}

func TestTheMorningsBoardListsWhatMustBeDone(t *testing.T) {
	today := day(t, "2026-11-23")
	open := directive.Attention(directive.Board(morning(t), directive.DefaultCriteria(), at(t, "2026-11-23 14:05")), today)
	var got []string
	for _, d := range open {
		got = append(got, d.Status.Mark()+" "+d.Subject+": "+d.Why+" · "+d.Article)
	}
	want := []string{
		"✗ Informe III Trimestre 2026: 142 de 150 filas · plazo interno venció hace 39 días (15/10) · 6.3.2",
		"✗ Contraseña del correo rrss@minej.gob.pe: venció hace 2 días (21/11) · 6.1.2.5",
		"! Revisión de roles de noviembre: falta firmar, hasta el 30/11 · 6.1.2.11",
	}
	if !slices.Equal(got, want) {
		t.Errorf("attention\n%q\nwant\n%q", got, want)
	}
	if !open[1].Overdue(today) || open[1].Screen != directive.ScreenRotation || open[2].Screen != directive.ScreenRoles {
		t.Errorf("%+v", open)
	}
}

func TestTheBoardHoldsTheDutiesThatAreMet(t *testing.T) {
	duties := directive.Board(morning(t), directive.DefaultCriteria(), at(t, "2026-11-23 14:05"))
	facebook := only(t, duties, "O-066", facebookID)
	wantStatus(t, facebook, directive.Running)
	if facebook.Subject != "Facebook @MinEjemploPeru" || facebook.Why != "falta 1 · próxima desde 15:10" || facebook.Due != day(t, "2026-11-23") {
		t.Errorf("%s, due %s: %s", facebook.Subject, facebook.Due, facebook.Why)
	}
	for rule, account := range map[string]model.ID{"O-067": facebookID, "O-069": instagramID, "O-014": facebookID, "O-033": facebookID, "O-034": facebookID, "O-041": xID} {
		wantStatus(t, only(t, duties, rule, account), directive.Met)
	}
	for rule, account := range map[string]model.ID{"O-068": xID, "O-070": tiktokID, "O-071": youtubeID} {
		wantStatus(t, only(t, duties, rule, account), directive.Running)
	}
}

func TestYesterdaysMissedQuotaIsShownAndCannotBeMended(t *testing.T) {
	f := morning(t)
	f.Posts = slices.Concat(posts(t, facebookID, "2026-11-22 09:00", "2026-11-22 10:00"), daily(t, facebookID, "2026-11-23", 3))
	now := at(t, "2026-11-23 14:05")
	duties := directive.Board(f, directive.DefaultCriteria(), now)
	yesterday := day(t, "2026-11-22")
	for rule, why := range map[string]string{
		"O-066": "ayer 2 de 3: faltó 1",
		"O-067": "ayer 09:00 y 10:00: faltó 1 h",
	} {
		var missed []directive.Duty
		for _, d := range find(duties, rule) {
			if d.Due == yesterday {
				missed = append(missed, d)
			}
		}
		if len(missed) != 1 || missed[0].Status != directive.Breach || missed[0].Why != why || missed[0].Open() {
			t.Errorf("%s: %+v, want «%s»", rule, missed, why)
		}
	}
	f.Since = day(t, "2026-11-23")
	for _, d := range directive.Board(f, directive.DefaultCriteria(), now) {
		if d.Due == yesterday && d.Screen == directive.ScreenToday {
			t.Errorf("judged before the records begin: %+v", d)
		}
	}
}

func TestWhatIsBeyondReachTodayAsksForNothing(t *testing.T) {
	f := directive.Facts{Accounts: []model.Account{account(model.Facebook)}}
	today := day(t, "2026-11-23")
	for now, want := range map[string]int{"2026-11-23 17:00": 0, "2026-11-23 18:30": 1, "2026-11-23 20:00": 0} {
		duties := directive.Board(f, directive.DefaultCriteria(), at(t, now))
		if got := len(find(directive.Attention(duties, today), "O-066")); got != want {
			t.Errorf("at %s Facebook asks for attention %d times, want %d", now, got, want)
		}
	}
}

func TestADeclarationThatFellDueAsksForAttention(t *testing.T) {
	f := directive.Facts{
		Accounts:    []model.Account{account(model.Facebook)},
		Credentials: []model.Credential{{ID: 1, Kind: model.PersonalAccess, AccountID: facebookID, Since: day(t, "2026-10-01")}},
	}
	today := day(t, "2026-11-23")
	open := directive.Attention(directive.Board(f, directive.DefaultCriteria(), at(t, "2026-11-23 10:00")), today)
	if len(find(open, "O-045")) != 1 {
		t.Errorf("attention %+v", open)
	}
}

func TestTheBoardIsSortedAndDoesNotDependOnTheOrderOfFacts(t *testing.T) {
	now := at(t, "2026-11-23 14:05")
	want := directive.Board(sector(t, 30, 200), directive.DefaultCriteria(), now)
	if !slices.IsSortedFunc(want, func(a, b directive.Duty) int { return b.Status.Severity() - a.Status.Severity() }) {
		t.Error("the worst duties are not first")
	}
	shuffle := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		f := sector(t, 30, 200)
		facts := reflect.ValueOf(&f).Elem()
		for i := range facts.NumField() {
			if field := facts.Field(i); field.Kind() == reflect.Slice {
				shuffle.Shuffle(field.Len(), reflect.Swapper(field.Interface()))
			}
		}
		if got := directive.Board(f, directive.DefaultCriteria(), now); !reflect.DeepEqual(got, want) {
			t.Fatal("the same facts in another order give another board")
		}
	}
}

func TestTheBoardLeavesItsFactsAlone(t *testing.T) {
	f := sector(t, 10, 60)
	rand.New(rand.NewPCG(3, 4)).Shuffle(len(f.Posts), func(i, j int) { f.Posts[i], f.Posts[j] = f.Posts[j], f.Posts[i] })
	before, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	directive.Board(f, directive.DefaultCriteria(), at(t, "2026-11-23 14:05"))
	if after, err := json.Marshal(f); err != nil || string(after) != string(before) {
		t.Error("Board changed the facts it was given")
	}
}

func TestNoFactsNoDuties(t *testing.T) {
	if duties := directive.Board(directive.Facts{}, directive.DefaultCriteria(), at(t, "2026-11-23 14:05")); len(duties) != 0 {
		t.Errorf("%+v", duties)
	}
}

func TestArchivedAccountsHaveNoDuties(t *testing.T) {
	f := ministry(t)
	for i := range f.Accounts {
		f.Accounts[i].Archived = true
	}
	if duties := directive.Board(f, directive.DefaultCriteria(), at(t, "2026-11-23 14:05")); len(duties) != 0 {
		t.Errorf("%+v", duties)
	}
}

func TestA45ANetworkCanAnswerAsAWhole(t *testing.T) {
	second := account(model.X)
	second.ID, second.Handle = 20, "MinejPrensa"
	f := directive.Facts{
		Accounts: []model.Account{account(model.X), second},
		Posts:    slices.Concat(daily(t, xID, "2026-11-23", 2), daily(t, 20, "2026-11-23", 3)),
	}
	c := directive.DefaultCriteria()
	now := at(t, "2026-11-23 20:00")
	for _, d := range find(directive.Board(f, c, now), "O-068") {
		wantStatus(t, d, directive.Running)
	}
	c.Scope = directive.EachNetwork
	pooled := find(directive.Board(f, c, now), "O-068")
	if len(pooled) != 1 || pooled[0].Status != directive.Met || pooled[0].Subject != "X (2 cuentas)" {
		t.Errorf("%+v", pooled)
	}
}

func TestADutyIsWrittenInJSONWithItsDateAndReason(t *testing.T) {
	d := directive.Duty{
		Rule: "O-046", Article: "6.1.2.5", Subject: "Contraseña del correo rrss@minej.gob.pe", Status: directive.Breach,
		Due: day(t, "2026-11-21"), Why: "venció hace 2 días (21/11)", AccountID: 1, CredentialID: 2, Screen: directive.ScreenRotation,
	}
	got, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"rule":"O-046","article":"6.1.2.5","subject":"Contraseña del correo rrss@minej.gob.pe","status":"incumple","due":"2026-11-21","why":"venció hace 2 días (21/11)"}`
	if string(got) != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

func TestDatesOfADuty(t *testing.T) {
	today := day(t, "2026-11-23")
	for _, c := range []struct {
		status             directive.Status
		due                calendar.Day
		overdue, today, op bool
	}{
		{directive.Breach, today.AddDays(-1), true, false, true},
		{directive.Breach, calendar.Day{}, false, false, true},
		{directive.Running, today, false, true, false},
		{directive.AtRisk, today, false, true, true},
		{directive.Met, today.AddDays(-1), false, false, false},
		{directive.Justified, today.AddDays(-1), false, false, false},
		{directive.NoData, today, false, true, false},
	} {
		d := directive.Duty{Status: c.status, Due: c.due}
		if d.Overdue(today) != c.overdue || d.DueToday(today) != c.today || d.Open() != c.op {
			t.Errorf("«%s» due %q: overdue %v, today %v, open %v", c.status, c.due, d.Overdue(today), d.DueToday(today), d.Open())
		}
	}
}

// sector is a ministry with its adscritos: as many accounts and about as many
// posts as asked for, some of them late, some passwords overdue.
func sector(tb testing.TB, accounts, published int) directive.Facts {
	tb.Helper()
	f := ministry(tb)
	today := day(tb, "2026-11-23")
	networks := model.Networks()
	for i := len(f.Accounts); i < accounts; i++ {
		a := account(networks[i%len(networks)])
		a.ID, a.Email = model.ID(100+i), fmt.Sprintf("rrss%d@minej.gob.pe", i)
		f.Accounts = append(f.Accounts, a)
		for k, kind := range []model.CredentialKind{model.NetworkAccess, model.Mailbox} {
			id := model.ID(1000 + 2*i + k)
			f.Credentials = append(f.Credentials, model.Credential{ID: id, Kind: kind, AccountID: a.ID, Address: a.Email})
			f.Changes = append(f.Changes, model.CredentialChange{ID: id, CredentialID: id, Day: today.AddDays(-i % 40), PersonID: luis})
			f.Custodies = append(f.Custodies,
				model.Custody{ID: 2 * id, CredentialID: id, PersonID: ana, From: today.AddDays(-400)},
				model.Custody{ID: 2*id + 1, CredentialID: id, PersonID: luis, From: today.AddDays(-400)})
		}
		for _, who := range []model.ID{ana, luis, carla, pcm} {
			f.Grants = append(f.Grants, admin(tb, a.ID, who))
		}
	}
	start := today.AddDays(-1).Start()
	for i := range published {
		instant := start.Add(time.Duration(i*53%2880) * time.Minute)
		f.Posts = append(f.Posts, model.Post{
			ID: model.ID(i + 1), AccountID: f.Accounts[i%len(f.Accounts)].ID, Day: calendar.DayOf(instant), At: instant,
			Kind: model.Publication, Link: fmt.Sprintf("https://example.pe/%d", i),
		})
	}
	slices.SortFunc(f.Posts, func(a, b model.Post) int { return int(a.AccountID - b.AccountID) })
	return f
}

func BenchmarkBoard600(b *testing.B) {
	f := sector(b, 600, 3000)
	c := directive.DefaultCriteria()
	now := at(b, "2026-11-23 14:05")
	b.ReportAllocs()
	for b.Loop() {
		directive.Board(f, c, now)
	}
}

// BenchmarkBoard5 is the board of an ordinary ministry.
func BenchmarkBoard5(b *testing.B) {
	f := morning(b)
	c := directive.DefaultCriteria()
	now := at(b, "2026-11-23 14:05")
	b.ReportAllocs()
	for b.Loop() {
		directive.Board(f, c, now)
	}
}
