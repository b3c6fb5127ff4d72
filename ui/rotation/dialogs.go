package rotation

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/directive"
	"faro/ui/widget"
)

func (s *Screen) answer(msg tea.Msg) tea.Cmd {
	cmd, closed := s.dialog.Update(msg)
	if closed {
		s.dialog = nil
	}
	return cmd
}

// openRecord asks for a change of the credential under the cursor.
func (s *Screen) openRecord() {
	c, ok := s.current()
	if !ok {
		return
	}
	personal := c.Credential.Kind == model.PersonalAccess
	title := "Registrar cambio · " + c.Label
	if personal {
		title = "Registrar declaración · " + c.Label
	}
	fields := []widget.Field{
		widget.Day("day", "Fecha", s.today, s.today, widget.Required("escriba el día del cambio, por ejemplo 23/11/2026")),
		widget.Choice("who", "Quién", s.people(), s.likely(c), widget.Required("elija quién la cambió")),
		widget.YesNo("mixed", "¿Compleja?", true,
			widget.Help("Mayúsculas, minúsculas, números y signos, sin palabras ni nombres (6.1.2.2)")),
		widget.YesNo("distinct", "¿Distinta?", true,
			widget.Help("Diferente de la de cualquier otra cuenta (6.1.2.3)")),
	}
	if personal {
		fields[2] = widget.YesNo("mixed", "¿Complejas?", true,
			widget.Help("Cada administrador declara haber cambiado la suya con estas reglas (6.1.2.2, A-10b)"))
	}
	fields = append(fields,
		widget.Choice("channel", "Entrega", channels(personal), string(model.InPerson),
			widget.Help("Cómo llegó al otro custodio; nunca por mensajería instantánea (6.1.2.6)")),
		widget.Text("note", "Nota", "", widget.Limit(200), widget.Help("Opcional. No escriba aquí la contraseña: Faro no la guarda")))
	s.dialog = widget.NewAsk(s.theme, title, func(f *widget.FormBox) tea.Cmd {
		change := model.CredentialChange{
			CredentialID: c.Credential.ID, Day: f.Day("day"), PersonID: number(f.Value("who")),
			Mixed: f.Bool("mixed"), Distinct: f.Bool("distinct"), Channel: model.Channel(f.Value("channel")), Note: f.Value("note"),
		}
		return s.record(change, "✓ Cambio registrado: "+c.Label+", "+change.Day.Slashed())
	}, fields...)
}

func channels(personal bool) []widget.Option {
	var options []widget.Option
	for _, c := range model.Channels() {
		options = append(options, widget.Option{Label: c.Label(), Value: string(c)})
	}
	if personal {
		return options[len(options)-1:] // Nobody hands over a personal password.
	}
	return options
}

// openCustodians asks who knows the credential under the cursor from a day on.
func (s *Screen) openCustodians() {
	c, ok := s.current()
	if !ok || c.Credential.Kind == model.PersonalAccess {
		return
	}
	held := make([]string, len(c.Custodians))
	for i, p := range c.Custodians {
		held[i] = text(p.ID)
	}
	title := "Custodios · " + c.Label
	fields := []widget.Field{
		widget.Many("people", "La conocen", s.people(), held,
			widget.Help("Solo el community manager y el titular (6.1.2.4, 6.2.1.2)")),
		widget.Day("from", "Desde", s.today, s.today, widget.Required("escriba desde qué día"),
			widget.Help("Quien deja de conocerla termina la víspera; la contraseña debe cambiarse")),
	}
	s.dialog = widget.NewAsk(s.theme, title, func(f *widget.FormBox) tea.Cmd {
		var people []model.ID
		for _, v := range f.Values("people") {
			people = append(people, number(v))
		}
		return s.setCustodians(c.Credential.ID, people, f.Day("from"), "✓ Custodios registrados: "+c.Label)
	}, fields...)
}

// people are those who may be chosen today: the office, its head and deputy
// first, each with what they are.
func (s *Screen) people() []widget.Option {
	var options []widget.Option
	seen := map[model.ID]bool{}
	add := func(id model.ID, as string) {
		for _, p := range s.facts.People {
			if p.ID == id && !p.Archived && !seen[id] {
				seen[id] = true
				options = append(options, widget.Option{Label: p.Name + as, Value: text(id)})
			}
		}
	}
	for _, fn := range model.Functions() {
		if !fn.OfEntity() {
			continue
		}
		for _, id := range directive.InFunction(s.facts.Appointments, fn, s.today) {
			add(id, " · "+fn.Label())
		}
	}
	for _, c := range s.clocks {
		for _, p := range c.Custodians {
			add(p.ID, "")
		}
	}
	return options
}

// likely is who probably changed a credential: its custodian who manages the
// accounts, else the community manager.
func (s *Screen) likely(c directive.Clock) string {
	managers := directive.InFunction(s.facts.Appointments, model.Manager, s.today)
	for _, p := range c.Custodians {
		for _, id := range managers {
			if p.ID == id {
				return text(id)
			}
		}
	}
	if len(managers) > 0 {
		return text(managers[0])
	}
	return ""
}

func text(id model.ID) string { return strconv.FormatInt(int64(id), 10) }

// number reads back what text wrote; anything else is no record.
func number(s string) model.ID {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return 0
	}
	return model.ID(n)
}
