package report

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/annex"
	"faro/ui/theme"
	"faro/ui/widget"
)

// preview shows the tables as they will print, to be scrolled through.
type preview struct {
	report annex.Quarterly
	tables []annex.Table
	list   widget.List // its rows are the lines of the document
	lines  []string
	width  int // lines are laid out for this width
}

func (s *Screen) open(m previewMsg) {
	if m.quarter != s.quarter {
		return
	}
	s.preview = &preview{report: m.report, tables: m.report.Tables()}
	s.preview.setHeight(s.height)
}

func (p *preview) setHeight(height int) { p.list.SetHeight(max(1, height-2)) }

// press moves through the document; true when it is to be closed.
func (p *preview) press(msg tea.KeyMsg) bool {
	from, to := p.list.Window()
	switch msg.String() {
	case "esc", "q", "p":
		return true
	case "up", "k":
		p.list.Select(max(0, from-1))
	case "down", "j":
		p.list.Select(to)
	case " ", "pgdown":
		p.list.Select(min(p.list.Len()-1, to+p.page()-1))
	case "pgup":
		p.list.Select(max(0, from-p.page()))
	case "home", "g":
		p.list.Home()
	case "end", "G":
		p.list.End()
	}
	return false
}

func (p *preview) page() int {
	from, to := p.list.Window()
	return max(1, to-from-1)
}

func (p *preview) wheel(msg tea.MouseMsg) { p.list.Wheel(msg) }

func (p *preview) view(th theme.Theme, width, height int) string {
	if p.width != width {
		p.lines, p.width = p.compose(th, max(1, width-2)), width
		p.list.Set(len(p.lines))
	}
	from, to := p.list.Window()
	var lines []string
	for i := from; i < to; i++ {
		lines = append(lines, " "+widget.Fit(p.lines[i], width-2)+th.Muted.Render(p.list.ScrollMark(i-from)))
	}
	for len(lines) < height-1 {
		lines = append(lines, "")
	}
	hints := widget.Hints(th, width-2, "↑↓", "mover", "Espacio", "página", "Esc", "volver")
	return widget.Lines(width, height, append(lines[:max(0, height-1)], " "+hints))
}

// compose lays the whole document out.
func (p *preview) compose(th theme.Theme, width int) []string {
	r := p.report
	lines := []string{
		th.Bold.Render("ANEXO 3 · INFORME TRIMESTRAL SOBRE CUENTAS DE REDES SOCIALES"),
		r.Entity.Name + " · " + r.Quarter.Title() + fmt.Sprintf(" · versión %d", r.Version),
		th.Muted.Render(r.Completeness().Label() + " · plazo interno " + r.Due.Slashed() + " (6.3.2)"),
	}
	for _, section := range r.Networks {
		lines = append(lines, "", th.Accent.Render(section.Title))
		for _, l := range widget.Wrap(section.Rule, width) {
			lines = append(lines, th.Muted.Render(l))
		}
		if len(section.Tables) == 0 {
			lines = append(lines, "La entidad no tiene una cuenta registrada en esta red.")
		}
		for _, t := range section.Tables {
			lines = append(lines, tableLines(th, t, width)...)
		}
		for _, note := range section.Notes {
			lines = append(lines, noteLines(th, note, width)...)
		}
	}
	return lines
}

func noteLines(th theme.Theme, note string, width int) []string {
	var lines []string
	for _, l := range widget.Wrap(note, max(1, width-2)) {
		lines = append(lines, "  "+th.Muted.Render(l))
	}
	return lines
}

// tableLines draws one table under the Annex's own headings.
func tableLines(th theme.Theme, t annex.Table, width int) []string {
	lines := []string{"", th.Bold.Render(widget.Cut(t.Title+" · "+t.Name+" · "+t.Handle, width))}
	widths := columnWidths(t, width)
	lines = append(lines, headingLines(th, t, widths)...)
	lines = append(lines, th.Rule.Render(strings.Repeat("─", max(0, min(width, sum(widths))))))
	for _, row := range t.Rows {
		var line strings.Builder
		for c, text := range row.Cells {
			line.WriteString(place(t.Columns[c].Kind, model.Clean(text), widths[c]))
		}
		if row.Empty {
			lines = append(lines, th.Muted.Render(line.String()))
		} else {
			lines = append(lines, line.String())
		}
	}
	for _, note := range t.Notes {
		lines = append(lines, noteLines(th, note, width)...)
	}
	return lines
}

// place puts a cell in its column, numbers at the right.
func place(kind annex.ColumnKind, text string, width int) string {
	switch kind {
	case annex.NumberColumn, annex.CountColumn, annex.DurationColumn, annex.RateColumn:
		return widget.Right(text, width-2) + "  "
	case annex.DateColumn, annex.LinkColumn:
	}
	return widget.Fit(text, width)
}

// columnWidths gives the links what the other columns leave.
func columnWidths(t annex.Table, width int) []int {
	widths := make([]int, len(t.Columns))
	used := 0
	for i, c := range t.Columns {
		switch c.Kind {
		case annex.NumberColumn:
			widths[i] = 4
		case annex.CountColumn, annex.DurationColumn:
			widths[i] = 17
		case annex.RateColumn:
			widths[i] = 19
		case annex.DateColumn:
			widths[i] = 12
		case annex.LinkColumn:
		}
		used += widths[i]
	}
	if width-used < 20 { // Narrow: the headings wrap more.
		used = 0
		for i := range widths {
			widths[i] = min(widths[i], 13)
			used += widths[i]
		}
	}
	for i, c := range t.Columns {
		if c.Kind == annex.LinkColumn {
			widths[i] = max(8, width-used)
		}
	}
	return widths
}

// headingLines wraps the Annex's headings over their columns.
func headingLines(th theme.Theme, t annex.Table, widths []int) []string {
	wrapped := make([][]string, len(t.Headings))
	tall := 0
	for i, h := range t.Headings {
		wrapped[i] = widget.Wrap(h, max(1, widths[i]-2))
		tall = max(tall, len(wrapped[i]))
	}
	lines := make([]string, tall)
	for i := range lines {
		var line strings.Builder
		for c := range wrapped {
			text := ""
			if i < len(wrapped[c]) {
				text = wrapped[c][i]
			}
			line.WriteString(place(t.Columns[c].Kind, text, widths[c]))
		}
		lines[i] = th.Title.Render(line.String())
	}
	return lines
}

func sum(all []int) int {
	total := 0
	for _, n := range all {
		total += n
	}
	return total
}
