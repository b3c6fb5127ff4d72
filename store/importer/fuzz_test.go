package importer_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"faro/model"
	"faro/model/calendar"
	"faro/store/importer"
)

// sound reads whatever a file is to its end and holds every row to what the
// package promises.
func sound(t *testing.T, data []byte, opts importer.Options) {
	t.Helper()
	f, err := importer.Read(t.Context(), bytes.NewReader(data), int64(len(data)), "archivo", opts)
	if err != nil {
		if err.Error() == "" || unsafeText(err.Error()) {
			t.Errorf("error = %q", err)
		}
		return
	}
	for _, tb := range f.Tables {
		last := tb.HeaderLine
		for row, err := range tb.Rows(t.Context()) {
			var reject *importer.RejectError
			if errors.As(err, &reject) {
				row.Line = reject.Line
				if reject.Reason == "" || unsafeText(reject.Reason) {
					t.Errorf("reason = %q", reject.Reason)
				}
			} else if err != nil {
				if unsafeText(err.Error()) {
					t.Errorf("error = %q", err)
				}
				break
			} else {
				soundRow(t, row)
			}
			if row.Line <= last {
				t.Errorf("line %d after line %d", row.Line, last)
			}
			last = row.Line
		}
	}
}

func soundRow(t *testing.T, row importer.Row) {
	t.Helper()
	for _, text := range append(row.Warnings, row.Post.Text, row.Post.Link, row.Post.PlatformID, row.Account.Name, row.Account.Handle, row.Account.PageID) {
		if unsafeText(text) {
			t.Errorf("unsafe text %q", text)
		}
	}
	for m, n := range row.Values {
		if n < 0 || row.Sources[m] == "" && m != model.Interactions {
			t.Errorf("%s = %d from %q", m, n, row.Sources[m])
		}
	}
	for c, n := range row.Components {
		if n < 0 || c.Label() == string(c) {
			t.Errorf("%s = %d", c, n)
		}
	}
	if row.Skip != "" {
		return
	}
	post := row.Post
	post.AccountID = 1
	if err := post.Validate(); err != nil {
		t.Errorf("post = %+v: %v", post, err)
	}
	if post.Link == "" && post.PlatformID == "" || post.Precision == "" || post.Origin != model.ByFile {
		t.Errorf("post = %+v", post)
	}
}

func unsafeText(s string) bool {
	return !utf8.ValidString(s) || strings.ContainsFunc(s, unicode.IsControl)
}

var fuzzOptions = importer.Options{Today: calendar.NewDay(2026, 11, 23)}

func FuzzRead(f *testing.F) {
	for _, name := range samples(f) {
		f.Add(sample(f, name))
	}
	for _, seed := range []string{
		"", "a,b\n1,2\n", "sep=;\na;b;c\n\"1;2", "\xFF\xFEa\x00,\x00b\x00", "PK\x03\x04", ownTable,
		"Content,Video title,Video publish time,Views,Average view duration\nTotal\nQz81bosq3A1,\"x\"\"y\",\"1/2/26\",1.234,0:01\n",
	} {
		f.Add([]byte(seed))
	}
	f.Add(zipped(f, "x.csv", []byte("Date,Views\n")))
	f.Add(workbook(f, facebookRows("08/31/2026 22:30"), nil))
	f.Fuzz(func(t *testing.T, data []byte) { sound(t, data, fuzzOptions) })
}

// fuzzRows fuzzes what stands under the header of a sample.
func fuzzRows(f *testing.F, name string, more ...string) {
	f.Helper()
	header, rest, _ := strings.Cut(string(sample(f, name)), "\n")
	for i, line := range strings.SplitAfter(rest, "\n") {
		if i < 6 {
			f.Add(line)
		}
	}
	for _, line := range more {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, body string) { sound(t, []byte(header+"\n"+body), fuzzOptions) })
}

func FuzzFacebook(f *testing.F) {
	fuzzRows(f, "facebook-business_suite-es.csv",
		`1.22E+17,1,M,T,,0,31/08/2026 22:30,N/A,https://www.facebook.com/reel/1/,0,1,Reel,,,,,Total,1.234,"12,480",7,1,2,4,,,,,,,5.4,,0`)
}

func FuzzInstagram(f *testing.F) {
	fuzzRows(f, "instagram-business_suite-en.csv",
		`1,2,otra,O,x,0,11/01/2026 01:30,https://www.instagram.com/p/DbfHBF_gABl/,IG story,nota,Lifetime,-,,1,2,,3,4`)
}

func FuzzX(f *testing.F) {
	fuzzRows(f, "x-content-en.csv",
		`2.09E+18,1/2/26,@a RT @b &#27;,https://x.com/a/status/1,1.234,,,,,,,,,,,,`, `12,2026-08-01 10:00 +0000,,,1,2,3,4,5,6,7,8,9,0,1,2,3`)
}

func FuzzYouTube(f *testing.F) {
	fuzzRows(f, "youtube-table_data-es.csv", "-LagunaX9_b,T,31-ago-26,1,2,1:02:03,1,2,3,4,5,6,7,8\r\n")
}

func FuzzTikTok(f *testing.F) {
	fuzzRows(f, "tiktok-content-es.csv",
		`"3 de septiembre","a","b","c "","https://www.tiktok.com/@a/video/123","9 de junio","1","2","3","4"`, "\"x\",\"y\nz\n\n\",\"https")
}
