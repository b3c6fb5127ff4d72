package topten

import (
	"fmt"
	"strings"

	"faro/model"
	"faro/model/directive"
	"faro/ui/widget"
)

// Lines over the sheet and under it.
const (
	headLines = 3
	footLines = 2
)

// draw makes the cells of the sheet from the lines: rank and Engagement Rate
// are computed anew, so they follow what is typed.
func (s *Screen) draw() {
	s.rank()
	places := s.places()
	s.cells = make([][]widget.Cell, len(s.lines))
	for i, l := range s.lines {
		s.cells[i] = s.drawLine(l, places[l])
	}
	s.sheet.SetRows(s.cells)
}

// rank ranks what the lines hold now. Lines without a number of their own get
// a passing one, so that they can be told apart.
func (s *Screen) rank() {
	var rows []model.Measured
	for i, l := range s.lines {
		if l.blank() {
			continue
		}
		m := model.Measured{Post: l.row.Post, Values: l.row.Values}
		if !l.stored() {
			m.Post.ID = -model.ID(i + 1)
		}
		rows = append(rows, m)
	}
	s.ranking = directive.Rank(s.account().Network, rows, s.criteria)
}

// places finds the rank of each line.
func (s *Screen) places() map[*line]directive.Ranked {
	byID := map[model.ID]directive.Ranked{}
	for _, group := range [][]directive.Ranked{s.ranking.Top, s.ranking.Rest, s.ranking.Unranked} {
		for _, r := range group {
			byID[r.Post.ID] = r
		}
	}
	places := make(map[*line]directive.Ranked, len(s.lines))
	for i, l := range s.lines {
		id := l.row.Post.ID
		if id == 0 {
			id = -model.ID(i + 1)
		}
		places[l] = byID[id]
	}
	return places
}

func (s *Screen) drawLine(l *line, r directive.Ranked) []widget.Cell {
	cells := make([]widget.Cell, len(s.columns))
	out := r.Rank > tableRows || r.Rank == 0
	for i, c := range s.columns {
		switch c.kind {
		case rankColumn:
			cells[i] = widget.Cell{Text: rankText(l, r), Muted: out}
		case rateColumn:
			cells[i] = widget.Cell{Text: rateText(l, r), Muted: true}
		case metricColumn, dateColumn, linkColumn:
			cells[i] = widget.Cell{Text: l.text(c), Muted: out && l.stored()}
		}
		if bad, is := l.bad[i]; is {
			cells[i] = widget.Cell{Text: bad.text, Bad: bad.reason}
		}
		if c.kind == dateColumn && !l.blank() && !l.ready() && l.bad[i].reason == "" {
			cells[i].Bad = "escriba la fecha, por ejemplo " + s.shown.month.First().Slashed() + ", para guardar la fila"
		}
	}
	return cells
}

func rankText(l *line, r directive.Ranked) string {
	switch {
	case l.blank():
		return ""
	case r.Rank == 0:
		return "?"
	}
	return model.Count(int64(r.Rank))
}

func rateText(l *line, r directive.Ranked) string {
	switch {
	case l.blank():
		return ""
	case r.HasRate:
		return r.Rate.Percent()
	}
	return "—"
}

// View implements screen.Screen.
func (s *Screen) View() string {
	if s.width <= 0 || s.height <= 0 {
		return ""
	}
	var lines []string
	switch {
	case !s.loaded:
	case len(s.accounts) == 0:
		lines = s.empty()
	default:
		lines = append([]string{s.titleLine(), s.stateLine(), ""}, strings.Split(s.sheet.View(), "\n")...)
		lines = append(lines[:min(len(lines), max(0, s.height-footLines))], "", s.remarkLine())
	}
	view := widget.Lines(s.width, s.height, lines)
	if s.dialog == nil {
		return view
	}
	return s.dialog.Over(view, s.width, s.height)
}

func (s *Screen) empty() []string {
	return []string{
		"", "  " + s.theme.Bold.Render("Aquí se llenan las diez mejores publicaciones de cada mes (Anexo 3)."), "",
		"  Aparecerá una hoja por cada cuenta de Facebook, X, YouTube, Instagram y TikTok",
		"  en cuanto se registre en «Cuentas» (tecla 6).",
	}
}

func (s *Screen) titleLine() string {
	name := s.theme.Accent.Render("‹ ") + s.theme.Bold.Render(s.account().Label()) + s.theme.Accent.Render(" ›")
	month := s.theme.Accent.Render("[ ") + s.theme.Bold.Render(s.shown.month.Title()) + s.theme.Accent.Render(" ]")
	left := " " + name + "   " + month
	if s.shown.month == s.running() {
		left += s.theme.Muted.Render("  mes en curso")
	}
	right := s.theme.Muted.Render("Anexo 3 · 6.3.2 ")
	return widget.Fit(left, max(0, s.width-widget.Width(right))) + right
}

// stateLine says how far the month has come.
func (s *Screen) stateLine() string {
	n := len(s.ranking.Top)
	missing, mark, look := s.missing(), "✓", s.theme.Met
	if n < tableRows || missing > 0 {
		mark, look = "!", s.theme.Due
	}
	parts := []string{look.Render(fmt.Sprintf("%s %d/10", mark, n))}
	if missing == 1 {
		parts = append(parts, look.Render("falta 1 cifra"))
	} else if missing > 1 {
		parts = append(parts, look.Render(fmt.Sprintf("faltan %d cifras", missing)))
	}
	if total := s.ranking.Total; total != n {
		parts = append(parts, s.theme.Muted.Render(model.Count(int64(total))+" publicaciones en el mes"))
	}
	if followers := s.followersText(); followers != "" {
		parts = append(parts, followers)
	}
	return widget.Fit("   "+strings.Join(parts, s.theme.Muted.Render(" · ")), s.width)
}

// missing counts the figures that the ten do not have.
func (s *Screen) missing() int {
	n := 0
	for _, r := range s.ranking.Top {
		n += len(r.Missing)
	}
	return n
}

func (s *Screen) followersText() string {
	f := s.figures
	if f.FollowersStart == nil && f.FollowersEnd == nil {
		return s.theme.Muted.Render("seguidores: sin dato (s)")
	}
	text := "seguidores " + orUnknown(f.FollowersStart) + " → " + orUnknown(f.FollowersEnd)
	if f.FollowersStart != nil && f.FollowersEnd != nil {
		growth := *f.FollowersEnd - *f.FollowersStart
		sign := ""
		if growth > 0 {
			sign = "+"
		}
		text += " (" + sign + model.Count(growth) + ")"
	}
	return s.theme.Text.Render(text)
}

func orUnknown(n *int64) string {
	if n == nil {
		return "?"
	}
	return model.Count(*n)
}

// remarkLine says what is wrong or noteworthy about the cell under the cursor.
func (s *Screen) remarkLine() string {
	row, _ := s.sheet.Cursor()
	if reason := s.sheet.Reason(); reason != "" {
		return s.theme.Late.Render(widget.Cut(" ✗ "+widget.Sentence(reason), s.width))
	}
	if row < 0 || row >= len(s.lines) {
		return ""
	}
	r := s.places()[s.lines[row]]
	switch {
	case len(r.Warnings) > 0:
		return s.theme.Due.Render(widget.Cut(" ! "+widget.Sentence(strings.Join(r.Warnings, "; ")), s.width))
	case r.Note != "":
		return s.theme.Muted.Render(widget.Cut("   "+widget.Sentence(r.Note), s.width))
	case s.ranking.TieNote != "" && r.Rank >= tableRows:
		return s.theme.Muted.Render(widget.Cut("   "+s.ranking.TieNote, s.width))
	}
	return ""
}
