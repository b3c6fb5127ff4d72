package store

import (
	"context"
	"database/sql"

	"faro/model"
	"faro/model/calendar"
)

// Figures lists the followers of an account, or of all when it is zero, in the
// months from and to and those between.
func (s *Store) Figures(ctx context.Context, account model.ID, from, to calendar.Month) ([]model.Figures, error) {
	all, err := figures(ctx, s.db, account, from, to)
	return all, fault("list the followers", err)
}

const selectFigures = `SELECT id, account_id, month, followers_start, followers_end FROM figures`

func figures(ctx context.Context, q querier, account model.ID, from, to calendar.Month) ([]model.Figures, error) {
	return list(ctx, q, scanFigures, selectFigures+`
		WHERE (? = 0 OR account_id = ?) AND month BETWEEN ? AND ? ORDER BY account_id, month`,
		int64(account), int64(account), from.String(), to.String())
}

func scanFigures(rows *sql.Rows) (f model.Figures, err error) {
	return f, rows.Scan(&f.ID, &f.AccountID, parsed(&f.Month), &f.FollowersStart, &f.FollowersEnd)
}

// SaveFigures records an account's followers at the ends of a month. There is
// one record for each account and month; saving again replaces it.
func (s *Store) SaveFigures(ctx context.Context, f model.Figures) (model.Figures, error) {
	if err := checkFigures(f); err != nil {
		return f, err
	}
	err := s.write(ctx, "save the followers", Done, func(c *change) error {
		a, err := c.account(ctx, f.AccountID)
		if err != nil {
			return err
		}
		c.what = "seguidores de " + a.Label() + ", " + monthPhrase(f.Month)
		id, err := c.idOf(ctx, `SELECT id FROM figures WHERE account_id = ? AND month = ?`, int64(f.AccountID), f.Month.String())
		if err != nil {
			return err
		}
		f.ID, err = c.save(ctx, "figures", id, figuresFields(f))
		return err
	})
	return f, err
}

func checkFigures(f model.Figures) error {
	var p model.FieldErrors
	p.Check(f.AccountID > 0, "Cuenta", "elija la cuenta")
	p.Check(f.Month.Valid(), "Mes", "elija el mes")
	p.Check(f.FollowersStart == nil || *f.FollowersStart >= 0, "Seguidores al inicio", "no puede ser negativo")
	p.Check(f.FollowersEnd == nil || *f.FollowersEnd >= 0, "Seguidores al final", "no puede ser negativo")
	return p.Err()
}

func figuresFields(f model.Figures) fields {
	return fields{
		"account_id": f.AccountID, "month": f.Month,
		"followers_start": f.FollowersStart, "followers_end": f.FollowersEnd,
	}
}

// Justified lists the excused days from, to and those between, in
// order.
func (s *Store) Justified(ctx context.Context, from, to calendar.Day) ([]model.JustifiedDay, error) {
	all, err := justified(ctx, s.db, from, to)
	return all, fault("list the justified days", err)
}

const selectJustified = `SELECT id, account_id, day, reason, author_id FROM justified_days`

func justified(ctx context.Context, q querier, from, to calendar.Day) ([]model.JustifiedDay, error) {
	return list(ctx, q, scanJustified, selectJustified+` WHERE day BETWEEN ? AND ? ORDER BY day, account_id, id`,
		from.String(), to.String())
}

func scanJustified(rows *sql.Rows) (j model.JustifiedDay, err error) {
	return j, rows.Scan(&j.ID, reference(&j.AccountID), parsed(&j.Day), &j.Reason, &j.AuthorID)
}

// Justify excuses a day, or corrects the record when the ID is set. A day is
// excused once for an account and once for all.
func (s *Store) Justify(ctx context.Context, j model.JustifiedDay) (model.JustifiedDay, error) {
	j.Reason = model.CleanText(j.Reason)
	if err := j.Validate(); err != nil {
		return j, err
	}
	err := s.write(ctx, "justify a day", Done, func(c *change) (err error) {
		of := "todas las cuentas"
		if j.AccountID != 0 {
			a, err := c.account(ctx, j.AccountID)
			if err != nil {
				return err
			}
			of = a.Label()
		}
		c.what = "día justificado " + j.Day.Slashed() + " de " + of
		j.ID, err = c.save(ctx, "justified_days", j.ID, justifiedFields(j))
		return err
	})
	return j, err
}

func justifiedFields(j model.JustifiedDay) fields {
	return fields{"account_id": j.AccountID, "day": j.Day, "reason": j.Reason, "author_id": j.AuthorID}
}
