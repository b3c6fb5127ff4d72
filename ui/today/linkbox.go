package today

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
	"faro/model/permalink"
	"faro/ui/widget"
)

// linkBox takes one link, with its hour after it if need be, and shows what it
// says while it is typed. With a post it gives that post its link.
type linkBox struct {
	s     *Screen
	input textinput.Model
	first string      // what it began with
	post  *model.Post // nil: a new post

	entry   entry
	chosen  map[model.Network]model.ID
	options []option
	pick    int // of options
	asking  bool
	fault   string // what the records had against it
	left    bool
}

// option is one of the things a link may mean: a post of one of several
// accounts, a post that waits for its link, or a new one.
type option struct {
	text    string
	account model.ID
	pending *model.Post
}

func newLinkBox(s *Screen, text string, post *model.Post) *linkBox {
	b := &linkBox{s: s, input: field(s.theme, ""), post: post, chosen: map[model.Network]model.ID{}}
	b.input.Placeholder = "https://…"
	if post != nil {
		text = post.Link
	}
	b.input.SetValue(text)
	b.first = b.input.Value()
	b.input.CursorEnd()
	b.input.Focus()
	b.read()
	return b
}

func (b *linkBox) over() bool { return b.left }

func (b *linkBox) recorded(string) bool { return true }

func (b *linkBox) problem(err error) bool {
	if isFieldFault(err) {
		b.fault = err.Error()
		return true
	}
	return false
}

func (b *linkBox) unsaved() string {
	if b.input.Value() == "" || b.post != nil && b.input.Value() == b.first {
		return ""
	}
	return "el enlace que está por registrar"
}

func (b *linkBox) update(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil
	}
	switch {
	case b.asking:
		b.asking, b.left = false, isYes(k)
	case k.Paste && b.post == nil && len(permalink.Find(b.input.Value()+" "+string(k.Runes))) > 1:
		return b.s.preview(b.input.Value() + "\n" + string(k.Runes))
	case key.Matches(k, b.s.keys.Leave):
		b.asking = b.unsaved() != ""
		b.left = !b.asking
	case key.Matches(k, b.s.keys.Accept):
		return b.accept()
	case k.Type == tea.KeyUp:
		b.pick = max(0, b.pick-1)
	case k.Type == tea.KeyDown:
		b.pick = max(0, min(len(b.options)-1, b.pick+1))
	default:
		before := b.input.Value()
		b.input, _ = b.input.Update(k)
		if b.input.Value() != before {
			b.read()
		}
	}
	return nil
}

// read looks at what is typed so far.
func (b *linkBox) read() {
	b.fault, b.entry = "", entry{}
	if text := strings.TrimSpace(b.input.Value()); text != "" {
		r := b.s.reader(b.post == nil)
		r.chosen = b.chosen
		if b.post != nil {
			r.day = b.post.Day
		}
		b.entry = r.read(text)
	}
	if b.post != nil {
		b.fits()
	}
	before := len(b.options)
	if b.options = b.offer(); len(b.options) != before {
		b.pick = b.usual()
	}
}

// offer are the things the link may mean, when more than one.
func (b *linkBox) offer() []option {
	e := b.entry
	var all []option
	switch {
	case e.fault != "" || b.post != nil || e.link.URL == "":
	case e.owner.ID == 0:
		for _, a := range e.choices {
			all = append(all, option{text: a.At() + "  " + a.Name, account: a.ID})
		}
	case e.assumed || e.ask:
		all = b.pendings()
		if len(all) > 0 && e.assumed {
			all = append(all, option{text: "una publicación nueva, de ahora"})
		}
	}
	return all
}

// pendings are the posts of the day shown that wait for their link, the latest
// first: a link without an hour is most likely of one of them, and must not
// count it twice.
func (b *linkBox) pendings() []option {
	var all []option
	if !b.s.whole(b.entry.owner.ID) {
		return nil
	}
	posts := b.s.posts[b.entry.owner.ID]
	for i := len(posts) - 1; i >= 0; i-- {
		p := posts[i]
		if p.Day == b.s.pic.day && p.Link == "" && p.PlatformID == "" && p.RemovedAt.IsZero() {
			at := "sin hora"
			if p.Timed() {
				at = "las " + calendar.Clock(p.At)
			}
			all = append(all, option{text: "la publicación de " + at + ", que espera su enlace", pending: &p})
		}
	}
	return all
}

// usual is the option to begin with: the account under the cursor, or the
// first.
func (b *linkBox) usual() int {
	if a, ok := b.s.here(); ok {
		for i, o := range b.options {
			if o.account == a.ID {
				return i
			}
		}
	}
	return 0
}

// fits checks that a link is of the account whose post gets it.
func (b *linkBox) fits() {
	e := &b.entry
	for _, a := range b.s.pic.all {
		if a.ID != b.post.AccountID || e.link.URL == "" {
			continue
		}
		if got := model.Network(e.link.Network); got != a.Network {
			e.fault = "El enlace es de " + got.LongLabel() + " y la publicación es de " + a.Network.LongLabel() + "."
			return
		}
		if e.owner.ID != 0 && e.owner.ID != a.ID {
			e.fault = "El enlace es de @" + e.link.Handle + " y la publicación es de " + a.At() + "."
		}
		e.owner, e.choices, e.ask = a, nil, false
	}
}

// accept records what the link says, if nothing is missing.
func (b *linkBox) accept() tea.Cmd {
	if b.pick < len(b.options) {
		o := b.options[b.pick]
		switch {
		case o.account != 0:
			b.chosen[model.Network(b.entry.link.Network)] = o.account
			if b.read(); len(b.options) > 0 {
				return nil // Now it is asked which post.
			}
		case o.pending != nil:
			return b.give(*o.pending)
		}
	}
	if !b.entry.ready() {
		return nil // Why is on the screen.
	}
	if b.post != nil {
		return b.give(*b.post)
	}
	return b.s.record([]entry{b.entry}, nil)
}

// give puts the link on a post that is there.
func (b *linkBox) give(p model.Post) tea.Cmd {
	return b.s.once(b.s.update(b.linked(p), "poner el enlace", "Enlace puesto: "+b.s.name(p)))
}

// linked is a post with the link, and with the hour of the link where that is
// exact or the post had none.
func (b *linkBox) linked(p model.Post) model.Post {
	e := b.entry
	p.Link, p.PlatformID = e.link.URL, e.link.ID
	if e.post.Precision == model.ExactTime || !p.Timed() && e.post.Timed() && !e.assumed {
		p.At, p.Day, p.Precision = e.post.At, e.post.Day, e.post.Precision
	}
	if p.Kind == model.Publication {
		p.Kind = e.post.Kind
	}
	return p
}

func (b *linkBox) view(width, height int) string {
	w := dialogWidth(width, 84)
	b.input.Width = inside(w) - 1
	title := "Pegar el enlace de una publicación"
	if b.post != nil {
		title = "Enlace de la " + b.s.name(*b.post)
	}
	lines := append([]string{b.input.View(), ""}, b.card(inside(w))...)
	pairs := []string{"Enter", "registrar", "Esc", "salir"}
	if len(b.options) > 1 {
		pairs = append([]string{"↑↓", "elegir"}, pairs...)
	}
	keys := widget.Hints(b.s.theme, inside(w), pairs...)
	if b.asking {
		keys = discardQuestion(b.s.theme)
	}
	return framed(b.s.theme, title, lines, keys, w, height)
}

// card is what the link says: whose it is and of when, or what is wrong.
func (b *linkBox) card(width int) []string {
	th, e := b.s.theme, b.entry
	fault := e.fault
	if b.fault != "" {
		fault = b.fault
	}
	if fault != "" {
		return painted(th.Late.Render, widget.Wrap("✗ "+fault, width))
	}
	if e.link.URL == "" {
		return painted(th.Muted.Render, widget.Wrap("La red, la cuenta y la hora salen del enlace. En Facebook y YouTube la hora se escribe después: 0915, o 0915 22/11.", width))
	}
	lines := []string{th.Bold.Render(widget.Cut(b.whose(), width))}
	if len(b.options) == 0 || b.options[0].pending == nil {
		lines = append(lines, b.dated(width)...)
	}
	for i, o := range b.options {
		lead := "  "
		if i == b.pick {
			lead = th.Accent.Render("▌") + " "
		}
		lines = append(lines, lead+widget.Cut(o.text, width-2))
	}
	if e.note != "" && !e.ask {
		lines = append(lines, painted(th.Muted.Render, widget.Wrap(e.note, width))...)
	}
	return lines
}

// dated is when the post was published and how that is known.
func (b *linkBox) dated(width int) []string {
	th, e := b.s.theme, b.entry
	switch {
	case e.ask:
		return painted(th.Due.Render, widget.Wrap("? ¿A qué hora se publicó el "+e.post.Day.Slashed()+"? Escríbala tras el enlace, 0915, o «día» si no se sabe.", width))
	case b.post != nil:
		p := b.linked(*b.post)
		moved := ""
		if p.Day != b.post.Day {
			moved = " · pasa a ese día, por la hora del enlace"
		}
		return []string{th.Met.Render("✓ ") + widget.Cut(when(p)+moved, width-2)}
	}
	return []string{th.Met.Render("✓ ") + widget.Cut(when(e.post)+" · "+e.how, width-2)}
}

// whose names the network and the account of a link, or asks.
func (b *linkBox) whose() string {
	e := b.entry
	n := model.Network(e.link.Network).LongLabel()
	switch {
	case e.owner.ID == 0 && len(e.choices) > 1:
		return n + "  ¿de qué cuenta?"
	case len(b.options) > 0:
		return n + "  " + e.owner.At() + "  ¿cuál es?"
	case e.owner.ID != 0:
		return n + "  " + e.owner.At() + "  " + e.post.Kind.Label()
	}
	return n
}

// when is the day and hour of a post in full.
func when(p model.Post) string {
	if !p.Timed() {
		return p.Day.Label() + ", sin hora"
	}
	return p.Day.Label() + " " + calendar.Clock(p.At)
}

func painted(paint func(...string) string, lines []string) []string {
	for i := range lines {
		lines[i] = paint(lines[i])
	}
	return lines
}
