package store

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"io"
)

// Export writes every fact as one JSON document, one record to a line, from
// one picture of the file. The same facts always give the same bytes. Posts
// and figures pass through without being gathered.
func (s *Store) Export(ctx context.Context, w io.Writer) error {
	return s.read(ctx, "export the records", func(q querier) error {
		d := newDocumentWriter(w)
		if err := d.facts(ctx, q); err != nil {
			return err
		}
		return d.end()
	})
}

// facts writes the sections in the order of document.
func (d *documentWriter) facts(ctx context.Context, q querier) error {
	e, known, err := knownEntity(ctx, q)
	switch {
	case err != nil:
		return err
	case known:
		d.field("entity", e)
	default:
		d.field("entity", nil)
	}
	for _, write := range []func() error{
		func() error { return section(ctx, q, d, "criteria", scanSetting, selectSettings+` ORDER BY id`) },
		func() error { return gathered(ctx, q, d, "holidays", holidays) },
		func() error { return section(ctx, q, d, "people", scanPerson, selectPeople+` ORDER BY id`) },
		func() error {
			return section(ctx, q, d, "appointments", scanAppointment, selectAppointments+` ORDER BY id`)
		},
		func() error { return gathered(ctx, q, d, "accounts", accountsByID) },
		func() error { return section(ctx, q, d, "fakes", scanFake, selectFakes+` ORDER BY id`) },
		func() error {
			return section(ctx, q, d, "credentials", scanCredential, selectCredentials+` ORDER BY id`)
		},
		func() error { return section(ctx, q, d, "custodies", scanCustody, selectCustodies+` ORDER BY id`) },
		func() error { return section(ctx, q, d, "changes", scanChange, selectChanges+` ORDER BY h.id`) },
		func() error { return section(ctx, q, d, "campaigns", scanCampaign, selectCampaigns+` ORDER BY id`) },
		func() error { return section(ctx, q, d, "grants", scanGrant, selectGrants+` ORDER BY id`) },
		func() error { return gathered(ctx, q, d, "reviews", allReviews) },
		func() error { return section(ctx, q, d, "justified", scanJustified, selectJustified+` ORDER BY id`) },
		func() error { return section(ctx, q, d, "figures", scanFigures, selectFigures+` ORDER BY id`) },
		func() error {
			return section(ctx, q, d, "posts", as(postScan(), wiredPost), selectPosts+` ORDER BY id`)
		},
		func() error {
			return section(ctx, q, d, "metrics", as(scanSnapshot, wiredSnapshot), selectSnapshots+` ORDER BY id`)
		},
		func() error { return gathered(ctx, q, d, "reports", allReports) },
	} {
		if err := write(); err != nil {
			return err
		}
	}
	return nil
}

func allReviews(ctx context.Context, q querier) (all []wireReview, err error) {
	list, err := reviews(ctx, q, ``)
	for _, r := range list {
		all = append(all, wiredReview(r))
	}
	return all, err
}

func allReports(ctx context.Context, q querier) (all []wireReport, err error) {
	list, err := reports(ctx, q, ``)
	for _, r := range list {
		all = append(all, wiredReport(r))
	}
	return all, err
}

// as scans a record in the form the document writes it.
func as[T, W any](scan func(*sql.Rows) (T, error), wired func(T) W) func(*sql.Rows) (W, error) {
	return func(rows *sql.Rows) (w W, err error) {
		v, err := scan(rows)
		return wired(v), err
	}
}

// section writes the records a query answers as they come.
func section[T any](ctx context.Context, q querier, d *documentWriter, name string, scan func(*sql.Rows) (T, error), query string) error {
	d.open(name)
	err := each(ctx, q, scan, func(v T) error { return d.record(v) }, query)
	d.close()
	return err
}

// gathered writes records that are read all at once.
func gathered[T any](ctx context.Context, q querier, d *documentWriter, name string, read func(context.Context, querier) ([]T, error)) error {
	all, err := read(ctx, q)
	if err != nil {
		return err
	}
	d.open(name)
	for _, v := range all {
		if err := d.record(v); err != nil {
			return err
		}
	}
	d.close()
	return nil
}

// documentWriter writes the document a record at a time. It remembers its
// first failure and writes nothing after it.
type documentWriter struct {
	to      *bufio.Writer
	buffer  bytes.Buffer
	encoder *json.Encoder
	records int // in the open section
	err     error
}

func newDocumentWriter(w io.Writer) *documentWriter {
	d := &documentWriter{to: bufio.NewWriterSize(w, 64<<10)}
	d.encoder = json.NewEncoder(&d.buffer)
	d.encoder.SetEscapeHTML(false)
	d.text(`{"formato":`)
	d.value(documentFormat)
	d.text(`,"version":`)
	d.value(documentVersion)
	return d
}

func (d *documentWriter) text(s string) {
	if d.err == nil {
		_, d.err = d.to.WriteString(s)
	}
}

func (d *documentWriter) value(v any) {
	if d.err != nil {
		return
	}
	d.buffer.Reset()
	if d.err = d.encoder.Encode(v); d.err == nil {
		_, d.err = d.to.Write(bytes.TrimSuffix(d.buffer.Bytes(), []byte{'\n'}))
	}
}

func (d *documentWriter) field(name string, v any) {
	d.text(",\n")
	d.value(name)
	d.text(":")
	d.value(v)
}

func (d *documentWriter) open(name string) {
	d.text(",\n")
	d.value(name)
	d.text(":[")
	d.records = 0
}

func (d *documentWriter) record(v any) error {
	if d.records > 0 {
		d.text(",")
	}
	d.records++
	d.text("\n")
	d.value(v)
	return d.err
}

func (d *documentWriter) close() {
	if d.records > 0 {
		d.text("\n")
	}
	d.text("]")
}

func (d *documentWriter) end() error {
	d.text("\n}\n")
	if d.err != nil {
		return d.err
	}
	return d.to.Flush()
}
