package permalink_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"faro/model/permalink"
)

func TestFind(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", "Sin enlaces: 12/11, S/ 2,5 y/o x.com", nil},
		{"one a line", "https://x.com/a/status/1\r\nhttps://youtu.be/dQw4w9WgXcQ\n", []string{"https://x.com/a/status/1", "https://youtu.be/dQw4w9WgXcQ"}},
		{"a chat", "[23/11/2026 09:15] Ana: publicado \u200ehttps://www.instagram.com/reel/DcUSfW_gLn_/. ¡Listo!", []string{"https://www.instagram.com/reel/DcUSfW_gLn_/"}},
		{"a sheet", "X\tHTTPS://X.com/a/status/1\t09:15;fb.watch/abc123,www.facebook.com/a/posts/1", []string{"HTTPS://X.com/a/status/1", "fb.watch/abc123", "www.facebook.com/a/posts/1"}},
		{"markdown and HTML", `[post](https://x.com/a/status/1) <a href="https://tiktok.com/@a/video/2">`, []string{"https://x.com/a/status/1", "https://tiktok.com/@a/video/2"}},
		{"after a colon", "enlace:x.com/a/status/1 Enlace:https://x.com/a/status/2…", []string{"x.com/a/status/1", "https://x.com/a/status/2"}},
		{"repeated", "x.com/a/status/1 x.com/a/status/1", []string{"x.com/a/status/1", "x.com/a/status/1"}},
		{"other sites only with a scheme", "https://www.gob.pe/x gob.pe/x t.co/abc fxtwitter.com/a/status/1", []string{"https://www.gob.pe/x", "t.co/abc", "fxtwitter.com/a/status/1"}},
		{"bold in WhatsApp", "*https://x.com/a/status/1*", []string{"https://x.com/a/status/1"}},
		{"no link after the scheme", "https:// http://", nil},
		{"another scheme", "ftp://x.com/a/status/1", nil},
		{"letters that change length when lowered", "İİİİhttps://x.com/a/status/1", []string{"https://x.com/a/status/1"}},
	} {
		if got := permalink.Find(tt.text); !slices.Equal(got, tt.want) {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
}

// TestWorkIsBounded feeds a megabyte of each shape that could cost more than
// its length. A quadratic step would take minutes.
func TestWorkIsBounded(t *testing.T) {
	const size = 1 << 20
	began := time.Now()
	for _, unit := range []string{"a", "/", ":", "://", "https://", "x.com/", "https://x.com/a/status/1 ", ".", "\u202e", "%", "@", "\xff", "?v=&"} {
		text := strings.Repeat(unit, size/len(unit))
		for _, s := range []string{text, "https://x.com/" + text, "x.com/" + text} {
			if link, err := permalink.Parse(s); err == nil {
				t.Errorf("a megabyte of %q is %+v", unit, link)
			}
			permalink.Find(s)
		}
	}
	if took := time.Since(began); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"a https://x.com/a/status/1, b", "x.com/a", "enlace:x.com/?", "://https://", "İhttp://"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		rest := s
		for _, link := range permalink.Find(s) {
			_, after, found := strings.Cut(rest, link)
			if link == "" || !found {
				t.Fatalf("Find(%q) gave %q out of place", s, link)
			}
			rest = after
		}
	})
}
