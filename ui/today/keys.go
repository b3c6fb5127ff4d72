package today

import (
	"github.com/charmbracelet/bubbles/key"

	"faro/ui/screen"
)

// keys of the screen. What a key does does not depend on where the cursor is,
// but for Enter and the keys of the detail.
type keys struct {
	Publish, Link, Links, Open, Justify, Find, Pane      key.Binding
	Up, Down, Page, Edge, Before, After, Today, Back     key.Binding
	Edit, Remove, SetLink, Mend                          key.Binding
	Accept, Leave, Confirm, Undated, AllUndated, Another key.Binding
}

func newKeys() keys {
	bind := func(shown, does string, names ...string) key.Binding {
		return key.NewBinding(key.WithKeys(names...), key.WithHelp(shown, does))
	}
	return keys{
		Publish: bind("+", "publicar ahora", "+"),
		Link:    bind("p", "pegar enlace", "p", "n"),
		Links:   bind("N", "varios enlaces", "N"),
		Open:    bind("Enter", "detalle", "enter"),
		Justify: bind("j", "justificar día", "j"),
		Find:    bind("/", "filtrar cuentas", "/"),
		Pane:    bind("Tab", "por atender", "tab", "shift+tab"),
		Up:      bind("↑/↓", "mover", "up"),
		Down:    bind("", "", "down"),
		Page:    bind("Re Pág/Av Pág", "por página", "pgup", "pgdown"),
		Edge:    bind("Inicio/Fin", "primera o última", "home", "end", "g", "G"),
		Before:  bind("←", "día anterior", "left", "["),
		After:   bind("→", "día siguiente", "right", "]"),
		Today:   bind("t", "volver a hoy", "t"),
		Back:    bind("Esc", "volver", "esc"),
		Edit:    bind("e", "corregir", "e"),
		Remove:  bind("x", "marcar retirada", "x"),
		SetLink: bind("l", "poner enlace", "l"),
		Mend:    bind("Enter", "ir a resolverlo", "enter"),

		Accept:     bind("Enter", "registrar", "enter"),
		Leave:      bind("Esc", "salir", "esc"),
		Confirm:    bind("Ctrl+S", "revisar", "ctrl+s"),
		Undated:    bind("d", "solo el día", "d"),
		AllUndated: bind("D", "solo el día, todas", "D"),
		Another:    bind("c", "otra cuenta", "c"),
	}
}

// ShortHelp is the footer's line.
func (s *Screen) ShortHelp() []key.Binding {
	k := s.keys
	switch {
	case s.dialog != nil:
		return nil // It names them itself.
	case s.filter.Focused():
		return []key.Binding{saying(k.Accept, "aplicar el filtro"), saying(k.Leave, "quitar el filtro")}
	case s.detail != nil:
		return []key.Binding{k.Back, k.Edit, k.SetLink, k.Remove, k.Publish, k.Link, k.Justify}
	case s.pane == dutiesPane:
		return []key.Binding{k.Mend, saying(k.Pane, "cuentas"), k.Publish, k.Link}
	case s.pic != nil && len(s.pic.accounts) == 0 && !s.away():
		return []key.Binding{key.NewBinding(key.WithKeys("6"), key.WithHelp("6", "ir a Cuentas"))}
	case s.away():
		return []key.Binding{k.Today, k.Link, k.Open, k.Justify, k.Before, k.After}
	}
	return []key.Binding{k.Publish, k.Link, k.Open, k.Justify, k.Links, k.Pane}
}

// FullHelp is the page behind «?».
func (s *Screen) FullHelp() [][]key.Binding {
	k := s.keys
	paste := key.NewBinding(key.WithKeys("pegar"), key.WithHelp("pegar", "registrar los enlaces pegados"))
	return [][]key.Binding{
		{k.Publish, saying(k.Link, "pegar un enlace (también n)"), k.Links, paste, k.Justify},
		{k.Before, k.After, k.Today, k.Find, k.Pane, k.Open, saying(k.Mend, "resolver lo marcado por atender"), k.Back},
		{k.Up, k.Page, k.Edge},
		{saying(k.Edit, "corregir (en el detalle)"), saying(k.SetLink, "poner enlace (en el detalle)"), saying(k.Remove, "marcar retirada (en el detalle)")},
	}
}

// Commands are the lines of the palette.
func (s *Screen) Commands() []screen.Command {
	k := s.keys
	all := screen.Commands(
		saying(k.Publish, "Publicar ahora, con el enlace pendiente"), saying(k.Link, "Pegar el enlace de una publicación"),
		saying(k.Links, "Pegar varios enlaces"), saying(k.Open, "Ver el detalle de la cuenta"),
		saying(k.Justify, "Justificar el día"), saying(k.Before, "Ver el día anterior"), saying(k.After, "Ver el día siguiente"),
		saying(k.Today, "Volver a hoy"), saying(k.Find, "Filtrar cuentas"), saying(k.Pane, "Ir a lo que está por atender"),
	)
	if s.detail != nil {
		all = append(all, screen.Commands(
			saying(k.Edit, "Corregir la publicación"), saying(k.SetLink, "Poner el enlace de la publicación"),
			saying(k.Remove, "Marcar la publicación como retirada"),
		)...)
	}
	return all
}

// saying is a binding with other words for what it does here.
func saying(b key.Binding, does string) key.Binding {
	b.SetHelp(b.Help().Key, does)
	return b
}
