package directive_test

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
)

func reached(reach, interactions int64) model.Values {
	return model.Values{model.Reach: reach, model.Interactions: interactions}
}

func TestS22EngagementRateRoundsHalfUpInWholeNumbers(t *testing.T) {
	for _, c := range []struct {
		network model.Network
		values  model.Values
		want    string
	}{
		{model.Facebook, reached(12_480, 873), "7.00"},
		{model.X, model.Values{model.Impressions: 45_310, model.Interactions: 1_204}, "2.66"},
		{model.Instagram, model.Values{model.Impressions: 8_000, model.Interactions: 500}, "6.25"},
		{model.Facebook, reached(20_000, 925), "4.63"},
		{model.Facebook, reached(200, 260), "130.00"},
		{model.Facebook, reached(7, 0), "0.00"},
		{model.Facebook, reached(1, 1_000), "100,000.00"},
	} {
		r, ok := directive.RateOf(c.network, c.values)
		if !ok || r.String() != c.want || r.Percent() != c.want+" %" {
			t.Errorf("%s %v is %s (%v), want %s", c.network, c.values, r, ok, c.want)
		}
	}
}

func TestS22ARateAboveOneHundredIsWarnedAbout(t *testing.T) {
	warnings := directive.RangeWarnings(model.Facebook, reached(200, 260))
	if len(warnings) != 1 || !strings.Contains(warnings[0], "130.00 %") {
		t.Errorf("warnings %q", warnings)
	}
	if w := directive.RangeWarnings(model.Facebook, reached(200, 200)); len(w) != 0 {
		t.Errorf("100 %% is warned about: %q", w)
	}
}

func TestS23ZeroReachAndUnknownReachHaveNoRate(t *testing.T) {
	for name, v := range map[string]model.Values{
		"zero":                 reached(0, 3),
		"unknown":              {model.Interactions: 3},
		"unknown interactions": {model.Reach: 100},
		"nothing":              nil,
		"negative":             reached(100, -1),
	} {
		if r, ok := directive.RateOf(model.Facebook, v); ok {
			t.Errorf("%s: rate %s, want none", name, r)
		}
	}
	if w := directive.RangeWarnings(model.Facebook, reached(0, 3)); len(w) != 1 || w[0] != "alcance 0 con 3 interacciones" {
		t.Errorf("warnings %q", w)
	}
}

func TestRatesOfHugeFiguresDoNotOverflow(t *testing.T) {
	if r, ok := directive.RateOf(model.Facebook, reached(math.MaxInt64/2, math.MaxInt64/4)); !ok || r.String() != "50.00" {
		t.Errorf("half is %s (%v)", r, ok)
	}
	if r, ok := directive.RateOf(model.Facebook, reached(1, math.MaxInt64)); ok {
		t.Errorf("a rate beyond counting is %d", r)
	}
}

func TestOnlyThreeNetworksHaveARate(t *testing.T) {
	for n, want := range map[model.Network]bool{
		model.Facebook: true, model.X: true, model.Instagram: true, model.YouTube: false, model.TikTok: false, model.Other: false,
	} {
		if directive.HasRate(n) != want {
			t.Errorf("%s has a rate: %v", n, !want)
		}
	}
}

func TestTheColumnsAreThoseOfAnnex3(t *testing.T) {
	for n, want := range map[model.Network][]model.Metric{
		model.Facebook:  {model.Reach, model.Interactions},
		model.X:         {model.Impressions, model.Interactions},
		model.YouTube:   {model.Views, model.AverageWatch},
		model.Instagram: {model.Impressions, model.Interactions},
		model.TikTok:    {model.Views, model.Interactions, model.AverageWatch, model.Reach},
		model.Other:     nil,
	} {
		if got := directive.Metrics(n); !slices.Equal(got, want) {
			t.Errorf("%s has columns %v, want %v", n, got, want)
		}
		if len(want) > 0 && directive.RankingMetric(n, directive.DefaultCriteria()) != want[0] {
			t.Errorf("%s is not ranked by its first column", n)
		}
	}
}

// measured is a Facebook post of October 2026; its ID is its number in S24.
func measured(tb testing.TB, id model.ID, stamp string, v model.Values) model.Measured {
	tb.Helper()
	p := posts(tb, facebookID, stamp)[0]
	p.ID, p.Link = id, "https://www.facebook.com/MinEjemploPeru/posts/"+string(rune('a'+id))
	return model.Measured{Post: p, Values: v}
}

func october(tb testing.TB) []model.Measured {
	tb.Helper()
	return []model.Measured{
		measured(tb, 1, "2026-10-01 09:00", reached(24_500, 1_225)),
		measured(tb, 2, "2026-10-02 09:00", reached(18_200, 910)),
		measured(tb, 3, "2026-10-03 09:00", reached(18_200, 1_001)),
		measured(tb, 4, "2026-10-04 09:00", reached(15_000, 450)),
		measured(tb, 5, "2026-10-05 09:00", reached(12_480, 873)),
		measured(tb, 6, "2026-10-06 09:00", reached(11_900, 238)),
		measured(tb, 7, "2026-10-07 09:00", reached(9_640, 482)),
		measured(tb, 8, "2026-10-08 09:00", reached(8_000, 100)),
		measured(tb, 9, "2026-10-09 09:00", reached(7_777, 777)),
		measured(tb, 10, "2026-10-20 09:00", reached(6_500, 130)),
		measured(tb, 11, "2026-10-12 16:00", reached(6_500, 130)),
		measured(tb, 12, "2026-10-13 09:00", reached(0, 3)),
	}
}

func ids(rows []directive.Ranked) []model.ID {
	list := make([]model.ID, len(rows))
	for i, r := range rows {
		list[i] = r.Post.ID
	}
	return list
}

func TestS24TheTenBestOfOctober(t *testing.T) {
	r := directive.Rank(model.Facebook, october(t), directive.DefaultCriteria())
	if want := []model.ID{1, 3, 2, 4, 5, 6, 7, 8, 9, 11}; !slices.Equal(ids(r.Top), want) {
		t.Errorf("order %v, want %v", ids(r.Top), want)
	}
	rates := []string{"5.00", "5.50", "5.00", "3.00", "7.00", "2.00", "5.00", "1.25", "9.99", "2.00"}
	for i, row := range r.Top {
		if row.Rank != i+1 || !row.HasRate || row.Rate.String() != rates[i] {
			t.Errorf("place %d has rank %d and rate %s, want %s", i+1, row.Rank, row.Rate, rates[i])
		}
	}
	if want := []model.ID{10, 12}; !slices.Equal(ids(r.Rest), want) || r.Rest[0].Rank != 11 || r.Rest[1].HasRate {
		t.Errorf("rest %v, want %v", ids(r.Rest), want)
	}
	if r.Total != 12 || len(r.Unranked) != 0 {
		t.Errorf("total %d, unranked %v", r.Total, ids(r.Unranked))
	}
	want := "Empate en el puesto 10 (alcance 6,500): entra la publicación del 12/10/2026; queda fuera la del 20/10/2026: con igual interacción, se publicó después."
	if r.TieNote != want {
		t.Errorf("footnote %q", r.TieNote)
	}
	if r.Rest[0].Note == "" || r.Top[9].Note == "" || r.Rest[1].Note != "" {
		t.Errorf("notes %q, %q, %q", r.Top[9].Note, r.Rest[0].Note, r.Rest[1].Note)
	}
}

func TestS24TheSumOfTheTenAndItsPooledRate(t *testing.T) {
	var top []model.Measured
	for _, r := range directive.Rank(model.Facebook, october(t), directive.DefaultCriteria()).Top {
		top = append(top, r.Measured)
	}
	sum := directive.Sum(model.Facebook, top)
	if sum.Values[model.Reach] != 132_197 || sum.Values[model.Interactions] != 6_186 || sum.Posts != 10 {
		t.Errorf("sum %v of %d", sum.Values, sum.Posts)
	}
	if !sum.HasRate || sum.Rate.String() != "4.68" {
		t.Errorf("pooled rate %s (%v), want 4.68", sum.Rate, sum.HasRate)
	}
}

func TestS23RowsWithoutARateStayOutOfAverages(t *testing.T) {
	rows := []model.Measured{{Values: reached(1_000, 50)}, {Values: reached(0, 30)}, {Values: model.Values{model.Interactions: 20}}}
	if r, ok := directive.PooledRate(model.Facebook, rows); !ok || r.String() != "5.00" {
		t.Errorf("pooled rate %s (%v), want 5.00", r, ok)
	}
	if _, ok := directive.PooledRate(model.Facebook, rows[1:]); ok {
		t.Error("rows without a rate have a pooled one")
	}
}

func TestS23AnUnknownFigureIsNotRankedAndZeroRanksLast(t *testing.T) {
	rows := []model.Measured{
		measured(t, 1, "2026-10-01 09:00", reached(0, 3)),
		measured(t, 2, "2026-10-02 09:00", model.Values{model.Interactions: 900}),
		measured(t, 3, "2026-10-03 09:00", model.Values{model.Reach: 10}),
	}
	r := directive.Rank(model.Facebook, rows, directive.DefaultCriteria())
	if !slices.Equal(ids(r.Top), []model.ID{3, 1}) || !slices.Equal(ids(r.Unranked), []model.ID{2}) {
		t.Errorf("top %v, unranked %v", ids(r.Top), ids(r.Unranked))
	}
	if u := r.Unranked[0]; u.Rank != 0 || u.Note != "Alcance sin dato" || !slices.Equal(u.Missing, []model.Metric{model.Reach}) {
		t.Errorf("unranked row %+v", u)
	}
	if !slices.Equal(r.Top[0].Missing, []model.Metric{model.Interactions}) {
		t.Errorf("a row without interaction misses %v", r.Top[0].Missing)
	}
}

func TestS25AMonthOfSevenVideosRanksSeven(t *testing.T) {
	var rows []model.Measured
	for i := range 7 {
		rows = append(rows, measured(t, model.ID(i+1), "2026-10-01 09:00", model.Values{model.Views: int64(100 * (i + 1)), model.AverageWatch: 96}))
	}
	r := directive.Rank(model.YouTube, rows, directive.DefaultCriteria())
	if !slices.Equal(ids(r.Top), []model.ID{7, 6, 5, 4, 3, 2, 1}) || r.Total != 7 || len(r.Rest) != 0 || r.TieNote != "" {
		t.Errorf("top %v of %d", ids(r.Top), r.Total)
	}
	sum := directive.Sum(model.YouTube, rows)
	if _, summed := sum.Values[model.AverageWatch]; summed || sum.HasRate || sum.Values[model.Views] != 2_800 {
		t.Errorf("sum %v: average times are not summed and YouTube has no rate", sum.Values)
	}
}

func TestA15TheRankingMetricIsASetting(t *testing.T) {
	c := directive.DefaultCriteria()
	c.Annex3.Order[model.Instagram] = model.Interactions
	rows := []model.Measured{
		{Post: model.Post{ID: 1}, Values: model.Values{model.Impressions: 900, model.Interactions: 1}},
		{Post: model.Post{ID: 2}, Values: model.Values{model.Impressions: 100, model.Interactions: 9}},
	}
	if r := directive.Rank(model.Instagram, rows, c); !slices.Equal(ids(r.Top), []model.ID{2, 1}) {
		t.Errorf("order %v", ids(r.Top))
	}
	delete(c.Annex3.Order, model.Instagram)
	if m := directive.RankingMetric(model.Instagram, c); m != model.Impressions {
		t.Errorf("without a setting Instagram is ranked by %s", m)
	}
}

func TestA15TheLinkDecidesTheLastTie(t *testing.T) {
	a := measured(t, 1, "2026-10-01 09:00", reached(10, 1))
	b := measured(t, 2, "2026-10-01 09:00", reached(10, 1))
	a.Post.Link, b.Post.Link = "https://z", "https://a"
	if r := directive.Rank(model.Facebook, []model.Measured{a, b}, directive.DefaultCriteria()); !slices.Equal(ids(r.Top), []model.ID{2, 1}) {
		t.Errorf("order %v, want the link from A to Z", ids(r.Top))
	}
}

func TestTheOrderOfRowsNeverChangesTheRanking(t *testing.T) {
	base := time.Date(2026, 10, 1, 5, 0, 0, 0, time.UTC)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 25).Draw(t, "rows")
		rows := make([]model.Measured, n)
		for i := range rows {
			instant := base.Add(time.Duration(rapid.IntRange(0, 3).Draw(t, "hour")) * time.Hour)
			p := model.Post{ID: model.ID(i + 1), Day: calendar.DayOf(instant), At: instant, Link: rapid.SampledFrom([]string{"a", "b", ""}).Draw(t, "link")}
			if rapid.Bool().Draw(t, "untimed") {
				p.At = time.Time{}
			}
			v := make(model.Values)
			for _, m := range directive.Metrics(model.TikTok) {
				if rapid.IntRange(0, 3).Draw(t, "known") > 0 {
					v[m] = int64(rapid.IntRange(0, 2).Draw(t, string(m)))
				}
			}
			rows[i] = model.Measured{Post: p, Values: v}
		}
		want := directive.Rank(model.TikTok, rows, directive.DefaultCriteria())
		shuffled := rapid.Permutation(rows).Draw(t, "order")
		got := directive.Rank(model.TikTok, shuffled, directive.DefaultCriteria())
		for _, pair := range [][2][]directive.Ranked{{want.Top, got.Top}, {want.Rest, got.Rest}, {want.Unranked, got.Unranked}} {
			if !slices.Equal(ids(pair[0]), ids(pair[1])) {
				t.Fatalf("%v in one order and %v in another", ids(pair[0]), ids(pair[1]))
			}
		}
		if want.TieNote != got.TieNote || len(got.Top)+len(got.Rest)+len(got.Unranked) != n {
			t.Fatalf("footnotes %q and %q", want.TieNote, got.TieNote)
		}
	})
}

func TestTikTokNeedsFourFigures(t *testing.T) {
	v := model.Values{model.Views: 1_000, model.Interactions: 1_001, model.Reach: 1_200, model.AverageWatch: 50_000}
	if w := directive.RangeWarnings(model.TikTok, v); len(w) != 3 {
		t.Errorf("warnings %q, want interaction, reach and watch time", w)
	}
	r := directive.Rank(model.TikTok, []model.Measured{{Values: model.Values{model.Views: 10}}}, directive.DefaultCriteria())
	if want := []model.Metric{model.Interactions, model.AverageWatch, model.Reach}; !slices.Equal(r.Top[0].Missing, want) {
		t.Errorf("missing %v, want %v", r.Top[0].Missing, want)
	}
}

func TestALinkMustBeOfItsNetwork(t *testing.T) {
	for _, c := range []struct {
		network model.Network
		link    string
		ok      bool
	}{
		{model.Facebook, "https://www.facebook.com/MinEjemploPeru/posts/1", true},
		{model.X, "https://twitter.com/MinEjemploPeru/status/2035933611212357737", true},
		{model.X, "https://www.facebook.com/MinEjemploPeru/posts/1", false},
		{model.YouTube, "", true},
		{model.Other, "https://www.threads.net/@minejemplo", true},
		{model.Facebook, "no es un enlace", false},
	} {
		if err := directive.CheckLink(c.network, c.link); (err == nil) != c.ok {
			t.Errorf("%s in the table of %s: %v", c.link, c.network, err)
		}
	}
}

func TestADateMustBeOfItsMonth(t *testing.T) {
	if err := directive.CheckMonth(day(t, "2026-11-30"), november); err != nil {
		t.Errorf("30/11: %v", err)
	}
	for _, d := range []calendar.Day{day(t, "2026-12-01"), day(t, "2025-11-30"), {}} {
		if err := directive.CheckMonth(d, november); err == nil {
			t.Errorf("%s is taken for November 2026", d)
		}
	}
}
