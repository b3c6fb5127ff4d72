package importer_test

import (
	"reflect"
	"strings"
	"testing"

	"faro/model"
	"faro/store/importer"
)

func TestTikTokWithItsBrokenQuotes(t *testing.T) {
	tb := table(t, sample(t, "tiktok-content-es.csv"), importer.Options{})
	b, err := tb.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	sameRows(t, b, []string{
		"2 21/08/2026 16:20 video interaccion=12832 visualizaciones=210400",
		"3 06/08/2026 18:30 video interaccion=6724 visualizaciones=98120",
		"4 03/08/2026 09:15 video interaccion=2367 visualizaciones=60110",
		"5 25/08/2026 19:10 video interaccion=1230 visualizaciones=31044",
		"6 01/09/2026 00:30 video interaccion=723 visualizaciones=20110",
		"7 29/08/2026 10:00 video interaccion=563 visualizaciones=15011",
		"8 18/08/2026 20:45 video interaccion=385 visualizaciones=9044",
		"9 01/08/2026 00:40 video interaccion=209 visualizaciones=7120",
		"10 14/08/2026 12:00 video interaccion=96 visualizaciones=3010",
	})
	if got := b.Rows[2].Post.Text; got != `Convocatoria "120 plazas, sin intermediarios", postula ya #BosquesPerú` {
		t.Errorf("text = %q", got)
	}
	if len(tb.Notes) == 0 || !strings.Contains(tb.Notes[0], "12 a 15 videos") {
		t.Errorf("notes = %q, want to be told that the file is not complete", tb.Notes)
	}
}

func TestTikTokCaptionsThatNoCSVCanHold(t *testing.T) {
	header, _, _ := strings.Cut(string(sample(t, "tiktok-content-es.csv")), "\n")
	rest := `","https://www.tiktok.com/@minbol/video/7676597770597175442","21 de agosto","1","2","3","4"` + "\n"
	data := header + "\n" +
		`"3 de septiembre","dice "hola"` + rest + // ends in a quote
		`"3 de septiembre","","", y ","` + rest + // looks like more columns
		`"3 de septiembre","dos` + "\n" + `renglones` + rest + // a caption in two lines
		`"3 de septiembre","sin enlace","nada","21 de agosto","1","2","3"` + "\n" +
		`"3 de septiembre","undefined` + rest
	b := batch(t, []byte(data), importer.Options{})
	var texts []string
	for _, r := range b.Rows {
		texts = append(texts, r.Post.Text)
		if r.Values[model.Views] != 4 || r.Values[model.Interactions] != 6 {
			t.Errorf("line %d: values = %v", r.Line, r.Values)
		}
	}
	if want := []string{`dice "hola"`, `","", y ","`, "dos renglones", ""}; !reflect.DeepEqual(texts, want) {
		t.Errorf("texts = %q, want %q", texts, want)
	}
	if len(b.Rejects) != 1 || b.Rejects[0].Line != 6 {
		t.Errorf("rejects = %v, want line 6 alone", b.Rejects)
	}
}
