package importer

import (
	"context"
	"errors"
	"strings"
	"unicode/utf8"

	"faro/model"
	"faro/model/permalink"
)

// maxText is how much of what a post says is kept, in letters.
const maxText = 200

// pass is one reading of a table from its first row to its last.
type pass struct {
	t     *Table
	ctx   context.Context
	fault error // what ended it
	last  dated // the last date read: files come in order of days
}

// row takes a record through the steps of its format.
func (p *pass) row(rec record) (Row, error) {
	row := Row{Line: rec.line}
	row.Post.Kind, row.Post.Origin = model.Publication, model.ByFile
	if row.Skip = p.t.early(rec); row.Skip != "" {
		if row.Skip == SkipFooter {
			row.warn(footerWarning)
		}
		return row, nil
	}
	if err := p.shape(rec); err != nil {
		return row, err
	}
	for _, take := range p.t.spec.steps {
		if err := take(p, rec, &row); err != nil {
			return row, err
		}
		if row.Skip != "" {
			break
		}
	}
	return row, nil
}

// shape refuses a record that has not as many cells as the header. A workbook
// leaves out the blank ones at the end.
func (p *pass) shape(rec record) error {
	got, want := len(rec.cells), len(p.t.Header)
	switch {
	case rec.broken != "":
		return p.reject(rec, rec.broken)
	case got < want && p.t.sheet.book == nil:
		return p.reject(rec, "tiene "+model.Count(int64(got))+" celdas y el encabezado "+model.Count(int64(want))+": está cortada")
	case got > want && !(record{cells: rec.cells[want:]}).blank():
		return p.reject(rec, "tiene "+model.Count(int64(got))+" celdas y el encabezado "+model.Count(int64(want))+": le sobra un separador o le faltan comillas")
	}
	return nil
}

// reject refuses a record with a Spanish clause, which may quote the file.
func (p *pass) reject(rec record, reason string) error {
	return &RejectError{Line: rec.line, Reason: model.Clean(reason)}
}

// cell is what a record has in the column of a field.
func (p *pass) cell(rec record, f Field) string { return p.t.cell(rec, f) }

// text is a cell made safe to show and to store, in one line.
func (p *pass) text(rec record, f Field) string { return p.t.text(rec, f) }

// shortened cuts a text to so many letters, the last of which tells that it
// was cut.
func shortened(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	letters := []rune(s)
	return strings.TrimRight(string(letters[:most-1]), " ") + "…"
}

// skipped is the reason to skip a row that the refusal of its link gives.
func skipped(err error) SkipReason {
	var refused *permalink.Error
	if !errors.As(err, &refused) {
		return ""
	}
	switch refused.Reason {
	case permalink.Story:
		return SkipStory
	case permalink.Ghost:
		return SkipGhost
	case permalink.NotLink, permalink.Unsafe, permalink.OtherSite, permalink.Mirror, permalink.NotPost, permalink.Incomplete:
	}
	return ""
}

// link reads a link of the table's network. A link that tells of a story or a
// deleted post gives the row its reason to be skipped.
func (p *pass) link(rec record, row *Row, raw string) (permalink.Link, error) {
	link, err := permalink.Parse(raw)
	if reason := skipped(err); reason != "" {
		row.Skip = reason
		return link, nil
	}
	switch {
	case err != nil:
		return link, p.reject(rec, "no se entiende el enlace «"+shortened(raw, 60)+"»")
	case model.Network(link.Network) != p.t.Network:
		return link, p.reject(rec, "el enlace es de "+model.Network(link.Network).Label()+" y el archivo de "+p.t.Network.Label())
	}
	row.Post.Link = link.URL
	return link, nil
}
