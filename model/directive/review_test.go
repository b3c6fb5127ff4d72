package directive_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"faro/model"
	"faro/model/directive"
)

func TestS21AReviewCountsInTheLimaMonthOfItsSignature(t *testing.T) {
	f := ministry(t)
	c := directive.DefaultCriteria()
	signed := time.Date(2026, 12, 1, 4, 50, 0, 0, time.UTC)
	f.Reviews = []model.Review{{ID: 1, Month: november, ReviewerID: luis, SignedAt: signed}}
	d := directive.ReviewDuty(f, c, day(t, "2026-11-30"))
	wantStatus(t, d, directive.Met)
	if d.Subject != "Revisión de roles de noviembre" || d.Due != day(t, "2026-11-30") || d.Why != "firmada el 30/11 por Luis Rojas" || d.Article != "6.1.2.11" {
		t.Errorf("%s (%s), due %s: %s", d.Subject, d.Article, d.Due, d.Why)
	}
	if next := directive.ReviewDuty(f, c, day(t, "2026-12-01")); next.Status != directive.Running || next.Due != day(t, "2026-12-31") {
		t.Errorf("December's review is «%s», due %s", next.Status, next.Due)
	}
}

func TestS21ASignatureOfDecemberIsNeverNovembers(t *testing.T) {
	f := ministry(t)
	c := directive.DefaultCriteria()
	f.Reviews = []model.Review{{ID: 1, Month: november, ReviewerID: luis, SignedAt: at(t, "2026-12-02 09:00")}}
	wantStatus(t, directive.ReviewDuty(f, c, day(t, "2026-12-02")), directive.Met)
	missed := find(directive.Board(f, c, at(t, "2026-12-02 10:00")), "O-054")
	if len(missed) != 2 {
		t.Fatalf("%d verdicts, want November's and December's", len(missed))
	}
	wantStatus(t, missed[0], directive.Breach)
	if missed[0].Subject != "Revisión de roles de noviembre" || missed[0].Open() {
		t.Errorf("%s, open %v", missed[0].Subject, missed[0].Open())
	}
}

func TestAMonthBeforeTheRecordsIsNotJudged(t *testing.T) {
	c := directive.DefaultCriteria()
	for since, want := range map[string]int{"2026-10-01": 2, "2026-10-02": 1, "2026-11-05": 1} {
		f := ministry(t)
		f.Since = day(t, since)
		if got := len(find(directive.Board(f, c, at(t, "2026-11-23 10:00")), "O-054")); got != want {
			t.Errorf("records since %s: %d verdicts on 23/11, want %d", since, got, want)
		}
	}
}

func TestTheReviewIsAtRiskInItsLastSevenDays(t *testing.T) {
	f := ministry(t)
	f.Reviews = []model.Review{{ID: 1, Month: november, ReviewerID: luis}} // A draft.
	c := directive.DefaultCriteria()
	for today, want := range map[string]directive.Status{"2026-11-22": directive.Running, "2026-11-23": directive.AtRisk, "2026-11-30": directive.AtRisk} {
		d := directive.ReviewDuty(f, c, day(t, today))
		wantStatus(t, d, want)
		if d.Why != "falta firmar, hasta el 30/11" {
			t.Errorf("why %q", d.Why)
		}
	}
}

func TestA11TheDueDateOfTheReviewIsASetting(t *testing.T) {
	f := ministry(t)
	c := directive.DefaultCriteria()
	c.Review.Due, c.Review.DueDay = directive.ReviewByDay, 20
	d := directive.ReviewDuty(f, c, day(t, "2026-11-23"))
	wantStatus(t, d, directive.Breach)
	if d.Due != day(t, "2026-11-20") || !d.Overdue(day(t, "2026-11-23")) || !d.Open() {
		t.Errorf("due %s, overdue %v, open %v", d.Due, d.Overdue(day(t, "2026-11-23")), d.Open())
	}
	c.Review.Due = directive.ReviewByLastBusiness
	if d = directive.ReviewDuty(f, c, day(t, "2026-10-20")); d.Due != day(t, "2026-10-30") {
		t.Errorf("due %s, want Friday 30/10", d.Due)
	}
}

func TestS21WhoMaySign(t *testing.T) {
	c := directive.DefaultCriteria()
	today := day(t, "2026-11-30")
	f := ministry(t)
	if warn, err := directive.CheckSigner(f, c, luis, today); warn != "" || err != nil {
		t.Errorf("the head: %q, %v", warn, err)
	}
	_, err := directive.CheckSigner(f, c, ana, today)
	if field := new(model.FieldError); !errors.As(err, &field) || field.Hint == "" {
		t.Errorf("the manager without designation: %v", err)
	}
	f.Appointments = append(f.Appointments,
		model.Appointment{ID: 20, PersonID: ana, Function: model.Reviewer, From: day(t, "2026-11-01"), Until: today},
		model.Appointment{ID: 21, PersonID: rosa, Function: model.Reviewer, From: day(t, "2026-11-01")},
	)
	if warn, err := directive.CheckSigner(f, c, ana, today); warn == "" || err != nil {
		t.Errorf("the manager designated: %q, %v", warn, err)
	}
	if _, err := directive.CheckSigner(f, c, ana, today.AddDays(1)); err == nil {
		t.Error("a designation that ended yesterday allows signing")
	}
	if warn, err := directive.CheckSigner(f, c, rosa, today); warn != "" || err != nil {
		t.Errorf("another person designated: %q, %v", warn, err)
	}
	f.Reviews = []model.Review{{ID: 1, ReviewerID: ana, SignedAt: at(t, "2026-11-30 10:00")}}
	wantStatus(t, directive.ReviewDuty(f, c, today), directive.Warning)
	f.Reviews = append(f.Reviews, model.Review{ID: 2, ReviewerID: luis, SignedAt: at(t, "2026-11-30 11:00")})
	wantStatus(t, directive.ReviewDuty(f, c, today), directive.Met)
	f.Reviews = []model.Review{{ID: 3, ReviewerID: carla, SignedAt: at(t, "2026-11-30 10:00")}}
	wantStatus(t, directive.ReviewDuty(f, c, today), directive.Breach)
	c.Review.ManagerMay = directive.Fail
	if _, err := directive.CheckSigner(f, c, ana, today); err == nil {
		t.Error("the manager signs where the entity forbids it")
	}
}

func TestReviewRowsShowWhatChangedFirst(t *testing.T) {
	f := ministry(t)
	last := model.Review{ID: 1, Month: november.AddMonths(-1), ReviewerID: luis, SignedAt: at(t, "2026-10-30 10:00")}
	for _, g := range f.Grants {
		last.Rows = append(last.Rows, model.ReviewRow{GrantID: g.ID, Decision: model.Keep})
	}
	added := admin(t, facebookID, rosa)
	added.From = day(t, "2026-11-05")
	gone := model.Grant{ID: 800, AccountID: facebookID, PersonID: rosa, Role: model.OtherRole, From: day(t, "2026-01-01"), Until: day(t, "2026-11-06")}
	before := model.Grant{ID: 801, AccountID: facebookID, PersonID: rosa, Role: model.OtherRole, From: day(t, "2026-01-01"), Until: day(t, "2026-10-01")}
	late := model.Grant{ID: 802, AccountID: facebookID, PersonID: andes, Role: model.Advertiser, From: day(t, "2026-01-01")}
	last.Rows = append(last.Rows, model.ReviewRow{GrantID: gone.ID}, model.ReviewRow{GrantID: late.ID})
	f.Grants = append(f.Grants, added, gone, before, late)

	rows := directive.ReviewRows(f, last, directive.DefaultCriteria(), day(t, "2026-11-23"))
	var got []model.ID
	for _, r := range rows {
		got = append(got, r.Grant.ID)
	}
	want := []model.ID{
		late.ID,           // flagged
		gone.ID, added.ID, // changed
		facebookID*100 + ana, facebookID*100 + carla, facebookID*100 + pcm, facebookID*100 + luis,
	}
	slices.Sort(got[1:3])
	slices.Sort(want[1:3])
	if !slices.Equal(got, want) {
		t.Fatalf("rows %v, want %v", got, want)
	}
	if !rows[0].Flagged() || rows[0].Change != directive.Same || rows[0].Person.Name != "Andes SAC" || rows[0].Findings[0].Rule != "O-051" {
		t.Errorf("flagged row %+v", rows[0])
	}
	for _, r := range rows[1:3] {
		if want := map[model.ID]directive.Change{gone.ID: directive.Removed, added.ID: directive.Added}[r.Grant.ID]; r.Change != want {
			t.Errorf("grant %d is «%s», want «%s»", r.Grant.ID, r.Change, want)
		}
	}
	for _, r := range directive.ReviewRows(f, model.Review{}, directive.DefaultCriteria(), day(t, "2026-11-23")) {
		if r.Change != directive.Added {
			t.Errorf("before any review grant %d is «%s», want «nuevo»", r.Grant.ID, r.Change)
		}
	}
}
