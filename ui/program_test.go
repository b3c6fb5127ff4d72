package ui_test

import (
	"bytes"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/exp/teatest"

	"faro/ui"
	"faro/ui/screen"
	"faro/ui/uitest"
)

// played is the app under the real event loop, inside a synctest bubble.
type played struct {
	rig     *rig
	program *tea.Program
	out     paper
	done    chan struct{}
	err     error
}

// paper is a terminal that keeps what is written to it.
type paper struct {
	mu   sync.Mutex
	text []byte
}

func (p *paper) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.text = append(p.text, b...)
	return len(b), nil
}

func play(t *testing.T, r *rig) *played {
	t.Helper()
	p := &played{rig: r, done: make(chan struct{})}
	opts := append(ui.Options(), tea.WithInput(nil), tea.WithOutput(&p.out), tea.WithoutSignalHandler())
	p.program = tea.NewProgram(r.Model, opts...)
	go func() {
		defer close(p.done)
		_, p.err = p.program.Run()
	}()
	synctest.Wait()
	return p
}

// meet brings the test and the event loop to the same point, so that what the
// test has read may change again.
func (p *played) meet() { p.program.Send(nil) }

func (p *played) size(w, h int) { p.program.Send(tea.WindowSizeMsg{Width: w, Height: h}) }

func (p *played) press(name string) { p.program.Send(screen.KeyNamed(name)) }

// wait lets time pass on the bubble's clock and everything due happen.
func (p *played) wait(d time.Duration) {
	p.meet()
	time.Sleep(d)
	synctest.Wait()
}

func (p *played) output() string {
	p.out.mu.Lock()
	defer p.out.mu.Unlock()
	return string(p.out.text)
}

func (p *played) written() int { return len(p.output()) }

// view is safe to ask for only while the event loop rests.
func (p *played) view() string { return p.rig.View() }

func (p *played) finished() error {
	<-p.done
	return p.err
}

func (p *played) quit() {
	p.meet()
	p.program.Quit()
	<-p.done
	time.Sleep(5 * time.Second) // The timers under way end by themselves.
}

// TestAMorning is the whole app on a terminal, as a person uses it.
func TestAMorning(t *testing.T) {
	r := build(uitest.Theme())
	r.pages[0].answer["p"] = screen.Confirm("¿Registrar la publicación?", func() tea.Msg {
		return screen.ChangedMsg{Note: "14:05 Facebook registrado"}
	})
	tm := teatest.NewTestModel(t, r.Model, teatest.WithInitialTermSize(100, 30))
	wait := func(text string) {
		t.Helper()
		teatest.WaitFor(t, tm.Output(), func(b []byte) bool { return bytes.Contains(b, []byte(text)) }, teatest.WithDuration(10*time.Second))
	}
	press := func(name string) { tm.Send(screen.KeyNamed(name)) }
	wait("! 3 por atender")
	press("p")
	wait("[ No ]")
	press("s")
	wait("14:05 Facebook registrado")
	press("ctrl+k")
	tm.Type("contra")
	wait("Ir a Contraseñas")
	press("enter")
	wait("[2 Contraseñas]")
	press("q")
	tm.WaitFinished(t, teatest.WithFinalTimeout(10*time.Second))
	equal(t, "reloads", r.pages[0].changes, 1)
}
