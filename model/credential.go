package model

import (
	"strings"

	"faro/model/calendar"
)

// Credential is something with a password that opens an account. The secret
// itself is never kept: there is no field for it (6.1.2.6).
type Credential struct {
	ID        ID             `json:"id"`
	Kind      CredentialKind `json:"kind"`
	AccountID ID             `json:"account_id"` // for NetworkAccess and PersonalAccess
	Address   string         `json:"address"`    // for Mailbox
	Since     calendar.Day   `json:"since"`      // day it came into use, from which the first month runs
	Retired   calendar.Day   `json:"retired"`    // zero while in use
}

// CredentialKind tells the two clocks of 6.1.2.5 apart.
type CredentialKind string

// The kinds of credential.
const (
	NetworkAccess  CredentialKind = "red"      // the network's own password (O-045)
	Mailbox        CredentialKind = "correo"   // the associated e-mail's password (O-046)
	PersonalAccess CredentialKind = "personal" // administrators' personal accounts, declared monthly (A-10b)
)

// Label is the kind on screen.
func (k CredentialKind) Label() string {
	switch k {
	case NetworkAccess:
		return "Contraseña de la red"
	case Mailbox:
		return "Contraseña del correo"
	case PersonalAccess:
		return "Cuentas personales (declaración)"
	}
	return string(k)
}

// Custody says that a person knows a credential during a period. Only the
// community manager and the head may (6.1.2.4, 6.2.1.2).
type Custody struct {
	ID           ID           `json:"id"`
	CredentialID ID           `json:"credential_id"`
	PersonID     ID           `json:"person_id"`
	From         calendar.Day `json:"from"`
	Until        calendar.Day `json:"until"` // last day; zero while it lasts
}

// Validate reports every fault in the record.
func (c Custody) Validate() error {
	var p FieldErrors
	p.Check(c.CredentialID > 0, "Credencial", "elija la credencial")
	p.Check(c.PersonID > 0, "Custodio", "elija una persona")
	p.Check(!c.From.IsZero(), "Desde", "escriba desde qué día")
	p.Check(c.Until.IsZero() || !c.Until.Before(c.From), "Hasta", "no puede ser anterior al inicio")
	return p.Err()
}

// On reports whether the custody is in force on day.
func (c Custody) On(day calendar.Day) bool {
	return !day.Before(c.From) && (c.Until.IsZero() || !day.After(c.Until))
}

// CredentialChange records that a password was changed; it alone moves the
// clock (6.1.2.5). What was changed to is nobody's business here.
type CredentialChange struct {
	ID           ID           `json:"id"`
	CredentialID ID           `json:"credential_id"`
	Day          calendar.Day `json:"day"`
	PersonID     ID           `json:"person_id"` // who changed it
	Mixed        bool         `json:"mixed"`     // declared: upper, lower, digits, signs, unpredictable (6.1.2.2)
	Distinct     bool         `json:"distinct"`  // declared: different from every other (6.1.2.3)
	Channel      Channel      `json:"channel"`   // how it reached the other custodian (6.1.2.6)
	Note         string       `json:"note"`
}

// Channel is how a password was handed over. Instant messaging is not among
// them on purpose (6.1.2.6, O-047).
type Channel string

// The channels.
const (
	NoDelivery        Channel = "ninguno"
	InstitutionalMail Channel = "correo_institucional"
	InPerson          Channel = "en_persona"
	SealedEnvelope    Channel = "sobre_cerrado"
	PasswordManager   Channel = "gestor_de_contrasenas"
)

// Channels lists every channel in the order shown.
func Channels() []Channel {
	return []Channel{InPerson, InstitutionalMail, SealedEnvelope, PasswordManager, NoDelivery}
}

// Label is the channel on screen.
func (c Channel) Label() string {
	switch c {
	case NoDelivery:
		return "No se entregó a nadie más"
	case InstitutionalMail:
		return "Correo institucional"
	case InPerson:
		return "En persona"
	case SealedEnvelope:
		return "Sobre cerrado con cargo"
	case PasswordManager:
		return "Gestor de contraseñas de la entidad"
	}
	return string(c)
}

// Valid reports whether c is one of the known channels.
func (c Channel) Valid() bool {
	switch c {
	case NoDelivery, InstitutionalMail, InPerson, SealedEnvelope, PasswordManager:
		return true
	}
	return false
}

// Validate reports every fault in the record.
func (c CredentialChange) Validate() error {
	var p FieldErrors
	p.Check(c.CredentialID > 0, "Credencial", "elija la credencial")
	p.Check(c.Day.Valid(), "Fecha", "escriba el día del cambio, por ejemplo 23/11/2026")
	p.Check(c.PersonID > 0, "Quién", "elija quién la cambió")
	p.Check(c.Channel.Valid(), "Canal", "elija cómo se entregó; la mensajería instantánea no está permitida (6.1.2.6)")
	return p.Err()
}

// Validate reports every fault in the record.
func (c Credential) Validate() error {
	var p FieldErrors
	p.Check(c.Kind == Mailbox || c.AccountID > 0, "Cuenta", "elija la cuenta")
	p.Check(c.Kind != Mailbox || strings.Contains(c.Address, "@"), "Correo", "escriba el correo")
	return p.Err()
}
