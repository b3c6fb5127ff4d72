package topten

import (
	"strconv"

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

// running is the month that has not ended.
func (s *Screen) running() calendar.Month { return calendar.DayOf(s.now()).InMonth() }

// accountDialog chooses the account whose sheet is shown.
type accountDialog struct {
	screen *Screen
	picker *widget.Picker
}

func (s *Screen) openAccounts() {
	if len(s.accounts) == 0 {
		return
	}
	options := make([]widget.Option, len(s.accounts))
	for i, a := range s.accounts {
		options[i] = widget.Option{Label: a.Label(), Value: strconv.FormatInt(int64(a.ID), 10)}
	}
	p := widget.NewPicker(s.theme, "¿De qué cuenta?", options)
	p.Select(strconv.FormatInt(int64(s.shown.account), 10))
	s.dialog = &accountDialog{s, p}
}

func (d *accountDialog) Update(msg tea.Msg) (tea.Cmd, bool) {
	if _, mouse := msg.(tea.MouseMsg); mouse {
		return nil, false
	}
	cmd := d.picker.Update(msg)
	if chosen, ok := d.picker.Chosen(); ok {
		id, err := strconv.ParseInt(chosen.Value, 10, 64)
		if err != nil {
			return cmd, true
		}
		return tea.Batch(cmd, d.screen.turn(place{model.ID(id), d.screen.want.month})), true
	}
	return cmd, d.picker.Cancelled()
}

func (d *accountDialog) Over(base string, width, height int) string {
	wide := min(width, 60)
	body := d.picker.View(max(1, wide-6), max(1, min(height-6, 16)))
	return widget.Over(base, widget.Frame(d.screen.theme, "", body, "", wide), width, height)
}

// openFollowers asks for the followers at the two ends of the month.
func (s *Screen) openFollowers() {
	if len(s.accounts) == 0 {
		return
	}
	count := widget.Check(func(text string) error { _, err := model.ReadCount(text); return err })
	fields := []widget.Field{
		widget.Text("start", "Al inicio", typed(s.figures.FollowersStart), count,
			widget.Help("El día 1 del mes; vacío es «sin dato»")),
		widget.Text("end", "Al cierre", typed(s.figures.FollowersEnd), count,
			widget.Help("El último día del mes; el informe muestra el crecimiento (6.3.2)")),
	}
	title := "Seguidores · " + s.account().Label() + " · " + s.shown.month.Title()
	s.dialog = widget.NewAsk(s.theme, title, func(f *widget.FormBox) tea.Cmd {
		figures := s.figures
		figures.FollowersStart, figures.FollowersEnd = read(f.Value("start")), read(f.Value("end"))
		return s.saveFigures(figures)
	}, fields...)
}

func typed(n *int64) string {
	if n == nil {
		return ""
	}
	return model.Count(*n)
}

// read is the number of a field that passed its check, nil if it is empty.
func read(text string) *int64 {
	n, err := model.ReadCount(text)
	if err != nil {
		return nil
	}
	return &n
}

func (s *Screen) keptFigures(m figuresMsg) tea.Cmd {
	if m.err != nil {
		if d, ok := s.dialog.(*widget.Ask); ok && d.Refuse(m.err) {
			return nil
		}
		return screen.Fail("guardar los seguidores", m.err)
	}
	s.dialog = nil
	return func() tea.Msg { return screen.ChangedMsg{Note: "✓ Seguidores guardados: " + s.account().Label()} }
}
