package widget

import (
	tea "github.com/charmbracelet/bubbletea"

	"faro/ui/theme"
)

// Column is a column of a Sheet.
type Column struct {
	Key   string // the caller's own name for it
	Title string // may take two lines
	// Width is the wanted width of the text in cells; 0 takes what is left.
	// Min is how narrow it may become before the sheet scrolls sideways; 0 for
	// no narrower than Width.
	Width, Min int
	Right      bool // numbers
	ReadOnly   bool // computed: the cursor goes there, typing does not
	// Words is for columns of text: every character typed there begins an
	// edit. In other columns letters move (hjkl) or are left to the screen's
	// own commands, and digits and signs begin one.
	Words bool
}

// Cell is what one cell shows.
type Cell struct {
	Text  string
	Bad   string // why Text is refused, or ""; the text stays to be mended
	Muted bool   // computed, or unknown
}

// Edit is a cell that somebody filled in. Text is as typed, cleaned; "" means
// it was cleared.
type Edit struct {
	Row, Col int
	Text     string
}

// Change is what a message did to a sheet.
type Change struct {
	// Edits are for the screen to read, store and show: it sets the new Cell,
	// with Bad if it could not be read.
	Edits []Edit
	// Outside counts the pasted cells for which there was no row or column,
	// empty ones not counted.
	Outside int
	// Used tells that the message meant something here.
	Used bool
}

// Sheet is a grid of cells to type in, as in a spreadsheet. It does not judge
// what is typed, and keeps no data: the caller owns the rows.
//
// The arrows and hjkl move by cell; typing replaces; F2 edits what is there;
// Enter keeps it and goes down, Tab keeps it and goes to the next cell that
// can be filled; Esc leaves the old text; Backspace clears. Text copied from a
// spreadsheet is pasted from the cursor on.
type Sheet struct {
	th      theme.Theme
	columns []Column
	rows    [][]Cell
	list    List
	col     int

	width, height int
	widths        []int // as laid out
	first         int   // first column drawn after the frozen one
	titles        [][]string

	edit    *editor // nil while moving
	typed   bool    // the edit began by typing over: arrows end it
	looks   looks
	waiting bool // the layout must be made again
}

// looks are the theme's styles taken apart, once for thousands of cells.
type looks struct{ text, muted, late, selected, title, here, bar pen }

// NewSheet makes an empty sheet.
func NewSheet(th theme.Theme, columns ...Column) *Sheet {
	s := &Sheet{th: th, columns: columns, waiting: true}
	s.looks = looks{
		text: penOf(th.Text), muted: penOf(th.Muted), late: penOf(th.Late), selected: penOf(th.Selected),
		title: penOf(th.Title), here: penOf(th.Accent), bar: penOf(th.Accent),
	}
	return s
}

// SetColumns replaces the columns; the cursor goes to the first one that can
// be filled in.
func (s *Sheet) SetColumns(columns ...Column) {
	s.columns, s.edit, s.first, s.waiting = columns, nil, 0, true
	s.col = max(0, s.editable(-1, 1))
}

// SetRows hands the rows over: one Cell for each column. The caller may change
// cells in place afterwards. An edit in progress goes on if its row is still
// there; it belongs to the position, so reload while not Editing.
func (s *Sheet) SetRows(rows [][]Cell) {
	s.rows = rows
	if s.list.Cursor() >= len(rows) {
		s.edit = nil
	}
	s.list.Set(len(rows))
}

// SetSize gives the room for headings and rows, in cells.
func (s *Sheet) SetSize(width, height int) {
	if width != s.width || height != s.height {
		s.width, s.height, s.waiting = width, height, true
	}
}

// Cursor is the row and column under the cursor; the row is -1 if there are
// none.
func (s *Sheet) Cursor() (row, col int) { return s.list.Cursor(), s.col }

// Select puts the cursor on a cell, or on the nearest one there is.
func (s *Sheet) Select(row, col int) {
	s.list.Select(row)
	s.col = max(0, min(col, len(s.columns)-1))
}

// Editing reports that keys are text for a cell.
func (s *Sheet) Editing() bool { return s.edit != nil }

// Typed is the text being typed in the cell, "" while not Editing.
func (s *Sheet) Typed() string {
	if s.edit == nil {
		return ""
	}
	return s.edit.text()
}

// Reason is why the cell under the cursor is refused, or "".
func (s *Sheet) Reason() string { return s.cell(s.list.Cursor(), s.col).Bad }

// Current is the cell under the cursor.
func (s *Sheet) Current() Cell { return s.cell(s.list.Cursor(), s.col) }

// NextBad moves the cursor to the next refused cell, row by row and round to
// the beginning, and tells whether there is one.
func (s *Sheet) NextBad() bool {
	n := len(s.rows) * len(s.columns)
	if n == 0 {
		return false
	}
	at := s.list.Cursor()*len(s.columns) + s.col
	for i := 1; i <= n; i++ {
		row, col := (at+i)%n/len(s.columns), (at+i)%n%len(s.columns)
		if s.cell(row, col).Bad != "" {
			s.Select(row, col)
			return true
		}
	}
	return false
}

// cell is empty where the caller gave no cell.
func (s *Sheet) cell(row, col int) Cell {
	if row < 0 || row >= len(s.rows) || col < 0 || col >= len(s.rows[row]) {
		return Cell{}
	}
	return s.rows[row][col]
}

// editable is the column next to col in direction d that can be filled in, or
// -1.
func (s *Sheet) editable(col, d int) int {
	for col += d; col >= 0 && col < len(s.columns); col += d {
		if !s.columns[col].ReadOnly {
			return col
		}
	}
	return -1
}

// Update reads one message: a key, pasted text, or the mouse with X and Y
// counted from the sheet's own corner.
func (s *Sheet) Update(msg tea.Msg) Change {
	if len(s.columns) == 0 {
		return Change{}
	}
	s.settle()
	switch msg := msg.(type) {
	case tea.KeyMsg:
		switch {
		case msg.Paste:
			return s.paste(string(msg.Runes))
		case s.edit != nil:
			return s.editKey(msg)
		}
		return s.moveKey(msg)
	case tea.MouseMsg:
		return s.mouse(msg)
	}
	return Change{}
}

func (s *Sheet) mouse(m tea.MouseMsg) Change {
	if s.list.Wheel(m) {
		return Change{Used: true}
	}
	if m.Button != tea.MouseButtonLeft || m.Action != tea.MouseActionPress {
		return Change{}
	}
	col, ok := s.columnAt(m.X)
	row := m.Y - s.titleHeight()
	from, to := s.list.Window()
	if !ok || row < 0 || from+row >= to {
		return Change{}
	}
	if s.edit != nil && from+row == s.list.Cursor() && col == s.col {
		return Change{Used: true}
	}
	done := s.commit()
	s.Select(from+row, col)
	return done
}

// Begins tells whether a key would begin a new text in the cell under the
// cursor, so that the app does not read it as a command.
func (s *Sheet) Begins(k tea.KeyMsg) bool { return s.edit == nil && s.begins(k) }
