package today

import (
	"strings"

	"faro/model/calendar"
	"faro/ui/widget"
)

func (b *batch) view(width, height int) string {
	w := dialogWidth(width, 116)
	if !b.reviewing {
		tall := max(1, min(height-4, 18))
		return widget.Frame(b.s.theme, batchTitle, b.page.View(inside(w), tall), "", w)
	}
	return b.drawReview(w, height)
}

// drawReview is a line for each link and, beneath, all about the one under the
// cursor.
func (b *batch) drawReview(width, height int) string {
	in := inside(width)
	rows := max(1, min(len(b.entries), height-11))
	b.list.SetHeight(rows)
	from, to := b.list.Window()
	lines := make([]string, 0, rows+4)
	for i := from; i < to; i++ {
		lines = append(lines, b.line(i, in-1)+b.s.theme.Muted.Render(b.list.ScrollMark(i-from)))
	}
	lines = append(lines, "")
	lines = append(lines, b.about(in)...)
	keys := widget.Hints(b.s.theme, in, "Enter", b.acceptLabel(), "0915", "hora", "d", "solo el día", "D", "todas", "c", "cuenta", "Esc", "volver al texto")
	return framed(b.s.theme, b.title(), lines, keys, width, height)
}

// acceptLabel says how many Enter records.
func (b *batch) acceptLabel() string {
	n := 0
	for i := range b.entries {
		if mark, _, _ := b.state(i); mark == "✓" {
			n++
		}
	}
	return "registrar " + count(n, "enlace", "enlaces")
}

func (b *batch) title() string {
	tally := map[string]int{}
	for i := range b.entries {
		mark, _, _ := b.state(i)
		tally[mark]++
	}
	var parts []string
	for _, each := range []struct{ mark, one, many string }{
		{"✓", "listo", "listos"}, {"?", "por decidir", "por decidir"}, {"=", "ya estaba", "ya estaban"}, {"✗", "no se reconoce", "no se reconocen"},
	} {
		if n := tally[each.mark]; n > 0 {
			parts = append(parts, count(n, each.one, each.many))
		}
	}
	return batchTitle + " · " + strings.Join(parts, ", ")
}

// line is one link: mark, account, when, and the reason or the link.
func (b *batch) line(i, width int) string {
	th, lead := b.s.theme, "  "
	if i == b.list.Cursor() {
		th, lead = b.s.cursorLook()
	}
	e := b.entries[i]
	mark, word, _ := b.state(i)
	look := th.Met
	switch mark {
	case "?":
		look = th.Due
	case "✗":
		look = th.Late
	case "=":
		look = th.Muted
	}
	who, at := "", ""
	if e.link.URL != "" && e.fault == "" {
		who = e.owner.NetworkLabel()
		if e.owner.ID == 0 {
			who = string(e.link.Network)
		}
		at = e.post.Day.Short()
		if e.post.Timed() {
			at += " " + calendar.Clock(e.post.At)
		}
	}
	line := lead + look.Render(mark) + th.Text.Render(" ")
	if who != "" {
		line += th.Bold.Render(widget.Fit(at, 12)) + th.Text.Render(widget.Fit(who, 10))
	}
	link, typed := cutLink(e.text)
	link = strings.TrimPrefix(link, "https://")
	remark := remarkWidth
	if e.fault != "" {
		remark = max(remarkWidth, (width-widget.Width(line))*2/3)
	}
	room := max(1, width-widget.Width(line)-remark-1)
	line += th.Text.Render(widget.Fit(widget.Cut(link, max(8, room-widget.Width(typed)-1))+" "+typed, room) + " ")
	return paint(th, line+look.Render(widget.Cut(word, remark)), width)
}

// remarkWidth holds the longest word of state.
const remarkWidth = 12

// about is all there is to say of the line under the cursor.
func (b *batch) about(width int) []string {
	i := b.list.Cursor()
	if i < 0 {
		return nil
	}
	e := b.entries[i]
	_, _, why := b.state(i)
	text := why
	if e.owner.ID != 0 && e.fault == "" {
		text = e.owner.Label() + " · " + when(e.post) + " · " + why
	}
	if e.note != "" {
		text += " · " + e.note
	}
	lines := widget.Wrap(text, width)
	return painted(b.s.theme.Muted.Render, lines[:min(3, len(lines))])
}
