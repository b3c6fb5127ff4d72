package today

import (
	"context"
	"errors"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/ui/screen"
)

// The answers to what this screen asks of the records.
type (
	pictureMsg struct {
		pic   picture
		posts map[model.ID][]model.Post
		light bool // posts tell only what the quotas look at
		err   error
	}
	postsMsg struct {
		seq      int
		accounts []model.ID
		posts    map[model.ID][]model.Post
		err      error
	}
	// dutiesMsg is what is to be attended, with the facts it follows from.
	dutiesMsg struct {
		number int
		facts  directive.Facts
		open   []directive.Duty
		err    error
	}
	// storedMsg says how a write ended. Doing and note are Spanish.
	storedMsg struct {
		doing, note string
		rest        string // pasted lines that could not be recorded
		nothing     bool   // the records did not change
		err         error
	}
	// checkedMsg tells which links of a batch are in the records already.
	checkedMsg struct {
		number int
		known  []bool
		err    error
	}
	// peopleMsg are those who may justify a day.
	peopleMsg struct {
		people []model.Person
		err    error
	}
)

// margin is how many rows beyond those shown are read, so that scrolling finds
// them there.
const margin = 40

// load asks for a day: the accounts, and the posts of those in the window.
func (s *Screen) load(day calendar.Day) tea.Cmd {
	s.seq++
	s.wanted = day
	from, to := s.list.Window()
	if s.pic == nil { // The window may not be known yet: a tall one's worth.
		from, to = 0, max(s.height, margin)
	} else {
		from, to = max(0, from-margin), max(to, from+s.height)+margin
	}
	// The first picture is read as quickly as the file allows; what the rows do
	// not show, links above all, follows behind it.
	ask := s.records.PostsBetween
	light := s.pic == nil
	if light {
		ask = s.records.Published
	}
	records, filter, pic := s.records, s.filter.Value(), picture{seq: s.seq, day: day}
	return screen.Do(func(ctx context.Context) tea.Msg {
		msg := pictureMsg{pic: pic, light: light}
		if msg.err = msg.pic.read(ctx, records); msg.err != nil {
			return msg
		}
		shown := matching(msg.pic.accounts, filter)
		msg.posts, msg.err = readPosts(ctx, ask, day, ids(shown[min(from, len(shown)):min(to, len(shown))]))
		return msg
	})
}

// read fills the picture of its day.
func (p *picture) read(ctx context.Context, records Records) (err error) {
	if p.all, err = records.Accounts(ctx); err != nil {
		return err
	}
	p.accounts = arrange(p.all, p.day)
	if p.criteria, err = records.Criteria(ctx); err != nil {
		return err
	}
	if p.since, err = records.FirstDay(ctx); err != nil {
		return err
	}
	from, to := span(p.day)
	p.justified, err = records.Justified(ctx, from, to)
	return err
}

// askPosts is one of the two questions about posts that the records answer.
type askPosts func(ctx context.Context, from, to calendar.Day, accounts ...model.ID) ([]model.Post, error)

// readPosts reads the posts that the accounts need for a day. Accounts without
// posts get an empty list: that is known too.
func readPosts(ctx context.Context, ask askPosts, day calendar.Day, accounts []model.ID) (map[model.ID][]model.Post, error) {
	byAccount := make(map[model.ID][]model.Post, len(accounts))
	if len(accounts) == 0 {
		return byAccount, nil
	}
	from, to := span(day)
	posts, err := ask(ctx, from, to, accounts...)
	if err != nil {
		return nil, err
	}
	for _, id := range accounts {
		byAccount[id] = nil
	}
	for _, p := range posts {
		byAccount[p.AccountID] = append(byAccount[p.AccountID], p)
	}
	return byAccount, nil
}

func ids(accounts []model.Account) []model.ID {
	all := make([]model.ID, len(accounts))
	for i, a := range accounts {
		all[i] = a.ID
	}
	return all
}

// readMore asks for the posts of accounts that came into sight without them.
func (s *Screen) readMore() tea.Cmd {
	if s.pic == nil || s.pic.seq != s.seq {
		return nil // A whole new picture is on its way.
	}
	from, to := s.list.Window()
	if !s.lacks(from, to) {
		return nil
	}
	from, to = max(0, from-margin), min(len(s.rows), to+margin)
	var missing []model.ID
	for _, a := range s.rows[from:to] {
		if !s.whole(a.ID) && !s.asked[a.ID] {
			missing = append(missing, a.ID)
			s.asked[a.ID] = true
		}
	}
	records, day, seq := s.records, s.pic.day, s.pic.seq
	return screen.Do(func(ctx context.Context) tea.Msg {
		posts, err := readPosts(ctx, records.PostsBetween, day, missing)
		return postsMsg{seq, missing, posts, err}
	})
}

// lacks reports whether a row's posts are neither there nor on their way.
func (s *Screen) lacks(from, to int) bool {
	for _, a := range s.rows[from:to] {
		if !s.whole(a.ID) && !s.asked[a.ID] {
			return true
		}
	}
	return false
}

// whole reports whether everything about an account's posts is there: their
// links too, without which none may be corrected.
func (s *Screen) whole(id model.ID) bool {
	_, known := s.posts[id]
	return known && !s.light[id]
}

// publishNow records a post of this minute whose link comes later.
func (s *Screen) publishNow(a model.Account) tea.Cmd {
	at := s.now().UTC().Truncate(time.Second)
	return s.record([]entry{{post: model.Post{
		AccountID: a.ID, At: at, Day: calendar.DayOf(at), Precision: model.RecordedTime,
		Kind: usualKind(a.Network), Origin: model.ByKey,
	}}}, nil)
}

// once lets no write begin while another is on its way: a key held down must
// not record twice.
func (s *Screen) once(cmd tea.Cmd) tea.Cmd {
	if s.busy || cmd == nil {
		return nil
	}
	s.busy, s.writer = true, s.dialog
	return cmd
}

// record stores posts as one action. bad are the entries left out, for the
// summary and to go on with.
func (s *Screen) record(good, bad []entry) tea.Cmd {
	if len(good) == 0 {
		return nil
	}
	records, today, names := s.records, calendar.DayOf(s.now()), labels(s.pic.all)
	return s.once(screen.Do(func(ctx context.Context) tea.Msg {
		msg := storedMsg{doing: "registrar la publicación", rest: texts(bad)}
		if len(good) > 1 {
			msg.doing = "registrar las publicaciones"
		}
		var result model.AddResult
		if result, msg.err = add(ctx, records, good); msg.err != nil {
			return msg
		}
		msg.nothing = len(result.Added)+len(result.Completed) == 0
		msg.note = summary(result, bad, names, today)
		return msg
	}))
}

// add stores entries. A link that is there already keeps its hour: the hour of
// a paste is only taken for that of a post nobody recorded before.
func add(ctx context.Context, records Records, entries []entry) (model.AddResult, error) {
	var known, posts []model.Post
	for _, e := range entries {
		if e.assumed {
			p, err := records.PostByLink(ctx, e.post.AccountID, e.post.Link)
			if err == nil {
				known = append(known, p)
				continue
			}
			if !errors.Is(err, model.ErrNotFound) {
				return model.AddResult{}, err
			}
		}
		posts = append(posts, e.post)
	}
	if len(posts) == 0 {
		return model.AddResult{Known: known}, nil
	}
	result, err := records.AddPosts(ctx, posts)
	result.Known = append(result.Known, known...)
	return result, err
}

func labels(accounts []model.Account) map[model.ID]string {
	names := make(map[model.ID]string, len(accounts))
	for _, a := range accounts {
		names[a.ID] = a.NetworkLabel()
	}
	return names
}

func texts(entries []entry) string {
	lines := make([]string, len(entries))
	for i, e := range entries {
		lines[i] = e.text
	}
	return strings.Join(lines, "\n")
}

// update corrects a post.
func (s *Screen) update(p model.Post, doing, note string) tea.Cmd {
	records := s.records
	return write(doing, note, func(ctx context.Context) error {
		_, err := records.UpdatePost(ctx, p)
		return err
	})
}

// remove records that a post was taken down now.
func (s *Screen) remove(p model.Post, name string) tea.Cmd {
	records, at := s.records, s.now().UTC().Truncate(time.Second)
	return write("marcar la publicación como retirada", "Retirada: "+name, func(ctx context.Context) error {
		return records.RemovePost(ctx, p.ID, at)
	})
}

// justify excuses a day.
func (s *Screen) justify(j model.JustifiedDay, of string) tea.Cmd {
	records := s.records
	return write("justificar el día", j.Day.Slashed()+" justificado: "+of, func(ctx context.Context) error {
		_, err := records.Justify(ctx, j)
		return err
	})
}

// write runs one change of the records and says how it ended.
func write(doing, note string, work func(context.Context) error) tea.Cmd {
	return screen.Do(func(ctx context.Context) tea.Msg {
		return storedMsg{doing: doing, note: note, err: work(ctx)}
	})
}

// stored ends a write: what was typed goes only once it is in the records.
func (s *Screen) stored(msg storedMsg) tea.Cmd {
	s.busy = false
	waiting := s.dialog != nil && s.dialog == s.writer // It may have been left meanwhile.
	if msg.err != nil {
		if waiting && s.dialog.problem(msg.err) {
			return nil
		}
		return screen.Fail(msg.doing, msg.err)
	}
	if waiting && s.dialog.recorded(msg.rest) {
		s.dialog = nil
	}
	if msg.nothing {
		return screen.Note(msg.note)
	}
	return func() tea.Msg { return screen.ChangedMsg{Note: msg.note} }
}

// check finds which links of a batch are in the records already.
func (s *Screen) check(number int, entries []entry) tea.Cmd {
	records := s.records
	return screen.Do(func(ctx context.Context) tea.Msg {
		msg := checkedMsg{number: number, known: make([]bool, len(entries))}
		for i, e := range entries {
			if e.owner.ID == 0 || e.link.URL == "" {
				continue
			}
			_, err := records.PostByLink(ctx, e.owner.ID, e.link.URL)
			switch {
			case err == nil:
				msg.known[i] = true
			case !errors.Is(err, model.ErrNotFound):
				msg.err = err
				return msg
			}
		}
		return msg
	})
}

// readPeople asks who may justify a day.
func (s *Screen) readPeople() tea.Cmd {
	records := s.records
	return screen.Do(func(ctx context.Context) tea.Msg {
		people, err := records.People(ctx)
		return peopleMsg{people, err}
	})
}
