package ui

import (
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"faro/model"
	"faro/model/calendar"
	"faro/ui/screen"
	"faro/ui/widget"
)

// The lines of the window: header, tabs, rule, body, rule, footer.
const (
	tabLine = 1
	bodyTop = 3
	below   = 2
)

func (a *App) bodyHeight() int { return max(0, a.height-bodyTop-below) }

func line(width int) string { return strings.Repeat("─", max(0, width)) }

// View implements tea.Model. Nothing is drawn unless something happened since
// the last time.
func (a *App) View() string {
	if a.stale {
		a.frame, a.stale = a.draw(), false
	}
	return a.frame
}

func (a *App) draw() string {
	if a.width <= 0 || a.height <= 0 {
		return ""
	}
	if a.tooSmall() {
		return a.drawSmall()
	}
	body := linesOf(a.current().View(), a.width, a.bodyHeight())
	for _, l := range a.layers {
		box, x, y := a.place(l)
		overlay(body, box, x, y, a.width)
	}
	foot := a.footer()
	// An error of several lines covers the end of the body for a while; the
	// screen keeps its size.
	body = body[:max(0, len(body)-(len(foot)-1))]

	lines := make([]string, 0, a.height)
	lines = append(lines, a.header(), a.tabs(), a.rule)
	lines = append(lines, body...)
	lines = append(lines, a.rule)
	return strings.Join(append(lines, foot...), "\n")
}

// drawSmall asks for a larger window. Only the question whether to leave is
// still shown, since leaving still works.
func (a *App) drawSmall() string {
	text := ansi.Wrap("Agrande la ventana: faro necesita "+strconv.Itoa(minWidth)+"×"+strconv.Itoa(minHeight), a.width, "")
	if top := a.top(); top != nil && top.urgent() {
		text = top.view(a.width, a.height)
	}
	w, h := screen.Size(text)
	_, y := screen.Centre(w, h, a.width, a.height)
	lines := make([]string, a.height)
	for each := range strings.SplitSeq(text, "\n") {
		if y >= len(lines) {
			break
		}
		x, _ := screen.Centre(ansi.StringWidth(each), h, a.width, a.height)
		lines[y] = strings.Repeat(" ", x) + widget.Cut(each, a.width-x)
		y++
	}
	return strings.Join(lines, "\n")
}

// header is the window's first line: whose records these are, what day and
// minute it is, and how much waits.
func (a *App) header() string {
	right := calendar.DayOf(a.now).Label() + " " + calendar.Clock(a.now)
	if waiting := a.waiting(); waiting != "" {
		right += "   " + waiting
	}
	left := " " + a.theme.Accent.Render("Faro")
	if room := a.width - ansi.StringWidth(left) - ansi.StringWidth(right) - 5; a.head.Acronym != "" && room > 0 {
		left += "  " + a.theme.Bold.Render(ansi.Truncate(model.Clean(a.head.Acronym), room, "…"))
	}
	return spread(left, right+" ", a.width)
}

// waiting says how many duties wait for somebody. Until it has been counted it
// says nothing, and when it could not be counted it says so.
func (a *App) waiting() string {
	count := model.Count(int64(a.head.Attention)) + " por atender"
	switch {
	case a.head.failed:
		return a.theme.Muted.Render("? por atender: sin dato")
	case !a.head.known:
		return ""
	case a.head.Attention == 0:
		return a.theme.Met.Render("✓ al día")
	case a.head.Overdue:
		return a.theme.Late.Render("✗ " + count)
	}
	return a.theme.Due.Render("! " + count)
}

// spread puts one text at the left and one at the right of a line.
func spread(left, right string, width int) string {
	gap := width - ansi.StringWidth(left) - ansi.StringWidth(right)
	if gap < 1 {
		return widget.Cut(left, width)
	}
	return left + strings.Repeat(" ", gap) + right
}

// tab is where a label stands on the second line; page is -1 for the help.
type tab struct {
	page, from int
	label      string
}

func (t tab) to() int { return t.from + ansi.StringWidth(t.label) }

// layTabs finds the roomiest arrangement of the tabs that fits. In the last
// one only the screen being shown has its name.
func (a *App) layTabs() []tab {
	for _, try := range []struct {
		gap  int
		help string
		bare bool
	}{{3, "? ayuda", false}, {2, "? ayuda", false}, {2, "?", false}, {1, "?", false}, {2, "?", true}} {
		tabs, at := []tab{}, 1
		for i, p := range a.config.Pages {
			t := tab{i, at, strconv.Itoa(i + 1)}
			if !try.bare || i == a.active {
				t.label += " " + string(p.Name)
			}
			tabs, at = append(tabs, t), t.to()+try.gap
		}
		help := tab{-1, a.width - 1 - ansi.StringWidth(try.help), try.help}
		if help.from > at-try.gap {
			return append(tabs, help)
		}
	}
	return nil
}

// tabs is the window's second line. The active one stands in a block of its
// own, between brackets where there are no colours.
func (a *App) tabs() string {
	var b strings.Builder
	at := 0
	for _, t := range a.layTabs() {
		active := t.page == a.active
		from := t.from
		if active {
			from--
		}
		b.WriteString(strings.Repeat(" ", max(0, from-at)))
		at = t.to()
		switch {
		case active && a.theme.Colourless:
			b.WriteString(a.theme.Tab.Render("[" + t.label + "]"))
			at++
		case active:
			b.WriteString(a.theme.Tab.Render(" " + t.label + " "))
			at++
		default:
			number, name, _ := strings.Cut(t.label, " ")
			b.WriteString(a.theme.Key.Render(number))
			if name != "" {
				b.WriteString(" " + name)
			}
		}
	}
	return b.String()
}

// clickTab opens the screen, or the help, whose label was clicked.
func (a *App) clickTab(x int) tea.Cmd {
	for _, t := range a.layTabs() {
		if x < t.from || x >= t.to() {
			continue
		}
		if t.page < 0 {
			return a.act(showHelp)
		}
		return a.open(screen.OpenMsg{Name: a.config.Pages[t.page].Name})
	}
	return nil
}
