package today

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/ui/screen"
)

// mouse selects with a click, opens with a click on what is selected, and
// scrolls with the wheel.
func (s *Screen) mouse(msg tea.MouseMsg) tea.Cmd {
	click := msg.Action == tea.MouseActionPress && msg.Button == tea.MouseButtonLeft
	wheel := msg.Button == tea.MouseButtonWheelUp || msg.Button == tea.MouseButtonWheelDown
	switch r := s.lay(); {
	case s.pic == nil || !click && !wheel:
		return nil
	case s.dialog != nil:
		return s.mouseDialog(msg)
	case s.detail != nil:
		s.mouseDetail(msg, click)
		return nil
	case s.overDuties(r, msg):
		return s.mouseDuties(r, msg, click)
	case click:
		s.mouseAccounts(r, msg)
	default:
		s.list.Wheel(msg)
	}
	return nil
}

func (s *Screen) mouseAccounts(r room, msg tea.MouseMsg) {
	before, was := s.list.Cursor(), s.pane
	if at, ok := s.list.Click(msg.Y - r.head - 1); ok {
		s.pane = accountsPane
		if at == before && was == accountsPane {
			s.openDetail(s.rows[at])
		}
	}
}

// mouseDialog counts the place from the inside of the dialog's frame.
func (s *Screen) mouseDialog(msg tea.MouseMsg) tea.Cmd {
	w, h := screen.Size(s.dialog.view(s.width, s.height))
	x, y := screen.Centre(w, h, s.width, s.height)
	msg.X, msg.Y = msg.X-x-3, msg.Y-y-2
	return s.tell(msg)
}

func (s *Screen) mouseDetail(msg tea.MouseMsg, click bool) {
	d := s.detail
	if !click {
		d.list.Wheel(msg)
		return
	}
	before := d.list.Cursor()
	if at, ok := d.list.Click(msg.Y - d.top); ok && at == before {
		s.edit(d.posts[at])
	}
}

// overDuties reports a place in the pane of what waits.
func (s *Screen) overDuties(r room, msg tea.MouseMsg) bool {
	if r.duties == 0 {
		return false
	}
	if r.right > 0 {
		return msg.X >= r.left+2
	}
	return msg.Y >= s.dutiesTop-1
}

func (s *Screen) mouseDuties(r room, msg tea.MouseMsg, click bool) tea.Cmd {
	list := &s.duties.list
	if !click {
		list.Wheel(msg)
		return nil
	}
	y := msg.Y - s.dutiesTop
	if y < 0 {
		return nil
	}
	before, was := list.Cursor(), s.pane
	if at, ok := list.Click(y / r.tall); ok {
		s.pane = dutiesPane
		if at == before && was == dutiesPane {
			return s.mend(s.duties.open[at])
		}
	}
	return nil
}

// idOf reads what idText wrote.
func idOf(text string) model.ID {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0
	}
	return model.ID(n)
}
