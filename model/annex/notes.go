package annex

import (
	"fmt"
	"strconv"
	"strings"

	"faro/model"
	"faro/model/calendar"
)

// viewsRedefined is the day from which YouTube counts a view when playback
// starts, in every format.
var viewsRedefined = calendar.NewDay(2026, 8, 27)

// viewsNamed is the first year whose Instagram figures are «Visualizaciones»
//
const viewsNamed = 2024

// tableNotes are printed under a table: what is unusual about it and what its
// figures are called today.
func tableNotes(t Table, tie string, in Input) []string {
	var notes []string
	add := func(text string) {
		if text != "" {
			notes = append(notes, text)
		}
	}
	add(lifeNote(t, in.Made))
	add(countNote(t))
	if tie != "" {
		add(sentence(tie))
	}
	for _, r := range t.Rows {
		for _, w := range r.Warnings {
			add(sentence("Fila " + strconv.Itoa(r.N) + ": " + w))
		}
	}
	add(unknownNote(t))
	add(namesNote(t.Network, in.Quarter))
	return notes
}

// lifeNote says that the account or the month did not run its whole length.
func lifeNote(t Table, made calendar.Day) string {
	a := t.Account
	switch {
	case t.Month.Contains(a.Opened):
		return "La cuenta se abrió el " + a.Opened.Slashed() + "."
	case t.Month.Contains(a.Closed):
		return "La cuenta se cerró el " + a.Closed.Slashed() + "."
	case !t.open && a.Opened.After(t.Month.Last()):
		return "La cuenta aún no existía: se abrió el " + a.Opened.Slashed() + "."
	case !t.open:
		return "La cuenta ya no existía: se cerró el " + a.Closed.Slashed() + "."
	case made.Before(t.Month.First()):
		return "El mes no había empezado al elaborar el informe (" + made.Slashed() + ")."
	case !t.ended:
		return "El mes no había terminado al elaborar el informe (" + made.Slashed() + ")."
	}
	return ""
}

// countNote tells why rows are unused, or that not everything could be ranked
// (A-19, S23, S25).
func countNote(t Table) string {
	unranked := "«" + columnOf(t.Network, t.metric) + "» sin dato y no entran en el orden"
	if t.Unranked == 1 {
		unranked = "«" + columnOf(t.Network, t.metric) + "» sin dato y no entra en el orden"
	}
	switch {
	case t.Posts == 0 && t.open:
		return "Sin publicaciones registradas en el mes."
	case t.Posts == 0:
		return ""
	case t.Unranked > 0:
		return fmt.Sprintf("%s en el mes; %s con %s.", published(t.Posts), model.Count(int64(t.Unranked)), unranked)
	case t.Posts < Rows:
		return published(t.Posts) + " en el mes."
	}
	return ""
}

func published(n int) string {
	if n == 1 {
		return "1 publicación"
	}
	return model.Count(int64(n)) + " publicaciones"
}

// unknownNote names the figures that are unknown, row by row.
func unknownNote(t Table) string {
	var parts []string
	for _, r := range t.Rows {
		var what []string
		for _, m := range r.Missing {
			what = append(what, "«"+columnOf(t.Network, m)+"»")
		}
		if r.NoLink {
			what = append(what, "enlace")
		}
		if len(what) > 0 {
			parts = append(parts, fmt.Sprintf("fila %d (%s)", r.N, strings.Join(what, ", ")))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "Sin dato: " + strings.Join(parts, "; ") + "."
}

// namesNote tells what the network calls the figures now.
func namesNote(n model.Network, q calendar.Quarter) string {
	switch {
	case n == model.Instagram && q.Year >= viewsNamed:
		return "Impresiones: Instagram informa «Visualizaciones» desde 2024."
	case n == model.YouTube && q.Contains(viewsRedefined):
		return "Visualizaciones: YouTube cambió la definición el " + viewsRedefined.Slashed() +
			" (cuenta desde el inicio de la reproducción, en todos los formatos); el trimestre mezcla ambas."
	}
	return ""
}

// sentence ends a clause with a full stop.
func sentence(s string) string {
	if s == "" || strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}
