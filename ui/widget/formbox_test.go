package widget_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"faro/ui/widget"
)

// screenful is a view for boxes to be laid over.
func screenful(width, height int) string {
	return widget.Lines(width, height, strings.Split(strings.Repeat(strings.Repeat("· ", width/2)+"\n", height), "\n"))
}

func TestPictureOfAFormInABox(t *testing.T) {
	b := widget.NewFormBox(rotation())
	golden.RequireEqual(t, b.Over(screenful(100, 24), 100, 24)+"\n")
}

func TestABoxedFormKeepsItsFrame(t *testing.T) {
	for _, size := range sizes() {
		b := widget.NewFormBox(rotation())
		view := b.Over(screenful(size[0], size[1]), size[0], size[1])
		fits(t, view, size[0], size[1])
		exact(t, view, size[0], size[1])
	}
}

func TestTheMouseFindsTheFieldsOfABoxedForm(t *testing.T) {
	for _, size := range [][2]int{{100, 24}, {80, 20}, {19, 40}} {
		b := widget.NewFormBox(rotation())
		view := b.Over(screenful(size[0], size[1]), size[0], size[1])
		for y, line := range strings.Split(ansi.Strip(view), "\n") {
			if i := strings.Index(line, "Cargo"); i >= 0 {
				b.Update(click(ansi.StringWidth(line[:i]), y))
			}
		}
		if b.Focused() != "receipt" {
			t.Errorf("%v: the focus is on %q", size, b.Focused())
		}
	}
}

func TestTheMouseFindsTheFieldsOfAFormInsideAView(t *testing.T) {
	b := widget.NewFormBox(rotation())
	for y, line := range b.Inside(5, 3, 80, 20) {
		if strings.Contains(line, "Cargo") {
			b.Update(click(5+2, 3+y))
		}
	}
	if b.Focused() != "receipt" {
		t.Errorf("the focus is on %q", b.Focused())
	}
}
