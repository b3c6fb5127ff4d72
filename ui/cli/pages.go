package cli

import (
	"github.com/atotto/clipboard"
	tea "github.com/charmbracelet/bubbletea"

	"faro/ui"
	"faro/ui/accounts"
	"faro/ui/report"
	"faro/ui/roles"
	"faro/ui/rotation"
	"faro/ui/screen"
	"faro/ui/theme"
	"faro/ui/today"
	"faro/ui/topten"
)

// pages are the screens in the order of their tabs. A new office begins with
// questions on the last of them.
func (s *shell) pages(look theme.Theme, records *lookout, isNew bool) []ui.Page {
	return []ui.Page{
		{Name: screen.Today, Screen: today.New(records, s.clock, look)},
		{Name: screen.Rotation, Screen: rotation.New(records, s.clock, look, copier())},
		{Name: screen.Roles, Screen: roles.New(records, s.clock, look)},
		{Name: screen.TopTen, Screen: topten.New(records, s.clock, look)},
		{Name: screen.Report, Screen: report.New(records, desk{s, records.Store}, s.clock, look)},
		{Name: screen.Accounts, Screen: accounts.New(records, s.clock, look, isNew)},
	}
}

// firstDay is the app of a new office: it opens where the questions are asked.
type firstDay struct{ *ui.App }

// Init implements tea.Model.
func (f firstDay) Init() tea.Cmd {
	return tea.Batch(f.App.Init(), screen.Open(screen.Accounts, 0))
}

// copier puts a text on the clipboard; nil on a machine without one.
func copier() func(string) error {
	if clipboard.Unsupported {
		return nil
	}
	return clipboard.WriteAll
}
