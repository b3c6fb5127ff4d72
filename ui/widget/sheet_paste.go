package widget

import (
	"strings"

	"faro/model"
)

// paste fills the sheet from the cursor on with the cells of a spreadsheet. The
// columns of the text go to the columns that can be filled in, in their order;
// an edit in progress gives way, as its cell is the first to be filled. A
// text of one cell pasted while editing goes into the edit.
func (s *Sheet) paste(text string) Change {
	cells := Cells(text)
	if s.edit != nil && len(cells) == 1 && len(cells[0]) == 1 {
		s.edit.insert(cells[0][0])
		return Change{Used: true}
	}
	s.edit = nil
	first := s.list.Cursor()
	cols := s.columnsFor(cells)
	done := Change{Used: true}
	for y, line := range cells {
		for x, cell := range line {
			row := first + y
			if first < 0 || row >= len(s.rows) || x >= len(cols) {
				if cell != "" {
					done.Outside++
				}
				continue
			}
			if !s.columns[cols[x]].ReadOnly && cell != s.cell(row, cols[x]).Text {
				done.Edits = append(done.Edits, Edit{row, cols[x], cell})
			}
		}
	}
	return done
}

// columnsFor are the columns that pasted cells go to: those that can be filled
// in, in their order. Rows copied from a sheet of the same form bring the
// computed columns along, and then every cell goes to its own column.
func (s *Sheet) columnsFor(cells [][]string) []int {
	widest := 0
	for _, line := range cells {
		widest = max(widest, len(line))
	}
	fillable := s.fillableFrom(s.col)
	if widest == len(fillable) || widest != len(s.columns)-s.col {
		return fillable
	}
	all := make([]int, widest)
	for i := range all {
		all[i] = s.col + i
	}
	return all
}

// fillableFrom are the columns that can be filled in, from col on.
func (s *Sheet) fillableFrom(col int) []int {
	var cols []int
	for i := col; i < len(s.columns); i++ {
		if !s.columns[i].ReadOnly {
			cols = append(cols, i)
		}
	}
	return cols
}

// Cells reads text as spreadsheets put it on the clipboard: rows by line
// breaks, cells by tabs, cells with breaks or tabs of their own in quotes with
// inner quotes doubled. Line breaks may be CRLF, LF or, as most terminals send
// them, CR. Every cell comes out as one clean line. A line break at the end
// begins no row.
func Cells(text string) [][]string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	if text == "" {
		return nil
	}
	var rows [][]string
	var row []string
	for {
		cell, rest := nextCell(text)
		row = append(row, model.Clean(cell))
		if strings.HasPrefix(rest, "\t") {
			text = rest[1:]
			continue
		}
		rows = append(rows, row)
		if len(rest) <= 1 { // The end, or the last line break.
			return rows
		}
		row, text = nil, rest[1:]
	}
}

// nextCell cuts the first cell off; rest begins with what ended it.
func nextCell(text string) (cell, rest string) {
	if strings.HasPrefix(text, `"`) {
		if cell, rest, ok := quoted(text[1:]); ok {
			return cell, rest
		}
	}
	if end := strings.IndexAny(text, "\t\n"); end >= 0 {
		return text[:end], text[end:]
	}
	return text, ""
}

// quoted reads a cell up to its closing quote. A quote in the middle of a cell,
// or one never closed, is a plain character: the text was not quoted.
func quoted(text string) (cell, rest string, ok bool) {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, `"`)
		if !found {
			return "", "", false
		}
		b.WriteString(before)
		switch {
		case strings.HasPrefix(after, `"`):
			b.WriteByte('"')
			text = after[1:]
		case after == "" || after[0] == '\t' || after[0] == '\n':
			return b.String(), after, true
		default:
			return "", "", false
		}
	}
}
