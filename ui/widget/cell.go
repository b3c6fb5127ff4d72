package widget

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
)

// ellipsis stands where text was left out.
const ellipsis = "…"

// Fit makes s exactly width cells wide: cut with … or filled with spaces at
// the right. Colours in s stay; anything else that would move the terminal's
// cursor or turn the direction of the text goes.
func Fit(s string, width int) string {
	s, w := cut(s, width)
	return s + blank(width-w)
}

// Right is Fit with the spaces at the left, for numbers.
func Right(s string, width int) string {
	s, w := cut(s, width)
	return blank(width-w) + s
}

// Centre is Fit with the spaces on both sides.
func Centre(s string, width int) string {
	s, w := cut(s, width)
	left := (width - w) / 2
	return blank(left) + s + blank(width-w-left)
}

// Cut shortens s to at most width cells, with … where text was left out, and
// fills nothing up.
func Cut(s string, width int) string {
	s, _ = cut(s, width)
	return s
}

// Width is how many cells s takes once drawn.
func Width(s string) int {
	_, w := cut(s, maxWidth)
	return w
}

// maxWidth is wider than any terminal.
const maxWidth = 1 << 30

func cut(s string, width int) (string, int) {
	if width <= 0 {
		return "", 0
	}
	if plain(s) {
		if len(s) <= width {
			return s, len(s)
		}
		return s[:width-1] + ellipsis, width
	}
	s = alone(tame(s))
	w := ansi.StringWidth(s)
	if w > width {
		s = ansi.Truncate(s, width, ellipsis)
		w = ansi.StringWidth(s)
	}
	return s, w
}

// spaces are cut from to fill cells without making a string each time.
const spaces = "                                                                                                    "

func blank(n int) string {
	if n <= 0 {
		return ""
	}
	if n <= len(spaces) {
		return spaces[:n]
	}
	return strings.Repeat(" ", n)
}

// Wrap breaks s into lines of at most width cells, between words where it can.
// Line breaks in s are kept. Wrap first and paint each line afterwards: a
// colour that began on one line would run over what stands beside the next.
func Wrap(s string, width int) []string {
	if width <= 0 {
		return nil
	}
	var lines []string
	for paragraph := range strings.SplitSeq(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		lines = wrapWords(lines, strings.Split(tame(paragraph), " "), width)
	}
	return lines
}

func wrapWords(lines, words []string, width int) []string {
	line, used := "", 0
	for _, word := range words {
		w := ansi.StringWidth(word)
		if word == "" {
			continue
		}
		if used > 0 && used+1+w <= width {
			line, used = line+" "+word, used+1+w
			continue
		}
		if used > 0 {
			lines = append(lines, line)
		}
		for w > width {
			var head string
			head, word = split(word, width)
			lines, w = append(lines, head), ansi.StringWidth(word)
		}
		line, used = word, w
	}
	return append(lines, line)
}

// split cuts a word too long for a line; a character wider than the line gives
// way to an ellipsis, so that the rest always becomes shorter.
func split(word string, width int) (head, rest string) {
	head = ansi.Truncate(word, width, "")
	if w := ansi.StringWidth(head); w > 0 {
		return head, ansi.TruncateLeft(word, w, "")
	}
	return ellipsis, ansi.TruncateLeft(word, 2, "")
}

// Lines draws exactly height lines of exactly width cells: what is too long or
// too many is cut, what is missing is blank.
func Lines(width, height int, lines []string) string {
	if width <= 0 || height <= 0 {
		return ""
	}
	var b strings.Builder
	b.Grow(height * (width + 8))
	for i := range height {
		if i > 0 {
			b.WriteByte('\n')
		}
		if i < len(lines) {
			b.WriteString(Fit(lines[i], width))
		} else {
			b.WriteString(blank(width))
		}
	}
	return b.String()
}

// Join puts blocks of text side by side. Each block is as wide as its widest
// line; a block with fewer lines is blank below. Cells of one line, made with
// Fit, are simply joined.
func Join(cols ...string) string {
	blocks, widths, height := make([][]string, len(cols)), make([]int, len(cols)), 0
	for i, c := range cols {
		blocks[i] = strings.Split(c, "\n")
		height = max(height, len(blocks[i]))
		for _, line := range blocks[i] {
			widths[i] = max(widths[i], Width(line))
		}
	}
	var b strings.Builder
	for y := range height {
		if y > 0 {
			b.WriteByte('\n')
		}
		for i, block := range blocks {
			if y < len(block) {
				b.WriteString(Fit(block[y], widths[i]))
			} else {
				b.WriteString(blank(widths[i]))
			}
		}
	}
	return b.String()
}

// pen is a style taken apart once, so that a cell costs no rendering.
type pen struct{ on, off string }

func penOf(s lipgloss.Style) pen {
	on, off, ok := strings.Cut(s.Inline(true).Render("x"), "x")
	if !ok {
		return pen{}
	}
	return pen{on, off}
}

func (p pen) draw(s string) string {
	if p.on == "" || s == "" {
		return s
	}
	return p.on + s + p.off
}
