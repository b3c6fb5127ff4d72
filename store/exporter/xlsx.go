package exporter

import (
	"fmt"
	"io"
	"time"

	"faro/model"
	"faro/model/annex"

	"github.com/xuri/excelize/v2"
)

// XLSX writes the report as a workbook: a cover sheet «Resumen» and one sheet
// for each network with its monthly tables under the headings of Annex 3.
// Every sheet prints on A4. The rates are formulas with their results beside
// them, so that programs that do not calculate show them too.
func XLSX(w io.Writer, q annex.Quarterly) (err error) {
	f := excelize.NewFile()
	defer func() {
		if closing := f.Close(); err == nil {
			err = closing
		}
	}()
	b := &book{f: f, looks: map[look]int{}}
	b.properties(q)
	b.summary(q)
	for _, s := range q.Networks {
		b.network(q, s)
	}
	if b.err != nil {
		return fmt.Errorf("make workbook: %w", b.err)
	}
	f.SetActiveSheet(0)
	f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return newPacker(w, midnight(q)) })
	return f.Write(w)
}

// midnight is when the report's day began, the only moment its files bear: the
// same report gives the same bytes.
func midnight(q annex.Quarterly) time.Time {
	if q.Made.IsZero() {
		return time.Unix(0, 0).UTC()
	}
	return q.Made.Start().UTC()
}

func (b *book) properties(q annex.Quarterly) {
	at := midnight(q).Format(time.RFC3339)
	author := model.Clean(q.Entity.Name)
	b.do(func() error { return b.f.SetDefaultFont(fontName) })
	b.do(func() error {
		return b.f.SetDocProps(&excelize.DocProperties{
			Title:          "Informe trimestral sobre cuentas de redes sociales (Anexo 3) – " + q.Quarter.Title(),
			Subject:        "Directiva N° 03-2022-PCM/SCS, numeral 6.3.2",
			Creator:        author,
			LastModifiedBy: author,
			Created:        at,
			Modified:       at,
			Language:       "es-PE",
			Version:        fmt.Sprintf("v%d", q.Version),
		})
	})
	b.do(func() error {
		return b.f.SetAppProps(&excelize.AppProperties{Application: "faro", Company: author})
	})
}

// book is a workbook being made. After the first failure its methods do
// nothing, and err tells what it was.
type book struct {
	f     *excelize.File
	looks map[look]int
	err   error
}

func (b *book) do(step func() error) {
	if b.err == nil {
		b.err = step()
	}
}

// sheet is one of its sheets, written from the top down.
type sheet struct {
	*book
	name   string
	widths []float64 // of its columns, in characters
	row    int       // the next one to be written
}

// sheet adds a sheet; the first takes the place of the one every workbook
// begins with.
func (b *book) sheet(name string, widths ...float64) *sheet {
	s := &sheet{book: b, name: name, widths: widths, row: 1}
	b.do(func() error {
		if first := b.f.GetSheetName(0); len(b.looks) == 0 {
			return b.f.SetSheetName(first, name)
		}
		_, err := b.f.NewSheet(name)
		return err
	})
	for i, width := range widths {
		column := columnName(i)
		b.do(func() error { return b.f.SetColWidth(name, column, column, width) })
	}
	return s
}

// put writes a value in a column of the current row. Strings are cleaned and
// stay text whatever they begin with (S29).
func (s *sheet) put(column int, value any, l look) {
	cell := s.cell(column)
	s.do(func() error {
		if text, ok := value.(string); ok {
			return s.f.SetCellStr(s.name, cell, model.Clean(text))
		}
		return s.f.SetCellValue(s.name, cell, value)
	})
	s.style(column, column, l)
}

// formula writes a formula with its result, or without one where there is no
// number: the packer then writes «—».
func (s *sheet) formula(column int, formula string, result float64, known bool, l look) {
	if known {
		s.put(column, result, l)
	}
	s.style(column, column, l)
	s.do(func() error { return s.f.SetCellFormula(s.name, s.cell(column), formula) })
}

// wide writes a text over columns from to to, and makes the row as high as the
// text needs.
func (s *sheet) wide(from, to int, text string, l look) {
	s.put(from, text, l)
	s.style(from, to, l)
	if to > from {
		s.do(func() error { return s.f.MergeCell(s.name, s.cell(from), s.cell(to)) })
	}
	s.height(linesOf(text, s.span(from, to), l) * l.leading())
}

func (s *sheet) style(from, to int, l look) {
	s.do(func() error {
		id, err := s.id(l)
		if err != nil {
			return err
		}
		return s.f.SetCellStyle(s.name, s.cell(from), s.cell(to), id)
	})
}

func (s *sheet) height(points float64) {
	s.do(func() error { return s.f.SetRowHeight(s.name, s.row, min(points, excelize.MaxRowHeight)) })
}

// span is the width of columns from to to, in characters.
func (s *sheet) span(from, to int) float64 {
	var sum float64
	for _, w := range s.widths[from : to+1] {
		sum += w
	}
	return sum
}

func (s *sheet) last() int              { return len(s.widths) - 1 }
func (s *sheet) cell(column int) string { return cellName(column, s.row) }
func (s *sheet) next()                  { s.row++ }
func (s *sheet) space(points float64)   { s.height(points); s.next() }
func cellName(column, row int) string   { return fmt.Sprintf("%s%d", columnName(column), row) }
func columnName(column int) string      { return string(rune('A' + column)) }
func absolute(column, row int) string   { return fmt.Sprintf("$%s$%d", columnName(column), row) }

// at is a cell as formulas of other sheets name it.
func (s *sheet) at(column, row int) string {
	return fmt.Sprintf("'%s'!%s", s.name, absolute(column, row))
}
