package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"faro/model"
)

// AddResult tells what became of each post handed over to AddPosts.
type AddResult = model.AddResult

// near is how far apart a noted time and the link's own may be and still be
// of one post.
const near = 10 * time.Minute

// AddPosts records posts as one action. No post is counted twice: one with the
// network's id or the link of a post that is there is that post, and a link
// goes to the post that was noted without one, if there is one within ten
// minutes, or of the same day where either knows only the day.
func (s *Store) AddPosts(ctx context.Context, posts []model.Post) (result AddResult, err error) {
	ready := make([]model.Post, len(posts))
	for i, p := range posts {
		if ready[i], err = readyPost(p); err != nil {
			return result, inRow(i, len(posts), err)
		}
	}
	err = s.write(ctx, "add posts", Done, func(c *change) error {
		c.what = fmt.Sprintf("%d publicaciones", len(ready))
		for i, p := range ready {
			stored, o, err := c.addPost(ctx, p)
			if err != nil {
				return inRow(i, len(ready), err)
			}
			put(&result, stored, o)
		}
		return c.namePosts(ctx, result)
	})
	if err != nil {
		result = AddResult{}
	}
	return result, err
}

// RowError says in which of several records handed over together the fault is.
type RowError struct {
	Row int // from 1
	Err error
}

func (e *RowError) Error() string { return fmt.Sprintf("fila %d: %v", e.Row, e.Err) }

// Unwrap gives the fault itself.
func (e *RowError) Unwrap() error { return e.Err }

// inRow adds the row to a fault when there are several.
func inRow(i, of int, err error) error {
	if of < 2 {
		return err
	}
	return &RowError{Row: i + 1, Err: err}
}

// namePosts says what the action was once it is known.
func (c *change) namePosts(ctx context.Context, result AddResult) (err error) {
	fresh := slices.Concat(result.Added, result.Completed)
	switch {
	case len(fresh) == 1 && len(result.Added) == 1:
		c.what, err = c.postLabel(ctx, fresh[0])
	case len(fresh) == 1:
		c.what, err = c.postLabel(ctx, fresh[0])
		c.what = "enlace de la " + c.what
	default:
		c.what = fmt.Sprintf("%d publicaciones", len(fresh))
	}
	return err
}

// outcome is what became of a post handed over.
type outcome int

const (
	known outcome = iota
	added
	completed
)

// put adds a post to what became of it.
func put(r *AddResult, p model.Post, o outcome) {
	switch o {
	case added:
		r.Added = append(r.Added, p)
	case completed:
		r.Completed = append(r.Completed, p)
	case known:
		r.Known = append(r.Known, p)
	}
}

// addPost finds the post among those there or adds it, and answers it as it
// now stands.
func (c *change) addPost(ctx context.Context, p model.Post) (model.Post, outcome, error) {
	p.ID = 0
	there, err := c.match(ctx, p)
	switch {
	case errors.Is(err, model.ErrNotFound):
		p.RecordedAt = c.now
		p.ID, err = c.insert(ctx, "posts", postFields(p))
		return p, added, err
	case err != nil:
		return p, known, err
	}
	merged := merge(there, p)
	if merged == there {
		return there, known, nil
	}
	err = c.update(ctx, "posts", merged.ID, postFields(merged))
	if errors.Is(kindOf(err), model.ErrConflict) {
		return there, known, nil // What it lacks stands in another record of the same post.
	}
	return merged, completed, err
}

// match finds the post of the records that p is: by the network's id, by the
// link, or as the one noted without either.
func (c *change) match(ctx context.Context, p model.Post) (model.Post, error) {
	if p.PlatformID != "" {
		there, err := only(ctx, c, scanPost, selectPosts+` WHERE account_id = ? AND platform_id = ?`, int64(p.AccountID), p.PlatformID)
		if !errors.Is(err, model.ErrNotFound) {
			return there, err
		}
	}
	if p.Link != "" {
		there, err := only(ctx, c, scanPost, selectPosts+` WHERE account_id = ? AND link = ?`, int64(p.AccountID), p.Link)
		if !errors.Is(err, model.ErrNotFound) {
			return there, err
		}
	}
	if p.Link == "" && p.PlatformID == "" {
		return model.Post{}, model.ErrNotFound // Noted by hand: each one is a post of its own.
	}
	return c.pending(ctx, p)
}

// pending finds the post without a link that p completes: the nearest one in
// time, then one of the same day where a time is missing.
func (c *change) pending(ctx context.Context, p model.Post) (best model.Post, err error) {
	candidates, err := list(ctx, c, scanPost, selectPosts+`
		WHERE account_id = ? AND day BETWEEN ? AND ? AND link IS NULL AND (platform_id IS NULL OR ? = '') AND removed_at IS NULL
		ORDER BY day, at, id`, int64(p.AccountID), p.Day.AddDays(-1).String(), p.Day.AddDays(1).String(), p.PlatformID)
	if err != nil {
		return best, err
	}
	least := near + 1
	for _, there := range candidates {
		gap := near + 1
		switch {
		case there.Timed() && p.Timed():
			gap = there.At.Sub(p.At).Abs()
		case there.Day == p.Day:
			gap = near // As good as the worst that is known to fit.
		}
		if gap < least {
			best, least = there, gap
		}
	}
	if best.ID == 0 {
		return best, model.ErrNotFound
	}
	return best, nil
}

// merge is a post that is there with what p adds to it: a link or an id it
// lacked, a time that is known better, a text, a kind more exact than
// «publicación».
func merge(there, p model.Post) model.Post {
	if there.Link == "" {
		there.Link = p.Link
	}
	if there.PlatformID == "" {
		there.PlatformID = p.PlatformID
	}
	if worth(p.Precision) < worth(there.Precision) {
		there.At, there.Day, there.Precision = p.At, p.Day, p.Precision
	}
	if there.Text == "" {
		there.Text = p.Text
	}
	if there.Kind == model.Publication {
		there.Kind = p.Kind
	}
	return there
}

// worth orders the ways of knowing a time, the best first.
func worth(p model.Precision) int {
	return slices.Index([]model.Precision{
		model.ExactTime, model.RecordedTime, model.FileTime, model.EstimatedTime, model.DayOnly,
	}, p)
}
