package ui

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"

	"faro/model"
	"faro/ui/screen"
)

// adviser is an error that brings its own Spanish sentence on what to do.
type adviser interface {
	error
	Advice() string
}

// explain says what could not be done and what to do about it. It is the only
// place where an error becomes a sentence on screen.
func explain(m screen.ErrMsg) string {
	what := "No se pudo " + m.Doing
	if strings.TrimSpace(m.Doing) == "" {
		what = "No se pudo terminar"
	}
	if m.Err == nil {
		return sentence(model.Clean(what))
	}
	advice := advise(m.Err)
	if advice == "" {
		return sentence(model.Clean(what + ": " + m.Err.Error()))
	}
	return sentence(model.Clean(what)) + " " + sentence(capital(model.Clean(advice)))
}

// advise is what to do about an error, or "" when only its own text can say.
func advise(err error) string {
	var own adviser
	if errors.As(err, &own) && own.Advice() != "" {
		return own.Advice()
	}
	if text := faulty(err); text != "" {
		return text
	}
	switch {
	case errors.Is(err, model.ErrConflict):
		return "Ya está registrado: búsquelo en la lista y corríjalo ahí."
	case errors.Is(err, model.ErrNotFound):
		return "Ya no está en los registros: vuelva a la lista, que se ha actualizado."
	case errors.Is(err, model.ErrSealed):
		return "Lo firmado o enviado no se cambia: haga una corrección o una versión nueva."
	case errors.Is(err, context.DeadlineExceeded):
		return "Tardó demasiado: inténtelo otra vez y, si se repite, revise el disco o la red."
	case errors.Is(err, context.Canceled):
		return "Se interrumpió y no quedó nada a medias: repítalo cuando quiera."
	}
	return adviseFile(err)
}

// maxProblems is how many faulty fields an error names; the form shows all.
const maxProblems = 2

// faulty names the fields of a record that were refused.
func faulty(err error) string {
	var many model.FieldErrors
	if !errors.As(err, &many) || len(many) == 0 {
		var one *model.FieldError
		if !errors.As(err, &one) {
			return ""
		}
		many = model.FieldErrors{one}
	}
	var texts []string
	for _, each := range many[:min(len(many), maxProblems)] {
		texts = append(texts, strings.TrimRight(each.Error(), ". "))
	}
	text := strings.Join(texts, "; ")
	if more := len(many) - maxProblems; more > 0 {
		text += " (y " + model.Count(int64(more)) + " más)"
	}
	return text
}

// adviseFile puts the commonest failures of files into words.
func adviseFile(err error) string {
	var at *fs.PathError
	path := ""
	if errors.As(err, &at) {
		path = " (" + at.Path + ")"
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "No existe el archivo o la carpeta" + path + ": revise la ruta."
	case errors.Is(err, fs.ErrPermission):
		return "No hay permiso" + path + ": elija otra carpeta o pida acceso."
	case errors.Is(err, fs.ErrExist):
		return "Ya existe" + path + ": elija otro nombre."
	}
	return ""
}

// sentence ends a text with a full stop unless it has an end already.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
