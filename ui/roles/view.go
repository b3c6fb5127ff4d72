package roles

import (
	"strings"

	"github.com/charmbracelet/lipgloss"

	"faro/model/calendar"
	"faro/model/directive"
	"faro/ui/widget"
)

// View implements screen.Screen. Only what can be seen is drawn, however many
// accounts there are.
func (s *Screen) View() string {
	if s.width <= 0 || s.height <= 0 {
		return ""
	}
	c := newCanvas(s.width, s.height)
	switch {
	case !s.loaded:
		c.put(0, 0, s.width, s.theme.Muted.Render(" Leyendo los roles…"))
	case s.past == nil && len(s.ledger.accounts) == 0:
		s.drawEmpty(c)
	default:
		s.drawPanes(c)
	}
	base := c.String()
	if s.dialog != nil {
		box, _, _ := s.dialogBox()
		base = widget.Over(base, box, s.width, s.height)
	}
	return base
}

// canvas is lines that are filled from left to right.
type canvas struct {
	width int
	lines []string
	used  []int
}

func newCanvas(width, height int) *canvas {
	return &canvas{width, make([]string, height), make([]int, height)}
}

// put writes text into width cells from x on.
func (c *canvas) put(x, y, width int, text string) {
	if y < 0 || y >= len(c.lines) || x < c.used[y] || width <= 0 || x >= c.width {
		return
	}
	width = min(width, c.width-x)
	c.place(x, y, width, widget.Fit(text, width))
}

// place is put for a text that is exactly width cells wide.
func (c *canvas) place(x, y, width int, text string) {
	if y < 0 || y >= len(c.lines) || x < c.used[y] || x+width > c.width {
		return
	}
	c.lines[y] += strings.Repeat(" ", x-c.used[y]) + text
	c.used[y] = x + width
}

// stack writes lines into a part of the screen.
func (c *canvas) stack(r rect, lines []string) {
	for i, line := range lines[:min(len(lines), max(0, r.height))] {
		c.put(r.x, r.y+i, r.width, line)
	}
}

func (c *canvas) String() string { return strings.Join(c.lines, "\n") }

// drawEmpty says what the screen is for and what comes first.
func (s *Screen) drawEmpty(c *canvas) {
	lines := []string{s.theme.Bold.Render(" Roles: quién puede hacer qué en cada cuenta"), ""}
	for _, text := range []string{
		"Aquí se anota quién administra cada cuenta y desde cuándo: dos o tres personas de la entidad (5.1.10), en Facebook también el titular, el segundo en funciones (6.1.1.5) y la Coordinación de la PCM (6.1.1.6). Una vez al mes se revisan y se firman (6.1.2.11).",
		"Todavía no hay cuentas registradas. Pulse 6 para registrar la primera; después vuelva y agregue sus roles con a.",
	} {
		for _, line := range widget.Wrap(text, max(1, min(76, s.width-2))) {
			lines = append(lines, " "+line)
		}
		lines = append(lines, "")
	}
	c.stack(rect{0, 0, s.width, s.height}, lines)
}

// drawPanes draws the header, the two lists and what stands around them, from
// left to right.
func (s *Screen) drawPanes(c *canvas) {
	l := s.layout
	c.put(0, 0, s.width, s.header(s.width))
	s.drawAccounts(c, l)
	c.stack(l.block, s.block(l.block.width, l.block.height))
	s.drawRows(c, l)
	if r := s.row(); r != nil {
		c.stack(l.foot, s.footLines(r, l.foot.width, l.foot.height))
		if l.detail.width > 0 {
			c.stack(l.detail, append([]string{s.theme.Bold.Render(widget.Cut(r.person.Name, l.detail.width)), ""},
				s.detailLines(r, l.detail.width)...))
		}
	}
}

// header is where the review stands, in as many words as fit.
func (s *Screen) header(width int) string {
	status, texts := s.headline()
	mark := " " + status.Mark() + " "
	text := texts[len(texts)-1]
	for _, t := range texts {
		if widget.Width(mark+t) <= width {
			text = t
			break
		}
	}
	return s.theme.Of(status).Render(mark) + s.theme.Bold.Render(widget.Cut(text, width-3))
}

// headline is the header in several lengths, the longest first.
func (s *Screen) headline() (directive.Status, []string) {
	l := &s.ledger
	switch {
	case s.past != nil:
		return s.past.headline(l)
	case s.reviewing():
		return s.draftHeadline()
	case l.sealed():
		signed := calendar.Stamp(l.signed.SignedAt) + " por " + l.name(l.signed.ReviewerID) + " (" + l.signed.Initials + ")"
		month := strings.ToLower(l.target.month.Title())
		return l.duty.Status, []string{
			"Revisión de roles de " + month + " · Firmada " + signed + " · C corrige", "Revisión de " + month + " · Firmada " + signed,
			"Firmada " + signed,
		}
	}
	month := strings.ToLower(l.target.month.Title())
	return l.duty.Status, []string{
		"Revisión de roles de " + month + ": " + l.duty.Why + " · " + l.duty.Article + " · R empieza",
		"Revisión de " + month + ": " + l.duty.Why + " · R empieza",
		capital(l.target.month.Name()) + ": " + l.duty.Why + " · R empieza",
	}
}

// draftHeadline counts what is decided and seen.
func (s *Screen) draftHeadline() (directive.Status, []string) {
	l := &s.ledger
	p := s.marks.progress(l.accounts)
	decided, rows := figure(p.decided), figure(p.rows)
	seen, accounts := figure(p.seen), figure(p.accounts)
	long := decided + " de " + rows + " decididas · " + seen + " de " + accounts + " cuentas vistas"
	short := decided + "/" + rows + " decididas · " + seen + "/" + accounts + " vistas"
	if l.target.corrects != 0 {
		of := "la firmada"
		if r, ok := l.review(l.target.corrects); ok {
			of = "la revisión del " + calendar.Stamp(r.SignedAt)
		}
		return directive.Warning, []string{"Corrección de " + of + ": " + long, "Corrección de " + of + ": " + short, "Corrección: " + short}
	}
	month, due := l.target.month, " · vence "+l.duty.Due.Short()
	return l.duty.Status, []string{
		"Revisión de roles de " + strings.ToLower(month.Title()) + ": " + long + due,
		"Revisión " + month.Name()[:3] + " " + month.String()[:4] + ": " + long + due,
		capital(month.Name()[:3]) + " " + month.String()[:4] + ": " + short + due,
	}
}

// headline says which review gone by is on show.
func (p *past) headline(l *ledger) (directive.Status, []string) {
	r, ok := p.current()
	if !ok {
		return directive.Breach, []string{p.month.Title() + ": no se firmó la revisión de roles · 6.1.2.11", p.month.Title() + ": no se firmó · 6.1.2.11"}
	}
	signed := "Firmada " + calendar.Stamp(r.SignedAt) + " por " + l.name(r.ReviewerID) + " (" + r.Initials + ")"
	kind := p.month.Title()
	if r.CorrectsID != 0 {
		kind += ", corrección"
	}
	return directive.Met, []string{
		kind + " · " + signed + " · " + count(len(r.Rows), "rol", "roles") + " · ] siguiente", kind + " · " + signed, signed,
	}
}

// block is what there is to say of the account under the cursor: its name, the
// path to look at on the platform, and the findings by rule.
func (s *Screen) block(width, height int) []string {
	a := s.account()
	if a == nil || width <= 0 || height <= 0 {
		return nil
	}
	var lines []string
	if s.height >= 16 {
		lines = append(lines, s.theme.Bold.Render(widget.Cut(" "+a.Label(), width)))
	}
	if s.past != nil {
		return lines
	}
	if s.reviewing() || s.height >= 22 {
		lines = append(lines, s.pathLines(a, width)...)
	}
	most := 6
	switch {
	case s.height < 16:
		most = 1
	case s.height < 22:
		most = 2
	case s.height < 28:
		most = 4
	}
	return append(lines, s.findingBlock(a, width, min(most, height-len(lines)))...)
}

// pathLines say where to look, and whether it was done.
func (s *Screen) pathLines(a *account, width int) []string {
	text, style := "   Se ve en "+lookAt(a.Account), s.theme.Muted
	switch {
	case s.reviewing() && s.marks.looked[a.ID]:
		text, style = " ✓ Mirada: "+lookAt(a.Account), s.theme.Met
	case s.reviewing():
		text, style = " → Mire "+lookAt(a.Account)+" y pulse Espacio", s.theme.Due
	}
	return hang(style, text, width)
}

// hang wraps a text, indenting the lines after the first.
func hang(style lipgloss.Style, text string, width int) []string {
	lead := text[:len(text)-len(strings.TrimLeft(text, " "))]
	lines := widget.Wrap(strings.TrimLeft(text, " "), max(1, width-5))
	for i, line := range lines {
		if i == 0 {
			lines[i] = style.Render(lead + line)
		} else {
			lines[i] = style.Render("   " + line)
		}
	}
	return lines
}

// findingBlock lists the findings in at most height lines; what does not fit
// is counted.
func (s *Screen) findingBlock(a *account, width, height int) []string {
	if height <= 0 {
		return nil
	}
	if len(a.findings) == 0 {
		text := a.fine
		if text == "" {
			return nil
		}
		return []string{" " + s.theme.Met.Render(widget.Cut(text, width-1))}
	}
	var lines []string
	for i, f := range a.findings {
		own := findingLines(s.theme, f, width-1)
		last := i == len(a.findings)-1
		if room := height - len(lines); len(own) > room || !last && len(own) == room {
			return append(lines, s.remainder(a, i, width, room)...)
		}
		for _, line := range own {
			lines = append(lines, " "+line)
		}
	}
	return lines
}

// remainder squeezes the findings from i on into room lines: cut to a line
// each, and the last line tells how many more there are.
func (s *Screen) remainder(a *account, i, width, room int) []string {
	var lines []string
	for ; room > 0 && i < len(a.findings); i++ {
		more := ""
		if left := len(a.findings) - i - 1; room == 1 && left > 0 {
			more = "  y " + count(left, "observación más", "observaciones más")
		}
		f := a.findings[i]
		lines = append(lines, " "+s.theme.Of(f.status).Render(f.cut(width-2-len(more)))+s.theme.Muted.Render(more))
		room--
	}
	return lines
}

// footLines are a word on the role under the cursor: why it was decided so,
// what is wrong with it, what the person is.
func (s *Screen) footLines(r *row, width, height int) []string {
	if height <= 0 {
		return nil
	}
	var lines []string
	if d := s.decisionOf(r); d.Reason != "" {
		lines = append(lines, hang(s.theme.Text, "   "+capital(d.Decision.Label())+": "+d.Reason, width)...)
	}
	if former := r.former; former.Decision != "" {
		text := "   En la firmada: " + former.Decision.Label()
		if former.Reason != "" {
			text += ": " + former.Reason
		}
		lines = append(lines, s.theme.Muted.Render(widget.Cut(text, width)))
	}
	for _, f := range r.findings {
		lines = append(lines, " "+s.theme.Of(f.status).Render(f.cut(width-2)))
	}
	about := firstOf(r.functions, s.ledger.formerly(r.person.ID), "sin función registrada")
	if r.campaign.ID != 0 {
		about += " · campaña " + r.campaign.Name + ", hasta el " + r.campaign.Ends.Slashed()
	}
	return append(lines, hang(s.theme.Muted, "   "+r.person.Name+": "+about, width)...)
}
