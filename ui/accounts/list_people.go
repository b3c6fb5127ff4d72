package accounts

import (
	"context"
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/directive"
	"faro/ui/screen"
	"faro/ui/widget"
)

func newPeopleSection(s *Screen) section {
	return section{
		name:  "Personas",
		title: "Quién es qué y desde cuándo: de aquí salen custodios, administradores y firmantes · 5.2.4, 6.2.1.3",
		count: func() int { return len(s.facts.People) },
		words: func(i int) []string {
			p := s.facts.People[i]
			return []string{p.Name, p.Email, s.functionsToday(p)}
		},
		heads: func(width int) string { return personRow(width, "NOMBRE", "FUNCIÓN", "CORREO") },
		row: func(i, width int) string {
			p := s.facts.People[i]
			return personRow(width, p.Name, s.functionsToday(p), p.Email)
		},
		detail: func(i, width int) []string { return s.personDetail(s.facts.People[i], width) },
		empty:  []string{"Aún no hay personas. Pulse a para registrar al titular o al community manager."},
		acts: map[string]func() tea.Cmd{
			"a": s.addPerson, "enter": s.editPerson, "e": s.editPerson,
			"f": s.addFunction, "b": s.leaving, "x": s.archivePerson,
		},
		keys: []sectionKey{
			{"a", "a", "agregar persona"},
			{"e", "Enter", "editar datos"},
			{"f", "f", "otra función"},
			{"b", "b", "dar de baja"},
			{"x", "x", "archivar"},
		},
	}
}

func personRow(width int, name, function, email string) string {
	if width < 60 {
		return widget.Fit(name, width/2) + " " + widget.Fit(function, width-width/2-1)
	}
	first := min(32, width*2/5)
	second := min(34, width*2/5)
	return widget.Fit(name, first-1) + " " + widget.Fit(function, second-1) + " " + widget.Fit(email, max(0, width-first-second))
}

// functionsToday are a person's functions in force, or what became of them.
func (s *Screen) functionsToday(p model.Person) string {
	if p.Archived {
		return "archivada"
	}
	var all []string
	for _, a := range s.facts.Appointments {
		if a.PersonID == p.ID && a.On(s.today()) {
			all = append(all, a.Function.Label())
		}
	}
	if len(all) > 0 {
		return strings.Join(all, ", ")
	}
	if last, left := directive.LastDay(s.facts.Appointments, p.ID); left {
		return "cesó el " + last.Slashed()
	}
	return "sin función"
}

func (s *Screen) personDetail(p model.Person, width int) []string {
	lines := []string{s.theme.Bold.Render(widget.Cut(p.Name, width))}
	lines = append(lines, s.pairs(width, [2]string{"Correo", p.Email}, [2]string{"Teléfono", p.Phone})...)
	for _, a := range s.facts.Appointments {
		if a.PersonID != p.ID {
			continue
		}
		when := "desde el " + a.From.Slashed()
		if !a.Until.IsZero() {
			when = "del " + a.From.Slashed() + " al " + a.Until.Slashed()
		}
		text := a.Function.Label() + " " + when
		if a.Document != "" {
			text += " · " + a.Document
		}
		look := s.theme.Text
		if !a.On(s.today()) {
			look = s.theme.Muted
		}
		lines = append(lines, look.Render(widget.Cut("· "+text, width)))
	}
	return lines
}

func (s *Screen) currentPerson() (model.Person, bool) {
	i, ok := s.sections[1].at()
	if !ok {
		return model.Person{}, false
	}
	return s.facts.People[i], true
}

func functionOptions() []widget.Option {
	var options []widget.Option
	for _, f := range model.Functions() {
		options = append(options, widget.Option{Label: f.Label(), Value: string(f)})
	}
	return options
}

func personFields(p model.Person) []widget.Field {
	return []widget.Field{
		widget.Text("name", "Nombre", p.Name, widget.Limit(120), widget.Required("escriba nombres y apellidos")),
		widget.Text("email", "Correo", p.Email, widget.Limit(120)),
		widget.Text("phone", "Teléfono", p.Phone, widget.Limit(40)),
	}
}

func (s *Screen) functionFields() []widget.Field {
	return []widget.Field{
		widget.Choice("function", "Función", functionOptions(), string(model.Team), widget.Required("elija la función")),
		widget.Day("from", "Desde", s.today(), s.today(), widget.Required("escriba desde qué día, por ejemplo 01/10/2026")),
		widget.Text("document", "Documento", "", widget.Limit(120), widget.Help("Memorando, resolución o contrato que lo designa; opcional")),
	}
}

func readPerson(f *widget.FormBox, p model.Person) model.Person {
	p.Name, p.Email, p.Phone = f.Value("name"), f.Value("email"), f.Value("phone")
	return p
}

func readFunction(f *widget.FormBox, person model.ID) model.Appointment {
	return model.Appointment{PersonID: person, Function: model.Function(f.Value("function")), From: f.Day("from"), Document: f.Value("document")}
}

func (s *Screen) addPerson() tea.Cmd {
	s.ask("Agregar persona", func(f *widget.FormBox) tea.Cmd {
		p, a := readPerson(f, model.Person{}), readFunction(f, 0)
		return keep("registrar a la persona", "✓ Registrada: "+p.Name, func(ctx context.Context) error {
			_, err := s.records.Enrol(ctx, p, a)
			return err
		})
	}, append(personFields(model.Person{}), s.functionFields()...)...)
	return nil
}

func (s *Screen) editPerson() tea.Cmd {
	p, ok := s.currentPerson()
	if !ok {
		return nil
	}
	s.ask("Editar · "+p.Name, func(f *widget.FormBox) tea.Cmd {
		changed := readPerson(f, p)
		return keep("guardar los datos", "✓ Datos guardados: "+changed.Name, func(ctx context.Context) error {
			_, err := s.records.SavePerson(ctx, changed)
			return err
		})
	}, personFields(p)...)
	return nil
}

func (s *Screen) addFunction() tea.Cmd {
	p, ok := s.currentPerson()
	if !ok {
		return nil
	}
	s.ask("Nueva función · "+p.Name, func(f *widget.FormBox) tea.Cmd {
		a := readFunction(f, p.ID)
		return keep("registrar la función", "✓ "+p.Name+": "+a.Function.Label(), func(ctx context.Context) error {
			_, err := s.records.SaveAppointment(ctx, a)
			return err
		})
	}, s.functionFields()...)
	return nil
}

// leaving records a person's last day: functions and custodies end, and what
// they knew falls due that day (6.2.3.5, S19).
func (s *Screen) leaving() tea.Cmd {
	p, ok := s.currentPerson()
	if !ok {
		return nil
	}
	s.ask("Dar de baja · "+p.Name, func(f *widget.FormBox) tea.Cmd {
		day := f.Day("day")
		return keep("registrar la baja", "✓ "+p.Name+" cesa el "+day.Slashed()+"; revise Roles y Contraseñas", func(ctx context.Context) error {
			return s.records.Leave(ctx, p.ID, day)
		})
	}, widget.Day("day", "Último día", s.today(), s.today(), widget.Required("escriba su último día de trabajo"),
		widget.Help("Ese día terminan sus funciones y vence todo lo que conocía")))
	return nil
}

func (s *Screen) archivePerson() tea.Cmd {
	p, ok := s.currentPerson()
	if !ok {
		return nil
	}
	question, note := "¿Archivar a %s? Deja de ofrecerse en las listas; lo registrado se conserva.", "✓ Archivada: "
	if p.Archived {
		question, note = "¿Sacar a %s del archivo?", "✓ De vuelta: "
	}
	return screen.Confirm(fmt.Sprintf(question, p.Name), keep("archivar a la persona", note+p.Name, func(ctx context.Context) error {
		return s.records.ArchivePerson(ctx, p.ID, !p.Archived)
	}))
}
