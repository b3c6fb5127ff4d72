//go:build unix

package theme_test

import (
	"testing"

	"github.com/creack/pty"

	"faro/ui/theme"
)

// TestATerminalWithoutColoursStillShowsBold uses a real terminal: only there
// can one without colours be told from a file.
func TestATerminalWithoutColoursStillShowsBold(t *testing.T) {
	master, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = master.Close() })
	t.Cleanup(func() { _ = tty.Close() })
	for kind, want := range map[string]string{
		"vt100":  "\x1b[7mx\x1b[0m",
		"screen": "\x1b[7mx\x1b[0m",
		"dumb":   "x",
		"":       "x",
	} {
		th := theme.ForTerminal(tty, theme.Auto, env("TERM="+kind))
		if got := th.Selected.Render("x"); got != want || !th.Colourless {
			t.Errorf("TERM=%s: selected = %q, colourless %v; want %q", kind, got, th.Colourless, want)
		}
	}
}
