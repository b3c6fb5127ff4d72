package widget

import (
	"strings"

	"faro/ui/theme"
)

// sideBySide is the width from which labels stand at the left of their fields
// and not above them.
const sideBySide = 70

// spot says which field a line of the view belongs to, -1 for none; where its
// control begins, and which line of the control it is, -1 for label or fault.
type spot struct{ field, x, line int }

// body is the drawn fields, before scrolling.
type body struct {
	lines    []string
	spots    []spot
	from, to int // the field with the focus
	caret    int // the line with the cursor
}

// View draws the form in at most height lines of width cells. The field with
// the focus is always in sight.
func (f *Form) View(width, height int) string {
	if width <= 0 || height <= 0 {
		return ""
	}
	f.settle()
	foot := f.foot(width, height)
	var head []string
	if f.title != "" && height >= 6 {
		head = []string{f.th.Bold.Render(Fit(" "+f.title, width)), ""}
	}
	b := f.body(width - 1)
	room := max(1, height-len(head)-len(foot))
	f.scroll(b, room)
	f.spots = f.spots[:0]
	for range head {
		f.spots = append(f.spots, spot{-1, 0, -1})
	}
	lines := head
	for i := f.offset; i < min(len(b.lines), f.offset+room); i++ {
		mark := f.th.Muted.Render(scrollMark(i-f.offset, len(b.lines), room, f.offset))
		lines = append(lines, Fit(b.lines[i], width-1)+mark)
		f.spots = append(f.spots, b.spots[i])
	}
	lines = append(lines, foot...)
	return Lines(width, min(height, len(lines)), lines)
}

// scroll keeps the whole field with the focus in sight, or at least the line
// with its cursor.
func (f *Form) scroll(b body, room int) {
	f.offset = max(0, min(f.offset, len(b.lines)-room))
	f.offset = max(f.offset, b.to-room)
	f.offset = min(f.offset, b.from)
	f.offset = max(f.offset, b.caret-room+1)
	f.offset = max(0, f.offset)
}

func (f *Form) body(width int) body {
	var b body
	left := f.labelWidth(width)
	for i, field := range f.fields {
		if !f.shown(field) {
			continue
		}
		if i == f.at {
			b.from = len(b.lines)
		}
		if left > 0 {
			f.beside(&b, i, left, width)
		} else {
			f.above(&b, i, width)
		}
		f.remarks(&b, i, left+4, width)
		if i == f.at {
			b.to = len(b.lines)
		}
	}
	return b
}

// labelWidth is the width of the labels' column, or 0 for labels above.
func (f *Form) labelWidth(width int) int {
	if width < sideBySide-1 {
		return 0
	}
	w := 8
	for _, field := range f.fields {
		w = max(w, Width(field.label))
	}
	return min(w, width/3)
}

func (b *body) add(line string, s spot) {
	b.lines, b.spots = append(b.lines, line), append(b.spots, s)
}

// mark is the bar along the field with the focus.
func (f *Form) mark(i int) string {
	if i == f.at {
		return f.th.Accent.Render("▌") + " "
	}
	return "  "
}

// beside draws the label at the left of the field.
func (f *Form) beside(b *body, i, left, width int) {
	field := f.fields[i]
	x := left + 4
	value, caret := field.control.view(f.th, max(1, width-x), i == f.at)
	label := Wrap(field.label, left)
	if i == f.at {
		b.caret = len(b.lines) + caret
	}
	for n := range max(len(value), len(label)) {
		name, line, at := "", "", -1
		if n < len(label) {
			name = label[n]
		}
		if n < len(value) {
			line, at = value[n], n
		}
		b.add(f.mark(i)+f.labelLook(i).draw(Fit(name, left))+"  "+line, spot{i, x, at})
	}
}

// above draws the label on a line of its own.
func (f *Form) above(b *body, i, width int) {
	field := f.fields[i]
	for _, line := range Wrap(field.label, max(1, width-2)) {
		b.add(f.mark(i)+f.labelLook(i).draw(line), spot{i, 2, -1})
	}
	value, caret := field.control.view(f.th, max(1, width-4), i == f.at)
	if i == f.at {
		b.caret = len(b.lines) + caret
	}
	for n, line := range value {
		b.add(f.mark(i)+"  "+line, spot{i, 4, n})
	}
}

func (f *Form) labelLook(i int) pen {
	if i == f.at {
		return penOf(f.th.Bold)
	}
	return penOf(f.th.Muted)
}

// remarks are the fault of a field and, where the focus is, its help.
func (f *Form) remarks(b *body, i, x, width int) {
	field := f.fields[i]
	if field.fault != "" {
		for n, line := range Wrap(field.fault, max(1, width-x-2)) {
			mark := "  "
			if n == 0 {
				mark = "! "
			}
			b.add(blank(x)+f.th.Late.Render(mark+line), spot{i, x, -1})
		}
	}
	if i == f.at && field.help != "" {
		for _, line := range Wrap(field.help, max(1, width-x)) {
			b.add(blank(x)+f.th.Muted.Render(line), spot{i, x, -1})
		}
	}
}

// foot is what stands under the fields: a problem of the whole, and the keys
// or the question.
func (f *Form) foot(width, height int) []string {
	if height < 3 {
		if f.asking {
			return []string{f.question(width)}
		}
		return nil
	}
	var foot []string
	if height >= 6 {
		foot = append(foot, "")
	}
	if f.fault != "" {
		for _, line := range Wrap("! "+f.fault, max(1, width-3)) {
			if len(foot) < height/2 {
				foot = append(foot, " "+f.th.Late.Render(line))
			}
		}
	}
	if f.asking {
		return append(foot, f.question(width))
	}
	return append(foot, keyLine(f.th, width, f.hints()...))
}

func (f *Form) question(width int) string { return discard(f.th, width) }

// discard is the question before typed text is lost.
func discard(th theme.Theme, width int) string {
	return Fit(" "+th.Due.Render("¿Descartar lo escrito? ")+th.Key.Render("(s/n)"), width)
}

func (f *Form) hints() []string {
	if len(f.fields) == 0 {
		return []string{"Esc", "salir"}
	}
	next := "siguiente"
	if f.step(f.at, 1) < 0 {
		next = "confirmar"
	}
	own := f.fields[f.at].control.hints()
	all := []string{"Enter", next, "Ctrl+S", "confirmar", "Esc", "salir", "Tab", "mover"}
	if _, long := f.fields[f.at].control.(*areaControl); long {
		all = all[2:6]
	}
	return append(own[:len(own):len(own)], all...)
}

// keyLine is Hints a cell in from the left.
func keyLine(th theme.Theme, width int, hints ...string) string {
	if width < 1 {
		return ""
	}
	return " " + Hints(th, width-1, hints...)
}

// Hints is a line of keys and what they do for a dialog or a footer: Hints(th,
// 80, "Enter", "confirmar", "Esc", "salir"). Pairs for which there is no room
// are left out.
func Hints(th theme.Theme, width int, pairs ...string) string {
	var b strings.Builder
	used, gap := 0, ""
	for i := 0; i+1 < len(pairs); i += 2 {
		w := len(gap) + 1 + Width(pairs[i]) + Width(pairs[i+1])
		if used+w > width {
			break
		}
		b.WriteString(gap + th.Key.Render(pairs[i]) + " " + th.Muted.Render(pairs[i+1]))
		used, gap = used+w, "   "
	}
	return Fit(b.String(), width)
}
