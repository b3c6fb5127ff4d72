package report

import (
	"errors"
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
	"faro/ui/screen"
	"faro/ui/widget"
)

func (s *Screen) answer(msg tea.Msg) tea.Cmd {
	cmd, closed := s.dialog.Update(msg)
	if closed {
		s.dialog = nil
	}
	return cmd
}

func (s *Screen) ask(title string, confirm func(*widget.FormBox) tea.Cmd, fields ...widget.Field) {
	s.dialog = widget.NewAsk(s.theme, title, confirm, fields...)
}

// openExport asks which documents to write and where.
func (s *Screen) openExport(chosen []string) {
	if s.board.quarter() != s.quarter {
		return
	}
	options := []widget.Option{
		{Label: "Libro de cálculo (XLSX)", Value: XLSX},
		{Label: "CSV, uno por red", Value: CSV},
		{Label: "JSON", Value: JSON},
		{Label: "Borrador de correo a " + s.address() + ", con el libro adjunto", Value: Mail},
	}
	folder := s.folder
	if folder == "" {
		folder = s.desk.Folder()
	}
	fields := []widget.Field{
		widget.Many("formats", "Documentos", options, chosen, widget.Required("marque al menos un documento")),
		widget.Text("folder", "Carpeta", folder, widget.Required("escriba la carpeta donde guardarlos")),
	}
	if n := s.board.lacking; n > 0 {
		fields[0] = widget.Many("formats", "Documentos", options, chosen, widget.Required("marque al menos un documento"),
			widget.Help(fmt.Sprintf("El informe sale con %s y lo dice: nada se inventa", lacks(n))))
	}
	title := fmt.Sprintf("Exportar · Anexo 3, %s, versión %d", s.quarter.Title(), s.board.report.Version)
	s.ask(title, func(f *widget.FormBox) tea.Cmd {
		return s.export(f.Values("formats"), f.Value("folder"), false)
	}, fields...)
}

func (s *Screen) address() string {
	if a := s.board.report.Entity.SCSEmail; a != "" {
		return a
	}
	return model.DefaultSCSEmail
}

func lacks(n int) string {
	if n == 1 {
		return "1 dato por completar"
	}
	return model.Count(int64(n)) + " datos por completar"
}

// replaceable is the store's or the desk's way to say that a file in the folder
// is not faro's own and would be lost.
type replaceable interface{ Replaceable() bool }

// exported closes the dialog when the documents are there; a refusal is shown
// where the folder was typed.
func (s *Screen) exported(m exportedMsg) tea.Cmd {
	d, open := s.dialog.(*widget.Ask)
	if m.err == nil {
		s.dialog, s.folder = nil, m.written.Folder
		note := fmt.Sprintf("✓ Versión %d en %s: %s", m.written.Version, m.written.Folder, strings.Join(m.written.Files, ", "))
		return func() tea.Msg { return screen.ChangedMsg{Note: note} }
	}
	if !open {
		return screen.Fail("exportar el informe", m.err)
	}
	if d.Refuse(m.err) {
		return nil
	}
	var over replaceable
	if errors.As(m.err, &over) && over.Replaceable() {
		again := s.export(d.Values("formats"), d.Value("folder"), true)
		return screen.Confirm("En esa carpeta hay un archivo con ese nombre que Faro no hizo o que alguien cambió. ¿Escribir encima?", again)
	}
	return screen.Fail("exportar el informe", m.err)
}

// openSent asks for the evidence that the latest draft was sent (S31): nothing
// becomes «enviado» without a date somebody declares.
func (s *Screen) openSent() tea.Cmd {
	r, ok := s.board.latest()
	if !ok {
		return screen.Note("Aún no hay una versión: exporte primero con e")
	}
	if r.State != model.Draft {
		return screen.Note("La " + title(r) + " ya está como " + string(r.State))
	}
	s.openMark(r, model.Sent, "Enviado el", "Número de expediente o de oficio, si lo hay")
	return nil
}

func (s *Screen) openReceived() tea.Cmd {
	r, ok := s.board.latest()
	if !ok || r.State != model.Sent {
		return screen.Note("Primero márquela como enviada con s")
	}
	s.openMark(r, model.Received, "Recibido el", "Número del cargo de recepción")
	return nil
}

func (s *Screen) openMark(r model.Report, state model.ReportState, label, help string) {
	today := calendar.DayOf(s.now())
	s.ask("Marcar como "+string(state)+" · "+title(r), func(f *widget.FormBox) tea.Cmd {
		return s.mark(r, state, f.Day("day"), f.Value("cargo"))
	},
		widget.Day("day", label, today, today, widget.Required("escriba la fecha, por ejemplo 15/10/2026")),
		widget.Text("cargo", "Cargo", r.Cargo, widget.Limit(80), widget.Help(help)),
	)
}

// title names a version: «versión 2 del III Trimestre 2026».
func title(r model.Report) string {
	return fmt.Sprintf("versión %d del %s", r.Version, r.Quarter.Title())
}

func (s *Screen) marked(m markedMsg) tea.Cmd {
	if m.err != nil {
		if d, ok := s.dialog.(*widget.Ask); ok && d.Refuse(m.err) {
			return nil
		}
		return screen.Fail(m.doing, m.err)
	}
	s.dialog = nil
	return func() tea.Msg { return screen.ChangedMsg{Note: m.note} }
}
