package importer_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"faro/store/importer"
)

// endless is a file of any size that takes no memory: a beginning, and one
// part again and again.
type endless struct {
	head, unit string
	size       int64
}

// ReadAt implements io.ReaderAt.
func (e endless) ReadAt(p []byte, at int64) (n int, err error) {
	for n < len(p) {
		switch here := at + int64(n); {
		case here >= e.size:
			return n, io.EOF
		case here < int64(len(e.head)):
			n += copy(p[n:], e.head[here:])
		default:
			from := (here - int64(len(e.head))) % int64(len(e.unit))
			n += copy(p[n:], e.unit[from:])
		}
	}
	return n, nil
}

// whole reads a file to its end and tells how it ended, how many lines were
// refused and how much memory that took in all, in MB.
func whole(t *testing.T, r io.ReaderAt, size int64) (rejects []*importer.RejectError, megabytes uint64, end error) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	f, end := importer.Read(t.Context(), r, size, "archivo", importer.Options{})
	for _, tb := range f.Tables {
		for _, err := range tb.Rows(t.Context()) {
			var reject *importer.RejectError
			if errors.As(err, &reject) {
				rejects = append(rejects, reject)
			} else if err != nil {
				end = err
			}
		}
	}
	runtime.ReadMemStats(&after)
	return rejects, (after.TotalAlloc - before.TotalAlloc) >> 20, end
}

func xHeader(t *testing.T) string {
	t.Helper()
	header, _, _ := strings.Cut(string(sample(t, "x-content-en.csv")), "\n")
	return header + "\n"
}

const xRow = `2094659041358774305,"Tue, Sep 1, 2026",Hola,https://x.com/minbol/status/2094659041358774305,10,1,2,0,0,0,0,0,0,0,0,0,0` + "\n"

func TestQuotesThatNeverCloseEndTheFileAndNotTheMemory(t *testing.T) {
	head := xHeader(t) + xRow + `2094659041358774306,"Tue, Sep 1`
	_, megabytes, end := whole(t, endless{head, "texto, texto\n", 64 << 20}, 64<<20)
	var damaged *importer.DamagedError
	if !errors.As(end, &damaged) || damaged.Line != 3 || !strings.Contains(damaged.Hint, "La línea 3 abre comillas que no se cierran") {
		t.Errorf("end = %v, want the line that opens them", end)
	}
	if megabytes > 8 {
		t.Errorf("took %d MB for a file of 64 MB", megabytes)
	}
}

func TestALineThatNeverEndsIsRefused(t *testing.T) {
	for name, head := range map[string]string{"in the header": "", "in a row": xHeader(t)} {
		rejects, megabytes, end := whole(t, endless{head, "texto,", 64 << 20}, 64<<20)
		if megabytes > 8 {
			t.Errorf("%s: took %d MB for a file of 64 MB", name, megabytes)
		}
		if name == "in a row" && (len(rejects) != 1 || !strings.Contains(rejects[0].Reason, "1 MB")) || name == "in the header" && end == nil {
			t.Errorf("%s: rejects = %v, end = %v", name, rejects, end)
		}
	}
}

func TestACellOfAMegabyteIsRefusedAndTheRestIsRead(t *testing.T) {
	big := strings.Replace(xRow, "Hola", `"`+strings.Repeat("ñandú, ", 1<<17)+`"`, 1)
	data := xHeader(t) + xRow + big + xRow
	b := batch(t, []byte(data), importer.Options{})
	if len(b.Rows) != 2 || b.Rows[1].Line != 4 || len(b.Rejects) != 1 || b.Rejects[0].Line != 3 || !strings.Contains(b.Rejects[0].Reason, "más de 1 MB") {
		t.Errorf("rows = %d, rejects = %v", len(b.Rows), b.Rejects)
	}
	half := strings.Replace(xRow, "Hola", `"`+strings.Repeat("ñandú, ", 1<<16)+`"`, 1)
	r := batch(t, []byte(xHeader(t)+half), importer.Options{}).Rows[0]
	if got := len([]rune(r.Post.Text)); got > 200 || !strings.HasSuffix(r.Post.Text, "…") {
		t.Errorf("text has %d letters, want it shortened", got)
	}
}

func TestAHundredThousandColumns(t *testing.T) {
	wide := strings.Repeat("columna,", 100_000) + "fin\n"
	_, megabytes, end := whole(t, strings.NewReader(wide+wide), int64(2*len(wide)))
	var damaged *importer.DamagedError
	if !errors.As(end, &damaged) || !strings.Contains(damaged.Hint, "2,000 columnas") {
		t.Errorf("header: end = %v", end)
	}
	data := xHeader(t) + wide + xRow
	rejects, more, end := whole(t, strings.NewReader(data), int64(len(data)))
	if end != nil || len(rejects) != 1 || rejects[0].Line != 2 || !strings.Contains(rejects[0].Reason, "2,000 columnas") {
		t.Errorf("row: rejects = %v, end = %v", rejects, end)
	}
	if megabytes+more > 16 {
		t.Errorf("took %d MB", megabytes+more)
	}
}

func TestBytesOfZero(t *testing.T) {
	data := xHeader(t) + xRow + strings.Replace(xRow, "Hola", "Ho\x00la", 1) + xRow
	if _, err := readErr(t, []byte(data), importer.Options{}); err == nil {
		t.Error("a zero at the beginning was taken for text")
	}
	late := xHeader(t) + strings.Repeat(xRow, 2000) + strings.Replace(xRow, "Hola", "Ho\x00la", 1) + xRow
	b := batch(t, []byte(late), importer.Options{})
	if len(b.Rows) != 2001 || len(b.Rejects) != 1 || b.Rejects[0].Line != 2002 || !strings.Contains(b.Rejects[0].Reason, "nulos") {
		t.Errorf("rows = %d, rejects = %v", len(b.Rows), b.Rejects)
	}
	if _, err := readErr(t, make([]byte, 5000), importer.Options{}); err == nil {
		t.Error("zeros alone were taken for text")
	}
}

func TestLinesWithTooFewOrTooManyCells(t *testing.T) {
	data := xHeader(t) + "2094659041358774305,\"Tue, Sep 1, 2026\"\n" + strings.Replace(xRow, "\n", ",de más\n", 1) +
		strings.Replace(xRow, "\n", ",,,\n", 1) + "\n,,,,,,,,,,,,,,,,\n" + strings.Replace(xRow, "Hola", `"dice "hola" y"`, 1)
	b := batch(t, []byte(data), importer.Options{})
	var lines []string
	for _, r := range b.Rejects {
		lines = append(lines, fmt.Sprint(r.Line)+" "+r.Reason)
	}
	if len(b.Rows) != 1 || b.Rows[0].Line != 4 || len(lines) != 3 {
		t.Fatalf("rows = %v, rejects = %q", b.Rows, lines)
	}
	for i, word := range []string{"2 tiene 2 celdas y el encabezado 17", "3 tiene 18 celdas y el encabezado 17", "7 tiene comillas mal escritas"} {
		if !strings.HasPrefix(lines[i], word) {
			t.Errorf("reject = %q, want %q", lines[i], word)
		}
	}
}

// bomb is a ZIP of one file of that many zeros.
func bomb(t *testing.T, name string, size int64, declared uint64) []byte {
	t.Helper()
	var packed, b bytes.Buffer
	inner := zip.NewWriter(&packed)
	w, err := inner.Create("x")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.CopyN(w, endless{unit: strings.Repeat("a,b,c\n", 1000), size: size}.stream(), size); err != nil {
		t.Fatal(err)
	}
	if err := inner.Close(); err != nil {
		t.Fatal(err)
	}
	zr, err := zip.NewReader(bytes.NewReader(packed.Bytes()), int64(packed.Len()))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := zr.File[0].OpenRaw()
	if err != nil {
		t.Fatal(err)
	}
	outer := zip.NewWriter(&b)
	header := zr.File[0].FileHeader
	header.Name = name
	if declared > 0 {
		header.UncompressedSize64 = declared
	}
	part, err := outer.CreateRaw(&header)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(part, raw); err != nil {
		t.Fatal(err)
	}
	if err := outer.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func (e endless) stream() io.Reader { return io.NewSectionReader(e, 0, e.size) }

func TestZIPBombs(t *testing.T) {
	const size = 16 << 20
	nested := zipped(t, "1.zip", zipped(t, "2.zip", zipped(t, "3.csv", sample(t, "x-content-en.csv"))))
	many := make([]any, 0, 1200)
	for i := range 600 {
		many = append(many, fmt.Sprintf("%d.csv", i), []byte("a,b,c\n"))
	}
	for name, tt := range map[string]struct {
		data []byte
		hint string
	}{
		"a table that grows a thousand times":        {bomb(t, "x.csv", size, 0), "comprimido más de 200 veces"},
		"one that declares less than it is":          {bomb(t, "x.csv", size, 4000), "ZIP está cortado o dañado"},
		"one that declares more than can be":         {bomb(t, "x.csv", 1000, 1<<40), "más de 512 MB"},
		"a workbook":                                 {bomb(t, "xl/workbook.xml", size, 0), "comprimido más de 200 veces"},
		"a workbook that declares less than it is":   {bomb(t, "xl/worksheets/sheet1.xml", size, 4000), "cortado o dañado"},
		"a ZIP in a ZIP in a ZIP":                    {nested, "un ZIP dentro de otro ZIP"},
		"a table with a password":                    {locked(t), "protegido con contraseña"},
		"too many files":                             {zipped(t, many...), "más de 500 archivos"},
		"a big ZIP inside a ZIP":                     {zipped(t, "x.zip", append([]byte("PK\x03\x04"), noise(17<<20)...)), "más de 16 MB dentro del ZIP"},
		"a workbook with a part that is no workbook": {zipped(t, "xl/workbook.xml", []byte("<x"), "[Content_Types].xml", []byte("<x")), "libro de Excel está dañado"},
	} {
		t.Run(name, func(t *testing.T) {
			_, megabytes, end := whole(t, bytes.NewReader(tt.data), int64(len(tt.data)))
			if end == nil || !strings.Contains(end.Error(), tt.hint) {
				t.Errorf("end = %v, want %q", end, tt.hint)
			}
			if megabytes > 8 {
				t.Errorf("took %d MB", megabytes)
			}
		})
	}
}

// locked is a ZIP whose table has a password.
func locked(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	part, err := w.CreateRaw(&zip.FileHeader{Name: "x.csv", Flags: 1, UncompressedSize64: 4, CompressedSize64: 4})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := part.Write([]byte("a,b\n")); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// noise is bytes that do not compress.
func noise(n int) []byte {
	out, x := make([]byte, n), uint32(1)
	for i := range out {
		x = x*1664525 + 1013904223
		out[i] = byte(x >> 24)
	}
	return out
}

func TestReadingStopsWhenItIsToldTo(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	e := endless{xHeader(t), xRow, 1 << 40}
	f, err := importer.Read(ctx, e, e.size, "archivo", importer.Options{})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, err := range f.Tables[0].Rows(ctx) {
		if n++; n == 1000 {
			cancel()
		}
		if err != nil && !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		if n > 5000 {
			t.Fatal("it goes on")
		}
	}
	for range f.Tables[0].Rows(t.Context()) {
		break
	}
}

func TestTextFromOutsideIsSafeToShow(t *testing.T) {
	data := strings.NewReplacer(
		"Hola", "\x1b[31m=HYPERLINK(\"\"http://x\"\")\u202e &lt;b&gt; &#27;[2J",
	).Replace(xHeader(t) + strings.Replace(xRow, "Hola", `"Hola"`, 1))
	f, err := importer.Read(t.Context(), strings.NewReader(data), int64(len(data)), "\x1b[31mmalo\u202e.csv", importer.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if f.Tables[0].Name != "malo.csv" {
		t.Errorf("name = %q", f.Tables[0].Name)
	}
	b, err := f.Tables[0].All(t.Context())
	if err != nil || len(b.Rows) != 1 {
		t.Fatalf("rows = %v, %v, %v", b.Rows, b.Rejects, err)
	}
	if got := b.Rows[0].Post.Text; got != `=HYPERLINK("http://x") <b>` {
		t.Errorf("text = %q (S29: it stays text)", got)
	}
}
