package directive

import (
	"cmp"
	"slices"
	"time"

	"faro/model"
	"faro/model/calendar"
)

// reckoning is the work of one Progress.
type reckoning struct {
	quota    Quota
	account  *model.Account
	from, to calendar.Day
	now      time.Time
	today    calendar.Day
	c        *Criteria
	margin   time.Duration // zero: the network has none
	last     time.Time     // of the post the next one keeps its margin from
	wrong    bool          // the network counts in another period

	before, counted, ignored []*model.Post // of the day before, and of the period
}

func reckon(a *model.Account, period Period, from, to calendar.Day, now time.Time, c *Criteria) reckoning {
	r := reckoning{account: a, from: from, to: to, now: now.UTC().Truncate(time.Second), today: calendar.DayOf(now), c: c}
	quota, ok := quotaFor(a.Network, c)
	r.quota, r.wrong = quota, !ok || quota.Period != period
	if a.Network == model.Facebook {
		r.margin = time.Duration(max(0, c.Margin.Minutes-c.Margin.Tolerance)) * time.Minute
	}
	return r
}

// progress is the verdict with copies of the posts it rests on.
func (r *reckoning) progress(posts []model.Post, justified []model.JustifiedDay) Progress {
	p := r.verdict(posts, justified)
	p.Counted, p.Ignored = copied(r.counted), copied(r.ignored)
	return p
}

func (r *reckoning) verdict(posts []model.Post, justified []model.JustifiedDay) Progress {
	p := Progress{Quota: r.quota, Account: *r.account, From: r.from, To: r.to}
	p.rolling = r.quota.Period == Weekly && r.c.Weeks.Mode == RollingWeek
	r.sort(posts)
	if r.account.Network == model.Facebook {
		r.judgeMargin(&p)
	}
	p.Count = len(r.counted)
	p.Missing = max(0, r.quota.Min-p.Count)
	p.Reachable, p.MaxReachable = p.Missing == 0, p.Count
	p.Justified = r.justification(justified)
	if next := r.last.Add(r.margin); r.margin > 0 && !r.last.IsZero() && next.After(r.now) && r.running() {
		p.Next = next
	}
	r.decide(&p)
	return p
}

// running reports whether the period is the present one.
func (r *reckoning) running() bool { return !r.today.Before(r.from) && !r.today.After(r.to) }

// sort finds the account's posts of the period, those that count and those that
// do not, and those of the day before that count, each in time order.
func (r *reckoning) sort(posts []model.Post) {
	eve := r.from.AddDays(-1)
	kinds := r.c.Counted[r.account.Network]
	for i := range posts {
		post := &posts[i]
		day := postDay(post)
		if post.AccountID != r.account.ID || day.Before(eve) || day.After(r.to) {
			continue
		}
		valid := r.happened(post, day) && counts(post, kinds)
		switch {
		case day != eve && valid:
			r.counted = append(r.counted, post)
		case day != eve:
			r.ignored = append(r.ignored, post)
		case valid:
			r.before = append(r.before, post)
		}
	}
	slices.SortFunc(r.before, byTime)
	slices.SortFunc(r.counted, byTime)
	slices.SortFunc(r.ignored, byTime)
}

func copied(posts []*model.Post) []model.Post {
	if len(posts) == 0 {
		return nil
	}
	list := make([]model.Post, len(posts))
	for i, p := range posts {
		list[i] = *p
	}
	return list
}

// happened reports whether the post is out: what is scheduled does not count
// yet.
func (r *reckoning) happened(p *model.Post, day calendar.Day) bool {
	if p.Timed() {
		return !p.At.After(r.now)
	}
	return !day.After(r.today)
}

// byTime orders posts by publication, those of unknown hour at the end of
// their day.
func byTime(a, b *model.Post) int {
	if c := postDay(a).Compare(postDay(b)); c != 0 {
		return c
	}
	if a.Timed() != b.Timed() {
		if a.Timed() {
			return -1
		}
		return 1
	}
	if c := a.At.Compare(b.At); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(a.Link, b.Link), cmp.Compare(a.ID, b.ID))
}

// justification is the first justified day of the period, the account's own
// before one for every account.
func (r *reckoning) justification(justified []model.JustifiedDay) *model.JustifiedDay {
	var best *model.JustifiedDay
	for i := range justified {
		j := &justified[i]
		if j.AccountID != 0 && j.AccountID != r.account.ID || j.Day.Before(r.from) || j.Day.After(r.to) {
			continue
		}
		if best == nil || cmp.Or(-cmp.Compare(j.AccountID, best.AccountID), j.Day.Compare(best.Day), cmp.Compare(j.ID, best.ID)) < 0 {
			best = j
		}
	}
	if best == nil {
		return nil
	}
	found := *best
	return &found
}

// decide gives the verdict and its reason.
func (r *reckoning) decide(p *Progress) {
	why := r.notEvaluable()
	switch {
	case why != "":
		p.Status, p.Why = NotEvaluable, why
	case p.Missing == 0:
		p.Status, p.Why = Met, metText(p)
	case p.Justified != nil:
		p.Status, p.Why = Justified, "justificado: "+p.Justified.Reason
		r.look(p)
	case r.today.After(r.to):
		p.Status = Breach
		p.Why = tally(p) + ": " + lacked(p.Missing)
	default:
		r.look(p)
		r.foresee(p)
	}
}

// look finds what can still be reached before the period ends (S04). A further
// post cannot come before now nor before the margin is over, and each one after
// it needs the margin again.
func (r *reckoning) look(p *Progress) {
	if !r.running() {
		return
	}
	end := r.to.End()
	possible, call := p.Missing, end
	if r.margin > 0 {
		first := r.now
		if p.Next.After(first) {
			first = p.Next
		}
		possible = 0
		if !first.After(end) {
			possible = 1 + int(end.Sub(first)/r.margin)
		}
		call = end.Add(-time.Duration(p.Missing-1) * r.margin)
	}
	p.MaxReachable = p.Count + min(possible, p.Missing)
	p.Reachable = possible >= p.Missing
	if p.Reachable {
		p.LastCall = call
	}
}

// foresee gives the verdict on a period that is not over.
func (r *reckoning) foresee(p *Progress) {
	switch {
	case !p.Reachable:
		p.Status = Breach
		p.Why = "hoy ya no se alcanza; máximo " + model.Count(int64(p.MaxReachable)) + "/" + model.Count(int64(p.Quota.Min))
		if !p.Next.IsZero() && p.MaxReachable > p.Count {
			p.Why += " · próxima desde " + calendar.Clock(p.Next)
		}
		return
	case p.LastCall.Sub(r.now) <= atRiskWindow:
		p.Status = AtRisk
	default:
		p.Status = Running
	}
	p.Why = lacking(p.Missing)
	if !p.Next.IsZero() {
		p.Why += " · próxima desde " + calendar.Clock(p.Next)
	}
	switch {
	case r.quota.Period == Weekly && r.today != r.to:
		p.Why += " · hasta el " + weekdayDay(r.to)
	case p.Status == AtRisk || p.Next.IsZero():
		p.Why += " · hora límite " + calendar.Clock(p.LastCall)
	}
}

// tally is "2 de 3".
func tally(p *Progress) string {
	return model.Count(int64(p.Count)) + " de " + model.Count(int64(p.Quota.Min))
}

func metText(p *Progress) string {
	switch more := p.Quota.Goal - p.Count; {
	case more > 0:
		return tally(p) + " · meta: " + model.Count(int64(more)) + " más"
	case p.Count > p.Quota.Min:
		return model.Count(int64(p.Count)) + ", mínimo " + model.Count(int64(p.Quota.Min))
	}
	return tally(p)
}
