package rotation

import (
	"strings"

	"faro/model/directive"
	"faro/ui/widget"
)

// reasons are the verdicts on a credential with their articles: its clock's
// first, then its custody's.
func (s *Screen) reasons(k directive.Clock, width int) []string {
	lines := []string{s.reason(k.Status, k.Why, k.Article, k.Rule, width)}
	for _, d := range s.findings[k.Credential.ID] {
		lines = append(lines, s.reason(d.Status, d.Why, d.Article, d.Rule, width))
	}
	return lines
}

func (s *Screen) reason(status directive.Status, why, article, rule string, width int) string {
	cite := " " + article + " " + rule
	room := max(0, width-widget.Width(cite)-4)
	return "  " + s.theme.Of(status).Render(status.Mark()+" "+widget.Fit(widget.Sentence(why), room)) + s.theme.Muted.Render(cite)
}

// detail is what stands under the rows about the credential under the cursor.
func (s *Screen) detail(width, height int) []string {
	k, ok := s.current()
	if !ok || height == 0 {
		return nil
	}
	lines := []string{""}
	lines = append(lines, s.reasons(k, width-1)...)
	if used := s.usedBy(k); used != "" && len(lines) < height {
		lines = append(lines, "    "+s.theme.Muted.Render(widget.Cut(used, width-5)))
	}
	return lines[:min(len(lines), height)]
}

// usedBy names the accounts behind a mailbox and everybody who knows it.
func (s *Screen) usedBy(k directive.Clock) string {
	var parts []string
	if k.Account == nil && len(k.Accounts) > 0 {
		names := make([]string, len(k.Accounts))
		for i, a := range k.Accounts {
			names[i] = a.Label()
		}
		parts = append(parts, "Abre "+strings.Join(names, ", "))
	}
	if len(k.Custodians) > 0 {
		names := make([]string, len(k.Custodians))
		for i, p := range k.Custodians {
			names[i] = p.Name
		}
		parts = append(parts, "la conocen "+strings.Join(names, " y "))
	}
	return widget.Sentence(strings.Join(parts, "; "))
}

// pane is the detail at the right of a wide window, with the history.
func (s *Screen) pane(width int) string {
	k, ok := s.current()
	if !ok {
		return widget.Lines(width, s.height, nil)
	}
	lines := []string{"  " + s.theme.Bold.Render(widget.Cut(k.Label, width-3)), ""}
	lines = append(lines, s.reasons(k, width-1)...)
	if used := s.usedBy(k); used != "" {
		lines = append(lines, "")
		for _, l := range widget.Wrap(used, max(1, width-5)) {
			lines = append(lines, "    "+s.theme.Muted.Render(l))
		}
	}
	lines = append(lines, "", "  "+s.theme.Title.Render("HISTORIAL DE CAMBIOS"))
	if s.past.credential == k.Credential.ID {
		for _, l := range s.changes(s.past.changes, width-3) {
			lines = append(lines, "  "+l)
		}
	}
	return widget.Lines(width, s.height, lines)
}
