package store

import (
	"context"
	"time"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
)

// Facts gathers all that directive.Board needs to judge the instant now, in
// one picture of the file. What it costs depends on the accounts and on the
// posts of a week, not on the size of the file.
func (s *Store) Facts(ctx context.Context, now time.Time) (f directive.Facts, err error) {
	err = s.read(ctx, "gather the facts", func(q querier) error {
		today := calendar.DayOf(now)
		if f, err = facts(ctx, q, today); err != nil {
			return err
		}
		quarter := today.InQuarter().Prev()
		f.Quarter, err = s.counted.quarter(ctx, q, quarter, today, func() (directive.QuarterState, error) {
			return quarterState(ctx, q, f, quarter, today)
		})
		return err
	})
	return f, err
}

// facts are all of them but the state of the quarter.
func facts(ctx context.Context, q querier, today calendar.Day) (f directive.Facts, err error) {
	if f.Entity, f.HasEntity, err = knownEntity(ctx, q); err != nil {
		return f, err
	}
	quarter := today.InQuarter().Prev()
	for _, read := range []func() error{
		into(&f.Accounts, func() ([]model.Account, error) { return accounts(ctx, q) }),
		into(&f.Fakes, func() ([]model.FakeAccount, error) { return fakes(ctx, q) }),
		into(&f.People, func() ([]model.Person, error) { return people(ctx, q) }),
		into(&f.Appointments, func() ([]model.Appointment, error) { return appointments(ctx, q) }),
		into(&f.Credentials, func() ([]model.Credential, error) { return credentials(ctx, q) }),
		into(&f.Custodies, func() ([]model.Custody, error) { return custodies(ctx, q) }),
		into(&f.Changes, func() ([]model.CredentialChange, error) { return latestChanges(ctx, q) }),
		into(&f.Campaigns, func() ([]model.Campaign, error) { return campaigns(ctx, q) }),
		into(&f.Grants, func() ([]model.Grant, error) { return recentGrants(ctx, q) }),
		into(&f.Reviews, func() ([]model.Review, error) { return recentReviews(ctx, q, today.InMonth()) }),
		into(&f.Posts, func() ([]model.Post, error) { return recentPosts(ctx, q, today) }),
		into(&f.Justified, func() ([]model.JustifiedDay, error) { return justified(ctx, q, today.AddDays(-13), today) }),
		into(&f.Reports, func() ([]model.Report, error) { return reports(ctx, q, `WHERE r.quarter >= ?`, quarter.String()) }),
		into(&f.Holidays, func() ([]calendar.Holiday, error) { return holidays(ctx, q) }),
	} {
		if err := read(); err != nil {
			return f, err
		}
	}
	f.Since, err = firstDay(ctx, q, judgedPost)
	return f, err
}

// into keeps what a reading answers.
func into[T any](list *[]T, read func() ([]T, error)) func() error {
	return func() (err error) {
		*list, err = read()
		return err
	}
}

// recentGrants are the roles that stand, and those taken away since the last
// review was signed.
func recentGrants(ctx context.Context, q querier) ([]model.Grant, error) {
	since, err := lastSigned(ctx, q)
	if err != nil {
		return nil, err
	}
	return grantsSince(ctx, q, since)
}

// recentReviews are the signed reviews of the last three months and this one,
// and the draft.
func recentReviews(ctx context.Context, q querier, month calendar.Month) ([]model.Review, error) {
	return reviews(ctx, q, `WHERE r.month >= ? AND (r.signed_at IS NOT NULL OR r.month >= ?)`,
		month.AddMonths(-3).String(), month.String())
}

// recentPosts are those of the day before yesterday until today, and on the
// networks counted by the week those of the week and of the last seven days.
func recentPosts(ctx context.Context, q querier, today calendar.Day) ([]model.Post, error) {
	from := today.AddDays(-2)
	posts, err := list(ctx, q, publishedScan(), publishedIn+publishedOrder, from.String(), today.String())
	if err != nil {
		return nil, err
	}
	week, err := list(ctx, q, publishedScan(), weekPosts, today.AddDays(-6).String(), from.AddDays(-1).String())
	return append(posts, week...), err
}

// weekPosts are the posts of the networks that have a weekly quota. The
// last seven days hold the week so far, whatever day it begins on.
const weekPosts = selectPublished + `
	WHERE account_id IN (SELECT id FROM accounts WHERE network IN ('tiktok', 'youtube')) AND day BETWEEN ? AND ?
	ORDER BY account_id, day, at, id`
