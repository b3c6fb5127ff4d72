package ui_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model/calendar"
	"faro/ui"
	"faro/ui/screen"
	"faro/ui/uitest"
)

func TestAnAnswerFindsItsScreenAfterThePersonMovedOn(t *testing.T) {
	r := start(t, 80, 24)
	r.pages[0].answer["p"] = func() tea.Msg { return answerMsg{"Hoy", "registrado"} }
	cmd := r.Update(screen.KeyNamed("p"))
	uitest.Press(r, "2")
	uitest.Run(r, cmd)
	equal(t, "answers of the hidden screen", strings.Join(r.pages[0].answers, " "), "cargado registrado")
	equal(t, "answers of the screen shown", strings.Join(r.pages[1].answers, " "), "cargado")
	equal(t, "answers of a screen never opened", len(r.pages[2].answers), 0)
}

func TestAScreenOpensAnotherOnARecord(t *testing.T) {
	r := start(t, 80, 24)
	r.pages[0].answer["enter"] = screen.Open(screen.Rotation, 42)
	uitest.Press(r, "enter")
	uitest.Shows(t, r.View(), "[2 Contraseñas]")
	equal(t, "record under the cursor", r.pages[1].focus, 42)
	equal(t, "starts", r.pages[1].inits, 1)
	uitest.Send(r, screen.OpenMsg{Name: screen.Rotation})
	equal(t, "record after an opening without one", r.pages[1].focus, 42)
	uitest.Run(r, screen.OpenAt(screen.TopTen, 7, calendar.NewDay(2026, time.October, 1).InMonth()))
	uitest.Shows(t, r.View(), "[4 Top 10]")
	equal(t, "month and record", r.pages[3].month, "2026-10 7")
	equal(t, "record alone", r.pages[3].focus, 0)
	uitest.Press(r, "2")
	uitest.Send(r, screen.OpenMsg{Name: "Ninguna"})
	uitest.Shows(t, r.View(), "[2 Contraseñas]")
}

func TestARecordedFactReloadsEveryOpenScreenAndTheHeader(t *testing.T) {
	r := start(t, 80, 24)
	uitest.Press(r, "2", "3")
	r.head.Attention = 2
	uitest.Send(r, screen.ChangedMsg{Note: "13:10 Facebook registrado"})
	for i, want := range []int{1, 1, 1, 0, 0, 0} {
		equal(t, r.pages[i].name, r.pages[i].changes, want)
	}
	uitest.Shows(t, r.View(), "! 2 por atender", "✓ 13:10 Facebook registrado")
}

func TestALateAnswerForTheHeaderIsDropped(t *testing.T) {
	r := start(t, 80, 24)
	ask := func(waiting int) tea.Msg {
		cmd := r.Update(screen.ChangedMsg{})
		r.head.Attention = waiting
		return cmd()
	}
	earlier := ask(7)
	later := ask(1)
	r.Update(later)
	r.Update(earlier)
	uitest.Shows(t, r.View(), "! 1 por atender")
}

func TestAHeaderThatCannotBeReadSaysSoUntilItCan(t *testing.T) {
	r := start(t, 80, 24)
	r.headErr = errors.New("disco lleno")
	uitest.Send(r, screen.ChangedMsg{})
	uitest.Shows(t, r.View(), "MINEJ", "? por atender: sin dato")
	r.headErr, r.head.Attention = nil, 0
	uitest.Send(r, screen.ChangedMsg{})
	uitest.Shows(t, r.View(), "✓ al día")
}

func TestTheHeaderIsAskedForAfterTheScreenHasAnswered(t *testing.T) {
	asked := false
	s := &stub{name: "Hoy"}
	app := uitest.Whole(ui.New(ui.Config{
		Theme: uitest.Theme(), Now: func() time.Time { return afternoon },
		Pages: []ui.Page{{Name: screen.Today, Screen: s}},
		Head: func(context.Context) (ui.Head, error) {
			asked = true
			return ui.Head{Attention: 1}, nil
		},
	}))
	cmd := app.Model.Init()
	uitest.Send(app, tea.WindowSizeMsg{Width: 80, Height: 24})
	uitest.Shows(t, app.View(), "Faro", "lun 23/11/2026 14:05", "p pegar enlace")
	uitest.Hides(t, app.View(), "por atender", "al día")
	equal(t, "asked before the first frame", asked, false)
	uitest.Run(app, cmd)
	equal(t, "asked after the screen's answer", asked, true)
	uitest.Shows(t, app.View(), "! 1 por atender")
}

func TestWithoutHeadUndoAndWatchTheAppStillWorks(t *testing.T) {
	s := &stub{name: "Hoy"}
	app := one(s)
	app.Start(80, 24)
	uitest.Hides(t, app.View(), "por atender", "deshacer")
	uitest.Press(app, "u", "3")
	equal(t, "keys left to the screen", pressed(s), "u 3")
	uitest.Press(app, "ctrl+k")
	uitest.Hides(t, app.View(), "Deshacer")
	uitest.Press(app, "esc")
	uitest.Send(app, screen.ChangedMsg{})
	equal(t, "reloads", s.changes, 1)
}

// The tests below run the real event loop and renderer on a clock of their
// own, so that seconds and minutes pass at once.

func TestAQuietQuarterOfAnHourWritesNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := build(uitest.Colours(false))
		p := play(t, r)
		p.size(100, 30)
		p.wait(5 * time.Second)
		before, looks := p.written(), r.looks.Load()
		view, views := r.View(), r.pages[0].views
		p.wait(15 * time.Minute)
		equal(t, "bytes written", p.written()-before, 0)
		equal(t, "drawings of the screen", r.pages[0].views-views, 0)
		equal(t, "view", r.View(), view)
		if got := r.looks.Load() - looks; got < 890 || got > 900 {
			t.Errorf("%d looks at the records in 900 seconds, want one a second", got)
		}
		p.quit()
	})
}

func TestTheMinuteOnTheClockReachesEveryOpenScreen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := build(uitest.Theme())
		p := play(t, r)
		p.size(100, 30)
		p.press("2")
		p.wait(3 * time.Second)
		equal(t, "ticks within the minute", r.pages[0].ticks, 0)
		r.setNow(afternoon.Add(59 * time.Second))
		p.wait(2 * time.Second)
		equal(t, "ticks at 14:05:59", r.pages[0].ticks, 0)
		r.setNow(afternoon.Add(61 * time.Second))
		r.setHead(ui.Head{Acronym: "MINEJ", Attention: 4, Overdue: true})
		p.wait(2 * time.Second)
		uitest.Shows(t, p.view(), "lun 23/11/2026 14:06   ✗ 4 por atender")
		equal(t, "ticks of the screen behind", r.pages[0].ticks, 1)
		equal(t, "ticks of the screen shown", r.pages[1].ticks, 1)
		equal(t, "ticks of a screen never opened", r.pages[2].ticks, 0)
		p.quit()
	})
}

func TestAnotherProcesssWriteReloadsWhatIsShown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := build(uitest.Theme())
		p := play(t, r)
		p.size(100, 30)
		p.wait(3 * time.Second)
		equal(t, "reloads before", r.pages[0].changes, 0)

		r.setHead(ui.Head{Acronym: "MINEJ", Attention: 9})
		r.setVersion(2, nil)
		p.wait(1100 * time.Millisecond)
		equal(t, "reloads within a second or so", r.pages[0].changes, 1)
		uitest.Shows(t, p.view(), "! 9 por atender", "✓ Actualizado con lo registrado desde otra ventana")
		p.wait(4 * time.Second)
		equal(t, "reloads after", r.pages[0].changes, 1)
		uitest.Hides(t, p.view(), "Actualizado")

		r.setVersion(0, errors.New("busy"))
		p.wait(3 * time.Second)
		uitest.Hides(t, p.view(), "No se pudo")
		r.setVersion(2, nil)
		p.wait(3 * time.Second)
		equal(t, "reloads after a look that failed", r.pages[0].changes, 1)
		r.setVersion(3, nil)
		p.wait(3 * time.Second)
		equal(t, "reloads after the next write", r.pages[0].changes, 2)
		p.quit()
	})
}

func TestAWriteBetweenTheStartAndTheFirstSecondIsSeen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := build(uitest.Theme())
		p := play(t, r)
		p.size(100, 30)
		p.wait(100 * time.Millisecond)
		r.setVersion(2, nil)
		p.wait(time.Second)
		equal(t, "reloads", r.pages[0].changes, 1)
		p.quit()
	})
}

func TestAScreenThatPanicsLeavesTheTerminalAsItWasAndIsSeen(t *testing.T) {
	for where := range panicPlaces {
		t.Run(where, func(t *testing.T) {
			var out string
			printed := capture(t, func() {
				synctest.Test(t, func(t *testing.T) {
					r := build(uitest.Theme())
					p := play(t, r)
					p.size(100, 30)
					p.wait(time.Second)
					r.pages[0].panics = where
					p.press("x")
					p.wait(40 * time.Second)
					if err := p.finished(); !errors.Is(err, tea.ErrProgramPanic) {
						t.Errorf("the program ended with %v", err)
					}
					out = p.output()
				})
			})
			if strings.LastIndex(out, "\x1b[?1049l") < strings.LastIndex(out, "\x1b[?1049h") {
				t.Error("the alternate screen was not left")
			}
			if !strings.Contains(printed, "Caught panic") || !strings.Contains(printed, "fallo de prueba") {
				t.Errorf("printed after that:\n%s", printed)
			}
		})
	}
}

// capture returns what is printed to the standard output and error meanwhile.
func capture(t *testing.T, do func()) string {
	t.Helper()
	file, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	stdout, stderr := os.Stdout, os.Stderr
	os.Stdout, os.Stderr = file, file
	defer func() { os.Stdout, os.Stderr = stdout, stderr }()
	do()
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file.Name())
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
