package rotation

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/ui/theme"
	"faro/ui/widget"
)

// pastDialog lists the changes of one credential where the screen has no room
// to keep them beside the clocks.
type pastDialog struct {
	screen *Screen
	title  string
	id     model.ID
	from   int
}

func (s *Screen) openHistory() tea.Cmd {
	c, ok := s.current()
	if !ok {
		return nil
	}
	s.dialog = &pastDialog{screen: s, title: "Historial · " + c.Label, id: c.Credential.ID}
	return s.readHistory(c.Credential.ID)
}

func (d *pastDialog) Update(msg tea.Msg) (tea.Cmd, bool) {
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil, false
	}
	switch k.String() {
	case "esc", "enter", "h", "q":
		return nil, true
	case "up", "k":
		d.from = max(0, d.from-1)
	case "down", "j":
		d.from++
	}
	return nil, false
}

func (d *pastDialog) Over(base string, width, height int) string {
	wide := min(width, 84)
	var lines []string
	if d.screen.past.credential == d.id {
		lines = d.screen.changes(d.screen.past.changes, wide-6)
	}
	room := max(1, height-6)
	d.from = max(0, min(d.from, len(lines)-room))
	lines = lines[d.from:min(len(lines), d.from+room)]
	hints := widget.Hints(d.screen.theme, wide-6, "↑↓", "mover", "Esc", "cerrar")
	box := widget.Frame(d.screen.theme, d.title, strings.Join(lines, "\n"), hints, wide)
	return widget.Over(base, box, width, height)
}

// changes draws the history of a credential, the latest first.
func (s *Screen) changes(all []model.CredentialChange, width int) []string {
	if len(all) == 0 {
		return []string{s.theme.Muted.Render("Ningún cambio registrado todavía.")}
	}
	var lines []string
	for _, c := range all {
		lines = append(lines, s.theme.Bold.Render(c.Day.Label())+"  "+widget.Cut(s.name(c.PersonID), max(0, width-16)))
		lines = append(lines, widget.Cut("   "+declared(s.theme, c)+" · "+c.Channel.Label(), width))
		if c.Note != "" {
			for _, l := range widget.Wrap(model.Clean(c.Note), max(1, width-3)) {
				lines = append(lines, "   "+s.theme.Muted.Render(l))
			}
		}
	}
	return lines
}

// declared says which of the two declarations came with a change.
func declared(th theme.Theme, c model.CredentialChange) string {
	tell := func(yes bool, word string) string {
		if yes {
			return th.Met.Render("✓ " + word)
		}
		return th.Due.Render("! no " + word)
	}
	return tell(c.Mixed, "compleja") + "  " + tell(c.Distinct, "distinta")
}

func (s *Screen) name(id model.ID) string {
	for _, p := range s.facts.People {
		if p.ID == id {
			return p.Name
		}
	}
	return "persona sin registro"
}
