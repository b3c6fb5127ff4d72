package annex

import (
	"faro/model"
	"faro/model/directive"
)

// Sum adds up a figure over rows, and says over how many it was known: a sum
// of nine is not a sum of ten.
type Sum struct {
	Value int64
	Known int
	Of    int
}

// Any reports whether at least one figure was known; without it the sum has no
// value.
func (s Sum) Any() bool { return s.Known > 0 }

// Partial reports whether some figure, but not every one, was known.
func (s Sum) Partial() bool { return s.Known > 0 && s.Known < s.Of }

func (s Sum) plus(o Sum) Sum { return Sum{s.Value + o.Value, s.Known + o.Known, s.Of + o.Of} }

func (s *Sum) add(v model.Values, m model.Metric) {
	s.Of++
	if x, ok := v[m]; ok {
		s.Value += x
		s.Known++
	}
}

// Totals adds up the ranked rows: the ten best, not everything published.
type Totals struct {
	Posts        int          // publications known in the period, ranked or not
	Rows         int          // rows with a publication
	Metric       model.Metric // what Audience is made of: alcance, impresiones or visualizaciones
	Audience     Sum
	Interactions Sum // Of is zero on YouTube: its table has no such column
	Rate         directive.Rate
	HasRate      bool // false on YouTube and TikTok, and where no row has a rate

	rated model.Values // over the rows that have a rate
}

// NetworkTotals are the totals of a network in the quarter and in each of its
// months.
type NetworkTotals struct {
	Network  model.Network
	Accounts int
	Totals
	Months [3]Totals
}

// Interacts reports whether the network's table has a column of interactions;
// YouTube's has none.
func (t NetworkTotals) Interacts() bool { return columnFor(t.Network, model.Interactions) }

// Totals are those of the table's rows. The rate is pooled: the interactions
// of the rows that have a rate, over their reach or impressions (S23, S24).
func (t Table) Totals() Totals { return t.totals }

func totalsOf(t Table) Totals {
	sum := Totals{Posts: t.Posts, Metric: audience(t.Network), rated: model.Values{}}
	for _, r := range t.Rows {
		if r.Empty {
			continue
		}
		sum.Rows++
		sum.Audience.add(r.Post.Values, sum.Metric)
		if columnFor(t.Network, model.Interactions) {
			sum.Interactions.add(r.Post.Values, model.Interactions)
		}
		if r.HasRate {
			for m, v := range r.Post.Values {
				sum.rated[m] += v
			}
		}
	}
	sum.pool(t.Network)
	return sum
}

func (t *Totals) pool(n model.Network) { t.Rate, t.HasRate = directive.RateOf(n, t.rated) }

func (t *Totals) merge(o Totals, n model.Network) {
	t.Posts += o.Posts
	t.Rows += o.Rows
	t.Audience = t.Audience.plus(o.Audience)
	t.Interactions = t.Interactions.plus(o.Interactions)
	for m, v := range o.rated {
		t.rated[m] += v
	}
	t.pool(n)
}

// Summary gives the totals of each of the five networks, in the report's
// order.
func (q Quarterly) Summary() []NetworkTotals {
	all := make([]NetworkTotals, 0, len(q.Networks))
	for _, s := range q.Networks {
		n := NetworkTotals{Network: s.Network, Accounts: len(s.Accounts)}
		n.Totals = Totals{Metric: audience(s.Network), rated: model.Values{}}
		for i := range n.Months {
			n.Months[i] = Totals{Metric: audience(s.Network), rated: model.Values{}}
		}
		for _, t := range s.Tables {
			n.merge(t.totals, s.Network)
			n.Months[t.Number-1].merge(t.totals, s.Network)
		}
		all = append(all, n)
	}
	return all
}

// audience is the first figure of the network's table: how many people or
// screens a publication reached.
func audience(n model.Network) model.Metric { return directive.Metrics(n)[0] }

// columnFor reports whether the network's table shows the metric.
func columnFor(n model.Network, m model.Metric) bool {
	for _, c := range forms[n].columns {
		if c.Metric == m {
			return true
		}
	}
	return false
}
