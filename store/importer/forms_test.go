package importer_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"faro/model"
	"faro/store/importer"
)

// TestEveryFormOfAFileSaysTheSame takes every sample through the charsets,
// separators and wrappings it may come in.
func TestEveryFormOfAFileSaysTheSame(t *testing.T) {
	for _, name := range samples(t) {
		data := sample(t, name)
		want := batch(t, data, importer.Options{})
		plain := bytes.TrimPrefix(data, []byte("\uFEFF"))
		rows := cells(t, name)
		forms := map[string][]byte{
			"UTF-8 without mark":        plain,
			"UTF-8 with mark":           append([]byte("\uFEFF"), plain...),
			"UTF-16 LE with mark":       utf16(t, data, unicode.LittleEndian, unicode.UseBOM),
			"UTF-16 BE with mark":       utf16(t, data, unicode.BigEndian, unicode.UseBOM),
			"UTF-16 LE without mark":    utf16(t, data, unicode.LittleEndian, unicode.IgnoreBOM),
			"UTF-16 BE without mark":    utf16(t, data, unicode.BigEndian, unicode.IgnoreBOM),
			"CRLF":                      bytes.ReplaceAll(bytes.ReplaceAll(plain, []byte("\r\n"), []byte("\n")), []byte("\n"), []byte("\r\n")),
			"ZIP":                       zipped(t, "Datos del gr\xbafico.csv", data),
			"ZIP in a ZIP":              zipped(t, "a/b.zip", zipped(t, "c.csv", data), "__MACOSX/x.csv", data, ".oculto.csv", data),
			"separator told":            append([]byte("sep=,\r\n"), plain...),
			"semicolons":                written(t, rows, ';'),
			"tabs":                      written(t, rows, '\t'),
			"title and blank line over": append([]byte("Exportación\n\n"), plain...),
		}
		for form, data := range forms {
			t.Run(name+"/"+form, func(t *testing.T) {
				got := batch(t, data, importer.Options{})
				if len(got.Rejects) != 0 {
					t.Fatalf("rejects = %v", got.Rejects)
				}
				sameButLines(t, got, want)
			})
		}
	}
}

// sameButLines compares rows without their lines, and without the average
// watch time of Facebook: in a file that has been through other hands 5.496 may
// be thousands, and no table of the Annex needs it.
func sameButLines(t *testing.T, got, want importer.Batch) {
	t.Helper()
	if len(got.Rows) != len(want.Rows) {
		t.Fatalf("rows = %d, want %d", len(got.Rows), len(want.Rows))
	}
	for i := range got.Rows {
		g, w := got.Rows[i], want.Rows[i]
		g.Line, w.Line = 0, 0
		if strings.HasPrefix(g.Post.Link, "https://www.facebook.com/") {
			for _, r := range []importer.Row{g, w} {
				delete(r.Values, model.AverageWatch)
				delete(r.Sources, model.AverageWatch)
			}
			if len(g.Warnings) > 0 && strings.Contains(g.Warnings[0], "de dos maneras") {
				g.Warnings = g.Warnings[1:]
			}
			if len(g.Warnings) == 0 {
				g.Warnings = nil
			}
		}
		if !reflect.DeepEqual(g, w) {
			t.Errorf("row %d\n got %+v\nwant %+v", i+1, g, w)
		}
	}
}

func TestAWorkbookSaysTheSame(t *testing.T) {
	for _, name := range samples(t) {
		t.Run(name, func(t *testing.T) {
			rows := cells(t, name)
			data := workbook(t, rows, nil)
			want := batch(t, sample(t, name), importer.Options{})
			got := batch(t, data, importer.Options{})
			for i := range got.Rows {
				if got.Rows[i].Line != i+2 {
					t.Errorf("line = %d, want the row number %d", got.Rows[i].Line, i+2)
				}
			}
			sameButLines(t, got, want)
			inZIP := batch(t, zipped(t, "Content_minbol/Content.xlsx", data), importer.Options{})
			sameButLines(t, inZIP, want)
		})
	}
}

func TestWindows1252FromTheFirstLetterAndFromALaterOne(t *testing.T) {
	es := asExcelSaves(t, cells(t, "youtube-table_data-es.csv"))
	b := batch(t, es, importer.Options{})
	if got := b.Rows[2].Post.Text; got != "Rendición de cuentas, segundo trimestre" {
		t.Errorf("text = %q", got)
	}
	// Plain letters past the part the charset is told from, then «ó» in Windows-1252.
	rows := cells(t, "x-content-en.csv")[:2]
	rows[1][2] = "hola"
	for len(rows) < 3000 {
		rows = append(rows, rows[1])
	}
	late := append(written(t, rows, ','), bytes.Replace(written(t, rows[1:2], ','), []byte("hola"), []byte("rendici\xf3n"), 1)...)
	b = batch(t, late, importer.Options{})
	if got := b.Rows[len(b.Rows)-1].Post.Text; got != "rendición" {
		t.Errorf("text = %q", got)
	}
}

func TestAccentsBrokenByExcelAreMended(t *testing.T) {
	// YouTube's files have no mark: Excel takes them for Windows-1252 and saves what it shows.
	var broken strings.Builder
	for _, b := range sample(t, "youtube-table_data-es.csv") {
		broken.WriteRune(rune(b)) // Latin-1 is Windows-1252 but for 0x80 to 0x9F.
	}
	if !strings.Contains(broken.String(), "TÃ\u00adtulo") {
		t.Fatal("the test does not break anything")
	}
	b := batch(t, []byte(broken.String()), importer.Options{})
	if got := b.Rows[2].Post.Text; got != "Rendición de cuentas, segundo trimestre" {
		t.Errorf("text = %q", got)
	}
	if got := b.Rows[1].Sources[model.AverageWatch]; got != "Duración promedio de vistas" {
		t.Errorf("source = %q", got)
	}
}

func TestAZIPOfYouTubeGivesItsTableAndPutsTheRestAside(t *testing.T) {
	f, err := readErr(t, zipped(t,
		"Datos de la tabla.csv", sample(t, "youtube-table_data-es.csv"),
		"Datos del gráfico.csv", []byte("Fecha,Contenido,Título del video,Tiempo de publicación del video,Vistas\n2026-08-01,Qz81bosq3A1,x,\"Aug 1, 2026\",4\n"),
		"Totales.csv", []byte("Fecha,Vistas\n2026-08-01,4\n"),
		"leeme.txt", []byte("hola"),
		"foto.png", []byte("\x89PNG\r\n\x1a\n\x00\x00"),
	), importer.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Tables) != 1 || f.Tables[0].Format != importer.YouTubeTable || f.Tables[0].Name != "archivo › Datos de la tabla.csv" {
		t.Errorf("tables = %+v", f.Tables)
	}
	var reasons []string
	for _, a := range f.Asides {
		reasons = append(reasons, a.Reason)
	}
	for i, word := range []string{"Datos del gráfico", "totales", "no es una tabla", "no es una tabla"} {
		if i >= len(reasons) || !strings.Contains(reasons[i], word) {
			t.Errorf("reasons = %q, want %q in the %d.", reasons, word, i+1)
		}
	}
}

func TestAZIPMayHoldFilesOfSeveralNetworks(t *testing.T) {
	f, err := readErr(t, zipped(t,
		"1.csv", sample(t, "facebook-business_suite-es.csv"), "2.csv", sample(t, "x-content-en.csv"),
		"3.csv", sample(t, "tiktok-content-es.csv"),
	), importer.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var networks []model.Network
	for _, tb := range f.Tables {
		networks = append(networks, tb.Network)
	}
	if !slices.Equal(networks, []model.Network{model.Facebook, model.X, model.TikTok}) {
		t.Errorf("networks = %v", networks)
	}
}

func TestADamagedZIPIsTold(t *testing.T) {
	data := zipped(t, "a.csv", sample(t, "facebook-business_suite-es.csv"))
	var damaged *importer.DamagedError
	if _, err := readErr(t, data[:len(data)/2], importer.Options{}); !errors.As(err, &damaged) || !strings.Contains(damaged.Hint, "ZIP") {
		t.Errorf("cut: %v", err)
	}
	if err := readAll(t, hurt(t, data, "a.csv")); !errors.As(err, &damaged) {
		t.Errorf("hurt: %v, want a DamagedError", err)
	}
	book := stored(t, workbook(t, cells(t, "facebook-business_suite-es.csv"), nil))
	for _, part := range []string{"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"} {
		if err := readAll(t, hurt(t, book, part)); !errors.As(err, &damaged) || !strings.Contains(damaged.Hint, "libro de Excel") {
			t.Errorf("%s: %v, want a damaged workbook, not a short one", part, err)
		}
	}
}

func readAll(t *testing.T, data []byte) error {
	t.Helper()
	f, err := readErr(t, data, importer.Options{})
	if err == nil {
		_, err = f.Tables[0].All(t.Context())
	}
	return err
}

// stored is a ZIP whose files are not compressed: damage to them shows only in
// the checksum.
func stored(t *testing.T, data []byte) []byte {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range zr.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		to, err := w.CreateHeader(&zip.FileHeader{Name: part.Name, Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(to, r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// hurt changes bytes in the second half of a file inside a ZIP.
func hurt(t *testing.T, data []byte, name string) []byte {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range zr.File {
		if part.Name != name {
			continue
		}
		from, err := part.DataOffset()
		if err != nil {
			t.Fatal(err)
		}
		out := slices.Clone(data)
		for i := part.CompressedSize64 / 2; i < part.CompressedSize64*3/4; i++ {
			out[from+int64(i)] ^= 0x55
		}
		return out
	}
	t.Fatalf("no %s in the ZIP", name)
	return nil
}

func TestTheFingerprintIsOfTheWholeFile(t *testing.T) {
	f, err := readErr(t, []byte("Date,Impressions"), importer.Options{})
	if err == nil {
		t.Fatalf("read %+v, want it refused or unknown", f)
	}
	f, err = readErr(t, sample(t, "x-content-en.csv"), importer.Options{})
	if err != nil {
		t.Fatal(err)
	}
	// sha256sum testdata/x-content-en.csv
	if got, err := f.SHA256(t.Context()); err != nil || got != xSampleSHA256 {
		t.Errorf("SHA256 = %s, %v", got, err)
	}
}

const xSampleSHA256 = "382111669b57706575dbcb9005da9162d0df185e6fc592a80d7c6145d7d225ce"
