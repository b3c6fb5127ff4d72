package model_test

import (
	"testing"

	"faro/model"
)

func TestReadCountTakesPeruvianNumbersAndAsksAboutPoints(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want int64
		ok   bool
	}{
		{"12480", 12480, true},
		{"12,480", 12480, true}, // S29
		{"1,234,567", 1234567, true},
		{" 12 480 ", 12480, true},
		{"12\u00a0480", 12480, true},
		{"0", 0, true},
		{"12.480", 0, false}, // S29: asks, never 12
		{"12,48", 0, false},
		{"1234,567", 0, false},
		{",480", 0, false},
		{"", 0, false},
		{"-3", 0, false},
		{"1e5", 0, false},
		{"99999999999999999999", 0, false},
	} {
		got, err := model.ReadCount(tt.in)
		if (err == nil) != tt.ok || got != tt.want {
			t.Errorf("ReadCount(%q) = %d, %v; want %d, ok %v", tt.in, got, err, tt.want, tt.ok)
		}
	}
}

func TestCountGroupsByThousands(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 7: "7", 999: "999", 1000: "1,000", 132197: "132,197", 1234567: "1,234,567", -1500: "-1,500", -150: "-150"} {
		if got := model.Count(n); got != want {
			t.Errorf("Count(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestSecondsAreReadAndWritten(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want int64
		back string
	}{
		{"1:36", 96, "1:36"},
		{"0:01:36", 96, "1:36"},
		{"96", 96, "1:36"},
		{"96 s", 96, "1:36"},
		{"0:05", 5, "0:05"},
		{"1:02:03", 3723, "1:02:03"},
	} {
		got, err := model.ReadSeconds(tt.in)
		if err != nil || got != tt.want {
			t.Errorf("ReadSeconds(%q) = %d, %v; want %d", tt.in, got, err, tt.want)
		}
		if back := model.Seconds(got); back != tt.back {
			t.Errorf("Seconds(%d) = %q, want %q", got, back, tt.back)
		}
	}
	for _, in := range []string{"", "1:60", "1:5", "a", "1:2:3:4", "-1", "1.5", ":30"} {
		if got, err := model.ReadSeconds(in); err == nil {
			t.Errorf("ReadSeconds(%q) = %d, want an error", in, got)
		}
	}
}
