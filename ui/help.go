package ui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"faro/model"
	"faro/ui/screen"
	"faro/ui/theme"
	"faro/ui/widget"
)

// help is the page behind "?": what the screen is for and every key.
type help struct {
	theme   theme.Theme
	title   string
	explain string
	own     [][]key.Binding
	global  [][]key.Binding
	keys    helpKeys

	lines         []string
	width, height int // of the last view
	first         int // line at the top
}

type helpKeys struct{ Up, Down, PageUp, PageDown, Home, End, Close key.Binding }

func newHelp(a *App) *help {
	page := a.config.Pages[a.active]
	h := &help{
		theme: a.theme, title: string(page.Name), own: page.Screen.FullHelp(),
		global: [][]key.Binding{{a.keys.Pages, a.keys.Turn, a.keys.Palette, a.keys.Help}, {a.keys.Undo, a.keys.Close, a.keys.Quit, a.keys.Abort}},
		keys: helpKeys{
			Up:       key.NewBinding(key.WithKeys("up", "k"), key.WithHelp("↑/↓", "desplazar")),
			Down:     key.NewBinding(key.WithKeys("down", "j")),
			PageUp:   key.NewBinding(key.WithKeys("pgup", "b"), key.WithHelp("Re Pág/Av Pág", "por página")),
			PageDown: key.NewBinding(key.WithKeys("pgdown", " ", "f")),
			Home:     key.NewBinding(key.WithKeys("home", "g")),
			End:      key.NewBinding(key.WithKeys("end", "G")),
			Close:    key.NewBinding(key.WithKeys("esc", "?", "q", "enter"), key.WithHelp("Esc", "cerrar")),
		},
	}
	if e, ok := page.Screen.(screen.Explainer); ok {
		h.explain = e.Explain()
	}
	return h
}

func (h *help) press(msg tea.KeyMsg) (tea.Cmd, bool) {
	if msg.Paste {
		return nil, false
	}
	switch {
	case key.Matches(msg, h.keys.Close):
		return nil, true
	case key.Matches(msg, h.keys.Up):
		h.scroll(h.first - 1)
	case key.Matches(msg, h.keys.Down):
		h.scroll(h.first + 1)
	case key.Matches(msg, h.keys.PageUp):
		h.scroll(h.first - h.height + 1)
	case key.Matches(msg, h.keys.PageDown):
		h.scroll(h.first + h.height - 1)
	case key.Matches(msg, h.keys.Home):
		h.scroll(0)
	case key.Matches(msg, h.keys.End):
		h.scroll(len(h.lines))
	}
	return nil, false
}

func (h *help) mouse(msg tea.MouseMsg, _ string) (tea.Cmd, bool) {
	switch msg.Button {
	case tea.MouseButtonWheelUp:
		h.scroll(h.first - 3)
	case tea.MouseButtonWheelDown:
		h.scroll(h.first + 3)
	default: // There is nothing to click on.
	}
	return nil, false
}

func (h *help) scroll(to int) { h.first = max(0, min(to, len(h.lines)-h.height)) }

func (h *help) hints() []key.Binding {
	if len(h.lines) <= h.height {
		return []key.Binding{h.keys.Close}
	}
	return []key.Binding{h.keys.Close, h.keys.Up, h.keys.PageUp}
}

func (h *help) urgent() bool { return false }

// view fills the whole room, so that nothing of the screen shows beside it.
func (h *help) view(width, height int) string {
	if width != h.width || h.lines == nil {
		h.lines = h.lay(width)
	}
	h.width, h.height = width, max(1, height-titleLines)
	h.scroll(h.first)
	last := min(len(h.lines), h.first+h.height)
	title, where := " "+h.theme.Bold.Render("Ayuda · "+h.title), ""
	if last-h.first < len(h.lines) {
		where = h.theme.Muted.Render(fmt.Sprintf("líneas %d–%d de %d ", h.first+1, last, len(h.lines)))
	}
	shown := append([]string{spread(title, where, width), ""}, h.lines[h.first:last]...)
	for i, each := range shown {
		shown[i] = widget.Fit(each, width)
	}
	for len(shown) < height {
		shown = append(shown, strings.Repeat(" ", width))
	}
	return strings.Join(shown, "\n")
}

// titleLines stand above the text that scrolls.
const titleLines = 2

// proseWidth is as wide as text reads well.
const proseWidth = 76

func (h *help) lay(width int) []string {
	var lines []string
	if text := model.CleanText(h.explain); text != "" {
		for each := range strings.SplitSeq(ansi.Wrap(text, min(proseWidth, width-4), ""), "\n") {
			lines = append(lines, "   "+each)
		}
		lines = append(lines, "")
	}
	lines = append(lines, " "+h.theme.Title.Render("TECLAS DE ESTA PANTALLA"))
	lines = append(lines, h.columns(h.own, width)...)
	lines = append(lines, "", " "+h.theme.Title.Render("EN TODAS LAS PANTALLAS"))
	return append(lines, h.columns(h.global, width)...)
}

// columns sets groups of keys side by side, as many as the width takes.
func (h *help) columns(groups [][]key.Binding, width int) []string {
	var lines, row []string
	used := 0
	for _, group := range groups {
		block, wide := h.block(group)
		if len(block) == 0 {
			continue
		}
		if used > 0 && used+columnGap+wide > width-1 {
			lines, row, used = append(append(lines, row...), ""), nil, 0
		}
		at := 3
		if used > 0 {
			at = used + columnGap
		}
		for i, each := range block {
			if i == len(row) {
				row = append(row, "")
			}
			row[i] = widget.Fit(row[i], at) + each
		}
		used = at + wide
	}
	lines = append(lines, row...)
	for i, each := range lines {
		lines[i] = widget.Cut(each, width)
	}
	return lines
}

const columnGap = 4

// block is a group of keys as lines of the same two columns, and their width.
func (h *help) block(group []key.Binding) (lines []string, width int) {
	keyWidth := 0
	for _, k := range group {
		if k.Enabled() {
			keyWidth = max(keyWidth, ansi.StringWidth(k.Help().Key))
		}
	}
	for _, k := range group {
		if !k.Enabled() || k.Help().Key == "" {
			continue
		}
		each := widget.Fit(h.theme.Key.Render(k.Help().Key), keyWidth) + "  " + k.Help().Desc
		lines, width = append(lines, each), max(width, ansi.StringWidth(each))
	}
	return lines, width
}
