// Package accounts is the screen «Cuentas»: what the rules rest on. Accounts
// with the seven fields of Annex 4 (6.3.5), people and their functions, the
// entity, campaigns, days without work and the readings adopted; and the first
// questions a new office is asked.
package accounts

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
	Entity(context.Context) (model.Entity, error)
	SaveEntity(context.Context, model.Entity) (model.Entity, error)
	Accounts(context.Context) ([]model.Account, error)
	SaveAccount(context.Context, model.Account) (model.Account, error)
	ArchiveAccount(ctx context.Context, id model.ID, archived bool) error
	People(context.Context) ([]model.Person, error)
	SavePerson(context.Context, model.Person) (model.Person, error)
	ArchivePerson(ctx context.Context, id model.ID, archived bool) error
	Enrol(context.Context, model.Person, model.Appointment) (model.Person, error)
	Appointments(context.Context) ([]model.Appointment, error)
	SaveAppointment(context.Context, model.Appointment) (model.Appointment, error)
	Leave(ctx context.Context, person model.ID, day calendar.Day) error
	Fakes(context.Context) ([]model.FakeAccount, error)
	SaveFake(context.Context, model.FakeAccount) (model.FakeAccount, error)
	Credentials(context.Context) ([]model.Credential, error)
	SetCustodians(ctx context.Context, credential model.ID, people []model.ID, from calendar.Day) error
	Campaigns(context.Context) ([]model.Campaign, error)
	SaveCampaign(context.Context, model.Campaign) (model.Campaign, error)
	Holidays(context.Context) ([]calendar.Holiday, error)
	SaveHoliday(context.Context, calendar.Holiday) (calendar.Holiday, error)
	RemoveHoliday(context.Context, calendar.Day) error
	Criteria(context.Context) (directive.Criteria, error)
}

// Screen implements screen.Screen.
type Screen struct {
	records Records
	now     func() time.Time
	theme   theme.Theme
	keys    keys

	facts    directive.Facts
	criteria directive.Criteria
	findings map[model.ID][]directive.Duty // by account
	office   []directive.Duty              // those of no account
	loaded   bool

	sections []section
	active   int
	filter   textinput.Model
	focus    model.ID // account to go to once it is loaded

	wizard *wizard
	dialog *widget.Ask
	width  int
	height int
}

var (
	_ screen.Screen    = (*Screen)(nil)
	_ screen.Commander = (*Screen)(nil)
	_ screen.Focuser   = (*Screen)(nil)
	_ screen.Keeper    = (*Screen)(nil)
	_ screen.Explainer = (*Screen)(nil)
)

// New returns the screen; it reads nothing until Init. With first it begins
// with the questions for a new office.
func New(r Records, now func() time.Time, th theme.Theme, first bool) *Screen {
	f := textinput.New()
	f.Prompt = "Buscar: "
	f.Cursor.SetMode(cursor.CursorStatic)
	s := &Screen{records: r, now: now, theme: th, keys: defaultKeys(), filter: f}
	s.sections = []section{
		newAccountSection(s), newPeopleSection(s), newEntitySection(s),
		newCampaignSection(s), newHolidaySection(s), newReadingSection(s),
	}
	if first {
		s.wizard = newWizard(s)
	}
	return s
}

// Init reads everything this screen keeps; posts are not among it.
func (s *Screen) Init() tea.Cmd { return s.load() }

// SetSize implements screen.Screen.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	for i := range s.sections {
		s.sections[i].list.SetHeight(s.rowsRoom())
	}
}

// Capturing implements screen.Screen.
func (s *Screen) Capturing() bool {
	return s.dialog != nil || s.wizard != nil || s.filter.Focused()
}

// Unsaved implements screen.Keeper.
func (s *Screen) Unsaved() string {
	switch {
	case s.dialog != nil:
		return s.dialog.Unsaved()
	case s.wizard != nil && s.wizard.form.Dirty():
		return "lo escrito en este paso"
	}
	return ""
}

// Focus implements screen.Focuser: id is an account.
func (s *Screen) Focus(id model.ID) tea.Cmd {
	s.active, s.focus = 0, id
	s.seek()
	return nil
}

func (s *Screen) seek() {
	if s.focus == 0 {
		return
	}
	accounts := &s.sections[0]
	for row, i := range accounts.shown {
		if s.facts.Accounts[i].ID == s.focus {
			accounts.list.Select(row)
			s.focus = 0
		}
	}
}

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loadedMsg:
		s.show(msg)
	case keptMsg:
		return s.kept(msg)
	case stepMsg:
		return s.stepKept(msg)
	case screen.ChangedMsg:
		return s.load()
	case tea.KeyMsg:
		return s.press(msg)
	case tea.MouseMsg:
		return s.mouse(msg)
	}
	return nil
}

func (s *Screen) press(msg tea.KeyMsg) tea.Cmd {
	switch {
	case s.dialog != nil:
		return s.answer(msg)
	case s.wizard != nil:
		return s.wizard.update(msg)
	case s.filter.Focused():
		return s.typed(msg)
	}
	return s.command(msg)
}

func (s *Screen) command(msg tea.KeyMsg) tea.Cmd {
	switch {
	case key.Matches(msg, s.keys.Next):
		s.turn(1)
	case key.Matches(msg, s.keys.Previous):
		s.turn(-1)
	case key.Matches(msg, s.keys.Find) && s.section().row != nil:
		return s.filter.Focus()
	case key.Matches(msg, s.keys.Back) && s.filter.Value() != "":
		s.filter.SetValue("")
		s.sift()
	case key.Matches(msg, s.keys.Wizard):
		s.wizard = newWizard(s)
	default:
		if act, ok := s.section().acts[msg.String()]; ok {
			return act()
		}
		s.section().list.Key(msg)
	}
	return nil
}

func (s *Screen) section() *section { return &s.sections[s.active] }

func (s *Screen) turn(d int) {
	n := len(s.sections)
	s.active = (s.active + d + n) % n
	s.filter.SetValue("")
	s.sift()
}

// typed narrows the list while a name is being written.
func (s *Screen) typed(msg tea.KeyMsg) tea.Cmd {
	switch msg.Type {
	case tea.KeyEnter:
		s.filter.Blur()
	case tea.KeyEsc:
		s.filter.Blur()
		s.filter.SetValue("")
		s.sift()
	case tea.KeyUp, tea.KeyDown:
		s.section().list.Key(msg)
	default:
		s.filter, _ = s.filter.Update(msg) // A still cursor has no command.
		s.sift()
	}
	return nil
}

// sift applies the filter to the section on screen and shows all of the others.
func (s *Screen) sift() {
	for i := range s.sections {
		sec := &s.sections[i]
		sec.shown = sec.shown[:0]
		for j := range sec.count() {
			if i != s.active || widget.Matches(strings.Join(sec.words(j), " "), s.filter.Value()) {
				sec.shown = append(sec.shown, j)
			}
		}
		sec.list.Set(len(sec.shown))
	}
}

func (s *Screen) mouse(msg tea.MouseMsg) tea.Cmd {
	switch {
	case s.dialog != nil:
		return s.answer(msg)
	case s.wizard != nil:
		return s.wizard.update(msg)
	case s.section().list.Wheel(msg):
		return nil
	}
	if msg.Action != tea.MouseActionPress || msg.Button != tea.MouseButtonLeft {
		return nil
	}
	if msg.Y == 0 {
		if i, ok := s.sectionAt(msg.X); ok {
			s.turn(i - s.active)
		}
		return nil
	}
	s.section().list.Click(msg.Y - headLines)
	return nil
}

// today is the Lima day now.
func (s *Screen) today() calendar.Day { return calendar.DayOf(s.now()) }
