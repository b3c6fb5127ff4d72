package accounts

import (
	"context"
	"errors"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/ui/screen"
)

// loadedMsg brings everything this screen keeps.
type loadedMsg struct {
	facts    directive.Facts
	criteria directive.Criteria
	findings []directive.Duty
}

// keptMsg answers what a dialog confirmed: nil, or why it was not kept.
type keptMsg struct {
	note  string
	doing string
	err   error
}

func (s *Screen) load() tea.Cmd {
	records, today := s.records, s.today()
	return screen.Do(func(ctx context.Context) tea.Msg {
		m, err := read(ctx, records, today)
		if err != nil {
			return screen.ErrMsg{Doing: "leer las cuentas", Err: err}
		}
		return m
	})
}

func read(ctx context.Context, r Records, today calendar.Day) (m loadedMsg, err error) {
	f := &m.facts
	for _, step := range []func() error{
		func() (err error) { f.Entity, err = r.Entity(ctx); return ignoreMissing(err) },
		func() (err error) { f.Accounts, err = r.Accounts(ctx); return err },
		func() (err error) { f.People, err = r.People(ctx); return err },
		func() (err error) { f.Appointments, err = r.Appointments(ctx); return err },
		func() (err error) { f.Fakes, err = r.Fakes(ctx); return err },
		func() (err error) { f.Campaigns, err = r.Campaigns(ctx); return err },
		func() (err error) { f.Holidays, err = r.Holidays(ctx); return err },
		func() (err error) { m.criteria, err = r.Criteria(ctx); return err },
	} {
		if err := step(); err != nil {
			return m, err
		}
	}
	f.HasEntity = f.Entity.Name != ""
	m.findings = directive.AccountFindings(*f, m.criteria, today)
	return m, nil
}

// ignoreMissing lets a file that has no entity yet be read.
func ignoreMissing(err error) error {
	if errors.Is(err, model.ErrNotFound) {
		return nil
	}
	return err
}

func (s *Screen) show(m loadedMsg) {
	s.facts, s.criteria, s.loaded = m.facts, m.criteria, true
	s.findings, s.office = map[model.ID][]directive.Duty{}, nil
	for _, d := range m.findings {
		if d.AccountID == 0 {
			s.office = append(s.office, d)
		} else {
			s.findings[d.AccountID] = append(s.findings[d.AccountID], d)
		}
	}
	s.sift()
	s.seek()
	if s.wizard != nil {
		s.wizard.refresh()
	}
}

// keep records something and says so, or why it could not be.
func keep(doing, note string, work func(context.Context) error) tea.Cmd {
	return screen.Do(func(ctx context.Context) tea.Msg {
		return keptMsg{note: note, doing: doing, err: work(ctx)}
	})
}

// kept closes the dialog when its facts were kept; a refusal is shown where
// they were typed.
func (s *Screen) kept(m keptMsg) tea.Cmd {
	if m.err == nil {
		s.dialog = nil
		return func() tea.Msg { return screen.ChangedMsg{Note: m.note} }
	}
	if s.dialog != nil && s.dialog.Refuse(m.err) {
		return nil
	}
	return screen.Fail(m.doing, m.err)
}
