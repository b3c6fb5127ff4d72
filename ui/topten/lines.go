package topten

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/directive"
	"faro/ui/screen"
	"faro/ui/widget"
)

// tableRows is how many rows the Annex has; the sheet shows as many even when
// fewer are known, and one blank one more to type in.
const tableRows = 10

// show takes what was read, only if it is still what is asked for. Lines stay
// where they are: nothing jumps while somebody types.
func (s *Screen) show(m loadedMsg) {
	if m.asked != s.want || s.sheet.Editing() {
		s.again = s.again || s.sheet.Editing()
		return
	}
	changed := m.at != s.shown || !s.loaded
	s.want, s.shown, s.loaded = m.at, m.at, true
	s.accounts, s.criteria, s.figures = m.accounts, m.criteria, m.figures
	if changed {
		s.lines = nil
		columns, drawn := columnsOf(s.account().Network)
		s.columns = columns
		s.sheet.SetColumns(drawn...)
	}
	s.merge(m.rows)
	if changed {
		s.order()
		s.sheet.Select(0, 0) // On the rank, where digits still choose a screen.
	}
}

// merge brings stored rows in. Those already on screen keep their place and
// what could not be read in them; those not stored yet stay too.
func (s *Screen) merge(rows []model.Measured) {
	byID := make(map[model.ID]model.Measured, len(rows))
	for _, r := range rows {
		byID[r.Post.ID] = r
	}
	var kept, drafts []*line
	for _, l := range s.lines {
		fresh, still := byID[l.row.Post.ID]
		switch {
		case still:
			bad := l.bad
			l = newLine(fresh)
			l.bad = bad
			delete(byID, fresh.Post.ID)
			kept = append(kept, l)
		case !l.stored() && !l.blank():
			drafts = append(drafts, l)
		}
	}
	for _, r := range rows {
		if _, isNew := byID[r.Post.ID]; isNew {
			kept = append(kept, newLine(r))
		}
	}
	s.lines = append(kept, drafts...)
	s.fillUp()
}

// fillUp adds blank lines up to the Annex's ten, and one to type in.
func (s *Screen) fillUp() {
	for len(s.lines) < tableRows || !s.lines[len(s.lines)-1].blank() {
		s.lines = append(s.lines, newLine(model.Measured{}))
	}
	s.draw()
}

// makeRoom adds blank lines for a paste of n rows.
func (s *Screen) makeRoom(n int) {
	row, _ := s.sheet.Cursor()
	for len(s.lines) < row+n {
		s.lines = append(s.lines, newLine(model.Measured{}))
	}
	s.draw()
}

// order puts the lines in the order of their rank, the best first.
func (s *Screen) order() {
	place := map[model.ID]int{}
	for i, group := range [][]directive.Ranked{s.ranking.Top, s.ranking.Rest, s.ranking.Unranked} {
		for j, r := range group {
			place[r.Post.ID] = (i+1)*1_000_000 + j
		}
	}
	at := func(l *line) int {
		if n, ok := place[l.row.Post.ID]; ok && l.stored() {
			return n
		}
		if l.blank() {
			return 9_000_000
		}
		return 8_000_000
	}
	slices.SortStableFunc(s.lines, func(a, b *line) int { return at(a) - at(b) })
	s.draw()
}

// take reads the cells somebody filled in: each line keeps them, and those the
// file can take are recorded in one go.
func (s *Screen) take(change widget.Change) tea.Cmd {
	account := s.account()
	var touched []*line
	for _, e := range change.Edits {
		l := s.lines[e.Row]
		l.set(e.Col, s.columns[e.Col], e.Text, account, s.shown.month)
		if !slices.Contains(touched, l) {
			touched = append(touched, l)
		}
	}
	if len(touched) == 0 && change.Outside == 0 {
		return nil
	}
	s.fillUp()
	return tea.Batch(s.keep(touched), s.remark(change))
}

// keep records the lines that are ready. One that the file is still taking in
// is recorded again afterwards, when its number is known.
func (s *Screen) keep(lines []*line) tea.Cmd {
	var ready []*line
	for _, l := range lines {
		switch {
		case !l.ready():
		case l.keeping:
			l.again = true
		default:
			l.keeping = true
			ready = append(ready, l)
		}
	}
	if len(ready) == 0 {
		return nil
	}
	return s.save(ready)
}

// remark sums up a paste: how much went in and what is to be mended.
func (s *Screen) remark(change widget.Change) tea.Cmd {
	if len(change.Edits) < 2 && change.Outside == 0 {
		return nil
	}
	bad := 0
	for _, e := range change.Edits {
		if _, is := s.lines[e.Row].bad[e.Col]; is {
			bad++
		}
	}
	text := model.Count(int64(len(change.Edits))) + " celdas pegadas"
	if bad > 0 {
		text += ", " + model.Count(int64(bad)) + " por corregir (n va a la siguiente)"
	}
	if change.Outside > 0 {
		text += ", " + model.Count(int64(change.Outside)) + " fuera de la hoja"
	}
	return screen.Note(text)
}

// saved puts the stored rows in the place of what was typed.
func (s *Screen) saved(m savedMsg) tea.Cmd {
	var again []*line
	for i, l := range m.lines {
		l.keeping = false
		if m.err != nil {
			l.again = false
			continue
		}
		l.row.Post.ID = m.rows[i].Post.ID
		if l.again {
			l.again = false
			again = append(again, l)
		}
	}
	if m.err != nil {
		s.draw()
		return screen.Fail("guardar las filas del Top 10", m.err)
	}
	if cmd := s.keep(again); cmd != nil {
		return cmd // What it answers reloads everything.
	}
	note := "✓ Fila guardada: " + s.account().Label()
	if n := len(m.lines); n > 1 {
		note = "✓ " + model.Count(int64(n)) + " filas guardadas: " + s.account().Label()
	}
	return func() tea.Msg { return screen.ChangedMsg{Note: note} }
}

func (s *Screen) anyBad() bool {
	return slices.ContainsFunc(s.lines, func(l *line) bool { return len(l.bad) > 0 })
}

// nextBad goes to the next cell to mend.
func (s *Screen) nextBad() {
	s.sheet.NextBad()
}

// discard takes the line under the cursor out: a stored one after asking.
func (s *Screen) discard() tea.Cmd {
	row, _ := s.sheet.Cursor()
	if row < 0 || row >= len(s.lines) {
		return nil
	}
	l := s.lines[row]
	if !l.stored() {
		s.lines[row] = newLine(model.Measured{})
		s.draw()
		return nil
	}
	what := l.row.Post.Day.Slashed()
	if l.row.Post.Link != "" {
		what += ", " + model.Clean(l.row.Post.Link)
	}
	return screen.Confirm("¿Descartar esta fila como registro equivocado? ("+what+") También deja de contar en la cuota de ese día.",
		s.throwAway(l.row.Post.ID))
}
