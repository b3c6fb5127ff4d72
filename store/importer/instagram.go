package importer

import (
	"strings"

	"faro/model"
	"faro/model/permalink"
)

// instagramContent is the content export of Meta Business Suite, English and
// both Spanish ones. Views took the place of impressions in 2024 and stand in
// the Annex's column of that name.
func instagramContent() *spec {
	return &spec{
		format: InstagramContent, network: model.Instagram,
		columns: append(metaColumns(), []column{
			{FieldOwnerID, []string{"identificador de la cuenta", "account id"}},
			{FieldHandle, []string{"nombre de usuario de la cuenta", "account username"}},
			{FieldOwnerName, []string{"nombre de la cuenta", "account name"}},
			{FieldReach, []string{"alcance", "reach"}},
			{FieldInteractions, []string{"interacciones totales", "total interactions"}},
			{FieldLikes, []string{"me gusta", "likes"}},
			{FieldSaves, []string{"veces que se guardo", "veces guardado", "veces que se ha guardado", "saves"}},
		}...),
		sign: []Field{FieldHandle, FieldPublished, FieldLink},
		figures: []figure{
			{metric: model.Impressions, from: []Field{FieldViews, FieldImpressions}, needed: true},
			{metric: model.Views, from: []Field{FieldViews}},
			{metric: model.Reach, from: []Field{FieldReach}},
		},
		total: true, parts: []Field{FieldLikes, FieldComments, FieldSaves, FieldShares},
		dated: true, native: metaDate,
		steps: []step{
			daily, owner, kind(instagramKind), instagramLink, publishedPacific, text, note, figures, collaboration,
		},
		notes: []string{"Instagram informa «Visualizaciones» en lugar de «Impresiones» desde 2024: es lo que pasa a esa columna."},
	}
}

// instagramKind tells what Instagram published: «IG carousel», «Secuencia de
// Instagram».
func instagramKind(words string) model.PostKind {
	for word := range strings.FieldsSeq(words) {
		switch word {
		case "reel":
			return model.Reel
		case "carousel", "secuencia", "carrusel":
			return model.Carousel
		case "video":
			return model.Video
		case "story", "historia":
			return model.Story
		}
	}
	return model.Publication
}

// instagramLink takes the permanent link, whose code is the post's lasting id.
// The number in the file is another one, and Excel damages it.
func instagramLink(p *pass, rec record, row *Row) error {
	raw := p.cell(rec, FieldLink)
	if raw == "" {
		return p.reject(rec, "no trae el enlace permanente")
	}
	link, err := p.link(rec, row, raw)
	if err != nil || row.Skip != "" {
		return err
	}
	row.Post.PlatformID = strings.Clone(link.ID)
	if link.Kind == permalink.KindReel && row.Post.Kind == model.Publication {
		row.Post.Kind = model.Reel
	}
	damaged, err := p.damagedID(p.cell(rec, FieldID))
	if damaged {
		row.warn("identificador dañado por Excel (" + shortened(p.cell(rec, FieldID), 24) + "): la publicación se reconoce por su enlace")
	}
	return err
}

// collaboration skips what another account published and only names this one.
func collaboration(p *pass, _ record, row *Row) error {
	ours, err := p.owned(row.Account)
	if err != nil {
		return err
	}
	if !ours {
		row.Skip = SkipCollaboration
		row.warn("es de la cuenta @" + row.Account.Handle)
	}
	return nil
}
