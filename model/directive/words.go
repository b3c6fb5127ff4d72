package directive

import (
	"strconv"
	"strings"
	"time"

	"faro/model"
	"faro/model/calendar"
)

// count writes a number with its noun: "1 día", "3 días".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return model.Count(int64(n)) + " " + many
}

// lacking says how many are missing: "falta 1", "faltan 2".
func lacking(n int) string { return withVerb(n, "falta ", "faltan ") }

// lacked is lacking of a period gone by: "faltó 1", "faltaron 2".
func lacked(n int) string { return withVerb(n, "faltó ", "faltaron ") }

// withVerb writes a number after the verb that agrees with it.
func withVerb(n int, one, many string) string {
	if n == 1 {
		return one + "1"
	}
	return many + model.Count(int64(n))
}

// listed joins names as a sentence does: "Ana, Luis y Carla".
func listed(names []string) string {
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	}
	last := len(names) - 1
	and := " y "
	if first := strings.ToLower(names[last]); strings.HasPrefix(first, "i") || strings.HasPrefix(first, "hi") && !strings.HasPrefix(first, "hie") {
		and = " e "
	}
	return strings.Join(names[:last], ", ") + and + names[last]
}

// quantity writes a short stretch of time in the largest unit that loses
// nothing: "1 min", "30 s", "1 min 30 s", "2 h".
func quantity(d time.Duration) string {
	var parts []string
	for _, unit := range []struct {
		size time.Duration
		name string
	}{{time.Hour, " h"}, {time.Minute, " min"}, {time.Second, " s"}} {
		if n := d / unit.size; n > 0 {
			parts = append(parts, strconv.Itoa(int(n))+unit.name)
			d -= n * unit.size
		}
	}
	if len(parts) == 0 {
		return "0 min"
	}
	return strings.Join(parts, " ")
}

// weekdayDay is a day as short as a week needs it: "dom 29/11".
func weekdayDay(d calendar.Day) string {
	return calendar.Weekday3(d.Weekday()) + " " + d.Short()
}

// dayNear is a day without its year when that is the present one.
func dayNear(d, today calendar.Day) string {
	if d.Year == today.Year {
		return d.Short()
	}
	return d.Slashed()
}

// dueText says how a date stands to today: "venció hace 2 días (21/11)", "vence
// hoy", "vence mañana (24/11)", "vence en 5 días (28/11)".
func dueText(due, today calendar.Day) string {
	switch left := due.Sub(today); {
	case left < 0:
		return "venció hace " + count(-left, "día", "días") + " (" + dayNear(due, today) + ")"
	case left == 0:
		return "vence hoy"
	case left == 1:
		return "vence mañana (" + due.Short() + ")"
	default:
		return "vence en " + count(left, "día", "días") + " (" + dayNear(due, today) + ")"
	}
}
