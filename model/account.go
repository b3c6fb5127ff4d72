package model

import (
	"strings"

	"faro/model/calendar"
)

// Account is an institutional account on a network: the seven fields of
// Annex 4 A (the first, the entity, is Entity) and what the rules need.
type Account struct {
	ID           ID           `json:"id"`
	Network      Network      `json:"network"`
	NetworkName  string       `json:"network_name"` // the network's name when it is Other
	Handle       string       `json:"handle"`       // user name without "@" (6.1.1.8)
	Name         string       `json:"name"`         // denominación, Annex 4 field 5
	Email        string       `json:"email"`        // management e-mail, Annex 4 field 3
	Responsibles []ID         `json:"responsibles"` // people, Annex 4 field 2
	Description  string       `json:"description"`  // objectives, audience, functions, Annex 4 field 6
	Content      string       `json:"content"`      // type of content, Annex 4 field 7
	Opened       calendar.Day `json:"opened"`       // zero: unknown, before the records begin
	Closed       calendar.Day `json:"closed"`       // zero while open
	TwoStep      TwoStep      `json:"two_step"`     // 6.1.2.1
	TwoStepOn    calendar.Day `json:"two_step_on"`  // day it was last seen
	Badge        Badge        `json:"badge"`        // 5.2.6
	BadgeOn      calendar.Day `json:"badge_on"`
	Archived     bool         `json:"archived"`
}

// TwoStep is what is known of two-step authentication (6.1.2.1, O-041).
type TwoStep string

// The states of two-step authentication. The empty one is "sin dato".
const (
	TwoStepUnknown TwoStep = ""
	TwoStepOn      TwoStep = "activada"
	TwoStepOff     TwoStep = "desactivada"
)

// Label is the state on screen.
func (t TwoStep) Label() string {
	if t == TwoStepUnknown {
		return "sin dato"
	}
	return string(t)
}

// Badge is the state of the verification badge (5.2.6, A-27).
type Badge string

// The states of the badge. The empty one is "sin dato".
const (
	BadgeUnknown    Badge = ""
	BadgeVerified   Badge = "verificada"
	BadgeRequested  Badge = "en_tramite"
	BadgeDenied     Badge = "denegada"
	BadgeNotOffered Badge = "no_ofrecida"
	BadgeNone       Badge = "sin_solicitar"
)

// Badges lists the states in the order shown.
func Badges() []Badge {
	return []Badge{BadgeUnknown, BadgeVerified, BadgeRequested, BadgeDenied, BadgeNotOffered, BadgeNone}
}

// Label is the state on screen.
func (b Badge) Label() string {
	switch b {
	case BadgeUnknown:
		return "sin dato"
	case BadgeVerified:
		return "verificada"
	case BadgeRequested:
		return "en trámite"
	case BadgeDenied:
		return "denegada"
	case BadgeNotOffered:
		return "no ofrecida por la red"
	case BadgeNone:
		return "sin solicitar"
	}
	return string(b)
}

// At is the handle as people write it, "@MinEjemploPeru", or the name where
// there is no handle.
func (a Account) At() string {
	if a.Handle == "" {
		return a.Name
	}
	return "@" + a.Handle
}

// NetworkLabel is the network's name on screen, with the account's own word
// for a network Annex 3 does not know.
func (a Account) NetworkLabel() string {
	if a.Network == Other && a.NetworkName != "" {
		return a.NetworkName
	}
	return a.Network.Label()
}

// Label names the account in a sentence: "Facebook @MinEjemploPeru".
func (a Account) Label() string {
	return strings.TrimSpace(a.NetworkLabel() + " " + a.At())
}

// OpenOn reports whether the account was open on day, its opening and closing
// days included.
func (a Account) OpenOn(day calendar.Day) bool {
	return !a.Archived && (a.Opened.IsZero() || !day.Before(a.Opened)) && (a.Closed.IsZero() || !day.After(a.Closed))
}

// Validate reports every fault that keeps the record from being stored. A
// handle the Directive does not like is stored and judged by the rules.
func (a Account) Validate() error {
	var p FieldErrors
	p.Check(a.Network.Valid(), "Red social", "elija una red social")
	p.Check(a.Network != Other || strings.TrimSpace(a.NetworkName) != "", "Red social", "escriba el nombre de la red")
	p.Check(strings.TrimSpace(a.Handle) != "" || strings.TrimSpace(a.Name) != "", "Usuario", "escriba el usuario de la cuenta, sin @")
	p.Check(!strings.ContainsAny(a.Handle, " @/"), "Usuario", "escriba solo el usuario, sin @, espacios ni barras")
	p.Check(a.Email == "" || isEmail(a.Email), "Correo de gestión", "escriba un correo como rrss@minej.gob.pe o déjelo vacío")
	p.Check(a.Closed.IsZero() || a.Opened.IsZero() || !a.Closed.Before(a.Opened), "Cierre", "no puede ser anterior a la apertura")
	return p.Err()
}

// FakeAccount is a false or apocryphal account of the entity that was seen;
// while one is open, the suffix «oficial» is allowed (6.1.1.9, O-039).
type FakeAccount struct {
	ID         ID           `json:"id"`
	AccountID  ID           `json:"account_id"` // the true account it imitates
	URL        string       `json:"url"`
	SeenOn     calendar.Day `json:"seen_on"`
	ReportedOn calendar.Day `json:"reported_on"`
	RemovedOn  calendar.Day `json:"removed_on"` // zero while it stands
}

// Validate reports every fault in the record.
func (f FakeAccount) Validate() error {
	var p FieldErrors
	p.Check(f.AccountID > 0, "Cuenta", "elija la cuenta que imita")
	p.Check(strings.TrimSpace(f.URL) != "", "Enlace", "pegue el enlace de la cuenta falsa")
	p.Check(!f.SeenOn.IsZero(), "Vista el", "escriba el día en que se detectó")
	p.Check(f.RemovedOn.IsZero() || !f.RemovedOn.Before(f.SeenOn), "Retirada el", "no puede ser anterior al día en que se detectó")
	return p.Err()
}
