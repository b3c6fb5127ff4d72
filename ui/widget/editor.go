package widget

import (
	"strings"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"faro/ui/theme"
)

// editor is text being typed, one line or several. It moves by grapheme
// clusters, so that a flag or an accented letter is never cut in two, and its
// cursor stands still: a blinking one would draw all day.
type editor struct {
	cells []string // grapheme clusters; "\n" ends a line
	pos   int      // the cursor stands before cells[pos]
	off   int      // first cluster drawn, or first row when multi
	width int      // as last drawn: what "a row up" means
	tall  int      // rows as last drawn
	multi bool
	limit int // most characters, 0 for no limit
}

func (e *editor) text() string { return strings.Join(e.cells, "") }

// set replaces the text and puts the cursor at its end.
func (e *editor) set(s string) {
	e.cells, e.pos, e.off = nil, 0, 0
	e.insert(s)
}

// insert puts text at the cursor. Control characters go, but for the line
// breaks and tabs of an editor of several lines; in one line these become
// spaces.
func (e *editor) insert(s string) {
	s = e.allowed(s)
	if s == "" {
		return
	}
	// What was typed may combine with its neighbours: an accent, half a flag.
	from, to := max(0, e.pos-1), min(len(e.cells), e.pos+1)
	before := strings.Join(e.cells[from:e.pos], "") + s
	fresh := clusters(before + strings.Join(e.cells[e.pos:to], ""))
	pos, seen := from, 0
	for _, c := range fresh {
		if seen >= len(before) {
			break
		}
		seen += len(c)
		pos++
	}
	cells := make([]string, 0, len(e.cells)+len(fresh))
	cells = append(append(append(cells, e.cells[:from]...), fresh...), e.cells[to:]...)
	e.cells, e.pos = cells, pos
}

func (e *editor) allowed(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	if e.multi {
		s = apart(s, "\n", func(line string) string { return apart(line, "\t", bare) })
	} else {
		s = bare(s)
	}
	if e.limit > 0 {
		room := e.limit - utf8.RuneCountInString(e.text())
		if runes := []rune(s); len(runes) > room {
			s = string(runes[:max(0, room)])
		}
	}
	return s
}

// apart treats each part of s on its own.
func apart(s, mark string, treat func(string) string) string {
	parts := strings.Split(s, mark)
	for i, part := range parts {
		parts[i] = treat(part)
	}
	return strings.Join(parts, mark)
}

// bare is text without any escape sequence or control character.
func bare(s string) string {
	if plain(s) {
		return s
	}
	return ansi.Strip(tame(s))
}

func clusters(s string) []string {
	out := make([]string, 0, len(s))
	for len(s) > 0 {
		c := s[:1]
		if s[0] >= 0x80 || len(s) > 1 && s[1] >= 0x80 {
			c, _ = ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		}
		if c == "" {
			c = s[:1]
		}
		out = append(out, c)
		s = s[len(c):]
	}
	return out
}

// cellWidth is the width of one cluster.
func cellWidth(c string) int {
	if len(c) == 1 {
		return 1
	}
	return ansi.StringWidth(c)
}

func widthOf(cells []string) int {
	w := 0
	for _, c := range cells {
		w += cellWidth(c)
	}
	return w
}

// key types, erases or moves, and tells whether k was a key for that.
func (e *editor) key(k tea.KeyMsg) bool {
	switch {
	case k.Type == tea.KeyRunes && (k.Paste || !k.Alt), k.Type == tea.KeySpace && !k.Alt:
		text := string(k.Runes)
		if k.Type == tea.KeySpace {
			text = " "
		}
		e.insert(text)
		return true
	case e.multi && k.Type == tea.KeyEnter:
		e.insert("\n")
		return true
	}
	return e.erase(k.String()) || e.move(k.String()) || e.multi && e.climb(k.String())
}

func (e *editor) erase(name string) bool {
	from, to := e.pos, e.pos
	switch name {
	case "backspace", "ctrl+h":
		from--
	case "delete", "ctrl+d":
		to++
	case "ctrl+w", "alt+backspace":
		from = e.word(-1)
	case "alt+delete", "alt+d":
		to = e.word(1)
	case "ctrl+u":
		from = e.edge(-1)
	default:
		return false
	}
	from, to = max(0, from), min(len(e.cells), to)
	e.cells = append(e.cells[:from:from], e.cells[to:]...)
	e.pos = from
	return true
}

func (e *editor) move(name string) bool {
	switch name {
	case "left":
		e.pos--
	case "right":
		e.pos++
	case "home", "ctrl+a":
		e.pos = e.edge(-1)
	case "end", "ctrl+e":
		e.pos = e.edge(1)
	case "ctrl+left", "alt+left", "alt+b":
		e.pos = e.word(-1)
	case "ctrl+right", "alt+right", "alt+f":
		e.pos = e.word(1)
	case "ctrl+home":
		e.pos = 0
	case "ctrl+end":
		e.pos = len(e.cells)
	default:
		return false
	}
	e.pos = max(0, min(e.pos, len(e.cells)))
	return true
}

// word is where the word before or after the cursor begins or ends.
func (e *editor) word(d int) int {
	gap := func(i int) bool { return e.cells[i] == " " || e.cells[i] == "\n" }
	at := e.pos
	if d < 0 {
		for at > 0 && gap(at-1) {
			at--
		}
		for at > 0 && !gap(at-1) {
			at--
		}
		return at
	}
	for at < len(e.cells) && gap(at) {
		at++
	}
	for at < len(e.cells) && !gap(at) {
		at++
	}
	return at
}

// edge is the beginning or the end of the line the cursor is on.
func (e *editor) edge(d int) int {
	at := e.pos
	if d < 0 {
		for at > 0 && e.cells[at-1] != "\n" {
			at--
		}
		return at
	}
	for at < len(e.cells) && e.cells[at] != "\n" {
		at++
	}
	return at
}

// line draws an editor of one line in exactly width cells.
func (e *editor) line(th theme.Theme, width int, focused bool) string {
	if width <= 0 {
		return ""
	}
	if !focused {
		e.off = 0
		return Fit(e.text(), width)
	}
	e.off = min(e.off, e.pos)
	for e.off < e.pos && widthOf(e.cells[e.off:e.pos])+e.caretWidth(th) > width {
		e.off++
	}
	for e.off > 0 && widthOf(e.cells[e.off-1:])+1 <= width {
		e.off--
	}
	return e.draw(th, e.off, len(e.cells), width)
}

// caretWidth is what the cursor takes: the character it stands on, or a bar of
// its own where nothing can be shown reversed.
func (e *editor) caretWidth(th theme.Theme) int {
	if th.Colourless || e.pos >= len(e.cells) || e.cells[e.pos] == "\n" {
		return 1
	}
	return max(1, cellWidth(e.cells[e.pos]))
}

// draw is cells[from:to] with the cursor, in exactly width cells.
func (e *editor) draw(th theme.Theme, from, to, width int) string {
	if e.pos < from || e.pos > to {
		return Fit(strings.Join(e.cells[from:to], ""), width)
	}
	before := strings.Join(e.cells[from:e.pos], "")
	on, after := " ", ""
	if e.pos < to {
		on, after = e.cells[e.pos], strings.Join(e.cells[e.pos+1:to], "")
	}
	if th.Colourless {
		if e.pos >= to {
			on = ""
		}
		on, after = "▏", on+after
	}
	room := width - Width(before) - Width(on)
	if room < 0 { // A wide character, and a single cell to show it in.
		return Fit(before+ellipsis, width)
	}
	tail, _ := cut(after, room)
	return Fit(before+penOf(th.Cell).draw(on)+tail, width)
}
