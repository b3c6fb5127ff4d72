package directive_test

import (
	"testing"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
)

var (
	thirdQuarter  = calendar.Quarter{Year: 2026, Number: 3}
	fourthQuarter = calendar.Quarter{Year: 2026, Number: 4}
)

func TestS26TheInternalDeadlineIsTenBusinessDays(t *testing.T) {
	c := directive.DefaultCriteria()
	for q, want := range map[calendar.Quarter]string{fourthQuarter: "2027-01-15", thirdQuarter: "2026-10-15"} {
		if got := directive.ReportDue(q, nil, c); got != day(t, want) {
			t.Errorf("%s is due %s, want %s", q, got, want)
		}
	}
	extra := []calendar.Holiday{{Day: day(t, "2027-01-04"), Name: "Día no laborable"}}
	if got := directive.ReportDue(fourthQuarter, extra, c); got != day(t, "2027-01-18") {
		t.Errorf("with a day without work it is due %s, want 18/01", got)
	}
	c.Quarter = directive.QuarterCriteria{Days: 15}
	if got := directive.ReportDue(fourthQuarter, nil, c); got != day(t, "2027-01-15") {
		t.Errorf("fifteen calendar days end on %s", got)
	}
}

func reporting(tb testing.TB) directive.Facts {
	tb.Helper()
	return directive.Facts{
		Since:   day(tb, "2026-07-01"),
		Quarter: directive.QuarterState{Quarter: thirdQuarter, Rows: 142, Expected: 150},
	}
}

func TestO106TheReportOfTheClosedQuarter(t *testing.T) {
	c := directive.DefaultCriteria()
	for _, k := range []struct {
		today string
		want  directive.Status
		why   string
	}{
		{"2026-10-07", directive.Running, "142 de 150 filas · plazo interno 15/10"},
		{"2026-10-08", directive.AtRisk, "142 de 150 filas · plazo interno 15/10"},
		{"2026-10-15", directive.AtRisk, "142 de 150 filas · plazo interno 15/10"},
		{"2026-11-23", directive.Breach, "142 de 150 filas · plazo interno venció hace 39 días (15/10)"},
	} {
		d, ok := directive.ReportDuty(reporting(t), c, day(t, k.today))
		if !ok || d.Subject != "Informe III Trimestre 2026" || d.Due != day(t, "2026-10-15") || d.Article != "6.3.2" || d.Rule != "O-106" {
			t.Fatalf("on %s: %v %+v", k.today, ok, d)
		}
		wantStatus(t, d, k.want)
		if d.Why != k.why {
			t.Errorf("on %s: %q, want %q", k.today, d.Why, k.why)
		}
	}
}

func TestO106SentIsMet(t *testing.T) {
	f := reporting(t)
	f.Reports = []model.Report{
		{Quarter: thirdQuarter, Version: 2, State: model.Draft},
		{Quarter: thirdQuarter, Version: 1, State: model.Received, SentOn: day(t, "2026-10-14"), ReceivedOn: day(t, "2026-10-16")},
	}
	d, ok := directive.ReportDuty(f, directive.DefaultCriteria(), day(t, "2026-11-23"))
	if !ok || d.Status != directive.Met || d.Why != "enviado el 14/10, recibido el 16/10" {
		t.Errorf("%v, «%s»: %s", ok, d.Status, d.Why)
	}
	f.Reports = f.Reports[:1]
	if d, _ = directive.ReportDuty(f, directive.DefaultCriteria(), day(t, "2026-11-23")); d.Status != directive.Breach {
		t.Errorf("a draft counts as sent: «%s»", d.Status)
	}
}

func TestO106NothingIsOwedForAQuarterBeforeTheRecords(t *testing.T) {
	c := directive.DefaultCriteria()
	for _, since := range []string{"2026-10-01", ""} {
		f := reporting(t)
		f.Since, f.Quarter.Rows = calendar.Day{}, 0
		if since != "" {
			f.Since = day(t, since)
		}
		if d, ok := directive.ReportDuty(f, c, day(t, "2026-11-23")); ok {
			t.Errorf("records since %q owe %s", since, d.Subject)
		}
	}
	f := reporting(t)
	f.Quarter.Expected = 0
	if _, ok := directive.ReportDuty(f, c, day(t, "2026-11-23")); ok {
		t.Error("a quarter without accounts owes a report")
	}
}

func TestO106CellsWithoutAFigureAreSaid(t *testing.T) {
	f := reporting(t)
	f.Quarter.MissingValues = 12
	d, _ := directive.ReportDuty(f, directive.DefaultCriteria(), day(t, "2026-10-07"))
	if d.Why != "142 de 150 filas, 12 datos por llenar · plazo interno 15/10" {
		t.Errorf("why %q", d.Why)
	}
}

func TestO106RowsOfTheTop10OweTheReportOfAQuarterBeforeTheLog(t *testing.T) {
	f := reporting(t)
	f.Since, f.Quarter.Rows = day(t, "2026-11-02"), 1
	if _, ok := directive.ReportDuty(f, directive.DefaultCriteria(), day(t, "2026-11-23")); !ok {
		t.Error("a quarter with a row filled in owes no report")
	}
}

func TestO106RecordsBegunWithinTheQuarterOweItsReport(t *testing.T) {
	f := reporting(t)
	f.Since = day(t, "2026-09-30")
	if _, ok := directive.ReportDuty(f, directive.DefaultCriteria(), day(t, "2026-11-23")); !ok {
		t.Error("a quarter with records owes no report")
	}
}
