package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"faro/model/calendar"
	"faro/model/directive"
	"faro/ui/theme"
)

// statusForm is how `faro estado` answers.
type statusForm struct{ json, brief, all bool }

func newStatus(s *shell) *cobra.Command {
	var form statusForm
	cmd := &cobra.Command{
		Use:     "estado [--json|--breve]",
		Aliases: []string{"status"},
		Short:   "Dice qué está por atender; termina en 1 si algo venció o vence hoy",
		Long: `Dice qué está por atender según la Directiva, lo más grave primero, con su
artículo y su razón. Termina con 0 si nada venció ni vence hoy, y con 1 si algo
venció o vence hoy, para usarlo desde otras herramientas.`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if form.json && form.brief {
				return wrongUse("«--json» y «--breve» no van juntas; elija una.")
			}
			return s.status(cmd.Context(), form)
		},
	}
	cmd.Flags().BoolVar(&form.json, "json", false, "todas las obligaciones como una lista JSON")
	cmd.Flags().BoolVar(&form.brief, "breve", false, "una sola línea")
	cmd.Flags().BoolVar(&form.all, "todo", false, "también lo que ya se cumple")
	return cmd
}

// status prints how the entity stands.
func (s *shell) status(ctx context.Context, form statusForm) error {
	records, err := s.openExisting(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = records.Close() }()
	now, today := s.clock(), s.today()
	facts, err := records.Facts(ctx, now)
	if err != nil {
		return about(records.Path(), err)
	}
	criteria, err := records.Criteria(ctx)
	if err != nil {
		return about(records.Path(), err)
	}
	duties := directive.Board(facts, criteria, now)
	shown := waiting(duties, today)
	count := countDuties(shown, today)
	if count.pressing() {
		s.code = exitDue
	}
	switch {
	case form.json:
		return s.printJSON(duties)
	case form.brief:
		return s.print(count.String() + "\n")
	case form.all:
		shown = duties
	}
	head := strings.TrimSpace(facts.Entity.Acronym+" · "+today.Label()+" "+calendar.Clock(now)) + " · " + count.String() + "\n"
	return s.print(head + table(s.look(), shown))
}

// printJSON writes the duties as an array, never as null.
func (s *shell) printJSON(duties []directive.Duty) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(append([]directive.Duty{}, duties...)); err != nil {
		return err
	}
	return s.print(b.String())
}

// waiting lists what somebody must act on, and after it what is in hand and
// due today: the day's posts still to come.
func waiting(duties []directive.Duty, today calendar.Day) []directive.Duty {
	open := directive.Attention(duties, today)
	for _, d := range duties {
		if d.DueToday(today) && d.Status == directive.Running {
			open = append(open, d)
		}
	}
	return open
}

// dutyCount counts what waits by its urgency.
type dutyCount struct {
	overdue int // its day is past
	today   int // somebody must act today
	soon    int // its day is near
	undated int // permanent duties that are broken
	running int // in hand, due today
}

func countDuties(waiting []directive.Duty, today calendar.Day) (c dutyCount) {
	for _, d := range waiting {
		switch {
		case d.Status == directive.Running:
			c.running++
		case d.Overdue(today):
			c.overdue++
		case d.DueToday(today):
			c.today++
		case d.Due.After(today):
			c.soon++
		default:
			c.undated++
		}
	}
	return c
}

// pressing reports that something is overdue or due today. A broken permanent
// duty is overdue every day.
func (c dutyCount) pressing() bool { return c.overdue+c.today+c.undated+c.running > 0 }

// String is «3 por atender: 1 vencido, 2 hoy», with «; 1 en curso hoy» after
// it for what is in hand.
func (c dutyCount) String() string {
	var parts []string
	add := func(n int, one, many string) {
		switch {
		case n == 1:
			parts = append(parts, "1 "+one)
		case n > 1:
			parts = append(parts, fmt.Sprintf("%d %s", n, many))
		}
	}
	add(c.overdue, "vencido", "vencidos")
	add(c.today, "hoy", "hoy")
	add(c.undated, "por corregir", "por corregir")
	add(c.soon, "próximo", "próximos")
	text := "Nada por atender"
	if len(parts) > 0 {
		text = fmt.Sprintf("%d por atender: %s", c.overdue+c.today+c.undated+c.soon, strings.Join(parts, ", "))
	}
	if c.running > 0 {
		text += fmt.Sprintf("; %d en curso hoy", c.running)
	}
	return text
}

// table is a line for each duty: mark, subject, day, article, and why.
func table(look theme.Theme, duties []directive.Duty) string {
	var b strings.Builder
	subject, article := 0, 0
	for _, d := range duties {
		subject = max(subject, ansi.StringWidth(d.Subject))
		article = max(article, ansi.StringWidth(d.Article))
	}
	for _, d := range duties {
		due := strings.Repeat(" ", len("23/11/2026"))
		if !d.Due.IsZero() {
			due = d.Due.Slashed()
		}
		fmt.Fprintf(&b, "%s %s  %s  %s  %s\n", look.Mark(d.Status), pad(d.Subject, subject), due,
			look.Muted.Render(pad(d.Article, article)), d.Why)
	}
	return b.String()
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-ansi.StringWidth(s)))
}

// look is the theme of printed text: colours on a terminal unless NO_COLOR is
// set, and otherwise not one escape sequence.
func (s *shell) look() theme.Theme {
	mode := theme.Mode(s.tone)
	if os.Getenv("NO_COLOR") != "" || !term.IsTerminal(s.out.Fd()) {
		return theme.ForTerminal(&bytes.Buffer{}, mode, func(string) string { return "" })
	}
	return theme.ForTerminal(s.out, mode, os.Getenv)
}
