package annex

import (
	"fmt"

	"faro/model"
	"faro/model/directive"
)

// sectionNotes hold for every table of a network.
func sectionNotes(s Section, c directive.Criteria) []string {
	if len(s.Accounts) == 0 {
		return []string{"La entidad no tiene una cuenta registrada en " + s.Network.LongLabel() + "."}
	}
	var notes []string
	metric := directive.RankingMetric(s.Network, c)
	if s.Network != model.Facebook && s.Network != model.X || metric != audience(s.Network) {
		notes = append(notes, "Orden: de mayor a menor «"+columnOf(s.Network, metric)+"» (criterio A-15).")
	}
	if text := interactionNote(s.Network, c.Interactions[s.Network]); text != "" {
		notes = append(notes, text)
	}
	return notes
}

// interactionNote says what the interaction is made of (A-16b).
func interactionNote(n model.Network, source directive.InteractionSource) string {
	parts := ""
	switch n {
	case model.Facebook:
		parts = "reacciones, comentarios y veces compartido"
	case model.X:
		parts = "me gusta, respuestas, republicaciones y citas"
	case model.Instagram:
		parts = "me gusta, comentarios, guardados y veces compartido"
	case model.TikTok:
		parts = "me gusta, comentarios y veces compartido"
	case model.YouTube, model.Other:
		return ""
	}
	text := "el total que informa la red; si no lo informa, la suma de " + parts
	if source == directive.ComponentSum {
		text = "la suma de " + parts
	}
	return columnOf(n, model.Interactions) + ": " + text + " (criterio A-16b)."
}

// adopted words the readings the report rests on, as they stand now.
func adopted(c directive.Criteria) []string {
	kind, group := "calendario", "cuenta"
	if c.Quarter.Business {
		kind = "hábiles"
	}
	if c.Annex3.Group == directive.ByNetwork {
		group = "red"
	}
	return []string{
		fmt.Sprintf("A-13: trimestres de calendario; plazo interno de %d días %s (la Directiva no fija plazo).", c.Quarter.Days, kind),
		"A-14: tres tablas mensuales (MES 1, 2 y 3) por " + group + ".",
		"A-15: donde el Anexo no fija la medida, se ordena por la que se indica en cada red; los empates, por más interacción, publicación más antigua y enlace.",
		"A-16: Engagement Rate = (Interacción × 100) ÷ alcance o impresiones, con dos decimales; sin denominador, «—» y fuera de los promedios.",
		"A-17: se conserva el rótulo del Anexo y se anota el nombre que hoy da la red.",
		"A-18: cifras acumuladas de cada publicación, según el último registro a la fecha de elaboración.",
		"A-19: siempre diez filas; las que no se usan llevan «—».",
		"A-20: fecha de publicación en Lima; enlaces sin parámetros de seguimiento.",
		"A-36: la red X conserva el nombre del Anexo, «TWITTER (X)».",
	}
}
