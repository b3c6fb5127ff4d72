// Package topten is the screen «Top 10»: the posts of an account in a month
// with their figures, as the sheet of Annex 3 (6.3.2). Links logged during the
// month are already there; what is missing is typed or pasted over, and rank
// and Engagement Rate follow while typing.
package topten

import (
	"context"
	"time"

	"github.com/charmbracelet/bubbles/key"
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
	Criteria(context.Context) (directive.Criteria, error)
	MonthPosts(ctx context.Context, account model.ID, month calendar.Month) ([]model.Measured, error)
	SaveMeasured(context.Context, []model.Measured) ([]model.Measured, error)
	DiscardPost(context.Context, model.ID) error
	Figures(ctx context.Context, account model.ID, from, to calendar.Month) ([]model.Figures, error)
	SaveFigures(context.Context, model.Figures) (model.Figures, error)
}

// Screen implements screen.Screen.
type Screen struct {
	records Records
	now     func() time.Time
	theme   theme.Theme
	keys    keys

	want     place // what is asked for; shown is what is on screen
	shown    place
	loaded   bool
	again    bool // records changed while a cell was being typed in
	accounts []model.Account
	criteria directive.Criteria
	figures  model.Figures

	sheet   *widget.Sheet
	columns []column
	lines   []*line
	cells   [][]widget.Cell
	ranking directive.Ranking

	dialog widget.Dialog
	width  int
	height int
}

// place is one table of Annex 3: an account's month.
type place struct {
	account model.ID
	month   calendar.Month
}

var (
	_ screen.Screen       = (*Screen)(nil)
	_ screen.Commander    = (*Screen)(nil)
	_ screen.Focuser      = (*Screen)(nil)
	_ screen.MonthFocuser = (*Screen)(nil)
	_ screen.Keeper       = (*Screen)(nil)
	_ screen.Explainer    = (*Screen)(nil)
	_ screen.Taker        = (*Screen)(nil)
)

// New returns the screen on the last closed month; it reads nothing until Init.
func New(r Records, now func() time.Time, th theme.Theme) *Screen {
	s := &Screen{records: r, now: now, theme: th, keys: defaultKeys(), sheet: widget.NewSheet(th)}
	s.want.month = calendar.DayOf(now()).InMonth().Prev()
	return s
}

// Init reads the accounts and the first one's month.
func (s *Screen) Init() tea.Cmd { return s.load() }

// SetSize implements screen.Screen.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.sheet.SetSize(width, max(1, height-headLines-footLines))
}

// Capturing implements screen.Screen.
func (s *Screen) Capturing() bool { return s.sheet.Editing() || s.dialog != nil }

// Takes implements screen.Taker: what begins a cell is the sheet's, not the
// number of a screen.
func (s *Screen) Takes(msg tea.KeyMsg) bool { return s.loaded && s.sheet.Begins(msg) }

// Unsaved implements screen.Keeper.
func (s *Screen) Unsaved() string {
	if d, ok := s.dialog.(*widget.Ask); ok && d.Dirty() {
		return d.Unsaved()
	}
	for i, l := range s.lines {
		if l.pending() {
			return "la fila " + model.Count(int64(i+1)) + " del Top 10, que tiene celdas por corregir o le falta la fecha"
		}
	}
	return ""
}

// Focus implements screen.Focuser: id is an account.
func (s *Screen) Focus(id model.ID) tea.Cmd { return s.turn(place{id, s.want.month}) }

// FocusMonth implements screen.MonthFocuser.
func (s *Screen) FocusMonth(id model.ID, month calendar.Month) tea.Cmd {
	return s.turn(place{id, month})
}

// turn goes to another table, after asking if rows would be lost.
func (s *Screen) turn(to place) tea.Cmd {
	if to == s.want {
		return nil
	}
	if to.month.First().After(calendar.DayOf(s.now())) {
		return screen.Note(to.month.Title() + " todavía no empieza")
	}
	leave := func() tea.Msg { return turnMsg{to} }
	if lost := s.Unsaved(); lost != "" {
		return screen.Confirm("Se perdería "+lost+". ¿Cambiar de todos modos?", leave)
	}
	return leave
}

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loadedMsg:
		s.show(msg)
	case turnMsg:
		s.want = msg.to
		return s.load()
	case savedMsg:
		return s.saved(msg)
	case figuresMsg:
		return s.keptFigures(msg)
	case screen.ChangedMsg:
		return s.reload()
	case tea.KeyMsg:
		return s.press(msg)
	case tea.MouseMsg:
		return s.mouse(msg)
	}
	return nil
}

// reload reads again, once nobody is typing: an edit belongs to its row.
func (s *Screen) reload() tea.Cmd {
	if s.sheet.Editing() {
		s.again = true
		return nil
	}
	s.again = false
	return s.load()
}

func (s *Screen) press(msg tea.KeyMsg) tea.Cmd {
	if s.dialog != nil {
		return s.answer(msg)
	}
	if !s.loaded || len(s.lines) == 0 {
		return s.command(msg)
	}
	if msg.Paste {
		s.makeRoom(len(widget.Cells(string(msg.Runes))))
	}
	if s.sheet.Editing() || s.sheet.Begins(msg) || msg.Paste {
		return s.edit(msg)
	}
	if cmd, ok := s.ordered(msg); ok {
		return cmd
	}
	return s.edit(msg)
}

// edit hands a message to the sheet and reads what came of it.
func (s *Screen) edit(msg tea.Msg) tea.Cmd {
	change := s.sheet.Update(msg)
	cmd := s.take(change)
	if s.again && !s.sheet.Editing() {
		return tea.Batch(cmd, s.reload())
	}
	return cmd
}

func (s *Screen) command(msg tea.KeyMsg) tea.Cmd {
	cmd, _ := s.ordered(msg)
	return cmd
}

// ordered runs a command of the screen's own.
func (s *Screen) ordered(msg tea.KeyMsg) (tea.Cmd, bool) {
	switch {
	case key.Matches(msg, s.keys.Earlier):
		return s.turn(place{s.want.account, s.want.month.Prev()}), true
	case key.Matches(msg, s.keys.Later):
		return s.turn(place{s.want.account, s.want.month.Next()}), true
	case key.Matches(msg, s.keys.Account):
		s.openAccounts()
	case key.Matches(msg, s.keys.Before):
		return s.beside(-1), true
	case key.Matches(msg, s.keys.After):
		return s.beside(1), true
	case key.Matches(msg, s.keys.Followers):
		s.openFollowers()
	case key.Matches(msg, s.keys.Order):
		s.order()
	case key.Matches(msg, s.keys.NextBad):
		s.nextBad()
	case key.Matches(msg, s.keys.Discard):
		return s.discard(), true
	default:
		return nil, false
	}
	return nil, true
}

// beside goes to the account before or after the one shown.
func (s *Screen) beside(d int) tea.Cmd {
	for i, a := range s.accounts {
		if a.ID == s.want.account {
			n := len(s.accounts)
			return s.turn(place{s.accounts[(i+d+n)%n].ID, s.want.month})
		}
	}
	return nil
}

func (s *Screen) mouse(msg tea.MouseMsg) tea.Cmd {
	if s.dialog != nil {
		return s.answer(msg)
	}
	msg.Y -= headLines
	if msg.Y < 0 && msg.Button == tea.MouseButtonLeft {
		return nil
	}
	return s.edit(msg)
}

// account is the one on screen.
func (s *Screen) account() model.Account {
	for _, a := range s.accounts {
		if a.ID == s.shown.account {
			return a
		}
	}
	return model.Account{}
}
