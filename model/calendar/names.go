package calendar

import (
	"strings"
	"time"
)

var weekdays = [...]string{"dom", "lun", "mar", "mié", "jue", "vie", "sáb"}

// Both spellings of September are right in Peru; the one with p is what the
// platforms' files and most state documents print. Readers take either.
var months = [...]string{
	"enero", "febrero", "marzo", "abril", "mayo", "junio",
	"julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
}

var romans = [...]string{"I", "II", "III", "IV"}

// Weekday3 returns the weekday in three letters, "lun", or "" for a weekday
// that does not exist.
func Weekday3(w time.Weekday) string {
	if w < time.Sunday || w > time.Saturday {
		return ""
	}
	return weekdays[w]
}

// monthName returns "" for a month that does not exist.
func monthName(m time.Month) string {
	if m < time.January || m > time.December {
		return ""
	}
	return months[m-1]
}

// monthNamed finds a month by its name or the first three letters or more of
// it, in lower case: "noviembre", "nov", "set", "setiembre".
func monthNamed(s string) (time.Month, bool) {
	if len(s) < 3 {
		return 0, false
	}
	for i, name := range months {
		if strings.HasPrefix(name, s) {
			return time.Month(i + 1), true
		}
	}
	if strings.HasPrefix("setiembre", s) {
		return time.September, true
	}
	return 0, false
}
