package directive

import (
	"slices"
	"time"

	"faro/model/calendar"
)

// notEvaluable tells why the period is not judged, or "" when it is.
func (r *reckoning) notEvaluable() string {
	switch {
	case r.quota.Rule == "":
		return "la red no tiene cuota"
	case r.wrong:
		return "la cuota de la red es por " + string(r.quota.Period)
	case r.account.Archived:
		return "cuenta archivada"
	case r.from.After(r.today):
		return "todavía no empieza"
	}
	if why := r.edge(); why != "" {
		return why
	}
	if r.quota.Period == Daily {
		return exemption(r.from, r.c)
	}
	return ""
}

// edge tells why a period at either end of the account's life is not judged:
// the opening and the closing day are not evaluated, and neither is a week they
// leave incomplete (A-46, S13, S14).
func (r *reckoning) edge() string {
	if why := r.opening(r.account.Opened); why != "" {
		return why
	}
	return r.closing(r.account.Closed)
}

func (r *reckoning) opening(day calendar.Day) string {
	switch {
	case day.IsZero() || day.Before(r.from) || day == r.from && r.c.Edges == EdgesJudged:
		return ""
	case day.After(r.to):
		return "la cuenta aún no estaba abierta"
	case r.from == r.to:
		return "día de apertura de la cuenta"
	}
	return "semana incompleta: la cuenta se abrió el " + day.Short()
}

func (r *reckoning) closing(day calendar.Day) string {
	switch {
	case day.IsZero() || day.After(r.to) || day == r.to && r.c.Edges == EdgesJudged:
		return ""
	case day.Before(r.from):
		return "cuenta cerrada el " + day.Short()
	case r.from == r.to:
		return "día de cierre de la cuenta"
	}
	return "semana incompleta: la cuenta se cerró el " + day.Short()
}

// exemption tells why a day has no daily quota, or "" when it has (A-07, S12).
func exemption(day calendar.Day, c *Criteria) string {
	if c.Days.Exempt == NoExemption {
		return ""
	}
	if slices.Contains(c.Days.List, day) {
		return "día exento de la lista"
	}
	weekday := day.Weekday()
	switch c.Days.Exempt {
	case ExemptSundays:
		if weekday == time.Sunday {
			return "domingo exento"
		}
	case ExemptWeekends:
		if weekday == time.Sunday || weekday == time.Saturday {
			return "fin de semana exento"
		}
	case ExemptHolidays:
		if name, ok := calendar.HolidayName(day); ok {
			return "feriado exento: " + name
		}
	case NoExemption, ExemptListed:
	}
	return ""
}
