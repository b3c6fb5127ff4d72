package today

import (
	"strconv"
	"strings"

	"faro/model"
	"faro/model/calendar"
)

// summary says what became of the posts handed over: «14:05 Facebook
// registrado», or for many «3 registrados, 1 ya estaba, 1 no se reconoce: …».
func summary(r model.AddResult, bad []entry, names map[model.ID]string, today calendar.Day) string {
	if len(r.Added)+len(r.Completed)+len(r.Known) == 1 && len(bad) == 0 {
		return single(r, names, today)
	}
	var parts []string
	add := func(n int, one, many string) {
		switch {
		case n == 1:
			parts = append(parts, "1 "+one)
		case n > 1:
			parts = append(parts, strconv.Itoa(n)+" "+many)
		}
	}
	add(len(r.Added), "registrado", "registrados")
	add(len(r.Completed), "completado", "completados")
	add(len(r.Known), "ya estaba", "ya estaban")
	undated, lost := 0, 0
	fault := ""
	for _, e := range bad {
		if e.fault == "" {
			undated++
			continue
		}
		if lost++; lost == 1 {
			fault = e.fault
		}
	}
	add(undated, "por decidir", "por decidir")
	add(lost, "no se reconoce", "no se reconocen")
	text := strings.Join(parts, ", ")
	if fault != "" {
		text += ": " + fault
	}
	return text
}

// single is the summary of one post.
func single(r model.AddResult, names map[model.ID]string, today calendar.Day) string {
	switch {
	case len(r.Completed) == 1:
		p := r.Completed[0]
		return moment(p, today) + " " + names[p.AccountID] + ": enlace completado"
	case len(r.Known) == 1:
		p := r.Known[0]
		return moment(p, today) + " " + names[p.AccountID] + " ya estaba registrado"
	}
	p := r.Added[0]
	text := moment(p, today) + " " + names[p.AccountID] + " registrado"
	if !p.Timed() {
		text += ", sin hora"
	}
	return text
}

// moment is when a post was published, with its day unless it is today.
func moment(p model.Post, today calendar.Day) string {
	switch {
	case !p.Timed():
		return p.Day.Slashed()
	case p.Day == today:
		return calendar.Clock(p.At)
	}
	return calendar.Stamp(p.At)
}
