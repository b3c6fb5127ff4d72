package model

import (
	"time"

	"faro/model/calendar"
)

// Metric is a figure of a post, by the name Annex 3 gives it. Platforms rename
// theirs; the source tells which name was read.
type Metric string

// The metrics of Annex 3 in use.
const (
	Reach        Metric = "alcance"
	Impressions  Metric = "impresiones" // Instagram informs views since 2024
	Views        Metric = "visualizaciones"
	Interactions Metric = "interaccion"
	AverageWatch Metric = "tiempo_promedio" // whole seconds
)

// Label is the metric on screen.
func (m Metric) Label() string {
	switch m {
	case Reach:
		return "Alcance"
	case Impressions:
		return "Impresiones"
	case Views:
		return "Visualizaciones"
	case Interactions:
		return "Interacción"
	case AverageWatch:
		return "Tiempo promedio"
	}
	return string(m)
}

// Valid reports whether m is one of the known metrics.
func (m Metric) Valid() bool {
	switch m {
	case Reach, Impressions, Views, Interactions, AverageWatch:
		return true
	}
	return false
}

// Values holds the known figures of a post. A metric that is not a key is
// unknown, which is not zero.
type Values map[Metric]int64

// Snapshot is one figure of a post as read at one moment. Snapshots are added,
// never changed: the latest one is today's figure.
type Snapshot struct {
	ID      ID        `json:"id"`
	PostID  ID        `json:"post_id"`
	Metric  Metric    `json:"metric"`
	Value   int64     `json:"value"`
	Unknown bool      `json:"unknown"` // the figure was withdrawn: "sin dato" from here on
	Source  string    `json:"source"`  // "mano", or the platform's own name for the column
	File    string    `json:"file"`    // SHA-256 of the file it was read in, in hex
	TakenAt time.Time `json:"taken_at"`
}

// Measured is a post with its latest figures: a row of the Top 10 sheet.
type Measured struct {
	Post   Post   `json:"post"`
	Values Values `json:"values"`
}

// Figures are an account's followers at the two ends of a month.
// Nil is unknown.
type Figures struct {
	ID             ID             `json:"id"`
	AccountID      ID             `json:"account_id"`
	Month          calendar.Month `json:"month"`
	FollowersStart *int64         `json:"followers_start"`
	FollowersEnd   *int64         `json:"followers_end"`
}
