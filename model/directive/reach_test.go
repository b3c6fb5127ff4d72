package directive_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
)

// simulate publishes as soon and as often as the margin allows until the day
// ends, and tells how many posts the day then has.
func simulate(published []model.Post, now time.Time, today calendar.Day) int {
	n := 0
	var last time.Time
	for _, p := range published {
		if p.Day == today {
			n++
		}
		if p.At.After(last) {
			last = p.At
		}
	}
	for moment := now; !moment.After(today.End()); moment = moment.Add(time.Second) {
		if last.IsZero() || moment.Sub(last) >= 2*time.Hour {
			n++
			last = moment
		}
	}
	return n
}

func TestS04WhatIsReachableIsWhatPublishingAtOnceWouldReach(t *testing.T) {
	today := day(t, "2026-11-23")
	rapid.Check(t, func(t *rapid.T) {
		elapsed := rapid.IntRange(0, 86399).Draw(t, "now")
		now := today.Start().Add(time.Duration(elapsed) * time.Second)
		var published []model.Post
		for _, back := range rapid.SliceOfN(rapid.IntRange(0, elapsed+7200), 0, 3).Draw(t, "ago") {
			instant := now.Add(-time.Duration(back) * time.Second)
			published = append(published, model.Post{AccountID: facebookID, Day: calendar.DayOf(instant), At: instant, Kind: model.Publication})
		}
		c := directive.DefaultCriteria()
		p := directive.DayProgress(account(model.Facebook), today, published, nil, now, c)
		most := simulate(published, now, today)
		if p.Missing > 0 && p.MaxReachable != min(3, most) || p.Reachable != (most >= 3) {
			t.Fatalf("«%s», at most %d, reachable %v; publishing at once gives %d", p.Status, p.MaxReachable, p.Reachable, most)
		}
		if p.LastCall.IsZero() {
			return
		}
		for late, want := range map[time.Duration]bool{0: true, time.Second: false} {
			moment := p.LastCall.Add(late)
			if calendar.DayOf(moment) != today {
				continue
			}
			if got := directive.DayProgress(account(model.Facebook), today, published, nil, moment, c); got.Reachable != want {
				t.Fatalf("%v after the last call %s reachable is %v", late, calendar.Clock(p.LastCall), got.Reachable)
			}
		}
	})
}

func TestA10ADueDateIsInTheNextMonthAndNeverDrifts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		last := calendar.NewDay(2026, 1, 1).AddDays(rapid.IntRange(0, 4000).Draw(t, "day"))
		c := directive.DefaultCriteria()
		cycle := rapid.SampledFrom([]directive.Cycle{directive.MonthFromChange, directive.CalendarMonth, directive.FixedDayOfMonth}).Draw(t, "cycle")
		c.Rotation.Cycle, c.Rotation.FixedDay = cycle, rapid.IntRange(1, 31).Draw(t, "fixed")
		due := directive.NextDue(last, c)
		if !due.Valid() || due.InMonth() != last.InMonth().Next() {
			t.Fatalf("%s after %s: due %s", cycle, last, due)
		}
		if cycle == directive.MonthFromChange && due.Day != last.Day && due != due.InMonth().Last() {
			t.Fatalf("%s after %s is neither the same day nor the last of the month", due, last)
		}
	})
}

func TestTheOrderOfPostsNeverChangesAVerdict(t *testing.T) {
	today := day(t, "2026-11-23")
	rapid.Check(t, func(t *rapid.T) {
		now := today.At(18, 0, 0)
		list := make([]model.Post, rapid.IntRange(0, 8).Draw(t, "posts"))
		for i := range list {
			instant := now.Add(-time.Duration(rapid.IntRange(-60, 2400).Draw(t, "minutes")) * time.Minute)
			list[i] = model.Post{
				ID: model.ID(i + 1), AccountID: facebookID, Day: calendar.DayOf(instant), At: instant,
				Kind: rapid.SampledFrom([]model.PostKind{model.Publication, model.Story}).Draw(t, "kind"),
			}
		}
		c := directive.DefaultCriteria()
		c.Margin.InvalidatesQuota = rapid.Bool().Draw(t, "invalidates")
		want := directive.DayProgress(account(model.Facebook), today, list, nil, now, c)
		got := directive.DayProgress(account(model.Facebook), today, rapid.Permutation(list).Draw(t, "order"), nil, now, c)
		same := func(a, b model.Post) bool { return a.ID == b.ID }
		if want.Status != got.Status || want.Why != got.Why || len(want.Breaches) != len(got.Breaches) ||
			!slices.EqualFunc(want.Counted, got.Counted, same) || !slices.EqualFunc(want.Ignored, got.Ignored, same) {
			t.Fatalf("%+v in one order and %+v in another", want, got)
		}
	})
}
