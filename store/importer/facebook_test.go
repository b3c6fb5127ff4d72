package importer_test

import (
	"reflect"
	"testing"
	"time"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/store/importer"
)

// The letters are those of the samples: A is 1 August 00:40 in Lima, J is
// 31 August 21:30, K is 1 September 00:30, L is 31 July 23:50.

func TestFacebookInSpanishByTheClockOfLima(t *testing.T) {
	b := batch(t, sample(t, "facebook-business_suite-es.csv"), importer.Options{})
	sameRows(t, b, []string{
		"2 01/08/2026 00:40 video alcance=15110 interaccion=721 tiempo_promedio=5 visualizaciones=18422",
		"5 03/08/2026 09:15 publicacion alcance=48903 interaccion=2600 visualizaciones=64210",
		"9 06/08/2026 18:30 reel alcance=47115 interaccion=2632 tiempo_promedio=8 visualizaciones=52077",
		"10 10/08/2026 07:05 publicacion alcance=7904 interaccion=145 visualizaciones=9120",
		"11 14/08/2026 12:00 publicacion alcance=17320 interaccion=775 visualizaciones=21754",
		"12 18/08/2026 20:45 video alcance=9650 interaccion=594 tiempo_promedio=24 visualizaciones=12004",
		"13 21/08/2026 16:20 reel alcance=104577 interaccion=7763 tiempo_promedio=8 visualizaciones=118340",
		"14 25/08/2026 19:10 publicacion alcance=27660 interaccion=1356 visualizaciones=33018",
		"16 29/08/2026 10:00 publicacion alcance=13002 interaccion=870 visualizaciones=15890",
		"17 31/08/2026 21:30 republicacion alcance=8120 interaccion=467", // blank views are no figure
		"18 01/09/2026 00:30 publicacion alcance=22190 interaccion=1797 visualizaciones=27011",
	})
	if got := inMonth(b, august); got != 10 {
		t.Errorf("August has %d publications, want A to J, 10", got)
	}
}

func TestFacebookRowIsWhole(t *testing.T) {
	r := batch(t, sample(t, "facebook-business_suite-es.csv"), importer.Options{}).Rows[1]
	post := r.Post
	if post.Link != "https://www.facebook.com/minbol.ficticio/posts/pfbid0SynthB001aBcDeFgHiJkLmNoPq" || post.PlatformID != "9901082026317017" ||
		post.Precision != model.FileTime || post.Origin != model.ByFile || post.AccountID != 0 {
		t.Errorf("post = %+v", post)
	}
	if post.Text != `Convocatoria: 120 plazas para guardabosques. Postula hasta el 15 de agosto, "sin intermediarios". #BosquesPerú` {
		t.Errorf("text = %q", post.Text)
	}
	sources := map[model.Metric]string{
		model.Reach: "Alcance", model.Views: "Visualizaciones",
		model.Interactions: "Reacciones, comentarios y veces que se compartió",
	}
	if !reflect.DeepEqual(r.Sources, sources) {
		t.Errorf("sources = %v (A-17)", r.Sources)
	}
	parts := map[importer.Component]int64{importer.Reactions: 1210, importer.Comments: 402, importer.Shares: 988, importer.Clicks: 3120}
	if !reflect.DeepEqual(r.Components, parts) {
		t.Errorf("components = %v (A-16b)", r.Components)
	}
	if r.Account != (importer.Owner{Handle: "minbol.ficticio", PageID: "100099900011122", Name: "Ministerio de Bosques y Lagunas"}) {
		t.Errorf("account = %+v", r.Account)
	}
}

func TestFacebookInEnglishSaysTheSame(t *testing.T) {
	en := batch(t, sample(t, "facebook-business_suite-en.csv"), importer.Options{})
	es := batch(t, sample(t, "facebook-business_suite-es.csv"), importer.Options{})
	if len(en.Rows) != 9 || len(en.Rejects) != 0 {
		t.Fatalf("rows = %d, rejects = %v", len(en.Rows), en.Rejects)
	}
	for i, r := range en.Rows {
		if told(r) != told(es.Rows[i]) || r.Post.Link != es.Rows[i].Post.Link {
			t.Errorf("row %d: %s and %s", i, told(r), told(es.Rows[i]))
		}
	}
}

func TestOldFacebookFilesKeepImpressionsApartFromViews(t *testing.T) {
	b := batch(t, sample(t, "facebook-business_suite_impressions-en.csv"), importer.Options{})
	sameRows(t, importer.Batch{Rows: b.Rows[:2], Rejects: b.Rejects}, []string{
		"2 01/08/2026 00:40 video alcance=15110 impresiones=20264 interaccion=721 tiempo_promedio=5",
		"4 03/08/2026 09:15 publicacion alcance=48903 impresiones=70631 interaccion=2600",
	})
	if got := b.Rows[0].Post.At.Second(); got != 9 {
		t.Errorf("seconds = %d, want 9 of 22:40:09", got)
	}
}

func TestOfTwoColumnsWithOneNameTheFirstCounts(t *testing.T) {
	rows := cells(t, "facebook-business_suite-es.csv")
	for i := range rows {
		twice := "7"
		if i == 0 {
			twice = "Alcance"
		}
		rows[i] = append(rows[i], twice)
	}
	if got := batch(t, written(t, rows, ','), importer.Options{}).Rows[0].Values[model.Reach]; got != 15110 {
		t.Errorf("reach = %d, want the first column's 15110", got)
	}
}

func TestInteractionIsTheSumWhereTheEntityReadsItSo(t *testing.T) {
	opts := importer.Options{Interactions: directive.DefaultCriteria().Interactions}
	fb := batch(t, sample(t, "facebook-business_suite-es.csv"), opts).Rows[0]
	if fb.Values[model.Interactions] != 721 || fb.Sources[model.Interactions] != "Reacciones + Comentarios + Veces que se compartió" {
		t.Errorf("Facebook = %d from %q, want 512 + 61 + 148 (A-16b)", fb.Values[model.Interactions], fb.Sources[model.Interactions])
	}
	opts.Interactions[model.X] = directive.ComponentSum
	x := batch(t, sample(t, "x-content-en.csv"), opts).Rows[0]
	if x.Values[model.Interactions] != 140+8+31+3+6 {
		t.Errorf("X = %d, want likes + replies + reposts + bookmarks + shares, 188", x.Values[model.Interactions])
	}
}

func TestOtherNamesOfFacebooksColumns(t *testing.T) {
	for _, names := range []map[string]string{
		{
			"Reacciones, comentarios y veces que se compartió": "Reacciones, comentarios y veces que se ha compartido",
			"Veces que se compartió":                           "Veces que se ha compartido",
			"Segundos en promedio reproducidos":                "Segundos reproducidos de media",
		},
		{"Alcance": "Espectadores", "Reacciones, comentarios y veces que se compartió": "Interacciones"},
		{"Reacciones, comentarios y veces que se compartió": "Ninguna", "Identificador de la publicación": "IDENTIFICADOR  de la publicacion "},
	} {
		rows := cells(t, "facebook-business_suite-es.csv")
		for from, to := range names {
			rows[0][column(t, rows, from)] = to
		}
		r := batch(t, written(t, rows, ','), importer.Options{}).Rows[0]
		if got := told(r); got != "2 01/08/2026 00:40 video alcance=15110 interaccion=721 tiempo_promedio=5 visualizaciones=18422" {
			t.Errorf("%v: %s", names, got)
		}
	}
}

func TestS05TheLastMinuteOfAMonthInLimaBelongsToIt(t *testing.T) {
	r := batch(t, written(t, facebookRows("11/30/2026 20:59:30"), ','), importer.Options{}).Rows[0]
	if r.Post.Day != calendar.NewDay(2026, time.November, 30) || !r.Post.At.Equal(time.Date(2026, 12, 1, 4, 59, 30, 0, time.UTC)) {
		t.Errorf("post = %+v, want 30/11/2026 23:59:30 in Lima", r.Post)
	}
}

func TestOldFacebookInsights(t *testing.T) {
	data := "Post ID,Permalink,Post Message,Type,Countries,Languages,Posted,Audience Targeting,Lifetime Post Total Reach," +
		"Lifetime Post Total Impressions,Lifetime Average time video viewed,Lifetime Organic Video Views,Lifetime Organic Video Views\n" +
		",,,,,,,,Lifetime: The total number of people,\"Lifetime, the number\",Lifetime: ms,a,b\n" +
		"123456_789012,https://www.facebook.com/minej/posts/789012:0,Hola,Video,,,10/1/2015 9:22,,4500,9100,5496,1,2\n"
	b := batch(t, []byte(data), importer.Options{})
	sameRows(t, b, []string{
		"2 publicacion [descripcion]",
		"3 01/10/2015 11:22 video alcance=4500 impresiones=9100 tiempo_promedio=5",
	})
	if p := b.Rows[1].Post; p.PlatformID != "789012" || p.Link != "https://www.facebook.com/minej/posts/789012" {
		t.Errorf("post = %+v", p)
	}
}
