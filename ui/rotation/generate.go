package rotation

import (
	"crypto/rand"
	"math/big"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"faro/ui/screen"
	"faro/ui/theme"
	"faro/ui/widget"
)

// The four sorts of character 6.1.2.2 asks for, without those that are easily
// taken for another (0 O, 1 l I).
const (
	upper  = "ABCDEFGHJKLMNPQRSTUVWXYZ"
	lower  = "abcdefghijkmnpqrstuvwxyz"
	digits = "23456789"
	signs  = "!#$%&*+-=?@_"
)

// generatedLength makes about 120 bits, and fits every network's limit.
const generatedLength = 20

// generate makes a password with all four sorts of character, unpredictable and
// like no word (6.1.2.2). It is told once and kept nowhere.
func generate() (string, error) {
	for {
		var b strings.Builder
		for range generatedLength {
			all := upper + lower + digits + signs
			i, err := rand.Int(rand.Reader, big.NewInt(int64(len(all))))
			if err != nil {
				return "", err
			}
			b.WriteByte(all[i.Int64()])
		}
		// Drawing again keeps every admissible password equally likely, which
		// forcing one character of each sort into place would not.
		if p := b.String(); complete(p) {
			return p, nil
		}
	}
}

func complete(p string) bool {
	return strings.ContainsAny(p, upper) && strings.ContainsAny(p, lower) &&
		strings.ContainsAny(p, digits) && strings.ContainsAny(p, signs)
}

// generated shows a new password once. Closing it forgets it.
type generated struct {
	theme    theme.Theme
	password string
	copy     func(string) error
	remark   string
}

func (s *Screen) openGenerated() tea.Cmd {
	p, err := generate()
	if err != nil {
		return screen.Fail("generar una contraseña", err)
	}
	s.dialog = &generated{theme: s.theme, password: p, copy: s.copy}
	return nil
}

func (g *generated) Update(msg tea.Msg) (tea.Cmd, bool) {
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil, false
	}
	switch k.String() {
	case "esc", "enter", "q":
		return nil, true
	case "c":
		if g.copy == nil {
			g.remark = "Esta terminal no tiene portapapeles: cópiela a mano"
			return nil, false
		}
		clip, p := g.copy, g.password
		return func() tea.Msg {
			if err := clip(p); err != nil {
				return screen.NoteMsg{Text: "No se pudo copiar: escríbala a mano"}
			}
			return screen.NoteMsg{Text: "✓ Copiada al portapapeles"}
		}, false
	}
	return nil, false
}

func (g *generated) Over(base string, width, height int) string {
	lines := []string{
		"", "   " + g.theme.Bold.Render(g.password), "",
		"Se muestra una sola vez y no se guarda en ninguna parte.",
		"Péguela en la red y luego registre el cambio con r.",
	}
	if g.remark != "" {
		lines = append(lines, "", g.theme.Due.Render("! "+g.remark))
	}
	hints := widget.Hints(g.theme, width-8, "c", "copiar", "Esc", "cerrar y olvidar")
	box := widget.Frame(g.theme, "Contraseña nueva", strings.Join(lines, "\n"), hints, min(width, 66))
	return widget.Over(base, box, width, height)
}
