package store

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"faro/model"
)

// What can be wrong with the file or the disk it is on. The cause stays
// reachable with errors.As.
var (
	ErrNotRecords = errors.New("not a records file")
	ErrNewer      = errors.New("the file was written by a newer version of the program")
	ErrDamaged    = errors.New("the file is damaged")
	ErrReadOnly   = errors.New("the file or its folder is read-only")
	ErrFull       = errors.New("no space left on the disk")
	ErrBusy       = errors.New("another program is using the file")
)

// What can be wrong with a request.
var (
	ErrNothingToUndo = errors.New("nothing to undo")
	ErrNotEmpty      = errors.New("the records file already holds facts")
)

// fault turns an error of the driver or the system into one that can be acted
// upon, and says what was being done. What a person must mend in a form or a
// document is left as it is: it has sentences of its own.
func fault(doing string, err error) error {
	var field *model.FieldError
	var faults *DocumentError
	if err == nil || errors.As(err, &field) || errors.As(err, &faults) {
		return err
	}
	var told *toldError
	if errors.As(err, &told) {
		return err
	}
	return &toldError{doing: doing, kind: kindOf(err), cause: err}
}

// toldError is an error that went through fault once.
type toldError struct {
	doing string
	kind  error // the sentinel; nil where none fits
	cause error
}

func (e *toldError) Error() string {
	if e.kind == nil || errors.Is(e.cause, e.kind) {
		return fmt.Sprintf("%s: %v", e.doing, e.cause)
	}
	return fmt.Sprintf("%s: %v: %v", e.doing, e.kind, e.cause)
}

func (e *toldError) Unwrap() []error {
	if e.kind == nil {
		return []error{e.cause}
	}
	return []error{e.kind, e.cause}
}

// kindOf finds the sentinel for an error.
func kindOf(err error) error {
	var e *sqlite.Error
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return model.ErrNotFound
	case errors.As(err, &e):
		return kindOfCode(e.Code())
	case errors.Is(err, fs.ErrPermission), readOnlyDisk(err):
		return ErrReadOnly
	case fullDisk(err):
		return ErrFull
	}
	return nil
}

// kindOfCode finds the sentinel for SQLite's extended result code. Triggers
// refuse nothing but changes to sealed records, so their code says enough.
func kindOfCode(code int) error {
	switch code {
	case sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY:
		return model.ErrConflict
	case sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
		return model.ErrNotFound
	case sqlite3.SQLITE_CONSTRAINT_TRIGGER:
		return model.ErrSealed
	}
	switch code & 0xff {
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return ErrDamaged
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN:
		// With the file there, what cannot be opened is the journal beside it.
		return ErrReadOnly
	case sqlite3.SQLITE_FULL:
		return ErrFull
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return ErrBusy
	}
	return nil
}
