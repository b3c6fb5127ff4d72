package store

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"faro/model"
	"faro/model/calendar"
)

const selectPosts = `
	SELECT id, account_id, day, at, precision, kind, link, platform_id, text, origin, removed_at, recorded_at FROM posts`

// scanPost reads one post.
func scanPost(rows *sql.Rows) (model.Post, error) { return postScan()(rows) }

// postScan reads many posts through one set of variables: it is what a board
// of hundreds of accounts spends its time on.
func postScan() func(*sql.Rows) (model.Post, error) {
	var (
		id, account, recorded              int64
		day, precision, kind, text, origin string
		at, removed, link, platform        any
		into                               = []any{
			&id, &account, &day, &at, &precision, &kind, &link, &platform, &text, &origin, &removed, &recorded,
		}
	)
	return func(rows *sql.Rows) (p model.Post, err error) {
		if err := rows.Scan(into...); err != nil {
			return p, err
		}
		p = model.Post{
			ID: model.ID(id), AccountID: model.ID(account), At: timeOf(at), Precision: model.Precision(precision),
			Kind: model.PostKind(kind), Link: textOf(link), PlatformID: textOf(platform), Text: text,
			Origin: model.Origin(origin), RemovedAt: timeOf(removed), RecordedAt: timeOf(recorded),
		}
		p.Day, err = calendar.ParseDay(day)
		return p, err
	}
}

func postFields(p model.Post) fields {
	return fields{
		"account_id": p.AccountID, "day": p.Day, "at": p.At, "precision": p.Precision, "kind": p.Kind,
		"link": orNull(p.Link), "platform_id": orNull(p.PlatformID), "text": p.Text, "origin": p.Origin,
		"removed_at": p.RemovedAt, "recorded_at": p.RecordedAt,
	}
}

// PostsBetween lists the posts of the days from, to and those between, of the
// accounts given or of all, in the order of account, day and instant. Removed
// posts are among them.
func (s *Store) PostsBetween(ctx context.Context, from, to calendar.Day, accounts ...model.ID) ([]model.Post, error) {
	all, err := postsBetween(ctx, s.db, from, to, accounts...)
	return all, fault("list the posts", err)
}

func postsBetween(ctx context.Context, q querier, from, to calendar.Day, accounts ...model.ID) ([]model.Post, error) {
	query := selectPosts + ` WHERE day BETWEEN ? AND ?`
	args := []any{from.String(), to.String()}
	if len(accounts) > 0 {
		query += ` AND account_id IN (?` + strings.Repeat(", ?", len(accounts)-1) + `)`
		for _, id := range accounts {
			args = append(args, int64(id))
		}
	}
	return list(ctx, q, postScan(), query+` ORDER BY account_id, day, at, id`, args...)
}

// PostByLink finds the post of an account with a link; model.ErrNotFound when
// there is none.
func (s *Store) PostByLink(ctx context.Context, account model.ID, link string) (model.Post, error) {
	p, err := only(ctx, s.db, scanPost, selectPosts+` WHERE account_id = ? AND link = ?`, int64(account), model.Clean(link))
	return p, fault("look for a post", err)
}

// Post reads one post.
func (s *Store) Post(ctx context.Context, id model.ID) (model.Post, error) {
	p, err := only(ctx, s.db, scanPost, selectPosts+` WHERE id = ?`, int64(id))
	return p, fault("read a post", err)
}

// FirstDay is the first day the records tell of: the day of the first record,
// or that of the earliest post, if that is earlier. Zero: no records yet.
func (s *Store) FirstDay(ctx context.Context) (calendar.Day, error) {
	day, err := firstDay(ctx, s.db, earliestPost)
	return day, fault("find the first day", err)
}

const (
	earliestPost = `SELECT min(day) FROM posts`
	// judgedPost walks the days from the first until a post counts, which the
	// first one as a rule does. Rows of the Top 10 sheet do not: they are ten
	// posts of a month, not the month.
	judgedPost = `SELECT day FROM posts WHERE origin <> 'top10' ORDER BY day LIMIT 1`
)

func firstDay(ctx context.Context, q querier, ofPosts string) (calendar.Day, error) {
	first, err := only(ctx, q, func(rows *sql.Rows) (at time.Time, err error) {
		return at, rows.Scan(instant(&at))
	}, `SELECT min(at) FROM actions`)
	if err != nil {
		return calendar.Day{}, err
	}
	posts, err := list(ctx, q, func(rows *sql.Rows) (day calendar.Day, err error) {
		return day, rows.Scan(parsed(&day))
	}, ofPosts)
	if err != nil {
		return calendar.Day{}, err
	}
	day := calendar.DayOf(first)
	if len(posts) > 0 && !posts[0].IsZero() && posts[0].Before(day) {
		day = posts[0]
	}
	return day, nil
}

// UpdatePost corrects a post. When it was recorded, and through which door it
// came in, stay as they were.
func (s *Store) UpdatePost(ctx context.Context, p model.Post) (model.Post, error) {
	p, err := readyPost(p)
	if err != nil {
		return p, err
	}
	err = s.write(ctx, "correct a post", Done, func(c *change) error {
		before, err := c.post(ctx, p.ID)
		if err != nil {
			return err
		}
		label, err := c.postLabel(ctx, before)
		if err != nil {
			return err
		}
		c.what = "corrección de la " + label
		p.RecordedAt, p.Origin = before.RecordedAt, before.Origin
		return c.update(ctx, "posts", p.ID, postFields(p))
	})
	return p, err
}

// RemovePost records that a post was taken off its network at an instant; zero
// means now. The record stays.
func (s *Store) RemovePost(ctx context.Context, id model.ID, at time.Time) error {
	if at = seconds(at); at.IsZero() {
		at = s.now()
	}
	return s.write(ctx, "record the removal of a post", Done, func(c *change) error {
		p, err := c.post(ctx, id)
		if err != nil {
			return err
		}
		label, err := c.postLabel(ctx, p)
		if err != nil {
			return err
		}
		if at.Before(p.At) || calendar.DayOf(at).Before(p.Day) {
			return &model.FieldError{Field: "Retirada", Hint: "no puede ser anterior a la publicación"}
		}
		c.what = "retiro de la " + label
		return c.update(ctx, "posts", id, fields{"removed_at": at})
	})
}

func (c *change) post(ctx context.Context, id model.ID) (model.Post, error) {
	return only(ctx, c, scanPost, selectPosts+` WHERE id = ?`, int64(id))
}

// postLabel names a post in a phrase: "publicación de Facebook de 14:05", with
// the day when it is not today's.
func (c *change) postLabel(ctx context.Context, p model.Post) (string, error) {
	a, err := c.account(ctx, p.AccountID)
	if err != nil {
		return "", err
	}
	label := "publicación de " + a.NetworkLabel()
	switch {
	case !p.Timed():
		return label + " del " + p.Day.Slashed(), nil
	case p.Day == c.today:
		return label + " de " + calendar.Clock(p.At), nil
	}
	return label + " del " + calendar.Stamp(p.At), nil
}

// readyPost cleans and completes a post and checks it.
func readyPost(p model.Post) (model.Post, error) {
	p.Link, p.PlatformID, p.Text = model.Clean(p.Link), model.Clean(p.PlatformID), model.CleanText(p.Text)
	p.At, p.RemovedAt, p.RecordedAt = seconds(p.At), seconds(p.RemovedAt), seconds(p.RecordedAt)
	switch {
	case p.At.IsZero():
		p.Precision = model.DayOnly
	case p.Precision == "" || p.Precision == model.DayOnly:
		p.Precision = model.RecordedTime
	}
	if p.Day.IsZero() {
		p.Day = calendar.DayOf(p.At)
	}
	if p.Kind == "" {
		p.Kind = model.Publication
	}
	if p.Origin == "" {
		p.Origin = model.ByHand
		if p.Link != "" {
			p.Origin = model.ByLink
		}
	}
	return p, p.Validate()
}
