package widget_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"faro/model/calendar"
	"faro/ui/theme"
	"faro/ui/widget"
)

func TestPictureOfAForm(t *testing.T) {
	f := rotation()
	press(f, "ctrl+s")
	golden.RequireEqual(t, f.View(80, 22)+"\n")
}

func TestPictureOfAFormInANarrowWindow(t *testing.T) {
	f := rotation()
	press(f, "tab", "tab")
	write(f, "minej")
	golden.RequireEqual(t, f.View(60, 18)+"\n")
}

func TestLabelsStandAtTheLeftFromSeventyCells(t *testing.T) {
	for width, beside := range map[int]bool{69: false, 70: true} {
		for line := range strings.SplitSeq(rotation().View(width, 24), "\n") {
			if strings.Contains(line, "Fecha") && strings.Contains(line, "23/11/2026") != beside {
				t.Errorf("at %d cells: %q", width, line)
			}
		}
	}
}

// TestTheFieldWithTheFocusIsAlwaysInSight goes through every field in every
// size that has a line for it.
func TestTheFieldWithTheFocusIsAlwaysInSight(t *testing.T) {
	for _, size := range sizes() {
		f := rotation()
		press(f, "ctrl+s")
		for _, k := range []string{"up", "up", "up", "tab", "tab", "tab", "tab", "tab", "tab", "tab"} {
			press(f, k)
			view := f.View(size[0], size[1])
			fits(t, view, size[0], size[1])
			lines := strings.Split(ansi.Strip(view), "\n")
			marked := false
			for _, line := range lines {
				marked = marked || strings.HasPrefix(line, "▌")
			}
			if size[0] >= 12 && size[1] >= 7 && !marked {
				t.Fatalf("%v: the focus on %q is out of sight:\n%s", size, f.Focused(), view)
			}
		}
	}
}

// TestTheHelpOfTheFieldIsInSightToo: it stands under the field, which is the
// last line of a window that is too low.
func TestTheHelpOfTheFieldIsInSightToo(t *testing.T) {
	f := rotation()
	f.Focus("receipt")
	for height := 5; height < 20; height++ {
		holds(t, f.View(80, height), "Cargo", "El cargo con que se entregó")
	}
}

func TestTheCursorIsInSightInALongArea(t *testing.T) {
	f := widget.NewForm(plain(), "", widget.Text("a", "Uno", ""), widget.Area("n", "Nota", strings.Repeat("línea\n", 40), widget.Rows(12)))
	press(f, "tab")
	write(f, "AQUÍ")
	holds(t, f.View(80, 6), "AQUÍ▏")
	press(f, "ctrl+home")
	write(f, "ARRIBA")
	holds(t, f.View(80, 6), "ARRIBA▏")
}

// TestTypingGoesByWholeCharacters erases a flag with one key.
func TestTypingGoesByWholeCharacters(t *testing.T) {
	f := widget.NewForm(plain(), "", widget.Text("a", "Texto", ""))
	write(f, "Perú🇵🇪e\u0301x")
	for _, step := range [][2]string{
		{"left", "Perú🇵🇪é▏x"},
		{"left", "Perú🇵🇪▏éx"},
		{"backspace", "Perú▏éx"},
		{"delete", "Perú▏x"},
		{"home", "▏Perúx"},
		{"right", "P▏erúx"},
		{"end", "Perúx▏"},
		{"ctrl+w", "▏"},
	} {
		press(f, step[0])
		view := strings.ReplaceAll(f.View(80, 8), "e\u0301", "é")
		if step[1] != "▏" {
			holds(t, view, step[1]+" ")
		}
	}
	if f.Value("a") != "" {
		t.Errorf("left over: %q", f.Value("a"))
	}
	write(f, "uno dos tres")
	press(f, "ctrl+left", "ctrl+left")
	write(f, "y ")
	press(f, "ctrl+right", "delete")
	if f.Value("a") != "uno y dostres" {
		t.Errorf("value = %q", f.Value("a"))
	}
}

func TestPastedTextIsOneCleanLine(t *testing.T) {
	f := widget.NewForm(plain(), "", widget.Text("a", "Texto", "", widget.Limit(12)))
	f.Update(pasted("uno\r\ndos\t\x1b[2Jtres cuatro"))
	if got := f.Value("a"); got != "uno dos tres" {
		t.Errorf("value = %q", got)
	}
	write(f, "x")
	if got := f.Value("a"); got != "uno dos tres" {
		t.Errorf("past the limit: %q", got)
	}
}

func TestALongValueFollowsTheCursor(t *testing.T) {
	f := widget.NewForm(plain(), "", widget.Text("a", "Enlace", "https://www.facebook.com/"+strings.Repeat("1234567890", 12)+"FIN"))
	holds(t, f.View(80, 8), "FIN▏")
	press(f, "home")
	holds(t, f.View(80, 8), "▏https://www")
}

func TestColoursHighlightTheCharacterUnderTheCursor(t *testing.T) {
	f := widget.NewForm(colourful(), "", widget.Text("a", "Texto", "abc"))
	press(f, "left")
	if view := f.View(80, 8); !strings.Contains(view, "ab\x1b[7mc\x1b[0m") || strings.Contains(view, "▏") {
		t.Errorf("view = %q", view)
	}
}

func anyForm(th theme.Theme, text string, options []widget.Option) *widget.Form {
	return widget.NewForm(th, text,
		widget.Text("t", text, text, widget.Help(text), widget.Placeholder(text), widget.Required(text)),
		widget.Day("d", text, calendar.Day{}, today, widget.Placeholder(text)),
		widget.Choice("c", text, options, text),
		widget.Choice("c5", text, options[:min(5, len(options))], ""),
		widget.Many("m", text, options, []string{text}),
		widget.Area("a", text, text, widget.Placeholder(text)),
		widget.Text("h", text, text, widget.Hidden()),
	)
}

// TestAFormKeepsItsFrame types anything into a form of anything.
func TestAFormKeepsItsFrame(t *testing.T) {
	keys := rapid.SampledFrom([]string{
		"enter", "tab", "shift+tab", "up", "down", "left", "right", "home", "end", "pgup", "pgdown", "space", "esc",
		"backspace", "delete", "ctrl+s", "ctrl+w", "ctrl+u", "a", "s", "ñ", "日", "🇵", "e\u0301", "7", "/",
	})
	rapid.Check(t, func(t *rapid.T) {
		var options []widget.Option
		for _, label := range rapid.SliceOfN(anyText(), 0, 12).Draw(t, "options") {
			options = append(options, widget.Option{Label: label, Value: label})
		}
		th := plain()
		if rapid.Bool().Draw(t, "colours") {
			th = colourful()
		}
		f := anyForm(th, anyText().Draw(t, "text"), options)
		for range rapid.IntRange(0, 25).Draw(t, "steps") {
			if rapid.IntRange(0, 5).Draw(t, "paste") == 0 {
				f.Update(pasted(anyText().Draw(t, "pasted")))
			} else {
				f.Update(key(keys.Draw(t, "key")))
			}
			f.Update(click(rapid.IntRange(0, 80).Draw(t, "x"), rapid.IntRange(0, 60).Draw(t, "y")))
			size := rapid.SampledFrom(sizes()).Draw(t, "size")
			fits(t, f.View(size[0], size[1]), size[0], size[1])
		}
	})
}
