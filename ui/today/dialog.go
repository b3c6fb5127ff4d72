package today

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"faro/ui/theme"
	"faro/ui/widget"
)

// dialog is something that lies over the screen and takes the keys. It names
// its own keys, beneath what they are for.
type dialog interface {
	update(msg tea.Msg) tea.Cmd
	over() bool // it was left
	// recorded says that what it held is in the records but for the rest, and
	// reports whether it is done with.
	recorded(rest string) bool
	// problem shows why what it held could not be recorded; false when it has
	// no place for it.
	problem(err error) bool
	view(width, height int) string
	unsaved() string
}

// dialogWidth is how wide a dialog is drawn in a window.
func dialogWidth(width, most int) int { return max(1, min(most, width-2)) }

// framed puts a dialog's lines in a frame no taller than the window.
func framed(th theme.Theme, title string, lines []string, hints string, width, height int) string {
	room := height - 4 // The frame, and a blank line inside at each end.
	if hints != "" {
		room -= 2
	}
	if len(lines) > room {
		lines = lines[:max(0, room)]
	}
	return widget.Frame(th, title, strings.Join(lines, "\n"), hints, width)
}

// inside is the width of the text in a frame.
func inside(width int) int { return max(1, width-6) }

// discardQuestion is asked before typed text is lost.
func discardQuestion(th theme.Theme) string {
	return th.Due.Render("¿Descartar lo escrito? ") + th.Key.Render("(s/n)")
}

// isYes reports the answer to discardQuestion.
func isYes(msg tea.KeyMsg) bool {
	return !msg.Paste && (msg.String() == "s" || msg.String() == "S")
}
