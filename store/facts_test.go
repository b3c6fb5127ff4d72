package store_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"faro/model"
	"faro/model/annex"
	"faro/model/calendar"
	"faro/model/directive"
)

func (o *office) facts() directive.Facts {
	o.t.Helper()
	return must[directive.Facts](o.t)(o.Facts(o.t.Context(), o.now))
}

func TestFactsOfAnEmptyFile(t *testing.T) {
	f := open(t).facts()
	if f.HasEntity || !f.Since.IsZero() || len(f.Accounts) != 0 || f.Quarter != (directive.QuarterState{Quarter: quarter("2026-T3")}) {
		t.Errorf("facts %+v", f)
	}
}

// The posts of the day before yesterday until today, and those of seven days
// on the networks counted by the week.
func TestFactsHoldThePostsTheRulesLookAt(t *testing.T) {
	o := ministry(t)
	for _, account := range []model.ID{facebook, xAccount, youTube, instagram, tikTok} {
		for d := day("2026-11-10"); !d.After(day("2026-11-24")); d = d.AddDays(1) {
			o.add(published(account, d.At(9, 0, 0)))
		}
	}
	first := map[model.ID]string{}
	last := map[model.ID]string{}
	for _, p := range o.facts().Posts {
		if d := p.Day.String(); first[p.AccountID] == "" || d < first[p.AccountID] {
			first[p.AccountID] = d
		}
		last[p.AccountID] = max(last[p.AccountID], p.Day.String())
	}
	want := map[model.ID]string{
		facebook: "2026-11-21", xAccount: "2026-11-21", instagram: "2026-11-21", youTube: "2026-11-17", tikTok: "2026-11-17",
	}
	if !reflect.DeepEqual(first, want) {
		t.Errorf("from %v, want %v", first, want)
	}
	for account, d := range last {
		if d != "2026-11-23" {
			t.Errorf("account %d until %s", account, d)
		}
	}
}

func TestFactsHoldTheRolesAndReviewsOfTheSeason(t *testing.T) {
	o, ctx := drafted(t), t.Context()
	long := o.grant(facebook, carla, "2025-01-01", "2025-06-30")
	if f := o.facts(); len(f.Grants) != 2 || len(f.Reviews) != 1 || f.Reviews[0].Signed() {
		t.Errorf("before any review: %d roles, %d reviews", len(f.Grants), len(f.Reviews))
	}
	must[model.Review](t)(o.SignReview(ctx, 1, luis, "LR", monday()))
	fell := o.grant(facebook, carla, "2026-01-01", "2026-11-23")
	o.now = day("2026-12-03").At(9, 0, 0)
	must[model.Review](t)(o.StartReview(ctx, month("2026-12"), 0))
	f := o.facts()
	var ids []model.ID
	for _, g := range f.Grants {
		ids = append(ids, g.ID)
	}
	if !slices.Equal(ids, []model.ID{1, fell}) {
		t.Errorf("roles %v; %d ended before the last review", ids, long)
	}
	if len(f.Reviews) != 2 || !f.Reviews[0].Signed() || f.Reviews[1].Signed() || len(f.Reviews[0].Looked) != 5 {
		t.Errorf("reviews %+v", f.Reviews)
	}
	o.now = day("2027-03-03").At(9, 0, 0)
	if f := o.facts(); len(f.Reviews) != 0 { // November is four months ago, the draft was never signed.
		t.Errorf("in March %+v", f.Reviews)
	}
}

func TestFactsHoldEverythingElse(t *testing.T) {
	o, ctx := reported(t), t.Context()
	must[model.FakeAccount](t)(o.SaveFake(ctx, model.FakeAccount{AccountID: xAccount, URL: "https://x.com/MinEjemp1o", SeenOn: day("2026-11-20")}))
	must[model.JustifiedDay](t)(o.Justify(ctx, model.JustifiedDay{Day: day("2026-11-22"), Reason: "corte", AuthorID: luis}))
	must[model.JustifiedDay](t)(o.Justify(ctx, model.JustifiedDay{Day: day("2026-06-22"), Reason: "corte", AuthorID: luis}))
	f := o.facts()
	for name, n := range map[string][2]int{
		"accounts": {len(f.Accounts), 5}, "people": {len(f.People), 5}, "appointments": {len(f.Appointments), 5},
		"credentials": {len(f.Credentials), 10}, "custodies": {len(f.Custodies), 1}, "changes": {len(f.Changes), 1},
		"campaigns": {len(f.Campaigns), 1}, "fakes": {len(f.Fakes), 1}, "justified": {len(f.Justified), 1},
		"reports": {len(f.Reports), 1}, "holidays": {len(f.Holidays), 1}, "files": {len(f.Reports[0].Files), 1},
	} {
		if n[0] != n[1] {
			t.Errorf("%d %s, want %d", n[0], name, n[1])
		}
	}
	if !f.HasEntity || f.Entity.Acronym != "MINEJ" || f.Since != day("2026-11-23") {
		t.Errorf("entity %+v since %v", f.Entity, f.Since)
	}
	if duties := directive.Board(f, directive.DefaultCriteria(), o.now); len(duties) == 0 {
		t.Error("nothing to judge")
	}
}

// quarterOf fills a quarter at random: posts with any figures, links or none.
func (o *office) quarterOf(r *rand.Rand, accounts []model.Account, q calendar.Quarter) {
	o.t.Helper()
	for _, a := range accounts {
		for _, m := range q.Months() {
			var rows []model.Measured
			for n := range r.IntN(16) {
				p := model.Post{AccountID: a.ID, Day: m.Days()[r.IntN(28)], Kind: model.Publication}
				if r.IntN(4) > 0 {
					p.Link = fmt.Sprintf("https://red.pe/%d/%s/%d", a.ID, m, n)
				}
				values := model.Values{}
				whole := r.IntN(3) > 0
				for _, metric := range directive.Metrics(a.Network) {
					if whole || r.IntN(3) > 0 {
						values[metric] = r.Int64N(4)
					}
				}
				if r.IntN(3) == 0 {
					values = nil
				}
				rows = append(rows, model.Measured{Post: p, Values: values})
			}
			o.save(rows...)
		}
	}
}

// The state of the quarter is counted in an index; it must be what the report
// itself would say.
func TestTheStateOfTheQuarterIsThatOfTheReport(t *testing.T) {
	q := quarter("2026-T3")
	for seed := range uint64(6) {
		o, ctx := ministry(t), t.Context()
		r := rand.New(rand.NewPCG(seed, 23))
		accounts := must[[]model.Account](t)(o.Accounts(ctx))
		accounts = append(accounts,
			must[model.Account](t)(o.SaveAccount(ctx, model.Account{Network: model.TikTok, Handle: "segunda", Opened: day("2026-08-15")})),
			must[model.Account](t)(o.SaveAccount(ctx, model.Account{Network: model.X, Handle: "cerrada", Closed: day("2026-08-15")})),
			must[model.Account](t)(o.SaveAccount(ctx, model.Account{Network: model.X, Handle: "nueva", Opened: day("2026-10-15")})),
			must[model.Account](t)(o.SaveAccount(ctx, model.Account{Network: model.Other, NetworkName: "LinkedIn", Handle: "minej"})),
		)
		o.quarterOf(r, accounts[:7], q)
		check(t, o.ArchiveAccount(ctx, youTube, true))
		compare := func() {
			t.Helper()
			in := must[annex.Input](t)(o.Quarterly(ctx, q))
			if got, want := o.facts().Quarter, annex.Build(in).State(); got != want || want.Rows == 0 {
				t.Errorf("seed %d: counted %+v, the report says %+v", seed, got, want)
			}
		}
		compare()
		c := directive.DefaultCriteria()
		c.Annex3.Order[model.TikTok] = model.Interactions
		must[directive.Criteria](t)(o.SaveCriteria(ctx, c))
		compare()
		c.Annex3.Group = directive.ByNetwork
		must[directive.Criteria](t)(o.SaveCriteria(ctx, c))
		compare()
	}
}

// What was counted is remembered; whatever changes it is seen, also when
// another process or undo does it.
func TestTheStateOfTheQuarterFollowsEveryChange(t *testing.T) {
	o, ctx, q := ministry(t), t.Context(), quarter("2026-T3")
	r := rand.New(rand.NewPCG(1, 23))
	accounts := must[[]model.Account](t)(o.Accounts(ctx))
	o.quarterOf(r, accounts, q)
	other := openAt(t, o.Path())
	in := func(account model.ID) []model.Measured { t.Helper(); return o.month(account, "2026-08") }
	august := model.Post{AccountID: facebook, Day: day("2026-08-05"), Link: "https://www.facebook.com/a/posts/agosto"}
	closed := accounts[1]
	closed.Closed = day("2026-07-31")
	pooled := directive.DefaultCriteria()
	pooled.Annex3.Group = directive.ByNetwork
	moved := in(xAccount)[0].Post
	moved.Day, moved.At = day("2026-11-02"), time.Time{}
	last := o.facts().Quarter
	for _, c := range []struct {
		name    string
		do      func() error
		changes bool
	}{
		{"a post of today", func() error { return second(o.AddPosts(ctx, []model.Post{published(facebook, o.now)})) }, false},
		{"a person", func() error { return second(o.SavePerson(ctx, model.Person{Name: "Rosa"})) }, false},
		{"a row of the quarter", func() error {
			return second(o.SaveMeasured(ctx, []model.Measured{{Post: august, Values: model.Values{model.Reach: 9}}}))
		}, true},
		{"undo", func() error { return second(o.Undo(ctx)) }, true},
		{"a row from another process", func() error {
			return second(other.SaveMeasured(ctx, []model.Measured{{Post: august, Values: model.Values{model.Reach: 9}}}))
		}, true},
		{"a post that was of another quarter", func() error { return second(o.UpdatePost(ctx, moved)) }, true},
		{"a post that never was", func() error { return o.DiscardPost(ctx, in(tikTok)[0].Post.ID) }, true},
		{"an account that was closed", func() error { return second(o.SaveAccount(ctx, closed)) }, false},
		{"other readings", func() error { return second(o.SaveCriteria(ctx, pooled)) }, false},
	} {
		check(t, c.do())
		got, want := o.facts().Quarter, annex.Build(must[annex.Input](t)(o.Quarterly(ctx, q))).State()
		if got != want || c.changes && got == last {
			t.Errorf("after %s: %+v, the report says %+v, before %+v", c.name, got, want, last)
		}
		last = got
	}
}

func TestAQuarterThatWasReportedIsNotCounted(t *testing.T) {
	o := reported(t)
	if s := o.facts().Quarter; s.Expected == 0 {
		t.Errorf("before the sending %+v", s)
	}
	check(t, o.MarkSent(t.Context(), 1, day("2026-10-15"), ""))
	if s := o.facts().Quarter; s != (directive.QuarterState{Quarter: quarter("2026-T3")}) {
		t.Errorf("after the sending %+v", s)
	}
}

func TestAQuarterIsGatheredForItsReport(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	o.save(model.Measured{Post: october("1"), Values: model.Values{model.Reach: 12480}})
	o.add(published(facebook, day("2026-12-31").At(23, 30, 0)), published(facebook, day("2027-01-01").At(0, 30, 0)))
	followers := int64(5000)
	must[model.Figures](t)(o.SaveFigures(ctx, model.Figures{AccountID: facebook, Month: month("2026-12"), FollowersEnd: &followers}))
	closed := must[[]model.Account](t)(o.Accounts(ctx))[1]
	closed.Closed = day("2026-09-30")
	must[model.Account](t)(o.SaveAccount(ctx, closed))
	must[model.Account](t)(o.SaveAccount(ctx, model.Account{Network: model.X, Handle: "nueva", Opened: day("2027-01-02")}))
	check(t, o.ArchiveAccount(ctx, tikTok, true))
	r := must[model.Report](t)(o.AddReport(ctx, quarter("2026-T4"), file("a.xlsx", "a")))
	check(t, o.MarkSent(ctx, r.ID, day("2026-11-23"), ""))

	o.now = day("2027-01-05").At(9, 0, 0)
	in := must[annex.Input](t)(o.Quarterly(ctx, quarter("2026-T4")))
	var handles []string
	for _, a := range in.Accounts {
		handles = append(handles, string(a.Network))
	}
	if !slices.Equal(handles, []string{"facebook", "youtube", "instagram", "tiktok"}) { // Archiving is about today.
		t.Errorf("accounts %v", handles)
	}
	if in.Version != 2 || in.Made != day("2027-01-05") || in.Entity.Acronym != "MINEJ" || in.Quarter != quarter("2026-T4") {
		t.Errorf("input %+v", in)
	}
	// Those with figures are listed, the others only counted.
	own, others := in.Posts[facebook], in.Others[facebook]
	if len(own[month("2026-10")]) != 1 || own[month("2026-10")][0].Values[model.Reach] != 12480 || len(own) != 1 {
		t.Errorf("posts %+v", own)
	}
	if others[month("2026-10")] != 0 || others[month("2026-11")] != 0 || others[month("2026-12")] != 1 {
		t.Errorf("others %v", others)
	}
	if f := in.Figures[facebook][month("2026-12")]; f.FollowersEnd == nil || *f.FollowersEnd != 5000 {
		t.Errorf("figures %+v", in.Figures)
	}
	if in := must[annex.Input](t)(open(t).Quarterly(ctx, quarter("2026-T4"))); in.Version != 1 || len(in.Accounts) != 0 {
		t.Errorf("of an empty file %+v", in)
	}
}
