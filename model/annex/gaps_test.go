package annex_test

import (
	"slices"
	"strings"
	"testing"

	"faro/model"
	"faro/model/annex"
	"faro/model/calendar"
)

// whole is a quarter with nothing missing.
func whole() annex.Input {
	in := input()
	for _, a := range in.Accounts {
		for _, m := range quarter4.Months() {
			for n := range 11 {
				v := int64(5000 - n*100)
				add(&in, a.ID, m, post(calendar.NewDay(m.Year, m.Month, 2+n), 9, "P", model.Values{
					model.Reach: v, model.Impressions: v, model.Views: v, model.Interactions: 50, model.AverageWatch: 30,
				}))
			}
			follow(&in, a.ID, m, new(int64(10)), new(int64(20)))
		}
	}
	return in
}

func texts(gaps []annex.Gap) []string {
	var lines []string
	for _, g := range gaps {
		lines = append(lines, g.String())
	}
	return lines
}

func TestAWholeQuarterHasNoGaps(t *testing.T) {
	q := annex.Build(whole())
	if gaps := q.Gaps(); len(gaps) != 0 {
		t.Errorf("gaps %q", texts(gaps))
	}
	c := q.Completeness()
	if c.Label() != "150 de 150 filas" || !c.Complete() || c.Values != 0 {
		t.Errorf("%s, complete %v, %d values missing", c.Label(), c.Complete(), c.Values)
	}
}

func TestRowsAreCountedAgainstThoseThereShouldBe(t *testing.T) {
	in := whole()
	// Eleven videos in November, of which eight have no views yet: three rows,
	// seven missing.
	november11 := in.Posts[youtube][november]
	for i := range 8 {
		november11[i].Values = model.Values{}
	}
	// December on TikTok had nine publications: nine rows are all there can be.
	in.Posts[tiktok][december] = in.Posts[tiktok][december][:9]
	q := annex.Build(in)
	c := q.Completeness()
	if c.Label() != "142 de 149 filas" || c.Complete() {
		t.Errorf("%s, complete %v", c.Label(), c.Complete())
	}
	gaps := texts(q.Gaps())
	if len(gaps) != 7 || gaps[0] != "YouTube @MinEjemploPeru · noviembre 2026 · fila 4: falta una publicación con «Visualizaciones»" {
		t.Errorf("gaps %q", gaps)
	}
	if s := q.State(); s.Rows != 142 || s.Expected != 149 || s.MissingValues != 0 || s.Quarter != quarter4 {
		t.Errorf("state %+v", s)
	}
	want := []string{"YouTube @MinEjemploPeru · noviembre 2026: faltan 7 publicaciones con «Visualizaciones»"}
	if lines := annex.Summarize(q.Gaps()); !slices.Equal(lines, want) {
		t.Errorf("lines %q", lines)
	}
}

func TestTheTenthRowIsMissedToo(t *testing.T) {
	in := whole()
	in.Posts[x][october] = in.Posts[x][october][:10]
	in.Posts[x][october][4].Values = model.Values{model.Interactions: 7}
	want := []string{"X @MinEjemploPeru · octubre 2026 · fila 10: falta una publicación con «Impresiones»"}
	if got := texts(annex.Build(in).Gaps()); !slices.Equal(got, want) {
		t.Errorf("gaps %q, want %q", got, want)
	}
}

func TestEachMissingThingIsNamed(t *testing.T) {
	in := whole()
	delete(in.Posts[tiktok][october][2].Values, model.AverageWatch) // Third row.
	in.Posts[x][december][0].Post.Link = ""
	follow(&in, instagram, november, new(int64(10)), nil)
	q := annex.Build(in)
	want := []string{
		"X @MinEjemploPeru · diciembre 2026 · fila 1: enlace pendiente",
		"Instagram @minejemploperu · noviembre 2026: sin dato de seguidores al cierre",
		"TikTok @minejemploperu · octubre 2026 · fila 3: sin dato de «Tiempo promedio de visualización»",
	}
	if got := texts(q.Gaps()); !slices.Equal(got, want) {
		t.Errorf("gaps %q, want %q", got, want)
	}
	third := q.Gaps()[2]
	if third.Kind != annex.MissingCell || third.Metric != model.AverageWatch || third.Row != 3 || third.Month != october || third.Account.ID != tiktok {
		t.Errorf("third gap %+v", third)
	}
	if c := q.Completeness(); c.Rows != 150 || c.Values != 2 || c.Complete() {
		t.Errorf("%+v", c)
	}
	in.Criteria.Annex3.Complement = false
	if got := texts(annex.Build(in).Gaps()); slices.Contains(got, want[1]) {
		t.Errorf("followers are no part of the report: %q", got)
	}
}

func TestANetworkWithoutAnAccountIsAGapOfItsOwn(t *testing.T) {
	in := whole()
	in.Accounts = in.Accounts[:4]
	q := annex.Build(in)
	gaps := q.Gaps()
	if len(gaps) != 1 || gaps[0].Kind != annex.NoAccount || gaps[0].String() != "TikTok: la entidad no tiene una cuenta registrada" {
		t.Errorf("gaps %q", texts(gaps))
	}
	if notes := q.Section(model.TikTok).Notes; len(notes) != 1 || notes[0] != "La entidad no tiene una cuenta registrada en TikTok." {
		t.Errorf("notes %q", notes)
	}
	if c := q.Completeness(); c.Label() != "120 de 120 filas" || c.Networks != 1 || !c.Complete() {
		t.Errorf("%+v", c)
	}
}

func TestAMonthWithoutRecordsIsUnknownAndNotEmpty(t *testing.T) {
	in := whole()
	delete(in.Posts[instagram], october)
	q := annex.Build(in)
	if got := texts(q.Gaps()); len(got) != 1 || got[0] != "Instagram @minejemploperu · octubre 2026: no hay publicaciones registradas" {
		t.Errorf("gaps %q", got)
	}
	if c := q.Completeness(); c.Label() != "140 de 150 filas" {
		t.Errorf("%s", c.Label())
	}
	if notes := table(t, q, model.Instagram, october).Notes; !hasNote(notes, "Sin publicaciones registradas en el mes.") {
		t.Errorf("notes %q", notes)
	}
}

func TestAnAccountIsAskedOnlyForItsOwnMonths(t *testing.T) { // S13, S14.
	in := whole()
	in.Accounts[3].Closed = day("2026-11-16") // Instagram.
	in.Accounts[4].Opened = day("2026-11-05") // TikTok.
	delete(in.Posts[instagram], december)
	in.Posts[instagram][november] = in.Posts[instagram][november][:4]
	delete(in.Posts[tiktok], october)
	delete(in.Figures[tiktok], october)
	delete(in.Figures[instagram], december)
	q := annex.Build(in)
	if gaps := texts(q.Gaps()); len(gaps) != 0 {
		t.Errorf("gaps %q", gaps)
	}
	if c := q.Completeness(); c.Label() != "124 de 124 filas" { // 150 − 20 − 6.
		t.Errorf("%s", c.Label())
	}
	for _, want := range []struct {
		network model.Network
		month   calendar.Month
		note    string
	}{
		{model.Instagram, november, "La cuenta se cerró el 16/11/2026."},
		{model.Instagram, december, "La cuenta ya no existía: se cerró el 16/11/2026."},
		{model.TikTok, october, "La cuenta aún no existía: se abrió el 05/11/2026."},
		{model.TikTok, november, "La cuenta se abrió el 05/11/2026."},
	} {
		if notes := table(t, q, want.network, want.month).Notes; !hasNote(notes, want.note) {
			t.Errorf("%s in %s: %q", want.network, want.month, notes)
		}
	}
}

func TestAReportMadeBeforeTheQuarterEndsSaysSo(t *testing.T) {
	in := whole()
	in.Made = day("2026-11-30") // November is not over; December has not begun.
	q := annex.Build(in)
	var open []string
	for _, g := range q.Gaps() {
		if g.Kind == annex.OpenMonth && g.Network == model.Facebook {
			open = append(open, g.Month.String())
		}
	}
	if !slices.Equal(open, []string{"2026-11", "2026-12"}) {
		t.Errorf("open months %v", open)
	}
	if notes := table(t, q, model.X, november).Notes; !hasNote(notes, "El mes no había terminado al elaborar el informe (30/11/2026).") {
		t.Errorf("notes %q", notes)
	}
	if notes := table(t, q, model.X, december).Notes; !hasNote(notes, "El mes no había empezado al elaborar el informe (30/11/2026).") {
		t.Errorf("notes %q", notes)
	}
	in.Made = day("2027-01-01")
	if gaps := texts(annex.Build(in).Gaps()); len(gaps) != 0 {
		t.Errorf("made on 01/01/2027: %q", gaps)
	}
}

func TestGapsOfATableAreToldInOneLine(t *testing.T) {
	in := whole()
	delete(in.Posts[tiktok][october][2].Values, model.Reach)
	follow(&in, tiktok, october, nil, nil)
	lines := annex.Summarize(annex.Build(in).Gaps())
	if len(lines) != 1 || lines[0] != "TikTok @minejemploperu · octubre 2026: fila 3 sin dato de «Alcance»; sin dato de seguidores al cierre" {
		t.Errorf("lines %q", lines)
	}
	in.Accounts = nil
	if lines := annex.Summarize(annex.Build(in).Gaps()); len(lines) != 5 || !strings.HasPrefix(lines[1], "X (Twitter): ") {
		t.Errorf("without accounts: %q", lines)
	}
}
