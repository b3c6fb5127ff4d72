package directive

import (
	"fmt"
	"math"
	"math/bits"

	"faro/model"
)

// Rate is an Engagement Rate in hundredths of a percent: 463 is 4.63 %.
type Rate int64

// String is the rate as Annex 3 prints it, "7.00".
func (r Rate) String() string {
	return model.Count(int64(r)/100) + fmt.Sprintf(".%02d", int64(r)%100)
}

// Percent is the rate with its sign, "7.00 %".
func (r Rate) Percent() string { return r.String() + " %" }

// whole is a rate of 100 %: interaction equal to the denominator.
const whole Rate = 100_00

// HasRate reports whether Annex 3 asks for the Engagement Rate of a network.
func HasRate(n model.Network) bool {
	_, ok := denominator(n)
	return ok
}

// denominator is what Annex 3 divides the interaction by.
func denominator(n model.Network) (model.Metric, bool) {
	switch n {
	case model.Facebook:
		return model.Reach, true
	case model.X, model.Instagram:
		return model.Impressions, true
	case model.YouTube, model.TikTok, model.Other:
	}
	return "", false
}

// RateOf is the Engagement Rate of a post: interaction × 100 ÷ the network's
// denominator, to two decimals, half away from zero (A-16, S22). It is false,
// and printed «—», where a figure is unknown or the denominator is zero (S23).
func RateOf(n model.Network, v model.Values) (Rate, bool) {
	metric, ok := denominator(n)
	if !ok {
		return 0, false
	}
	interactions, known := v[model.Interactions]
	base, baseKnown := v[metric]
	if !known || !baseKnown {
		return 0, false
	}
	return rate(interactions, base)
}

// rate divides in whole numbers, for a float would print 4.625 as 4.62.
func rate(interactions, base int64) (Rate, bool) {
	if interactions < 0 || base <= 0 || base > math.MaxInt64/2 {
		return 0, false
	}
	// (interactions × 10000 + base/2) ÷ base, both doubled.
	hi, lo := bits.Mul64(uint64(interactions), 2*uint64(whole))
	lo, carry := bits.Add64(lo, uint64(base), 0)
	hi += carry
	if hi >= 2*uint64(base) {
		return 0, false
	}
	quotient, _ := bits.Div64(hi, lo, 2*uint64(base))
	if quotient > math.MaxInt64 {
		return 0, false
	}
	return Rate(quotient), true
}

// Totals are the sums of a table of Annex 3.
type Totals struct {
	Values  model.Values // sums of the figures known; average watch times are not summed
	Posts   int          // rows summed
	Rate    Rate         // pooled: the sum of interactions over the sum of denominators
	HasRate bool
}

// Sum adds up the rows of a table (S24). Rows without a rate, such as those
// with reach zero, stay out of the pooled one.
func Sum(n model.Network, rows []model.Measured) Totals {
	t := Totals{Values: make(model.Values), Posts: len(rows)}
	for _, row := range rows {
		for _, m := range Metrics(n) {
			if value, known := row.Values[m]; known && m != model.AverageWatch {
				t.Values[m] += value
			}
		}
	}
	t.Rate, t.HasRate = PooledRate(n, rows)
	return t
}

// PooledRate is the Engagement Rate of several posts together. It is false when
// none of them has a rate.
func PooledRate(n model.Network, rows []model.Measured) (Rate, bool) {
	metric, ok := denominator(n)
	if !ok {
		return 0, false
	}
	var interactions, base int64
	for _, row := range rows {
		if _, ok := RateOf(n, row.Values); ok {
			interactions += row.Values[model.Interactions]
			base += row.Values[metric]
		}
	}
	return rate(interactions, base)
}
