package widget

import (
	"errors"
	"unicode"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/ui/theme"
)

// Dialog is a box over a screen that takes every key until it closes.
type Dialog interface {
	// Update reads a message, the mouse in the screen's coordinates; closed
	// tells that the box is to go.
	Update(tea.Msg) (cmd tea.Cmd, closed bool)
	// Over draws the box over a view of width by height cells.
	Over(base string, width, height int) string
}

// Ask is a form in a box for one fact. What passed the form's own checks is
// turned into a command by confirm; the screen closes the box when the fact was
// kept, and hands a refusal to Refuse.
type Ask struct {
	*FormBox
	Title   string
	confirm func(*FormBox) tea.Cmd
}

var _ Dialog = (*Ask)(nil)

// NewAsk makes the dialog with the focus on the first field.
func NewAsk(th theme.Theme, title string, confirm func(*FormBox) tea.Cmd, fields ...Field) *Ask {
	return &Ask{NewFormBox(NewForm(th, title, fields...)), title, confirm}
}

// Update implements Dialog.
func (a *Ask) Update(msg tea.Msg) (tea.Cmd, bool) {
	waiting := a.Done()
	cmd := a.FormBox.Update(msg)
	switch {
	case a.Cancelled():
		return cmd, true
	case a.Done() && !waiting:
		return tea.Batch(cmd, a.confirm(a.FormBox)), false
	}
	return cmd, false
}

// Unsaved says what would be lost by leaving now, or "".
func (a *Ask) Unsaved() string {
	if !a.Dirty() {
		return ""
	}
	return "lo escrito en «" + a.Title + "»"
}

// errNotKept stands in the form when what refused is told in the footer.
var errNotKept = errors.New("no se guardó: vea abajo qué hacer y confirme otra vez")

// Refuse shows why what was confirmed was not kept, and lets the person go on
// typing. It reports whether the form tells it all; if not, the footer must.
func (a *Ask) Refuse(err error) bool {
	var fault *model.FieldError
	if errors.As(err, &fault) {
		a.Problem(err)
		return true
	}
	a.Problem(errNotKept)
	return false
}

// Sentence begins a clause with a capital.
func Sentence(clause string) string {
	r, n := utf8.DecodeRuneInString(clause)
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + clause[n:]
}
