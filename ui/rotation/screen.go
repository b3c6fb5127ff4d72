// Package rotation is the screen «Contraseñas»: one row for each credential,
// with its own clock, who holds it and when it must be changed again (6.1.2.4,
// 6.1.2.5). No password is ever typed into it, shown twice or stored.
package rotation

import (
	"context"
	"strings"
	"time"

	"github.com/charmbracelet/bubbles/cursor"
	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/ui/screen"
	"faro/ui/theme"
	"faro/ui/widget"
)

// Records is what this screen needs of the store, and no more.
type Records interface {
	Accounts(context.Context) ([]model.Account, error)
	People(context.Context) ([]model.Person, error)
	Appointments(context.Context) ([]model.Appointment, error)
	Credentials(context.Context) ([]model.Credential, error)
	Custodies(context.Context) ([]model.Custody, error)
	LatestChanges(context.Context) ([]model.CredentialChange, error)
	Criteria(context.Context) (directive.Criteria, error)
	Changes(ctx context.Context, credential model.ID) ([]model.CredentialChange, error)
	RecordChange(context.Context, model.CredentialChange) (model.CredentialChange, error)
	SetCustodians(ctx context.Context, credential model.ID, people []model.ID, from calendar.Day) error
}

// Screen implements screen.Screen.
type Screen struct {
	records Records
	now     func() time.Time
	theme   theme.Theme
	keys    keys
	copy    func(string) error // puts a text on the clipboard; nil where there is none

	facts    directive.Facts
	clocks   []directive.Clock
	findings map[model.ID][]directive.Duty // by credential
	shown    []int                         // clocks that pass the filter
	list     widget.List
	filter   textinput.Model
	focus    model.ID     // credential to go to once it is loaded
	today    calendar.Day // the clocks are as of this day
	loaded   bool

	past   history
	dialog widget.Dialog
	width  int
	height int
}

// history is the list of changes of the credential under the cursor, read when
// there is room to show it.
type history struct {
	credential model.ID
	changes    []model.CredentialChange
}

var (
	_ screen.Screen    = (*Screen)(nil)
	_ screen.Commander = (*Screen)(nil)
	_ screen.Focuser   = (*Screen)(nil)
	_ screen.Keeper    = (*Screen)(nil)
	_ screen.Explainer = (*Screen)(nil)
)

// New returns the screen; it reads nothing until Init. clipboard may be nil.
func New(r Records, now func() time.Time, th theme.Theme, clipboard func(string) error) *Screen {
	f := textinput.New()
	f.Prompt = "Buscar: "
	f.Cursor.SetMode(cursor.CursorStatic)
	return &Screen{records: r, now: now, theme: th, keys: defaultKeys(), copy: clipboard, filter: f}
}

// Init reads the clocks.
func (s *Screen) Init() tea.Cmd { return s.load() }

// SetSize implements screen.Screen.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.list.SetHeight(s.rowsRoom())
}

// Capturing implements screen.Screen.
func (s *Screen) Capturing() bool { return s.filter.Focused() || s.dialog != nil }

// Unsaved implements screen.Keeper.
func (s *Screen) Unsaved() string {
	if d, ok := s.dialog.(*widget.Ask); ok {
		return d.Unsaved()
	}
	return ""
}

// Focus puts the cursor on a credential.
func (s *Screen) Focus(id model.ID) tea.Cmd {
	s.focus = id
	s.seek()
	return s.recall()
}

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loadedMsg:
		return s.show(msg)
	case historyMsg:
		if c, ok := s.current(); ok && c.Credential.ID == msg.credential {
			s.past = history(msg)
		}
	case recordedMsg:
		return s.recorded(msg)
	case screen.ChangedMsg:
		return s.load()
	case screen.TickMsg:
		return s.newDay(msg.Now)
	case tea.KeyMsg:
		return s.press(msg)
	case tea.MouseMsg:
		return s.mouse(msg)
	}
	return nil
}

// newDay draws the clocks anew once the day is another.
func (s *Screen) newDay(now time.Time) tea.Cmd {
	if !s.loaded || len(s.clocks) == 0 || s.today == calendar.DayOf(now) {
		return nil
	}
	return s.load()
}

func (s *Screen) press(msg tea.KeyMsg) tea.Cmd {
	switch {
	case s.dialog != nil:
		return s.answer(msg)
	case s.filter.Focused():
		return s.typed(msg)
	}
	return s.command(msg)
}

// command comes before the list's own keys: "g" is a command here.
func (s *Screen) command(msg tea.KeyMsg) tea.Cmd {
	switch {
	case key.Matches(msg, s.keys.Record):
		s.openRecord()
	case key.Matches(msg, s.keys.History):
		return s.openHistory()
	case key.Matches(msg, s.keys.Custodians):
		s.openCustodians()
	case key.Matches(msg, s.keys.Generate):
		return s.openGenerated()
	case key.Matches(msg, s.keys.Find):
		return s.filter.Focus()
	case key.Matches(msg, s.keys.Back) && s.filter.Value() != "":
		s.filter.SetValue("")
		s.sift()
	case s.list.Key(msg):
		return s.recall()
	}
	return nil
}

// typed narrows the list while a name is being written.
func (s *Screen) typed(msg tea.KeyMsg) tea.Cmd {
	switch msg.Type {
	case tea.KeyEnter:
		s.filter.Blur()
		return s.recall()
	case tea.KeyEsc:
		s.filter.Blur()
		s.filter.SetValue("")
	case tea.KeyUp, tea.KeyDown:
		s.list.Key(msg)
		return s.recall()
	default:
		s.filter, _ = s.filter.Update(msg) // A still cursor has no command.
	}
	s.sift()
	return nil
}

func (s *Screen) mouse(msg tea.MouseMsg) tea.Cmd {
	if s.dialog != nil {
		return s.answer(msg)
	}
	if s.list.Wheel(msg) {
		return s.recall()
	}
	if msg.Action == tea.MouseActionPress && msg.Button == tea.MouseButtonLeft {
		if _, ok := s.list.Click(msg.Y - headLines); ok {
			return s.recall()
		}
	}
	return nil
}

// sift applies the filter and keeps the cursor on the credential it was on, as
// far as that one is still shown.
func (s *Screen) sift() {
	at, had := s.current()
	s.shown = s.shown[:0]
	for i, c := range s.clocks {
		if widget.Matches(haystack(c), s.filter.Value()) {
			s.shown = append(s.shown, i)
		}
	}
	s.list.Set(len(s.shown))
	if had {
		s.selectCredential(at.Credential.ID)
	}
}

func haystack(c directive.Clock) string {
	words := []string{c.Label, c.Status.Label()}
	for _, a := range c.Accounts {
		words = append(words, a.Label(), a.Name)
	}
	for _, p := range c.Custodians {
		words = append(words, p.Name)
	}
	return strings.Join(words, " ")
}

// seek goes to the credential another screen asked for.
func (s *Screen) seek() {
	if s.focus != 0 && s.selectCredential(s.focus) {
		s.focus = 0
	}
}

func (s *Screen) selectCredential(id model.ID) bool {
	for row, i := range s.shown {
		if s.clocks[i].Credential.ID == id {
			s.list.Select(row)
			return true
		}
	}
	return false
}

// current is the clock under the cursor.
func (s *Screen) current() (directive.Clock, bool) {
	at := s.list.Cursor()
	if at < 0 || at >= len(s.shown) {
		return directive.Clock{}, false
	}
	return s.clocks[s.shown[at]], true
}
