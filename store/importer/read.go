package importer

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"faro/model"
)

// File is what was found in a file: usually one table, several in a ZIP.
type File struct {
	Name   string
	Tables []*Table
	Asides []Aside // what else is in it and does not serve

	r    io.ReaderAt
	size int64
}

// Aside is a part of a file that is not read.
type Aside struct {
	Name   string
	Reason string // one Spanish sentence
}

// Read recognises a file of one of the networks. It reads only as much as it
// takes to know the columns; the rows are read by Table.Rows, and r must stay
// open until then. name is shown to people and means nothing.
//
// The error is an *UnknownError for a table nobody knows, a *RefusedError for
// one that is known not to serve, a *DamagedError for a broken file.
func Read(ctx context.Context, r io.ReaderAt, size int64, name string, opts Options) (File, error) {
	return read(ctx, r, size, name, opts, nil)
}

// ReadMapped reads a table that Read does not know, with the columns a person
// pointed out.
func ReadMapped(ctx context.Context, r io.ReaderAt, size int64, name string, m Mapping, opts Options) (File, error) {
	return read(ctx, r, size, name, opts, &m)
}

func read(ctx context.Context, r io.ReaderAt, size int64, name string, opts Options, forced *Mapping) (File, error) {
	v := visit{ctx: ctx, opts: opts, forced: forced}
	v.file = File{Name: model.Clean(name), r: r, size: size}
	if err := v.part(r, size, v.file.Name, 0); err != nil {
		return File{}, err
	}
	if len(v.file.Tables) == 0 {
		return File{}, v.reason()
	}
	return v.file, nil
}

// SHA256 is the fingerprint of the whole file, in hex, by which its figures
// are traced to it.
func (f File) SHA256(ctx context.Context) (string, error) {
	sum, block := sha256.New(), make([]byte, 1<<20)
	for at := int64(0); at < f.size; at += int64(len(block)) {
		if err := ctx.Err(); err != nil {
			return "", fmt.Errorf("hash file: %w", err)
		}
		part := block[:min(int64(len(block)), f.size-at)]
		if _, err := f.r.ReadAt(part, at); err != nil && !errors.Is(err, io.EOF) {
			return "", fmt.Errorf("hash file: %w", err)
		}
		sum.Write(part)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// visit walks through the parts of one file.
type visit struct {
	ctx    context.Context
	opts   Options
	forced *Mapping
	file   File
	faults []error
}

// The beginnings by which files are told apart.
var (
	zipMagic = []byte("PK\x03\x04")
	oleMagic = []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
)

// part takes a file, or a file inside a file, for what its first bytes say.
func (v *visit) part(r io.ReaderAt, size int64, name string, depth int) error {
	magic := make([]byte, min(8, size))
	if _, err := r.ReadAt(magic, 0); err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("read file: %w", err)
	}
	switch {
	case bytes.HasPrefix(magic, zipMagic):
		zr, err := zip.NewReader(r, size)
		if err != nil {
			return v.aside(name, damagedZip(err))
		}
		if isWorkbook(zr) {
			return v.workbook(r, size, zr, name)
		}
		return v.archive(zr, name, depth)
	case bytes.HasPrefix(magic, oleMagic):
		return v.aside(name, oldWorkbook(name))
	}
	return v.text(source{name: name, open: func() (io.ReadCloser, error) {
		return io.NopCloser(io.NewSectionReader(r, 0, size)), nil
	}})
}

// sheet takes one table for what the names of its columns say.
func (v *visit) sheet(s sheet) error {
	t, err := recognise(s, v.opts, v.forced)
	if err != nil {
		return v.aside(s.name, err)
	}
	v.file.Tables = append(v.file.Tables, t)
	return nil
}

// aside puts away a part that does not serve. Faults of the machine, not of
// the part, end the walk.
func (v *visit) aside(name string, err error) error {
	var (
		unknown *UnknownError
		refused *RefusedError
		damaged *DamagedError
		mapping model.FieldErrors
	)
	switch {
	case errors.As(err, &unknown), errors.As(err, &refused), errors.As(err, &damaged), errors.As(err, &mapping):
		v.faults = append(v.faults, err)
		v.file.Asides = append(v.file.Asides, Aside{Name: name, Reason: err.Error()})
		return nil
	}
	return err
}

// reason is why nothing in the file serves: the part that comes nearest to
// serving gives it.
func (v *visit) reason() error {
	best := noTable(v.file.Name)
	rank := 0
	for _, err := range v.faults {
		if r := nearness(err); r > rank {
			best, rank = err, r
		}
	}
	return best
}

func nearness(err error) int {
	var (
		unknown *UnknownError
		refused *RefusedError
		damaged *DamagedError
	)
	switch {
	case errors.As(err, &unknown) && unknown.Format != "":
		return 5
	case errors.As(err, &damaged):
		return 4
	case errors.As(err, &unknown):
		return 3
	case errors.As(err, &refused) && refused.What == noTableWhat:
		return 1
	}
	return 2
}
