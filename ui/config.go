package ui

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"faro/ui/screen"
	"faro/ui/theme"
)

// Config is what the App is made of. Head, Undo and Watch may be nil: then the
// header counts nothing, there is no undo, and nobody else's writes are seen.
type Config struct {
	Theme theme.Theme
	// Pages are the screens in the order of their tabs; at least one. The
	// first is shown at the start.
	Pages []Page
	// Now is the clock. It is read on the event loop only.
	Now func() time.Time
	// Head reads what the header says.
	Head func(context.Context) (Head, error)
	// Undo takes the last recorded fact back and says which it was:
	// "publicación de Facebook de 14:05".
	Undo func(context.Context) (string, error)
	// Watch gives a number that changes when another process has written to the
	// records. It is called once a second, off the event loop.
	Watch func(context.Context) (int64, error)
}

// Page is a screen and the name on its tab.
type Page struct {
	Name   screen.Name
	Screen screen.Screen
}

// Head is what the header says about the entity.
type Head struct {
	Acronym   string // "MINEJ"
	Attention int    // duties that wait for somebody
	Overdue   bool   // one of them is past its day
}

// Options are how Bubble Tea must run the App: on the alternate screen, with
// clicks and the wheel, and at 120 frames a second, which takes 9 ms off the
// first one.
func Options() []tea.ProgramOption {
	return []tea.ProgramOption{tea.WithAltScreen(), tea.WithMouseCellMotion(), tea.WithFPS(120)}
}
