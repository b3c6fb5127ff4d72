package importer

import (
	"strings"
	"sync"
	"time"

	"faro/model"
	"faro/model/calendar"
	"faro/model/permalink"
)

// pacific is the zone of Meta's files, for accounts of all countries.
var pacific = sync.OnceValues(func() (*time.Location, error) { return time.LoadLocation("America/Los_Angeles") })

// dated is a cell and the date read in it.
type dated struct {
	cell string
	st   stamp
	ok   bool
}

// stamp reads a date. Rows follow one another by days, so the one before often
// has the same.
func (p *pass) stamp(cell string) (stamp, bool) {
	if cell != p.last.cell || cell == "" {
		p.last.cell = strings.Clone(cell)
		p.last.st, p.last.ok = p.t.stamp(cell)
	}
	return p.last.st, p.last.ok
}

// stamp reads a date, in a workbook also the number Excel keeps for it.
func (t *Table) stamp(cell string) (stamp, bool) {
	if t.sheet.book != nil {
		if st, ok := serialStamp(cell, t.sheet.from1904); ok {
			return st, true
		}
	}
	return readStamp(cell)
}

// date reads the day of a cell. Where 03/08/2026 could be two days, the whole
// file decides, or else the person (S29).
func (p *pass) date(rec record, row *Row, cell string) (stamp, calendar.Day, error) {
	st, ok := p.stamp(cell)
	order := p.t.knownOrder()
	day, n := st.on(order)
	if ok && n == twoReadings && order == OrderUnknown {
		var err error
		if order, err = p.t.order(p.ctx); err != nil {
			return st, day, err
		}
		day, n = st.on(order)
	}
	if !ok || n == noReading {
		return st, day, p.reject(rec, "no se entiende la fecha «"+shortened(cell, 32)+"»")
	}
	if n == oneReading && st.against(order) {
		row.warn("la fecha «" + cell + "» solo puede ser el " + day.Slashed() + ", en otro orden que las demás")
	}
	return st, day, nil
}

// against reports a date that exists only in the other order.
func (st stamp) against(order DateOrder) bool {
	dayFirst, monthFirst := st.both()
	switch {
	case st.first == 0:
		return false
	case order == DayFirst:
		return !dayFirst.Valid()
	case order == MonthFirst:
		return !monthFirst.Valid()
	}
	return false
}

// instant is the moment a stamp stands for in a zone.
func (st stamp) instant(day calendar.Day, zone *time.Location) time.Time {
	if st.zoned {
		zone = time.FixedZone("", st.offset)
	}
	return time.Date(day.Year, day.Month, day.Day, st.sec/3600, st.sec/60%60, st.sec%60, 0, zone).UTC()
}

// publishedPacific takes the time of publication by Meta's clock, that of
// California with its summer time: 31/08 22:30 there is 01/09 00:30 in Lima
// (S29).
func publishedPacific(p *pass, rec record, row *Row) error {
	zone, err := pacific()
	if err != nil {
		return err
	}
	return p.published(rec, row, zone)
}

func (p *pass) published(rec record, row *Row, zone *time.Location) error {
	cell := p.cell(rec, FieldPublished)
	st, day, err := p.date(rec, row, cell)
	if err != nil {
		return err
	}
	if !st.timed && !st.serial {
		return p.reject(rec, "la fecha «"+cell+"» no trae la hora, y sin ella no se sabe el día de Lima")
	}
	at := st.instant(day, zone)
	if !st.zoned {
		at = settled(at, day, st, zone, row)
	}
	row.Post.At, row.Post.Day, row.Post.Precision = at, calendar.DayOf(at), model.FileTime
	return nil
}

// settled looks at the two hours a year at which a clock with summer time says
// nothing certain. The hour that comes twice in November is told apart by the
// time in Instagram's id where there is one.
func settled(at time.Time, day calendar.Day, st stamp, zone *time.Location, row *Row) time.Time {
	shown := func(t time.Time) bool {
		local := t.In(zone)
		return local.Hour() == st.sec/3600 && local.Day() == day.Day
	}
	if !shown(at) {
		row.warn("esa hora no existió en el reloj de California, que es el de Meta")
		return at
	}
	other := at.Add(time.Hour)
	if !shown(other) {
		other = at.Add(-time.Hour)
	}
	if !shown(other) {
		return at
	}
	if link, err := permalink.Parse(row.Post.Link); err == nil && !link.At.IsZero() {
		if other.Sub(link.At).Abs() < at.Sub(link.At).Abs() {
			return other
		}
		return at
	}
	row.warn("hora repetida por el fin del horario de verano de California: puede ser una hora antes o después")
	return at
}
