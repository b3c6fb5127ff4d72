package calendar

import "time"

// The arithmetic of days runs on plain integers, days since 1970-01-01 in the
// proleptic Gregorian calendar. Boards walk years of days in hot loops, where
// time.Date with a location is an order of magnitude slower.

const (
	daysPerEra   = 146097 // Days in 400 years.
	epochShift   = 719468 // Days from 0000-03-01 to 1970-01-01.
	epochWeekday = 3      // 1970-01-01 was a Thursday; Monday is 0.
)

// epoch counts the days from 1970-01-01 to d. Years are taken to begin in
// March, so the leap day is the last of its year and needs no special case.
func (d Day) epoch() int {
	year, month := d.Year, int(d.Month)
	if month <= 2 {
		year--
		month += 12
	}
	era := floorDiv(year, 400)
	yearOfEra := year - era*400
	dayOfYear := (153*(month-3)+2)/5 + d.Day - 1
	return era*daysPerEra + yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear - epochShift
}

// fromEpoch is the inverse of epoch.
func fromEpoch(n int) Day {
	n += epochShift
	era := floorDiv(n, daysPerEra)
	dayOfEra := n - era*daysPerEra
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/(daysPerEra-1)) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	shifted := (5*dayOfYear + 2) / 153 // Months since March.
	d := Day{Year: yearOfEra + era*400, Month: time.Month(shifted + 3), Day: dayOfYear - (153*shifted+2)/5 + 1}
	if d.Month > time.December {
		d.Month -= 12
		d.Year++
	}
	return d
}

// mondayBased gives 0 for a Monday and 6 for a Sunday.
func mondayBased(epoch int) int { return floorMod(epoch+epochWeekday, 7) }

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func floorMod(a, b int) int { return a - floorDiv(a, b)*b }

// daysIn gives the length of a month, 0 for a month that does not exist.
func daysIn(year int, month time.Month) int {
	switch month {
	case time.January, time.March, time.May, time.July, time.August, time.October, time.December:
		return 31
	case time.April, time.June, time.September, time.November:
		return 30
	case time.February:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 0
}
