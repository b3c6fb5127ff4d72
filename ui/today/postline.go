package today

import (
	"strings"

	"github.com/charmbracelet/lipgloss"

	"faro/model"
	"faro/model/calendar"
	"faro/ui/theme"
	"faro/ui/widget"
)

type postWidths struct{ day, kind, rest int }

// postLine is one post: whether it counts, when, what, and its link or what is
// to be known about it.
func (s *Screen) postLine(st *standing, p model.Post, here bool, w postWidths, width int) string {
	th, lead := s.theme, "  "
	if here {
		th, lead = s.cursorLook()
	}
	mark, look := s.postMark(st, p, th)
	line := lead + look.Render(mark) + th.Text.Render(" ")
	if w.day > 0 {
		line += th.Text.Render(widget.Fit(calendar.Weekday3(p.Day.Weekday())+" "+p.Day.Short()[:2], w.day))
	}
	name := th.Bold
	if here {
		name = th.Bold.Inherit(s.theme.Selected)
	}
	line += name.Render(widget.Fit(postClock(p), 6)) + th.Text.Render("  ")
	line += th.Text.Render(widget.Fit(p.Kind.Label(), w.kind))
	link := p.Link
	linkLook := th.Muted
	if link == "" && s.whole(p.AccountID) {
		link, linkLook = "enlace pendiente", th.Due
	}
	remark := s.postRemark(st, p)
	if remark == "" {
		return paint(th, line+linkLook.Render(widget.Cut(strings.TrimPrefix(link, "https://"), w.rest)), width)
	}
	room := max(12, w.rest-widget.Width(remark)-2)
	line += linkLook.Render(widget.Cut(strings.TrimPrefix(link, "https://"), room)) + th.Text.Render("  ")
	return paint(th, line+look.Render(remark), width)
}

// postMark tells by a mark whether a post counts, as the timeline does.
func (s *Screen) postMark(st *standing, p model.Post, th theme.Theme) (string, lipgloss.Style) {
	for _, b := range st.progress.Breaches {
		if b.After.ID == p.ID {
			return "✗", th.Late
		}
	}
	if whyNot(p, st, s.pic.criteria, s.now()) != "" {
		return "○", th.Muted
	}
	return "●", th.Met
}

// postRemark is what is to be known about a post beside when and what it is.
func (s *Screen) postRemark(st *standing, p model.Post) string {
	var parts []string
	if why := whyNot(p, st, s.pic.criteria, s.now()); why != "" {
		parts = append(parts, why)
	}
	for _, b := range st.progress.Breaches {
		if b.After.ID == p.ID {
			_, lacked, _ := strings.Cut(b.Why(), ": ")
			parts = append(parts, "margen: "+lacked)
		}
	}
	if !p.RemovedAt.IsZero() && calendar.DayOf(p.RemovedAt) != p.Day {
		parts = append(parts, "retirada el "+calendar.Stamp(p.RemovedAt))
	}
	if p.Precision == model.EstimatedTime {
		parts = append(parts, "hora estimada")
	}
	if on := calendar.DayOf(p.RecordedAt); on.After(p.Day) {
		parts = append(parts, "registrada el "+on.Slashed())
	}
	return strings.Join(parts, " · ")
}
