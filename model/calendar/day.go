package calendar

import (
	"cmp"
	"fmt"
	"strconv"
	"time"
)

// The years a Day can be written with: four digits, and no year zero.
const (
	minYear = 1
	maxYear = 9999
)

// Day is a calendar date of Lima without a clock, so that "due today" cannot
// move with a time zone. Days are comparable with == and usable as map keys.
// The zero Day means "no day"; it sorts before every other and stays the zero
// Day whatever is added to it.
type Day struct {
	Year  int
	Month time.Month
	Day   int
}

// NewDay returns the day as given. It normalises nothing: 30 February stays
// 30 February, and Valid tells.
func NewDay(year int, month time.Month, day int) Day { return Day{year, month, day} }

// ParseDay reads an ISO date, 2006-01-02, and nothing else.
func ParseDay(s string) (Day, error) {
	year, month, day, ok := isoDay(s)
	if d := NewDay(year, month, day); ok && d.Valid() {
		return d, nil
	}
	return Day{}, &ReadError{"La fecha no es válida: escríbala como AAAA-MM-DD, por ejemplo 2026-11-23."}
}

func isoDay(s string) (year int, month time.Month, day int, ok bool) {
	if len(s) != len("2006-01-02") || s[4] != '-' || s[7] != '-' {
		return 0, 0, 0, false
	}
	year, okYear := digits(s[:4], 4, 4)
	m, okMonth := digits(s[5:7], 2, 2)
	day, okDay := digits(s[8:], 2, 2)
	return year, time.Month(m), day, okYear && okMonth && okDay
}

// IsZero reports that d is "no day".
func (d Day) IsZero() bool { return d == Day{} }

// Valid reports that the date exists, in the years 1 to 9999. The zero Day is
// not valid.
func (d Day) Valid() bool {
	return d.Year >= minYear && d.Year <= maxYear && d.Day >= 1 && d.Day <= daysIn(d.Year, d.Month)
}

// String returns the ISO form "2026-11-23", or "" for the zero Day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return string(d.appendISO(make([]byte, 0, 10)))
}

func (d Day) appendISO(b []byte) []byte {
	b = appendPadded(b, d.Year, 4)
	b = append(b, '-')
	b = appendPadded(b, int(d.Month), 2)
	b = append(b, '-')
	return appendPadded(b, d.Day, 2)
}

// Slashed returns the day as documents print it, "23/11/2026", or ""
// for the zero Day.
func (d Day) Slashed() string {
	if d.IsZero() {
		return ""
	}
	return string(d.appendSlashed(make([]byte, 0, 10)))
}

func (d Day) appendSlashed(b []byte) []byte {
	b = append(d.appendShort(b), '/')
	return appendPadded(b, d.Year, 4)
}

// Short returns "23/11", or "" for the zero Day.
func (d Day) Short() string {
	if d.IsZero() {
		return ""
	}
	return string(d.appendShort(make([]byte, 0, 5)))
}

func (d Day) appendShort(b []byte) []byte {
	b = append(appendPadded(b, d.Day, 2), '/')
	return appendPadded(b, int(d.Month), 2)
}

// Label returns the day with its weekday, "lun 23/11/2026", or "" for the zero
// Day.
func (d Day) Label() string {
	if d.IsZero() {
		return ""
	}
	b := append(make([]byte, 0, 16), Weekday3(d.Weekday())...)
	return string(d.appendSlashed(append(b, ' ')))
}

// Long returns the day as a letter writes it, "23 de noviembre de 2026", or ""
// for the zero Day.
func (d Day) Long() string {
	if d.IsZero() {
		return ""
	}
	return strconv.Itoa(d.Day) + " de " + monthName(d.Month) + " de " + strconv.Itoa(d.Year)
}

// Compare returns -1, 0 or 1 as d falls before, on or after o.
func (d Day) Compare(o Day) int {
	if c := cmp.Compare(d.Year, o.Year); c != 0 {
		return c
	}
	if c := cmp.Compare(d.Month, o.Month); c != 0 {
		return c
	}
	return cmp.Compare(d.Day, o.Day)
}

// Before reports that d falls before o.
func (d Day) Before(o Day) bool { return d.Compare(o) < 0 }

// After reports that d falls after o.
func (d Day) After(o Day) bool { return d.Compare(o) > 0 }

// AddDays returns the day n days later, or earlier for a negative n.
func (d Day) AddDays(n int) Day {
	if d.IsZero() {
		return d
	}
	return fromEpoch(d.epoch() + n)
}

// AddMonths returns the same day n months later, clamped to the last day of a
// shorter month: 31 January and one month is 28 or 29 February.
func (d Day) AddMonths(n int) Day {
	if d.IsZero() {
		return d
	}
	m := d.InMonth().AddMonths(n)
	return Day{m.Year, m.Month, min(d.Day, daysIn(m.Year, m.Month))}
}

// Sub returns the whole days from o to d, d − o. A difference with the zero
// Day has no meaning and is 0.
func (d Day) Sub(o Day) int {
	if d.IsZero() || o.IsZero() {
		return 0
	}
	return d.epoch() - o.epoch()
}

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday {
	return time.Weekday((mondayBased(d.epoch()) + 1) % 7)
}

// InMonth returns the month d falls in.
func (d Day) InMonth() Month { return Month{d.Year, d.Month} }

// InQuarter returns the calendar quarter d falls in.
func (d Day) InQuarter() Quarter { return d.InMonth().Quarter() }

// MarshalText writes the ISO form, and nothing for the zero Day. A date that
// does not exist is refused: it could not be read back.
func (d Day) MarshalText() ([]byte, error) {
	if d.IsZero() {
		return []byte{}, nil
	}
	if !d.Valid() {
		return nil, fmt.Errorf("write day: %d-%d-%d does not exist", d.Year, d.Month, d.Day)
	}
	return d.appendISO(make([]byte, 0, 10)), nil
}

// UnmarshalText reads the ISO form; empty text is the zero Day.
func (d *Day) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Day{}
		return nil
	}
	read, err := ParseDay(string(text))
	if err != nil {
		return err
	}
	*d = read
	return nil
}
