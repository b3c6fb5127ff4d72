package annex_test

import (
	"slices"
	"testing"

	"faro/model"
	"faro/model/annex"
)

// Headings as Anexo 3 of Directiva N° 03-2022-PCM/SCS prints them (O-127 to
// O-131), with «(X)» after Twitter.
var printed = []struct {
	network  model.Network
	title    string
	headings []string
}{
	{model.Facebook, "FACEBOOK (10 mejores publicaciones del mes) - MES 1", []string{
		"N°", "Alcance", "Interacción", "Engagement Rate Interacción x 100 / alcance", "Fecha", "Link de la publicación",
	}},
	{model.X, "TWITTER (X) (10 mejores publicaciones del mes) - MES 1", []string{
		"N°", "Impresiones", "Interacción total", "Engagement Rate Interacción x 100 / impresiones", "Fecha", "Link de la publicación",
	}},
	{model.YouTube, "YOUTUBE (10 mejores videos del mes) - MES 1", []string{
		"N°", "Visualizaciones", "Duración promedio de visualizaciones", "Fecha", "Link del video",
	}},
	{model.Instagram, "INSTAGRAM (10 mejores publicaciones del mes) - MES 1", []string{
		"N°", "Impresiones", "Interacción total", "Engagement Rate Interacción x 100 / impresiones", "Fecha", "Link de la publicación",
	}},
	{model.TikTok, "TIKTOK (10 mejores publicaciones del mes) - MES 1", []string{
		"N°", "Visualizaciones", "Interacción", "Tiempo promedio de visualización", "Alcance", "Fecha", "Link del video",
	}},
}

func TestTablesAreThoseOfTheAnnex(t *testing.T) {
	q := annex.Build(input())
	if len(q.Networks) != len(printed) {
		t.Fatalf("%d sections, want five", len(q.Networks))
	}
	for i, want := range printed {
		s := q.Networks[i]
		if s.Network != want.network || len(s.Tables) != 3 {
			t.Fatalf("section %d is %s with %d tables, want %s with three", i+1, s.Network, len(s.Tables), want.network)
		}
		first := s.Tables[0]
		if first.Title != want.title {
			t.Errorf("title %q, want %q", first.Title, want.title)
		}
		if !slices.Equal(first.Headings, want.headings) {
			t.Errorf("%s: headings %q, want %q", s.Network, first.Headings, want.headings)
		}
		if len(first.Columns) != len(first.Headings) {
			t.Errorf("%s: %d columns for %d headings", s.Network, len(first.Columns), len(first.Headings))
		}
	}
}

func TestEachMonthOfTheQuarterHasItsTable(t *testing.T) { // A-14, S26.
	for _, s := range annex.Build(input()).Networks {
		for i, table := range s.Tables {
			if table.Number != i+1 || table.Month != october.AddMonths(i) {
				t.Errorf("%s: table %d is MES %d, %s", s.Network, i, table.Number, table.Month)
			}
		}
	}
	second := table(t, annex.Build(input()), model.Instagram, november)
	if second.Title != "INSTAGRAM (10 mejores publicaciones del mes) - MES 2" ||
		second.Name != "Noviembre 2026" || second.Handle != "@minejemploperu" {
		t.Errorf("got %q, %q, %q", second.Title, second.Name, second.Handle)
	}
}

func TestEachSectionSaysHowTheBestAreTold(t *testing.T) {
	want := map[model.Network]string{
		model.Facebook:  "1. Facebook: Las mejores publicaciones de cada mes se deberán medir por los posts que obtuvieron el número de alcance más alto.",
		model.X:         "2. Twitter (X): Las mejores publicaciones de cada mes se deberán medir por los tuits que obtuvieron el número de impresiones más alto.",
		model.YouTube:   "3. YouTube: (10 mejores videos de cada mes)",
		model.Instagram: "4. Instagram (10 mejores publicaciones de cada mes)",
		model.TikTok:    "5. TikTok (10 mejores publicaciones de cada mes)",
	}
	for n, rule := range want {
		if got := annex.Build(input()).Section(n).Rule; got != rule {
			t.Errorf("%s: %q", n, got)
		}
	}
	// Where the Annex is silent, the reading adopted is stated.
	if notes := annex.Build(input()).Section(model.TikTok).Notes; !hasNote(notes, "Orden: de mayor a menor «Visualizaciones» (criterio A-15).") {
		t.Errorf("notes %q", notes)
	}
}

func TestNetworksOutsideTheAnnexHaveNoTable(t *testing.T) {
	in := input()
	in.Accounts = append(in.Accounts, model.Account{ID: 9, Network: model.Other, NetworkName: "Threads", Handle: "minej"})
	if n := len(annex.Build(in).Tables()); n != 15 {
		t.Errorf("%d tables, want the fifteen of Annex 3", n)
	}
}

func TestEachAccountHasItsOwnTables(t *testing.T) {
	in := input()
	in.Accounts = append(in.Accounts, model.Account{ID: 6, Network: model.Facebook, Handle: "ViceEjemplo"})
	add(&in, facebook, october, s24()[0])
	add(&in, 6, october, s24()[1])
	s := annex.Build(in).Section(model.Facebook)
	if len(s.Tables) != 6 || s.Tables[0].Handle != "@MinEjemploPeru" || s.Tables[3].Handle != "@ViceEjemplo" {
		t.Fatalf("%d tables", len(s.Tables))
	}
	if a, b := s.Tables[0].Rows[0].Cells[1], s.Tables[3].Rows[0].Cells[1]; a != "24,500" || b != "18,200" {
		t.Errorf("first rows %s and %s", a, b)
	}
}

func TestAccountsOfANetworkMayBePooled(t *testing.T) { // anexo3.agrupar=por_red.
	in := input()
	in.Criteria.Annex3.Group = "por_red"
	in.Accounts = append(in.Accounts, model.Account{ID: 6, Network: model.Facebook, Handle: "ViceEjemplo"})
	add(&in, facebook, october, s24()[1])
	add(&in, 6, october, s24()[0])
	follow(&in, facebook, october, new(int64(100)), new(int64(150)))
	follow(&in, 6, october, nil, new(int64(7)))
	s := annex.Build(in).Section(model.Facebook)
	if len(s.Tables) != 3 || s.Tables[0].Handle != "@MinEjemploPeru, @ViceEjemplo" {
		t.Fatalf("%d tables, first of %q", len(s.Tables), s.Tables[0].Handle)
	}
	if a, b := s.Tables[0].Rows[0].Cells[1], s.Tables[0].Rows[1].Cells[1]; a != "24,500" || b != "18,200" {
		t.Errorf("rows %s, %s: the best of both accounts come first", a, b)
	}
	f := s.Tables[0].Figures
	if f.FollowersStart != nil || f.FollowersEnd == nil || *f.FollowersEnd != 157 {
		t.Errorf("followers %v, %v: want unknown and 150 + 7", f.FollowersStart, f.FollowersEnd)
	}
}
