package ui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"faro/ui/screen"
	"faro/ui/theme"
)

// The smallest window in which every screen is whole.
const (
	minWidth  = 60
	minHeight = 18
)

// App is the root of the interface. It owns the window, the header, the
// footer and the choice of screen; what a screen shows is its own affair.
type App struct {
	config Config
	theme  theme.Theme
	keys   keys

	active int
	opened []bool // by page: its Init has been called
	layers []layer

	width, height int
	now           time.Time // as the header shows it
	head          headline
	watch         watch
	note          note
	fault         string // stays until the next key

	// The last frame, good until something happens that may change it.
	frame string
	stale bool
	rule  string
}

var _ tea.Model = (*App)(nil)

// New returns the app showing the first page. It reads nothing until Init.
func New(c Config) *App {
	a := &App{config: c, theme: c.Theme, opened: make([]bool, len(c.Pages)), stale: true}
	a.theme.Dialog = a.theme.Dialog.Margin(0, 1) // Air between the frame and the screen behind it.
	a.keys = newKeys(len(c.Pages))
	a.keys.Undo.SetEnabled(c.Undo != nil)
	a.now = c.Now()
	return a
}

// Init implements tea.Model. The watch takes its first number before the
// screen reads, so that no write between the two goes unseen.
func (a *App) Init() tea.Cmd {
	return tea.Batch(tea.Sequence(a.look(), a.open(screen.OpenMsg{Name: a.config.Pages[0].Name})), a.beat())
}

// Update implements tea.Model.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if beat, ok := msg.(beatMsg); ok {
		return a, a.beaten(beat) // Nothing is drawn anew unless it brings news.
	}
	a.stale = true
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.resize(msg.Width, msg.Height)
		return a, nil
	case tea.KeyMsg:
		return a, a.press(msg)
	case tea.MouseMsg:
		return a, a.mouse(msg)
	}
	if cmd, ok := a.heard(msg); ok {
		return a, cmd
	}
	return a, tea.Batch(a.tellAll(msg), a.headOnce())
}

// heard deals with the messages that are for the app.
func (a *App) heard(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case screen.OpenMsg:
		return a.open(msg), true
	case screen.NoteMsg:
		return a.show(msg.Text), true
	case screen.ChangedMsg:
		return tea.Batch(a.show(msg.Note), a.tellAll(msg), a.askHead()), true
	case screen.ErrMsg:
		a.fault = explain(msg)
	case screen.ConfirmMsg:
		a.push(newConfirm(a.theme, msg))
	case screen.PressMsg:
		return a.current().Update(screen.KeyNamed(msg.Key)), true
	case globalMsg:
		return a.act(msg.action), true
	case headMsg:
		a.takeHead(msg)
	case fadeMsg:
		a.fade(msg)
	case screen.PanicMsg:
		panic(msg.Text)
	default:
		return nil, false
	}
	return nil, true
}

// tellAll passes on what is neither a key nor for the app. Answers find their
// screen even when the person has moved on, because each screen knows only its
// own message types.
func (a *App) tellAll(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for i, p := range a.config.Pages {
		if a.opened[i] {
			cmds = append(cmds, p.Screen.Update(msg))
		}
	}
	return tea.Batch(cmds...)
}

// open shows a screen, starts it the first time, and goes to the record or the
// month if one is named.
func (a *App) open(msg screen.OpenMsg) tea.Cmd {
	for i, p := range a.config.Pages {
		if p.Name != msg.Name {
			continue
		}
		a.active = i
		var start tea.Cmd
		if !a.opened[i] {
			a.opened[i] = true
			start = p.Screen.Init()
		}
		return tea.Batch(start, find(p.Screen, msg))
	}
	return nil
}

func find(s screen.Screen, msg screen.OpenMsg) tea.Cmd {
	if f, ok := s.(screen.MonthFocuser); ok && !msg.Month.IsZero() {
		return f.FocusMonth(msg.Focus, msg.Month)
	}
	if f, ok := s.(screen.Focuser); ok && msg.Focus != 0 {
		return f.Focus(msg.Focus)
	}
	return nil
}

// resize gives every screen its room. A window that is too small shows none of
// them, so they keep the room they had.
func (a *App) resize(width, height int) {
	a.width, a.height = width, height
	if a.tooSmall() {
		return
	}
	a.rule = a.theme.Rule.Render(line(width))
	for _, p := range a.config.Pages {
		p.Screen.SetSize(width, a.bodyHeight())
	}
}

func (a *App) tooSmall() bool { return a.width < minWidth || a.height < minHeight }

func (a *App) current() screen.Screen { return a.config.Pages[a.active].Screen }
