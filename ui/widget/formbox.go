package widget

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// boxWidth is the widest a form's box gets: lines longer than this are hard to
// follow from label to field.
const boxWidth = 92

// FormBox shows a form in a framed box in the middle of a screen and hands it
// the mouse in the form's own coordinates.
type FormBox struct {
	*Form
	x, y int // where the form's first cell was drawn last
}

// NewFormBox frames a form.
func NewFormBox(f *Form) *FormBox { return &FormBox{Form: f} }

// Over draws the box over base, a view of width by height cells.
func (b *FormBox) Over(base string, width, height int) string {
	wide := min(width, boxWidth)
	if wide < 20 || height < 8 { // No room for a frame.
		b.x, b.y = 0, 0
		view := b.View(width, height)
		return Lines(width, height, strings.Split(view, "\n"))
	}
	inside := b.th.Dialog.GetPaddingLeft() + b.th.Dialog.GetPaddingRight() + 2
	box := Frame(b.th, "", b.View(wide-inside, height-4), "", wide)
	tall := strings.Count(box, "\n") + 1
	b.x = (width-wide)/2 + 1 + b.th.Dialog.GetPaddingLeft()
	b.y = (height-min(tall, height))/2 + 2
	return Over(base, box, width, height)
}

// Update reads one message, a mouse message in the coordinates of the screen
// under the box.
func (b *FormBox) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(tea.MouseMsg); ok {
		m.X, m.Y = m.X-b.x, m.Y-b.y
		msg = m
	}
	return b.Form.Update(msg)
}

// Inside draws the form without a frame in a view of the screen's own, with its
// first cell at column x of line y, and hands it the mouse from there.
func (b *FormBox) Inside(x, y, width, height int) []string {
	b.x, b.y = x, y
	return strings.Split(b.View(width, height), "\n")
}
