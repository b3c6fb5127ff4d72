// Package screen is the agreement between the app and its screens: what a
// screen can do, and the messages it may send upward.
package screen

import (
	"context"
	"fmt"
	"runtime/debug"
	"time"

	"github.com/charmbracelet/bubbles/help"
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
)

// Name picks a screen out of the app; it is also the tab's label.
type Name string

// The screens, in the order of the number keys that open them.
const (
	Today    Name = "Hoy"
	Rotation Name = "Contraseñas"
	Roles    Name = "Roles"
	TopTen   Name = "Top 10"
	Report   Name = "Informe"
	Accounts Name = "Cuentas"
)

// Screen is one full-window part of the app. Update changes the screen in
// place; the app never has to guess which concrete type came back.
//
// Mouse messages arrive with Y counted from the screen's own first line.
// Pasted text arrives as a tea.KeyMsg with Paste set.
type Screen interface {
	Init() tea.Cmd
	Update(tea.Msg) tea.Cmd
	View() string
	// SetSize gives the room left between header and footer. View must fit
	// in it exactly or fall short, never spill over.
	SetSize(width, height int)
	// Capturing reports that keys are text for a field or answers to a dialog
	// of the screen's own, so the app must not read "q" as quit.
	Capturing() bool
	// KeyMap: ShortHelp is the footer's line, the most important key first;
	// FullHelp is the page behind "?", a column for each slice.
	help.KeyMap
}

// Abilities a screen may have; the app finds them by type assertion.
type (
	// Commander lists what the palette (Ctrl+K) can do on this screen.
	Commander interface{ Commands() []Command }
	// Keeper says in Spanish what would be lost by leaving now, or "".
	Keeper interface{ Unsaved() string }
	// Explainer gives the paragraphs shown above the keys behind "?".
	Explainer interface{ Explain() string }
	// Focuser puts the cursor on the record with this id. The record may not be
	// loaded yet: the app calls Focus right after Init.
	Focuser interface{ Focus(id model.ID) tea.Cmd }
	// Taker takes a key before the app reads it as one of its own: a digit over
	// a cell of a sheet begins a number.
	Taker interface{ Takes(tea.KeyMsg) bool }
	// MonthFocuser goes to a month of the record with this id.
	MonthFocuser interface {
		FocusMonth(id model.ID, month calendar.Month) tea.Cmd
	}
)

// Command is a line of the palette. Run sends the key's own message, so the
// palette and the key cannot differ.
type Command struct {
	Title string // Spanish, what it does: «Registrar cambio de contraseña»
	Key   string // as shown: "r"
	Run   tea.Cmd
}

// Press returns a command that acts as if key had been pressed on the screen.
func Press(name string) tea.Cmd {
	return func() tea.Msg { return PressMsg{Key: name} }
}

// Commands turns key bindings into palette lines, leaving out disabled ones
// and those without a description.
func Commands(bindings ...key.Binding) []Command {
	var all []Command
	for _, b := range bindings {
		if !b.Enabled() || b.Help().Desc == "" || len(b.Keys()) == 0 {
			continue
		}
		all = append(all, Command{Title: b.Help().Desc, Key: b.Help().Key, Run: Press(b.Keys()[0])})
	}
	return all
}

// Messages to the app. A struct each: a type such as "ErrMsg error" is an
// interface and would match every message that happens to have Error().
type (
	// OpenMsg asks for another screen, with the cursor on a record if Focus is
	// not zero, in a month if Month is not.
	OpenMsg struct {
		Name  Name
		Focus model.ID
		Month calendar.Month
	}
	// NoteMsg is a line of good news, shown for three seconds.
	NoteMsg struct{ Text string }
	// ChangedMsg says that records changed; the app shows the note, if any, and
	// every open screen reloads what it shows.
	ChangedMsg struct{ Note string }
	// ErrMsg says in Spanish what could not be done ("registrar la
	// publicación") and why; it stays until the next key.
	ErrMsg struct {
		Doing string
		Err   error
	}
	// ConfirmMsg asks a question; Yes runs on «s» or «sí». The default is no.
	ConfirmMsg struct {
		Question string
		Yes      tea.Cmd
	}
	// PressMsg stands for a key chosen in the palette.
	PressMsg struct{ Key string }
	// TickMsg comes when the minute on the clock has changed.
	TickMsg struct{ Now time.Time }
	// PanicMsg is a panic of work given to Do, with its stack. The app panics
	// with it on the event loop, where Bubble Tea first restores the terminal
	// and then prints it; a panic in a goroutine would be printed on the
	// alternate screen and vanish with it.
	PanicMsg struct{ Text string }
)

// Open asks the app to show another screen.
func Open(n Name, focus model.ID) tea.Cmd { return send(OpenMsg{Name: n, Focus: focus}) }

// OpenAt asks the app to show another screen at a month of a record.
func OpenAt(n Name, focus model.ID, month calendar.Month) tea.Cmd {
	return send(OpenMsg{n, focus, month})
}

// Note asks the app to show a line of good news.
func Note(text string) tea.Cmd { return send(NoteMsg{text}) }

// Confirm asks the app to put a question before yes is run.
func Confirm(question string, yes tea.Cmd) tea.Cmd { return send(ConfirmMsg{question, yes}) }

// Fail tells the app that something could not be done.
func Fail(doing string, err error) tea.Cmd { return send(ErrMsg{doing, err}) }

func send(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }

// patience is how long work given to Do may take.
const patience = 30 * time.Second

// Do is the one way a screen reaches a file or the network: off the event
// loop, with a deadline, answering with a message. work must not touch the
// screen; it gets values and returns values.
func Do(work func(context.Context) tea.Msg) tea.Cmd {
	return func() (msg tea.Msg) {
		defer func() {
			if fault := recover(); fault != nil {
				msg = PanicMsg{fmt.Sprintf("%v\n\n%s", fault, debug.Stack())}
			}
		}()
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		return work(ctx)
	}
}
