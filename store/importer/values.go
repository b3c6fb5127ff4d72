package importer

import (
	"math"
	"strings"

	"faro/model"
	"faro/model/directive"
)

// figures takes every figure the record tells, and the parts of the
// interaction. A blank one stays unknown.
func figures(p *pass, rec record, row *Row) error {
	row.Values = make(model.Values, 4)
	row.Sources = make(map[model.Metric]string, 4)
	for _, fig := range p.t.spec.figures {
		f := first(p.t.at, fig.from)
		n, state, err := p.number(rec, f, fig.unit, fig.needed)
		if err != nil {
			return err
		}
		switch {
		case state == knownCell:
			row.Values[fig.metric], row.Sources[fig.metric] = n, p.t.source(f)
		case state == askedCell:
			row.warn("«" + p.t.source(f) + "» puede leerse de dos maneras: queda sin dato")
		case state == blankCell && fig.needed && f != NoField:
			row.warn("«" + p.t.source(f) + "» está en blanco: queda sin dato")
		}
	}
	if err := p.components(rec, row); err != nil {
		return err
	}
	return p.interaction(rec, row)
}

// components takes the parts of the interaction and what is counted beside it
// (A-16b).
func (p *pass) components(rec record, row *Row) error {
	row.Components = make(map[Component]int64)
	for _, some := range [][]Field{p.t.spec.parts, p.t.spec.apart} {
		for _, f := range some {
			n, state, err := p.number(rec, f, times, true)
			if err != nil {
				return err
			}
			if state == knownCell {
				row.Components[f.component()] = n
			}
		}
	}
	return nil
}

// interaction is the network's own total, or the sum of its parts where the
// file has no total or the entity reads it so (A-16b). A sum that lacks a part
// is unknown.
func (p *pass) interaction(rec record, row *Row) error {
	total, state, err := p.number(rec, FieldInteractions, times, true)
	if err != nil {
		return err
	}
	sum, whole := p.sum(row)
	bySum := p.t.opts.Interactions[p.t.Network] == directive.ComponentSum
	switch {
	case whole && (bySum || state != knownCell):
		row.Values[model.Interactions], row.Sources[model.Interactions] = sum, p.t.sumSource
	case state == knownCell:
		row.Values[model.Interactions], row.Sources[model.Interactions] = total, p.t.source(FieldInteractions)
	case p.t.spec.total && !p.t.waived(FieldInteractions):
		row.warn("falta una parte de la interacción: queda sin dato")
	}
	return nil
}

// sum adds the parts up, and tells whether all of them are known.
func (p *pass) sum(row *Row) (sum int64, whole bool) {
	for _, f := range p.t.spec.parts {
		n, known := row.Components[f.component()]
		if !known || sum > math.MaxInt64-n {
			return 0, false
		}
		sum += n
	}
	return sum, len(p.t.spec.parts) > 0
}

// number reads the figure in a column. A needed one that can be read in two
// ways stops the table with a question.
func (p *pass) number(rec record, f Field, u unit, needed bool) (int64, told, error) {
	cell := p.cell(rec, f)
	if f == NoField || cell == "" {
		return 0, blankCell, nil
	}
	n, state := p.t.readNumber(cell, u)
	switch {
	case state == askedCell && needed:
		return 0, state, p.t.ask(p.ctx)
	case state == absentCell:
		return 0, state, p.reject(rec, "«"+p.t.source(f)+"» dice «"+shortened(cell, 24)+"», que no es "+u.label())
	}
	return n, state, nil
}

// readNumber reads a cell in the unit of its column.
func (t *Table) readNumber(cell string, u unit) (int64, told) {
	exact := t.sheet.book != nil
	switch u {
	case times:
		return readCount(cell, t.decimal(), exact)
	case clock:
		return readWatch(cell, t.decimal(), exact)
	case seconds, millis:
	}
	f, state := readDecimal(cell, t.decimal(), exact || !t.Resaved)
	if u == millis {
		f /= 1000
	}
	return int64(math.Round(f)), state
}

func (u unit) label() string {
	if u == times {
		return "un número entero"
	}
	return "un tiempo"
}

// source is a column's name as it stands in the file.
func (t *Table) source(f Field) string { return t.sources[f] }

// sumOf names the columns that a sum adds up.
func (t *Table) sumOf(parts []Field) string {
	names := make([]string, len(parts))
	for i, f := range parts {
		names[i] = t.sources[f]
	}
	return strings.Join(names, " + ")
}
