package topten

import (
	"errors"
	"maps"
	"strings"
	"time"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/model/permalink"
	"faro/ui/widget"
)

// kind is what a column of the sheet holds.
type kind int

const (
	rankColumn kind = iota
	metricColumn
	rateColumn
	dateColumn
	linkColumn
)

// column is one of the Annex's columns.
type column struct {
	kind   kind
	metric model.Metric
}

// columnsOf lays out the columns of a network's table in the Annex's order.
func columnsOf(n model.Network) ([]column, []widget.Column) {
	columns := []column{{kind: rankColumn}}
	drawn := []widget.Column{{Key: "n", Title: "N°", Width: 4, Right: true, ReadOnly: true}}
	for _, m := range directive.Metrics(n) {
		columns = append(columns, column{metricColumn, m})
		drawn = append(drawn, widget.Column{Key: string(m), Title: heading(n, m), Width: 15, Min: 11, Right: true})
	}
	if directive.HasRate(n) {
		columns = append(columns, column{kind: rateColumn})
		drawn = append(drawn, widget.Column{Key: "er", Title: "Engagement\nRate", Width: 10, Right: true, ReadOnly: true})
	}
	columns = append(columns, column{kind: dateColumn}, column{kind: linkColumn})
	return columns, append(drawn,
		widget.Column{Key: "fecha", Title: "Fecha", Width: 10},
		widget.Column{Key: "link", Title: "Link de la publicación", Min: 18, Words: true})
}

// heading is the Annex's own word for a metric.
func heading(n model.Network, m model.Metric) string {
	switch {
	case m == model.Interactions && (n == model.X || n == model.Instagram):
		return "Interacción\ntotal"
	case m == model.AverageWatch && n == model.YouTube:
		return "Duración\npromedio"
	case m == model.AverageWatch:
		return "Tiempo\npromedio"
	}
	return m.Label()
}

// line is a row of the sheet: a post as stored, or one not stored yet, and what
// was typed into it that could not be read.
type line struct {
	row model.Measured
	bad map[int]fault // by column
	// keeping is set from the moment the line is handed to the store until it
	// answers.
	keeping bool
	again   bool // changed meanwhile: to be handed over once more
}

// fault is a refused text and why it was refused.
type fault struct{ text, reason string }

func newLine(m model.Measured) *line {
	values := maps.Clone(m.Values)
	if values == nil {
		values = model.Values{}
	}
	return &line{row: model.Measured{Post: m.Post, Values: values}, bad: map[int]fault{}}
}

func (l *line) stored() bool { return l.row.Post.ID != 0 }

// blank holds for a line in which nothing was typed.
func (l *line) blank() bool {
	return !l.stored() && len(l.bad) == 0 && len(l.row.Values) == 0 && l.row.Post.Day.IsZero() && l.row.Post.Link == ""
}

// pending holds for a line with something that is not in the file.
func (l *line) pending() bool { return len(l.bad) > 0 || !l.stored() && !l.blank() && !l.keeping }

// ready holds for a line that the file can take.
func (l *line) ready() bool { return l.row.Post.Day.Valid() }

// record is the line as the store takes it.
func (l *line) record(account model.ID) model.Measured {
	m := model.Measured{Post: l.row.Post, Values: maps.Clone(l.row.Values)}
	m.Post.AccountID = account
	if m.Post.Kind == "" {
		m.Post.Kind = model.Publication
	}
	if m.Post.Precision == "" {
		m.Post.Precision = model.DayOnly
	}
	if !l.stored() {
		m.Post.Origin = model.ByTop10
	}
	return m
}

// set reads a text into a column. What cannot be read is kept with its reason,
// and what was there before stays as it was.
func (l *line) set(col int, c column, text string, account model.Account, month calendar.Month) {
	delete(l.bad, col)
	var err error
	switch c.kind {
	case metricColumn:
		err = l.setMetric(c.metric, text)
	case dateColumn:
		err = l.setDay(text, month)
	case linkColumn:
		err = l.setLink(text, account, month)
	case rankColumn, rateColumn:
	}
	if err != nil {
		l.bad[col] = fault{text, err.Error()}
	}
}

func (l *line) setMetric(m model.Metric, text string) error {
	if text == "" || text == "—" || text == "-" {
		delete(l.row.Values, m)
		return nil
	}
	read := model.ReadCount
	if m == model.AverageWatch {
		read = model.ReadSeconds
	}
	n, err := read(text)
	if err != nil {
		return err
	}
	l.row.Values[m] = n
	return nil
}

// setDay takes a date of the sheet's month; a bare number is a day of it.
func (l *line) setDay(text string, month calendar.Month) error {
	p := &l.row.Post
	if text == "" {
		if l.stored() {
			return errors.New("una publicación registrada tiene fecha; corríjala o descarte la fila con x")
		}
		p.Day = calendar.Day{}
		return nil
	}
	day, err := calendar.ReadDay(text, month.Last())
	if err != nil {
		return err
	}
	if err := directive.CheckMonth(day, month); err != nil {
		return err
	}
	if p.Timed() && calendar.DayOf(p.At) != day {
		if p.Precision == model.ExactTime {
			return errors.New("el enlace dice que se publicó el " + calendar.DayOf(p.At).Slashed() + "; corrija el enlace si no es ese")
		}
		p.At, p.Precision = time.Time{}, model.DayOnly // The hour belonged to another day.
	}
	p.Day = day
	return nil
}

// setLink takes a link of the account's network and makes it canonical; one
// that carries its instant gives the date as well (S06).
func (l *line) setLink(text string, account model.Account, month calendar.Month) error {
	p := &l.row.Post
	if text == "" {
		p.Link, p.PlatformID = "", ""
		return nil
	}
	if err := directive.CheckLink(account.Network, text); err != nil {
		return err
	}
	link, err := permalink.Parse(text)
	if err != nil {
		return err
	}
	if link.Handle != "" && account.Handle != "" && !strings.EqualFold(link.Handle, account.Handle) && link.Network != permalink.Facebook {
		return errors.New("el enlace es de @" + link.Handle + ", no de " + account.At())
	}
	if !link.At.IsZero() && link.Precision != permalink.Estimated {
		day := calendar.DayOf(link.At)
		if err := directive.CheckMonth(day, month); err != nil {
			return errors.New("según el enlace se publicó el " + day.Slashed() + ", que no es de " + strings.ToLower(month.Title()))
		}
		p.Day, p.At, p.Precision = day, link.At, model.ExactTime
	}
	p.Link, p.PlatformID = link.URL, link.ID
	return nil
}

// text is what a column of the line shows.
func (l *line) text(c column) string {
	switch c.kind {
	case metricColumn:
		n, known := l.row.Values[c.metric]
		switch {
		case !known:
			return ""
		case c.metric == model.AverageWatch:
			return model.Seconds(n)
		}
		return model.Count(n)
	case dateColumn:
		return l.row.Post.Day.Slashed()
	case linkColumn:
		return model.Clean(l.row.Post.Link)
	case rankColumn, rateColumn:
	}
	return ""
}
