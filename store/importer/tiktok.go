package importer

import (
	"strings"

	"faro/model"
	"faro/model/calendar"
	"faro/model/permalink"
)

// tiktokContent is Content.csv of TikTok Studio, with English headers for
// everybody and dates in each one's language.
func tiktokContent() *spec {
	return &spec{
		format: TikTokContent, network: model.TikTok,
		columns: []column{
			{FieldTitle, []string{"video title", "title"}},
			{FieldLink, []string{"video link", "share url"}},
			{FieldPublished, []string{"post time", "create time"}},
			{FieldLikes, []string{"total likes", "likes"}},
			{FieldComments, []string{"total comments", "comments"}},
			{FieldShares, []string{"total shares", "shares"}},
			{FieldViews, []string{"total views", "video views"}},
			{FieldAverageWatch, []string{"average watch time", "average time watched"}},
			{FieldReach, []string{"reach", "total reach"}},
		},
		sign: []Field{FieldLink, FieldPublished, FieldTitle},
		figures: []figure{
			{metric: model.Views, from: []Field{FieldViews}, needed: true},
			{metric: model.AverageWatch, from: []Field{FieldAverageWatch}, unit: clock},
			{metric: model.Reach, from: []Field{FieldReach}},
		},
		total: true, parts: []Field{FieldLikes, FieldComments, FieldShares},
		steps: []step{tiktokLink, tiktokTime, text, figures},
		lines: newTikTokLines,
		notes: []string{
			"TikTok entrega solo de 12 a 15 videos por archivo: puede faltar alguno del mes.",
			"El archivo de TikTok no trae el tiempo promedio ni el alcance: complételos en la planilla.",
		},
	}
}

// tiktokLink takes the link, whose id tells the second of publication.
func tiktokLink(p *pass, rec record, row *Row) error {
	raw := p.cell(rec, FieldLink)
	if raw == "" {
		return p.reject(rec, "no trae el enlace del video")
	}
	link, err := p.link(rec, row, raw)
	if err != nil || row.Skip != "" {
		return err
	}
	row.Post.PlatformID, row.Account.Handle = strings.Clone(link.ID), strings.Clone(link.Handle)
	row.Post.At, row.Post.Precision = link.At, model.ExactTime
	row.Post.Day = calendar.DayOf(link.At)
	row.Post.Kind = model.Video
	if link.Kind == permalink.KindPhoto {
		row.Post.Kind = model.Carousel
	}
	return nil
}

// tiktokTime falls back on the day in the file where the id tells nothing. It
// has no year: it is the latest one that is not to come.
func tiktokTime(p *pass, rec record, row *Row) error {
	if !row.Post.At.IsZero() {
		return nil
	}
	st, ok := p.stamp(p.cell(rec, FieldPublished))
	today := p.t.opts.Today
	if ok && st.year == 0 && today.Valid() {
		st.year = today.Year
		if d, _ := st.on(OrderUnknown); !d.Valid() || d.After(today) {
			st.year--
		}
	}
	day, n := st.on(OrderUnknown)
	if !ok || n != oneReading {
		return p.reject(rec, "ni el enlace ni la columna de la fecha dicen cuándo se publicó")
	}
	row.Post.Day, row.Post.Precision = day, model.DayOnly
	return nil
}
