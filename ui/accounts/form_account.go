package accounts

import (
	"slices"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/ui/widget"
)

func (s *Screen) ask(title string, confirm func(*widget.FormBox) tea.Cmd, fields ...widget.Field) {
	s.dialog = widget.NewAsk(s.theme, title, confirm, fields...)
}

func (s *Screen) answer(msg tea.Msg) tea.Cmd {
	cmd, closed := s.dialog.Update(msg)
	if closed {
		s.dialog = nil
	}
	return cmd
}

// accountFields asks for everything about an account.
func (s *Screen) accountFields(a model.Account) []widget.Field {
	today := s.today()
	return []widget.Field{
		widget.Choice("network", "Red social", networkOptions(), string(a.Network), widget.Required("elija la red")),
		widget.Text("other", "Nombre de la red", a.NetworkName, widget.Limit(40),
			widget.When(func(f *widget.Form) bool { return f.Value("network") == string(model.Other) })),
		widget.Text("handle", "Usuario", a.Handle, widget.Limit(60), widget.Help("Sin @; entre 6 y 15 caracteres (6.1.1.8)")),
		widget.Text("name", "Denominación", a.Name, widget.Limit(120)),
		widget.Text("email", "Correo de gestión", a.Email, widget.Limit(120), widget.Help("Institucional (6.1.1.4); tiene su propio reloj de contraseña")),
		widget.Many("people", "Responsables", s.peopleOptions(a.Responsibles), texts(a.Responsibles)),
		widget.Area("description", "Descripción", a.Description, widget.Rows(3), widget.Limit(1500),
			widget.Help("Objetivos, público objetivo y funciones (Anexo 4, dato 6)")),
		widget.Area("content", "Contenido", a.Content, widget.Rows(2), widget.Limit(800),
			widget.Help("Tipo de contenido que difunde (Anexo 4, dato 7)")),
		widget.Choice("two", "Dos pasos", twoStepOptions(), string(a.TwoStep), widget.Help("Autenticación en dos pasos (6.1.2.1)")),
		widget.Day("two_on", "Verificada el", a.TwoStepOn, today,
			widget.When(func(f *widget.Form) bool { return f.Value("two") != "" })),
		widget.Choice("badge", "Insignia", badgeOptions(), string(a.Badge), widget.Help("Insignia de verificación (5.2.6)")),
		widget.Day("badge_on", "Desde el", a.BadgeOn, today,
			widget.When(func(f *widget.Form) bool { return f.Value("badge") != "" })),
		widget.Day("opened", "Apertura", a.Opened, today, widget.Help("Vacía: anterior a los registros")),
		widget.Day("closed", "Cierre", a.Closed, today, widget.Help("Solo si la cuenta se cerró; ese día detiene sus relojes")),
	}
}

// readAccount is the account as the form has it.
func (s *Screen) readAccount(f *widget.FormBox, a model.Account) model.Account {
	a.Network, a.NetworkName = model.Network(f.Value("network")), f.Value("other")
	a.Handle, a.Name, a.Email = f.Value("handle"), f.Value("name"), f.Value("email")
	a.Responsibles = numbers(f.Values("people"))
	a.Description, a.Content = f.Value("description"), f.Value("content")
	a.TwoStep, a.TwoStepOn = model.TwoStep(f.Value("two")), f.Day("two_on")
	a.Badge, a.BadgeOn = model.Badge(f.Value("badge")), f.Day("badge_on")
	a.Opened, a.Closed = f.Day("opened"), f.Day("closed")
	return a
}

func networkOptions() []widget.Option {
	var options []widget.Option
	for _, n := range append(model.Networks(), model.Other) {
		options = append(options, widget.Option{Label: n.LongLabel(), Value: string(n)})
	}
	return options
}

func twoStepOptions() []widget.Option {
	var options []widget.Option
	for _, t := range []model.TwoStep{model.TwoStepUnknown, model.TwoStepOn, model.TwoStepOff} {
		options = append(options, widget.Option{Label: t.Label(), Value: string(t)})
	}
	return options
}

func badgeOptions() []widget.Option {
	var options []widget.Option
	for _, b := range model.Badges() {
		options = append(options, widget.Option{Label: b.Label(), Value: string(b)})
	}
	return options
}

// peopleOptions are the people who may be chosen: those not archived, and those
// chosen already.
func (s *Screen) peopleOptions(chosen []model.ID) []widget.Option {
	var options []widget.Option
	for _, p := range s.facts.People {
		if !p.Archived || slices.Contains(chosen, p.ID) {
			options = append(options, widget.Option{Label: p.Name, Value: text(p.ID)})
		}
	}
	return options
}

func text(id model.ID) string { return strconv.FormatInt(int64(id), 10) }

func texts(ids []model.ID) []string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = text(id)
	}
	return all
}

// numbers reads back what texts wrote.
func numbers(values []string) []model.ID {
	var ids []model.ID
	for _, v := range values {
		if n, err := strconv.ParseInt(v, 10, 64); err == nil {
			ids = append(ids, model.ID(n))
		}
	}
	return ids
}
