package store_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"faro/model"
	"faro/model/calendar"
)

func (o *office) grant(account, person model.ID, from, until string) model.ID {
	o.t.Helper()
	g := model.Grant{AccountID: account, PersonID: person, Role: model.Administrator, From: day(from)}
	if until != "" {
		g.Until = day(until)
	}
	return must[model.Grant](o.t)(o.SaveGrant(o.t.Context(), g)).ID
}

// listed are the roles of a review, by their ids.
func listed(r model.Review) (grants []model.ID) {
	for _, row := range r.Rows {
		grants = append(grants, row.GrantID)
	}
	return grants
}

func TestADraftListsTheRolesSinceTheLastReview(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	old := o.grant(facebook, carla, "2025-01-01", "2026-10-31")  // Gone before the month began.
	fell := o.grant(facebook, carla, "2025-01-01", "2026-11-03") // Taken away this month.
	open := o.grant(facebook, ana, "2026-01-01", "")             //
	later := o.grant(facebook, luis, "2026-11-24", "")           // Begins tomorrow.
	archived := o.grant(tikTok, ana, "2026-01-01", "")           //
	check(t, o.ArchiveAccount(ctx, tikTok, true))
	r := must[model.Review](t)(o.StartReview(ctx, month("2026-11"), 0))
	if got := listed(r); !slices.Equal(got, []model.ID{fell, open}) {
		t.Errorf("listed %v, want %v and %v; not %v, %v, %v", got, fell, open, old, later, archived)
	}

	// The same draft is gone on with, and gets what was granted meanwhile.
	check(t, o.Decide(ctx, r.ID, open, model.Keep, ""))
	added := o.grant(xAccount, ana, "2026-11-20", "")
	again := must[model.Review](t)(o.StartReview(ctx, month("2026-11"), 0))
	if again.ID != r.ID || !slices.Equal(listed(again), []model.ID{fell, open, added}) || again.Rows[1].Decision != model.Keep {
		t.Errorf("went on with %+v", again)
	}
	before := o.lastAction()
	must[model.Review](t)(o.StartReview(ctx, month("2026-11"), 0))
	if o.lastAction() != before {
		t.Error("looking at the draft again is no action")
	}
}

func TestAfterASignatureOnlyWhatCameSinceIsListed(t *testing.T) {
	o, ctx := drafted(t), t.Context()
	gone := o.grant(xAccount, carla, "2026-01-01", "2026-11-20") // Before the signature of the 23rd.
	r := must[model.Review](t)(o.StartReview(ctx, month("2026-11"), 0))
	check(t, o.Decide(ctx, r.ID, gone, model.Keep, ""))
	must[model.Review](t)(o.SignReview(ctx, r.ID, luis, "LR", monday()))
	o.now = day("2026-12-10").At(9, 0, 0)
	left := o.grant(xAccount, luis, "2026-01-01", "2026-11-23") // The very day: perhaps after the signature.
	next := must[model.Review](t)(o.StartReview(ctx, month("2026-12"), 0))
	if got := listed(next); !slices.Equal(got, []model.ID{1, left}) {
		t.Errorf("listed %v", got)
	}
	all := must[[]model.Review](t)(o.Reviews(ctx, month("2026-11"), month("2026-12")))
	if len(all) != 2 || !all[0].Signed() || all[1].Signed() || !slices.Equal(all[0].Looked, []model.ID{1, 2, 3, 4, 5}) || len(all[0].Rows) != 2 {
		t.Errorf("reviews %+v", all)
	}
}

func TestNothingIsApprovedBySilence(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	o.grant(facebook, ana, "2026-01-01", "")
	o.grant(facebook, luis, "2026-01-01", "")
	r := must[model.Review](t)(o.StartReview(ctx, month("2026-11"), 0))
	sign := func(reviewer model.ID, initials string, at time.Time) error {
		return second(o.SignReview(ctx, r.ID, reviewer, initials, at))
	}
	err := sign(0, " ", day("2026-11-24").At(9, 0, 0))
	for _, field := range []string{"Decisiones", "Cuentas", "Revisor", "Iniciales", "Fecha"} {
		wantsField(t, err, field)
	}
	if !strings.Contains(err.Error(), "falta decidir sobre 2 de 2 roles") || !strings.Contains(err.Error(), "TikTok @minejemploperu") {
		t.Errorf("says %v", err)
	}
	check(t, o.Decide(ctx, r.ID, 1, model.Keep, ""))
	check(t, o.Decide(ctx, r.ID, 2, model.UnknownToHold, "se consultará"))
	for account := facebook; account <= instagram; account++ {
		check(t, o.Look(ctx, r.ID, account, true))
	}
	wantsField(t, sign(luis, "LR", monday()), "Cuentas")
	check(t, o.Look(ctx, r.ID, tikTok, true))
	added := o.grant(xAccount, ana, "2026-11-20", "")
	wantsField(t, sign(luis, "LR", monday()), "Roles")
	r = must[model.Review](t)(o.StartReview(ctx, month("2026-11"), 0))
	wantsField(t, sign(luis, "LR", monday()), "Decisiones")
	check(t, o.Decide(ctx, r.ID, added, model.Revoke, "no lo usa"))
	wants(t, sign(99, "LR", monday()), model.ErrNotFound)
	check(t, sign(luis, " LR ", monday()))

	signed := must[[]model.Review](t)(o.Reviews(ctx, month("2026-11"), month("2026-11")))[0]
	if signed.Initials != "LR" || signed.ReviewerID != luis || !signed.SignedAt.Equal(monday()) || signed.Rows[1].Reason != "se consultará" {
		t.Errorf("signed %+v", signed)
	}
}

// A closed account cannot be looked at any more and does not hinder.
func TestAClosedAccountNeedsNoLook(t *testing.T) {
	o, ctx := drafted(t), t.Context()
	check(t, o.Look(ctx, 1, instagram, false))
	accounts := must[[]model.Account](t)(o.Accounts(ctx))
	accounts[3].Closed = day("2026-11-16")
	must[model.Account](t)(o.SaveAccount(ctx, accounts[3]))
	must[model.Review](t)(o.SignReview(ctx, 1, luis, "LR", monday()))
}

// S21: 30/11/2026 23:50 in Lima satisfies November, 02/12 does not.
func TestAReviewIsSignedInItsMonth(t *testing.T) {
	o, ctx := drafted(t), t.Context()
	o.now = day("2026-12-02").At(9, 0, 0)
	wantsField(t, second(o.SignReview(ctx, 1, luis, "LR", o.now)), "Mes")
	late := time.Date(2026, time.December, 1, 4, 50, 0, 0, time.UTC)
	r := must[model.Review](t)(o.SignReview(ctx, 1, luis, "LR", late))
	if calendar.DayOf(r.SignedAt) != day("2026-11-30") {
		t.Errorf("signed on %v", r.SignedAt)
	}
}

func TestASignedReviewDoesNotChange(t *testing.T) {
	o, ctx := drafted(t), t.Context()
	must[model.Review](t)(o.SignReview(ctx, 1, luis, "LR", monday()))
	dump := o.dump()
	wants(t, second(o.SignReview(ctx, 1, luis, "LR", monday())), model.ErrSealed)
	wants(t, o.Decide(ctx, 1, 1, model.Revoke, "otra"), model.ErrSealed)
	wants(t, o.Look(ctx, 1, facebook, false), model.ErrSealed)
	for _, statement := range []string{
		`UPDATE reviews SET signed_at = NULL`, `UPDATE reviews SET initials = 'XX'`, `DELETE FROM reviews`,
		`UPDATE review_rows SET reason = 'otra'`, `DELETE FROM review_rows`, `INSERT INTO review_rows (review_id, grant_id, decision, reason) VALUES (1, 2, '', '')`,
		`DELETE FROM review_looks`, `UPDATE review_looks SET account_id = 6 WHERE account_id = 5`, `INSERT INTO review_looks (review_id, account_id) VALUES (1, 9)`,
	} {
		if _, err := o.DB().ExecContext(ctx, statement); err == nil || !strings.Contains(err.Error(), "a signed review does not change") {
			t.Errorf("%s: %v", statement, err)
		}
	}
	if o.dump() != dump {
		t.Error("something changed")
	}
}

// What is wrong with a signed review is said in a new one that names it.
func TestACorrectionIsANewReview(t *testing.T) {
	o, ctx := drafted(t), t.Context()
	wantsField(t, second(o.StartReview(ctx, month("2026-11"), 1)), "Revisión")
	must[model.Review](t)(o.SignReview(ctx, 1, luis, "LR", monday()))
	o.now = day("2026-12-05").At(9, 0, 0)
	wants(t, second(o.StartReview(ctx, month("2026-11"), 99)), model.ErrNotFound)
	wantsField(t, second(o.StartReview(ctx, calendar.Month{}, 0)), "Mes")
	r := must[model.Review](t)(o.StartReview(ctx, month("2026-11"), 1))
	if r.ID == 1 || r.CorrectsID != 1 || r.Month != month("2026-11") {
		t.Fatalf("correction %+v", r)
	}
	check(t, o.Decide(ctx, r.ID, 1, model.Revoke, "ya no"))
	for account := facebook; account <= tikTok; account++ {
		check(t, o.Look(ctx, r.ID, account, true))
	}
	must[model.Review](t)(o.SignReview(ctx, r.ID, luis, "LR", o.now))
}

func TestDecidingNeedsARoleOfTheReview(t *testing.T) {
	o, ctx := drafted(t), t.Context()
	wants(t, o.Decide(ctx, 1, 99, model.Keep, ""), model.ErrNotFound)
	wants(t, o.Decide(ctx, 99, 1, model.Keep, ""), model.ErrNotFound)
	wantsField(t, o.Decide(ctx, 1, 1, "quizá", ""), "Decisión")
	wants(t, o.Look(ctx, 1, 99, true), model.ErrNotFound)
	wants(t, o.Look(ctx, 99, facebook, true), model.ErrNotFound)
	wants(t, second(o.SignReview(ctx, 99, luis, "LR", monday())), model.ErrNotFound)
	wantsField(t, o.RevokeGrant(ctx, 1, calendar.Day{}), "Hasta")
	wantsField(t, o.RevokeGrant(ctx, 1, day("2025-12-31")), "Hasta")
}

func TestDecisionsTakenTogetherAreUndoneTogether(t *testing.T) { // J2: A keeps all rows of an account.
	o, ctx := ministry(t), t.Context()
	first, second := o.grant(facebook, ana, "2026-01-01", ""), o.grant(facebook, luis, "2026-01-01", "")
	r := must[model.Review](t)(o.StartReview(ctx, month("2026-11"), 0))
	check(t, o.DecideAll(ctx, r.ID, []model.ReviewRow{{GrantID: first, Decision: model.Keep}, {GrantID: second, Decision: model.Keep}}))
	undone, err := o.Undo(ctx)
	check(t, err)
	if undone.What != "decisiones sobre 2 roles" {
		t.Errorf("undid %q", undone.What)
	}
	for _, row := range must[[]model.Review](t)(o.Reviews(ctx, month("2026-11"), month("2026-11")))[0].Rows {
		if row.Decision != model.Undecided {
			t.Errorf("still decided: %+v", row)
		}
	}
}
