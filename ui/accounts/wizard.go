package accounts

import (
	"context"
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/directive"
	"faro/ui/screen"
	"faro/ui/widget"
)

// wizard asks a new office its first questions, one at a time. Every answer is
// recorded when it is confirmed, so it can be left at any point.
type wizard struct {
	screen *Screen
	steps  []step
	at     int
	form   *widget.Ask
	asked  bool // the form of this step was made from what was read
}

// step is one question.
type step struct {
	title, why string
	fields     func() []widget.Field
	keep       func(*widget.FormBox) func(context.Context) error
	// known says what is already on record, so that nobody is asked twice; ""
	// when nothing is.
	known func() string
}

// stepMsg answers a step: nil, or why it was not kept.
type stepMsg struct{ err error }

func newWizard(s *Screen) *wizard {
	w := &wizard{screen: s}
	w.steps = []step{
		w.entityStep(),
		w.personStep(model.Head, "¿Quién es titular de la oficina?", "Autoriza las cuentas, custodia las contraseñas y firma la revisión de roles (5.2.4, 6.1.2.4)"),
		w.personStep(model.Deputy, "¿Quién es segundo en funciones?", "Debe ser administrador de la página de Facebook (6.1.1.5)"),
		w.personStep(model.Manager, "¿Quién es community manager?", "Administra las cuentas y custodia las contraseñas con el titular (5.1.5, 6.1.2.4)"),
		w.accountsStep(),
		w.custodyStep(),
	}
	w.ask()
	return w
}

// ask makes the form of the step the wizard is at.
func (w *wizard) ask() {
	st := w.steps[w.at]
	w.form = widget.NewAsk(w.screen.theme, "", func(*widget.FormBox) tea.Cmd { return w.record() }, st.fields()...)
	w.asked = w.screen.loaded
}

// refresh makes the form anew once the records are read, unless somebody began
// to fill it in.
func (w *wizard) refresh() {
	if !w.asked && !w.form.Dirty() {
		w.ask()
	}
}

func (w *wizard) update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyMsg); ok && k.String() == "ctrl+n" {
		return w.forward() // The step is left out.
	}
	cmd, closed := w.form.Update(msg)
	if closed {
		w.screen.wizard = nil
		return tea.Batch(cmd, screen.Note("Puede seguir cuando quiera con w"))
	}
	return cmd
}

func (w *wizard) record() tea.Cmd {
	work := w.steps[w.at].keep(w.form.FormBox)
	return screen.Do(func(ctx context.Context) tea.Msg { return stepMsg{work(ctx)} })
}

// stepKept goes on to the next question, or shows why the answer was refused.
func (s *Screen) stepKept(m stepMsg) tea.Cmd {
	w := s.wizard
	if w == nil {
		return nil
	}
	if m.err != nil {
		if w.form.Refuse(m.err) {
			return nil
		}
		return screen.Fail("guardar el paso", m.err)
	}
	changed := func() tea.Msg { return screen.ChangedMsg{} }
	return tea.Batch(w.forward(), changed)
}

// forward goes to the next step; after the last one the office can begin.
func (w *wizard) forward() tea.Cmd {
	w.at++
	if w.at == len(w.steps) {
		w.screen.wizard = nil
		return tea.Batch(screen.Open(screen.Today, 0), screen.Note("✓ Todo listo: registre la primera publicación con + o pegando su enlace"))
	}
	w.ask()
	w.asked = false // What the last step recorded is still to be read.
	return nil
}

func (w *wizard) entityStep() step {
	s := w.screen
	return step{
		title:  "¿Qué entidad informa?",
		why:    "Encabeza el informe trimestral a la Secretaría de Comunicación Social (6.3.2)",
		fields: func() []widget.Field { return entityFields(s.facts.Entity)[:6] },
		keep: func(f *widget.FormBox) func(context.Context) error {
			old := s.facts.Entity
			e := readEntity(f, old)
			e.RUC, e.Address, e.District = old.RUC, old.Address, old.District // Not asked here.
			return func(ctx context.Context) error { _, err := s.records.SaveEntity(ctx, e); return err }
		},
		known: func() string { return s.facts.Entity.Name },
	}
}

func (w *wizard) personStep(fn model.Function, title, why string) step {
	s := w.screen
	return step{
		title: title, why: why,
		fields: func() []widget.Field {
			fields := personFields(model.Person{})
			return append(fields, widget.Day("from", "Desde", s.today(), s.today(), widget.Required("escriba desde qué día, por ejemplo 01/10/2026")))
		},
		keep: func(f *widget.FormBox) func(context.Context) error {
			p := readPerson(f, model.Person{})
			a := model.Appointment{Function: fn, From: f.Day("from")}
			return func(ctx context.Context) error { _, err := s.records.Enrol(ctx, p, a); return err }
		},
		known: func() string { return s.names(directive.InFunction(s.facts.Appointments, fn, s.today())) },
	}
}

func (s *Screen) names(ids []model.ID) string {
	text := ""
	for _, id := range ids {
		for _, p := range s.facts.People {
			if p.ID == id {
				if text != "" {
					text += ", "
				}
				text += p.Name
			}
		}
	}
	return text
}

// accountsStep asks for the accounts of all networks at once: most offices use
// one name and one mailbox.
func (w *wizard) accountsStep() step {
	s := w.screen
	return step{
		title: "¿Qué cuentas tiene la entidad?",
		why:   "Marque las redes; usuario y correo se corrigen después, cuenta por cuenta, en «Cuentas» (Anexo 4)",
		fields: func() []widget.Field {
			var options []widget.Option
			for _, n := range model.Networks() {
				options = append(options, widget.Option{Label: n.LongLabel(), Value: string(n)})
			}
			return []widget.Field{
				widget.Many("networks", "Redes", options, nil, widget.Required("marque al menos una red con la barra espaciadora")),
				widget.Text("handle", "Usuario", "", widget.Limit(60), widget.Required("escriba el usuario, sin @"), widget.Help("El mismo en todas, sin @ (6.1.1.8)")),
				widget.Text("email", "Correo de gestión", "", widget.Limit(120), widget.Help("Institucional (6.1.1.4)")),
			}
		},
		keep: func(f *widget.FormBox) func(context.Context) error {
			networks, handle, email, name := f.Values("networks"), f.Value("handle"), f.Value("email"), s.facts.Entity.Name
			var responsibles []model.ID
			responsibles = append(responsibles, directive.InFunction(s.facts.Appointments, model.Manager, s.today())...)
			return func(ctx context.Context) error {
				for _, n := range networks {
					a := model.Account{Network: model.Network(n), Handle: handle, Name: name, Email: email, Responsibles: responsibles}
					if _, err := s.records.SaveAccount(ctx, a); err != nil {
						return fmt.Errorf("%s: %w", a.Label(), err)
					}
				}
				return nil
			}
		},
		known: func() string {
			if n := len(s.facts.Accounts); n > 0 {
				return fmt.Sprintf("%d cuentas registradas", n)
			}
			return ""
		},
	}
}

// custodyStep asks who knows the passwords today; it is never taken for granted.
func (w *wizard) custodyStep() step {
	s := w.screen
	return step{
		title: "¿Quiénes conocen hoy las contraseñas?",
		why:   "Solo el community manager y el titular (6.1.2.4, 6.2.1.2). Faro no pide ni guarda ninguna contraseña",
		fields: func() []widget.Field {
			var likely []model.ID
			for _, fn := range []model.Function{model.Manager, model.Head} {
				likely = append(likely, directive.InFunction(s.facts.Appointments, fn, s.today())...)
			}
			return []widget.Field{
				widget.Many("people", "Las conocen", s.peopleOptions(nil), texts(likely), widget.Help("Se registra para todas las cuentas; se cambia en «Contraseñas»")),
				widget.Day("from", "Desde", s.today(), s.today(), widget.Required("escriba desde qué día")),
			}
		},
		keep: func(f *widget.FormBox) func(context.Context) error {
			people, from := numbers(f.Values("people")), f.Day("from")
			return func(ctx context.Context) error {
				all, err := s.records.Credentials(ctx)
				if err != nil {
					return err
				}
				for _, k := range all {
					if k.Kind == model.PersonalAccess || !k.Retired.IsZero() {
						continue
					}
					if err := s.records.SetCustodians(ctx, k.ID, people, from); err != nil {
						return err
					}
				}
				return nil
			}
		},
		known: func() string { return "" },
	}
}

// view draws the question over the whole screen.
func (w *wizard) view(width, height int) string {
	s, st := w.screen, w.steps[w.at]
	wide := min(width-4, 88)
	lines := []string{
		"  " + s.theme.Accent.Render("Primeros pasos") + s.theme.Muted.Render(fmt.Sprintf("   paso %d de %d   ", w.at+1, len(w.steps))) +
			widget.Meter(s.theme, min(24, max(0, wide-40)), w.at, len(w.steps), s.theme.Met),
		"",
		"  " + s.theme.Bold.Render(widget.Cut(st.title, wide)),
	}
	for _, l := range widget.Wrap(st.why, max(1, wide)) {
		lines = append(lines, "  "+s.theme.Muted.Render(l))
	}
	if known := st.known(); known != "" && height > 14 {
		lines = append(lines, "  "+s.theme.Met.Render(widget.Cut("✓ Ya registrado: "+known+" · Ctrl+N pasa al siguiente", wide)))
	}
	lines = append(lines, "")
	x, y := 2, len(lines)
	form := w.form.Inside(x, y, max(1, wide), max(1, height-y-2))
	for _, l := range form {
		lines = append(lines, "  "+l)
	}
	lines = append(lines, "", "  "+widget.Hints(s.theme, wide, "Ctrl+N", "omitir este paso", "Esc", "dejarlo por ahora"))
	return widget.Lines(width, height, lines)
}
