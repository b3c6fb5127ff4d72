package calendar

import (
	"strings"
	"time"
)

// Clock returns the Lima clock of an instant, "14:05", or "" for the zero
// time. Seconds are dropped, not rounded: 23:59:59 is still its own day.
func Clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return string(appendClock(make([]byte, 0, 5), t.In(Lima())))
}

// Stamp returns the Lima day and clock of an instant, "23/11/2026 14:05", or
// "" for the zero time.
func Stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	b := DayOf(t).appendSlashed(make([]byte, 0, 16))
	return string(appendClock(append(b, ' '), t.In(Lima())))
}

func appendClock(b []byte, lima time.Time) []byte {
	b = append(appendPadded(b, lima.Hour(), 2), ':')
	return appendPadded(b, lima.Minute(), 2)
}

// ParseStamp reads a Lima day and clock, "2026-11-23 14:05", also with
// seconds, also without a clock for the first second of the day, and returns
// the instant in UTC.
func ParseStamp(s string) (time.Time, error) {
	date, clock, timed := strings.Cut(s, " ")
	d, err := ParseDay(date)
	if err == nil && !timed {
		return d.Start(), nil
	}
	if h, m, sec, ok := colonClock(clock); err == nil && ok && len(clock) >= len("15:04") {
		return d.At(h, m, sec), nil
	}
	return time.Time{}, &ReadError{"La fecha y hora no son válidas: escríbalas como AAAA-MM-DD HH:MM, por ejemplo 2026-11-23 14:05."}
}

// ReadClock reads a clock a person types, 9:15, 0915, 915, 9 or 21:05:30, on a
// Lima day, and returns the instant in UTC.
func ReadClock(s string, day Day) (time.Time, error) {
	if day.Valid() && len(s) <= maxTyped {
		if h, m, sec, ok := typedClock(strings.TrimSpace(s)); ok {
			return day.At(h, m, sec), nil
		}
	}
	return time.Time{}, &ReadError{"Escriba la hora de Lima entre 00:00 y 23:59, por ejemplo 9:15, 0915 o 21:05:30."}
}

func typedClock(s string) (hour, minute, sec int, ok bool) {
	if strings.Contains(s, ":") {
		return colonClock(s)
	}
	n, ok := digits(s, 1, 4)
	if !ok {
		return 0, 0, 0, false
	}
	if len(s) <= 2 { // 9 is nine o'clock.
		n *= 100
	}
	return n / 100, n % 100, 0, n/100 < 24 && n%100 < 60
}

// colonClock reads 9:15, 09:15 and 21:05:30.
func colonClock(s string) (hour, minute, sec int, ok bool) {
	h, rest, _ := strings.Cut(s, ":")
	m, third, withSeconds := strings.Cut(rest, ":")
	hour, okHour := digits(h, 1, 2)
	minute, okMinute := digits(m, 2, 2)
	okSec := true
	if withSeconds {
		sec, okSec = digits(third, 2, 2)
	}
	ok = okHour && okMinute && okSec && hour < 24 && minute < 60 && sec < 60
	return hour, minute, sec, ok
}
