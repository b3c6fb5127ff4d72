package roles

import (
	"github.com/charmbracelet/bubbles/key"

	"faro/ui/screen"
)

type keys struct {
	Up, Down, Tab, Left, Right, Open, Edit, Find, Esc key.Binding

	Look, All, Keep, Revoke, Unknown, Sign, Review, Correct key.Binding

	Add, Remove, Leave, Back, Forward key.Binding
}

func defaultKeys() keys {
	return keys{
		Up:    key.NewBinding(key.WithKeys("up", "k"), key.WithHelp("↑/k", "subir")),
		Down:  key.NewBinding(key.WithKeys("down", "j"), key.WithHelp("↓/j", "bajar")),
		Tab:   key.NewBinding(key.WithKeys("tab", "shift+tab"), key.WithHelp("Tab", "cuentas o roles")),
		Left:  key.NewBinding(key.WithKeys("left", "h"), key.WithHelp("←/h", "a las cuentas")),
		Right: key.NewBinding(key.WithKeys("right", "l"), key.WithHelp("→/l", "a los roles")),
		Open:  key.NewBinding(key.WithKeys("enter"), key.WithHelp("Enter", "ver el detalle y su historia")),
		Edit:  key.NewBinding(key.WithKeys("e"), key.WithHelp("e", "detalle del rol; otra vez, corregirlo")),
		Find:  key.NewBinding(key.WithKeys("/"), key.WithHelp("/", "buscar cuenta o persona")),
		Esc:   key.NewBinding(key.WithKeys("esc"), key.WithHelp("Esc", "volver un paso")),

		Review:  key.NewBinding(key.WithKeys("R"), key.WithHelp("R", "revisar el mes")),
		Look:    key.NewBinding(key.WithKeys(" "), key.WithHelp("Espacio", "miré la plataforma")),
		All:     key.NewBinding(key.WithKeys("A"), key.WithHelp("A", "mantener los demás")),
		Keep:    key.NewBinding(key.WithKeys("m"), key.WithHelp("m", "mantener")),
		Revoke:  key.NewBinding(key.WithKeys("r"), key.WithHelp("r", "retirar")),
		Unknown: key.NewBinding(key.WithKeys("s"), key.WithHelp("s", "no sé")),
		Sign:    key.NewBinding(key.WithKeys("F"), key.WithHelp("F", "firmar")),
		Correct: key.NewBinding(key.WithKeys("C"), key.WithHelp("C", "corregir la firmada")),

		Add:     key.NewBinding(key.WithKeys("a"), key.WithHelp("a", "agregar un rol")),
		Remove:  key.NewBinding(key.WithKeys("x"), key.WithHelp("x", "anotar un retiro")),
		Leave:   key.NewBinding(key.WithKeys("b"), key.WithHelp("b", "baja de una persona")),
		Back:    key.NewBinding(key.WithKeys("["), key.WithHelp("[", "revisión anterior")),
		Forward: key.NewBinding(key.WithKeys("]"), key.WithHelp("]", "revisión siguiente")),
	}
}

// typing are the keys of the filter.
var (
	filterDone  = key.NewBinding(key.WithKeys("enter"), key.WithHelp("Enter", "quedarse con lo hallado"))
	filterClear = key.NewBinding(key.WithKeys("esc"), key.WithHelp("Esc", "quitar el filtro"))
)

// ShortHelp implements help.KeyMap.
func (s *Screen) ShortHelp() []key.Binding {
	k := s.keys
	switch {
	case s.dialog != nil:
		return s.dialog.hints()
	case s.typing:
		return []key.Binding{filterDone, filterClear}
	case s.past != nil:
		return []key.Binding{brief(k.Back, "anterior"), brief(k.Forward, "siguiente"), brief(k.Open, "detalle"), brief(k.Correct, "corregir"), brief(k.Esc, "al presente")}
	case s.reviewing():
		return []key.Binding{brief(k.Look, "miré"), brief(k.All, "mantener todos"), k.Keep, k.Revoke, k.Unknown, k.Sign, brief(k.Tab, "roles"), brief(k.Find, "buscar")}
	}
	first := []key.Binding{brief(k.Review, "revisar")}
	if s.ledger.sealed() {
		first[0] = brief(k.Correct, "corregir")
	}
	return append(first, brief(k.Add, "agregar rol"), brief(k.Remove, "retiro"), brief(k.Leave, "baja"), brief(k.Find, "buscar"),
		brief(k.Open, "detalle"), brief(k.Back, "anteriores"))
}

// brief is a key with a shorter word, for the footer.
func brief(b key.Binding, word string) key.Binding {
	return key.NewBinding(key.WithKeys(b.Keys()...), key.WithHelp(b.Help().Key, word))
}

// FullHelp implements help.KeyMap.
func (s *Screen) FullHelp() [][]key.Binding {
	k := s.keys
	return [][]key.Binding{
		{k.Review, k.Look, k.All, k.Keep, k.Revoke, k.Unknown, k.Sign, k.Correct, k.Back, k.Forward},
		{k.Add, k.Remove, k.Leave, k.Open, k.Edit, k.Find},
		{k.Up, k.Down, k.Tab, k.Left, k.Right, k.Esc},
	}
}

// Commands implements screen.Commander.
func (s *Screen) Commands() []screen.Command {
	if s.past != nil {
		k := s.keys
		return screen.Commands(k.Back, k.Forward, k.Correct, k.Open, k.Find)
	}
	return []screen.Command{
		{Title: "Empezar o seguir la revisión de roles del mes", Key: "R", Run: screen.Press("R")},
		{Title: "Marcar la cuenta como mirada en su plataforma", Key: "Espacio", Run: screen.Press(" ")},
		{Title: "Mantener los roles sin observación de la cuenta", Key: "A", Run: screen.Press("A")},
		{Title: "Mantener el rol", Key: "m", Run: screen.Press("m")},
		{Title: "Retirar el rol", Key: "r", Run: screen.Press("r")},
		{Title: "Anotar que no se sabe del rol", Key: "s", Run: screen.Press("s")},
		{Title: "Firmar la revisión de roles", Key: "F", Run: screen.Press("F")},
		{Title: "Corregir la revisión firmada", Key: "C", Run: screen.Press("C")},
		{Title: "Agregar un rol a una persona", Key: "a", Run: screen.Press("a")},
		{Title: "Anotar que un rol se retiró en la plataforma", Key: "x", Run: screen.Press("x")},
		{Title: "Dar de baja a una persona que deja el área", Key: "b", Run: screen.Press("b")},
		{Title: "Ver el detalle del rol y su historia", Key: "Enter", Run: screen.Press("enter")},
		{Title: "Ver la revisión de roles anterior", Key: "[", Run: screen.Press("[")},
		{Title: "Buscar una cuenta o una persona en los roles", Key: "/", Run: screen.Press("/")},
	}
}

// Explain implements screen.Explainer.
func (s *Screen) Explain() string {
	return `Aquí se anota quién administra cada cuenta y desde cuándo (5.1.10, 6.1.1.5, 6.1.1.6), qué agencia anuncia y por qué campaña (6.1.2.10), y qué roles sobran porque alguien dejó el área (6.2.3.5). Lo que no está en orden se dice arriba de cada cuenta, con su artículo.

Una vez al mes el titular, o quien él designó, revisa los roles de cada cuenta en su plataforma y firma (6.1.2.11). Empiece con R. En cada cuenta: mire la plataforma por la ruta indicada y pulse Espacio; A mantiene lo que no tiene observación; en lo demás decida m mantener, r retirar o s no sé (la tecla ? es la ayuda) y diga por qué con un número. F firma. Las tres valen para el rol señalado con la barra, aunque el cursor esté en las cuentas. Todo queda guardado al instante como borrador: puede salir y seguir otro día. Lo firmado no se cambia; C abre una corrección que la nombra.`
}
