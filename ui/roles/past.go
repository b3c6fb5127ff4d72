package roles

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/ui/screen"
)

// past is a month of reviews gone by, to read and not to change. A month may
// hold several signatures: the review and what corrected it.
type past struct {
	month    calendar.Month
	signed   []model.Review // the latest first
	at       int            // which of them is on show
	accounts []account
	marks    marks
}

// pastMsg is the answer to looking back.
type pastMsg struct {
	month   calendar.Month
	reviews []model.Review
	oldest  bool // come to from a later month: show the latest; else the first
}

// current is the review on show, if the month has any.
func (p *past) current() (model.Review, bool) {
	if p.at < len(p.signed) {
		return p.signed[p.at], true
	}
	return model.Review{}, false
}

// stepBack shows the signed review before the one on show.
func (s *Screen) stepBack() tea.Cmd {
	switch {
	case s.past == nil && s.ledger.signedNow():
		return s.lookBack(s.ledger.today.InMonth(), false)
	case s.past == nil:
		return s.lookBack(s.ledger.today.InMonth().Prev(), false)
	case s.past.at+1 < len(s.past.signed):
		s.showPast(s.past.at + 1)
		return nil
	}
	return s.lookBack(s.past.month.Prev(), false)
}

// signedNow reports that something is signed of the present month.
func (l *ledger) signedNow() bool {
	return l.latest(func(r *model.Review) bool { return r.Signed() && r.Month == l.today.InMonth() }).ID != 0
}

// stepForward is the way back to the present.
func (s *Screen) stepForward() tea.Cmd {
	switch {
	case s.past == nil:
		return nil
	case s.past.at > 0:
		s.showPast(s.past.at - 1)
		return nil
	}
	next := s.past.month.Next()
	if now := s.ledger.today.InMonth(); now.Before(next) || next == now && !s.ledger.signedNow() {
		s.present()
		return nil
	}
	return s.lookBack(next, true)
}

// began is the month of the first role in the records.
func (l *ledger) began() calendar.Month {
	first := l.today
	for _, g := range l.grants {
		if g.From.Before(first) {
			first = g.From
		}
	}
	return first.InMonth()
}

func (s *Screen) lookBack(month calendar.Month, oldest bool) tea.Cmd {
	if month.Before(s.ledger.began()) {
		return refuse("ir más atrás", "No hay roles registrados antes de "+strings.ToLower(month.Next().Title()))
	}
	s.backTo = month
	records := s.records
	return screen.Do(func(ctx context.Context) tea.Msg {
		all, err := records.Reviews(ctx, month, month)
		if err != nil {
			return screen.ErrMsg{Doing: "leer la revisión anterior", Err: err}
		}
		return pastMsg{month, all, oldest}
	})
}

// takePast shows a month gone by, unless another was asked for meanwhile.
func (s *Screen) takePast(msg pastMsg) {
	if msg.month != s.backTo || s.dialog != nil {
		return
	}
	p := &past{month: msg.month}
	for _, r := range msg.reviews {
		if r.Signed() {
			p.signed = append(p.signed, r)
		}
	}
	slices.SortStableFunc(p.signed, func(a, b model.Review) int {
		return cmp.Or(b.SignedAt.Compare(a.SignedAt), cmp.Compare(b.ID, a.ID))
	})
	s.past = p
	s.query, s.typing = "", false
	at := 0
	if msg.oldest {
		at = max(0, len(p.signed)-1)
	}
	s.showPast(at)
}

// showPast turns to one of the month's signatures.
func (s *Screen) showPast(at int) {
	s.past.at = at
	s.past.relate(&s.ledger)
	s.filter()
	s.accounts.Home()
	s.enter()
	if s.rows.Len() == 0 {
		s.pane = accountsPane
	}
}

// present leaves the past.
func (s *Screen) present() {
	s.backTo = calendar.Month{}
	if s.past == nil {
		return
	}
	s.past = nil
	s.filter()
	s.accounts.Home()
	s.enter()
	s.pane = accountsPane
}

// relate puts names to what the review on show says.
func (p *past) relate(l *ledger) {
	p.accounts, p.marks = nil, marksOf(model.Review{})
	r, ok := p.current()
	if !ok {
		return
	}
	p.marks = marksOf(r)
	rows := map[model.ID][]row{}
	functions := functionsOn(l.facts.Appointments, calendar.DayOf(r.SignedAt))
	for _, each := range r.Rows {
		if g, known := l.grant(each.GrantID); known {
			rows[g.AccountID] = append(rows[g.AccountID], row{
				grant: g, person: l.people[g.PersonID], campaign: l.campaigns[g.CampaignID], change: directive.Same,
				functions: functionLabel(functions[g.PersonID]),
			})
		}
	}
	for _, a := range l.facts.Accounts {
		if own, looked := rows[a.ID], p.marks.looked[a.ID]; len(own) > 0 || looked {
			for i := range own {
				own[i].account = a
			}
			p.accounts = append(p.accounts, account{Account: a, worst: directive.NotEvaluable, rows: own})
		}
	}
	slices.SortStableFunc(p.accounts, func(a, b account) int {
		return cmp.Or(cmp.Compare(networkOrder(a.Network), networkOrder(b.Network)), strings.Compare(a.Label(), b.Label()))
	})
}

// pressPast reads the keys that mean something on a review gone by.
func (s *Screen) pressPast(k tea.KeyMsg) tea.Cmd {
	if !key.Matches(k, s.keys.Correct) {
		if key.Matches(k, s.keys.Look, s.keys.All, s.keys.Keep, s.keys.Revoke, s.keys.Unknown, s.keys.Sign,
			s.keys.Review, s.keys.Add, s.keys.Remove, s.keys.Leave) {
			return refuse("cambiar una revisión anterior", "Está mirando una revisión firmada, que no se cambia: Esc vuelve al presente, C la corrige")
		}
		return nil
	}
	r, ok := s.past.current()
	if !ok {
		return refuse("corregir la revisión", "Ese mes no se firmó ninguna")
	}
	return s.correct(r)
}
