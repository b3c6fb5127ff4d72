package accounts

import (
	tea "github.com/charmbracelet/bubbletea"

	"faro/ui/widget"
)

// section is one of the lists behind the screen's own tabs.
type section struct {
	name  string
	title string // what it is for and the article, over the list
	list  widget.List
	shown []int // records that pass the filter

	count  func() int
	words  func(i int) []string // what the filter looks in
	heads  func(width int) string
	row    func(i, width int) string   // nil: the section is one record, not a list
	detail func(i, width int) []string // i is -1 when there is no record
	empty  []string                    // when there are no records
	acts   map[string]func() tea.Cmd   // by key
	keys   []sectionKey                // in the order shown
}

// sectionKey is a key of a section and what it does.
type sectionKey struct{ key, label, text string }

// at is the record under the cursor.
func (c *section) at() (int, bool) {
	i := c.list.Cursor()
	if i < 0 || i >= len(c.shown) {
		return -1, false
	}
	return c.shown[i], true
}
