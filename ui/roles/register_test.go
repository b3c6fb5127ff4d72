package roles_test

import (
	"errors"
	"strings"
	"testing"

	"faro/model"
	"faro/ui/screen"
	"faro/ui/uitest"
)

// S18: 5.1.10, 6.1.1.5 and 6.1.1.6 on the page, step by step.
func TestThePageTellsWhoIsMissingAndWhoIsTooMany(t *testing.T) {
	o := newOffice(t, "2026-11-23 14:05")
	o.admins(model.Facebook, "Ana Quispe", "Luis Rojas", "Carla Vega", "Coordinación PCM")
	s := o.show()
	uitest.Shows(t, s.View(), "3+1  en orden", "✓ 3 administradores de la entidad · 5.1.10") // PCM is not counted.

	o.press("a")
	uitest.Type(s, "rosa\n\n\n") // the person, the role and the day as offered
	o.follow(o.press("ctrl+s"))
	if g := o.grantOf("Rosa Díaz", model.Facebook); g.Role != model.Administrator || g.From != day(t, "2026-11-23") {
		t.Fatalf("stored %+v", g)
	}
	uitest.Shows(t, s.View(), "4+1", "! 4 administradores de la entidad: máximo 3 · 5.1.10")

	o.toRow("Coordinación PCM")
	o.follow(o.press("x", "enter"))
	if g := o.grantOf("Coordinación PCM", model.Facebook); g.Until != day(t, "2026-11-23") {
		t.Fatalf("stored %+v", g)
	}
	uitest.Shows(t, s.View(), "✗ Falta la Coordinación PCM entre los administradores · 6.1.1.6")

	for _, name := range []string{"Carla Vega", "Rosa Díaz"} {
		o.toRow(name)
		o.follow(o.press("x", "enter"))
	}
	uitest.Shows(t, s.View(), "✗ Falta el segundo en funciones entre los administradores · 6.1.1.5")
	uitest.Hides(t, s.View(), "5.1.10") // Ana and Luis are two: the number is in order.
	if line := uitest.Line(s.View(), "Facebook "); !strings.Contains(line, "  2 ") {
		t.Errorf("not two administrators: %q", line)
	}
}

// S19, the part of the roles: Ana leaves on Friday 13/11/2026.
func TestALeaverOwesRolesAndPasswordsTheSameDay(t *testing.T) {
	o := newOffice(t, "2026-11-13 17:30")
	o.admins(model.Facebook, "Ana Quispe", "Luis Rojas", "Carla Vega", "Coordinación PCM")
	o.admins(model.YouTube, "Ana Quispe", "Luis Rojas")
	o.entrust("Ana Quispe", "Luis Rojas")
	s := o.show()
	uitest.Shows(t, s.View(), "3+1")

	o.press("b")
	uitest.Type(s, "ana\n")
	uitest.Shows(t, s.View(), "QUEDA POR HACER HASTA EL 13/11/2026: 2 roles, 9 contraseñas",
		"! Retirar: Administrador en Facebook @MinEjemploPeru · 6.2.3.5", "! Retirar: Administrador en YouTube @MinEjemploPeru · 6.2.3.5")
	if all := must(o.store.Appointments(t.Context()))(t); all[0].Until.Valid() {
		t.Fatal("stored before it was confirmed")
	}
	msgs := o.follow(o.press("enter"))
	if note, ok := uitest.Last[screen.ChangedMsg](msgs); !ok || note.Note != "Ana Quispe deja el área el 13/11/2026: 2 roles, 9 contraseñas" {
		t.Errorf("note = %+v", note)
	}
	for _, a := range must(o.store.Appointments(t.Context()))(t) {
		if a.PersonID == o.person["Ana Quispe"] && a.Until != day(t, "2026-11-13") {
			t.Errorf("appointment until %s", a.Until)
		}
	}
	uitest.Shows(t, s.View(), "Ana Quispe deja el área el 13/11/2026", "2 roles, 9 contraseñas")
	o.press("esc")

	o.clock("2026-11-16 09:00") // Monday: three days late (16 − 13).
	uitest.Send(s, screen.TickMsg{Now: o.at})
	uitest.Shows(t, s.View(), "✗ Cesó el 13/11 y sigue el rol: 3 días de retraso; responde el titular, Luis Rojas · 6.2.3.5")
	o.toRow("Ana Quispe")
	o.follow(o.press("x", "enter"))
	uitest.Shows(t, s.View(), "✗ Ana Quispe: cesó el 13/11; se retiró el 16/11, 3 días tarde; responde el titular, Luis")
	if line := uitest.Line(s.View(), "Facebook "); !strings.Contains(line, " 2+1 ") {
		t.Errorf("Luis and Carla are two of the entity, with PCM besides: %q", line)
	}
}

// entrust gives every network password and every mailbox to people.
func (o *office) entrust(names ...string) {
	o.t.Helper()
	for _, c := range must(o.store.Credentials(o.t.Context()))(o.t) {
		if c.Kind == model.PersonalAccess {
			continue
		}
		for _, name := range names {
			must(o.store.SaveCustody(o.t.Context(), model.Custody{
				CredentialID: c.ID, PersonID: o.person[name], From: day(o.t, "2026-01-01"),
			}))(o.t)
		}
		// Changed a week ago: nothing would be due for weeks, had nobody left.
		must(o.store.RecordChange(o.t.Context(), model.CredentialChange{
			CredentialID: c.ID, Day: day(o.t, "2026-11-06"), PersonID: o.person[names[0]], Channel: model.InPerson,
		}))(o.t)
	}
}

// S20: 6.1.2.10 and O-051 to O-053.
func TestAnAdvertiserGoesWithItsCampaign(t *testing.T) {
	o := newOffice(t, "2026-11-04 10:00")
	october := must(o.store.SaveCampaign(t.Context(), model.Campaign{
		Name: "Vacunación", Paid: true, Starts: day(t, "2026-10-01"), Ends: day(t, "2026-10-31"),
	}))(t)
	o.grant(model.Grant{
		AccountID: o.account[model.Facebook], PersonID: o.person["Andes SAC"], Role: model.Advertiser,
		From: day(t, "2026-10-01"), CampaignID: october.ID, Declared: true,
	})
	s := o.show()
	uitest.Shows(t, s.View(), "✗ Andes SAC: la campaña terminó el 31/10 y sigue el rol: 4 días de retraso · 6.1.2.10")
	o.toRow("Andes SAC")
	o.follow(o.press("x", "enter"))
	uitest.Shows(t, s.View(), "se retiró el 04/11, 4 días tarde")

	o.clock("2026-11-09 09:00")
	uitest.Send(s, screen.TickMsg{Now: o.at})
	o.press("a")
	uitest.Type(s, "andes\n")
	o.press("right", "enter", "enter") // Anunciante, desde hoy
	uitest.Shows(t, s.View(), "PERMISOS ANTERIORES DE ANDES SAC", "✓ Ninguno abierto en los registros",
		"Facebook @MinEjemploPeru · Vacunación · 01/10/2026–04/11/2026")
	o.press("right", "right", "enter") // Nueva campaña
	uitest.Type(s, "Navidad segura\n\n20/12\n")
	uitest.Shows(t, s.View(), "Permisos anteriores", "Mire en la plataforma que la agencia no conserve")
	o.press("right")
	o.follow(o.press("ctrl+s"))
	g := o.grantOf("Andes SAC", model.Facebook)
	if !g.Declared || g.Role != model.Advertiser || g.From != day(t, "2026-11-09") {
		t.Errorf("stored %+v", g)
	}
	for _, c := range must(o.store.Campaigns(t.Context()))(t) {
		if c.ID == g.CampaignID && (c.Name != "Navidad segura" || c.Starts != day(t, "2026-11-09") || c.Ends != day(t, "2026-12-20")) {
			t.Errorf("campaign stored %+v", c)
		}
	}
	o.grant(model.Grant{AccountID: o.account[model.X], PersonID: o.person["Andes SAC"], Role: model.Administrator, From: day(t, "2026-11-09")})
	uitest.Send(s, screen.ChangedMsg{})
	o.toAccount(model.X)
	uitest.Shows(t, s.View(), "✗ Andes SAC: una agencia no puede ser administradora: solo anunciante · 6.1.2.10")
}

// O-052: the declaration says that nothing remains, so it is refused while
// something does.
func TestNoDeclarationWhileAnEarlierPermissionIsOpen(t *testing.T) {
	o := newOffice(t, "2026-11-09 09:00")
	october := must(o.store.SaveCampaign(t.Context(), model.Campaign{
		Name: "Vacunación", Paid: true, Starts: day(t, "2026-10-01"), Ends: day(t, "2026-10-31"),
	}))(t)
	o.grant(model.Grant{
		AccountID: o.account[model.TikTok], PersonID: o.person["Andes SAC"], Role: model.Advertiser,
		From: day(t, "2026-10-01"), CampaignID: october.ID, Declared: true,
	})
	s := o.show()
	o.press("a")
	uitest.Type(s, "andes\n")
	o.press("right", "enter", "enter", "right", "right", "enter")
	uitest.Type(s, "Navidad\n\n20/12\n")
	uitest.Shows(t, s.View(), "✗ Sigue abierto: TikTok @minejemploperu · Vacunación · desde 01/10/2026")
	o.press("right", "ctrl+s")
	uitest.Shows(t, s.View(), "! aún tiene 1 permiso abierto de otra campaña:")
	if all := must(o.store.Campaigns(t.Context()))(t); len(all) != 1 {
		t.Errorf("%d campaigns, want the one of before", len(all))
	}
	o.press("left") // «Sin comprobar» may be recorded: it is a warning.
	o.follow(o.press("ctrl+s"))
	if g := o.grantOf("Andes SAC", model.Facebook); g.ID == 0 || g.Declared {
		t.Errorf("stored %+v", g)
	}
	uitest.Shows(t, s.View(), "falta declarar que no quedan permisos de campañas anteriores · 6.1.2.10")
}

func TestARoleIsNotGivenTwice(t *testing.T) {
	o := newOffice(t, "2026-11-23 14:05")
	o.admins(model.Facebook, "Ana Quispe")
	s := o.show()
	o.press("a")
	uitest.Type(s, "ana\n")
	o.press("ctrl+s")
	uitest.Shows(t, s.View(), "ya tiene ese rol en la cuenta desde el 01/01/2026")
	if all := must(o.store.Grants(t.Context()))(t); len(all) != 1 {
		t.Errorf("%d roles, want 1", len(all))
	}
}

func TestAWrongDayKeepsWhatWasTypedAndStoresNothing(t *testing.T) {
	o := newOffice(t, "2026-11-23 14:05")
	o.admins(model.Facebook, "Ana Quispe")
	s := o.show()
	o.toRow("Ana Quispe")
	for _, wrong := range []string{"31/02/2026", "24/11/2026", "31/12/2025"} { // no such day; not yet; before it began
		o.press("x", "end", "ctrl+u")
		uitest.Type(s, wrong+"\n")
		if !s.Capturing() || s.Unsaved() == "" {
			t.Errorf("%s: the dialog closed", wrong)
		}
		uitest.Shows(t, s.View(), wrong, "! ")
		o.press("esc", "s")
	}
	if g := o.grantOf("Ana Quispe", model.Facebook); g.Until.Valid() {
		t.Errorf("stored %+v", g)
	}
	if s.Capturing() {
		t.Error("still capturing after Esc and «s»")
	}
}

func TestTheDetailTellsTheHistoryAndMendsIt(t *testing.T) {
	o := newOffice(t, "2026-11-23 14:05")
	o.grant(model.Grant{
		AccountID: o.account[model.YouTube], PersonID: o.person["Ana Quispe"], Role: model.Administrator,
		From: day(t, "2025-02-01"), Until: day(t, "2025-06-30"),
	})
	o.admins(model.YouTube, "Ana Quispe", "Luis Rojas")
	o.admins(model.X, "Ana Quispe", "Luis Rojas")
	s := o.show()
	o.toAccount(model.YouTube)
	o.toRow("Ana Quispe")
	o.press("enter")
	uitest.Shows(t, s.View(), "Ana Quispe · YouTube @MinEjemploPeru", "propietario o administrador del canal", "Community manager",
		"ANTES EN ESTA CUENTA", "01/02/2025–30/06/2025", "EN OTRAS CUENTAS", "Administrador · X @MinEjemploPeru · desde 01/01/2026")
	o.press("e")
	o.press("shift+tab") // back from the person to the account and forth to the day
	o.press("tab", "tab", "tab", "end", "ctrl+u")
	uitest.Type(s, "15/01/2026")
	o.follow(o.press("ctrl+s"))
	if g := o.grantOf("Ana Quispe", model.YouTube); g.From != day(t, "2026-01-15") {
		t.Errorf("stored %+v", g)
	}
	if all := must(o.store.Grants(t.Context()))(t); len(all) != 5 {
		t.Errorf("%d roles, want the five of before", len(all))
	}
}

func TestLettersOfTheFilterAreNotCommands(t *testing.T) {
	o := newOffice(t, "2026-11-23 14:05")
	o.admins(model.Facebook, "Ana Quispe", "Luis Rojas", "Carla Vega")
	o.admins(model.TikTok, "Ana Quispe", "Luis Rojas")
	s := o.show()
	o.press("/")
	if !s.Capturing() {
		t.Fatal("not capturing")
	}
	uitest.Type(s, "vega R A m F x b")
	if len(o.reviews()) != 0 {
		t.Error("a letter of the filter opened a review")
	}
	uitest.Shows(t, s.View(), "Nadie ni ninguna cuenta con «vega R A m F x b»")
	o.press("ctrl+u")
	uitest.Type(s, "vega")
	uitest.Shows(t, s.View(), "1 de 5 cuentas", "Facebook", "Luis Rojas") // The rows of a found account all show.
	uitest.Hides(t, s.View(), "TikTok")
	o.press("enter")
	if s.Capturing() {
		t.Error("Enter should give the keys back")
	}
	o.press("right")
	if line := rowUnderCursor(s.View()); !strings.Contains(line, "Carla Vega") {
		t.Errorf("the cursor is on %q", line)
	}
	o.press("esc")
	uitest.Shows(t, s.View(), "TikTok")
	uitest.Press(s, "/")
	uitest.Paste(s, "TIKTOK\n")
	uitest.Shows(t, s.View(), "1 de 5 cuentas")
}

func TestAFailedWriteIsToldAndKeepsTheForm(t *testing.T) {
	o := newOffice(t, "2026-11-23 14:05")
	b := &broken{Store: o.store, writeErr: errors.New("el disco está lleno")}
	o.records = b
	s := o.show()
	o.press("a")
	uitest.Type(s, "ana\n")
	o.press("ctrl+s")
	uitest.Shows(t, s.View(), "el disco está lleno", "Ana Quispe")
	b.writeErr = nil
	o.follow(o.press("ctrl+s"))
	if g := o.grantOf("Ana Quispe", model.Facebook); g.ID == 0 {
		t.Error("not stored the second time")
	}
}

func TestAFailedReadIsToldAndKeepsWhatIsShown(t *testing.T) {
	o := newOffice(t, "2026-11-23 14:05")
	o.admins(model.Facebook, "Ana Quispe")
	b := &broken{Store: o.store}
	o.records = b
	s := o.show()
	b.readErr = errors.New("el archivo se movió")
	msgs := uitest.Send(s, screen.ChangedMsg{})
	if e, ok := uitest.Last[screen.ErrMsg](msgs); !ok || !errors.Is(e.Err, b.readErr) || e.Doing != "leer los roles" {
		t.Errorf("told %+v", e)
	}
	uitest.Shows(t, s.View(), "Ana Quispe")
}

func TestALateAnswerIsDropped(t *testing.T) {
	o := newOffice(t, "2026-11-23 14:05")
	s := o.show()
	late := s.Update(screen.ChangedMsg{})() // read before Ana's role, handed over after it
	o.admins(model.Facebook, "Ana Quispe")
	uitest.Send(s, screen.ChangedMsg{})
	s.Update(late)
	uitest.Shows(t, s.View(), "Ana Quispe")
}

func TestFocusComesBeforeTheRecordsAreRead(t *testing.T) {
	o := newOffice(t, "2026-11-23 14:05")
	o.screen = newScreen(o)
	start := o.screen.Init()
	o.screen.SetSize(width100, height30)
	o.screen.Focus(o.account[model.TikTok])
	uitest.Run(o.screen, start)
	if line := rowUnderCursor(o.screen.View()); !strings.Contains(line, "TikTok") {
		t.Errorf("the cursor is on %q", line)
	}
}

func TestClicksChooseAndOpenAndTheWheelScrolls(t *testing.T) {
	o := newOffice(t, "2026-11-23 14:05")
	o.admins(model.Facebook, "Ana Quispe", "Luis Rojas")
	o.admins(model.TikTok, "Luis Rojas")
	s := o.show()
	if !uitest.ClickOn(s, "TikTok") {
		t.Fatal("no TikTok")
	}
	if line := rowUnderCursor(s.View()); !strings.Contains(line, "TikTok") {
		t.Errorf("the cursor is on %q", line)
	}
	uitest.ClickOn(s, "Facebook")
	uitest.ClickOn(s, "Luis Rojas")
	if line := rowUnderCursor(s.View()); !strings.Contains(line, "Luis Rojas") {
		t.Errorf("the cursor is on %q", line)
	}
	if s.Capturing() {
		t.Fatal("one click should only choose")
	}
	uitest.ClickOn(s, "Luis Rojas")
	uitest.Shows(t, s.View(), "Luis Rojas · Facebook @MinEjemploPeru")
	o.press("esc")
	x, y, _ := uitest.Find(s.View(), "Ana Quispe")
	uitest.Wheel(s, x, y, -1)
	if line := rowUnderCursor(s.View()); line == "" {
		t.Error("the wheel lost the cursor")
	}
}

func TestAnEmptyFileSaysWhatComesFirst(t *testing.T) {
	o := bare(t, "2026-11-23 14:05")
	s := o.show()
	uitest.Shows(t, s.View(), "Roles: quién puede hacer qué en cada cuenta", "Pulse 6 para registrar la primera")
	for _, k := range []string{"R", " ", "A", "m", "r", "s", "F", "a", "x", "b", "enter", "tab", "down", "["} {
		o.press(k)
		uitest.Fits(t, s.View(), width100, height30)
	}
	if len(o.reviews()) != 0 || s.Capturing() {
		t.Error("something began without accounts")
	}
}
