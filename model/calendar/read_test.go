package calendar_test

import (
	"errors"
	"strings"
	"testing"
	"time"
	"unicode"

	"pgregory.net/rapid"

	"faro/model/calendar"
)

func TestReadDay(t *testing.T) {
	today := day(t, "2026-11-25")
	for _, tt := range []struct{ typed, want string }{
		{"23/11/2026", "2026-11-23"},
		{"23-11-26", "2026-11-23"},
		{"23.11.2026", "2026-11-23"},
		{"3/1/27", "2027-01-03"},
		{"23/11", "2026-11-23"},
		{"31/12", "2026-12-31"},
		{"23", "2026-11-23"},
		{"3", "2026-11-03"},
		{" 23 / 11 / 2026 ", "2026-11-23"},
		{"2026-11-23", "2026-11-23"},
		{"hoy", "2026-11-25"},
		{"HOY", "2026-11-25"},
		{"Ayer", "2026-11-24"},
		{"anteayer", "2026-11-23"},
		{"mañana", "2026-11-26"},
		{"29/02/2028", "2028-02-29"},
	} {
		if got, err := calendar.ReadDay(tt.typed, today); err != nil || got.String() != tt.want {
			t.Errorf("ReadDay(%q) = %v, %v; want %s", tt.typed, got, err, tt.want)
		}
	}
}

func TestReadDaySaysWhatToType(t *testing.T) {
	today := day(t, "2026-11-25")
	const form = "Escriba la fecha como día/mes/año, por ejemplo 25/11/2026, o bien «hoy» o «ayer»."
	for typed, want := range map[string]string{
		"":               form,
		"lunes":          form,
		"23//2026":       form,
		"1/2/3/4":        form,
		"23/11/206":      form,
		"-23":            form,
		"+23":            form,
		"23/noviembre":   form,
		"2\x1b[31m3":     form,
		"31":             "Ese día no existe: escriba un día del 1 al 30 para noviembre de 2026.",
		"29/02/2027":     "Ese día no existe: escriba un día del 1 al 28 para febrero de 2027.",
		"0/11":           "Ese día no existe: escriba un día del 1 al 30 para noviembre de 2026.",
		"11/23/2026":     "El mes va del 1 al 12: escriba la fecha como día/mes/año, por ejemplo 23/11/2026.",
		"01/01/2101":     "Escriba un año entre 1900 y 2100, por ejemplo 2026.",
		"23/11/0226":     "Escriba un año entre 1900 y 2100, por ejemplo 2026.",
		"2026-02-30":     "Ese día no existe: escriba un día del 1 al 28 para febrero de 2026.",
		"23/11/2026 8am": form,
	} {
		got, err := calendar.ReadDay(typed, today)
		var bad *calendar.ReadError
		if !errors.As(err, &bad) || bad.Hint != want || !got.IsZero() {
			t.Errorf("ReadDay(%q) = %v, %v; want %q", typed, got, err, want)
		}
	}
	// Without today there is no month to put the 23rd in.
	for _, typed := range []string{"hoy", "23", "23/11"} {
		if got, err := calendar.ReadDay(typed, calendar.Day{}); err == nil {
			t.Errorf("ReadDay(%q) without today = %v", typed, got)
		}
	}
}

func TestReadDayReadsWhatIsPrinted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := calendar.NewDay(1900, time.January, 1).AddDays(rapid.IntRange(0, 73_000).Draw(t, "days"))
		today := anyDay().Draw(t, "today")
		for _, typed := range []string{d.Slashed(), d.String()} {
			if got, err := calendar.ReadDay(typed, today); err != nil || got != d {
				t.Fatalf("ReadDay(%q) = %v, %v", typed, got, err)
			}
		}
		if got, err := calendar.ReadDay(d.Short(), d.InMonth().First()); err != nil || got != d {
			t.Fatalf("ReadDay(%q) = %v, %v", d.Short(), got, err)
		}
	})
}

func TestReadMonth(t *testing.T) {
	today := day(t, "2026-11-25")
	for typed, want := range map[string]string{
		"11/2026":              "2026-11",
		"2026-11":              "2026-11",
		"noviembre":            "2026-11",
		"NOV 2026":             "2026-11",
		"nov. 26":              "2026-11",
		"noviembre de 2025":    "2025-11",
		"setiembre 2026":       "2026-09",
		"septiembre del 2026":  "2026-09",
		"set":                  "2026-09",
		"ene-27":               "2027-01",
		"8":                    "2026-08",
		" Marzo   2026 ":       "2026-03",
		"noviembre de de 2025": "",
		"2026":                 "",
		"13/2026":              "",
		"no 2026":              "",
		"":                     "",
		"junio julio":          "",
		"11/0026":              "",
		"11/2101":              "",
	} {
		got, err := calendar.ReadMonth(typed, today)
		if got.String() != want || (err == nil) != (want != "") {
			t.Errorf("ReadMonth(%q) = %v, %v; want %q", typed, got, err, want)
		}
	}
}

func TestReadClock(t *testing.T) {
	d := day(t, "2026-11-30")
	for typed, want := range map[string]string{
		"9:15":     "2026-11-30T14:15:00Z",
		"0915":     "2026-11-30T14:15:00Z",
		"915":      "2026-11-30T14:15:00Z",
		"9":        "2026-11-30T14:00:00Z",
		"21":       "2026-12-01T02:00:00Z",
		"21:05:30": "2026-12-01T02:05:30Z",
		"23:59:30": "2026-12-01T04:59:30Z", // S05.
		"0":        "2026-11-30T05:00:00Z",
		" 00:00 ":  "2026-11-30T05:00:00Z",
	} {
		if got, err := calendar.ReadClock(typed, d); err != nil || !got.Equal(utc(t, want)) || got.Location() != time.UTC {
			t.Errorf("ReadClock(%q) = %v, %v; want %s", typed, got, err, want)
		}
	}
	for _, typed := range []string{"", "24:00", "24", "2400", "960", "9:5", "9:60", "9:15:60", "9:15:", ":15", "-1", "9:15 pm", "09155", "９", "1:2:3:4"} {
		got, err := calendar.ReadClock(typed, d)
		if err == nil || err.Error() != "Escriba la hora de Lima entre 00:00 y 23:59, por ejemplo 9:15, 0915 o 21:05:30." {
			t.Errorf("ReadClock(%q) = %v, %v", typed, got, err)
		}
	}
	if got, err := calendar.ReadClock("9:15", calendar.Day{}); err == nil {
		t.Errorf("a clock on no day = %v", got)
	}
}

func TestParseStamp(t *testing.T) {
	for s, want := range map[string]string{
		"2026-11-23 14:05":    "2026-11-23T19:05:00Z",
		"2026-11-23 14:05:59": "2026-11-23T19:05:59Z",
		"2026-11-23":          "2026-11-23T05:00:00Z",
		"2026-11-30 23:59:30": "2026-12-01T04:59:30Z",
	} {
		if got, err := calendar.ParseStamp(s); err != nil || !got.Equal(utc(t, want)) || got.Location() != time.UTC {
			t.Errorf("ParseStamp(%q) = %v, %v; want %s", s, got, err, want)
		}
	}
	for _, s := range []string{"", "2026-11-23 ", "2026-11-23 9", "2026-11-23 24:00", "2026-02-30 10:00", "23/11/2026 10:00", "2026-11-23T10:00", "2026-11-23 14:05 x"} {
		if got, err := calendar.ParseStamp(s); err == nil {
			t.Errorf("ParseStamp(%q) = %v, want an error", s, got)
		}
	}
}

func TestWeekday3(t *testing.T) {
	if got := calendar.Weekday3(time.Monday) + calendar.Weekday3(time.Saturday) + calendar.Weekday3(time.Sunday); got != "lunsábdom" {
		t.Errorf("weekdays = %q", got)
	}
	if calendar.Weekday3(7) != "" || calendar.Weekday3(-1) != "" {
		t.Error("there is an eighth weekday")
	}
}

// sentence checks that an error can be shown as it is.
func sentence(t *testing.T, err error) {
	t.Helper()
	s := err.Error()
	if s == "" || !strings.HasSuffix(s, ".") || strings.ContainsFunc(s, unicode.IsControl) {
		t.Fatalf("not a sentence: %q", s)
	}
}

func FuzzReadDay(f *testing.F) {
	for _, s := range []string{"23/11/2026", "23-11-26", "23/11", "23", "hoy", "2026-11-23", "31/02", "1/2/3/4", "\x00", "99999999999999999999"} {
		f.Add(s)
	}
	today := day(f, "2026-11-23")
	f.Fuzz(func(t *testing.T, s string) {
		d, err := calendar.ReadDay(s, today)
		if err != nil {
			sentence(t, err)
			return
		}
		if again, err := calendar.ReadDay(d.Slashed(), today); !d.Valid() || err != nil || again != d {
			t.Fatalf("ReadDay(%q) = %v, then %v, %v", s, d, again, err)
		}
	})
}

func FuzzReadClock(f *testing.F) {
	for _, s := range []string{"9:15", "0915", "915", "9", "21:05:30", "24:00", "::", "9:15:"} {
		f.Add(s)
	}
	d := day(f, "2026-11-30")
	f.Fuzz(func(t *testing.T, s string) {
		at, err := calendar.ReadClock(s, d)
		if err != nil {
			sentence(t, err)
			return
		}
		if calendar.DayOf(at) != d || at.Before(d.Start()) || at.After(d.End()) {
			t.Fatalf("ReadClock(%q) = %v, not on %v", s, at, d)
		}
	})
}

func FuzzParseQuarter(f *testing.F) {
	for _, s := range []string{"2026-T4", "2026T4", "2026-Q4", "T4-2026", "4/2026", "T", "TTTTTT", "2026-4", "ﬁﬁﬁ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, err := calendar.ParseQuarter(s)
		if err != nil {
			sentence(t, err)
			return
		}
		if again, err := calendar.ParseQuarter(q.String()); !q.Valid() || err != nil || again != q {
			t.Fatalf("ParseQuarter(%q) = %v, then %v, %v", s, q, again, err)
		}
	})
}
