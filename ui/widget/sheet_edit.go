package widget

import (
	"strings"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
)

// moveKey is for keys while no cell is being edited.
func (s *Sheet) moveKey(k tea.KeyMsg) Change {
	name := k.String()
	if s.begins(k) {
		s.open("", true)
		s.edit.key(k)
		return Change{Used: true}
	}
	if s.sideways(name) {
		return Change{Used: true}
	}
	switch name {
	case "enter":
		s.list.Move(1)
	case "f2":
		if s.fillable() {
			s.open(s.Current().Text, false)
		}
	case "backspace", "delete":
		return s.store("")
	case "g", "G":
		return Change{} // The screen's, if it wants them.
	default:
		return Change{Used: s.list.Key(k)}
	}
	return Change{Used: true}
}

// begins tells whether k is the first character of a new text for the cell.
func (s *Sheet) begins(k tea.KeyMsg) bool {
	if k.Type != tea.KeyRunes || len(k.Runes) == 0 || k.Alt || !s.fillable() {
		return false
	}
	if s.columns[s.col].Words {
		return true
	}
	r := k.Runes[0]
	return unicode.IsDigit(r) || strings.ContainsRune("-+.,:", r)
}

func (s *Sheet) fillable() bool {
	return s.list.Cursor() >= 0 && !s.columns[s.col].ReadOnly
}

// sideways moves within the row, or along the cells that can be filled.
func (s *Sheet) sideways(name string) bool {
	switch name {
	case "left", "h":
		s.col = max(0, s.col-1)
	case "right", "l":
		s.col = min(len(s.columns)-1, s.col+1)
	case "home":
		s.col = 0
	case "end":
		s.col = len(s.columns) - 1
	case "ctrl+home":
		s.Select(0, 0)
	case "ctrl+end":
		s.Select(len(s.rows)-1, len(s.columns)-1)
	case "tab":
		s.tab(1)
	case "shift+tab":
		s.tab(-1)
	default:
		return false
	}
	if s.col == 0 {
		s.first = 1 // Going all the way left shows the beginning again.
	}
	return true
}

// tab goes to the next cell that can be filled, over the end of the row, and
// stays at the ends of the sheet.
func (s *Sheet) tab(d int) {
	if to := s.editable(s.col, d); to >= 0 {
		s.col = to
		return
	}
	row := s.list.Cursor() + d
	if row < 0 || row >= len(s.rows) {
		return
	}
	edge := -1
	if d < 0 {
		edge = len(s.columns)
	}
	if to := s.editable(edge, d); to >= 0 {
		s.Select(row, to)
	}
}

func (s *Sheet) open(text string, typed bool) {
	s.edit, s.typed = &editor{}, typed
	s.edit.set(text)
}

// editKey is for keys while a cell is being edited.
func (s *Sheet) editKey(k tea.KeyMsg) Change {
	name := k.String()
	switch name {
	case "esc":
		s.edit = nil
		return Change{Used: true}
	case "enter", "down", "up", "pgup", "pgdown":
		done := s.commit()
		if name == "enter" {
			name = "down"
		}
		s.list.Key(tea.KeyMsg{Type: keyOf(name)})
		return done
	case "tab", "shift+tab":
		done := s.commit()
		s.sideways(name)
		return done
	case "left", "right":
		if s.typed {
			done := s.commit()
			s.sideways(name)
			return done
		}
	}
	return Change{Used: s.edit.key(k)}
}

func keyOf(name string) tea.KeyType {
	switch name {
	case "up":
		return tea.KeyUp
	case "pgup":
		return tea.KeyPgUp
	case "pgdown":
		return tea.KeyPgDown
	}
	return tea.KeyDown
}

// commit ends an edit and hands its text over.
func (s *Sheet) commit() Change {
	if s.edit == nil {
		return Change{Used: true}
	}
	text := model.Clean(s.edit.text())
	s.edit = nil
	return s.store(text)
}

// store gives one cell a new text, if it can have one and it is new.
func (s *Sheet) store(text string) Change {
	if !s.fillable() || text == s.Current().Text {
		return Change{Used: true}
	}
	return Change{Used: true, Edits: []Edit{{s.list.Cursor(), s.col, text}}}
}
