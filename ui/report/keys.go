package report

import (
	"github.com/charmbracelet/bubbles/key"

	"faro/model"
	"faro/ui/screen"
)

type keys struct {
	Fill, Preview, Export, Mail, Sent, Received, Reveal key.Binding
	Earlier, Later, Left, Right, Move                   key.Binding
}

func defaultKeys() keys {
	return keys{
		Fill:     key.NewBinding(key.WithKeys("enter"), key.WithHelp("Enter", "completar el mes")),
		Preview:  key.NewBinding(key.WithKeys("p"), key.WithHelp("p", "vista previa")),
		Export:   key.NewBinding(key.WithKeys("e"), key.WithHelp("e", "exportar")),
		Mail:     key.NewBinding(key.WithKeys("m"), key.WithHelp("m", "correo a la SCS")),
		Sent:     key.NewBinding(key.WithKeys("s"), key.WithHelp("s", "marcar enviado")),
		Received: key.NewBinding(key.WithKeys("v"), key.WithHelp("v", "marcar recibido")),
		Reveal:   key.NewBinding(key.WithKeys("o"), key.WithHelp("o", "abrir la carpeta")),
		Earlier:  key.NewBinding(key.WithKeys("["), key.WithHelp("[", "trimestre anterior")),
		Later:    key.NewBinding(key.WithKeys("]"), key.WithHelp("]", "trimestre siguiente")),
		Left:     key.NewBinding(key.WithKeys("left", "h"), key.WithHelp("←", "mes anterior")),
		Right:    key.NewBinding(key.WithKeys("right", "l"), key.WithHelp("→", "mes siguiente")),
		Move:     key.NewBinding(key.WithKeys("up", "down"), key.WithHelp("↑↓", "cuenta")),
	}
}

// ShortHelp implements help.KeyMap.
func (s *Screen) ShortHelp() []key.Binding {
	switch {
	case s.dialog != nil, s.preview != nil:
		return nil // They show their own.
	}
	short := []key.Binding{s.keys.Export, s.keys.Mail, s.keys.Preview, s.keys.Fill}
	if latest, ok := s.board.latest(); ok {
		switch latest.State {
		case model.Draft:
			short = append(short, s.keys.Sent)
		case model.Sent:
			short = append(short, s.keys.Received)
		case model.Received:
		}
	}
	if s.folder != "" {
		short = append(short, s.keys.Reveal)
	}
	return append(short, s.keys.Earlier)
}

// FullHelp implements help.KeyMap.
func (s *Screen) FullHelp() [][]key.Binding {
	return [][]key.Binding{
		{s.keys.Export, s.keys.Mail, s.keys.Sent, s.keys.Received, s.keys.Reveal},
		{s.keys.Preview, s.keys.Fill, s.keys.Earlier, s.keys.Later},
		{s.keys.Move, s.keys.Left, s.keys.Right},
	}
}

// Commands implements screen.Commander.
func (s *Screen) Commands() []screen.Command {
	k := s.keys
	return screen.Commands(k.Export, k.Mail, k.Preview, k.Fill, k.Sent, k.Received, k.Reveal, k.Earlier, k.Later)
}

// Explain implements screen.Explainer.
func (s *Screen) Explain() string {
	return "Cada trimestre la Oficina de Comunicaciones remite a la SCS el informe del Anexo 3 (6.3.2). " +
		"La cuadrícula dice, por cuenta y mes, cuántas de las diez filas están listas y qué falta; Enter abre el mes para completarlo. " +
		"La Directiva no fija un plazo: el «plazo interno» son diez días hábiles después del trimestre (criterio A-13).\n\n" +
		"Exportar escribe el libro, los CSV, el JSON y un borrador de correo con el libro adjunto. " +
		"El estado pasa de borrador a enviado solo cuando alguien lo declara con su fecha, y una versión enviada no se toca: " +
		"lo que se exporte después es la versión siguiente."
}
