package store

import (
	"context"

	"faro/model"
)

// DiscardPost takes a post that never was, a slip of whoever recorded it, out
// of the records with its figures. The history keeps what it said, and undo
// brings it back. A post that was published and taken down is for RemovePost.
func (s *Store) DiscardPost(ctx context.Context, id model.ID) error {
	return s.write(ctx, "discard a post", Done, func(c *change) error {
		p, err := c.post(ctx, id)
		if err != nil {
			return err
		}
		label, err := c.postLabel(ctx, p)
		if err != nil {
			return err
		}
		c.what = "descarte de la " + label
		figures, err := list(ctx, c, scanSnapshot, selectSnapshots+` WHERE post_id = ? ORDER BY id`, int64(id))
		if err != nil {
			return err
		}
		for _, f := range figures {
			if err := c.delete(ctx, "metrics", f.ID); err != nil {
				return err
			}
		}
		return c.delete(ctx, "posts", id)
	})
}
