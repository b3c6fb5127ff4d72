package sample_test

import (
	"bytes"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"faro/model"
	"faro/model/annex"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/model/permalink"
	"faro/store"
	"faro/store/sample"
)

// monday is the moment of the picture the program was designed from.
var monday = calendar.Day{Year: 2026, Month: time.November, Day: 23}.At(14, 5, 0)

func filled(tb testing.TB, now time.Time) *store.Store {
	tb.Helper()
	records, err := store.Open(tb.Context(), filepath.Join(tb.TempDir(), "demo.db"), store.Options{
		Clock: func() time.Time { return now }, Actor: "demo",
	})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = records.Close() })
	if err := sample.Fill(tb.Context(), records, now); err != nil {
		tb.Fatal(err)
	}
	return records
}

func posts(t *testing.T, records *store.Store, now time.Time) []model.Post {
	t.Helper()
	today := calendar.DayOf(now)
	all, err := records.PostsBetween(t.Context(), today.AddDays(-400), today.AddDays(400))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// One ministry serves the tests that only look at it; filling takes a while.
func TestTheMinistryOnMonday(t *testing.T) {
	records := filled(t, monday)
	t.Run("three duties wait", func(t *testing.T) { threeDutiesWait(t, records) })
	t.Run("the report lacks eight rows", func(t *testing.T) { theReportLacksEightRows(t, records) })
	t.Run("every link carries its post", func(t *testing.T) { everyLinkCarriesItsPost(t, records) })
	t.Run("the same moment makes the same facts", func(t *testing.T) { theSameFacts(t, records) })
	t.Run("there is something to undo", func(t *testing.T) { thereIsSomethingToUndo(t, records) })
}

// On Monday 23/11/2026 at 14:05 three things wait for somebody, as in look.md.
func threeDutiesWait(t *testing.T, records *store.Store) {
	t.Helper()
	facts, err := records.Facts(t.Context(), monday)
	if err != nil {
		t.Fatal(err)
	}
	criteria := directive.DefaultCriteria()
	var got []string
	for _, d := range directive.Attention(directive.Board(facts, criteria, monday), calendar.DayOf(monday)) {
		got = append(got, d.Rule+" "+d.Due.Slashed())
	}
	// The report, the mailbox and the review (O-106, O-046, O-054).
	if want := []string{"O-106 15/10/2026", "O-046 21/11/2026", "O-054 30/11/2026"}; !slices.Equal(got, want) {
		t.Errorf("waiting: %q, want %q", got, want)
	}
	for _, a := range facts.Accounts {
		progress, _ := directive.ProgressOn(a, calendar.DayOf(monday), facts.Posts, facts.Justified, monday, criteria)
		want := map[model.Network]int{model.Facebook: 2, model.X: 5, model.Instagram: 1, model.TikTok: 2, model.YouTube: 0}
		if progress.Count != want[a.Network] {
			t.Errorf("%s: %d of %d", a.Label(), progress.Count, progress.Quota.Min)
		}
	}
}

// Ten rows for each of five networks and three months are 150; eight of
// TikTok's last month have no figures.
func theReportLacksEightRows(t *testing.T, records *store.Store) {
	t.Helper()
	in, err := records.Quarterly(t.Context(), calendar.Quarter{Year: 2026, Number: 3})
	if err != nil {
		t.Fatal(err)
	}
	got := annex.Build(in).Completeness()
	if want := (annex.Completeness{Rows: 142, Expected: 150}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// Every link reads back as what its post says: the network, the account and,
// where the id carries it, the second.
func everyLinkCarriesItsPost(t *testing.T, records *store.Store) {
	t.Helper()
	accounts, err := records.Accounts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	byID := map[model.ID]model.Account{}
	for _, a := range accounts {
		byID[a.ID] = a
	}
	pending := 0
	for _, p := range posts(t, records, monday) {
		if p.Link == "" {
			pending++
			continue
		}
		link, err := permalink.Parse(p.Link)
		if err != nil {
			t.Fatalf("%s: %v", p.Link, err)
		}
		a := byID[p.AccountID]
		if model.Network(link.Network) != a.Network || link.Handle != "" && link.Handle != a.Handle || link.ID != p.PlatformID || link.URL != p.Link {
			t.Errorf("%s reads as %+v", p.Link, link)
		}
		if link.Precision != permalink.Unknown && !link.At.Equal(p.At) {
			t.Errorf("%s is of %s, its post of %s", p.Link, calendar.Stamp(link.At), calendar.Stamp(p.At))
		}
	}
	if pending != 1 {
		t.Errorf("%d posts without a link, want today's Facebook post alone", pending)
	}
}

func theSameFacts(t *testing.T, records *store.Store) {
	t.Helper()
	var first, second bytes.Buffer
	if err := records.Export(t.Context(), &first); err != nil {
		t.Fatal(err)
	}
	if err := filled(t, monday).Export(t.Context(), &second); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two samples of one moment differ")
	}
}

// The last thing recorded can be undone, as after any morning's work.
func thereIsSomethingToUndo(t *testing.T, records *store.Store) {
	t.Helper()
	undone, err := records.Undo(t.Context())
	if err != nil || undone.What != "publicación de Facebook de 13:10" {
		t.Errorf("undone: %q, %v", undone.What, err)
	}
}

// Whatever the day, the sample is made, covers the last whole quarter and
// says nothing of the future.
func TestTheSampleFitsAnyDay(t *testing.T) {
	for _, now := range []time.Time{
		calendar.Day{Year: 2026, Month: time.October, Day: 1}.At(0, 5, 0),
		calendar.Day{Year: 2028, Month: time.February, Day: 29}.At(12, 0, 0),
	} {
		records := filled(t, now)
		all := posts(t, records, now)
		if first := calendar.QuarterOf(now).Prev().First(); all[0].Day != first {
			t.Errorf("%s: the records begin on %s, want %s", calendar.Stamp(now), all[0].Day, first)
		}
		for _, p := range all {
			if p.At.After(now) || p.RecordedAt.After(now) {
				t.Errorf("%s: a post of %s recorded on %s", calendar.Stamp(now), calendar.Stamp(p.At), calendar.Stamp(p.RecordedAt))
			}
		}
		changes, err := records.LatestChanges(t.Context())
		if err != nil || len(changes) != 10 {
			t.Errorf("%s: %d credentials were changed, %v", calendar.Stamp(now), len(changes), err)
		}
		for _, c := range changes {
			if c.Day.After(calendar.DayOf(now)) {
				t.Errorf("%s: a password was changed on %s", calendar.Stamp(now), c.Day)
			}
		}
	}
}

// BenchmarkFill is what `faro demo` does before its first screen.
func BenchmarkFill(b *testing.B) {
	for b.Loop() {
		filled(b, monday)
	}
}
