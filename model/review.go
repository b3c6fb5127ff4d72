package model

import (
	"time"

	"faro/model/calendar"
)

// Review is the monthly look at the roles of every account (6.1.2.11, O-054).
// It is a draft until signed; signed, it never changes, and a correction is a
// new review that names it.
type Review struct {
	ID         ID             `json:"id"`
	Month      calendar.Month `json:"month"`
	ReviewerID ID             `json:"reviewer_id"`
	SignedAt   time.Time      `json:"signed_at"` // zero while a draft; its Lima day is the fact's date
	Initials   string         `json:"initials"`  // typed by the reviewer to sign
	CorrectsID ID             `json:"corrects_id"`
	Looked     []ID           `json:"looked"` // accounts whose platform page was attested as seen
	Rows       []ReviewRow    `json:"rows"`
}

// Signed reports whether the review is closed.
func (r Review) Signed() bool { return !r.SignedAt.IsZero() }

// ReviewRow is the decision on one grant.
type ReviewRow struct {
	ID       ID       `json:"id"`
	GrantID  ID       `json:"grant_id"`
	Decision Decision `json:"decision"`
	Reason   string   `json:"reason"`
}

// Decision is what the reviewer decided on one grant. The empty one means
// nothing yet: nothing is approved by silence.
type Decision string

// The decisions.
const (
	Undecided     Decision = ""
	Keep          Decision = "mantener"
	Revoke        Decision = "retirar"
	UnknownToHold Decision = "no_se" // «no sé»: to be found out
)

// Decisions lists what can be decided.
func Decisions() []Decision { return []Decision{Keep, Revoke, UnknownToHold} }

// Label is the decision on screen.
func (d Decision) Label() string {
	switch d {
	case Undecided:
		return "sin decidir"
	case Keep:
		return "mantener"
	case Revoke:
		return "retirar"
	case UnknownToHold:
		return "no sé"
	}
	return string(d)
}
