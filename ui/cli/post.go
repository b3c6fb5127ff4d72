package cli

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/store"
)

// posting is what `faro publicar` was asked to record.
type posting struct {
	account, hour, date string
	entries             []entry
	day                 calendar.Day // of what the links do not date
}

func newPost(s *shell) *cobra.Command {
	var p posting
	cmd := &cobra.Command{
		Use:     "publicar [ENLACE [HORA]]… [-]",
		Aliases: []string{"post"},
		Short:   "Registra publicaciones por su enlace, o una de ahora con el enlace pendiente",
		Long: `Registra publicaciones ya hechas. El enlace dice la red, la cuenta y, en X,
TikTok e Instagram, también la hora. En Facebook y YouTube la hora es la de
ahora, la escrita después del enlace o la de --hora. Con «-» lee los enlaces de
la entrada, uno por línea. Sin enlace y con --cuenta registra una publicación de
ahora con el enlace pendiente.

Todo se registra junto o no se registra nada. Lo ya registrado no se duplica.`,
		Example: `  faro publicar https://x.com/MinEjemploPeru/status/2035933611212357737
  faro publicar https://www.facebook.com/MinEjemploPeru/posts/pfbid02Xyz 09:15
  faro publicar --cuenta facebook
  faro publicar - < enlaces.txt`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return s.post(cmd.Context(), p, args)
		},
	}
	cmd.Flags().StringVar(&p.account, "cuenta", "", "`CUENTA`: facebook, @MinEjemploPeru o \"x @MinEjemploPeru\"")
	cmd.Flags().StringVar(&p.hour, "hora", "", "`HORA` de Lima en que se publicó: 09:15")
	cmd.Flags().StringVar(&p.date, "fecha", "", "`DÍA` en que se publicó: 23/11/2026, hoy o ayer")
	completing(cmd, "cuenta", s.completeAccounts)
	return cmd
}

// post records what was asked and says how each account stands afterwards.
func (s *shell) post(ctx context.Context, p posting, args []string) error {
	var err error
	p.day = s.today()
	if p.date != "" {
		if p.day, err = calendar.ReadDay(p.date, s.today()); err != nil {
			return err
		}
	}
	if p.entries, err = s.readEntries(args); err != nil {
		return err
	}
	if len(p.entries) == 0 && p.account == "" {
		return wrongUse("falta el enlace de la publicación; sin enlace indique la cuenta con «--cuenta».")
	}
	records, err := s.openExisting(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = records.Close() }()
	accounts, err := records.Accounts(ctx)
	if err != nil {
		return about(records.Path(), err)
	}
	posts, err := p.posts(accounts, s.clock())
	if err != nil {
		return err
	}
	result, err := records.AddPosts(ctx, posts)
	if err != nil {
		return about(records.Path(), err)
	}
	return s.tellPosts(ctx, tally{records: records, accounts: accounts, now: s.clock()}, []outcome{
		{"✓", "", result.Added},
		{"✓", " · enlace completado", result.Completed},
		{"=", " · ya estaba registrada", result.Known},
	})
}

// readEntries reads the links and clocks of the command line; «-» stands for
// the lines of the input.
func (s *shell) readEntries(args []string) ([]entry, error) {
	var words []string
	for _, arg := range args {
		if arg != "-" {
			words = append(words, strings.Fields(arg)...)
			continue
		}
		text, err := io.ReadAll(io.LimitReader(s.in, maxInput+1))
		if err != nil {
			return nil, about("la entrada", err)
		}
		if len(text) > maxInput {
			return nil, wrongUse("la entrada es demasiado larga; parta la lista de enlaces en varias.")
		}
		words = append(words, strings.Fields(string(text))...)
	}
	entries, bad := parseEntries(words)
	if len(bad) > 0 {
		return nil, wrongUse("no se registró nada; corrija esto y inténtelo otra vez:\n  %s", strings.Join(bad, "\n  "))
	}
	return entries, nil
}

// maxInput is far more links than a year has.
const maxInput = 1 << 20

// outcome is what became of some posts.
type outcome struct {
	mark, remark string
	posts        []model.Post
}

// tellPosts prints a line for each post.
func (s *shell) tellPosts(ctx context.Context, tally tally, outcomes []outcome) error {
	var b strings.Builder
	for _, o := range outcomes {
		for _, p := range o.posts {
			standing, err := tally.standing(ctx, p)
			if err != nil {
				return about(tally.records.Path(), err)
			}
			remark := o.remark
			if p.Link == "" {
				remark += " · enlace pendiente"
			}
			fmt.Fprintf(&b, "%s %s %s%s%s\n", o.mark, tally.account(p.AccountID).Label(), when(p, s.today()), remark, standing)
		}
	}
	return s.print(b.String())
}

// when is a post's clock, with its day unless it is today.
func when(p model.Post, today calendar.Day) string {
	switch {
	case !p.Timed():
		return p.Day.Slashed() + " (sin hora)"
	case p.Day == today:
		return calendar.Clock(p.At)
	}
	return calendar.Stamp(p.At)
}

// tally tells how accounts stand after posts were recorded.
type tally struct {
	records  *store.Store
	accounts []model.Account
	now      time.Time
}

func (t tally) account(id model.ID) model.Account {
	for _, a := range t.accounts {
		if a.ID == id {
			return a
		}
	}
	return model.Account{}
}

// standing is « · hoy 2/3 · próxima desde 16:05», or nothing for a network
// without a quota.
func (t tally) standing(ctx context.Context, p model.Post) (string, error) {
	week := p.Day.InWeek()
	from, to := week.Monday().AddDays(-7), week.Sunday().AddDays(1)
	posts, err := t.records.PostsBetween(ctx, from, to, p.AccountID)
	if err != nil {
		return "", err
	}
	justified, err := t.records.Justified(ctx, from, to)
	if err != nil {
		return "", err
	}
	criteria, err := t.records.Criteria(ctx)
	if err != nil {
		return "", err
	}
	progress, ok := directive.ProgressOn(t.account(p.AccountID), p.Day, posts, justified, t.now, criteria)
	if !ok {
		return "", nil
	}
	return sum(progress, p.Day, calendar.DayOf(t.now), t.now), nil
}

// sum words a progress as the day's line has it.
func sum(p directive.Progress, day, today calendar.Day, now time.Time) string {
	period := day.Slashed()
	switch {
	case p.Quota.Period == directive.Weekly:
		period = "semana"
	case day == today:
		period = "hoy"
	case day == today.AddDays(-1):
		period = "ayer"
	}
	text := fmt.Sprintf(" · %s %d/%d", period, p.Count, p.Quota.Min)
	if !p.From.After(today) && !p.To.Before(today) {
		switch {
		case p.Next.After(now):
			text += " · próxima desde " + calendar.Clock(p.Next)
		case p.Quota.Period == directive.Weekly && p.Missing > 0:
			text += " · hasta " + p.To.Label()
		}
	}
	for _, b := range p.Breaches {
		if b.After.Day == day {
			text += " · margen (6.2.2.4): " + b.Why()
		}
	}
	return text
}
