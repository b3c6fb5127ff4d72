package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"faro/model"
	"faro/model/calendar"
)

// ActionKind tells what undo does with an action.
type ActionKind string

// The kinds of action.
const (
	Done    ActionKind = "hecho"    // undo takes it back
	Undoing ActionKind = "deshacer" // it took another one back
	Sealed  ActionKind = "sello"    // a signature or a declaration of sending: undo stops here
	Noted   ActionKind = "registro" // what happened outside the file (a report was written): undo passes over it
)

// HistoryEntry is one action: what somebody did in one go.
type HistoryEntry struct {
	ID     model.ID
	At     time.Time // when it was recorded
	Actor  string
	What   string // Spanish phrase: "publicación de Facebook de 14:05"
	Kind   ActionKind
	Undoes model.ID // the action it took back, for Undoing
	Undone bool     // another action took it back
	Rows   int      // rows it altered
}

// HistoryRow is what an action did to one row. Was and Became hold the whole
// row as JSON; an empty one says there was none.
type HistoryRow struct {
	Seq      int64
	ActionID model.ID
	Table    string
	RowID    model.ID
	Happened calendar.Day // day of the fact, which is not the day it was recorded (S28)
	Was      string
	Became   string
}

// ErrAltered is answered when the history is not what was written.
var ErrAltered = errors.New("the history was altered")

// History lists the latest actions, the newest first; no limit if it is zero.
func (s *Store) History(ctx context.Context, limit int) ([]HistoryEntry, error) {
	if limit <= 0 {
		limit = -1
	}
	all, err := list(ctx, s.db, scanEntry, `
		SELECT a.id, a.at, a.actor, a.what, a.kind, a.undoes,
			EXISTS (SELECT 1 FROM actions u WHERE u.undoes = a.id),
			(SELECT count(*) FROM history h WHERE h.action_id = a.id)
		FROM actions a ORDER BY a.id DESC LIMIT ?`, limit)
	return all, fault("list the history", err)
}

func scanEntry(rows *sql.Rows) (e HistoryEntry, err error) {
	return e, rows.Scan(&e.ID, instant(&e.At), &e.Actor, &e.What, &e.Kind, reference(&e.Undoes), &e.Undone, &e.Rows)
}

// HistoryRows lists what an action did, in the order it did it.
func (s *Store) HistoryRows(ctx context.Context, action model.ID) ([]HistoryRow, error) {
	all, err := historyRows(ctx, s.db, action)
	return all, fault("read the history", err)
}

func historyRows(ctx context.Context, q querier, action model.ID) ([]HistoryRow, error) {
	return list(ctx, q, func(rows *sql.Rows) (h HistoryRow, err error) {
		return h, rows.Scan(&h.Seq, &h.ActionID, &h.Table, &h.RowID, parsed(&h.Happened), optional(&h.Was), optional(&h.Became))
	}, `
		SELECT seq, action_id, table_name, row_id, happened, was, became
		FROM history WHERE action_id = ? ORDER BY seq`, int64(action))
}

// list reads every row a query answers.
func list[T any](ctx context.Context, q querier, scan func(*sql.Rows) (T, error), query string, args ...any) (all []T, err error) {
	err = each(ctx, q, scan, func(v T) error {
		all = append(all, v)
		return nil
	}, query, args...)
	return all, err
}

// each hands every row a query answers to fn.
func each[T any](ctx context.Context, q querier, scan func(*sql.Rows) (T, error), fn func(T) error, query string, args ...any) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return err
		}
		if err := fn(v); err != nil {
			return err
		}
	}
	return rows.Err()
}

// journal is the end of the history while a transaction adds to it.
type journal struct {
	action   int64  // id of the action being written; zero until its first row
	previous string // hash of the action before it
	seq      int64
	last     string // hash of the last row
}

// open finds where the history ends.
func (j *journal) open(ctx context.Context, q querier) error {
	if j.action > 0 {
		return nil
	}
	err := q.QueryRowContext(ctx, `SELECT id, hash FROM actions ORDER BY id DESC LIMIT 1`).Scan(&j.action, &j.previous)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	err = q.QueryRowContext(ctx, `SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1`).Scan(&j.seq, &j.last)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	j.action++
	return nil
}

// note adds what happened to one row to the history.
func (c *change) note(ctx context.Context, table string, before, after *row) error {
	if err := c.journal.open(ctx, c); err != nil {
		return err
	}
	was, became := "", ""
	var err error
	id := model.ID(0)
	if before != nil {
		id = before.id()
		if was, err = before.json(); err != nil {
			return err
		}
	}
	if after != nil {
		id = after.id()
		if became, err = after.json(); err != nil {
			return err
		}
	}
	j := &c.journal
	j.seq++
	h := HistoryRow{
		Seq: j.seq, ActionID: model.ID(j.action), Table: table, RowID: id,
		Happened: happened(table, before, after, c.today), Was: was, Became: became,
	}
	if j.last, err = h.chain(j.last); err != nil {
		return err
	}
	return c.exec(ctx, `
		INSERT INTO history (seq, action_id, table_name, row_id, happened, was, became, hash)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		h.Seq, j.action, table, int64(id), h.Happened.String(), orNull(was), orNull(became), j.last)
}

// sign closes the action, if anything was altered.
func (c *change) sign(ctx context.Context) error {
	j := &c.journal
	if j.action == 0 {
		return nil
	}
	e := HistoryEntry{ID: model.ID(j.action), At: c.now, Actor: c.actor, What: model.Clean(c.what), Kind: c.kind, Undoes: c.undoes}
	hash, err := e.chain(j.previous, j.last)
	if err != nil {
		return err
	}
	return c.exec(ctx, `INSERT INTO actions (id, at, actor, what, kind, undoes, hash) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		j.action, e.At.Unix(), e.Actor, e.What, string(e.Kind), value(e.Undoes), hash)
}

// chain is the hash of a row of the history over the hash of the one before.
func (h HistoryRow) chain(previous string) (string, error) {
	return digest(previous, h.Seq, h.ActionID, h.Table, h.RowID, h.Happened.String(), h.Was, h.Became)
}

// chain is the hash of an action over that of the one before and of its own
// last row.
func (e HistoryEntry) chain(previous, lastRow string) (string, error) {
	return digest(previous, lastRow, e.ID, e.At.Unix(), e.Actor, e.What, e.Kind, e.Undoes)
}

// digest is the SHA-256 of the values as a JSON list, in hex.
func digest(parts ...any) (string, error) {
	b, err := json.Marshal(parts)
	if err != nil {
		return "", fmt.Errorf("chain the history: %w", err)
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:]), nil
}
