package ui_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"faro/model"
	"faro/ui/screen"
	"faro/ui/uitest"
)

func TestANoteFadesByItsOwnTimerOnly(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := start(t, 100, 30)
		first := r.Update(screen.NoteMsg{Text: "13:10 Facebook registrado"})
		uitest.Shows(t, r.View(), "✓ 13:10 Facebook registrado")
		time.Sleep(2 * time.Second)
		second := r.Update(screen.NoteMsg{Text: "✓ 13:12 X registrado"})

		r.Update(first()) // three seconds after the first note
		uitest.Shows(t, r.View(), "✓ 13:12 X registrado")
		uitest.Hides(t, r.View(), "✓ ✓")
		began := time.Now()
		r.Update(second())
		equal(t, "time from then", time.Since(began), 2*time.Second)
		uitest.Hides(t, r.View(), "registrado")
	})
}

func TestANoteStandsBesideTheKeysOfANarrowWindow(t *testing.T) {
	r := start(t, 60, 18)
	uitest.Send(r, screen.NoteMsg{Text: "13:10 Facebook\n\x1b[31mregistrado"})
	want := " + publicar ahora             ✓ 13:10 Facebook registrado "
	if got := strings.Split(r.View(), "\n")[17]; !strings.HasSuffix(got, "✓ 13:10 Facebook registrado ") || !strings.HasPrefix(got, " + publicar ahora ") {
		t.Errorf("footer = %q, want like %q", got, want)
	}
	uitest.Send(r, screen.NoteMsg{Text: strings.Repeat("registrado ", 20)})
	uitest.Fits(t, r.View(), 60, 18)
	uitest.Send(r, screen.NoteMsg{})
	uitest.Shows(t, r.View(), "✓ registrado")
}

func TestHintsAreLeftOutWholeTheLessImportantFirst(t *testing.T) {
	for _, c := range []struct {
		width int
		want  string
	}{
		{160, " + publicar ahora   p pegar enlace   Enter detalle   j justificar día   u deshacer   Ctrl+K órdenes   q salir"},
		{97, " + publicar ahora   p pegar enlace   Enter detalle   j justificar día   u deshacer"},
		{83, " + publicar ahora   p pegar enlace   Enter detalle   j justificar día   u deshacer"},
		{82, " + publicar ahora   p pegar enlace   Enter detalle   j justificar día"},
		{60, " + publicar ahora   p pegar enlace   Enter detalle"},
	} {
		lines := strings.Split(uitest.Plain(start(t, c.width, 24).View()), "\n")
		equal(t, fmt.Sprintf("footer at %d", c.width), lines[23], c.want)
	}
}

func TestAnErrorStaysUntilTheNextKey(t *testing.T) {
	r := start(t, 80, 24)
	failed := screen.ErrMsg{Doing: "registrar la publicación", Err: model.ErrConflict}
	const want = "✗ No se pudo registrar la publicación. Ya está registrado"
	uitest.Send(r, failed)
	uitest.Shows(t, r.View(), want)
	uitest.Send(r, screen.NoteMsg{Text: "otra cosa"})
	uitest.Wheel(r, 5, 5, 1)
	uitest.Shows(t, r.View(), want)
	uitest.Press(r, "down")
	uitest.Hides(t, r.View(), "No se pudo")
	equal(t, "the key was the screen's", pressed(r.pages[0]), "down")

	uitest.Send(r, failed)
	uitest.Click(r, 5, 5)
	uitest.Hides(t, r.View(), "No se pudo")
}

func TestALongErrorTakesThreeLinesAndTheScreenKeepsItsSize(t *testing.T) {
	r := start(t, 60, 18)
	uitest.Send(r, screen.ErrMsg{Doing: "enviar el informe", Err: errors.New(strings.Repeat("el servidor de correo no contesta ", 20))})
	lines := strings.Split(uitest.Plain(r.View()), "\n")
	equal(t, "lines", len(lines), 18)
	equal(t, "rule above the error", lines[14], strings.Repeat("─", 60))
	if !strings.HasPrefix(lines[15], " ✗ No se pudo enviar") || !strings.HasSuffix(lines[17], "…") {
		t.Errorf("error:\n%s", strings.Join(lines[15:], "\n"))
	}
	uitest.Fits(t, r.View(), 60, 18)
	equal(t, "height of the screen", r.pages[0].height, 13)
}

type advice struct{ text string }

func (advice) Error() string    { return "database is locked" }
func (a advice) Advice() string { return a.text }

func TestErrorsAreSentencesThatSayWhatToDo(t *testing.T) {
	var form model.FieldErrors
	form.Check(false, "Fecha", "escriba el día, por ejemplo 23/11/2026.")
	form.Check(false, "Red", "elija una red")
	form.Check(false, "Enlace", "pegue el enlace completo")
	for _, c := range []struct {
		name string
		msg  screen.ErrMsg
		want string
	}{
		{
			"a faulty field",
			screen.ErrMsg{Doing: "guardar la cuenta", Err: fmt.Errorf("save: %w", &model.FieldError{Field: "Cuenta", Hint: "escriba el nombre que va tras la @"})},
			"No se pudo guardar la cuenta. Cuenta: escriba el nombre que va tras la @.",
		},
		{
			"faulty fields",
			screen.ErrMsg{Doing: "guardar la publicación", Err: form},
			"No se pudo guardar la publicación. Fecha: escriba el día, por ejemplo 23/11/2026; Red: elija una red (y 1 más).",
		},
		{
			"known",
			screen.ErrMsg{Doing: "guardar la cuenta", Err: fmt.Errorf("save account: %w", model.ErrConflict)},
			"No se pudo guardar la cuenta. Ya está registrado: búsquelo en la lista y corríjalo ahí.",
		},
		{
			"gone",
			screen.ErrMsg{Doing: "abrir la cuenta", Err: model.ErrNotFound},
			"No se pudo abrir la cuenta. Ya no está en los registros: vuelva a la lista, que se ha actualizado.",
		},
		{
			"sealed",
			screen.ErrMsg{Doing: "deshacer", Err: model.ErrSealed},
			"No se pudo deshacer. Lo firmado o enviado no se cambia: haga una corrección o una versión nueva.",
		},
		{
			"slow",
			screen.ErrMsg{Doing: "leer el tablero", Err: fmt.Errorf("read: %w", context.DeadlineExceeded)},
			"No se pudo leer el tablero. Tardó demasiado: inténtelo otra vez y, si se repite, revise el disco o la red.",
		},
		{
			"interrupted",
			screen.ErrMsg{Doing: "importar el archivo", Err: context.Canceled},
			"No se pudo importar el archivo. Se interrumpió y no quedó nada a medias: repítalo cuando quiera.",
		},
		{
			"an error with advice of its own",
			screen.ErrMsg{Doing: "registrar la publicación", Err: fmt.Errorf("add post: %w", advice{"otro programa usa el archivo; espere unos segundos"})},
			"No se pudo registrar la publicación. Otro programa usa el archivo; espere unos segundos.",
		},
		{
			"advice goes before the cause it wraps",
			screen.ErrMsg{Doing: "guardar", Err: errors.Join(advice{"Libere espacio en el disco."}, model.ErrConflict)},
			"No se pudo guardar. Libere espacio en el disco.",
		},
		{"empty advice", screen.ErrMsg{Doing: "guardar", Err: advice{}}, "No se pudo guardar: database is locked."},
		{
			"no file",
			screen.ErrMsg{Doing: "importar", Err: &fs.PathError{Op: "open", Path: "marzo.csv", Err: fs.ErrNotExist}},
			"No se pudo importar. No existe el archivo o la carpeta (marzo.csv): revise la ruta.",
		},
		{
			"no permission",
			screen.ErrMsg{Doing: "exportar", Err: fs.ErrPermission},
			"No se pudo exportar. No hay permiso: elija otra carpeta o pida acceso.",
		},
		{
			"anything else",
			screen.ErrMsg{Doing: "importar el archivo", Err: errors.New("línea 7: \x1b]0;x\x07falta la fecha\nsobra una columna")},
			"No se pudo importar el archivo: línea 7: falta la fecha sobra una columna.",
		},
		{"no words", screen.ErrMsg{}, "No se pudo terminar."},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := start(t, 300, 24)
			uitest.Send(r, c.msg)
			lines := strings.Split(uitest.Plain(r.View()), "\n")
			equal(t, "error", strings.TrimPrefix(lines[23], " ✗ "), c.want)
		})
	}
}

func TestUndoSaysWhatItTookBackAndCanBeRepeated(t *testing.T) {
	r := start(t, 100, 30)
	uitest.Press(r, "2")
	uitest.Press(r, "u")
	uitest.Shows(t, r.View(), "✓ Se deshizo: publicación de Facebook de 14:05")
	uitest.Press(r, "u")
	uitest.Shows(t, r.View(), "✓ Se deshizo: publicación de Facebook de 14:04")
	equal(t, "reloads of the screen shown", r.pages[1].changes, 2)
	equal(t, "reloads of the screen behind", r.pages[0].changes, 2)
	equal(t, "reloads of a screen never opened", r.pages[2].changes, 0)

	r.undoErr = advice{"no queda nada por deshacer"}
	uitest.Press(r, "u")
	uitest.Shows(t, r.View(), "✗ No se pudo deshacer. No queda nada por deshacer.")
	equal(t, "reloads", r.pages[1].changes, 2)
}
