package widget

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"faro/ui/theme"
)

// Picker chooses one of several options; typing narrows them down, accents
// and capitals aside. Enter chooses, Esc clears what was typed and then leaves.
type Picker struct {
	th        theme.Theme
	title     string
	options   []Option
	seek      editor
	list      List
	chosen    int
	done      bool
	cancelled bool
	top       int // line of the first option as last drawn
}

// NewPicker makes a picker with the cursor on the first option.
func NewPicker(th theme.Theme, title string, options []Option) *Picker {
	p := &Picker{th: th, title: title, options: options}
	p.list.Set(len(options))
	p.list.SetHeight(len(options))
	return p
}

// Select puts the cursor on the option with this value, if it is in the list.
func (p *Picker) Select(value string) {
	for i, at := range p.matches() {
		if p.options[at].Value == value {
			p.list.Select(i)
		}
	}
}

// Chosen is the option that was picked, once one was.
func (p *Picker) Chosen() (Option, bool) {
	if !p.done {
		return Option{}, false
	}
	return p.options[p.chosen], true
}

// Cancelled reports that the person left without choosing.
func (p *Picker) Cancelled() bool { return p.cancelled }

func (p *Picker) matches() []int { return filter(p.options, p.seek.text()) }

// Update reads one message; the mouse counts from the picker's own corner.
func (p *Picker) Update(msg tea.Msg) tea.Cmd {
	if p.done || p.cancelled {
		return nil
	}
	switch msg := msg.(type) {
	case tea.KeyMsg:
		p.key(msg)
	case tea.MouseMsg:
		if p.list.Wheel(msg) {
			return nil
		}
		if msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress {
			if _, ok := p.list.Click(msg.Y - p.top); ok {
				p.take()
			}
		}
	}
	return nil
}

func (p *Picker) key(k tea.KeyMsg) {
	switch k.String() {
	case "enter":
		p.take()
	case "esc":
		if p.seek.text() == "" {
			p.cancelled = true
			return
		}
		p.seek.set("")
		p.list.Set(len(p.options))
	case "up", "down", "pgup", "pgdown":
		p.list.Key(k)
	case "ctrl+p", "shift+tab":
		p.list.Move(-1)
	case "ctrl+n", "tab":
		p.list.Move(1)
	default:
		if p.seek.key(k) {
			p.list.Home()
			p.list.Set(len(p.matches()))
		}
	}
}

func (p *Picker) take() {
	if matches, at := p.matches(), p.list.Cursor(); at >= 0 && at < len(matches) {
		p.chosen, p.done = matches[at], true
	}
}

// View draws the title, what is typed and the options in at most height lines
// of width cells.
func (p *Picker) View(width, height int) string {
	if width <= 0 || height <= 0 {
		return ""
	}
	matches := p.matches()
	tally := fmt.Sprintf(" %d de %d ", len(matches), len(p.options))
	var lines []string
	if height >= 5 && p.title != "" {
		lines = append(lines, p.th.Bold.Render(Fit(" "+p.title, width)))
	}
	if height >= 2 {
		lines = append(lines, p.seekLine(width, tally))
	}
	foot := 0
	if height >= 6 {
		foot = 2
	}
	p.top = len(lines)
	p.list.SetHeight(max(1, min(height-len(lines)-foot, max(1, len(matches)))))
	lines = append(lines, p.rows(matches, width)...)
	if foot > 0 {
		lines = append(lines, "", keyLine(p.th, width, "Enter", "elegir", "↑↓", "mover", "Esc", "salir"))
	}
	return Lines(width, min(height, len(lines)), lines)
}

func (p *Picker) seekLine(width int, tally string) string {
	const label = " buscar: "
	if width < len(label)+len(tally)+8 {
		return p.seek.line(p.th, width, true)
	}
	return p.th.Muted.Render(label) + p.seek.line(p.th, width-len(label)-len(tally), true) + p.th.Muted.Render(tally)
}

func (p *Picker) rows(matches []int, width int) []string {
	if len(matches) == 0 {
		return []string{p.th.Due.Render(Fit("  "+noMatch, width))}
	}
	from, to := p.list.Window()
	var lines []string
	for i := from; i < min(to, len(matches)); i++ {
		line := optionLine(p.th, "▌", p.options[matches[i]].Label, width-1, i == p.list.Cursor())
		lines = append(lines, line+p.th.Muted.Render(p.list.ScrollMark(i-from)))
	}
	return lines
}
