package widget_test

import (
	"testing"

	"pgregory.net/rapid"

	"faro/ui/widget"
)

func list(n, height int) *widget.List {
	var l widget.List
	l.Set(n)
	l.SetHeight(height)
	return &l
}

func TestTheKeysOfAList(t *testing.T) {
	l := list(100, 10)
	for _, step := range []struct {
		key  string
		want int
	}{
		{"down", 1},
		{"j", 2},
		{"up", 1},
		{"k", 0},
		{"k", 0},
		{"pgdown", 9},
		{"pgdown", 18},
		{"pgup", 9},
		{"end", 99},
		{"down", 99},
		{"home", 0},
		{"G", 99},
		{"g", 0},
	} {
		if !l.Key(key(step.key)) || l.Cursor() != step.want {
			t.Fatalf("after %s the cursor is on %d, want %d", step.key, l.Cursor(), step.want)
		}
	}
	if l.Key(key("x")) || l.Key(pasted("j")) {
		t.Error("a list took a key that is not its own")
	}
}

func TestAListWithoutRowsHasNoCursor(t *testing.T) {
	l := list(0, 5)
	l.Key(key("down"))
	if from, to := l.Window(); l.Cursor() != -1 || from != 0 || to != 0 {
		t.Errorf("cursor %d, window %d to %d", l.Cursor(), from, to)
	}
	if _, ok := l.Click(0); ok {
		t.Error("a row was clicked")
	}
}

func TestTheCursorStaysOnItsRowWhenRowsComeAndGo(t *testing.T) {
	l := list(50, 10)
	l.Select(30)
	l.Set(60)
	if l.Cursor() != 30 {
		t.Errorf("cursor = %d, want 30", l.Cursor())
	}
	l.Set(7)
	if from, to := l.Window(); l.Cursor() != 6 || from != 0 || to != 7 {
		t.Errorf("cursor %d, window %d to %d; want 6, 0 to 7", l.Cursor(), from, to)
	}
}

func TestAClickIsOnTheRowThatIsDrawnThere(t *testing.T) {
	l := list(50, 10)
	l.End()
	if row, ok := l.Click(2); !ok || row != 42 || l.Cursor() != 42 {
		t.Errorf("click = %d, %v, cursor %d; want 42", row, ok, l.Cursor())
	}
	for _, y := range []int{-1, 10, 11} {
		if _, ok := l.Click(y); ok || l.Cursor() != 42 {
			t.Errorf("a click on line %d moved the cursor to %d", y, l.Cursor())
		}
	}
}

func TestTheWheelScrollsAndTakesTheCursorAlong(t *testing.T) {
	l := list(50, 10)
	l.Wheel(wheel(true))
	if from, _ := l.Window(); from != 3 || l.Cursor() != 3 {
		t.Errorf("window from %d, cursor %d; want 3 and 3", from, l.Cursor())
	}
	l.Wheel(wheel(false))
	if from, _ := l.Window(); from != 0 || l.Cursor() != 3 {
		t.Errorf("window from %d, cursor %d; want 0 and 3", from, l.Cursor())
	}
	if l.Wheel(click(0, 0)) {
		t.Error("a click is no wheel")
	}
}

func TestTheScrollMarkTellsWhereTheWindowIs(t *testing.T) {
	marks := func(l *widget.List) (s string) {
		for i := range 4 {
			s += l.ScrollMark(i)
		}
		return s
	}
	l := list(4, 4)
	if got := marks(l); got != "    " {
		t.Errorf("with everything in sight: %q", got)
	}
	l.Set(16)
	if got := marks(l); got != "┃│││" {
		t.Errorf("at the top: %q", got)
	}
	l.Select(4)
	if got := marks(l); got != "│┃││" {
		t.Errorf("a row down: %q", got)
	}
	l.End()
	if got := marks(l); got != "│││┃" {
		t.Errorf("at the end: %q", got)
	}
}

// TestTheCursorIsAlwaysInSight does anything in any order.
func TestTheCursorIsAlwaysInSight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var l widget.List
		n := 0
		small := rapid.IntRange(-5, 40)
		for range rapid.IntRange(1, 60).Draw(t, "steps") {
			d := small.Draw(t, "d")
			switch rapid.IntRange(0, 8).Draw(t, "what") {
			case 0:
				n = max(0, d)
				l.Set(d)
			case 1:
				l.SetHeight(d)
			case 2:
				l.Move(d)
			case 3:
				l.Page(d)
			case 4:
				l.Select(d)
			case 5:
				l.Click(d)
			case 6:
				l.Wheel(wheel(d > 0))
			case 7:
				l.End()
			case 8:
				l.Home()
			}
			from, to := l.Window()
			if from < 0 || to > n || from > to && n > 0 {
				t.Fatalf("window %d to %d of %d", from, to, n)
			}
			if n == 0 && l.Cursor() != -1 {
				t.Fatalf("cursor %d of no rows", l.Cursor())
			}
			if to > from && (l.Cursor() < from || l.Cursor() >= to) {
				t.Fatalf("cursor %d, window %d to %d", l.Cursor(), from, to)
			}
			if l.Len() != n {
				t.Fatalf("%d rows, want %d", l.Len(), n)
			}
		}
	})
}
