package today

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/lipgloss"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/ui/theme"
	"faro/ui/widget"
)

// The hours a day's axis shows. It begins at midnight only when something
// happened before six.
const (
	firstHour = 6
	lastHour  = 24
)

// axis maps the minutes of a day to columns.
type axis struct {
	from    int // first hour
	perHour int // columns an hour takes; zero: there is no room
}

func newAxis(from, width int) axis {
	return axis{from, min(8, (width-1)/(lastHour-from))}
}

// width is the columns of the axis, the mark of 24:00 included.
func (a axis) width() int { return (lastHour-a.from)*a.perHour + 1 }

// column is where a minute of the day stands.
func (a axis) column(minute int) int {
	return max(0, min((minute-a.from*60)*a.perHour/60, a.width()-1))
}

// minuteOf is an instant as minutes since the midnight of a day, below zero or
// past 24 hours where it is not of that day.
func minuteOf(t time.Time, day calendar.Day) int {
	return int(t.Sub(day.Start()) / time.Minute)
}

// ink is what a cell of the axis is drawn with; of two in one cell the later
// in this list wins.
type ink int

const (
	idle ink = iota
	elapsed
	tick
	keepOff // the margin after a post, gone by
	keepOut // the margin after a post, still running
	present
	aside // a post that does not count
	post
	breach
)

func (k ink) look(th theme.Theme) lipgloss.Style {
	switch k {
	case keepOut:
		return th.Due
	case present:
		return th.Accent
	case post:
		return th.Bold
	case breach:
		return th.Late
	case idle, elapsed, tick, keepOff, aside:
	}
	return th.Muted
}

// cell is one column of the axis.
type cell struct {
	ink  ink
	text string
	n    int // posts in it
}

func (c *cell) put(k ink, text string) {
	if k >= c.ink {
		c.ink, c.text = k, text
	}
}

// label is a text under the axis, centred on a column if there is room.
type label struct {
	column int
	text   string
	ink    ink
}

// dayLine is an account's day drawn along the hours.
type dayLine struct {
	axis   axis
	cells  []cell
	labels []label
	untold int // posts of the day whose hour is unknown
}

// drawDay lays out a day. eve are the posts of the days before, whose margin
// may reach over midnight (A-06, S03).
func drawDay(st *standing, pic *picture, now time.Time, width int) dayLine {
	p := &st.progress
	l := dayLine{axis: newAxis(hourFrom(p, pic.day, now), width)}
	if l.axis.perHour < 1 {
		return l
	}
	l.cells = make([]cell, l.axis.width())
	until := len(l.cells)
	isToday := calendar.DayOf(now) == pic.day
	if isToday {
		until = l.axis.column(minuteOf(now, pic.day))
	}
	for i := range l.cells {
		if i < until {
			l.cells[i].put(elapsed, "─")
		} else {
			l.cells[i].put(idle, "·")
		}
	}
	for h := l.axis.from; h <= lastHour; h += 2 {
		l.cells[l.axis.column(h*60)].put(tick, "┼")
	}
	l.shade(st, pic, until)
	l.dots(p, pic.day)
	if isToday {
		l.cells[until].put(present, "┊")
		l.labels = append(l.labels, label{until, "ahora", present})
	}
	return l
}

// hourFrom is the first hour to show.
func hourFrom(p *directive.Progress, day calendar.Day, now time.Time) int {
	early := func(t time.Time) bool {
		return !t.IsZero() && calendar.DayOf(t) == day && minuteOf(t, day) < firstHour*60
	}
	if early(now) {
		return 0
	}
	for _, posts := range [][]model.Post{p.Counted, p.Ignored} {
		for _, post := range posts {
			if early(post.At) {
				return 0
			}
		}
	}
	return firstHour
}

// shade marks the margin after each post of Facebook, the last one of the day
// before included.
func (l *dayLine) shade(st *standing, pic *picture, until int) {
	if st.progress.Account.Network != model.Facebook {
		return
	}
	margin := max(0, pic.criteria.Margin.Minutes-pic.criteria.Margin.Tolerance)
	for _, p := range st.posts {
		if !p.Timed() || !directive.Counts(p, model.Facebook, pic.criteria) {
			continue
		}
		from := minuteOf(p.At, pic.day)
		if from < 0 && !pic.criteria.Margin.CrossesMidnight || from >= lastHour*60 || from+margin <= l.axis.from*60 {
			continue
		}
		for i := l.axis.column(from); i < l.axis.column(from+margin); i++ {
			if i < until {
				l.cells[i].put(keepOff, "░")
			} else {
				l.cells[i].put(keepOut, "░")
			}
		}
	}
}

// dots marks the posts and writes their hours.
func (l *dayLine) dots(p *directive.Progress, day calendar.Day) {
	tight := map[model.ID]bool{}
	for _, b := range p.Breaches {
		tight[b.After.ID] = true
	}
	mark := func(posts []model.Post, k ink, text string) {
		for _, each := range posts {
			if !each.Timed() {
				l.untold++
				continue
			}
			k, text := k, text
			if tight[each.ID] {
				k, text = breach, "✗"
			}
			at := l.axis.column(minuteOf(each.At, day))
			c := &l.cells[at]
			c.put(k, text)
			if c.n++; c.n > 1 && c.ink == post {
				c.text = strconv.Itoa(min(c.n, 9))
			}
			l.labels = append(l.labels, label{at, calendar.Clock(each.At), k})
		}
	}
	mark(p.Ignored, aside, "○")
	mark(p.Counted, post, "●")
}

// hours is the line of hours above the axis.
func (l dayLine) hours(th theme.Theme) string {
	step := 2
	if l.axis.perHour*step < 4 {
		step = 3
	}
	var b strings.Builder
	used := 0
	for h := l.axis.from; h <= lastHour; h += step {
		at := l.axis.column(h * 60)
		if at == l.axis.width()-1 {
			at-- // 24 ends with the axis.
		}
		if at < used {
			continue
		}
		b.WriteString(strings.Repeat(" ", at-used) + fmt.Sprintf("%02d", h))
		used = at + 2
	}
	return th.Muted.Render(b.String())
}

// line is the axis itself.
func (l dayLine) line(th theme.Theme) string {
	var b, run strings.Builder
	last := idle
	flush := func() {
		if run.Len() > 0 {
			b.WriteString(last.look(th).Render(run.String()))
			run.Reset()
		}
	}
	for _, c := range l.cells {
		if c.ink != last {
			flush()
			last = c.ink
		}
		run.WriteString(c.text)
	}
	flush()
	return b.String()
}

// texts writes the labels in at most rows lines under the axis, none over
// another. Where they do not all fit, breaches and the present moment go first.
func (l dayLine) texts(th theme.Theme, rows int) []string {
	order := slices.Clone(l.labels)
	slices.SortStableFunc(order, func(a, b label) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(a.column, b.column))
	})
	placed := make([][]label, max(1, rows))
	for _, each := range order {
		w := widget.Width(each.text)
		each.column = max(0, min(each.column-w/2, l.axis.width()-w))
		for i := range placed {
			if free(placed[i], each) {
				placed[i] = append(placed[i], each)
				break
			}
		}
	}
	var lines []string
	for i, row := range placed {
		if i > 0 && len(row) == 0 {
			break
		}
		slices.SortFunc(row, func(a, b label) int { return cmp.Compare(a.column, b.column) })
		var b strings.Builder
		used := 0
		for _, each := range row {
			b.WriteString(strings.Repeat(" ", each.column-used) + each.ink.look(th).Render(each.text))
			used = each.column + widget.Width(each.text)
		}
		lines = append(lines, b.String())
	}
	return lines
}

// rank is which labels are written first. That of the present comes last: its
// mark on the axis says as much.
func (l label) rank() int {
	switch l.ink {
	case breach:
		return 0
	case post:
		return 1
	case idle, elapsed, tick, keepOff, keepOut, aside, present:
	}
	return 2
}

// free reports whether a label leaves a space to every other one of its row.
func free(row []label, l label) bool {
	w := widget.Width(l.text)
	for _, other := range row {
		if l.column <= other.column+widget.Width(other.text) && other.column <= l.column+w {
			return false
		}
	}
	return true
}

// drawWeek is the week of a weekly quota: its days, their posts and how many.
func drawWeek(th theme.Theme, st *standing, pic *picture, now time.Time, width int) []string {
	p := &st.progress
	const days = 7
	wide := min(12, width/days)
	if wide < 3 {
		return nil
	}
	lines := make([]strings.Builder, 3)
	today := calendar.DayOf(now)
	for i := range days {
		day := p.From.AddDays(i)
		n := pic.countOn(p.Account, st, day, now)
		name := calendar.Weekday3(day.Weekday())
		if wide >= 8 {
			name += " " + strconv.Itoa(day.Day)
		}
		look := th.Muted
		switch day {
		case today:
			look = th.Accent
		case pic.day:
			look = th.Bold
		}
		lines[0].WriteString(look.Render(widget.Fit(name, wide)))
		lines[1].WriteString(weekDots(th, n, wide, day.After(today)))
		note := "hoy"
		switch {
		case n > 0:
			note = strconv.Itoa(n)
		case day != today:
			note = ""
		}
		lines[2].WriteString(th.Muted.Render(widget.Fit(note, wide)))
	}
	out := make([]string, len(lines))
	for i := range lines {
		out[i] = lines[i].String()
	}
	return out
}

// weekDots is the posts of one day, a dot each as far as they fit.
func weekDots(th theme.Theme, n, wide int, coming bool) string {
	switch {
	case n == 0 && coming:
		return th.Muted.Render(widget.Fit("·", wide))
	case n == 0:
		return th.Muted.Render(widget.Fit("─", wide))
	case n <= wide-1:
		return th.Bold.Render(widget.Fit(strings.Repeat("●", n), wide))
	}
	return th.Bold.Render(widget.Fit("●×"+strconv.Itoa(n), wide))
}
