package exporter

import (
	"archive/zip"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"time"

	"faro/model/annex"
)

// packer is the archive of a workbook. It dates its parts with the report's
// own day, so that the same report gives the same bytes, and mends what the
// library leaves amiss.
type packer struct {
	*zip.Writer
	at time.Time
}

func newPacker(w io.Writer, at time.Time) *packer { return &packer{zip.NewWriter(w), at} }

// Create adds a part to the archive.
func (p *packer) Create(name string) (io.Writer, error) {
	w, err := p.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: p.at})
	switch {
	case err != nil:
		return nil, err
	case name == "[Content_Types].xml":
		return mender{w, sortTypes}, nil
	case strings.HasPrefix(name, "xl/worksheets/sheet"):
		return mender{w, mendResults}, nil
	}
	return w, nil
}

// AddFS is not used: a workbook is packed part by part.
func (p *packer) AddFS(fs.FS) error { return fs.ErrInvalid }

// mender mends a part, which is written to it in one piece.
type mender struct {
	w    io.Writer
	mend func([]byte) []byte
}

func (m mender) Write(part []byte) (int, error) {
	if _, err := m.w.Write(m.mend(part)); err != nil {
		return 0, err
	}
	return len(part), nil
}

var (
	numberAsText = regexp.MustCompile(` t="str"(><f>[^<]*</f><v>-?[0-9]+(?:\.[0-9]+)?</v>)`)
	noResult     = regexp.MustCompile(`( t="str"><f>[^<]*</f>)(</c>)`)
)

// mendResults makes numbers of formulas' results that are numbers: excelize
// calls every result a text, and a program that does not calculate would show
// them as such. A formula without a result gets «—», for excelize has no way
// to give one that is a text.
func mendResults(sheet []byte) []byte {
	sheet = numberAsText.ReplaceAll(sheet, []byte("$1"))
	return noResult.ReplaceAll(sheet, []byte("${1}<v>"+annex.Unused+"</v>$2"))
}

var defaultTypes = regexp.MustCompile(`(?:<Default [^>]*></Default>)+`)

// sortTypes puts the kinds of file in order, which excelize writes in that of
// a map, each time another.
func sortTypes(types []byte) []byte {
	return defaultTypes.ReplaceAllFunc(types, func(run []byte) []byte {
		all := strings.SplitAfter(string(run), "</Default>")
		slices.Sort(all)
		return []byte(strings.Join(all, ""))
	})
}
