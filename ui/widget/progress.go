package widget

import (
	"fmt"
	"math"

	"faro/ui/theme"
)

// Progress is one line of exactly width cells for long work: a bar, the
// percentage and what is being done. Without a total there is no percentage
// and the bar is dotted. Where there is no room the text goes first and then
// the bar.
func Progress(th theme.Theme, width int, done, total int64, text string) string {
	percent := "     "
	if total > 0 {
		part := math.Max(0, math.Min(100, math.Floor(100*float64(done)/float64(total))))
		percent = fmt.Sprintf("%3.0f %%", part)
	}
	long := min(30, max(8, width/3))
	if width < long+len(percent)+2 {
		return Fit(percent, width)
	}
	line := Meter(th, long, int(done), int(total), th.Accent) + "  " + percent
	if room := width - long - len(percent) - 4; room > 0 && text != "" {
		line += "  " + th.Muted.Render(Cut(text, room))
	}
	return Fit(line, width)
}
