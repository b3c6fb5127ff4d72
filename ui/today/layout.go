package today

import "faro/ui/widget"

// Sizes that decide how the room is shared.
const (
	wideFrom     = 140 // what waits goes to a pane of its own at the right
	roomyTable   = 100 // what the table of accounts likes to have
	airyFrom     = 18  // blank lines between the parts
	timelineMin  = 9   // below this height there is no timeline
	timelineLean = 4   // title, hours, axis, labels
	timelineFull = 6   // and a second line of labels, and the margin
	fewRows      = 3   // accounts that stay in sight
)

// room is how the window is shared out, in lines and cells.
type room struct {
	left, right int // widths; right is zero where there is one column
	head        int // lines above the headings of the columns
	rows        int // accounts
	timeline    int
	posts       int // the day's posts under the timeline, heading included
	duties      int // duties in sight
	tall        int // lines of each duty
	gap         int // blank lines between parts
}

// lay shares the room out: the accounts first, then the timeline, then what
// waits; what is left shows the posts of the day.
func (s *Screen) lay() room {
	r := room{left: s.width, tall: 1}
	if s.width >= wideFrom {
		r.right = min(72, max(s.width/3, s.width-roomyTable-2))
		r.left = s.width - r.right - 2
		if r.tall = 4; len(s.duties.open)*r.tall >= s.height {
			r.tall = 3
		}
		r.duties = max(0, (s.height-1)/r.tall)
	}
	r.head = len(s.headLines())
	free := s.height - r.head - 1 // The headings of the columns.
	if s.height >= airyFrom {
		r.gap = 1
	}
	if s.height >= timelineMin && len(s.rows) > 0 {
		r.timeline = timelineLean
		if s.height >= airyFrom+4 {
			r.timeline = timelineFull
		}
	}
	free -= r.timeline
	if r.timeline > 0 {
		free -= r.gap
	}
	if r.right > 0 {
		r.rows = s.share(free, 0)
		r.posts = max(0, free-r.rows-1)
		return r
	}
	r.rows = s.share(free, s.dutyLinesKept(free, r.gap))
	free -= r.rows
	if free >= 2 {
		lines := free - 1 - r.gap
		if len(s.duties.open)*2 <= lines && s.dutiesCut() {
			r.tall = 2
		}
		r.duties = max(1, min(len(s.duties.open), lines/r.tall))
	}
	r.posts = free - 1 - r.gap - r.duties*r.tall - r.gap
	return r
}

// dutiesCut reports that a duty does not fit in one line.
func (s *Screen) dutiesCut() bool {
	for _, d := range s.duties.open {
		if widget.Width(dutyText(d)) > dutyRoom(d, s.width-1) {
			return true
		}
	}
	return false
}

// dutyLinesKept is what is kept for what waits while there are many accounts.
func (s *Screen) dutyLinesKept(free, gap int) int {
	want := 1 + gap + max(1, len(s.duties.open))
	return min(want, max(3, free/3))
}

// share is how many accounts are in sight.
func (s *Screen) share(free, kept int) int {
	return max(0, min(max(1, len(s.rows)), max(min(fewRows, free), free-kept)))
}

// columns are the widths of the table of accounts; zero hides one.
type columns struct {
	network, handle, goal, tally, meter, next, strip int

	gap int
}

func newColumns(width int) columns {
	c := columns{network: 9, handle: 15, tally: 4, gap: 1}
	switch {
	case width < 72:
	case width < 96:
		c.goal, c.meter, c.strip = 10, 6, stripDays
	default:
		c.goal, c.meter, c.strip, c.gap = 12, 12, stripDays, 2
		c.handle += min(9, max(0, width-100)/4)
		c.meter += min(8, max(0, width-96)/3)
	}
	c.next = max(0, width-c.before()-c.after())
	return c
}

// before is what stands left of SIGUIENTE: the bar, the account, the goal, how
// far it is and its mark.
func (c columns) before() int {
	w := 2 + c.network + 1 + c.handle + c.gap + c.tally + 1 + 1 + 2
	if c.goal > 0 {
		w += c.goal + c.gap
	}
	if c.meter > 0 {
		w += c.meter + 1
	}
	return w
}

// after is what stands right of it: the strip and the mark of scrolling.
func (c columns) after() int {
	if c.strip > 0 {
		return c.gap + c.strip + 1
	}
	return 1
}
