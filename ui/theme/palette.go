package theme

import "github.com/charmbracelet/lipgloss"

// colour is one meaning's colour: in full, brought down to 256 by the library,
// and by number where a terminal has only its own sixteen. The nearest of the
// sixteen is not left to arithmetic: it made the muted grey of the light
// palette white on white.
type colour struct{ full, basic string }

func (c colour) of() lipgloss.TerminalColor {
	return lipgloss.CompleteColor{TrueColor: c.full, ANSI256: c.full, ANSI: c.basic}
}

// palette holds one colour for each meaning. Plain text has none: it stays as
// the person set it.
type palette struct{ accent, met, due, late, muted, rule, selected colour }

var (
	light = palette{
		accent: colour{"#9E1B32", "5"}, met: colour{"#1B7F4B", "2"}, due: colour{"#9A6700", "3"},
		late: colour{"#C0262D", "1"}, muted: colour{"#656D76", "8"}, rule: colour{"#C9D1D9", "8"},
		selected: colour{"#F3E3E6", "7"},
	}
	dark = palette{
		accent: colour{"#E2566B", "13"}, met: colour{"#5FBF8F", "10"}, due: colour{"#E3B341", "11"},
		late: colour{"#FF7B72", "9"}, muted: colour{"#8B949E", "7"}, rule: colour{"#484F58", "8"},
		selected: colour{"#3D2228", "0"},
	}
)
