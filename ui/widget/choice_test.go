package widget_test

import (
	"slices"
	"strings"
	"testing"

	"faro/ui/widget"
)

func TestFewOptionsArePickedWithArrowsOrTheirFirstLetter(t *testing.T) {
	f := widget.NewForm(plain(), "", widget.Choice("n", "Red", networks(), "x"))
	holds(t, f.View(80, 8), "‹ X (Twitter) ›", "Facebook", "Instagram")
	for _, step := range [][2]string{
		{"right", "instagram"}, {"right", "facebook"}, {"left", "instagram"}, {"f", "facebook"}, {"space", "x"}, {"z", "x"},
	} {
		press(f, step[0])
		if got := f.Value("n"); got != step[1] {
			t.Fatalf("after %s: %q, want %q", step[0], got, step[1])
		}
	}
	if narrow := f.View(24, 8); !strings.Contains(narrow, "‹ X (Twitter) ›") {
		t.Errorf("narrow:\n%s", narrow)
	}
}

func TestManyOptionsAreFoundByTypingWithoutAccents(t *testing.T) {
	f := rotation()
	f.Focus("account")
	holds(t, f.View(80, 24), "elija…", "6 opciones")
	write(f, "nandu")
	holds(t, f.View(80, 24), "buscar: nandu", "▸ Facebook @ÑandúPerú")
	press(f, "enter")
	if f.Value("account") != "6" || f.Focused() != "who" {
		t.Fatalf("account %q, focus on %q", f.Value("account"), f.Focused())
	}
	press(f, "shift+tab")
	write(f, "zzz")
	holds(t, f.View(80, 24), "Sin coincidencias")
	press(f, "enter")
	if f.Focused() != "account" || f.Value("account") != "6" {
		t.Errorf("Enter with nothing found: account %q, focus on %q", f.Value("account"), f.Focused())
	}
	press(f, "esc")
	lacks(t, f.View(80, 24), "buscar:", "¿Descartar")
	write(f, "face")
	press(f, "down", "tab")
	if f.Value("account") != "6" || f.Focused() != "who" {
		t.Errorf("Tab took %q, focus on %q", f.Value("account"), f.Focused())
	}
}

func TestSeveralOptionsAreTicked(t *testing.T) {
	f := rotation()
	holds(t, f.View(80, 24), "Ana Quispe, Rosa Ñaupari")
	f.Focus("who")
	holds(t, f.View(80, 24), "[x] Ana Quispe", "[ ] Luis Huamán")
	press(f, "space", "down", "x")
	if got := f.Values("who"); !slices.Equal(got, []string{"2", "3"}) {
		t.Errorf("chosen = %v", got)
	}
	press(f, "n", "down")
	if f.Focused() != "who" {
		t.Error("a letter left the list")
	}
	press(f, "end", "down", "down", "down")
	if f.Focused() == "who" {
		t.Error("the last option holds the cursor")
	}
	f.Set("who", "")
	if f.Values("who") != nil {
		t.Errorf("chosen = %v, want none", f.Values("who"))
	}
	holds(t, f.View(80, 24), "ninguno")
	f.Focus("who")
	press(f, "t")
	if len(f.Values("who")) != 3 {
		t.Errorf("chosen = %v, want all", f.Values("who"))
	}
}

func TestYesAndNoAnswerToTheirLetters(t *testing.T) {
	f := widget.NewForm(plain(), "", widget.YesNo("ok", "¿Verificada?", false))
	press(f, "s")
	if !f.Bool("ok") || f.Value("ok") != "sí" || !f.Dirty() {
		t.Errorf("s = %q", f.Value("ok"))
	}
	press(f, "n")
	if f.Bool("ok") || f.Dirty() {
		t.Errorf("n = %q", f.Value("ok"))
	}
}

func TestOptionsChangeWithWhatWasChosenBefore(t *testing.T) {
	f := widget.NewForm(plain(), "", widget.Choice("role", "Rol", networks(), "x"), widget.Many("who", "Quién", custodians(), []string{"2"}))
	f.SetOptions("role", []widget.Option{{"Administrador", "admin"}, {"Otra red", "x"}})
	f.SetOptions("who", custodians()[1:])
	if f.Value("role") != "x" || !slices.Equal(f.Values("who"), []string{"2"}) {
		t.Errorf("role %q, who %v", f.Value("role"), f.Values("who"))
	}
	f.SetOptions("role", []widget.Option{{"Administrador", "admin"}})
	if f.Value("role") != "" {
		t.Errorf("role = %q, which is not on offer", f.Value("role"))
	}
	press(f, "left")
	if f.Value("role") != "admin" {
		t.Errorf("role = %q", f.Value("role"))
	}
	f.SetOptions("role", nil)
	press(f, "right", "a")
	holds(t, f.View(80, 8), "no hay de dónde elegir")
}
