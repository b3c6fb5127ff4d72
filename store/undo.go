package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"faro/model"
)

// Undone tells what undo took back.
type Undone struct {
	What string    // Spanish phrase: "publicación de Facebook de 14:05"
	At   time.Time // when it had been recorded
}

// Undo takes back the last action that was not taken back yet, whoever made
// it and however long ago, by putting every row it altered back as it was. It
// is an action too, which stays in the history. Called again it goes one
// further back; at a signature or a sending it stops with model.ErrSealed.
func (s *Store) Undo(ctx context.Context) (u Undone, err error) {
	err = s.write(ctx, "undo", Undoing, func(c *change) error {
		id, kind := model.ID(0), ActionKind("")
		err := c.QueryRowContext(ctx, `
			SELECT id, what, at, kind FROM actions a
			WHERE kind IN ('hecho', 'sello') AND NOT EXISTS (SELECT 1 FROM actions u WHERE u.undoes = a.id)
			ORDER BY id DESC LIMIT 1`).Scan(&id, &u.What, instant(&u.At), &kind)
		switch {
		case errors.Is(err, sql.ErrNoRows):
			return ErrNothingToUndo
		case err != nil:
			return err
		case kind == Sealed:
			return fmt.Errorf("%s: %w", u.What, model.ErrSealed)
		}
		c.what, c.undoes = u.What, id
		return c.undo(ctx, id)
	})
	return u, err
}

// undo puts back what an action altered, the last row first, so that a row is
// taken away only after those that point at it.
func (c *change) undo(ctx context.Context, action model.ID) error {
	rows, err := historyRows(ctx, c, action)
	if err != nil {
		return err
	}
	for _, h := range slices.Backward(rows) {
		if err := c.putBack(ctx, h); err != nil {
			return err
		}
	}
	return nil
}

// putBack reverses one row of the history, if the record is still as that row
// left it.
func (c *change) putBack(ctx context.Context, h HistoryRow) error {
	now, err := c.one(ctx, `SELECT * FROM `+h.Table+` WHERE id = ?`, int64(h.RowID))
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if same, err := now.is(h.Became); err != nil {
		return err
	} else if !same {
		return inTheWay("el registro cambió después")
	}
	if h.Was == "" {
		err := c.delete(ctx, h.Table, h.RowID)
		if isForeignKey(err) {
			return inTheWay("otros registros dependen de este")
		}
		return err
	}
	was, err := parseRow(h.Was)
	if err != nil {
		return err
	}
	if h.Became == "" {
		_, err := c.insert(ctx, h.Table, was.fields())
		return err
	}
	return c.update(ctx, h.Table, h.RowID, was.fields())
}

// inTheWay says why an action cannot be taken back.
func inTheWay(why string) error {
	return errors.Join(model.ErrConflict, &model.FieldError{Field: "Deshacer", Hint: "no se puede: " + why})
}

func isForeignKey(err error) bool {
	var e *sqlite.Error
	return errors.As(err, &e) && e.Code() == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY
}
