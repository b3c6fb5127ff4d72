package roles

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
	"faro/ui/screen"
)

// loadedMsg is a reading of the records, with the number it was asked under.
type loadedMsg struct {
	seq    int
	ledger ledger
}

func (s *Screen) load() tea.Cmd {
	s.seq++
	records, seq, want, today := s.records, s.seq, s.want, s.today()
	return screen.Do(func(ctx context.Context) tea.Msg {
		l, err := read(ctx, records, today, want)
		if err != nil {
			return screen.ErrMsg{Doing: "leer los roles", Err: err}
		}
		return loadedMsg{seq, l}
	})
}

func (s *Screen) today() calendar.Day { return calendar.DayOf(s.now()) }

// job is one write. Jobs run one after the other, in the order of the keys.
type job struct {
	doing string // «anotar el retiro de Rosa Díaz»
	run   func(context.Context) (note string, err error)
	asker dialog // the dialog that waits for the answer, if one does
	after dialog // what to show when it went well
}

// doneMsg is the answer to the job that was running.
type doneMsg struct {
	note string
	err  error
}

// write queues a job and starts it if none is running.
func (s *Screen) write(j job) tea.Cmd {
	s.seq++ // A reading under way would bring back what is about to change.
	s.jobs = append(s.jobs, j)
	if len(s.jobs) > 1 {
		return nil
	}
	return s.run()
}

func (s *Screen) run() tea.Cmd {
	run := s.jobs[0].run
	return screen.Do(func(ctx context.Context) tea.Msg {
		note, err := run(ctx)
		return doneMsg{note, err}
	})
}

// done deals with the answer of a job and starts the next. After a failure the
// rest is dropped: it was decided on what did not come to be.
func (s *Screen) done(msg doneMsg) tea.Cmd {
	if len(s.jobs) == 0 {
		return nil
	}
	j := s.jobs[0]
	if msg.err != nil {
		s.jobs = nil
		if j.asker != nil && j.asker == s.dialog {
			j.asker.problem(msg.err)
			return s.load()
		}
		return tea.Batch(screen.Fail(j.doing, msg.err), s.load())
	}
	if j.asker != nil && j.asker == s.dialog {
		s.dialog = j.after
	}
	if s.jobs = s.jobs[1:]; len(s.jobs) > 0 {
		return s.run()
	}
	return func() tea.Msg { return screen.ChangedMsg{Note: msg.note} }
}

// review adds a job on the draft, which it opens first if need be. doing and
// note are for the footer.
func (s *Screen) review(doing, note string, run func(ctx context.Context, r Records, draft model.ID) error) tea.Cmd {
	records, t := s.records, s.ledger.target
	return s.write(job{doing: doing, run: func(ctx context.Context) (string, error) {
		draft, err := records.StartReview(ctx, t.month, t.corrects)
		if err != nil {
			return "", err
		}
		return note, run(ctx, records, draft.ID)
	}})
}

// start opens the draft, or goes on with it.
func (s *Screen) start() tea.Cmd {
	s.marks.started = true
	return s.review("empezar la revisión de roles", "Revisión de roles de "+s.ledger.target.month.Name()+" en borrador",
		func(context.Context, Records, model.ID) error { return nil })
}

// look stores that the account was looked at on its platform, or was not.
func (s *Screen) look(a *account) tea.Cmd {
	seen := !s.marks.looked[a.ID]
	s.marks.look(a.ID, seen)
	note, id := a.Label()+" mirada en su plataforma", a.ID
	if !seen {
		note = "Marca quitada: falta mirar " + a.Label()
	}
	return s.review("marcar "+a.Label(), note, func(ctx context.Context, r Records, draft model.ID) error {
		return r.Look(ctx, draft, id, seen)
	})
}

// decide stores a decision on a row and goes on to the next that waits.
func (s *Screen) decide(r *row, d model.Decision, reason string) tea.Cmd {
	s.marks.decide(r.grant.ID, d, reason)
	cmd := s.store([]model.ReviewRow{s.marks.decided[r.grant.ID]},
		"decidir sobre "+r.label(), capital(d.Label())+": "+r.person.Name+" en "+r.account.Label())
	s.toPending()
	return cmd
}

// store writes decisions in one go, which one undo takes back.
func (s *Screen) store(rows []model.ReviewRow, doing, note string) tea.Cmd {
	return s.review(doing, note, func(ctx context.Context, r Records, draft model.ID) error {
		return r.DecideAll(ctx, draft, rows)
	})
}

// remove records the day a role was taken away on the platform.
func (s *Screen) remove(r *row, day calendar.Day, asker dialog) tea.Cmd {
	records, id := s.records, r.grant.ID
	note := "Retiro anotado: " + r.person.Name + " en " + r.account.Label() + ", " + day.Slashed()
	return s.write(job{doing: "anotar el retiro de " + r.label(), asker: asker, run: func(ctx context.Context) (string, error) {
		return note, records.RevokeGrant(ctx, id, day)
	}})
}
