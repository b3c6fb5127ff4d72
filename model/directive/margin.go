package directive

import (
	"slices"
	"strings"
	"time"

	"faro/model"
	"faro/model/calendar"
)

// MarginBreach is a pair of consecutive Facebook posts closer than two hours
// (6.2.2.4, O-067, A-06).
type MarginBreach struct {
	Before, After model.Post
	Gap           time.Duration // between the two
	Short         time.Duration // what lacked to the margin
}

// Why is the breach in a clause: "09:00 y 10:59: faltó 1 min" (S02).
func (b MarginBreach) Why() string {
	short := quantity(b.Short)
	verb := "faltaron "
	if strings.HasPrefix(short, "1 ") {
		verb = "faltó "
	}
	before := calendar.Clock(b.Before.At)
	if calendar.DayOf(b.Before.At) != calendar.DayOf(b.After.At) {
		before += " del día anterior"
	}
	return before + " y " + calendar.Clock(b.After.At) + ": " + verb + short
}

// judgeMargin compares each counted post with the one before it, the last one
// of the day before included (A-06, S03). Where a close post invalidates
// itself, it is ignored and the next one is compared with the last valid post
// (S02).
func (r *reckoning) judgeMargin(p *Progress) {
	last := r.eve()
	valid := r.counted[:0]
	for _, post := range r.counted {
		near := r.tooClose(last, post)
		if near {
			gap := post.At.Sub(last.At)
			p.Breaches = append(p.Breaches, MarginBreach{*last, *post, gap, r.margin - gap})
		}
		switch {
		case !post.Timed():
			p.Untimed++
		case near && r.c.Margin.InvalidatesQuota:
			r.ignored = append(r.ignored, post)
			continue
		default:
			last = post
		}
		valid = append(valid, post)
	}
	if last != nil {
		r.last = last.At
	}
	r.counted = valid
	slices.SortFunc(r.ignored, byTime)
}

// eve is the post of the day before from which the margin runs, if it
// crosses midnight.
func (r *reckoning) eve() *model.Post {
	var last *model.Post
	if !r.c.Margin.CrossesMidnight {
		return nil
	}
	for _, post := range r.before {
		if !post.Timed() || r.c.Margin.InvalidatesQuota && r.tooClose(last, post) {
			continue
		}
		last = post
	}
	return last
}

// tooClose reports whether a post comes before the margin from the last one is
// over. Two hours to the second are enough (S01).
func (r *reckoning) tooClose(last, post *model.Post) bool {
	return last != nil && post.Timed() && post.At.Sub(last.At) < r.margin
}

// marginDuty is the verdict on a day's margin (O-067), apart from its quota.
func marginDuty(p *Progress, today calendar.Day) Duty {
	d := Duty{
		Rule: "O-067", Article: quotaArticle, Subject: "Margen de " + p.Account.Label(),
		Due: p.To, AccountID: p.Account.ID, Screen: ScreenToday,
	}
	switch n := len(p.Breaches); {
	case p.Status == NotEvaluable:
		d.Status, d.Why = NotEvaluable, p.Why
	case n > 0:
		d.Status, d.Why, d.settled = Breach, p.Breaches[0].Why(), true
		if n > 1 {
			d.Why += ", y " + count(n-1, "vez más", "veces más")
		}
	case p.Untimed > 0:
		d.Status, d.Why = NoData, count(p.Untimed, "publicación sin hora", "publicaciones sin hora")
	case p.To == today && !p.Next.IsZero():
		d.Status, d.Why = Met, "se respeta · próxima desde "+calendar.Clock(p.Next)
	default:
		d.Status, d.Why = Met, "se respeta"
	}
	return d
}
