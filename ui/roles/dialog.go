package roles

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"faro/ui/theme"
	"faro/ui/widget"
)

// dialog is a box over the screen that takes the keys until it is done.
type dialog interface {
	press(k tea.KeyMsg) (cmd tea.Cmd, done bool)
	// click gets a place counted from the first cell of what draw made.
	click(m tea.MouseMsg) (cmd tea.Cmd, done bool)
	// draw is the title and the lines, in at most width by height cells.
	draw(width, height int) (title string, lines []string)
	hints() []key.Binding
	// unsaved says what was typed and not recorded, or "".
	unsaved() string
	// problem shows why what was confirmed could not be recorded.
	problem(err error)
}

// toDialog hands something to the open dialog and closes it when it is done,
// unless it opened another one.
func (s *Screen) toDialog(give func(dialog) (tea.Cmd, bool)) tea.Cmd {
	d := s.dialog
	cmd, done := give(d)
	if done && s.dialog == d {
		s.dialog = nil
	}
	return cmd
}

// The room a dialog's frame takes: border and padding at the sides, border and
// a blank line above and below.
const (
	frameWidth  = 6
	frameHeight = 4
	dialogWidth = 84
)

// dialogBox is the open dialog in its frame, and where the first cell of its
// contents stands.
func (s *Screen) dialogBox() (box string, x, y int) {
	width := min(s.width, dialogWidth)
	title, lines := s.dialog.draw(max(1, width-frameWidth), max(1, s.height-frameHeight))
	box = widget.Frame(s.theme, title, strings.Join(lines, "\n"), "", width)
	tall := min(s.height, strings.Count(box, "\n")+1)
	return box, (s.width-width)/2 + frameWidth/2, (s.height-tall)/2 + frameHeight/2
}

// formDialog asks for the fields of one record.
type formDialog struct {
	th     theme.Theme
	title  string
	form   *widget.Form
	what   string                   // what would be lost: «el rol que está anotando»
	before func(width int) []string // lines above the form, as it stands
	after  func(width int) []string // lines below it
	least  int                      // lines in which the form can still be worked; zero: eight
	submit func(self *formDialog) (cmd tea.Cmd, done bool)

	formLine int // where the form was drawn
}

func (d *formDialog) press(k tea.KeyMsg) (tea.Cmd, bool) { return d.give(k) }

func (d *formDialog) click(m tea.MouseMsg) (tea.Cmd, bool) {
	m.Y -= d.formLine
	return d.give(m)
}

func (d *formDialog) give(msg tea.Msg) (tea.Cmd, bool) {
	if d.form.Done() {
		return nil, false // What was confirmed is on its way to the file.
	}
	cmd := d.form.Update(msg)
	switch {
	case d.form.Cancelled():
		return nil, true
	case d.form.Done():
		return d.submit(d)
	}
	return cmd, false
}

func (d *formDialog) draw(width, height int) (string, []string) {
	var lines, below []string
	least := d.least
	if least == 0 {
		least = 8
	}
	least = min(least, height*2/3)
	if d.before != nil {
		lines = d.before(width)
		lines = lines[:min(len(lines), max(0, height-least))]
		if len(lines) > 0 && height-len(lines) > least {
			lines = append(lines, "")
		}
	}
	if d.after != nil {
		below = d.after(width)
	}
	if room := max(0, height-len(lines)-least); len(below) > room {
		more := d.th.Muted.Render(widget.Cut("… y "+count(len(below)-room+1, "línea más", "líneas más"), width))
		if below = below[:room]; room > 2 {
			below[room-1] = more
		}
	}
	d.formLine = len(lines)
	lines = append(lines, strings.Split(d.form.View(width, max(1, height-len(lines)-len(below))), "\n")...)
	return d.title, append(lines, below...)
}

func (d *formDialog) hints() []key.Binding {
	return []key.Binding{
		key.NewBinding(key.WithKeys("enter"), key.WithHelp("Enter", "siguiente")),
		key.NewBinding(key.WithKeys("ctrl+s"), key.WithHelp("Ctrl+S", "anotar")),
		key.NewBinding(key.WithKeys("esc"), key.WithHelp("Esc", "salir sin anotar")),
	}
}

func (d *formDialog) unsaved() string {
	if d.form.Dirty() && !d.form.Done() {
		return d.what
	}
	return ""
}

func (d *formDialog) problem(err error) { d.form.Problem(err) }

// textDialog shows lines to read, more than fit if need be. Its own keys, if
// it has any, are asked first.
type textDialog struct {
	title string
	lay   func(width int) []string
	own   func(k tea.KeyMsg) (cmd tea.Cmd, done, used bool)
	keys  []key.Binding

	first, rows, height int
}

func (d *textDialog) press(k tea.KeyMsg) (tea.Cmd, bool) {
	if d.own != nil {
		if cmd, done, used := d.own(k); used {
			return cmd, done
		}
	}
	switch k.String() {
	case "esc", "enter", "q":
		return nil, true
	case "up", "k":
		d.scroll(-1)
	case "down", "j":
		d.scroll(1)
	case "pgup":
		d.scroll(1 - d.height)
	case "pgdown", " ":
		d.scroll(d.height - 1)
	}
	return nil, false
}

func (d *textDialog) click(m tea.MouseMsg) (tea.Cmd, bool) {
	switch m.Button {
	case tea.MouseButtonWheelUp:
		d.scroll(-3)
	case tea.MouseButtonWheelDown:
		d.scroll(3)
	default:
	}
	return nil, false
}

func (d *textDialog) scroll(by int) { d.first = max(0, min(d.first+by, d.rows-d.height)) }

func (d *textDialog) draw(width, height int) (string, []string) {
	lines := d.lay(width)
	d.rows, d.height = len(lines), height
	d.scroll(0)
	title := d.title
	if d.rows > height {
		title += " · ↑↓ hay más"
	}
	return title, lines[d.first:min(d.rows, d.first+height)]
}

func (d *textDialog) hints() []key.Binding {
	return append(d.keys, key.NewBinding(key.WithKeys("esc", "enter"), key.WithHelp("Esc", "cerrar")))
}

func (d *textDialog) unsaved() string { return "" }
func (d *textDialog) problem(error)   {}
