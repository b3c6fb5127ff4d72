package store

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"

	"faro/model"
	"faro/model/calendar"
)

// byHand is the source of figures that a person typed.
const byHand = "mano"

// metricBits are the bits of posts.known, one for each metric that has a
// figure now. They are in the file: their values never change.
var metricBits = map[model.Metric]int{
	model.Reach: 1, model.Impressions: 2, model.Views: 4, model.Interactions: 8, model.AverageWatch: 16,
}

// MonthPosts lists the posts of an account in a month with their latest
// figures, in the order of day and instant. Removed posts are among them.
func (s *Store) MonthPosts(ctx context.Context, account model.ID, month calendar.Month) ([]model.Measured, error) {
	var all []model.Measured
	err := s.read(ctx, "list the posts of a month", func(q querier) (err error) {
		all, err = measuredBetween(ctx, q, account, month.First(), month.Last())
		return err
	})
	return all, err
}

func measuredBetween(ctx context.Context, q querier, account model.ID, from, to calendar.Day) ([]model.Measured, error) {
	posts, err := postsBetween(ctx, q, from, to, account)
	if err != nil {
		return nil, err
	}
	return withFigures(ctx, q, posts, account, from, to)
}

// figuredBetween is measuredBetween for the posts that have a figure.
func figuredBetween(ctx context.Context, q querier, account model.ID, from, to calendar.Day) ([]model.Measured, error) {
	posts, err := list(ctx, q, postScan(), figuredPosts, int64(account), from.String(), to.String())
	if err != nil || len(posts) == 0 {
		return nil, err
	}
	return withFigures(ctx, q, posts, account, from, to)
}

const figuredPosts = selectPosts + `
	WHERE account_id = ? AND day BETWEEN ? AND ? AND known <> 0 ORDER BY day, at, id`

func withFigures(ctx context.Context, q querier, posts []model.Post, account model.ID, from, to calendar.Day) ([]model.Measured, error) {
	figures, err := latestValues(ctx, q, `
		SELECT m.post_id, m.metric, m.value FROM posts p JOIN metrics m ON m.post_id = p.id
		WHERE p.account_id = ? AND p.day BETWEEN ? AND ? AND p.known <> 0
		ORDER BY m.post_id, m.metric, m.taken_at, m.id`, int64(account), from.String(), to.String())
	if err != nil {
		return nil, err
	}
	all := make([]model.Measured, len(posts))
	for i, p := range posts {
		all[i] = model.Measured{Post: p, Values: figures[p.ID]}
		if all[i].Values == nil {
			all[i].Values = model.Values{}
		}
	}
	return all, nil
}

type figure struct {
	post   model.ID
	metric model.Metric
	value  sql.NullInt64
}

// putInto makes the figure the latest one; a withdrawn one takes the figure
// away.
func (f figure) putInto(values model.Values) {
	if f.value.Valid {
		values[f.metric] = f.value.Int64
	} else {
		delete(values, f.metric)
	}
}

func scanFigure(rows *sql.Rows) (f figure, err error) {
	return f, rows.Scan(&f.post, &f.metric, &f.value)
}

// latestValues folds snapshots, which the query answers in the order they were
// taken, into the figures that hold now.
func latestValues(ctx context.Context, q querier, query string, args ...any) (map[model.ID]model.Values, error) {
	all := map[model.ID]model.Values{}
	err := each(ctx, q, scanFigure, func(f figure) error {
		if all[f.post] == nil {
			all[f.post] = model.Values{}
		}
		f.putInto(all[f.post])
		return nil
	}, query, args...)
	return all, err
}

// Snapshots lists every figure ever read of a post, in the order they were
// taken.
func (s *Store) Snapshots(ctx context.Context, post model.ID) ([]model.Snapshot, error) {
	all, err := list(ctx, s.db, scanSnapshot, selectSnapshots+` WHERE post_id = ? ORDER BY taken_at, id`, int64(post))
	return all, fault("list the figures of a post", err)
}

const selectSnapshots = `SELECT id, post_id, metric, value, source, file, taken_at FROM metrics`

func scanSnapshot(rows *sql.Rows) (n model.Snapshot, err error) {
	var value sql.NullInt64
	err = rows.Scan(&n.ID, &n.PostID, &n.Metric, &value, &n.Source, optional(&n.File), instant(&n.TakenAt))
	n.Value, n.Unknown = value.Int64, !value.Valid
	return n, err
}

func snapshotFields(n model.Snapshot) fields {
	f := fields{
		"post_id": n.PostID, "metric": n.Metric, "value": n.Value,
		"source": n.Source, "file": orNull(n.File), "taken_at": n.TakenAt,
	}
	if n.Unknown {
		f["value"] = nil
	}
	return f
}

// SaveMeasured records rows of the Top 10 sheet as one action and answers them
// as they now stand. A row with an ID corrects its post, and a figure it no
// longer has is withdrawn; any other is matched as AddPosts does, and figures
// it does not tell stay. Every figure that differs from the latest one is a
// new snapshot: nothing is overwritten.
func (s *Store) SaveMeasured(ctx context.Context, rows []model.Measured) ([]model.Measured, error) {
	ready := make([]model.Measured, len(rows))
	for i, m := range rows {
		var err error
		if ready[i], err = readyMeasured(m); err != nil {
			return nil, inRow(i, len(rows), err)
		}
	}
	err := s.write(ctx, "save the figures of posts", Done, func(c *change) error {
		changed := 0
		for i := range ready {
			rowsBefore := c.journal.seq
			if err := c.saveMeasured(ctx, &ready[i]); err != nil {
				return inRow(i, len(ready), err)
			}
			if c.journal.seq != rowsBefore {
				changed++
			}
		}
		return c.nameMeasured(ctx, ready, changed)
	})
	if err != nil {
		return nil, err
	}
	return ready, nil
}

func readyMeasured(m model.Measured) (model.Measured, error) {
	if m.Post.Origin == "" {
		m.Post.Origin = model.ByTop10
	}
	p, err := readyPost(m.Post)
	if err != nil {
		return m, err
	}
	var bad model.FieldErrors
	for metric, n := range m.Values {
		bad.Check(metric.Valid(), "Cifra", "«"+model.Clean(string(metric))+"» no es una métrica conocida")
		bad.Check(n >= 0, metric.Label(), "no puede ser negativa")
	}
	values := model.Values{}
	maps.Copy(values, m.Values)
	return model.Measured{Post: p, Values: values}, bad.Err()
}

func (c *change) nameMeasured(ctx context.Context, rows []model.Measured, changed int) error {
	if changed == 0 {
		return nil
	}
	a, err := c.account(ctx, rows[0].Post.AccountID)
	if err != nil {
		return err
	}
	c.what = fmt.Sprintf("%d filas de Top 10 de ", changed)
	if changed == 1 {
		c.what = "fila de Top 10 de "
	}
	c.what += a.Label() + ", " + monthPhrase(rows[0].Post.Day.InMonth())
	return nil
}

// saveMeasured records one row and leaves in m what now stands.
func (c *change) saveMeasured(ctx context.Context, m *model.Measured) error {
	whole := m.Post.ID != 0
	if err := c.saveMeasuredPost(ctx, &m.Post); err != nil {
		return err
	}
	figures, err := latestValues(ctx, c, `
		SELECT post_id, metric, value FROM metrics WHERE post_id = ? ORDER BY metric, taken_at, id`, int64(m.Post.ID))
	if err != nil {
		return err
	}
	for _, n := range news(figures[m.Post.ID], m.Values, whole) {
		n.PostID, n.Source, n.TakenAt = m.Post.ID, byHand, c.now
		if _, err := c.insert(ctx, "metrics", snapshotFields(n)); err != nil {
			return err
		}
	}
	return c.update(ctx, "posts", m.Post.ID, fields{"known": bitsOf(m.Values)})
}

// news are the snapshots that lead from the figures before to those told. One
// that is not told was withdrawn if the whole row was told, and else stands as
// it did.
func news(before, told model.Values, whole bool) (snapshots []model.Snapshot) {
	for _, metric := range slices.Sorted(maps.Keys(metricBits)) {
		n, isTold := told[metric]
		was, known := before[metric]
		switch {
		case isTold && (!known || n != was):
			snapshots = append(snapshots, model.Snapshot{Metric: metric, Value: n})
		case !isTold && known && whole:
			snapshots = append(snapshots, model.Snapshot{Metric: metric, Unknown: true})
		case !isTold && known:
			told[metric] = was
		}
	}
	return snapshots
}

func (c *change) saveMeasuredPost(ctx context.Context, p *model.Post) (err error) {
	if p.ID == 0 {
		*p, _, err = c.addPost(ctx, *p)
		return err
	}
	before, err := c.post(ctx, p.ID)
	if err != nil {
		return err
	}
	p.RecordedAt, p.RemovedAt, p.Origin = before.RecordedAt, before.RemovedAt, before.Origin
	return c.update(ctx, "posts", p.ID, postFields(*p))
}

// bitsOf is posts.known for the figures that hold now.
func bitsOf(v model.Values) int {
	bits := 0
	for metric := range v {
		bits |= metricBits[metric]
	}
	return bits
}
