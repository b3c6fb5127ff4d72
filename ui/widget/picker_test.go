package widget_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"faro/ui/widget"
)

func TestPictureOfAPicker(t *testing.T) {
	p := widget.NewPicker(plain(), "¿De qué cuenta es?", accounts())
	write(p, "mine")
	press(p, "down")
	golden.RequireEqual(t, p.View(60, 12)+"\n")
}

func TestAPickerIsNarrowedByTypingWithoutAccents(t *testing.T) {
	p := widget.NewPicker(plain(), "¿De qué cuenta es?", accounts())
	holds(t, p.View(60, 12), "6 de 6", "▌ Facebook @MinEjemploPeru")
	write(p, "PERU nan")
	holds(t, p.View(60, 12), "1 de 6", "▌ Facebook @ÑandúPerú")
	lacks(t, p.View(60, 12), "TikTok")
	press(p, "enter")
	if o, ok := p.Chosen(); !ok || o.Value != "6" {
		t.Errorf("chosen = %v, %v", o, ok)
	}
}

// TestWhatBeginsWithTheQueryComesFirst: "x" is in other names too.
func TestWhatBeginsWithTheQueryComesFirst(t *testing.T) {
	p := widget.NewPicker(plain(), "", []widget.Option{{"Luxor", "1"}, {"X @minej", "2"}})
	write(p, "x")
	press(p, "enter")
	if o, _ := p.Chosen(); o.Value != "2" {
		t.Errorf("chosen = %v", o)
	}
}

func TestNothingFoundChoosesNothing(t *testing.T) {
	p := widget.NewPicker(plain(), "", accounts())
	write(p, "zzz")
	holds(t, p.View(60, 12), "Sin coincidencias")
	press(p, "enter", "down", "enter")
	if _, ok := p.Chosen(); ok {
		t.Error("something was chosen")
	}
	press(p, "esc")
	if p.Cancelled() {
		t.Fatal("the first Esc did not only clear the filter")
	}
	press(p, "esc")
	if !p.Cancelled() {
		t.Error("the second Esc did not leave")
	}
}

func TestAPickerObeysTheMouseAndStartsWhereTold(t *testing.T) {
	p := widget.NewPicker(plain(), "Cuenta", accounts())
	p.Select("4")
	view := p.View(60, 12)
	holds(t, view, "▌ TikTok")
	for y, line := range strings.Split(view, "\n") {
		if strings.Contains(line, "YouTube") {
			p.Update(click(5, y))
		}
	}
	if o, ok := p.Chosen(); !ok || o.Value != "5" {
		t.Errorf("chosen = %v", o)
	}
}

func TestPictureOfAPage(t *testing.T) {
	p := widget.NewPage(plain(), "Publicaciones del día", "Pegue los enlaces, uno por línea.", "")
	p.Update(pasted("https://www.facebook.com/MinEjemploPeru/posts/1234567890123456 09:00\r\nhttps://x.com/MinEjemploPeru/status/1993000000000000000\r"))
	golden.RequireEqual(t, p.View(60, 12)+"\n")
}

func TestAPageKeepsEveryPastedLine(t *testing.T) {
	p := widget.NewPage(plain(), "Enlaces", "", "")
	lines := strings.Repeat("https://x.com/a/status/1\t09:00\n", 2000)
	p.Update(pasted(lines))
	holds(t, p.View(80, 20), "2000 líneas")
	if p.Value() != strings.TrimSpace(lines) || !p.Dirty() {
		t.Error("lines were lost")
	}
	press(p, "ctrl+s")
	if !p.Done() {
		t.Error("not done")
	}
	p.Problem(errors.New("Línea 3: no es un enlace."))
	holds(t, p.View(80, 20), "! Línea 3: no es un enlace.")
	if p.Done() || p.Value() != strings.TrimSpace(lines) {
		t.Error("the text was lost")
	}
}

func TestAPageAsksBeforeItIsLeft(t *testing.T) {
	p := widget.NewPage(plain(), "Narrativa", "", "Antes.")
	press(p, "x", "backspace", "esc")
	if !p.Cancelled() {
		t.Fatal("asked though nothing was changed")
	}
	p = widget.NewPage(plain(), "Narrativa", "", "Antes.")
	press(p, "x", "esc")
	holds(t, p.View(60, 10), "¿Descartar lo escrito? (s/n)")
	press(p, "n", "enter", "y")
	if p.Cancelled() || p.Value() != "Antes.x\ny" {
		t.Errorf("value = %q", p.Value())
	}
	press(p, "esc", "s")
	if !p.Cancelled() {
		t.Error("not left")
	}
}

func TestThePageMovesByRowsAsDrawn(t *testing.T) {
	p := widget.NewPage(plain(), "Narrativa", "", "uno dos tres cuatro cinco")
	p.View(12, 10) // rows: «uno dos», «tres», «cuatro», «cinco»
	press(p, "up", "up")
	write(p, "|")
	if got := p.Value(); got != "uno dos tres| cuatro cinco" {
		t.Errorf("value = %q", got)
	}
	p.Update(click(3, 2))
	write(p, "^")
	if got := p.Value(); got != "un^o dos tres| cuatro cinco" {
		t.Errorf("value = %q", got)
	}
	press(p, "end", "pgup", "ctrl+home", "delete")
	if got := p.Value(); got != "n^o dos tres| cuatro cinco" {
		t.Errorf("value = %q", got)
	}
}

func TestPickersAndPagesKeepTheirFrame(t *testing.T) {
	keys := rapid.SampledFrom([]string{"up", "down", "pgup", "pgdown", "left", "home", "end", "esc", "backspace", "enter", "a", "日", "🇵", "space"})
	rapid.Check(t, func(t *rapid.T) {
		th := plain()
		if rapid.Bool().Draw(t, "colours") {
			th = colourful()
		}
		text := anyText().Draw(t, "text")
		var options []widget.Option
		for _, label := range rapid.SliceOfN(anyText(), 0, 20).Draw(t, "options") {
			options = append(options, widget.Option{Label: label, Value: label})
		}
		picker, page := widget.NewPicker(th, text, options), widget.NewPage(th, text, text, text)
		for range rapid.IntRange(1, 15).Draw(t, "steps") {
			k := key(keys.Draw(t, "key"))
			m := click(rapid.IntRange(-1, 80).Draw(t, "x"), rapid.IntRange(-1, 60).Draw(t, "y"))
			for _, w := range []updater{picker, page} {
				w.Update(k)
				w.Update(m)
				w.Update(wheel(m.X > 20))
			}
			size := rapid.SampledFrom(sizes()).Draw(t, "size")
			fits(t, picker.View(size[0], size[1]), size[0], size[1])
			fits(t, page.View(size[0], size[1]), size[0], size[1])
		}
	})
}
