package model

import (
	"strings"

	"faro/model/calendar"
)

// Person is somebody (or an agency) who may hold functions, credentials and
// roles. No DNI and no home address is kept (Ley 29733).
type Person struct {
	ID       ID     `json:"id"`
	Name     string `json:"name"`
	Email    string `json:"email"` // institutional
	Phone    string `json:"phone"`
	Archived bool   `json:"archived"`
}

// Validate reports every fault in the record.
func (p Person) Validate() error {
	var bad FieldErrors
	bad.Check(strings.TrimSpace(p.Name) != "", "Nombre", "escriba nombres y apellidos")
	bad.Check(p.Email == "" || isEmail(p.Email), "Correo", "escriba un correo como ana.quispe@minej.gob.pe o déjelo vacío")
	return bad.Err()
}

// Function is what a person is to the accounts during a period.
type Function string

// The functions the Directive gives duties to.
const (
	Head     Function = "titular"           // titular de la Oficina de Comunicaciones
	Deputy   Function = "segundo"           // segundo en funciones
	Manager  Function = "community_manager" // 5.1.5
	Team     Function = "equipo"            // another member of the office
	Reviewer Function = "revisor"           // designated for the monthly review of roles (6.1.2.11)
	PCM      Function = "pcm"               // Coordinación de Comunicación Digital, SCS-PCM (6.1.1.6)
	Agency   Function = "agencia"           // media agency (6.1.2.10)
)

// Functions lists every function in the order shown.
func Functions() []Function {
	return []Function{Head, Deputy, Manager, Team, Reviewer, PCM, Agency}
}

// Label is the function's name on screen.
func (f Function) Label() string {
	switch f {
	case Head:
		return "Titular de la OC"
	case Deputy:
		return "Segundo en funciones"
	case Manager:
		return "Community manager"
	case Team:
		return "Equipo de la OC"
	case Reviewer:
		return "Designado para revisar roles"
	case PCM:
		return "Coordinación PCM"
	case Agency:
		return "Agencia de medios"
	}
	return string(f)
}

// Valid reports whether f is one of the known functions.
func (f Function) Valid() bool {
	switch f {
	case Head, Deputy, Manager, Team, Reviewer, PCM, Agency:
		return true
	}
	return false
}

// OfEntity reports whether who holds f belongs to the entity, and so counts
// among its two or three administrators.
func (f Function) OfEntity() bool { return f.Valid() && f != PCM && f != Agency }

// Appointment gives a person a function from a day, until its last day if one
// is set (5.2.4, 6.2.1.3).
type Appointment struct {
	ID       ID           `json:"id"`
	PersonID ID           `json:"person_id"`
	Function Function     `json:"function"`
	From     calendar.Day `json:"from"`
	Until    calendar.Day `json:"until"` // last day in it; zero while it lasts
	Document string       `json:"document"`
}

// Validate reports every fault in the record.
func (a Appointment) Validate() error {
	var p FieldErrors
	p.Check(a.PersonID > 0, "Persona", "elija una persona")
	p.Check(a.Function.Valid(), "Función", "elija una función")
	p.Check(!a.From.IsZero(), "Desde", "escriba desde qué día, por ejemplo 01/10/2026")
	p.Check(a.Until.IsZero() || !a.Until.Before(a.From), "Hasta", "no puede ser anterior al inicio")
	return p.Err()
}

// On reports whether the appointment is in force on day.
func (a Appointment) On(day calendar.Day) bool {
	return !day.Before(a.From) && (a.Until.IsZero() || !day.After(a.Until))
}
