package screen

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Lines cuts a view to exactly height lines, none wider than width cells.
// Missing lines come out empty.
func Lines(view string, width, height int) []string {
	lines := make([]string, max(0, height))
	if view == "" {
		return lines
	}
	for i := range lines {
		line, rest, more := strings.Cut(view, "\n")
		lines[i] = Cut(line, width)
		if !more {
			break
		}
		view = rest
	}
	return lines
}

// Cut shortens a line to width cells, with … where something was left out.
// Escape sequences stay whole.
func Cut(line string, width int) string {
	// A cell takes at least one byte, so a short line needs no counting.
	if len(line) <= width || ansi.StringWidth(line) <= width {
		return line
	}
	if width <= 0 {
		return ""
	}
	return ansi.Truncate(line, width, "…")
}

// Pad fills a line with spaces up to width cells, or cuts it to them.
func Pad(line string, width int) string {
	line = Cut(line, width)
	if gap := width - ansi.StringWidth(line); gap > 0 {
		return line + strings.Repeat(" ", gap)
	}
	return line
}

// Centre is where the first line and column of a box of this size stand when
// it is in the middle of width by height; never negative.
func Centre(boxWidth, boxHeight, width, height int) (x, y int) {
	return max(0, (width-boxWidth)/2), max(0, (height-boxHeight)/2)
}

// Size is the width of the widest line of a box, in cells, and its number of
// lines.
func Size(box string) (width, height int) {
	for line := range strings.SplitSeq(box, "\n") {
		width = max(width, ansi.StringWidth(line))
		height++
	}
	return width, height
}

// Overlay lays a box over lines that are width cells wide, in place, with its
// first line at y and its first column at x. What does not fit is cut; what is
// beside the box stays to be seen.
func Overlay(lines []string, box string, x, y, width int) {
	boxWidth, _ := Size(box)
	boxWidth = min(boxWidth, width-x)
	if boxWidth <= 0 {
		return
	}
	for line := range strings.SplitSeq(box, "\n") {
		if y >= len(lines) {
			return
		}
		if y >= 0 {
			lines[y] = beneath(lines[y], Pad(line, boxWidth), x, boxWidth, width)
		}
		y++
	}
}

// beneath is the line with part of it covered from x on.
func beneath(line, part string, x, partWidth, width int) string {
	left := ansi.Truncate(line, x, "")
	if gap := x - ansi.StringWidth(left); gap > 0 {
		left += strings.Repeat(" ", gap)
	}
	covered := x + partWidth
	want := min(ansi.StringWidth(line), width) - covered
	if want <= 0 {
		return left + part
	}
	right := ansi.TruncateLeft(line, covered, "")
	// A wide character that the box's edge cuts in two shows as a space.
	for n := covered; ansi.StringWidth(right) > want; {
		n++
		right = ansi.TruncateLeft(line, n, "")
	}
	return left + part + strings.Repeat(" ", want-ansi.StringWidth(right)) + right
}
