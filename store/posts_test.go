package store_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"faro/model"
	"faro/store"
)

// told counts what became of the posts.
func told(r store.AddResult) string {
	return fmt.Sprintf("%d nuevas, %d conocidas, %d completadas", len(r.Added), len(r.Known), len(r.Completed))
}

func at(hour, minute int) time.Time { return day("2026-11-23").At(hour, minute, 0) }

// linked is a post of X known by its link and id, to the second.
func linked(id string, at time.Time) model.Post {
	return model.Post{
		AccountID: xAccount, At: at, Precision: model.ExactTime, Kind: model.Publication, Origin: model.ByLink,
		Link: "https://x.com/MinEjemploPeru/status/" + id, PlatformID: id,
	}
}

func TestNoPostIsCountedTwice(t *testing.T) {
	pending := model.Post{AccountID: xAccount, At: at(14, 5), Origin: model.ByKey}
	dayOnly := model.Post{AccountID: xAccount, Day: day("2026-11-23"), Origin: model.ByHand}
	byLink := model.Post{AccountID: xAccount, Day: day("2026-11-23"), Link: "https://x.com/MinEjemploPeru/status/1"}
	elsewhere := linked("1", at(14, 5))
	elsewhere.AccountID = facebook
	removed := func(o *office) { check(o.t, o.RemovePost(o.t.Context(), 1, at(20, 0))) }
	for _, c := range []struct {
		name   string
		there  model.Post
		before func(*office)
		post   model.Post
		want   string
		posts  int
	}{
		{"the same link", byLink, nil, byLink, "0 nuevas, 1 conocidas, 0 completadas", 1},
		{"the same id under another link", linked("1", at(9, 0)), nil, func() model.Post {
			p := linked("1", at(9, 0))
			p.Link = "https://x.com/i/status/1"
			return p
		}(), "0 nuevas, 1 conocidas, 0 completadas", 1},
		{"the same link on another account", linked("1", at(14, 5)), nil, elsewhere, "1 nuevas, 0 conocidas, 0 completadas", 2},
		{"a known link with a better time", byLink, nil, linked("1", at(9, 0)), "0 nuevas, 0 conocidas, 1 completadas", 1},
		{"a known link with a worse time", linked("1", at(9, 0)), nil, byLink, "0 nuevas, 1 conocidas, 0 completadas", 1},
		{"ten minutes from one noted without a link", pending, nil, linked("1", at(14, 15)), "0 nuevas, 0 conocidas, 1 completadas", 1},
		{"eleven minutes from it", pending, nil, linked("1", at(14, 16)), "1 nuevas, 0 conocidas, 0 completadas", 2},
		{"ten minutes before it", pending, nil, linked("1", at(13, 55)), "0 nuevas, 0 conocidas, 1 completadas", 1},
		{"noted with its time, the link's day only", pending, nil, byLink, "0 nuevas, 0 conocidas, 1 completadas", 1},
		{"noted with its day only, the link's time", dayOnly, nil, linked("1", at(9, 0)), "0 nuevas, 0 conocidas, 1 completadas", 1},
		{"noted with the day only, link of the next day", dayOnly, nil, linked("1", at(24, 0)), "1 nuevas, 0 conocidas, 0 completadas", 2},
		{"a second one noted without a link", pending, nil, pending, "1 nuevas, 0 conocidas, 0 completadas", 2},
		{"one that has a link does not take another", linked("1", at(14, 5)), nil, linked("2", at(14, 6)), "1 nuevas, 0 conocidas, 0 completadas", 2},
		{"one that was taken down is not completed", pending, removed, linked("1", at(14, 6)), "1 nuevas, 0 conocidas, 0 completadas", 2},
		{"one that was taken down stays known", linked("1", at(14, 5)), removed, linked("1", at(14, 5)), "0 nuevas, 1 conocidas, 0 completadas", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := ministry(t)
			o.add(c.there)
			if c.before != nil {
				c.before(o)
			}
			if got := told(o.add(c.post)); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
			if all := must[[]model.Post](t)(o.PostsBetween(t.Context(), day("2026-11-01"), day("2026-11-30"))); len(all) != c.posts {
				t.Errorf("%d posts, want %d", len(all), c.posts)
			}
		})
	}
}

func TestALinkCompletesThePostThatWasNoted(t *testing.T) {
	o := ministry(t)
	o.now = at(14, 5)
	noted := o.add(model.Post{AccountID: xAccount, At: at(14, 5), Origin: model.ByKey}).Added[0]
	o.now = at(18, 0)
	link := linked("2035933611212357737", at(14, 3))
	link.Kind, link.Text = model.Quote, "Hoy"
	got := o.add(link).Completed[0]
	want := noted
	want.Link, want.PlatformID, want.Kind, want.Text = link.Link, link.PlatformID, model.Quote, "Hoy"
	want.At, want.Precision = at(14, 3), model.ExactTime // The id knows the time better than who noted it.
	if got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if stored := must[model.Post](t)(o.PostByLink(t.Context(), xAccount, link.Link)); stored != want {
		t.Errorf("stored %+v", stored)
	}
	if what := o.undo(); what != "enlace de la publicación de X de 14:03" {
		t.Errorf("undid %q", what)
	}
	if stored := must[model.Post](t)(o.Post(t.Context(), noted.ID)); stored != noted {
		t.Errorf("after undo %+v", stored)
	}
}

// A noted time is kept against a file's minute, a file's against an estimate
// (the order of model.Precision).
func TestTheBetterKnownTimeIsKept(t *testing.T) {
	order := []model.Precision{model.ExactTime, model.RecordedTime, model.FileTime, model.EstimatedTime, model.DayOnly}
	for i, there := range order {
		for j, comes := range order {
			o := ministry(t)
			post := func(p model.Precision, hour int) model.Post {
				post := model.Post{AccountID: instagram, Link: "https://www.instagram.com/p/abc", Day: day("2026-11-23"), Precision: p}
				if p != model.DayOnly {
					post.At = at(hour, 0)
				}
				return post
			}
			o.add(post(there, 9))
			o.add(post(comes, 10))
			got := must[model.Post](t)(o.Post(t.Context(), 1))
			want := post(there, 9)
			if j < i {
				want = post(comes, 10)
			}
			if got.Precision != want.Precision || !got.At.Equal(want.At) {
				t.Errorf("%s, then %s: %s at %v", there, comes, got.Precision, got.At)
			}
		}
	}
}

// Pasting a day's links completes every post that was noted, each once.
func TestADaysLinksGoToTheNearestNotedPosts(t *testing.T) {
	o := ministry(t)
	o.add(published(xAccount, at(9, 0)), published(xAccount, at(9, 8)), published(xAccount, at(12, 0)))
	result := o.add(linked("1", at(9, 1)), linked("2", at(9, 7)), linked("3", at(12, 30)), linked("1", at(9, 1)))
	if got := told(result); got != "1 nuevas, 1 conocidas, 2 completadas" {
		t.Fatal(got)
	}
	for id, want := range map[model.ID]string{1: "1", 2: "2"} {
		if p := must[model.Post](t)(o.Post(t.Context(), id)); p.PlatformID != want {
			t.Errorf("post %d has the link %q", id, p.Link)
		}
	}
	if what := o.undo(); what != "3 publicaciones" {
		t.Errorf("undid %q", what)
	}
}

func TestTwoRecordsOfOnePostAreLeftAlone(t *testing.T) {
	o := ministry(t)
	byID := linked("1", at(9, 0))
	byID.Link = ""
	byLink := linked("1", at(9, 0))
	byLink.PlatformID = ""
	o.add(byID)
	if got := told(o.add(byLink)); got != "0 nuevas, 0 conocidas, 1 completadas" {
		t.Fatal(got) // Noted without a link, nine o'clock: it takes the link.
	}
	o2 := ministry(t)
	o2.add(byLink)
	o2.add(func() model.Post { p := byID; p.At = at(20, 0); return p }())
	if got := told(o2.add(linked("1", at(20, 0)))); got != "0 nuevas, 1 conocidas, 0 completadas" {
		t.Error(got)
	}
}

func TestABadRowNamesItself(t *testing.T) {
	o := ministry(t)
	_, err := o.AddPosts(t.Context(), []model.Post{published(facebook, at(9, 0)), {AccountID: facebook}})
	wantsField(t, err, "Fecha")
	var row *store.RowError
	if !errors.As(err, &row) || row.Row != 2 {
		t.Errorf("row of %v", err)
	}
	_, err = o.AddPosts(t.Context(), []model.Post{{AccountID: facebook}})
	if row = nil; errors.As(err, &row) {
		t.Errorf("one post alone is no row: %v", err)
	}
}

// A day with a time of another day is refused (S05: the Lima day counts).
func TestTheDayIsThatOfLima(t *testing.T) {
	o := ministry(t)
	late := time.Date(2026, time.December, 1, 4, 59, 30, 0, time.UTC) // 30/11 23:59:30 in Lima.
	p := o.add(model.Post{AccountID: facebook, At: late}).Added[0]
	if p.Day != day("2026-11-30") || !p.At.Equal(late) {
		t.Errorf("post %+v", p)
	}
	_, err := o.AddPosts(t.Context(), []model.Post{{AccountID: facebook, At: late, Day: day("2026-12-01")}})
	wantsField(t, err, "Hora")
}

func TestPostsComeInTheOrderOfAccountDayAndTime(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	o.add(
		published(xAccount, at(9, 0)), published(facebook, at(15, 0)), published(facebook, at(9, 0)),
		model.Post{AccountID: facebook, Day: day("2026-11-23")}, published(facebook, day("2026-11-22").At(23, 0, 0)), published(tikTok, at(9, 0)),
	)
	ids := func(posts []model.Post) (ids []model.ID) {
		for _, p := range posts {
			ids = append(ids, p.ID)
		}
		return ids
	}
	all := ids(must[[]model.Post](t)(o.PostsBetween(ctx, day("2026-11-22"), day("2026-11-23"))))
	if !slices.Equal(all, []model.ID{5, 4, 3, 2, 1, 6}) {
		t.Errorf("all: %v", all)
	}
	some := ids(must[[]model.Post](t)(o.PostsBetween(ctx, day("2026-11-23"), day("2026-11-23"), tikTok, facebook)))
	if !slices.Equal(some, []model.ID{4, 3, 2, 6}) {
		t.Errorf("some: %v", some)
	}
	if none := must[[]model.Post](t)(o.PostsBetween(ctx, day("2026-11-24"), day("2026-11-30"))); len(none) != 0 {
		t.Errorf("none: %v", none)
	}
}

func TestCorrectingAPostKeepsWhereItCameFrom(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	p := o.add(published(xAccount, at(9, 0))).Added[0]
	o.now = o.now.Add(48 * time.Hour)
	changed := p
	changed.At, changed.Link, changed.Origin, changed.RecordedAt = at(9, 15), "https://x.com/MinEjemploPeru/status/7", model.ByFile, o.now
	got := must[model.Post](t)(o.UpdatePost(ctx, changed))
	if got.Origin != model.ByKey || !got.RecordedAt.Equal(p.RecordedAt) || !got.At.Equal(at(9, 15)) || got.Link != changed.Link {
		t.Errorf("corrected to %+v", got)
	}
	if stored := must[model.Post](t)(o.Post(ctx, p.ID)); stored != got {
		t.Errorf("stored %+v", stored)
	}
	other := o.add(linked("8", at(20, 0))).Added[0]
	other.Link = changed.Link
	wants(t, second(o.UpdatePost(ctx, other)), model.ErrConflict)
	other.ID = 99
	wants(t, second(o.UpdatePost(ctx, other)), model.ErrNotFound)
}

func TestARemovedPostStaysOnRecord(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	p := o.add(published(xAccount, at(9, 0))).Added[0]
	wantsField(t, o.RemovePost(ctx, p.ID, at(8, 59)), "Retirada")
	check(t, o.RemovePost(ctx, p.ID, time.Time{}))
	if got := must[model.Post](t)(o.Post(ctx, p.ID)); !got.RemovedAt.Equal(monday()) {
		t.Errorf("removed at %v", got.RemovedAt)
	}
	wants(t, o.RemovePost(ctx, 99, at(9, 0)), model.ErrNotFound)
	wants(t, second(o.PostByLink(ctx, xAccount, "https://x.com/nada")), model.ErrNotFound)
}

func TestTheFirstDayIsThatOfTheFirstRecordOrPost(t *testing.T) {
	o, ctx := open(t), t.Context()
	first := func() string { return must2(o.FirstDay(ctx)).String() }
	if first() != "" {
		t.Errorf("an empty file begins on %s", first())
	}
	o.found()
	if first() != "2026-11-23" {
		t.Errorf("begins on %s", first())
	}
	o.add(published(facebook, day("2026-11-20").At(9, 0, 0)))
	if first() != "2026-11-20" {
		t.Errorf("begins on %s", first())
	}
	must[[]model.Measured](t)(o.SaveMeasured(ctx, []model.Measured{{Post: model.Post{AccountID: facebook, Day: day("2026-07-02"), Link: "https://www.facebook.com/a/posts/1"}}}))
	if first() != "2026-07-02" {
		t.Errorf("begins on %s", first())
	}
	// Ten posts of July are not July: the quotas are not judged from there.
	if f, err := o.Facts(ctx, monday()); err != nil || f.Since != day("2026-11-20") {
		t.Errorf("judged since %v, %v", f.Since, err)
	}
}

func must2[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func TestPublishedTellsWhatTheQuotasLookAtAndNoMore(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	at := day("2026-11-20").At(9, 0, 0)
	o.add(published(facebook, at), published(xAccount, day("2026-11-22").At(23, 59, 30)), published(facebook, day("2026-11-24").At(0, 0, 0)))
	check(t, o.RemovePost(ctx, 1, day("2026-11-20").At(10, 0, 0)))
	from, to := day("2026-11-20"), day("2026-11-23")
	all := must[[]model.Post](t)(o.Published(ctx, from, to))
	if len(all) != 2 || all[0].AccountID != facebook || all[0].Day != from || !all[0].At.Equal(at) || all[0].Kind != model.Publication ||
		!all[0].RemovedAt.Equal(day("2026-11-20").At(10, 0, 0)) || all[1].AccountID != xAccount {
		t.Errorf("published %+v", all)
	}
	if some := must[[]model.Post](t)(o.Published(ctx, from, to, xAccount)); len(some) != 1 || some[0].ID != all[1].ID {
		t.Errorf("published on X %+v", some)
	}
}
