package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"faro/model"
	"faro/store"
)

// The test program is its own second process: with this variable set it adds
// posts to the file it names and ends.
const secondProcess = "FARO_TEST_ADD_POSTS_TO"

func init() {
	path := os.Getenv(secondProcess)
	if path == "" {
		return
	}
	if err := addTwenty(path, tikTok); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

func addTwenty(path string, account model.ID) (err error) {
	s, err := store.Open(context.Background(), path, store.Options{Clock: monday, Actor: "otra", Wait: 30 * time.Second})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	for i := range 20 {
		p := published(account, monday().Add(time.Duration(i)*time.Minute))
		if _, err := s.AddPosts(context.Background(), []model.Post{p}); err != nil {
			return err
		}
	}
	return nil
}

func TestSeveralProcessesWriteToOneFile(t *testing.T) {
	o := ministry(t)
	second := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^$")
	second.Env = append(os.Environ(), secondProcess+"="+o.Path())
	var told strings.Builder
	second.Stderr = &told
	check(t, second.Start())

	errs := make([]error, 3)
	var all sync.WaitGroup
	for i, account := range []model.ID{facebook, xAccount} { // Two more Stores of this process…
		all.Go(func() { errs[i] = addTwenty(o.Path(), account) })
	}
	all.Go(func() { // … and several goroutines of one.
		var each sync.WaitGroup
		for i := range 20 {
			each.Go(func() {
				p := published(youTube, monday().Add(time.Duration(i)*time.Minute))
				if _, err := o.AddPosts(context.Background(), []model.Post{p}); err != nil {
					errs[2] = err
				}
			})
		}
		each.Wait()
	})
	all.Wait()
	if err := second.Wait(); err != nil {
		t.Fatalf("second process: %v\n%s", err, told.String())
	}
	check(t, errors.Join(errs...))
	posts := must[[]model.Post](t)(o.PostsBetween(t.Context(), day("2026-11-23"), day("2026-11-23")))
	counts := map[model.ID]int{}
	for _, p := range posts {
		counts[p.AccountID]++
	}
	if len(posts) != 80 || counts[facebook] != 20 || counts[xAccount] != 20 || counts[youTube] != 20 || counts[tikTok] != 20 {
		t.Errorf("%d posts: %v", len(posts), counts)
	}
	check(t, o.VerifyHistory(t.Context()))
}

func TestAnotherProcessesWriteIsSeen(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	other := openAt(t, o.Path())
	version := func() int64 { t.Helper(); return must[int64](t)(o.DataVersion(ctx)) }
	before := version()
	o.add(published(facebook, at(9, 0)))
	must[[]model.Account](t)(other.Accounts(ctx))
	if version() != before {
		t.Error("one's own write, or another's look, counts as a change")
	}
	other.add(published(xAccount, at(9, 0)))
	if version() == before {
		t.Error("another's write was not seen")
	}
}

// held keeps the write lock of a file until the test ends.
func held(t *testing.T, path string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), path, store.Options{})
	check(t, err)
	tx, err := s.DB().BeginTx(t.Context(), nil)
	check(t, err)
	t.Cleanup(func() {
		_ = tx.Rollback()
		_ = s.Close()
	})
	return s
}

func TestWhoHasToWaitTooLongIsTold(t *testing.T) {
	o := ministry(t)
	held(t, o.Path())
	s, err := store.Open(t.Context(), o.Path(), store.Options{Clock: monday, Wait: 20 * time.Millisecond})
	check(t, err)
	defer func() { _ = s.Close() }()
	_, err = s.AddPosts(t.Context(), []model.Post{published(facebook, at(9, 0))})
	wants(t, err, store.ErrBusy)
	if !strings.HasPrefix(err.Error(), "add posts: another program is using the file") {
		t.Errorf("says %v", err)
	}
	if accounts := must[[]model.Account](t)(s.Accounts(t.Context())); len(accounts) != 5 {
		t.Errorf("reading goes on: %d accounts", len(accounts))
	}
}

func TestWaitingEndsWithTheContext(t *testing.T) {
	o := ministry(t)
	held(t, o.Path())
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Millisecond)
	defer cancel()
	_, err := o.AddPosts(ctx, []model.Post{published(facebook, at(9, 0))})
	wants(t, err, context.DeadlineExceeded)
}

func TestAFullDiskLosesNothing(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	before := o.dump()
	var pages int
	check(t, o.DB().QueryRowContext(ctx, `PRAGMA page_count`).Scan(&pages))
	if _, err := o.DB().ExecContext(ctx, fmt.Sprintf(`PRAGMA max_page_count = %d`, pages)); err != nil {
		t.Fatal(err)
	}
	var posts []model.Post
	for i := range 500 {
		posts = append(posts, published(facebook, monday().Add(time.Duration(i)*time.Second)))
	}
	_, err := o.AddPosts(ctx, posts)
	wants(t, err, store.ErrFull)
	if o.dump() != before {
		t.Error("half of it was kept")
	}
	if _, err := o.DB().ExecContext(ctx, `PRAGMA max_page_count = 100000`); err != nil {
		t.Fatal(err)
	}
	if got := told(o.add(posts...)); got != "500 nuevas, 0 conocidas, 0 completadas" {
		t.Errorf("with room again: %s", got)
	}
	check(t, o.VerifyHistory(ctx))
}

// The zone of the machine moves nothing.
func TestTimesAreThoseOfLimaWhereverTheMachineIs(t *testing.T) {
	here := time.Local
	t.Cleanup(func() { time.Local = here })
	documents := map[string]bool{}
	for _, name := range []string{"UTC", "Pacific/Auckland", "America/Los_Angeles"} {
		zone, err := time.LoadLocation(name)
		check(t, err)
		time.Local = zone
		o := ministry(t)
		local := time.Date(2026, time.December, 1, 4, 59, 30, 999, time.UTC).In(zone) // 30/11 23:59:30 in Lima.
		o.now = local
		p := o.add(model.Post{AccountID: facebook, At: local}).Added[0]
		if p.Day != day("2026-11-30") || p.At != time.Date(2026, time.December, 1, 4, 59, 30, 0, time.UTC) {
			t.Errorf("%s: %+v", name, p)
		}
		if stored := must[model.Post](t)(o.Post(t.Context(), p.ID)); stored != p {
			t.Errorf("%s: stored %+v", name, stored)
		}
		if what := o.lastAction().What; what != "publicación de Facebook de 23:59" {
			t.Errorf("%s: %s", name, what)
		}
		documents[string(o.export())] = true
	}
	if len(documents) != 1 {
		t.Errorf("%d different documents", len(documents))
	}
}
