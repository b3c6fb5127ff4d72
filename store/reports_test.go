package store_test

import (
	"strings"
	"testing"

	"faro/model"
	"faro/model/calendar"
)

func file(name, digit string) []model.ReportFile {
	return []model.ReportFile{{Format: "xlsx", Name: name, SHA256: hash(digit)}}
}

// A version that was sent is never written over; what follows is a new one
// (S27, S31).
func TestASentVersionIsFollowedByANewOne(t *testing.T) {
	o, ctx, q := ministry(t), t.Context(), quarter("2026-T3")
	next := func(want int) {
		t.Helper()
		if got := must[int](t)(o.NextVersion(ctx, q)); got != want {
			t.Errorf("next version %d, want %d", got, want)
		}
	}
	next(1)
	first := must[model.Report](t)(o.AddReport(ctx, q, file("/home/ana/Informes/Anexo3_v1.xlsx", "a")))
	next(1)
	same := must[model.Report](t)(o.AddReport(ctx, q, file("Anexo3_v1.csv", "b")))
	if same.ID != first.ID || same.Version != 1 || len(same.Files) != 2 || same.Files[0].Name != "Anexo3_v1.xlsx" || same.State != model.Draft {
		t.Errorf("draft %+v", same)
	}
	check(t, o.MarkSent(ctx, first.ID, day("2026-10-15"), ""))
	next(2)
	second := must[model.Report](t)(o.AddReport(ctx, q, file("Anexo3_v2.xlsx", "c")))
	if second.Version != 2 || len(second.Files) != 1 {
		t.Errorf("second version %+v", second)
	}
	check(t, o.MarkReceived(ctx, first.ID, day("2026-10-16"), "EXP-2026-0815"))

	all := must[[]model.Report](t)(o.Reports(ctx, q))
	if len(all) != 2 {
		t.Fatalf("reports %+v", all)
	}
	r := all[0]
	if r.State != model.Received || r.SentOn != day("2026-10-15") || r.ReceivedOn != day("2026-10-16") || r.Cargo != "EXP-2026-0815" || !r.CreatedAt.Equal(monday()) {
		t.Errorf("first version %+v", r)
	}
	next(2)
	if other := must[int](t)(o.NextVersion(ctx, quarter("2026-T2"))); other != 1 {
		t.Errorf("another quarter begins with %d", other)
	}
}

func TestTheCargoOfTheSendingStandsUntilAnotherIsGiven(t *testing.T) {
	o, ctx, q := ministry(t), t.Context(), quarter("2026-T3")
	r := must[model.Report](t)(o.AddReport(ctx, q, file("a.xlsx", "a")))
	check(t, o.MarkSent(ctx, r.ID, day("2026-10-15"), "HR-1"))
	check(t, o.MarkReceived(ctx, r.ID, day("2026-10-15"), " "))
	if got := must[[]model.Report](t)(o.Reports(ctx, q))[0]; got.Cargo != "HR-1" {
		t.Errorf("cargo %q", got.Cargo)
	}
}

func TestASentReportDoesNotChange(t *testing.T) {
	o, ctx, q := ministry(t), t.Context(), quarter("2026-T3")
	r := must[model.Report](t)(o.AddReport(ctx, q, file("a.xlsx", "a")))
	check(t, o.MarkSent(ctx, r.ID, day("2026-10-15"), ""))
	refusals := func() {
		t.Helper()
		dump := o.dump()
		wants(t, o.MarkSent(ctx, r.ID, day("2026-10-16"), ""), model.ErrSealed)
		for _, statement := range []string{
			`UPDATE reports SET state = 'borrador', sent_on = NULL, received_on = NULL`, `UPDATE reports SET sent_on = '2026-10-01'`,
			`UPDATE reports SET version = 7`, `DELETE FROM reports`, `UPDATE report_files SET sha256 = '` + hash("f") + `'`, `DELETE FROM report_files`,
			`INSERT INTO report_files (report_id, format, name, sha256, at) VALUES (1, 'csv', 'x', '` + hash("f") + `', 0)`,
			`UPDATE reports SET state = 'recibido', received_on = '2026-10-20', version = 3`,
		} {
			if _, err := o.DB().ExecContext(ctx, statement); err == nil || !strings.Contains(err.Error(), "a sent report does not change") {
				t.Errorf("%s: %v", statement, err)
			}
		}
		if o.dump() != dump {
			t.Error("something changed")
		}
		_, err := o.Undo(ctx)
		wants(t, err, model.ErrSealed)
	}
	refusals()
	check(t, o.MarkReceived(ctx, r.ID, day("2026-10-16"), "X"))
	wants(t, o.MarkReceived(ctx, r.ID, day("2026-10-17"), "Y"), model.ErrSealed)
	refusals()
}

func TestASendingNeedsEvidence(t *testing.T) {
	o, ctx, q := ministry(t), t.Context(), quarter("2026-T3")
	r := must[model.Report](t)(o.AddReport(ctx, q, file("a.xlsx", "a")))
	wantsField(t, o.MarkReceived(ctx, r.ID, day("2026-10-16"), ""), "Informe")
	wantsField(t, o.MarkSent(ctx, r.ID, calendar.Day{}, ""), "Fecha")
	wantsField(t, o.MarkSent(ctx, r.ID, day("2026-11-24"), ""), "Fecha")
	wants(t, o.MarkSent(ctx, 99, day("2026-10-16"), ""), model.ErrNotFound)
	check(t, o.MarkSent(ctx, r.ID, day("2026-10-16"), ""))
	wantsField(t, o.MarkReceived(ctx, r.ID, day("2026-10-15"), ""), "Fecha")
	for _, files := range [][]model.ReportFile{nil, file("", "a"), file("..", "z"), {{Name: "a.xlsx", SHA256: hash("a")}}} {
		if _, err := o.AddReport(ctx, q, files); err == nil {
			t.Errorf("took %+v", files)
		}
	}
	wantsField(t, second(o.AddReport(ctx, calendar.Quarter{}, file("a.xlsx", "a"))), "Trimestre")
}
