package widget

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"faro/ui/theme"
)

// Over lays box in the middle of base, a view of width by height cells. What
// stands beside the box stays to be seen; a box too large is cut.
func Over(base, box string, width, height int) string {
	if width <= 0 || height <= 0 {
		return ""
	}
	lines := strings.Split(Lines(width, height, strings.Split(base, "\n")), "\n")
	part := strings.Split(box, "\n")
	part = part[:min(len(part), height)]
	wide := 0
	for _, line := range part {
		wide = max(wide, Width(line))
	}
	wide = min(wide, width)
	x, y := (width-wide)/2, (height-len(part))/2
	for i, line := range part {
		under := lines[y+i]
		left := Fit(ansi.Truncate(under, x, ""), x)
		right := Right(after(under, x+wide), width-x-wide)
		line = Fit(line, wide)
		lines[y+i] = left + seam(left, line) + line + seam(line, right) + right
	}
	return strings.Join(lines, "\n")
}

// after is the part of a line from column x on; of a wide character that stands
// across it nothing is left.
func after(line string, x int) string {
	total := ansi.StringWidth(line)
	part := ansi.TruncateLeft(line, x, "")
	if ansi.StringWidth(part) > total-x {
		part = ansi.TruncateLeft(line, x+1, "")
	}
	return part
}

// seam goes between two parts of a line. It ends the looks a cut part may have
// left switched on, and keeps half a flag from joining the other half.
func seam(left, right string) string {
	if strings.Contains(left, "\x1b[") || ansi.StringWidth(left+right) != ansi.StringWidth(left)+ansi.StringWidth(right) {
		return ansi.ResetStyle
	}
	return ""
}

// Frame draws a dialog width cells wide, border included: the title in the
// border, the body cut to what is inside, and the keys under it. Lines of the
// body are not wrapped; hints may be empty.
func Frame(th theme.Theme, title, body, hints string, width int) string {
	lines := strings.Split(body, "\n")
	if hints != "" {
		lines = append(lines, "", hints)
	}
	border := th.Dialog.GetBorderStyle()
	left, right := th.Dialog.GetPaddingLeft(), th.Dialog.GetPaddingRight()
	inside := width - 2
	room := inside - left - right
	if room < 1 || border.TopLeft == "" {
		return strings.Join(fitAll(append([]string{title}, lines...), width), "\n")
	}
	edge := penOf(th.Renderer.NewStyle().Foreground(th.Dialog.GetBorderTopForeground()))
	head := ""
	if title != "" {
		head = " " + Cut(title, room) + " "
	}
	out := make([]string, 0, len(lines)+4)
	out = append(out, edge.draw(border.TopLeft+border.Top)+th.Bold.Render(head)+
		edge.draw(strings.Repeat(border.Top, max(0, inside-1-Width(head)))+border.TopRight))
	for _, line := range append(append([]string{""}, lines...), "") {
		line = Fit(line, room)
		out = append(out, edge.draw(border.Left)+blank(left)+line+seam(line, "")+blank(right)+edge.draw(border.Right))
	}
	return strings.Join(append(out, edge.draw(border.BottomLeft+strings.Repeat(border.Bottom, inside)+border.BottomRight)), "\n")
}

func fitAll(lines []string, width int) []string {
	for i, line := range lines {
		lines[i] = Fit(line, width)
	}
	return lines
}
