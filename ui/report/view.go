package report

import (
	"fmt"
	"strings"

	"faro/model"
	"faro/model/annex"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/ui/widget"
)

// headLines stand over the grid: the quarter, its completeness, a blank line
// and the months.
const headLines = 4

// beside reports whether gaps and versions have a pane at the right.
func (s *Screen) beside() bool { return s.width >= 130 }

// rowsRoom is the height of the grid: all accounts if they leave room for what
// is lacking, at least half of the screen otherwise.
func (s *Screen) rowsRoom() int {
	room := s.height - headLines
	if s.beside() {
		return max(1, room)
	}
	return max(1, min(max(room/2, 5), room-min(room/2, 6)))
}

// View implements screen.Screen.
func (s *Screen) View() string {
	if s.width <= 0 || s.height <= 0 {
		return ""
	}
	if s.preview != nil {
		return s.preview.view(s.theme, s.width, s.height)
	}
	view := widget.Lines(s.width, s.height, s.body())
	if s.dialog == nil {
		return view
	}
	return s.dialog.Over(view, s.width, s.height)
}

func (s *Screen) body() []string {
	if s.board.quarter().IsZero() {
		return nil
	}
	wide := s.width
	if s.beside() {
		wide = s.width * 3 / 5
	}
	lines := []string{s.titleLine(wide), s.stateLine(wide), "", s.months(wide)}
	from, to := s.list.Window()
	for row := from; row < to; row++ {
		lines = append(lines, s.row(row, wide-1)+s.theme.Muted.Render(s.list.ScrollMark(row-from)))
	}
	if s.beside() {
		side := append(s.lackingLines(s.width-wide-2, s.height/2), "")
		side = append(side, s.versionLines(s.width-wide-2)...)
		pane := make([]string, len(side))
		for i, l := range side {
			pane[i] = "  " + l
		}
		return strings.Split(widget.Join(widget.Lines(wide, s.height, lines), widget.Lines(s.width-wide, s.height, pane)), "\n")
	}
	lines = append(lines, "")
	versions := s.versionLines(s.width)
	room := s.height - len(lines)
	keep := min(len(versions), max(2, room/3))
	lines = append(lines, s.lackingLines(s.width, max(2, room-keep-1))...)
	if s.height-len(lines) > keep {
		lines = append(lines, "")
	}
	return append(lines, versions[:min(keep, len(versions))]...)
}

func (s *Screen) titleLine(width int) string {
	r := s.board.report
	name := " " + s.theme.Bold.Render(r.Quarter.Title())
	if s.quarter != r.Quarter {
		name += s.theme.Muted.Render("  leyendo el " + s.quarter.Title() + "…")
	}
	due := s.dueText()
	return widget.Fit(name, max(0, width-widget.Width(due)-8)) + due + s.theme.Muted.Render(widget.Right("6.3.2 ", 8))
}

// dueText says how the internal deadline stands, which does not matter once a
// version was sent.
func (s *Screen) dueText() string {
	due, today := s.board.report.Due, calendar.DayOf(s.now())
	for _, v := range s.board.versions {
		if v.State != model.Draft {
			return s.theme.Met.Render("✓ enviado el " + v.SentOn.Slashed())
		}
	}
	text := "plazo interno " + due.Slashed()
	switch left := due.Sub(today); {
	case left < 0:
		return s.theme.Late.Render("✗ " + text + ", venció hace " + days(-left))
	case left <= 7:
		return s.theme.Due.Render("! " + text + ", faltan " + days(left))
	}
	return s.theme.Text.Render(text)
}

func days(n int) string {
	if n == 1 {
		return "1 día"
	}
	return model.Count(int64(n)) + " días"
}

func (s *Screen) stateLine(width int) string {
	c := s.board.report.Completeness()
	look, mark := s.theme.Due, "!"
	if c.Complete() {
		look, mark = s.theme.Met, "✓"
	}
	text := " " + look.Render(mark+" "+c.Label())
	if n := s.board.lacking; n > 0 {
		text += s.theme.Muted.Render(" · " + lacks(n))
	}
	meter := min(30, max(0, width-60))
	return text + "  " + widget.Meter(s.theme, meter, c.Rows, c.Expected, look)
}

// labelWidth is the width of the accounts' column, cellWidth of each month's.
func (s *Screen) gridWidths(width int) (label, cell int) {
	cell = min(22, max(12, (width-24)/3))
	return max(10, width-3*cell-2), cell
}

func (s *Screen) months(width int) string {
	label, cellWidth := s.gridWidths(width - 1)
	text := "  " + widget.Fit("CUENTA", label)
	for _, m := range s.board.quarter().Months() {
		text += widget.Fit(strings.ToUpper(m.Name()), cellWidth)
	}
	return s.theme.Title.Render(widget.Cut(text, width))
}

func (s *Screen) row(i, width int) string {
	row := s.board.rows[i]
	label, cellWidth := s.gridWidths(width)
	here := i == s.list.Cursor()
	bar, name := " ", row.name()
	if here {
		bar = s.theme.Accent.Render("▌")
	}
	line := bar + " " + widget.Fit(name, label-1) + " "
	for m, c := range row.cells {
		status := c.status()
		text := widget.Fit(status.Mark()+" "+c.label(cellWidth >= 18), cellWidth-1)
		look := s.theme.Of(status)
		if here && m == s.column {
			look = s.theme.Cell
		}
		line += look.Render(text) + " "
	}
	return widget.Fit(line, width)
}

func (r boardRow) name() string {
	if r.account.ID == 0 && r.account.Name == "" {
		return r.network.LongLabel() + " (sin cuenta)"
	}
	return r.account.Label()
}

// columnAt is the month drawn at a column of the window.
func (s *Screen) columnAt(x int) (int, bool) {
	wide := s.width
	if s.beside() {
		wide = s.width * 3 / 5
	}
	label, cellWidth := s.gridWidths(wide - 1)
	x -= label + 2
	if x < 0 || x >= 3*cellWidth {
		return 0, false
	}
	return x / cellWidth, true
}

// lackingLines names what the cell under the cursor lacks.
func (s *Screen) lackingLines(width, height int) []string {
	row, ok := s.current()
	if !ok || height <= 0 {
		return nil
	}
	c := row.cells[s.column]
	month := s.board.quarter().Months()[s.column]
	head := s.theme.Title.Render(widget.Cut(strings.ToUpper(month.Name())+" · "+row.name(), width-1))
	lines := []string{" " + head}
	switch {
	case c.table == nil:
		lines = append(lines, "   "+s.theme.Muted.Render("Si la entidad tiene esa cuenta, regístrela en «Cuentas» (tecla 6)."))
	case len(c.gaps) == 0:
		lines = append(lines, "   "+s.theme.Met.Render("✓ Completo")+s.theme.Muted.Render(fmt.Sprintf(" · %d publicaciones en el mes", c.table.Posts)))
	default:
		for _, text := range annex.Summarize(c.gaps) {
			_, what, found := strings.Cut(text, ": ")
			if !found {
				what = text
			}
			for i, l := range widget.Wrap(what, max(10, width-6)) {
				mark := "   "
				if i == 0 {
					mark = " " + s.theme.Of(c.status()).Render(c.status().Mark()) + " "
				}
				lines = append(lines, " "+mark+l)
			}
		}
	}
	if len(lines) > height {
		lines = append(lines[:height-1], "   "+s.theme.Muted.Render("… y más: Enter abre el mes"))
	}
	return lines
}

// versionLines tells how far each version has come.
func (s *Screen) versionLines(width int) []string {
	lines := []string{" " + s.theme.Title.Render("VERSIONES")}
	if len(s.board.versions) == 0 {
		return append(lines, "   "+s.theme.Muted.Render("Ninguna todavía: e exporta, m prepara el correo."))
	}
	for _, v := range s.board.versions {
		status, when := directive.Running, "hecha el "+calendar.DayOf(v.CreatedAt).Slashed()
		switch v.State {
		case model.Sent:
			status, when = directive.Met, "el "+v.SentOn.Slashed()
		case model.Received:
			status, when = directive.Met, "el "+v.ReceivedOn.Slashed()+" (enviada el "+v.SentOn.Slashed()+")"
		case model.Draft:
		}
		text := fmt.Sprintf("v%d %s %s", v.Version, v.State, when)
		if v.Cargo != "" {
			text += " · cargo " + model.Clean(v.Cargo)
		}
		if kinds := formatsOf(v); kinds != "" {
			text += " · " + kinds
		}
		lines = append(lines, " "+s.theme.Of(status).Render(status.Mark())+" "+widget.Cut(text, max(1, width-4)))
	}
	return lines
}

func formatsOf(v model.Report) string {
	var kinds []string
	for _, f := range v.Files {
		if !strings.Contains(strings.Join(kinds, " "), f.Format) {
			kinds = append(kinds, f.Format)
		}
	}
	return strings.Join(kinds, ", ")
}
