package accounts

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/directive"
	"faro/ui/screen"
	"faro/ui/widget"
)

func newAccountSection(s *Screen) section {
	return section{
		name:  "Cuentas",
		title: "Los siete datos del Anexo 4 y el estado de seguridad de cada cuenta · 6.1.1, 6.1.2, 6.3.5",
		count: func() int { return len(s.facts.Accounts) },
		words: func(i int) []string {
			a := s.facts.Accounts[i]
			return []string{a.Label(), a.Name, a.Email, accountState(a)}
		},
		heads: func(width int) string {
			return accountRow(width, "", "RED", "USUARIO", "DENOMINACIÓN", "2 PASOS", "INSIGNIA")
		},
		row: func(i, width int) string { return s.accountRow(s.facts.Accounts[i], width) },
		detail: func(i, width int) []string {
			return s.accountDetail(s.facts.Accounts[i], width)
		},
		empty: []string{
			"Aún no hay cuentas. Pulse a para registrar la primera,",
			"o w para que Faro pregunte lo necesario paso a paso.",
		},
		acts: map[string]func() tea.Cmd{
			"a": s.addAccount, "enter": s.editAccount, "e": s.editAccount,
			"f": s.addFake, "r": s.endFake, "x": s.archiveAccount,
		},
		keys: []sectionKey{
			{"a", "a", "agregar cuenta"},
			{"e", "Enter", "editar"},
			{"f", "f", "cuenta falsa"},
			{"r", "r", "falsa retirada"},
			{"x", "x", "archivar"},
		},
	}
}

func accountRow(width int, mark, network, handle, name, twoStep, badge string) string {
	line := widget.Fit(mark, 2) + widget.Fit(network, 10) + " "
	rest := width - 13
	if width >= 66 {
		rest -= 27
	}
	if width >= 54 {
		line += widget.Fit(handle, min(20, rest/2)) + " " + widget.Fit(name, max(0, rest-min(20, rest/2)-2)) + " "
	} else {
		line += widget.Fit(handle, max(0, rest))
	}
	if width >= 66 {
		line += widget.Fit(twoStep, 13) + " " + widget.Fit(badge, 12)
	}
	return line
}

func (s *Screen) accountRow(a model.Account, width int) string {
	status := directive.Met
	for _, d := range s.findings[a.ID] {
		if d.Status.Severity() > status.Severity() {
			status = d.Status
		}
	}
	twoStep, badge := a.TwoStep.Label(), a.Badge.Label()
	mark := s.theme.Of(status).Render(status.Mark())
	if state := accountState(a); state != "" {
		mark, twoStep, badge = s.theme.Muted.Render("–"), state, ""
	}
	return accountRow(width, mark, a.NetworkLabel(), a.At(), a.Name, twoStep, badge)
}

// accountState tells accounts that no rule looks at any more.
func accountState(a model.Account) string {
	switch {
	case a.Archived:
		return "archivada"
	case !a.Closed.IsZero():
		return "cerrada " + a.Closed.Short()
	}
	return ""
}

func (s *Screen) accountDetail(a model.Account, width int) []string {
	lines := []string{s.theme.Bold.Render(widget.Cut(a.Label(), width))}
	lines = append(lines, s.reasons(s.findings[a.ID], width)...)
	for _, f := range s.facts.Fakes {
		if f.AccountID == a.ID {
			lines = append(lines, s.fakeLine(f, width))
		}
	}
	lines = append(lines, s.pairs(width,
		[2]string{"Denominación", a.Name},
		[2]string{"Responsables", s.responsibles(a)},
		[2]string{"Correo", a.Email},
		[2]string{"Vigencia", period(a)},
		[2]string{"Descripción", a.Description},
		[2]string{"Contenido", a.Content},
	)...)
	return lines
}

func (s *Screen) fakeLine(f model.FakeAccount, width int) string {
	text := "Cuenta falsa desde " + f.SeenOn.Slashed() + ": " + model.Clean(f.URL)
	look, mark := s.theme.Due, "!"
	if !f.RemovedOn.IsZero() {
		look, mark, text = s.theme.Muted, "–", "Cuenta falsa retirada el "+f.RemovedOn.Slashed()+": "+model.Clean(f.URL)
	}
	return look.Render(widget.Cut(mark+" "+text, width))
}

func period(a model.Account) string {
	opened := "apertura sin dato"
	if !a.Opened.IsZero() {
		opened = "abierta el " + a.Opened.Slashed()
	}
	if !a.Closed.IsZero() {
		opened += ", cerrada el " + a.Closed.Slashed()
	}
	return opened
}

// responsibles are names with telephones, as field 2 of Annex 4 asks.
func (s *Screen) responsibles(a model.Account) string {
	var names []string
	for _, id := range a.Responsibles {
		for _, p := range s.facts.People {
			if p.ID != id {
				continue
			}
			name := p.Name
			if p.Phone != "" {
				name += " (" + p.Phone + ")"
			}
			names = append(names, name)
		}
	}
	return strings.Join(names, "; ")
}

// currentAccount is the account under the cursor.
func (s *Screen) currentAccount() (model.Account, bool) {
	i, ok := s.sections[0].at()
	if !ok {
		return model.Account{}, false
	}
	return s.facts.Accounts[i], true
}

func (s *Screen) addAccount() tea.Cmd {
	s.openAccount("Agregar cuenta", model.Account{Network: model.Facebook})
	return nil
}

func (s *Screen) editAccount() tea.Cmd {
	if a, ok := s.currentAccount(); ok {
		s.openAccount("Editar · "+a.Label(), a)
	}
	return nil
}

func (s *Screen) openAccount(title string, a model.Account) {
	s.ask(title, func(f *widget.FormBox) tea.Cmd {
		changed := s.readAccount(f, a)
		return keep("guardar la cuenta", "✓ Cuenta guardada: "+changed.Label(), func(ctx context.Context) error {
			_, err := s.records.SaveAccount(ctx, changed)
			return err
		})
	}, s.accountFields(a)...)
}

func (s *Screen) addFake() tea.Cmd {
	a, ok := s.currentAccount()
	if !ok {
		return nil
	}
	s.ask("Cuenta falsa que imita a "+a.Label(), func(f *widget.FormBox) tea.Cmd {
		fake := model.FakeAccount{AccountID: a.ID, URL: f.Value("url"), SeenOn: f.Day("seen"), ReportedOn: f.Day("reported")}
		return keep("registrar la cuenta falsa", "✓ Cuenta falsa registrada", func(ctx context.Context) error {
			_, err := s.records.SaveFake(ctx, fake)
			return err
		})
	},
		widget.Text("url", "Enlace", "", widget.Required("pegue el enlace de la cuenta falsa"),
			widget.Help("Mientras siga en pie se permite el sufijo «oficial» (6.1.1.9)")),
		widget.Day("seen", "Vista el", s.today(), s.today(), widget.Required("escriba el día en que se detectó")),
		widget.Day("reported", "Denunciada el", s.today(), s.today()))
	return nil
}

// endFake records that the open fake account of the account was taken down.
func (s *Screen) endFake() tea.Cmd {
	a, ok := s.currentAccount()
	if !ok {
		return nil
	}
	i := slices.IndexFunc(s.facts.Fakes, func(f model.FakeAccount) bool { return f.AccountID == a.ID && f.RemovedOn.IsZero() })
	if i < 0 {
		return screen.Note("No hay una cuenta falsa en pie registrada para " + a.Label())
	}
	fake := s.facts.Fakes[i]
	s.ask("Cuenta falsa retirada · "+a.Label(), func(f *widget.FormBox) tea.Cmd {
		fake.RemovedOn = f.Day("removed")
		return keep("registrar el retiro", "✓ Cuenta falsa retirada", func(ctx context.Context) error {
			_, err := s.records.SaveFake(ctx, fake)
			return err
		})
	}, widget.Day("removed", "Retirada el", s.today(), s.today(), widget.Required("escriba el día")))
	return nil
}

func (s *Screen) archiveAccount() tea.Cmd {
	a, ok := s.currentAccount()
	if !ok {
		return nil
	}
	question, note := "¿Archivar %s? Deja de contar en todo; lo registrado se conserva.", "✓ Archivada: "
	if a.Archived {
		question, note = "¿Sacar %s del archivo?", "✓ De vuelta: "
	}
	return screen.Confirm(fmt.Sprintf(question, a.Label()), keep("archivar la cuenta", note+a.Label(), func(ctx context.Context) error {
		return s.records.ArchiveAccount(ctx, a.ID, !a.Archived)
	}))
}
