package directive

import (
	"slices"
	"time"

	"faro/model"
	"faro/model/calendar"
)

// Compliance counts the periods of a month, days or weeks, in which a quota was
// judged. A period still running is counted once its verdict is certain.
type Compliance struct {
	Evaluable int // periods judged, the justified ones among them
	Met       int // with the minimum reached
	Goal      int // with the goal reached
	Justified int // not met and justified
}

// Rate is the percentage of periods met, 93.33, with justified ones counted as
// failed. It is false when nothing was judged.
func (k Compliance) Rate() (float64, bool) { return percentage(k.Met, k.Evaluable) }

// JustifiedRate is the percentage with justified periods left out (S11).
func (k Compliance) JustifiedRate() (float64, bool) {
	return percentage(k.Met, k.Evaluable-k.Justified)
}

// GoalRate is the percentage of periods in which the goal was reached (S10).
func (k Compliance) GoalRate() (float64, bool) { return percentage(k.Goal, k.Evaluable) }

func percentage(part, whole int) (float64, bool) {
	if whole <= 0 {
		return 0, false
	}
	return 100 * float64(part) / float64(whole), true
}

// MonthCompliance is the compliance of an account in a month. It needs the
// account's posts of the month, of the day before it and, for weekly quotas, of
// every week that the month answers for; other posts are passed over.
func MonthCompliance(a model.Account, month calendar.Month, posts []model.Post, justified []model.JustifiedDay, now time.Time, c Criteria) Compliance {
	quota, ok := QuotaFor(a.Network, c)
	if !ok {
		return Compliance{}
	}
	posts = near(posts, a.ID, month)
	var k Compliance
	for _, day := range periodEnds(month, quota.Period, &c) {
		p := verdictIn(&a, quota.Period, day, posts, justified, now, &c)
		k.add(&p)
	}
	return k
}

func (k *Compliance) add(p *Progress) {
	switch p.Status {
	case Met:
		k.Evaluable++
		k.Met++
		if p.Count >= p.Quota.Goal {
			k.Goal++
		}
	case Breach:
		k.Evaluable++
	case Justified:
		k.Evaluable++
		k.Justified++
	case Running, AtRisk, Warning, NoData, NotEvaluable:
	}
}

// near keeps an account's posts that can bear on a month.
func near(posts []model.Post, account model.ID, month calendar.Month) []model.Post {
	from, to := month.First().AddDays(-8), month.Last().AddDays(8)
	var kept []model.Post
	for i := range posts {
		p := &posts[i]
		if day := postDay(p); p.AccountID == account && !day.Before(from) && !day.After(to) {
			kept = append(kept, *p)
		}
	}
	return kept
}

// periodEnds are the days that stand for the periods of a month: each day of
// it, or the last day of each week it answers for (A-08, S08).
func periodEnds(month calendar.Month, period Period, c *Criteria) []calendar.Day {
	if period == Daily || c.Weeks.Mode == RollingWeek {
		return month.Days()
	}
	var ends []calendar.Day
	for week := month.First().InWeek().Prev(); !week.Monday().After(month.Last()); week = week.Next() {
		if _, to := weekSpan(week, c); WeekMonth(week, *c) == month && !slices.Contains(ends, to) {
			ends = append(ends, to)
		}
	}
	return ends
}

// WeekMonth is the month that answers for a week: that of its last day or, by
// the other reading, of its Thursday.
func WeekMonth(week calendar.Week, c Criteria) calendar.Month {
	_, to := weekSpan(week, &c)
	if c.Weeks.Owner == OwnedByThursday {
		return week.Monday().AddDays(3).InMonth()
	}
	return to.InMonth()
}
