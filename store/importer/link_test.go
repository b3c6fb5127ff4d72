package importer_test

import (
	"strings"
	"testing"

	"faro/model"
	"faro/store/importer"
)

func TestLinksAndIDsThatDoNotServe(t *testing.T) {
	const id = "9900082026000001"
	for _, tt := range []struct{ name, id, link, want string }{
		{"neither", "", "", "rejected: no trae un identificador ni un enlace"},
		{"words in place of an id", "Total", "", "rejected: no trae un identificador ni un enlace"},
		{"a link alone", "", "https://www.facebook.com/minbol/posts/123", "sound"},
		{"an id alone", id, "", "sound"},
		{"a link of a form nobody knows", id, "https://www.facebook.com/minbol/nuevo/123", "sound: no se entiende el enlace"},
		{"the same without an id", "", "https://www.facebook.com/minbol/nuevo/123", "rejected: no se entiende el enlace"},
		{"a link of another network", id, "https://x.com/minbol/status/2035933611212357737", "rejected: el enlace es de X y el archivo de Facebook"},
		{"a story", id, "https://www.facebook.com/stories/123/456", "skipped: historia"},
		{"a damaged id and no link", "1.22158E+17", "", "rejected: Excel dañó el identificador"},
		{"a live video", id, "https://www.facebook.com/watch/live/?v=123", "sound"},
	} {
		rows := facebookRows("08/31/2026 22:30")
		rows[1][0], rows[1][3] = tt.id, tt.link
		b := batch(t, written(t, rows, ','), importer.Options{})
		got := ""
		switch {
		case len(b.Rejects) == 1:
			got = "rejected: " + b.Rejects[0].Reason
		case b.Rows[0].Skip != "":
			got = "skipped: " + string(b.Rows[0].Skip)
		case len(b.Rows[0].Warnings) > 0:
			got = "sound: " + b.Rows[0].Warnings[0]
		default:
			got = "sound"
		}
		if !strings.HasPrefix(got, tt.want) || got == "" {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestWhatWasPublishedIsToldByTheNetworksWord(t *testing.T) {
	for word, want := range map[string]model.PostKind{
		"Fotos": model.Publication, "Photos": model.Publication, "Links": model.Publication, "algo nuevo": model.Publication,
		"Videos": model.Video, "Reel": model.Reel, "Reels": model.Reel, "Video en vivo": model.Live, "Live": model.Live,
	} {
		rows := facebookRows("08/31/2026 22:30")
		rows[0], rows[1] = append(rows[0], "Tipo de publicación"), append(rows[1], word)
		if got := batch(t, written(t, rows, ','), importer.Options{}).Rows[0].Post.Kind; got != want {
			t.Errorf("Facebook %q = %s, want %s", word, got, want)
		}
	}
	for word, want := range map[string]model.PostKind{
		"IG image": model.Publication, "IG carousel": model.Carousel, "IG reel": model.Reel, "IG video": model.Video,
		"Imagen de Instagram": model.Publication, "Secuencia de Instagram": model.Carousel, "Video de Instagram": model.Video,
	} {
		rows := cells(t, "instagram-business_suite-en.csv")[:1]
		rows = append(rows, cells(t, "instagram-business_suite-en.csv")[4])
		rows[1][column(t, rows, "Post type")] = word
		if got := batch(t, written(t, rows, ','), importer.Options{}).Rows[0].Post.Kind; got != want {
			t.Errorf("Instagram %q = %s, want %s", word, got, want)
		}
	}
}

func TestAVideoThatExcelTurnedIntoAnError(t *testing.T) {
	rows := cells(t, "youtube-table_data-es.csv")[:4]
	rows[3][0] = "#¿NOMBRE?" // what Excel makes of an id that begins with a hyphen
	b := batch(t, written(t, rows, ','), importer.Options{})
	if len(b.Rejects) != 1 || b.Rejects[0].Error() != "línea 4: «#¿NOMBRE?» no es el identificador de un video; quizá Excel lo cambió" {
		t.Errorf("rejects = %v", b.Rejects)
	}
}

func TestMetasCommentOnARowIsPassedOn(t *testing.T) {
	rows := cells(t, "instagram-business_suite-es.csv")[:2]
	rows[1][column(t, rows, "Comentario sobre los datos")] = "Faltan datos del 3 de agosto"
	r := batch(t, written(t, rows, ','), importer.Options{}).Rows[0]
	if len(r.Warnings) != 1 || r.Warnings[0] != "comentario de Meta sobre los datos: Faltan datos del 3 de agosto" {
		t.Errorf("warnings = %q", r.Warnings)
	}
}

func TestATableOfAnotherNetworkKeepsItsLinks(t *testing.T) {
	m := importer.Mapping{Network: model.Other, Columns: map[importer.Field]int{
		importer.FieldLink: 0, importer.FieldPublished: 1, importer.FieldReach: 2, importer.FieldLikes: 3, importer.FieldComments: 4,
		importer.FieldShares: 5, importer.FieldSaves: 6, importer.FieldKind: 7, importer.FieldID: 8,
	}}
	f, err := mapped(t, "Dónde,Día,Vieron,Bien,Dicen,Pasan,Guardan,Qué,Número\nhttps://www.threads.net/@minej/post/abc,23/11/2026 09:00,10,1,2,4,8,carrusel,n1\n", m)
	if err != nil {
		t.Fatal(err)
	}
	b, err := f.Tables[0].All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	sameRows(t, b, []string{"2 23/11/2026 09:00 carrusel alcance=10 interaccion=7"})
	if r := b.Rows[0]; r.Post.Link != "https://www.threads.net/@minej/post/abc" || r.Post.PlatformID != "n1" || r.Components[importer.Saves] != 8 ||
		r.Sources[model.Interactions] != "Bien + Dicen + Pasan" {
		t.Errorf("row = %+v", r)
	}
}

func TestEverythingShownHasASpanishName(t *testing.T) {
	for _, f := range importer.Fields() {
		if f.Label() == "" || f.String() == "" || strings.Contains(f.String(), " ") {
			t.Errorf("field %d: %q, %q", f, f.Label(), f)
		}
		text, err := f.MarshalText()
		var back importer.Field
		if err != nil || back.UnmarshalText(text) != nil || back != f {
			t.Errorf("field %q comes back as %q", f, back)
		}
	}
	for _, f := range []importer.Format{
		importer.FacebookContent, importer.FacebookInsights, importer.InstagramContent, importer.XContent, importer.XActivity,
		importer.YouTubeTable, importer.TikTokContent, importer.Custom,
	} {
		if f.Label() == string(f) {
			t.Errorf("format %q has no label", f)
		}
	}
	for _, s := range []importer.SkipReason{
		importer.SkipReply, importer.SkipRepost, importer.SkipCollaboration, importer.SkipStory, importer.SkipGhost,
		importer.SkipTotal, importer.SkipFooter, importer.SkipUnlisted, importer.SkipDescription, importer.SkipDaily,
	} {
		if s.Label() == "" || strings.Contains(s.Label(), "_") {
			t.Errorf("reason %q = %q", s, s.Label())
		}
	}
	var f importer.Field
	if f.UnmarshalText([]byte("nada")) == nil {
		t.Error("a field of another name was read")
	}
}
