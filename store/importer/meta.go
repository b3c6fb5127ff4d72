package importer

import (
	"strings"

	"faro/model"
)

// metaColumns are the columns that the files of Facebook and Instagram share.
// The Spanish names come first: a Spanish file may bring a column twice, the
// second time in English.
func metaColumns() []column {
	return []column{
		{FieldID, []string{"identificador de la publicacion", "post id"}},
		{FieldText, []string{"descripcion", "description"}},
		{FieldPublished, []string{"hora de publicacion", "publish time"}},
		{FieldLink, []string{"enlace permanente", "permalink"}},
		{FieldKind, []string{"tipo de publicacion", "post type"}},
		{FieldNote, []string{"comentario sobre los datos", "data comment"}},
		{FieldPeriod, []string{"fecha", "date"}},
		{FieldViews, []string{"visualizaciones", "views"}},
		{FieldImpressions, []string{"impresiones", "impressions"}},
		{FieldComments, []string{"comentarios", "comments"}},
		{FieldShares, []string{"veces que se compartio", "veces que se ha compartido", "shares"}},
	}
}

// metaDate holds for 08/31/2026 22:30, with or without seconds: Meta writes it
// so in every language, month first.
func metaDate(cell string) bool {
	const form = "00/00/0000 00:00:00"
	if len(cell) != len(form) && len(cell) != len(form)-3 {
		return false
	}
	for i := range len(cell) {
		digit := cell[i] >= '0' && cell[i] <= '9'
		if digit != (form[i] == '0') || !digit && cell[i] != form[i] {
			return false
		}
	}
	return true
}

// daily skips the figures of a single day: the file is of whole lives.
func daily(p *pass, rec record, row *Row) error {
	switch normal(p.cell(rec, FieldPeriod)) {
	case "", "lifetime", "total", "n/a":
	default:
		row.Skip = SkipDaily
	}
	return nil
}

// owner takes whose the post is.
func owner(p *pass, rec record, row *Row) error {
	row.Account = p.t.owner(rec)
	return nil
}

func (t *Table) owner(rec record) Owner {
	return Owner{
		Handle: strings.TrimPrefix(t.text(rec, FieldHandle), "@"),
		PageID: t.text(rec, FieldOwnerID),
		Name:   t.text(rec, FieldOwnerName),
	}
}

// kind takes what was published by the network's word for it. Stories are no
// posts.
func kind(of func(word string) model.PostKind) step {
	return func(p *pass, rec record, row *Row) error {
		row.Post.Kind = of(normal(p.cell(rec, FieldKind)))
		if row.Post.Kind == model.Story {
			row.Skip = SkipStory
		}
		return nil
	}
}

// note passes on Meta's comment on the figures of a row.
func note(p *pass, rec record, row *Row) error {
	if words := p.text(rec, FieldNote); words != "" && !blankWord(words) {
		row.warn("comentario de Meta sobre los datos: " + shortened(words, 120))
	}
	return nil
}

// text takes what the post says: of the title and the description the longer.
func text(p *pass, rec record, row *Row) error {
	title, words := p.text(rec, FieldTitle), p.text(rec, FieldText)
	if len(title) > len(words) {
		words = title
	}
	if words != "undefined" {
		row.Post.Text = shortened(words, maxText)
	}
	return nil
}
