package today

import (
	"cmp"
	"slices"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
	"faro/ui/screen"
	"faro/ui/widget"
)

// detail is the posts of one account's day, or week, one by one.
type detail struct {
	account model.ID
	posts   []model.Post
	list    widget.List
	top     int // line of the first post as last drawn
}

// shownPosts are those of the period, counted or not, in time order.
func shownPosts(st *standing) []model.Post {
	all := slices.Concat(st.progress.Counted, st.progress.Ignored)
	slices.SortStableFunc(all, func(a, b model.Post) int {
		return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(boolInt(!a.Timed()), boolInt(!b.Timed())), a.At.Compare(b.At), cmp.Compare(a.ID, b.ID))
	})
	return all
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// find is the account the detail is of.
func (d *detail) find(s *Screen) (model.Account, bool) {
	for _, a := range s.pic.accounts {
		if a.ID == d.account {
			return a, true
		}
	}
	return model.Account{}, false
}

// settle takes the posts as they are known now and keeps the cursor on its own.
func (d *detail) settle(s *Screen) {
	a, ok := d.find(s)
	if !ok || !s.whole(a.ID) {
		return
	}
	st := s.stand(a)
	if st == nil {
		return
	}
	var here model.ID
	if p, ok := d.current(); ok {
		here = p.ID
	}
	d.posts = shownPosts(st)
	d.list.Set(len(d.posts))
	for i, p := range d.posts {
		if p.ID == here {
			d.list.Select(i)
		}
	}
}

// current is the post under the cursor.
func (d *detail) current() (model.Post, bool) {
	at := d.list.Cursor()
	if at < 0 || at >= len(d.posts) {
		return model.Post{}, false
	}
	return d.posts[at], true
}

func (d *detail) press(s *Screen, msg tea.KeyMsg) (tea.Cmd, bool) {
	k := s.keys
	p, ok := d.current()
	switch {
	case key.Matches(msg, k.Back):
		s.detail = nil
	case moves(&d.list, msg):
	case !ok:
		return nil, false
	case key.Matches(msg, k.Edit, k.Open):
		s.edit(p)
	case key.Matches(msg, k.SetLink):
		s.dialog = newLinkBox(s, "", &p)
	case key.Matches(msg, k.Remove):
		return s.askRemove(p), true
	default:
		return nil, false
	}
	return nil, true
}

// askRemove asks before a post is marked as taken down, or as standing again.
func (s *Screen) askRemove(p model.Post) tea.Cmd {
	name := s.name(p)
	if !p.RemovedAt.IsZero() {
		question := "La " + name + " figura como retirada el " + calendar.Stamp(p.RemovedAt) + ". ¿Anular el retiro?"
		p.RemovedAt = time.Time{}
		return screen.Confirm(question, s.update(p, "anular el retiro", "Retiro anulado: "+name))
	}
	effect := "Seguirá contando: solo lo retirado el mismo día deja de contar."
	if p.Day == s.today {
		effect = "Por retirarse el mismo día dejará de contar."
	}
	return screen.Confirm("¿Marcar como retirada ahora la "+name+"? "+effect, s.remove(p, name))
}

// name is a post in a phrase: «publicación de Facebook de 14:05».
func (s *Screen) name(p model.Post) string {
	of := ""
	for _, a := range s.pic.all {
		if a.ID == p.AccountID {
			of = " de " + a.NetworkLabel()
		}
	}
	if p.Day == s.today && p.Timed() {
		return "publicación" + of + " de las " + calendar.Clock(p.At)
	}
	return "publicación" + of + " del " + moment(p, s.today)
}

// draw is the detail in the whole room of the screen.
func (d *detail) draw(s *Screen, width, height int) []string {
	a, ok := d.find(s)
	if !ok {
		return nil
	}
	lines := s.headLines()
	title := " " + s.theme.Bold.Render(a.Label())
	if a.Name != "" && a.Handle != "" {
		title += s.theme.Muted.Render("  " + a.Name)
	}
	lines = append(lines, title)
	st := s.stands[a.ID]
	if st == nil {
		return append(lines, s.theme.Muted.Render("   …"))
	}
	if j := st.progress.Justified; j != nil {
		lines = append(lines, " "+s.theme.Text.Render(s.justifiedText(j)))
	}
	if height >= timelineMin {
		lines = append(lines, blanks(boolInt(height >= airyFrom))...)
		tall := timelineLean
		if height >= airyFrom {
			tall = timelineFull
		}
		lines = append(lines, s.drawTimeline(st, width, tall)...)
	}
	about := d.about(s, width, height)
	d.list.SetHeight(max(1, min(max(1, len(d.posts)), height-len(lines)-1-len(about))))
	d.top = len(lines) + 1
	lines = append(lines, s.postTable(st, d.posts, &d.list, width)...)
	return append(lines, about...)
}

// about is the whole link of the post under the cursor and what the post says,
// which its line has no room for.
func (d *detail) about(s *Screen, width, height int) []string {
	p, ok := d.current()
	if !ok || height < airyFrom {
		return nil
	}
	var lines []string
	for _, text := range []string{p.Link, p.Text} {
		wrapped := widget.Wrap(model.Clean(text), max(1, width-6))
		for _, line := range wrapped[:min(2, len(wrapped))] {
			if line != "" {
				lines = append(lines, "    "+s.theme.Muted.Render(line))
			}
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return append([]string{""}, lines...)
}

// justifiedText is the excuse recorded for a day, and whose it is.
func (s *Screen) justifiedText(j *model.JustifiedDay) string {
	text := "j justificado"
	if j.AccountID == 0 {
		text += " para todas las cuentas"
	}
	text += ": " + j.Reason
	if who := s.duties.author(j.AuthorID); who != "" {
		text += " (" + who + ")"
	}
	return text
}

// drawPosts are the selected account's posts under its timeline, to be seen and
// not touched.
func (s *Screen) drawPosts(st *standing, width, height int) []string {
	posts := shownPosts(st)
	posts = posts[max(0, len(posts)-(height-1)):]
	return s.postTable(st, posts, nil, width)
}

// postTable are the headings and one line for each post in the window of list;
// a nil list shows them all without a cursor.
func (s *Screen) postTable(st *standing, posts []model.Post, list *widget.List, width int) []string {
	week := st.progress.From != st.progress.To
	day := 0
	if week {
		day = 8
	}
	kind := 16
	if width < 72 {
		kind = 11
	}
	rest := max(1, width-(2+2+day+8+kind)-1)
	head := "  " + widget.Fit("", 2) + widget.Fit("DÍA", day) + widget.Fit("HORA", 8) + widget.Fit("TIPO", kind) + "ENLACE"
	lines := []string{s.theme.Title.Render(widget.Cut(head, width))}
	if len(posts) == 0 {
		return append(lines, "    "+s.theme.Muted.Render("Sin publicaciones. Pulse + o pegue un enlace."))
	}
	from, to := 0, len(posts)
	if list != nil {
		from, to = list.Window()
	}
	for i := from; i < to; i++ {
		here := list != nil && i == list.Cursor()
		line := s.postLine(st, posts[i], here, postWidths{day, kind, rest}, width-1)
		mark := " "
		if list != nil {
			mark = list.ScrollMark(i - from)
		}
		lines = append(lines, line+s.scrollMark(mark))
	}
	return lines
}
