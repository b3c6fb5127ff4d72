package rotation

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/ui/screen"
	"faro/ui/widget"
)

// loadedMsg brings the clocks as of a day.
type loadedMsg struct {
	today    calendar.Day
	facts    directive.Facts
	clocks   []directive.Clock
	findings map[model.ID][]directive.Duty
}

// historyMsg brings the changes of a credential.
type historyMsg struct {
	credential model.ID
	changes    []model.CredentialChange
}

// recordedMsg answers what a dialog confirmed: nil, or why it was not kept.
type recordedMsg struct {
	note  string
	doing string
	err   error
}

func (s *Screen) load() tea.Cmd {
	records, today := s.records, calendar.DayOf(s.now())
	return screen.Do(func(ctx context.Context) tea.Msg {
		facts, criteria, err := read(ctx, records)
		if err != nil {
			return screen.ErrMsg{Doing: "leer las contraseñas", Err: err}
		}
		m := loadedMsg{today: today, facts: facts, findings: map[model.ID][]directive.Duty{}}
		m.clocks = directive.Clocks(facts, criteria, today)
		for _, d := range directive.CustodyFindings(facts, criteria, today) {
			m.findings[d.CredentialID] = append(m.findings[d.CredentialID], d)
		}
		return m
	})
}

// read gathers the few facts that clocks and custody need; posts are not among
// them, so the cost does not grow with the file.
func read(ctx context.Context, r Records) (f directive.Facts, c directive.Criteria, err error) {
	for _, step := range []func() error{
		func() (err error) { f.Accounts, err = r.Accounts(ctx); return err },
		func() (err error) { f.People, err = r.People(ctx); return err },
		func() (err error) { f.Appointments, err = r.Appointments(ctx); return err },
		func() (err error) { f.Credentials, err = r.Credentials(ctx); return err },
		func() (err error) { f.Custodies, err = r.Custodies(ctx); return err },
		func() (err error) { f.Changes, err = r.LatestChanges(ctx); return err },
		func() (err error) { c, err = r.Criteria(ctx); return err },
	} {
		if err := step(); err != nil {
			return f, c, err
		}
	}
	return f, c, nil
}

func (s *Screen) show(m loadedMsg) tea.Cmd {
	s.today, s.facts, s.clocks, s.findings, s.loaded = m.today, m.facts, m.clocks, m.findings, true
	s.past = history{}
	s.sift()
	s.seek()
	return s.recall()
}

// recall reads the changes of the credential under the cursor where there is
// room to show them.
func (s *Screen) recall() tea.Cmd {
	c, ok := s.current()
	if !ok || s.past.credential == c.Credential.ID || !s.beside() {
		return nil
	}
	return s.readHistory(c.Credential.ID)
}

func (s *Screen) readHistory(id model.ID) tea.Cmd {
	records := s.records
	return screen.Do(func(ctx context.Context) tea.Msg {
		changes, err := records.Changes(ctx, id)
		if err != nil {
			return screen.ErrMsg{Doing: "leer el historial de cambios", Err: err}
		}
		return historyMsg{id, changes}
	})
}

func (s *Screen) record(change model.CredentialChange, note string) tea.Cmd {
	records := s.records
	return screen.Do(func(ctx context.Context) tea.Msg {
		_, err := records.RecordChange(ctx, change)
		return recordedMsg{note: note, doing: "registrar el cambio", err: err}
	})
}

func (s *Screen) setCustodians(id model.ID, people []model.ID, from calendar.Day, note string) tea.Cmd {
	records := s.records
	return screen.Do(func(ctx context.Context) tea.Msg {
		err := records.SetCustodians(ctx, id, people, from)
		return recordedMsg{note: note, doing: "registrar los custodios", err: err}
	})
}

// recorded closes the dialog when its facts were kept; a refusal is shown where
// they were typed.
func (s *Screen) recorded(m recordedMsg) tea.Cmd {
	if m.err != nil {
		if d, ok := s.dialog.(*widget.Ask); ok && d.Refuse(m.err) {
			return nil
		}
		return screen.Fail(m.doing, m.err)
	}
	s.dialog = nil
	return func() tea.Msg { return screen.ChangedMsg{Note: m.note} }
}
