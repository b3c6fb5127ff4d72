package roles

import (
	tea "github.com/charmbracelet/bubbletea"
)

// The widths from which the lists stand side by side, and from which the
// detail of the role stands beside them.
const (
	besideWidth = 120
	detailWidth = 160
	columnGap   = 3
)

// rect is a part of the screen in cells.
type rect struct{ x, y, width, height int }

func (r rect) has(x, y int) bool {
	return x >= r.x && x < r.x+r.width && y >= r.y && y < r.y+r.height
}

// layout is where everything stands. Heights may be zero where there is no
// room.
type layout struct {
	accounts rect // lines of the list
	rows     rect
	block    rect // what there is to say of the account
	foot     rect // what there is to say of the role
	detail   rect // of the role, on wide screens

	accountsHead, rowsHead int // lines of the headings; -1: none
}

// arrange lays out the screen for its size, the number of accounts and what
// there is to say of the one under the cursor.
func (s *Screen) arrange() {
	l := layout{accountsHead: -1, rowsHead: -1}
	if s.width >= besideWidth && s.height >= 12 {
		s.arrangeBeside(&l)
	} else {
		s.arrangeStacked(&l)
	}
	s.layout = l
	s.accounts.SetHeight(max(0, l.accounts.height))
	s.rows.SetHeight(max(0, l.rows.height))
}

// arrangeStacked puts the accounts above and the roles of one of them below.
func (s *Screen) arrangeStacked(l *layout) {
	w, h := s.width, s.height
	y := 1
	if h >= 24 {
		y++
	}
	many := min(max(1, len(s.shown)), max(2, (h-1)/3))
	if h < 16 {
		many = min(many, 3)
	} else {
		l.accountsHead = y
		y++
	}
	l.accounts = rect{0, y, w, min(many, max(0, h-y))}
	y += l.accounts.height
	if h >= 16 {
		y++
	}
	foot := 1
	if h >= 22 {
		foot = 2
	}
	s.arrangeAccount(l, rect{0, y, w, h - y}, foot)
}

// arrangeAccount lays out what is about one account: what the rules say, its
// roles, and a word on the role under the cursor.
func (s *Screen) arrangeAccount(l *layout, room rect, foot int) {
	const least = 3 // lines of roles, with their heading
	y, left := room.y, room.height
	block := len(s.block(room.width, max(1, left-least-foot)))
	l.block = rect{room.x, y, room.width, min(block, max(0, left-least))}
	y, left = y+l.block.height, left-l.block.height
	if s.height >= 24 && left > 8 {
		y, left = y+1, left-1
	}
	if left > 1 {
		l.rowsHead = y
		y, left = y+1, left-1
	}
	foot = min(foot, max(0, left-2))
	l.rows = rect{room.x, y, room.width, max(0, left-foot)}
	if s.rows.Len() < l.rows.height && foot > 0 {
		// The word on the role follows the last one and not the bottom.
		l.rows.height = max(1, s.rows.Len())
		l.foot = rect{room.x, y + l.rows.height + 1, room.width, max(0, min(foot+2, left-l.rows.height-1))}
		return
	}
	l.foot = rect{room.x, y + l.rows.height, room.width, foot}
}

// arrangeBeside puts the accounts at the left, the roles at the right and,
// where there is room, the detail of one beyond.
func (s *Screen) arrangeBeside(l *layout) {
	left := min(60, max(50, s.width*3/10))
	if s.width >= detailWidth {
		left = min(60, max(48, s.width*3/10))
	}
	y := 2
	l.accountsHead = y
	l.accounts = rect{0, y + 1, left, max(0, s.height-y-1)}
	room := rect{left + columnGap, y, s.width - left - columnGap, s.height - y}
	foot := 3
	if s.width >= detailWidth {
		side := max(40, s.width/4)
		l.detail = rect{s.width - side, y, side, room.height}
		room.width -= side + columnGap
		foot = 0
	}
	s.arrangeAccount(l, room, foot)
}

// mouse reads clicks and the wheel.
func (s *Screen) mouse(m tea.MouseMsg) tea.Cmd {
	if s.dialog != nil {
		_, x, y := s.dialogBox()
		m.X, m.Y = m.X-x, m.Y-y
		return s.toDialog(func(d dialog) (tea.Cmd, bool) { return d.click(m) })
	}
	if !s.loaded {
		return nil
	}
	if m.Button == tea.MouseButtonLeft && m.Action == tea.MouseActionPress {
		s.click(m.X, m.Y)
		return nil
	}
	if !s.layout.accounts.has(m.X, m.Y) {
		s.rows.Wheel(m)
		return nil
	}
	before := s.accounts.Cursor()
	if s.accounts.Wheel(m) && s.accounts.Cursor() != before {
		s.enter()
	}
	return nil
}

func (s *Screen) click(x, y int) {
	switch l := s.layout; {
	case l.accounts.has(x, y):
		s.clickAccount(y - l.accounts.y)
	case l.rows.has(x, y):
		s.clickRow(y - l.rows.y)
	}
}

// clickAccount chooses an account; a click on the one that is chosen goes on
// to its roles.
func (s *Screen) clickAccount(y int) {
	before, had := s.accounts.Cursor(), s.pane
	if _, ok := s.accounts.Click(y); !ok {
		return
	}
	s.pane = accountsPane
	if s.accounts.Cursor() != before {
		s.enter()
	} else if had == accountsPane {
		s.setPane(rowsPane)
	}
}

// clickRow chooses a role; a click on the one that is chosen opens it.
func (s *Screen) clickRow(y int) {
	before, had := s.rows.Cursor(), s.pane
	if _, ok := s.rows.Click(y); !ok {
		return
	}
	s.pane = rowsPane
	if s.rows.Cursor() == before && had == rowsPane {
		s.open()
	}
}
