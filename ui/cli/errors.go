package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"

	"faro/model"
	"faro/model/calendar"
	"faro/model/permalink"
	"faro/store"
	"faro/store/exporter"
	"faro/store/mailer"
)

// The exit codes. They are part of the command line's contract: scripts and
// prompts decide by them.
const (
	exitFine = 0
	exitDue  = 1 // something is overdue or due today
	exitUse  = 2 // the command was used wrongly
	exitFile = 3 // a file or the terminal could not be read or written
)

// useError is a wrong use of the command line, told in one Spanish sentence.
type useError struct{ sentence string }

func (e *useError) Error() string { return e.sentence }

func wrongUse(format string, a ...any) error { return &useError{fmt.Sprintf(format, a...)} }

// fileError is a failure to read or write a file that the person named or
// that is the program's own.
type fileError struct {
	path string
	err  error
}

func (e *fileError) Error() string { return e.path + ": " + e.err.Error() }
func (e *fileError) Unwrap() error { return e.err }

// Advice is what the app shows below what it could not do.
func (e *fileError) Advice() string {
	sentence, _ := explain(e)
	return sentence
}

// Replaceable reports that a file stands in the way, which the person may
// decide to write over.
func (e *fileError) Replaceable() bool { return errors.Is(e.err, errExists) }

// about says which file an error is about; nil stays nil.
func about(path string, err error) error {
	if err == nil {
		return nil
	}
	return &fileError{path, err}
}

// What only the command line can find wrong.
var (
	errNoTerminal = errors.New("not a terminal")
	errNoRecords  = errors.New("no records file there")
	errExists     = errors.New("the file exists already")
	errOutput     = errors.New("the output could not be written")
	errSettings   = errors.New("the settings file cannot be understood")
	errDemoExists = errors.New("the file for the sample exists already")
	errFolder     = errors.New("the folder cannot be made")
	errCrash      = errors.New("the app ended by an internal failure")
)

// causes is every failure a person can do something about: what it is, what
// the command line says and the exit code. «%s» stands for the file. The first
// that fits is told, so the more particular ones come first.
var causes = []struct {
	is       error
	sentence string
	code     int
}{
	{errOutput, "No se pudo escribir la salida; revise el disco o la tubería a la que va.", exitFile},
	{errNoTerminal, "faro necesita una terminal para abrir la aplicación; sin ella use «faro estado», «faro publicar» o «faro informe».", exitUse},
	{errNoRecords, "No hay registros en %s; abra «faro» para crearlos o indique el archivo con «--datos».", exitFile},
	{errExists, "Ya existe %s y no se tocó; elija otro nombre o añada «--reemplazar».", exitFile},
	{errDemoExists, "Ya existe %s y no se tocó; elija otro nombre para los datos de ejemplo.", exitFile},
	{errFolder, "No se puede usar %s como carpeta; elija otra con «--salida».", exitFile},
	{errCrash, "faro se cerró por un fallo propio; todo lo registrado está a salvo, ábralo de nuevo.", exitFile},
	{errSettings, "No se entiende el archivo de ajustes %s; corríjalo o bórrelo.", exitFile},
	{store.ErrNewer, "Los registros de %s son de una versión más nueva de faro y no se tocaron; actualice el programa.", exitFile},
	{store.ErrNotRecords, "%s no es un archivo de registros de faro y no se tocó; revise la ruta de «--datos».", exitFile},
	{store.ErrDamaged, "El archivo %s está dañado o no es de registros de faro, y no se tocó; use otro con «--datos» o restaure una copia.", exitFile},
	{store.ErrReadOnly, "No hay permiso para escribir en %s; cambie los permisos o use otra carpeta con «--datos».", exitFile},
	{store.ErrFull, "No queda espacio en el disco de %s y no se guardó nada; libere espacio y inténtelo otra vez.", exitFile},
	{store.ErrBusy, "Otra copia de faro está escribiendo en %s; espere unos segundos y inténtelo otra vez.", exitFile},
	{exporter.ErrNoFolder, "No existe la carpeta de %s; créela o elija otra.", exitFile},
	{exporter.ErrIsFolder, "%s es una carpeta; indique un nombre de archivo.", exitFile},
	{exporter.ErrPermission, "No hay permiso para escribir %s; elija otra carpeta.", exitFile},
	{exporter.ErrInUse, "Otro programa tiene abierto %s; ciérrelo y inténtelo otra vez.", exitFile},
	{exporter.ErrFull, "No queda espacio en el disco para escribir %s; libere espacio y inténtelo otra vez.", exitFile},
	{mailer.ErrNoRecipient, "Falta un correo válido de la SCS para el borrador; corríjalo en los datos de la entidad.", exitUse},
	{store.ErrNotEmpty, "%s no se importó porque el archivo de registros ya tiene datos; indique uno nuevo con «--datos».", exitFile},
	{store.ErrNothingToUndo, "No hay nada que deshacer.", exitUse},
	{model.ErrSealed, "Lo firmado o enviado no se cambia; haga una versión nueva.", exitUse},
	{fs.ErrNotExist, "No existe %s; revise el nombre.", exitFile},
	{fs.ErrPermission, "No hay permiso para usar %s; revise los permisos.", exitFile},
	{context.Canceled, "Se interrumpió la orden; no quedó nada a medias.", exitFile},
	{context.DeadlineExceeded, "La orden tardó demasiado y se detuvo; no quedó nada a medias.", exitFile},
}

// fail tells err on the error stream and returns the exit code.
func (s *shell) fail(err error) int {
	sentence, code := explain(err)
	_, _ = io.WriteString(s.err, sentence+"\n")
	return code
}

// explain puts an error into Spanish. Whatever has no words of its own is
// shown as it came, after a sentence that says so.
func explain(err error) (sentence string, code int) {
	var (
		use    *useError
		link   *permalink.Error
		date   *calendar.ReadError
		field  *model.FieldError
		faults *store.DocumentError
	)
	switch {
	case errors.As(err, &use):
		return capital(use.sentence), exitUse
	case errors.As(err, &faults):
		return listed(faults, fileOf(err)), exitFile
	}
	path := fileOf(err)
	for _, c := range causes {
		if errors.Is(err, c.is) {
			return capital(strings.ReplaceAll(c.sentence, "%s", path)), c.code
		}
	}
	switch {
	case errors.As(err, &link):
		return capital(link.Hint), exitUse
	case errors.As(err, &date):
		return capital(date.Error()), exitUse
	case errors.As(err, &field):
		return capital(allFields(err)), exitUse
	}
	return "No se pudo terminar la orden (" + model.Clean(err.Error()) + ").", exitFile
}

// fileOf names the file an error is about.
func fileOf(err error) string {
	if named := (*fileError)(nil); errors.As(err, &named) {
		return "«" + model.Clean(named.path) + "»"
	}
	return "«?»"
}

// allFields joins every fault of a record in one sentence.
func allFields(err error) string {
	if all := (model.FieldErrors)(nil); errors.As(err, &all) {
		err = all
	}
	return strings.TrimSuffix(err.Error(), ".") + "."
}

// listed names every fault of a document that was not imported, each with its
// place.
func listed(faults *store.DocumentError, path string) string {
	noun := "faltas"
	if len(faults.List) == 1 {
		noun = "falta"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "No se importó nada: corrija %d %s de %s y inténtelo otra vez.", len(faults.List), noun, path)
	for _, f := range faults.List {
		b.WriteString("\n  " + model.Clean(f.String()))
	}
	return b.String()
}

func capital(sentence string) string {
	r, size := utf8.DecodeRuneInString(sentence)
	return string(unicode.ToUpper(r)) + sentence[size:]
}
