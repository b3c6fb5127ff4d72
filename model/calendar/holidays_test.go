package calendar_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"faro/model/calendar"
)

// TestHolidaysOfTheTables holds the sixteen days of product.md §2.3 with the
// weekday printed there.
func TestHolidaysOfTheTables(t *testing.T) {
	for year, want := range map[int][]string{
		2026: {
			"jue 01/01/2026", "jue 02/04/2026", "vie 03/04/2026", "vie 01/05/2026", "dom 07/06/2026", "lun 29/06/2026",
			"jue 23/07/2026", "mar 28/07/2026", "mié 29/07/2026", "jue 06/08/2026", "dom 30/08/2026", "jue 08/10/2026",
			"dom 01/11/2026", "mar 08/12/2026", "mié 09/12/2026", "vie 25/12/2026",
		},
		2027: {
			"vie 01/01/2027", "jue 25/03/2027", "vie 26/03/2027", "sáb 01/05/2027", "lun 07/06/2027", "mar 29/06/2027",
			"vie 23/07/2027", "mié 28/07/2027", "jue 29/07/2027", "vie 06/08/2027", "lun 30/08/2027", "vie 08/10/2027",
			"lun 01/11/2027", "mié 08/12/2027", "jue 09/12/2027", "sáb 25/12/2027",
		},
		2028: {
			"sáb 01/01/2028", "jue 13/04/2028", "vie 14/04/2028", "lun 01/05/2028", "mié 07/06/2028", "jue 29/06/2028",
			"dom 23/07/2028", "vie 28/07/2028", "sáb 29/07/2028", "dom 06/08/2028", "mié 30/08/2028", "dom 08/10/2028",
			"mié 01/11/2028", "vie 08/12/2028", "sáb 09/12/2028", "lun 25/12/2028",
		},
	} {
		var got []string
		for _, h := range calendar.Holidays(year) {
			got = append(got, h.Day.Label())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d:\n got %v\nwant %v", year, got, want)
		}
	}
}

func TestHolidayNames(t *testing.T) {
	for iso, want := range map[string]string{
		"2026-04-02": "Jueves Santo",
		"2026-04-03": "Viernes Santo",
		"2026-06-07": "Batalla de Arica y Día de la Bandera",
		"2026-12-08": "Inmaculada Concepción", // S12.
		"2026-04-05": "",                      // Easter Sunday is not in the law.
		"2026-11-23": "",
	} {
		if got, ok := calendar.HolidayName(day(t, iso)); got != want || ok != (want != "") {
			t.Errorf("HolidayName(%s) = %q, %v; want %q", iso, got, ok, want)
		}
	}
	if _, ok := calendar.HolidayName(calendar.Day{}); ok {
		t.Error("no day is a holiday")
	}
}

// TestAHolidayCountsFromItsLaw: each of the four added days, the year before
// its first and that first year. Ley 31788 came out on 15/06/2023, eight days
// late for that year.
func TestAHolidayCountsFromItsLaw(t *testing.T) {
	for _, tt := range []struct {
		month time.Month
		day   int
		first int
	}{
		{time.December, 9, 2022}, // Ley 31381, El Peruano of late December 2021.
		{time.August, 6, 2022},   // Ley 31530, July 2022.
		{time.July, 23, 2023},    // Ley 31822, July 2023.
		{time.June, 7, 2024},     // Ley 31788.
	} {
		if name, ok := calendar.HolidayName(calendar.NewDay(tt.first-1, tt.month, tt.day)); ok {
			t.Errorf("%d/%d/%d is %q, before its law", tt.day, tt.month, tt.first-1, name)
		}
		if _, ok := calendar.HolidayName(calendar.NewDay(tt.first, tt.month, tt.day)); !ok {
			t.Errorf("%d/%d/%d is not a holiday", tt.day, tt.month, tt.first)
		}
	}
	for year, want := range map[int]int{2021: 12, 2022: 14, 2023: 15, 2024: 16, 2030: 16} {
		if got := len(calendar.Holidays(year)); got != want {
			t.Errorf("%d has %d holidays, want %d", year, got, want)
		}
	}
}

// TestEasterOfKnownYears includes the earliest, the latest and the two years
// that shorter methods get wrong (1954 and 1981).
func TestEasterOfKnownYears(t *testing.T) {
	for year, friday := range map[int]string{
		1818: "1818-03-20", 1943: "1943-04-23", 1954: "1954-04-16", 1981: "1981-04-17", 2000: "2000-04-21",
		2024: "2024-03-29", 2025: "2025-04-18", 2029: "2029-03-30", 2038: "2038-04-23", 2049: "2049-04-16", 2076: "2076-04-17",
	} {
		if name, _ := calendar.HolidayName(day(t, friday)); name != "Viernes Santo" {
			t.Errorf("%d: %s is %q, want Viernes Santo", year, friday, name)
		}
	}
}

func TestHolidaysAndHolidayNameAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := rapid.IntRange(1990, 2299).Draw(t, "year")
		listed := map[calendar.Day]string{}
		for _, h := range calendar.Holidays(year) {
			listed[h.Day] = h.Name
		}
		for d := calendar.NewDay(year, time.January, 1); d.Year == year; d = d.AddDays(1) {
			if name, ok := calendar.HolidayName(d); name != listed[d] || ok != (listed[d] != "") {
				t.Fatalf("%v: listed %q, named %q", d, listed[d], name)
			}
		}
	})
}
