package uitest

import (
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
	"github.com/muesli/termenv"

	"faro/ui/theme"
)

// Plain is a view as it reads without colours, with no blanks at the ends of
// its lines.
func Plain(view string) string {
	lines := strings.Split(ansi.Strip(view), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.Join(lines, "\n")
}

// Fits fails the test if a view spills over its room: more than height lines,
// or a line of more than width cells.
func Fits(tb testing.TB, view string, width, height int) {
	tb.Helper()
	if view == "" {
		return
	}
	lines := strings.Split(view, "\n")
	if len(lines) > height {
		tb.Errorf("%d lines in a room of %d×%d", len(lines), width, height)
	}
	for i, line := range lines {
		if w := ansi.StringWidth(line); w > width {
			tb.Errorf("line %d has %d cells in a room of %d×%d: %q", i+1, w, width, height, ansi.Strip(line))
			return
		}
	}
}

// Shows fails the test unless every text can be read on the view.
func Shows(tb testing.TB, view string, texts ...string) {
	tb.Helper()
	plain := Plain(view)
	for _, text := range texts {
		if !strings.Contains(plain, text) {
			tb.Errorf("no %q in:\n%s", text, plain)
		}
	}
}

// Hides fails the test if any of the texts can be read on the view.
func Hides(tb testing.TB, view string, texts ...string) {
	tb.Helper()
	plain := Plain(view)
	for _, text := range texts {
		if strings.Contains(plain, text) {
			tb.Errorf("%q should not be in:\n%s", text, plain)
		}
	}
}

// Line is the first line of a view that holds text, without colours, or "".
func Line(view, text string) string {
	for line := range strings.SplitSeq(Plain(view), "\n") {
		if strings.Contains(line, text) {
			return line
		}
	}
	return ""
}

// Find is the column and line at which a text first stands on a view, counted
// in cells from zero.
func Find(view, text string) (x, y int, ok bool) {
	for line := range strings.SplitSeq(ansi.Strip(view), "\n") {
		if before, _, found := strings.Cut(line, text); found {
			return ansi.StringWidth(before), y, true
		}
		y++
	}
	return 0, 0, false
}

// Golden compares a view, without colours, with testdata/<test name>.golden;
// go test -update writes it.
func Golden(tb testing.TB, view string) {
	tb.Helper()
	golden.RequireEqual(tb, Plain(view)+"\n")
}

// Theme is the theme of golden pictures: no colours and no escape sequences.
func Theme() theme.Theme { return themeOf(termenv.Ascii, false) }

// Colours is the theme of a terminal with every colour, dark or light.
func Colours(isLight bool) theme.Theme { return themeOf(termenv.TrueColor, isLight) }

// Sixteen is the theme of a terminal with its own sixteen colours.
func Sixteen(isLight bool) theme.Theme { return themeOf(termenv.ANSI, isLight) }

// themeOf uses a renderer of its own: the library's shared one would carry a
// test's choice into the next test.
func themeOf(p termenv.Profile, isLight bool) theme.Theme {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(p)
	return theme.New(r, isLight)
}
