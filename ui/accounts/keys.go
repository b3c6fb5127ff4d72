package accounts

import (
	"github.com/charmbracelet/bubbles/key"

	"faro/ui/screen"
)

type keys struct{ Next, Previous, Find, Back, Wizard, Move key.Binding }

func defaultKeys() keys {
	return keys{
		Next:     key.NewBinding(key.WithKeys("tab", "right", "l"), key.WithHelp("Tab", "siguiente lista")),
		Previous: key.NewBinding(key.WithKeys("shift+tab", "left", "h"), key.WithHelp("Shift+Tab", "lista anterior")),
		Find:     key.NewBinding(key.WithKeys("/"), key.WithHelp("/", "buscar")),
		Back:     key.NewBinding(key.WithKeys("esc"), key.WithHelp("Esc", "quitar el filtro")),
		Wizard:   key.NewBinding(key.WithKeys("w"), key.WithHelp("w", "primeros pasos")),
		Move:     key.NewBinding(key.WithKeys("up", "down"), key.WithHelp("↑↓", "mover")),
	}
}

// bindings are the keys of the section on screen.
func (s *Screen) bindings() []key.Binding {
	var all []key.Binding
	for _, k := range s.section().keys {
		all = append(all, key.NewBinding(key.WithKeys(k.key), key.WithHelp(k.label, k.text)))
	}
	return all
}

// ShortHelp implements help.KeyMap.
func (s *Screen) ShortHelp() []key.Binding {
	switch {
	case s.dialog != nil, s.wizard != nil:
		return nil // They show their own.
	case s.filter.Focused():
		return []key.Binding{
			key.NewBinding(key.WithKeys("enter"), key.WithHelp("Enter", "listo")),
			key.NewBinding(key.WithKeys("esc"), key.WithHelp("Esc", "quitar el filtro")),
		}
	}
	return append(append(s.bindings(), s.keys.Next), s.keys.Find)
}

// FullHelp implements help.KeyMap.
func (s *Screen) FullHelp() [][]key.Binding {
	return [][]key.Binding{s.bindings(), {s.keys.Next, s.keys.Previous, s.keys.Move, s.keys.Find, s.keys.Back, s.keys.Wizard}}
}

// Commands implements screen.Commander.
func (s *Screen) Commands() []screen.Command {
	return screen.Commands(append(s.bindings(), s.keys.Next, s.keys.Previous, s.keys.Find, s.keys.Wizard)...)
}

// Explain implements screen.Explainer.
func (s *Screen) Explain() string {
	return "Lo que las reglas necesitan saber: las cuentas con los siete datos del Anexo 4 (6.3.5), las personas y sus funciones con fechas, " +
		"la entidad, las campañas, los días no laborables por decreto y los criterios adoptados.\n\n" +
		"Nada se borra: una cuenta se cierra con su fecha o se archiva, y una persona se da de baja con su último día. " +
		"Con cada cuenta aparecen sus relojes en «Contraseñas» y sus roles en «Roles»."
}
