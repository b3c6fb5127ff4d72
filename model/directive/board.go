package directive

import (
	"time"

	"faro/model/calendar"
)

// Board is every duty of the entity with its verdict, the worst and soonest
// first. The same facts in another order give the same board.
func Board(f Facts, c Criteria, now time.Time) []Duty {
	x := newIndex(&f, &c, calendar.DayOf(now))
	ticks := x.ticking()
	duties := make([]Duty, 0, 8*len(f.Accounts)+len(ticks))
	duties = x.quotaDuties(duties, now)
	for i := range ticks {
		duties = append(duties, ticks[i].duty())
	}
	duties = x.custodyDuties(duties, ticks)
	duties = x.roleDuties(duties)
	duties = x.accountDuties(duties)
	return sorted(x.officeWork(duties))
}

// officeWork is what the office does for all its accounts together.
func (x *index) officeWork(duties []Duty) []Duty {
	if len(x.accounts) > 0 {
		duties = append(duties, x.reviewDuty())
		if d, ok := x.missedReview(); ok {
			duties = append(duties, d)
		}
	}
	if d, ok := ReportDuty(*x.f, *x.c, x.today); ok {
		duties = append(duties, d)
	}
	return duties
}

// Attention is what somebody must act on: breaches that can still be mended,
// what is about to fall due, and dated warnings that have. Its order is that of
// the duties given.
func Attention(duties []Duty, today calendar.Day) []Duty {
	var open []Duty
	for _, d := range duties {
		come := d.Status == Warning && !d.settled && !d.Due.IsZero() && !d.Due.After(today)
		if d.Open() || come {
			open = append(open, d)
		}
	}
	return open
}
