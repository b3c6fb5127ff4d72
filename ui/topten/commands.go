package topten

import (
	"context"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/ui/screen"
)

// loadedMsg brings a table.
type loadedMsg struct {
	asked    place // as it was asked for: the account may have been open
	at       place
	accounts []model.Account
	criteria directive.Criteria
	rows     []model.Measured
	figures  model.Figures
}

// turnMsg goes to another table.
type turnMsg struct{ to place }

// savedMsg answers the lines that were to be kept.
type savedMsg struct {
	at    place
	lines []*line // as they were handed over
	rows  []model.Measured
	err   error
}

// figuresMsg answers the followers.
type figuresMsg struct{ err error }

func (s *Screen) load() tea.Cmd {
	records, want := s.records, s.want
	return screen.Do(func(ctx context.Context) tea.Msg {
		m := loadedMsg{asked: want, at: want}
		if err := m.read(ctx, records); err != nil {
			return screen.ErrMsg{Doing: "leer las publicaciones del mes", Err: err}
		}
		return m
	})
}

func (m *loadedMsg) read(ctx context.Context, r Records) error {
	all, err := r.Accounts(ctx)
	if err != nil {
		return err
	}
	m.accounts = ofAnnex3(all, m.at.month)
	if m.criteria, err = r.Criteria(ctx); err != nil {
		return err
	}
	if !slices.ContainsFunc(m.accounts, func(a model.Account) bool { return a.ID == m.at.account }) {
		if len(m.accounts) == 0 {
			return nil
		}
		m.at.account = m.accounts[0].ID
	}
	if m.rows, err = r.MonthPosts(ctx, m.at.account, m.at.month); err != nil {
		return err
	}
	figures, err := r.Figures(ctx, m.at.account, m.at.month, m.at.month)
	if err != nil {
		return err
	}
	m.figures = model.Figures{AccountID: m.at.account, Month: m.at.month}
	if len(figures) > 0 {
		m.figures = figures[0]
	}
	return nil
}

// ofAnnex3 are the accounts with a table that month, in the Annex's order.
func ofAnnex3(all []model.Account, month calendar.Month) []model.Account {
	var some []model.Account
	for _, n := range model.Networks() {
		for _, a := range all {
			opened := a.Opened.IsZero() || !a.Opened.After(month.Last())
			closed := !a.Closed.IsZero() && a.Closed.Before(month.First())
			if a.Network == n && !a.Archived && opened && !closed {
				some = append(some, a)
			}
		}
	}
	return some
}

// save records lines; they are told apart by their pointers, which stay with
// the loop and are only handed back.
func (s *Screen) save(lines []*line) tea.Cmd {
	rows := make([]model.Measured, len(lines))
	for i, l := range lines {
		rows[i] = l.record(s.shown.account)
	}
	records, at := s.records, s.shown
	return screen.Do(func(ctx context.Context) tea.Msg {
		stored, err := records.SaveMeasured(ctx, rows)
		return savedMsg{at: at, lines: lines, rows: stored, err: err}
	})
}

func (s *Screen) saveFigures(f model.Figures) tea.Cmd {
	records := s.records
	return screen.Do(func(ctx context.Context) tea.Msg {
		_, err := records.SaveFigures(ctx, f)
		return figuresMsg{err}
	})
}

func (s *Screen) throwAway(id model.ID) tea.Cmd {
	records := s.records
	return screen.Do(func(ctx context.Context) tea.Msg {
		if err := records.DiscardPost(ctx, id); err != nil {
			return screen.ErrMsg{Doing: "descartar la fila", Err: err}
		}
		return screen.ChangedMsg{Note: "✓ Fila descartada; u la recupera"}
	})
}
