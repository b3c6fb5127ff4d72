package ui_test

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"faro/ui/screen"
	"faro/ui/uitest"
)

func TestThePaletteFindsAndRunsACommandOfTheScreen(t *testing.T) {
	r := start(t, 80, 24)
	uitest.Press(r, "ctrl+k")
	uitest.Type(r, "REVISION cuen")
	uitest.Shows(t, r.View(), "▌Revisión de cuentas")
	uitest.Hides(t, r.View(), "Pegar enlace", "Ir a Cuentas")
	uitest.Press(r, "enter")
	equal(t, "keys of the screen", pressed(r.pages[0]), "v")
	uitest.Hides(t, r.View(), "Buscar:")
}

func TestThePaletteOpensScreensAndRunsWhatWorksEverywhere(t *testing.T) {
	r := start(t, 80, 24)
	run := func(text string) bool {
		uitest.Press(r, "ctrl+k")
		uitest.Type(r, text)
		return left(uitest.Press(r, "enter"))
	}
	run("contrasenas")
	uitest.Shows(t, r.View(), "[2 Contraseñas]")
	run("ir top")
	uitest.Shows(t, r.View(), "[4 Top 10]")
	run("deshacer")
	equal(t, "undone", len(r.undone), 1)
	run("ayuda")
	uitest.Shows(t, r.View(), "Ayuda · Top 10")
	uitest.Press(r, "esc")
	r.pages[3].unsaved = "la hoja sin guardar"
	if run("salir") {
		t.Error("the palette left without asking")
	}
	uitest.Shows(t, r.View(), "se pierde: la hoja sin guardar")
	if !left(uitest.Press(r, "s")) {
		t.Error("did not leave")
	}
}

func TestThePaletteFindsByKeyAndPutsWhatBeginsWithTheTextFirst(t *testing.T) {
	r := start(t, 80, 24)
	uitest.Press(r, "ctrl+k")
	uitest.Type(r, "p")
	if line := uitest.Line(r.View(), "▌"); !strings.Contains(line, "Publicar ahora") {
		t.Errorf("first = %q", line)
	}
	uitest.Press(r, "down")
	if line := uitest.Line(r.View(), "▌"); !strings.Contains(line, "Pegar enlace") {
		t.Errorf("second = %q", line)
	}
	uitest.Press(r, "esc", "ctrl+k")
	uitest.Type(r, "r") // «Publicar» stands before «Revisión» in the list.
	uitest.Shows(t, r.View(), "▌Revisión de cuentas", " Publicar ahora")
	uitest.Press(r, "esc", "ctrl+k")
	uitest.Type(r, "enter")
	uitest.Shows(t, r.View(), "▌Detalle")
}

func TestAPaletteWithNothingFoundRunsNothing(t *testing.T) {
	r := start(t, 80, 24)
	uitest.Press(r, "ctrl+k")
	uitest.Type(r, "qqq")
	uitest.Shows(t, r.View(), "No hay ninguna orden con ese texto")
	uitest.Press(r, "enter", "down", "up", "pgdown", "pgup")
	uitest.Press(r, "backspace", "backspace", "backspace")
	uitest.Shows(t, r.View(), "▌Publicar ahora")
	uitest.Press(r, "ctrl+k")
	uitest.Hides(t, r.View(), "Buscar:")
	equal(t, "keys of the screen", len(r.pages[0].keys), 0)
}

func TestThePaletteScrollsAndItsEndIsReached(t *testing.T) {
	r := start(t, 60, 18)
	uitest.Press(r, "ctrl+k")
	uitest.Hides(t, r.View(), "Salir")
	uitest.Press(r, "pgdown", "pgdown", "pgdown")
	uitest.Shows(t, r.View(), "▌Salir")
	uitest.Press(r, "pgup", "pgup", "pgup")
	uitest.Shows(t, r.View(), "▌Publicar ahora")
	uitest.Wheel(r, 20, 8, 3)
	uitest.Shows(t, r.View(), "▌Detalle")
	if !uitest.ClickOn(r, "Ir a Roles") {
		t.Fatal(r.View())
	}
	uitest.Shows(t, r.View(), "[3 Roles]")
	uitest.Hides(t, r.View(), "Buscar:")
}

func TestAClickBesideTheCommandsRunsNothing(t *testing.T) {
	r := start(t, 100, 30)
	uitest.Press(r, "ctrl+k")
	x, y, _ := uitest.Find(r.View(), "Publicar ahora")
	uitest.Click(r, x, y-1)
	uitest.Click(r, 0, y)
	uitest.Click(r, x, y+20)
	uitest.Shows(t, r.View(), "Buscar:")
	equal(t, "keys of the screen", len(r.pages[0].keys), 0)
}

// commander is a screen with a list of its own for the palette.
type commander struct{ stub }

func (c *commander) Commands() []screen.Command {
	return append(screen.Commands(postKey), screen.Command{Title: "registrar cambio de contraseña", Key: "r", Run: screen.Press("r")})
}

func TestTheScreensOwnListGoesBeforeItsKeys(t *testing.T) {
	c := &commander{stub{name: "Hoy"}}
	r := one(c)
	r.Start(80, 24)
	uitest.Press(r, "ctrl+k")
	uitest.Hides(t, r.View(), "Pegar enlace")
	uitest.Type(r, "contraseña")
	uitest.Press(r, "enter")
	equal(t, "keys of the screen", pressed(&c.stub), "r")
}

func TestTheHelpSaysWhatTheScreenIsForAndEveryKey(t *testing.T) {
	r := start(t, 60, 18)
	uitest.Press(r, "2", "?")
	uitest.Shows(t, r.View(), "Ayuda · Contraseñas", "según", "líneas 1–11 de 19", "↑/↓ desplazar", "+  publicar ahora    Enter  detalle")
	uitest.Press(r, "end")
	uitest.Shows(t, r.View(), "EN TODAS LAS PANTALLAS", "Ctrl+C  salir desde cualquier parte", "líneas 9–19 de 19")
	uitest.Press(r, "up", "k", "home")
	uitest.Wheel(r, 5, 8, 1)
	uitest.Shows(t, r.View(), "líneas 4–14 de 19")
	uitest.Press(r, "pgdown", "pgdown", "down", "j")
	uitest.Shows(t, r.View(), "líneas 9–19 de 19")
	uitest.Press(r, "pgup", "pgup")
	uitest.Shows(t, r.View(), "líneas 1–11 de 19")
	equal(t, "keys of the screen", len(r.pages[1].keys), 0)
	for _, k := range []string{"?", "q", "esc", "enter"} {
		if left(uitest.Press(r, k)) {
			t.Errorf("%s left the program", k)
		}
		uitest.Hides(t, r.View(), "Ayuda ·")
		uitest.Press(r, "?")
	}
}

func TestTheHelpOfALargeWindowNeedsNoScrolling(t *testing.T) {
	r := start(t, 160, 50)
	uitest.Press(r, "?")
	uitest.Shows(t, r.View(), "Ayuda · Hoy", "q       salir")
	uitest.Hides(t, r.View(), "líneas", "desplazar", "pantalla Hoy")
}

func TestAHelpReadToItsEndIsWholeAgainInALargerWindow(t *testing.T) {
	r := start(t, 60, 18)
	uitest.Press(r, "?", "end")
	uitest.Hides(t, r.View(), "Aquí se ve")
	uitest.Send(r, tea.WindowSizeMsg{Width: 160, Height: 50})
	uitest.Shows(t, r.View(), "Aquí se ve", "salir desde cualquier parte")
}
