package directive

import (
	"slices"
	"strconv"
	"strings"

	"faro/model"
	"faro/model/calendar"
)

// values joins the values of a reading with several settings, in their order.
func values(texts ...string) string { return strings.Join(texts, " · ") }

func yesNo(b bool) string {
	if b {
		return "sí"
	}
	return "no"
}

func spaced(s string) string { return strings.ReplaceAll(s, "_", " ") }

func handleValue(c *Criteria) string {
	return values(strconv.Itoa(c.Handle.Min)+" a "+strconv.Itoa(c.Handle.Max), yesNo(c.Handle.RequireCase), string(c.Handle.Earlier))
}

func adminValue(c *Criteria) string {
	return values(strconv.Itoa(c.Admins.Min), strconv.Itoa(c.Admins.Max), yesNo(c.Admins.CountPCM), spaced(string(c.Admins.PCMOn)), string(c.Admins.Excess))
}

func marginValue(c *Criteria) string {
	return values(strconv.Itoa(c.Margin.Minutes)+" min", yesNo(c.Margin.CrossesMidnight), yesNo(c.Margin.InvalidatesQuota), strconv.Itoa(c.Margin.Tolerance)+" min")
}

func daysValue(c *Criteria) string {
	text := spaced(string(c.Days.Exempt))
	if c.Days.Exempt == NoExemption || len(c.Days.List) == 0 {
		return text
	}
	list := slices.SortedFunc(slices.Values(c.Days.List), calendar.Day.Compare)
	days := make([]string, len(list))
	for i, d := range list {
		days[i] = d.Slashed()
	}
	return text + ": " + listed(days)
}

func weeksValue(c *Criteria) string {
	return values(string(c.Weeks.Start), spaced(string(c.Weeks.Mode)), string(c.Weeks.Owner))
}

// kindsValue lists what counts: what every network shares first, then what a
// network adds or leaves out.
func kindsValue(c *Criteria) string {
	var shared []model.PostKind
	for _, k := range model.PostKinds() {
		if !slices.ContainsFunc(model.Networks(), func(n model.Network) bool { return !c.Counted[n][k] }) {
			shared = append(shared, k)
		}
	}
	texts := []string{"todas: " + labels(shared)}
	for _, n := range model.Networks() {
		var own []model.PostKind
		for _, k := range model.PostKinds() {
			if c.Counted[n][k] && !slices.Contains(shared, k) {
				own = append(own, k)
			}
		}
		if len(own) > 0 {
			texts = append(texts, n.Label()+" además: "+labels(own))
		}
	}
	return values(texts...)
}

func labels(kinds []model.PostKind) string {
	if len(kinds) == 0 {
		return "ninguna"
	}
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = k.Label()
	}
	return listed(names)
}

func rotationValue(c *Criteria) string {
	cycle := spaced(string(c.Rotation.Cycle))
	if c.Rotation.Cycle == FixedDayOfMonth {
		cycle += " " + strconv.Itoa(c.Rotation.FixedDay)
	}
	warn := make([]string, len(c.Rotation.Warn))
	for i, d := range c.Rotation.Warn {
		warn[i] = strconv.Itoa(d)
	}
	return values(cycle, listed(warn)+" días antes")
}

func reviewValue(c *Criteria) string {
	due := spaced(string(c.Review.Due))
	if c.Review.Due == ReviewByDay {
		due += " " + strconv.Itoa(c.Review.DueDay)
	}
	return values(due, string(c.Review.ManagerMay))
}

func quarterValue(c *Criteria) string {
	if c.Quarter.Business {
		return values("enero", count(c.Quarter.Days, "día hábil", "días hábiles"))
	}
	return values("enero", count(c.Quarter.Days, "día calendario", "días calendario"))
}

func orderValue(c *Criteria) string {
	texts := make([]string, 0, len(model.Networks()))
	for _, n := range model.Networks() {
		texts = append(texts, n.Label()+": "+lowered(RankingMetric(n, *c)))
	}
	return values(append(texts, "interacción, fecha y enlace")...)
}

func interactionsValue(c *Criteria) string {
	var texts []string
	for _, n := range model.Networks() {
		if source := c.Interactions[n]; source != "" {
			texts = append(texts, n.Label()+": "+spaced(string(source)))
		}
	}
	return values(texts...)
}

func backingValue(c *Criteria) string {
	if c.Backing.Floor <= 0 {
		return "ninguno"
	}
	return strconv.Itoa(c.Backing.Floor) + " %"
}
