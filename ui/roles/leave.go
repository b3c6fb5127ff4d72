package roles

import (
	"context"
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/ui/theme"
	"faro/ui/widget"
)

// debts are what falls due when a person leaves (S19): roles to take away and
// passwords to change, all by the last day.
type debts struct {
	day    calendar.Day
	roles  []model.Grant
	clocks []directive.Clock
}

// text is «2 roles, 9 contraseñas».
func (d debts) text() string {
	return count(len(d.roles), "rol", "roles") + ", " + count(len(d.clocks), "contraseña", "contraseñas")
}

// debts works out what would fall due if the person's last day were day.
func (l *ledger) debts(person model.ID, day calendar.Day) debts {
	d := debts{day: day}
	for _, g := range l.held[person] {
		if g.Until.IsZero() && !g.From.After(day) {
			d.roles = append(d.roles, g)
		}
	}
	f, held := l.without(person, day)
	for _, clock := range directive.Clocks(f, l.criteria, l.today) {
		if held[clock.Credential.ID] && !clock.Due.IsZero() && !clock.Due.After(day) {
			d.clocks = append(d.clocks, clock)
		}
	}
	return d
}

// without are the facts as they would be after the person's last day, and the
// credentials the person held on it.
func (l *ledger) without(person model.ID, day calendar.Day) (f directive.Facts, held map[model.ID]bool) {
	f, held = l.facts, map[model.ID]bool{}
	f.Appointments, f.Custodies = slices.Clone(f.Appointments), slices.Clone(f.Custodies)
	for i := range f.Appointments {
		if a := &f.Appointments[i]; a.PersonID == person && a.On(day) {
			a.Until = day
		}
	}
	for i := range f.Custodies {
		if h := &f.Custodies[i]; h.PersonID == person && h.On(day) {
			h.Until = day
			held[h.CredentialID] = true
		}
	}
	return f, held
}

// lines say what falls due, each thing by its name.
func (d debts) lines(l *ledger, th theme.Theme, width int) []string {
	lines := []string{th.Title.Render(widget.Cut("QUEDA POR HACER HASTA EL "+d.day.Slashed()+": "+d.text(), width))}
	for _, g := range d.roles {
		lines = append(lines, th.Due.Render("!")+" "+widget.Cut("Retirar: "+g.Role.Label()+" en "+l.accountLabel(g.AccountID)+" · 6.2.3.5", width-2))
	}
	for _, c := range d.clocks {
		lines = append(lines, th.Due.Render("!")+" "+widget.Cut("Cambiar: "+c.Label+" · "+c.Article, width-2))
	}
	if len(d.roles)+len(d.clocks) == 0 {
		lines = append(lines, th.Met.Render("✓")+" "+widget.Cut("Nada: no tiene roles ni contraseñas", width-2))
	}
	return lines
}

// pressLeave asks who leaves and when, and shows what follows from it.
func (s *Screen) pressLeave() tea.Cmd {
	options := s.ledger.leaverOptions()
	if len(options) == 0 {
		return refuse("dar de baja a una persona", "Nadie tiene funciones ni contraseñas a su cargo: se registran en Cuentas")
	}
	preset := ""
	if r := s.row(); r != nil && s.pane == rowsPane {
		preset = chosen(r.person.ID)
	}
	today := s.today()
	form := widget.NewForm(s.theme, "",
		widget.Choice("persona", "Persona", options, preset, widget.Required("elija quién deja el área")),
		widget.Day("dia", "Último día", today, today, widget.Required("escriba el día, por ejemplo "+today.Slashed()),
			widget.Help("Ese día terminan sus funciones y sus custodias; los roles se retiran en cada plataforma")))
	if preset != "" {
		form.Focus("dia")
	}
	d := &formDialog{th: s.theme, title: "Baja de una persona", what: "la baja que está anotando", form: form}
	d.after = func(width int) []string {
		person, day := idOf(form.Value("persona")), form.Day("dia")
		if person == 0 || day.IsZero() {
			return nil
		}
		return append([]string{""}, s.ledger.debts(person, day).lines(&s.ledger, s.theme, width)...)
	}
	d.submit = s.submitLeave
	s.dialog = d
	return nil
}

// leaverOptions are the people with a function or a password in their care.
func (l *ledger) leaverOptions() []widget.Option {
	busy := map[model.ID]bool{}
	for _, a := range l.facts.Appointments {
		busy[a.PersonID] = busy[a.PersonID] || a.Until.IsZero() || a.Until.After(l.today)
	}
	for _, h := range l.facts.Custodies {
		busy[h.PersonID] = busy[h.PersonID] || h.Until.IsZero() || h.Until.After(l.today)
	}
	return slices.DeleteFunc(l.peopleOptions(), func(o widget.Option) bool { return !busy[idOf(o.Value)] })
}

func (s *Screen) submitLeave(d *formDialog) (tea.Cmd, bool) {
	person, day := idOf(d.form.Value("persona")), d.form.Day("dia")
	due, name := s.ledger.debts(person, day), s.ledger.name(person)
	records, ledger, th := s.records, s.ledger, s.theme
	after := &textDialog{
		title: name + " deja el área el " + day.Slashed(),
		lay: func(width int) []string {
			lines := due.lines(&ledger, th, width)
			lines = append(lines, "")
			for _, text := range []string{
				"Los roles se anotan retirados con x; las contraseñas se cambian en Contraseñas.",
				"Por cada día de más con un rol responde el titular (6.2.3.5).",
			} {
				for _, line := range widget.Wrap(text, width) {
					lines = append(lines, th.Muted.Render(line))
				}
			}
			return lines
		},
		keys: []key.Binding{},
	}
	return s.write(job{
		doing: "dar de baja a " + name, asker: d, after: after,
		run: func(ctx context.Context) (string, error) {
			return name + " deja el área el " + day.Slashed() + ": " + due.text(), records.Leave(ctx, person, day)
		},
	}), false
}
