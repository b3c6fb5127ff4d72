package model

import (
	"errors"
	"strings"
)

// What can be wrong with a record as a whole. The screens put them into words.
var (
	ErrNotFound = errors.New("not found")
	ErrConflict = errors.New("already exists")
	// ErrSealed is answered when something signed or sent would be changed.
	ErrSealed = errors.New("signed or sent records do not change")
)

// FieldError says what is wrong with one field of a record, in a Spanish
// sentence that tells the person what to do.
type FieldError struct {
	Field string // the field's Spanish label as shown on screen
	Hint  string // what to do
}

func (e *FieldError) Error() string { return e.Field + ": " + e.Hint }

// FieldErrors gathers the faults of one record, so that a form shows all of them
// at once.
type FieldErrors []*FieldError

func (p FieldErrors) Error() string {
	texts := make([]string, len(p))
	for i, e := range p {
		texts[i] = e.Error()
	}
	return strings.Join(texts, "; ")
}

// Unwrap lets errors.As find the first fault.
func (p FieldErrors) Unwrap() []error {
	all := make([]error, len(p))
	for i, e := range p {
		all[i] = e
	}
	return all
}

// Check adds a fault unless ok holds.
func (p *FieldErrors) Check(ok bool, field, hint string) {
	if !ok {
		*p = append(*p, &FieldError{field, hint})
	}
}

// Err is nil when nothing was found wrong.
func (p FieldErrors) Err() error {
	if len(p) == 0 {
		return nil
	}
	return p
}
