package exporter_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"strings"
	"testing"

	"faro/model"
	"faro/model/annex"
	"faro/model/calendar"
	"faro/store/exporter"
)

func csvOf(t *testing.T, in annex.Input, n model.Network) string {
	t.Helper()
	var b bytes.Buffer
	if err := exporter.CSV(&b, annex.Build(in).Section(n)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// records reads a file as another program would.
func records(t *testing.T, text string) [][]string {
	t.Helper()
	body, marked := strings.CutPrefix(text, "\xef\xbb\xbf")
	if !marked {
		t.Error("no byte order mark: a spreadsheet would spoil the accents")
	}
	if n := strings.Count(body, "\n"); n != strings.Count(body, "\r\n") {
		t.Error("a line does not end in CRLF")
	}
	all, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestTheCSVOfFacebookIsGolden(t *testing.T) { // S24, S22.
	want := "\ufeffred,cuenta,mes,n,alcance,interaccion,er,fecha,link\r\n" +
		"facebook,MinEjemploPeru,2026-10,1,24500,1225,5.00,02/10/2026,https://www.facebook.com/MinEjemploPeru/posts/1\r\n" +
		"facebook,MinEjemploPeru,2026-10,2,18200,1001,5.50,06/10/2026,https://www.facebook.com/MinEjemploPeru/posts/3\r\n" +
		"facebook,MinEjemploPeru,2026-10,3,18200,910,5.00,05/10/2026,https://www.facebook.com/MinEjemploPeru/posts/2\r\n" +
		"facebook,MinEjemploPeru,2026-10,4,15000,450,3.00,07/10/2026,https://www.facebook.com/MinEjemploPeru/posts/4\r\n" +
		"facebook,MinEjemploPeru,2026-10,5,12480,873,7.00,08/10/2026,https://www.facebook.com/MinEjemploPeru/posts/5\r\n" +
		"facebook,MinEjemploPeru,2026-10,6,11900,238,2.00,09/10/2026,https://www.facebook.com/MinEjemploPeru/posts/6\r\n" +
		"facebook,MinEjemploPeru,2026-10,7,9640,482,5.00,13/10/2026,https://www.facebook.com/MinEjemploPeru/posts/7\r\n" +
		"facebook,MinEjemploPeru,2026-10,8,8000,100,1.25,14/10/2026,https://www.facebook.com/MinEjemploPeru/posts/8\r\n" +
		"facebook,MinEjemploPeru,2026-10,9,7777,777,9.99,15/10/2026,https://www.facebook.com/MinEjemploPeru/posts/9\r\n" +
		"facebook,MinEjemploPeru,2026-10,10,6500,130,2.00,12/10/2026,https://www.facebook.com/MinEjemploPeru/posts/11\r\n" +
		"facebook,MinEjemploPeru,2026-11,1,200,2600,1300.00,03/11/2026,https://www.facebook.com/MinEjemploPeru/posts/21\r\n"
	if got := csvOf(t, scenario(), model.Facebook); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestUnknownFiguresAreEmptyFields(t *testing.T) {
	all := records(t, csvOf(t, scenario(), model.TikTok))
	want := [][]string{
		{"red", "cuenta", "mes", "n", "visualizaciones", "interaccion", "tiempo_promedio_s", "alcance", "fecha", "link"},
		{"tiktok", "minejemploperu", "2026-12", "1", "45310", "", "", "", "01/12/2026", "https://www.tiktok.com/@minejemploperu/video/7665075736742530317"},
	}
	if len(all) != len(want) {
		t.Fatalf("%d lines", len(all))
	}
	for i := range want {
		if strings.Join(all[i], "|") != strings.Join(want[i], "|") {
			t.Errorf("line %d: %q, want %q", i+1, all[i], want[i])
		}
	}
	all = records(t, csvOf(t, scenario(), model.YouTube))
	if got := strings.Join(all[1], "|"); got != "youtube|MinEjemploPeru|2026-11|1|7000|96|02/11/2026|https://www.youtube.com/watch?v=aaaaaaaaaa0" {
		t.Errorf("seconds are whole numbers: %q", got)
	}
	if len(all) != 8 {
		t.Errorf("%d lines, want the headings and seven videos (S25)", len(all))
	}
}

func TestEveryCSVHasAsManyFieldsAsHeadings(t *testing.T) {
	for _, n := range model.Networks() {
		all := records(t, csvOf(t, full(), n)) // The reader refuses lines of another length.
		if len(all) != 31 {
			t.Errorf("%s: %d lines, want the headings and 30 rows", n, len(all))
		}
	}
}

func TestCSVTextIsNoFormula(t *testing.T) { // S29.
	for text, want := range map[string]string{
		`=HYPERLINK("http://x")`: `'=HYPERLINK("http://x")`,
		"+1":                     "'+1",
		"-1":                     "'-1",
		"@SUM(A1)":               "'@SUM(A1)",
		"\t=1":                   "'=1",
		"\x1b[31m=1":             "'=1",
		"a=1":                    "a=1",
		"uno\r\ndos":             "uno dos",
	} {
		in := scenario()
		in.Accounts[0].Handle, in.Accounts[0].Name = "", text
		in.Posts[1][november][0].Post.Link = text
		all := records(t, csvOf(t, in, model.Facebook))
		last := all[len(all)-1]
		if last[1] != want || last[8] != want {
			t.Errorf("%q is written as %q and %q, want %q", text, last[1], last[8], want)
		}
	}
}

// shortPen takes so many bytes and then breaks.
type shortPen struct{ left int }

var errPen = errors.New("the pen broke")

func (p *shortPen) Write(b []byte) (int, error) {
	if len(b) > p.left {
		return p.left, errPen
	}
	p.left -= len(b)
	return len(b), nil
}

func TestAFaultWhileWritingIsTold(t *testing.T) {
	for _, f := range exporter.Files(annex.Build(full())) {
		for _, bytes := range []int{0, 100, 1000} {
			if err := f.Write(&shortPen{bytes}); !errors.Is(err, errPen) {
				t.Errorf("%s after %d bytes: %v", f.Name, bytes, err)
			}
		}
	}
}

func TestFilesAreNamedAfterTheReport(t *testing.T) {
	var got []string
	for _, f := range exporter.Files(annex.Build(full())) {
		got = append(got, f.Format+" "+f.Name)
	}
	want := `xlsx MINEJ_Anexo3_2026-T4_v1.xlsx
csv MINEJ_Anexo3_2026-T4_v1_facebook.csv
csv MINEJ_Anexo3_2026-T4_v1_x.csv
csv MINEJ_Anexo3_2026-T4_v1_youtube.csv
csv MINEJ_Anexo3_2026-T4_v1_instagram.csv
csv MINEJ_Anexo3_2026-T4_v1_tiktok.csv
json MINEJ_Anexo3_2026-T4_v1.json`
	if strings.Join(got, "\n") != want {
		t.Errorf("files\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
	in := full()
	in.Accounts = in.Accounts[1:2]
	if n := len(exporter.Files(annex.Build(in))); n != 3 {
		t.Errorf("%d files for one account, want three", n)
	}
}

func TestNamesAreSafeEverywhere(t *testing.T) {
	for acronym, want := range map[string]string{
		"MINEJ":                        "MINEJ",
		"Ñandú/../PCM:*?\"<>|":         "Nandu-PCM",
		"CON":                          "CON",
		"-.MINEJ.":                     "MINEJ",
		"":                             "Entidad",
		"..":                           "Entidad",
		"\u202e\x00 ":                  "Entidad",
		"G.R. Áncash":                  "G-R-Ancash",
		strings.Repeat("AB", 40):       strings.Repeat("AB", 12),
		strings.Repeat("A", 23) + " B": strings.Repeat("A", 23),
		"東京":                           "Entidad",
	} {
		q := annex.Quarterly{Entity: model.Entity{Acronym: acronym}, Quarter: calendar.Quarter{Year: 2026, Number: 3}, Version: 2}
		if got := exporter.FileName(q, ".xlsx"); got != want+"_Anexo3_2026-T3_v2.xlsx" {
			t.Errorf("%q: %q", acronym, got)
		}
	}
}
