// Package report is the screen «Informe»: how far the quarter's Annex 3 has
// come, what it lacks, how it will print, and how it is exported, mailed and
// declared sent (6.3.2).
package report

import (
	"context"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/annex"
	"faro/model/calendar"
	"faro/ui/screen"
	"faro/ui/theme"
	"faro/ui/widget"
)

// Records is what this screen needs of the store, and no more.
type Records interface {
	Quarterly(context.Context, calendar.Quarter) (annex.Input, error)
	Reports(context.Context, calendar.Quarter) ([]model.Report, error)
	MarkSent(ctx context.Context, id model.ID, day calendar.Day, cargo string) error
	MarkReceived(ctx context.Context, id model.ID, day calendar.Day, cargo string) error
}

// Desk writes the documents; it belongs to the command line, which does the
// same for `faro informe`.
type Desk interface {
	// Folder is where documents go unless the person says otherwise.
	Folder() string
	// Export writes a quarter's documents in these formats and records the
	// version they make. With replace it writes over files faro did not make.
	Export(ctx context.Context, quarter calendar.Quarter, formats []string, folder string, replace bool) (Written, error)
	// Reveal opens a folder with the system's own program.
	Reveal(ctx context.Context, folder string) error
}

// Written is what an export left on the disk.
type Written struct {
	Version int
	Folder  string
	Files   []string // names within the folder
}

// The formats on offer, as Desk knows them.
const (
	XLSX = "xlsx"
	CSV  = "csv"
	JSON = "json"
	Mail = "eml"
)

// Screen implements screen.Screen.
type Screen struct {
	records Records
	desk    Desk
	now     func() time.Time
	theme   theme.Theme
	keys    keys

	quarter calendar.Quarter // the one asked for; what is shown may still be on its way
	board   board
	list    widget.List // rows of the board
	column  int         // month under the cursor, 0 to 2
	folder  string      // of the last export, for «abrir carpeta»

	dialog  widget.Dialog
	preview *preview
	width   int
	height  int
}

var (
	_ screen.Screen    = (*Screen)(nil)
	_ screen.Commander = (*Screen)(nil)
	_ screen.Keeper    = (*Screen)(nil)
	_ screen.Explainer = (*Screen)(nil)
)

// New returns the screen on the last closed quarter; it reads nothing until
// Init.
func New(r Records, d Desk, now func() time.Time, th theme.Theme) *Screen {
	return &Screen{
		records: r, desk: d, now: now, theme: th, keys: defaultKeys(),
		quarter: calendar.DayOf(now()).InQuarter().Prev(),
	}
}

// Init reads the quarter.
func (s *Screen) Init() tea.Cmd { return s.load() }

// SetSize implements screen.Screen.
func (s *Screen) SetSize(width, height int) {
	s.width, s.height = width, height
	s.list.SetHeight(s.rowsRoom())
	if s.preview != nil {
		s.preview.setHeight(height)
	}
}

// Capturing implements screen.Screen.
func (s *Screen) Capturing() bool { return s.dialog != nil || s.preview != nil }

// Unsaved implements screen.Keeper.
func (s *Screen) Unsaved() string {
	if d, ok := s.dialog.(*widget.Ask); ok {
		return d.Unsaved()
	}
	return ""
}

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loadedMsg:
		s.show(msg)
	case previewMsg:
		s.open(msg)
	case exportedMsg:
		return s.exported(msg)
	case markedMsg:
		return s.marked(msg)
	case screen.ChangedMsg:
		return s.load()
	case tea.KeyMsg:
		return s.press(msg)
	case tea.MouseMsg:
		return s.mouse(msg)
	}
	return nil
}

// show takes an answer only if its quarter is still the one asked for.
func (s *Screen) show(m loadedMsg) {
	if m.board.quarter() != s.quarter {
		return
	}
	s.board = m.board
	s.list.Set(len(s.board.rows))
}

func (s *Screen) press(msg tea.KeyMsg) tea.Cmd {
	switch {
	case s.dialog != nil:
		return s.answer(msg)
	case s.preview != nil:
		if s.preview.press(msg) {
			s.preview = nil
		}
		return nil
	}
	return s.command(msg)
}

func (s *Screen) command(msg tea.KeyMsg) tea.Cmd {
	switch {
	case key.Matches(msg, s.keys.Left):
		s.column = max(0, s.column-1)
	case key.Matches(msg, s.keys.Right):
		s.column = min(2, s.column+1)
	case key.Matches(msg, s.keys.Earlier):
		return s.turn(s.quarter.Prev())
	case key.Matches(msg, s.keys.Later):
		return s.turn(s.quarter.Next())
	case key.Matches(msg, s.keys.Fill):
		return s.fill()
	case key.Matches(msg, s.keys.Preview):
		return s.compose()
	default:
		return s.document(msg)
	}
	return nil
}

// document deals with the keys that make or mark a document.
func (s *Screen) document(msg tea.KeyMsg) tea.Cmd {
	switch {
	case key.Matches(msg, s.keys.Export):
		s.openExport([]string{XLSX, CSV, JSON, Mail})
	case key.Matches(msg, s.keys.Mail):
		s.openExport([]string{XLSX, Mail})
	case key.Matches(msg, s.keys.Sent):
		return s.openSent()
	case key.Matches(msg, s.keys.Received):
		return s.openReceived()
	case key.Matches(msg, s.keys.Reveal) && s.folder != "":
		return s.reveal()
	default:
		s.list.Key(msg)
	}
	return nil
}

// turn goes to another quarter, never one that has not begun.
func (s *Screen) turn(q calendar.Quarter) tea.Cmd {
	if q.First().After(calendar.DayOf(s.now())) {
		return screen.Note("El " + q.Title() + " todavía no empieza")
	}
	s.quarter = q
	return s.load()
}

// fill opens the sheet of the cell under the cursor.
func (s *Screen) fill() tea.Cmd {
	row, ok := s.current()
	if !ok || row.account.ID == 0 {
		return nil
	}
	return screen.OpenAt(screen.TopTen, row.account.ID, s.board.quarter().Months()[s.column])
}

func (s *Screen) current() (boardRow, bool) {
	at := s.list.Cursor()
	if at < 0 || at >= len(s.board.rows) {
		return boardRow{}, false
	}
	return s.board.rows[at], true
}

func (s *Screen) mouse(msg tea.MouseMsg) tea.Cmd {
	switch {
	case s.dialog != nil:
		return s.answer(msg)
	case s.preview != nil:
		s.preview.wheel(msg)
		return nil
	case s.list.Wheel(msg):
		return nil
	}
	if msg.Action != tea.MouseActionPress || msg.Button != tea.MouseButtonLeft {
		return nil
	}
	if _, ok := s.list.Click(msg.Y - headLines); ok {
		if column, ok := s.columnAt(msg.X); ok {
			s.column = column
		}
	}
	return nil
}
