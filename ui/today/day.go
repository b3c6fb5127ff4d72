package today

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/ui/widget"
)

// picture is what has been read for one day. It is replaced as a whole, so
// that what is on the screen always belongs together.
type picture struct {
	seq       int // which question it answers
	day       calendar.Day
	since     calendar.Day    // first day with records; nothing before it is judged
	all       []model.Account // every account of the records, closed ones too
	accounts  []model.Account // those open on the day, in the order shown
	criteria  directive.Criteria
	justified []model.JustifiedDay
}

// stripDays is how many days the last column tells of.
const stripDays = 7

// span is the days whose posts the accounts of a day need: those of the strip
// and the one before it, for the margin across midnight, and the whole week.
func span(day calendar.Day) (from, to calendar.Day) {
	return day.AddDays(-stripDays), day.AddDays(stripDays - 1)
}

// networkOrder is the order of the rows: the daily quotas first.
var networkOrder = []model.Network{model.Facebook, model.X, model.Instagram, model.TikTok, model.YouTube, model.Other}

// arrange lists the accounts that were open on a day as they are shown.
func arrange(accounts []model.Account, day calendar.Day) []model.Account {
	var open []model.Account
	for _, a := range accounts {
		if a.OpenOn(day) {
			open = append(open, a)
		}
	}
	slices.SortFunc(open, func(a, b model.Account) int {
		return cmp.Or(
			cmp.Compare(slices.Index(networkOrder, a.Network), slices.Index(networkOrder, b.Network)),
			strings.Compare(strings.ToLower(a.NetworkLabel()), strings.ToLower(b.NetworkLabel())),
			strings.Compare(strings.ToLower(a.At()), strings.ToLower(b.At())),
			cmp.Compare(a.ID, b.ID),
		)
	})
	return open
}

// matching keeps the accounts that have every word of a filter.
func matching(accounts []model.Account, filter string) []model.Account {
	if filter == "" {
		return accounts
	}
	var kept []model.Account
	for _, a := range accounts {
		if widget.Matches(a.NetworkLabel()+" "+a.Network.LongLabel()+" "+a.At()+" "+a.Name, filter) {
			kept = append(kept, a)
		}
	}
	return kept
}

// standing is an account's day worked out: its progress and its last week. It
// holds for a minute or until something changes, and so does what was drawn
// of it.
type standing struct {
	posts    []model.Post // of the days of span
	progress directive.Progress
	quota    bool // the network has one
	strip    []widget.StripDay

	row      drawn // its line in the table, not under the cursor
	timeline drawn
}

// drawn is what was drawn for a size.
type drawn struct {
	width, height int
	lines         []string
}

// at draws for a size unless that was done already.
func (d *drawn) at(width, height int, draw func() []string) []string {
	if d.lines == nil || d.width != width || d.height != height {
		*d = drawn{width, height, draw()}
	}
	return d.lines
}

// reckon works out how an account stands at an instant.
func (p *picture) reckon(a model.Account, posts []model.Post, now time.Time) *standing {
	st := &standing{posts: posts}
	st.progress, st.quota = directive.ProgressOn(a, p.day, posts, p.justified, now, p.criteria)
	if !st.quota {
		st.progress = p.unjudged(a, posts, now)
	}
	p.beforeRecords(&st.progress)
	for i := range stripDays {
		st.strip = append(st.strip, p.stripDay(a, st, p.day.AddDays(i-stripDays+1), now))
	}
	return st
}

// unjudged gathers the day's posts of an account without a quota.
func (p *picture) unjudged(a model.Account, posts []model.Post, now time.Time) directive.Progress {
	pr := directive.Progress{Account: a, Status: directive.NotEvaluable, Why: "la red no tiene cuota", From: p.day, To: p.day}
	for _, post := range posts {
		if post.Day != p.day {
			continue
		}
		if post.RemovedAt.IsZero() && !post.At.After(now) {
			pr.Counted = append(pr.Counted, post)
		} else {
			pr.Ignored = append(pr.Ignored, post)
		}
	}
	pr.Count = len(pr.Counted)
	return pr
}

// beforeRecords takes back a verdict on a period of which there is no record:
// nothing known is not nothing done.
func (p *picture) beforeRecords(pr *directive.Progress) {
	if pr.Status != directive.Breach || !p.unrecorded(pr.To) {
		return
	}
	pr.Status = directive.NoData
	pr.Why = "los registros empiezan el " + p.since.Slashed()
}

func (p *picture) unrecorded(day calendar.Day) bool { return !p.since.IsZero() && day.Before(p.since) }

// stripDay is one cell of the column of the last seven days. A single day of a
// weekly quota has no verdict of its own: there only what was done shows.
func (p *picture) stripDay(a model.Account, st *standing, day calendar.Day, now time.Time) widget.StripDay {
	if st.quota && st.progress.Quota.Period == directive.Daily {
		pr := directive.DayProgress(a, day, st.posts, p.justified, now, p.criteria)
		p.beforeRecords(&pr)
		known := pr.Status != directive.NotEvaluable && pr.Status != directive.NoData
		return widget.StripDay{Known: known, Level: level(pr.Count, pr.Quota.Goal), Status: pr.Status}
	}
	n := p.countOn(a, st, day, now)
	status := directive.Running
	if p.justifies(a, day) && n == 0 {
		status = directive.Justified
	}
	return widget.StripDay{Known: n > 0, Level: level(n, max(1, st.progress.Quota.Goal)), Status: status}
}

// countOn is how many posts of a day count for the account's quota, or how
// many there are where it has none.
func (p *picture) countOn(a model.Account, st *standing, day calendar.Day, now time.Time) int {
	n := 0
	for _, post := range st.posts {
		counts := directive.Counts(post, a.Network, p.criteria) || !st.quota && post.RemovedAt.IsZero()
		if post.Day == day && counts && !post.At.After(now) {
			n++
		}
	}
	return n
}

func (p *picture) justifies(a model.Account, day calendar.Day) bool {
	return slices.ContainsFunc(p.justified, func(j model.JustifiedDay) bool {
		return j.Day == day && (j.AccountID == 0 || j.AccountID == a.ID)
	})
}

func level(done, of int) float64 {
	if of <= 0 {
		return 0
	}
	return float64(done) / float64(of)
}
