// Package theme names the looks of the program by their meaning. Colour is
// never the only carrier of a meaning: marks and words go with it.
package theme

import (
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"faro/model/directive"
)

// Theme is every look a screen may use. Views take their styles from here and
// never make their own, so that light, dark and colourless terminals all work.
type Theme struct {
	Accent   lipgloss.Style // the program's own crimson: name, active tab, key hints
	Title    lipgloss.Style // column headings and section titles
	Text     lipgloss.Style
	Bold     lipgloss.Style
	Muted    lipgloss.Style // what may be overlooked
	Met      lipgloss.Style // done, in order
	Due      lipgloss.Style // needs somebody soon
	Late     lipgloss.Style // overdue, broken, wrong
	Selected lipgloss.Style // the row or cell under the cursor
	Cell     lipgloss.Style // the cell being edited
	Rule     lipgloss.Style // the two rules of the window
	Key      lipgloss.Style // a key in the footer
	Tab      lipgloss.Style // the tab of the screen being shown
	Dialog   lipgloss.Style // frame of a dialog; sets border and padding

	// Colourless is set when there are no colours: with NO_COLOR bold, reverse
	// and underline still show, in a pipe or a test nothing does. What is under
	// the cursor or chosen must then be told by a mark: ▌, [ ], ▸.
	Colourless bool
	// Renderer draws for one terminal; forms and widgets of libraries need it.
	Renderer *lipgloss.Renderer
}

// New returns the theme for a terminal whose colours the renderer knows.
// isLight tells which palette to use.
func New(r *lipgloss.Renderer, isLight bool) Theme {
	// Library widgets with adaptive colours would otherwise ask the terminal.
	r.SetHasDarkBackground(!isLight)
	if r.ColorProfile() == termenv.Ascii {
		return assemble(r, palette{})
	}
	if isLight {
		return assemble(r, light)
	}
	return assemble(r, dark)
}

// assemble makes the styles. An empty palette gives a theme without colours.
func assemble(r *lipgloss.Renderer, p palette) Theme {
	style := func(c colour) lipgloss.Style {
		if c == (colour{}) {
			return r.NewStyle()
		}
		return r.NewStyle().Foreground(c.of())
	}
	t := Theme{
		Accent: style(p.accent).Bold(true), Title: style(p.muted).Bold(true), Text: r.NewStyle(),
		Bold: r.NewStyle().Bold(true), Muted: style(p.muted), Met: style(p.met), Due: style(p.due),
		Late: style(p.late).Bold(true), Cell: r.NewStyle().Reverse(true), Rule: style(p.rule),
		Key: style(p.accent).Bold(true), Tab: style(p.accent).Bold(true).Reverse(true),
		Selected:   r.NewStyle().Reverse(true),
		Dialog:     r.NewStyle().Border(lipgloss.RoundedBorder()).Padding(0, 2),
		Colourless: p == palette{}, Renderer: r,
	}
	if p.accent != (colour{}) {
		t.Dialog = t.Dialog.BorderForeground(p.accent.of())
	}
	// Sixteen colours hold no quiet background: there reverse tells the row.
	if r.ColorProfile() < termenv.ANSI && !t.Colourless {
		t.Selected = r.NewStyle().Background(p.selected.of()).Bold(true)
	}
	return t
}

// Of gives the look of a status.
func (t Theme) Of(s directive.Status) lipgloss.Style {
	switch s {
	case directive.Met:
		return t.Met
	case directive.Running, directive.Justified:
		return t.Text
	case directive.AtRisk, directive.Warning:
		return t.Due
	case directive.Breach:
		return t.Late
	case directive.NoData, directive.NotEvaluable:
		return t.Muted
	}
	return t.Text
}

// Mark is a status as one coloured cell: ✓ … ! ✗ ? – j.
func (t Theme) Mark(s directive.Status) string { return t.Of(s).Render(s.Mark()) }

// Status is a status in full, its mark and its word: «✗ incumple».
func (t Theme) Status(s directive.Status) string {
	return t.Of(s).Render(s.Mark() + " " + s.Label())
}
