package importer

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"faro/model"
)

// Table is one table of a file, known and ready to be read. It is not for use
// by several goroutines at once.
type Table struct {
	Name       string // the file, and the part of it
	Format     Format
	Network    model.Network
	Header     []string // the columns' names as they stand in the file
	HeaderLine int
	Notes      []string // Spanish sentences: what a file of this kind does not tell
	// Resaved says that no network writes its files like this: Excel, or
	// something like it, has been at the dates and the numbers.
	Resaved bool

	sheet     sheet
	spec      *spec
	opts      Options
	mapping   Mapping
	at        [fieldCount]int    // where the columns are, -1: nowhere
	sources   [fieldCount]string // their names
	sumSource string
	garbled   bool // its accents were broken by a wrong charset and can be mended
	survey    *Survey
}

// Rows reads the table from its first row to its last, one by one. An error is
// a *RejectError for a line that cannot be read, and the next row follows; any
// other ends the table: an *AskError when it has questions, a *DamagedError
// when the file breaks off.
func (t *Table) Rows(ctx context.Context) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		p, left := &pass{t: t, ctx: ctx}, false
		err := t.each(ctx, func(rec record) bool {
			row, err := p.row(rec)
			var reject *RejectError
			if err != nil && !errors.As(err, &reject) {
				p.fault = err
				return false
			}
			left = !yield(row, err)
			return !left
		})
		switch {
		case left:
		case p.fault != nil:
			yield(Row{}, p.fault)
		case err != nil:
			yield(Row{}, err)
		}
	}
}

// All reads the whole table into memory.
func (t *Table) All(ctx context.Context) (Batch, error) {
	var b Batch
	for row, err := range t.Rows(ctx) {
		var reject *RejectError
		switch {
		case errors.As(err, &reject):
			b.Rejects = append(b.Rejects, reject)
		case err != nil:
			return b, err
		default:
			b.Rows = append(b.Rows, row)
		}
	}
	return b, nil
}

// each gives every record after the header until take has had enough.
func (t *Table) each(ctx context.Context, take func(record) bool) (err error) {
	rows, done, err := t.sheet.rows(t.lines())
	if err != nil {
		return err
	}
	defer func() { err = closed(err, done) }()
	for n := 0; ; n++ {
		if n%512 == 0 && ctx.Err() != nil {
			return fmt.Errorf("read rows: %w", ctx.Err())
		}
		rec, err := rows.next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case rec.line <= t.HeaderLine:
			continue
		}
		if !take(rec) {
			return nil
		}
	}
}

// lines is the format's own way of cutting lines, for files as the network
// writes them.
func (t *Table) lines() func(*bufio.Reader, int) records {
	if t.spec.lines == nil || t.sheet.book != nil || t.sheet.text.delim != ',' {
		return nil
	}
	return func(r *bufio.Reader, line int) records { return t.spec.lines(r, line, len(t.Header)) }
}

// cell is what a record has in the column of a field, empty where there is
// none.
func (t *Table) cell(rec record, f Field) string {
	i := t.at[f]
	if f == NoField || i < 0 || i >= len(rec.cells) {
		return ""
	}
	return strings.TrimSpace(rec.cells[i])
}

// raw is the text of a cell with its accents in order.
func (t *Table) raw(rec record, f Field) string {
	if t.garbled {
		return mended(t.cell(rec, f))
	}
	return t.cell(rec, f)
}

// text is a cell made safe to show and to store, in one line.
func (t *Table) text(rec record, f Field) string { return model.Clean(t.raw(rec, f)) }

// early is the reason to skip a record that is of no publication.
func (t *Table) early(rec record) SkipReason {
	if t.spec.early == nil {
		return ""
	}
	return t.spec.early(t, rec)
}

// waived reports a needed column that the person goes on without.
func (t *Table) waived(f Field) bool { return slices.Contains(t.opts.Without, f) }

// decimal is the decimal mark that was told.
func (t *Table) decimal() Decimal {
	if t.opts.Decimal != DecimalUnknown {
		return t.opts.Decimal
	}
	return t.mapping.Decimal
}
