package ui

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"faro/ui/screen"
)

// pulse is how often the app looks whether anything changed by itself: another
// process's write, or the minute on the clock.
const pulse = time.Second

// watch is the last number Config.Watch gave.
type watch struct {
	version int64
	known   bool
}

// beatMsg is one look. Most of them bring nothing, and then nothing is drawn.
type beatMsg struct {
	version int64
	known   bool // the number could be read
	first   bool
}

// headline is what the header knows. number is that of the last question, so
// that the late answer to an earlier one is not taken for it.
type headline struct {
	Head
	known, failed bool
	number        int
}

type headMsg struct {
	number int
	head   Head
	err    error
}

// look takes the first number, before the screens read.
func (a *App) look() tea.Cmd {
	if a.config.Watch == nil {
		return nil
	}
	return readVersion(a.config.Watch, true)
}

// beat looks again in a second, off the event loop.
func (a *App) beat() tea.Cmd {
	read := readVersion(a.config.Watch, false)
	return tea.Tick(pulse, func(time.Time) tea.Msg { return read() })
}

// readVersion asks once. A look that fails is no news: whoever reads next will
// hear of it and say so.
func readVersion(read func(context.Context) (int64, error), first bool) tea.Cmd {
	return screen.Do(func(ctx context.Context) tea.Msg {
		if read == nil {
			return beatMsg{first: first}
		}
		version, err := read(ctx)
		return beatMsg{version, err == nil, first}
	})
}

// beaten takes a look's answer and tells the screens if it brings news.
func (a *App) beaten(msg beatMsg) tea.Cmd {
	var cmds []tea.Cmd
	if !msg.first { // The first look comes before the screen has read.
		cmds = append(cmds, a.beat(), a.headOnce())
	}
	if msg.known {
		foreign := a.watch.known && msg.version != a.watch.version
		a.watch = watch{msg.version, true}
		if foreign {
			a.stale = true
			cmds = append(cmds, a.show("Actualizado con lo registrado desde otra ventana"),
				a.tellAll(screen.ChangedMsg{}), a.askHead())
		}
	}
	return tea.Batch(append(cmds, a.tick())...)
}

// tick tells the screens when the minute changed. Duties fall due by the
// clock, so the header counts anew.
func (a *App) tick() tea.Cmd {
	now := a.config.Now()
	if now.Truncate(time.Minute).Equal(a.now.Truncate(time.Minute)) {
		return nil
	}
	a.now, a.stale = now, true
	return tea.Batch(a.tellAll(screen.TickMsg{Now: now}), a.askHead())
}

// headOnce asks for the header's figures the first time only: after a screen
// has answered, so that they do not delay the first frame.
func (a *App) headOnce() tea.Cmd {
	if a.head.number > 0 {
		return nil
	}
	return a.askHead()
}

func (a *App) askHead() tea.Cmd {
	read := a.config.Head
	if read == nil {
		return nil
	}
	a.head.number++
	number := a.head.number
	return screen.Do(func(ctx context.Context) tea.Msg {
		head, err := read(ctx)
		return headMsg{number, head, err}
	})
}

func (a *App) takeHead(msg headMsg) {
	if msg.number != a.head.number {
		return
	}
	if a.head.failed = msg.err != nil; !a.head.failed {
		a.head.Head, a.head.known = msg.head, true
	}
}
