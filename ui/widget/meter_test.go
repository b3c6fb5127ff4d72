package widget_test

import (
	"math"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"faro/model/directive"
	"faro/ui/widget"
)

func TestAMeterShowsTheShareThatIsDone(t *testing.T) {
	th := plain()
	for _, tt := range []struct {
		width, done, total int
		want               string
	}{
		{9, 2, 3, "██████░░░"}, // 6.2.2.4: two posts of three
		{9, 0, 3, "░░░░░░░░░"},
		{9, 3, 3, "█████████"},
		{9, 5, 3, "█████████"},
		{9, 1, 1000, "█░░░░░░░░"},
		{9, 999, 1000, "████████░"},
		{9, -1, 3, "░░░░░░░░░"},
		{4, 1, 0, "····"},
		{0, 1, 2, ""},
		{-4, 1, 2, ""},
	} {
		if got := widget.Meter(th, tt.width, tt.done, tt.total, th.Met); got != tt.want {
			t.Errorf("Meter(%d, %d of %d) = %q, want %q", tt.width, tt.done, tt.total, got, tt.want)
		}
	}
}

func TestADrainEmptiesAsDaysPass(t *testing.T) {
	th := plain()
	for left, want := range map[int]string{30: "██████", 15: "███░░░", 1: "█░░░░░", 0: "░░░░░░", -2: "░░░░░░", 99: "██████"} {
		if got := widget.Drain(th, 6, left, 30, th.Due); got != want {
			t.Errorf("%d days left = %q, want %q", left, got, want)
		}
	}
}

// TestTheStripIsToldApartWithoutColours has every kind of day.
func TestTheStripIsToldApartWithoutColours(t *testing.T) {
	days := []widget.StripDay{
		{Known: true, Level: 1, Status: directive.Met},
		{Known: true, Level: 2.0 / 3, Status: directive.Breach},
		{Known: true, Level: 0.999, Status: directive.Breach},
		{Known: true, Level: 0, Status: directive.Breach},
		{Known: true, Level: 0.01, Status: directive.Running},
		{Status: directive.NotEvaluable},
		{Known: true, Level: 0.5, Status: directive.Justified},
	}
	if got := widget.Strip(plain(), days); got != "█▅▇▁▂·j" {
		t.Errorf("Strip = %q", got)
	}
	if got := ansi.StringWidth(widget.Strip(colourful(), days)); got != len(days) {
		t.Errorf("%d cells, want %d", got, len(days))
	}
}

func TestASparkIsScaledToItsLargest(t *testing.T) {
	th := plain()
	if got := widget.Spark(4, []float64{9, 0, 5, math.NaN(), 10}, th.Accent); got != "▁▄·█" {
		t.Errorf("Spark = %q", got)
	}
	if got := widget.Spark(3, []float64{0, 0}, th.Accent); got != "▁▁" {
		t.Errorf("Spark = %q", got)
	}
	if got := widget.Spark(0, []float64{1}, th.Accent); got != "" {
		t.Errorf("Spark = %q", got)
	}
}

func TestProgressSaysHowFarAndWhat(t *testing.T) {
	th := plain()
	holds(t, widget.Progress(th, 60, 1250, 5000, "Importando posts.csv"), "25 %", "Importando posts.csv")
	holds(t, widget.Progress(th, 8, 1250, 5000, "Importando posts.csv"), "25 %")
	holds(t, widget.Progress(th, 60, 4999, 5000, ""), "99 %")
	lacks(t, widget.Progress(th, 60, 3, 0, "Leyendo"), "%")
	for _, text := range hostile() {
		for _, size := range sizes() {
			fits(t, widget.Progress(colourful(), size[0], 1, 3, text), size[0], 1)
		}
	}
}

func TestPictureOfMeters(t *testing.T) {
	th := plain()
	lines := []string{
		"Facebook  2/3  " + widget.Meter(th, 15, 2, 3, th.Due) + "  !",
		"X         5/5  " + widget.Meter(th, 15, 5, 5, th.Met) + "  ✓",
		"YouTube   0/3  " + widget.Meter(th, 15, 0, 3, th.Late) + "  ✗",
		"rrss@minej.gob.pe   " + widget.Drain(th, 10, 12, 30, th.Met) + "  12 días",
		"alcance  " + widget.Spark(12, []float64{3, 5, 8, 13, 2, 9, 9, 12, 20, 17, 18, 19}, th.Accent),
		widget.Progress(th, 70, 3120, 5000, "Importando posts_octubre.csv"),
	}
	golden.RequireEqual(t, strings.Join(lines, "\n")+"\n")
}
