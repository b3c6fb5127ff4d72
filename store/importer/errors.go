package importer

import (
	"errors"
	"strconv"
)

// ErrUnknown is a table whose columns nobody knows, or which lacks one that is
// needed. An UnknownError tells what a person needs to map it.
var ErrUnknown = errors.New("unknown table")

// UnknownError is an ErrUnknown with what can be shown of the table.
type UnknownError struct {
	Name    string     // the file, and the part of it
	Hint    string     // one Spanish sentence
	Header  []string   // the names of the columns as they stand in the file
	Sample  [][]string // the first rows after them
	Format  Format     // set where the file is known and only lacks columns
	Missing []Field    // the needed columns that it lacks, then
	Guess   Mapping    // what the names of the columns suggest
}

// Error gives the hint.
func (e *UnknownError) Error() string { return e.Hint }

// Is makes errors.Is(err, ErrUnknown) hold.
func (e *UnknownError) Is(target error) bool { return target == ErrUnknown }

// RefusedError is a file that is known and does not serve: another report of
// the same platforms, or something that is no table.
type RefusedError struct {
	Name string
	What string // what it is, in Spanish
	Hint string // one Spanish sentence: what it is, and what to download instead
}

// Error gives the hint.
func (e *RefusedError) Error() string { return e.Hint }

// DamagedError is a file that breaks off or breaks its own format.
type DamagedError struct {
	Line int    // where; 0: nowhere in particular
	Hint string // one Spanish sentence
	Err  error  // what a library said, or nil
}

// Error gives the hint.
func (e *DamagedError) Error() string { return e.Hint }

// Unwrap gives what a library said.
func (e *DamagedError) Unwrap() error { return e.Err }

// AskError is a table that cannot be read before its questions are answered.
type AskError struct{ Questions []Question }

// Error gives the first question.
func (e *AskError) Error() string {
	if len(e.Questions) == 0 {
		return "el archivo necesita una respuesta antes de leerse"
	}
	return e.Questions[0].Text
}

func unclosedQuotes(line int) error {
	return &DamagedError{Line: line, Hint: "La línea " + strconv.Itoa(line) +
		" abre comillas que no se cierran: el archivo está cortado o dañado. Descárguelo otra vez."}
}

// noTableWhat is what a file that is no table at all is.
const noTableWhat = "no es una tabla"

func noTable(name string) error {
	return &RefusedError{
		Name: name, What: noTableWhat,
		Hint: "El archivo no es una tabla de publicaciones: elija el CSV, XLSX o ZIP que se descarga de la red social.",
	}
}
