package mailer

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/mail"
	"strings"
	"time"

	"faro/model"
	"faro/model/annex"
)

// ReportMessage is the mail with which the entity sends a quarter's report to
// the SCS (6.3.2, A-38): what it is, which files go with it, and their hashes.
// From may be empty. It is the same message whenever its parts are the same.
func ReportMessage(q annex.Quarterly, from string, at time.Time, files ...Attachment) Message {
	return Message{
		ID:          messageID(q, from, files),
		Date:        at,
		From:        from,
		To:          q.Entity.SCSEmail,
		Subject:     Subject(q),
		Body:        body(q, files),
		Attachments: files,
	}
}

// Subject is «Informe trimestral de redes sociales (Anexo 3) – MINEJ – III
// Trimestre 2026», and says which version it is from the second on.
func Subject(q annex.Quarterly) string {
	s := fmt.Sprintf("Informe trimestral de redes sociales (Anexo 3) – %s – %s", model.Clean(q.Entity.Acronym), q.Quarter.Title())
	if q.Version > 1 {
		s += fmt.Sprintf(" (versión %d)", q.Version)
	}
	return s
}

func body(q annex.Quarterly, files []Attachment) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("Señores")
	line("Secretaría de Comunicación Social")
	line("Presidencia del Consejo de Ministros")
	line("")
	line("De nuestra consideración:")
	line("")
	line("En cumplimiento del numeral 6.3.2 de la Directiva N° 03-2022-PCM/SCS, remitimos el informe trimestral sobre cuentas de redes sociales, conforme a su Anexo 3.")
	line("")
	line("Entidad: %s (%s)", model.Clean(q.Entity.Name), model.Clean(q.Entity.Acronym))
	line("Período: %s, del %s al %s", q.Quarter.Title(), q.Quarter.First().Slashed(), q.Quarter.Last().Slashed())
	line("Versión: %d, elaborada el %s", q.Version, q.Made.Slashed())
	if q.Version > 1 {
		line("Esta versión reemplaza a las anteriores del mismo trimestre.")
	}
	c := q.Completeness()
	line("Filas registradas: %s de %s", model.Count(int64(c.Rows)), model.Count(int64(c.Expected)))
	if len(q.Gaps()) > 0 {
		line("Lo que falta se indica en la hoja «Resumen».")
	}
	attached(line, files)
	line("")
	line("Agradeceremos confirmar la recepción.")
	line("")
	line("Atentamente,")
	line("")
	if unit := model.Clean(q.Entity.Unit); unit != "" {
		line("%s", unit)
	}
	line("%s", model.Clean(q.Entity.Name))
	return b.String()
}

// attached lists the files with their hashes.
func attached(line func(string, ...any), files []Attachment) {
	if len(files) == 0 {
		return
	}
	line("")
	line("Archivos adjuntos:")
	for _, f := range files {
		line("- %s (%s bytes)", fileName(f.Name), model.Count(int64(len(f.Data))))
		line("  SHA-256: %s", f.SHA256())
	}
}

// messageID identifies the message by what it says, on the entity's domain.
func messageID(q annex.Quarterly, from string, files []Attachment) string {
	said := fmt.Sprintln(q.Entity.RUC, q.Entity.Acronym, q.Quarter, q.Version, q.Made, from)
	for _, f := range files {
		said += fmt.Sprintln(f.Name, f.SHA256())
	}
	sum := sha256.Sum256([]byte(said))
	return hex.EncodeToString(sum[:16]) + "@" + domain(q.Entity, from)
}

// nowhere is a domain that can never exist (RFC 2606).
const nowhere = "faro.invalid"

// domain is the sender's, or else the entity's.
func domain(e model.Entity, from string) string {
	if a, err := mail.ParseAddress(from); err == nil {
		_, d, _ := strings.Cut(a.Address, "@")
		return hostName(d)
	}
	if len(e.EmailDomains) > 0 {
		return hostName(e.EmailDomains[0])
	}
	return nowhere
}

// hostName is a domain as a message id may bear it.
func hostName(s string) string {
	s = strings.ToLower(s)
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '.' && r != '-' {
			return nowhere
		}
	}
	if s == "" {
		return nowhere
	}
	return s
}
