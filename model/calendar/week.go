package calendar

import (
	"cmp"
	"strconv"
	"time"
)

// Week is an ISO 8601 week, Monday 00:00:00 to Sunday 23:59:59 of Lima, in
// which the weekly minimums of TikTok and YouTube are counted. Year is
// the ISO year, which in the days around New Year is not that of the date. The
// zero Week means "no week".
type Week struct {
	Year   int
	Number int
}

// WeekOf returns the Lima week of an instant.
func WeekOf(t time.Time) Week { return DayOf(t).InWeek() }

// InWeek returns the ISO week d falls in.
func (d Day) InWeek() Week {
	if d.IsZero() {
		return Week{}
	}
	n := d.epoch()
	thursday := n - mondayBased(n) + 3 // A week is of the year of its Thursday.
	year := fromEpoch(thursday).Year
	return Week{year, (thursday-Day{year, time.January, 1}.epoch())/7 + 1}
}

// IsZero reports that w is "no week".
func (w Week) IsZero() bool { return w == Week{} }

// mondayEpoch counts days; 4 January is always in week 1.
func (w Week) mondayEpoch() int {
	fourth := Day{w.Year, time.January, 4}.epoch()
	return fourth - mondayBased(fourth) + (w.Number-1)*7
}

// Monday returns the first day of the week.
func (w Week) Monday() Day {
	if w.IsZero() {
		return Day{}
	}
	return fromEpoch(w.mondayEpoch())
}

// Sunday returns the last day of the week, when its compliance is final.
func (w Week) Sunday() Day { return w.Monday().AddDays(6) }

// Days returns the week from Monday to Sunday.
func (w Week) Days() [7]Day {
	var days [7]Day
	monday := w.Monday()
	for i := range days {
		days[i] = monday.AddDays(i)
	}
	return days
}

// Next returns the week after w.
func (w Week) Next() Week { return w.Monday().AddDays(7).InWeek() }

// Prev returns the week before w.
func (w Week) Prev() Week { return w.Monday().AddDays(-7).InWeek() }

// Month returns the month that answers for the week: that of its Sunday
//
func (w Week) Month() Month { return w.Sunday().InMonth() }

// Contains reports that d falls in the week.
func (w Week) Contains(d Day) bool { return d.InWeek() == w && !w.IsZero() }

// Compare returns -1, 0 or 1 as w comes before, is or comes after o.
func (w Week) Compare(o Week) int {
	if c := cmp.Compare(w.Year, o.Year); c != 0 {
		return c
	}
	return cmp.Compare(w.Number, o.Number)
}

// String returns the ISO form "2026-W48", or "" for the zero Week.
func (w Week) String() string {
	if w.IsZero() {
		return ""
	}
	b := append(appendPadded(make([]byte, 0, 8), w.Year, 4), "-W"...)
	return string(appendPadded(b, w.Number, 2))
}

// Label returns "semana 48 (23/11–29/11)", or "" for the zero Week.
func (w Week) Label() string {
	if w.IsZero() {
		return ""
	}
	return "semana " + strconv.Itoa(w.Number) + " (" + w.Monday().Short() + "–" + w.Sunday().Short() + ")"
}
