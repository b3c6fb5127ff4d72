package store

import (
	"context"
	"database/sql"
	"strings"

	"faro/model"
	"faro/model/calendar"
)

// Published lists the posts of the days from, to and those between, of the
// accounts given or of all, with what the quotas look at and no more: account,
// day, instant, kind and removal. It is answered from an index alone, so that
// the first screen of a large file costs what it shows.
func (s *Store) Published(ctx context.Context, from, to calendar.Day, accounts ...model.ID) ([]model.Post, error) {
	query, args := publishedIn, []any{from.String(), to.String()}
	if len(accounts) > 0 {
		query = publishedBy + `(?` + strings.Repeat(", ?", len(accounts)-1) + `)`
		for _, id := range accounts {
			args = append(args, int64(id))
		}
	}
	all, err := list(ctx, s.db, publishedScan(), query+publishedOrder, args...)
	return all, fault("list what was published", err)
}

const (
	selectPublished = `SELECT id, account_id, day, at, kind, removed_at FROM posts`
	publishedIn     = selectPublished + ` INDEXED BY posts_day_account WHERE day BETWEEN ? AND ?`
	publishedBy     = selectPublished + ` INDEXED BY posts_account_day WHERE day BETWEEN ? AND ? AND account_id IN `
	publishedOrder  = ` ORDER BY account_id, day, at, id`
)

// publishedScan reads rows of selectPublished. Days repeat and are read once.
func publishedScan() func(*sql.Rows) (model.Post, error) {
	days := map[string]calendar.Day{}
	return func(rows *sql.Rows) (p model.Post, err error) {
		var day string
		if err := rows.Scan(&p.ID, &p.AccountID, &day, instant(&p.At), &p.Kind, instant(&p.RemovedAt)); err != nil {
			return p, err
		}
		known, ok := days[day]
		if !ok {
			if known, err = calendar.ParseDay(day); err != nil {
				return p, err
			}
			days[day] = known
		}
		p.Day = known
		return p, nil
	}
}
