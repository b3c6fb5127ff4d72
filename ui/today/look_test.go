package today_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"faro/model"
	"faro/ui/screen"
	"faro/ui/theme"
	"faro/ui/uitest"
)

// morning is the ministry of look.md at 14:05, with a day's work in it.
func morning(t *testing.T) *rig {
	t.Helper()
	r := ministry(t, monday.At(14, 5, 0))
	for d := 16; d < 23; d++ {
		for i := range 3 {
			if d != 19 || i < 2 {
				r.post(model.Facebook, day(d).At(9+3*i, 0, 0), model.Publication)
			}
		}
		r.post(model.Instagram, day(d).At(10, 0, 0), model.Reel)
		if d%2 == 0 {
			r.post(model.TikTok, day(d).At(12, 0, 0), model.Video)
		}
	}
	r.add(model.Post{AccountID: r.ids[model.Facebook], At: monday.At(9, 0, 0), Precision: model.RecordedTime, Link: facebookLink("first")})
	r.post(model.Facebook, monday.At(13, 10, 0), model.Live)
	for i := range 5 {
		r.post(model.X, monday.At(8+i, 30, 0), model.Publication)
	}
	r.post(model.X, monday.At(13, 0, 0), model.Reply)
	r.post(model.Instagram, monday.At(11, 0, 0), model.Carousel)
	r.post(model.TikTok, monday.At(12, 0, 0), model.Video)
	return r
}

func TestLookAt80x24(t *testing.T)  { uitest.Golden(t, morning(t).start(80, 19).View()) }
func TestLookAt100x30(t *testing.T) { uitest.Golden(t, morning(t).start(100, 25).View()) }
func TestLookAt160x50(t *testing.T) { uitest.Golden(t, morning(t).start(160, 45).View()) }
func TestLookAt60x18(t *testing.T)  { uitest.Golden(t, morning(t).start(60, 13).View()) }

func TestLookOfTheDetail(t *testing.T) {
	r := morning(t).start(100, 25)
	r.press("down", "enter")
	uitest.Golden(t, r.View())
}

func TestLookOfALink(t *testing.T) {
	r := morning(t).start(80, 19)
	r.press("p")
	r.paste(xLink("MinEjemploPeru", monday.At(13, 40, 0)))
	uitest.Golden(t, r.View())
}

func TestLookOfSeveralLinks(t *testing.T) {
	r := morning(t).start(80, 19)
	r.press("N")
	r.paste(facebookLink("one") + " 1115\n" + xLink("MinEjemploPeru", monday.At(13, 40, 0)) + "\nhttps://bit.ly/3abc\nhttps://youtu.be/abcdefghijk")
	r.press("ctrl+s")
	uitest.Golden(t, r.View())
}

func TestLookOfNothingYet(t *testing.T) {
	uitest.Golden(t, empty(t, monday.At(9, 0, 0)).start(80, 19).View())
}

// Nothing important is cut at 80×24: every account, its next step, the axis and
// what waits are there.
func TestNothingImportantIsCutAt80x24(t *testing.T) {
	r := morning(t).start(80, 19)
	r.shows("2/3", "desde 15:10", "5/5", "meta: 1 más", "hasta dom 29", "7 DÍAS", "SIGUIENTE",
		"Facebook hoy   … en curso · falta 1 · próxima desde 15:10 · 6.2.2.4", "09:00", "13:10", "POR ATENDER 1", "6.1.2.11")
	r.SetSize(60, 13)
	r.shows("2/3", "desde 15:10", "meta: 1 más", "@MinEjemploPeru", "hasta dom 29", "falta 1", "09:00", "13:10", "6.1.2.11")
}

// Whatever the names and the window, nothing spills over.
func TestViewFitsAnyWindow(t *testing.T) {
	r := morning(t)
	r.account(model.Account{Network: model.Instagram, Handle: strings.Repeat("larguísimo", 20), Name: "Łódź 日本語 " + strings.Repeat("x", 200)})
	r.account(model.Account{Network: model.X, Handle: "👩‍👩‍👧‍👦🇵🇪日本語", Name: "e\u0301"})
	for i := range 40 {
		r.account(model.Account{Network: model.Other, NetworkName: "Réseau „Ł” 日本 " + fmt.Sprint(i), Name: "Cuenta " + fmt.Sprint(i)})
	}
	r.add(model.Post{AccountID: r.ids[model.X], Day: monday, Kind: model.ThreadPart})
	r.start(100, 30)
	ways := [][]string{
		{},
		{"down"},
		{"end"},
		{"tab"},
		{"esc", "home", "enter"},
		{"esc", "left"},
		{"p"},
		{"esc", "j"},
		{"esc", "N"},
		{"esc", "t", "enter", "e"},
		{"esc", "l"},
		{"esc", "esc", "/", "o"},
	}
	for _, keys := range ways {
		r.press(keys...)
		for _, size := range [][2]int{{1, 1}, {3, 2}, {10, 5}, {20, 5}, {40, 9}, {60, 13}, {71, 14}, {80, 19}, {96, 22}, {100, 25}, {139, 30}, {140, 30}, {160, 45}, {300, 100}} {
			r.SetSize(size[0], size[1])
			uitest.Fits(t, r.View(), size[0], size[1])
		}
		r.SetSize(100, 30)
	}
	r.SetSize(0, 0)
	equal(t, "view of no room", r.View(), "")
}

func TestDialogsFitAnyWindow(t *testing.T) {
	r := morning(t)
	r.account(model.Account{Network: model.Instagram, Handle: "otra"})
	r.start(100, 30)
	for _, text := range []string{"", "hola", facebookLink("x"), instagramLink(monday.At(8, 0, 0)), facebookLink("x") + " 1800"} {
		r.press("p")
		r.paste(text)
		for _, size := range [][2]int{{1, 1}, {20, 5}, {60, 13}, {80, 19}, {160, 45}} {
			r.SetSize(size[0], size[1])
			uitest.Fits(t, r.View(), size[0], size[1])
		}
		r.press("esc", "s")
	}
	r.press("N")
	r.paste(strings.Repeat(facebookLink("x")+"\nhola\n"+instagramLink(monday.At(8, 0, 0))+"\n", 20))
	for _, key := range []string{"ctrl+s", "down", "end", "d"} {
		r.press(key)
		for _, size := range [][2]int{{1, 1}, {20, 5}, {60, 13}, {80, 19}, {160, 45}} {
			r.SetSize(size[0], size[1])
			uitest.Fits(t, r.View(), size[0], size[1])
		}
	}
}

// Colour is never the only carrier: without any the same words and marks are
// there.
func TestWithoutColoursNothingIsLost(t *testing.T) {
	for name, th := range map[string]theme.Theme{"dark": uitest.Colours(false), "light": uitest.Colours(true), "sixteen": uitest.Sixteen(false)} {
		t.Run(name, func(t *testing.T) {
			r := morning(t).start(100, 25)
			plain := r.View()
			coloured := r.colours(th).start(100, 25).View()
			if strings.Contains(plain, "\x1b") {
				t.Error("the view without colours has escape sequences")
			}
			if !strings.Contains(coloured, "\x1b[") {
				t.Error("the view with colours has none")
			}
			want := strings.ReplaceAll(uitest.Plain(plain), "░", "▓")
			if got := strings.ReplaceAll(uitest.Plain(coloured), "░", "▓"); got != want {
				t.Errorf("with colours:\n%s\nwithout:\n%s", got, want)
			}
		})
	}
}

// The mouse: a click selects, another on the same opens, the wheel scrolls.
func TestTheMouseSelectsOpensAndScrolls(t *testing.T) {
	r := morning(t).start(100, 25)
	uitest.ClickOn(r.Screen, "TikTok    @")
	r.shows("▌ TikTok", "TikTok semana 48")
	uitest.ClickOn(r.Screen, "TikTok    @")
	r.shows("TikTok @minejemploperu  Ministerio de Ejemplo")
	r.press("esc")
	uitest.ClickOn(r.Screen, "Revisión de roles")
	if line := r.line("Revisión de roles"); !strings.HasPrefix(line, "▌") {
		t.Errorf("duty = %q", line)
	}
	x, y, _ := uitest.Find(r.View(), "Revisión de roles")
	msgs := messages(uitest.Click(r.Screen, x, y))
	if open, ok := last[screen.OpenMsg](msgs); !ok || open.Name != screen.Roles {
		t.Errorf("opened %+v", open)
	}
	uitest.ClickOn(r.Screen, "X         @")
	uitest.ClickOn(r.Screen, "X         @")
	uitest.ClickOn(r.Screen, "● 08:30")
	uitest.ClickOn(r.Screen, "● 08:30")
	r.shows("Publicación de X de las 08:30")
	uitest.ClickOn(r.Screen, "Enlace  ")
	r.typeIn("z")
	r.shows("z")
	r.press("esc", "s", "esc")
	equal(t, "capturing", r.Capturing(), false)

	r.start(160, 45) // What waits is in its own pane here.
	x, y, _ = uitest.Find(r.View(), "Revisión de roles")
	uitest.Click(r.Screen, x, y)
	msgs = messages(uitest.Click(r.Screen, x, y+1))
	if open, ok := last[screen.OpenMsg](msgs); !ok || open.Name != screen.Roles {
		t.Errorf("opened %+v", open)
	}
}

func TestTheWheelScrollsTheAccounts(t *testing.T) {
	r := empty(t, monday.At(9, 0, 0))
	for i := range 60 {
		r.account(model.Account{Network: model.Facebook, Handle: fmt.Sprintf("entidad%02d", i)})
	}
	r.start(100, 25)
	r.shows("@entidad00")
	uitest.Wheel(r.Screen, 5, 3, 4)
	r.hides("@entidad00")
	r.shows("@entidad12")
	uitest.Wheel(r.Screen, 5, 3, -4)
	r.shows("@entidad00")
}

// The selected row of a terminal with colours is lit across its whole width.
func TestTheSelectedRowIsLitAcross(t *testing.T) {
	r := morning(t).colours(uitest.Colours(false)).start(100, 25)
	row := strings.Split(r.View(), "\n")[1]
	if !strings.Contains(ansi.Strip(row), "▌ Facebook") {
		t.Fatalf("row = %q", ansi.Strip(row))
	}
	for _, part := range strings.Split(strings.TrimRight(row, " │┃\x1b[0m"), "\x1b[0m") {
		if ansi.StringWidth(part) > 1 && !strings.Contains(part, "48;2;") {
			t.Errorf("part %q of the row has no ground", part)
		}
	}
}

func BenchmarkView(b *testing.B) {
	for _, size := range [][2]int{{80, 19}, {160, 45}} {
		b.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(b *testing.B) {
			r := crowd(b)
			uitest.Open(r.Screen, size[0], size[1])
			for b.Loop() {
				_ = r.View()
			}
		})
	}
}
