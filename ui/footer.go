package ui

import (
	"context"
	"strings"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"faro/model"
	"faro/ui/screen"
)

// noteTime is how long good news stays.
const noteTime = 3 * time.Second

// note is the good news on show. Its number tells it from the one before it,
// whose timer may still be running.
type note struct {
	text   string
	number int
}

// fadeMsg takes away the note with this number, and no other.
type fadeMsg struct{ number int }

func (a *App) show(text string) tea.Cmd {
	if text = model.Clean(text); text == "" {
		return nil
	}
	a.note = note{"✓ " + strings.TrimPrefix(text, "✓ "), a.note.number + 1}
	number := a.note.number
	return tea.Tick(noteTime, func(time.Time) tea.Msg { return fadeMsg{number} })
}

func (a *App) fade(msg fadeMsg) {
	if msg.number == a.note.number {
		a.note.text = ""
	}
}

// maxFault is how many lines an error may take.
const maxFault = 3

// footer is the window's last line: the keys, and good news at the right of
// them. An error takes its place, and more lines if it must.
func (a *App) footer() []string {
	if a.fault != "" {
		return a.faultLines()
	}
	if a.note.text == "" {
		return []string{" " + a.hintLine(a.width-2)}
	}
	text := a.theme.Met.Render(ansi.Truncate(a.note.text, a.width-3, "…"))
	room := a.width - 2 - ansi.StringWidth(text) - len(hintGap)
	return []string{spread(" "+a.hintLine(room), text+" ", a.width)}
}

func (a *App) faultLines() []string {
	wrapped := strings.Split(ansi.Wrap(a.fault, a.width-4, ""), "\n")
	if len(wrapped) > maxFault {
		wrapped = wrapped[:maxFault]
		wrapped[maxFault-1] = ansi.Truncate(wrapped[maxFault-1], a.width-5, "") + "…"
	}
	for i, each := range wrapped {
		mark := "   "
		if i == 0 {
			mark = " ✗ "
		}
		wrapped[i] = a.theme.Late.Render(mark + each)
	}
	return wrapped
}

const hintGap = "   "

// hintLine names the keys of whatever takes them now, the most important
// first. Where room ends the rest is left out: never half a hint.
func (a *App) hintLine(room int) string {
	var b strings.Builder
	used := 0
	for _, k := range a.hints() {
		h := k.Help()
		if !k.Enabled() || h.Key == "" {
			continue
		}
		need := ansi.StringWidth(h.Key) + 1 + ansi.StringWidth(h.Desc)
		if used > 0 {
			need += len(hintGap)
		}
		if used+need > room {
			break
		}
		if used > 0 {
			b.WriteString(hintGap)
		}
		b.WriteString(a.theme.Key.Render(h.Key) + " " + a.theme.Muted.Render(h.Desc))
		used += need
	}
	return b.String()
}

func (a *App) hints() []key.Binding {
	if top := a.top(); top != nil {
		return top.hints()
	}
	own := a.current().ShortHelp()
	if a.current().Capturing() {
		return own
	}
	all := make([]key.Binding, 0, len(own)+3)
	return append(append(all, own...), a.keys.Undo, a.keys.Palette, a.keys.Quit)
}

// undo takes back what was recorded last.
func (a *App) undo() tea.Cmd {
	take := a.config.Undo
	if take == nil {
		return nil
	}
	return screen.Do(func(ctx context.Context) tea.Msg {
		what, err := take(ctx)
		if err != nil {
			return screen.ErrMsg{Doing: "deshacer", Err: err}
		}
		return screen.ChangedMsg{Note: "Se deshizo: " + what}
	})
}
