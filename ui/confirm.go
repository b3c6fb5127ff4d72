package ui

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"faro/model"
	"faro/ui/screen"
	"faro/ui/theme"
)

// confirm asks before something that should not happen by mistake. No is
// chosen until the person chooses yes.
type confirm struct {
	theme    theme.Theme
	keys     confirmKeys
	question string
	yes      tea.Cmd
	leaving  bool // yes ends the program
	chosen   bool // the button that Enter presses is yes
}

type confirmKeys struct{ Yes, No, Accept, Move key.Binding }

func newConfirm(th theme.Theme, msg screen.ConfirmMsg) *confirm {
	return &confirm{
		theme: th, question: model.CleanText(msg.Question), yes: msg.Yes,
		keys: confirmKeys{
			Yes:    key.NewBinding(key.WithKeys("s", "S"), key.WithHelp("s", "sí")),
			No:     key.NewBinding(key.WithKeys("n", "N", "esc"), key.WithHelp("n", "no")),
			Accept: key.NewBinding(key.WithKeys("enter"), key.WithHelp("Enter", "aceptar lo marcado")),
			Move: key.NewBinding(key.WithKeys("left", "right", "tab", "shift+tab", "up", "down", "h", "l"),
				key.WithHelp("←/→", "cambiar")),
		},
	}
}

// newLeaving asks whether to leave although something would be lost.
func newLeaving(th theme.Theme, lost string) *confirm {
	c := newConfirm(th, screen.ConfirmMsg{
		Question: "Si sale ahora se pierde: " + strings.TrimRight(lost, ". ") + ". ¿Salir de todos modos?",
		Yes:      tea.Quit,
	})
	c.leaving = true
	return c
}

func (c *confirm) press(msg tea.KeyMsg) (tea.Cmd, bool) {
	switch {
	case key.Matches(msg, c.keys.Yes):
		return c.yes, true
	case key.Matches(msg, c.keys.No):
		return nil, true
	case key.Matches(msg, c.keys.Accept):
		return c.answer()
	case key.Matches(msg, c.keys.Move):
		c.chosen = !c.chosen
	}
	return nil, false
}

func (c *confirm) answer() (tea.Cmd, bool) {
	if c.chosen {
		return c.yes, true
	}
	return nil, true
}

func (c *confirm) mouse(msg tea.MouseMsg, box string) (tea.Cmd, bool) {
	rows := strings.Split(box, "\n")
	if !clicked(msg) || msg.Y != len(rows)-2 { // The buttons stand above the frame's last line.
		return nil, false
	}
	row := ansi.Strip(rows[msg.Y])
	for _, yes := range []bool{false, true} {
		label := c.button(yes)
		before, _, found := strings.Cut(row, label)
		if from := ansi.StringWidth(before); found && msg.X >= from && msg.X < from+ansi.StringWidth(label) {
			c.chosen = yes
			return c.answer()
		}
	}
	return nil, false
}

// button is as wide chosen as not; the brackets tell them apart without
// colours.
func (c *confirm) button(yes bool) string {
	label := "No"
	if yes {
		label = "Sí"
	}
	if yes == c.chosen {
		return "[ " + label + " ]"
	}
	return "  " + label + "  "
}

// frame is what a dialog's margin, border and padding take of a width.
const frame = 8

func (c *confirm) view(width, height int) string {
	inner := max(1, min(width-frame, 56))
	question := strings.Split(ansi.Wrap(c.question, inner, ""), "\n")
	if room := max(1, height-4); len(question) > room {
		question = question[:room]
		question[room-1] = ansi.Truncate(question[room-1]+"…", inner, "…")
	}
	buttons := make([]string, 2)
	for i, yes := range []bool{false, true} {
		buttons[i] = c.button(yes)
		if yes == c.chosen {
			buttons[i] = c.theme.Cell.Render(buttons[i])
		}
	}
	return c.theme.Dialog.Render(c.theme.Bold.Render(strings.Join(question, "\n")) + "\n\n" + strings.Join(buttons, "  "))
}

func (c *confirm) hints() []key.Binding {
	return []key.Binding{c.keys.Yes, c.keys.No, c.keys.Move, c.keys.Accept}
}

func (c *confirm) urgent() bool { return c.leaving }
