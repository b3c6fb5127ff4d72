package cli_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"faro/model"
	"faro/model/calendar"
	"faro/model/permalink"
	"faro/store"
	"faro/store/exporter"
	"faro/store/mailer"
	"faro/ui/cli"
)

// Every failure a person can do something about has its sentence and its exit
// code: 2 for what was asked wrongly, 3 for a file or a disk.
func TestEveryFailureSaysWhatToDo(t *testing.T) {
	_, badLink := permalink.Parse("https://x.com/MinEjemploPeru")
	_, badDay := calendar.ReadDay("31/02/2026", calendar.Day{Year: 2026, Month: 11, Day: 23})
	_, badQuarter := calendar.ParseQuarter("2026-T5")
	var problems model.FieldErrors
	problems.Check(false, "Fecha", "escriba la fecha, por ejemplo 23/11/2026")
	problems.Check(false, "Tipo", "elija el tipo de publicación")
	for _, c := range []struct {
		err  error
		code int
		says string
	}{
		{store.ErrNewer, 3, "Los registros de «a.db» son de una versión más nueva de faro y no se tocaron; actualice el programa."},
		{store.ErrNotRecords, 3, "«a.db» no es un archivo de registros de faro y no se tocó; revise la ruta de «--datos»."},
		{store.ErrDamaged, 3, "El archivo «a.db» está dañado o no es de registros de faro, y no se tocó; use otro con «--datos» o restaure una copia."},
		{store.ErrReadOnly, 3, "No hay permiso para escribir en «a.db»; cambie los permisos o use otra carpeta con «--datos»."},
		{store.ErrFull, 3, "No queda espacio en el disco de «a.db» y no se guardó nada; libere espacio y inténtelo otra vez."},
		{store.ErrBusy, 3, "Otra copia de faro está escribiendo en «a.db»; espere unos segundos y inténtelo otra vez."},
		{store.ErrNotEmpty, 3, "«a.db» no se importó porque el archivo de registros ya tiene datos; indique uno nuevo con «--datos»."},
		{exporter.ErrNoFolder, 3, "No existe la carpeta de «a.db»; créela o elija otra."},
		{exporter.ErrIsFolder, 3, "«a.db» es una carpeta; indique un nombre de archivo."},
		{exporter.ErrPermission, 3, "No hay permiso para escribir «a.db»; elija otra carpeta."},
		{exporter.ErrInUse, 3, "Otro programa tiene abierto «a.db»; ciérrelo y inténtelo otra vez."},
		{exporter.ErrFull, 3, "No queda espacio en el disco para escribir «a.db»; libere espacio y inténtelo otra vez."},
		{mailer.ErrNoRecipient, 2, "Falta un correo válido de la SCS para el borrador; corríjalo en los datos de la entidad."},
		{fs.ErrNotExist, 3, "No existe «a.db»; revise el nombre."},
		{fs.ErrPermission, 3, "No hay permiso para usar «a.db»; revise los permisos."},
		{context.Canceled, 3, "Se interrumpió la orden; no quedó nada a medias."},
		{context.DeadlineExceeded, 3, "La orden tardó demasiado y se detuvo; no quedó nada a medias."},
		{model.ErrSealed, 2, "Lo firmado o enviado no se cambia; haga una versión nueva."},
		{badLink, 2, "El enlace lleva al perfil o a otra página de X (Twitter) y no a una publicación: abra la publicación y copie su dirección."},
		{badDay, 2, "Ese día no existe: escriba un día del 1 al 28 para febrero de 2026."},
		{badQuarter, 2, "El trimestre no es válido: escríbalo como AAAA-T y un número del 1 al 4, por ejemplo 2026-T4."},
		{problems.Err(), 2, "Fecha: escriba la fecha, por ejemplo 23/11/2026; Tipo: elija el tipo de publicación."},
		{errors.New("disk on fire"), 3, "No se pudo terminar la orden (a.db: disk on fire)."},
		{
			&store.DocumentError{List: []store.Fault{{Path: "posts[2].day", Hint: "falta la fecha"}, {Path: "people[0].name", Hint: "escriba nombres"}}},
			3, "No se importó nada: corrija 2 faltas de «a.db» y inténtelo otra vez.\n  posts[2].day: falta la fecha\n  people[0].name: escriba nombres",
		},
	} {
		wrapped := cli.About("a.db", fmt.Errorf("doing something: %w", c.err))
		if c.code == 3 && strings.Contains(c.says, "disk on fire") {
			wrapped = cli.About("a.db", c.err)
		}
		sentence, code := cli.Explain(wrapped)
		if sentence != c.says || code != c.code {
			t.Errorf("%v: %d %q, want %d %q", c.err, code, sentence, c.code, c.says)
		}
	}
}

// What comes from outside cannot drive the terminal through an error.
func TestAHostileNameIsShownHarmless(t *testing.T) {
	sentence, _ := cli.Explain(cli.About("a\x1b]0;x\x07\u202eb.db", store.ErrDamaged))
	if strings.ContainsAny(sentence, "\x1b\x07\u202e") || !strings.Contains(sentence, "«ab.db»") {
		t.Errorf("shown as %q", sentence)
	}
}
