package today

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/permalink"
	"faro/ui/screen"
	"faro/ui/widget"
)

// batch takes many links at once: first a box to paste them in, then a line
// for each with what will become of it.
type batch struct {
	s    *Screen
	page *widget.Page

	reviewing bool
	entries   []entry
	known     []bool // in the records already, or twice in the batch
	number    int    // of the last check
	list      widget.List
	chosen    map[model.Network]model.ID
	left      bool
}

// What the box for many links says of itself.
const (
	batchTitle = "Varios enlaces"
	batchAsk   = "Pegue los enlaces, uno por línea"
	batchHelp  = "Tras el de Facebook o YouTube escriba la hora y, si no fue el día que se ve, la fecha: 0915 22/11."
)

func newBatch(s *Screen, text string) *batch {
	return &batch{s: s, page: widget.NewPage(s.theme, batchAsk, batchHelp, text), chosen: map[model.Network]model.ID{}}
}

func (b *batch) over() bool { return b.left }

func (b *batch) unsaved() string {
	if b.text() == "" {
		return ""
	}
	return "los enlaces que están por registrar"
}

// text is everything that is not recorded yet.
func (b *batch) text() string {
	if b.reviewing {
		return texts(b.entries)
	}
	return b.page.Value()
}

// recorded leaves what could not be recorded in the box.
func (b *batch) recorded(rest string) bool {
	b.backTo(rest)
	return rest == ""
}

func (b *batch) problem(error) bool { return false }

func (b *batch) backTo(text string) {
	b.page = widget.NewPage(b.s.theme, batchAsk, batchHelp, "")
	b.page.Update(screen.Pasted(text))
	b.reviewing = false
}

func (b *batch) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case checkedMsg:
		return b.checked(msg)
	case tea.KeyMsg:
		if b.reviewing {
			return b.press(msg)
		}
	case tea.MouseMsg:
		if b.reviewing {
			b.mouse(msg)
			return nil
		}
	}
	b.page.Update(msg)
	switch {
	case b.page.Cancelled():
		b.left = true
	case b.page.Done() && b.page.Value() == "":
		b.page.Problem(errNoLinks)
	case b.page.Done():
		return b.review(split(b.page.Value(), false))
	}
	return nil
}

func (b *batch) mouse(msg tea.MouseMsg) {
	if !b.list.Wheel(msg) && msg.Action == tea.MouseActionPress && msg.Button == tea.MouseButtonLeft {
		b.list.Click(msg.Y) // The lines begin where the frame does.
	}
}

// review reads the lines and shows what will become of each.
func (b *batch) review(lines []string) tea.Cmd {
	b.reviewing = true
	b.entries = make([]entry, len(lines))
	for i, line := range lines {
		b.entries[i].text = line
	}
	b.list.Set(len(lines))
	cmd := b.readAll()
	b.seek()
	return cmd
}

// seek goes to the first line that needs an answer.
func (b *batch) seek() {
	for i := range b.entries {
		if mark, _, _ := b.state(i); mark == "?" || mark == "✗" {
			b.list.Select(i)
			return
		}
	}
}

// readAll reads every line anew and asks which are known.
func (b *batch) readAll() tea.Cmd {
	r := b.s.reader(false)
	r.chosen = b.chosen
	for i := range b.entries {
		b.entries[i] = r.read(b.entries[i].text)
	}
	b.known = make([]bool, len(b.entries))
	b.number++
	return b.s.check(b.number, b.entries)
}

func (b *batch) checked(msg checkedMsg) tea.Cmd {
	if msg.number != b.number {
		return nil
	}
	if msg.err != nil {
		return screen.Fail("buscar los enlaces en los registros", msg.err)
	}
	b.known = msg.known
	return nil
}

// state is what will become of a line: its mark, and why in a word and in
// full.
func (b *batch) state(i int) (mark, word, why string) {
	e := b.entries[i]
	switch {
	case e.fault != "":
		return "✗", e.fault, e.fault
	case len(e.choices) > 1 && e.owner.ID == 0:
		return "?", "¿qué cuenta?", "¿de qué cuenta es? Pulse c hasta que sea la suya."
	case b.known[i]:
		return "=", "ya estaba", "ya estaba registrado"
	case b.repeated(i):
		return "=", "repetido", "repetido en esta lista"
	case e.ask:
		return "?", "¿hora?", "¿a qué hora se publicó? Escríbala, 0915, o pulse d: solo el día."
	}
	return "✓", precisionWord(e.post.Precision), e.how
}

// repeated reports that an earlier line is of the same post.
func (b *batch) repeated(i int) bool {
	for _, e := range b.entries[:i] {
		if e.fault == "" && permalink.Same(e.link, b.entries[i].link) {
			return true
		}
	}
	return false
}

func (b *batch) press(msg tea.KeyMsg) tea.Cmd {
	k := b.s.keys
	switch {
	case msg.Paste:
		b.backTo(b.text() + "\n" + string(msg.Runes))
	case key.Matches(msg, k.Leave):
		b.backTo(b.text())
	case key.Matches(msg, k.Accept):
		return b.accept()
	case key.Matches(msg, k.Undated):
		return b.suffix(func(string) string { return onlyDay })
	case key.Matches(msg, k.AllUndated):
		return b.undateAll()
	case key.Matches(msg, k.Another):
		return b.another()
	case msg.Type == tea.KeyBackspace:
		return b.suffix(func(s string) string { return s[:max(0, len(s)-1)] })
	case msg.Type == tea.KeySpace || isTiming(msg):
		return b.suffix(func(s string) string { return strings.TrimSuffix(s, onlyDay) + string(msg.Runes) })
	default:
		moves(&b.list, msg)
	}
	return nil
}

// isTiming reports keys of an hour or a date. Keys struck fast come together.
func isTiming(msg tea.KeyMsg) bool {
	return msg.Type == tea.KeyRunes && strings.Trim(string(msg.Runes), "0123456789:/ ") == ""
}

// suffix changes what is typed after the link of the line under the cursor.
func (b *batch) suffix(change func(string) string) tea.Cmd {
	i := b.list.Cursor()
	if i < 0 || b.entries[i].link.URL == "" {
		return nil
	}
	link, typed := cutLink(b.entries[i].text)
	b.entries[i].text = strings.TrimRight(link+" "+strings.TrimLeft(change(typed), " "), " ")
	if strings.HasSuffix(change(typed), " ") && typed != "" {
		b.entries[i].text += " "
	}
	return b.readAll()
}

func cutLink(text string) (link, typed string) {
	links := permalink.Find(text)
	if len(links) == 0 {
		return text, ""
	}
	_, typed, _ = strings.Cut(text, links[0])
	return links[0], strings.TrimPrefix(typed, " ")
}

// undateAll leaves every line without an hour at its day.
func (b *batch) undateAll() tea.Cmd {
	for i, e := range b.entries {
		if e.ask {
			b.entries[i].text += " " + onlyDay
		}
	}
	return b.readAll()
}

// another goes round the accounts a link may belong to.
func (b *batch) another() tea.Cmd {
	i := b.list.Cursor()
	if i < 0 || len(b.entries[i].choices) < 2 {
		return nil
	}
	e := b.entries[i]
	next := 0
	for at, a := range e.choices {
		if a.ID == e.owner.ID {
			next = (at + 1) % len(e.choices)
		}
	}
	b.chosen[model.Network(e.link.Network)] = e.choices[next].ID
	return b.readAll()
}

// accept records every line that can be, as one action. The others stay. Lines
// that are there already go along: they may bring an hour.
func (b *batch) accept() tea.Cmd {
	var good, bad []entry
	for i, e := range b.entries {
		mark, _, _ := b.state(i)
		switch {
		case mark == "✓", mark == "=" && !b.repeated(i):
			good = append(good, e)
		case mark != "=":
			bad = append(bad, e)
		}
	}
	if len(good) == 0 {
		b.seek()
	}
	return b.s.record(good, bad)
}

// precisionWord says in a word how well a time is known.
func precisionWord(p model.Precision) string {
	switch p {
	case model.ExactTime:
		return "exacta"
	case model.EstimatedTime:
		return "estimada"
	case model.DayOnly:
		return "solo el día"
	case model.RecordedTime, model.FileTime:
	}
	return "escrita"
}
