// Package sample fills a records file with a fictional ministry, for the
// demonstration: its people, accounts, passwords, roles, a whole quarter of
// posts with their figures and the quarter in course until now. The words come
// from assets/sample.json; the same moment always gives the same facts.
package sample

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"time"

	"faro/model"
	"faro/store"
)

// Fill puts the ministry, as it stands at now, into a records file that holds
// nothing yet. The last thing recorded is the latest Facebook post of the day,
// its link pending, so that there is something to undo and to complete.
func Fill(ctx context.Context, records *store.Store, now time.Time) error {
	m, err := newMinistry(now)
	if err != nil {
		return err
	}
	facts, last := m.document()
	var b bytes.Buffer
	if err := json.NewEncoder(&b).Encode(facts); err != nil {
		return fmt.Errorf("write the sample: %w", err)
	}
	if _, err := records.Import(ctx, &b); err != nil {
		return fmt.Errorf("fill the sample: %w", err)
	}
	if len(last) == 0 {
		return nil
	}
	if _, err := records.AddPosts(ctx, last); err != nil {
		return fmt.Errorf("fill the sample: %w", err)
	}
	return nil
}

// document is the form of the records that Store.Import reads.
type document struct {
	Format       string                   `json:"formato"`
	Version      int                      `json:"version"`
	Entity       model.Entity             `json:"entity"`
	People       []model.Person           `json:"people"`
	Appointments []model.Appointment      `json:"appointments"`
	Accounts     []model.Account          `json:"accounts"`
	Credentials  []model.Credential       `json:"credentials"`
	Custodies    []model.Custody          `json:"custodies"`
	Changes      []model.CredentialChange `json:"changes"`
	Campaigns    []model.Campaign         `json:"campaigns"`
	Grants       []model.Grant            `json:"grants"`
	Reviews      []model.Review           `json:"reviews"`
	Justified    []model.JustifiedDay     `json:"justified"`
	Figures      []model.Figures          `json:"figures"`
	Posts        []post                   `json:"posts"`
	Metrics      []model.Snapshot         `json:"metrics"`
}

// post writes the instant no post of the sample has as the document does.
type post struct {
	model.Post
	RemovedAt string `json:"removed_at"`
}

// document gathers all facts but the day's latest Facebook post, which is
// handed over apart.
func (m ministry) document() (d document, last []model.Post) {
	d = document{
		Format: "faro", Version: 1, Entity: m.words.Entity,
		People: m.people(), Appointments: m.appointments(), Accounts: m.accounts(),
		Credentials: m.credentials(), Custodies: m.custodies(), Changes: m.changes(),
		Campaigns: m.campaigns(), Grants: m.grants(), Reviews: m.reviews(),
		Justified: m.justified(), Figures: m.figures(),
	}
	for _, a := range m.words.Accounts {
		posts := m.posts(a, m.first, m.now)
		if n := len(posts) - 1; a.Network == model.Facebook && n >= 0 && posts[n].Day == m.today {
			last = append(last, pending(posts[n]))
			posts = posts[:n]
		}
		for i := range posts {
			posts[i].ID = model.ID(len(d.Posts) + 1)
			d.Posts = append(d.Posts, post{Post: posts[i]})
		}
		for _, s := range m.snapshots(a, posts) {
			s.ID = model.ID(len(d.Metrics) + 1)
			d.Metrics = append(d.Metrics, s)
		}
	}
	return d, last
}

// pending is the post as it is noted when it has just gone out.
func pending(p model.Post) model.Post {
	p.Link, p.PlatformID, p.Text, p.Kind, p.Origin = "", "", "", model.Publication, model.ByKey
	p.Precision = model.RecordedTime
	return p
}
