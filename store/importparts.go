package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"faro/model"
)

// plain is a section of the document whose records are rows of one table.
type plain struct {
	name, table string
	n           int
	record      func(k int) (model.ID, fields)
}

// all imports the sections, those that are pointed at before those that point.
func (i *importer) all(ctx context.Context, d *document) error {
	if d.Entity != nil {
		if err := i.saveEntity(ctx, *d.Entity); err != nil {
			return err
		}
	}
	for _, step := range []func() error{
		func() error { return i.plainly(ctx, d.beforeAccounts()) },
		func() error { return i.accounts(ctx, d) },
		func() error { return i.plainly(ctx, d.ofAccounts()) },
		func() error { return i.reviews(ctx, d) },
		func() error { return i.plainly(ctx, d.ofPosts(i.now)) },
		func() error { return i.reports(ctx, d) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (i *importer) plainly(ctx context.Context, sections []plain) error {
	for _, s := range sections {
		for k := range s.n {
			id, f := s.record(k)
			if err := i.add(ctx, fmt.Sprintf("%s[%d]", s.name, k), s.table, id, f); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *document) beforeAccounts() []plain {
	return []plain{
		{"criteria", "criteria", len(d.Criteria), func(k int) (model.ID, fields) {
			return d.Criteria[k].ID, settingFields(d.Criteria[k])
		}},
		{"holidays", "holidays", len(d.Holidays), func(k int) (model.ID, fields) {
			return 0, fields{"day": d.Holidays[k].Day, "name": d.Holidays[k].Name}
		}},
		{"people", "people", len(d.People), func(k int) (model.ID, fields) {
			return d.People[k].ID, personFields(d.People[k])
		}},
		{"appointments", "appointments", len(d.Appointments), func(k int) (model.ID, fields) {
			return d.Appointments[k].ID, appointmentFields(d.Appointments[k])
		}},
	}
}

func (d *document) ofAccounts() []plain {
	return []plain{
		{"fakes", "fakes", len(d.Fakes), func(k int) (model.ID, fields) {
			return d.Fakes[k].ID, fakeFields(d.Fakes[k])
		}},
		{"credentials", "credentials", len(d.Credentials), func(k int) (model.ID, fields) {
			return d.Credentials[k].ID, credentialFields(d.Credentials[k])
		}},
		{"custodies", "custodies", len(d.Custodies), func(k int) (model.ID, fields) {
			return d.Custodies[k].ID, custodyFields(d.Custodies[k])
		}},
		{"changes", "credential_changes", len(d.Changes), func(k int) (model.ID, fields) {
			return d.Changes[k].ID, changeFields(d.Changes[k])
		}},
		{"campaigns", "campaigns", len(d.Campaigns), func(k int) (model.ID, fields) {
			return d.Campaigns[k].ID, campaignFields(d.Campaigns[k])
		}},
		{"grants", "grants", len(d.Grants), func(k int) (model.ID, fields) {
			return d.Grants[k].ID, grantFields(d.Grants[k])
		}},
	}
}

// ofPosts takes now for what does not say when it was recorded.
func (d *document) ofPosts(now time.Time) []plain {
	known := d.known()
	return []plain{
		{"posts", "posts", len(d.Posts), func(k int) (model.ID, fields) {
			p := d.Posts[k].post()
			p.RecordedAt = orNow(p.RecordedAt, now)
			f := postFields(p)
			f["known"] = known[d.Posts[k].ID]
			return d.Posts[k].ID, f
		}},
		{"metrics", "metrics", len(d.Metrics), func(k int) (model.ID, fields) {
			return d.Metrics[k].ID, snapshotFields(d.Metrics[k].snapshot())
		}},
		{"justified", "justified_days", len(d.Justified), func(k int) (model.ID, fields) {
			return d.Justified[k].ID, justifiedFields(d.Justified[k])
		}},
		{"figures", "figures", len(d.Figures), func(k int) (model.ID, fields) {
			return d.Figures[k].ID, figuresFields(d.Figures[k])
		}},
	}
}

func orNow(t, now time.Time) time.Time {
	if t.IsZero() {
		return now
	}
	return t
}

// known works out posts.known from the snapshots, in the order they were
// taken.
func (d *document) known() map[model.ID]int {
	snapshots := make([]model.Snapshot, len(d.Metrics))
	for k, w := range d.Metrics {
		snapshots[k] = w.snapshot()
	}
	slices.SortFunc(snapshots, func(a, b model.Snapshot) int {
		return cmp.Or(a.TakenAt.Compare(b.TakenAt), cmp.Compare(a.ID, b.ID))
	})
	known := map[model.ID]int{}
	for _, n := range snapshots {
		if n.Unknown {
			known[n.PostID] &^= metricBits[n.Metric]
		} else {
			known[n.PostID] |= metricBits[n.Metric]
		}
	}
	return known
}

func (i *importer) accounts(ctx context.Context, d *document) error {
	for k, a := range d.Accounts {
		path := fmt.Sprintf("accounts[%d]", k)
		if err := i.add(ctx, path, "accounts", a.ID, accountFields(a)); err != nil {
			return err
		}
		if err := i.refused(path+".responsibles", i.saveResponsibles(ctx, a)); err != nil {
			return err
		}
	}
	return nil
}

// reviews are written as drafts and then signed, as in life: what is signed
// takes no further row.
func (i *importer) reviews(ctx context.Context, d *document) error {
	for k, w := range d.Reviews {
		path, r := fmt.Sprintf("reviews[%d]", k), w.review()
		f := fields{
			"month": r.Month, "reviewer_id": r.ReviewerID, "signed_at": nil,
			"initials": r.Initials, "corrects_id": r.CorrectsID,
		}
		if err := i.add(ctx, path, "reviews", r.ID, f); err != nil {
			return err
		}
		for n, row := range r.Rows {
			f := fields{"review_id": r.ID, "grant_id": row.GrantID, "decision": row.Decision, "reason": row.Reason}
			if err := i.add(ctx, fmt.Sprintf("%s.rows[%d]", path, n), "review_rows", row.ID, f); err != nil {
				return err
			}
		}
		for n, account := range r.Looked {
			f := fields{"review_id": r.ID, "account_id": account}
			if err := i.add(ctx, fmt.Sprintf("%s.looked[%d]", path, n), "review_looks", 0, f); err != nil {
				return err
			}
		}
		if err := i.settle(ctx, path, "reviews", r.ID, fields{"signed_at": r.SignedAt}); err != nil {
			return err
		}
	}
	return nil
}

// reports are written as drafts, then sent and received.
func (i *importer) reports(ctx context.Context, d *document) error {
	for k, w := range d.Reports {
		path, r := fmt.Sprintf("reports[%d]", k), w.report()
		f := fields{
			"quarter": r.Quarter, "version": r.Version, "state": model.Draft, "created_at": orNow(r.CreatedAt, i.now),
			"sent_on": nil, "received_on": nil, "cargo": r.Cargo,
		}
		if err := i.add(ctx, path, "reports", r.ID, f); err != nil {
			return err
		}
		for n, file := range r.Files {
			file.At = orNow(file.At, i.now)
			if err := i.add(ctx, fmt.Sprintf("%s.files[%d]", path, n), "report_files", file.ID, reportFileFields(r.ID, file)); err != nil {
				return err
			}
		}
		f = fields{"state": r.State, "sent_on": r.SentOn, "received_on": r.ReceivedOn}
		if err := i.settle(ctx, path, "reports", r.ID, f); err != nil {
			return err
		}
	}
	return nil
}

// settle brings a record that was written as a draft to its state. One that
// was refused already is not there to be brought anywhere.
func (i *importer) settle(ctx context.Context, path, table string, id model.ID, f fields) error {
	if i.faults.records()[path] {
		return nil
	}
	return i.refused(path, i.update(ctx, table, id, f))
}

// isCheck reports that a table's CHECK refused a row.
func isCheck(err error) bool {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return false
	}
	return e.Code() == sqlite3.SQLITE_CONSTRAINT_CHECK || e.Code() == sqlite3.SQLITE_CONSTRAINT_NOTNULL
}
