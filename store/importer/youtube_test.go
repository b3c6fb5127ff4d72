package importer_test

import (
	"strings"
	"testing"

	"faro/model"
	"faro/store/importer"
)

func TestYouTubeInBothLanguages(t *testing.T) {
	want := []string{
		"2 publicacion [total]",
		"3 21/08/2026 video impresiones=120400 interaccion=1555 tiempo_promedio=36 visualizaciones=40212",
		"4 18/08/2026 video impresiones=91230 interaccion=334 tiempo_promedio=402 visualizaciones=8120",
		"5 25/08/2026 video impresiones=60110 interaccion=415 tiempo_promedio=95 visualizaciones=12044",
		"6 01/08/2026 video impresiones=22010 interaccion=116 tiempo_promedio=231 visualizaciones=3011",
		"7 03/08/2026 video impresiones=101220 interaccion=742 tiempo_promedio=214 visualizaciones=15990",
		"8 14/08/2026 video impresiones=9120 interaccion=50 tiempo_promedio=88 visualizaciones=1204",
		"9 video [no_listado]",
		"10 29/08/2026 video impresiones=30110 interaccion=202 tiempo_promedio=51 visualizaciones=4410",
	}
	en := batch(t, sample(t, "youtube-table_data-en.csv"), importer.Options{})
	sameRows(t, en, want)
	es := batch(t, sample(t, "youtube-table_data-es.csv"), importer.Options{}) // CRLF, no final newline
	sameRows(t, es, append(want, "11 publicacion [pie]"))
	if w := es.Rows[9].Warnings; len(w) != 1 || !strings.Contains(w[0], "500 videos") {
		t.Errorf("warnings of the footer = %q", w)
	}
	second := es.Rows[2]
	if second.Post.PlatformID != "-LagunaX9_b" || second.Post.Link != "https://www.youtube.com/watch?v=-LagunaX9_b" {
		t.Errorf("id = %q, want it without the leading space", second.Post.PlatformID)
	}
	if second.Post.Precision != model.DayOnly || !second.Post.At.IsZero() || second.Sources[model.AverageWatch] != "Duración promedio de vistas" {
		t.Errorf("row = %+v", second)
	}
}

func TestYouTubeOfSpain(t *testing.T) {
	data := "Contenido,Título del vídeo,Hora de publicación del vídeo,Duración,Visualizaciones,Visualizaciones interesadas," +
		"Tiempo de visualización (horas),Suscriptores,Duración media de las visualizaciones,Impresiones\n" +
		"Total,,,,10,9,1,0,0:00:10,50\n" +
		"Qz81bosq3A1,Vídeo,\"Jan 01, 2026\",41,40212,9,402.1,8,0:00:36,120400\n" +
		"m1Laguna77c,Otro,14 sept 2026,41,1,1,1,8,1:02:03,\n"
	b := batch(t, []byte(data), importer.Options{})
	sameRows(t, b, []string{
		"2 publicacion [total]",
		"3 01/01/2026 video impresiones=120400 tiempo_promedio=36 visualizaciones=40212", // no interaction: not ticked, not zero
		"4 14/09/2026 video tiempo_promedio=3723 visualizaciones=1",
	})
}
