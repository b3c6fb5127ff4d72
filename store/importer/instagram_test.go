package importer_test

import (
	"strings"
	"testing"

	"faro/model"
	"faro/store/importer"
)

func TestInstagramSumsWhatItsFileTells(t *testing.T) {
	want := []string{
		"2 01/08/2026 00:40 reel alcance=4011 impresiones=5120 interaccion=359 visualizaciones=5120",
		"4 03/08/2026 09:15 carrusel alcance=17820 impresiones=30155 interaccion=3241 visualizaciones=30155",
		"8 06/08/2026 18:30 reel alcance=71090 impresiones=88412 interaccion=8664 visualizaciones=88412",
		"9 10/08/2026 07:05 publicacion alcance=1720 impresiones=2104 interaccion=74 visualizaciones=2104", // blank follows
		"10 14/08/2026 12:00 publicacion alcance=4402 impresiones=6210 interaccion=428 visualizaciones=6210",
		"11 18/08/2026 20:45 reel alcance=6100 impresiones=7422 interaccion=513 visualizaciones=7422",
		"12 21/08/2026 16:20 reel alcance=131044 impresiones=152300 interaccion=16933 visualizaciones=152300",
		"13 25/08/2026 19:10 carrusel alcance=11050 impresiones=18844 interaccion=1661 visualizaciones=18844",
		"15 29/08/2026 10:00 carrusel alcance=6015 impresiones=9950 interaccion=1007 visualizaciones=9950 [colaboracion]",
		"16 31/08/2026 21:30 publicacion alcance=2204 impresiones=3011 interaccion=209 visualizaciones=3011",
		"17 01/09/2026 00:30 publicacion alcance=6404 impresiones=8120 interaccion=874 visualizaciones=8120",
	}
	for _, name := range []string{"instagram-business_suite-es.csv", "instagram-business_suite-en.csv"} {
		b := batch(t, sample(t, name), importer.Options{})
		sameRows(t, b, want)
		if got := inMonth(b, august); got != 9 {
			t.Errorf("%s: August has %d publications, want 9", name, got)
		}
	}
	r := batch(t, sample(t, "instagram-business_suite-es.csv"), importer.Options{}).Rows[0]
	if r.Sources[model.Impressions] != "Visualizaciones" ||
		r.Sources[model.Interactions] != "Me gusta + Comentarios + Veces que se guardó + Veces que se compartió" {
		t.Errorf("sources = %v (A-17)", r.Sources)
	}
	if r.Post.Link != "https://www.instagram.com/reel/DbfHBF_gABl" || r.Post.PlatformID != "DbfHBF_gABl" {
		t.Errorf("link = %q, id = %q: the code lasts, the number is another", r.Post.Link, r.Post.PlatformID)
	}
}

func TestInstagramAccountsThatAreOursAreNoCollaborations(t *testing.T) {
	data := sample(t, "instagram-business_suite-es.csv")
	both := batch(t, data, importer.Options{Handles: []string{"minbol_ficticio", "@Voluntarios_Laguna_Fict"}})
	if n := both.Skipped()[importer.SkipCollaboration]; n != 0 {
		t.Errorf("skipped %d, want none: both accounts are ours", n)
	}
	other := batch(t, data, importer.Options{Handles: []string{"voluntarios_laguna_fict"}})
	if n := other.Skipped()[importer.SkipCollaboration]; n != 10 {
		t.Errorf("skipped %d, want the 10 of the other account", n)
	}
}

func TestInstagramOfSpainAndTheStrayEnglishColumn(t *testing.T) {
	rows := cells(t, "instagram-business_suite-es.csv")
	rows[0][0] = "identificador de la publicación"
	rows[0][column(t, rows, "Veces que se compartió")] = "Veces que se ha compartido"
	rows[0][column(t, rows, "Seguimientos")] = "Seguidores"
	rows[0][column(t, rows, "Veces que se guardó")] = "Veces guardado"
	for i := range rows {
		stray := "7"
		if i == 0 {
			stray = "Views"
		}
		rows[i] = append([]string{stray}, rows[i]...)
	}
	r := batch(t, written(t, rows, ','), importer.Options{}).Rows[1]
	if r.Values[model.Views] != 30155 || r.Values[model.Interactions] != 3241 {
		t.Errorf("values = %v, want the Spanish column's 30155", r.Values)
	}
}

func TestOldInstagramFilesTellImpressions(t *testing.T) {
	rows := cells(t, "instagram-business_suite-en.csv")
	rows[0][column(t, rows, "Views")] = "Impressions"
	r := batch(t, written(t, rows, ','), importer.Options{}).Rows[1]
	if _, views := r.Values[model.Views]; views || r.Values[model.Impressions] != 30155 || r.Sources[model.Impressions] != "Impressions" {
		t.Errorf("values = %v, sources = %v (A-17)", r.Values, r.Sources)
	}
}

func TestABlankPartOfTheInteractionLeavesItUnknown(t *testing.T) {
	rows := cells(t, "instagram-business_suite-es.csv")
	rows[1][column(t, rows, "Veces que se guardó")] = ""
	r := batch(t, written(t, rows, ','), importer.Options{}).Rows[0]
	if n, known := r.Values[model.Interactions]; known {
		t.Errorf("interaction = %d, want unknown, not a sum that takes a blank for zero (A-16)", n)
	}
	if len(r.Warnings) != 1 || !strings.Contains(r.Warnings[0], "falta una parte") || r.Components[importer.Likes] != 310 {
		t.Errorf("warnings = %q, components = %v", r.Warnings, r.Components)
	}
}

func TestRowsThatAreNoPublicationsAreSkipped(t *testing.T) {
	rows := cells(t, "instagram-business_suite-es.csv")[:4]
	rows[1][column(t, rows, "Tipo de publicación")] = "Historia de Instagram"
	rows[2][column(t, rows, "Fecha")] = "08/03/2026"
	rows[3][column(t, rows, "Enlace permanente")] = "https://www.instagram.com/stories/minbol/3456"
	b := batch(t, written(t, rows, ','), importer.Options{})
	got := b.Skipped()
	if got[importer.SkipStory] != 2 || got[importer.SkipDaily] != 1 {
		t.Errorf("skipped = %v, rejects = %v", got, b.Rejects)
	}
}
