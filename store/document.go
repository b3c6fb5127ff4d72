package store

import (
	"bytes"
	_ "embed"
	"fmt"
	"time"

	"faro/model"
	"faro/model/calendar"
)

// What the document of facts says of itself.
const (
	documentFormat  = "faro"
	documentVersion = 1
)

//go:embed schema.json
var schema []byte

// Schema is the JSON Schema (draft 2020-12) of the document that Export writes
// and Import reads.
func Schema() []byte { return bytes.Clone(schema) }

// document is every fact of a records file: what Export writes and Import
// reads. The history is not part of it; it stays in the file it tells of.
type document struct {
	Format       string                   `json:"formato"`
	Version      int                      `json:"version"`
	Entity       *model.Entity            `json:"entity"`
	Criteria     []setting                `json:"criteria"`
	Holidays     []calendar.Holiday       `json:"holidays"`
	People       []model.Person           `json:"people"`
	Appointments []model.Appointment      `json:"appointments"`
	Accounts     []model.Account          `json:"accounts"`
	Fakes        []model.FakeAccount      `json:"fakes"`
	Credentials  []model.Credential       `json:"credentials"`
	Custodies    []model.Custody          `json:"custodies"`
	Changes      []model.CredentialChange `json:"changes"`
	Campaigns    []model.Campaign         `json:"campaigns"`
	Grants       []model.Grant            `json:"grants"`
	Reviews      []wireReview             `json:"reviews"`
	Justified    []model.JustifiedDay     `json:"justified"`
	Figures      []model.Figures          `json:"figures"`
	Posts        []wirePost               `json:"posts"`
	Metrics      []wireSnapshot           `json:"metrics"`
	Reports      []wireReport             `json:"reports"`
}

// The records with instants, which the document writes as "" where there is
// none. A field of the outer struct stands for the inner one of its name.
type (
	wireReview struct {
		model.Review
		SignedAt stamp `json:"signed_at"`
	}
	wirePost struct {
		model.Post
		At         stamp `json:"at"`
		RemovedAt  stamp `json:"removed_at"`
		RecordedAt stamp `json:"recorded_at"`
	}
	wireSnapshot struct {
		model.Snapshot
		TakenAt stamp `json:"taken_at"`
	}
	wireReport struct {
		model.Report
		CreatedAt stamp      `json:"created_at"`
		Files     []wireFile `json:"files"`
	}
	wireFile struct {
		model.ReportFile
		At stamp `json:"at"`
	}
)

func wiredReview(r model.Review) wireReview { return wireReview{r, stamp{r.SignedAt}} }

func wiredPost(p model.Post) wirePost {
	return wirePost{p, stamp{p.At}, stamp{p.RemovedAt}, stamp{p.RecordedAt}}
}

func wiredSnapshot(n model.Snapshot) wireSnapshot { return wireSnapshot{n, stamp{n.TakenAt}} }

func wiredReport(r model.Report) wireReport {
	w := wireReport{r, stamp{r.CreatedAt}, []wireFile{}}
	for _, f := range r.Files {
		w.Files = append(w.Files, wireFile{f, stamp{f.At}})
	}
	return w
}

func (w wireReview) review() model.Review {
	w.Review.SignedAt = w.SignedAt.at
	return w.Review
}

func (w wirePost) post() model.Post {
	w.Post.At, w.Post.RemovedAt, w.Post.RecordedAt = w.At.at, w.RemovedAt.at, w.RecordedAt.at
	return w.Post
}

func (w wireSnapshot) snapshot() model.Snapshot {
	w.Snapshot.TakenAt = w.TakenAt.at
	return w.Snapshot
}

func (w wireReport) report() model.Report {
	w.Report.CreatedAt, w.Report.Files = w.CreatedAt.at, nil
	for _, f := range w.Files {
		f.ReportFile.At = f.At.at
		w.Report.Files = append(w.Report.Files, f.ReportFile)
	}
	return w.Report
}

// stamp is an instant in the document of facts: RFC 3339 in UTC, or "" where
// there is none.
type stamp struct{ at time.Time }

// MarshalText writes the instant.
func (t stamp) MarshalText() ([]byte, error) {
	if t.at.IsZero() {
		return []byte{}, nil
	}
	return t.at.UTC().AppendFormat(nil, time.RFC3339), nil
}

// UnmarshalText reads it again.
func (t *stamp) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		t.at = time.Time{}
		return nil
	}
	read, err := time.Parse(time.RFC3339, string(text))
	if err != nil {
		return fmt.Errorf("«%s» no es una fecha y hora; escríbala como 2026-11-23T19:05:00Z", model.Clean(string(text)))
	}
	t.at = seconds(read)
	return nil
}
