package today

import (
	"strings"

	"github.com/charmbracelet/lipgloss"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/ui/theme"
	"faro/ui/widget"
)

// View draws the screen in exactly its room.
func (s *Screen) View() string {
	if s.width <= 0 || s.height <= 0 {
		return ""
	}
	var view string
	if s.detail != nil && s.pic != nil {
		view = widget.Lines(s.width, s.height, s.detail.draw(s, s.width, s.height))
	} else {
		view = s.drawMain()
	}
	if s.dialog != nil {
		view = widget.Over(view, s.dialog.view(s.width, s.height), s.width, s.height)
	}
	return view
}

func (s *Screen) drawMain() string {
	r := s.lay()
	left := s.headLines()
	left = append(left, s.drawAccounts(r)...)
	left = append(left, s.drawSelected(r)...)
	if r.right == 0 {
		if r.duties > 0 {
			left = append(left, blanks(r.gap)...)
			s.dutiesTop = len(left) + 1
			left = append(left, s.drawDuties(s.width, r.duties, r.tall)...)
		}
		return widget.Lines(s.width, s.height, left)
	}
	s.dutiesTop = 1
	right := s.drawDuties(r.right, r.duties, r.tall)
	return beside(left, r.left, right, r.right, s.height)
}

// beside sets two columns side by side.
func beside(left []string, leftWidth int, right []string, rightWidth, height int) string {
	lines := make([]string, height)
	for i := range lines {
		var l, r string
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		lines[i] = widget.Fit(l, leftWidth) + "  " + widget.Fit(r, rightWidth)
	}
	return strings.Join(lines, "\n")
}

func blanks(n int) []string { return make([]string, max(0, n)) }

// away reports that the day shown is not today.
func (s *Screen) away() bool { return s.pic != nil && s.pic.day != s.today }

// headLines are the lines above the table: which day it is of when not of
// today, and the filter.
func (s *Screen) headLines() []string {
	var lines []string
	if s.away() {
		day := s.theme.Accent.Render(s.pic.day.Label()) + s.theme.Due.Render("  "+ago(s.pic.day, s.today))
		lines = append(lines, " "+day+s.theme.Muted.Render("   ")+s.theme.Key.Render("t")+s.theme.Muted.Render(" volver a hoy"))
	}
	if s.filter.Focused() || s.filter.Value() != "" {
		n := "—"
		if s.pic != nil {
			n = model.Count(int64(len(s.rows))) + " de " + count(len(s.pic.accounts), "cuenta", "cuentas")
		}
		lines = append(lines, " "+s.filter.View()+s.theme.Muted.Render("  "+n))
	}
	return lines
}

// drawAccounts is the table, its headings included.
func (s *Screen) drawAccounts(r room) []string {
	c := newColumns(r.left)
	lines := []string{s.headings(c)}
	if s.pic == nil {
		return append(lines, s.theme.Muted.Render("  …"))
	}
	if len(s.rows) == 0 {
		return append(lines, s.nothing(r.left)...)
	}
	from, to := s.list.Window()
	for i := from; i < to; i++ {
		lines = append(lines, s.tableLine(i, c, r.left-1)+s.scrollMark(s.list.ScrollMark(i-from)))
	}
	return lines
}

// tableLine is a row, drawn anew only where something changed.
func (s *Screen) tableLine(i int, c columns, width int) string {
	a, here := s.rows[i], i == s.list.Cursor()
	st := s.stands[a.ID]
	if st == nil || here {
		return s.drawRow(a, c, width, here)
	}
	return st.row.at(width, 1, func() []string { return []string{s.drawRow(a, c, width, false)} })[0]
}

// scrollMark is the mark at the right of a row, mostly a blank.
func (s *Screen) scrollMark(mark string) string {
	if mark == " " {
		return mark
	}
	return s.theme.Muted.Render(mark)
}

// nothing says what the table is for while it is empty, and which key begins.
func (s *Screen) nothing(width int) []string {
	text := "Aquí se ve, cuenta por cuenta, cuánto se publicó y qué falta para el mínimo del artículo 6.2.2.4. " +
		"Todavía no hay cuentas: pulse 6 y registre la primera en Cuentas."
	switch {
	case s.filter.Value() != "" && len(s.pic.accounts) > 0:
		text = "Ninguna cuenta coincide con el filtro. Esc lo quita."
	case len(s.pic.all) > 0:
		text = "Ninguna cuenta estaba abierta ese día."
		if !s.away() {
			text = "No hay ninguna cuenta abierta. Pulse 6 para verlas en Cuentas."
		}
	}
	var lines []string
	for _, line := range widget.Wrap(text, max(1, min(width-4, 76))) {
		lines = append(lines, "   "+line)
	}
	return lines
}

func (s *Screen) headings(c columns) string {
	var b strings.Builder
	b.WriteString("  " + widget.Fit("CUENTA", c.network+1+c.handle+c.gap))
	if c.goal > 0 {
		b.WriteString(widget.Fit("META", c.goal+c.gap))
	}
	avance := c.tally + 1 + 1 + 2
	if c.meter > 0 {
		avance += c.meter + 1
	}
	b.WriteString(widget.Fit(" AVANCE", avance) + widget.Fit("SIGUIENTE", c.next))
	if c.strip > 0 {
		b.WriteString(strings.Repeat(" ", c.gap) + widget.Fit("7 DÍAS", c.strip))
	}
	return s.theme.Title.Render(b.String())
}

// lighted are the looks on a selected row. Where selection is reverse video
// only the account's name takes it: reversed colours and bars would mislead.
func lighted(th theme.Theme) theme.Theme {
	if th.Selected.GetReverse() {
		return th
	}
	on := func(style lipgloss.Style) lipgloss.Style { return style.Inherit(th.Selected) }
	lit := th
	lit.Accent, lit.Title, lit.Text, lit.Bold, lit.Muted = on(th.Accent), on(th.Title), on(th.Text), on(th.Bold), on(th.Muted)
	lit.Met, lit.Due, lit.Late, lit.Rule = on(th.Met), on(th.Due), on(th.Late), on(th.Rule)
	return lit
}

// cursorLook is how the row under the cursor begins, and its looks.
func (s *Screen) cursorLook() (theme.Theme, string) {
	return s.lit, s.lit.Accent.Render("▌") + s.lit.Text.Render(" ")
}

// paint fills a line up to width in the looks of its row.
func paint(th theme.Theme, line string, width int) string {
	if gap := width - widget.Width(line); gap > 0 {
		return line + th.Text.Render(strings.Repeat(" ", gap))
	}
	return widget.Cut(line, width)
}

// drawRow is an account's line.
func (s *Screen) drawRow(a model.Account, c columns, width int, here bool) string {
	th, lead := s.theme, "  "
	name := th.Text
	switch {
	case here && s.pane == accountsPane:
		th, lead = s.cursorLook()
		name = th.Bold.Inherit(s.theme.Selected)
	case here:
		lead = th.Accent.Render("▏") + " "
	}
	gap := th.Text.Render(strings.Repeat(" ", c.gap))
	line := lead + name.Render(widget.Fit(a.NetworkLabel(), c.network)+" "+widget.Fit(a.At(), c.handle)) + gap
	st := s.stands[a.ID]
	if st == nil {
		return paint(th, line+th.Muted.Render("…"), width)
	}
	if c.goal > 0 {
		line += th.Muted.Render(widget.Fit(goalText(st, s.pic.criteria, c.goal < 12), c.goal)) + gap
	}
	line += s.drawTally(th, st, c)
	line += nextLook(th, st).Render(widget.Fit(nextStep(st, s.now()).fit(c.next), c.next))
	if c.strip > 0 {
		line += gap + widget.Strip(th, st.strip)
	}
	return paint(th, line, width)
}

// drawTally is how far the account is: figure, meter and mark.
func (s *Screen) drawTally(th theme.Theme, st *standing, c columns) string {
	status := st.progress.Status
	look := th.Of(status)
	line := th.Bold.Render(widget.Right(tally(st), c.tally)) + th.Text.Render(" ")
	if c.meter > 0 {
		switch {
		case st.quota:
			filling := look
			if status == directive.Running { // Still to be done, as amber says everywhere.
				filling = th.Due
			}
			line += widget.Meter(th, c.meter, st.progress.Count, st.progress.Quota.Goal, filling)
		default:
			line += th.Text.Render(strings.Repeat(" ", c.meter))
		}
		line += th.Text.Render(" ")
	}
	mark := status.Mark()
	if !st.quota {
		mark = " "
	}
	return line + look.Render(mark) + th.Text.Render("  ")
}

// nextLook is the look of the column SIGUIENTE.
func nextLook(th theme.Theme, st *standing) lipgloss.Style {
	switch p := &st.progress; {
	case p.Status == directive.Breach || len(p.Breaches) > 0:
		return th.Late
	case p.Status == directive.AtRisk:
		return th.Due
	case p.Status == directive.Running:
		return th.Text
	}
	return th.Muted
}

// drawSelected is the timeline of the account under the cursor and, where
// there is room, its posts.
func (s *Screen) drawSelected(r room) []string {
	a, ok := s.selected()
	if !ok || r.timeline == 0 {
		return nil
	}
	lines := blanks(r.gap)
	st := s.stands[a.ID]
	if st == nil {
		return append(lines, blanks(r.timeline)...)
	}
	lines = append(lines, s.drawTimeline(st, r.left, r.timeline)...)
	free := r.posts
	if posts := shownPosts(st); len(posts) > 0 && free >= 2+min(len(posts), 3) {
		table := s.drawPosts(st, r.left, free-1)
		lines = append(append(lines, ""), table...)
		free -= len(table) + 1
	}
	return append(lines, s.drawOthers(r, free)...)
}

// drawOthers are the timelines of the accounts after the selected one, as many
// as a tall window takes.
func (s *Screen) drawOthers(r room, free int) []string {
	const tall = timelineLean + 1
	var lines []string
	from, to := s.list.Window()
	at := s.list.Cursor()
	for i := range to - from - 1 {
		next := from + (at-from+1+i)%(to-from)
		st := s.stands[s.rows[next].ID]
		if st == nil || len(lines)+tall > free {
			break
		}
		lines = append(append(lines, ""), s.drawTimeline(st, r.left, timelineLean)...)
	}
	return lines
}

// drawTimeline is the day or the week of an account, under its verdict.
func (s *Screen) drawTimeline(st *standing, width, height int) []string {
	return st.timeline.at(width, height, func() []string { return s.newTimeline(st, width, height) })
}

func (s *Screen) newTimeline(st *standing, width, height int) []string {
	const indent = 3
	inside := max(1, width-indent-1)
	name := st.progress.Account.NetworkLabel() + " " + periodName(st, s.pic.day, s.today)
	title := s.theme.Bold.Render(widget.Cut(name, inside))
	if rest := inside - widget.Width(name) - 3; rest > 8 {
		title += "   " + s.theme.Of(st.progress.Status).Render(verdict(st).fit(rest))
	}
	lines := []string{title}
	if st.progress.From != st.progress.To {
		lines = append(lines, drawWeek(s.theme, st, s.pic, s.now(), inside)...)
	} else {
		lines = append(lines, s.drawDayLine(st, inside, height-1)...)
	}
	for i := range lines {
		lines[i] = strings.Repeat(" ", indent) + lines[i]
	}
	for len(lines) < height {
		lines = append(lines, "")
	}
	return lines[:height]
}

// drawDayLine is the hours, the axis, the labels and the margin.
func (s *Screen) drawDayLine(st *standing, width, height int) []string {
	l := drawDay(st, s.pic, s.now(), width)
	if l.axis.perHour < 1 {
		return nil
	}
	axis := l.line(s.theme)
	if l.untold > 0 {
		axis += s.theme.Due.Render("  +" + count(l.untold, "sin hora", "sin hora"))
	}
	lines := []string{l.hours(s.theme), axis}
	margin, status := marginText(st, s.pic.criteria)
	labels := max(1, height-2)
	if margin != "" && height >= 5 {
		labels--
	}
	lines = append(lines, l.texts(s.theme, min(2, labels))...)
	if margin != "" && height >= 5 {
		look := s.theme.Of(status)
		if status == directive.Met {
			look = s.theme.Muted
		}
		lines = append(lines, look.Render(widget.Cut(margin+" · 6.2.2.4", width)))
	}
	return lines
}

// postClock is the hour of a post as its row shows it.
func postClock(p model.Post) string {
	if !p.Timed() {
		return "sin h."
	}
	if p.Precision == model.EstimatedTime {
		return "~" + calendar.Clock(p.At)
	}
	return calendar.Clock(p.At)
}
