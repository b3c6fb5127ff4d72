package roles

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
	"faro/ui/screen"
	"faro/ui/theme"
	"faro/ui/widget"
)

// reasonsFor are the common reasons for a decision, in the order of their
// keys.
func reasonsFor(d model.Decision) []string {
	switch d {
	case model.Keep:
		return []string{
			"Sigue en funciones: el registro se actualiza",
			"El titular lo autoriza mientras dura el traspaso (6.2.3.4)",
			"La campaña se amplió: se anota su nueva fecha",
			"Se regulariza este mes",
			"Así figura en la plataforma y corresponde",
			"Falta que la PCM acepte el acceso (6.1.1.6)",
		}
	case model.Revoke:
		return []string{
			"Ya no trabaja en el área (6.2.3.5)",
			"Terminó la campaña (6.1.2.10)",
			"Excede el máximo de administradores (5.1.10)",
			"Una agencia no puede ser administradora (6.1.2.10)",
			"Cambió de función",
			"Acceso que nadie reconoce",
		}
	case model.UnknownToHold, model.Undecided:
	}
	return []string{
		"No figura en la plataforma",
		"No se pudo entrar a la plataforma",
		"Nadie reconoce a la persona",
		"Falta confirmar con la agencia",
		"Falta confirmar con la PCM",
		"Falta el documento que lo autoriza",
	}
}

// reasonDialog asks why: a number takes a common reason at once, anything else
// is typed. A revoke then asks whether the role is already gone.
type reasonDialog struct {
	s        *Screen
	row      row
	decision model.Decision
	form     *widget.Form
	reason   string // given; the question now is whether it was removed
	asking   bool
	spots    []string // the key that each line drawn stands for
}

func (s *Screen) newReason(r *row, d model.Decision) dialog {
	text := widget.Text("motivo", "Otro motivo", "", widget.Limit(160),
		widget.Placeholder("escríbalo y pulse Enter"),
		widget.Required("pulse el número de un motivo o escriba otro"))
	return &reasonDialog{s: s, row: *r, decision: d, form: widget.NewForm(s.theme, "", text)}
}

func (d *reasonDialog) press(k tea.KeyMsg) (tea.Cmd, bool) {
	if d.asking {
		return d.pressRemoved(k)
	}
	if n := digit(k); n > 0 && d.form.Value("motivo") == "" {
		if all := reasonsFor(d.decision); n <= len(all) {
			return d.given(all[n-1])
		}
		return nil, false
	}
	d.form.Update(k)
	switch {
	case d.form.Cancelled():
		return nil, true
	case d.form.Done():
		return d.given(d.form.Value("motivo"))
	}
	return nil, false
}

// digit is the number of a key, or zero.
func digit(k tea.KeyMsg) int {
	if k.Paste || k.Type != tea.KeyRunes || len(k.Runes) != 1 {
		return 0
	}
	n, err := strconv.Atoi(string(k.Runes))
	if err != nil {
		return 0
	}
	return n
}

func (d *reasonDialog) given(reason string) (tea.Cmd, bool) {
	d.reason = reason
	if d.decision == model.Revoke {
		d.asking = true
		return nil, false
	}
	return d.s.decide(&d.row, d.decision, reason), true
}

// pressRemoved reads the answer to whether the role is gone already. Enter is
// the cautious one: it stays to be removed.
func (d *reasonDialog) pressRemoved(k tea.KeyMsg) (tea.Cmd, bool) {
	s := d.s
	switch k.String() {
	case "esc":
		d.asking = false
		d.form.Problem(nil)
	case "1", "enter":
		return s.decide(&d.row, model.Revoke, d.reason), true
	case "2":
		decided := s.decide(&d.row, model.Revoke, d.reason)
		return tea.Batch(decided, s.remove(&d.row, s.today(), nil)), true
	case "3":
		decided := s.decide(&d.row, model.Revoke, d.reason)
		s.dialog = s.newRemoval(&d.row)
		return decided, true
	}
	return nil, false
}

// click presses the key of the line that was clicked.
func (d *reasonDialog) click(m tea.MouseMsg) (tea.Cmd, bool) {
	if m.Action != tea.MouseActionPress || m.Button != tea.MouseButtonLeft || m.Y < 0 || m.Y >= len(d.spots) || d.spots[m.Y] == "" {
		return nil, false
	}
	return d.press(screen.KeyNamed(d.spots[m.Y]))
}

func (d *reasonDialog) draw(width, height int) (string, []string) {
	th := d.s.theme
	title := map[model.Decision]string{
		model.Keep: "Mantener pese a la observación", model.Revoke: "Retirar el rol", model.UnknownToHold: "No sé de este rol",
	}[d.decision]
	// What must be there is the role, the question, its answers and a line to
	// type in; the rest takes what room is left.
	spare := max(0, height-3-len(reasonsFor(d.decision)))
	typing := min(spare, 1)
	spare -= typing
	lines := []string{th.Bold.Render(widget.Cut(d.row.label(), width))}
	for _, f := range d.row.findings {
		lines = append(lines, findingLines(th, f, width)...)
	}
	lines = lines[:min(len(lines), 1+spare)]
	if spare -= len(lines) - 1; spare > 0 {
		lines = append(lines, "")
	}
	d.spots = make([]string, len(lines))
	if d.asking {
		return title, d.options(lines, "¿Ya lo retiró en la plataforma?", []string{
			"Todavía no: queda «por retirar»", "Sí, hoy " + d.s.today().Slashed(), "Sí, otro día",
		}, width)
	}
	lines = d.options(lines, "¿Por qué?", reasonsFor(d.decision), width)
	return title, append(lines, strings.Split(d.form.View(width, 1+typing), "\n")...)
}

// options are numbered lines to press or click.
func (d *reasonDialog) options(lines []string, question string, options []string, width int) []string {
	th := d.s.theme
	lines = append(lines, th.Title.Render(widget.Cut(question, width)))
	d.spots = append(d.spots, "")
	for i, text := range options {
		n := strconv.Itoa(i + 1)
		lines = append(lines, th.Key.Render(n)+"  "+widget.Cut(text, width-3))
		d.spots = append(d.spots, n)
	}
	return lines
}

func (d *reasonDialog) hints() []key.Binding {
	if d.asking {
		return []key.Binding{
			key.NewBinding(key.WithKeys("enter", "1"), key.WithHelp("Enter", "queda por retirar")),
			key.NewBinding(key.WithKeys("2"), key.WithHelp("2", "retirado hoy")),
			key.NewBinding(key.WithKeys("3"), key.WithHelp("3", "otro día")),
			key.NewBinding(key.WithKeys("esc"), key.WithHelp("Esc", "al motivo")),
		}
	}
	return []key.Binding{
		key.NewBinding(key.WithKeys("1", "2", "3", "4", "5", "6"), key.WithHelp("1–6", "motivo")),
		key.NewBinding(key.WithKeys("enter"), key.WithHelp("Enter", "motivo escrito")),
		key.NewBinding(key.WithKeys("esc"), key.WithHelp("Esc", "no decidir")),
	}
}

func (d *reasonDialog) unsaved() string {
	if d.form.Dirty() {
		return "el motivo que está escribiendo sobre " + d.row.person.Name
	}
	return ""
}

func (d *reasonDialog) problem(err error) { d.form.Problem(err) }

// findingLines is a finding in its colour, on as many lines as it needs. The
// article is not left alone on the last one.
func findingLines(th theme.Theme, f finding, width int) []string {
	const glued = "\u00a0·\u00a0"
	text := f.status.Mark() + " " + f.text + strings.Replace(f.end(), " · ", glued, 1)
	lines := widget.Wrap(text, max(1, width-2))
	for i, line := range lines {
		line = strings.Replace(line, glued, " · ", 1)
		if i > 0 {
			line = "  " + line
		}
		lines[i] = th.Of(f.status).Render(line)
	}
	return lines
}

// newRemoval asks for the day a role was taken away on the platform.
func (s *Screen) newRemoval(r *row) dialog {
	row := *r
	d := &formDialog{
		th: s.theme, title: "Rol retirado en la plataforma", what: "el retiro del rol de " + row.person.Name,
		form: widget.NewForm(s.theme, "", widget.Day("hasta", "Hasta", s.today(), s.today(),
			widget.Required("escriba el día del retiro, por ejemplo "+s.today().Slashed()),
			widget.Help("El día en que dejó de tener acceso"))),
		before: func(width int) []string {
			return widget.Wrap(capital(row.label())+", desde el "+row.grant.From.Slashed(), width)
		},
	}
	d.submit = func(self *formDialog) (tea.Cmd, bool) {
		day := self.form.Day("hasta")
		if err := notLater(day, s.today(), "Hasta"); err != nil {
			self.form.Problem(err)
			return nil, false
		}
		return s.remove(&row, day, self), false
	}
	return d
}

// notLater refuses a day that has not come yet for something that happened.
func notLater(day, today calendar.Day, field string) error {
	if day.After(today) {
		return &model.FieldError{Field: field, Hint: "ese día aún no llega: anótelo cuando se retire"}
	}
	return nil
}
