package importer

import (
	"strings"

	"faro/model"
)

// footerWarning goes with the last row of a file that YouTube cut.
const footerWarning = "YouTube corta el archivo en 500 videos: elija un período más corto u ordene por fecha de publicación"

// youtubeTable is the table of advanced mode in YouTube Studio. Its columns
// and their order are whatever somebody ticked.
func youtubeTable() *spec {
	return &spec{
		format: YouTubeTable, network: model.YouTube,
		columns: []column{
			{FieldID, []string{"contenido", "content"}},
			{FieldTitle, []string{"titulo del video", "video title"}},
			{FieldPublished, []string{"tiempo de publicacion del video", "hora de publicacion del video", "video publish time"}},
			{FieldViews, []string{"vistas", "visualizaciones", "views"}},
			{FieldAverageWatch, []string{
				"duracion promedio de vistas", "duracion media de las visualizaciones", "average view duration",
			}},
			{FieldReach, []string{"usuarios unicos", "alcance unico", "unique viewers"}},
			{FieldImpressions, []string{
				"impresiones", "impresiones de miniaturas", "impresiones de las miniaturas", "impressions", "thumbnail impressions",
			}},
			{FieldLikes, []string{"me gusta", "likes"}},
			{FieldComments, []string{"comentarios agregados", "comentarios anadidos", "comentarios", "comments added", "comments"}},
			{FieldShares, []string{"elementos compartidos", "veces compartido", "compartidos", "shares"}},
		},
		sign: []Field{FieldID, FieldTitle, FieldPublished},
		figures: []figure{
			{metric: model.Views, from: []Field{FieldViews}, needed: true},
			{metric: model.AverageWatch, from: []Field{FieldAverageWatch}, unit: clock, needed: true},
			{metric: model.Reach, from: []Field{FieldReach}},
			{metric: model.Impressions, from: []Field{FieldImpressions}},
		},
		parts: []Field{FieldLikes, FieldComments, FieldShares},
		dated: true, native: func(string) bool { return false },
		early: youtubeEarly,
		steps: []step{youtubeID, youtubeDay, text, figures},
		notes: []string{"YouTube no dice la hora de publicación, y sus cifras son del período elegido al descargar."},
	}
}

// youtubeEarly knows the first and the last row, which are of no video.
func youtubeEarly(t *Table, rec record) SkipReason {
	id := normal(t.cell(rec, FieldID))
	switch {
	case id == "total":
		return SkipTotal
	case strings.HasPrefix(id, "showing ") || strings.HasPrefix(id, "mostrando "):
		return SkipFooter
	}
	return ""
}

// youtubeID takes the video's id, from which its link is made. YouTube writes
// a space before ids that begin with a hyphen.
func youtubeID(p *pass, rec record, row *Row) error {
	id := p.cell(rec, FieldID)
	if id == "" {
		return p.reject(rec, "no trae el identificador del video")
	}
	if len(id) != 11 || strings.Trim(id, "-_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return p.reject(rec, "«"+shortened(id, 24)+"» no es el identificador de un video; quizá Excel lo cambió")
	}
	row.Post.PlatformID, row.Post.Kind = strings.Clone(id), model.Video
	row.Post.Link = "https://www.youtube.com/watch?v=" + id
	return nil
}

// youtubeDay takes the day of publication, which private and unlisted videos
// have not.
func youtubeDay(p *pass, rec record, row *Row) error {
	cell := p.cell(rec, FieldPublished)
	if cell == "" {
		row.Skip = SkipUnlisted
		row.Post.Text = shortened(p.text(rec, FieldTitle), maxText)
		return nil
	}
	_, day, err := p.date(rec, row, cell)
	row.Post.Day, row.Post.Precision = day, model.DayOnly
	return err
}
