package importer_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"faro/store/importer"
)

// manyX writes a content file of X of that many posts, the replies and quotes
// of a real one among them, and opens it.
func manyX(tb testing.TB, rows int) (*os.File, int64) {
	tb.Helper()
	header, _, _ := strings.Cut(string(sample(tb, "x-content-en.csv")), "\n")
	var b bytes.Buffer
	b.WriteString(header + "\n")
	for i := range rows {
		id := 2083414951195580652 + uint64(i)*57_000_000_000
		fmt.Fprintf(&b, "%d,\"Sat, Aug 1, 2026\",\"Convocatoria número %d: 120 plazas para guardabosques.\nBases, requisitos y \"\"preguntas\"\" en https://t.co/Synth%d\",https://x.com/minbol_ficticio/status/%d,%d,702,9011,402,90,31,204,655,230,1204,4400,8,2\n",
			id, i, i, id, 1000+i)
	}
	path := filepath.Join(tb.TempDir(), "x.csv")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		tb.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := f.Close(); err != nil {
			tb.Error(err)
		}
	})
	return f, int64(b.Len())
}

func heap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// TestMemoryDoesNotGrowWithTheFile holds what is alive while 200,000 rows go
// by to a few megabytes.
func TestMemoryDoesNotGrowWithTheFile(t *testing.T) {
	f, size := manyX(t, 200_000)
	before := heap()
	file, err := importer.Read(t.Context(), f, size, "x.csv", importer.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rows, most := 0, uint64(0)
	for _, err := range file.Tables[0].Rows(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if rows++; rows%50_000 == 0 {
			most = max(most, heap())
		}
	}
	if rows != 200_000 {
		t.Errorf("rows = %d", rows)
	}
	if grown := int64(most) - int64(before); grown > 2<<20 {
		t.Errorf("%d KB alive for a file of %d KB, want at most 2 MB", grown>>10, size>>10)
	}
}

func BenchmarkX200k(b *testing.B) {
	f, size := manyX(b, 200_000)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		file, err := importer.Read(b.Context(), f, size, "x.csv", importer.Options{})
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for _, err := range file.Tables[0].Rows(b.Context()) {
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != 200_000 {
			b.Fatal(n)
		}
	}
}

// BenchmarkRecognise is what a person waits for after choosing a file.
func BenchmarkRecognise(b *testing.B) {
	big, size := manyX(b, 200_000)
	forms := map[string]struct {
		r interface {
			ReadAt(p []byte, at int64) (int, error)
		}
		size int64
	}{"x200k.csv": {big, size}}
	add := func(name string, data []byte) {
		forms[name] = struct {
			r interface {
				ReadAt(p []byte, at int64) (int, error)
			}
			size int64
		}{bytes.NewReader(data), int64(len(data))}
	}
	fb := cells(b, "facebook-business_suite-es.csv")
	many := fb[:1]
	for len(many) <= 1000 {
		many = append(many, fb[1+len(many)%10])
	}
	add("facebook.csv", sample(b, "facebook-business_suite-es.csv"))
	add("facebook-1000.xlsx", workbook(b, many, nil))
	add("facebook-100.xlsx", workbook(b, many[:100], nil))
	add("tiktok.xlsx", workbook(b, cells(b, "tiktok-content-es.csv"), nil))
	add("all.zip", zipped(b, "1.csv", sample(b, "facebook-business_suite-es.csv"), "2.csv", sample(b, "x-content-en.csv"),
		"3.csv", sample(b, "youtube-table_data-es.csv"), "4.csv", sample(b, "tiktok-content-es.csv"), "5.csv", sample(b, "instagram-business_suite-es.csv")))
	add("unknown.csv", []byte(strings.Repeat(ownTable, 1000)))
	for name, form := range forms {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := importer.Read(b.Context(), form.r, form.size, name, importer.Options{}); err != nil && name != "unknown.csv" {
					b.Fatal(err)
				}
			}
		})
	}
}
