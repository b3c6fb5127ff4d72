package importer

import (
	"strings"

	"faro/model"
	"faro/model/permalink"
)

// facebookContent is the content export of Meta Business Suite, English and
// Spanish. Which columns come after the first twenty changes from month to
// month.
func facebookContent() *spec {
	return &spec{
		format: FacebookContent, network: model.Facebook,
		columns: append(metaColumns(), []column{
			{FieldOwnerID, []string{"identificador de la pagina", "page id"}},
			{FieldOwnerName, []string{"nombre de la pagina", "page name"}},
			{FieldTitle, []string{"titulo", "title"}},
			{FieldShared, []string{"es una publicacion compartida", "is share"}},
			{FieldReach, []string{"alcance", "reach", "espectadores", "viewers"}},
			{FieldInteractions, []string{
				"reacciones, comentarios y veces que se compartio", "reacciones, comentarios y veces que se ha compartido",
				"reactions, comments and shares", "interacciones", "interactions",
			}},
			{FieldReactions, []string{"reacciones", "reactions"}},
			{FieldClicks, []string{"total de clics", "total clicks"}},
			{FieldAverageWatch, []string{
				"segundos en promedio reproducidos", "segundos reproducidos de media", "average seconds viewed",
			}},
		}...),
		sign: []Field{FieldID, FieldOwnerID, FieldPublished, FieldLink},
		figures: []figure{
			{metric: model.Reach, from: []Field{FieldReach}, needed: true},
			{metric: model.Impressions, from: []Field{FieldImpressions}},
			{metric: model.Views, from: []Field{FieldViews}},
			{metric: model.AverageWatch, from: []Field{FieldAverageWatch}, unit: seconds},
		},
		total: true, parts: []Field{FieldReactions, FieldComments, FieldShares}, apart: []Field{FieldClicks},
		dated: true, native: metaDate,
		steps: []step{
			daily, owner, kind(facebookKind), facebookLink, facebookID, publishedPacific, text, shared, note, figures,
		},
	}
}

// facebookInsights is the «post level export» of Facebook Insights, which went
// away in 2023. Likes, comments and shares were on another sheet.
func facebookInsights() *spec {
	return &spec{
		format: FacebookInsights, network: model.Facebook,
		columns: []column{
			{FieldID, []string{"post id"}},
			{FieldLink, []string{"permalink"}},
			{FieldText, []string{"post message"}},
			{FieldKind, []string{"type"}},
			{FieldPublished, []string{"posted"}},
			{FieldReach, []string{"lifetime post total reach"}},
			{FieldImpressions, []string{"lifetime post total impressions"}},
			{FieldAverageWatch, []string{"lifetime average time video viewed"}},
		},
		sign: []Field{FieldID, FieldLink, FieldText, FieldPublished},
		figures: []figure{
			{metric: model.Reach, from: []Field{FieldReach}, needed: true},
			{metric: model.Impressions, from: []Field{FieldImpressions}},
			{metric: model.AverageWatch, from: []Field{FieldAverageWatch}, unit: millis},
		},
		dated: true, native: func(string) bool { return true },
		early: func(t *Table, rec record) SkipReason {
			if t.cell(rec, FieldID) == "" && t.cell(rec, FieldPublished) == "" {
				return SkipDescription
			}
			return ""
		},
		steps: []step{kind(facebookKind), facebookLink, facebookID, publishedPacific, text, figures},
		notes: []string{"El archivo de Facebook Insights no trae la interacción de cada publicación: complétela en la planilla."},
	}
}

// facebookKind tells what Facebook published by its word for it, in English or
// Spanish.
func facebookKind(word string) model.PostKind {
	switch word {
	case "reel", "reels":
		return model.Reel
	case "video", "videos", "sharedvideo":
		return model.Video
	case "live", "live video", "live videos", "en vivo", "video en vivo", "videos en vivo":
		return model.Live
	case "story", "stories", "historia", "historias":
		return model.Story
	}
	return model.Publication
}

// facebookLink takes the permanent link. Where its form is new, the post is
// known by its id alone.
func facebookLink(p *pass, rec record, row *Row) error {
	raw := strings.TrimSuffix(p.cell(rec, FieldLink), ":0")
	if raw == "" {
		return nil
	}
	if _, err := permalink.Parse(raw); err != nil && skipped(err) == "" && p.cell(rec, FieldID) != "" {
		row.warn("no se entiende el enlace permanente: queda sin enlace")
		return nil
	}
	link, err := p.link(rec, row, raw)
	if err != nil || row.Skip != "" {
		return err
	}
	row.Account.Handle = strings.Clone(link.Handle)
	switch {
	case row.Post.Kind != model.Video && row.Post.Kind != model.Publication:
	case link.Kind == permalink.KindReel:
		row.Post.Kind = model.Reel
	case link.Kind == permalink.KindLive:
		row.Post.Kind = model.Live
	}
	return nil
}

// facebookID takes the number of the post. Facebook's links change from one
// download to the next and its numbers do not; but Excel keeps only fifteen
// digits of a number, and then the link has to do (S29).
func facebookID(p *pass, rec record, row *Row) error {
	id := p.cell(rec, FieldID)
	if _, after, ok := strings.Cut(id, "_"); ok {
		id = after // Insights writes page_post.
	}
	damaged, err := p.damagedID(id)
	switch {
	case err != nil:
		return err
	case damaged && row.Post.Link != "":
		row.warn("identificador dañado por Excel (" + shortened(id, 24) + "): la publicación se reconoce por su enlace")
	case damaged:
		return p.reject(rec, "Excel dañó el identificador ("+shortened(id, 24)+") y la fila no trae un enlace")
	case !allDigits(id) && row.Post.Link == "":
		return p.reject(rec, "no trae un identificador ni un enlace permanente que sirvan")
	case allDigits(id):
		row.Post.PlatformID = strings.Clone(id)
	}
	return nil
}

// shared marks what shares another page's publication, which is no original
// content.
func shared(p *pass, rec record, row *Row) error {
	if word := normal(p.cell(rec, FieldShared)); word == "1" || word == "true" || word == "si" {
		row.Post.Kind = model.Repost
		row.warn("es una publicación compartida: entra en el Top 10 y no cuenta para la cuota")
	}
	return nil
}
