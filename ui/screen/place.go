package screen

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

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
