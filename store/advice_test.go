package store_test

import (
	"errors"
	"testing"
	"time"

	"faro/model/calendar"
	"faro/store"
)

// A person who keeps the program open learns what to do, not only what failed.
func TestAFaultOfTheFileComesWithAdvice(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	for {
		if _, err := o.Undo(ctx); err != nil {
			expect(t, err, store.ErrNothingToUndo, "No queda nada por deshacer.")
			break
		}
	}
	if _, err := o.DB().ExecContext(ctx, `PRAGMA max_page_count = 1`); err != nil {
		t.Fatal(err)
	}
	var err error
	for i := 0; err == nil && i < 2000; i++ {
		_, err = o.SaveHoliday(ctx, calendar.Holiday{Day: day("2026-01-01").AddDays(i), Name: "D.S. de prueba"})
	}
	expect(t, err, store.ErrFull, "No queda espacio en el disco: libere espacio y repita; lo registrado antes está a salvo.")

	other, err := store.Open(ctx, o.Path(), store.Options{Wait: time.Millisecond})
	check(t, err)
	defer func() { check(t, other.Close()) }()
	tx, err := o.DB().BeginTx(ctx, nil)
	check(t, err)
	defer func() { check(t, tx.Rollback()) }()
	_, err = other.Undo(ctx)
	expect(t, err, store.ErrBusy, "Otro programa está usando el archivo de registros: espere unos segundos y repita.")
}

func expect(t *testing.T, err, kind error, sentence string) {
	t.Helper()
	var told interface{ Advice() string }
	if !errors.Is(err, kind) || !errors.As(err, &told) || told.Advice() != sentence {
		t.Errorf("%v; want %v with advice %q", err, kind, sentence)
	}
}
