package roles_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"faro/model"
	"faro/model/calendar"
	"faro/ui/screen"
	"faro/ui/uitest"
)

// Nothing is approved by silence.
func TestSigningSaysWhatIsMissing(t *testing.T) {
	o := audited(t, "2026-11-23 14:05")
	s := o.show()
	o.follow(o.press(" ", "A", "F"))
	uitest.Shows(t, s.View(), "Aún no se puede firmar", "✗ sin decidir: Rosa Díaz",
		"! falta mirar X › Configuración › Seguridad y acceso a la cuenta › Delegar", "✗ sin decidir: Ana Quispe, Luis Rojas")
	o.press("enter") // to the first of them
	if line := rowUnderCursor(s.View()); !strings.Contains(line, "Facebook") {
		t.Errorf("the cursor is on %q", line)
	}
	o.press("r", "1", "1")
	for _, n := range []model.Network{model.X, model.YouTube, model.Instagram, model.TikTok} {
		o.toAccount(n)
		o.follow(o.press(" "))
	}
	o.toAccount(model.TikTok)
	o.follow(o.press("A"))

	// A «no sé» without a reason, as no key of the screen leaves one.
	review := o.reviews()[0]
	luis := o.grantOf("Luis Rojas", model.TikTok)
	if err := o.store.Decide(t.Context(), review.ID, luis.ID, model.UnknownToHold, ""); err != nil {
		t.Fatal(err)
	}
	uitest.Send(s, screen.ChangedMsg{})
	o.press("F")
	uitest.Shows(t, s.View(), "TikTok @minejemploperu", "✗ sin motivo: Luis Rojas (no sé)")
	uitest.Hides(t, s.View(), "sin decidir:")
	if r := o.reviews()[0]; r.Signed() {
		t.Error("signed all the same")
	}
}

// What was in order when it was kept may not be when it is signed.
func TestARoleFlaggedAfterItWasKeptNeedsAReason(t *testing.T) {
	o := audited(t, "2026-11-23 14:05")
	o.finish(november, 0)
	carla := o.grantOf("Carla Vega", model.Facebook)
	if err := o.store.Decide(t.Context(), o.reviews()[0].ID, carla.ID, model.Keep, ""); err != nil {
		t.Fatal(err)
	}
	if err := o.store.Leave(t.Context(), o.person["Carla Vega"], day(t, "2026-11-23")); err != nil {
		t.Fatal(err)
	}
	s := o.show()
	o.press("F")
	uitest.Shows(t, s.View(), "Aún no se puede firmar", "✗ sin motivo: Carla Vega (mantener)")
}

// finish decides everything in the file, so that only the signature is left.
func (o *office) finish(month calendar.Month, corrects model.ID) model.Review {
	o.t.Helper()
	r := must(o.store.StartReview(o.t.Context(), month, corrects))(o.t)
	for _, row := range r.Rows {
		if err := o.store.Decide(o.t.Context(), r.ID, row.GrantID, model.Keep, "Así consta"); err != nil {
			o.t.Fatal(err)
		}
	}
	for _, id := range o.account {
		if err := o.store.Look(o.t.Context(), r.ID, id, true); err != nil {
			o.t.Fatal(err)
		}
	}
	return r
}

var november = calendar.Month{Year: 2026, Month: 11}

// S21: the last minutes of November in Lima are December in UTC.
func TestASignatureBeforeMidnightInLimaIsNovembers(t *testing.T) {
	o := audited(t, "2026-11-30 23:50")
	if got := o.at.UTC().Format("2006-01-02T15:04Z"); got != "2026-12-01T04:50Z" {
		t.Fatal(got)
	}
	o.finish(november, 0)
	s := o.show()
	o.press("F")
	uitest.Shows(t, s.View(), "Firmar la revisión de roles de noviembre", "Luis Rojas · Titular de la OC",
		"Luis Rojas da fe: 5 cuentas miradas en su plataforma y 7 roles decididos, el", "30/11/2026.")
	uitest.Type(s, "xx\n")
	uitest.Shows(t, s.View(), "no son las de Luis Rojas: escriba, por ejemplo, LR")
	o.press("end", "ctrl+u")
	uitest.Type(s, "lr")
	msgs := o.follow(o.press("enter"))
	if note, _ := uitest.Last[screen.ChangedMsg](msgs); note.Note != "Revisión de roles de noviembre firmada por Luis Rojas" {
		t.Errorf("note %q", note.Note)
	}
	r := o.reviews()[0]
	if r.Month != november || !r.SignedAt.Equal(o.at) || r.Initials != "LR" || r.ReviewerID != o.person["Luis Rojas"] {
		t.Errorf("stored %+v", r)
	}
	uitest.Shows(t, s.View(), "✓ Revisión de roles de noviembre 2026 · Firmada 30/11/2026 23:50 por Luis Rojas (LR)")
}

// S21: a signature of 02/12 is December's; November stays unsigned.
func TestTwoDaysLaterItIsDecembersReview(t *testing.T) {
	o := audited(t, "2026-11-30 23:50")
	o.finish(november, 0)
	s := o.show()
	o.clock("2026-12-02 09:00")
	uitest.Send(s, screen.TickMsg{Now: o.at})
	uitest.Shows(t, s.View(), "Revisión de roles de diciembre 2026: falta firmar, hasta el 31/12")
	o.finish(calendar.Month{Year: 2026, Month: 12}, 0)
	uitest.Send(s, screen.ChangedMsg{})
	o.press("F")
	uitest.Type(s, "LR")
	o.follow(o.press("enter"))
	for _, r := range o.reviews() {
		if r.Signed() != (r.Month.Month == 12) {
			t.Errorf("review of %s: signed %v", r.Month, r.Signed())
		}
	}
	o.follow(o.press("[", "["))
	uitest.Shows(t, s.View(), "✗ Noviembre 2026: no se firmó la revisión de roles · 6.1.2.11")
}

// S21 and A-11: the community manager signs only if designated, and the lack
// of separation is told.
func TestAnaSignsOnlyIfDesignated(t *testing.T) {
	o := audited(t, "2026-11-23 14:05")
	if err := o.store.Leave(t.Context(), o.person["Luis Rojas"], day(t, "2026-11-22")); err != nil {
		t.Fatal(err)
	}
	o.finish(november, 0)
	s := o.show()
	if why := refused(o.press("F")); !strings.Contains(why, "Firma el titular de la OC o la persona que él designó (6.1.2.11)") {
		t.Errorf("refused with %q", why)
	}

	o.hire("Ana Quispe", model.Reviewer)
	uitest.Send(s, screen.ChangedMsg{})
	o.press("F")
	uitest.Shows(t, s.View(), "Ana Quispe · Community manager, Designado para revisar roles",
		"! Revisa quien administra las cuentas, sin separación de funciones", "(A-11) · 6.1.2.11")
	uitest.Type(s, "AQ")
	msgs := o.follow(o.press("enter"))
	if note, _ := uitest.Last[screen.ChangedMsg](msgs); !strings.Contains(note.Note, "A-11: sin separación de funciones") {
		t.Errorf("note %q", note.Note)
	}
	if r := o.reviews()[0]; r.ReviewerID != o.person["Ana Quispe"] || !r.Signed() {
		t.Errorf("stored %+v", r)
	}
	uitest.Shows(t, s.View(), "! Revisión de roles de noviembre 2026 · Firmada 23/11/2026 14:05 por Ana Quispe (AQ)")
}

// The designation may end between F and Enter: what counts is the file.
func TestADesignationThatEndsMeanwhileIsRefused(t *testing.T) {
	o := audited(t, "2026-11-23 14:05")
	o.hire("Ana Quispe", model.Reviewer)
	o.finish(november, 0)
	s := o.show()
	o.press("F", "shift+tab", "right", "tab")
	uitest.Type(s, "AQ")
	if err := o.store.Leave(t.Context(), o.person["Ana Quispe"], day(t, "2026-11-22")); err != nil {
		t.Fatal(err)
	}
	o.press("enter")
	uitest.Shows(t, s.View(), "firma el titular o la persona designada el 23/11/2026")
	if r := o.reviews()[0]; r.Signed() || !s.Capturing() {
		t.Errorf("stored %+v", r)
	}
}

// A role recorded between F and Enter is not signed unseen.
func TestARoleThatAppearsMeanwhileStopsTheSignature(t *testing.T) {
	o := audited(t, "2026-11-23 14:05")
	o.finish(november, 0)
	s := o.show()
	o.press("F")
	uitest.Type(s, "LR")
	o.admins(model.X, "Ana Quispe")
	o.press("enter")
	uitest.Shows(t, s.View(), "Hay cambios desde que se abrió la firma: falta X @MinEjemploPeru")
	if r := o.reviews()[0]; r.Signed() {
		t.Error("signed all the same")
	}
}

// O-054: what is signed does not change; a correction names it.
func TestWhatIsSignedStaysAndIsCorrectedByAnother(t *testing.T) {
	o := audited(t, "2026-11-23 14:05")
	o.finish(november, 0)
	s := o.show()
	o.press("F")
	uitest.Type(s, "LR")
	o.follow(o.press("enter"))
	signed := o.reviews()[0]

	for _, k := range []string{"R", " ", "A", "m", "r", "s", "F"} {
		o.toRow("Rosa Díaz")
		if why := refused(o.press(k)); !strings.Contains(why, "ya está firmada y no se cambia: C abre una corrección") {
			t.Errorf("%q refused with %q", k, why)
		}
	}
	rosa := o.grantOf("Rosa Díaz", model.Facebook)
	if err := o.store.Decide(t.Context(), signed.ID, rosa.ID, model.Revoke, "otro"); !errors.Is(err, model.ErrSealed) {
		t.Errorf("the file answered %v", err)
	}

	o.follow(o.press("C"))
	uitest.Shows(t, s.View(), "Corrección de la revisión del 23/11/2026 14:05: 0 de 7 decididas · 0 de 5 cuentas vistas")
	o.toRow("Rosa Díaz")
	uitest.Shows(t, s.View(), "En la firmada: mantener: Así consta")
	o.follow(o.press("r", "1", "1"))
	all := o.reviews()
	if len(all) != 2 || all[1].CorrectsID != signed.ID || all[1].Signed() {
		t.Fatalf("stored %+v", all)
	}
	if row := o.decision(rosa); row.Decision != model.Revoke {
		t.Errorf("stored %+v", row)
	}

	o.finish(november, signed.ID)
	uitest.Send(s, screen.ChangedMsg{})
	o.press("F")
	uitest.Type(s, "LR")
	o.follow(o.press("enter"))
	if all := o.reviews(); !all[1].Signed() || all[0].SignedAt != signed.SignedAt || fmt.Sprint(all[0].Rows) != fmt.Sprint(signed.Rows) {
		t.Errorf("stored %+v", all)
	}
	uitest.Shows(t, s.View(), "Firmada 23/11/2026 14:05 por Luis Rojas (LR)")
}

// J2: six accounts, 24 roles and three findings in at most 40 keys.
func TestTheMonthlyReviewTakesAtMostFortyKeys(t *testing.T) {
	o := newOffice(t, "2026-11-30 10:00")
	second := must(o.store.SaveAccount(t.Context(), model.Account{Network: model.Facebook, Handle: "MinEjemploSalud", Opened: day(t, "2026-01-01")}))(t)
	four := []string{"Ana Quispe", "Luis Rojas", "Carla Vega", "Coordinación PCM"}
	for _, n := range []model.Network{model.Facebook, model.X, model.YouTube} {
		o.admins(n, four...)
	}
	o.admins(model.Instagram, "Luis Rojas", "Carla Vega", "Coordinación PCM", "Rosa Díaz")
	o.admins(model.TikTok, "Luis Rojas", "Carla Vega", "Coordinación PCM", "Andes SAC")
	o.account[model.Other] = second.ID
	o.admins(model.Other, "Luis Rojas", "Carla Vega", "Coordinación PCM", "Rosa Díaz")
	if err := o.store.Leave(t.Context(), o.person["Rosa Díaz"], day(t, "2026-11-27")); err != nil {
		t.Fatal(err)
	}
	if all := must(o.store.Grants(t.Context()))(t); len(all) != 24 {
		t.Fatalf("%d roles", len(all))
	}
	s := o.show()
	s.SetSize(width80, height24)

	keys := 0
	press := func(all ...string) {
		t.Helper()
		for _, k := range all {
			keys++
			o.follow(o.press(k))
		}
	}
	press("3") // the app's key that opens this screen
	press("R")
	for i := range 6 {
		if i > 0 {
			press("down")
		}
		press(" ", "A")
		if strings.Contains(rowUnderCursor(s.View()), "faltan 1") {
			press("r", "1", "enter")
		}
	}
	press("F", "L", "R", "enter")
	t.Logf("%d keys for 6 accounts and 24 roles", keys)
	if keys > 40 {
		t.Errorf("%d keys, the budget is 40", keys)
	}
	r := o.reviews()[0]
	if !r.Signed() || len(r.Looked) != 6 || len(r.Rows) != 24 {
		t.Errorf("signed %v, %d accounts, %d roles", r.Signed(), len(r.Looked), len(r.Rows))
	}
	revoked := 0
	for _, row := range r.Rows {
		if row.Decision == model.Revoke {
			revoked++
		}
	}
	if revoked != 3 {
		t.Errorf("%d revoked, want the two of Rosa and the one of the agency", revoked)
	}
}
