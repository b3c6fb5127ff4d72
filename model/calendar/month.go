package calendar

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Month is a calendar month of Lima. The zero Month means "no month".
type Month struct {
	Year  int
	Month time.Month
}

// MonthOf returns the Lima month of an instant.
func MonthOf(t time.Time) Month { return DayOf(t).InMonth() }

// ParseMonth reads "2026-11", and nothing else.
func ParseMonth(s string) (Month, error) {
	if len(s) == len("2006-01") && s[4] == '-' {
		year, okYear := digits(s[:4], 4, 4)
		month, okMonth := digits(s[5:], 2, 2)
		if m := (Month{year, time.Month(month)}); okYear && okMonth && m.Valid() {
			return m, nil
		}
	}
	return Month{}, &ReadError{"El mes no es válido: escríbalo como AAAA-MM, por ejemplo 2026-11."}
}

// IsZero reports that m is "no month".
func (m Month) IsZero() bool { return m == Month{} }

// Valid reports that the month exists, in the years 1 to 9999.
func (m Month) Valid() bool { return m.First().Valid() }

// First returns the first day of the month.
func (m Month) First() Day {
	if m.IsZero() {
		return Day{}
	}
	return Day{m.Year, m.Month, 1}
}

// Last returns the last day of the month.
func (m Month) Last() Day {
	if m.IsZero() {
		return Day{}
	}
	return Day{m.Year, m.Month, daysIn(m.Year, m.Month)}
}

// Days returns the days of the month in order.
func (m Month) Days() []Day {
	days := make([]Day, daysIn(m.Year, m.Month))
	for i := range days {
		days[i] = Day{m.Year, m.Month, i + 1}
	}
	return days
}

// AddMonths returns the month n months later, or earlier for a negative n.
func (m Month) AddMonths(n int) Month {
	if m.IsZero() {
		return m
	}
	index := m.Year*12 + int(m.Month) - 1 + n
	return Month{floorDiv(index, 12), time.Month(floorMod(index, 12) + 1)}
}

// Next returns the month after m.
func (m Month) Next() Month { return m.AddMonths(1) }

// Prev returns the month before m.
func (m Month) Prev() Month { return m.AddMonths(-1) }

// Quarter returns the calendar quarter of the month.
func (m Month) Quarter() Quarter {
	if m.IsZero() {
		return Quarter{}
	}
	return Quarter{m.Year, (int(m.Month)-1)/3 + 1}
}

// Contains reports that d falls in the month.
func (m Month) Contains(d Day) bool { return d.InMonth() == m && !m.IsZero() }

// Compare returns -1, 0 or 1 as m comes before, is or comes after o.
func (m Month) Compare(o Month) int {
	if c := cmp.Compare(m.Year, o.Year); c != 0 {
		return c
	}
	return cmp.Compare(m.Month, o.Month)
}

// Before reports that m comes before o.
func (m Month) Before(o Month) bool { return m.Compare(o) < 0 }

// String returns "2026-11", or "" for the zero Month.
func (m Month) String() string {
	if m.IsZero() {
		return ""
	}
	b := appendPadded(make([]byte, 0, 7), m.Year, 4)
	return string(appendPadded(append(b, '-'), int(m.Month), 2))
}

// Name returns "noviembre", or "" for the zero Month.
func (m Month) Name() string { return monthName(m.Month) }

// Title returns "Noviembre 2026", or "" for the zero Month.
func (m Month) Title() string {
	name := m.Name()
	if name == "" {
		return ""
	}
	return strings.ToUpper(name[:1]) + name[1:] + " " + strconv.Itoa(m.Year)
}

// MarshalText writes "2026-11", and nothing for the zero Month.
func (m Month) MarshalText() ([]byte, error) {
	if m.IsZero() {
		return []byte{}, nil
	}
	if !m.Valid() {
		return nil, fmt.Errorf("write month: %d-%d does not exist", m.Year, m.Month)
	}
	return []byte(m.String()), nil
}

// UnmarshalText reads "2026-11"; empty text is the zero Month.
func (m *Month) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*m = Month{}
		return nil
	}
	read, err := ParseMonth(string(text))
	if err != nil {
		return err
	}
	*m = read
	return nil
}
