package theme

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/term"
	"github.com/muesli/termenv"
)

// Mode chooses between the two palettes.
type Mode string

// The modes. Auto means dark unless the terminal says otherwise without being
// asked (COLORFGBG); asking costs up to five seconds on a silent terminal.
const (
	Auto  Mode = "auto"
	Light Mode = "claro"
	Dark  Mode = "oscuro"
)

// Modes lists what --tema and the setting take.
func Modes() []Mode { return []Mode{Auto, Light, Dark} }

// ParseMode reads a mode as a person writes it; nothing written is Auto.
func ParseMode(s string) (Mode, error) {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "", "auto":
		return Auto, nil
	case "claro", "light":
		return Light, nil
	case "oscuro", "dark":
		return Dark, nil
	}
	return Auto, fmt.Errorf("el tema «%s» no existe: escriba auto, claro u oscuro", s)
}

// Detect settles Auto into Light or Dark from the environment alone. getenv is
// os.Getenv, or a test's. The terminal is never asked.
func Detect(wanted Mode, getenv func(string) string) Mode {
	if wanted == Light || wanted == Dark {
		return wanted
	}
	// COLORFGBG is "foreground;background", at times with a field between.
	fields := strings.Split(getenv("COLORFGBG"), ";")
	ground, err := strconv.Atoi(fields[len(fields)-1])
	if err == nil && len(fields) > 1 && (ground == 7 || ground >= 9 && ground <= 15) {
		return Light
	}
	return Dark
}

// ForTerminal returns the theme for what is written to w. NO_COLOR and
// terminals without colours get bold, reverse and underline; a pipe, a file
// and TERM=dumb get no escape sequence at all.
func ForTerminal(w io.Writer, wanted Mode, getenv func(string) string, opts ...termenv.OutputOption) Theme {
	opts = append([]termenv.OutputOption{termenv.WithEnvironment(environment(getenv))}, opts...)
	r := lipgloss.NewRenderer(w, opts...)
	isLight := Detect(wanted, getenv) == Light
	if r.ColorProfile() == termenv.Ascii && attributes(r, w, getenv("TERM")) {
		r.SetHasDarkBackground(!isLight)
		// The library counts no colours as no escape sequences whatever.
		r.SetColorProfile(termenv.ANSI)
		return assemble(r, palette{})
	}
	return New(r, isLight)
}

// attributes tells a terminal that shows bold and reverse from a file.
func attributes(r *lipgloss.Renderer, w io.Writer, kind string) bool {
	if kind == "dumb" {
		return false
	}
	if r.Output().ColorProfile() != termenv.Ascii {
		return true // It has colours, and NO_COLOR asks not to use them.
	}
	f, ok := w.(interface{ Fd() uintptr })
	return ok && kind != "" && term.IsTerminal(f.Fd())
}

// environment lets the library read the variables where we read them.
type environment func(string) string

func (e environment) Getenv(name string) string { return e(name) }

// Environ is never asked for by what this package calls.
func (e environment) Environ() []string { return nil }
