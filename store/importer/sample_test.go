package importer_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"faro/model"
	"faro/model/calendar"
	"faro/store/importer"
)

// sample is a file of testdata: real headers, an invented ministry.
func sample(tb testing.TB, name string) []byte {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

func samples(tb testing.TB) []string {
	tb.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata", "*.csv"))
	if err != nil || len(paths) != 9 {
		tb.Fatalf("samples = %v, %v", paths, err)
	}
	names := make([]string, len(paths))
	for i, path := range paths {
		names[i] = filepath.Base(path)
	}
	return names
}

func readErr(tb testing.TB, data []byte, opts importer.Options) (importer.File, error) {
	tb.Helper()
	return importer.Read(tb.Context(), bytes.NewReader(data), int64(len(data)), "archivo", opts)
}

// table reads a file with one table.
func table(tb testing.TB, data []byte, opts importer.Options) *importer.Table {
	tb.Helper()
	f, err := readErr(tb, data, opts)
	if err != nil {
		tb.Fatal(err)
	}
	if len(f.Tables) != 1 {
		tb.Fatalf("tables = %d, want 1", len(f.Tables))
	}
	return f.Tables[0]
}

func batch(tb testing.TB, data []byte, opts importer.Options) importer.Batch {
	tb.Helper()
	b, err := table(tb, data, opts).All(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

// told writes a row in short: line, moment in Lima, kind, figures, and why it is skipped.
func told(r importer.Row) string {
	when := calendar.Stamp(r.Post.At)
	if when == "" {
		when = r.Post.Day.Slashed()
	}
	parts := []string{fmt.Sprint(r.Line)}
	if when != "" {
		parts = append(parts, when)
	}
	parts = append(parts, string(r.Post.Kind))
	for _, m := range slices.Sorted(maps.Keys(r.Values)) {
		parts = append(parts, fmt.Sprintf("%s=%d", m, r.Values[m]))
	}
	if r.Skip != "" {
		parts = append(parts, "["+string(r.Skip)+"]")
	}
	return strings.Join(parts, " ")
}

// sameRows compares rows in short, and that nothing was rejected.
func sameRows(t *testing.T, b importer.Batch, want []string) {
	t.Helper()
	for _, r := range b.Rejects {
		t.Errorf("rejected: %v", r)
	}
	for i := range max(len(b.Rows), len(want)) {
		got, exp := "nothing", "nothing"
		if i < len(b.Rows) {
			got = told(b.Rows[i])
		}
		if i < len(want) {
			exp = want[i]
		}
		if got != exp {
			t.Errorf("row %d\n got %s\nwant %s", i+1, got, exp)
		}
	}
}

// inMonth counts the publications of a month.
func inMonth(b importer.Batch, m calendar.Month) int {
	n := 0
	for _, r := range b.Rows {
		if r.Skip == "" && m.Contains(r.Post.Day) {
			n++
		}
	}
	return n
}

var august = calendar.Month{Year: 2026, Month: 8}

// cells cuts a sample into its cells. TikTok's broken line is mended first.
func cells(tb testing.TB, name string) [][]string {
	tb.Helper()
	text := strings.TrimPrefix(string(sample(tb, name)), "\uFEFF")
	text = strings.Replace(text, `"Convocatoria "120 plazas, sin intermediarios", postula`, `"Convocatoria ""120 plazas, sin intermediarios"", postula`, 1)
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		tb.Fatal(err)
	}
	return rows
}

// column finds a column of a sample by its name.
func column(tb testing.TB, rows [][]string, name string) int {
	tb.Helper()
	i := slices.Index(rows[0], name)
	if i < 0 {
		tb.Fatalf("no column %q", name)
	}
	return i
}

// written writes cells as a CSV.
func written(tb testing.TB, rows [][]string, delim rune) []byte {
	tb.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = delim
	if err := w.WriteAll(rows); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// asExcelSaves writes cells as Excel in Peru does: semicolons, Windows-1252
// and CRLF.
func asExcelSaves(tb testing.TB, rows [][]string) []byte {
	tb.Helper()
	text := strings.ReplaceAll(string(written(tb, rows, ';')), "\n", "\r\n")
	var out []byte
	for _, r := range text {
		b, ok := charmap.Windows1252.EncodeRune(r)
		if !ok {
			b = '?'
		}
		out = append(out, b)
	}
	return out
}

func utf16(tb testing.TB, data []byte, order unicode.Endianness, mark unicode.BOMPolicy) []byte {
	tb.Helper()
	out, err := unicode.UTF16(order, mark).NewEncoder().Bytes(bytes.TrimPrefix(data, []byte("\uFEFF")))
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

// workbook writes cells as a sheet: whole numbers of up to 15 digits as
// numbers, and what number makes of a cell in its place.
func workbook(tb testing.TB, rows [][]string, number func(row, col int, cell string) any) []byte {
	tb.Helper()
	f := excelize.NewFile()
	for i, row := range rows {
		for j, cell := range row {
			var value any = cell
			if n, err := model.ReadCount(cell); err == nil && len(cell) <= 15 {
				value = n
			}
			if number != nil {
				if v := number(i, j, cell); v != nil {
					value = v
				}
			}
			if value == "" {
				continue
			}
			at, err := excelize.CoordinatesToCellName(j+1, i+1)
			if err = errors.Join(err, f.SetCellValue("Sheet1", at, value)); err != nil {
				tb.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if err := errors.Join(f.Write(&b), f.Close()); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// zipped puts files, a name and a content each, into a ZIP.
func zipped(tb testing.TB, files ...any) []byte {
	tb.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		name, okName := files[i].(string)
		data, okData := files[i+1].([]byte)
		if !okName || !okData {
			tb.Fatalf("zipped(%T, %T)", files[i], files[i+1])
		}
		part, err := w.Create(name)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := part.Write(data); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}
