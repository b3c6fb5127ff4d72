package widget

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"faro/ui/theme"
)

const (
	// few options are shown side by side and picked by their first letter;
	// more are found by typing a part of the name.
	few = 5
	// found is how many matches are listed at most.
	found = 6
	// noMatch is what every filter says when nothing is left.
	noMatch = "Sin coincidencias"
)

// choiceControl picks one option with the arrows: ‹ Facebook ›.
type choiceControl struct {
	options []Option
	at      int // -1: nothing chosen yet
	ghost   string
	seek    editor
	seeking bool
	list    List // over the matches while seeking
}

func (c *choiceControl) value() string {
	if c.at < 0 || c.at >= len(c.options) {
		return ""
	}
	return c.options[c.at].Value
}

func (c *choiceControl) set(value string) {
	c.at = slices.IndexFunc(c.options, func(o Option) bool { return o.Value == value })
}

func (c *choiceControl) key(k tea.KeyMsg) bool {
	if c.seeking {
		return c.seekKey(k)
	}
	switch k.String() {
	case "left":
		c.turn(-1)
	case "right", " ":
		c.turn(1)
	default:
		return c.letter(k)
	}
	return true
}

// turn goes round the options.
func (c *choiceControl) turn(d int) {
	n := len(c.options)
	switch {
	case n == 0:
	case c.at < 0 && d < 0:
		c.at = n - 1
	case c.at < 0:
		c.at = 0
	default:
		c.at = (c.at + d + n) % n
	}
}

// letter picks by first letter among few options, or opens the filter.
func (c *choiceControl) letter(k tea.KeyMsg) bool {
	if k.Type != tea.KeyRunes || k.Alt {
		return false
	}
	if len(c.options) > few || k.Paste {
		c.seeking = true
		c.seek.set("")
		return c.seekKey(k)
	}
	for i := range c.options {
		at := (c.at + 1 + i + len(c.options)) % len(c.options)
		if strings.HasPrefix(fold(c.options[at].Label), fold(string(k.Runes))) {
			c.at = at
			break
		}
	}
	return true
}

func (c *choiceControl) seekKey(k tea.KeyMsg) bool {
	switch k.String() {
	case "up", "down", "pgup", "pgdown":
		return c.list.Key(k)
	case "enter":
		// A filter that finds nothing must not choose for the person.
		matches := c.matches()
		if len(matches) == 0 {
			return true
		}
		c.take(matches)
		return false // The form goes on to the next field.
	}
	if !c.seek.key(k) {
		return false
	}
	c.list.Home()
	c.list.Set(len(c.matches()))
	c.list.SetHeight(min(found, c.list.Len()))
	c.seeking = c.seek.text() != ""
	return true
}

func (c *choiceControl) take(matches []int) {
	if at := c.list.Cursor(); at >= 0 && at < len(matches) {
		c.at = matches[at]
	}
	c.seeking = false
}

func (c *choiceControl) matches() []int { return filter(c.options, c.seek.text()) }

// leave takes what the filter found, as Enter would.
func (c *choiceControl) leave() {
	if c.seeking {
		c.take(c.matches())
	}
	c.seeking = false
}

func (c *choiceControl) escape() bool {
	was := c.seeking
	c.seeking = false
	return was
}

func (c *choiceControl) hints() []string {
	if c.seeking {
		return []string{"↑↓", "elegir"}
	}
	if len(c.options) > few {
		return []string{"←→", "cambiar", "escribir", "buscar"}
	}
	return []string{"←→", "cambiar"}
}

func (c *choiceControl) click(x, y int) {
	switch {
	case c.seeking && y > 0:
		if _, ok := c.list.Click(y - 1); ok {
			c.take(c.matches())
		}
	case y == 0:
		for i, e := range c.ends() {
			if x < e {
				c.at = i
				return
			}
		}
	}
}

func (c *choiceControl) view(th theme.Theme, width int, focused bool) ([]string, int) {
	label := c.ghost
	if c.at >= 0 && c.at < len(c.options) {
		label = c.options[c.at].Label
	}
	switch {
	case len(c.options) == 0:
		return []string{th.Muted.Render(Fit("no hay de dónde elegir", width))}, 0
	case focused && c.seeking:
		return c.seekView(th, width)
	case focused:
		return []string{c.focusedLine(th, label, width)}, 0
	case c.at < 0:
		return []string{th.Muted.Render(Fit(label, width))}, 0
	}
	return []string{Fit(label, width)}, 0
}

// focusedLine shows all the options if they are few and there is room:
// ‹ Facebook ›  X  Instagram.
func (c *choiceControl) focusedLine(th theme.Theme, label string, width int) string {
	ends := c.ends()
	if len(ends) > 0 && ends[len(ends)-1] <= width {
		var b strings.Builder
		for i, o := range c.options {
			if i == c.at {
				b.WriteString(th.Accent.Render("‹ ") + th.Bold.Render(tame(o.Label)) + th.Accent.Render(" ›"))
			} else {
				b.WriteString("  " + th.Muted.Render(tame(o.Label)) + "  ")
			}
		}
		return Fit(b.String(), width)
	}
	tally := fmt.Sprintf("  %d de %d", c.at+1, len(c.options))
	if c.at < 0 {
		tally = fmt.Sprintf("  %d opciones", len(c.options))
	}
	line := th.Accent.Render("‹ ") + th.Bold.Render(Cut(label, max(1, width-4))) + th.Accent.Render(" ›")
	if Width(line)+len(tally) <= width {
		line += th.Muted.Render(tally)
	}
	return Fit(line, width)
}

// ends are the columns where the options of a line stop, if they are few.
func (c *choiceControl) ends() []int {
	if len(c.options) > few || c.at < 0 {
		return nil
	}
	ends, x := make([]int, len(c.options)), 0
	for i, o := range c.options {
		x += Width(o.Label) + 4
		ends[i] = x
	}
	return ends
}

func (c *choiceControl) seekView(th theme.Theme, width int) ([]string, int) {
	const label = "buscar: "
	lines := []string{th.Muted.Render(Cut(label, width)) + c.seek.line(th, width-len(label), true)}
	matches := c.matches()
	if len(matches) == 0 {
		return append(lines, th.Due.Render(Fit(noMatch, width))), 0
	}
	from, to := c.list.Window()
	for i := from; i < min(to, len(matches)); i++ {
		lines = append(lines, optionLine(th, "▸", c.options[matches[i]].Label, width, i == c.list.Cursor()))
	}
	return lines, 1 + c.list.Cursor() - from
}

// optionLine is a row of a list of options, with a mark at the one under the
// cursor: ▸ within a field, which has a bar of its own, ▌ elsewhere.
func optionLine(th theme.Theme, mark, label string, width int, here bool) string {
	if !here {
		return Fit("  "+label, width)
	}
	if width < 3 {
		return th.Selected.Render(Fit(label, width))
	}
	return th.Accent.Render(mark) + th.Selected.Render(Fit(" "+label, width-1))
}
