package screen_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"faro/ui/screen"
)

func TestAKeyIsFoundByItsName(t *testing.T) {
	for name, want := range map[string]tea.KeyMsg{
		"enter":     {Type: tea.KeyEnter},
		"esc":       {Type: tea.KeyEsc},
		"tab":       {Type: tea.KeyTab},
		"shift+tab": {Type: tea.KeyShiftTab},
		"ctrl+k":    {Type: tea.KeyCtrlK},
		"ctrl+c":    {Type: tea.KeyCtrlC},
		"down":      {Type: tea.KeyDown},
		"pgdown":    {Type: tea.KeyPgDown},
		"backspace": {Type: tea.KeyBackspace},
		"delete":    {Type: tea.KeyDelete},
		"f1":        {Type: tea.KeyF1},
		"ctrl+up":   {Type: tea.KeyCtrlUp},
		"alt+enter": {Type: tea.KeyEnter, Alt: true},
		"alt+f":     {Type: tea.KeyRunes, Runes: []rune("f"), Alt: true},
		" ":         {Type: tea.KeySpace, Runes: []rune(" ")},
		"space":     {Type: tea.KeySpace, Runes: []rune(" ")},
		"ñ":         {Type: tea.KeyRunes, Runes: []rune("ñ")},
		"?":         {Type: tea.KeyRunes, Runes: []rune("?")},
	} {
		got := screen.KeyNamed(name)
		if got.Type != want.Type || got.Alt != want.Alt || string(got.Runes) != string(want.Runes) {
			t.Errorf("KeyNamed(%q) = %#v, want %#v", name, got, want)
		}
		if shown := got.String(); shown != name && name != "space" {
			t.Errorf("%q reads back as %q", name, shown)
		}
	}
}

func TestPastedTextMatchesNoBinding(t *testing.T) {
	if key.Matches(screen.Pasted("q"), key.NewBinding(key.WithKeys("q"))) {
		t.Error("a pasted q is the key q")
	}
}

func TestThePaletteListsOnlyWhatCanBeDone(t *testing.T) {
	off := key.NewBinding(key.WithKeys("z"), key.WithHelp("z", "congelar"))
	off.SetEnabled(false)
	all := screen.Commands(
		key.NewBinding(key.WithKeys("r", "R"), key.WithHelp("r", "registrar cambio")), off,
		key.NewBinding(key.WithKeys("up")), key.NewBinding(key.WithHelp("x", "nada")),
	)
	if len(all) != 1 || all[0].Title != "registrar cambio" || all[0].Key != "r" {
		t.Fatalf("commands = %+v", all)
	}
	if msg, ok := all[0].Run().(screen.PressMsg); !ok || msg.Key != "r" {
		t.Errorf("run = %#v", all[0].Run())
	}
}

func TestDoGivesADeadlineAndHandsPanicsOver(t *testing.T) {
	msg := screen.Do(func(ctx context.Context) tea.Msg {
		if _, ok := ctx.Deadline(); !ok {
			t.Error("no deadline")
		}
		return screen.NoteMsg{Text: "listo"}
	})()
	if msg != (screen.NoteMsg{Text: "listo"}) {
		t.Errorf("answer = %v", msg)
	}
	broken, ok := screen.Do(func(context.Context) tea.Msg { panic(errors.New("fallo de prueba")) })().(screen.PanicMsg)
	if !ok || !strings.Contains(broken.Text, "fallo de prueba") || !strings.Contains(broken.Text, "screen_test.go") {
		t.Errorf("panic = %q", broken.Text)
	}
}

func TestLinesCutAndFill(t *testing.T) {
	got := screen.Lines("uno\n\x1b[31mdos y medio\x1b[0m\ntres", 6, 4)
	want := []string{"uno", "\x1b[31mdos y…\x1b[0m", "tres", ""}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("line %d = %q, want %q", i, got[i], want[i])
		}
	}
	if n := len(screen.Lines("a\nb\nc", 5, 2)); n != 2 {
		t.Errorf("%d lines", n)
	}
	if n := len(screen.Lines("a", 5, -3)); n != 0 {
		t.Errorf("%d lines", n)
	}
}

func TestAnOverlayCoversOnlyItsBox(t *testing.T) {
	lines := []string{"0123456789", "\x1b[31m0123456789\x1b[0m", "ab"}
	screen.Overlay(lines, "XX\nY", 3, 1, 10)
	for i, want := range []string{"0123456789", "012XX56789", "ab Y "} {
		if got := ansi.Strip(lines[i]); got != want {
			t.Errorf("line %d = %q, want %q", i, got, want)
		}
	}
	if !strings.Contains(lines[1], "\x1b[31m012") || !strings.Contains(lines[1], "\x1b[31m56789") {
		t.Errorf("the colours beside the box are gone: %q", lines[1])
	}
}

// TestOverlaysKeepWidths holds for any text, wide characters cut in two and
// boxes hanging over the edges included.
func TestOverlaysKeepWidths(t *testing.T) {
	text := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "ñ", "日", "🇵🇪", " ", "\x1b[1mb\x1b[0m", "e\u0301"}), 0, 24)
	rapid.Check(t, func(t *rapid.T) {
		line, box := strings.Join(text.Draw(t, "line"), ""), strings.Join(text.Draw(t, "box"), "")
		x, width := rapid.IntRange(0, 30).Draw(t, "x"), rapid.IntRange(0, 30).Draw(t, "width")
		lines := screen.Lines(line, width, 2)
		before := ansi.StringWidth(lines[0])
		screen.Overlay(lines, box, x, 0, width)
		after := ansi.StringWidth(lines[0])
		boxWidth := min(ansi.StringWidth(box), width-x)
		want := before
		if boxWidth > 0 {
			want = max(before, x+boxWidth)
		}
		if after != want {
			t.Fatalf("%d cells, want %d: %q", after, want, lines[0])
		}
	})
}

func TestPadAndSizeCountCells(t *testing.T) {
	if got := screen.Pad("日本", 6); got != "日本  " {
		t.Errorf("Pad = %q", got)
	}
	if got := ansi.StringWidth(screen.Pad("日本語", 5)); got != 5 {
		t.Errorf("Pad cuts to %d cells", got)
	}
	if w, h := screen.Size("a\n日本\n"); w != 4 || h != 3 {
		t.Errorf("Size = %d, %d", w, h)
	}
	if x, y := screen.Centre(10, 3, 80, 2); x != 35 || y != 0 {
		t.Errorf("Centre = %d, %d", x, y)
	}
}
