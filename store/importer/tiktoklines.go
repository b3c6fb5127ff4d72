package importer

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
)

const (
	tiktokColumns = 8
	// A caption has at most 4,000 letters. This is how far its end is looked for.
	maxCaptionLines = 8
	maxCaptionBytes = 16 << 10
)

// tiktokLines cuts a file of TikTok into records. TikTok does not escape the
// quotes inside a caption, so a line that is no good CSV is cut by what cannot
// be in a caption: the link and the five columns after the caption.
type tiktokLines struct {
	r       *bufio.Reader
	read    int
	columns int
	queue   []record   // lines read ahead, one cell each
	csv     *csvReader // reads one line at a time
}

func newTikTokLines(r *bufio.Reader, line, columns int) records {
	return &tiktokLines{
		r: r, read: line, columns: columns,
		csv: &csvReader{r: bufio.NewReaderSize(nil, 4<<10), delim: ','},
	}
}

// next reads the next record.
func (l *tiktokLines) next() (record, error) {
	if err := l.ahead(1); err != nil {
		return record{}, err
	}
	line := l.queue[0]
	if line.broken != "" {
		l.queue = l.queue[1:]
		return line, nil
	}
	text := ""
	for n := 1; n <= maxCaptionLines && len(text) <= maxCaptionBytes; n++ {
		if err := l.ahead(n); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return record{}, err
		}
		if n > 1 {
			text += "\n"
		}
		text += l.queue[n-1].cells[0]
		if cells, ok := l.cut(text); ok {
			l.queue = l.queue[n:]
			return record{line: line.line, cells: cells}, nil
		}
	}
	l.queue = l.queue[1:]
	return record{line: line.line, broken: csvFlaws{quotes: true}.clause()}, nil
}

// ahead reads until n lines are waiting.
func (l *tiktokLines) ahead(n int) error {
	for len(l.queue) < n {
		line, err := l.readLine()
		if err != nil {
			return err
		}
		if len(l.queue) > 0 || !line.blank() {
			l.queue = append(l.queue, line)
		}
	}
	return nil
}

func (l *tiktokLines) readLine() (record, error) {
	var (
		text  []byte
		flaws csvFlaws
	)
	for {
		part, err := l.r.ReadSlice('\n')
		if len(text)+len(part) > maxRecord {
			flaws.long = true
		} else {
			text = append(text, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && !errors.Is(err, io.EOF):
			return record{}, err
		case err != nil && len(text) == 0 && !flaws.long:
			return record{}, io.EOF
		}
		l.read++
		flaws.zeros = bytes.IndexByte(text, 0) >= 0
		line := strings.TrimRight(string(text), "\r\n")
		return record{line: l.read, cells: []string{line}, broken: flaws.clause()}, nil
	}
}

// cut cuts a line, or several that may be one record, into its cells: as good
// CSV, or round the link.
func (l *tiktokLines) cut(text string) ([]string, bool) {
	l.csv.r.Reset(strings.NewReader(text))
	l.csv.line = 0
	rec, err := l.csv.next()
	if err == nil && rec.broken == "" && len(rec.cells) == l.columns && l.csv.line == strings.Count(text, "\n")+1 {
		return slices.Clone(rec.cells), true
	}
	if l.columns != tiktokColumns {
		return nil, false
	}
	return cutRoundLink(text)
}

// cutRoundLink cuts "Time","caption","link","Post time" and four figures,
// whatever quotes and commas the caption has.
func cutRoundLink(line string) ([]string, bool) {
	const mark = `","`
	rest, begins := strings.CutPrefix(line, `"`)
	rest, ends := strings.CutSuffix(rest, `"`)
	time, rest, timed := strings.Cut(rest, mark)
	if !begins || !ends || !timed {
		return nil, false
	}
	cells := make([]string, tiktokColumns)
	cells[0] = time
	for i := tiktokColumns - 1; i >= 2; i-- {
		at := strings.LastIndex(rest, mark)
		if at < 0 {
			return nil, false
		}
		cells[i], rest = rest[at+len(mark):], rest[:at]
	}
	cells[1] = rest
	if strings.Contains(rest, "\n") && strings.Contains(rest, mark) {
		return nil, false // The caption would swallow the record before.
	}
	return cells, strings.HasPrefix(cells[2], "https://www.tiktok.com/")
}
