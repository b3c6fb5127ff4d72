package cli

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/user"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/pflag"

	"faro/model"
	"faro/model/calendar"
	"faro/store"
	"faro/ui/theme"
)

// shell is what every command works with: the three streams, and what options
// and settings decided.
type shell struct {
	in, out, err *os.File
	code         int

	data  string // records file; empty: the usual one
	now   string // moment given for the clock, as typed
	tone  string
	who   string
	fixed time.Time // what now means; zero: the machine's clock
}

func (s *shell) globalFlags(flags *pflag.FlagSet) {
	flags.StringVar(&s.data, "datos", "", "archivo de registros: `RUTA`")
	flags.StringVar(&s.now, "ahora", "", "hora de Lima con la que se trabaja: `\"2026-11-23 14:05\"`")
	flags.StringVar(&s.tone, "tema", "", "colores para un fondo `claro|oscuro|auto`")
	flags.StringVar(&s.who, "quien", "", "quién queda en el historial: `NOMBRE`")
}

// settle reads the settings file and checks the options every command takes;
// options win over settings.
func (s *shell) settle() error {
	settings, err := s.readSettings()
	if err != nil {
		return err
	}
	s.data = first(s.data, atHome(settings.Data))
	s.tone = first(s.tone, settings.Theme, string(theme.Auto))
	s.who = first(model.Clean(s.who), model.Clean(settings.Who), userName())
	if s.now != "" {
		if s.fixed, err = calendar.ParseStamp(s.now); err != nil {
			return err
		}
	}
	switch theme.Mode(s.tone) {
	case theme.Auto, theme.Light, theme.Dark:
		return nil
	}
	return wrongUse("No existe el tema «%s»; elija claro, oscuro o auto.", s.tone)
}

// clock is the moment all of the program goes by.
func (s *shell) clock() time.Time {
	if !s.fixed.IsZero() {
		return s.fixed
	}
	return time.Now().UTC().Truncate(time.Second)
}

func (s *shell) today() calendar.Day { return calendar.DayOf(s.clock()) }

// recordsPath is the records file to work with.
func (s *shell) recordsPath() (string, error) {
	if s.data != "" {
		return s.data, nil
	}
	return store.DefaultPath()
}

// open opens the records file; it is made if it is not there.
func (s *shell) open(ctx context.Context) (*store.Store, error) {
	path, err := s.recordsPath()
	if err != nil {
		return nil, err
	}
	records, err := store.Open(ctx, path, store.Options{Clock: s.clock, Actor: s.who})
	return records, about(path, err)
}

// openExisting opens the records file for commands that make no sense without
// one: a mistyped path must not pass for an office with nothing to do.
func (s *shell) openExisting(ctx context.Context) (*store.Store, error) {
	path, err := s.recordsPath()
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, about(path, errNoRecords)
	}
	return s.open(ctx)
}

// print writes text to the output; a full disk or a closed pipe is an error.
func (s *shell) print(text string) error {
	if _, err := io.WriteString(s.out, text); err != nil {
		return errors.Join(errOutput, err)
	}
	return nil
}

// warn tells something on the error stream that does not stop the command.
func (s *shell) warn(text string) { _, _ = io.WriteString(s.err, "Aviso: "+text+"\n") }

// terminal reports whether the app can be shown and used.
func (s *shell) terminal() bool {
	return term.IsTerminal(s.in.Fd()) && term.IsTerminal(s.out.Fd())
}

// userName is the name of the operating system's user, without the domain
// Windows puts before it.
func userName() string {
	name := first(os.Getenv("USER"), os.Getenv("USERNAME"))
	if u, err := user.Current(); err == nil {
		name = u.Username
	}
	return model.Clean(name[strings.LastIndexByte(name, '\\')+1:])
}

// first is the first text that is not empty.
func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}
