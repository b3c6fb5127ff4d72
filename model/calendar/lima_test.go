package calendar_test

import (
	"testing"
	"time"

	"faro/model/calendar"
)

// TestS05TheLastMinuteOfNovemberIsOfNovember: a post at 23:59:30 on 30/11 is
// already December in UTC.
func TestS05TheLastMinuteOfNovemberIsOfNovember(t *testing.T) {
	at := utc(t, "2026-12-01T04:59:30Z")
	if got := calendar.DayOf(at).String(); got != "2026-11-30" {
		t.Errorf("day = %s, want 2026-11-30", got)
	}
	if got := calendar.MonthOf(at).String(); got != "2026-11" {
		t.Errorf("month = %s, want 2026-11", got)
	}
	if got := calendar.QuarterOf(at).String(); got != "2026-T4" {
		t.Errorf("quarter = %s, want 2026-T4", got)
	}
	if got := calendar.WeekOf(at).String(); got != "2026-W49" {
		t.Errorf("week = %s, want 2026-W49", got)
	}
	if got := calendar.Stamp(at); got != "30/11/2026 23:59" {
		t.Errorf("stamp = %q, want 30/11/2026 23:59", got)
	}
	if got := calendar.Clock(at); got != "23:59" {
		t.Errorf("clock = %q, want 23:59", got)
	}
}

// TestS26TheLastPostOfTheYearIsOfDecember: 31/12/2026 23:30 in Lima.
func TestS26TheLastPostOfTheYearIsOfDecember(t *testing.T) {
	at := utc(t, "2027-01-01T04:30:00Z")
	if got := calendar.QuarterOf(at).Title(); got != "IV Trimestre 2026" {
		t.Errorf("quarter = %q, want IV Trimestre 2026", got)
	}
}

// TestS29PacificTimesLandOnTheirLimaDay uses the two instants of Meta's file.
func TestS29PacificTimesLandOnTheirLimaDay(t *testing.T) {
	for at, want := range map[string]string{
		"2026-11-11T05:00:00Z": "11/11/2026 00:00",
		"2026-09-01T05:30:00Z": "01/09/2026 00:30",
	} {
		if got := calendar.Stamp(utc(t, at)); got != want {
			t.Errorf("Stamp(%s) = %q, want %q", at, got, want)
		}
	}
}

func TestADayBeginsAndEndsInLima(t *testing.T) {
	d := day(t, "2026-11-30")
	for name, c := range map[string]struct{ got, want time.Time }{
		"start":    {d.Start(), utc(t, "2026-11-30T05:00:00Z")},
		"end":      {d.End(), utc(t, "2026-12-01T04:59:59Z")},
		"S05":      {d.At(23, 59, 30), utc(t, "2026-12-01T04:59:30Z")},
		"zero day": {calendar.Day{}.End(), time.Time{}},
	} {
		if !c.got.Equal(c.want) || c.got.Location() != time.UTC {
			t.Errorf("%s = %v, want %v in UTC", name, c.got, c.want)
		}
	}
	if got := calendar.DayOf(d.End().Add(time.Second)); got != d.AddDays(1) {
		t.Errorf("the second after the end is of %s", got)
	}
}

func TestNoInstantIsNoDay(t *testing.T) {
	var never time.Time
	if d := calendar.DayOf(never); !d.IsZero() {
		t.Errorf("DayOf(zero) = %v", d)
	}
	if calendar.Clock(never) != "" || calendar.Stamp(never) != "" {
		t.Error("the zero time is shown as a date")
	}
	if !calendar.WeekOf(never).IsZero() || !calendar.MonthOf(never).IsZero() || !calendar.QuarterOf(never).IsZero() {
		t.Error("the zero time has a week, a month or a quarter")
	}
}

// TestTheZoneOfTheMachineChangesNothing sets the machine eighteen hours away.
func TestTheZoneOfTheMachineChangesNothing(t *testing.T) {
	auckland, err := time.LoadLocation("Pacific/Auckland")
	if err != nil {
		t.Fatal(err)
	}
	results := func() [8]string {
		at := utc(t, "2026-12-01T04:59:30Z")
		d := day(t, "2026-11-23")
		typed, _ := calendar.ReadClock("9:15", d)
		stamp, _ := calendar.ParseStamp("2026-11-23 14:05")
		return [8]string{
			calendar.DayOf(at).String(), calendar.DayOf(at.In(auckland)).String(), calendar.Stamp(at.Local()),
			calendar.WeekOf(at).String(), d.Start().String(), d.End().String(), typed.String(), stamp.String(),
		}
	}
	before, local := results(), time.Local
	t.Cleanup(func() { time.Local = local })
	time.Local = auckland
	if after := results(); after != before {
		t.Errorf("in Auckland %v\nat home     %v", after, before)
	}
	if before[0] != before[1] {
		t.Errorf("the same instant in another zone is of %s, not %s", before[1], before[0])
	}
}
