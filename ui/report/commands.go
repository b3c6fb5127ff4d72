package report

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/annex"
	"faro/model/calendar"
	"faro/ui/screen"
)

// loadedMsg brings a quarter.
type loadedMsg struct{ board board }

// previewMsg brings a quarter's tables as they will print.
type previewMsg struct {
	quarter calendar.Quarter
	report  annex.Quarterly
}

// exportedMsg answers an export: what was written, or why nothing was.
type exportedMsg struct {
	written Written
	err     error
}

// markedMsg answers the declaration of a state.
type markedMsg struct {
	note  string
	doing string
	err   error
}

func (s *Screen) load() tea.Cmd {
	records, quarter := s.records, s.quarter
	return screen.Do(func(ctx context.Context) tea.Msg {
		in, err := records.Quarterly(ctx, quarter)
		if err != nil {
			return screen.ErrMsg{Doing: "leer el trimestre", Err: err}
		}
		versions, err := records.Reports(ctx, quarter)
		if err != nil {
			return screen.ErrMsg{Doing: "leer las versiones del informe", Err: err}
		}
		return loadedMsg{newBoard(annex.Build(in), versions)}
	})
}

// compose shows the report as it will print.
func (s *Screen) compose() tea.Cmd {
	report := s.board.report
	if report.Quarter != s.quarter {
		return nil // Still on its way.
	}
	return func() tea.Msg { return previewMsg{report.Quarter, report} }
}

func (s *Screen) export(formats []string, folder string, replace bool) tea.Cmd {
	desk, quarter := s.desk, s.quarter
	return screen.Do(func(ctx context.Context) tea.Msg {
		written, err := desk.Export(ctx, quarter, formats, folder, replace)
		return exportedMsg{written, err}
	})
}

func (s *Screen) reveal() tea.Cmd {
	desk, folder := s.desk, s.folder
	return screen.Do(func(ctx context.Context) tea.Msg {
		if err := desk.Reveal(ctx, folder); err != nil {
			return screen.NoteMsg{Text: "No se pudo abrir; está en " + folder}
		}
		return screen.NoteMsg{Text: "Carpeta abierta: " + folder}
	})
}

func (s *Screen) mark(r model.Report, state model.ReportState, day calendar.Day, cargo string) tea.Cmd {
	records := s.records
	return screen.Do(func(ctx context.Context) tea.Msg {
		m := markedMsg{doing: "marcar el informe como " + string(state), note: "✓ " + title(r) + ": " + string(state) + " el " + day.Slashed()}
		if state == model.Sent {
			m.err = records.MarkSent(ctx, r.ID, day, cargo)
		} else {
			m.err = records.MarkReceived(ctx, r.ID, day, cargo)
		}
		return m
	})
}
