package model

import "strings"

// DefaultSCSEmail is where the Secretaría de Comunicación Social receives
// reports and account lists (6.1.1.2, 6.3.5, 6.4.1; for Annex 3 by A-38).
const DefaultSCSEmail = "rrss_scs@pcm.gob.pe"

// Entity is the institution of the Executive branch that keeps the records
// (article 2, O-001).
type Entity struct {
	Name         string   `json:"name"`    // Ministerio de Ejemplo
	Acronym      string   `json:"acronym"` // MINEJ
	Sector       string   `json:"sector"`
	RUC          string   `json:"ruc"`           // 11 digits, or empty
	Unit         string   `json:"unit"`          // the communications office's own name
	Address      string   `json:"address"`       // the institution's, for Annex 1 and the bios
	District     string   `json:"district"`      //
	EmailDomains []string `json:"email_domains"` // institutional mail domains, e.g. minej.gob.pe (6.1.1.4)
	SCSEmail     string   `json:"scs_email"`
}

// Validate reports every fault in the record.
func (e Entity) Validate() error {
	var p FieldErrors
	p.Check(strings.TrimSpace(e.Name) != "", "Entidad", "escriba el nombre de la entidad")
	p.Check(strings.TrimSpace(e.Acronym) != "", "Siglas", "escriba las siglas, por ejemplo MINEJ")
	p.Check(e.RUC == "" || digits(e.RUC, 11), "RUC", "escriba los 11 dígitos o déjelo vacío")
	p.Check(isEmail(e.SCSEmail), "Correo de la SCS", "escriba un correo, por ejemplo "+DefaultSCSEmail)
	for _, d := range e.EmailDomains {
		p.Check(isDomain(d), "Dominios de correo", "«"+d+"» no es un dominio; escriba por ejemplo minej.gob.pe")
	}
	return p.Err()
}

// OfficialEmail reports whether address belongs to one of the entity's
// institutional domains (6.1.1.4, O-030). Without recorded domains any
// gob.pe address is taken as institutional.
func (e Entity) OfficialEmail(address string) bool {
	_, domain, ok := strings.Cut(strings.ToLower(address), "@")
	if !ok {
		return false
	}
	if len(e.EmailDomains) == 0 {
		return domain == "gob.pe" || strings.HasSuffix(domain, ".gob.pe")
	}
	for _, d := range e.EmailDomains {
		d = strings.ToLower(d)
		if domain == d || strings.HasSuffix(domain, "."+d) {
			return true
		}
	}
	return false
}
