package importer

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
)

// What is read of a table to know it.
const (
	headBytes   = 128 << 10
	headRecords = 12 // the header may come after a title
	sampleRows  = 5
)

// source is a text that can be opened again and again.
type source struct {
	name string
	open func() (io.ReadCloser, error)
}

// head reads the first n bytes.
func (s source) head(n int64) ([]byte, error) {
	r, err := s.open()
	if err != nil {
		return nil, err
	}
	head, err := io.ReadAll(io.LimitReader(r, n))
	if err != nil {
		return nil, closed(fmt.Errorf("read %s: %w", s.name, err), r.Close)
	}
	return head, r.Close()
}

// closed closes what was read and gives the first thing that went wrong.
func closed(err error, shut func() error) error {
	if shutErr := shut(); err == nil {
		return shutErr
	}
	return err
}

// sheet is a table before anybody knows what it is.
type sheet struct {
	name     string
	head     []record // its first rows
	resaved  bool     // no network writes its files like this: dates and numbers may have been through Excel
	book     *book    // the workbook it is a sheet of, or nil
	from1904 bool
	part     string // the sheet's name there
	text     plain  // or the text it is
}

// plain is how a text is cut into cells.
type plain struct {
	source  source
	charset charset
	delim   byte
	sep     bool // its first line is «sep=;», not a row
}

// rows reads the table from its beginning. lines, unless nil, cuts a text into
// records in place of the CSV reader.
func (s sheet) rows(lines func(*bufio.Reader, int) records) (rows records, done func() error, err error) {
	if s.book != nil {
		return s.book.rows(s.part)
	}
	r, err := s.text.source.open()
	if err != nil {
		return nil, nil, err
	}
	csv := newCSV(s.text.charset.decoded(r), s.text.delim)
	if s.text.sep {
		if err := csv.skipLine(); err != nil {
			return nil, nil, closed(err, r.Close)
		}
	}
	if lines != nil {
		return lines(csv.r, csv.line), r.Close, nil
	}
	return csv, r.Close, nil
}

// skipLine passes over a line that is no record.
func (c *csvReader) skipLine() error {
	for {
		_, err := c.r.ReadSlice('\n')
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && !errors.Is(err, io.EOF):
			return err
		}
		c.line++
		return nil
	}
}

// text takes a text for a table.
func (v *visit) text(src source) error {
	raw, err := src.head(headBytes)
	if err != nil {
		return v.aside(src.name, err)
	}
	charset := charsetOf(raw)
	if charset == charsetNone || notText(raw) {
		return v.aside(src.name, noTable(src.name))
	}
	head, err := io.ReadAll(charset.decoded(bytes.NewReader(raw)))
	if err != nil {
		return fmt.Errorf("read %s: %w", src.name, err)
	}
	delim, after := delimiterOf(string(head))
	sep := len(after) != len(head)
	s := sheet{
		name:    src.name,
		resaved: delim != ',' || sep || charset != charsetUTF8,
		text:    plain{source: src, charset: charset, delim: delim, sep: sep},
	}
	s.head, err = headOf(after, delim, sep, len(raw) == headBytes)
	if err != nil {
		return v.aside(src.name, err)
	}
	return v.sheet(s)
}

// notText holds for the files people choose by mistake that begin with text.
func notText(raw []byte) bool {
	raw = bytes.TrimLeft(raw, "\xEF\xBB\xBF \t\r\n")
	for _, begin := range []string{"%PDF", "<!DOCTYPE", "<!doctype", "<html", "<?xml", "{", "[", "\x89PNG", "\xFF\xD8\xFF"} {
		if bytes.HasPrefix(raw, []byte(begin)) {
			return true
		}
	}
	return len(raw) == 0
}

// headOf reads the first records. Where the text goes on after the part that
// was read, the last record of it may be cut.
func headOf(text string, delim byte, sep, cut bool) ([]record, error) {
	csv := newCSV(bytes.NewReader([]byte(text)), delim)
	if sep {
		csv.line = 1
	}
	var head []record
	for len(head) < headRecords {
		rec, err := csv.next()
		if err != nil {
			return head, headFault(err, len(head), cut)
		}
		rec.cells = slices.Clone(rec.cells)
		head = append(head, rec)
	}
	return head, nil
}

// headFault judges the end of the part that was read: a quote that is open
// there may be closed after it, unless not even one record came before.
func headFault(err error, read int, cut bool) error {
	var damaged *DamagedError
	switch {
	case errors.Is(err, io.EOF), errors.As(err, &damaged) && read > 0:
		return nil
	case errors.As(err, &damaged) && cut:
		return &DamagedError{Line: 1, Hint: "La primera línea es demasiado larga para ser el encabezado de una tabla: descargue el archivo otra vez."}
	}
	return err
}
