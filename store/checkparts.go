package store

import (
	"fmt"
	"slices"
	"strings"

	"faro/model"
)

// fieldNames are the fields of the document that the rules of the records
// speak of by their labels on screen.
var fieldNames = map[string]map[string]string{
	"entity": {
		"Entidad": "name", "Siglas": "acronym", "RUC": "ruc", "Correo de la SCS": "scs_email", "Dominios de correo": "email_domains",
	},
	"holidays":     {"Día": "day", "Nombre": "name"},
	"people":       {"Nombre": "name", "Correo": "email"},
	"appointments": {"Persona": "person_id", "Función": "function", "Desde": "from", "Hasta": "until"},
	"accounts": {
		"Red social": "network", "Usuario": "handle", "Correo de gestión": "email", "Cierre": "closed",
	},
	"fakes":       {"Cuenta": "account_id", "Enlace": "url", "Vista el": "seen_on", "Retirada el": "removed_on"},
	"credentials": {"Cuenta": "account_id", "Correo": "address"},
	"custodies":   {"Credencial": "credential_id", "Custodio": "person_id", "Desde": "from", "Hasta": "until"},
	"changes":     {"Credencial": "credential_id", "Fecha": "day", "Quién": "person_id", "Canal": "channel"},
	"campaigns":   {"Campaña": "name", "Inicio": "starts", "Fin": "ends"},
	"grants":      {"Cuenta": "account_id", "Persona": "person_id", "Rol": "role", "Desde": "from", "Hasta": "until"},
	"justified":   {"Día": "day", "Motivo": "reason", "Autor": "author_id"},
	"figures": {
		"Cuenta": "account_id", "Mes": "month",
		"Seguidores al inicio": "followers_start", "Seguidores al final": "followers_end",
	},
	"posts": {"Cuenta": "account_id", "Fecha": "day", "Tipo": "kind", "Hora": "at"},
}

func (c *checker) reviews(d *document) {
	walk(c, "reviews", d.Reviews, func(w *wireReview) {
		record := c.path
		w.Initials = model.Clean(w.Initials)
		c.holds(w.Month.Valid(), "month", "falta el mes")
		c.points("reviewer_id", "people", w.ReviewerID)
		c.points("corrects_id", "reviews", w.CorrectsID)
		c.holds(w.CorrectsID == 0 || w.CorrectsID < w.ID, "corrects_id", "solo se corrige una revisión anterior")
		if !w.SignedAt.at.IsZero() {
			c.holds(w.ReviewerID != 0, "reviewer_id", "falta quién firmó")
			c.holds(w.Initials != "", "initials", "faltan las iniciales de la firma")
		}
		seen := map[model.ID]bool{}
		for i := range w.Rows {
			row := &w.Rows[i]
			row.Reason = model.CleanText(row.Reason)
			c.path = fmt.Sprintf("%s.rows[%d]", record, i)
			c.once("rows", c.path, row.ID)
			c.holds(row.GrantID != 0, "grant_id", "falta el rol")
			c.holds(!seen[row.GrantID], "grant_id", "el rol está dos veces")
			c.points("grant_id", "grants", row.GrantID)
			known := row.Decision == model.Undecided || slices.Contains(model.Decisions(), row.Decision)
			c.holds(known, "decision", "debe ser mantener, retirar, no_se o vacío")
			seen[row.GrantID] = true
		}
		c.path = record
		for i, id := range w.Looked {
			c.holds(id > 0 && slices.Index(w.Looked, id) == i, "looked", "una cuenta falta o está dos veces")
			c.points("looked", "accounts", id)
		}
	})
}

func (c *checker) posts(d *document) {
	walk(c, "posts", d.Posts, func(w *wirePost) {
		precision := w.Precision
		p, err := readyPost(w.post())
		c.valid("posts", err)
		*w = wiredPost(p)
		c.holds(precision == "" || precision == p.Precision, "precision", "no va con la hora: con hora no es «dia», y sin ella no es otra")
		c.holds(worth(p.Precision) >= 0, "precision", "no es una precisión conocida")
		c.holds(slices.Contains(origins(), p.Origin), "origin", "no es un origen conocido")
		c.points("account_id", "accounts", p.AccountID)
	})
	walk(c, "metrics", d.Metrics, func(w *wireSnapshot) {
		w.Source, w.File = model.Clean(w.Source), strings.ToLower(w.File)
		c.holds(w.PostID != 0, "post_id", "falta la publicación")
		c.points("post_id", "posts", w.PostID)
		c.holds(w.Metric.Valid(), "metric", "no es una métrica conocida")
		c.holds(w.Value >= 0, "value", "no puede ser negativa")
		c.holds(!w.Unknown || w.Value == 0, "value", "una cifra retirada no tiene valor")
		c.holds(w.Source != "", "source", "falta la fuente")
		c.holds(w.File == "" || isSHA256(w.File), "file", "debe ser una huella SHA-256 o vacío")
		c.holds(!w.TakenAt.at.IsZero(), "taken_at", "falta cuándo se leyó")
	})
}

// origins are the doors through which a post comes in.
func origins() []model.Origin {
	return []model.Origin{model.ByKey, model.ByLink, model.ByHand, model.ByTop10, model.ByFile}
}

func (c *checker) reports(d *document) {
	walk(c, "reports", d.Reports, func(w *wireReport) {
		record := c.path
		w.Cargo = model.Clean(w.Cargo)
		c.holds(w.Quarter.Valid(), "quarter", "falta el trimestre")
		c.holds(w.Version > 0, "version", "debe ser 1 o más")
		sent, received := !w.SentOn.IsZero(), !w.ReceivedOn.IsZero()
		switch w.State {
		case model.Draft:
			c.holds(!sent && !received, "state", "un borrador no tiene fecha de envío ni de recepción")
		case model.Sent:
			c.holds(sent && !received, "state", "un informe enviado tiene fecha de envío y no de recepción")
		case model.Received:
			c.holds(sent && received, "state", "un informe recibido tiene fecha de envío y de recepción")
			c.holds(!w.ReceivedOn.Before(w.SentOn), "received_on", "no puede ser anterior al envío")
		default:
			c.holds(false, "state", "debe ser borrador, enviado o recibido")
		}
		for i := range w.Files {
			f := &w.Files[i]
			f.Format, f.Name, f.SHA256 = model.Clean(f.Format), model.Clean(f.Name), strings.ToLower(f.SHA256)
			c.path = fmt.Sprintf("%s.files[%d]", record, i)
			c.once("files", c.path, f.ID)
			c.holds(f.Format != "", "format", "falta el formato")
			c.holds(f.Name != "" && !strings.ContainsAny(f.Name, `/\`), "name", "debe ser un nombre sin carpeta")
			c.holds(isSHA256(f.SHA256), "sha256", "debe ser una huella SHA-256 de 64 cifras")
		}
		c.path = record
	})
}
