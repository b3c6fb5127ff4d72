package widget

import tea "github.com/charmbracelet/bubbletea"

func (f *Form) key(k tea.KeyMsg) {
	if f.asking {
		f.asking = false
		f.cancelled = k.String() == "s" || k.String() == "S"
		return
	}
	if k.Paste {
		f.give(k)
		return
	}
	switch k.String() {
	case "esc":
		f.escape()
	case "ctrl+s":
		f.leave()
		f.confirm()
	case "tab":
		f.move(1)
	case "shift+tab":
		f.move(-1)
	default:
		if !f.give(k) {
			f.travel(k.String())
		}
	}
}

// give hands a key to the field with the focus. What is wrong with a field is
// forgotten as soon as it is changed.
func (f *Form) give(k tea.KeyMsg) bool {
	field := f.fields[f.at]
	before := field.control.value()
	used := field.control.key(k)
	if field.control.value() != before {
		field.fault, f.fault = "", ""
	}
	return used
}

// travel is for the keys no field wanted.
func (f *Form) travel(name string) {
	switch name {
	case "enter":
		f.leave()
		if f.step(f.at, 1) < 0 {
			f.confirm()
		} else if f.fields[f.at].judge() {
			f.at = f.step(f.at, 1)
		}
	case "down":
		f.move(1)
	case "up":
		f.move(-1)
	}
}

// move goes to the field before or after, whatever is wrong with this one, and
// stays at the ends.
func (f *Form) move(d int) {
	f.leave()
	to := f.step(f.at, d)
	if to < 0 {
		return
	}
	if f.fields[f.at].control.value() != "" {
		f.fields[f.at].judge()
	}
	f.at = to
}

func (f *Form) leave() {
	if f.at < len(f.fields) {
		f.fields[f.at].control.leave()
	}
}

// confirm checks every field and stops at the first that is wrong.
func (f *Form) confirm() {
	f.fault = ""
	first := -1
	for i, field := range f.fields {
		if f.shown(field) && !field.judge() && first < 0 {
			first = i
		}
	}
	if first >= 0 {
		f.at = first
		return
	}
	f.done = true
}

func (f *Form) escape() {
	switch {
	case f.fields[f.at].control.escape():
	case f.Dirty():
		f.asking = true
	default:
		f.cancelled = true
	}
}

// mouse focuses the field that is pressed; the wheel goes from field to field.
func (f *Form) mouse(m tea.MouseMsg) {
	if m.Action != tea.MouseActionPress || f.asking {
		return
	}
	switch m.Button {
	case tea.MouseButtonWheelUp:
		f.move(-1)
	case tea.MouseButtonWheelDown:
		f.move(1)
	case tea.MouseButtonLeft:
		f.press(m.X, m.Y)
	default:
	}
}

func (f *Form) press(x, y int) {
	if y < 0 || y >= len(f.spots) || f.spots[y].field < 0 {
		return
	}
	s := f.spots[y]
	if s.field != f.at {
		f.leave()
		f.at = s.field
		// A list unfolds when it gets the focus: its lines were not drawn yet.
		if _, folded := f.fields[f.at].control.(*manyControl); folded {
			return
		}
	}
	if x >= s.x && s.line >= 0 {
		f.fields[f.at].control.click(x-s.x, s.line)
	}
}
