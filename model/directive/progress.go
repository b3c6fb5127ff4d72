package directive

import (
	"time"

	"faro/model"
	"faro/model/calendar"
)

// Progress is how an account stands in its quota of a day or a week.
type Progress struct {
	Quota        Quota
	Account      model.Account
	Status       Status
	Count        int // posts that count
	Missing      int // posts that lack to the minimum; zero when it is reached
	Counted      []model.Post
	Ignored      []model.Post // posts of the period that do not count, or not yet; both lists in time order
	Next         time.Time    // «próxima desde»: from when a further Facebook post keeps the margin; zero: from now
	LastCall     time.Time    // «hora límite»: last moment at which the minimum is still reachable; zero when met or unreachable
	Reachable    bool         // the minimum is reached or still can be
	MaxReachable int          // the most that can still be counted, up to the minimum
	Breaches     []MarginBreach
	Justified    *model.JustifiedDay // the reason recorded for the period, used or not
	Why          string
	From, To     calendar.Day
	Untimed      int // counted posts whose hour is unknown: the margin cannot be judged for them

	rolling bool // the week is any seven days in a row
}

// atRiskWindow is how long before the last call a quota is at risk.
const atRiskWindow = 2 * time.Hour

// DayProgress is the progress of an account in a day of Lima. It needs the
// account's posts of that day and of the day before, in any order; other posts
// are passed over. A network with a weekly quota is counted but not evaluated.
func DayProgress(a model.Account, day calendar.Day, posts []model.Post, justified []model.JustifiedDay, now time.Time, c Criteria) Progress {
	r := reckon(&a, Daily, day, day, now, &c)
	return r.progress(posts, justified)
}

// WeekProgress is the progress of an account in an ISO week. With the
// week of seven rolling days it is that of the seven days that end today or, in
// a week gone by, on its Sunday.
func WeekProgress(a model.Account, week calendar.Week, posts []model.Post, justified []model.JustifiedDay, now time.Time, c Criteria) Progress {
	from, to := weekSpan(week, &c)
	if c.Weeks.Mode == RollingWeek {
		to = week.Sunday()
		if today := calendar.DayOf(now); week.Contains(today) {
			to = today
		}
		from = to.AddDays(-6)
	}
	r := reckon(&a, Weekly, from, to, now, &c)
	return r.progress(posts, justified)
}

// ProgressOn is the progress of an account in the day or in the week of day,
// whichever its network counts in. It is false when the network has no quota.
func ProgressOn(a model.Account, day calendar.Day, posts []model.Post, justified []model.JustifiedDay, now time.Time, c Criteria) (Progress, bool) {
	quota, ok := QuotaFor(a.Network, c)
	if !ok {
		return Progress{}, false
	}
	from, to := spanOf(quota.Period, day, &c)
	r := reckon(&a, quota.Period, from, to, now, &c)
	return r.progress(posts, justified), true
}

// verdictIn is the progress of an account in the period of a day, without its
// lists of posts.
func verdictIn(a *model.Account, period Period, day calendar.Day, posts []model.Post, justified []model.JustifiedDay, now time.Time, c *Criteria) Progress {
	from, to := spanOf(period, day, c)
	r := reckon(a, period, from, to, now, c)
	return r.verdict(posts, justified)
}

// weekSpan is a week's first and last day. Where weeks begin on Sunday,
// it is the one that shares its Monday.
func weekSpan(week calendar.Week, c *Criteria) (from, to calendar.Day) {
	from = week.Monday()
	if c.Weeks.Start == FromSunday {
		from = from.AddDays(-1)
	}
	return from, from.AddDays(6)
}

// spanOf is the day itself, or the week it is counted in.
func spanOf(period Period, day calendar.Day, c *Criteria) (from, to calendar.Day) {
	if period == Daily {
		return day, day
	}
	if c.Weeks.Mode == RollingWeek {
		return day.AddDays(-6), day
	}
	week := day.InWeek()
	if c.Weeks.Start == FromSunday && day == week.Sunday() {
		week = week.Next()
	}
	return weekSpan(week, c)
}

// PeriodLabel names the period on screen, and with it the way weeks are counted
// (S07): "23/11/2026", "semana 48 (23/11–29/11)", "7 días móviles (24/11–30/11)".
func (p Progress) PeriodLabel() string {
	if p.From == p.To {
		return p.From.Slashed()
	}
	if week := p.From.InWeek(); p.From == week.Monday() && !p.rolling {
		return week.Label()
	}
	name := "semana"
	if p.rolling {
		name = "7 días móviles"
	}
	return name + " (" + p.From.Short() + "–" + p.To.Short() + ")"
}
