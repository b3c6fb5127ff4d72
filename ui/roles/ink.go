package roles

import (
	"strings"

	"github.com/charmbracelet/lipgloss"

	"faro/model/directive"
	"faro/ui/theme"
)

// ink is a style taken apart once, so that the hundreds of cells of a wide
// screen cost no rendering each.
type ink struct{ on, off string }

func inkOf(s lipgloss.Style) ink {
	on, off, ok := strings.Cut(s.Inline(true).Render("x"), "x")
	if !ok {
		return ink{}
	}
	return ink{on, off}
}

func (i ink) draw(s string) string {
	if i.on == "" || s == "" {
		return s
	}
	return i.on + s + i.off
}

// inks are the looks of the lists.
type inks struct {
	text, bold, muted, accent, selected ink
	met, due, late                      ink
}

func inksOf(th theme.Theme) inks {
	return inks{
		text: inkOf(th.Text), bold: inkOf(th.Bold), muted: inkOf(th.Muted), accent: inkOf(th.Accent), selected: inkOf(th.Selected),
		met: inkOf(th.Met), due: inkOf(th.Due), late: inkOf(th.Late),
	}
}

// of is the look of a status, as the theme has it.
func (i *inks) of(s directive.Status) ink {
	switch s {
	case directive.Met:
		return i.met
	case directive.AtRisk, directive.Warning:
		return i.due
	case directive.Breach:
		return i.late
	case directive.NoData, directive.NotEvaluable:
		return i.muted
	case directive.Running, directive.Justified:
	}
	return i.text
}
