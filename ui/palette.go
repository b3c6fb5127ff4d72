package ui

import (
	"strings"

	"github.com/charmbracelet/bubbles/cursor"
	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"faro/ui/screen"
	"faro/ui/theme"
	"faro/ui/widget"
)

// palette finds any command by a few letters of its name: those of the screen
// first, then the screens, then what works everywhere.
type palette struct {
	theme theme.Theme
	keys  paletteKeys
	input textinput.Model

	all   []screen.Command
	found []screen.Command
	at    int // the chosen one
	first int // the one at the top
	rows  int // shown at the last view
}

type paletteKeys struct{ Run, Close, Up, Down, PageUp, PageDown key.Binding }

func newPalette(a *App) *palette {
	in := textinput.New()
	in.Prompt = "Buscar: "
	in.PromptStyle, in.Cursor.Style = a.theme.Muted, a.theme.Cell
	in.Cursor.SetMode(cursor.CursorStatic)
	in.Focus()
	p := &palette{
		theme: a.theme, input: in, all: a.commands(),
		keys: paletteKeys{
			Run:      key.NewBinding(key.WithKeys("enter"), key.WithHelp("Enter", "ejecutar")),
			Close:    key.NewBinding(key.WithKeys("esc", "ctrl+k"), key.WithHelp("Esc", "cerrar")),
			Up:       key.NewBinding(key.WithKeys("up", "ctrl+p", "shift+tab"), key.WithHelp("↑/↓", "elegir")),
			Down:     key.NewBinding(key.WithKeys("down", "ctrl+n", "tab")),
			PageUp:   key.NewBinding(key.WithKeys("pgup")),
			PageDown: key.NewBinding(key.WithKeys("pgdown")),
		},
	}
	p.filter()
	return p
}

// commands lists everything that can be done now.
func (a *App) commands() []screen.Command {
	var all []screen.Command
	if c, ok := a.current().(screen.Commander); ok {
		all = append(all, c.Commands()...)
	} else {
		for _, group := range a.current().FullHelp() {
			all = append(all, screen.Commands(group...)...)
		}
	}
	for i, p := range a.config.Pages {
		all = append(all, screen.Command{Title: "Ir a " + string(p.Name), Key: a.keys.Pages.Keys()[i], Run: screen.Open(p.Name, 0)})
	}
	for _, g := range []struct {
		key    key.Binding
		action action
	}{{a.keys.Undo, undo}, {a.keys.Help, showHelp}, {a.keys.Quit, quit}} {
		if g.key.Enabled() {
			run := func() tea.Msg { return globalMsg{g.action} }
			all = append(all, screen.Command{Title: g.key.Help().Desc, Key: g.key.Help().Key, Run: run})
		}
	}
	return all
}

func (p *palette) press(msg tea.KeyMsg) (tea.Cmd, bool) {
	switch {
	case key.Matches(msg, p.keys.Close):
		return nil, true
	case key.Matches(msg, p.keys.Run):
		return p.run()
	case key.Matches(msg, p.keys.Up):
		p.choose(p.at - 1)
	case key.Matches(msg, p.keys.Down):
		p.choose(p.at + 1)
	case key.Matches(msg, p.keys.PageUp):
		p.choose(p.at - p.rows)
	case key.Matches(msg, p.keys.PageDown):
		p.choose(p.at + p.rows)
	default:
		before := p.input.Value()
		var cmd tea.Cmd
		p.input, cmd = p.input.Update(msg)
		if p.input.Value() != before {
			p.filter()
		}
		return cmd, false
	}
	return nil, false
}

func (p *palette) run() (tea.Cmd, bool) {
	if len(p.found) == 0 {
		return nil, false
	}
	return p.found[p.at].Run, true
}

func (p *palette) choose(at int) { p.at = max(0, min(at, len(p.found)-1)) }

// filter keeps the commands that hold every word typed, in any order, capitals
// and accents aside; those that begin with the text come first.
func (p *palette) filter() {
	p.at, p.first = 0, 0
	text := strings.TrimSpace(p.input.Value())
	var begin, other []screen.Command
	for _, c := range p.all {
		switch {
		case !widget.Matches(c.Title+" "+c.Key, text):
		case widget.Matches(widget.Cut(c.Title, ansi.StringWidth(text)+1), text): // The cell more is for the ….
			begin = append(begin, c)
		default:
			other = append(other, c)
		}
	}
	p.found = append(begin, other...)
}

const (
	// aboveRows is how many lines of the box stand above the first command.
	aboveRows = 3
	maxRows   = 14
)

func (p *palette) mouse(msg tea.MouseMsg, _ string) (tea.Cmd, bool) {
	switch {
	case msg.Button == tea.MouseButtonWheelUp:
		p.choose(p.at - 1)
	case msg.Button == tea.MouseButtonWheelDown:
		p.choose(p.at + 1)
	case clicked(msg):
		row := msg.Y - aboveRows
		if at := p.first + row; row >= 0 && row < p.rows && at < len(p.found) && msg.X >= 0 {
			p.at = at
			return p.run()
		}
	}
	return nil, false
}

func (p *palette) hints() []key.Binding {
	return []key.Binding{p.keys.Run, p.keys.Up, p.keys.Close}
}

func (p *palette) urgent() bool { return false }

// view keeps its size while the list gets shorter, so that it does not jump.
func (p *palette) view(width, height int) string {
	inner := max(1, min(width-frame-2, 58))
	p.rows = max(1, min(len(p.all), height-aboveRows-1, maxRows))
	p.first = max(0, min(p.first, p.at), p.at-p.rows+1)
	p.input.Width = max(1, inner-ansi.StringWidth(p.input.Prompt)-1)

	lines := []string{widget.Fit(p.input.View(), inner), ""}
	for i := range p.rows {
		if at := p.first + i; at < len(p.found) {
			lines = append(lines, p.row(p.found[at], at == p.at, inner))
		} else {
			lines = append(lines, "")
		}
	}
	if len(p.found) == 0 {
		lines[2] = p.theme.Muted.Render(widget.Cut("No hay ninguna orden con ese texto", inner))
	}
	return p.theme.Dialog.Render(strings.Join(lines, "\n"))
}

func (p *palette) row(c screen.Command, chosen bool, width int) string {
	name := widget.Fit(capital(c.Title), max(1, width-ansi.StringWidth(c.Key)-3))
	if chosen {
		return p.theme.Selected.Render(widget.Fit("▌"+name+" "+c.Key, width))
	}
	return " " + name + " " + p.theme.Key.Render(c.Key)
}
