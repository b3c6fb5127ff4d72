package directive

import (
	"cmp"
	"slices"

	"faro/model"
)

// topSize is how many posts Annex 3 asks for each month.
const topSize = 10

// Metrics are the figures in the columns of a network's table of Annex 3, in
// order. A network without a table has none.
func Metrics(n model.Network) []model.Metric {
	switch n {
	case model.Facebook:
		return []model.Metric{model.Reach, model.Interactions}
	case model.X, model.Instagram:
		return []model.Metric{model.Impressions, model.Interactions}
	case model.YouTube:
		return []model.Metric{model.Views, model.AverageWatch}
	case model.TikTok:
		return []model.Metric{model.Views, model.Interactions, model.AverageWatch, model.Reach}
	case model.Other:
	}
	return nil
}

// RankingMetric is the figure a network's table is ranked by.
func RankingMetric(n model.Network, c Criteria) model.Metric {
	if m, ok := c.Annex3.Order[n]; ok && m.Valid() {
		return m
	}
	return defaultOrder()[n]
}

// Ranked is a post in its place in the month.
type Ranked struct {
	model.Measured
	Rank     int            // 1 is the best; 0: not ranked, its figure is unknown
	Rate     Rate           // Engagement Rate
	HasRate  bool           // false: «—»
	Note     string         // why it is where it is, when figures tie
	Warnings []string       // figures that deserve a second look
	Missing  []model.Metric // columns of the Annex that are unknown
}

// Ranking is a month's posts of an account in the order of Annex 3.
type Ranking struct {
	Top      []Ranked // the best, 10 at most
	Rest     []Ranked // ranked after them
	Unranked []Ranked // without the figure that ranks, earliest first
	TieNote  string   // footnote when a tie decides who is in
	Total    int      // posts of the month
}

// Rank orders a month's posts by the network's metric. Ties go to more
// interaction, then the earlier publication, then the link from A to Z:
// a total order, which the order of rows does not change.
func Rank(n model.Network, rows []model.Measured, c Criteria) Ranking {
	metric := RankingMetric(n, c)
	ranking := Ranking{Total: len(rows)}
	var ranked []Ranked
	for _, row := range rows {
		r := Ranked{Measured: row, Warnings: RangeWarnings(n, row.Values)}
		r.Rate, r.HasRate = RateOf(n, row.Values)
		for _, m := range Metrics(n) {
			if _, known := row.Values[m]; !known {
				r.Missing = append(r.Missing, m)
			}
		}
		if _, known := row.Values[metric]; known {
			ranked = append(ranked, r)
		} else {
			r.Note = metric.Label() + " sin dato"
			ranking.Unranked = append(ranking.Unranked, r)
		}
	}
	slices.SortFunc(ranked, func(a, b Ranked) int { return compareRanked(metric, &a, &b) })
	slices.SortFunc(ranking.Unranked, func(a, b Ranked) int { return compareRanked(metric, &a, &b) })
	for i := range ranked {
		ranked[i].Rank = i + 1
	}
	cut := min(topSize, len(ranked))
	ranking.Top, ranking.Rest = ranked[:cut:cut], ranked[cut:]
	ranking.footnote(metric)
	return ranking
}

func compareRanked(metric model.Metric, a, b *Ranked) int {
	if c := cmp.Or(compareKnown(a, b, metric), compareKnown(a, b, model.Interactions)); c != 0 {
		return c
	}
	return byTime(&a.Post, &b.Post)
}

// compareKnown puts the larger figure first, zero after it and the unknown
// last.
func compareKnown(a, b *Ranked, m model.Metric) int {
	x, knownX := a.Values[m]
	y, knownY := b.Values[m]
	if knownX != knownY {
		if knownX {
			return -1
		}
		return 1
	}
	return cmp.Compare(y, x)
}

// footnote explains a tie between the last post in and those it leaves out
// (A-19, S24).
func (r *Ranking) footnote(metric model.Metric) {
	if len(r.Rest) == 0 {
		return
	}
	last := &r.Top[len(r.Top)-1]
	tied := 0
	for i := range r.Rest {
		out := &r.Rest[i]
		if compareKnown(last, out, metric) != 0 {
			break
		}
		tied++
		out.Note = "empata con el puesto " + model.Count(int64(last.Rank)) + " en " + lowered(metric) + "; " + outReason(last, out)
	}
	if tied == 0 {
		return
	}
	last.Note = "empata en " + lowered(metric) + " con " + count(tied, "publicación que queda fuera", "publicaciones que quedan fuera")
	r.TieNote = "Empate en el puesto " + model.Count(int64(last.Rank)) + " (" + lowered(metric) + " " + figure(metric, last.Values[metric]) +
		"): entra la publicación del " + postDay(&last.Post).Slashed() + "; " + leftOut(r.Rest[:tied]) + " " + outReason(last, &r.Rest[0]) + "."
}

// leftOut names the posts a tie leaves out.
func leftOut(out []Ranked) string {
	days := make([]string, len(out))
	for i := range out {
		days[i] = postDay(&out[i].Post).Slashed()
	}
	if len(out) == 1 {
		return "queda fuera la del " + days[0] + ":"
	}
	return "quedan fuera las del " + listed(days) + ":"
}

// outReason tells by which rule of A-15 a tied post is left out.
func outReason(in, out *Ranked) string {
	switch {
	case compareKnown(in, out, model.Interactions) != 0:
		return "tiene menos interacción"
	case postDay(&in.Post) != postDay(&out.Post) || !in.Post.At.Equal(out.Post.At):
		return "con igual interacción, se publicó después"
	}
	return "con igual interacción y hora, decide el orden alfabético del enlace"
}
