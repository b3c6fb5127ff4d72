package uitest

import (
	tea "github.com/charmbracelet/bubbletea"

	"faro/ui/screen"
)

// Press presses keys by their Bubble Tea names ("down", "enter", "ctrl+k",
// "esc", "tab", "a", " ") and runs what follows from each before the next. It
// returns the messages that came by.
func Press(s Target, keys ...string) []tea.Msg {
	var seen []tea.Msg
	for _, name := range keys {
		seen = append(seen, Send(s, screen.KeyNamed(name))...)
	}
	return seen
}

// Type types a text letter by letter; a line break is the Enter key.
func Type(s Target, text string) []tea.Msg {
	var seen []tea.Msg
	for _, r := range text {
		k := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}
		switch r {
		case ' ':
			k.Type = tea.KeySpace
		case '\n':
			k = tea.KeyMsg{Type: tea.KeyEnter}
		case '\t':
			k = tea.KeyMsg{Type: tea.KeyTab}
		}
		seen = append(seen, Send(s, k)...)
	}
	return seen
}

// Paste pastes a text as a terminal with bracketed paste hands it over.
func Paste(s Target, text string) []tea.Msg { return Send(s, screen.Pasted(text)) }

// Click presses and lets go the left button. The place is counted from the
// target's own first line and column.
func Click(s Target, x, y int) []tea.Msg {
	seen := Send(s, tea.MouseMsg{X: x, Y: y, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft})
	return append(seen, Send(s, tea.MouseMsg{X: x, Y: y, Action: tea.MouseActionRelease, Button: tea.MouseButtonLeft})...)
}

// ClickOn clicks on the first cell of a text on the screen; false when the
// text is not to be seen.
func ClickOn(s Target, text string) bool {
	x, y, ok := Find(s.View(), text)
	if ok {
		Click(s, x, y)
	}
	return ok
}

// Wheel turns the wheel at a place: down for positive steps, up for negative.
func Wheel(s Target, x, y, steps int) []tea.Msg {
	button := tea.MouseButtonWheelDown
	if steps < 0 {
		button, steps = tea.MouseButtonWheelUp, -steps
	}
	var seen []tea.Msg
	for range steps {
		seen = append(seen, Send(s, tea.MouseMsg{X: x, Y: y, Action: tea.MouseActionPress, Button: button})...)
	}
	return seen
}

// Answer takes the last question a screen asked among msgs and answers yes to
// it, running what follows; false when nothing was asked. The whole program
// asks by itself: there press "s".
func Answer(s Target, msgs []tea.Msg) ([]tea.Msg, bool) {
	asked, ok := Last[screen.ConfirmMsg](msgs)
	if !ok {
		return nil, false
	}
	return Run(s, asked.Yes), true
}

// Last is the last message of a type among msgs.
func Last[M tea.Msg](msgs []tea.Msg) (M, bool) {
	for i := len(msgs) - 1; i >= 0; i-- {
		if m, ok := msgs[i].(M); ok {
			return m, true
		}
	}
	var none M
	return none, false
}
