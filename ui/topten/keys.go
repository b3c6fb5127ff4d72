package topten

import (
	"github.com/charmbracelet/bubbles/key"

	"faro/ui/screen"
)

type keys struct {
	Earlier, Later, Before, After, Account key.Binding
	Followers, Order, NextBad, Discard     key.Binding
	Type, Paste                            key.Binding
}

func defaultKeys() keys {
	return keys{
		Earlier:   key.NewBinding(key.WithKeys("["), key.WithHelp("[", "mes anterior")),
		Later:     key.NewBinding(key.WithKeys("]"), key.WithHelp("]", "mes siguiente")),
		Before:    key.NewBinding(key.WithKeys("<", "ctrl+up"), key.WithHelp("<", "cuenta anterior")),
		After:     key.NewBinding(key.WithKeys(">", "ctrl+down"), key.WithHelp(">", "cuenta siguiente")),
		Account:   key.NewBinding(key.WithKeys("a"), key.WithHelp("a", "elegir cuenta")),
		Followers: key.NewBinding(key.WithKeys("s"), key.WithHelp("s", "seguidores del mes")),
		Order:     key.NewBinding(key.WithKeys("o"), key.WithHelp("o", "ordenar por puesto")),
		NextBad:   key.NewBinding(key.WithKeys("n"), key.WithHelp("n", "siguiente celda por corregir")),
		Discard:   key.NewBinding(key.WithKeys("x"), key.WithHelp("x", "descartar una fila equivocada")),
		Type:      key.NewBinding(key.WithKeys("f2"), key.WithHelp("F2", "editar la celda")),
		Paste:     key.NewBinding(key.WithKeys("ctrl+v"), key.WithHelp("pegar", "filas y columnas de una hoja de cálculo")),
	}
}

// ShortHelp implements help.KeyMap.
func (s *Screen) ShortHelp() []key.Binding {
	if s.sheet.Editing() {
		return []key.Binding{
			key.NewBinding(key.WithKeys("enter"), key.WithHelp("Enter", "guardar y bajar")),
			key.NewBinding(key.WithKeys("tab"), key.WithHelp("Tab", "a la derecha")),
			key.NewBinding(key.WithKeys("esc"), key.WithHelp("Esc", "dejar como estaba")),
		}
	}
	if s.dialog != nil || len(s.accounts) == 0 {
		return nil
	}
	short := []key.Binding{s.keys.Earlier, s.keys.Later, s.keys.Account, s.keys.Followers, s.keys.Order}
	if s.anyBad() {
		short = append([]key.Binding{s.keys.NextBad}, short...)
	}
	return append(short, s.keys.Paste)
}

// FullHelp implements help.KeyMap.
func (s *Screen) FullHelp() [][]key.Binding {
	k := s.keys
	return [][]key.Binding{
		{k.Type, k.Paste, k.NextBad, k.Order, k.Discard},
		{k.Earlier, k.Later, k.Before, k.After, k.Account, k.Followers},
	}
}

// Commands implements screen.Commander.
func (s *Screen) Commands() []screen.Command {
	k := s.keys
	return screen.Commands(k.Account, k.Earlier, k.Later, k.Before, k.After, k.Followers, k.Order, k.NextBad, k.Discard)
}

// Explain implements screen.Explainer.
func (s *Screen) Explain() string {
	return "Las publicaciones del mes de una cuenta con las cifras que pide el Anexo 3. Las que se registraron en «Hoy» ya están, " +
		"con su fecha y su enlace: escriba encima las cifras y el puesto y el Engagement Rate salen solos. " +
		"Enter guarda y baja; Tab guarda y va a la derecha. Pegar filas copiadas de una hoja de cálculo las llena desde la celda.\n\n" +
		"Cada celda se guarda al confirmarla. La que no se entiende queda marcada con su motivo y no se guarda; lo demás de la fila sí. " +
		"Una celda vacía es «sin dato», que no es cero. Una fila nueva se guarda cuando tiene fecha, o un enlace de X o TikTok, que la lleva dentro.\n\n" +
		"Con un número bajo el cursor se escribe en la celda: para cambiar de pantalla use Alt+1 a Alt+6."
}
