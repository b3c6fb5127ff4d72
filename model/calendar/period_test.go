package calendar_test

import (
	"encoding/json"
	"testing"
	"time"

	"pgregory.net/rapid"

	"faro/model/calendar"
)

// TestS06TheDecodedPostIsOfWeekTwelve: Sunday 22/03/2026 23:16 Lima, not the
// Monday of X's file.
func TestS06TheDecodedPostIsOfWeekTwelve(t *testing.T) {
	at := utc(t, "2026-03-23T04:16:13Z")
	if got := calendar.Stamp(at); got != "22/03/2026 23:16" {
		t.Errorf("stamp = %q", got)
	}
	w := calendar.WeekOf(at)
	if w != (calendar.Week{Year: 2026, Number: 12}) || w.Label() != "semana 12 (16/03–22/03)" {
		t.Errorf("week = %v, %s", w, w.Label())
	}
}

// TestS07AWeekEndsOnSundayNight: 29/11 23:59:59 and 30/11 00:00:00.
func TestS07AWeekEndsOnSundayNight(t *testing.T) {
	sunday := day(t, "2026-11-29")
	if got := calendar.WeekOf(sunday.End()).String(); got != "2026-W48" {
		t.Errorf("Sunday 23:59:59 is of %s, want 2026-W48", got)
	}
	if got := calendar.WeekOf(sunday.End().Add(time.Second)).String(); got != "2026-W49" {
		t.Errorf("Monday 00:00:00 is of %s, want 2026-W49", got)
	}
	if got := sunday.InWeek().Label(); got != "semana 48 (23/11–29/11)" {
		t.Errorf("label = %q", got)
	}
}

// TestS08AWeekIsOfTheMonthOfItsSunday holds A-08 and the 53rd week of 2026.
func TestS08AWeekIsOfTheMonthOfItsSunday(t *testing.T) {
	for _, tt := range []struct {
		inside, week, monday, sunday, month, quarter string
	}{
		{"2026-11-30", "2026-W49", "2026-11-30", "2026-12-06", "2026-12", "2026-T4"},
		{"2026-12-05", "2026-W49", "2026-11-30", "2026-12-06", "2026-12", "2026-T4"},
		{"2026-12-28", "2026-W53", "2026-12-28", "2027-01-03", "2027-01", "2027-T1"},
		{"2027-01-03", "2026-W53", "2026-12-28", "2027-01-03", "2027-01", "2027-T1"},
		{"2027-01-04", "2027-W01", "2027-01-04", "2027-01-10", "2027-01", "2027-T1"},
		{"2025-12-29", "2026-W01", "2025-12-29", "2026-01-04", "2026-01", "2026-T1"},
		{"2026-11-05", "2026-W45", "2026-11-02", "2026-11-08", "2026-11", "2026-T4"}, // S14.
	} {
		w := day(t, tt.inside).InWeek()
		got := [5]string{w.String(), w.Monday().String(), w.Sunday().String(), w.Month().String(), w.Month().Quarter().String()}
		if want := [5]string{tt.week, tt.monday, tt.sunday, tt.month, tt.quarter}; got != want {
			t.Errorf("%s: %v, want %v", tt.inside, got, want)
		}
	}
	last := calendar.Week{Year: 2026, Number: 53}
	if got := last.Next(); got != (calendar.Week{Year: 2027, Number: 1}) || got.Prev() != last {
		t.Errorf("after week 53 comes %v, before that %v", got, got.Prev())
	}
}

func TestWeekRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDay().Draw(t, "day")
		w := d.InWeek()
		if w.Monday().Weekday() != time.Monday || w.Sunday().Sub(w.Monday()) != 6 || !w.Contains(d) {
			t.Fatalf("%v is in %v, %v to %v", d, w, w.Monday(), w.Sunday())
		}
		for i, x := range w.Days() {
			if x != w.Monday().AddDays(i) || x.InWeek() != w {
				t.Fatalf("day %d of %v is %v, of %v", i, w, x, x.InWeek())
			}
		}
		if w.Contains(w.Sunday().AddDays(1)) || w.Contains(w.Monday().AddDays(-1)) {
			t.Fatalf("%v holds its neighbours", w)
		}
		if w.Next().Prev() != w || w.Next().Monday().Sub(w.Monday()) != 7 || w.Compare(w.Next()) >= 0 || w.Compare(w) != 0 {
			t.Fatalf("%v, then %v, back to %v", w, w.Next(), w.Next().Prev())
		}
	})
}

func TestMonth(t *testing.T) {
	m := calendar.Month{Year: 2026, Month: time.November}
	for _, tt := range []struct{ name, got, want string }{
		{"String", m.String(), "2026-11"},
		{"Name", m.Name(), "noviembre"},
		{"Title", m.Title(), "Noviembre 2026"},
		{"First", m.First().String(), "2026-11-01"},
		{"Last", m.Last().String(), "2026-11-30"},
		{"Last of a leap February", day(t, "2028-02-01").InMonth().Last().String(), "2028-02-29"},
		{"Next of December", m.Next().Next().String(), "2027-01"},
		{"Prev of January", day(t, "2027-01-01").InMonth().Prev().String(), "2026-12"},
		{"Quarter", m.Quarter().String(), "2026-T4"},
		{"zero", calendar.Month{}.String() + calendar.Month{}.Name() + calendar.Month{}.Title(), ""},
		{"Last of the zero", calendar.Month{}.Last().String(), ""},
	} {
		if tt.got != tt.want {
			t.Errorf("%s = %q, want %q", tt.name, tt.got, tt.want)
		}
	}
	if days := m.Days(); len(days) != 30 || days[0] != m.First() || days[29] != m.Last() {
		t.Errorf("Days() = %v", days)
	}
	if len(calendar.Month{}.Days()) != 0 || calendar.Month.Contains(calendar.Month{}, calendar.Day{}) {
		t.Error("the zero month has days")
	}
	if !m.Before(m.Next()) || m.Before(m) || m.Compare(m.Prev()) != 1 {
		t.Error("months out of order")
	}
}

func TestMonthRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, n := anyDay().Draw(t, "day"), rapid.IntRange(-600, 600).Draw(t, "n")
		m := d.InMonth()
		if got, err := calendar.ParseMonth(m.String()); err != nil || got != m {
			t.Fatalf("ParseMonth(%q) = %v, %v", m.String(), got, err)
		}
		if !m.Contains(d) || !m.Valid() || m.AddMonths(n).AddMonths(-n) != m || m.Last().AddDays(1) != m.Next().First() {
			t.Fatalf("%v: contains %v, %v", m, d, m.Next().First())
		}
	})
}

func TestParseMonthIsStrict(t *testing.T) {
	for _, s := range []string{"", "2026-13", "2026-00", "2026-1", "11/2026", "2026-11-01", "2026/11", "0000-01"} {
		if m, err := calendar.ParseMonth(s); err == nil {
			t.Errorf("ParseMonth(%q) = %v, want an error", s, m)
		}
	}
}

// TestA13QuartersAreOfTheCalendar, with the fourth of S26.
func TestA13QuartersAreOfTheCalendar(t *testing.T) {
	q := calendar.Quarter{Year: 2026, Number: 4}
	for _, tt := range []struct{ name, got, want string }{
		{"String", q.String(), "2026-T4"},
		{"Title", q.Title(), "IV Trimestre 2026"},
		{"First", q.First().String(), "2026-10-01"},
		{"Last", q.Last().String(), "2026-12-31"},
		{"Next", q.Next().String(), "2027-T1"},
		{"Prev of the first", q.Next().Prev().String(), "2026-T4"},
		{"I", q.Next().Roman(), "I"},
		{"zero", calendar.Quarter{}.String() + calendar.Quarter{}.Title() + calendar.Quarter{}.Roman(), ""},
		{"Last of the zero", calendar.Quarter{}.Last().String(), ""},
	} {
		if tt.got != tt.want {
			t.Errorf("%s = %q, want %q", tt.name, tt.got, tt.want)
		}
	}
	months := q.Months()
	if months[0].Name() != "octubre" || months[1].Name() != "noviembre" || months[2].Name() != "diciembre" {
		t.Errorf("Months() = %v", months)
	}
	for number, last := range map[int]string{1: "2027-03-31", 2: "2027-06-30", 3: "2027-09-30", 4: "2027-12-31"} {
		if got := (calendar.Quarter{Year: 2027, Number: number}).Last().String(); got != last {
			t.Errorf("quarter %d ends %s, want %s", number, got, last)
		}
	}
}

func TestQuarterRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDay().Draw(t, "day")
		q := d.InQuarter()
		if got, err := calendar.ParseQuarter(q.String()); err != nil || got != q {
			t.Fatalf("ParseQuarter(%q) = %v, %v", q.String(), got, err)
		}
		if !q.Contains(d) || d.Before(q.First()) || d.After(q.Last()) || q.Last().AddDays(1) != q.Next().First() {
			t.Fatalf("%v in %v, %v to %v", d, q, q.First(), q.Last())
		}
		if q.Next().Prev() != q || q.Compare(q.Next()) != -1 {
			t.Fatalf("%v, then %v", q, q.Next())
		}
	})
}

func TestPeriodJSON(t *testing.T) {
	type record struct {
		M, NoMonth   calendar.Month
		Q, NoQuarter calendar.Quarter
	}
	in := record{M: calendar.Month{Year: 2026, Month: 11}, Q: calendar.Quarter{Year: 2026, Number: 4}}
	text, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"M":"2026-11","NoMonth":"","Q":"2026-T4","NoQuarter":""}`; string(text) != want {
		t.Errorf("JSON = %s, want %s", text, want)
	}
	out := record{NoMonth: in.M, NoQuarter: in.Q}
	if err := json.Unmarshal(text, &out); err != nil || out != in {
		t.Errorf("read back %+v, %v", out, err)
	}
	for _, bad := range []string{`{"M":"2026-13"}`, `{"Q":"2026-T5"}`} {
		if err := json.Unmarshal([]byte(bad), &out); err == nil {
			t.Errorf("%s was read", bad)
		}
	}
	if _, err := json.Marshal(calendar.Month{Year: 2026, Month: 13}); err == nil {
		t.Error("month 13 was written")
	}
	if _, err := json.Marshal(calendar.Quarter{Year: 2026, Number: 5}); err == nil {
		t.Error("quarter 5 was written")
	}
}

func TestParseQuarterForms(t *testing.T) {
	want := calendar.Quarter{Year: 2026, Number: 4}
	for _, s := range []string{
		"2026-T4", "2026T4", "2026-Q4", "2026q4", "2026-t4", "T4-2026", "t4/2026", "T4 2026", "T42026", "4/2026", "4-2026", " 2026-T4 ",
	} {
		if got, err := calendar.ParseQuarter(s); err != nil || got != want {
			t.Errorf("ParseQuarter(%q) = %v, %v", s, got, err)
		}
	}
	for _, s := range []string{
		"", "T4", "2026", "2026-T0", "2026-T5", "2026-4", "20264", "5/2026", "4x2026", "412026", "2026--T4", "T44-026", "2026-X4", "4/20260", "0000-T1", "２026T4",
	} {
		if got, err := calendar.ParseQuarter(s); err == nil {
			t.Errorf("ParseQuarter(%q) = %v, want an error", s, got)
		}
	}
}
