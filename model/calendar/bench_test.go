package calendar_test

import (
	"testing"

	"faro/model/calendar"
)

func BenchmarkDayOf(b *testing.B) {
	at := utc(b, "2026-12-01T04:59:30Z")
	for b.Loop() {
		calendar.DayOf(at)
	}
}

func BenchmarkYearOfDaysAndWeeks(b *testing.B) {
	first := day(b, "2026-01-01")
	for b.Loop() {
		for n := range 365 {
			first.AddDays(n).InWeek()
		}
	}
}

func BenchmarkBusinessTerm(b *testing.B) {
	from := day(b, "2026-03-20")
	for b.Loop() {
		calendar.Business{}.AddDays(from, 10)
	}
}
