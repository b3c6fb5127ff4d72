package today

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/ui/screen"
	"faro/ui/widget"
)

// duties is what waits for somebody, in the whole Directive and as of now,
// whatever day the rows above show.
type duties struct {
	number   int  // the last question
	known    bool // it was answered once
	failed   bool // it could not be read
	facts    directive.Facts
	criteria directive.Criteria
	open     []directive.Duty
	list     widget.List
}

// load reads the facts. It is asked once the accounts are on the screen: they
// must not wait for it.
func (d *duties) load(s *Screen) tea.Cmd {
	d.number++
	d.criteria = s.pic.criteria
	records, number, criteria, now := s.records, d.number, d.criteria, s.now()
	return screen.Do(func(ctx context.Context) tea.Msg {
		facts, err := records.Facts(ctx, now)
		if err != nil {
			return dutiesMsg{number: number, err: err}
		}
		open := directive.Attention(directive.Board(facts, criteria, now), calendar.DayOf(now))
		return dutiesMsg{number: number, facts: facts, open: open}
	})
}

// judge looks at the same facts at another minute, without reading.
func (d *duties) judge(s *Screen) tea.Cmd {
	if !d.known {
		return nil
	}
	d.number++
	facts, number, criteria, now := d.facts, d.number, d.criteria, s.now()
	return func() tea.Msg {
		open := directive.Attention(directive.Board(facts, criteria, now), calendar.DayOf(now))
		return dutiesMsg{number: number, facts: facts, open: open}
	}
}

func (d *duties) take(s *Screen, msg dutiesMsg) tea.Cmd {
	if msg.number != d.number {
		return nil
	}
	if d.failed = msg.err != nil; d.failed {
		return screen.Fail("leer lo que está por atender", msg.err)
	}
	var here directive.Duty
	if at := d.list.Cursor(); at >= 0 && at < len(d.open) {
		here = d.open[at]
	}
	d.known, d.facts, d.open = true, msg.facts, msg.open
	d.list.Set(len(d.open))
	for i, each := range d.open {
		if each.Rule == here.Rule && each.Subject == here.Subject {
			d.list.Select(i)
		}
	}
	if len(d.open) == 0 {
		s.pane = accountsPane
	}
	return nil
}

// mend opens the screen where a duty is seen to, with the cursor on what it is
// about.
func (s *Screen) mend(d directive.Duty) tea.Cmd {
	switch d.Screen {
	case directive.ScreenToday:
		return s.goTo(d)
	case directive.ScreenRotation:
		return screen.Open(screen.Rotation, d.CredentialID)
	case directive.ScreenRoles:
		return screen.Open(screen.Roles, d.AccountID)
	case directive.ScreenTopTen:
		return screen.Open(screen.TopTen, d.AccountID)
	case directive.ScreenReport:
		return screen.Open(screen.Report, 0)
	}
	if d.AccountID != 0 {
		return screen.Open(screen.Accounts, d.AccountID)
	}
	return screen.Open(screen.Accounts, d.PersonID)
}

// goTo shows the account and the day of a quota, which are mended here.
func (s *Screen) goTo(d directive.Duty) tea.Cmd {
	s.pane, s.sought = accountsPane, d.AccountID
	s.filter.SetValue("")
	day := d.Due
	if day.IsZero() || day.After(s.today) {
		day = s.today
	}
	return s.load(day)
}

// dutyText is a duty in one line: what it is about and why.
func dutyText(d directive.Duty) string { return d.Subject + ": " + d.Why }

// author is the name of who justified a day, or "" while it is not known.
func (d *duties) author(id model.ID) string {
	for _, p := range d.facts.People {
		if p.ID == id {
			return p.Name
		}
	}
	return ""
}

// dutyRoom is the width of a duty's text beside its mark and its article.
func dutyRoom(d directive.Duty, width int) int { return max(1, width-5-widget.Width(d.Article)-2) }

// dutyLines draws one duty in height lines of a pane: a single line, or the
// reason beneath what it is about.
func (s *Screen) dutyLines(d directive.Duty, width, height int, here bool) []string {
	th, bar := s.theme, "  "
	if here {
		th, bar = s.cursorLook()
	}
	mark := th.Of(d.Status).Render(d.Status.Mark())
	article := th.Muted.Render(d.Article)
	room := dutyRoom(d, width)
	if height == 1 {
		text := widget.Fit(dutyText(d), room)
		return []string{paint(th, bar+mark+th.Text.Render(" "+text+"  ")+article, width)}
	}
	first := paint(th, bar+mark+th.Bold.Render(" "+widget.Fit(d.Subject, room))+th.Text.Render("  ")+article, width)
	lines := []string{first}
	why := widget.Wrap(d.Why, max(1, width-6))
	// The last of three lines or more stays blank.
	if most := max(1, height-2); len(why) > most {
		why = append(why[:most-1], widget.Cut(strings.Join(why[most-1:], " "), max(1, width-6)))
	}
	for _, line := range why {
		lines = append(lines, "    "+th.Text.Render(line))
	}
	for len(lines) < height {
		lines = append(lines, "")
	}
	return lines
}

// dutiesTitle is the heading of the pane.
func (s *Screen) dutiesTitle() string {
	title := "POR ATENDER"
	if n := len(s.duties.open); n > 0 {
		title += " " + model.Count(int64(n))
	}
	if s.pane == dutiesPane {
		return " " + s.theme.Accent.Render(title)
	}
	return " " + s.theme.Title.Render(title)
}

// drawDuties draws what waits, each duty in tall lines.
func (s *Screen) drawDuties(width, rows, tall int) []string {
	lines := []string{s.dutiesTitle()}
	switch {
	case !s.duties.known && s.duties.failed:
		return append(lines, s.theme.Muted.Render("   ? sin dato: no se pudo leer"))
	case !s.duties.known:
		return append(lines, s.theme.Muted.Render("   …"))
	case len(s.duties.open) == 0:
		return append(lines, "   "+s.theme.Met.Render("Nada por atender ✓"))
	}
	from, to := s.duties.list.Window()
	for i := from; i < min(to, from+rows); i++ {
		here := s.pane == dutiesPane && i == s.duties.list.Cursor()
		each := s.dutyLines(s.duties.open[i], width-1, tall, here)
		for j := range each {
			each[j] = widget.Fit(each[j], width-1) + s.scrollMark(s.duties.list.ScrollMark(i-from))
		}
		lines = append(lines, each...)
	}
	return lines
}
