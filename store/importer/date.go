package importer

import (
	"math"
	"strconv"
	"strings"
	"time"

	"faro/model/calendar"
)

// stamp is a date as a cell writes it, before it is known which number is the
// day, and the time of day.
type stamp struct {
	year  int // 0: not told
	month time.Month
	day   int
	// first and second are the numbers of 03/08/2026 in place of month and day.
	first, second int
	serial        bool // a number of days of Excel

	timed  bool
	sec    int // second of the day
	zoned  bool
	offset int // seconds east of UTC
}

// maxDate bounds the text of a date, in bytes.
const maxDate = 64

// readStamp reads the dates of the networks, in English and Spanish, and those
// that Excel makes of them: 08/31/2026 22:30, 31/8/26 10:30 p. m., Aug 31, 2026,
// «Mon, Aug 31, 2026», 31 de agosto, 31-ago-26, 2026-08-31T22:30:00Z.
func readStamp(s string) (stamp, bool) {
	if len(s) > maxDate {
		return stamp{}, false
	}
	var st stamp
	date, ok := st.takeClock(tokens(s))
	if !ok {
		return stamp{}, false
	}
	return st, st.takeDate(date)
}

// takeDate reads what is left: numbers, and the name of a month perhaps.
func (st *stamp) takeDate(toks []token) bool {
	var numbers []token
	for _, t := range toks {
		switch {
		case t.n >= 0:
			numbers = append(numbers, t)
		case filler(t.text):
		default:
			m, ok := monthNamed(t.text)
			if !ok || st.month != 0 {
				return false
			}
			st.month = m
		}
	}
	if st.month != 0 {
		return st.namedDate(numbers)
	}
	return st.numericDate(numbers)
}

// namedDate takes the day and the year beside the name of a month.
func (st *stamp) namedDate(numbers []token) bool {
	switch {
	case len(numbers) == 1:
		st.day = numbers[0].n
		return st.day >= 1 && st.day <= 31
	case len(numbers) != 2:
		return false
	}
	day, year := numbers[0], numbers[1]
	if len(day.text) == 4 { // 2026 Aug 31
		day, year = year, day
	}
	st.day, st.year = day.n, fullYear(year)
	return st.existing(st.month, st.day)
}

// numericDate takes 2026-08-31, or keeps 08/31/2026 undecided.
func (st *stamp) numericDate(numbers []token) bool {
	if len(numbers) != 3 {
		return false
	}
	a, b, c := numbers[0], numbers[1], numbers[2]
	if len(a.text) == 4 {
		st.year, st.month, st.day = a.n, time.Month(b.n), c.n
		return st.existing(st.month, st.day)
	}
	st.first, st.second, st.year = a.n, b.n, fullYear(c)
	return st.existing(time.Month(a.n), b.n) || st.existing(time.Month(b.n), a.n)
}

func (st *stamp) existing(month time.Month, day int) bool {
	return st.year >= 2000 && st.year < 2100 && calendar.NewDay(st.year, month, day).Valid()
}

func fullYear(t token) int {
	if len(t.text) == 2 {
		return 2000 + t.n
	}
	return t.n
}

// filler holds for the words and marks of a date that say nothing: the names
// of the days of the week among them.
func filler(s string) bool {
	switch s {
	case ",", "/", "-", ".", "de", "del",
		"mon", "tue", "wed", "thu", "fri", "sat", "sun",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"lun", "mie", "jue", "vie", "sab", "dom",
		"lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo":
		return true
	}
	return false
}

// monthNamed knows the months of English and Spanish, whole or cut to three
// letters or more.
func monthNamed(s string) (time.Month, bool) {
	names := [...]string{
		"january enero", "february febrero", "march marzo", "april abril", "may mayo", "june junio",
		"july julio", "august agosto", "september septiembre setiembre", "october octubre",
		"november noviembre", "december diciembre",
	}
	if len(s) < 3 {
		return 0, false
	}
	for i, both := range names {
		for name := range strings.FieldsSeq(both) {
			if strings.HasPrefix(name, s) {
				return time.Month(i + 1), true
			}
		}
	}
	return 0, false
}

// reading is in how many ways a date can be read.
type reading uint8

const (
	noReading  reading = iota // no such day
	oneReading                // only one day
	twoReadings
)

// on is the day a stamp stands for. Where it has two readings the order
// decides; a date that fits only one order is that day, whatever the order.
func (st stamp) on(order DateOrder) (calendar.Day, reading) {
	if st.first == 0 {
		d := calendar.NewDay(st.year, st.month, st.day)
		if !d.Valid() {
			return calendar.Day{}, noReading
		}
		return d, oneReading
	}
	dayFirst, monthFirst := st.both()
	switch {
	case !monthFirst.Valid():
		return dayFirst, oneReading
	case !dayFirst.Valid(), dayFirst == monthFirst:
		return monthFirst, oneReading
	case order == DayFirst:
		return dayFirst, twoReadings
	case order == MonthFirst:
		return monthFirst, twoReadings
	}
	return calendar.Day{}, twoReadings
}

// both gives the two readings of 03/08/2026, either of which may not exist.
func (st stamp) both() (dayFirst, monthFirst calendar.Day) {
	return calendar.NewDay(st.year, time.Month(st.second), st.first),
		calendar.NewDay(st.year, time.Month(st.first), st.second)
}

// serialStamp reads a number of days of Excel. Excel in Spanish makes 8 March
// of the 08/03/2026 of a file that means 3 August and leaves 08/31/2026 as text,
// so a serial is read as the day/month/year that Excel shows for it.
func serialStamp(s string, from1904 bool) (stamp, bool) {
	f, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || math.IsNaN(f) {
		return stamp{}, false
	}
	if from1904 {
		f += 1462
	}
	if f < 36526 || f >= 73051 { // 2000 to 2099
		return stamp{}, false
	}
	total := int64(math.Round(f * 86400))
	d := calendar.NewDay(1899, time.December, 30).AddDays(int(total / 86400))
	return stamp{
		serial: true, year: d.Year, first: d.Day, second: int(d.Month),
		timed: total%86400 != 0, sec: int(total % 86400),
	}, true
}
