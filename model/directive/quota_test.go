package directive_test

import (
	"strings"
	"testing"
	"time"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
)

// onDay is the progress of a network's account on a day, seen at a moment.
func onDay(t *testing.T, n model.Network, iso, now string, list []model.Post, c directive.Criteria) directive.Progress {
	t.Helper()
	p, ok := directive.ProgressOn(account(n), day(t, iso), list, nil, at(t, now), c)
	if !ok {
		t.Fatalf("%s has no quota", n)
	}
	return p
}

func wantProgress(t *testing.T, p directive.Progress, status directive.Status, count int) {
	t.Helper()
	if p.Status != status || p.Count != count {
		t.Errorf("progress is «%s» with %d (%s), want «%s» with %d", p.Status, p.Count, p.Why, status, count)
	}
}

func TestS01ThreePostsTwoHoursApartMeetQuotaAndMargin(t *testing.T) {
	list := posts(t, facebookID, "2026-11-23 09:00", "2026-11-23 11:00", "2026-11-23 13:00")
	p := onDay(t, model.Facebook, "2026-11-23", "2026-11-23 14:05", list, directive.DefaultCriteria())
	wantProgress(t, p, directive.Met, 3)
	if p.Quota.Rule != "O-066" || p.Quota.Article != "6.2.2.4" {
		t.Errorf("the verdict cites %s, %s", p.Quota.Rule, p.Quota.Article)
	}
	if len(p.Breaches) != 0 {
		t.Errorf("gaps of 120 minutes breach the margin: %+v", p.Breaches)
	}
	if want := at(t, "2026-11-23 15:00"); !p.Next.Equal(want) {
		t.Errorf("next from %s, want 15:00", calendar.Clock(p.Next))
	}
}

func TestS02AGapOf119MinutesBreachesTheMarginByOneMinute(t *testing.T) {
	list := posts(t, facebookID, "2026-11-24 09:00", "2026-11-24 10:59", "2026-11-24 13:00")
	p := onDay(t, model.Facebook, "2026-11-24", "2026-11-25 08:00", list, directive.DefaultCriteria())
	wantProgress(t, p, directive.Met, 3)
	if len(p.Breaches) != 1 {
		t.Fatalf("%d breaches, want 1", len(p.Breaches))
	}
	b := p.Breaches[0]
	if b.Gap != 119*time.Minute || b.Short != time.Minute || !strings.Contains(b.Why(), "faltó 1 min") {
		t.Errorf("breach %v short of %v: %s", b.Gap, b.Short, b.Why())
	}
}

func TestS02APostTooCloseCanBeMadeNotToCount(t *testing.T) {
	c := directive.DefaultCriteria()
	c.Margin.InvalidatesQuota = true
	list := posts(t, facebookID, "2026-11-24 09:00", "2026-11-24 10:59", "2026-11-24 13:00")
	p := onDay(t, model.Facebook, "2026-11-24", "2026-11-25 08:00", list, c)
	wantProgress(t, p, directive.Breach, 2)
	if p.Counted[0].ID != 1 || p.Counted[1].ID != 3 || len(p.Ignored) != 1 || p.Ignored[0].ID != 2 {
		t.Errorf("counted %v, ignored %v; want 09:00 and 13:00, and 10:59 discarded", p.Counted, p.Ignored)
	}
	if len(p.Breaches) != 1 {
		t.Errorf("%d breaches, want the one of 10:59: 13:00 is compared with 09:00", len(p.Breaches))
	}
}

func TestS02ToleranceForgivesMinutesOfTheMargin(t *testing.T) {
	c := directive.DefaultCriteria()
	c.Margin.Tolerance = 1
	list := posts(t, facebookID, "2026-11-24 09:00", "2026-11-24 10:59", "2026-11-24 13:00")
	if p := onDay(t, model.Facebook, "2026-11-24", "2026-11-25 08:00", list, c); len(p.Breaches) != 0 {
		t.Errorf("119 minutes breach a margin of 120 with a tolerance of 1: %s", p.Breaches[0].Why())
	}
}

func TestS03TheMarginCrossesMidnightUnlessReadOtherwise(t *testing.T) {
	list := posts(t, facebookID, "2026-11-25 23:30", "2026-11-26 00:45")
	now := "2026-11-26 00:50"
	for _, c := range []struct {
		crosses  bool
		breaches int
	}{{true, 1}, {false, 0}} {
		criteria := directive.DefaultCriteria()
		criteria.Margin.CrossesMidnight = c.crosses
		p := onDay(t, model.Facebook, "2026-11-26", now, list, criteria)
		if p.Count != 1 || len(p.Breaches) != c.breaches {
			t.Errorf("crossing %v: %d counted and %d breaches, want 1 and %d", c.crosses, p.Count, len(p.Breaches), c.breaches)
		}
		if c.breaches == 1 && p.Breaches[0].Gap != 75*time.Minute {
			t.Errorf("gap %v, want 75 min", p.Breaches[0].Gap)
		}
		if eve := onDay(t, model.Facebook, "2026-11-25", now, list, criteria); eve.Count != 1 {
			t.Errorf("25/11 counts %d, want its own post", eve.Count)
		}
	}
}

func TestS03TheLastPostOfTheDayBeforeHoldsBackTheFirst(t *testing.T) {
	list := posts(t, facebookID, "2026-11-25 23:30")
	p := onDay(t, model.Facebook, "2026-11-26", "2026-11-26 00:10", list, directive.DefaultCriteria())
	if want := at(t, "2026-11-26 01:30"); !p.Next.Equal(want) {
		t.Errorf("next from %v, want 01:30", p.Next)
	}
	if want := at(t, "2026-11-26 19:59:59"); !p.LastCall.Equal(want) {
		t.Errorf("last call %v, want 19:59:59", p.LastCall)
	}
}

func TestS04PointOfNoReturn(t *testing.T) {
	for _, c := range []struct {
		name, now string
		posts     []string
		status    directive.Status
		reachable bool
		most      int
		lastCall  string
		next      string
		why       string
	}{
		{"i", "2026-11-23 19:59", nil, directive.AtRisk, true, 3, "19:59", "", "faltan 3 · hora límite 19:59"},
		{"ii", "2026-11-23 20:00", nil, directive.Breach, false, 2, "", "", "hoy ya no se alcanza; máximo 2/3"},
		{"iii", "2026-11-23 20:40", []string{"2026-11-23 20:30"}, directive.Breach, false, 2, "", "22:30", "hoy ya no se alcanza; máximo 2/3 · próxima desde 22:30"},
		{"with all day left", "2026-11-23 08:00", nil, directive.Running, true, 3, "19:59", "", "faltan 3 · hora límite 19:59"},
		{"J1", "2026-11-23 09:05", []string{"2026-11-23 09:02"}, directive.Running, true, 3, "21:59", "11:02", "faltan 2 · próxima desde 11:02"},
		{"look.md", "2026-11-23 14:05", []string{"2026-11-23 09:00", "2026-11-23 13:10"}, directive.Running, true, 3, "23:59", "15:10", "falta 1 · próxima desde 15:10"},
		{"last minutes", "2026-11-23 22:00", []string{"2026-11-23 09:00", "2026-11-23 13:00"}, directive.AtRisk, true, 3, "23:59", "", "falta 1 · hora límite 23:59"},
		{"nothing fits", "2026-11-23 23:10", []string{"2026-11-23 23:00"}, directive.Breach, false, 1, "", "01:00", "hoy ya no se alcanza; máximo 1/3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := onDay(t, model.Facebook, "2026-11-23", c.now, posts(t, facebookID, c.posts...), directive.DefaultCriteria())
			if p.Status != c.status || p.Reachable != c.reachable || p.MaxReachable != c.most {
				t.Errorf("«%s», reachable %v, at most %d; want «%s», %v, %d", p.Status, p.Reachable, p.MaxReachable, c.status, c.reachable, c.most)
			}
			if got := calendar.Clock(p.LastCall); got != c.lastCall {
				t.Errorf("last call %q, want %q", got, c.lastCall)
			}
			if got := calendar.Clock(p.Next); got != c.next {
				t.Errorf("next from %q, want %q", got, c.next)
			}
			if p.Why != c.why {
				t.Errorf("why %q, want %q", p.Why, c.why)
			}
		})
	}
}

func TestS04TheLastCallIsTheLastSecondThatStillWorks(t *testing.T) {
	for _, c := range []struct {
		now  string
		want bool
	}{{"2026-11-23 19:59:59", true}, {"2026-11-23 20:00:00", false}} {
		p := onDay(t, model.Facebook, "2026-11-23", c.now, nil, directive.DefaultCriteria())
		if p.Reachable != c.want {
			t.Errorf("at %s reachable is %v, want %v", c.now, p.Reachable, c.want)
		}
	}
}

func TestNetworksWithoutAMarginCanBeMetUntilTheEndOfTheDay(t *testing.T) {
	p := onDay(t, model.X, "2026-11-23", "2026-11-23 21:59:58", nil, directive.DefaultCriteria())
	if p.Status != directive.Running || !p.LastCall.Equal(at(t, "2026-11-23 23:59:59")) || !p.Next.IsZero() {
		t.Errorf("X at 21:59:58 is «%s», last call %v, next %v", p.Status, p.LastCall, p.Next)
	}
	p = onDay(t, model.X, "2026-11-23", "2026-11-23 21:59:59", nil, directive.DefaultCriteria())
	if p.Status != directive.AtRisk {
		t.Errorf("two hours before the end X is «%s», want en_riesgo", p.Status)
	}
}

func TestS05APostBelongsToItsLimaDay(t *testing.T) {
	instant := time.Date(2026, 12, 1, 4, 59, 30, 0, time.UTC)
	post := model.Post{ID: 1, AccountID: facebookID, Day: calendar.DayOf(instant), At: instant, Kind: model.Publication}
	if got := calendar.Stamp(post.At); got != "30/11/2026 23:59" {
		t.Errorf("shown %q, want 30/11/2026 23:59", got)
	}
	c := directive.DefaultCriteria()
	if p := onDay(t, model.Facebook, "2026-11-30", "2026-12-02 08:00", []model.Post{post}, c); p.Count != 1 {
		t.Errorf("30/11 counts %d, want 1", p.Count)
	}
	if p := onDay(t, model.Facebook, "2026-12-01", "2026-12-02 08:00", []model.Post{post}, c); p.Count != 0 {
		t.Errorf("01/12 counts %d, want 0", p.Count)
	}
}

func TestS09OnXThreadsAndQuotesCountAndRepliesAndRepostsDoNot(t *testing.T) {
	kinds := []model.PostKind{
		model.ThreadPart, model.ThreadPart, model.ThreadPart, model.ThreadPart, model.Quote, model.Reply, model.Reply, model.Repost,
	}
	var list []model.Post
	for i, k := range kinds {
		p := posts(t, xID, "2026-11-23 09:00")[0]
		p.ID, p.Kind = model.ID(i+1), k
		list = append(list, p)
	}
	p := onDay(t, model.X, "2026-11-23", "2026-11-23 14:00", list, directive.DefaultCriteria())
	wantProgress(t, p, directive.Met, 5)
	if p.Quota.Rule != "O-068" || len(p.Ignored) != 3 {
		t.Errorf("%s with %d ignored, want O-068 and the two replies and the repost", p.Quota.Rule, len(p.Ignored))
	}
}

func TestA09WhatDoesNotCount(t *testing.T) {
	c := directive.DefaultCriteria()
	one := func(change func(*model.Post)) model.Post {
		p := posts(t, facebookID, "2026-11-23 09:00")[0]
		change(&p)
		return p
	}
	for _, k := range []struct {
		name    string
		network model.Network
		post    model.Post
		want    bool
	}{
		{"a publication", model.Facebook, one(func(*model.Post) {}), true},
		{"a reel", model.Instagram, one(func(p *model.Post) { p.Kind = model.Reel }), true},
		{"a live", model.YouTube, one(func(p *model.Post) { p.Kind = model.Live }), true},
		{"a carousel", model.Instagram, one(func(p *model.Post) { p.Kind = model.Carousel }), true},
		{"a quote outside X", model.Facebook, one(func(p *model.Post) { p.Kind = model.Quote }), false},
		{"a story", model.Instagram, one(func(p *model.Post) { p.Kind = model.Story }), false},
		{"taken down the same day", model.Facebook, one(func(p *model.Post) { p.RemovedAt = at(t, "2026-11-23 23:59:59") }), false},
		{"taken down the day after", model.Facebook, one(func(p *model.Post) { p.RemovedAt = at(t, "2026-11-24 00:00") }), true},
		{"on a network without quota", model.Other, one(func(*model.Post) {}), false},
	} {
		if got := directive.Counts(k.post, k.network, c); got != k.want {
			t.Errorf("%s counts: %v, want %v", k.name, got, k.want)
		}
	}
	c.Counted[model.Instagram][model.Story] = true
	if !directive.Counts(one(func(p *model.Post) { p.Kind = model.Story }), model.Instagram, c) {
		t.Error("a story does not count where the entity says it does")
	}
}

func TestA09AScheduledPostDoesNotCountUntilItIsOut(t *testing.T) {
	list := posts(t, facebookID, "2026-11-23 09:00", "2026-11-23 15:00")
	p := onDay(t, model.Facebook, "2026-11-23", "2026-11-23 14:59:59", list, directive.DefaultCriteria())
	if p.Count != 1 || !p.Next.IsZero() {
		t.Errorf("%d counted, next %v; want 1 and the scheduled post to hold nothing back", p.Count, p.Next)
	}
	p = onDay(t, model.Facebook, "2026-11-23", "2026-11-23 15:00", list, directive.DefaultCriteria())
	if p.Count != 2 {
		t.Errorf("%d counted once it is out, want 2", p.Count)
	}
}

func TestAPostWithoutAnHourCountsAndLeavesTheMarginUnjudged(t *testing.T) {
	list := posts(t, facebookID, "2026-11-23 09:00", "2026-11-23 13:00")
	list = append(list, model.Post{ID: 3, AccountID: facebookID, Day: day(t, "2026-11-23"), Precision: model.DayOnly, Kind: model.Publication})
	p := onDay(t, model.Facebook, "2026-11-23", "2026-11-24 08:00", list, directive.DefaultCriteria())
	wantProgress(t, p, directive.Met, 3)
	if p.Untimed != 1 || len(p.Breaches) != 0 {
		t.Errorf("%d untimed and %d breaches, want 1 and 0", p.Untimed, len(p.Breaches))
	}
	f := directive.Facts{Accounts: []model.Account{account(model.Facebook)}, Posts: list}
	duties := directive.Board(f, directive.DefaultCriteria(), at(t, "2026-11-23 14:00"))
	wantStatus(t, only(t, duties, "O-067", facebookID), directive.NoData)
}

func TestA05InstagramsMinimumIsOneAndItsGoalTwo(t *testing.T) {
	c := directive.DefaultCriteria()
	p := onDay(t, model.Instagram, "2026-11-23", "2026-11-23 10:00", posts(t, instagramID, "2026-11-23 09:00"), c)
	wantProgress(t, p, directive.Met, 1)
	if p.Quota.Rule != "O-069" || p.Why != "1 de 1 · meta: 1 más" {
		t.Errorf("%s: %q", p.Quota.Rule, p.Why)
	}
	c.Instagram.Min = 2
	p = onDay(t, model.Instagram, "2026-11-23", "2026-11-23 10:00", posts(t, instagramID, "2026-11-23 09:00"), c)
	wantProgress(t, p, directive.Running, 1)
}

func TestOtherNetworksHaveNoQuota(t *testing.T) {
	a := model.Account{ID: 9, Network: model.Other, NetworkName: "Threads", Handle: "minejemplo"}
	if _, ok := directive.ProgressOn(a, day(t, "2026-11-23"), nil, nil, at(t, "2026-11-23 10:00"), directive.DefaultCriteria()); ok {
		t.Error("Threads has a quota")
	}
}

func TestPostsOfOtherAccountsAreNotCounted(t *testing.T) {
	list := append(posts(t, 99, "2026-11-23 09:00", "2026-11-23 12:00"), posts(t, facebookID, "2026-11-23 13:00")...)
	p := onDay(t, model.Facebook, "2026-11-23", "2026-11-23 13:30", list, directive.DefaultCriteria())
	if p.Count != 1 || len(p.Breaches) != 0 {
		t.Errorf("%d counted and %d breaches, want 1 and 0", p.Count, len(p.Breaches))
	}
}

func TestS28APostRegisteredLateMendsItsDay(t *testing.T) {
	list := posts(t, facebookID, "2026-11-20 12:00", "2026-11-20 15:00")
	c := directive.DefaultCriteria()
	p := onDay(t, model.Facebook, "2026-11-20", "2026-11-25 10:00", list, c)
	wantProgress(t, p, directive.Breach, 2)
	late := posts(t, facebookID, "2026-11-20 09:00")[0]
	late.ID, late.RecordedAt = 3, at(t, "2026-11-25 10:01")
	p = onDay(t, model.Facebook, "2026-11-20", "2026-11-25 10:01", append(list, late), c)
	wantProgress(t, p, directive.Met, 3)
	if p.Counted[0].ID != 3 {
		t.Error("counted posts are not in time order")
	}
}

func TestS02AnInvalidPostOfTheEveHoldsNothingBack(t *testing.T) {
	c := directive.DefaultCriteria()
	c.Margin.InvalidatesQuota = true
	list := posts(t, facebookID, "2026-11-22 22:00", "2026-11-22 23:30", "2026-11-23 00:15")
	p := onDay(t, model.Facebook, "2026-11-23", "2026-11-23 08:00", list, c)
	if p.Count != 1 || len(p.Breaches) != 0 {
		t.Errorf("%d counted and %d breaches, want 00:15 compared with 22:00", p.Count, len(p.Breaches))
	}
}
