package model_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"faro/model"
)

func TestCleanMakesOneSafeLine(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"plain Spanish stays", "Niñez y añoranza, ¿sí?", "Niñez y añoranza, ¿sí?"},
		{"colour sequences go whole", "\x1b[31mrojo\x1b[0m", "rojo"},
		{"a window title is not set", "\x1b]0;robado\x07hola", "hola"},
		{"a title ended by ST goes too", "\x1b]0;robado\x1b\\hola", "hola"},
		{"an unfinished sequence takes nothing else along", "a\x1b]0;b", "a0;b"},
		{"C1 control as UTF-8", "a\u009b31mb", "ab"},
		{"bell, backspace, delete", "a\a\b\x7fb", "ab"},
		{"bidi override", "gpj.\u202Etxt.exe", "gpj.txt.exe"},
		{"bidi isolate", "a\u2066b\u2069c", "abc"},
		{"zero width space and mark", "a\u200bb\ufeffc", "abc"},
		{"lines and tabs become spaces", " a\r\n\tb  c ", "a b c"},
		{"the joiner of an emoji family stays", "👩\u200d👧", "👩\u200d👧"},
		{"invalid UTF-8 is marked", "a\xffb", "a\uFFFDb"},
		{"tag characters", "a\U000E0041b", "ab"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := model.Clean(tt.in); got != tt.want {
				t.Errorf("Clean(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestCleanTextKeepsItsLines(t *testing.T) {
	if got, want := model.CleanText(" uno\r\ndos\rtres\x1b[2J\n"), "uno\ndos\ntres"; got != want {
		t.Errorf("CleanText = %q, want %q", got, want)
	}
}

func FuzzClean(f *testing.F) {
	f.Add("\x1b[31mrojo\x1b]0;t\x07\u202e")
	f.Add("\u009b")
	f.Fuzz(func(t *testing.T, s string) {
		got := model.Clean(s)
		if !utf8.ValidString(got) || strings.ContainsFunc(got, unicode.IsControl) {
			t.Fatalf("Clean(%q) = %q still holds a control character", s, got)
		}
		if again := model.Clean(got); again != got {
			t.Fatalf("Clean is not at rest: %q then %q", got, again)
		}
	})
}
