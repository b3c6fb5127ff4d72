package widget

import "strings"

// A row is drawn as: the bar of the cursor's row, then for each column a mark,
// the text and a closing space, and the scroll mark at the end.
const (
	aside   = 2 // the bar and the scroll mark
	between = 2 // the mark and the closing space of a column
	// narrow is the width from which a row with one column of one cell is drawn
	// whole. Above it rows come out exact; fitting them again would double the
	// time a view takes.
	narrow = aside + between + 1
)

// settle lays the sheet out if the size or the columns changed, and keeps the
// cursor in sight.
func (s *Sheet) settle() {
	if s.waiting {
		s.waiting = false
		s.widths = layout(s.columns, s.width-aside)
		s.titles = s.headings()
	}
	s.list.SetHeight(max(0, s.height-s.titleHeight()))
	s.reveal()
}

// layout gives every column its width: the wanted one if all fit, else down to
// the least, widest slack first; if they still do not fit the sheet scrolls
// and each has the width it wants.
func layout(columns []Column, room int) []int {
	widths, least, total, smallest := make([]int, len(columns)), make([]int, len(columns)), 0, 0
	open := -1
	for i, c := range columns {
		least[i] = max(1, c.Min)
		if c.Min == 0 {
			least[i] = max(1, c.Width)
		}
		widths[i] = max(c.Width, least[i])
		if c.Width == 0 && open < 0 {
			open = i
		}
		total, smallest = total+widths[i]+between, smallest+least[i]+between
	}
	switch {
	case total <= room && open >= 0:
		widths[open] += room - total
	case total > room && smallest <= room:
		shrink(widths, least, total-room)
	}
	for i := range widths {
		widths[i] = max(1, min(widths[i], room-between))
	}
	return widths
}

// shrink takes n cells off, each time from the column with the most to spare.
func shrink(widths, least []int, n int) {
	for range n {
		widest := 0
		for i := range widths {
			if widths[i]-least[i] > widths[widest]-least[widest] {
				widest = i
			}
		}
		widths[widest]--
	}
}

// reveal scrolls sideways so that the column of the cursor is drawn whole. The
// first column stays, unless there would be no room for another.
func (s *Sheet) reveal() {
	s.first = max(1, s.first)
	if s.col == 0 || len(s.columns) < 2 {
		if s.fits(1, len(s.columns)-1) {
			s.first = 1
		}
		return
	}
	s.first = min(s.first, s.col)
	for s.first < s.col && !s.fits(s.first, s.col) {
		s.first++
	}
	// Do not stay scrolled when there is room at the right.
	for s.first > 1 && s.fits(s.first-1, len(s.columns)-1) {
		s.first--
	}
}

// fits tells whether the frozen column and the columns from a to b are drawn
// whole.
func (s *Sheet) fits(a, b int) bool {
	used := s.widths[0] + between
	for i := a; i <= b; i++ {
		used += s.widths[i] + between
	}
	return used <= s.width-aside
}

// shown are the columns to draw.
func (s *Sheet) shown() []int {
	room := s.width - aside
	if s.col > 0 && !s.fits(s.col, s.col) {
		return []int{s.col} // A window too narrow for the frozen column.
	}
	cols := []int{0}
	room -= s.widths[0] + between
	for i := s.first; i < len(s.columns) && s.widths[i]+between <= room; i++ {
		cols = append(cols, i)
		room -= s.widths[i] + between
	}
	return cols
}

func (s *Sheet) headings() [][]string {
	titles := make([][]string, len(s.columns))
	for i, c := range s.columns {
		titles[i] = heading(strings.Fields(tame(c.Title)), s.widths[i])
	}
	return titles
}

// heading breaks a title into two lines at most. A word is cut rather than
// broken.
func heading(words []string, width int) []string {
	for n := len(words); n > 0; n-- {
		if n > 1 && Width(strings.Join(words[:n], " ")) > width {
			continue
		}
		lines := []string{Cut(strings.Join(words[:n], " "), width)}
		if n < len(words) {
			lines = append(lines, Cut(strings.Join(words[n:], " "), width))
		}
		return lines
	}
	return nil
}

// titleHeight is how many lines the headings take: none where only one row
// fits.
func (s *Sheet) titleHeight() int {
	lines := 1
	for _, t := range s.titles {
		lines = max(lines, len(t))
	}
	return max(0, min(lines, s.height-1))
}

// columnAt is the column drawn at x.
func (s *Sheet) columnAt(x int) (int, bool) {
	x--
	for _, col := range s.shown() {
		if x < 0 {
			return 0, false
		}
		if x -= s.widths[col] + between; x < 0 {
			return col, true
		}
	}
	return 0, false
}

// View draws the headings and the rows that fit, in exactly the size given.
func (s *Sheet) View() string {
	if s.width <= 0 || s.height <= 0 || len(s.columns) == 0 {
		return ""
	}
	s.settle()
	cols := s.shown()
	var b strings.Builder
	b.Grow(s.height * (s.width + 64))
	lines := 0
	line := func() *strings.Builder {
		if lines++; lines > 1 {
			b.WriteByte('\n')
		}
		return &b
	}
	for _, title := range s.titleView(cols) {
		line().WriteString(Fit(title, s.width))
	}
	from, to := s.list.Window()
	for row := from; row < to; row++ {
		s.rowView(line(), row, cols)
		b.WriteString(s.looks.muted.draw(s.list.ScrollMark(row - from)))
	}
	for lines < s.height {
		line().WriteString(blank(s.width))
	}
	if s.width < narrow {
		return Lines(s.width, s.height, strings.Split(b.String(), "\n"))
	}
	return b.String()
}

func (s *Sheet) titleView(cols []int) []string {
	n := s.titleHeight()
	lines := make([]string, n)
	last := cols[len(cols)-1]
	for y := range n {
		var b strings.Builder
		b.WriteByte(' ')
		for _, col := range cols {
			mark := " "
			if y == n-1 && col == s.first && s.first > 1 {
				mark = "‹"
			}
			title := ""
			if t := s.titles[col]; y-(n-len(t)) >= 0 && y-(n-len(t)) < len(t) {
				title = t[y-(n-len(t))]
			}
			look := s.looks.title
			if col == s.col {
				look = s.looks.here
			}
			b.WriteString(s.looks.here.draw(mark) + look.draw(s.align(col, title)) + " ")
		}
		if y == n-1 && last < len(s.columns)-1 {
			b.WriteString(s.looks.here.draw("›"))
		}
		lines[y] = b.String()
	}
	return lines
}

func (s *Sheet) align(col int, text string) string {
	if s.columns[col].Right {
		return Right(text, s.widths[col])
	}
	return Fit(text, s.widths[col])
}

func (s *Sheet) rowView(b *strings.Builder, row int, cols []int) {
	here := row == s.list.Cursor()
	if here {
		b.WriteString(s.looks.bar.draw("▌"))
	} else {
		b.WriteByte(' ')
	}
	used := 0
	for _, col := range cols {
		s.cellView(b, row, col, here && col == s.col)
		used += s.widths[col] + between
	}
	b.WriteString(blank(s.width - aside - used))
}

// cellView draws a cell between its mark and its closing space: ! for a
// refused one, [ ] round the one under the cursor where colours cannot tell.
func (s *Sheet) cellView(b *strings.Builder, row, col int, here bool) {
	cell := s.cell(row, col)
	if here && s.edit != nil {
		b.WriteString(s.looks.here.draw("›") + s.edit.line(s.th, s.widths[col], true) + s.looks.here.draw("‹"))
		return
	}
	switch {
	case here && s.th.Colourless:
		text := cell.Text
		if cell.Bad != "" {
			text = "!" + text
		}
		b.WriteString(s.looks.selected.draw("[" + s.align(col, text) + "]"))
	case here:
		b.WriteString(s.looks.selected.draw(s.text(col, cell) + " "))
	default:
		b.WriteString(s.look(cell).draw(s.text(col, cell)))
		b.WriteByte(' ')
	}
}

func (s *Sheet) look(cell Cell) pen {
	switch {
	case cell.Bad != "":
		return s.looks.late
	case cell.Muted:
		return s.looks.muted
	}
	return s.looks.text
}

// text is a cell with its mark before it.
func (s *Sheet) text(col int, cell Cell) string {
	width := s.widths[col]
	switch {
	case cell.Bad == "" && s.columns[col].Right:
		return " " + Right(cell.Text, width)
	case cell.Bad == "":
		return " " + Fit(cell.Text, width)
	case s.columns[col].Right:
		return Right("!"+Cut(cell.Text, width), width+1)
	}
	return "!" + Fit(cell.Text, width)
}
