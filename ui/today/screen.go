// Package today is the screen «Hoy»: how much each account published in the
// day or the week, what lacks, from when and until when (6.2.2.4), and what
// waits for somebody. It is where publications are registered: with one key,
// by a pasted link or by many.
package today

import (
	"context"
	"time"

	"github.com/charmbracelet/bubbles/cursor"
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
	Criteria(context.Context) (directive.Criteria, error)
	FirstDay(context.Context) (calendar.Day, error)
	Facts(ctx context.Context, now time.Time) (directive.Facts, error)
	Justified(ctx context.Context, from, to calendar.Day) ([]model.JustifiedDay, error)
	PostsBetween(ctx context.Context, from, to calendar.Day, accounts ...model.ID) ([]model.Post, error)
	Published(ctx context.Context, from, to calendar.Day, accounts ...model.ID) ([]model.Post, error)
	PostByLink(ctx context.Context, account model.ID, link string) (model.Post, error)

	AddPosts(ctx context.Context, posts []model.Post) (model.AddResult, error)
	UpdatePost(ctx context.Context, p model.Post) (model.Post, error)
	RemovePost(ctx context.Context, id model.ID, at time.Time) error
	Justify(ctx context.Context, j model.JustifiedDay) (model.JustifiedDay, error)
}

// pane is a part of the screen that the keys can be in.
type pane int

const (
	accountsPane pane = iota
	dutiesPane
)

// Screen implements screen.Screen.
type Screen struct {
	records Records
	now     func() time.Time
	theme   theme.Theme
	lit     theme.Theme // the looks on the selected row
	keys    keys

	width, height int

	// What was asked for, and what came.
	seq    int          // the last question; late answers to earlier ones are dropped
	wanted calendar.Day // the day it asked for
	today  calendar.Day // as the clock last said
	pic    *picture     // nil until the first answer
	posts  map[model.ID][]model.Post
	light  map[model.ID]bool // of their posts only what the quotas look at is there
	asked  map[model.ID]bool // their posts are on the way
	missed []model.ID        // those that could not be read: asked for again at the next key
	stands map[model.ID]*standing

	rows   []model.Account // of pic, filtered
	list   widget.List     // over rows
	sought model.ID        // account to go to once it is loaded
	filter textinput.Model
	pane   pane
	duties duties

	detail *detail // open over the accounts
	dialog dialog  // open over everything
	busy   bool    // a write is on its way
	writer dialog  // whose it is; nil: no dialog's

	dutiesTop int // line of the first duty as last drawn
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
	return &Screen{
		records: records, now: now, theme: th, lit: lighted(th), keys: newKeys(),
		filter: field(th, "Filtro: "),
		posts:  map[model.ID][]model.Post{}, light: map[model.ID]bool{}, asked: map[model.ID]bool{}, stands: map[model.ID]*standing{},
	}
}

// field is a line to type in, with a cursor that stands still: calmer, and
// nothing to draw while nobody types.
func field(th theme.Theme, prompt string) textinput.Model {
	in := textinput.New()
	in.Prompt = prompt
	in.PromptStyle, in.TextStyle, in.PlaceholderStyle = th.Muted, th.Text, th.Muted
	in.Cursor.Style = th.Cell
	in.Cursor.SetMode(cursor.CursorStatic)
	return in
}

// Init asks for today. Until the answer is there only the headings show.
func (s *Screen) Init() tea.Cmd {
	s.today = calendar.DayOf(s.now())
	return s.load(s.today)
}

// SetSize gives the screen its room.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = max(0, width), max(0, height)
	s.settle()
}

// Capturing reports that keys are text or answers to a dialog.
func (s *Screen) Capturing() bool { return s.dialog != nil || s.filter.Focused() }

// Update takes a message; what it changes is worked out before the next view.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	cmd := s.take(msg)
	s.settle()
	return tea.Batch(cmd, s.readMore())
}

func (s *Screen) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		for _, id := range s.missed {
			delete(s.asked, id)
		}
		s.missed = nil
		return s.press(msg)
	case tea.MouseMsg:
		return s.mouse(msg)
	case screen.TickMsg:
		return s.tick(msg.Now)
	case screen.ChangedMsg:
		return s.load(s.wanted)
	case pictureMsg:
		return s.show(msg)
	case postsMsg:
		return s.add(msg)
	case dutiesMsg:
		return s.duties.take(s, msg)
	case storedMsg:
		return s.stored(msg)
	case checkedMsg, peopleMsg:
		if s.dialog != nil {
			return s.dialog.update(msg)
		}
	}
	return nil
}

// show takes the picture of a day if it is still the one asked for. What was
// on the screen before stays until now.
func (s *Screen) show(msg pictureMsg) tea.Cmd {
	if msg.pic.seq != s.seq {
		return nil
	}
	if msg.err != nil {
		s.keep()
		return screen.Fail("leer las cuentas y sus publicaciones", msg.err)
	}
	here := model.ID(0)
	if a, ok := s.selected(); ok {
		here = a.ID
	}
	s.pic, s.posts = &msg.pic, msg.posts
	clear(s.asked)
	clear(s.light)
	if msg.light {
		for id := range msg.posts {
			s.light[id] = true
		}
	}
	clear(s.stands)
	if s.sought != 0 && s.open(s.sought) {
		here = s.sought
	}
	s.sought = 0
	s.sift(here)
	if s.detail != nil && !s.open(s.detail.account) {
		s.detail = nil
	}
	return s.duties.load(s)
}

// keep goes on with the picture there is when a new one could not be read.
func (s *Screen) keep() {
	if s.pic == nil {
		return
	}
	s.pic.seq, s.wanted = s.seq, s.pic.day
	clear(s.asked)
}

// open reports whether the account is one of those shown for the day.
func (s *Screen) open(id model.ID) bool {
	for _, a := range s.pic.accounts {
		if a.ID == id {
			return true
		}
	}
	return false
}

// sift applies the filter and puts the cursor on an account.
func (s *Screen) sift(id model.ID) {
	if s.pic == nil {
		return
	}
	s.rows = matching(s.pic.accounts, s.filter.Value())
	s.list.Set(len(s.rows))
	for i, a := range s.rows {
		if a.ID == id {
			s.list.Select(i)
		}
	}
}

// add takes the posts of more accounts, if they are still of this picture.
func (s *Screen) add(msg postsMsg) tea.Cmd {
	if s.pic == nil || msg.seq != s.pic.seq {
		return nil
	}
	if msg.err != nil {
		s.missed = append(s.missed, msg.accounts...)
		return screen.Fail("leer las publicaciones", msg.err)
	}
	for id, posts := range msg.posts {
		s.posts[id] = posts
		delete(s.light, id)
		delete(s.stands, id)
	}
	if b, ok := s.dialog.(*linkBox); ok {
		b.read() // One of them may wait for its link.
	}
	return nil
}

// tick works everything out anew for another minute. At midnight a screen that
// showed today goes on to the new day.
func (s *Screen) tick(now time.Time) tea.Cmd {
	clear(s.stands)
	day := calendar.DayOf(now)
	if day == s.today {
		return s.duties.judge(s)
	}
	shown := s.wanted
	if shown == s.today {
		shown = day
	}
	s.today = day
	return s.load(shown)
}

// settle works out the rows that can be seen.
func (s *Screen) settle() {
	if s.pic == nil {
		return
	}
	r := s.lay()
	s.list.SetHeight(r.rows)
	s.duties.list.SetHeight(r.duties)
	from, to := s.list.Window()
	for _, a := range s.rows[from:to] {
		s.stand(a)
	}
	if s.detail != nil {
		s.detail.settle(s)
	}
}

// stand is how an account stands, or nil while its posts are not there.
func (s *Screen) stand(a model.Account) *standing {
	if st := s.stands[a.ID]; st != nil {
		return st
	}
	posts, known := s.posts[a.ID]
	if !known {
		return nil
	}
	st := s.pic.reckon(a, posts, s.now())
	s.stands[a.ID] = st
	return st
}

// selected is the account under the cursor.
func (s *Screen) selected() (model.Account, bool) {
	at := s.list.Cursor()
	if s.pic == nil || at < 0 || at >= len(s.rows) {
		return model.Account{}, false
	}
	return s.rows[at], true
}

// Focus puts the cursor on an account, now or as soon as it is loaded.
func (s *Screen) Focus(id model.ID) tea.Cmd {
	if s.pic == nil || !s.open(id) {
		s.sought = id
		return nil
	}
	if s.filter.Value() != "" {
		s.filter.SetValue("")
	}
	s.detail, s.pane = nil, accountsPane
	s.sift(id)
	s.settle()
	return s.readMore()
}

// Unsaved says what would be lost by leaving now.
func (s *Screen) Unsaved() string {
	if s.dialog == nil {
		return ""
	}
	return s.dialog.unsaved()
}

// Explain is the text above the keys behind «?».
func (s *Screen) Explain() string {
	return "Hoy muestra cuánto publicó cada cuenta en el día, o en la semana en TikTok y YouTube, y qué falta para el mínimo del " +
		"artículo 6.2.2.4: Facebook 3 al día con dos horas de margen, X 5 al día, Instagram 1 o 2 al día, TikTok y YouTube 3 por semana. " +
		"Debajo, lo que está por atender en toda la Directiva.\n\n" +
		"Para empezar, pegue aquí mismo el enlace de una publicación: la red, la cuenta y, donde el enlace la lleva, la hora salen de él. " +
		"Si aún no tiene el enlace, pulse + y quedará pendiente. Todo se guarda al confirmarlo y u lo deshace. " +
		"Los días pasados se ven y se completan con ← y →."
}
