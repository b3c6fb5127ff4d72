package roles

import (
	"context"
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/ui/screen"
)

// refusal says why a key did nothing and what to do instead.
type refusal string

func (r refusal) Error() string { return string(r) }

// Advice is the sentence the app shows.
func (r refusal) Advice() string { return string(r) }

func refuse(doing, why string) tea.Cmd { return screen.Fail(doing, refusal(why)) }

// key is the ladder a key goes down: the dialog, the filter, the screen.
func (s *Screen) key(k tea.KeyMsg) tea.Cmd {
	switch {
	case s.dialog != nil:
		return s.toDialog(func(d dialog) (tea.Cmd, bool) { return d.press(k) })
	case s.typing:
		return s.typed(k)
	case k.Paste || !s.loaded:
		return nil // There is nothing here to paste into.
	}
	if cmd, ok := s.travel(k); ok {
		return cmd
	}
	if s.past != nil {
		return s.pressPast(k)
	}
	if cmd, ok := s.pressReview(k); ok {
		return cmd
	}
	return s.pressRegister(k)
}

// travel reads the keys that only move.
func (s *Screen) travel(k tea.KeyMsg) (tea.Cmd, bool) {
	switch {
	case key.Matches(k, s.keys.Tab):
		s.setPane(1 - s.pane)
	case key.Matches(k, s.keys.Left):
		s.setPane(accountsPane)
	case key.Matches(k, s.keys.Right):
		s.setPane(rowsPane)
	case key.Matches(k, s.keys.Find):
		s.typing = true
	case key.Matches(k, s.keys.Esc):
		return s.escape(), true
	case key.Matches(k, s.keys.Back):
		return s.stepBack(), true
	case key.Matches(k, s.keys.Forward):
		return s.stepForward(), true
	case key.Matches(k, s.keys.Open, s.keys.Edit):
		s.open()
	default:
		return nil, s.step(k)
	}
	return nil, true
}

// step moves the cursor of the list that has the keys.
func (s *Screen) step(k tea.KeyMsg) bool {
	if s.pane == rowsPane {
		return s.rows.Key(k)
	}
	used := s.accounts.Key(k)
	if used {
		s.enter()
	}
	return used
}

// setPane gives the keys to a list. The rows take them only if there are any.
func (s *Screen) setPane(p pane) {
	if p == rowsPane && s.rows.Len() == 0 {
		return
	}
	s.pane = p
}

// open goes one step in: from the account to its roles, from a role to its
// detail.
func (s *Screen) open() {
	if s.pane == accountsPane {
		s.setPane(rowsPane)
		return
	}
	if r := s.row(); r != nil {
		s.dialog = s.newDetail(r)
	}
}

// escape goes one step back: out of the filter, to the accounts, to the
// present, to the month's own review.
func (s *Screen) escape() tea.Cmd {
	switch {
	case s.query != "":
		s.query = ""
		s.refilter()
	case s.past != nil:
		s.present()
	case s.pane == rowsPane:
		s.pane = accountsPane
	case s.want != target{}:
		s.want = target{}
		return s.load()
	}
	return nil
}

// refilter applies the filter and keeps the account under the cursor if it
// still shows.
func (s *Screen) refilter() {
	a := s.account()
	s.filter()
	if a == nil || !s.selectAccount(a.ID) {
		s.accounts.Home()
	}
	s.enter()
	if s.rows.Len() == 0 {
		s.pane = accountsPane
	}
}

// typed reads a key of the filter.
func (s *Screen) typed(k tea.KeyMsg) tea.Cmd {
	switch {
	case key.Matches(k, filterDone):
		s.typing = false
		return nil
	case key.Matches(k, filterClear):
		s.typing, s.query = false, ""
	case k.Type == tea.KeyUp || k.Type == tea.KeyDown:
		s.accounts.Key(k)
		s.enter()
		return nil
	case k.Type == tea.KeyBackspace:
		if all := []rune(s.query); len(all) > 0 {
			s.query = string(all[:len(all)-1])
		}
	case k.Type == tea.KeyCtrlU:
		s.query = ""
	case k.Type == tea.KeyRunes, k.Type == tea.KeySpace:
		s.query += queryText(k)
	default:
		return nil
	}
	s.refilter()
	return nil
}

// longestQuery is more than any name.
const longestQuery = 80

func queryText(k tea.KeyMsg) string {
	if k.Type == tea.KeySpace {
		return " "
	}
	text := model.Clean(string(k.Runes))
	if all := []rune(text); len(all) > longestQuery {
		return string(all[:longestQuery])
	}
	return text
}

// pressReview reads the keys of the monthly review.
func (s *Screen) pressReview(k tea.KeyMsg) (tea.Cmd, bool) {
	for _, each := range []struct {
		binding key.Binding
		run     func() tea.Cmd
	}{
		{s.keys.Look, s.pressLook},
		{s.keys.All, s.pressAll},
		{s.keys.Keep, s.pressKeep},
		{s.keys.Revoke, s.pressRevoke},
		{s.keys.Unknown, s.pressUnknown},
		{s.keys.Sign, s.pressSign},
		{s.keys.Review, s.pressStart},
		{s.keys.Correct, s.pressCorrect},
	} {
		if key.Matches(k, each.binding) {
			return each.run(), true
		}
	}
	return nil, false
}

const sealedWhy = "La revisión de este mes ya está firmada y no se cambia: C abre una corrección"

// pressStart opens the draft, or goes to the first account that still waits.
func (s *Screen) pressStart() tea.Cmd {
	switch {
	case s.ledger.sealed():
		return refuse("empezar la revisión", sealedWhy)
	case len(s.ledger.accounts) == 0:
		return refuse("empezar la revisión", "Primero registre las cuentas de la entidad en Cuentas")
	case !s.reviewing():
		return s.start()
	case !s.toOpenAccount():
		return screen.Note("Todo está mirado y decidido: F firma")
	}
	return nil
}

// toOpenAccount goes to the next account that still lacks something, and tells
// whether there is one.
func (s *Screen) toOpenAccount() bool {
	s.query = ""
	s.filter()
	n := len(s.shown)
	for i := range n {
		at := (max(0, s.accounts.Cursor()) + i) % n
		if a := &s.list()[s.shown[at]]; !s.marks.complete(a, s.ledger.today) {
			s.accounts.Select(at)
			s.pane = accountsPane
			s.enter()
			return true
		}
	}
	return false
}

func (s *Screen) pressLook() tea.Cmd {
	a := s.account()
	switch {
	case a == nil:
		return nil
	case s.ledger.sealed():
		return refuse("marcar la cuenta", sealedWhy)
	}
	cmd := s.look(a)
	s.toPending()
	return cmd
}

// pressAll keeps what nobody objects to, once the platform was looked at. What
// was already taken away is confirmed as such.
func (s *Screen) pressAll() tea.Cmd {
	a := s.account()
	if a == nil {
		return nil
	}
	doing := "mantener los roles de " + a.Label()
	switch {
	case s.ledger.sealed():
		return refuse(doing, sealedWhy)
	case !s.marks.looked[a.ID]:
		return refuse(doing, "Antes mire "+lookAt(a.Account)+" y márquelo con Espacio: solo se mantiene lo que se vio (6.1.2.11)")
	case s.marks.pending(a) == 0:
		return refuse(doing, "En esta cuenta ya está todo decidido")
	}
	return s.keepRest(a, doing)
}

// keepRest decides on the rows of an account that wait and have no finding.
func (s *Screen) keepRest(a *account, doing string) tea.Cmd {
	var rows []model.ReviewRow
	kept := 0
	for i := range a.rows {
		r := &a.rows[i]
		if !s.marks.waits(r) || r.flagged() {
			continue
		}
		d, reason := model.Keep, ""
		if r.gone(s.ledger.today) {
			d, reason = model.Revoke, removedReason(r.grant)
		} else {
			kept++
		}
		s.marks.decide(r.grant.ID, d, reason)
		rows = append(rows, s.marks.decided[r.grant.ID])
	}
	if len(rows) == 0 {
		return refuse(doing, "No queda ninguno sin observación: decida los demás uno por uno con m, r o s")
	}
	note := count(kept, "rol mantenido", "roles mantenidos") + " en " + a.Label()
	if gone := len(rows) - kept; gone > 0 {
		note += ", " + count(gone, "retiro confirmado", "retiros confirmados")
	}
	cmd := s.store(rows, doing, note)
	s.toPending()
	return cmd
}

// decidable is the row a decision is about, or the reason there is none.
func (s *Screen) decidable(doing string) (*row, tea.Cmd) {
	r := s.row()
	switch {
	case r == nil:
		return nil, refuse(doing, "Elija un rol: esta cuenta no tiene ninguno; a agrega el primero")
	case s.ledger.sealed():
		return nil, refuse(doing, sealedWhy)
	case !r.decidable():
		return nil, refuse(doing, "Ese rol empieza el "+r.grant.From.Slashed()+": lo decide la revisión de su mes")
	}
	return r, nil
}

func (s *Screen) pressKeep() tea.Cmd {
	r, no := s.decidable("mantener el rol")
	switch {
	case r == nil:
		return no
	case r.gone(s.ledger.today):
		return refuse("mantener el rol", "Ya se retiró el "+r.grant.Until.Slashed()+": r lo confirma; si sigue en la plataforma, agréguelo otra vez con a")
	case r.flagged():
		s.dialog = s.newReason(r, model.Keep)
		return nil
	}
	return s.decide(r, model.Keep, "")
}

func (s *Screen) pressRevoke() tea.Cmd {
	r, no := s.decidable("retirar el rol")
	switch {
	case r == nil:
		return no
	case r.gone(s.ledger.today):
		return s.decide(r, model.Revoke, removedReason(r.grant))
	}
	s.dialog = s.newReason(r, model.Revoke)
	return nil
}

func (s *Screen) pressUnknown() tea.Cmd {
	r, no := s.decidable("anotar «no sé»")
	if r == nil {
		return no
	}
	s.dialog = s.newReason(r, model.UnknownToHold)
	return nil
}

// pressCorrect opens the review that corrects the signed one of this month.
func (s *Screen) pressCorrect() tea.Cmd {
	if !s.ledger.sealed() {
		return refuse("corregir la revisión", "La de este mes aún no está firmada: cambie lo decidido en el borrador")
	}
	return s.correct(s.ledger.signed)
}

func (s *Screen) correct(signed model.Review) tea.Cmd {
	s.present()
	s.want = target{signed.Month, signed.ID}
	s.ledger.target = s.want
	s.marks = marksOf(model.Review{})
	s.marks.started = true
	return s.review("empezar la corrección", "Corrección de la revisión del "+calendar.Stamp(signed.SignedAt)+" en borrador",
		func(context.Context, Records, model.ID) error { return nil })
}

// pressRegister reads the keys that change the register.
func (s *Screen) pressRegister(k tea.KeyMsg) tea.Cmd {
	switch {
	case key.Matches(k, s.keys.Add):
		return s.pressAdd()
	case key.Matches(k, s.keys.Remove):
		return s.pressRemove()
	case key.Matches(k, s.keys.Leave):
		return s.pressLeave()
	}
	return nil
}

func (s *Screen) pressRemove() tea.Cmd {
	r := s.row()
	switch {
	case r == nil:
		return refuse("anotar el retiro", "Elija el rol que se retiró")
	case !r.grant.Until.IsZero():
		return refuse("anotar el retiro", "Ya está anotado el "+r.grant.Until.Slashed()+": ábralo con Enter para corregirlo")
	}
	s.dialog = s.newRemoval(r)
	return nil
}

// worstOf is the most severe status of a row's findings.
func worstOf(fs []finding) (directive.Status, bool) {
	if len(fs) == 0 {
		return directive.Met, false
	}
	return slices.MaxFunc(fs, func(a, b finding) int { return a.status.Severity() - b.status.Severity() }).status, true
}
