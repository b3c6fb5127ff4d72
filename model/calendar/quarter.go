package calendar

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Quarter is a calendar quarter, the period of the report to the SCS (art.
// 6.3.2, A-13). Number goes from 1 to 4. The zero Quarter means "no quarter".
type Quarter struct {
	Year   int
	Number int
}

// QuarterOf returns the Lima quarter of an instant.
func QuarterOf(t time.Time) Quarter { return DayOf(t).InQuarter() }

// ParseQuarter reads "2026-T4" and the other ways people and files write it:
// 2026T4, 2026-Q4, T4-2026, 4/2026, in either case. A year followed by a bare
// number is refused, because 2026-4 is April to most readers.
func ParseQuarter(s string) (Quarter, error) {
	year, number, ok := "", "", false
	if s = strings.ToUpper(strings.TrimSpace(s)); len(s) <= len("2026-T4") && len(s) >= len("2026T4") {
		if year, number, ok = quarterParts(s); ok {
			y, okYear := digits(year, 4, 4)
			n, okNumber := digits(number, 1, 1)
			if q := (Quarter{y, n}); okYear && okNumber && q.Valid() {
				return q, nil
			}
		}
	}
	return Quarter{}, &ReadError{"El trimestre no es válido: escríbalo como AAAA-T y un número del 1 al 4, por ejemplo 2026-T4."}
}

// quarterParts splits an upper-case text of six or seven bytes into its year
// and its number.
func quarterParts(s string) (year, number string, ok bool) {
	last := len(s) - 1
	if lettered(s[0]) { // T4-2026, T42026.
		return strings.TrimLeft(s[2:], "-/ "), s[1:2], true
	}
	if lettered(s[last-1]) { // 2026-T4, 2026T4.
		return strings.TrimRight(s[:last-1], "-/ "), s[last:], true
	}
	if s[1] == '/' || s[1] == '-' { // 4/2026.
		return s[2:], s[:1], true
	}
	return "", "", false
}

func lettered(c byte) bool { return c == 'T' || c == 'Q' }

// IsZero reports that q is "no quarter".
func (q Quarter) IsZero() bool { return q == Quarter{} }

// Valid reports that the quarter exists, in the years 1 to 9999.
func (q Quarter) Valid() bool {
	return q.Year >= minYear && q.Year <= maxYear && q.Number >= 1 && q.Number <= 4
}

// Months returns the three months of the quarter: MES 1, MES 2 and MES 3 of
// Annex 3.
func (q Quarter) Months() [3]Month {
	if q.IsZero() {
		return [3]Month{}
	}
	first := Month{q.Year, time.Month(q.Number*3 - 2)}
	return [3]Month{first, first.AddMonths(1), first.AddMonths(2)}
}

// First returns the first day of the quarter.
func (q Quarter) First() Day { return q.Months()[0].First() }

// Last returns the last day of the quarter.
func (q Quarter) Last() Day { return q.Months()[2].Last() }

// Next returns the quarter after q.
func (q Quarter) Next() Quarter { return q.add(1) }

// Prev returns the quarter before q.
func (q Quarter) Prev() Quarter { return q.add(-1) }

func (q Quarter) add(n int) Quarter {
	if q.IsZero() {
		return q
	}
	index := q.Year*4 + q.Number - 1 + n
	return Quarter{floorDiv(index, 4), floorMod(index, 4) + 1}
}

// Contains reports that d falls in the quarter.
func (q Quarter) Contains(d Day) bool { return d.InQuarter() == q && !q.IsZero() }

// Compare returns -1, 0 or 1 as q comes before, is or comes after o.
func (q Quarter) Compare(o Quarter) int {
	if c := cmp.Compare(q.Year, o.Year); c != 0 {
		return c
	}
	return cmp.Compare(q.Number, o.Number)
}

// String returns "2026-T4", or "" for the zero Quarter.
func (q Quarter) String() string {
	if q.IsZero() {
		return ""
	}
	b := append(appendPadded(make([]byte, 0, 7), q.Year, 4), "-T"...)
	return string(strconv.AppendInt(b, int64(q.Number), 10))
}

// Roman returns the number as documents write it, "IV", or "" for a quarter
// that does not exist.
func (q Quarter) Roman() string {
	if q.Number < 1 || q.Number > len(romans) {
		return ""
	}
	return romans[q.Number-1]
}

// Title returns "IV Trimestre 2026", or "" for the zero Quarter.
func (q Quarter) Title() string {
	if q.IsZero() {
		return ""
	}
	return q.Roman() + " Trimestre " + strconv.Itoa(q.Year)
}

// MarshalText writes "2026-T4", and nothing for the zero Quarter.
func (q Quarter) MarshalText() ([]byte, error) {
	if q.IsZero() {
		return []byte{}, nil
	}
	if !q.Valid() {
		return nil, fmt.Errorf("write quarter: %d-T%d does not exist", q.Year, q.Number)
	}
	return []byte(q.String()), nil
}

// UnmarshalText reads any form ParseQuarter takes; empty text is the zero
// Quarter.
func (q *Quarter) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*q = Quarter{}
		return nil
	}
	read, err := ParseQuarter(string(text))
	if err != nil {
		return err
	}
	*q = read
	return nil
}
