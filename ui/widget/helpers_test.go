package widget_test

import (
	"io"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"faro/ui/theme"
)

// plain is a theme that draws nothing but characters, as in a pipe.
func plain() theme.Theme {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.Ascii)
	return theme.New(r, false)
}

// colourful is a theme with all the colours there are.
func colourful() theme.Theme {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.TrueColor)
	return theme.New(r, true)
}

// key is the message for a key by its name.
func key(name string) tea.KeyMsg {
	for t := tea.KeyType(-128); t < 128; t++ {
		if t.String() == name && t != tea.KeyRunes && t != tea.KeySpace {
			return tea.KeyMsg{Type: t}
		}
	}
	if name == "space" || name == " " {
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune(" ")}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
}

func pasted(text string) tea.KeyMsg {
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true}
}

func click(x, y int) tea.MouseMsg {
	return tea.MouseMsg{X: x, Y: y, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft}
}

func wheel(down bool) tea.MouseMsg {
	m := tea.MouseMsg{Action: tea.MouseActionPress, Button: tea.MouseButtonWheelUp}
	if down {
		m.Button = tea.MouseButtonWheelDown
	}
	return m
}

// updater is what most widgets are.
type updater interface{ Update(tea.Msg) tea.Cmd }

// press sends keys by name.
func press(w updater, names ...string) {
	for _, name := range names {
		w.Update(key(name))
	}
}

// write types a text, a key for each character.
func write(w updater, text string) {
	for _, r := range text {
		press(w, string(r))
	}
}

// fatal is the part of *testing.T and *rapid.T these helpers need.
type fatal interface {
	Helper()
	Fatalf(format string, args ...any)
}

// fits fails unless the view has no line wider and no more lines than told,
// and nothing in it could move the cursor or turn the text.
func fits(t fatal, view string, width, height int) {
	t.Helper()
	lines := strings.Split(view, "\n")
	if len(lines) > height {
		t.Fatalf("%d lines in a height of %d:\n%s", len(lines), height, view)
	}
	for i, line := range lines {
		if w := ansi.StringWidth(line); w > width {
			t.Fatalf("line %d is %d wide in a width of %d: %q", i, w, width, line)
		}
		for _, r := range ansi.Strip(line) {
			if r < 0x20 || r >= 0x7f && r <= 0x9f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
				t.Fatalf("line %d has %U in it: %q", i, r, line)
			}
		}
	}
}

// exact fails unless the view fills its room: what was drawn there before must
// not show through.
func exact(t fatal, view string, width, height int) {
	t.Helper()
	lines := strings.Split(view, "\n")
	if len(lines) != height {
		t.Fatalf("%d lines, want %d:\n%s", len(lines), height, view)
	}
	for i, line := range lines {
		if w := ansi.StringWidth(line); w != width {
			t.Fatalf("line %d is %d wide, want %d: %q", i, w, width, line)
		}
	}
}

// holds fails unless the view has every text in it.
func holds(t *testing.T, view string, texts ...string) {
	t.Helper()
	bare := ansi.Strip(view)
	for _, text := range texts {
		if !strings.Contains(bare, text) {
			t.Fatalf("no %q in:\n%s", text, bare)
		}
	}
}

// lacks fails if the view has one of the texts in it.
func lacks(t *testing.T, view string, texts ...string) {
	t.Helper()
	bare := ansi.Strip(view)
	for _, text := range texts {
		if strings.Contains(bare, text) {
			t.Fatalf("%q in:\n%s", text, bare)
		}
	}
}

// hostile texts reach a widget only by mistake; it must keep its frame.
func hostile() []string {
	return []string{
		"", " ", "á", "Ñandú 🇵🇪 ❤️ ✔️ 👩‍👩‍👧", "日本語日本語日本語", "e\u0301e\u0301e\u0301", "\u202edextro\u202c",
		"a\tb\nc\rd", "\x1b[2J\x1b[Hx", "\x1b]0;title\x07y", "\x1b[31mrojo\x1b[0m", "\x00\x07\x08\x7f\u009b31m", "\xff\xfe\xc3",
		"\x1b[", "\x1b", "🇵", strings.Repeat("largo ", 60), strings.Repeat("x", 300), "\u200d\u200d\ufeff", "\x1b]8;;http://a\x1b\\b\x1b]8;;\x1b\\",
	}
}

// anyText draws text of every kind, hostile pieces included.
func anyText() *rapid.Generator[string] {
	piece := rapid.OneOf(rapid.String(), rapid.SampledFrom(hostile()), rapid.StringMatching(`[a-zñáé ]{0,12}`))
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(piece, 0, 4).Draw(t, "pieces"), "")
	})
}

// sizes are windows from the smallest to the largest worth drawing in.
func sizes() [][2]int {
	return [][2]int{{1, 1}, {2, 1}, {1, 2}, {3, 3}, {5, 4}, {9, 5}, {12, 6}, {20, 7}, {40, 10}, {60, 18}, {69, 12}, {70, 12}, {80, 24}, {160, 50}, {200, 60}, {200, 1}, {1, 60}}
}
