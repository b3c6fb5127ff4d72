package importer

import (
	"slices"
	"strings"
	"time"

	"faro/model"
	"faro/model/calendar"
	"faro/model/permalink"
)

// custom is the format of a table whose columns a person pointed out.
func custom(m Mapping) (*spec, [fieldCount]int) {
	sp := &spec{format: Custom, network: m.Network, dated: true, native: func(string) bool { return false }}
	var at [fieldCount]int
	for f := range at {
		at[f] = -1
	}
	for f, i := range m.Columns {
		at[f] = i
	}
	for f := FieldReach; f <= FieldAverageWatch; f++ {
		if metric, ok := f.metric(); ok && at[f] >= 0 && f != FieldInteractions {
			fig := figure{metric: metric, from: []Field{f}, needed: true}
			if metric == model.AverageWatch {
				fig.unit = clock
			}
			sp.figures = append(sp.figures, fig)
		}
	}
	sp.parts = partsOf(m.Network)
	for f := FieldReactions; f <= FieldClicks; f++ {
		if at[f] >= 0 && !slices.Contains(sp.parts, f) {
			sp.apart = append(sp.apart, f)
		}
	}
	sp.steps = []step{owner, kind(customKind), customLink, customTime, text, figures}
	return sp, at
}

// partsOf are the parts that a network's interaction is the sum of (A-16b).
func partsOf(n model.Network) []Field {
	for _, sp := range specs() {
		if sp.network == n {
			return sp.parts
		}
	}
	return []Field{FieldLikes, FieldComments, FieldShares}
}

// customKind tells what was published by any network's word for it.
func customKind(words string) model.PostKind {
	if k := facebookKind(words); k != model.Publication {
		return k
	}
	return instagramKind(words)
}

// customLink takes the link, the id or both.
func customLink(p *pass, rec record, row *Row) error {
	raw, id := p.cell(rec, FieldLink), p.cell(rec, FieldID)
	damaged, err := p.damagedID(id)
	switch {
	case err != nil:
		return err
	case raw == "" && (id == "" || damaged):
		return p.reject(rec, "no trae un enlace ni un identificador que sirva")
	case damaged:
		row.warn("identificador dañado por Excel (" + shortened(id, 24) + "): la publicación se reconoce por su enlace")
	default:
		row.Post.PlatformID = model.Clean(id)
	}
	if raw == "" {
		return nil
	}
	if p.t.Network == model.Other {
		row.Post.Link = model.Clean(raw)
		return nil
	}
	link, err := p.link(rec, row, raw)
	if err != nil || row.Skip != "" {
		return err
	}
	row.fromLink(link)
	return nil
}

// fromLink takes what the link tells and the row does not.
func (r *Row) fromLink(link permalink.Link) {
	if link.ID != "" {
		r.Post.PlatformID = strings.Clone(link.ID)
	}
	if r.Account.Handle == "" {
		r.Account.Handle = strings.Clone(link.Handle)
	}
	if link.Precision == permalink.Exact || link.Precision == permalink.Second {
		r.Post.At, r.Post.Day, r.Post.Precision = link.At, calendar.DayOf(link.At), model.ExactTime
	}
	if r.Post.Kind != model.Publication {
		return
	}
	switch link.Kind {
	case permalink.KindReel:
		r.Post.Kind = model.Reel
	case permalink.KindVideo, permalink.KindShort:
		r.Post.Kind = model.Video
	case permalink.KindLive:
		r.Post.Kind = model.Live
	}
}

// customTime takes the time of publication by the clock the table goes by,
// unless the link told the second. A date without an hour is a day.
func customTime(p *pass, rec record, row *Row) error {
	if !row.Post.At.IsZero() {
		return nil
	}
	cell := p.cell(rec, FieldPublished)
	st, day, err := p.date(rec, row, cell)
	if err != nil {
		return err
	}
	if !st.timed {
		row.Post.Day, row.Post.Precision = day, model.DayOnly
		return nil
	}
	zone, err := p.t.mapping.Zone.location()
	if err != nil {
		return err
	}
	return p.published(rec, row, zone)
}

// location is the clock of a zone.
func (z Zone) location() (*time.Location, error) {
	switch z {
	case ZonePacific:
		return pacific()
	case ZoneUTC:
		return time.UTC, nil
	case ZoneLima:
	}
	return calendar.Lima(), nil
}
