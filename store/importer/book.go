package importer

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"faro/model"
)

// The most a workbook may hold. excelize keeps all of it in memory.
const (
	maxBook      = 16 << 20 // bytes of the file
	maxBookTotal = 64 << 20 // bytes of all its parts, and of a sheet
	maxBookPart  = 16 << 20 // bytes of any other part
	maxSheets    = 20
)

// book is a workbook of Excel.
type book struct {
	r    io.ReaderAt
	size int64
}

func isWorkbook(zr *zip.Reader) bool {
	return slices.ContainsFunc(zr.File, func(f *zip.File) bool {
		return strings.EqualFold(strings.ReplaceAll(f.Name, `\`, "/"), "xl/workbook.xml")
	})
}

// workbook takes the sheets of a workbook one by one.
func (v *visit) workbook(r io.ReaderAt, size int64, zr *zip.Reader, name string) error {
	if err := readable(zr, size, name); err != nil {
		return v.aside(name, err)
	}
	b := &book{r, size}
	sheets, err := b.heads()
	if err != nil {
		return v.aside(name, err)
	}
	for _, s := range sheets {
		if len(s.head) == 0 {
			continue
		}
		s.name = name
		if len(sheets) > 1 {
			s.name += " › " + model.Clean(s.part)
		}
		if err := v.sheet(s); err != nil {
			return err
		}
	}
	return nil
}

// readable refuses a workbook that would take too much memory.
func readable(zr *zip.Reader, size int64, name string) error {
	if size > maxBook || len(zr.File) > maxEntries {
		return overLimits(name, "el libro es demasiado grande; guárdelo como CSV")
	}
	total := uint64(0)
	for _, part := range zr.File {
		if err := inflatable(part, name); err != nil {
			return err
		}
		total += part.UncompressedSize64
		isSheet := strings.HasPrefix(strings.ToLower(part.Name), "xl/worksheets/")
		if total > maxBookTotal || !isSheet && part.UncompressedSize64 > maxBookPart {
			return overLimits(name, "el libro es demasiado grande; guárdelo como CSV")
		}
	}
	return nil
}

// intact reads what holds the cells to its end, where the ZIP keeps a checksum.
// excelize takes a part that breaks off for a short one.
func (b *book) intact() error {
	zr, err := zip.NewReader(b.r, b.size)
	if err != nil {
		return damagedBook(err)
	}
	for _, part := range zr.File {
		name := strings.ToLower(part.Name)
		if !strings.HasPrefix(name, "xl/worksheets/") && name != "xl/sharedstrings.xml" {
			continue
		}
		r, err := inflate(part)
		if err != nil {
			return damagedBook(err)
		}
		if _, err := io.Copy(io.Discard, r); err != nil {
			return closed(damagedBook(err), r.Close)
		}
		if err := r.Close(); err != nil {
			return damagedBook(err)
		}
	}
	return nil
}

// open opens the workbook. Raw values keep dates as numbers and the digits of
// numbers as they are.
func (b *book) open() (f *excelize.File, err error) {
	defer recovered(&err)
	f, err = excelize.OpenReader(io.NewSectionReader(b.r, 0, b.size), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxBookTotal, UnzipXMLSizeLimit: maxBookTotal,
	})
	if err != nil {
		return nil, damagedBook(err)
	}
	return f, nil
}

// recovered turns a panic of excelize on a malformed file into an error.
func recovered(err *error) {
	if fault := recover(); fault != nil {
		*err = damagedBook(fmt.Errorf("%v", fault))
	}
}

// heads reads the first rows of every sheet.
func (b *book) heads() (sheets []sheet, err error) {
	f, err := b.open()
	if err != nil {
		return nil, err
	}
	defer func() { err = closed(err, f.Close) }()
	from1904 := countsFrom1904(f)
	names := f.GetSheetList()
	for _, name := range names[:min(len(names), maxSheets)] {
		rows, err := newSheetRows(f, name)
		if err != nil {
			return nil, err
		}
		s := sheet{part: name, book: b, resaved: true, from1904: from1904}
		for len(s.head) < headRecords && err == nil {
			var rec record
			if rec, err = rows.next(); err == nil {
				s.head = append(s.head, rec)
			}
		}
		if !errors.Is(err, io.EOF) && err != nil {
			return nil, err
		}
		sheets = append(sheets, s)
	}
	return sheets, nil
}

// countsFrom1904 reports a workbook that counts days from 1904, as old ones of
// the Mac do.
func countsFrom1904(f *excelize.File) bool {
	props, err := f.GetWorkbookProps()
	return err == nil && props.Date1904 != nil && *props.Date1904
}

// rows reads a sheet from its beginning.
func (b *book) rows(name string) (records, func() error, error) {
	if err := b.intact(); err != nil {
		return nil, nil, err
	}
	f, err := b.open()
	if err != nil {
		return nil, nil, err
	}
	rows, err := newSheetRows(f, name)
	if err != nil {
		return nil, nil, closed(err, f.Close)
	}
	return rows, f.Close, nil
}

// sheetRows gives the rows of a sheet as records.
type sheetRows struct {
	rows *excelize.Rows
	line int
}

func newSheetRows(f *excelize.File, name string) (r *sheetRows, err error) {
	defer recovered(&err)
	rows, err := f.Rows(name)
	if err != nil {
		return nil, damagedBook(err)
	}
	return &sheetRows{rows: rows}, nil
}

// next reads the next row with anything in it.
func (s *sheetRows) next() (rec record, err error) {
	defer recovered(&err)
	for s.rows.Next() {
		s.line++
		cells, err := s.rows.Columns()
		if err != nil {
			return record{}, damagedBook(err)
		}
		rec := record{line: s.line, cells: cells}
		if len(cells) > maxColumns {
			rec.broken, rec.cells = csvFlaws{wide: true}.clause(), nil
		}
		if !rec.blank() {
			return rec, nil
		}
	}
	if err := s.rows.Error(); err != nil {
		return record{}, damagedBook(err)
	}
	return record{}, io.EOF
}

func damagedBook(err error) error {
	return &DamagedError{Hint: "El libro de Excel está dañado: ábralo en Excel y guárdelo otra vez, o guárdelo como CSV.", Err: err}
}

func oldWorkbook(name string) error {
	return &RefusedError{
		Name: name, What: "libro de Excel antiguo o con contraseña",
		Hint: "El archivo es un libro de Excel antiguo (.xls) o con contraseña: ábralo en Excel y guárdelo como .xlsx sin contraseña o como CSV.",
	}
}
