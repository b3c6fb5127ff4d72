package exporter_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strconv"
	"strings"
	"testing"

	"faro/model/annex"
	"faro/store/exporter"
)

// The tests read workbooks with a reader of their own, from the parts of the
// archive, and not with the library that wrote them.

type workbook struct {
	parts  map[string]string
	sheets []string // names in order
	files  map[string]string
	text   []string // shared strings
	format []string // number format of each style
}

type xmlCell struct {
	Ref     string `xml:"r,attr"`
	Style   int    `xml:"s,attr"`
	Type    string `xml:"t,attr"`
	Formula string `xml:"f"`
	Value   string `xml:"v"`
}

// cell is what a reader that does not calculate sees.
type cell struct {
	text    string // of texts, and of a formula's text result
	number  float64
	isText  bool
	formula string
	format  string
	empty   bool
}

func render(t *testing.T, in annex.Input) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := exporter.XLSX(&b, annex.Build(in)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func open(t *testing.T, file []byte) *workbook {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	b := &workbook{parts: map[string]string{}, files: map[string]string{}}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		b.parts[f.Name] = string(data)
	}
	b.readSheets(t)
	b.readText(t)
	b.readFormats(t)
	return b
}

func decode(t *testing.T, part string, into any) {
	t.Helper()
	if err := xml.Unmarshal([]byte(part), into); err != nil {
		t.Fatal(err)
	}
}

func (b *workbook) readSheets(t *testing.T) {
	t.Helper()
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	decode(t, b.parts["xl/workbook.xml"], &book)
	targets := b.relations(t, "xl/_rels/workbook.xml.rels")
	for _, s := range book.Sheets {
		b.sheets = append(b.sheets, s.Name)
		b.files[s.Name] = path.Join("xl", strings.TrimPrefix(targets[s.ID], "/xl/"))
	}
}

// relations are the targets in a part's list, by their ids.
func (b *workbook) relations(t *testing.T, part string) map[string]string {
	t.Helper()
	var list struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	decode(t, b.parts[part], &list)
	targets := map[string]string{}
	for _, r := range list.All {
		targets[r.ID] = r.Target
	}
	return targets
}

func (b *workbook) readText(t *testing.T) {
	t.Helper()
	var table struct {
		Items []struct {
			Text string `xml:"t"`
		} `xml:"si"`
	}
	decode(t, b.parts["xl/sharedStrings.xml"], &table)
	for _, i := range table.Items {
		b.text = append(b.text, i.Text)
	}
}

func (b *workbook) readFormats(t *testing.T) {
	t.Helper()
	var styles struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	decode(t, b.parts["xl/styles.xml"], &styles)
	codes := map[int]string{}
	for _, f := range styles.Formats {
		codes[f.ID] = f.Code
	}
	for _, c := range styles.Cells {
		b.format = append(b.format, codes[c.Format])
	}
}

// sheet is the XML of a sheet.
func (b *workbook) sheet(t *testing.T, name string) string {
	t.Helper()
	s, ok := b.parts[b.files[name]]
	if !ok {
		t.Fatalf("no sheet %q among %q", name, b.sheets)
	}
	return s
}

// cells are those of a sheet, by their names.
func (b *workbook) cells(t *testing.T, name string) map[string]cell {
	t.Helper()
	var sheet struct {
		Rows []struct {
			Cells []xmlCell `xml:"c"`
		} `xml:"sheetData>row"`
	}
	decode(t, b.sheet(t, name), &sheet)
	all := map[string]cell{}
	for _, r := range sheet.Rows {
		for _, c := range r.Cells {
			all[c.Ref] = b.cell(t, c)
		}
	}
	return all
}

func (b *workbook) cell(t *testing.T, c xmlCell) cell {
	t.Helper()
	got := cell{formula: c.Formula, format: b.format[c.Style], empty: c.Value == ""}
	switch {
	case got.empty:
	case c.Type == "s":
		i, err := strconv.Atoi(c.Value)
		if err != nil {
			t.Fatal(err)
		}
		got.text, got.isText = b.text[i], true
	case c.Type == "str":
		got.text, got.isText = c.Value, true
	case c.Type == "" || c.Type == "n":
		n, err := strconv.ParseFloat(c.Value, 64)
		if err != nil {
			t.Fatalf("%s: %v", c.Ref, err)
		}
		got.number = n
	default:
		t.Fatalf("%s is of type %q", c.Ref, c.Type)
	}
	return got
}

// rowOf is the row in whose first column the text stands.
func rowOf(t *testing.T, cells map[string]cell, text string) int {
	t.Helper()
	for i := 1; i < 400; i++ {
		if cells["A"+strconv.Itoa(i)].text == text {
			return i
		}
	}
	t.Fatalf("no row begins with %q", text)
	return 0
}

// at is the cell of a column, "A", in a row.
func at(cells map[string]cell, column string, row int) cell {
	return cells[column+strconv.Itoa(row)]
}
