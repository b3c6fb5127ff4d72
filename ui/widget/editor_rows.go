package widget

import (
	"strings"

	"faro/ui/theme"
)

// span is a row of an editor of several lines: cells[from:to].
type span struct{ from, to int }

// rows breaks the text into rows, between words where it can. One cell stays
// free for the cursor at the end of a row.
func (e *editor) rows(width int) []span {
	width = max(1, width-1)
	var rows []span
	start, used, gap := 0, 0, -1
	for i, c := range e.cells {
		if c == "\n" {
			rows = append(rows, span{start, i})
			start, used, gap = i+1, 0, -1
			continue
		}
		w := cellWidth(c)
		if used+w > width && i > start && c != " " {
			end := i
			if gap > start {
				end = gap
			}
			rows = append(rows, span{start, end})
			start, used, gap = end, widthOf(e.cells[end:i]), -1
		}
		used += w
		if c == " " {
			gap = i + 1
		}
	}
	return append(rows, span{start, len(e.cells)})
}

// rowOf is the row the cursor is on.
func (e *editor) rowOf(rows []span) int {
	at := 0
	for i, r := range rows {
		if r.from <= e.pos {
			at = i
		}
	}
	return at
}

// climb moves by rows. It says no at the first and the last row, so that a
// form may go on to the next field.
func (e *editor) climb(name string) bool {
	rows := e.rows(e.width)
	at, to := e.rowOf(rows), 0
	switch name {
	case "up":
		to = at - 1
	case "down":
		to = at + 1
	case "pgup":
		to = max(0, at-max(1, e.tall-1))
	case "pgdown":
		to = min(len(rows)-1, at+max(1, e.tall-1))
	default:
		return false
	}
	if to < 0 || to >= len(rows) {
		return false
	}
	e.pos = e.column(rows[to].from, rows[to].to, widthOf(e.cells[rows[at].from:e.pos]))
	// The end of a row broken between words is the beginning of the next.
	if to < len(rows)-1 && e.pos == rows[to+1].from && e.pos > rows[to].from {
		e.pos--
	}
	return true
}

// page draws an editor of several lines in exactly height rows of width cells.
// caret is the row of the cursor among them.
func (e *editor) page(th theme.Theme, width, height int, focused bool) (lines []string, caret int) {
	e.width, e.tall = width, height
	rows := e.rows(width)
	at := e.rowOf(rows)
	e.off = max(0, min(e.off, at, len(rows)-height))
	e.off = max(e.off, at-height+1)
	lines = make([]string, 0, height)
	for i := range height {
		switch row := e.off + i; {
		case row >= len(rows):
			lines = append(lines, blank(width))
		case focused && row == at:
			lines = append(lines, e.draw(th, rows[row].from, rows[row].to, width))
		default:
			lines = append(lines, Fit(strings.Join(e.cells[rows[row].from:rows[row].to], ""), width))
		}
	}
	return lines, at - e.off
}

// put moves the cursor to a row and column as last drawn.
func (e *editor) put(x, y int) {
	if !e.multi {
		e.pos = e.column(min(e.off, len(e.cells)), len(e.cells), x)
		return
	}
	rows := e.rows(e.width)
	r := rows[max(0, min(e.off+y, len(rows)-1))]
	e.pos = e.column(r.from, r.to, x)
}

func (e *editor) column(from, to, x int) int {
	for used := 0; from < to; from++ {
		used += cellWidth(e.cells[from])
		if used > x {
			break
		}
	}
	return from
}
