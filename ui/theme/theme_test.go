package theme_test

import (
	"bytes"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/lucasb-eyer/go-colorful"
	"github.com/muesli/termenv"

	"faro/model/directive"
	"faro/ui/theme"
)

func statuses() []directive.Status {
	return []directive.Status{
		directive.Met, directive.Running, directive.AtRisk, directive.Warning, directive.Breach,
		directive.NoData, directive.NotEvaluable, directive.Justified,
	}
}

func with(p termenv.Profile, isLight bool) theme.Theme {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(p)
	return theme.New(r, isLight)
}

func TestEveryStatusIsLegibleWithoutColours(t *testing.T) {
	th, seen := with(termenv.Ascii, false), map[string]bool{}
	for _, s := range statuses() {
		text := th.Status(s)
		mark, word, ok := strings.Cut(text, " ")
		if !ok || ansi.StringWidth(mark) != 1 || word == "" || text != ansi.Strip(text) {
			t.Errorf("%s reads %q, want a mark of one cell and a word", s, text)
		}
		if seen[word] {
			t.Errorf("two statuses read %q", word)
		}
		seen[word] = true
		if th.Mark(s) != mark {
			t.Errorf("mark of %s = %q, want %q", s, th.Mark(s), mark)
		}
	}
}

func TestTheSameTextStandsUnderEveryColour(t *testing.T) {
	plain := with(termenv.Ascii, false)
	for _, p := range []termenv.Profile{termenv.ANSI, termenv.ANSI256, termenv.TrueColor} {
		for _, isLight := range []bool{true, false} {
			th := with(p, isLight)
			for _, s := range statuses() {
				if got := ansi.Strip(th.Status(s)); got != plain.Status(s) {
					t.Errorf("%s = %q, want %q", s, got, plain.Status(s))
				}
			}
			if th.Colourless {
				t.Error("a terminal with colours counts as colourless")
			}
		}
	}
}

func TestGoodAndBadDifferInEveryPalette(t *testing.T) {
	for _, p := range []termenv.Profile{termenv.ANSI, termenv.ANSI256, termenv.TrueColor} {
		for _, isLight := range []bool{true, false} {
			th := with(p, isLight)
			looks := map[string]string{}
			for name, s := range map[string]lipgloss.Style{"met": th.Met, "due": th.Due, "late": th.Late, "muted": th.Muted, "text": th.Text, "accent": th.Accent} {
				look := s.Render("x")
				if other, taken := looks[look]; taken {
					t.Errorf("%s and %s look the same in profile %v", name, other, p.Name())
				}
				looks[look] = name
			}
		}
	}
}

// TestColoursStandOutFromTheirGround holds each text colour to WCAG's 4.5, on
// the usual grounds of terminals and on the selected row.
func TestColoursStandOutFromTheirGround(t *testing.T) {
	grounds := map[bool][]string{true: {"#FFFFFF", "#F3E3E6"}, false: {"#000000", "#1E1E1E", "#3D2228"}}
	for isLight, all := range grounds {
		th := with(termenv.TrueColor, isLight)
		for name, s := range map[string]lipgloss.Style{"accent": th.Accent, "met": th.Met, "due": th.Due, "late": th.Late, "muted": th.Muted} {
			c, ok := s.GetForeground().(lipgloss.CompleteColor)
			if !ok {
				t.Fatalf("%s has no colour", name)
			}
			for _, ground := range all {
				if got := contrast(t, c.TrueColor, ground); got < least(ground) {
					t.Errorf("%s %s on %s: contrast %.2f", name, c.TrueColor, ground, got)
				}
			}
		}
	}
}

// least is what the selected row, which is bold, may have less of.
func least(ground string) float64 {
	if ground == "#F3E3E6" || ground == "#3D2228" {
		return 3.8
	}
	return 4.5
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	la, lb := luminance(t, a), luminance(t, b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	c, err := colorful.Hex(hex)
	if err != nil {
		t.Fatal(err)
	}
	r, g, b := c.LinearRgb()
	return 0.2126*r + 0.7152*g + 0.0722*b
}

func env(pairs ...string) func(string) string {
	return func(name string) string {
		for _, p := range pairs {
			if k, v, _ := strings.Cut(p, "="); k == name {
				return v
			}
		}
		return ""
	}
}

func TestLightOrDarkIsFoundWithoutAskingTheTerminal(t *testing.T) {
	for _, c := range []struct {
		wanted theme.Mode
		ground string
		want   theme.Mode
	}{
		{theme.Auto, "", theme.Dark},
		{theme.Auto, "15;0", theme.Dark},
		{theme.Auto, "0;15", theme.Light},
		{theme.Auto, "0;7", theme.Light},
		{theme.Auto, "7;8", theme.Dark},
		{theme.Auto, "0;default;15", theme.Light},
		{theme.Auto, "default;default", theme.Dark},
		{theme.Auto, "15", theme.Dark},
		{theme.Auto, "0;99", theme.Dark},
		{theme.Light, "15;0", theme.Light},
		{theme.Dark, "0;15", theme.Dark},
		{"", "0;15", theme.Light},
	} {
		if got := theme.Detect(c.wanted, env("COLORFGBG="+c.ground)); got != c.want {
			t.Errorf("Detect(%q, COLORFGBG=%q) = %q, want %q", c.wanted, c.ground, got, c.want)
		}
	}
}

func TestTheSettingIsReadInSpanishAndEnglish(t *testing.T) {
	for text, want := range map[string]theme.Mode{
		"": theme.Auto, "auto": theme.Auto, "claro": theme.Light, "Light": theme.Light, " oscuro ": theme.Dark, "DARK": theme.Dark,
	} {
		if got, err := theme.ParseMode(text); got != want || err != nil {
			t.Errorf("ParseMode(%q) = %q, %v", text, got, err)
		}
	}
	if _, err := theme.ParseMode("azul"); err == nil || !strings.Contains(err.Error(), "escriba auto, claro u oscuro") {
		t.Errorf("ParseMode(azul) = %v", err)
	}
	for _, m := range theme.Modes() {
		if got, err := theme.ParseMode(string(m)); got != m || err != nil {
			t.Errorf("ParseMode(%q) = %q, %v", m, got, err)
		}
	}
}

// asked notices a terminal being asked for something.
type asked struct{ bytes.Buffer }

func TestForTerminal(t *testing.T) {
	tty := termenv.WithTTY(true)
	for _, c := range []struct {
		name       string
		env        []string
		opts       []termenv.OutputOption
		wanted     theme.Mode
		late       string // "x" in the look of what is late
		selected   string
		colourless bool
	}{
		{
			"dark, all colours",
			[]string{"TERM=xterm-256color", "COLORTERM=truecolor"},
			[]termenv.OutputOption{tty},
			theme.Auto,
			"\x1b[1;38;2;255;123;113mx\x1b[0m", "\x1b[1;48;2;60;34;40mx\x1b[0m", false,
		},
		{
			"light, all colours",
			[]string{"TERM=xterm-256color", "COLORTERM=truecolor"},
			[]termenv.OutputOption{tty},
			theme.Light,
			"\x1b[1;38;2;192;38;44mx\x1b[0m", "\x1b[1;48;2;243;227;230mx\x1b[0m", false,
		},
		{
			"sixteen colours",
			[]string{"TERM=xterm"},
			[]termenv.OutputOption{tty},
			theme.Auto,
			"\x1b[1;91mx\x1b[0m", "\x1b[7mx\x1b[0m", false,
		},
		{
			"sixteen colours, light",
			[]string{"TERM=linux", "COLORFGBG=0;15"},
			[]termenv.OutputOption{tty},
			theme.Auto,
			"\x1b[1;31mx\x1b[0m", "\x1b[7mx\x1b[0m", false,
		},
		{
			"NO_COLOR",
			[]string{"TERM=xterm-256color", "NO_COLOR=1"},
			[]termenv.OutputOption{tty},
			theme.Auto,
			"\x1b[1mx\x1b[0m", "\x1b[7mx\x1b[0m", true,
		},
		{
			"NO_COLOR, light",
			[]string{"TERM=xterm-256color", "NO_COLOR=1"},
			[]termenv.OutputOption{tty},
			theme.Light,
			"\x1b[1mx\x1b[0m", "\x1b[7mx\x1b[0m", true,
		},
		{"NO_COLOR and dumb", []string{"TERM=dumb", "NO_COLOR=1"}, []termenv.OutputOption{tty}, theme.Auto, "x", "x", true},
		{"dumb", []string{"TERM=dumb"}, []termenv.OutputOption{tty}, theme.Auto, "x", "x", true},
		{"a pipe", []string{"TERM=xterm-256color"}, nil, theme.Light, "x", "x", true},
		{"a pipe and NO_COLOR", []string{"TERM=xterm-256color", "NO_COLOR=1"}, nil, theme.Light, "x", "x", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out asked
			th := theme.ForTerminal(&out, c.wanted, env(c.env...), c.opts...)
			if got := th.Late.Render("x"); got != c.late {
				t.Errorf("late = %q, want %q", got, c.late)
			}
			if got := th.Selected.Render("x"); got != c.selected {
				t.Errorf("selected = %q, want %q", got, c.selected)
			}
			if th.Colourless != c.colourless {
				t.Errorf("colourless = %v", th.Colourless)
			}
			if got, want := th.Renderer.HasDarkBackground(), theme.Detect(c.wanted, env(c.env...)) == theme.Dark; got != want {
				t.Errorf("dark ground = %v, want %v", got, want)
			}
			// A library style that depends on the ground must not ask for it.
			th.Renderer.NewStyle().Foreground(lipgloss.AdaptiveColor{Light: "1", Dark: "2"}).Render("x")
			if out.Len() > 0 {
				t.Errorf("the terminal was asked: %q", out.String())
			}
		})
	}
}
