package calendar_test

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"faro/model/calendar"
)

// anyDay draws a day of the four centuries round ours.
func anyDay() *rapid.Generator[calendar.Day] {
	origin := calendar.NewDay(1800, time.January, 1)
	return rapid.Custom(func(t *rapid.T) calendar.Day {
		return origin.AddDays(rapid.IntRange(0, 400*366).Draw(t, "days"))
	})
}

func TestDayIsWritten(t *testing.T) {
	d := day(t, "2026-11-23")
	for _, tt := range []struct{ name, got, want string }{
		{"String", d.String(), "2026-11-23"},
		{"Slashed (A-20)", d.Slashed(), "23/11/2026"},
		{"Short", d.Short(), "23/11"},
		{"Label", d.Label(), "lun 23/11/2026"},
		{"Long", d.Long(), "23 de noviembre de 2026"},
		{"Long of a first", day(t, "2027-02-01").Long(), "1 de febrero de 2027"},
		{"small numbers", day(t, "0007-01-02").Slashed(), "02/01/0007"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s = %q, want %q", tt.name, tt.got, tt.want)
		}
	}
}

func TestTheZeroDayIsNothing(t *testing.T) {
	var none calendar.Day
	for _, s := range []string{none.String(), none.Slashed(), none.Short(), none.Label(), none.Long()} {
		if s != "" {
			t.Errorf("the zero day is written %q", s)
		}
	}
	if !none.IsZero() || none.Valid() {
		t.Error("the zero day is a day")
	}
	if d := none.AddDays(5); !d.IsZero() {
		t.Errorf("no day and five days = %v", d)
	}
	if d := none.AddMonths(5); !d.IsZero() {
		t.Errorf("no day and five months = %v", d)
	}
	if n := day(t, "2026-11-23").Sub(none); n != 0 {
		t.Errorf("a difference with no day = %d", n)
	}
	if !none.Before(day(t, "0001-01-01")) {
		t.Error("the zero day does not sort first")
	}
}

func TestDayValid(t *testing.T) {
	for _, tt := range []struct {
		d    calendar.Day
		want bool
	}{
		{calendar.NewDay(2028, time.February, 29), true},
		{calendar.NewDay(2026, time.February, 29), false},
		{calendar.NewDay(2100, time.February, 29), false},
		{calendar.NewDay(2000, time.February, 29), true},
		{calendar.NewDay(2026, time.November, 31), false},
		{calendar.NewDay(2026, time.November, 0), false},
		{calendar.NewDay(2026, 13, 1), false},
		{calendar.NewDay(2026, 0, 1), false},
		{calendar.NewDay(0, time.January, 1), false},
		{calendar.NewDay(10000, time.January, 1), false},
	} {
		if got := tt.d.Valid(); got != tt.want {
			t.Errorf("%d-%d-%d valid = %v, want %v", tt.d.Year, tt.d.Month, tt.d.Day, got, tt.want)
		}
	}
}

func TestParseDayIsStrict(t *testing.T) {
	for _, s := range []string{
		"", "2026-1-02", "2026-02-30", "2026/11/23", "23/11/2026", "2026-11-23 ", "+026-11-23",
		"2026-11-2a", "٢٠٢٦-11-23", "0000-01-01", "2026-13-01", "2026-11-23T00:00",
	} {
		if d, err := calendar.ParseDay(s); err == nil {
			t.Errorf("ParseDay(%q) = %v, want an error", s, d)
		}
	}
}

// TestS15S16AMonthLaterIsClamped holds the due dates of A-10.
func TestS15S16AMonthLaterIsClamped(t *testing.T) {
	for _, tt := range []struct{ changed, due string }{
		{"2027-01-31", "2027-02-28"}, // S15.
		{"2027-02-26", "2027-03-26"},
		{"2027-02-28", "2027-03-28"}, // From the change, not from the 31st.
		{"2028-01-29", "2028-02-29"}, // S16, a leap year.
		{"2028-01-30", "2028-02-29"},
		{"2028-01-31", "2028-02-29"},
		{"2028-02-29", "2028-03-29"},
		{"2026-12-31", "2027-01-31"},
		{"2026-10-31", "2026-11-30"},
		{"2027-03-31", "2027-04-30"},
		{"2026-10-08", "2026-11-08"}, // S17.
	} {
		if got := day(t, tt.changed).AddMonths(1).String(); got != tt.due {
			t.Errorf("changed %s, due %s, want %s", tt.changed, got, tt.due)
		}
	}
	if got := day(t, "2027-03-31").AddMonths(-1).String(); got != "2027-02-28" {
		t.Errorf("a month before 31/03/2027 = %s, want 2027-02-28", got)
	}
	if got := day(t, "2027-01-15").AddMonths(-13).String(); got != "2025-12-15" {
		t.Errorf("thirteen months before = %s, want 2025-12-15", got)
	}
}

// TestS15OverdueIsCountedInDays: due 28/02/2027, overdue «1 día» on 01/03;
// S17: due 08/11, fifteen days on 23/11.
func TestS15OverdueIsCountedInDays(t *testing.T) {
	if n := day(t, "2027-03-01").Sub(day(t, "2027-02-28")); n != 1 {
		t.Errorf("S15: %d days, want 1", n)
	}
	if n := day(t, "2026-11-23").Sub(day(t, "2026-11-08")); n != 15 {
		t.Errorf("S17: %d days, want 15", n)
	}
	if n := day(t, "2026-11-08").Sub(day(t, "2026-11-23")); n != -15 {
		t.Errorf("backwards: %d days, want -15", n)
	}
}

// TestDayArithmeticAgreesWithTheStandardLibrary compares every day of 460
// years with time.Time.
func TestDayArithmeticAgreesWithTheStandardLibrary(t *testing.T) {
	d := calendar.NewDay(1700, time.January, 1)
	for at := time.Date(1700, time.January, 1, 0, 0, 0, 0, time.UTC); at.Year() < 2160; at = at.AddDate(0, 0, 1) {
		year, week := at.ISOWeek()
		if want := (calendar.Day{Year: at.Year(), Month: at.Month(), Day: at.Day()}); d != want {
			t.Fatalf("day = %v, want %v", d, want)
		}
		if !d.Valid() || d.Weekday() != at.Weekday() || d.InWeek() != (calendar.Week{Year: year, Number: week}) {
			t.Fatalf("%v: valid %v, %v, %v; want %v, %d-W%d", d, d.Valid(), d.Weekday(), d.InWeek(), at.Weekday(), year, week)
		}
		d = d.AddDays(1)
	}
}

func TestDayOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyDay().Draw(t, "a"), anyDay().Draw(t, "b")
		n := a.Sub(b)
		if (a.Compare(b) < 0) != (n < 0) || (a.Compare(b) > 0) != (n > 0) || a.Before(b) != (n < 0) || a.After(b) != (n > 0) {
			t.Fatalf("%v and %v: Compare %d, Sub %d", a, b, a.Compare(b), n)
		}
	})
}

func TestAddDaysHasAnInverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, n := anyDay().Draw(t, "day"), rapid.IntRange(-100_000, 100_000).Draw(t, "n")
		later := d.AddDays(n)
		if !later.Valid() || later.AddDays(-n) != d || later.Sub(d) != n {
			t.Fatalf("%v + %d = %v, back to %v, Sub %d", d, n, later, later.AddDays(-n), later.Sub(d))
		}
	})
}

func TestAddMonthsNeverLeavesTheMonth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, n := anyDay().Draw(t, "day"), rapid.IntRange(-500, 500).Draw(t, "n")
		got := d.AddMonths(n)
		if !got.Valid() || got.InMonth() != d.InMonth().AddMonths(n) || got.Day > d.Day {
			t.Fatalf("%v and %d months = %v", d, n, got)
		}
		if got.Day < d.Day && got != got.InMonth().Last() {
			t.Fatalf("%v and %d months = %v: neither the same day nor the last", d, n, got)
		}
	})
}

func TestDayTextRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDay().Draw(t, "day")
		if got, err := calendar.ParseDay(d.String()); err != nil || got != d {
			t.Fatalf("ParseDay(%q) = %v, %v", d.String(), got, err)
		}
		if got := calendar.DayOf(d.Start()); got != d && d.Year > 1994 {
			t.Fatalf("the start of %v is of %v", d, got)
		}
	})
}

func TestDayJSON(t *testing.T) {
	type record struct {
		Due  calendar.Day          `json:"due"`
		None calendar.Day          `json:"none"`
		By   map[calendar.Day]bool `json:"by"`
	}
	in := record{Due: day(t, "2027-02-28"), By: map[calendar.Day]bool{day(t, "2026-11-23"): true}}
	text, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"due":"2027-02-28","none":"","by":{"2026-11-23":true}}`; string(text) != want {
		t.Errorf("JSON = %s, want %s", text, want)
	}
	out := record{None: day(t, "2026-01-01")}
	if err := json.Unmarshal(text, &out); err != nil || out.Due != in.Due || !out.None.IsZero() || !out.By[day(t, "2026-11-23")] {
		t.Errorf("read back %+v, %v", out, err)
	}
	if err := json.Unmarshal([]byte(`{"due":"2027-02-30"}`), &out); err == nil {
		t.Error("a day that does not exist was read")
	}
	if _, err := json.Marshal(calendar.NewDay(2026, time.February, 30)); err == nil {
		t.Error("a day that does not exist was written")
	}
}

// TestComparingAllocatesNothing keeps the hot loops of the boards quick.
func TestComparingAllocatesNothing(t *testing.T) {
	at := utc(t, "2026-12-01T04:59:30Z")
	days := []calendar.Day{day(t, "2026-11-23"), day(t, "2026-01-01"), day(t, "2026-08-03")}
	office := calendar.Business{Extra: []calendar.Holiday{{Day: day(t, "2026-01-02"), Name: "Día no laborable"}}}
	allocs := testing.AllocsPerRun(100, func() {
		slices.SortFunc(days, calendar.Day.Compare)
		d := calendar.DayOf(at)
		_ = d.AddDays(40).InWeek().Sunday().InMonth().Quarter().Last().Sub(d)
		_ = office.AddDays(d, 10)
	})
	if allocs != 0 {
		t.Errorf("%v allocations, want none", allocs)
	}
}
