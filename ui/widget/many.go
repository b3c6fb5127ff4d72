package widget

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"faro/ui/theme"
)

// manyShown is how many options of a Many are listed at once.
const manyShown = 8

// manyControl picks any number of options: a list while it has the focus, the
// chosen ones in a line otherwise.
type manyControl struct {
	options []Option
	on      []bool
	ghost   string
	list    List
}

func (c *manyControl) value() string {
	var chosen []string
	for i, o := range c.options {
		if c.on[i] {
			chosen = append(chosen, o.Value)
		}
	}
	return strings.Join(chosen, "\n")
}

func (c *manyControl) set(value string) {
	chosen := strings.Split(value, "\n")
	c.on = make([]bool, len(c.options))
	for i, o := range c.options {
		c.on[i] = value != "" && slices.Contains(chosen, o.Value)
	}
	c.list.Set(len(c.options))
	c.list.SetHeight(min(manyShown, len(c.options)))
}

func (c *manyControl) key(k tea.KeyMsg) bool {
	at := c.list.Cursor()
	switch k.String() {
	case " ", "x":
		c.flip(at)
	case "up":
		if at <= 0 {
			return false
		}
		c.list.Move(-1)
	case "down":
		if at >= len(c.options)-1 {
			return false
		}
		c.list.Move(1)
	case "a", "t":
		all := slices.Contains(c.on, false)
		for i := range c.on {
			c.on[i] = all
		}
	default:
		return c.letter(k)
	}
	return true
}

func (c *manyControl) flip(at int) {
	if at >= 0 && at < len(c.on) {
		c.on[at] = !c.on[at]
	}
}

// letter goes to the next option that begins with it.
func (c *manyControl) letter(k tea.KeyMsg) bool {
	if k.Type != tea.KeyRunes || k.Alt {
		return false
	}
	for i := range c.options {
		at := (c.list.Cursor() + 1 + i) % len(c.options)
		if strings.HasPrefix(fold(c.options[at].Label), fold(string(k.Runes))) {
			c.list.Select(at)
			break
		}
	}
	return true
}

func (c *manyControl) leave()          { c.list.Home() }
func (c *manyControl) escape() bool    { return false }
func (c *manyControl) hints() []string { return []string{"Espacio", "marcar", "↑↓", "mover"} }

func (c *manyControl) click(_, y int) {
	if at, ok := c.list.Click(y); ok {
		c.flip(at)
	}
}

func (c *manyControl) view(th theme.Theme, width int, focused bool) ([]string, int) {
	if len(c.options) == 0 {
		return []string{th.Muted.Render(Fit("no hay de dónde elegir", width))}, 0
	}
	if !focused {
		return c.summary(th, width), 0
	}
	from, to := c.list.Window()
	lines := make([]string, 0, to-from)
	for i := from; i < to; i++ {
		box := "[ ] "
		if c.on[i] {
			box = "[x] "
		}
		line := optionLine(th, "▸", box+c.options[i].Label, width-1, i == c.list.Cursor())
		lines = append(lines, line+th.Muted.Render(Fit(c.list.ScrollMark(i-from), min(1, width))))
	}
	return lines, c.list.Cursor() - from
}

// summary names the chosen options in a line or two.
func (c *manyControl) summary(th theme.Theme, width int) []string {
	var names []string
	for i, o := range c.options {
		if c.on[i] {
			names = append(names, o.Label)
		}
	}
	if len(names) == 0 {
		return []string{th.Muted.Render(Fit(c.ghost, width))}
	}
	lines := Wrap(strings.Join(names, ", "), width)
	if len(lines) > 2 {
		lines = []string{lines[0], Cut(lines[1]+" "+strings.Join(lines[2:], " "), width)}
	}
	return lines
}
