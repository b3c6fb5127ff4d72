package widget_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"faro/ui/widget"
)

func TestCellsAreCutAndFilled(t *testing.T) {
	for _, tt := range []struct{ name, got, want string }{
		{"short", widget.Fit("hoy", 5), "hoy  "},
		{"exact", widget.Fit("ayer", 4), "ayer"},
		{"long", widget.Fit("Contraseñas", 6), "Contr…"},
		{"no room", widget.Fit("hoy", 0), ""},
		{"less than none", widget.Fit("hoy", -3), ""},
		{"one cell", widget.Fit("hoy", 1), "…"},
		{"a flag is two cells", widget.Fit("🇵🇪", 4), "🇵🇪  "},
		{"half a flag is not drawn", widget.Fit("a🇵🇪b", 3), "a… "},
		{"CJK", widget.Fit("日本語", 4), "日… "},
		{"combining accent", widget.Fit("e\u0301e\u0301e\u0301", 2), "e\u0301…"},
		{"joined emoji", widget.Fit("👩‍👩‍👧x", 3), "👩‍👩‍👧x"},
		{"number", widget.Right("12,480", 8), "  12,480"},
		{"long number", widget.Right("12,480,000", 6), "12,48…"},
		{"centre", widget.Centre("sí", 5), " sí  "},
		{"colours stay", widget.Fit("\x1b[31mrojo\x1b[0m", 6), "\x1b[31mrojo\x1b[0m  "},
		{"colours are closed", widget.Fit("\x1b[31mlargo\x1b[0m", 3), "\x1b[31mla…\x1b[0m"},
		{"clearing the screen is not", widget.Fit("\x1b[2Ja\x1b[Hb", 3), "ab "},
		{"breaks", widget.Fit("a\nb\tc\r", 6), "a b c "},
		{"bidi", widget.Fit("\u202ea\u2066b", 3), "ab "},
		{"an accent without a letter", widget.Fit("\u0301a", 3), "a  "},
		{"a joiner with nothing to join", widget.Fit("👩\u200d", 3), "👩 "},
		{"cut only", widget.Cut("Contraseñas", 20), "Contraseñas"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, tt.got, tt.want)
		}
	}
}

func TestACellIsExactlyAsWideAsTold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, width := anyText().Draw(t, "s"), rapid.IntRange(0, 40).Draw(t, "width")
		for _, cell := range []string{widget.Fit(s, width), widget.Right(s, width), widget.Centre(s, width)} {
			if w := ansi.StringWidth(cell); w != width {
				t.Fatalf("%q is %d cells, want %d", cell, w, width)
			}
			fits(t, cell, width, 1)
		}
		if w := widget.Width(widget.Cut(s, width)); w > width {
			t.Fatalf("cut to %d is %d cells", width, w)
		}
	})
}

func TestWrapBreaksBetweenWords(t *testing.T) {
	for _, tt := range []struct {
		text  string
		width int
		want  []string
	}{
		{"Escriba el número del cargo.", 12, []string{"Escriba el", "número del", "cargo."}},
		{"uno\ndos", 10, []string{"uno", "dos"}},
		{"uno\r\n\r\ndos", 10, []string{"uno", "", "dos"}},
		{"  dos   espacios ", 20, []string{"dos espacios"}},
		{"https://x.com/a", 6, []string{"https:", "//x.co", "m/a"}},
		{"¿de qué cuenta?", 7, []string{"¿de qué", "cuenta?"}},
		{"日本語", 5, []string{"日本", "語"}},
		{"日b", 1, []string{"…", "b"}},
		{"", 5, []string{""}},
		{"a", 0, nil},
	} {
		if got := widget.Wrap(tt.text, tt.width); !slices.Equal(got, tt.want) {
			t.Errorf("Wrap(%q, %d) = %q, want %q", tt.text, tt.width, got, tt.want)
		}
	}
}

func TestWrapLosesNoWord(t *testing.T) {
	words := rapid.SliceOfN(rapid.StringMatching(`[a-zñáéíóú¿?🇵]{1,9}`), 0, 20)
	rapid.Check(t, func(t *rapid.T) {
		all, width := words.Draw(t, "words"), rapid.IntRange(20, 40).Draw(t, "width")
		lines := widget.Wrap(strings.Join(all, " "), width)
		if got := strings.Fields(strings.Join(lines, " ")); !slices.Equal(got, all) && len(all) > 0 {
			t.Fatalf("%q became %q", all, got)
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(1, 20).Draw(t, "width")
		for _, line := range widget.Wrap(anyText().Draw(t, "s"), width) {
			fits(t, line, width, 1)
		}
	})
}

func TestLinesAreExactlyTheSizeTold(t *testing.T) {
	got := widget.Lines(4, 3, []string{"uno", "cuatro"})
	if want := "uno \ncua…\n    "; got != want {
		t.Errorf("Lines = %q, want %q", got, want)
	}
	if got := widget.Lines(3, 1, []string{"a", "b"}); got != "a  " {
		t.Errorf("Lines = %q", got)
	}
	if widget.Lines(0, 3, nil) != "" || widget.Lines(3, 0, nil) != "" {
		t.Error("something is drawn in no room")
	}
}

func TestJoinPutsBlocksSideBySide(t *testing.T) {
	got := widget.Join("a\nbbb", "🇵🇪", "x\ny\nz")
	if want := "a  🇵🇪x\nbbb  y\n     z"; got != want {
		t.Errorf("Join = %q, want %q", got, want)
	}
	if got := widget.Join(widget.Fit("a", 2), widget.Right("b", 2)); got != "a  b" {
		t.Errorf("Join = %q", got)
	}
}
