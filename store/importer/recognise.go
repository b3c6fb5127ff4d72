package importer

import (
	"strings"

	"faro/model"
	"faro/model/permalink"
)

// recognise knows a table by the names of its columns, which may come after a
// title. forced is what a person said about a table nobody knows.
func recognise(s sheet, opts Options, forced *Mapping) (*Table, error) {
	for i, rec := range s.head {
		if rec.broken != "" {
			return nil, &DamagedError{Line: rec.line, Hint: "La línea " + model.Count(int64(rec.line)) + " " + rec.broken + "."}
		}
		names := normals(rec.cells)
		if err := lookAlike(s, s.head[:i], names); err != nil {
			return nil, err
		}
		header := indexed(names)
		for _, sp := range specs() {
			if at := sp.columnsIn(header); sp.fits(at) {
				return known(s, i, sp, at, opts, forced)
			}
		}
	}
	return unknown(s, opts, forced)
}

// known makes the table of a known format, with the columns a person added.
func known(s sheet, header int, sp *spec, at [fieldCount]int, opts Options, forced *Mapping) (*Table, error) {
	cells := s.head[header].cells
	m, mapped := mappingFor(cells, sp.format, opts, forced)
	if mapped {
		for f, i := range m.Columns {
			if f < fieldCount && i >= 0 && i < len(cells) {
				at[f] = i
			}
		}
	}
	t := newTable(s, header, sp, at, opts)
	t.mapping = m
	var lacks []Field
	for _, f := range sp.missing(at) {
		if !t.waived(f) {
			lacks = append(lacks, f)
		}
	}
	if len(lacks) == 0 {
		return t, nil
	}
	guess := Mapping{Format: sp.format, Network: sp.network, Columns: make(map[Field]int)}
	for f, i := range at {
		if i >= 0 {
			guess.Columns[Field(f)] = i
		}
	}
	return nil, &UnknownError{
		Name: s.name, Hint: lackHint(sp, lacks), Header: t.Header, Sample: sample(s, header),
		Format: sp.format, Missing: lacks, Guess: guess,
	}
}

// lackHint names the columns that were looked for.
func lackHint(sp *spec, lacks []Field) string {
	names := make([]string, len(lacks))
	for i, f := range lacks {
		names[i] = f.Label()
		if known := sp.names(f); len(known) > 0 {
			names[i] += " (" + quoted(known[0]) + " o " + quoted(known[len(known)-1]) + ")"
		}
	}
	return "Al archivo de " + sp.network.Label() + " le falta la columna de " + strings.Join(names, ", de ") +
		", o tiene un nombre nuevo: descárguelo con ella o indique cuál es. No se importó nada."
}

// unknown is a table that only a person can explain.
func unknown(s sheet, opts Options, forced *Mapping) (*Table, error) {
	header := headerOf(s.head)
	if header < 0 {
		return nil, noTable(s.name)
	}
	cells := s.head[header].cells
	m, mapped := mappingFor(cells, "", opts, forced)
	if !mapped {
		return nil, &UnknownError{
			Name: s.name,
			Hint: "No se reconocen las columnas del archivo: indique qué es cada una, o elija un archivo descargado de Meta Business Suite," +
				" X, YouTube Studio o TikTok Studio.",
			Header: cleaned(cells), Sample: sample(s, header), Guess: guess(s, header),
		}
	}
	if err := m.check(len(cells)); err != nil {
		return nil, err
	}
	sp, at := custom(m)
	t := newTable(s, header, sp, at, opts)
	t.mapping = m
	return t, nil
}

// mappingFor is what a person said about a table, now or before.
func mappingFor(header []string, f Format, opts Options, forced *Mapping) (Mapping, bool) {
	if forced != nil && forced.Format == f {
		return *forced, true
	}
	m, ok := opts.Mappings[HeaderKey(header)]
	return m, ok && m.Format == f
}

// headerOf is the first row that could be one of column names: the first with
// three cells or more, else with two.
func headerOf(head []record) int {
	for _, least := range []int{3, 2} {
		for i, rec := range head {
			full := 0
			for _, cell := range rec.cells {
				if strings.TrimSpace(cell) != "" {
					full++
				}
			}
			if full >= least {
				return i
			}
		}
	}
	return -1
}

func newTable(s sheet, header int, sp *spec, at [fieldCount]int, opts Options) *Table {
	cells := s.head[header].cells
	t := &Table{
		Name: s.name, Format: sp.format, Network: sp.network, Header: cleaned(cells), HeaderLine: s.head[header].line,
		Notes: sp.notes, Resaved: s.resaved, sheet: s, spec: sp, opts: opts, at: at,
	}
	for _, cell := range cells {
		t.garbled = t.garbled || mended(cell) != cell
	}
	for f, i := range at {
		if i >= 0 {
			t.sources[f] = t.Header[i]
		}
	}
	t.sumSource = t.sumOf(sp.parts)
	t.sheet.head = nil
	return t
}

// cleaned makes names or cells safe to show.
func cleaned(cells []string) []string {
	all := make([]string, len(cells))
	for i, cell := range cells {
		all[i] = shortened(model.Clean(mended(cell)), 120)
	}
	return all
}

// sample is the first rows under the header.
func sample(s sheet, header int) [][]string {
	var rows [][]string
	for _, rec := range s.head[header+1:] {
		if len(rows) == sampleRows {
			break
		}
		rows = append(rows, cleaned(rec.cells))
	}
	return rows
}

// guess is what the names of the columns and the links suggest.
func guess(s sheet, header int) Mapping {
	m := Mapping{Columns: make(map[Field]int)}
	taken := make(map[int]bool)
	names := indexed(normals(s.head[header].cells))
	for _, sp := range specs() {
		for f, i := range sp.columnsIn(names) {
			if _, known := m.Columns[Field(f)]; i >= 0 && !known && !taken[i] && Field(f) < FieldPeriod {
				m.Columns[Field(f)], taken[i] = i, true
			}
		}
	}
	for _, rec := range s.head[header+1:] {
		for i, cell := range rec.cells {
			link, err := permalink.Parse(cell)
			if err != nil || m.Network != "" {
				continue
			}
			m.Network, m.Columns[FieldLink] = model.Network(link.Network), i
		}
	}
	return m
}
