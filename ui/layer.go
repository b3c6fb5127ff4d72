package ui

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"faro/ui/screen"
)

// layer is something that lies over the screen and takes the keys: a dialog,
// the palette, the help.
type layer interface {
	// press and mouse say whether the layer is done and closes. The mouse's
	// place is counted from the first cell of the box that view drew.
	press(msg tea.KeyMsg) (cmd tea.Cmd, done bool)
	mouse(msg tea.MouseMsg, box string) (cmd tea.Cmd, done bool)
	// view draws it for a room of this size; it may be smaller.
	view(width, height int) string
	hints() []key.Binding
	// urgent layers are also shown in a window too small for the rest.
	urgent() bool
}

// push opens a layer. It is laid out at once, since the next key may come
// before the next frame.
func (a *App) push(l layer) {
	l.view(a.width, a.bodyHeight())
	a.layers = append(a.layers, l)
}

func (a *App) top() layer {
	if len(a.layers) == 0 {
		return nil
	}
	return a.layers[len(a.layers)-1]
}

// drop closes a layer, wherever in the pile it lies by now.
func (a *App) drop(l layer) {
	var kept []layer
	for _, each := range a.layers {
		if each != l {
			kept = append(kept, each)
		}
	}
	a.layers = kept
}

func (a *App) pressLayer(l layer, msg tea.KeyMsg) tea.Cmd {
	cmd, done := l.press(msg)
	if done {
		a.drop(l)
	}
	return cmd
}

// place is a layer's box and where its first cell stands in the body.
func (a *App) place(l layer) (box string, x, y int) {
	box = l.view(a.width, a.bodyHeight())
	w, h := screen.Size(box)
	x, y = screen.Centre(w, h, a.width, a.bodyHeight())
	return box, x, y
}

// mouse hands a click or a turn of the wheel to whatever lies under it.
func (a *App) mouse(msg tea.MouseMsg) tea.Cmd {
	if a.tooSmall() {
		return nil
	}
	if clicked(msg) {
		a.fault = ""
	}
	if top := a.top(); top != nil {
		box, x, y := a.place(top)
		msg.X, msg.Y = msg.X-x, msg.Y-bodyTop-y
		cmd, done := top.mouse(msg, box)
		if done {
			a.drop(top)
		}
		return cmd
	}
	switch {
	case msg.Y == tabLine && clicked(msg):
		return a.clickTab(msg.X)
	case msg.Y >= bodyTop && msg.Y < bodyTop+a.bodyHeight():
		msg.Y -= bodyTop
		return a.current().Update(msg)
	}
	return nil
}

func clicked(msg tea.MouseMsg) bool {
	return msg.Action == tea.MouseActionPress && msg.Button == tea.MouseButtonLeft
}
