package widget_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"faro/model"
	"faro/model/calendar"
	"faro/ui/theme"
	"faro/ui/widget"
)

// today is the Monday of the scenarios.
var today = calendar.NewDay(2026, time.November, 23)

func networks() []widget.Option {
	return []widget.Option{{"Facebook", "facebook"}, {"X (Twitter)", "x"}, {"Instagram", "instagram"}}
}

func accounts() []widget.Option {
	return []widget.Option{
		{"Facebook @MinEjemploPeru", "1"},
		{"X @MinEjemploPeru", "2"},
		{"Instagram @minejemploperu", "3"},
		{"TikTok @minejemploperu", "4"},
		{"YouTube MinEjemploPeru", "5"},
		{"Facebook @ÑandúPerú", "6"},
	}
}

func custodians() []widget.Option {
	return []widget.Option{{"Ana Quispe", "1"}, {"Luis Huamán", "2"}, {"Rosa Ñaupari", "3"}}
}

// rotation is a form with a field of every kind.
func rotation() *widget.Form {
	return widget.NewForm(plain(), "Registrar cambio de contraseña",
		widget.Day("day", "Fecha", today, today),
		widget.Choice("network", "Red", networks(), "x"),
		widget.Choice("account", "Cuenta", accounts(), "", widget.Required("Elija la cuenta.")),
		widget.Many("who", "Custodios", custodians(), []string{"1", "3"}),
		widget.YesNo("strong", "Cumple los requisitos (6.1.2.2)", true),
		widget.Text("receipt", "Cargo", "", widget.Required("Escriba el número del cargo."),
			widget.Placeholder("n.º 012-2026"), widget.Help("El cargo con que se entregó en sobre cerrado.")),
		widget.Area("note", "Nota", "Rotación mensual.\nSin novedad.", widget.Rows(3)),
	)
}

func TestEnterGoesThroughTheFieldsAndConfirmsAtTheLast(t *testing.T) {
	f := widget.NewForm(plain(), "Cuenta", widget.Text("name", "Nombre", ""), widget.Text("url", "Enlace", ""))
	write(f, "Ana")
	press(f, "enter")
	if f.Focused() != "url" || f.Done() {
		t.Fatalf("after Enter the focus is on %q, done %v", f.Focused(), f.Done())
	}
	write(f, "x.com/a")
	press(f, "enter")
	if !f.Done() || f.Value("name") != "Ana" || f.Value("url") != "x.com/a" {
		t.Errorf("done %v, name %q, url %q", f.Done(), f.Value("name"), f.Value("url"))
	}
	press(f, "z", "esc")
	if f.Value("url") != "x.com/a" || f.Cancelled() {
		t.Error("a confirmed form took another key")
	}
}

func TestTabAndTheArrowsMoveBetweenFields(t *testing.T) {
	f := rotation()
	var seen []string
	for _, k := range []string{"tab", "tab", "shift+tab", "down", "up", "up", "up"} {
		press(f, k)
		seen = append(seen, f.Focused())
	}
	want := []string{"network", "account", "network", "account", "network", "day", "day"}
	if !slices.Equal(seen, want) {
		t.Errorf("focus went %v, want %v", seen, want)
	}
}

func TestCtrlSConfirmsFromAnywhereButNotPastAFault(t *testing.T) {
	f := rotation()
	press(f, "ctrl+s")
	if f.Done() || f.Focused() != "account" {
		t.Fatalf("done %v, focus on %q; want the first field that is wrong", f.Done(), f.Focused())
	}
	holds(t, f.View(80, 24), "! Elija la cuenta.", "! Escriba el número del cargo.")
	write(f, "tik")
	press(f, "enter")
	f.Focus("receipt")
	write(f, "012")
	press(f, "ctrl+s")
	if !f.Done() || f.Value("account") != "4" || f.Value("receipt") != "012" {
		t.Errorf("done %v, account %q, receipt %q", f.Done(), f.Value("account"), f.Value("receipt"))
	}
	lacks(t, f.View(80, 24), "!")
}

func TestEnterStaysAtAFieldThatIsWrongAndSaysWhy(t *testing.T) {
	count := func(s string) error { _, err := model.ReadCount(s); return err }
	f := widget.NewForm(plain(), "", widget.Text("n", "Alcance", "", widget.Check(count)), widget.Text("o", "Otro", ""))
	write(f, "12.480")
	press(f, "enter")
	if f.Focused() != "n" {
		t.Fatalf("focus on %q", f.Focused())
	}
	holds(t, f.View(100, 10), "! «12.480» es ambiguo")
	press(f, "backspace")
	lacks(t, f.View(100, 10), "ambiguo") // forgotten as soon as it is mended
	press(f, "ctrl+u")
	write(f, "12,480")
	press(f, "enter")
	if f.Focused() != "o" {
		t.Errorf("focus on %q", f.Focused())
	}
}

func TestADayIsReadAsPeopleTypeItAndShownInFull(t *testing.T) {
	f := widget.NewForm(plain(), "", widget.Day("day", "Fecha", calendar.Day{}, today), widget.Text("t", "Otro", ""))
	holds(t, f.View(80, 8), "dd/mm/aaaa")
	write(f, "21/11")
	holds(t, f.View(80, 8), "sáb 21/11/2026")
	press(f, "tab")
	holds(t, f.View(80, 8), "21/11/2026    sáb 21/11/2026")
	if f.Value("day") != "2026-11-21" || f.Day("day") != calendar.NewDay(2026, time.November, 21) {
		t.Errorf("value %q, day %v", f.Value("day"), f.Day("day"))
	}
	press(f, "up", "ctrl+u")
	if !f.Day("day").IsZero() || f.Value("day") != "" {
		t.Error("an empty day is not empty")
	}
	write(f, "31/02")
	press(f, "enter")
	if f.Focused() != "day" || !f.Day("day").IsZero() {
		t.Errorf("31/02 was taken as %v", f.Day("day"))
	}
	holds(t, f.View(80, 8), "! ")
	press(f, "ctrl+u")
	write(f, "ayer")
	press(f, "ctrl+s")
	if !f.Done() || f.Value("day") != "2026-11-22" {
		t.Errorf("«ayer» = %q, done %v", f.Value("day"), f.Done())
	}
	f.Problem(nil)
	f.Set("day", "2026-12-01")
	holds(t, f.View(80, 8), "01/12/2026")
}

func TestAnAreaTakesSeveralLines(t *testing.T) {
	f := rotation()
	f.Focus("note")
	write(f, " Con")
	press(f, "enter")
	write(f, "acta.")
	if got := f.Value("note"); got != "Rotación mensual.\nSin novedad. Con\nacta." {
		t.Errorf("note = %q", got)
	}
	holds(t, f.View(80, 24), "Enter otra línea", "acta.▏")
	press(f, "up", "up", "up")
	if f.Focused() != "strong" && f.Focused() != "receipt" {
		t.Errorf("focus on %q after going up past the first line", f.Focused())
	}
}

func TestEscAsksBeforeTypedTextIsLost(t *testing.T) {
	f := rotation()
	press(f, "esc")
	if !f.Cancelled() {
		t.Fatal("an untouched form asks")
	}
	for _, tt := range []struct {
		key  string
		gone bool
	}{{"s", true}, {"S", true}, {"n", false}, {"esc", false}, {"enter", false}} {
		f := rotation()
		f.Focus("receipt")
		write(f, "012")
		press(f, "esc")
		holds(t, f.View(80, 24), "¿Descartar lo escrito? (s/n)")
		if f.Cancelled() {
			t.Fatal("gone without asking")
		}
		press(f, tt.key)
		if f.Cancelled() != tt.gone || f.Value("receipt") != "012" {
			t.Errorf("after %s: cancelled %v, receipt %q", tt.key, f.Cancelled(), f.Value("receipt"))
		}
		lacks(t, f.View(80, 24), "¿Descartar")
	}
	g := rotation()
	g.Focus("receipt")
	write(g, "0")
	press(g, "esc")
	g.Update(pasted("s"))
	if g.Cancelled() {
		t.Error("pasted text answered the question")
	}
}

func TestProblemsAreShownAtTheirFieldsAndNothingIsLost(t *testing.T) {
	f := rotation()
	f.Focus("account")
	write(f, "you")
	press(f, "enter")
	f.Focus("receipt")
	write(f, "012")
	press(f, "ctrl+s")
	if !f.Done() {
		t.Fatal("not done")
	}
	var p model.FieldErrors
	p.Check(false, "Cargo", "Ya hay un cargo 012.")
	p.Check(false, "fecha", "La fecha es futura.")
	p.Check(false, "Correo", "Falta el correo.")
	f.Problem(fmt.Errorf("store: %w", p.Err()))
	if f.Done() || f.Focused() != "day" || f.Value("receipt") != "012" {
		t.Fatalf("done %v, focus on %q, receipt %q", f.Done(), f.Focused(), f.Value("receipt"))
	}
	view := f.View(80, 24)
	holds(t, view, "! Ya hay un cargo 012.", "! La fecha es futura.", "! Correo: Falta el correo.")
	lines := strings.Split(view, "\n")
	for i, line := range lines {
		if strings.Contains(line, "Ya hay un cargo") && !strings.Contains(lines[i-1], "Cargo") {
			t.Errorf("not at its field:\n%s", view)
		}
	}
	f.Problem(errors.New("El archivo está en uso."))
	holds(t, f.View(80, 24), "! El archivo está en uso.")
	lacks(t, f.View(80, 24), "Ya hay")
	f.Problem(&model.FieldError{Field: "Cargo", Hint: "Falta."})
	holds(t, f.View(80, 24), "! Falta.")
	press(f, "ctrl+s")
	if !f.Done() {
		t.Error("a fault from outside keeps the form for ever")
	}
	f.Problem(nil)
	lacks(t, f.View(80, 24), "! ")
}

func TestAFieldIsShownOnlyWhenItApplies(t *testing.T) {
	f := widget.NewForm(plain(), "", widget.YesNo("closed", "¿Cerrada?", false),
		widget.Day("last", "Último día", calendar.Day{}, today, widget.Required("Escriba el último día."),
			widget.When(func(f *widget.Form) bool { return f.Bool("closed") })))
	lacks(t, f.View(80, 8), "Último día")
	press(f, "ctrl+s")
	if !f.Done() {
		t.Error("a field not shown was checked")
	}
	f.Problem(nil)
	press(f, "s")
	holds(t, f.View(80, 8), "Último día")
	press(f, "enter")
	write(f, "hoy")
	if f.Value("last") != "2026-11-23" {
		t.Errorf("last = %q", f.Value("last"))
	}
	press(f, "up", "n")
	if f.Value("last") != "" {
		t.Errorf("a field not shown has the value %q", f.Value("last"))
	}
	press(f, "enter")
	if !f.Done() {
		t.Error("the last field that is shown did not confirm")
	}
}

func TestAPressFocusesTheFieldAndPlacesTheCursor(t *testing.T) {
	f := widget.NewForm(plain(), "Cuenta", widget.Text("a", "Nombre", "Ana"), widget.Text("b", "Enlace", "12345"),
		widget.Choice("n", "Red", networks(), "x"), widget.Many("who", "Quién", custodians(), nil))
	at := func(text string) (x, y int) {
		t.Helper()
		for y, line := range strings.Split(f.View(80, 16), "\n") {
			if i := strings.Index(line, text); i >= 0 {
				return len([]rune(line[:i])), y
			}
		}
		t.Fatalf("no %q in:\n%s", text, f.View(80, 16))
		return 0, 0
	}
	x, y := at("12345")
	f.Update(click(x+2, y))
	write(f, "-")
	if f.Focused() != "b" || f.Value("b") != "12-345" {
		t.Errorf("focus on %q, value %q", f.Focused(), f.Value("b"))
	}
	x, y = at("Red")
	f.Update(click(x, y))
	x, y = at("Instagram")
	f.Update(click(x, y))
	if f.Value("n") != "instagram" {
		t.Errorf("network = %q", f.Value("n"))
	}
	x, y = at("Quién")
	f.Update(click(x, y))
	x, y = at("[ ] Luis")
	f.Update(click(x, y))
	if !slices.Equal(f.Values("who"), []string{"2"}) {
		t.Errorf("who = %v", f.Values("who"))
	}
	f.Update(wheel(false))
	if f.Focused() != "n" {
		t.Errorf("focus on %q", f.Focused())
	}
}

func TestAHiddenFieldShowsDots(t *testing.T) {
	f := widget.NewForm(plain(), "", widget.Text("p", "Contraseña SMTP", "", widget.Hidden()))
	write(f, "Ñandú1")
	holds(t, f.View(80, 8), "••••••")
	lacks(t, f.View(80, 8), "Ñandú")
	if f.Value("p") != "Ñandú1" {
		t.Errorf("value = %q", f.Value("p"))
	}
}

// TestAPlaceholderIsNotTakenForAValue: without colours nothing else tells them
// apart.
func TestAPlaceholderIsNotTakenForAValue(t *testing.T) {
	for _, tt := range []struct {
		th    theme.Theme
		shown bool
	}{{plain(), false}, {colourful(), true}} {
		f := widget.NewForm(tt.th, "", widget.Text("a", "Uno", ""), widget.Text("b", "Cargo", "", widget.Placeholder("n.º 012")))
		if strings.Contains(f.View(80, 8), "n.º 012") != tt.shown {
			t.Errorf("colours %v:\n%s", tt.shown, f.View(80, 8))
		}
		press(f, "tab")
		holds(t, f.View(80, 8), ".º 012")
		if f.Value("b") != "" {
			t.Errorf("value = %q", f.Value("b"))
		}
	}
}

func TestAFormWithoutFieldsCanBeLeft(t *testing.T) {
	f := widget.NewForm(plain(), "Nada")
	press(f, "enter", "ctrl+s", "tab", "esc")
	if !f.Cancelled() || f.Done() || f.Focused() != "" {
		t.Errorf("cancelled %v, done %v", f.Cancelled(), f.Done())
	}
	fits(t, f.View(20, 5), 20, 5)
}
