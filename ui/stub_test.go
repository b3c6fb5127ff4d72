package ui_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
	"faro/ui"
	"faro/ui/screen"
	"faro/ui/theme"
	"faro/ui/uitest"
)

// stub is a screen that writes down what reaches it.
type stub struct {
	name          string
	keys          []string
	pasted        []string
	mouse         []tea.MouseMsg
	inits         int
	ticks         int
	changes       int
	answers       []string
	focus         model.ID
	month         string // and the record, of the last FocusMonth
	capturing     bool
	unsaved       string
	body          string
	width, height int
	answer        map[string]tea.Cmd
	panics        string // where, at the next key
	broken        bool
	views         int // how often it was drawn
}

// panicPlaces are where a stub can be made to panic.
var panicPlaces = map[string]func(*stub) tea.Cmd{
	"update":  func(*stub) tea.Cmd { panic("fallo de prueba") },
	"view":    func(s *stub) tea.Cmd { s.broken = true; return nil },
	"command": func(*stub) tea.Cmd { return screen.Do(func(context.Context) tea.Msg { panic("fallo de prueba") }) },
}

// answerMsg is what the stub's own commands answer with.
type answerMsg struct{ to, text string }

var _ screen.Screen = (*stub)(nil)

func (s *stub) Init() tea.Cmd {
	s.inits++
	name := s.name
	return func() tea.Msg { return answerMsg{name, "cargado"} }
}

func (s *stub) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		if msg.Paste {
			s.pasted = append(s.pasted, string(msg.Runes))
			return nil
		}
		s.keys = append(s.keys, msg.String())
		if fail := panicPlaces[s.panics]; fail != nil {
			return fail(s)
		}
		return s.answer[msg.String()]
	case tea.MouseMsg:
		s.mouse = append(s.mouse, msg)
	case screen.TickMsg:
		s.ticks++
	case screen.ChangedMsg:
		s.changes++
	case answerMsg:
		if msg.to == s.name {
			s.answers = append(s.answers, msg.text)
		}
	}
	return nil
}

func (s *stub) View() string {
	s.views++
	if s.broken {
		panic("fallo de prueba")
	}
	if s.body != "" {
		return s.body
	}
	return fmt.Sprintf("pantalla %s %d×%d\nteclas: %s", s.name, s.width, s.height, strings.Join(s.keys, " "))
}

func (s *stub) SetSize(w, h int) { s.width, s.height = w, h }
func (s *stub) Capturing() bool  { return s.capturing }
func (s *stub) Unsaved() string  { return s.unsaved }
func (s *stub) Focus(id model.ID) tea.Cmd {
	s.focus = id
	return nil
}

func (s *stub) FocusMonth(id model.ID, month calendar.Month) tea.Cmd {
	s.month = fmt.Sprintf("%s %d", month, id)
	return nil
}

func (s *stub) Explain() string {
	return "Aquí se ve qué falta publicar hoy en cada cuenta, según el numeral 6.2.2.4.\nPegue el enlace de una publicación para registrarla."
}

var (
	postKey   = key.NewBinding(key.WithKeys("+"), key.WithHelp("+", "publicar ahora"))
	pasteKey  = key.NewBinding(key.WithKeys("p"), key.WithHelp("p", "pegar enlace"))
	openKey   = key.NewBinding(key.WithKeys("enter"), key.WithHelp("Enter", "detalle"))
	excuseKey = key.NewBinding(key.WithKeys("j"), key.WithHelp("j", "justificar día"))
	reviewKey = key.NewBinding(key.WithKeys("v"), key.WithHelp("v", "revisión de cuentas"))
)

func (s *stub) ShortHelp() []key.Binding {
	return []key.Binding{postKey, pasteKey, openKey, excuseKey}
}

func (s *stub) FullHelp() [][]key.Binding {
	return [][]key.Binding{{postKey, pasteKey, excuseKey}, {openKey, reviewKey}}
}

// rig is an app of six stubs at 14:05 of Monday 23 November 2026.
type rig struct {
	*uitest.Program
	pages   []*stub
	undone  []string
	undoErr error

	// What commands read off the event loop while a test changes it.
	mu       sync.Mutex
	now      time.Time
	head     ui.Head
	headErr  error
	version  int64
	watchErr error
	looks    atomic.Int64
}

func (r *rig) readHead(context.Context) (ui.Head, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.head, r.headErr
}

func (r *rig) look(context.Context) (int64, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.looks.Add(1)
	return r.version, r.watchErr
}

func (r *rig) clock() time.Time {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.now
}

func (r *rig) setNow(now time.Time) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.now = now
}

func (r *rig) setHead(h ui.Head) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.head = h
}

func (r *rig) setVersion(version int64, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.version, r.watchErr = version, err
}

var afternoon = calendar.NewDay(2026, time.November, 23).At(14, 5, 0)

func names() []screen.Name {
	return []screen.Name{screen.Today, screen.Rotation, screen.Roles, screen.TopTen, screen.Report, screen.Accounts}
}

// build makes the app without starting it.
func build(th theme.Theme) *rig {
	r := &rig{now: afternoon, head: ui.Head{Acronym: "MINEJ", Attention: 3}, version: 41}
	config := ui.Config{
		Theme: th,
		Now:   r.clock,
		Head:  r.readHead,
		Watch: r.look,
		Undo: func(context.Context) (string, error) {
			if r.undoErr != nil {
				return "", r.undoErr
			}
			what := fmt.Sprintf("publicación de Facebook de 14:0%d", 5-len(r.undone))
			r.undone = append(r.undone, what)
			return what, nil
		},
	}
	for _, n := range names() {
		s := &stub{name: string(n), answer: map[string]tea.Cmd{}}
		r.pages = append(r.pages, s)
		config.Pages = append(config.Pages, ui.Page{Name: n, Screen: s})
	}
	r.Program = uitest.Whole(ui.New(config))
	return r
}

// start makes the app in a window, without colours, and lets it settle.
func start(t *testing.T, width, height int) *rig {
	t.Helper()
	r := build(uitest.Theme())
	r.Start(width, height)
	return r
}

func equal[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}

func pressed(s *stub) string { return strings.Join(s.keys, " ") }

func downKey() tea.Msg { return screen.KeyNamed("down") }

// one makes an app of a single screen and nothing else.
func one(s screen.Screen) *uitest.Program {
	return uitest.Whole(ui.New(ui.Config{
		Theme: uitest.Theme(), Now: func() time.Time { return afternoon },
		Pages: []ui.Page{{Name: screen.Today, Screen: s}},
	}))
}
