package importer

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
)

// The most a record of a CSV may be. Facebook's posts have at most 63,206
// letters, and its files with every column some 300 columns.
const (
	maxRecord  = 1 << 20 // bytes
	maxColumns = 2000
)

// records gives the rows of a table one by one, io.EOF after the last.
type records interface {
	next() (record, error)
}

// record is a row of a table. Its cells are valid until the next one is read.
type record struct {
	line   int
	cells  []string
	broken string // what is wrong with it, a Spanish clause; empty: nothing
}

// blank reports a row without anything in it.
func (r record) blank() bool {
	for _, cell := range r.cells {
		if strings.TrimSpace(cell) != "" {
			return false
		}
	}
	return r.broken == ""
}

// csvReader reads records of a CSV. encoding/csv will not do: a quote that is
// never closed makes it keep the rest of the file in memory.
type csvReader struct {
	r     *bufio.Reader
	delim byte
	line  int // lines read

	state  csvState
	quoted int // the line of the quote that is open
	began  bool
	done   bool
	flaws  csvFlaws
	buf    []byte
	ends   []int
	cells  []string
}

type csvState uint8

const (
	atField   csvState = iota // a cell begins
	inBare                    // in a cell without quotes
	inQuotes                  // in a cell with quotes
	pastQuote                 // after a quote that may have closed the cell
)

type csvFlaws struct{ long, wide, zeros, quotes bool }

// clause says the worst of them in Spanish.
func (f csvFlaws) clause() string {
	switch {
	case f.long:
		return "ocupa más de 1 MB: no es la fila de una publicación"
	case f.wide:
		return "tiene más de 2,000 columnas: no es la fila de una publicación"
	case f.zeros:
		return "contiene bytes nulos: el archivo está dañado"
	case f.quotes:
		return "tiene comillas mal escritas"
	}
	return ""
}

func newCSV(r io.Reader, delim byte) *csvReader {
	return &csvReader{r: bufio.NewReaderSize(r, 64<<10), delim: delim}
}

// next reads the next record that is not an empty line.
func (c *csvReader) next() (record, error) {
	for {
		first := c.line + 1
		if err := c.read(); err != nil {
			return record{}, err
		}
		if rec := c.record(first); !rec.blank() {
			return rec, nil
		}
	}
}

// read takes one record into buf and ends.
func (c *csvReader) read() error {
	c.state, c.began, c.done, c.flaws = atField, false, false, csvFlaws{}
	c.buf, c.ends = c.buf[:0], c.ends[:0]
	for !c.done {
		chunk, err := c.r.ReadSlice('\n')
		c.began = c.began || len(chunk) > 0
		c.feed(chunk)
		if bytes.HasSuffix(chunk, []byte("\n")) {
			c.line++
		}
		switch {
		case err == nil || errors.Is(err, bufio.ErrBufferFull):
		case !errors.Is(err, io.EOF):
			return err
		case !c.began:
			return io.EOF
		case c.state == inQuotes:
			return unclosedQuotes(c.quoted)
		case !c.done:
			c.line++
			c.closeField('\n')
		}
	}
	return nil
}

// feed takes a part of a line, its newline included where it has one.
func (c *csvReader) feed(chunk []byte) {
	if bytes.IndexByte(chunk, 0) >= 0 {
		c.flaws.zeros = true
	}
	for len(chunk) > 0 {
		switch c.state {
		case atField:
			c.state = inBare
			if chunk[0] == '"' {
				c.state, c.quoted = inQuotes, c.line+1
				chunk = chunk[1:]
			}
		case inBare:
			chunk = c.feedBare(chunk)
		case inQuotes:
			chunk = c.feedQuotes(chunk)
		case pastQuote:
			chunk = c.feedPast(chunk)
		}
	}
}

func (c *csvReader) feedBare(chunk []byte) []byte {
	i := 0
	for i < len(chunk) && chunk[i] != c.delim && chunk[i] != '\n' {
		i++
	}
	c.put(chunk[:i])
	if i == len(chunk) {
		return nil
	}
	c.closeField(chunk[i])
	return chunk[i+1:]
}

func (c *csvReader) feedQuotes(chunk []byte) []byte {
	i := bytes.IndexByte(chunk, '"')
	if i < 0 {
		c.put(chunk)
		return nil
	}
	c.put(chunk[:i])
	c.state = pastQuote
	return chunk[i+1:]
}

// feedPast decides what the quote before was. One that neither closes the cell
// nor stands for itself is kept as a letter, and the record is marked.
func (c *csvReader) feedPast(chunk []byte) []byte {
	switch b := chunk[0]; b {
	case '"':
		c.put(chunk[:1])
		c.state = inQuotes
	case c.delim, '\n':
		c.closeField(b)
	case '\r': // Of the line's end. In bare cells it goes with the spaces.
	default:
		c.flaws.quotes = true
		c.put([]byte{'"', b})
		c.state = inQuotes
	}
	return chunk[1:]
}

// put adds to the cell, unless the record is already too long.
func (c *csvReader) put(part []byte) {
	if len(c.buf)+len(part) > maxRecord {
		c.flaws.long = true
		return
	}
	c.buf = append(c.buf, part...)
}

func (c *csvReader) closeField(by byte) {
	c.done = by == '\n'
	c.endField()
}

func (c *csvReader) endField() {
	c.state = atField
	if len(c.ends) >= maxColumns {
		c.flaws.wide = true
		return
	}
	c.ends = append(c.ends, len(c.buf))
}

// record cuts the text of one record into its cells.
func (c *csvReader) record(line int) record {
	text, from := string(c.buf), 0
	c.cells = c.cells[:0]
	for _, end := range c.ends {
		c.cells = append(c.cells, text[from:end])
		from = end
	}
	return record{line: line, cells: c.cells, broken: c.flaws.clause()}
}

// delimiterOf finds what separates the cells: what a first line such as
// «sep=;» says, or else the mark that is most frequent outside quotes in the
// first line that has any. after is where the table begins.
func delimiterOf(head string) (delim byte, after string) {
	first, rest, _ := strings.Cut(head, "\n")
	if d, ok := strings.CutPrefix(strings.ToLower(strings.Trim(first, "\" \r")), "sep="); ok && len(d) == 1 {
		return d[0], rest
	}
	if strings.TrimRight(first, "\" \r") == "sep=\t" {
		return '\t', rest
	}
	for line := range strings.Lines(head) {
		if d, n := mostFrequent(line); n > 0 {
			return d, head
		}
	}
	return ',', head
}

func mostFrequent(line string) (delim byte, n int) {
	var counts [256]int
	quoted := false
	for i := range len(line) {
		if line[i] == '"' {
			quoted = !quoted
		}
		if !quoted {
			counts[line[i]]++
		}
	}
	delim = ','
	for _, d := range []byte{';', '\t'} {
		if counts[d] > counts[delim] {
			delim = d
		}
	}
	return delim, counts[delim]
}
