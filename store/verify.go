package store

import (
	"context"
	"database/sql"
	"fmt"

	"faro/model"
)

// VerifyHistory walks both chains of the history from their beginning and
// answers ErrAltered, with the place, where they do not hold. What the chain
// cannot show is that its last links were cut off; a hash kept elsewhere can.
func (s *Store) VerifyHistory(ctx context.Context) error {
	return s.read(ctx, "verify the history", func(q querier) error {
		last, err := verifyRows(ctx, q)
		if err != nil {
			return err
		}
		return verifyActions(ctx, q, last)
	})
}

// verifyRows answers the hash of the last row of each action.
func verifyRows(ctx context.Context, q querier) (map[model.ID]string, error) {
	type link struct {
		HistoryRow
		hash string
	}
	scan := func(rows *sql.Rows) (l link, err error) {
		return l, rows.Scan(&l.Seq, &l.ActionID, &l.Table, &l.RowID, parsed(&l.Happened), optional(&l.Was), optional(&l.Became), &l.hash)
	}
	last := map[model.ID]string{}
	previous, seq := "", int64(0)
	err := each(ctx, q, scan, func(l link) error {
		seq++
		hash, err := l.chain(previous)
		if err != nil {
			return err
		}
		if l.Seq != seq || l.hash != hash {
			return fmt.Errorf("%w: row %d", ErrAltered, seq)
		}
		previous, last[l.ActionID] = hash, hash
		return nil
	}, `SELECT seq, action_id, table_name, row_id, happened, was, became, hash FROM history ORDER BY seq`)
	return last, err
}

func verifyActions(ctx context.Context, q querier, last map[model.ID]string) error {
	type link struct {
		HistoryEntry
		hash string
	}
	scan := func(rows *sql.Rows) (l link, err error) {
		return l, rows.Scan(&l.ID, instant(&l.At), &l.Actor, &l.What, &l.Kind, reference(&l.Undoes), &l.hash)
	}
	previous, id := "", model.ID(0)
	err := each(ctx, q, scan, func(l link) error {
		id++
		hash, err := l.chain(previous, last[l.ID])
		if err != nil {
			return err
		}
		if l.ID != id || l.hash != hash {
			return fmt.Errorf("%w: action %d", ErrAltered, id)
		}
		previous = hash
		return nil
	}, `SELECT id, at, actor, what, kind, undoes, hash FROM actions ORDER BY id`)
	return err
}
