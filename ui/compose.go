package ui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"faro/ui/screen"
	"faro/ui/widget"
)

// linesOf cuts a view to exactly height lines, none wider than width cells.
// Short lines stay short: what the terminal need not be sent is not made.
func linesOf(view string, width, height int) []string {
	lines := make([]string, max(0, height))
	if view == "" {
		return lines
	}
	for i := range lines {
		line, rest, more := strings.Cut(view, "\n")
		lines[i] = widget.Cut(line, width)
		if !more {
			break
		}
		view = rest
	}
	return lines
}

// overlay lays a box over lines that are width cells wide, in place, with its
// first line at y and its first column at x. What does not fit is cut; what is
// beside the box stays to be seen.
func overlay(lines []string, box string, x, y, width int) {
	boxWidth, _ := screen.Size(box)
	boxWidth = min(boxWidth, width-x)
	if boxWidth <= 0 {
		return
	}
	for line := range strings.SplitSeq(box, "\n") {
		if y >= len(lines) {
			return
		}
		lines[y] = beneath(lines[y], widget.Fit(line, boxWidth), x, boxWidth)
		y++
	}
}

// beneath is the line with part of it covered from x on.
func beneath(line, part string, x, partWidth int) string {
	left := widget.Fit(ansi.Truncate(line, x, ""), x)
	covered := x + partWidth
	want := ansi.StringWidth(line) - covered
	if want <= 0 {
		return left + part
	}
	right := ansi.TruncateLeft(line, covered, "")
	// A wide character that the box's edge cuts in two shows as a space.
	for n := covered; ansi.StringWidth(right) > want; {
		n++
		right = ansi.TruncateLeft(line, n, "")
	}
	return left + part + widget.Right(right, want)
}
