package screen_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

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

func TestABoxIsMeasuredInCellsAndCentred(t *testing.T) {
	if w, h := screen.Size("a\n\x1b[1m日本\x1b[0m\n"); w != 4 || h != 3 {
		t.Errorf("Size = %d, %d", w, h)
	}
	for _, c := range []struct{ boxW, boxH, w, h, x, y int }{{10, 3, 80, 24, 35, 10}, {10, 3, 15, 4, 2, 0}, {90, 30, 80, 24, 0, 0}} {
		if x, y := screen.Centre(c.boxW, c.boxH, c.w, c.h); x != c.x || y != c.y {
			t.Errorf("Centre(%d, %d, %d, %d) = %d, %d", c.boxW, c.boxH, c.w, c.h, x, y)
		}
	}
}
