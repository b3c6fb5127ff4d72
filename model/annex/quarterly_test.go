package annex_test

import (
	"strings"
	"testing"
	"time"

	"faro/model"
	"faro/model/annex"
	"faro/model/calendar"
	"faro/model/directive"
)

func TestTheReportOfTheFourthQuarter(t *testing.T) { // S26.
	in := input()
	// 31/12/2026 23:30 in Lima is 2027-01-01T04:30Z.
	last := post(day("2026-12-31"), 23, "last", model.Values{model.Impressions: 8000, model.Interactions: 500})
	last.Post.At = time.Date(2027, 1, 1, 4, 30, 0, 0, time.UTC)
	add(&in, instagram, december, last)
	q := annex.Build(in)
	if got := q.Quarter.Title(); got != "IV Trimestre 2026" {
		t.Errorf("title %q", got)
	}
	if q.Due != day("2027-01-15") {
		t.Errorf("due %s, want 15/01/2027", q.Due.Slashed())
	}
	if row := table(t, q, model.Instagram, december).Rows[0]; row.Cells[4] != "31/12/2026" {
		t.Errorf("the last post of the year prints %q", row.Cells)
	}
}

func TestThePlazoInternoSkipsHolidays(t *testing.T) { // A-13, S26.
	in := input()
	in.Quarter, in.Made = calendar.Quarter{Year: 2026, Number: 3}, day("2026-10-05")
	if due := annex.Build(in).Due; due != day("2026-10-15") {
		t.Errorf("due %s, want 15/10/2026", due.Slashed())
	}
	in.Holidays = []calendar.Holiday{{Day: day("2026-10-09"), Name: "Día no laborable"}}
	if due := annex.Build(in).Due; due != day("2026-10-16") {
		t.Errorf("with 09/10 decreed off: due %s, want 16/10/2026", due.Slashed())
	}
}

func TestTheReadingsAdoptedAreStated(t *testing.T) {
	in := input()
	text := strings.Join(annex.Build(in).Criteria, "\n")
	for _, want := range []string{"A-13: trimestres de calendario; plazo interno de 10 días hábiles", "A-14: tres tablas mensuales (MES 1, 2 y 3) por cuenta."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not among\n%s", want, text)
		}
	}
	in.Criteria.Quarter = directive.QuarterCriteria{Days: 15}
	in.Criteria.Annex3.Group = directive.ByNetwork
	text = strings.Join(annex.Build(in).Criteria, "\n")
	for _, want := range []string{"plazo interno de 15 días calendario", "por red."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not among\n%s", want, text)
		}
	}
}

func TestTheSummaryAddsUpTheTenBest(t *testing.T) { // S24.
	in := input()
	add(&in, facebook, october, s24()...)
	add(&in, facebook, december, post(day("2026-12-01"), 9, "D", model.Values{model.Reach: 803, model.Interactions: 14}))
	add(&in, youtube, november, videos(12)...)
	q := annex.Build(in)
	all := q.Summary()
	if len(all) != 5 {
		t.Fatalf("%d networks", len(all))
	}
	fb := all[0]
	// 132,197 + 803 = 133,000; 6,186 + 14 = 6,200; 6,200 × 100 ÷ 133,000 = 4.6616…
	if fb.Audience.Value != 133000 || fb.Interactions.Value != 6200 || fb.Rate.String() != "4.66" {
		t.Errorf("Facebook: %d, %d, %s", fb.Audience.Value, fb.Interactions.Value, fb.Rate)
	}
	if fb.Posts != 13 || fb.Rows != 11 || fb.Accounts != 1 || fb.Metric != model.Reach {
		t.Errorf("Facebook: %d posts, %d rows, %d accounts, %s", fb.Posts, fb.Rows, fb.Accounts, fb.Metric)
	}
	if m := fb.Months; m[0].Audience.Value != 132197 || m[1].Audience.Any() || m[2].Audience.Value != 803 || m[0].Rate.String() != "4.68" {
		t.Errorf("Facebook's months: %+v", m)
	}
	yt := all[2]
	// 9,000 + 8,900 + … + 8,100 = 85,500.
	if yt.Audience.Value != 85500 || yt.Metric != model.Views || yt.HasRate || yt.Interacts() || yt.Interactions.Of != 0 {
		t.Errorf("YouTube: %+v", yt.Totals)
	}
	if tk := all[4]; tk.Audience.Any() || tk.Audience.Partial() || tk.HasRate || !tk.Interacts() {
		t.Errorf("TikTok has no figures: %+v", tk.Totals)
	}
}

func TestTheAudienceIsTheTablesFirstFigureWhateverRanks(t *testing.T) {
	in := input()
	in.Criteria.Annex3.Order[model.YouTube] = model.AverageWatch
	add(&in, youtube, november, videos(2)...) // 9,000 views of 90 s, 8,900 of 91 s.
	q := annex.Build(in)
	if got := links(table(t, q, model.YouTube, november)); got[0] != "V2" {
		t.Errorf("order %v, want the longest watched first", got)
	}
	if yt := q.Summary()[2]; yt.Metric != model.Views || yt.Audience.Value != 17900 {
		t.Errorf("audience %s %d", yt.Metric, yt.Audience.Value)
	}
}

func TestBuildDoesNotDependOnTheOrderOfPosts(t *testing.T) {
	in, turned := input(), input()
	posts := s24()
	add(&in, facebook, october, posts...)
	for i := range posts {
		add(&turned, facebook, october, posts[len(posts)-1-i])
	}
	a, b := table(t, annex.Build(in), model.Facebook, october), table(t, annex.Build(turned), model.Facebook, october)
	for i := range a.Rows {
		if a.Rows[i].Cells[5] != b.Rows[i].Cells[5] {
			t.Errorf("row %d: %s and %s", i+1, a.Rows[i].Cells[5], b.Rows[i].Cells[5])
		}
	}
}
