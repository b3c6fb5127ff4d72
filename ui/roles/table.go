package roles

import (
	"strings"

	"faro/model"
	"faro/model/directive"
	"faro/ui/widget"
)

// figure writes a number as Peru does.
func figure(n int) string { return model.Count(int64(n)) }

// cell is a text of exactly width cells and its look where the row is not
// under the cursor.
type cell struct {
	text  string
	width int
	right bool
	ink   ink
}

func (c cell) draw() string {
	if c.right {
		return widget.Right(c.text, c.width)
	}
	return widget.Fit(c.text, c.width)
}

// line joins cells into exactly width, with a space between. The row under the cursor is one bar
// of the same look, so that no colour in it breaks the bar.
func (s *Screen) line(cells []cell, width int, here, active bool) string {
	var b strings.Builder
	used := 1 + max(0, len(cells)-1)
	for i, c := range cells {
		used += c.width
		if i > 0 {
			b.WriteByte(' ')
		}
		if here && active {
			b.WriteString(c.draw())
		} else {
			b.WriteString(c.ink.draw(c.draw()))
		}
	}
	if used < width {
		b.WriteString(strings.Repeat(" ", width-used))
	}
	text := b.String()
	if used > width { // A window narrower than the columns.
		text = widget.Fit(text, width-1)
	}
	switch {
	case here && active:
		return s.inks.accent.draw("▌") + s.inks.selected.draw(text)
	case here:
		return s.inks.muted.draw("│") + text
	}
	return " " + text
}

// heading is the line above a list; that of the list with the keys stands out.
func (s *Screen) heading(cells []cell, active bool) string {
	var b strings.Builder
	for i, c := range cells {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(c.draw())
	}
	if active {
		return s.theme.Accent.Render(" " + b.String())
	}
	return s.theme.Title.Render(" " + b.String())
}

// adminWord goes with the number of administrators where no heading says what
// it is.
const adminWord = " adm."

// accountWidths are the columns of the accounts: network, name, number, state,
// finding. Zero: no room, or nothing to show.
type accountWidths struct{ network, name, number, state, finding int }

func (s *Screen) accountWidths(width int) accountWidths {
	w := accountWidths{network: 9, number: 5}
	if s.layout.accountsHead < 0 {
		w.number += len(adminWord)
	}
	if s.past != nil || s.reviewing() {
		w.state = 13
	}
	room := width - 1 - 2 - w.network - 1 - 1 - w.number - 1 // bar, mark, scroll mark and gaps
	if w.state > 0 {
		room -= w.state + 1
	}
	w.name = min(28, room)
	const leastFinding, leastName = 18, 18
	if s.past == nil && room >= leastName+1+leastFinding {
		w.name = min(24, room-1-leastFinding)
		w.finding = room - w.name - 1
	}
	w.name = max(1, w.name)
	return w
}

func (s *Screen) drawAccounts(c *canvas, l layout) {
	w := s.accountWidths(l.accounts.width)
	active := s.pane == accountsPane
	if l.accountsHead >= 0 {
		c.put(l.accounts.x, l.accountsHead, l.accounts.width, s.accountsHeading(w, active))
	}
	from, to := s.accounts.Window()
	for i := from; i < to; i++ {
		a := &s.list()[s.shown[i]]
		line := s.line(s.accountCells(a, w), l.accounts.width-1, i == s.accounts.Cursor(), active)
		c.place(l.accounts.x, l.accounts.y+i-from, l.accounts.width, line+s.inks.muted.draw(s.accounts.ScrollMark(i-from)))
	}
	if s.accounts.Len() == 0 {
		c.put(l.accounts.x, l.accounts.y, l.accounts.width, s.theme.Muted.Render(s.noAccounts()))
	}
}

func (s *Screen) noAccounts() string {
	switch {
	case s.query != "":
		return "   Nadie ni ninguna cuenta con «" + s.query + "»; Esc quita el filtro"
	case s.past != nil:
		return "   Ese mes no se firmó ninguna revisión"
	}
	return ""
}

func (s *Screen) accountsHeading(w accountWidths, active bool) string {
	if s.typing || s.query != "" {
		caret := ""
		if s.typing {
			caret = "▏"
		}
		return s.theme.Key.Render(" / ") + s.theme.Bold.Render(s.query+caret) +
			s.theme.Muted.Render("  "+figure(len(s.shown))+" de "+count(len(s.list()), "cuenta", "cuentas"))
	}
	number, state := "ADM.", "REVISIÓN"
	if s.past != nil {
		number = "ROLES"
	}
	cells := []cell{{text: "", width: 1}, {text: "CUENTA", width: w.network + 1 + w.name}, {text: number, width: w.number, right: true}}
	if w.state > 0 {
		cells = append(cells, cell{text: " " + state, width: w.state})
	}
	if w.finding > 0 {
		cells = append(cells, cell{text: " LO PRINCIPAL", width: w.finding})
	}
	return s.heading(cells, active)
}

func (s *Screen) accountCells(a *account, w accountWidths) []cell {
	t := &s.inks
	mark := a.worst.Mark()
	number := "?"
	switch {
	case s.past != nil:
		mark, number = " ", figure(len(a.rows))
	case a.others > 0:
		number = figure(a.own) + "+" + figure(a.others)
	case a.counted:
		number = figure(a.own)
	}
	if s.layout.accountsHead < 0 && s.past == nil {
		number += adminWord
	}
	cells := []cell{
		{text: mark, width: 1, ink: t.of(a.worst)},
		{text: a.NetworkLabel(), width: w.network, ink: t.text},
		{text: a.At(), width: w.name, ink: t.text},
		{text: number, width: w.number, right: true, ink: t.text},
	}
	if w.state > 0 {
		text, look := s.accountState(a)
		cells = append(cells, cell{text: " " + text, width: w.state, ink: look})
	}
	if w.finding > 0 {
		text, look := "en orden", t.muted
		if len(a.findings) > 0 {
			text, look = a.findings[0].text, t.text
		}
		cells = append(cells, cell{text: " " + text, width: w.finding, ink: look})
	}
	return cells
}

// accountState is how far the review of an account has come.
func (s *Screen) accountState(a *account) (string, ink) {
	if s.past != nil {
		if s.past.marks.looked[a.ID] {
			return "✓ mirada", s.inks.met
		}
		return "", s.inks.text
	}
	pending, seen := s.marks.pending(a), s.marks.looked[a.ID]
	switch {
	case s.marks.complete(a, s.ledger.today):
		return "✓ lista", s.inks.met
	case seen && pending == 0:
		return "! sin motivo", s.inks.due
	case seen:
		return "✓ faltan " + figure(pending), s.inks.due
	case pending == 0:
		return "· sin mirar", s.inks.due
	}
	return "· faltan " + figure(pending), s.inks.muted
}

// rowWidths are the columns of the roles. Zero: no room.
type rowWidths struct{ person, role, since, until, change, standing int }

func (s *Screen) rowWidths(width int) rowWidths {
	w := rowWidths{role: 13, since: 10, standing: 16}
	room := width - 1 - 2 - 1 - w.role - 1 - w.since - 1 - w.standing - 1 // bar, mark, scroll mark and gaps
	const leastUntil, leastPerson, split = 11, 15, 16
	if s.reviewing() && room >= leastPerson+1+leastUntil+1+split {
		w.change = split
		room -= split + 1
	}
	w.person = min(30, room)
	if room >= leastPerson+1+leastUntil {
		w.until = min(32, max(leastUntil, room*2/5))
		w.person = min(34, room-1-w.until)
	}
	w.person = max(1, w.person)
	return w
}

func (s *Screen) drawRows(c *canvas, l layout) {
	a := s.account()
	if a == nil {
		return
	}
	w := s.rowWidths(l.rows.width)
	active := s.pane == rowsPane
	if l.rowsHead >= 0 && len(a.rows) > 0 {
		c.put(l.rows.x, l.rowsHead, l.rows.width, s.rowsHeading(w, active))
	}
	from, to := s.rows.Window()
	for i := from; i < min(to, len(a.rows)); i++ {
		line := s.line(s.rowCells(&a.rows[i], w), l.rows.width-1, i == s.rows.Cursor(), active)
		c.place(l.rows.x, l.rows.y+i-from, l.rows.width, line+s.inks.muted.draw(s.rows.ScrollMark(i-from)))
	}
	if len(a.rows) == 0 {
		text := "   Sin roles registrados en esta cuenta: a agrega el primero"
		if s.past != nil {
			text = "   La cuenta se miró y no tenía roles"
		}
		c.put(l.rows.x, l.rows.y, l.rows.width, s.theme.Muted.Render(text))
	}
}

func (s *Screen) rowsHeading(w rowWidths, active bool) string {
	last := "CAMBIO"
	if s.past != nil || s.reviewing() {
		last = "DECISIÓN"
	}
	cells := []cell{{width: 1}, {text: "PERSONA", width: w.person}, {text: "ROL", width: w.role}, {text: "DESDE", width: w.since}}
	if w.until > 0 {
		cells = append(cells, cell{text: "HASTA", width: w.until})
	}
	if w.change > 0 {
		cells = append(cells, cell{text: "CAMBIO", width: w.change})
	}
	return s.heading(append(cells, cell{text: last, width: w.standing}), active)
}

func (s *Screen) rowCells(r *row, w rowWidths) []cell {
	t := &s.inks
	mark, look := " ", t.text
	if worst, ok := worstOf(r.findings); ok {
		mark, look = worst.Mark(), t.of(worst)
	}
	cells := []cell{
		{text: mark, width: 1, ink: look},
		{text: r.person.Name, width: w.person, ink: s.nameLook(r)},
		{text: r.grant.Role.Label(), width: w.role, ink: t.text},
		{text: r.grant.From.Slashed(), width: w.since, ink: t.muted},
	}
	if w.until > 0 {
		cells = append(cells, cell{text: untilText(r), width: w.until, ink: t.muted})
	}
	decision := s.decisionOf(r)
	if w.change > 0 {
		text, status := standing(r, model.ReviewRow{}, s.ledger.today)
		cells = append(cells, cell{text: text, width: w.change, ink: t.of(status)})
	}
	text, status := standing(r, decision, s.ledger.today)
	if s.reviewing() && decision.Decision == model.Undecided && r.decidable() {
		if text = "· " + strings.TrimLeft(text, "+–= "); w.change > 0 {
			text, status = "· sin decidir", directive.NoData
		}
	}
	return append(cells, cell{text: text, width: w.standing, ink: t.of(status)})
}

// decisionOf is what the review on show says of a role; outside of a review, a
// removal that the last one asked for and that nobody recorded yet.
func (s *Screen) decisionOf(r *row) model.ReviewRow {
	switch {
	case s.past != nil:
		return s.past.marks.decided[r.grant.ID]
	case s.reviewing():
		return s.marks.decided[r.grant.ID]
	}
	if asked, ok := s.ledger.asked[r.grant.ID]; ok && !r.gone(s.ledger.today) {
		return asked
	}
	return model.ReviewRow{}
}

// nameLook makes the person stand out that the filter looks for.
func (s *Screen) nameLook(r *row) ink {
	if s.query != "" && widget.Matches(r.person.Name, s.query) {
		return s.inks.bold
	}
	return s.inks.text
}

// untilText is the end of a role: the day it was taken away, or the campaign
// it belongs to with its last day.
func untilText(r *row) string {
	switch {
	case !r.grant.Until.IsZero():
		return r.grant.Until.Slashed()
	case r.campaign.ID != 0:
		return r.campaign.Ends.Short() + " " + r.campaign.Name
	}
	return "—"
}
