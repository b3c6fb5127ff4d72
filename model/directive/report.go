package directive

import (
	"faro/model"
	"faro/model/calendar"
)

const reportArticle = "6.3.2"

// ReportDue is the internal deadline of a quarter's report: ten business days
// after the quarter ends (A-13, S26). The Directive sets none.
func ReportDue(q calendar.Quarter, holidays []calendar.Holiday, c Criteria) calendar.Day {
	if c.Quarter.Business {
		return calendar.Business{Extra: holidays}.AddDays(q.Last(), c.Quarter.Days)
	}
	return q.Last().AddDays(c.Quarter.Days)
}

// ReportDuty is the report of the last closed quarter (O-106). It is false when
// the records begin after that quarter, or hold nothing to report.
func ReportDuty(f Facts, c Criteria, today calendar.Day) (Duty, bool) {
	q := today.InQuarter().Prev()
	// Rows of the Top 10 may tell of a quarter before the daily log began.
	filled := f.Quarter.Quarter == q && f.Quarter.Rows > 0
	if !filled && (f.Since.IsZero() || f.Since.After(q.Last())) {
		return Duty{}, false
	}
	due := ReportDue(q, f.Holidays, c)
	d := Duty{
		Rule: "O-106", Article: reportArticle, Subject: "Informe " + q.Title(),
		Due: due, Screen: ScreenReport,
	}
	if sent, ok := sentReport(f.Reports, q); ok {
		d.Status, d.Why = Met, sentText(sent)
		return d, true
	}
	if f.Quarter.Quarter != q || f.Quarter.Expected == 0 {
		return Duty{}, false
	}
	d.Why = progressText(f.Quarter) + " · plazo interno " + due.Short()
	switch left := due.Sub(today); {
	case left < 0:
		d.Status = Breach
		d.Why = progressText(f.Quarter) + " · plazo interno " + dueText(due, today)
	case left <= notice(&c):
		d.Status = AtRisk
	default:
		d.Status = Running
	}
	return d, true
}

// progressText is «142 de 150 filas», with the cells that lack a figure.
func progressText(q QuarterState) string {
	text := model.Count(int64(q.Rows)) + " de " + count(q.Expected, "fila", "filas")
	if q.MissingValues > 0 {
		text += ", " + count(q.MissingValues, "dato por llenar", "datos por llenar")
	}
	return text
}

// sentReport is the first version of a quarter's report that was sent.
func sentReport(reports []model.Report, q calendar.Quarter) (model.Report, bool) {
	var first model.Report
	found := false
	for _, r := range reports {
		if r.Quarter == q && (r.State == model.Sent || r.State == model.Received) && (!found || r.Version < first.Version) {
			first, found = r, true
		}
	}
	return first, found
}

func sentText(r model.Report) string {
	text := "enviado"
	if !r.SentOn.IsZero() {
		text += " el " + r.SentOn.Short()
	}
	if !r.ReceivedOn.IsZero() {
		text += ", recibido el " + r.ReceivedOn.Short()
	}
	return text
}
