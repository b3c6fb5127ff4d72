package widget

import tea "github.com/charmbracelet/bubbletea"

// wheelRows is how far one notch of the mouse wheel goes.
const wheelRows = 3

// List is a cursor over n rows of which height can be seen. It holds no data:
// draw the rows of Window and mark the one at Cursor. The cursor never leaves
// the window. The zero List is empty.
type List struct{ n, height, cursor, offset int }

// Set says how many rows there are. The cursor stays where it is as far as
// that row still exists.
func (l *List) Set(n int) {
	l.n = max(0, n)
	l.settle()
}

// SetHeight says how many rows can be seen.
func (l *List) SetHeight(height int) {
	l.height = max(0, height)
	l.settle()
}

// Len is the number of rows.
func (l *List) Len() int { return l.n }

// Cursor is the row under the cursor, or -1 if there are no rows.
func (l *List) Cursor() int {
	if l.n == 0 {
		return -1
	}
	return l.cursor
}

// Select puts the cursor on a row, or on the nearest one there is.
func (l *List) Select(row int) {
	l.cursor = row
	l.settle()
}

// Move takes the cursor d rows down, or up for a negative d.
func (l *List) Move(d int) { l.Select(l.cursor + d) }

// Page takes the cursor d windows down, or up for a negative d.
func (l *List) Page(d int) {
	step := d * max(1, l.height-1)
	l.offset += step
	l.Move(step)
}

// Home goes to the first row.
func (l *List) Home() { l.Select(0) }

// End goes to the last row.
func (l *List) End() { l.Select(l.n - 1) }

// Key moves the cursor if k is one of the keys of a list, and tells whether it
// was: arrows or k and j, RePág and AvPág, Inicio or g, Fin or G.
func (l *List) Key(k tea.KeyMsg) bool {
	if k.Paste {
		return false
	}
	switch k.String() {
	case "up", "k":
		l.Move(-1)
	case "down", "j":
		l.Move(1)
	case "pgup":
		l.Page(-1)
	case "pgdown":
		l.Page(1)
	case "home", "g":
		l.Home()
	case "end", "G":
		l.End()
	default:
		return false
	}
	return true
}

// Click puts the cursor on the row drawn y lines below the first one, if there
// is one.
func (l *List) Click(y int) (row int, ok bool) {
	row = l.offset + y
	if y < 0 || y >= l.height || row >= l.n {
		return 0, false
	}
	l.Select(row)
	return row, true
}

// Wheel scrolls if m is the mouse wheel, and tells whether it was. The cursor
// comes along when it would be left behind.
func (l *List) Wheel(m tea.MouseMsg) bool {
	d := 0
	switch m.Button {
	case tea.MouseButtonWheelUp:
		d = -wheelRows
	case tea.MouseButtonWheelDown:
		d = wheelRows
	default:
		return false
	}
	l.offset = max(0, min(l.offset+d, l.n-l.height))
	l.cursor = max(l.offset, min(l.cursor, l.offset+l.height-1))
	l.settle()
	return true
}

// Window is the range of rows that can be seen, from ≤ row < to.
func (l *List) Window() (from, to int) {
	return l.offset, min(l.n, l.offset+l.height)
}

// ScrollMark is one cell for line i of the window, to be drawn at its right: a
// bar where the window lies in the whole, a thin line elsewhere, and a space
// when every row can be seen.
func (l *List) ScrollMark(i int) string {
	return scrollMark(i, l.n, l.height, l.offset)
}

func scrollMark(i, n, height, offset int) string {
	if n <= height || height <= 0 {
		return " "
	}
	size := max(1, height*height/n)
	top := 0
	if room := n - height; room > 0 {
		// Rounded up, so that the bar leaves the top with the first row.
		top = (offset*(height-size) + room - 1) / room
	}
	if i >= top && i < top+size {
		return "┃"
	}
	return "│"
}

func (l *List) settle() {
	l.cursor = max(0, min(l.cursor, l.n-1))
	if l.height > 0 {
		l.offset = min(l.offset, l.n-l.height)
		l.offset = max(l.offset, l.cursor-l.height+1)
	}
	l.offset = max(0, min(l.offset, l.cursor))
}
