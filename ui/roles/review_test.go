package roles_test

import (
	"errors"
	"strings"
	"testing"

	"faro/model"
	"faro/model/calendar"
	"faro/ui/screen"
	"faro/ui/uitest"
)

// audited is an office with something to review: on Facebook Rosa, who left on
// 13/11, still is an administrator; on TikTok nothing is wrong.
func audited(t *testing.T, stamp string) *office {
	t.Helper()
	o := newOffice(t, stamp)
	o.admins(model.Facebook, "Ana Quispe", "Luis Rojas", "Carla Vega", "Coordinación PCM", "Rosa Díaz")
	o.admins(model.TikTok, "Ana Quispe", "Luis Rojas")
	if err := o.store.Leave(t.Context(), o.person["Rosa Díaz"], day(t, "2026-11-13")); err != nil {
		t.Fatal(err)
	}
	return o
}

func TestNothingIsKeptBeforeThePlatformWasLookedAt(t *testing.T) { // 6.1.2.11
	o := audited(t, "2026-11-23 14:05")
	o.show()
	msgs := o.press("A")
	if why := refused(msgs); !strings.Contains(why, "Antes mire Facebook › Configuración › Acceso a la página y márquelo con Espacio") {
		t.Errorf("refused with %q", why)
	}
	if all := o.reviews(); len(all) != 0 {
		t.Errorf("%d reviews begun", len(all))
	}
}

func TestSpaceAndAKeepWhatNobodyObjectsTo(t *testing.T) {
	o := audited(t, "2026-11-23 14:05")
	s := o.show()
	o.follow(o.press(" ")) // also begins the draft
	uitest.Shows(t, s.View(), "Revisión de roles de noviembre 2026: 0 de 7 decididas · 1 de 5 cuentas vistas · vence 30/11",
		"✓ Mirada: Facebook › Configuración › Acceso a la página")
	all := o.reviews()
	if len(all) != 1 || len(all[0].Looked) != 1 || all[0].Looked[0] != o.account[model.Facebook] {
		t.Fatalf("stored %+v", all)
	}
	o.follow(o.press("A"))
	uitest.Shows(t, s.View(), "4 de 7 decididas")
	if row := o.decision(o.grantOf("Ana Quispe", model.Facebook)); row.Decision != model.Keep || row.Reason != "" {
		t.Errorf("Ana: %+v", row)
	}
	if row := o.decision(o.grantOf("Rosa Díaz", model.Facebook)); row.Decision != model.Undecided {
		t.Errorf("Rosa was decided on by a key for the others: %+v", row)
	}
	// The key leaves the cursor on what waits.
	if line := uitest.Line(s.View(), "│✗ Rosa Díaz"); line == "" {
		t.Errorf("the cursor is not on Rosa:\n%s", uitest.Plain(s.View()))
	}
	if why := refused(o.press("A")); !strings.Contains(why, "No queda ninguno sin observación") {
		t.Errorf("refused with %q", why)
	}
	o.follow(o.press(" ")) // the mark comes off again
	if all := o.reviews(); len(all[0].Looked) != 0 {
		t.Errorf("still looked at: %v", all[0].Looked)
	}
}

func TestExceptionsNeedAReason(t *testing.T) {
	o := audited(t, "2026-11-23 14:05")
	s := o.show()
	rosa, ana := o.grantOf("Rosa Díaz", model.Facebook), o.grantOf("Ana Quispe", model.Facebook)
	for _, tt := range []struct {
		name   string
		row    string
		keys   []string
		grant  model.Grant
		want   model.Decision
		reason string
	}{
		{"a flagged role is kept with a number", "Rosa Díaz", []string{"m", "2"}, rosa, model.Keep, "El titular lo autoriza mientras dura el traspaso (6.2.3.4)"},
		{"one nobody knows about", "Ana Quispe", []string{"s", "1"}, ana, model.UnknownToHold, "No figura en la plataforma"},
		{"a role that is in order needs none", "Ana Quispe", []string{"m"}, ana, model.Keep, ""},
		{"a revoke that stays to be done", "Rosa Díaz", []string{"r", "1", "enter"}, rosa, model.Revoke, "Ya no trabaja en el área (6.2.3.5)"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			o.toRow(tt.row)
			o.follow(o.press(tt.keys...))
			if got := o.decision(tt.grant); got.Decision != tt.want || got.Reason != tt.reason {
				t.Errorf("stored %q because %q", got.Decision, got.Reason)
			}
			if s.Capturing() {
				t.Error("the dialog is still open")
			}
		})
	}
	if g := o.grantOf("Rosa Díaz", model.Facebook); g.Until.Valid() {
		t.Errorf("the role was taken away on %s though nobody said so", g.Until)
	}
	uitest.Shows(t, s.View(), "✗ por retirar")
	o.toRow("Rosa Díaz")
	uitest.Shows(t, s.View(), "Retirar: Ya no trabaja en el área (6.2.3.5)")
}

func TestAReasonCanBeTyped(t *testing.T) {
	o := audited(t, "2026-11-23 14:05")
	s := o.show()
	o.toRow("Rosa Díaz")
	o.press("s", "enter")
	uitest.Shows(t, s.View(), "pulse el número de un motivo o escriba otro")
	uitest.Type(s, "Está de licencia, 2 semanas") // the digit is text by now
	if s.Unsaved() == "" {
		t.Error("a reason being typed would be lost without a word")
	}
	o.follow(o.press("enter"))
	if got := o.decision(o.grantOf("Rosa Díaz", model.Facebook)); got.Reason != "Está de licencia, 2 semanas" {
		t.Errorf("stored %+v", got)
	}
	o.toRow("Rosa Díaz")
	o.press("s")
	uitest.Paste(s, "1 copia del memo")
	o.press("esc", "n")
	if !s.Capturing() {
		t.Error("«n» should keep what was typed")
	}
	o.press("esc", "s")
	if got := o.decision(o.grantOf("Rosa Díaz", model.Facebook)); s.Capturing() || got.Reason != "Está de licencia, 2 semanas" {
		t.Errorf("stored %+v", got)
	}
}

func TestARevokeCanRecordTheRemovalAtOnce(t *testing.T) {
	for _, tt := range []struct {
		name string
		keys []string
		want string
	}{
		{"today", []string{"r", "1", "2"}, "2026-11-23"},
		{"another day", []string{"r", "1", "3", "end", "ctrl+u", "1", "6", "enter"}, "2026-11-16"},
		{"Esc in the day leaves it to be done", []string{"r", "1", "3", "esc"}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			o := audited(t, "2026-11-23 14:05")
			o.show()
			o.toRow("Rosa Díaz")
			o.follow(o.press(tt.keys...))
			g := o.grantOf("Rosa Díaz", model.Facebook)
			if g.Until.String() != tt.want {
				t.Errorf("removed on %q, want %q", g.Until, tt.want)
			}
			if row := o.decision(g); row.Decision != model.Revoke {
				t.Errorf("decided %+v", row)
			}
		})
	}
}

func TestWhatIsGoneIsConfirmedAndNotKept(t *testing.T) {
	o := audited(t, "2026-11-23 14:05")
	carla := o.grantOf("Carla Vega", model.Facebook)
	if err := o.store.RevokeGrant(t.Context(), carla.ID, day(t, "2026-11-20")); err != nil {
		t.Fatal(err)
	}
	s := o.show()
	o.follow(o.press(" "))
	uitest.Shows(t, s.View(), "– retirado")
	o.toRow("Carla Vega")
	if why := refused(o.press("m")); !strings.Contains(why, "Ya se retiró el 20/11/2026") {
		t.Errorf("refused with %q", why)
	}
	o.press("left")
	o.follow(o.press("A"))
	if row := o.decision(carla); row.Decision != model.Revoke || row.Reason != "Ya retirado el 20/11/2026" {
		t.Errorf("stored %+v", row)
	}
}

func TestADraftSurvivesClosingTheProgram(t *testing.T) {
	o := audited(t, "2026-11-23 14:05")
	o.show()
	o.follow(o.press(" ", "A"))
	if err := o.store.Close(); err != nil {
		t.Fatal(err)
	}
	o.open()
	o.clock("2026-11-24 08:30")
	s := o.show()
	uitest.Shows(t, s.View(), "Revisión de roles de noviembre 2026: 4 de 7 decididas · 1 de 5 cuentas vistas · vence 30/11",
		"✓ faltan 1", "✓ mantener", "+ nuevo")
	uitest.Hides(t, s.View(), "= igual") // Before the first signature every role is new, draft or not.
	o.follow(o.press("R"))               // goes on with the same draft
	if all := o.reviews(); len(all) != 1 {
		t.Errorf("%d drafts", len(all))
	}
}

func TestARevokeLeftToDoStaysInSightAfterSigning(t *testing.T) {
	o := audited(t, "2026-11-23 14:05")
	r := o.finish(november, 0)
	rosa := o.grantOf("Rosa Díaz", model.Facebook)
	if err := o.store.Decide(t.Context(), r.ID, rosa.ID, model.Revoke, "Ya no trabaja en el área (6.2.3.5)"); err != nil {
		t.Fatal(err)
	}
	s := o.show()
	o.press("F")
	uitest.Type(s, "LR")
	o.follow(o.press("enter"))
	uitest.Shows(t, s.View(), "✗ por retirar")
	o.toRow("Rosa Díaz")
	o.follow(o.press("x", "enter"))
	uitest.Hides(t, s.View(), "✗ por retirar")
}

func TestChangesSinceTheLastReviewComeFirst(t *testing.T) { // J2, step 2
	o := newOffice(t, "2026-10-28 10:00")
	o.admins(model.Facebook, "Ana Quispe", "Luis Rojas", "Coordinación PCM")
	r := o.finish(calendar.Month{Year: 2026, Month: 10}, 0)
	if _, err := o.store.SignReview(t.Context(), r.ID, o.person["Luis Rojas"], "LR", o.at); err != nil {
		t.Fatal(err)
	}
	o.clock("2026-11-23 14:05")
	ana := o.grantOf("Ana Quispe", model.Facebook)
	if err := o.store.RevokeGrant(t.Context(), ana.ID, day(t, "2026-11-20")); err != nil {
		t.Fatal(err)
	}
	o.grant(model.Grant{AccountID: o.account[model.Facebook], PersonID: o.person["Carla Vega"], Role: model.Administrator, From: day(t, "2026-11-20")})
	s := o.show()
	view := uitest.Plain(s.View())
	at := func(text string) int { return strings.Index(view, text) }
	if at("+ nuevo") < 0 || at("– retirado 20/11") < 0 || at("= igual") < at("+ nuevo") || at("= igual") < at("– retirado 20/11") {
		t.Errorf("order of changes:\n%s", view)
	}
	for name, change := range map[string]string{"Carla Vega ": "+ nuevo", "Ana Quispe ": "– retirado 20/11", "Luis Rojas ": "= igual"} {
		if line := uitest.Line(s.View(), name); !strings.Contains(line, change) {
			t.Errorf("%q is not %s", line, change)
		}
	}

	o.follow(o.press("["))
	uitest.Shows(t, s.View(), "✓ Octubre 2026 · Firmada 28/10/2026 10:00 por Luis Rojas (LR)", "✓ mantener", "✓ mirada")
	if why := refused(o.press("m")); !strings.Contains(why, "Está mirando una revisión firmada") {
		t.Errorf("refused with %q", why)
	}
	o.follow(o.press("]"))
	uitest.Shows(t, s.View(), "Revisión de roles de noviembre 2026: falta firmar")
	o.press("[")
	o.press("esc")
	uitest.Shows(t, s.View(), "Revisión de roles de noviembre 2026: falta firmar")
	for range 20 {
		o.press("[")
	}
	if why := refused(o.press("[")); !strings.Contains(why, "No hay roles registrados antes de enero 2026") {
		t.Errorf("refused with %q", why)
	}
}

func TestAFailedDecisionIsToldAndTakenBack(t *testing.T) {
	o := audited(t, "2026-11-23 14:05")
	b := &broken{Store: o.store, writeErr: errors.New("el disco está lleno")}
	o.records = b
	s := o.show()
	o.toRow("Ana Quispe")
	if why := refused(o.press("m")); why != "el disco está lleno" {
		t.Errorf("told %q", why)
	}
	uitest.Hides(t, s.View(), "✓ mantener")
}

// Fast fingers: what is written follows the order of the keys, and no key waits
// for the disk.
func TestWritesKeepTheOrderOfTheKeys(t *testing.T) {
	o := audited(t, "2026-11-23 14:05")
	s := o.show()
	o.toRow("Ana Quispe")
	first := s.Update(screen.KeyNamed("m"))
	uitest.Shows(t, s.View(), "✓ mantener", "1 de 7 decididas")
	o.toRow("Ana Quispe")
	s.Update(screen.KeyNamed("s"))
	if second := s.Update(screen.KeyNamed("1")); second != nil {
		t.Error("the second write did not wait for the first")
	}
	uitest.Run(s, first)
	if got := o.decision(o.grantOf("Ana Quispe", model.Facebook)); got.Decision != model.UnknownToHold {
		t.Errorf("stored %+v", got)
	}
	uitest.Shows(t, s.View(), "? no sé", "1 de 7 decididas")
}

func TestADraftTakesRolesOfAClosedAccountToo(t *testing.T) { // S13: its roles stop, the draft still asks.
	o := audited(t, "2026-11-10 09:00")
	s := o.show()
	o.follow(o.press("R"))
	for _, a := range must(o.store.Accounts(t.Context()))(t) {
		if a.ID == o.account[model.TikTok] {
			a.Closed = day(t, "2026-11-16")
			must(o.store.SaveAccount(t.Context(), a))(t)
		}
	}
	o.clock("2026-11-23 14:05")
	uitest.Send(s, screen.ChangedMsg{})
	o.toAccount(model.TikTok)
	if why := refused(o.press("A")); why == "" {
		t.Error("kept without a look")
	}
	o.follow(o.press(" ", "A"))
	if row := o.decision(o.grantOf("Ana Quispe", model.TikTok)); row.Decision != model.Keep {
		t.Errorf("stored %+v", row)
	}
}
