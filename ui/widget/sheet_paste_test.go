package widget_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"faro/model"
	"faro/ui/widget"
)

func TestCellsAreReadAsSpreadsheetsWriteThem(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       [][]string
	}{
		{"Excel: CRLF and one at the end", "a\tb\r\nc\td\r\n", [][]string{{"a", "b"}, {"c", "d"}}},
		{"as terminals send it", "a\tb\rc\td\r", [][]string{{"a", "b"}, {"c", "d"}}},
		{"LibreOffice", "a\tb\nc\td", [][]string{{"a", "b"}, {"c", "d"}}},
		{"empty cells", "\t\t1\n\n2", [][]string{{"", "", "1"}, {""}, {"2"}}},
		{"a cell with a line break", "\"uno\ndos\"\t3\r\n", [][]string{{"uno dos", "3"}}},
		{"a cell with a tab", "\"uno\tdos\"\t3", [][]string{{"uno dos", "3"}}},
		{"quotes in a quoted cell", "\"dijo \"\"hola\"\"\"\t3", [][]string{{`dijo "hola"`, "3"}}},
		{"quotes in a plain cell", "la \"feria\"\t3", [][]string{{`la "feria"`, "3"}}},
		{"a quote at the beginning of a plain cell", "\"La feria\" abre\t3\n4", [][]string{{`"La feria" abre`, "3"}, {"4"}}},
		{"a quote never closed", "\"abre\t3\n4", [][]string{{`"abre`, "3"}, {"4"}}},
		{"thousands with a hard space", "12\u00a0480\t 7 ", [][]string{{"12 480", "7"}}},
		{"escape sequences", "\x1b[31m5\x1b[0m\t\u202e6", [][]string{{"5", "6"}}},
		{"one line break", "\r\n", [][]string{{""}}},
		{"nothing", "", nil},
	} {
		got := widget.Cells(tt.text)
		if !slices.EqualFunc(got, tt.want, slices.Equal) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func FuzzCells(f *testing.F) {
	f.Add("a\t\"b\n\"\r\n")
	f.Add("\"\"\"\t\"")
	f.Fuzz(func(t *testing.T, text string) {
		for _, row := range widget.Cells(text) {
			for _, cell := range row {
				if cell != model.Clean(cell) {
					t.Fatalf("%q is not clean", cell)
				}
			}
		}
	})
}

// TestAColumnFromASpreadsheetFillsDown is the day of 40 numbers (the grid must
// accept a column copied from Excel).
func TestAColumnFromASpreadsheetFillsDown(t *testing.T) {
	s := sheet(plain(), month(10), 80, 14)
	s.Select(7, 3)
	c := s.Update(pasted("24,500\r\n18,200\r\n15,000\r\n12,480\r\n\r\n"))
	if want := []widget.Edit{{7, 3, "24,500"}, {8, 3, "18,200"}, {9, 3, "15,000"}}; !slices.Equal(c.Edits, want) {
		t.Errorf("edits = %v, want %v", c.Edits, want)
	}
	if c.Outside != 1 || !c.Used { // 12,480; the empty cell under it is no loss
		t.Errorf("outside = %d", c.Outside)
	}
	at(t, s, 7, 3)
}

func TestAPasteGoesRoundComputedColumns(t *testing.T) {
	columns := annex()
	columns[3].ReadOnly = true
	s := widget.NewSheet(plain(), columns...)
	s.SetRows(month(3))
	s.SetSize(80, 10)
	s.Select(0, 0) // N.º is computed: the first cell goes to Fecha
	c := s.Update(pasted("13/10/2026\tFeria\t500\tde más\n14/10/2026"))
	want := []widget.Edit{{0, 1, "13/10/2026"}, {0, 2, "Feria"}, {0, 4, "500"}, {1, 1, "14/10/2026"}}
	if !slices.Equal(c.Edits, want) || c.Outside != 1 {
		t.Errorf("edits = %v, outside %d", c.Edits, c.Outside)
	}
}

func TestAPasteWhileTyping(t *testing.T) {
	s := sheet(plain(), month(3), 80, 10)
	s.Select(0, 3)
	strike(s, "1")
	if c := s.Update(pasted("2,480\n")); len(c.Edits) > 0 || s.Typed() != "12,480" {
		t.Errorf("one cell: typed %q, edits %v", s.Typed(), c.Edits)
	}
	c := s.Update(pasted("5\t6"))
	if want := []widget.Edit{{0, 3, "5"}, {0, 4, "6"}}; !slices.Equal(c.Edits, want) || s.Editing() {
		t.Errorf("two cells: %v, editing %v", c.Edits, s.Editing())
	}
	s.SetRows(nil)
	if c := s.Update(pasted("1\t2\n3\t4")); len(c.Edits) > 0 || c.Outside != 4 {
		t.Errorf("into no rows: %+v", c)
	}
}

// TestNoPastedCellIsLost: what is written and what is outside is what was
// pasted, each cell where its place in the text says.
func TestNoPastedCellIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		columns := make([]widget.Column, rapid.IntRange(1, 6).Draw(t, "columns"))
		for i := range columns {
			columns[i] = widget.Column{Width: 5, ReadOnly: rapid.Bool().Draw(t, "read only")}
		}
		rows := make([][]widget.Cell, rapid.IntRange(0, 8).Draw(t, "rows"))
		for i := range rows {
			rows[i] = slices.Repeat([]widget.Cell{{Text: "antes"}}, len(columns))
		}
		s := widget.NewSheet(plain(), columns...)
		s.SetRows(rows)
		s.SetSize(40, 10)
		s.Select(rapid.IntRange(0, 8).Draw(t, "row"), rapid.IntRange(0, 6).Draw(t, "col"))
		row, col := s.Cursor()
		cells := rapid.SliceOfN(rapid.SliceOfN(rapid.StringMatching(`[a-z" \t\n]{0,4}[a-z0-9]`), 1, 5), 1, 6).Draw(t, "cells")
		c := s.Update(pasted(clipboard(cells, rapid.SampledFrom([]string{"\n", "\r\n", "\r"}).Draw(t, "break"))))

		free := []int{}
		for i := col; i < len(columns); i++ {
			if !columns[i].ReadOnly {
				free = append(free, i)
			}
		}
		widest := 0
		for _, line := range cells {
			widest = max(widest, len(line))
		}
		if widest == len(columns)-col && widest != len(free) { // A copy of the same form.
			free = free[:0]
			for i := col; i < len(columns); i++ {
				free = append(free, i)
			}
		}
		count, want := 0, map[string]string{}
		for y, line := range cells {
			for x, cell := range line {
				if row >= 0 && row+y < len(rows) && x < len(free) && columns[free[x]].ReadOnly {
					continue // Computed: it is not to be had from a paste.
				}
				count++
				if row >= 0 && row+y < len(rows) && x < len(free) {
					want[fmt.Sprint(row+y, free[x])] = model.Clean(cell)
				}
			}
		}
		for _, e := range c.Edits {
			if want[fmt.Sprint(e.Row, e.Col)] != e.Text {
				t.Fatalf("%+v, want %q", e, want[fmt.Sprint(e.Row, e.Col)])
			}
		}
		if len(c.Edits) != len(want) || len(c.Edits)+c.Outside != count {
			t.Fatalf("%d written and %d outside of %d pasted; %d have a place", len(c.Edits), c.Outside, count, len(want))
		}
	})
}

// clipboard writes cells as a spreadsheet does.
func clipboard(cells [][]string, end string) string {
	var b strings.Builder
	for _, row := range cells {
		for i, cell := range row {
			if i > 0 {
				b.WriteByte('\t')
			}
			if strings.ContainsAny(cell, "\t\n\"") {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			b.WriteString(cell)
		}
		b.WriteString(end)
	}
	return b.String()
}
