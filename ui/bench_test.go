package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"faro/ui/uitest"
)

// BenchmarkView draws the whole window at 160×50 after each key, with a
// coloured screen of 45 full lines.
func BenchmarkView(b *testing.B) {
	r := build(uitest.Colours(false))
	r.Start(160, 50)
	th := uitest.Colours(false)
	var lines []string
	for i := range 45 {
		lines = append(lines, " ▌ "+th.Bold.Render(fmt.Sprintf("Cuenta %02d", i))+strings.Repeat(" "+th.Due.Render("sin dato")+" ·", 12))
	}
	r.pages[0].body = strings.Join(lines, "\n")
	r.pages[0].keys = make([]string, 0, b.N)
	msg := downKey()
	for b.Loop() {
		r.Update(msg)
		_ = r.View()
	}
}

// BenchmarkIdleView draws a window in which nothing happened.
func BenchmarkIdleView(b *testing.B) {
	r := build(uitest.Colours(false))
	r.Start(160, 50)
	for b.Loop() {
		_ = r.View()
	}
}

// BenchmarkViewUnderAPalette draws the palette over a coloured screen.
func BenchmarkViewUnderAPalette(b *testing.B) {
	r := build(uitest.Colours(false))
	r.Start(160, 50)
	uitest.Press(r, "ctrl+k")
	msg := downKey()
	for b.Loop() {
		r.Update(msg)
		_ = r.View()
	}
}
