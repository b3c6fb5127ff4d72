package store_test

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"faro/model"
	"faro/store"
)

// undo takes the last action back and gives its phrase.
func (o *office) undo() string {
	o.t.Helper()
	return must[store.Undone](o.t)(o.Undo(o.t.Context())).What
}

func TestUndoPutsEveryWriteBackAsItWas(t *testing.T) {
	try := func(t *testing.T, o *office, w writer) {
		t.Helper()
		before := o.dump()
		check(t, w.do(t.Context(), o))
		if o.dump() == before {
			t.Fatal("nothing was written")
		}
		if what := o.undo(); what != w.what {
			t.Errorf("undid %q, want %q", what, w.what)
		}
		if after := o.dump(); after != before {
			t.Errorf("after undo the records are not as before:\n%s\nwant\n%s", after, before)
		}
		if last := o.lastAction(); last.Kind != store.Undoing || last.Undoes != last.ID-1 || last.What != w.what {
			t.Errorf("undo left %+v", last)
		}
		check(t, o.VerifyHistory(t.Context()))
	}
	for _, w := range writers() {
		t.Run(w.method, func(t *testing.T) { try(t, staged(t), w) })
	}
	for _, w := range draftWriters() {
		t.Run(w.method, func(t *testing.T) { try(t, drafted(t), w) })
	}
}

func TestUndoGoesBackToTheVeryBeginning(t *testing.T) {
	o, ctx := open(t), t.Context()
	empty := o.dump()
	o.found()
	steps := []string{o.dump()}
	for _, w := range []string{"AddPosts", "SaveMeasured", "SaveFigures", "Justify", "SavePerson"} {
		i := slices.IndexFunc(writers(), func(x writer) bool { return x.method == w })
		check(t, writers()[i].do(ctx, o))
		steps = append(steps, o.dump())
	}
	for i := len(steps) - 2; i >= 0; i-- {
		o.undo()
		if o.dump() != steps[i] {
			t.Errorf("step %d is not as it was", i)
		}
	}
	for o.dump() != empty {
		o.undo()
	}
	_, err := o.Undo(ctx)
	wants(t, err, store.ErrNothingToUndo)
	check(t, o.VerifyHistory(ctx))
}

func TestUndoWorksAfterARestartAndFromAnotherProcess(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	before := o.dump()
	o.add(published(facebook, monday()))
	middle := o.dump()
	o.now = o.now.Add(time.Hour)
	o.add(published(xAccount, o.now))
	check(t, o.Close())

	again := openAt(t, o.Path())
	if what := again.undo(); what != "publicación de X de 15:05" || again.dump() != middle {
		t.Errorf("undid %q", what)
	}
	other := openAt(t, o.Path())
	undone := must[store.Undone](t)(other.Undo(ctx))
	if undone.What != "publicación de Facebook de 14:05" || !undone.At.Equal(monday()) || other.dump() != before {
		t.Errorf("undid %+v", undone)
	}
	check(t, again.VerifyHistory(ctx))
}

func TestAfterAnUndoNewWorkIsUndoneFirst(t *testing.T) {
	o := ministry(t)
	first := o.add(published(facebook, monday())).Added[0]
	o.undo()
	again := o.add(published(facebook, monday().Add(time.Minute))).Added[0]
	if again.ID == first.ID {
		t.Errorf("id %d was used again: a screen that still holds it would change another post", again.ID)
	}
	if what := o.undo(); what != "publicación de Facebook de 14:06" {
		t.Errorf("undid %q", what)
	}
	if what := o.undo(); what != "cuenta TikTok @minejemploperu" {
		t.Errorf("undid %q", what)
	}
}

func TestUndoStopsAtASignature(t *testing.T) {
	o, ctx := drafted(t), t.Context()
	must[model.Review](t)(o.SignReview(ctx, 1, luis, "LR", monday()))
	o.add(published(facebook, monday()))
	dump := o.dump()
	if what := o.undo(); what != "publicación de Facebook de 14:05" {
		t.Errorf("undid %q", what)
	}
	for range 2 {
		_, err := o.Undo(ctx)
		wants(t, err, model.ErrSealed)
		if !strings.Contains(err.Error(), "firma de la revisión de roles de noviembre 2026") {
			t.Errorf("does not say what is sealed: %v", err)
		}
	}
	o.add(published(facebook, monday()))
	if strings.Count(o.dump(), "posts ") != strings.Count(dump, "posts ") {
		t.Error("the refusal changed something")
	}
}

func TestUndoPassesOverFilesThatWereWritten(t *testing.T) {
	o := staged(t)
	o.add(published(facebook, monday()))
	must[model.Report](t)(o.AddReport(t.Context(), quarter("2026-T3"), []model.ReportFile{{Format: "xlsx", Name: "a.xlsx", SHA256: hash("a")}}))
	if what := o.undo(); what != "publicación de Facebook de 14:05" {
		t.Errorf("undid %q", what)
	}
	if reports := must[[]model.Report](t)(o.Reports(t.Context(), quarter("2026-T3"))); len(reports) != 1 || len(reports[0].Files) != 1 {
		t.Errorf("the report is gone: %+v", reports)
	}
}

func TestUndoRefusesWhatOthersDependOn(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	rosa := must[model.Person](t)(o.SavePerson(ctx, model.Person{Name: "Rosa Díaz"}))
	// Only something outside the history can point at her without being undone first.
	if _, err := o.DB().ExecContext(ctx, `INSERT INTO appointments (person_id, function, starts, document)
		VALUES (?, 'equipo', '2026-11-01', '')`, int64(rosa.ID)); err != nil {
		t.Fatal(err)
	}
	dump := o.dump()
	_, err := o.Undo(ctx)
	wants(t, err, model.ErrConflict)
	wantsField(t, err, "Deshacer")
	if o.dump() != dump {
		t.Error("the refusal changed something")
	}
}

func TestUndoRefusesWhatIsNoLongerAsItWasLeft(t *testing.T) {
	o, ctx := staged(t), t.Context()
	check(t, o.RevokeGrant(ctx, 1, day("2026-11-16")))
	if _, err := o.DB().ExecContext(ctx, `UPDATE grants SET note = 'a mano' WHERE id = 1`); err != nil {
		t.Fatal(err)
	}
	_, err := o.Undo(ctx)
	wants(t, err, model.ErrConflict)
}

func TestTwoProcessesNeverUndoTheSameActionTwice(t *testing.T) {
	o := ministry(t)
	before := o.dump()
	const n = 12
	for i := range n {
		o.add(published(facebook, monday().Add(time.Duration(i)*time.Minute)))
	}
	other := openAt(t, o.Path())
	errs := make(chan error, n)
	for i := range n {
		s := o.Store
		if i%2 == 1 {
			s = other.Store
		}
		go func() { errs <- second(s.Undo(t.Context())) }()
	}
	var failed error
	for range n {
		failed = errors.Join(failed, <-errs)
	}
	check(t, failed)
	if o.dump() != before {
		t.Error("the posts are not gone exactly once each")
	}
	check(t, o.VerifyHistory(t.Context()))
}

func TestUndoOfAnEmptyFileSaysSo(t *testing.T) {
	o := openAt(t, filepath.Join(t.TempDir(), "nuevo", "faro.db"))
	_, err := o.Undo(t.Context())
	wants(t, err, store.ErrNothingToUndo)
}
