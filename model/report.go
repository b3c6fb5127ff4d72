package model

import (
	"time"

	"faro/model/calendar"
)

// Report is one version of a quarter's Annex 3 (6.3.2, O-106). A version that
// was sent is never written over; what follows it is a new version.
type Report struct {
	ID         ID               `json:"id"`
	Quarter    calendar.Quarter `json:"quarter"`
	Version    int              `json:"version"` // 1, 2, …
	State      ReportState      `json:"state"`
	CreatedAt  time.Time        `json:"created_at"`
	SentOn     calendar.Day     `json:"sent_on"`     // zero until sent
	ReceivedOn calendar.Day     `json:"received_on"` // zero until received
	Cargo      string           `json:"cargo"`       // expediente or cargo number of the reception
	Files      []ReportFile     `json:"files"`
}

// ReportFile is a file written for a version, with the hash that proves it.
type ReportFile struct {
	ID     ID        `json:"id"`
	Format string    `json:"format"` // xlsx, csv, json, eml, …
	Name   string    `json:"name"`   // file name without its folder
	SHA256 string    `json:"sha256"` // hex
	At     time.Time `json:"at"`
}

// ReportState is how far a version has come.
type ReportState string

// The states, in their order.
const (
	Draft    ReportState = "borrador"
	Sent     ReportState = "enviado"
	Received ReportState = "recibido"
)
