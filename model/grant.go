package model

import (
	"strings"

	"faro/model/calendar"
)

// Role is what a person may do on an account. The Directive rules on the
// administrator and the advertiser only (5.1.10, 6.1.2.10).
type Role string

// The roles.
const (
	Administrator Role = "administrador" // Meta: acceso con control total
	Advertiser    Role = "anunciante"    // Meta: acceso a tareas, anuncios; or partner in Business Manager
	OtherRole     Role = "otro"
)

// Roles lists every role in the order shown.
func Roles() []Role { return []Role{Administrator, Advertiser, OtherRole} }

// Label is the role on screen.
func (r Role) Label() string {
	switch r {
	case Administrator:
		return "Administrador"
	case Advertiser:
		return "Anunciante"
	case OtherRole:
		return "Otro rol"
	}
	return string(r)
}

// Valid reports whether r is one of the known roles.
func (r Role) Valid() bool { return r == Administrator || r == Advertiser || r == OtherRole }

// Grant gives a person a role on an account from a day, until the day it was
// taken away.
type Grant struct {
	ID         ID           `json:"id"`
	AccountID  ID           `json:"account_id"`
	PersonID   ID           `json:"person_id"`
	Role       Role         `json:"role"`
	From       calendar.Day `json:"from"`
	Until      calendar.Day `json:"until"`       // day of removal on the platform; zero while it stands
	CampaignID ID           `json:"campaign_id"` // for an advertiser; zero: none recorded
	Declared   bool         `json:"declared"`    // no permissions of earlier campaigns remain (O-052)
	Note       string       `json:"note"`
}

// Validate reports every fault in the record.
func (g Grant) Validate() error {
	var p FieldErrors
	p.Check(g.AccountID > 0, "Cuenta", "elija la cuenta")
	p.Check(g.PersonID > 0, "Persona", "elija la persona")
	p.Check(g.Role.Valid(), "Rol", "elija el rol")
	p.Check(!g.From.IsZero(), "Desde", "escriba desde qué día, por ejemplo 01/10/2026")
	p.Check(g.Until.IsZero() || !g.Until.Before(g.From), "Hasta", "no puede ser anterior al inicio")
	return p.Err()
}

// On reports whether the grant stands on day. The day of removal itself is no
// longer covered: the role was taken away during it.
func (g Grant) On(day calendar.Day) bool {
	return !day.Before(g.From) && (g.Until.IsZero() || day.Before(g.Until))
}

// Campaign is a communication campaign; here it gives the advertiser role its
// last day (6.1.2.10, A-22).
type Campaign struct {
	ID     ID           `json:"id"`
	Name   string       `json:"name"`
	Paid   bool         `json:"paid"` // publicitaria; false: orgánica (5.1.2)
	Starts calendar.Day `json:"starts"`
	Ends   calendar.Day `json:"ends"` // last day
}

// Validate reports every fault in the record.
func (c Campaign) Validate() error {
	var p FieldErrors
	p.Check(strings.TrimSpace(c.Name) != "", "Campaña", "escriba el nombre de la campaña")
	p.Check(!c.Starts.IsZero(), "Inicio", "escriba el día de inicio")
	p.Check(!c.Ends.IsZero(), "Fin", "escriba el último día")
	p.Check(c.Ends.IsZero() || c.Starts.IsZero() || !c.Ends.Before(c.Starts), "Fin", "no puede ser anterior al inicio")
	return p.Err()
}
