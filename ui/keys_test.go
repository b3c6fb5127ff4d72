package ui_test

import (
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"faro/ui"
	"faro/ui/screen"
	"faro/ui/uitest"
)

func left(msgs []tea.Msg) bool {
	_, ok := uitest.Last[tea.QuitMsg](msgs)
	return ok
}

func TestLettersTypedIntoAFieldAreNotCommands(t *testing.T) {
	r := start(t, 80, 24)
	r.pages[0].capturing = true
	msgs := uitest.Press(r, "q", "u", "2", "?", "ctrl+k", "esc")
	if left(msgs) {
		t.Error("a typed q left the program")
	}
	equal(t, "keys of the field", pressed(r.pages[0]), "q u 2 ? ctrl+k esc")
	equal(t, "undone", len(r.undone), 0)
	uitest.Shows(t, r.View(), "[1 Hoy]")
}

func TestTheFooterOfAFieldNamesOnlyItsOwnKeys(t *testing.T) {
	r := start(t, 160, 24)
	uitest.Shows(t, r.View(), "u deshacer", "Ctrl+K órdenes", "q salir")
	r.pages[0].capturing = true
	uitest.Press(r, "a")
	uitest.Shows(t, r.View(), "p pegar enlace")
	uitest.Hides(t, r.View(), "u deshacer", "q salir")
}

func TestNumbersOpenScreensAndStartThemOnce(t *testing.T) {
	r := start(t, 80, 24)
	equal(t, "screens started before they are opened", r.pages[2].inits, 0)
	uitest.Press(r, "3")
	uitest.Shows(t, r.View(), "[3 Roles]", "pantalla Roles 80×19")
	uitest.Press(r, "j", "1", "3")
	equal(t, "starts of Roles", r.pages[2].inits, 1)
	equal(t, "starts of Hoy", r.pages[0].inits, 1)
	uitest.Shows(t, r.View(), "teclas: j")
	uitest.Press(r, "7", "0")
	equal(t, "keys that open nothing", pressed(r.pages[2]), "j 7 0")
}

func TestAltWithANumberLeavesAFieldWithoutTakingItsText(t *testing.T) {
	r := start(t, 80, 24)
	r.pages[0].capturing = true
	uitest.Press(r, "a", "alt+3")
	uitest.Shows(t, r.View(), "[3 Roles]")
	uitest.Press(r, "alt+1")
	uitest.Shows(t, r.View(), "[1 Hoy]", "teclas: a")
}

func TestEveryOtherKeyIsTheScreensOwn(t *testing.T) {
	r := start(t, 80, 24)
	uitest.Press(r, "tab", "shift+tab", "ctrl+z", "enter", "esc", "/", "h", "down", "alt+u", " ")
	equal(t, "keys", pressed(r.pages[0]), "tab shift+tab ctrl+z enter esc / h down alt+u  ")
	equal(t, "undone", len(r.undone), 0)
}

func TestPastedTextIsNeverReadAsCommands(t *testing.T) {
	r := start(t, 80, 24)
	for _, text := range []string{"q", "u", "?", "2", "s"} {
		if left(uitest.Paste(r, text)) {
			t.Errorf("pasted %q left the program", text)
		}
	}
	equal(t, "pasted texts", len(r.pages[0].pasted), 5)
	equal(t, "undone", len(r.undone), 0)
	uitest.Shows(t, r.View(), "[1 Hoy]")

	ran := false
	uitest.Send(r, screen.ConfirmMsg{Question: "¿Retirar?", Yes: func() tea.Msg { ran = true; return nil }})
	uitest.Paste(r, "s")
	uitest.Shows(t, r.View(), "¿Retirar?")
	equal(t, "a pasted s answers", ran, false)
	uitest.Press(r, "n", "?")
	uitest.Paste(r, "q")
	uitest.Shows(t, r.View(), "Ayuda · Hoy")
	uitest.Press(r, "esc", "ctrl+k")
	uitest.Paste(r, "revisión")
	uitest.Shows(t, r.View(), "Buscar: revisión", "▌Revisión de cuentas")
	equal(t, "pasted texts of the screen", len(r.pages[0].pasted), 5)
}

func TestLeavingAsksWhenSomethingWouldBeLost(t *testing.T) {
	for _, key := range []string{"q", "ctrl+c"} {
		r := start(t, 80, 24)
		if !left(uitest.Press(r, key)) {
			t.Errorf("%s does not leave", key)
		}
		uitest.Press(r, "2")
		r.pages[1].unsaved = "el cambio de contraseña sin registrar."
		uitest.Press(r, "1")
		if left(uitest.Press(r, key)) {
			t.Errorf("%s left although a hidden screen holds something", key)
		}
		uitest.Shows(t, r.View(), "Si sale ahora se pierde: el cambio de contraseña sin", "[ No ]")
		if left(uitest.Press(r, "enter")) {
			t.Error("Enter left: the default is no")
		}
		uitest.Hides(t, r.View(), "se pierde")
		uitest.Press(r, key)
		if !left(uitest.Press(r, "s")) {
			t.Error("s does not leave")
		}
	}
}

func TestCtrlCTwiceLeavesFromAnywhere(t *testing.T) {
	r := start(t, 80, 24)
	r.pages[0].capturing = true
	r.pages[0].unsaved = "lo escrito"
	uitest.Press(r, "a")
	if left(uitest.Press(r, "ctrl+c")) {
		t.Error("left without asking")
	}
	if !left(uitest.Press(r, "ctrl+c")) {
		t.Error("the second Ctrl+C does not leave")
	}
	equal(t, "keys of the field", pressed(r.pages[0]), "a")
}

func TestEscClosesTheTopmostThing(t *testing.T) {
	r := start(t, 80, 24)
	uitest.Press(r, "?")
	uitest.Send(r, screen.ConfirmMsg{Question: "¿Retirar?"})
	uitest.Send(r, screen.ErrMsg{Doing: "leer las cuentas"})
	for _, gone := range []string{"No se pudo leer las cuentas.", "¿Retirar?", "Ayuda · Hoy"} {
		uitest.Shows(t, r.View(), gone)
		uitest.Press(r, "esc")
		uitest.Hides(t, r.View(), gone)
		equal(t, "Esc given to the screen", len(r.pages[0].keys), 0)
	}
	uitest.Press(r, "esc")
	equal(t, "keys of the screen", pressed(r.pages[0]), "esc")
}

func TestAQuestionAnswersNoUnlessYesIsChosen(t *testing.T) {
	for _, c := range []struct {
		keys []string
		yes  bool
	}{
		{[]string{"enter"}, false},
		{[]string{"n"}, false},
		{[]string{"esc"}, false},
		{[]string{"s"}, true},
		{[]string{"S"}, true},
		{[]string{"right", "enter"}, true},
		{[]string{"left", "enter"}, true},
		{[]string{"tab", "tab", "enter"}, false},
		{[]string{"q", "1", "x", "?", "enter"}, false},
	} {
		r := start(t, 80, 24)
		ran := false
		uitest.Send(r, screen.ConfirmMsg{Question: "¿Retirar la publicación de las 09:00?", Yes: func() tea.Msg { ran = true; return nil }})
		uitest.Shows(t, r.View(), "¿Retirar la publicación de las 09:00?", "[ No ]    Sí")
		if left(uitest.Press(r, c.keys...)) {
			t.Errorf("%v left the program", c.keys)
		}
		if ran != c.yes {
			t.Errorf("%v ran yes = %v, want %v", c.keys, ran, c.yes)
		}
		uitest.Hides(t, r.View(), "¿Retirar")
		equal(t, "keys that slipped through", len(r.pages[0].keys), 0)
	}
}

func TestTheChosenButtonIsMarkedWithoutColours(t *testing.T) {
	r := start(t, 80, 24)
	uitest.Send(r, screen.ConfirmMsg{Question: "¿Firmar?"})
	uitest.Shows(t, r.View(), "[ No ]    Sí")
	uitest.Press(r, "right")
	uitest.Shows(t, r.View(), "  No    [ Sí ]")
}

func TestAQuestionWithoutAnActIsHarmless(t *testing.T) {
	r := start(t, 80, 24)
	uitest.Send(r, screen.ConfirmMsg{Question: "¿Seguir?"})
	uitest.Press(r, "s")
	uitest.Hides(t, r.View(), "¿Seguir?")
}

func TestInAWindowTooSmallNothingHappensUnseen(t *testing.T) {
	r := start(t, 80, 24)
	uitest.Send(r, tea.WindowSizeMsg{Width: 59, Height: 24})
	uitest.Shows(t, r.View(), "Agrande la ventana: faro necesita 60×18")
	uitest.Press(r, "2", "u", "?", "+")
	uitest.Paste(r, "https://x.com/minej/status/1")
	uitest.Click(r, 5, 5)
	uitest.Send(r, tea.WindowSizeMsg{Width: 80, Height: 24})
	uitest.Shows(t, r.View(), "[1 Hoy]", "pantalla Hoy 80×19")
	equal(t, "keys", len(r.pages[0].keys)+len(r.pages[0].pasted)+len(r.pages[0].mouse)+len(r.undone), 0)

	uitest.Send(r, tea.WindowSizeMsg{Width: 80, Height: 17})
	if !left(uitest.Press(r, "q")) || !left(uitest.Press(r, "ctrl+c")) {
		t.Error("no way out of a small window")
	}
	r.pages[0].unsaved = "lo escrito"
	if left(uitest.Press(r, "q")) {
		t.Error("left without asking")
	}
	uitest.Shows(t, r.View(), "se pierde: lo escrito")
	uitest.Press(r, "n")
	uitest.Shows(t, r.View(), "Agrande la ventana")
	r.pages[0].capturing = true
	if left(uitest.Press(r, "q")) {
		t.Error("a letter meant for a field left the program")
	}
}

// taker is a sheet: a digit over a cell begins a number.
type taker struct{ stub }

func (s *taker) Takes(msg tea.KeyMsg) bool { return msg.String() == "2" }

func TestAScreenMayTakeAKeyBeforeTheAppReadsIt(t *testing.T) {
	sheet, other := &taker{stub{name: "Top 10"}}, &stub{name: "Informe"}
	app := uitest.Whole(ui.New(ui.Config{
		Theme: uitest.Theme(), Now: func() time.Time { return afternoon },
		Pages: []ui.Page{{Name: screen.TopTen, Screen: sheet}, {Name: screen.Report, Screen: other}},
	}))
	app.Start(80, 24)
	uitest.Press(app, "2", "3")
	equal(t, "keys of the sheet", pressed(&sheet.stub), "2 3")
	equal(t, "starts of the other screen", other.inits, 0)
	uitest.Press(app, "?", "2")
	equal(t, "keys of the sheet under the help", pressed(&sheet.stub), "2 3")
}
