package importer

import (
	"html"
	"strings"
	"time"

	"faro/model"
	"faro/model/calendar"
)

// xContent is the content export of X, whose headers and dates are in English
// for everybody.
func xContent() *spec {
	return &spec{
		format: XContent, network: model.X,
		columns: []column{
			{FieldID, []string{"post id"}},
			{FieldPublished, []string{"date"}},
			{FieldText, []string{"post text"}},
			{FieldLink, []string{"post link"}},
			{FieldImpressions, []string{"impressions"}},
			{FieldInteractions, []string{"engagements"}},
			{FieldLikes, []string{"likes"}},
			{FieldReplies, []string{"replies"}},
			{FieldReposts, []string{"reposts"}},
			{FieldBookmarks, []string{"bookmarks"}},
			{FieldShares, []string{"shares"}},
		},
		sign: []Field{FieldID, FieldText, FieldLink},
		figures: []figure{
			{metric: model.Impressions, from: []Field{FieldImpressions}, needed: true},
		},
		total: true,
		parts: []Field{FieldLikes, FieldReplies, FieldReposts, FieldBookmarks, FieldShares},
		steps: []step{xLink, xTime, xText, figures, xReply},
		notes: []string{"X cuenta solo lo ocurrido entre las fechas elegidas al descargar: elija desde el día 1 del mes hasta el día del corte."},
	}
}

// xActivity is the tweet activity export of analytics.twitter.com, which
// closed in 2024.
func xActivity() *spec {
	return &spec{
		format: XActivity, network: model.X,
		columns: []column{
			{FieldID, []string{"tweet id"}},
			{FieldLink, []string{"tweet permalink"}},
			{FieldText, []string{"tweet text"}},
			{FieldPublished, []string{"time"}},
			{FieldImpressions, []string{"impressions"}},
			{FieldInteractions, []string{"engagements"}},
			{FieldReposts, []string{"retweets"}},
			{FieldReplies, []string{"replies"}},
			{FieldLikes, []string{"likes", "favorites"}},
			{FieldViews, []string{"media views"}},
		},
		sign: []Field{FieldID, FieldText, FieldLink},
		figures: []figure{
			{metric: model.Impressions, from: []Field{FieldImpressions}, needed: true},
			{metric: model.Views, from: []Field{FieldViews}},
		},
		total: true, parts: []Field{FieldLikes, FieldReplies, FieldReposts},
		steps: []step{xLink, xTime, xText, figures, xReply},
	}
}

// xLink takes the link and the id, each from the other where one is missing
// or damaged. Rows without an id stand for deleted posts.
func xLink(p *pass, rec record, row *Row) error {
	id, raw := p.cell(rec, FieldID), p.cell(rec, FieldLink)
	if raw == "" && id != "" {
		raw = "https://x.com/i/web/status/" + id
	}
	if raw == "" {
		return p.reject(rec, "no trae identificador ni enlace")
	}
	link, err := p.link(rec, row, raw)
	if err != nil || row.Skip != "" {
		return err
	}
	if link.ID != id && id != "" {
		row.warn("identificador dañado (" + shortened(id, 24) + "): se usa el del enlace")
	}
	row.Post.PlatformID, row.Post.Kind = strings.Clone(link.ID), model.Publication
	row.Account.Handle = strings.Clone(link.Handle)
	row.Post.At, row.Post.Precision = link.At, model.ExactTime
	return nil
}

// xTime uses the second in the id. The file tells only a day, and that of
// London: the day of Lima is another one after seven in the evening (S06).
func xTime(p *pass, rec record, row *Row) error {
	st, ok := p.stamp(p.cell(rec, FieldPublished))
	day, n := st.on(OrderUnknown)
	ok = ok && n == oneReading
	at := row.Post.At
	if at.IsZero() {
		return xTimeTold(p, rec, row, st, day, ok)
	}
	row.Post.Day = calendar.DayOf(at)
	switch {
	case !ok || st.timed && st.instant(day, time.UTC).Sub(at).Abs() < time.Minute:
	case st.timed || day != utcDay(at):
		row.warn("fecha del archivo difiere y no es la del id; se usa la hora del id: " + calendar.Stamp(at))
	case day != row.Post.Day:
		row.warn("fecha del archivo difiere; se usa la hora del id: " + calendar.Stamp(at))
	}
	return nil
}

// xTimeTold takes what the file tells of the time of a post so old that its id
// tells nothing.
func xTimeTold(p *pass, rec record, row *Row, st stamp, day calendar.Day, ok bool) error {
	switch {
	case !ok:
		return p.reject(rec, "no trae una fecha que se entienda")
	case st.timed:
		row.Post.At, row.Post.Precision = st.instant(day, time.UTC), model.FileTime
		row.Post.Day = calendar.DayOf(row.Post.At)
	default:
		row.Post.Day, row.Post.Precision = day, model.DayOnly
		row.warn("el identificador no dice la hora: el día es el de la hora universal (UTC)")
	}
	return nil
}

func utcDay(t time.Time) calendar.Day {
	y, m, d := t.UTC().Date()
	return calendar.NewDay(y, m, d)
}

// xText takes what the post says. X writes it as HTML.
func xText(p *pass, rec record, row *Row) error {
	row.Post.Text = shortened(model.Clean(html.UnescapeString(p.t.raw(rec, FieldText))), maxText)
	return nil
}

// xReply skips replies and plain reposts, which are no posts of the account
// . What answers the account itself is part of a thread.
func xReply(_ *pass, _ record, row *Row) error {
	words := row.Post.Text
	if strings.HasPrefix(words, "RT @") {
		row.Post.Kind, row.Skip = model.Repost, SkipRepost
		return nil
	}
	after, ok := strings.CutPrefix(words, "@")
	if !ok {
		return nil
	}
	to, _, _ := strings.Cut(after, " ")
	if row.Account.Handle != "" && strings.EqualFold(to, row.Account.Handle) {
		row.Post.Kind = model.ThreadPart
		return nil
	}
	row.Post.Kind, row.Skip = model.Reply, SkipReply
	return nil
}
