package accounts

import (
	"strconv"
	"strings"

	"faro/model/directive"
	"faro/ui/widget"
)

// headLines stand over the rows: the lists, what the list is for, a blank line
// and the headings.
const headLines = 4

// beside reports whether the record under the cursor has a pane at the right.
func (s *Screen) beside() bool { return s.width >= 120 }

// detailLines is the room under the rows for the record under the cursor.
func (s *Screen) detailLines() int {
	switch {
	case s.beside():
		return 0
	case s.height >= 22:
		return 9
	case s.height >= 16:
		return 6
	}
	return 0
}

func (s *Screen) rowsRoom() int { return max(1, s.height-headLines-s.detailLines()) }

// View implements screen.Screen.
func (s *Screen) View() string {
	if s.width <= 0 || s.height <= 0 {
		return ""
	}
	if s.wizard != nil {
		return s.wizard.view(s.width, s.height)
	}
	view := widget.Lines(s.width, s.height, s.body())
	if s.dialog == nil {
		return view
	}
	return s.dialog.Over(view, s.width, s.height)
}

func (s *Screen) body() []string {
	if !s.loaded {
		return nil
	}
	sec := s.section()
	wide := s.width
	if s.beside() && sec.row != nil {
		wide = s.width * 3 / 5
	}
	lines := []string{s.tabs(s.width), s.purpose(s.width), ""}
	if sec.row == nil {
		return append(lines, sec.detail(-1, s.width)...)
	}
	lines = append(lines, s.theme.Title.Render(widget.Cut("  "+sec.heads(wide-3), wide)))
	lines = append(lines, s.rows(wide)...)
	at, ok := sec.at()
	switch {
	case !ok:
	case s.beside():
		pane := make([]string, headLines-1, s.height)
		for _, l := range sec.detail(at, s.width-wide-3) {
			pane = append(pane, "  "+l)
		}
		left := widget.Lines(wide, s.height, lines)
		joined := strings.Split(widget.Join(left, widget.Lines(s.width-wide, s.height, pane)), "\n")
		copy(joined, lines[:2]) // The lists and their purpose go over both.
		return joined
	default:
		for len(lines) < s.height-s.detailLines() {
			lines = append(lines, "")
		}
		if s.detailLines() > 0 {
			lines = append(lines, "")
			for _, l := range sec.detail(at, s.width-3) {
				lines = append(lines, "  "+l)
			}
		}
	}
	return lines
}

// rows are the lines of the list that can be seen.
func (s *Screen) rows(width int) []string {
	sec := s.section()
	if sec.count() == 0 {
		lines := []string{""}
		for _, l := range sec.empty {
			lines = append(lines, "  "+l)
		}
		return lines
	}
	if len(sec.shown) == 0 {
		return []string{s.theme.Muted.Render("  Nada coincide. Esc quita el filtro.")}
	}
	var lines []string
	from, to := sec.list.Window()
	for row := from; row < to; row++ {
		bar, text := " ", widget.Fit(" "+sec.row(sec.shown[row], width-3), width-2)
		if row == sec.list.Cursor() {
			bar, text = s.theme.Accent.Render("▌"), widget.Highlight(s.theme, text, width-2)
		}
		lines = append(lines, bar+text+s.theme.Muted.Render(sec.list.ScrollMark(row-from)))
	}
	return lines
}

// tabs are the screen's own lists, the one on show marked without colour too.
func (s *Screen) tabs(width int) string {
	var line strings.Builder
	line.WriteString(" ")
	for i := range s.sections {
		label := s.label(i)
		if i == s.active {
			line.WriteString(s.theme.Accent.Underline(true).Render(label))
		} else {
			line.WriteString(s.theme.Muted.Render(label))
		}
		line.WriteString(strings.Repeat(" ", s.gap()))
	}
	return widget.Cut(line.String(), width)
}

// gap is the space between the names of the lists.
func (s *Screen) gap() int {
	if s.width >= 80 {
		return 3
	}
	return 1
}

func (s *Screen) label(i int) string {
	if s.sections[i].row == nil || s.width < 70 {
		return s.sections[i].name
	}
	return s.sections[i].name + " " + strconv.Itoa(s.sections[i].count())
}

// sectionAt is the list whose name is drawn at a column.
func (s *Screen) sectionAt(x int) (int, bool) {
	from := 1
	for i := range s.sections {
		to := from + widget.Width(s.label(i))
		if x >= from && x < to {
			return i, true
		}
		from = to + s.gap()
	}
	return 0, false
}

func (s *Screen) purpose(width int) string {
	if s.filter.Focused() || s.filter.Value() != "" {
		return " " + widget.Cut(s.filter.View(), width-1)
	}
	return " " + s.theme.Muted.Render(widget.Cut(s.section().title, width-1))
}

// reasons are verdicts with their articles, worst first.
func (s *Screen) reasons(duties []directive.Duty, width int) []string {
	var lines []string
	for _, d := range duties {
		cite := " " + d.Article + " " + d.Rule
		room := max(0, width-widget.Width(cite)-2)
		lines = append(lines, s.theme.Of(d.Status).Render(d.Status.Mark()+" "+widget.Fit(widget.Sentence(d.Why), room))+s.theme.Muted.Render(cite))
	}
	return lines
}

// pairs draws labels with their values, the values wrapped.
func (s *Screen) pairs(width int, pairs ...[2]string) []string {
	label := 0
	for _, p := range pairs {
		label = max(label, widget.Width(p[0]))
	}
	var lines []string
	for _, p := range pairs {
		value := p[1]
		if value == "" {
			value = "sin dato"
		}
		for i, l := range widget.Wrap(value, max(8, width-label-2)) {
			head := ""
			if i == 0 {
				head = p[0]
			}
			if p[1] == "" {
				l = s.theme.Muted.Render(l)
			}
			lines = append(lines, s.theme.Muted.Render(widget.Fit(head, label))+"  "+l)
		}
	}
	return lines
}
