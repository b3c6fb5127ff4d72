package ui_test

import (
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"faro/ui"
	"faro/ui/screen"
	"faro/ui/uitest"
)

func TestTheWindowInPictures(t *testing.T) {
	for _, size := range [][2]int{{60, 18}, {80, 24}, {100, 30}} {
		name := fmt.Sprintf("%dx%d", size[0], size[1])
		t.Run(name, func(t *testing.T) {
			r := start(t, size[0], size[1])
			uitest.Golden(t, r.View())
		})
		t.Run(name+"-help", func(t *testing.T) {
			r := start(t, size[0], size[1])
			uitest.Press(r, "?")
			uitest.Golden(t, r.View())
		})
		t.Run(name+"-palette", func(t *testing.T) {
			r := start(t, size[0], size[1])
			uitest.Press(r, "ctrl+k")
			uitest.Golden(t, r.View())
		})
		t.Run(name+"-question", func(t *testing.T) {
			r := start(t, size[0], size[1])
			uitest.Send(r, screen.ConfirmMsg{Question: "¿Retirar la publicación de Facebook de las 09:00? Volverá a faltar una para el mínimo de hoy."})
			uitest.Golden(t, r.View())
		})
	}
}

func TestTheHeaderSaysWhoWhenAndHowMuchWaits(t *testing.T) {
	for _, c := range []struct {
		name string
		head ui.Head
		err  error
		want string
	}{
		{"some", ui.Head{Acronym: "MINEJ", Attention: 3}, nil, " Faro  MINEJ                             lun 23/11/2026 14:05   ! 3 por atender"},
		{"none", ui.Head{Acronym: "MINEJ"}, nil, " Faro  MINEJ                                    lun 23/11/2026 14:05   ✓ al día"},
		{"overdue", ui.Head{Acronym: "MINEJ", Attention: 1200, Overdue: true}, nil, " Faro  MINEJ                         lun 23/11/2026 14:05   ✗ 1,200 por atender"},
		{"no name yet", ui.Head{Attention: 1}, nil, " Faro                                    lun 23/11/2026 14:05   ! 1 por atender"},
		{"unknown is not none", ui.Head{}, advice{"x"}, " Faro                            lun 23/11/2026 14:05   ? por atender: sin dato"},
		{
			"a name that is too long",
			ui.Head{Acronym: strings.Repeat("PRONABEC", 8) + "\x1b[2J", Attention: 3},
			nil,
			" Faro  PRONABECPRONABECPRONABECPRONABE…  lun 23/11/2026 14:05   ! 3 por atender",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := build(uitest.Theme())
			r.head, r.headErr = c.head, c.err
			r.Start(80, 24)
			equal(t, "header", uitest.Line(r.View(), "Faro"), c.want)
		})
	}
}

func TestTabsFitAndTheActiveOneIsMarkedWithoutColours(t *testing.T) {
	for _, c := range []struct {
		width int
		want  string
	}{
		{100, " 1 Hoy   2 Contraseñas  [3 Roles]  4 Top 10   5 Informe   6 Cuentas                         ? ayuda"},
		{80, " 1 Hoy   2 Contraseñas  [3 Roles]  4 Top 10   5 Informe   6 Cuentas     ? ayuda"},
		{72, " 1 Hoy  2 Contraseñas [3 Roles] 4 Top 10  5 Informe  6 Cuentas  ? ayuda"},
		{60, " 1 Hoy 2 Contraseñas[3 Roles]4 Top 10 5 Informe 6 Cuentas ?"},
	} {
		r := start(t, c.width, 24)
		uitest.Press(r, "3")
		equal(t, fmt.Sprintf("tabs at %d", c.width), strings.Split(uitest.Plain(r.View()), "\n")[1], c.want)
	}
}

func TestTheActiveTabStandsInABlockOfColour(t *testing.T) {
	r := build(uitest.Colours(true))
	r.Start(80, 24)
	tabs := strings.Split(r.View(), "\n")[1]
	if !strings.Contains(tabs, uitest.Colours(true).Tab.Render(" 1 Hoy ")) {
		t.Errorf("tabs = %q", tabs)
	}
	equal(t, "tabs", strings.TrimRight(ansi.Strip(tabs), " "), " 1 Hoy   2 Contraseñas   3 Roles   4 Top 10   5 Informe   6 Cuentas     ? ayuda")
}

func TestAClickOnATabOpensItsScreen(t *testing.T) {
	for _, width := range []int{60, 80, 160} {
		r := start(t, width, 24)
		for i, n := range names() {
			if !uitest.ClickOn(r, fmt.Sprintf("%d %s", i+1, n)) {
				t.Fatalf("%d: no tab %s", width, n)
			}
			uitest.Shows(t, r.View(), fmt.Sprintf("[%d %s]", i+1, n), "pantalla "+string(n))
		}
		x, y, _ := uitest.Find(r.View(), "[6 Cuentas]")
		uitest.Click(r, x, y) // the bracket is no part of a label
		uitest.Shows(t, r.View(), "[6 Cuentas]")
		r.Update(tea.MouseMsg{X: 2, Y: 1, Button: tea.MouseButtonRight, Action: tea.MouseActionPress})
		r.Update(tea.MouseMsg{X: 2, Y: 1, Button: tea.MouseButtonLeft, Action: tea.MouseActionRelease})
		uitest.Shows(t, r.View(), "[6 Cuentas]")
		uitest.ClickOn(r, "?")
		uitest.Shows(t, r.View(), "Ayuda · Cuentas")
	}
}

func TestTheMouseReachesTheScreenCountedFromItsOwnFirstLine(t *testing.T) {
	r := start(t, 80, 24)
	x, y, ok := uitest.Find(r.View(), "teclas:")
	if !ok {
		t.Fatal(r.View())
	}
	uitest.Click(r, x+4, y)
	uitest.Wheel(r, 7, y, 2)
	s := r.pages[0]
	if len(s.mouse) != 4 || s.mouse[0].X != 4 || s.mouse[0].Y != 1 || !tea.MouseEvent(s.mouse[3]).IsWheel() {
		t.Errorf("mouse = %v", s.mouse)
	}
	for _, y := range []int{0, 1, 2, 22, 23} { // header, tabs, rules, footer
		uitest.Wheel(r, 7, y, 1)
	}
	uitest.Press(r, "?")
	uitest.Click(r, 7, 5)
	equal(t, "what reached the screen", len(s.mouse), 4)
}

func TestTheButtonsOfAQuestionCanBeClicked(t *testing.T) {
	for _, c := range []struct {
		label string
		yes   bool
	}{{"No", false}, {"Sí", true}} {
		r := start(t, 80, 24)
		ran := false
		uitest.Send(r, screen.ConfirmMsg{Question: "¿Sí o No?", Yes: func() tea.Msg { ran = true; return nil }})
		_, y, _ := uitest.Find(r.View(), "[ No ]")
		x, _, _ := uitest.Find(strings.Split(r.View(), "\n")[y], c.label)
		uitest.Click(r, x, y-2) // beside the buttons, on the question
		uitest.Shows(t, r.View(), "¿Sí o No?")
		uitest.Click(r, x, y)
		uitest.Hides(t, r.View(), "¿Sí o No?")
		equal(t, c.label, ran, c.yes)
	}
}

// TestAnyWindowFits goes through every width and height that matters with each
// thing that can be open, in one app, as a person drags a window's corner.
func TestAnyWindowFits(t *testing.T) {
	for _, th := range []struct {
		name string
		rig  *rig
	}{{"no colours", build(uitest.Theme())}, {"colours", build(uitest.Colours(false))}} {
		r := th.rig
		r.Start(1, 1)
		r.head.Acronym = "日本語 🇵🇪 " + strings.Repeat("Ñandú", 9)
		r.pages[0].body = strings.Repeat(strings.Repeat("日本語\x1b[31m🇵🇪 ñandú\x1b[0m ", 22)+strings.Repeat("\n日本語", 9)+"\n", 12)
		uitest.Send(r, screen.ChangedMsg{Note: "publicación de «日本語 🇵🇪» registrada"})
		long := strings.Repeat("¿De verdad desea retirar la publicación? ", 12)
		for name, open := range map[string]func(){
			"nothing":  func() {},
			"question": func() { uitest.Send(r, screen.ConfirmMsg{Question: long}) },
			"help":     func() { uitest.Press(r, "?") },
			"palette":  func() { uitest.Press(r, "ctrl+k"); uitest.Type(r, "a") },
			"error":    func() { uitest.Send(r, screen.ErrMsg{Doing: long, Err: advice{long}}) },
		} {
			r.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
			open()
			for _, size := range sizes() {
				r.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
				view := r.View()
				uitest.Fits(t, view, size[0], size[1])
				if got := strings.Count(view, "\n") + 1; got != size[1] {
					t.Errorf("%s, %s, %v: %d lines", th.name, name, size, got)
				}
				if t.Failed() {
					t.Fatalf("%s, %s, %v", th.name, name, size)
				}
			}
			r.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
			uitest.Press(r, "esc")
		}
	}
}

// sizes is every small window, and larger ones at a stride.
func sizes() [][2]int {
	var all [][2]int
	for w := 1; w <= 300; w += 1 + w/6 {
		for h := 1; h <= 100; h += 1 + h/3 {
			all = append(all, [2]int{w, h})
		}
	}
	return append(all, [2]int{59, 18}, [2]int{60, 17}, [2]int{60, 18}, [2]int{61, 19}, [2]int{300, 100})
}

func TestASmallWindowAsksForALargerOneInItsMiddle(t *testing.T) {
	r := start(t, 59, 17)
	lines := strings.Split(uitest.Plain(r.View()), "\n")
	equal(t, "lines", len(lines), 17)
	equal(t, "line 9", lines[8], "          Agrande la ventana: faro necesita 60×18")
	equal(t, "screens sized", r.pages[0].width, 0)
	uitest.Send(r, tea.WindowSizeMsg{Width: 60, Height: 18})
	uitest.Shows(t, r.View(), "pantalla Hoy 60×13")
	equal(t, "hidden screens sized", r.pages[5].height, 13)
}

func TestAScreenThatSpillsOverIsCut(t *testing.T) {
	r := start(t, 80, 24)
	r.pages[0].body = strings.Repeat(strings.Repeat("x", 90)+"\n", 40)
	uitest.Press(r, "down")
	uitest.Fits(t, r.View(), 80, 24)
	uitest.Shows(t, r.View(), "p pegar enlace")
}

func TestBeforeTheWindowHasASizeNothingIsDrawn(t *testing.T) {
	equal(t, "view", build(uitest.Theme()).View(), "")
}

func TestAQuestionCoversOnlyItsBox(t *testing.T) {
	r := start(t, 80, 24)
	digits := strings.Repeat("0123456789", 8)
	r.pages[0].body = strings.Repeat("\x1b[31m"+digits+"\x1b[0m\n", 19)
	uitest.Send(r, screen.ConfirmMsg{Question: "¿Firmar la revisión de noviembre?"})
	x, y, ok := uitest.Find(r.View(), "╭")
	right, _, _ := uitest.Find(r.View(), "╮")
	if right += 2; !ok { // The frame's corner and a space.
		t.Fatal(r.View())
	}
	for i, line := range strings.Split(r.View(), "\n")[3:22] {
		plain := []rune(ansi.Strip(line))
		inside := i+3 >= y && i+3 < y+5
		if !inside && string(plain) != digits {
			t.Errorf("line %d = %q", i, string(plain))
		}
		if inside && (string(plain[:x-1]) != digits[:x-1] || string(plain[right:]) != digits[right:] || plain[x-1] != ' ') {
			t.Errorf("line %d = %q", i, string(plain))
		}
		if inside && !strings.Contains(line, "\x1b[31m"+digits[right:]) {
			t.Errorf("the colour beside the box is gone: %q", line)
		}
	}
}

// TestWideCharactersUnderAnEdgeKeepTheLinesWidth has flags and Japanese cut in
// two by the box, wherever its edges fall.
func TestWideCharactersUnderAnEdgeKeepTheLinesWidth(t *testing.T) {
	r := start(t, 60, 18)
	for _, text := range []string{"日本", "🇵🇪", " 日\x1b[1m本\x1b[0m", "e\u0301日"} {
		for width := 60; width < 100; width++ {
			r.Update(tea.WindowSizeMsg{Width: width, Height: 18})
			r.pages[0].body = strings.Repeat(strings.Repeat(text, width/ansi.StringWidth(text))+"\n", 13)
			before := strings.Split(r.View(), "\n")
			uitest.Send(r, screen.ConfirmMsg{Question: "¿Firmar?"})
			for i, line := range strings.Split(r.View(), "\n")[3:16] {
				if got, want := ansi.StringWidth(line), ansi.StringWidth(before[i+3]); got != want || strings.Contains(line, "…") {
					t.Fatalf("%q at %d: line %d has %d cells, before %d: %q", text, width, i, got, want, line)
				}
			}
			uitest.Press(r, "esc")
		}
	}
}
