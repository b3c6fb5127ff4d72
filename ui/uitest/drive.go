package uitest

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"faro/ui/screen"
)

// Target is what the pretend user sits before: a screen.Screen, or a whole
// program through Whole.
type Target interface {
	Update(msg tea.Msg) tea.Cmd
	View() string
}

// Program is a whole tea.Model worked like a screen.
type Program struct{ Model tea.Model }

// Whole lets the pretend user work the app itself. Unlike a screen it gets
// back every message its commands answer with, its own included.
func Whole(m tea.Model) *Program { return &Program{m} }

// Update passes the message on and keeps the model that comes back.
func (p *Program) Update(msg tea.Msg) tea.Cmd {
	m, cmd := p.Model.Update(msg)
	p.Model = m
	return cmd
}

// whole tells a program from a screen, also when a test embeds it.
func (p *Program) whole() {}

// View is what the program shows.
func (p *Program) View() string { return p.Model.View() }

// Start sends the window's size and runs what Init asks for, as Bubble Tea
// does at the start of a program.
func (p *Program) Start(width, height int) []tea.Msg {
	cmd := p.Model.Init()
	msgs := Send(p, tea.WindowSizeMsg{Width: width, Height: height})
	return append(msgs, Run(p, cmd)...)
}

// Open gives a screen its room and runs its Init to the end.
func Open(s screen.Screen, width, height int) []tea.Msg {
	s.SetSize(width, height)
	return Run(s, s.Init())
}

// Send hands over one message and runs what follows.
func Send(s Target, msg tea.Msg) []tea.Msg { return Run(s, s.Update(msg)) }

// Run runs a command and everything that follows from it, in order, and
// returns the messages that came by.
func Run(s Target, cmd tea.Cmd) []tea.Msg {
	r := run{target: s}
	r.command(cmd)
	return r.seen
}

// enough messages for any honest key; more means that two commands answer
// each other for ever.
const enough = 10_000

type run struct {
	target Target
	seen   []tea.Msg
}

func (r *run) command(cmd tea.Cmd) {
	if cmd == nil || waits(cmd) {
		return
	}
	msg, done := finish(cmd)
	if !done || msg == nil {
		return
	}
	if all, ok := several(msg); ok {
		for _, c := range all {
			r.command(c)
		}
		return
	}
	if r.seen = append(r.seen, msg); len(r.seen) > enough {
		panic(fmt.Sprintf("uitest: more than %d messages, the last a %T", enough, msg))
	}
	if next, ok := r.forTarget(msg); ok {
		r.command(r.target.Update(next))
	}
}

// forTarget is the message as the target would get it. What a screen says to
// the app never comes back to the screen, except the news that records changed
// and the keys chosen in the palette.
func (r *run) forTarget(msg tea.Msg) (tea.Msg, bool) {
	switch msg := msg.(type) {
	case tea.QuitMsg:
		return nil, false
	case screen.PanicMsg:
		panic(msg.Text)
	}
	if _, app := r.target.(interface{ whole() }); app {
		return msg, true
	}
	switch msg := msg.(type) {
	case screen.OpenMsg, screen.NoteMsg, screen.ErrMsg, screen.ConfirmMsg:
		return nil, false
	case screen.PressMsg:
		return screen.KeyNamed(msg.Key), true
	}
	return msg, true
}

// several takes a batch or a sequence apart. The type of a sequence is the
// library's own, so it is told by its shape.
func several(msg tea.Msg) ([]tea.Cmd, bool) {
	if batch, ok := msg.(tea.BatchMsg); ok {
		return batch, true
	}
	v := reflect.ValueOf(msg)
	if v.Kind() != reflect.Slice || v.Type().Elem() != reflect.TypeFor[tea.Cmd]() {
		return nil, false
	}
	all := make([]tea.Cmd, v.Len())
	for i := range all {
		all[i], _ = v.Index(i).Interface().(tea.Cmd)
	}
	return all, true
}

// waits tells a timer from work by where its function was written: in
// Bubble Tea's Tick or Every, or in the blinking of Bubbles' cursor.
func waits(cmd tea.Cmd) bool {
	pc := reflect.ValueOf(cmd).Pointer()
	f := runtime.FuncForPC(pc)
	if f == nil {
		return false
	}
	file, _ := f.FileLine(pc)
	file = strings.ReplaceAll(file, `\`, "/")
	name := f.Name()
	switch {
	case strings.Contains(file, "/bubbletea@") && strings.HasSuffix(file, "/commands.go"):
		return strings.Contains(name, "Tick.func") || strings.Contains(name, "Every.func")
	case strings.Contains(file, "/bubbles@") && strings.HasSuffix(file, "/cursor/cursor.go"):
		return strings.Contains(name, "BlinkCmd.func")
	}
	return false
}

// patience is how long a command may take before it is given up as one that
// waits for something no test will bring. It is long because real stores on
// busy machines are slow, and costs nothing to commands that end.
const patience = 20 * time.Second

func finish(cmd tea.Cmd) (tea.Msg, bool) {
	answer := make(chan tea.Msg, 1)
	go func() { answer <- cmd() }()
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case msg := <-answer:
		return msg, true
	case <-timer.C:
		return nil, false
	}
}
