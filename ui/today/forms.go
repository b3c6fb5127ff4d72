package today

import (
	"strings"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
	"faro/model/permalink"
	"faro/ui/screen"
	"faro/ui/widget"
)

// formBox is a form in a frame. A nil form is still waiting for what it offers.
type formBox struct {
	s      *Screen
	title  string
	form   *widget.Form
	what   string // what would be lost, for unsaved
	accept func() tea.Cmd
	people func(*formBox, []model.Person) tea.Cmd // makes the form
	left   bool
}

func (b *formBox) over() bool           { return b.left }
func (b *formBox) recorded(string) bool { return true }

func (b *formBox) problem(err error) bool {
	if b.form == nil || !isFieldFault(err) {
		if b.form != nil {
			b.form.Problem(nil)
		}
		return false
	}
	b.form.Problem(err)
	return true
}

func (b *formBox) unsaved() string {
	if b.form == nil || !b.form.Dirty() {
		return ""
	}
	return b.what
}

func (b *formBox) update(msg tea.Msg) tea.Cmd {
	if people, ok := msg.(peopleMsg); ok {
		return b.offer(people)
	}
	if b.form == nil {
		k, ok := msg.(tea.KeyMsg)
		b.left = ok && key.Matches(k, b.s.keys.Leave)
		return nil
	}
	cmd := b.form.Update(msg)
	switch {
	case b.form.Cancelled():
		b.left = true
	case b.form.Done() && !b.s.busy:
		return tea.Batch(cmd, b.accept())
	}
	return cmd
}

func (b *formBox) offer(msg peopleMsg) tea.Cmd {
	if b.form != nil || b.people == nil {
		return nil
	}
	if msg.err != nil {
		b.s.dialog = nil
		return screen.Fail("leer las personas", msg.err)
	}
	return b.people(b, msg.people)
}

func (b *formBox) view(width, height int) string {
	w := dialogWidth(width, 84)
	body := b.s.theme.Muted.Render("…")
	if b.form != nil {
		body = b.form.View(inside(w), max(1, height-4))
	}
	return widget.Frame(b.s.theme, b.title, body, "", w)
}

// newExcuse asks why the day shown has no more posts, and who says so.
func newExcuse(s *Screen, a model.Account) *formBox {
	return &formBox{s: s, what: "la justificación del día", people: func(b *formBox, people []model.Person) tea.Cmd {
		return b.excuse(a, people)
	}}
}

// The keys of the fields are the labels model gives its faults.
const (
	fieldReason = "Motivo"
	fieldAuthor = "Autor"
	fieldScope  = "Cuenta"
	fieldDay    = "Fecha"
	fieldHour   = "Hora"
	fieldKind   = "Tipo"
	fieldLink   = "Enlace"
)

func (b *formBox) excuse(a model.Account, people []model.Person) tea.Cmd {
	var who []widget.Option
	for _, p := range people {
		if !p.Archived {
			who = append(who, widget.Option{Label: p.Name, Value: idText(p.ID)})
		}
	}
	if len(who) == 0 {
		b.s.dialog = nil
		return screen.Fail("justificar el día", errNobody)
	}
	s, day := b.s, b.s.pic.day
	known := s.excused(a, day)
	author := ""
	switch {
	case known.AuthorID != 0:
		author = idText(known.AuthorID)
	case len(who) == 1:
		author = who[0].Value
	}
	of := idText(a.ID)
	if known.ID != 0 {
		of = idText(known.AccountID)
	}
	b.title = "Justificar " + day.Label()
	b.form = widget.NewForm(s.theme, "",
		widget.Text(fieldReason, "Motivo", known.Reason, widget.Required("Escriba el motivo, por ejemplo «corte de internet»."), widget.Limit(300),
			widget.Help("El día figurará como justificado. Los informes dan las dos cifras, con él y sin él (A-07).")),
		widget.Choice(fieldAuthor, "Quién lo justifica", who, author, widget.Required("Elija quién lo justifica.")),
		widget.Choice(fieldScope, "De", []widget.Option{{Label: a.Label(), Value: idText(a.ID)}, {Label: "Todas las cuentas", Value: idText(0)}}, of),
	)
	b.accept = func() tea.Cmd { return b.acceptExcuse(known, day) }
	return nil
}

// excused is what is recorded for the account's day, its own before one for
// every account; zero when nothing is.
func (s *Screen) excused(a model.Account, day calendar.Day) (found model.JustifiedDay) {
	for _, j := range s.pic.justified {
		if j.Day == day && (j.AccountID == a.ID || j.AccountID == 0 && found.ID == 0) {
			found = j
		}
	}
	return found
}

func (b *formBox) acceptExcuse(known model.JustifiedDay, day calendar.Day) tea.Cmd {
	j := model.JustifiedDay{Day: day, Reason: b.form.Value(fieldReason), AuthorID: idOf(b.form.Value(fieldAuthor)), AccountID: idOf(b.form.Value(fieldScope))}
	if known.ID != 0 && known.AccountID == j.AccountID {
		j.ID = known.ID
	}
	of := "todas las cuentas"
	for _, a := range b.s.pic.all {
		if a.ID == j.AccountID {
			of = a.Label()
		}
	}
	return b.s.once(b.s.justify(j, of))
}

// edit opens the form that corrects a post.
func (s *Screen) edit(p model.Post) {
	b := &formBox{s: s, title: capital(s.name(p)), what: "la corrección de la publicación"}
	account := model.Account{}
	for _, a := range s.pic.all {
		if a.ID == p.AccountID {
			account = a
		}
	}
	kinds := make([]widget.Option, 0, len(model.PostKinds()))
	for _, k := range model.PostKinds() {
		kinds = append(kinds, widget.Option{Label: k.Label(), Value: string(k)})
	}
	b.form = widget.NewForm(s.theme, "",
		widget.Day(fieldDay, "Fecha", p.Day, s.today, widget.Required("Escriba la fecha, por ejemplo 23/11/2026.")),
		widget.Text(fieldHour, "Hora", calendar.Clock(p.At), widget.Placeholder("sin hora"), widget.Limit(8),
			widget.Check(func(v string) error { _, err := calendar.ReadClock(v, p.Day); return err }),
			widget.Help("De Lima: 0915 o 9:15. Vacía si solo se sabe el día.")),
		widget.Choice(fieldKind, "Tipo", kinds, string(p.Kind), widget.Help("Las respuestas, republicaciones e historias no cuentan (A-09).")),
		widget.Text(fieldLink, "Enlace", p.Link, widget.Placeholder("enlace pendiente"),
			widget.Check(func(v string) error { _, err := permalink.Parse(v); return err })),
	)
	b.accept = func() tea.Cmd {
		edited, err := b.edited(p, account)
		if err != nil {
			b.form.Problem(err)
			return nil
		}
		return s.once(s.update(edited, "corregir la publicación", "Corregida: "+s.name(p)))
	}
	s.dialog = b
}

// edited is the post with what the form changed. A date and hour left as they
// were keep their seconds and how they came to be known.
func (b *formBox) edited(p model.Post, a model.Account) (model.Post, error) {
	f, now := b.form, b.s.now()
	day, hour := f.Day(fieldDay), f.Value(fieldHour)
	p.Kind = model.PostKind(f.Value(fieldKind))
	if day != p.Day || hour != calendar.Clock(p.At) {
		p.Day, p.At, p.Precision = day, time.Time{}, model.DayOnly
		if hour != "" {
			at, err := calendar.ReadClock(hour, day)
			if err != nil {
				return p, &model.FieldError{Field: fieldHour, Hint: err.Error()}
			}
			p.At, p.Precision = at, model.RecordedTime
		}
	}
	if err := b.relink(&p, a, f.Value(fieldLink)); err != nil {
		return p, err
	}
	switch {
	case p.Day.After(calendar.DayOf(now)):
		return p, &model.FieldError{Field: fieldDay, Hint: "Ese día todavía no llega."}
	case p.At.After(now.Add(clockSlack)):
		return p, &model.FieldError{Field: fieldHour, Hint: "Esa hora todavía no llega."}
	}
	return p, nil
}

// relink gives a post the link that was typed, and its hour where the link
// knows it exactly.
func (b *formBox) relink(p *model.Post, a model.Account, text string) error {
	switch text {
	case p.Link:
		return nil
	case "":
		p.Link, p.PlatformID = "", ""
		return nil
	}
	link, err := permalink.Parse(text)
	if err != nil {
		return &model.FieldError{Field: fieldLink, Hint: err.Error()}
	}
	switch {
	case model.Network(link.Network) != a.Network:
		return &model.FieldError{Field: fieldLink, Hint: "El enlace es de " + model.Network(link.Network).LongLabel() + " y la publicación es de " + a.Network.LongLabel() + "."}
	case named(link) && a.Handle != "" && !strings.EqualFold(link.Handle, a.Handle):
		return &model.FieldError{Field: fieldLink, Hint: "El enlace es de @" + link.Handle + " y la cuenta es " + a.At() + "."}
	}
	p.Link, p.PlatformID = link.URL, link.ID
	if isExact(link) {
		p.At, p.Day, p.Precision = link.At, calendar.DayOf(link.At), model.ExactTime
	}
	return nil
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
