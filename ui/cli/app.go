package cli

import (
	"context"
	"errors"
	"os"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/directive"
	"faro/store"
	"faro/ui"
	"faro/ui/theme"
)

// app opens the records file and shows the app until the person leaves.
func (s *shell) app(ctx context.Context) error {
	if !s.terminal() {
		return errNoTerminal
	}
	records, err := s.open(ctx)
	if err != nil {
		return err
	}
	return errors.Join(s.show(ctx, records, ""), records.Close())
}

// show runs the app on the records. mark is put beside the entity's name, so
// that nobody takes the demonstration for the office's own records.
func (s *shell) show(ctx context.Context, records *store.Store, mark string) error {
	_, err := records.Entity(ctx)
	isNew := errors.Is(err, model.ErrNotFound)
	if err != nil && !isNew {
		return about(records.Path(), err)
	}
	look := theme.ForTerminal(s.out, theme.Mode(s.tone), os.Getenv)
	seen := &lookout{Store: records}
	app := ui.New(ui.Config{
		Theme: look,
		Pages: s.pages(look, seen, isNew),
		Now:   s.clock,
		Head:  func(ctx context.Context) (ui.Head, error) { return s.head(ctx, seen, mark) },
		Undo: func(ctx context.Context) (string, error) {
			undone, err := records.Undo(ctx)
			return undone.What, err
		},
		Watch: records.DataVersion,
	})
	if isNew {
		return s.play(ctx, firstDay{app})
	}
	return s.play(ctx, app)
}

// play runs the app until the person leaves. However it ends, Bubble Tea has
// given the terminal back by then.
func (s *shell) play(ctx context.Context, app tea.Model) error {
	options := append(ui.Options(), tea.WithContext(ctx), tea.WithInput(s.in), tea.WithOutput(s.out))
	_, err := tea.NewProgram(app, options...).Run()
	switch {
	case errors.Is(err, tea.ErrProgramPanic):
		return errors.Join(errCrash, err)
	case ctx.Err() != nil:
		return context.Canceled
	}
	return err
}

// head is what the header says: the entity and how many duties wait.
func (s *shell) head(ctx context.Context, records *lookout, mark string) (ui.Head, error) {
	now, today := s.clock(), s.today()
	facts, err := records.Facts(ctx, now)
	if err != nil {
		return ui.Head{}, err
	}
	criteria, err := records.Criteria(ctx)
	if err != nil {
		return ui.Head{}, err
	}
	open := directive.Attention(directive.Board(facts, criteria, now), today)
	return ui.Head{
		Acronym:   first(facts.Entity.Acronym, "Sin entidad") + mark,
		Attention: len(open),
		Overdue:   slices.ContainsFunc(open, func(d directive.Duty) bool { return d.Overdue(today) }),
	}, nil
}
