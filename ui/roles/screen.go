// Package roles is the screen of who may do what on each account (5.1.10,
// 6.1.1.5, 6.1.1.6, 6.1.2.10, 6.2.3.5) and of the monthly review of those
// roles (6.1.2.11, O-054, A-11): a register that shows what the rules find,
// and a draft in which every role is decided before somebody signs.
package roles

import (
	"context"
	"time"

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
	Accounts(ctx context.Context) ([]model.Account, error)
	People(ctx context.Context) ([]model.Person, error)
	Appointments(ctx context.Context) ([]model.Appointment, error)
	Campaigns(ctx context.Context) ([]model.Campaign, error)
	Credentials(ctx context.Context) ([]model.Credential, error)
	Custodies(ctx context.Context) ([]model.Custody, error)
	LatestChanges(ctx context.Context) ([]model.CredentialChange, error)
	Grants(ctx context.Context) ([]model.Grant, error)
	Holidays(ctx context.Context) ([]calendar.Holiday, error)
	Criteria(ctx context.Context) (directive.Criteria, error)
	Reviews(ctx context.Context, from, to calendar.Month) ([]model.Review, error)

	SaveGrant(ctx context.Context, g model.Grant) (model.Grant, error)
	RevokeGrant(ctx context.Context, id model.ID, day calendar.Day) error
	SaveCampaign(ctx context.Context, c model.Campaign) (model.Campaign, error)
	Leave(ctx context.Context, person model.ID, day calendar.Day) error
	StartReview(ctx context.Context, month calendar.Month, corrects model.ID) (model.Review, error)
	DecideAll(ctx context.Context, reviewID model.ID, rows []model.ReviewRow) error
	Look(ctx context.Context, reviewID, accountID model.ID, looked bool) error
	SignReview(ctx context.Context, id, reviewer model.ID, initials string, at time.Time) (model.Review, error)
}

// pane is one of the two lists.
type pane int

const (
	accountsPane pane = iota
	rowsPane
)

// Screen implements screen.Screen.
type Screen struct {
	records Records
	now     func() time.Time
	theme   theme.Theme
	inks    inks
	keys    keys

	ledger ledger // as last read
	loaded bool
	seq    int      // number of the last reading asked for; late ones are dropped
	want   target   // a review to work on other than the month's own
	marks  marks    // what is decided and looked at, with what is on its way to the file
	jobs   []job    // writes, the first of them running
	wanted model.ID // account to put the cursor on once it is loaded

	past   *past          // a signed review that is looked at, instead of the present
	backTo calendar.Month // the month last asked for; other answers are late

	shown    []int // accounts that the filter lets through, as indices
	accounts widget.List
	rows     widget.List
	pane     pane
	query    string
	typing   bool // the filter takes the keys

	dialog        dialog
	width, height int
	layout        layout
}

var (
	_ screen.Screen    = (*Screen)(nil)
	_ screen.Commander = (*Screen)(nil)
	_ screen.Keeper    = (*Screen)(nil)
	_ screen.Explainer = (*Screen)(nil)
	_ screen.Focuser   = (*Screen)(nil)
)

// New returns the screen; it reads nothing until Init.
func New(records Records, now func() time.Time, th theme.Theme) *Screen {
	return &Screen{records: records, now: now, theme: th, inks: inksOf(th), keys: defaultKeys()}
}

// Init implements screen.Screen.
func (s *Screen) Init() tea.Cmd { return s.load() }

// SetSize implements screen.Screen.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.arrange()
}

// Capturing implements screen.Screen.
func (s *Screen) Capturing() bool { return s.typing || s.dialog != nil }

// Unsaved implements screen.Keeper. Decisions are stored as they are taken, so
// only a dialog can hold something nobody recorded.
func (s *Screen) Unsaved() string {
	if s.dialog == nil {
		return ""
	}
	return s.dialog.unsaved()
}

// Focus implements screen.Focuser: id is an account.
func (s *Screen) Focus(id model.ID) tea.Cmd {
	s.wanted = id
	s.past, s.query = nil, ""
	s.filter()
	s.findWanted()
	return nil
}

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return s.key(msg)
	case tea.MouseMsg:
		return s.mouse(msg)
	case loadedMsg:
		return s.take(msg)
	case pastMsg:
		s.takePast(msg)
	case doneMsg:
		return s.done(msg)
	case screen.ChangedMsg:
		return s.load()
	case screen.TickMsg:
		if s.loaded && calendar.DayOf(msg.Now) != s.ledger.today {
			return s.load()
		}
	}
	return nil
}

// take shows what was read, unless something newer was asked for meanwhile or
// a write is on its way, whose own reading will follow.
func (s *Screen) take(msg loadedMsg) tea.Cmd {
	if msg.seq != s.seq || len(s.jobs) > 0 {
		return nil
	}
	if s.want != (target{}) && msg.ledger.draft.ID == 0 {
		s.want = target{} // The correction was signed, or undone.
		return s.load()
	}
	account, grant := s.account(), s.row()
	s.ledger, s.loaded = msg.ledger, true
	s.marks = marksOf(s.ledger.draft)
	if s.past != nil {
		s.past.relate(&s.ledger)
	}
	s.filter()
	if account != nil {
		s.selectAccount(account.ID)
	}
	if grant != nil {
		s.selectRow(grant.grant.ID)
	}
	s.findWanted()
	return nil
}

func (s *Screen) findWanted() {
	if s.wanted != 0 && s.selectAccount(s.wanted) {
		s.wanted = 0
	}
}

// list is the accounts on show, before the filter.
func (s *Screen) list() []account {
	if s.past != nil {
		return s.past.accounts
	}
	return s.ledger.accounts
}

// account is the one under the cursor, or nil.
func (s *Screen) account() *account {
	if at := s.accounts.Cursor(); at >= 0 && at < len(s.shown) {
		return &s.list()[s.shown[at]]
	}
	return nil
}

// row is the role under the cursor, or nil.
func (s *Screen) row() *row {
	a := s.account()
	if a == nil {
		return nil
	}
	if at := s.rows.Cursor(); at >= 0 && at < len(a.rows) {
		return &a.rows[at]
	}
	return nil
}

// filter works out which accounts show: those whose name or one of whose
// people matches. The rows of an account that shows all show, so that no key
// acts on what is hidden.
func (s *Screen) filter() {
	s.shown = s.shown[:0]
	for i := range s.list() {
		if s.list()[i].matches(s.query) {
			s.shown = append(s.shown, i)
		}
	}
	s.accounts.Set(len(s.shown))
	s.turnTo()
	s.arrange()
}

// turnTo brings the rows of the account under the cursor.
func (s *Screen) turnTo() {
	a := s.account()
	if a == nil {
		s.rows.Set(0)
		return
	}
	s.rows.Set(len(a.rows))
}

// enter is turnTo for an account newly come to: the cursor goes to the first
// row that waits, or that the filter was looking for.
func (s *Screen) enter() {
	s.turnTo()
	s.rows.Home()
	s.toPending()
	if a := s.account(); a != nil && s.query != "" && !widget.Matches(a.Label(), s.query) {
		for i := range a.rows {
			if widget.Matches(a.rows[i].person.Name, s.query) {
				s.rows.Select(i)
				break
			}
		}
	}
	s.arrange()
}

// toPending puts the cursor on the next row nobody decided on yet, if there is
// one and a review is going on.
func (s *Screen) toPending() {
	a := s.account()
	if a == nil || !s.reviewing() {
		return
	}
	at := max(0, s.rows.Cursor())
	for i := range a.rows {
		j := (at + i) % len(a.rows)
		if s.marks.waits(&a.rows[j]) {
			s.rows.Select(j)
			return
		}
	}
}

func (s *Screen) selectAccount(id model.ID) bool {
	for i, at := range s.shown {
		if s.list()[at].ID == id {
			if s.accounts.Cursor() != i || s.wanted != 0 {
				s.accounts.Select(i)
				s.enter()
			}
			return true
		}
	}
	return false
}

func (s *Screen) selectRow(grant model.ID) {
	if a := s.account(); a != nil {
		for i := range a.rows {
			if a.rows[i].grant.ID == grant {
				s.rows.Select(i)
			}
		}
	}
}

// reviewing reports that a draft is open and on show.
func (s *Screen) reviewing() bool {
	return s.past == nil && (s.ledger.draft.ID != 0 || s.marks.started)
}
