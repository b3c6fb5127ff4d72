package roles

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
	"faro/ui/screen"
	"faro/ui/theme"
	"faro/ui/widget"
)

// newDetail shows everything about a role, and its keys.
func (s *Screen) newDetail(r *row) dialog {
	row, past := *r, s.past != nil
	mend := key.NewBinding(key.WithKeys("e"), key.WithHelp("e", "corregir"))
	take := key.NewBinding(key.WithKeys("x"), key.WithHelp("x", "anotar su retiro"))
	d := &textDialog{
		title: row.person.Name + " · " + row.account.Label(),
		lay:   func(width int) []string { return s.detailLines(&row, width) },
		keys:  []key.Binding{mend, take},
	}
	if past {
		d.keys = nil
		return d
	}
	d.own = func(k tea.KeyMsg) (tea.Cmd, bool, bool) {
		switch {
		case key.Matches(k, mend):
			g, ok := s.ledger.grant(row.grant.ID)
			if !ok {
				return screen.Fail("corregir el rol", model.ErrNotFound), true, true
			}
			s.dialog = s.newGrantForm("Corregir el rol", g)
		case key.Matches(k, take) && row.grant.Until.IsZero():
			s.dialog = s.newRemoval(&row)
		default:
			return nil, false, false
		}
		return nil, true, true
	}
	return d
}

// sheet gathers lines with a label at the left.
type sheet struct {
	th    theme.Theme
	width int
	lines []string
}

const labelWidth = 10

// put writes a labelled text, on as many lines as it needs.
func (t *sheet) put(label, text string) {
	if text == "" {
		return
	}
	for i, line := range widget.Wrap(text, max(1, t.width-labelWidth)) {
		if i > 0 {
			label = ""
		}
		t.lines = append(t.lines, t.th.Muted.Render(widget.Fit(label, min(labelWidth, t.width)))+line)
	}
}

// head begins a part; one with nothing in it does not show.
func (t *sheet) head(title string) {
	t.lines = append(t.lines, "", t.th.Title.Render(widget.Cut(title, t.width)))
}

// detailLines are the role, what the rules find, what reviews decided, and
// what else the person and the account have to do with each other.
func (s *Screen) detailLines(r *row, width int) []string {
	t := &sheet{th: s.theme, width: width}
	role := r.grant.Role.Label()
	if own := platformRoles[r.account.Network][r.grant.Role]; own != "" {
		role += " (" + own + ")"
	}
	t.put("Rol", role)
	t.put("Desde", r.grant.From.Label())
	t.put("Hasta", r.grant.Until.Label())
	if r.campaign.ID != 0 {
		declared := "falta declarar que no quedan permisos anteriores"
		if r.grant.Declared {
			declared = "declarado que no quedan permisos anteriores"
		}
		t.put("Campaña", r.campaign.Name+", del "+r.campaign.Starts.Slashed()+" al "+r.campaign.Ends.Slashed()+"; "+declared)
	}
	t.put("Función", firstOf(r.functions, s.ledger.formerly(r.person.ID), "sin función registrada"))
	t.put("Nota", r.grant.Note)
	if len(r.findings) > 0 {
		t.head("OBSERVACIONES")
		for _, f := range r.findings {
			t.lines = append(t.lines, findingLines(t.th, f, width)...)
		}
	}
	s.decisionLines(t, r)
	s.ledger.historyLines(t, r)
	return t.lines
}

func firstOf(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}

// formerly is what a person was: «Community manager hasta el 13/11/2026».
func (l *ledger) formerly(id model.ID) string {
	var last model.Appointment
	for _, a := range l.facts.Appointments {
		if a.PersonID == id && a.Until.Before(l.today) && a.Until.After(last.Until) {
			last = a
		}
	}
	if last.ID == 0 {
		return ""
	}
	return last.Function.Label() + " hasta el " + last.Until.Slashed()
}

// decisionLines are what this review and the earlier ones say of the role.
func (s *Screen) decisionLines(t *sheet, r *row) {
	var lines [][2]string
	say := func(when string, row model.ReviewRow) {
		text := row.Decision.Label()
		if row.Reason != "" {
			text += ": " + row.Reason
		}
		lines = append(lines, [2]string{when, text})
	}
	if s.reviewing() {
		say("borrador", s.marks.decided[r.grant.ID])
	}
	for _, review := range slices.Backward(s.ledger.facts.Reviews) {
		at := slices.IndexFunc(review.Rows, func(row model.ReviewRow) bool { return row.GrantID == r.grant.ID })
		if at >= 0 && review.Signed() {
			say(calendar.DayOf(review.SignedAt).Short(), review.Rows[at])
		}
	}
	if len(lines) == 0 {
		return
	}
	t.head("LO DECIDIDO EN CADA REVISIÓN")
	for _, line := range lines {
		t.put(line[0], line[1])
	}
}

// historyLines are the person's other roles: past ones on this account, and
// those that stand on others.
func (l *ledger) historyLines(t *sheet, r *row) {
	var here, elsewhere []string
	for _, g := range slices.Backward(l.held[r.person.ID]) {
		if g.ID == r.grant.ID {
			continue
		}
		line := g.Role.Label() + " · " + l.grantLine(g)
		if g.AccountID == r.account.ID {
			here = append(here, line)
		} else if g.Until.IsZero() {
			elsewhere = append(elsewhere, line)
		}
	}
	for _, part := range []struct {
		title string
		lines []string
	}{{"ANTES EN ESTA CUENTA", here}, {"EN OTRAS CUENTAS", elsewhere}} {
		if len(part.lines) == 0 {
			continue
		}
		t.head(part.title)
		for _, line := range part.lines {
			for i, each := range widget.Wrap(line, max(1, t.width-2)) {
				t.lines = append(t.lines, strings.Repeat(" ", min(2, 2*i))+each)
			}
		}
	}
}
