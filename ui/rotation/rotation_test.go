package rotation_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"faro/model"
	"faro/model/calendar"
	"faro/store"
	"faro/ui/rotation"
	"faro/ui/screen"
	"faro/ui/uitest"
)

var _ rotation.Records = (*store.Store)(nil)

// noon is 23/11/2026 14:05 in Lima, the day of S17.
var noon = calendar.NewDay(2026, time.November, 23).At(14, 5, 0)

func day(t testing.TB, iso string) calendar.Day {
	t.Helper()
	d, err := calendar.ParseDay(iso)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// office is a real records file with Ana (community manager), Luis (head) and
// the accounts asked for, one mailbox each.
type office struct {
	*store.Store
	path     string
	ana      model.Person
	luis     model.Person
	accounts []model.Account
}

func newOffice(t testing.TB, networks ...model.Network) *office {
	t.Helper()
	o := &office{path: filepath.Join(t.TempDir(), "faro.db")}
	s, err := store.Open(t.Context(), o.path, store.Options{Clock: func() time.Time { return noon }, Actor: "prueba"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	o.Store = s
	o.ana = o.person(t, "Ana Quispe", model.Manager)
	o.luis = o.person(t, "Luis Rojas", model.Head)
	for i, n := range networks {
		a, err := s.SaveAccount(t.Context(), model.Account{
			Network: n, Handle: "MinEjemplo", Name: "Ministerio de Ejemplo",
			Email: fmt.Sprintf("rrss%d@minej.gob.pe", i+1), Opened: day(t, "2024-01-01"),
		})
		if err != nil {
			t.Fatal(err)
		}
		o.accounts = append(o.accounts, a)
	}
	return o
}

func (o *office) person(t testing.TB, name string, fn model.Function) model.Person {
	t.Helper()
	p, err := o.SavePerson(t.Context(), model.Person{Name: name})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.SaveAppointment(t.Context(), model.Appointment{PersonID: p.ID, Function: fn, From: day(t, "2024-01-01")}); err != nil {
		t.Fatal(err)
	}
	return p
}

// credential finds one by its kind among those of an account.
func (o *office) credential(t testing.TB, kind model.CredentialKind) model.Credential {
	t.Helper()
	all, err := o.Credentials(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range all {
		if k.Kind == kind {
			return k
		}
	}
	t.Fatalf("no credential of kind %s", kind)
	return model.Credential{}
}

func (o *office) changed(t testing.TB, k model.Credential, iso string) {
	t.Helper()
	_, err := o.RecordChange(t.Context(), model.CredentialChange{
		CredentialID: k.ID, Day: day(t, iso), PersonID: o.ana.ID, Mixed: true, Distinct: true, Channel: model.InPerson,
	})
	if err != nil {
		t.Fatal(err)
	}
}

func (o *office) held(t testing.TB, people ...model.ID) {
	t.Helper()
	all, err := o.Credentials(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range all {
		if err := o.SetCustodians(t.Context(), k.ID, people, day(t, "2024-01-01")); err != nil {
			t.Fatal(err)
		}
	}
}

func open(t testing.TB, r rotation.Records, width, height int) *rotation.Screen {
	t.Helper()
	s := rotation.New(r, func() time.Time { return noon }, uitest.Theme(), nil)
	uitest.Open(s, width, height)
	return s
}

// s17 is the office of scenario S17: the network changed on 10/11, its e-mail
// last on 08/10.
func s17(t testing.TB) *office {
	t.Helper()
	o := newOffice(t, model.X)
	o.changed(t, o.credential(t, model.NetworkAccess), "2026-11-10")
	o.changed(t, o.credential(t, model.Mailbox), "2026-10-08")
	o.held(t, o.ana.ID, o.luis.ID)
	return o
}

func TestNetworkAndMailboxAreTwoClocks(t *testing.T) { // S17, O-045, O-046
	s := open(t, s17(t), 100, 25)
	mail, network := uitest.Line(s.View(), "rrss1@minej.gob.pe"), uitest.Line(s.View(), "X @MinEjemplo")
	uitest.Shows(t, mail, "✗", "08/11/2026", "-15 días", "Ana, Luis")
	uitest.Shows(t, network, "✓", "10/12/2026", "17 días")
	uitest.Shows(t, s.View(), "Venció hace 15 días (08/11)", "6.1.2.5 O-046", "✗ 1 vencida")
}

func TestOnlyARecordedChangeMovesTheClock(t *testing.T) { // S17, A-10
	o := s17(t)
	s := open(t, o, 100, 25)
	uitest.Press(s, "r", "ctrl+s") // today, Ana, declared, in person
	uitest.Shows(t, uitest.Line(s.View(), "rrss1@minej.gob.pe"), "23/12/2026", "30 días")
	changes, err := o.Changes(t.Context(), o.credential(t, model.Mailbox).ID)
	if err != nil || len(changes) != 2 {
		t.Fatalf("changes = %v, %v; want two", changes, err)
	}
	if c := changes[0]; c.Day != day(t, "2026-11-23") || c.PersonID != o.ana.ID || !c.Mixed || !c.Distinct || c.Channel != model.InPerson {
		t.Errorf("recorded %+v", c)
	}
	uitest.Shows(t, uitest.Line(s.View(), "X @MinEjemplo"), "10/12/2026")
}

func TestEditingANoteMovesNoClock(t *testing.T) { // S17
	o := s17(t)
	changes, err := o.Changes(t.Context(), o.credential(t, model.Mailbox).ID)
	if err != nil {
		t.Fatal(err)
	}
	changes[0].Note = "con acta"
	if _, err := o.RecordChange(t.Context(), changes[0]); err != nil {
		t.Fatal(err)
	}
	uitest.Shows(t, uitest.Line(open(t, o, 100, 25).View(), "rrss1@minej.gob.pe"), "08/11/2026", "-15 días")
}

func TestTheMonthIsClampedToItsLastDay(t *testing.T) { // S16: 31/10/2026 → 30/11/2026
	o := newOffice(t, model.X)
	o.changed(t, o.credential(t, model.NetworkAccess), "2026-10-31")
	uitest.Shows(t, uitest.Line(open(t, o, 100, 25).View(), "X @MinEjemplo"), "30/11/2026", "7 días", "!")
}

func TestWhoeverLeavesMakesEverythingHeKnewDueThatDay(t *testing.T) { // S19: 4 networks + 5 mailboxes
	o := newOffice(t, model.X, model.Instagram, model.TikTok, model.YouTube, model.Facebook)
	all, err := o.Credentials(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range all {
		o.changed(t, k, "2026-11-10")
	}
	o.held(t, o.ana.ID, o.luis.ID)
	if err := o.Leave(t.Context(), o.ana.ID, day(t, "2026-11-13")); err != nil {
		t.Fatal(err)
	}
	s := open(t, o, 100, 30)
	uitest.Shows(t, s.View(), "✗ 9 vencidas", "la conocía Ana Quispe, que cesó ese día")
	if n := strings.Count(s.View(), "13/11/2026"); n != 9 {
		t.Errorf("%d rows are due on 13/11, want 9:\n%s", n, s.View())
	}
}

func TestMessagingIsNotOnOffer(t *testing.T) { // 6.1.2.6, O-047
	s := open(t, s17(t), 100, 30)
	uitest.Press(s, "r")
	uitest.Shows(t, s.View(), "Entrega", "En persona")
	uitest.Press(s, "tab", "tab", "tab", "tab")
	for range len(model.Channels()) + 1 {
		uitest.Press(s, "right")
		uitest.Hides(t, strings.ToLower(s.View()), "whatsapp", "telegram")
	}
}

func TestBadInputLosesNothingAndStoresNothing(t *testing.T) {
	o := s17(t)
	s := open(t, o, 100, 30)
	uitest.Press(s, "r", "ctrl+u")
	uitest.Type(s, "24/12/2026") // a day still to come
	uitest.Press(s, "tab", "tab", "tab", "tab", "tab")
	uitest.Type(s, "con acta")
	uitest.Press(s, "ctrl+s")
	uitest.Shows(t, s.View(), "24/12/2026", "con acta", "aún no llega")
	changes, err := o.Changes(t.Context(), o.credential(t, model.Mailbox).ID)
	if err != nil || len(changes) != 1 {
		t.Errorf("changes = %d, %v; want the earlier one alone", len(changes), err)
	}
	if s.Unsaved() == "" {
		t.Error("leaving now would lose the form without a word")
	}
}

func TestEscAsksBeforeItThrowsAwayWhatWasTyped(t *testing.T) {
	s := open(t, s17(t), 100, 30)
	uitest.Press(s, "r", "tab", "tab", "tab", "tab", "tab")
	uitest.Type(s, "una nota")
	uitest.Press(s, "esc")
	uitest.Shows(t, s.View(), "¿Descartar lo escrito?", "una nota")
	uitest.Press(s, "n")
	uitest.Shows(t, s.View(), "una nota")
	uitest.Press(s, "esc", "s")
	uitest.Hides(t, s.View(), "una nota")
	if s.Capturing() {
		t.Error("the form is gone but still takes the keys")
	}
}

func TestCustodiansAreTheManagerAndTheHead(t *testing.T) { // O-044, O-056
	o := s17(t)
	rosa := o.person(t, "Rosa Paz", model.Team)
	k := o.credential(t, model.Mailbox)
	if err := o.SetCustodians(t.Context(), k.ID, []model.ID{o.ana.ID, rosa.ID}, day(t, "2026-11-20")); err != nil {
		t.Fatal(err)
	}
	s := open(t, o, 120, 25)
	uitest.Shows(t, s.View(), "La conoce quien no es community manager ni titular: Rosa Paz", "6.2.1.2 O-056", "No la tiene el titular")

	// Luis in, Rosa out: boxes are ticked with the space bar.
	uitest.Press(s, "c")
	view := s.View()
	uitest.Shows(t, view, "Luis Rojas", "Rosa Paz")
	toggle(t, s, "Luis Rojas")
	toggle(t, s, "Rosa Paz")
	uitest.Press(s, "ctrl+s")
	uitest.Hides(t, s.View(), "La conoce quien no es")
	custodies, err := o.Custodies(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var open []model.ID
	for _, c := range custodies {
		if c.CredentialID == k.ID && c.On(day(t, "2026-11-23")) {
			open = append(open, c.PersonID)
		}
	}
	if len(open) != 2 || open[0] != o.ana.ID || open[1] != o.luis.ID {
		t.Errorf("held by %v on 23/11, want Ana %d and Luis %d", open, o.ana.ID, o.luis.ID)
	}
}

// toggle goes to an option of the list in the open form and ticks or unticks it.
func toggle(t *testing.T, s *rotation.Screen, name string) {
	t.Helper()
	if !uitest.ClickOn(s, name) {
		t.Fatalf("%s is not on offer:\n%s", name, s.View())
	}
}

func TestAGeneratedPasswordIsStrongAndKeptNowhere(t *testing.T) { // 6.1.2.2, 6.1.2.6
	o := s17(t)
	var clip string
	s := rotation.New(o, func() time.Time { return noon }, uitest.Theme(), func(p string) error { clip = p; return nil })
	uitest.Open(s, 80, 19)
	uitest.Press(s, "g", "c")
	if len(clip) != 20 || !strings.Contains(uitest.Plain(s.View()), clip) {
		t.Fatalf("copied %q, which is not what the screen shows:\n%s", clip, s.View())
	}
	for _, sort := range []string{`[A-Z]`, `[a-z]`, `[0-9]`, `[^A-Za-z0-9]`} {
		if !regexp.MustCompile(sort).MatchString(clip) {
			t.Errorf("%q has none of %s", clip, sort)
		}
	}
	first := clip
	uitest.Press(s, "esc")
	uitest.Hides(t, s.View(), first)
	uitest.Press(s, "g", "c")
	if clip == first {
		t.Error("the same password came twice")
	}
	bytes, err := os.ReadFile(o.path)
	if err != nil || strings.Contains(string(bytes), first) || strings.Contains(string(bytes), clip) {
		t.Errorf("the password is in the records file (%v)", err)
	}
}

func TestLettersTypedIntoTheFilterAreNotCommands(t *testing.T) {
	s := open(t, s17(t), 100, 25)
	uitest.Press(s, "/")
	uitest.Type(s, "rrss")
	if !s.Capturing() {
		t.Fatal("the filter does not take the keys")
	}
	uitest.Shows(t, s.View(), "Buscar: rrss", "rrss1@minej.gob.pe")
	uitest.Hides(t, s.View(), "10/12/2026", "Registrar cambio")
	uitest.Press(s, "esc")
	uitest.Shows(t, s.View(), "X @MinEjemplo")
}

// broken is a file that fails when told to, which a real one won't on demand.
type broken struct {
	rotation.Records
	readErr, writeErr error
}

func (b broken) Accounts(ctx context.Context) ([]model.Account, error) {
	if b.readErr != nil {
		return nil, b.readErr
	}
	return b.Records.Accounts(ctx)
}

func (b broken) RecordChange(ctx context.Context, c model.CredentialChange) (model.CredentialChange, error) {
	if b.writeErr != nil {
		return c, b.writeErr
	}
	return b.Records.RecordChange(ctx, c)
}

func TestAFailureIsToldAndLosesNothing(t *testing.T) {
	full := errors.New("disk is full")
	s := rotation.New(broken{Records: s17(t), writeErr: full}, func() time.Time { return noon }, uitest.Theme(), nil)
	uitest.Open(s, 100, 30)
	uitest.Press(s, "r", "tab", "tab", "tab", "tab", "tab")
	uitest.Type(s, "con acta")
	told, ok := uitest.Last[screen.ErrMsg](uitest.Press(s, "ctrl+s"))
	if !ok || !errors.Is(told.Err, full) {
		t.Errorf("told %v, want the disk's error", told)
	}
	uitest.Shows(t, s.View(), "con acta")

	s = rotation.New(broken{Records: s17(t), readErr: full}, func() time.Time { return noon }, uitest.Theme(), nil)
	if told, ok := uitest.Last[screen.ErrMsg](uitest.Open(s, 100, 30)); !ok || !errors.Is(told.Err, full) {
		t.Errorf("told %v, want the disk's error", told)
	}
}

func TestTheClocksFollowMidnight(t *testing.T) {
	o, now := s17(t), noon
	s := rotation.New(o, func() time.Time { return now }, uitest.Theme(), nil)
	uitest.Open(s, 100, 25)
	now = calendar.NewDay(2026, time.November, 24).At(0, 0, 0)
	uitest.Send(s, screen.TickMsg{Now: now})
	uitest.Shows(t, uitest.Line(s.View(), "rrss1@minej.gob.pe"), "-16 días")
}

func TestAnotherScreenMayPointAtACredential(t *testing.T) {
	o := s17(t)
	s := open(t, o, 100, 25)
	uitest.Run(s, s.Focus(o.credential(t, model.NetworkAccess).ID))
	uitest.Shows(t, uitest.Line(s.View(), "X @MinEjemplo"), "▌")
}

func TestWithoutAccountsTheScreenSaysWhatItIsFor(t *testing.T) {
	uitest.Shows(t, open(t, newOffice(t), 80, 19).View(), "6.1.2.5", "Cuentas")
}

func TestEveryWindowFits(t *testing.T) {
	o := newOffice(t, model.Facebook, model.X)
	if _, err := o.SaveAccount(t.Context(), model.Account{
		Network: model.Other, NetworkName: "Hilos 🧵 日本語", Handle: "ñandú_🇵🇪", Email: strings.Repeat("muy.largo.", 6) + "x@minej.gob.pe",
	}); err != nil {
		t.Fatal(err)
	}
	s := open(t, o, 80, 19)
	for _, keys := range [][]string{nil, {"r"}, {"esc", "h"}, {"esc", "c"}, {"esc", "g"}, {"esc", "/"}} {
		uitest.Press(s, keys...)
		for _, size := range [][2]int{{1, 1}, {20, 5}, {60, 13}, {80, 19}, {100, 25}, {160, 45}, {300, 95}} {
			s.SetSize(size[0], size[1])
			uitest.Fits(t, s.View(), size[0], size[1])
		}
	}
}

func TestPictures(t *testing.T) {
	o := newOffice(t, model.Facebook, model.X, model.Instagram)
	all, err := o.Credentials(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i, k := range all {
		if i != 3 {
			o.changed(t, k, day(t, "2026-10-18").AddDays(5*i).String())
		}
	}
	o.held(t, o.ana.ID, o.luis.ID)
	for _, size := range [][2]int{{60, 13}, {80, 19}, {100, 25}, {160, 45}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			uitest.Golden(t, open(t, o, size[0], size[1]).View())
		})
	}
	t.Run("record", func(t *testing.T) {
		s := open(t, o, 80, 19)
		uitest.Press(s, "r")
		uitest.Golden(t, s.View())
	})
}

func BenchmarkView(b *testing.B) {
	s := open(b, s17(b), 160, 45)
	for b.Loop() {
		s.View()
	}
}
