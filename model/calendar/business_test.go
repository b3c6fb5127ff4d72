package calendar_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"faro/model/calendar"
)

// TestBusinessDaysOfTheScenarios counts every day of the worked tables.
func TestBusinessDaysOfTheScenarios(t *testing.T) {
	for _, tt := range []struct {
		name, from string
		days       []string
	}{
		{"S26, report of the fourth quarter", "2026-12-31", []string{
			"04/01", "05/01", "06/01", "07/01", "08/01", "11/01", "12/01", "13/01", "14/01", "15/01",
		}},
		{"S26, report of the third quarter", "2026-09-30", []string{
			"01/10", "02/10", "05/10", "06/10", "07/10", "09/10", "12/10", "13/10", "14/10", "15/10",
		}},
		{"S32, report to the JNE", "2026-07-20", []string{"21/07", "22/07", "24/07", "27/07", "30/07", "31/07", "03/08"}},
		{"S13, Annex 4 after a closing", "2026-11-16", []string{"17/11", "18/11", "19/11", "20/11", "23/11"}},
	} {
		var got []string
		for n := range tt.days {
			got = append(got, calendar.Business{}.AddDays(day(t, tt.from), n+1).Short())
		}
		if !slices.Equal(got, tt.days) {
			t.Errorf("%s:\n got %v\nwant %v", tt.name, got, tt.days)
		}
	}
	q := calendar.Quarter{Year: 2026, Number: 4}
	if got := (calendar.Business{}).AddDays(q.Last(), 10).Slashed(); got != "15/01/2027" {
		t.Errorf("A-13: due %s, want 15/01/2027", got)
	}
}

// TestDaysAddedByDecree uses D.S. 042-2025-PCM: 2 May 2025, 26 December 2025
// and 2 January 2026.
func TestDaysAddedByDecree(t *testing.T) {
	office := calendar.Business{Extra: []calendar.Holiday{
		{Day: day(t, "2026-01-02"), Name: "Día no laborable"},
		{Day: day(t, "2025-12-26"), Name: "Día no laborable"},
	}}
	if name, ok := office.Holiday(day(t, "2026-01-02")); !ok || name != "Día no laborable" {
		t.Errorf("Holiday = %q, %v", name, ok)
	}
	if name, ok := office.Holiday(day(t, "2026-01-01")); !ok || name != "Año Nuevo" {
		t.Errorf("Holiday = %q, %v", name, ok)
	}
	if _, ok := office.Holiday(day(t, "2026-01-03")); ok {
		t.Error("a plain Saturday is a holiday")
	}
	if got := office.AddDays(day(t, "2025-12-31"), 1).String(); got != "2026-01-05" {
		t.Errorf("first business day of 2026 = %s, want 2026-01-05", got)
	}
	if got := (calendar.Business{}).AddDays(day(t, "2025-12-31"), 1).String(); got != "2026-01-02" {
		t.Errorf("without the decree = %s, want 2026-01-02", got)
	}
}

func TestBusinessDaysAtTheEdges(t *testing.T) {
	office := calendar.Business{Extra: []calendar.Holiday{{Name: "a row without a day"}}}
	if office.IsBusinessDay(calendar.Day{}) {
		t.Error("no day is a business day")
	}
	if _, ok := office.Holiday(calendar.Day{}); ok {
		t.Error("no day is a holiday")
	}
	if d := office.AddDays(calendar.Day{}, 3); !d.IsZero() {
		t.Errorf("three days after no day = %v", d)
	}
	saturday := day(t, "2026-11-21")
	if d := office.AddDays(saturday, 0); d != saturday {
		t.Errorf("no days after %v = %v", saturday, d)
	}
	if d := office.AddDays(saturday, -1); d.String() != "2026-11-20" {
		t.Errorf("the business day before %v = %v", saturday, d)
	}
	if d := office.AddDays(day(t, "9999-12-01"), 500); !d.IsZero() {
		t.Errorf("past the last year = %v", d)
	}
}

func TestBusinessDaysAreCountedOneByOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		office := calendar.Business{}
		from, n := anyDay().Draw(t, "from"), rapid.IntRange(1, 60).Draw(t, "n")
		to, count := office.AddDays(from, n), 0
		for d := from.AddDays(1); !d.After(to); d = d.AddDays(1) {
			if office.IsBusinessDay(d) {
				count++
			}
		}
		if count != n || !office.IsBusinessDay(to) {
			t.Fatalf("%d days after %v = %v, which holds %d", n, from, to, count)
		}
	})
}
