package roles

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/ui/theme"
	"faro/ui/widget"
)

const designateWhy = "Firma el titular de la OC o la persona que él designó (6.1.2.11), y no hay ninguno en funciones: regístrelo en Cuentas"

// pressSign signs, or says what is in the way and goes there.
func (s *Screen) pressSign() tea.Cmd {
	switch {
	case s.ledger.sealed():
		return refuse("firmar la revisión", sealedWhy)
	case len(s.ledger.accounts) == 0:
		return refuse("firmar la revisión", "Primero registre las cuentas de la entidad en Cuentas")
	}
	if gaps := s.marks.gaps(s.ledger.accounts, s.ledger.today); len(gaps) > 0 {
		s.dialog = s.newGaps(gaps)
		return nil
	}
	signers := s.ledger.signers()
	if len(signers) == 0 {
		return refuse("firmar la revisión", designateWhy)
	}
	s.dialog = s.newSignature(signers)
	return nil
}

// newGaps lists what keeps the review from being signed; Enter goes to the
// first of it.
func (s *Screen) newGaps(gaps []gap) dialog {
	th := s.theme
	goes := key.NewBinding(key.WithKeys("enter"), key.WithHelp("Enter", "ir a la primera"))
	return &textDialog{
		title: "Aún no se puede firmar",
		lay: func(width int) []string {
			lines := widget.Wrap("Nada se aprueba en silencio: cada cuenta se mira en su plataforma y cada rol se decide (6.1.2.11).", width)
			for _, g := range gaps {
				lines = append(lines, "")
				lines = append(lines, gapLines(th, g, width)...)
			}
			return lines
		},
		own: func(k tea.KeyMsg) (tea.Cmd, bool, bool) {
			if !key.Matches(k, goes) {
				return nil, false, false
			}
			s.toOpenAccount()
			return nil, true, true
		},
		keys: []key.Binding{goes},
	}
}

func gapLines(th theme.Theme, g gap, width int) []string {
	lines := []string{th.Bold.Render(widget.Cut(g.account.Label(), width))}
	add := func(style directive.Status, text string) {
		for i, line := range widget.Wrap(text, max(1, width-4)) {
			if i > 0 {
				line = "  " + line
			}
			lines = append(lines, "  "+th.Of(style).Render(line))
		}
	}
	if g.unseen {
		add(directive.AtRisk, "! falta mirar "+lookAt(g.account.Account))
	}
	if len(g.undecided) > 0 {
		add(directive.Breach, "✗ sin decidir: "+strings.Join(g.undecided, ", "))
	}
	if len(g.unexplained) > 0 {
		add(directive.Breach, "✗ sin motivo: "+strings.Join(g.unexplained, ", "))
	}
	return lines
}

// signer is somebody who may sign, and what allows it.
type signer struct {
	person    model.Person
	functions string
}

// signers are the head and the designated in force, the head first.
func (l *ledger) signers() []signer {
	var all []signer
	seen := map[model.ID]bool{}
	functions := functionsOn(l.facts.Appointments, l.today)
	for _, fn := range []model.Function{model.Head, model.Reviewer} {
		for _, id := range directive.InFunction(l.facts.Appointments, fn, l.today) {
			if !seen[id] {
				seen[id] = true
				all = append(all, signer{l.people[id], functionLabel(functions[id])})
			}
		}
	}
	return all
}

func (s *Screen) newSignature(signers []signer) dialog {
	options := make([]widget.Option, len(signers))
	for i, each := range signers {
		options[i] = widget.Option{Label: each.person.Name + " · " + each.functions, Value: idText(each.person.ID)}
	}
	form := widget.NewForm(s.theme, "",
		widget.Choice("revisor", "Revisor", options, options[0].Value,
			widget.Help("Solo firman el titular y las personas designadas en funciones; la designación se anota en Cuentas")),
		widget.Text("iniciales", "Iniciales", "", widget.Limit(8),
			widget.Required("escriba las iniciales de quien firma"),
			widget.Help("Enter firma. Lo firmado no se cambia: se corrige con otra revisión")))
	form.Focus("iniciales")
	p := s.marks.progress(s.ledger.accounts)
	d := &formDialog{th: s.theme, title: "Firmar la revisión de roles de " + s.ledger.target.month.Name(), what: "la firma de la revisión", form: form, least: 5}
	d.before = func(width int) []string {
		id := idOf(form.Value("revisor"))
		return append(widget.Wrap(s.ledger.name(id)+" da fe: "+count(p.seen, "cuenta mirada", "cuentas miradas")+" en su plataforma y "+
			count(p.rows, "rol decidido", "roles decididos")+", el "+s.today().Slashed()+".", width), s.signerRemark(id, width)...)
	}
	d.submit = s.submitSignature
	return d
}

// signerRemark is what A-11 has to say about the chosen reviewer.
func (s *Screen) signerRemark(id model.ID, width int) []string {
	warn, err := directive.CheckSigner(s.ledger.facts, s.ledger.criteria, id, s.today())
	switch {
	case err != nil:
		return findingLines(s.theme, finding{directive.Breach, capital(hint(err)), ""}, width)
	case warn != "":
		return findingLines(s.theme, finding{directive.Warning, capital(warn), "6.1.2.11"}, width)
	}
	return nil
}

// hint is what to do about an error, without the name of the field.
func hint(err error) string {
	var bad *model.FieldError
	if errors.As(err, &bad) {
		return bad.Hint
	}
	return err.Error()
}

func (s *Screen) submitSignature(d *formDialog) (tea.Cmd, bool) {
	id, initials := idOf(d.form.Value("revisor")), strings.ToUpper(d.form.Value("iniciales"))
	name := s.ledger.name(id)
	if !signs(initials, name) {
		d.form.Problem(&model.FieldError{Field: "Iniciales", Hint: "no son las de " + name + ": escriba, por ejemplo, " + initialsOf(name)})
		return nil, false
	}
	records, t, at, want := s.records, s.ledger.target, s.now(), s.want
	return s.write(job{
		doing: "firmar la revisión de roles", asker: d,
		run: func(ctx context.Context) (string, error) { return sign(ctx, records, t, want, id, initials, at) },
	}), false
}

// sign looks at the records once more, since others may have written, and
// signs only what nothing speaks against.
func sign(ctx context.Context, r Records, t, want target, reviewer model.ID, initials string, at time.Time) (string, error) {
	today := calendar.DayOf(at)
	draft, err := r.StartReview(ctx, t.month, t.corrects)
	if err != nil {
		return "", err
	}
	l, err := read(ctx, r, today, want)
	if err != nil {
		return "", err
	}
	warn, err := directive.CheckSigner(l.facts, l.criteria, reviewer, today)
	if err != nil {
		return "", err
	}
	m := marksOf(draft)
	if gaps := m.gaps(l.accounts, today); len(gaps) > 0 {
		return "", refusal("Hay cambios desde que se abrió la firma: falta " + gaps[0].account.Label() + ". Pulse Esc y F otra vez")
	}
	signed, err := r.SignReview(ctx, draft.ID, reviewer, initials, at)
	if err != nil {
		return "", err
	}
	note := "Revisión de roles de " + signed.Month.Name() + " firmada por " + l.name(reviewer)
	if warn != "" {
		note += " (A-11: sin separación de funciones)"
	}
	return note, nil
}

// idText and idOf carry an ID through the options of a form.
func idText(id model.ID) string { return strconv.FormatInt(int64(id), 10) }

func idOf(value string) model.ID {
	id, err := strconv.ParseInt(value, 10, 64)
	if err != nil {
		return 0
	}
	return model.ID(id)
}
