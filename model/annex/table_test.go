package annex_test

import (
	"slices"
	"strings"
	"testing"

	"faro/model"
	"faro/model/annex"
	"faro/model/calendar"
)

// links are the names of the posts in a table's rows.
func links(t annex.Table) []string {
	var names []string
	for _, r := range t.Rows {
		if !r.Empty {
			names = append(names, strings.TrimPrefix(r.Post.Post.Link, "https://example.com/"))
		}
	}
	return names
}

func TestFacebookOctoberOfS24(t *testing.T) {
	in := input()
	add(&in, facebook, october, s24()...)
	got := table(t, annex.Build(in), model.Facebook, october)

	if want := []string{"P1", "P3", "P2", "P4", "P5", "P6", "P7", "P8", "P9", "P11"}; !slices.Equal(links(got), want) {
		t.Errorf("order %v, want %v", links(got), want)
	}
	var rates []string
	for _, r := range got.Rows {
		rates = append(rates, r.Rate.String())
	}
	if want := []string{"5.00", "5.50", "5.00", "3.00", "7.00", "2.00", "5.00", "1.25", "9.99", "2.00"}; !slices.Equal(rates, want) {
		t.Errorf("rates %v, want %v", rates, want)
	}
	sum := got.Totals()
	if sum.Audience.Value != 132197 || sum.Interactions.Value != 6186 || sum.Rate.String() != "4.68" || !sum.HasRate {
		t.Errorf("sums %d and %d, pooled %s; want 132,197, 6,186 and 4.68", sum.Audience.Value, sum.Interactions.Value, sum.Rate)
	}
	if sum.Posts != 12 || sum.Rows != 10 {
		t.Errorf("%d posts, %d rows", sum.Posts, sum.Rows)
	}
	footnote := slices.IndexFunc(got.Notes, func(n string) bool { return strings.HasPrefix(n, "Empate en el puesto 10") })
	if footnote < 0 || !strings.Contains(got.Notes[footnote], "20/10/2026") {
		t.Errorf("notes %q: the tie that leaves P10 out must be told", got.Notes)
	}
	want := []string{"2", "18,200", "1,001", "5.50 %", "06/10/2026", "https://example.com/P3"}
	if !slices.Equal(got.Rows[1].Cells, want) {
		t.Errorf("second row prints %q, want %q", got.Rows[1].Cells, want)
	}
}

func TestSevenVideosLeaveThreeRowsUnused(t *testing.T) { // S25.
	in := input()
	add(&in, youtube, november, videos(7)...)
	got := table(t, annex.Build(in), model.YouTube, november)
	if len(got.Rows) != 10 || got.Filled() != 7 {
		t.Fatalf("%d rows, %d filled", len(got.Rows), got.Filled())
	}
	if want := []string{"1", "9,000", "1:30", "02/11/2026", "https://example.com/V1"}; !slices.Equal(got.Rows[0].Cells, want) {
		t.Errorf("first row %q", got.Rows[0].Cells)
	}
	if want := []string{"8", "—", "—", "—", "—"}; !slices.Equal(got.Rows[7].Cells, want) {
		t.Errorf("eighth row %q", got.Rows[7].Cells)
	}
	if !hasNote(got.Notes, "7 publicaciones en el mes.") {
		t.Errorf("notes %q", got.Notes)
	}
}

func TestThereAreTenRowsWhateverThereIs(t *testing.T) {
	for n := range 13 {
		in := input()
		add(&in, youtube, november, videos(n)...)
		got := table(t, annex.Build(in), model.YouTube, november)
		if len(got.Rows) != 10 || got.Filled() != min(n, 10) {
			t.Errorf("%d videos: %d rows, %d filled", n, len(got.Rows), got.Filled())
		}
		if noted := hasNote(got.Notes, model.Count(int64(n))+" publicaciones en el mes."); noted != (n > 1 && n < 10) {
			t.Errorf("%d videos: notes %q", n, got.Notes)
		}
	}
}

func TestUnknownFiguresAreNamedAndNotZero(t *testing.T) { // S23.
	in := input()
	on := day("2026-10-02")
	add(&in, facebook, october,
		post(on, 9, "zero", model.Values{model.Reach: 0, model.Interactions: 3}),
		post(on, 10, "known", model.Values{model.Reach: 200}),
		post(on, 11, "unknown", model.Values{model.Interactions: 40}))
	pending := post(on, 12, "", model.Values{model.Reach: 100, model.Interactions: 10})
	pending.Post.Link = ""
	add(&in, facebook, october, pending)
	got := table(t, annex.Build(in), model.Facebook, october)

	want := [][]string{
		{"1", "200", "sin dato", "—", "02/10/2026", "https://example.com/known"},
		{"2", "100", "10", "10.00 %", "02/10/2026", "sin dato"},
		{"3", "0", "3", "—", "02/10/2026", "https://example.com/zero"},
		{"4", "—", "—", "—", "—", "—"},
	}
	for i, cells := range want {
		if !slices.Equal(got.Rows[i].Cells, cells) {
			t.Errorf("row %d prints %q, want %q", i+1, got.Rows[i].Cells, cells)
		}
	}
	if got.Unranked != 1 || got.Posts != 4 {
		t.Errorf("%d unranked of %d", got.Unranked, got.Posts)
	}
	if !hasNote(got.Notes, "4 publicaciones en el mes; 1 con «Alcance» sin dato y no entra en el orden.") {
		t.Errorf("notes %q", got.Notes)
	}
	if !hasNote(got.Notes, "Sin dato: fila 1 («Interacción»); fila 2 (enlace).") {
		t.Errorf("notes %q", got.Notes)
	}
	// Out of the average: 10 × 100 ÷ 100, without the row of reach zero and
	// without the one whose interaction is unknown.
	sum := got.Totals()
	if sum.Rate.String() != "10.00" || sum.Audience.Value != 300 || sum.Interactions.Value != 13 {
		t.Errorf("sums %d and %d, pooled %s", sum.Audience.Value, sum.Interactions.Value, sum.Rate)
	}
	if !sum.Interactions.Partial() || sum.Interactions.Known != 2 || sum.Interactions.Of != 3 {
		t.Errorf("interactions known %d of %d", sum.Interactions.Known, sum.Interactions.Of)
	}
}

func TestPostsWithoutAnyFigureAreCountedWithoutBeingListed(t *testing.T) {
	in := input()
	add(&in, facebook, october, post(day("2026-10-02"), 9, "P", model.Values{model.Reach: 200, model.Interactions: 20}))
	in.Others = map[model.ID]map[calendar.Month]int{facebook: {october: 92}}
	got := table(t, annex.Build(in), model.Facebook, october)
	if got.Posts != 93 || got.Unranked != 92 || got.Filled() != 1 {
		t.Errorf("%d posts, %d unranked, %d rows; want 93, 92, 1", got.Posts, got.Unranked, got.Filled())
	}
	if !hasNote(got.Notes, "93 publicaciones en el mes; 92 con «Alcance» sin dato y no entran en el orden.") {
		t.Errorf("notes %q", got.Notes)
	}
}

func TestARateAboveAHundredIsPrintedWithAWarning(t *testing.T) { // S22: 260 on 200.
	in := input()
	add(&in, facebook, october, post(day("2026-10-02"), 9, "P", model.Values{model.Reach: 200, model.Interactions: 260}))
	got := table(t, annex.Build(in), model.Facebook, october)
	if got.Rows[0].Cells[3] != "130.00 %" {
		t.Errorf("prints %q", got.Rows[0].Cells[3])
	}
	if !slices.ContainsFunc(got.Notes, func(n string) bool { return strings.HasPrefix(n, "Fila 1: ") && strings.Contains(n, "130.00 %") }) {
		t.Errorf("notes %q", got.Notes)
	}
}

func TestRatesAreRoundedHalfUp(t *testing.T) { // S22.
	for _, c := range []struct {
		network  model.Network
		account  model.ID
		metric   model.Metric
		acts, of int64
		want     string
	}{
		{model.Facebook, facebook, model.Reach, 873, 12480, "7.00 %"},
		{model.X, x, model.Impressions, 1204, 45310, "2.66 %"},
		{model.Instagram, instagram, model.Impressions, 500, 8000, "6.25 %"},
		{model.Facebook, facebook, model.Reach, 925, 20000, "4.63 %"},
	} {
		in := input()
		add(&in, c.account, october, post(day("2026-10-02"), 9, "P", model.Values{c.metric: c.of, model.Interactions: c.acts}))
		if got := table(t, annex.Build(in), c.network, october).Rows[0].Cells[3]; got != c.want {
			t.Errorf("%s %d on %d: %q, want %q", c.network, c.acts, c.of, got, c.want)
		}
	}
}

func TestMetricsBearTheirNamesOfToday(t *testing.T) {
	q := annex.Build(input())
	if notes := table(t, q, model.Instagram, october).Notes; !hasNote(notes, "Impresiones: Instagram informa «Visualizaciones» desde 2024.") {
		t.Errorf("Instagram: %q", notes)
	}
	redefined := func(quarter calendar.Quarter) bool {
		in := input()
		in.Quarter, in.Made = quarter, quarter.Last().AddDays(5)
		first := table(t, annex.Build(in), model.YouTube, quarter.Months()[0])
		return strings.Contains(strings.Join(first.Notes, " "), "27/08/2026")
	}
	if !redefined(calendar.Quarter{Year: 2026, Number: 3}) {
		t.Error("III 2026 contains 27/08/2026, and its YouTube tables must say so")
	}
	if redefined(calendar.Quarter{Year: 2026, Number: 2}) || redefined(quarter4) {
		t.Error("II and IV 2026 do not contain 27/08/2026")
	}
}

func TestTheInteractionIsExplained(t *testing.T) { // A-16b.
	in := input()
	if notes := annex.Build(in).Section(model.Facebook).Notes; len(notes) != 1 || !strings.HasPrefix(notes[0], "Interacción: la suma de reacciones") {
		t.Errorf("Facebook: %q", notes)
	}
	in.Criteria.Interactions[model.Facebook] = "total_de_la_red"
	if notes := annex.Build(in).Section(model.Facebook).Notes; !strings.HasPrefix(notes[0], "Interacción: el total que informa la red") {
		t.Errorf("Facebook, by the network's total: %q", notes)
	}
	if notes := annex.Build(in).Section(model.X).Notes; !strings.HasPrefix(notes[0], "Interacción total: ") {
		t.Errorf("X: %q", notes)
	}
	if notes := annex.Build(in).Section(model.YouTube).Notes; len(notes) != 1 {
		t.Errorf("YouTube's table has no interaction: %q", notes)
	}
}
