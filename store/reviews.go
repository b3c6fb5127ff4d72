package store

import (
	"context"
	"database/sql"

	"faro/model"
	"faro/model/calendar"
)

const selectReviews = `SELECT r.id, r.month, r.reviewer_id, r.signed_at, r.initials, r.corrects_id FROM reviews r`

// Reviews lists the reviews of roles of the months from and to and those
// between, drafts too, in the order of months.
func (s *Store) Reviews(ctx context.Context, from, to calendar.Month) ([]model.Review, error) {
	var all []model.Review
	err := s.read(ctx, "list the reviews", func(q querier) (err error) {
		all, err = reviews(ctx, q, `WHERE r.month BETWEEN ? AND ?`, from.String(), to.String())
		return err
	})
	return all, err
}

// reviews reads the reviews that where picks, with their rows and looks.
func reviews(ctx context.Context, q querier, where string, args ...any) ([]model.Review, error) {
	all, err := list(ctx, q, scanReview, selectReviews+` `+where+` ORDER BY r.month, r.id`, args...)
	if err != nil || len(all) == 0 {
		return all, err
	}
	byID := map[model.ID]*model.Review{}
	for i := range all {
		byID[all[i].ID] = &all[i]
	}
	err = each(ctx, q, scanReviewRow, func(r reviewRow) error {
		review := byID[r.review]
		review.Rows = append(review.Rows, r.ReviewRow)
		return nil
	}, `SELECT w.id, w.review_id, w.grant_id, w.decision, w.reason
		FROM review_rows w JOIN reviews r ON r.id = w.review_id `+where+` ORDER BY w.id`, args...)
	if err != nil {
		return nil, err
	}
	err = each(ctx, q, scanLook, func(l look) error {
		review := byID[l.review]
		review.Looked = append(review.Looked, l.account)
		return nil
	}, `SELECT l.id, l.review_id, l.account_id
		FROM review_looks l JOIN reviews r ON r.id = l.review_id `+where+` ORDER BY l.id`, args...)
	return all, err
}

func scanReview(rows *sql.Rows) (r model.Review, err error) {
	r.Rows, r.Looked = []model.ReviewRow{}, []model.ID{}
	return r, rows.Scan(&r.ID, parsed(&r.Month), reference(&r.ReviewerID), instant(&r.SignedAt), &r.Initials, reference(&r.CorrectsID))
}

type reviewRow struct {
	model.ReviewRow
	review model.ID
}

func scanReviewRow(rows *sql.Rows) (r reviewRow, err error) {
	return r, rows.Scan(&r.ID, &r.review, &r.GrantID, &r.Decision, &r.Reason)
}

type look struct{ id, review, account model.ID }

func scanLook(rows *sql.Rows) (l look, err error) { return l, rows.Scan(&l.id, &l.review, &l.account) }

// review reads one review whole.
func review(ctx context.Context, q querier, id model.ID) (model.Review, error) {
	all, err := reviews(ctx, q, `WHERE r.id = ?`, int64(id))
	if err == nil && len(all) == 0 {
		err = model.ErrNotFound
	}
	if err != nil {
		return model.Review{}, err
	}
	return all[0], nil
}

// lastSigned is the Lima day of the last signed review; zero when there is
// none.
func lastSigned(ctx context.Context, q querier) (calendar.Day, error) {
	days, err := list(ctx, q, func(rows *sql.Rows) (r model.Review, err error) {
		return r, rows.Scan(instant(&r.SignedAt))
	}, `SELECT signed_at FROM reviews WHERE signed_at IS NOT NULL ORDER BY signed_at DESC LIMIT 1`)
	if err != nil || len(days) == 0 {
		return calendar.Day{}, err
	}
	return calendar.DayOf(days[0].SignedAt), nil
}

// StartReview opens the draft of a month's review, or of the review that
// corrects another one, with a row for every role that stood on any day since
// the last signed review. A draft that is already there is gone on with, and
// gets the rows it lacks.
func (s *Store) StartReview(ctx context.Context, month calendar.Month, corrects model.ID) (r model.Review, err error) {
	if !month.Valid() {
		return r, &model.FieldError{Field: "Mes", Hint: "elija el mes que se revisa"}
	}
	err = s.write(ctx, "open a review of roles", Done, func(c *change) error {
		c.what = "borrador de la revisión de roles de " + monthPhrase(month)
		if err := c.checkCorrects(ctx, corrects); err != nil {
			return err
		}
		id, err := c.idOf(ctx, `SELECT id FROM reviews WHERE signed_at IS NULL AND month = ? AND coalesce(corrects_id, 0) = ?`,
			month.String(), int64(corrects))
		if err != nil {
			return err
		}
		if id == 0 {
			f := fields{"month": month, "reviewer_id": nil, "signed_at": nil, "initials": "", "corrects_id": corrects}
			if id, err = c.insert(ctx, "reviews", f); err != nil {
				return err
			}
		}
		missing, err := c.unlisted(ctx, id, month)
		if err != nil {
			return err
		}
		for _, grant := range missing {
			f := fields{"review_id": id, "grant_id": grant, "decision": model.Undecided, "reason": ""}
			if _, err := c.insert(ctx, "review_rows", f); err != nil {
				return err
			}
		}
		r, err = review(ctx, c, id)
		return err
	})
	return r, err
}

// checkCorrects lets only a signed review be corrected.
func (c *change) checkCorrects(ctx context.Context, id model.ID) error {
	if id == 0 {
		return nil
	}
	r, err := review(ctx, c, id)
	if err == nil && !r.Signed() {
		err = &model.FieldError{Field: "Revisión", Hint: "solo se corrige una revisión firmada; esta aún es un borrador"}
	}
	return err
}

// unlisted finds the roles that a draft should list and does not: those that
// stood on any day since the last signed review or, before the first one,
// since the month began.
func (c *change) unlisted(ctx context.Context, id model.ID, month calendar.Month) ([]model.ID, error) {
	since, err := lastSigned(ctx, c)
	if err != nil {
		return nil, err
	}
	if since.IsZero() {
		since = month.First()
	}
	return list(ctx, c, scanID, `
		SELECT g.id FROM grants g JOIN accounts a ON a.id = g.account_id
		WHERE g.starts <= ? AND (g.until IS NULL OR g.until >= ?) AND a.archived = 0
			AND NOT EXISTS (SELECT 1 FROM review_rows w WHERE w.review_id = ? AND w.grant_id = g.id)
		ORDER BY g.account_id, g.starts, g.id`, c.today.String(), since.String(), int64(id))
}

// monthPhrase is a month inside a phrase: "noviembre 2026".
func monthPhrase(m calendar.Month) string { return lowered(m.Title()) }
