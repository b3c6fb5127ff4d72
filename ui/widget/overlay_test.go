package widget_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"faro/ui/widget"
)

func TestOverLeavesWhatStandsBesideTheBox(t *testing.T) {
	base := strings.TrimSuffix(strings.Repeat("0123456789\n", 5), "\n")
	got := widget.Over(base, "ab\ncd", 10, 5)
	want := "0123456789\n0123ab6789\n0123cd6789\n0123456789\n0123456789"
	if ansi.Strip(got) != want {
		t.Errorf("Over =\n%s\nwant\n%s", got, want)
	}
}

func TestOverCutsWideCharactersCleanly(t *testing.T) {
	if got := widget.Over("日本語日本", "xx", 10, 1); ansi.Strip(got) != "日本xx日本" {
		t.Errorf("Over = %q", got)
	}
	// The box covers half of the second and half of the third character.
	if got := widget.Over("日本語日", "xx", 8, 1); ansi.Strip(got) != "日 xx 日" {
		t.Errorf("Over = %q", got)
	}
}

// TestColoursGoOnBehindABox: what is right of the box keeps the colour that
// began left of it, and the box does not take it.
func TestColoursGoOnBehindABox(t *testing.T) {
	got := widget.Over("\x1b[31m0123456789\x1b[0m", "ab", 10, 1)
	left, right, ok := strings.Cut(got, "ab")
	if !ok || !strings.HasSuffix(left, "\x1b[m") || !strings.Contains(right, "\x1b[31m") {
		t.Errorf("Over = %q", got)
	}
}

func TestOverIsExactlyTheSizeOfTheScreen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width, height := rapid.IntRange(1, 30).Draw(t, "width"), rapid.IntRange(1, 8).Draw(t, "height")
		some := rapid.SliceOfN(anyText(), 0, 9)
		base, box := strings.Join(some.Draw(t, "base"), "\n"), strings.Join(some.Draw(t, "box"), "\n")
		view := widget.Over(base, box, width, height)
		fits(t, view, width, height)
		exact(t, view, width, height)
	})
}

func TestAFrameIsAsWideAsToldWhateverIsInIt(t *testing.T) {
	for _, text := range hostile() {
		for _, size := range sizes() {
			view := widget.Frame(colourful(), text, text+"\n"+text, text, size[0])
			fits(t, view, size[0], 60)
		}
	}
}

func TestPictureOfADialog(t *testing.T) {
	th := plain()
	base := strings.TrimSuffix(strings.Repeat(strings.Repeat("· ", 35)+"\n", 13), "\n")
	body := "¿Deshacer la publicación de Facebook de las 14:05?\n\nSeguirá en el historial."
	box := widget.Frame(th, "Deshacer", body, widget.Hints(th, 50, "s", "sí", "n", "no"), 60)
	golden.RequireEqual(t, widget.Over(base, box, 70, 13)+"\n")
}
