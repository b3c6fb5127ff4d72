package directive

import (
	"errors"
	"strings"

	"faro/model"
	"faro/model/calendar"
	"faro/model/permalink"
)

// CheckLink reports a link that is not of the network whose table it is in. An
// empty link is unknown, not wrong; other networks take any link.
func CheckLink(n model.Network, url string) error {
	if url == "" || n == model.Other || permalink.FitsHost(permalink.Network(n), url) {
		return nil
	}
	return errors.New("el enlace no es de " + n.Label() + "; pegue el de la publicación en esa red")
}

// CheckMonth reports a publication day outside the month of its table.
func CheckMonth(day calendar.Day, month calendar.Month) error {
	switch {
	case day.IsZero():
		return errors.New("falta la fecha; escríbala como " + month.First().Slashed())
	case !month.Contains(day):
		return errors.New("la fecha " + day.Slashed() + " no es de " + strings.ToLower(month.Title()) + "; corríjala o cambie de mes")
	}
	return nil
}

// longestWatch is the average watch time, in seconds, past which a slip of the
// finger is likelier than a viewer: 12 hours.
const longestWatch = 12 * 60 * 60

// RangeWarnings are the figures of a post that deserve a second look, in
// Spanish clauses. They forbid nothing.
func RangeWarnings(n model.Network, v model.Values) []string {
	var warnings []string
	if r, ok := RateOf(n, v); ok && r > whole {
		warnings = append(warnings, "ER de "+r.Percent()+": la interacción es mayor que "+baseName(n))
	}
	metric, hasRate := denominator(n)
	if base, known := v[metric]; hasRate && known && base == 0 && v[model.Interactions] > 0 {
		warnings = append(warnings, lowered(metric)+" 0 con "+count(int(v[model.Interactions]), "interacción", "interacciones"))
	}
	if n == model.TikTok {
		warnings = append(warnings, above(v, model.Interactions, model.Views)...)
		warnings = append(warnings, above(v, model.Reach, model.Views)...)
	}
	if v[model.AverageWatch] > longestWatch {
		warnings = append(warnings, "tiempo promedio de "+model.Seconds(v[model.AverageWatch])+", más de 12 horas")
	}
	for _, m := range Metrics(n) {
		if v[m] < 0 {
			warnings = append(warnings, "valor negativo en "+lowered(m))
		}
	}
	return warnings
}

// above warns when a part is larger than its whole.
func above(v model.Values, part, all model.Metric) []string {
	x, known := v[part]
	y, allKnown := v[all]
	if !known || !allKnown || x <= y {
		return nil
	}
	return []string{lowered(part) + " mayor que " + lowered(all)}
}

func baseName(n model.Network) string {
	if n == model.Facebook {
		return "el alcance"
	}
	return "las impresiones"
}

// lowered is a metric's name inside a sentence.
func lowered(m model.Metric) string { return strings.ToLower(m.Label()) }

// figure writes a value in the unit of its metric.
func figure(m model.Metric, v int64) string {
	if m == model.AverageWatch {
		return model.Seconds(v)
	}
	return model.Count(v)
}
