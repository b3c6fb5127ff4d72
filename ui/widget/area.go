package widget

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/ui/theme"
)

// Page asks for one long text: a batch of pasted links, a narrative. Enter
// begins a line, Ctrl+S confirms, Esc leaves and asks first if something was
// typed.
type Page struct {
	th        theme.Theme
	title     string
	help      string
	edit      editor
	first     string
	fault     string
	done      bool
	cancelled bool
	asking    bool
	top       int // line of the first row as last drawn
}

// NewPage makes a page with the text it begins with. The help stands under the
// title and says what to type or paste.
func NewPage(th theme.Theme, title, help, text string) *Page {
	p := &Page{th: th, title: title, help: help}
	p.edit.multi = true
	p.edit.set(text)
	p.first = p.Value()
	return p
}

// Value is the text, cleaned, with its line breaks.
func (p *Page) Value() string { return model.CleanText(p.edit.text()) }

// Dirty reports that the text differs from what it began with.
func (p *Page) Dirty() bool { return p.Value() != p.first }

// Done reports that the text was confirmed. It stays so, and keys have no
// effect, until Problem is called.
func (p *Page) Done() bool { return p.done }

// Cancelled reports that the person left without confirming.
func (p *Page) Cancelled() bool { return p.cancelled }

// Problem shows why the text could not be taken and lets the person go on
// typing. Nil clears what was shown.
func (p *Page) Problem(err error) {
	p.done, p.fault = false, ""
	if err != nil {
		p.fault = err.Error()
	}
}

// Update reads one message; the mouse counts from the page's own corner.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	if p.done || p.cancelled {
		return nil
	}
	switch msg := msg.(type) {
	case tea.KeyMsg:
		p.key(msg)
	case tea.MouseMsg:
		p.mouse(msg)
	}
	return nil
}

func (p *Page) key(k tea.KeyMsg) {
	switch {
	case p.asking:
		p.asking = false
		p.cancelled = k.String() == "s" || k.String() == "S"
	case k.Paste:
		p.fault = ""
		p.edit.key(k)
	case k.String() == "ctrl+s":
		p.done = true
	case k.String() == "esc":
		p.asking = p.Dirty()
		p.cancelled = !p.asking
	default:
		if p.edit.key(k) {
			p.fault = ""
		}
	}
}

func (p *Page) mouse(m tea.MouseMsg) {
	switch m.Button {
	case tea.MouseButtonWheelUp:
		p.wheel("up")
	case tea.MouseButtonWheelDown:
		p.wheel("down")
	case tea.MouseButtonLeft:
		if m.Action == tea.MouseActionPress && m.Y >= p.top {
			p.edit.put(max(0, m.X-1), m.Y-p.top)
		}
	default:
	}
}

func (p *Page) wheel(name string) {
	for range wheelRows {
		p.edit.climb(name)
	}
}

// View draws the page in exactly height lines of width cells.
func (p *Page) View(width, height int) string {
	if width <= 0 || height <= 0 {
		return ""
	}
	var lines []string
	if height >= 6 {
		lines = append(lines, p.th.Bold.Render(Fit(" "+p.title, width)))
		for _, line := range Wrap(p.help, max(1, width-2)) {
			if len(lines) < height/3 && p.help != "" {
				lines = append(lines, " "+p.th.Muted.Render(line))
			}
		}
		lines = append(lines, "")
	}
	foot := p.foot(width, height)
	p.top = len(lines)
	room := max(1, height-len(lines)-len(foot))
	rows, _ := p.edit.page(p.th, max(1, width-2), room, true)
	total := len(p.edit.rows(max(1, width-2)))
	for i, row := range rows {
		mark := scrollMark(i, total, room, p.edit.off)
		lines = append(lines, " "+row+p.th.Muted.Render(mark))
	}
	return Lines(width, height, append(lines, foot...))
}

func (p *Page) foot(width, height int) []string {
	if height < 3 {
		if p.asking {
			return []string{discard(p.th, width)}
		}
		return nil
	}
	var foot []string
	if height >= 6 {
		foot = append(foot, "")
	}
	if p.fault != "" {
		for _, line := range Wrap("! "+p.fault, max(1, width-2)) {
			if len(foot) < height/2 {
				foot = append(foot, " "+p.th.Late.Render(line))
			}
		}
	}
	if p.asking {
		return append(foot, discard(p.th, width))
	}
	n := p.lines()
	count := fmt.Sprintf("%d líneas", n)
	if n == 1 {
		count = "1 línea"
	}
	keys := keyLine(p.th, max(0, width-len(count)-1), "Ctrl+S", "confirmar", "Esc", "salir")
	return append(foot, keys+p.th.Muted.Render(Right(count, min(width, len(count)))))
}

// lines counts the lines with something on them.
func (p *Page) lines() int {
	n, full := 0, false
	for _, c := range p.edit.cells {
		switch c {
		case "\n":
			full = false
		case " ":
		default:
			if !full {
				n++
			}
			full = true
		}
	}
	return n
}
