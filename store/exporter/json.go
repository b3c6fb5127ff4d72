package exporter

import (
	"encoding/json"
	"io"
	"time"

	"faro/model"
	"faro/model/annex"
	"faro/model/calendar"
	"faro/model/directive"
)

// The JSON report names itself and its shape. Fields are only ever added
// within a version.
const (
	jsonFormat  = "faro/anexo3"
	jsonVersion = 1
)

// JSON writes the whole report for other programs. Field names are those of
// the types below, in English; the figures keep their Spanish keys. What is
// unknown is null, never 0 and never missing; unused rows are left out. Days
// are 2026-10-20, months 2026-10, quarters 2026-T4, instants UTC.
func JSON(w io.Writer, q annex.Quarterly) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(jsonOf(q))
}

type jsonReport struct {
	Format        string           `json:"format"` // always "faro/anexo3"
	FormatVersion int              `json:"format_version"`
	Entity        jsonEntity       `json:"entity"`
	Quarter       calendar.Quarter `json:"quarter"`
	Title         string           `json:"title"` // «IV Trimestre 2026»
	From          calendar.Day     `json:"from"`
	Until         calendar.Day     `json:"until"`
	Version       int              `json:"version"`
	Made          calendar.Day     `json:"made"`
	Due           calendar.Day     `json:"due"`            // «plazo interno»
	Complete      bool             `json:"complete"`       // every expected row with all of its figures
	Rows          int              `json:"rows"`           // rows with a publication
	Expected      int              `json:"expected_rows"`  // rows there should be
	Unknown       int              `json:"unknown_values"` // figures and links of those rows that are unknown
	Networks      []jsonNetwork    `json:"networks"`       // always five, in the order of Annex 3
	Gaps          []jsonGap        `json:"gaps"`
	Criteria      []string         `json:"criteria"` // readings adopted
}

type jsonEntity struct {
	Name    string  `json:"name"`
	Acronym string  `json:"acronym"`
	Sector  *string `json:"sector"`
	RUC     *string `json:"ruc"`
	Unit    *string `json:"unit"`
}

type jsonNetwork struct {
	Network  model.Network `json:"network"`  // facebook, x, youtube, instagram, tiktok
	Title    string        `json:"title"`    // as the Annex prints it
	Totals   jsonTotals    `json:"totals"`   // of the ranked rows of the quarter
	Accounts []jsonAccount `json:"accounts"` // empty: the entity has none there
	Notes    []string      `json:"notes"`
}

type jsonTotals struct {
	Posts        int          `json:"posts"` // publications known, ranked or not
	Rows         int          `json:"rows"`
	Metric       model.Metric `json:"metric"`   // what audience adds up
	Audience     *int64       `json:"audience"` // over the rows that have the figure
	Interactions *int64       `json:"interactions"`
	Rate         *json.Number `json:"engagement_rate"` // pooled, percent
}

type jsonAccount struct {
	Handle *string     `json:"handle"` // without "@"; null where accounts are pooled or have none
	Name   *string     `json:"name"`
	Months []jsonMonth `json:"months"` // three
}

type jsonMonth struct {
	Month          calendar.Month `json:"month"`
	Number         int            `json:"number"` // MES 1, 2 or 3
	Title          string         `json:"title"`  // the table's, as the Annex prints it
	Posts          int            `json:"posts"`  // publications known in the month
	FollowersStart *int64         `json:"followers_start"`
	FollowersEnd   *int64         `json:"followers_end"`
	Rows           []jsonRow      `json:"rows"`
	Notes          []string       `json:"notes"`
}

type jsonRow struct {
	N           int                     `json:"n"`
	Values      map[model.Metric]*int64 `json:"values"`          // one key for each figure of the table; tiempo_promedio in seconds
	Rate        *json.Number            `json:"engagement_rate"` // percent, two decimals
	Day         calendar.Day            `json:"day"`             // Lima day of publication
	PublishedAt *time.Time              `json:"published_at"`    // null where only the day is known
	Link        *string                 `json:"link"`            // null while pending
	Text        *string                 `json:"text"`
}

type jsonGap struct {
	Kind    annex.GapKind   `json:"kind"`
	Network model.Network   `json:"network"`
	Account *string         `json:"account"`
	Month   *calendar.Month `json:"month"`
	Row     *int            `json:"row"`
	Metric  *model.Metric   `json:"metric"`
	Text    string          `json:"text"` // in Spanish
}

func jsonOf(q annex.Quarterly) jsonReport {
	c := q.Completeness()
	r := jsonReport{
		Format: jsonFormat, FormatVersion: jsonVersion,
		Entity:  jsonEntity{q.Entity.Name, q.Entity.Acronym, text(q.Entity.Sector), text(q.Entity.RUC), text(q.Entity.Unit)},
		Quarter: q.Quarter, Title: q.Quarter.Title(), From: q.Quarter.First(), Until: q.Quarter.Last(),
		Version: q.Version, Made: q.Made, Due: q.Due,
		Complete: c.Complete(), Rows: c.Rows, Expected: c.Expected, Unknown: c.Values,
		Gaps: []jsonGap{}, Criteria: list(q.Criteria),
	}
	totals := q.Summary()
	for i, s := range q.Networks {
		r.Networks = append(r.Networks, jsonSection(s, totals[i]))
	}
	for _, g := range q.Gaps() {
		r.Gaps = append(r.Gaps, jsonGapOf(g))
	}
	return r
}

func jsonSection(s annex.Section, t annex.NetworkTotals) jsonNetwork {
	n := jsonNetwork{
		Network: s.Network, Title: s.Title, Accounts: []jsonAccount{}, Notes: list(s.Notes),
		Totals: jsonTotals{
			Posts: t.Posts, Rows: t.Rows, Metric: t.Metric,
			Audience: sum(t.Audience), Interactions: sum(t.Interactions), Rate: rate(t.Rate, t.HasRate),
		},
	}
	for _, table := range s.Tables {
		if table.Number == 1 {
			n.Accounts = append(n.Accounts, jsonAccount{Handle: text(table.Account.Handle), Name: text(table.Account.Name)})
		}
		last := &n.Accounts[len(n.Accounts)-1]
		last.Months = append(last.Months, jsonTable(table))
	}
	return n
}

func jsonTable(t annex.Table) jsonMonth {
	m := jsonMonth{
		Month: t.Month, Number: t.Number, Title: t.Title, Posts: t.Posts,
		FollowersStart: t.Figures.FollowersStart, FollowersEnd: t.Figures.FollowersEnd,
		Rows: []jsonRow{}, Notes: list(t.Notes),
	}
	for _, r := range t.Rows {
		if !r.Empty {
			m.Rows = append(m.Rows, jsonRowOf(t, r))
		}
	}
	return m
}

func jsonRowOf(t annex.Table, r annex.Row) jsonRow {
	post := r.Post.Post
	row := jsonRow{
		N: r.N, Values: map[model.Metric]*int64{}, Rate: rate(r.Rate, r.HasRate),
		Day: post.Day, Link: text(post.Link), Text: text(post.Text),
	}
	if post.Timed() {
		row.PublishedAt = new(post.At.UTC())
	}
	for _, c := range t.Columns {
		if c.Metric == "" {
			continue
		}
		row.Values[c.Metric] = nil
		if v, known := r.Post.Values[c.Metric]; known {
			row.Values[c.Metric] = &v
		}
	}
	return row
}

func jsonGapOf(g annex.Gap) jsonGap {
	gap := jsonGap{Kind: g.Kind, Network: g.Network, Text: g.String()}
	if g.Kind == annex.NoAccount {
		return gap
	}
	gap.Account, gap.Month = text(account(g.Account)), &g.Month
	if g.Row > 0 {
		gap.Row = &g.Row
	}
	if g.Metric != "" {
		gap.Metric = &g.Metric
	}
	return gap
}

// text is null where nothing is known.
func text(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func sum(s annex.Sum) *int64 {
	if !s.Any() {
		return nil
	}
	return &s.Value
}

func rate(r directive.Rate, ok bool) *json.Number {
	if !ok {
		return nil
	}
	return new(json.Number(percent(r)))
}

// list is an empty list rather than null where there is nothing.
func list(lines []string) []string {
	if lines == nil {
		return []string{}
	}
	return lines
}
