package widget

import (
	"strings"

	"faro/ui/theme"
)

// Highlight draws a row under the cursor: the selection's look lies under the
// whole width of it, and what colours the row has of its own stay. Without
// colours reverse would drown the row's marks, so it is left as it is, and the
// bar before it tells.
func Highlight(th theme.Theme, line string, width int) string {
	line = Fit(line, width)
	on, off, ok := strings.Cut(th.Selected.Render("x"), "x")
	if !ok || th.Colourless {
		return line
	}
	for _, reset := range []string{"\x1b[0m", "\x1b[m"} {
		line = strings.ReplaceAll(line, reset, reset+on)
	}
	return on + line + off
}
