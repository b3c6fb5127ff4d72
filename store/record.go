package store

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"faro/model"
	"faro/model/calendar"
)

// fields are columns and their new values, as Go values of the model: a zero
// Day, time, Month, Quarter or ID becomes NULL, a bool 0 or 1, and text is
// cleaned.
type fields map[string]any

// querier is what reading needs: the file itself or one picture of it.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// change is a transaction in the making. Its insert, update and delete are the
// only way to alter a record: each reads the row before and after and adds
// both to the history, so that no write can forget it.
type change struct {
	*sql.Tx
	what    string // the action in a Spanish phrase, shown by undo and history
	kind    ActionKind
	undoes  model.ID
	now     time.Time
	today   calendar.Day
	actor   string
	journal journal
	stmts   map[string]*sql.Stmt
}

// write runs fn in a transaction and keeps its work, as one action of the
// history, only if it returns nil. An fn that alters nothing leaves no trace.
func (s *Store) write(ctx context.Context, doing string, kind ActionKind, fn func(*change) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return fault(doing, err)
	}
	defer func() { _ = tx.Rollback() }()
	c := &change{Tx: tx, kind: kind, now: s.now(), today: s.today(), actor: s.actor, stmts: map[string]*sql.Stmt{}}
	if err := fn(c); err != nil {
		return fault(doing, err)
	}
	if err := c.sign(ctx); err != nil {
		return fault(doing, err)
	}
	return fault(doing, tx.Commit())
}

// insert adds a row and returns its id.
func (c *change) insert(ctx context.Context, table string, f fields) (model.ID, error) {
	columns := slices.Sorted(maps.Keys(f))
	query := fmt.Sprintf(`INSERT INTO %s (%s) VALUES (?%s) RETURNING *`,
		table, strings.Join(columns, ", "), strings.Repeat(", ?", len(columns)-1))
	after, err := c.one(ctx, query, values(f, columns)...)
	if err != nil {
		return 0, err
	}
	return after.id(), c.note(ctx, table, nil, after)
}

// update sets the columns of a row that differ from what they were. Where none
// does, nothing happened.
func (c *change) update(ctx context.Context, table string, id model.ID, f fields) error {
	before, err := c.one(ctx, `SELECT * FROM `+table+` WHERE id = ?`, int64(id))
	if err != nil {
		return err
	}
	var columns []string
	for _, name := range slices.Sorted(maps.Keys(f)) {
		if before.get(name) != value(f[name]) {
			columns = append(columns, name)
		}
	}
	if len(columns) == 0 {
		return nil
	}
	query := fmt.Sprintf(`UPDATE %s SET %s = ? WHERE id = ? RETURNING *`, table, strings.Join(columns, " = ?, "))
	after, err := c.one(ctx, query, append(values(f, columns), int64(id))...)
	if err != nil {
		return err
	}
	return c.note(ctx, table, before, after)
}

// delete takes a row away.
func (c *change) delete(ctx context.Context, table string, id model.ID) error {
	before, err := c.one(ctx, `SELECT * FROM `+table+` WHERE id = ?`, int64(id))
	if err != nil {
		return err
	}
	if err := c.exec(ctx, `DELETE FROM `+table+` WHERE id = ?`, int64(id)); err != nil {
		return err
	}
	return c.note(ctx, table, before, nil)
}

// save inserts a row when id is zero and updates it otherwise.
func (c *change) save(ctx context.Context, table string, id model.ID, f fields) (model.ID, error) {
	if id == 0 {
		return c.insert(ctx, table, f)
	}
	return id, c.update(ctx, table, id, f)
}

// one runs a statement that answers one row.
func (c *change) one(ctx context.Context, query string, args ...any) (*row, error) {
	rows, err := c.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	if !rows.Next() {
		if err := rows.Err(); err != nil {
			return nil, err
		}
		return nil, sql.ErrNoRows
	}
	r, err := scanRow(rows)
	if err != nil {
		return nil, err
	}
	// A statement with RETURNING does its work when it is run to its end.
	if rows.Next() {
		return nil, fmt.Errorf("more than one row answers %q", query)
	}
	return r, rows.Err()
}

// QueryContext is that of the transaction, by a prepared statement.
func (c *change) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if err := c.prepare(ctx, query); err != nil {
		return nil, err
	}
	return c.stmts[query].QueryContext(ctx, args...)
}

func (c *change) exec(ctx context.Context, query string, args ...any) error {
	if err := c.prepare(ctx, query); err != nil {
		return err
	}
	_, err := c.stmts[query].ExecContext(ctx, args...)
	return err
}

// prepare keeps a statement for the length of the transaction: an import runs
// the same three or four thousands of times.
func (c *change) prepare(ctx context.Context, query string) error {
	if c.stmts[query] != nil {
		return nil
	}
	var err error
	c.stmts[query], err = c.PrepareContext(ctx, query) //nolint:sqlclosecheck // The end of the transaction closes it.
	return err
}
