// Package calendar holds the civil dates in which the Directive counts: days,
// ISO weeks, months and quarters of America/Lima, Peru's national holidays and
// the business days between them. The zone of the machine never matters, and
// every reading of a text a person types ends in one Spanish sentence when it
// fails.
package calendar

import (
	"sync"
	"time"
	_ "time/tzdata" // The program runs on Windows and in bare containers, which carry no zone data.
)

// loadLima is lazy so that start-up pays nothing for it.
var loadLima = sync.OnceValue(func() *time.Location {
	loc, err := time.LoadLocation("America/Lima")
	if err != nil {
		// Unreachable while tzdata is embedded. Peru has kept −05:00 without
		// summer time since 1994, so this answer is right all the same.
		return time.FixedZone("-05", -5*60*60)
	}
	return loc
})

// Lima returns the America/Lima zone. It is loaded on first use and shared.
func Lima() *time.Location { return loadLima() }

// DayOf returns the Lima civil day of an instant. The zero time is "no
// instant" and gives the zero Day.
func DayOf(t time.Time) Day {
	if t.IsZero() {
		return Day{}
	}
	year, month, day := t.In(Lima()).Date()
	return Day{year, month, day}
}

// At returns the instant, in UTC, at which Lima clocks show hour:min:sec on d.
// The zero Day gives the zero time.
func (d Day) At(hour, minute, sec int) time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(d.Year, d.Month, d.Day, hour, minute, sec, 0, Lima()).UTC()
}

// Start returns the first second of d in Lima, 00:00:00, as an instant in UTC.
func (d Day) Start() time.Time { return d.At(0, 0, 0) }

// End returns the last second of d in Lima, 23:59:59, as an instant in UTC.
// Duties fall due until that second included.
func (d Day) End() time.Time { return d.At(23, 59, 59) }
