package widget

import (
	"math"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"faro/model/directive"
	"faro/ui/theme"
)

// rest is the part of a meter still to be done. Where there are no colours to
// quieten it, a lighter shade does.
func rest(th theme.Theme) string {
	if th.Colourless {
		return "░"
	}
	return "▓"
}

// Meter draws how much of total is done as a bar width cells wide: ██████▓▓▓.
// It is full only when all is done and, with more than one cell, empty only
// when nothing is. With no
// total there is nothing to measure and the bar is dotted.
func Meter(th theme.Theme, width, done, total int, look lipgloss.Style) string {
	if width <= 0 {
		return ""
	}
	if total <= 0 {
		return th.Muted.Render(strings.Repeat("·", width))
	}
	full := share(width, int64(done), int64(total))
	return bar(look, "█", full) + bar(th.Rule, rest(th), width-full)
}

// Drain draws days left of so many as a bar that empties: ███▓▓▓▓. Overdue
// shows an empty bar in the look given, and so does a bar of no days at all.
func Drain(th theme.Theme, width, left, of int, look lipgloss.Style) string {
	if width <= 0 {
		return ""
	}
	if left < 0 || of <= 0 {
		return bar(look, rest(th), width)
	}
	full := share(width, int64(left), int64(of))
	return bar(look, "█", full) + bar(th.Rule, rest(th), width-full)
}

// bar is n times the same mark.
func bar(look lipgloss.Style, mark string, n int) string {
	if n <= 0 {
		return ""
	}
	return look.Render(strings.Repeat(mark, n))
}

// share is done/total of width, rounded, but whole only for all of it and none
// only for nothing.
func share(width int, done, total int64) int {
	switch {
	case done <= 0:
		return 0
	case done >= total:
		return width
	}
	n := int(math.Round(float64(width) * float64(done) / float64(total)))
	if width == 1 {
		return 0
	}
	return max(1, min(n, width-1))
}

// StripDay is one day of a Strip. Level goes from 0, nothing done, to 1, all of
// it; it counts only if Known.
type StripDay struct {
	Known  bool
	Level  float64
	Status directive.Status
}

// Strip draws one cell a day: the height tells how much was done, · a day
// without a verdict, j a justified one. Colour only repeats it.
func Strip(th theme.Theme, days []StripDay) string {
	var b strings.Builder
	for _, d := range days {
		switch {
		case d.Status == directive.Justified:
			b.WriteString(th.Of(d.Status).Render(d.Status.Mark()))
		case !d.Known:
			b.WriteString(th.Muted.Render("·"))
		default:
			b.WriteString(th.Of(d.Status).Render(column(d.Level)))
		}
	}
	return b.String()
}

// Spark draws numbers as columns, the last width of them, scaled so that the
// largest is full. NaN is an unknown number and is dotted.
func Spark(width int, values []float64, look lipgloss.Style) string {
	if width <= 0 {
		return ""
	}
	values = values[max(0, len(values)-width):]
	most := 0.0
	for _, v := range values {
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			most = max(most, v)
		}
	}
	var b strings.Builder
	for _, v := range values {
		switch {
		case math.IsNaN(v):
			b.WriteString("·")
		case most <= 0:
			b.WriteString(column(0))
		default:
			b.WriteString(column(v / most))
		}
	}
	return look.Render(b.String())
}

// column is one of eight heights. Only all of it fills the cell, and only
// nothing leaves the lowest line.
func column(level float64) string {
	switch {
	case math.IsNaN(level) || level <= 0:
		return "▁"
	case level >= 1:
		return "█"
	}
	heights := []string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"}
	return heights[max(1, min(6, int(math.Round(level*8))-1))]
}
