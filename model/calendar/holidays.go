package calendar

import (
	"slices"
	"time"
)

// Holiday is a day without work and what it is for.
type Holiday struct {
	Day  Day    `json:"day"`
	Name string `json:"name"` // As the law or the decree names it, in Spanish.
}

// fixedHoliday is a national holiday with a date of its own.
type fixedHoliday struct {
	month time.Month
	day   int
	since int // First year it was kept; 0 for those of the law as enacted.
	name  string
}

// fixedHolidays are those of D.Leg. 713 art. 6 that do not move, in order.
// An added one counts from the first year in which its law was in force when
// the day came: Ley 31381 was published at the end of December 2021, after
// that year's 9 December, and Ley 31788 on 15 June 2023, after its 7 June.
var fixedHolidays = [...]fixedHoliday{
	{time.January, 1, 0, "Año Nuevo"},
	{time.May, 1, 0, "Día del Trabajo"},
	{time.June, 7, 2024, "Batalla de Arica y Día de la Bandera"}, // Ley 31788.
	{time.June, 29, 0, "San Pedro y San Pablo"},
	{time.July, 23, 2023, "Día de la Fuerza Aérea del Perú"}, // Ley 31822.
	{time.July, 28, 0, "Fiestas Patrias"},
	{time.July, 29, 0, "Fiestas Patrias"},
	{time.August, 6, 2022, "Batalla de Junín"}, // Ley 31530.
	{time.August, 30, 0, "Santa Rosa de Lima"},
	{time.October, 8, 0, "Combate de Angamos"},
	{time.November, 1, 0, "Todos los Santos"},
	{time.December, 8, 0, "Inmaculada Concepción"},
	{time.December, 9, 2022, "Batalla de Ayacucho"}, // Ley 31381.
	{time.December, 25, 0, "Navidad del Señor"},
}

// The two that move with Easter.
const (
	holyThursday = "Jueves Santo"
	goodFriday   = "Viernes Santo"
)

// Holidays returns the national holidays of a year in order: sixteen today,
// fewer before the laws that added the last four.
func Holidays(year int) []Holiday {
	easter := easterSunday(year)
	list := make([]Holiday, 0, len(fixedHolidays)+2)
	list = append(list, Holiday{easter.AddDays(-3), holyThursday}, Holiday{easter.AddDays(-2), goodFriday})
	for _, h := range fixedHolidays {
		if year >= h.since {
			list = append(list, Holiday{Day{year, h.month, h.day}, h.name})
		}
	}
	slices.SortFunc(list, func(a, b Holiday) int { return a.Day.Compare(b.Day) })
	return list
}

// HolidayName tells which national holiday d is, if it is one. It allocates
// nothing, for it is asked of every day of a term.
func HolidayName(d Day) (string, bool) {
	if d.IsZero() {
		return "", false
	}
	for _, h := range fixedHolidays {
		if d.Month == h.month && d.Day == h.day && d.Year >= h.since {
			return h.name, true
		}
	}
	// Easter falls from 22 March to 25 April, so its Thursday and Friday from
	// 19 March to 23 April.
	if d.Month != time.March && d.Month != time.April {
		return "", false
	}
	switch easterSunday(d.Year).Sub(d) {
	case 3:
		return holyThursday, true
	case 2:
		return goodFriday, true
	}
	return "", false
}

// easterSunday computes Easter of the Gregorian calendar by the method of
// Meeus, Jones and Butcher, which holds for every year without exceptions.
func easterSunday(year int) Day {
	golden := floorMod(year, 19)
	century, ofCentury := floorDiv(year, 100), floorMod(year, 100)
	moonShift := (century - (century+8)/25 + 1) / 3
	fullMoon := (19*golden + century - century/4 - moonShift + 15) % 30
	toSunday := (32 + 2*(century%4) + 2*(ofCentury/4) - fullMoon - ofCentury%4) % 7
	correction := (golden + 11*fullMoon + 22*toSunday) / 451
	n := fullMoon + toSunday - 7*correction + 114
	return Day{year, time.Month(n / 31), n%31 + 1}
}
