package accounts_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"faro/model"
	"faro/model/calendar"
	"faro/store"
	"faro/ui/accounts"
	"faro/ui/screen"
	"faro/ui/uitest"
)

var _ accounts.Records = (*store.Store)(nil)

// noon is 23/11/2026 14:05 in Lima.
var noon = calendar.NewDay(2026, time.November, 23).At(14, 5, 0)

func openStore(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "faro.db"), store.Options{Clock: func() time.Time { return noon }, Actor: "prueba"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func account(t testing.TB, s *store.Store, a model.Account) model.Account {
	t.Helper()
	saved, err := s.SaveAccount(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

func enrol(t testing.TB, s *store.Store, name string, fn model.Function) model.Person {
	t.Helper()
	p, err := s.Enrol(t.Context(), model.Person{Name: name}, model.Appointment{Function: fn, From: calendar.NewDay(2026, time.January, 2)})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func open(t testing.TB, r accounts.Records, width, height int) *accounts.Screen {
	t.Helper()
	s := accounts.New(r, func() time.Time { return noon }, uitest.Theme(), false)
	uitest.Open(s, width, height)
	return s
}

func TestAnAccountWithItsSevenFieldsIsRegistered(t *testing.T) { // O-132, Anexo 4 A
	s := openStore(t)
	ana := enrol(t, s, "Ana Quispe", model.Manager)
	scr := open(t, s, 100, 30)
	uitest.Press(scr, "a", "right", "tab") // Facebook, then X.
	uitest.Type(scr, "MinEjemploPeru\tMinisterio de Ejemplo\trrss@minej.gob.pe\t")
	uitest.Press(scr, " ", "tab")
	uitest.Type(scr, "Informar a la ciudadanía\tNotas y videos")
	uitest.Press(scr, "ctrl+s")
	all, err := s.Accounts(t.Context())
	if err != nil || len(all) != 1 {
		t.Fatalf("accounts = %+v, %v; want one:\n%s", all, err, scr.View())
	}
	a := all[0]
	if a.Network != model.X || a.Handle != "MinEjemploPeru" || a.Name != "Ministerio de Ejemplo" || a.Email != "rrss@minej.gob.pe" ||
		len(a.Responsibles) != 1 || a.Responsibles[0] != ana.ID || a.Description != "Informar a la ciudadanía" || a.Content != "Notas y videos" {
		t.Errorf("stored %+v", a)
	}
	uitest.Shows(t, scr.View(), "@MinEjemploPeru", "Ana Quispe", "rrss@minej.gob.pe")
}

func TestHandlesAreJudgedWhereTheyAreKept(t *testing.T) { // S30, O-036, O-039
	s := openStore(t)
	opened := calendar.NewDay(2025, time.March, 3)
	account(t, s, model.Account{Network: model.X, Handle: "MINEJ", Opened: opened})
	account(t, s, model.Account{Network: model.Instagram, Handle: "MinEjemploOficial", Opened: opened})
	scr := open(t, s, 130, 30)
	uitest.Shows(t, uitest.Line(scr.View(), "▌"), "✗", "@MINEJ")
	uitest.Shows(t, scr.View(), "6.1.1.8 O-036")
	uitest.Press(scr, "down")
	uitest.Shows(t, scr.View(), "O-036", "6.1.1.9 O-039")
}

func TestAFakeAccountAllowsTheSuffixUntilItIsGone(t *testing.T) { // 6.1.1.9, O-039
	s := openStore(t)
	account(t, s, model.Account{Network: model.X, Handle: "MinejOficial", Opened: calendar.NewDay(2025, time.March, 3)})
	scr := open(t, s, 160, 30)
	uitest.Shows(t, scr.View(), "O-039")
	uitest.Press(scr, "f")
	uitest.Type(scr, "https://x.com/minej_falsa")
	uitest.Press(scr, "ctrl+s")
	uitest.Hides(t, scr.View(), "O-039")
	uitest.Shows(t, scr.View(), "Cuenta falsa desde 23/11/2026: https://x.com/minej_falsa")
	uitest.Press(scr, "r", "ctrl+s")
	uitest.Shows(t, scr.View(), "O-039", "Cuenta falsa retirada el 23/11/2026")
}

func TestBadInputLosesNothingAndStoresNothing(t *testing.T) {
	s := openStore(t)
	scr := open(t, s, 100, 30)
	uitest.Press(scr, "a", "tab")
	uitest.Type(scr, "con espacios\tMinisterio\tno es correo")
	uitest.Press(scr, "ctrl+s")
	uitest.Shows(t, scr.View(), "con espacios", "no es correo", "escriba solo el usuario", "escriba un correo como")
	if all, err := s.Accounts(t.Context()); err != nil || len(all) != 0 {
		t.Errorf("accounts = %v, %v; want none", all, err)
	}
	if scr.Unsaved() == "" {
		t.Error("leaving would lose the form without a word")
	}
}

func TestClosingAnAccountKeepsItAndStopsItsClocks(t *testing.T) { // S13
	s := openStore(t)
	a := account(t, s, model.Account{Network: model.X, Handle: "MinEjemplo", Email: "rrss@minej.gob.pe"})
	scr := open(t, s, 100, 30)
	uitest.Press(scr, "enter")
	uitest.Press(scr, strings.Fields(strings.Repeat("tab ", 10))...) // Down to «Cierre».
	uitest.Type(scr, "16/11/2026")
	uitest.Press(scr, "ctrl+s")
	uitest.Shows(t, uitest.Line(scr.View(), "@MinEjemplo"), "cerrada 16/11")
	creds, err := s.Credentials(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range creds {
		if k.Retired != calendar.NewDay(2026, time.November, 16) {
			t.Errorf("credential %+v of account %d still runs", k, a.ID)
		}
	}
}

func TestNothingIsDeletedOnlyArchived(t *testing.T) {
	s := openStore(t)
	account(t, s, model.Account{Network: model.X, Handle: "MinEjemplo"})
	scr := open(t, s, 100, 30)
	asked, ok := uitest.Last[screen.ConfirmMsg](uitest.Press(scr, "x"))
	if !ok {
		t.Fatal("it was not asked")
	}
	uitest.Run(scr, asked.Yes)
	all, err := s.Accounts(t.Context())
	if err != nil || len(all) != 1 || !all[0].Archived {
		t.Fatalf("accounts = %+v, %v; want it archived", all, err)
	}
	uitest.Shows(t, uitest.Line(scr.View(), "@MinEjemplo"), "archivada")
}

func TestAPersonIsRegisteredWithAFunction(t *testing.T) { // O-020, O-058
	s := openStore(t)
	scr := open(t, s, 100, 30)
	uitest.Press(scr, "tab", "a")
	uitest.Type(scr, "Ana Quispe\tana@minej.gob.pe\t999 888 777\t")
	uitest.Press(scr, "ctrl+s")
	people, err := s.People(t.Context())
	if err != nil || len(people) != 1 || people[0].Name != "Ana Quispe" || people[0].Phone != "999 888 777" {
		t.Fatalf("people = %+v, %v", people, err)
	}
	appts, err := s.Appointments(t.Context())
	if err != nil || len(appts) != 1 || appts[0].Function != model.Team || appts[0].From != calendar.NewDay(2026, time.November, 23) {
		t.Fatalf("appointments = %+v, %v", appts, err)
	}
	uitest.Shows(t, uitest.Line(scr.View(), "ana@minej"), "Ana Quispe", "Equipo de la OC")
	if undone, err := s.Undo(t.Context()); err != nil || !strings.Contains(undone.What, "Ana Quispe") {
		t.Errorf("undid %q, %v; want the whole registration at once", undone.What, err)
	}
	if people, _ := s.People(t.Context()); len(people) != 0 {
		t.Errorf("%d people left after undo", len(people))
	}
}

func TestWhoLeavesHasALastDay(t *testing.T) { // S19, 6.2.3.5
	s := openStore(t)
	enrol(t, s, "Ana Quispe", model.Manager)
	scr := open(t, s, 100, 30)
	uitest.Press(scr, "tab", "b", "ctrl+u")
	uitest.Type(scr, "13/11/2026")
	uitest.Press(scr, "ctrl+s")
	uitest.Shows(t, scr.View(), "cesó el 13/11/2026")
}

func TestTheEntityIsEdited(t *testing.T) {
	s := openStore(t)
	scr := open(t, s, 100, 30)
	uitest.Press(scr, "tab", "tab", "e")
	uitest.Type(scr, "Ministerio de Ejemplo\tMINEJ\tOficina de Comunicaciones\tEjemplo\tminej.gob.pe, ejemplo.gob.pe")
	uitest.Press(scr, "ctrl+s")
	e, err := s.Entity(t.Context())
	if err != nil || e.Name != "Ministerio de Ejemplo" || e.Acronym != "MINEJ" || len(e.EmailDomains) != 2 || e.SCSEmail != model.DefaultSCSEmail {
		t.Fatalf("entity = %+v, %v", e, err)
	}
	uitest.Shows(t, scr.View(), "Ministerio de Ejemplo", "minej.gob.pe, ejemplo.gob.pe", "rrss_scs@pcm.gob.pe")
}

func TestDaysWithoutWorkAreAddedAndTakenAway(t *testing.T) {
	s := openStore(t)
	scr := open(t, s, 100, 30)
	uitest.Press(scr, "tab", "tab", "tab", "tab", "a")
	uitest.Type(scr, "26/12/2026\tD.S. 042-2026-PCM")
	uitest.Press(scr, "ctrl+s")
	uitest.Shows(t, scr.View(), "sáb 26/12/2026", "D.S. 042-2026-PCM")
	asked, _ := uitest.Last[screen.ConfirmMsg](uitest.Press(scr, "x"))
	uitest.Run(scr, asked.Yes)
	if days, err := s.Holidays(t.Context()); err != nil || len(days) != 0 {
		t.Errorf("holidays = %v, %v; want none", days, err)
	}
}

func TestACampaignHasItsLastDay(t *testing.T) { // 6.1.2.10
	s := openStore(t)
	scr := open(t, s, 100, 30)
	uitest.Press(scr, "tab", "tab", "tab", "a")
	uitest.Type(scr, "Lávate las manos\t01/10/2026\t31/10/2026")
	uitest.Press(scr, "ctrl+s")
	all, err := s.Campaigns(t.Context())
	if err != nil || len(all) != 1 || !all[0].Paid || all[0].Ends != calendar.NewDay(2026, time.October, 31) {
		t.Fatalf("campaigns = %+v, %v", all, err)
	}
	uitest.Shows(t, scr.View(), "Lávate las manos", "31/10/2026", "publicitaria")
}

func TestTheReadingsAdoptedAreOnRecord(t *testing.T) { // A-01…A-46
	scr := open(t, openStore(t), 130, 30)
	uitest.Press(scr, "shift+tab")
	uitest.Shows(t, scr.View(), "Criterios 48", "A-01", "A-02")
	uitest.Press(scr, "/")
	uitest.Type(scr, "A-10b")
	uitest.Shows(t, scr.View(), "A-10b")
	uitest.Hides(t, scr.View(), "A-02 ")
}

func TestSixQuestionsMakeAnOffice(t *testing.T) { // look.md: first start
	s := openStore(t)
	scr := accounts.New(s, func() time.Time { return noon }, uitest.Theme(), true)
	uitest.Open(scr, 100, 25)
	uitest.Shows(t, scr.View(), "Primeros pasos", "paso 1 de 6", "¿Qué entidad informa?")
	uitest.Type(scr, "Ministerio de Ejemplo\tMINEJ")
	uitest.Press(scr, "ctrl+s")
	for i, name := range []string{"Luis Rojas", "Carla Vega", "Ana Quispe"} {
		uitest.Shows(t, scr.View(), fmt.Sprintf("paso %d de 6", i+2))
		uitest.Type(scr, name)
		uitest.Press(scr, "ctrl+s")
	}
	uitest.Shows(t, scr.View(), "¿Qué cuentas tiene la entidad?")
	uitest.Press(scr, " ", "down", " ", "tab") // Facebook and X.
	uitest.Type(scr, "MinEjemploPeru\trrss@minej.gob.pe")
	uitest.Press(scr, "ctrl+s")
	uitest.Shows(t, scr.View(), "¿Quiénes conocen hoy las contraseñas?", "[x] Ana Quispe", "[x] Luis Rojas", "[ ] Carla Vega")
	msgs := uitest.Press(scr, "ctrl+s")
	if open, ok := uitest.Last[screen.OpenMsg](msgs); !ok || open.Name != screen.Today {
		t.Errorf("ended at %v, want Hoy", open.Name)
	}
	e, err := s.Entity(t.Context())
	if err != nil || e.Acronym != "MINEJ" {
		t.Errorf("entity = %+v, %v", e, err)
	}
	all, err := s.Accounts(t.Context())
	if err != nil || len(all) != 2 || all[0].Network != model.Facebook || all[1].Network != model.X || len(all[0].Responsibles) != 1 {
		t.Errorf("accounts = %+v, %v; want Facebook and X with Ana", all, err)
	}
	held, err := s.Custodies(t.Context())
	if err != nil || len(held) != 4 { // X's password and the one mailbox, by two people.
		t.Errorf("custodies = %+v, %v; want four", held, err)
	}
	if scr.Capturing() {
		t.Error("the wizard still takes the keys")
	}
}

func TestTheFirstQuestionsMayBeLeftAtAnyPoint(t *testing.T) {
	s := openStore(t)
	scr := accounts.New(s, func() time.Time { return noon }, uitest.Theme(), true)
	uitest.Open(scr, 80, 19)
	uitest.Type(scr, "Ministerio de Ejemplo\tMINEJ")
	uitest.Press(scr, "ctrl+s", "ctrl+n", "esc")
	uitest.Shows(t, scr.View(), "Cuentas", "Aún no hay cuentas")
	if e, err := s.Entity(t.Context()); err != nil || e.Acronym != "MINEJ" {
		t.Errorf("what was confirmed is lost: %+v, %v", e, err)
	}
	uitest.Press(scr, "w")
	uitest.Shows(t, scr.View(), "✓ Ya registrado: Ministerio de Ejemplo")
}

// broken is a file that fails when told to, which a real one won't on demand.
type broken struct {
	accounts.Records
	readErr, writeErr error
}

func (b broken) Accounts(ctx context.Context) ([]model.Account, error) {
	if b.readErr != nil {
		return nil, b.readErr
	}
	return b.Records.Accounts(ctx)
}

func (b broken) SaveAccount(ctx context.Context, a model.Account) (model.Account, error) {
	if b.writeErr != nil {
		return a, b.writeErr
	}
	return b.Records.SaveAccount(ctx, a)
}

func TestAFailureIsToldAndLosesNothing(t *testing.T) {
	full := errors.New("disk is full")
	scr := open(t, broken{Records: openStore(t), writeErr: full}, 100, 30)
	uitest.Press(scr, "a", "tab")
	uitest.Type(scr, "MinEjemplo")
	told, ok := uitest.Last[screen.ErrMsg](uitest.Press(scr, "ctrl+s"))
	if !ok || !errors.Is(told.Err, full) {
		t.Errorf("told %v, want the disk's error", told.Err)
	}
	uitest.Shows(t, scr.View(), "MinEjemplo", "no se guardó")
	msgs := uitest.Open(accounts.New(broken{Records: openStore(t), readErr: full}, func() time.Time { return noon }, uitest.Theme(), false), 80, 19)
	if told, ok := uitest.Last[screen.ErrMsg](msgs); !ok || !errors.Is(told.Err, full) {
		t.Errorf("told %v, want the disk's error", told.Err)
	}
}

func TestLettersTypedIntoTheFilterAreNotCommands(t *testing.T) {
	s := openStore(t)
	account(t, s, model.Account{Network: model.X, Handle: "MinEjemplo"})
	account(t, s, model.Account{Network: model.TikTok, Handle: "otraxacuenta"})
	scr := open(t, s, 100, 30)
	uitest.Press(scr, "/")
	uitest.Type(scr, "xa")
	uitest.Shows(t, scr.View(), "Buscar: xa", "@otraxacuenta")
	uitest.Hides(t, scr.View(), "@MinEjemplo")
	uitest.Press(scr, "esc")
	uitest.Shows(t, scr.View(), "@MinEjemplo")
}

func TestListsAreChosenWithTheMouse(t *testing.T) {
	s := openStore(t)
	enrol(t, s, "Ana Quispe", model.Manager)
	scr := open(t, s, 100, 30)
	if !uitest.ClickOn(scr, "Personas") {
		t.Fatal("no list to click on")
	}
	uitest.Shows(t, scr.View(), "Ana Quispe")
}

func TestEveryWindowFits(t *testing.T) {
	s := openStore(t)
	enrol(t, s, "Ñandú Quispe 🇵🇪 日本語 "+strings.Repeat("de ", 30), model.Head)
	account(t, s, model.Account{Network: model.Other, NetworkName: "Hilos 🧵", Handle: strings.Repeat("x", 60), Description: strings.Repeat("muy largo ", 100)})
	scr := open(t, s, 80, 19)
	for _, keys := range [][]string{nil, {"a"}, {"esc", "tab"}, {"a"}, {"esc", "tab"}, {"tab"}, {"tab"}, {"tab"}, {"w"}} {
		uitest.Press(scr, keys...)
		for _, size := range [][2]int{{1, 1}, {20, 5}, {60, 13}, {80, 19}, {100, 25}, {160, 45}, {300, 95}} {
			scr.SetSize(size[0], size[1])
			uitest.Fits(t, scr.View(), size[0], size[1])
		}
	}
}

func TestPictures(t *testing.T) {
	s := openStore(t)
	luis := enrol(t, s, "Luis Rojas Paredes", model.Head)
	ana := enrol(t, s, "Ana Quispe Mamani", model.Manager)
	opened := calendar.NewDay(2021, time.May, 10)
	for _, n := range model.Networks() {
		account(t, s, model.Account{
			Network: n, Handle: "MinEjemploPeru", Name: "Ministerio de Ejemplo", Email: "rrss@minej.gob.pe", Opened: opened,
			Responsibles: []model.ID{ana.ID, luis.ID}, TwoStep: model.TwoStepOn, Badge: model.BadgeVerified,
			Description: "Informar, orientar y educar a la ciudadanía sobre los servicios del ministerio.", Content: "Notas, videos e infografías.",
		})
	}
	for _, size := range [][2]int{{60, 13}, {80, 19}, {100, 25}, {160, 45}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			uitest.Golden(t, open(t, s, size[0], size[1]).View())
		})
	}
	t.Run("form", func(t *testing.T) {
		scr := open(t, s, 100, 25)
		uitest.Press(scr, "enter")
		uitest.Golden(t, scr.View())
	})
	t.Run("wizard", func(t *testing.T) {
		scr := accounts.New(openStore(t), func() time.Time { return noon }, uitest.Theme(), true)
		uitest.Open(scr, 80, 19)
		uitest.Golden(t, scr.View())
	})
}

func BenchmarkView(b *testing.B) {
	s := openStore(b)
	for i := range 600 {
		account(b, s, model.Account{Network: model.X, Handle: fmt.Sprintf("cuenta%04d", i)})
	}
	scr := open(b, s, 160, 45)
	for b.Loop() {
		scr.View()
	}
}
