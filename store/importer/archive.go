package importer

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"faro/model"
)

// The most a ZIP may hold. A year of a ministry's files is 60 tables of some
// hundred kilobytes each.
const (
	maxEntries  = 500
	maxInflated = 512 << 20 // bytes of a table, which is read as a stream
	maxInMemory = 16 << 20  // bytes of a ZIP or workbook inside a ZIP
	maxRatio    = 200       // times smaller than what it holds; our own tables are some 10 times
	ratioFrom   = 1 << 20   // bytes below which the ratio says nothing
	encrypted   = 1         // the flag of an entry with a password
	maxDepth    = 1         // ZIPs inside a ZIP, and no ZIPs inside those
)

// archive takes the files in a ZIP one by one.
func (v *visit) archive(zr *zip.Reader, name string, depth int) error {
	if depth > maxDepth {
		return v.aside(name, overLimits(name, "lleva un ZIP dentro de otro ZIP más de una vez"))
	}
	if len(zr.File) > maxEntries {
		return v.aside(name, overLimits(name, "lleva más de "+model.Count(maxEntries)+" archivos"))
	}
	for _, entry := range zr.File {
		if err := v.ctx.Err(); err != nil {
			return fmt.Errorf("read ZIP: %w", err)
		}
		if entry.FileInfo().IsDir() || clutter(entry.Name) {
			continue
		}
		part := name + " › " + model.Clean(path.Base(strings.ReplaceAll(entry.Name, `\`, "/")))
		if err := v.entry(entry, part, depth); err != nil {
			return err
		}
	}
	return nil
}

// clutter holds for what systems leave in ZIPs.
func clutter(name string) bool {
	return strings.HasPrefix(name, "__MACOSX/") || strings.HasPrefix(path.Base(name), ".")
}

func (v *visit) entry(entry *zip.File, name string, depth int) error {
	if err := inflatable(entry, name); err != nil {
		return v.aside(name, err)
	}
	src := source{name: name, open: func() (io.ReadCloser, error) { return inflate(entry) }}
	magic, err := src.head(8)
	if err != nil {
		return v.aside(name, err)
	}
	if !bytes.HasPrefix(magic, zipMagic) && !bytes.HasPrefix(magic, oleMagic) {
		return v.text(src)
	}
	if entry.UncompressedSize64 > maxInMemory {
		return v.aside(name, overLimits(name, "ocupa más de 16 MB dentro del ZIP; extráigalo y elíjalo a él"))
	}
	inner, err := src.head(maxInMemory)
	if err != nil {
		return v.aside(name, err)
	}
	return v.part(bytes.NewReader(inner), int64(len(inner)), name, depth+1)
}

// inflatable refuses what would grow past all sense (a «zip bomb») by what the
// ZIP itself declares, to which it is held when it is read.
func inflatable(entry *zip.File, name string) error {
	if entry.Flags&encrypted != 0 {
		return overLimits(name, "está protegido con contraseña; extráigalo y elíjalo a él")
	}
	if entry.UncompressedSize64 > maxInflated {
		return overLimits(name, "ocupa más de 512 MB sin comprimir")
	}
	if entry.UncompressedSize64 > ratioFrom && entry.UncompressedSize64/maxRatio > entry.CompressedSize64 {
		return overLimits(name, "está comprimido más de 200 veces, como no lo está ninguna tabla")
	}
	return nil
}

// inflate opens a file of a ZIP. archive/zip holds it to the size and the
// checksum that the ZIP declares.
func inflate(entry *zip.File) (io.ReadCloser, error) {
	rc, err := entry.Open()
	if err != nil {
		return nil, damagedZip(err)
	}
	return inflated{rc}, nil
}

// inflated tells every fault as that of a damaged ZIP.
type inflated struct{ rc io.ReadCloser }

// Read implements io.Reader.
func (i inflated) Read(p []byte) (int, error) {
	n, err := i.rc.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		return n, damagedZip(err)
	}
	return n, err
}

// Close implements io.Closer.
func (i inflated) Close() error {
	if err := i.rc.Close(); err != nil {
		return damagedZip(err)
	}
	return nil
}

func damagedZip(err error) error {
	return &DamagedError{Hint: "El ZIP está cortado o dañado: descárguelo otra vez.", Err: err}
}

func overLimits(name, clause string) error {
	return &RefusedError{Name: name, What: "no se puede leer", Hint: "No se lee " + quoted(name) + ": " + clause + "."}
}

func quoted(s string) string { return "«" + s + "»" }
