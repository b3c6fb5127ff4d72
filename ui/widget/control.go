package widget

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
	"faro/ui/theme"
)

// control is the part of a field that is typed in.
type control interface {
	value() string
	set(value string)
	// key tells whether k meant something here.
	key(k tea.KeyMsg) bool
	// leave is called when the focus goes elsewhere.
	leave()
	// escape undoes a step of the control's own, if there is one.
	escape() bool
	// view draws in at most width cells; caret is the line to keep in sight.
	view(th theme.Theme, width int, focused bool) (lines []string, caret int)
	// hints are the keys of this control, key and word by turns.
	hints() []string
	// click is a press on column x of line y of what view drew.
	click(x, y int)
}

// textControl is one line, or a day.
type textControl struct {
	edit   editor
	ghost  string
	hidden bool
	day    bool
	today  calendar.Day
}

func (c *textControl) typed() string { return model.Clean(c.edit.text()) }

func (c *textControl) value() string {
	if !c.day || c.typed() == "" {
		return c.typed()
	}
	d, err := calendar.ReadDay(c.typed(), c.today)
	if err != nil {
		return c.typed() // A check says what is wrong with it.
	}
	return d.String()
}

func (c *textControl) readable(string) error {
	_, err := calendar.ReadDay(c.typed(), c.today)
	return err
}

func (c *textControl) set(value string) {
	if c.day {
		if d, err := calendar.ParseDay(value); err == nil {
			value = d.Slashed()
		}
	}
	c.edit.set(value)
}

func (c *textControl) key(k tea.KeyMsg) bool { return c.edit.key(k) }
func (c *textControl) escape() bool          { return false }
func (c *textControl) hints() []string       { return nil }
func (c *textControl) click(x, _ int)        { c.edit.put(x, 0) }

// leave shows a day in full: «ayer» becomes 22/11/2026.
func (c *textControl) leave() {
	if !c.day || c.typed() == "" {
		return
	}
	if d, err := calendar.ReadDay(c.typed(), c.today); err == nil {
		c.edit.set(d.Slashed())
	}
}

func (c *textControl) view(th theme.Theme, width int, focused bool) ([]string, int) {
	if c.edit.text() == "" {
		return []string{ghost(th, c.ghost, width, focused)}, 0
	}
	if c.hidden {
		dots := editor{cells: make([]string, len(c.edit.cells)), pos: c.edit.pos}
		for i := range dots.cells {
			dots.cells[i] = "•"
		}
		return []string{dots.line(th, width, focused)}, 0
	}
	if c.day {
		return []string{c.dayLine(th, width, focused)}, 0
	}
	return []string{c.edit.line(th, width, focused)}, 0
}

// dayLine shows what was typed and, beside it, which day it was read as.
func (c *textControl) dayLine(th theme.Theme, width int, focused bool) string {
	const room = 14
	if width < room+len("lun 23/11/2026") {
		return c.edit.line(th, width, focused)
	}
	read := ""
	if d, err := calendar.ReadDay(c.typed(), c.today); err == nil {
		read = d.Label()
		if d == c.today {
			read += " (hoy)"
		}
	}
	return c.edit.line(th, room, focused) + th.Muted.Render(Fit(read, width-room))
}

// ghost is an empty field: what could be typed, and the cursor before it.
// Where there are no colours to quieten it, it would read as a value, and is
// shown only where the cursor is.
func ghost(th theme.Theme, text string, width int, focused bool) string {
	if !focused {
		if text == "" || th.Colourless {
			text = "—"
		}
		return th.Muted.Render(Fit(text, width))
	}
	if width <= 1 || th.Colourless || text == "" {
		var e editor
		return e.line(th, min(1, width), true) + th.Muted.Render(Fit(text, width-1))
	}
	e := editor{cells: clusters(text)}
	return th.Cell.Render(Fit(e.cells[0], cellWidth(e.cells[0]))) +
		th.Muted.Render(Fit(strings.Join(e.cells[1:], ""), width-cellWidth(e.cells[0])))
}

// areaControl is a text of several lines.
type areaControl struct {
	edit  editor
	ghost string
	rows  int
}

func (c *areaControl) value() string         { return model.CleanText(c.edit.text()) }
func (c *areaControl) set(value string)      { c.edit.set(value) }
func (c *areaControl) key(k tea.KeyMsg) bool { return c.edit.key(k) }
func (c *areaControl) leave()                {}
func (c *areaControl) escape() bool          { return false }
func (c *areaControl) hints() []string       { return []string{"Enter", "otra línea", "Tab", "siguiente"} }
func (c *areaControl) click(x, y int)        { c.edit.put(max(0, x-2), y) }

func (c *areaControl) view(th theme.Theme, width int, focused bool) ([]string, int) {
	edge, look := "┆ ", th.Muted
	if focused {
		edge, look = "│ ", th.Accent
	}
	inside := max(1, width-2)
	lines, caret := c.edit.page(th, inside, c.rows, focused)
	if c.edit.text() == "" {
		lines[0] = ghost(th, c.ghost, inside, focused)
	}
	for i, line := range lines {
		lines[i] = look.Render(edge) + line
	}
	return lines, caret
}
