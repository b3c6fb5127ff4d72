package rotation

import (
	"github.com/charmbracelet/bubbles/key"

	"faro/ui/screen"
)

type keys struct{ Record, History, Custodians, Generate, Find, Move, Back key.Binding }

func defaultKeys() keys {
	return keys{
		Record:     key.NewBinding(key.WithKeys("r", "enter"), key.WithHelp("r", "registrar cambio")),
		History:    key.NewBinding(key.WithKeys("h"), key.WithHelp("h", "historial")),
		Custodians: key.NewBinding(key.WithKeys("c"), key.WithHelp("c", "custodios")),
		Generate:   key.NewBinding(key.WithKeys("g"), key.WithHelp("g", "generar contraseña")),
		Find:       key.NewBinding(key.WithKeys("/"), key.WithHelp("/", "buscar")),
		Move:       key.NewBinding(key.WithKeys("up", "down"), key.WithHelp("↑↓", "mover")),
		Back:       key.NewBinding(key.WithKeys("esc"), key.WithHelp("Esc", "quitar el filtro")),
	}
}

// ShortHelp implements help.KeyMap.
func (s *Screen) ShortHelp() []key.Binding {
	switch {
	case s.dialog != nil:
		return nil // The dialog shows its own.
	case s.filter.Focused():
		return []key.Binding{
			key.NewBinding(key.WithKeys("enter"), key.WithHelp("Enter", "listo")),
			key.NewBinding(key.WithKeys("esc"), key.WithHelp("Esc", "quitar el filtro")),
		}
	case len(s.clocks) == 0:
		return nil
	}
	return []key.Binding{s.keys.Record, s.keys.History, s.keys.Custodians, s.keys.Generate, s.keys.Find}
}

// FullHelp implements help.KeyMap.
func (s *Screen) FullHelp() [][]key.Binding {
	return [][]key.Binding{
		{s.keys.Record, s.keys.History, s.keys.Custodians, s.keys.Generate},
		{s.keys.Move, s.keys.Find, s.keys.Back},
	}
}

// Commands implements screen.Commander.
func (s *Screen) Commands() []screen.Command {
	return screen.Commands(s.keys.Record, s.keys.History, s.keys.Custodians, s.keys.Generate, s.keys.Find)
}

// Explain implements screen.Explainer.
func (s *Screen) Explain() string {
	return "Las contraseñas de las redes y las de los correos asociados se cambian cada mes (6.1.2.5). " +
		"Cada una tiene su propio reloj: un mes desde el último cambio registrado, hasta las 23:59 del día. " +
		"Solo «registrar cambio» mueve el reloj.\n\n" +
		"Las conocen únicamente el community manager y el titular (6.1.2.4 y 6.2.1.2). Si uno de ellos cesa, " +
		"todo lo que conocía vence ese día. Faro nunca pide ni guarda una contraseña: solo quién la cambió, " +
		"cuándo y cómo se entregó, que no puede ser por mensajería instantánea (6.1.2.6)."
}
