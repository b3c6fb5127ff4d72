package ui

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"faro/ui/screen"
)

// keys are the ones that mean the same on every screen.
type keys struct{ Pages, Turn, Undo, Palette, Help, Quit, Abort, Close key.Binding }

func newKeys(pages int) keys {
	numbers, alt := make([]string, pages), make([]string, pages)
	for i := range numbers {
		numbers[i] = strconv.Itoa(i + 1)
		alt[i] = "alt+" + numbers[i]
	}
	return keys{
		Pages:   key.NewBinding(key.WithKeys(numbers...), key.WithHelp("1–"+strconv.Itoa(pages), "cambiar de pantalla")),
		Turn:    key.NewBinding(key.WithKeys(alt...), key.WithHelp("Alt+1–"+strconv.Itoa(pages), "cambiar de pantalla mientras se escribe")),
		Undo:    key.NewBinding(key.WithKeys("u"), key.WithHelp("u", "deshacer")),
		Palette: key.NewBinding(key.WithKeys("ctrl+k"), key.WithHelp("Ctrl+K", "órdenes")),
		Help:    key.NewBinding(key.WithKeys("?"), key.WithHelp("?", "ayuda")),
		Quit:    key.NewBinding(key.WithKeys("q"), key.WithHelp("q", "salir")),
		Abort:   key.NewBinding(key.WithKeys("ctrl+c"), key.WithHelp("Ctrl+C", "salir desde cualquier parte")),
		Close:   key.NewBinding(key.WithKeys("esc"), key.WithHelp("Esc", "cerrar o volver un paso")),
	}
}

// action is what a global key does; the palette offers the same.
type action int

const (
	quit action = iota
	undo
	showHelp
	showPalette
)

// globalMsg stands for a global key chosen in the palette.
type globalMsg struct{ action action }

// press is the ladder every key goes down: the abort key, the error on show,
// the open dialog or page, the screen's own field, the keys a screen takes for
// itself, the global keys, the screen.
func (a *App) press(msg tea.KeyMsg) tea.Cmd {
	if key.Matches(msg, a.keys.Abort) {
		return a.abort()
	}
	if read := a.fault != ""; read {
		a.fault = ""
		if key.Matches(msg, a.keys.Close) {
			return nil // Esc closed the error, not what was being typed under it.
		}
	}
	if top := a.top(); top != nil && (!a.tooSmall() || top.urgent()) {
		return a.pressLayer(top, msg)
	}
	if a.tooSmall() {
		return a.pressUnseen(msg)
	}
	if key.Matches(msg, a.keys.Turn) {
		return a.turn(msg)
	}
	if !a.taken(msg) {
		if cmd, ok := a.global(msg); ok {
			return cmd
		}
	}
	return a.current().Update(msg)
}

// taken holds for a key that is the screen's before the app reads it: pasted
// text, text for a field, and what the screen itself asks for.
func (a *App) taken(msg tea.KeyMsg) bool {
	if msg.Paste || a.current().Capturing() {
		return true
	}
	t, ok := a.current().(screen.Taker)
	return ok && t.Takes(msg)
}

// turn opens the screen whose number the key ends in. With Alt it works from
// within a field too, which keeps what was typed.
func (a *App) turn(msg tea.KeyMsg) tea.Cmd {
	n, err := strconv.Atoi(strings.TrimPrefix(msg.String(), "alt+"))
	if err != nil {
		return nil
	}
	return a.open(screen.OpenMsg{Name: a.config.Pages[n-1].Name})
}

// global reads a key that means the same everywhere.
func (a *App) global(msg tea.KeyMsg) (tea.Cmd, bool) {
	switch {
	case key.Matches(msg, a.keys.Pages):
		return a.turn(msg), true
	case key.Matches(msg, a.keys.Undo):
		return a.act(undo), true
	case key.Matches(msg, a.keys.Palette):
		return a.act(showPalette), true
	case key.Matches(msg, a.keys.Help):
		return a.act(showHelp), true
	case key.Matches(msg, a.keys.Quit):
		return a.act(quit), true
	}
	return nil, false
}

func (a *App) act(what action) tea.Cmd {
	switch what {
	case quit:
		return a.leave()
	case undo:
		return a.undo()
	case showHelp:
		a.push(newHelp(a))
	case showPalette:
		a.push(newPalette(a))
	}
	return nil
}

// pressUnseen lets nothing happen that cannot be seen: in a window too small
// only leaving works.
func (a *App) pressUnseen(msg tea.KeyMsg) tea.Cmd {
	if key.Matches(msg, a.keys.Quit) && len(a.layers) == 0 && !a.current().Capturing() {
		return a.leave()
	}
	return nil
}

// abort leaves from anywhere. Pressed again at the question whether to leave,
// it is the answer.
func (a *App) abort() tea.Cmd {
	if c, ok := a.top().(*confirm); ok && c.leaving {
		return tea.Quit
	}
	return a.leave()
}

// leave quits, or asks first if a screen holds something nobody recorded yet.
func (a *App) leave() tea.Cmd {
	for i, p := range a.config.Pages {
		keeper, ok := p.Screen.(screen.Keeper)
		if !ok || !a.opened[i] {
			continue
		}
		if lost := keeper.Unsaved(); lost != "" {
			a.push(newLeaving(a.theme, lost))
			return nil
		}
	}
	return tea.Quit
}
