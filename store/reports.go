package store

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"

	"faro/model"
	"faro/model/calendar"
)

const selectReports = `SELECT r.id, r.quarter, r.version, r.state, r.created_at, r.sent_on, r.received_on, r.cargo FROM reports r`

// Reports lists the versions of a quarter's report with their files, the first
// version first.
func (s *Store) Reports(ctx context.Context, quarter calendar.Quarter) ([]model.Report, error) {
	var all []model.Report
	err := s.read(ctx, "list the reports", func(q querier) (err error) {
		all, err = reports(ctx, q, `WHERE r.quarter = ?`, quarter.String())
		return err
	})
	return all, err
}

func reports(ctx context.Context, q querier, where string, args ...any) ([]model.Report, error) {
	all, err := list(ctx, q, scanReport, selectReports+` `+where+` ORDER BY r.quarter, r.version`, args...)
	if err != nil || len(all) == 0 {
		return all, err
	}
	byID := map[model.ID]*model.Report{}
	for i := range all {
		byID[all[i].ID] = &all[i]
	}
	err = each(ctx, q, scanReportFile, func(f reportFile) error {
		r := byID[f.report]
		r.Files = append(r.Files, f.ReportFile)
		return nil
	}, `SELECT f.id, f.report_id, f.format, f.name, f.sha256, f.at
		FROM report_files f JOIN reports r ON r.id = f.report_id `+where+` ORDER BY f.id`, args...)
	return all, err
}

func scanReport(rows *sql.Rows) (r model.Report, err error) {
	r.Files = []model.ReportFile{}
	return r, rows.Scan(&r.ID, parsed(&r.Quarter), &r.Version, &r.State, instant(&r.CreatedAt),
		parsed(&r.SentOn), parsed(&r.ReceivedOn), &r.Cargo)
}

type reportFile struct {
	model.ReportFile
	report model.ID
}

func scanReportFile(rows *sql.Rows) (f reportFile, err error) {
	return f, rows.Scan(&f.ID, &f.report, &f.Format, &f.Name, &f.SHA256, instant(&f.At))
}

func reportFileFields(report model.ID, f model.ReportFile) fields {
	return fields{"report_id": report, "format": f.Format, "name": f.Name, "sha256": f.SHA256, "at": f.At}
}

func report(ctx context.Context, q querier, id model.ID) (model.Report, error) {
	all, err := reports(ctx, q, `WHERE r.id = ?`, int64(id))
	if err == nil && len(all) == 0 {
		err = model.ErrNotFound
	}
	if err != nil {
		return model.Report{}, err
	}
	return all[0], nil
}

// NextVersion is the version that a report made now belongs to: the draft's,
// or the one after the last that was sent.
func (s *Store) NextVersion(ctx context.Context, quarter calendar.Quarter) (int, error) {
	n, err := nextVersion(ctx, s.db, quarter)
	return n, fault("number the report", err)
}

func nextVersion(ctx context.Context, q querier, quarter calendar.Quarter) (n int, err error) {
	err = q.QueryRowContext(ctx, `
		SELECT coalesce(max(CASE state WHEN 'borrador' THEN version ELSE version + 1 END), 1)
		FROM reports WHERE quarter = ?`, quarter.String()).Scan(&n)
	return n, err
}

// AddReport records files that were written for a quarter's report: in the
// version that is still a draft, or in the next one when the last was sent.
// Undo passes over it, for it cannot take files off the disk.
func (s *Store) AddReport(ctx context.Context, quarter calendar.Quarter, files []model.ReportFile) (r model.Report, err error) {
	files, err = s.readyFiles(quarter, files)
	if err != nil {
		return r, err
	}
	err = s.write(ctx, "record a report", Noted, func(c *change) error {
		version, err := nextVersion(ctx, c, quarter)
		if err != nil {
			return err
		}
		c.what = "archivos del " + reportPhrase(quarter, version)
		id, err := c.idOf(ctx, `SELECT id FROM reports WHERE quarter = ? AND version = ?`, quarter.String(), version)
		if err != nil {
			return err
		}
		if id == 0 {
			f := fields{
				"quarter": quarter, "version": version, "state": model.Draft, "created_at": c.now,
				"sent_on": nil, "received_on": nil, "cargo": "",
			}
			if id, err = c.insert(ctx, "reports", f); err != nil {
				return err
			}
		}
		for _, f := range files {
			if _, err := c.insert(ctx, "report_files", reportFileFields(id, f)); err != nil {
				return err
			}
		}
		r, err = report(ctx, c, id)
		return err
	})
	return r, err
}

func reportPhrase(q calendar.Quarter, version int) string {
	return fmt.Sprintf("informe del %s, versión %d", q.Title(), version)
}

func (s *Store) readyFiles(quarter calendar.Quarter, files []model.ReportFile) ([]model.ReportFile, error) {
	var p model.FieldErrors
	p.Check(quarter.Valid(), "Trimestre", "elija el trimestre")
	p.Check(len(files) > 0, "Archivos", "no se escribió ningún archivo")
	ready := make([]model.ReportFile, len(files))
	for i, f := range files {
		f.Format, f.Name, f.SHA256 = model.Clean(f.Format), model.Clean(filepath.Base(f.Name)), strings.ToLower(f.SHA256)
		if f.At = seconds(f.At); f.At.IsZero() {
			f.At = s.now()
		}
		checkFile(&p, f)
		ready[i] = f
	}
	return ready, p.Err()
}

func checkFile(p *model.FieldErrors, f model.ReportFile) {
	p.Check(f.Format != "", "Formato", "falta el formato de «"+f.Name+"»")
	p.Check(f.Name != "" && f.Name != "." && !strings.ContainsAny(f.Name, `/\`), "Archivo", "falta el nombre del archivo, sin su carpeta")
	p.Check(isSHA256(f.SHA256), "SHA-256", "falta la huella de «"+f.Name+"»")
}

// isSHA256 reports that s is a SHA-256 in lower-case hex.
func isSHA256(s string) bool { return len(s) == 64 && strings.Trim(s, "0123456789abcdef") == "" }

// MarkSent records that a version was sent on day, with the number of the
// cargo if there is one yet. From then on the version does not change.
func (s *Store) MarkSent(ctx context.Context, id model.ID, day calendar.Day, cargo string) error {
	return s.mark(ctx, id, "envío del ", func(r *model.Report) error {
		if r.State != model.Draft {
			return model.ErrSealed
		}
		r.State, r.SentOn, r.Cargo = model.Sent, day, model.Clean(cargo)
		return s.checkMarked(*r, day)
	})
}

// MarkReceived records that the SCS received a version that was sent, with the
// number of the cargo; an empty one leaves what was noted when sending.
func (s *Store) MarkReceived(ctx context.Context, id model.ID, day calendar.Day, cargo string) error {
	return s.mark(ctx, id, "recepción del ", func(r *model.Report) error {
		switch r.State {
		case model.Received:
			return model.ErrSealed
		case model.Draft:
			return &model.FieldError{Field: "Informe", Hint: "antes márquelo como enviado"}
		case model.Sent:
		}
		r.State, r.ReceivedOn = model.Received, day
		if cargo = model.Clean(cargo); cargo != "" {
			r.Cargo = cargo
		}
		return s.checkMarked(*r, day)
	})
}

func (s *Store) checkMarked(r model.Report, day calendar.Day) error {
	var p model.FieldErrors
	p.Check(day.Valid(), "Fecha", "escriba el día, por ejemplo 15/01/2027")
	p.Check(!day.After(s.today()), "Fecha", "no puede ser un día que aún no llega")
	p.Check(r.ReceivedOn.IsZero() || !r.ReceivedOn.Before(r.SentOn), "Fecha", "no puede ser anterior al envío")
	p.Check(len(r.Files) > 0, "Archivos", "esta versión no tiene ningún archivo")
	return p.Err()
}

func (s *Store) mark(ctx context.Context, id model.ID, what string, move func(*model.Report) error) error {
	return s.write(ctx, "mark a report", Sealed, func(c *change) error {
		r, err := report(ctx, c, id)
		if err != nil {
			return err
		}
		c.what = what + reportPhrase(r.Quarter, r.Version)
		if err := move(&r); err != nil {
			return err
		}
		return c.update(ctx, "reports", id, fields{
			"state": r.State, "sent_on": r.SentOn, "received_on": r.ReceivedOn, "cargo": r.Cargo,
		})
	})
}
