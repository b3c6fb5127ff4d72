package calendar

import "time"

// Business counts business days: Monday to Friday without the national
// holidays and without the days the Government adds by decree each year
// («días no laborables»), which the user keeps.
type Business struct {
	Extra []Holiday // Days without work added by decree, in any order.
}

// Holiday tells which holiday d is: a national one or one of the added days.
// A plain Saturday or Sunday is not a holiday.
func (b Business) Holiday(d Day) (string, bool) {
	if name, ok := HolidayName(d); ok {
		return name, true
	}
	if d.IsZero() {
		return "", false
	}
	for _, h := range b.Extra {
		if h.Day == d {
			return h.Name, true
		}
	}
	return "", false
}

// IsBusinessDay reports that the offices of the State work on d. The zero Day
// is no business day.
func (b Business) IsBusinessDay(d Day) bool {
	if d.IsZero() {
		return false
	}
	if w := d.Weekday(); w == time.Saturday || w == time.Sunday {
		return false
	}
	_, off := b.Holiday(d)
	return !off
}

// AddDays returns the n-th business day after d; d itself is not counted, as
// administrative terms run from the day after. A negative n
// counts backwards, and 0 gives d. Past the years 1 to 9999 there is no such
// day and the zero Day is returned.
func (b Business) AddDays(d Day, n int) Day {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for n > 0 {
		if d = d.AddDays(step); !d.Valid() {
			return Day{}
		}
		if b.IsBusinessDay(d) {
			n--
		}
	}
	return d
}
