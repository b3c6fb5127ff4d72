package store

import (
	"context"
	"sync"

	"faro/model/calendar"
	"faro/model/directive"
)

// remembered is the state of the last quarter as it was counted last. Facts are
// asked for after every change, and hardly any change touches that quarter.
type remembered struct {
	mu    sync.Mutex
	state directive.QuarterState
	today calendar.Day
	end   int64 // of the history when it was counted
}

// quarter answers what is remembered while the history shows that nothing it
// rests on was altered since, by this process or another, and else counts
// anew.
func (m *remembered) quarter(
	ctx context.Context, q querier, quarter calendar.Quarter, today calendar.Day, count func() (directive.QuarterState, error),
) (directive.QuarterState, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var end int64
	if err := q.QueryRowContext(ctx, `SELECT coalesce(max(seq), 0) FROM history`).Scan(&end); err != nil {
		return directive.QuarterState{}, err
	}
	if m.today == today && m.state.Quarter == quarter && end >= m.end {
		touched, err := m.touched(ctx, q)
		if err != nil {
			return directive.QuarterState{}, err
		}
		if !touched {
			m.end = end
			return m.state, nil
		}
	}
	state, err := count()
	if err == nil {
		m.state, m.today, m.end = state, today, end
	}
	return state, err
}

// touched reports whether something was altered that the state rests on: the
// posts of the quarter, any figure, the accounts, the readings, the reports.
func (m *remembered) touched(ctx context.Context, q querier) (touched bool, err error) {
	first, last := m.state.Quarter.First().String(), m.state.Quarter.Last().String()
	err = q.QueryRowContext(ctx, `
		SELECT EXISTS (
			SELECT 1 FROM history WHERE seq > ? AND (
				table_name IN ('metrics', 'accounts', 'criteria', 'reports')
				OR table_name = 'posts' AND (was ->> '$.day' BETWEEN ? AND ? OR became ->> '$.day' BETWEEN ? AND ?)))`,
		m.end, first, last, first, last).Scan(&touched)
	return touched, err
}
