package rotation

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"faro/model"
	"faro/model/directive"
	"faro/ui/widget"
)

// headLines stand over the rows: the summary, a blank one and the headings.
const headLines = 3

// beside reports whether the detail has a pane of its own at the right.
func (s *Screen) beside() bool { return s.width >= 130 }

// detailLines is the room kept under the rows for the credential under the
// cursor.
func (s *Screen) detailLines() int {
	switch {
	case s.beside():
		return 0
	case s.height >= 16:
		return 5
	case s.height >= 11:
		return 3
	}
	return 0
}

func (s *Screen) rowsRoom() int { return max(1, s.height-headLines-s.detailLines()) }

// View implements screen.Screen.
func (s *Screen) View() string {
	if s.width <= 0 || s.height <= 0 {
		return ""
	}
	lines := s.body()
	view := widget.Lines(s.width, s.height, lines)
	if s.dialog == nil {
		return view
	}
	return s.dialog.Over(view, s.width, s.height)
}

func (s *Screen) body() []string {
	if s.loaded && len(s.clocks) == 0 {
		return s.empty()
	}
	wide := s.width
	if s.beside() {
		wide = s.width * 3 / 5
	}
	lines := []string{s.summary(wide), "", s.headings(wide)}
	from, to := s.list.Window()
	for row := from; row < to; row++ {
		lines = append(lines, s.row(row, wide-1)+s.theme.Muted.Render(s.list.ScrollMark(row-from)))
	}
	if s.loaded && len(s.shown) == 0 {
		lines = append(lines, s.theme.Muted.Render("  Ninguna contraseña coincide. Esc quita el filtro."))
	}
	if s.beside() {
		return strings.Split(widget.Join(widget.Lines(wide, s.height, lines), s.pane(s.width-wide)), "\n")
	}
	for len(lines) < s.height-s.detailLines() {
		lines = append(lines, "")
	}
	return append(lines, s.detail(s.width, s.detailLines())...)
}

func (s *Screen) empty() []string {
	return []string{
		"", "  " + s.theme.Bold.Render("Aquí se lleva el cambio mensual de contraseñas (6.1.2.5)."), "",
		"  Aparecerá una fila por cada red y por cada correo de gestión",
		"  en cuanto haya cuentas registradas en «Cuentas» (tecla 6).",
	}
}

// summary counts what is late and what is coming.
func (s *Screen) summary(width int) string {
	if s.filter.Focused() || s.filter.Value() != "" {
		return " " + widget.Cut(s.filter.View(), width-1)
	}
	late, soon, unknown := 0, 0, 0
	for _, c := range s.clocks {
		switch c.Status {
		case directive.Breach, directive.Warning:
			late++
		case directive.AtRisk:
			soon++
		case directive.NoData:
			unknown++
		case directive.Met, directive.Running, directive.NotEvaluable, directive.Justified:
		}
	}
	parts := []string{s.theme.Bold.Render(strconv.Itoa(len(s.clocks)) + " contraseñas")}
	add := func(n int, one, many, mark string, look lipgloss.Style) {
		if n == 1 {
			parts = append(parts, look.Render(mark+" 1 "+one))
		} else if n > 1 {
			parts = append(parts, look.Render(mark+" "+strconv.Itoa(n)+" "+many))
		}
	}
	add(late, "vencida", "vencidas", "✗", s.theme.Late)
	add(soon, "por vencer", "por vencer", "!", s.theme.Due)
	add(unknown, "sin dato", "sin dato", "?", s.theme.Muted)
	if late+soon+unknown == 0 && len(s.clocks) > 0 {
		parts = append(parts, s.theme.Met.Render("✓ todas al día"))
	}
	left := " " + strings.Join(parts, "   ")
	cite := s.theme.Muted.Render("6.1.2.5 ")
	return widget.Fit(left, max(0, width-9)) + " " + widget.Fit(cite, min(8, width))
}

// columns are the widths of a row: what is optional is zero when narrow.
type columns struct{ label, last, due, meter, left, holders int }

func layout(width int) columns {
	c := columns{due: 10, left: 10}
	rest := width - 4 - c.due - 2 - c.left
	if width >= 76 {
		c.meter = 10
		rest -= c.meter + 2
	}
	if width >= 92 {
		c.last = 10
		rest -= c.last + 2
	}
	if width >= 66 {
		c.holders = min(22, max(12, rest*3/10))
		rest -= c.holders + 2
	}
	c.label = max(8, rest)
	return c
}

func (s *Screen) headings(width int) string {
	c := layout(width - 1)
	cells := "    " + widget.Fit("CONTRASEÑA", c.label)
	if c.last > 0 {
		cells += "  " + widget.Fit("CAMBIADA", c.last)
	}
	cells += "  " + widget.Fit("VENCE", c.due)
	if c.meter > 0 {
		cells += widget.Fit("  QUEDAN", c.meter+2)
	}
	cells += widget.Right("", c.left)
	if c.holders > 0 {
		cells += "  " + widget.Fit("LA CONOCEN", c.holders)
	}
	return s.theme.Title.Render(widget.Cut(cells, width))
}

func (s *Screen) row(row, width int) string {
	k := s.clocks[s.shown[row]]
	c := layout(width)
	look := s.theme.Of(k.Status)
	label := widget.Fit(shortLabel(k), c.label)
	line := " " + look.Render(s.mark(k)) + " " + label
	if c.last > 0 {
		line += "  " + widget.Fit(orDash(k.Last.Slashed()), c.last)
	}
	line += "  " + widget.Fit(orDash(k.Due.Slashed()), c.due)
	if c.meter > 0 {
		line += "  " + s.drain(k, c.meter, look)
	}
	line += look.Render(widget.Right(daysLeft(k), c.left))
	if c.holders > 0 {
		line += "  " + s.holders(k, c.holders)
	}
	if row == s.list.Cursor() {
		return s.theme.Accent.Render("▌") + widget.Highlight(s.theme, line, width-1)
	}
	return " " + widget.Fit(line, width-1)
}

// shortLabel names the credential under a heading that says what they all are.
func shortLabel(k directive.Clock) string {
	switch k.Credential.Kind {
	case model.Mailbox:
		return "Correo " + k.Credential.Address
	case model.PersonalAccess:
		return k.Account.Label() + " (personales)"
	case model.NetworkAccess:
	}
	return k.Account.Label()
}

// mark is the worse of the clock's status and the custody's.
func (s *Screen) mark(k directive.Clock) string {
	worst := k.Status
	for _, d := range s.findings[k.Credential.ID] {
		if d.Status.Severity() > worst.Severity() {
			worst = d.Status
		}
	}
	return worst.Mark()
}

func (s *Screen) drain(k directive.Clock, width int, look lipgloss.Style) string {
	if k.Due.IsZero() {
		return s.theme.Muted.Render(strings.Repeat("·", width))
	}
	month := max(1, k.Due.Sub(k.Due.AddMonths(-1)))
	return widget.Drain(s.theme, width, k.Days, month, look)
}

func daysLeft(k directive.Clock) string {
	switch {
	case k.Due.IsZero():
		return "sin dato"
	case k.Days == 0:
		return "hoy"
	case k.Days == 1, k.Days == -1:
		return strconv.Itoa(k.Days) + " día"
	case k.Days <= -1000:
		return model.Count(int64(k.Days)) + " d"
	}
	return strconv.Itoa(k.Days) + " días"
}

func (s *Screen) holders(k directive.Clock, width int) string {
	if k.Credential.Kind == model.PersonalAccess {
		return s.theme.Muted.Render(widget.Fit("administradores", width))
	}
	if len(k.Custodians) == 0 {
		return s.theme.Muted.Render(widget.Fit("? sin registro", width))
	}
	look := s.theme.Text
	if len(s.findings[k.Credential.ID]) > 0 {
		look = s.theme.Late
	}
	return look.Render(widget.Fit(givenNames(k.Custodians), width))
}

// givenNames is short enough for a column: the first name of each.
func givenNames(people []model.Person) string {
	names := make([]string, len(people))
	for i, p := range people {
		names[i], _, _ = strings.Cut(p.Name, " ")
	}
	return strings.Join(names, ", ")
}

func orDash(s string) string {
	if s == "" {
		return "—"
	}
	return s
}
