package today

import (
	"errors"
	"strconv"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/ui/screen"
	"faro/ui/widget"
)

// press is the ladder a key goes down: the dialog, the filter, a paste, the
// pane with the cursor, and what works everywhere on the screen.
func (s *Screen) press(msg tea.KeyMsg) tea.Cmd {
	switch {
	case s.dialog != nil:
		return s.tell(msg)
	case s.filter.Focused():
		return s.typed(msg)
	case s.pic == nil:
		return nil // Nothing to act on yet.
	case msg.Paste:
		return s.pasted(string(msg.Runes))
	}
	if s.detail != nil {
		if cmd, used := s.detail.press(s, msg); used {
			return cmd
		}
		return s.act(msg)
	}
	if s.pane == dutiesPane {
		if cmd, used := s.pressDuties(msg); used {
			return cmd
		}
		return s.act(msg)
	}
	return s.pressAccounts(msg)
}

// tell hands a message to the dialog and closes it when it is done.
func (s *Screen) tell(msg tea.Msg) tea.Cmd {
	d := s.dialog
	cmd := d.update(msg)
	if s.dialog == d && d.over() {
		s.dialog = nil
	}
	return cmd
}

// moves moves the cursor of a list. The letters j and k, which move elsewhere,
// are not among its keys: j justifies here.
func moves(l *widget.List, msg tea.KeyMsg) bool {
	switch msg.String() {
	case "j", "k":
		return false
	}
	return l.Key(msg)
}

func (s *Screen) pressAccounts(msg tea.KeyMsg) tea.Cmd {
	k := s.keys
	switch {
	case moves(&s.list, msg):
	case key.Matches(msg, k.Open):
		if a, ok := s.selected(); ok {
			s.openDetail(a)
		}
	case key.Matches(msg, k.Pane):
		if len(s.duties.open) > 0 {
			s.pane = dutiesPane
		}
	case key.Matches(msg, k.Find):
		return s.filter.Focus()
	case key.Matches(msg, k.Back):
		s.back()
	default:
		return s.act(msg)
	}
	return nil
}

// back is one step: without the filter, then to today.
func (s *Screen) back() {
	if s.filter.Value() == "" {
		return
	}
	a, _ := s.selected()
	s.filter.SetValue("")
	s.sift(a.ID)
}

func (s *Screen) openDetail(a model.Account) {
	s.detail = &detail{account: a.ID}
	s.detail.settle(s)
	s.detail.list.End()
}

func (s *Screen) pressDuties(msg tea.KeyMsg) (tea.Cmd, bool) {
	k := s.keys
	switch {
	case moves(&s.duties.list, msg):
	case key.Matches(msg, k.Mend):
		if at := s.duties.list.Cursor(); at >= 0 {
			return s.mend(s.duties.open[at]), true
		}
	case key.Matches(msg, k.Pane), key.Matches(msg, k.Back):
		s.pane = accountsPane
	default:
		return nil, false
	}
	return nil, true
}

// act is for the keys that mean the same wherever the cursor is.
func (s *Screen) act(msg tea.KeyMsg) tea.Cmd {
	k := s.keys
	switch {
	case key.Matches(msg, k.Publish):
		return s.publish()
	case key.Matches(msg, k.Link):
		s.dialog = newLinkBox(s, "", nil)
	case key.Matches(msg, k.Links):
		s.dialog = newBatch(s, "")
	case key.Matches(msg, k.Justify):
		return s.askJustify()
	case key.Matches(msg, k.Before):
		return s.load(s.wanted.AddDays(-1))
	case key.Matches(msg, k.After):
		if s.wanted.Before(s.today) {
			return s.load(s.wanted.AddDays(1))
		}
	case key.Matches(msg, k.Today):
		if s.wanted != s.today {
			return s.load(s.today)
		}
	}
	return nil
}

// here is the account that keys act on.
func (s *Screen) here() (model.Account, bool) {
	if s.detail != nil {
		return s.detail.find(s)
	}
	return s.selected()
}

// Refusals that tell the person what to do instead.
var (
	errAway    = advice("El día que se ve no es hoy: pulse t para volver a hoy, o p para registrar con su hora.")
	errNoLinks = advice("No hay ningún enlace: copie la dirección de la publicación y péguela otra vez.")
	errNobody  = advice("Registre primero a las personas en Cuentas (6).")
)

// advice is an error that is nothing but what to do.
type advice string

func (a advice) Error() string { return string(a) }

// Advice is the sentence the app shows.
func (a advice) Advice() string { return string(a) }

// publish records a post of now on the account under the cursor.
func (s *Screen) publish() tea.Cmd {
	a, ok := s.here()
	switch {
	case !ok:
		return nil
	case s.away():
		return screen.Fail("registrar la publicación de ahora", errAway)
	}
	return s.publishNow(a)
}

// typed reads a key of the filter.
func (s *Screen) typed(msg tea.KeyMsg) tea.Cmd {
	a, _ := s.selected()
	switch {
	case key.Matches(msg, s.keys.Leave):
		s.filter.SetValue("")
		s.filter.Blur()
	case key.Matches(msg, s.keys.Accept):
		s.filter.Blur()
		return nil
	case msg.Type == tea.KeyUp, msg.Type == tea.KeyDown:
		s.list.Key(msg)
		return nil
	default:
		var cmd tea.Cmd
		s.filter, cmd = s.filter.Update(msg)
		s.sift(a.ID)
		return cmd
	}
	s.sift(a.ID)
	return nil
}

// reader reads what is pasted now.
func (s *Screen) reader(fresh bool) reader {
	return reader{now: s.now(), day: s.pic.day, accounts: s.pic.all, fresh: fresh}
}

// pasted registers the links of a text pasted on the screen itself. What no
// link dates or names is asked, never guessed.
func (s *Screen) pasted(text string) tea.Cmd {
	parts := split(text, true)
	if len(parts) == 0 {
		return screen.Fail("registrar lo pegado", errNoLinks)
	}
	if len(parts) == 1 {
		e := s.reader(false).read(parts[0])
		if e.ready() {
			return s.record([]entry{e}, nil)
		}
		s.dialog = newLinkBox(s, parts[0], nil)
		return nil
	}
	var good, bad []entry
	r := s.reader(false)
	for _, part := range parts {
		e := r.read(part)
		switch {
		case e.ready():
			good = append(good, e)
		case e.fault != "":
			bad = append(bad, e)
		default:
			return s.preview(text)
		}
	}
	if len(good) == 0 {
		return s.preview(text)
	}
	return s.record(good, bad)
}

// preview opens the batch with a text and goes straight to its lines.
func (s *Screen) preview(text string) tea.Cmd {
	b := newBatch(s, "")
	s.dialog = b
	return b.review(split(text, true))
}

// askJustify asks who justifies the day and why; the people are read first.
func (s *Screen) askJustify() tea.Cmd {
	a, ok := s.here()
	if !ok {
		return nil
	}
	s.dialog = newExcuse(s, a)
	return s.readPeople()
}

// isFieldFault reports an error that belongs beside a field.
func isFieldFault(err error) bool {
	var bad *model.FieldError
	return errors.As(err, &bad)
}

func idText(id model.ID) string { return strconv.FormatInt(int64(id), 10) }
