package calendar

import (
	"strconv"
	"strings"
	"time"
)

// The years a person can mean in this work. Further ones are slips of the
// finger, such as 0226.
const (
	minTypedYear = 1900
	maxTypedYear = 2100
)

// ReadDay reads a day as a person types it: 23/11/2026, 23-11-26, 23/11 (of
// today's year), 23 (of today's month), hoy, ayer, anteayer, mañana, and the
// ISO form. The error is one Spanish sentence that says what to type.
func ReadDay(s string, today Day) (Day, error) {
	if len(s) > maxTyped {
		return Day{}, dayHint(today)
	}
	s = strings.ToLower(strings.TrimSpace(s))
	if offset, ok := relativeDay(s); ok && today.Valid() {
		return today.AddDays(offset), nil
	}
	d, ok := typedDay(s, today)
	if !ok {
		return Day{}, dayHint(today)
	}
	return existing(d)
}

func relativeDay(s string) (offset int, ok bool) {
	switch s {
	case "hoy":
		return 0, true
	case "ayer":
		return -1, true
	case "anteayer", "antier":
		return -2, true
	case "mañana", "manana":
		return 1, true
	}
	return 0, false
}

// typedDay finds the numbers; whether the day exists is not its question.
func typedDay(s string, today Day) (Day, bool) {
	if year, month, day, ok := isoDay(s); ok {
		return Day{year, month, day}, true
	}
	parts := strings.Split(strings.NewReplacer("-", "/", ".", "/").Replace(s), "/")
	d := today
	ok := len(parts) == 3 || len(parts) < 3 && today.Valid()
	read := func(i, least, most int, into *int) {
		if ok && i < len(parts) {
			*into, ok = digits(strings.TrimSpace(parts[i]), least, most)
		}
	}
	month := int(today.Month)
	read(0, 1, 2, &d.Day)
	read(1, 1, 2, &month)
	if len(parts) == 3 {
		year, okYear := typedYear(strings.TrimSpace(parts[2]))
		d.Year, ok = year, ok && okYear
	}
	d.Month = time.Month(month)
	return d, ok
}

// typedYear reads 2026 or 26.
func typedYear(s string) (int, bool) {
	if n, ok := digits(s, 2, 2); ok {
		return 2000 + n, true
	}
	return digits(s, 4, 4)
}

// existing refuses a day that is not in the calendar and says why.
func existing(d Day) (Day, error) {
	last := daysIn(d.Year, d.Month)
	switch {
	case d.Year < minTypedYear || d.Year > maxTypedYear:
		return Day{}, yearHint()
	case last == 0:
		return Day{}, &ReadError{"El mes va del 1 al 12: escriba la fecha como día/mes/año, por ejemplo 23/11/2026."}
	case d.Day < 1 || d.Day > last:
		return Day{}, &ReadError{"Ese día no existe: escriba un día del 1 al " + strconv.Itoa(last) +
			" para " + monthName(d.Month) + " de " + strconv.Itoa(d.Year) + "."}
	}
	return d, nil
}

// dayHint gives an example that fits the day it is read on.
func dayHint(today Day) error {
	if !today.Valid() {
		today = Day{2026, time.November, 23}
	}
	return &ReadError{"Escriba la fecha como día/mes/año, por ejemplo " + today.Slashed() + ", o bien «hoy» o «ayer»."}
}

func yearHint() error {
	return &ReadError{"Escriba un año entre " + strconv.Itoa(minTypedYear) + " y " + strconv.Itoa(maxTypedYear) + ", por ejemplo 2026."}
}

// ReadMonth reads a month as a person types it: 11/2026, 2026-11, noviembre
// (of today's year), nov 2026, noviembre de 2026, 11. The error is one Spanish
// sentence that says what to type.
func ReadMonth(s string, today Day) (Month, error) {
	if len(s) <= maxTyped {
		if m, ok := typedMonth(strings.ToLower(strings.TrimSpace(s)), today); ok {
			if m.Year < minTypedYear || m.Year > maxTypedYear {
				return Month{}, yearHint()
			}
			return m, nil
		}
	}
	return Month{}, &ReadError{"Escriba el mes como 11/2026 o como «noviembre 2026»."}
}

// monthWords splits «nov. 26», 11/2026 and «noviembre de 2026» in two.
func monthWords(s string) []string {
	words := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" /-.", r) })
	if len(words) == 3 && (words[1] == "de" || words[1] == "del") {
		return []string{words[0], words[2]}
	}
	return words
}

func typedMonth(s string, today Day) (Month, bool) {
	if m, err := ParseMonth(s); err == nil {
		return m, true
	}
	words := monthWords(s)
	m, ok := Month{Year: today.Year}, false
	switch len(words) {
	case 1:
		ok = today.Valid()
	case 2:
		m.Year, ok = typedYear(words[1])
	}
	if !ok {
		return Month{}, false
	}
	if number, isNumber := digits(words[0], 1, 2); isNumber {
		m.Month = time.Month(number)
	} else {
		m.Month, ok = monthNamed(words[0])
	}
	return m, ok && daysIn(m.Year, m.Month) > 0
}
