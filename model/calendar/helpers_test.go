package calendar_test

import (
	"testing"
	"time"

	"faro/model/calendar"
)

// day reads an ISO date the test itself has written.
func day(tb testing.TB, iso string) calendar.Day {
	tb.Helper()
	d, err := calendar.ParseDay(iso)
	if err != nil {
		tb.Fatalf("ParseDay(%q) = %v", iso, err)
	}
	return d
}

// utc reads an RFC 3339 instant the test itself has written.
func utc(tb testing.TB, s string) time.Time {
	tb.Helper()
	at, err := time.Parse(time.RFC3339, s)
	if err != nil {
		tb.Fatal(err)
	}
	return at.UTC()
}
