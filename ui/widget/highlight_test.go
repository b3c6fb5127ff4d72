package widget_test

import (
	"strings"
	"testing"

	"faro/ui/uitest"
	"faro/ui/widget"
)

func TestTheHighlightLiesUnderTheWholeRow(t *testing.T) {
	th := uitest.Colours(false)
	on, _, _ := strings.Cut(th.Selected.Render("x"), "x")
	got := widget.Highlight(th, th.Late.Render("✗")+" Facebook", 14)
	if uitest.Plain(got) != "✗ Facebook" || widget.Width(got) != 14 {
		t.Errorf("plain text %q", uitest.Plain(got))
	}
	if n := strings.Count(got, on); n != 2 { // At the beginning, and again after the mark's own colour.
		t.Errorf("the background is switched on %d times in %q, want 2", n, got)
	}
	if plain := widget.Highlight(uitest.Theme(), "Facebook", 10); plain != "Facebook  " {
		t.Errorf("without colours %q", plain)
	}
}
