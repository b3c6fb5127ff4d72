package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"faro/model"
	"faro/model/calendar"
)

// Decide records what the reviewer decides on one role.
func (s *Store) Decide(ctx context.Context, reviewID, grantID model.ID, decision model.Decision, reason string) error {
	return s.DecideAll(ctx, reviewID, []model.ReviewRow{{GrantID: grantID, Decision: decision, Reason: reason}})
}

// DecideAll records decisions on several roles as one action, so that one undo
// takes them all back.
func (s *Store) DecideAll(ctx context.Context, reviewID model.ID, rows []model.ReviewRow) error {
	for _, r := range rows {
		if r.Decision != model.Undecided && !slices.Contains(model.Decisions(), r.Decision) {
			return &model.FieldError{Field: "Decisión", Hint: "elija mantener, retirar o no sé"}
		}
	}
	return s.write(ctx, "decide on roles", Done, func(c *change) error {
		for _, r := range rows {
			if err := c.decide(ctx, reviewID, r); err != nil {
				return err
			}
		}
		if len(rows) > 1 {
			c.what = fmt.Sprintf("decisiones sobre %d roles", len(rows))
		}
		return nil
	})
}

func (c *change) decide(ctx context.Context, reviewID model.ID, r model.ReviewRow) error {
	row, err := c.idOf(ctx, `SELECT id FROM review_rows WHERE review_id = ? AND grant_id = ?`, int64(reviewID), int64(r.GrantID))
	if err != nil {
		return err
	}
	if row == 0 {
		return model.ErrNotFound
	}
	g, err := only(ctx, c, scanGrant, selectGrants+` WHERE id = ?`, int64(r.GrantID))
	if err != nil {
		return err
	}
	label, err := c.grantLabel(ctx, g)
	if err != nil {
		return err
	}
	c.what = "decisión «" + r.Decision.Label() + "» sobre el rol de " + label
	return c.update(ctx, "review_rows", row, fields{"decision": r.Decision, "reason": r.Reason})
}

// Look records that the reviewer looked at an account on its platform, or
// that he did not after all.
func (s *Store) Look(ctx context.Context, reviewID, accountID model.ID, looked bool) error {
	return s.write(ctx, "record a look at an account", Done, func(c *change) error {
		a, err := c.account(ctx, accountID)
		if err != nil {
			return err
		}
		c.what = "vista de la cuenta " + a.Label() + " en la revisión de roles"
		id, err := c.idOf(ctx, `SELECT id FROM review_looks WHERE review_id = ? AND account_id = ?`, int64(reviewID), int64(accountID))
		switch {
		case err != nil:
			return err
		case looked && id == 0:
			_, err = c.insert(ctx, "review_looks", fields{"review_id": reviewID, "account_id": accountID})
			return err
		case !looked && id != 0:
			return c.delete(ctx, "review_looks", id)
		}
		return nil
	})
}

// SignReview closes a review for good: every role has a decision, every
// account open that day was looked at, and the day falls in the month reviewed
// unless the review corrects another one (S21). Whether this person may sign
// is directive.CheckSigner's to say.
func (s *Store) SignReview(ctx context.Context, id, reviewer model.ID, initials string, at time.Time) (r model.Review, err error) {
	initials, at = model.Clean(initials), seconds(at)
	if at.IsZero() {
		at = s.now()
	}
	err = s.write(ctx, "sign a review of roles", Sealed, func(c *change) error {
		if r, err = review(ctx, c, id); err != nil {
			return err
		}
		if r.Signed() {
			return model.ErrSealed
		}
		c.what = "firma de la revisión de roles de " + monthPhrase(r.Month)
		if err := c.checkSigning(ctx, r, reviewer, initials, calendar.DayOf(at)); err != nil {
			return err
		}
		f := fields{"reviewer_id": reviewer, "initials": initials, "signed_at": at}
		if err := c.update(ctx, "reviews", id, f); err != nil {
			return err
		}
		r, err = review(ctx, c, id)
		return err
	})
	return r, err
}

// checkSigning gathers all that is in the way of a signature.
func (c *change) checkSigning(ctx context.Context, r model.Review, reviewer model.ID, initials string, day calendar.Day) error {
	undecided := 0
	for _, row := range r.Rows {
		if row.Decision == model.Undecided {
			undecided++
		}
	}
	unlisted, err := c.unlisted(ctx, r.ID, r.Month)
	if err != nil {
		return err
	}
	unseen, err := c.unseen(ctx, r, day)
	if err != nil {
		return err
	}
	if reviewer != 0 {
		if _, err := c.person(ctx, reviewer); err != nil {
			return err
		}
	}
	var p model.FieldErrors
	p.Check(undecided == 0, "Decisiones", fmt.Sprintf("falta decidir sobre %d de %d roles", undecided, len(r.Rows)))
	p.Check(len(unlisted) == 0, "Roles", fmt.Sprintf("hay %d roles anotados después de abrir el borrador; ábralo otra vez", len(unlisted)))
	p.Check(len(unseen) == 0, "Cuentas", "falta mirar en su plataforma: "+strings.Join(unseen, ", "))
	p.Check(reviewer != 0, "Revisor", "elija quién firma")
	p.Check(initials != "", "Iniciales", "escriba las iniciales de quien firma")
	p.Check(!day.After(c.today), "Fecha", "no se firma con una fecha que aún no llega")
	p.Check(r.CorrectsID != 0 || r.Month.Contains(day), "Mes",
		"la revisión de "+monthPhrase(r.Month)+" solo se firma en ese mes; abra la de "+monthPhrase(day.InMonth()))
	return p.Err()
}

// unseen names the accounts open on day that were not looked at.
func (c *change) unseen(ctx context.Context, r model.Review, day calendar.Day) ([]string, error) {
	all, err := accounts(ctx, c)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, a := range all {
		if a.OpenOn(day) && !slices.Contains(r.Looked, a.ID) {
			names = append(names, a.Label())
		}
	}
	return names, nil
}
