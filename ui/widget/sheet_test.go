package widget_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"faro/ui/theme"
	"faro/ui/widget"
)

// annex are columns like those of Annex 3 for Facebook.
func annex() []widget.Column {
	return []widget.Column{
		{Key: "n", Title: "N.º", Width: 3, Right: true, ReadOnly: true},
		{Key: "day", Title: "Fecha de publicación", Width: 11},
		{Key: "text", Title: "Descripción", Min: 14, Words: true},
		{Key: "reach", Title: "Alcance", Width: 9, Right: true},
		{Key: "interaction", Title: "Interacción", Width: 11, Min: 9, Right: true},
		{Key: "rate", Title: "Tasa de interacción (%)", Width: 12, Min: 11, Right: true, ReadOnly: true},
	}
}

// month are rows of October 2026 (S24).
func month(n int) [][]widget.Cell {
	rows := make([][]widget.Cell, n)
	for i := range rows {
		rows[i] = []widget.Cell{
			{Text: fmt.Sprint(i + 1), Muted: true},
			{Text: "12/10/2026"},
			{Text: "Feria de emprendedores en la plaza 🇵🇪"},
			{Text: "12,480"},
			{Text: "873"},
			{Text: "7.00", Muted: true},
		}
	}
	return rows
}

func sheet(th theme.Theme, rows [][]widget.Cell, width, height int) *widget.Sheet {
	s := widget.NewSheet(th, annex()...)
	s.SetRows(rows)
	s.SetSize(width, height)
	return s
}

// strike sends keys by name and gathers what they changed.
func strike(s *widget.Sheet, names ...string) []widget.Edit {
	var all []widget.Edit
	for _, name := range names {
		all = append(all, s.Update(key(name)).Edits...)
	}
	return all
}

func at(t *testing.T, s *widget.Sheet, row, col int) {
	t.Helper()
	if r, c := s.Cursor(); r != row || c != col {
		t.Fatalf("the cursor is on %d, %d; want %d, %d", r, c, row, col)
	}
}

func TestPictureOfASheet(t *testing.T) {
	rows := month(14)
	rows[1][3] = widget.Cell{Text: "12.480", Bad: "«12.480» es ambiguo."}
	rows[3][1] = widget.Cell{Text: "31/09/2026", Bad: "Ese día no existe."}
	rows[4][4] = widget.Cell{}
	s := sheet(plain(), rows, 80, 12)
	s.Select(2, 3)
	golden.RequireEqual(t, s.View()+"\n")
}

func TestPictureOfASheetBeingTypedInAndScrolled(t *testing.T) {
	s := sheet(plain(), month(14), 46, 10)
	s.Select(12, 4)
	strike(s, "9", "1")
	golden.RequireEqual(t, s.View()+"\n")
}

func TestTheCursorGoesByCell(t *testing.T) {
	s := sheet(plain(), month(30), 80, 12)
	for _, step := range []struct {
		key      string
		row, col int
	}{
		{"down", 1, 0},
		{"j", 2, 0},
		{"k", 1, 0},
		{"up", 0, 0},
		{"right", 0, 1},
		{"l", 0, 2},
		{"left", 0, 1},
		{"h", 0, 0},
		{"left", 0, 0},
		{"end", 0, 5},
		{"right", 0, 5},
		{"home", 0, 0},
		{"pgdown", 9, 0},
		{"pgup", 0, 0},
		{"enter", 1, 0},
		{"ctrl+end", 29, 5},
		{"enter", 29, 5},
		{"ctrl+home", 0, 0},
		{"tab", 0, 1},
		{"tab", 0, 2},
		{"tab", 0, 3},
		{"tab", 0, 4},
		{"tab", 1, 1},
		{"shift+tab", 0, 4},
		{"shift+tab", 0, 3},
	} {
		if c := s.Update(key(step.key)); !c.Used || len(c.Edits) > 0 {
			t.Fatalf("%s: %+v", step.key, c)
		}
		at(t, s, step.row, step.col)
	}
}

func TestTypingReplacesAndEnterGoesDown(t *testing.T) {
	s := sheet(plain(), month(5), 80, 12)
	s.Select(0, 3)
	if edits := strike(s, "9", "6", "4", "0"); len(edits) > 0 || !s.Editing() || s.Typed() != "9640" {
		t.Fatalf("edits %v, typed %q", edits, s.Typed())
	}
	holds(t, s.View(), "›9640▏")
	if got := strike(s, "enter"); !slices.Equal(got, []widget.Edit{{0, 3, "9640"}}) {
		t.Fatalf("edits = %v", got)
	}
	at(t, s, 1, 3)
	if got := strike(s, "1", "tab"); !slices.Equal(got, []widget.Edit{{1, 3, "1"}}) {
		t.Fatalf("edits = %v", got)
	}
	at(t, s, 1, 4)
	if got := strike(s, "2", "right"); !slices.Equal(got, []widget.Edit{{1, 4, "2"}}) {
		t.Fatalf("edits = %v", got)
	}
	at(t, s, 1, 5)
	s.Select(1, 4)
	if got := strike(s, "3", "up"); !slices.Equal(got, []widget.Edit{{1, 4, "3"}}) {
		t.Fatalf("edits = %v", got)
	}
	at(t, s, 0, 4)
}

func TestF2EditsWhatIsThereAndEscLeavesIt(t *testing.T) {
	s := sheet(plain(), month(5), 80, 12)
	s.Select(2, 3)
	strike(s, "f2", "left", "backspace")
	if s.Typed() != "12,40" {
		t.Fatalf("typed = %q", s.Typed())
	}
	if got := strike(s, "esc"); len(got) > 0 || s.Editing() {
		t.Fatalf("Esc gave %v", got)
	}
	if got := strike(s, "f2", "enter"); len(got) > 0 {
		t.Errorf("the same text came back as %v", got)
	}
	at(t, s, 3, 3)
	if got := strike(s, "f2", "home", "1", "enter"); !slices.Equal(got, []widget.Edit{{3, 3, "112,480"}}) {
		t.Errorf("edits = %v", got)
	}
}

func TestBackspaceAndDeleteClear(t *testing.T) {
	s := sheet(plain(), month(5), 80, 12)
	s.Select(2, 3)
	for _, k := range []string{"backspace", "delete"} {
		if got := strike(s, k); !slices.Equal(got, []widget.Edit{{2, 3, ""}}) {
			t.Errorf("%s = %v", k, got)
		}
	}
	at(t, s, 2, 3)
	s.Select(2, 5)
	if got := strike(s, "backspace", "f2", "7", "x"); len(got) > 0 || s.Editing() {
		t.Errorf("a computed cell was changed: %v", got)
	}
}

// TestLettersAreTextOnlyInColumnsOfWords keeps the screen's own commands, such
// as i for import, out of the numbers.
func TestLettersAreTextOnlyInColumnsOfWords(t *testing.T) {
	s := sheet(plain(), month(5), 80, 12)
	s.Select(0, 3)
	if !s.Begins(key("7")) || s.Begins(key("down")) || s.Begins(pasted("")) {
		t.Error("Begins does not tell a digit from other keys")
	}
	for _, k := range []string{"i", "z", "G", "?", "esc"} {
		if s.Begins(key(k)) {
			t.Errorf("%s begins a number", k)
		}
		if c := s.Update(key(k)); c.Used || s.Editing() {
			t.Errorf("%s was taken in a column of numbers", k)
		}
	}
	s.Select(0, 2)
	if got := strike(s, "h", "o", "l", "a", "enter"); !slices.Equal(got, []widget.Edit{{0, 2, "hola"}}) {
		t.Errorf("edits = %v", got)
	}
}

func TestARefusedCellIsMarkedAndSaysWhy(t *testing.T) {
	for _, th := range []theme.Theme{plain(), colourful()} {
		rows := month(5)
		rows[1][3] = widget.Cell{Text: "12.480", Bad: "«12.480» es ambiguo."}
		rows[4][1] = widget.Cell{Text: "32/10", Bad: "Ese día no existe."}
		s := sheet(th, rows, 80, 12)
		holds(t, s.View(), "!12.480", "!32/10")
		if s.Reason() != "" {
			t.Errorf("reason = %q", s.Reason())
		}
		s.Select(1, 3)
		holds(t, s.View(), "!12.480")
		if s.Reason() != "«12.480» es ambiguo." || s.Current().Text != "12.480" {
			t.Errorf("reason = %q", s.Reason())
		}
		if !s.NextBad() || s.Reason() != "Ese día no existe." || !s.NextBad() || s.Reason() != "«12.480» es ambiguo." {
			t.Errorf("the next refused cell: %q", s.Reason())
		}
	}
	s := sheet(plain(), month(5), 80, 12)
	if s.NextBad() {
		t.Error("a refused cell was found among good ones")
	}
}

func TestTheFirstColumnStaysWhenTheSheetScrollsSideways(t *testing.T) {
	s := sheet(plain(), month(30), 40, 12)
	lacks(t, s.View(), "7.00")
	holds(t, s.View(), "›", "N.º")
	strike(s, "end")
	holds(t, s.View(), "N.º", "‹", "[        7.00]")
	lacks(t, s.View(), "Fecha", "›")
	strike(s, "home")
	holds(t, s.View(), "Fecha", "[  1]")
	lacks(t, s.View(), "‹")
}

func TestColumnsShrinkBeforeTheSheetScrolls(t *testing.T) {
	all := []string{"N.º", "Fecha de", "publicación", "Descripción", "Alcance", "Interac"}
	wide := sheet(plain(), month(3), 100, 6)
	holds(t, wide.View(), append(all, "Feria de emprendedores en la plaza")...)
	tight := sheet(plain(), month(3), 71, 6)
	holds(t, tight.View(), append(all, "Feria de empr…", "7.00")...)
	lacks(t, tight.View(), "›")
}

func TestAClickSelectsTheCellDrawnThere(t *testing.T) {
	s := sheet(plain(), month(30), 80, 12)
	s.Update(wheel(true))
	lines := strings.Split(s.View(), "\n")
	y := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, "  8  12/10") })
	x := ansi.StringWidth(lines[y][:strings.Index(lines[y], "873")])
	strike(s, "5")
	c := s.Update(click(x, y))
	if !slices.Equal(c.Edits, []widget.Edit{}) && len(c.Edits) > 0 {
		t.Errorf("a click in another cell gave %v", c.Edits)
	}
	at(t, s, 7, 4)
	strike(s, "5")
	if c := s.Update(click(x, y)); len(c.Edits) > 0 || !s.Editing() {
		t.Errorf("a click in the cell being typed gave %v", c)
	}
	if c := s.Update(click(x, y+1)); !slices.Equal(c.Edits, []widget.Edit{{7, 4, "5"}}) {
		t.Errorf("edits = %v", c.Edits)
	}
	at(t, s, 8, 4)
	for _, miss := range []tea.MouseMsg{click(x, 0), click(x, 40), click(0, y), click(500, y)} {
		if c := s.Update(miss); c.Used {
			t.Errorf("a click at %d, %d was taken", miss.X, miss.Y)
		}
	}
	at(t, s, 8, 4)
}

func TestRowsMayComeAndGoUnderTheCursor(t *testing.T) {
	s := sheet(plain(), month(30), 80, 12)
	s.Select(29, 3)
	strike(s, "5")
	s.SetRows(month(3))
	if s.Editing() {
		t.Error("an edit of a row that is gone goes on")
	}
	at(t, s, 2, 3)
	s.SetRows(nil)
	if row, _ := s.Cursor(); row != -1 || s.Reason() != "" {
		t.Errorf("row = %d", row)
	}
	if c := s.Update(key("5")); len(c.Edits) > 0 || s.Editing() {
		t.Error("typed into no row")
	}
	s.SetColumns(annex()[1:]...)
	s.SetRows(month(2))
	at(t, s, 0, 0)
}

// TestASheetKeepsItsFrame does anything in a sheet of anything, of any size.
func TestASheetKeepsItsFrame(t *testing.T) {
	keys := rapid.SampledFrom([]string{
		"up", "down", "left", "right", "tab", "shift+tab", "home", "end", "pgdown", "pgup", "enter", "f2", "esc", "backspace",
		"delete", "1", "9", "a", "ñ", "日", "🇵", "ctrl+end", "ctrl+home",
	})
	rapid.Check(t, func(t *rapid.T) {
		columns := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) widget.Column {
			return widget.Column{
				Title: anyText().Draw(t, "title"), Width: rapid.IntRange(-1, 30).Draw(t, "width"), Min: rapid.IntRange(-1, 20).Draw(t, "min"),
				Right: rapid.Bool().Draw(t, "right"), ReadOnly: rapid.Bool().Draw(t, "ro"), Words: rapid.Bool().Draw(t, "words"),
			}
		}), 0, 8).Draw(t, "columns")
		rows := make([][]widget.Cell, rapid.IntRange(0, 15).Draw(t, "rows"))
		for i := range rows {
			for range rapid.IntRange(0, len(columns)).Draw(t, "cells") {
				rows[i] = append(rows[i], widget.Cell{Text: anyText().Draw(t, "cell"), Bad: rapid.SampledFrom([]string{"", "", "x"}).Draw(t, "bad")})
			}
		}
		th := plain()
		if rapid.Bool().Draw(t, "colours") {
			th = colourful()
		}
		s := widget.NewSheet(th, columns...)
		s.SetRows(rows)
		for range rapid.IntRange(1, 15).Draw(t, "steps") {
			size := rapid.SampledFrom(sizes()).Draw(t, "size")
			s.SetSize(size[0], size[1])
			s.Update(key(keys.Draw(t, "key")))
			s.Update(click(rapid.IntRange(-1, 80).Draw(t, "x"), rapid.IntRange(-1, 20).Draw(t, "y")))
			view := s.View()
			fits(t, view, size[0], size[1])
			if len(columns) > 0 {
				exact(t, view, size[0], size[1])
			}
			row, col := s.Cursor()
			if row >= len(rows) || len(columns) > 0 && col >= len(columns) || col < 0 {
				t.Fatalf("the cursor is on %d, %d", row, col)
			}
			if len(columns) > 0 && row >= 0 && !strings.Contains(ansi.Strip(view), "▌") && size[0] >= 4 {
				t.Fatalf("the cursor's row is out of sight in %v:\n%s", size, view)
			}
		}
	})
}

// BenchmarkSheet draws the largest window there is, every cell in colour.
func BenchmarkSheet(b *testing.B) {
	rows := month(5000)
	for i := range rows {
		rows[i][3].Bad = "x"
	}
	s := sheet(colourful(), rows, 200, 60)
	s.Select(2500, 3)
	b.ReportAllocs()
	for b.Loop() {
		s.Update(key("down"))
		_ = s.View()
	}
}
