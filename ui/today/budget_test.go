package today_test

import (
	"fmt"
	"strings"
	"testing"

	"faro/model"
)

// J1 budgets, in keys; a paste is one.
func TestTheKeyBudgetsOfJ1(t *testing.T) {
	r := ministry(t, monday.At(9, 0, 0)).start(80, 24)
	count := func(what string, most int, work func()) {
		t.Helper()
		r.struck = 0
		work()
		t.Logf("%s: %d keys of %d", what, r.struck, most)
		if r.struck > most {
			t.Errorf("%s takes %d keys, more than %d", what, r.struck, most)
		}
	}
	count("publish now", 1, func() { r.press("+") })
	r.clock = monday.At(12, 0, 0)
	count("a link", 4, func() {
		r.press("p")
		r.paste(xLink("MinEjemploPeru", r.clock))
		r.press("enter")
	})
	count("a link published earlier", 9, func() {
		r.press("p")
		r.paste(facebookLink("earlier"))
		r.typeIn(" 1105")
		r.press("enter")
	})
	count("a link pasted on the screen", 1, func() { r.paste(xLink("MinEjemploPeru", r.clock.Add(-60e9))) })
	r.clock = monday.At(18, 0, 0)
	count("nine links at the end of the day", 4, func() {
		var lines []string
		for i := range 5 {
			lines = append(lines, xLink("MinEjemploPeru", monday.At(13, i, 0)))
		}
		for i := range 3 {
			lines = append(lines, facebookLink(fmt.Sprintf("end%d", i))+fmt.Sprintf(" %d00", 13+2*i))
		}
		lines = append(lines, instagramLink(monday.At(16, 0, 0)))
		r.press("N")
		r.paste(strings.Join(lines, "\r"))
		r.press("ctrl+s", "enter")
	})
	equal(t, "posts on Facebook", len(r.posts(model.Facebook)), 5)
	equal(t, "posts on X", len(r.posts(model.X)), 7)
	equal(t, "posts on Instagram", len(r.posts(model.Instagram)), 1)
}

// J1: three posts on Facebook with their hour, five on X and one on Instagram,
// each through the dialog, within 45 keys.
func TestTheWholeDayIsWithinItsBudget_J1(t *testing.T) {
	r := ministry(t, monday.At(20, 0, 0)).start(80, 24)
	for i := range 3 {
		r.press("p")
		r.paste(facebookLink(fmt.Sprintf("day%d", i)))
		r.typeIn(fmt.Sprintf(" %d00", 11+3*i))
		r.press("enter")
	}
	for i := range 5 {
		r.press("p")
		r.paste(xLink("MinEjemploPeru", monday.At(9+i, 0, 0)))
		r.press("enter")
	}
	r.press("p")
	r.paste(instagramLink(monday.At(12, 0, 0)))
	r.press("enter")
	t.Logf("3 on Facebook, 5 on X, 1 on Instagram: %d keys of 45", r.struck)
	if r.struck > 45 {
		t.Errorf("%d keys", r.struck)
	}
	r.shows("3/3", "5/5", "1/2", "✓ cumple · 3 de 3 · 6.2.2.4")
}
