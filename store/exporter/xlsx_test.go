package exporter_test

import (
	"bytes"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"faro/model"
	"faro/model/annex"
	"faro/model/calendar"
)

func TestTheWorkbookHasACoverAndASheetForEachNetwork(t *testing.T) {
	b := open(t, render(t, full()))
	if want := []string{"Resumen", "Facebook", "Twitter (X)", "YouTube", "Instagram", "TikTok"}; !slices.Equal(b.sheets, want) {
		t.Errorf("sheets %q, want %q", b.sheets, want)
	}
}

func TestFacebookOctoberOfS24IsOnItsSheet(t *testing.T) {
	cells := open(t, render(t, scenario())).cells(t, "Facebook")
	top := rowOf(t, cells, "FACEBOOK (10 mejores publicaciones del mes) - MES 1")
	if aside := at(cells, "F", top).text; aside != "Octubre 2026 · @MinEjemploPeru" {
		t.Errorf("beside the title: %q", aside)
	}
	var headings []string
	for _, c := range "ABCDEF" {
		headings = append(headings, at(cells, string(c), top+1).text)
	}
	if want := []string{"N°", "Alcance", "Interacción", "Engagement Rate Interacción x 100 / alcance", "Fecha", "Link de la publicación"}; !slices.Equal(headings, want) {
		t.Errorf("headings %q", headings)
	}
	want := [10]struct{ reach, acts, rate, day float64 }{
		// Days since 30/12/1899: 1 October 2026 is 46,296.
		{24500, 1225, 5, 46297},
		{18200, 1001, 5.5, 46301},
		{18200, 910, 5, 46300},
		{15000, 450, 3, 46302},
		{12480, 873, 7, 46303},
		{11900, 238, 2, 46304},
		{9640, 482, 5, 46308},
		{8000, 100, 1.25, 46309},
		{7777, 777, 9.99, 46310},
		{6500, 130, 2, 46307},
	}
	for i, w := range want {
		row := top + 2 + i
		number(t, cells, "A", row, float64(i+1), "")
		number(t, cells, "B", row, w.reach, "#,##0")
		number(t, cells, "C", row, w.acts, "#,##0")
		number(t, cells, "D", row, w.rate, "0.00")
		number(t, cells, "E", row, w.day, "dd/mm/yyyy")
	}
	if last := at(cells, "F", top+11).text; last != "https://www.facebook.com/MinEjemploPeru/posts/11" {
		t.Errorf("the tenth is %q, want P11", last)
	}
	if note := at(cells, "A", top+12).text; !strings.HasPrefix(note, "Empate en el puesto 10") {
		t.Errorf("under the table: %q", note)
	}
}

func number(t *testing.T, cells map[string]cell, column string, row int, want float64, format string) {
	t.Helper()
	c := at(cells, column, row)
	if c.empty || c.isText || math.Abs(c.number-want) > 1e-9 || c.format != format {
		t.Errorf("%s%d is %+v, want the number %v as %q", column, row, c, want, format)
	}
}

func TestRatesAreFormulasWithTheirResults(t *testing.T) {
	b := open(t, render(t, scenario()))
	cells := b.cells(t, "Facebook")
	top := rowOf(t, cells, "FACEBOOK (10 mejores publicaciones del mes) - MES 1")
	r := strconv.Itoa(top + 2)
	want := `IF(AND(ISNUMBER(B` + r + `),ISNUMBER(C` + r + `)),IF(B` + r + `>0,ROUND(C` + r + `*100/B` + r + `,2),"—"),"—")`
	if got := cells["D"+r]; got.formula != want || got.isText || got.number != 5 {
		t.Errorf("D%s is %+v, want the formula %s with the result 5", r, got, want)
	}
	top = rowOf(t, cells, "FACEBOOK (10 mejores publicaciones del mes) - MES 2")
	number(t, cells, "D", top+2, 1300, "0.00")
	if unused := at(cells, "D", top+3); unused.text != "—" || !unused.isText || unused.formula == "" {
		t.Errorf("the rate of an unused row is %+v, want a formula with the result «—»", unused)
	}
	for _, name := range b.sheets {
		for ref, c := range b.cells(t, name) {
			if c.formula != "" && c.empty {
				t.Errorf("%s!%s has a formula without a result", name, ref)
			}
		}
	}
}

func TestDurationsAreDurations(t *testing.T) {
	cells := open(t, render(t, scenario())).cells(t, "YouTube")
	top := rowOf(t, cells, "YOUTUBE (10 mejores videos del mes) - MES 2")
	number(t, cells, "C", top+2, 96.0/86400, "[m]:ss")      // 1:36.
	number(t, cells, "C", top+5, 3696.0/86400, "[h]:mm:ss") // 1:01:36.
	for i := range 3 {
		for _, column := range []string{"B", "C", "D", "E"} {
			if c := at(cells, column, top+9+i); c.text != "—" {
				t.Errorf("%s%d is %+v, want «—» (S25)", column, top+9+i, c)
			}
		}
	}
	if note := at(cells, "A", top+12).text; note != "7 publicaciones en el mes." {
		t.Errorf("under the table: %q", note)
	}
}

func TestUnknownFiguresStayUnknown(t *testing.T) {
	b := open(t, render(t, scenario()))
	cells := b.cells(t, "TikTok")
	top := rowOf(t, cells, "TIKTOK (10 mejores publicaciones del mes) - MES 3")
	number(t, cells, "B", top+2, 45310, "#,##0")
	for _, column := range []string{"C", "D", "E"} {
		if c := at(cells, column, top+2); c.text != "sin dato" {
			t.Errorf("%s is %+v, want «sin dato»", column, c)
		}
	}
	cells = b.cells(t, "Instagram")
	top = rowOf(t, cells, "INSTAGRAM (10 mejores publicaciones del mes) - MES 3")
	number(t, cells, "D", top+2, 6.25, "0.00")
	number(t, cells, "E", top+2, 46387, "dd/mm/yyyy") // 31/12/2026, though 2027 in UTC (S26).
	if c := at(cells, "F", top+2); c.text != "sin dato" {
		t.Errorf("the pending link is %+v", c)
	}
}

func TestLinksOpenAndNothingElseDoes(t *testing.T) {
	in := input()
	for i, link := range []string{
		"https://www.facebook.com/a/posts/1?x=1&y=2", "javascript:alert(1)", "javascript://x.com/%0aalert(1)", "file://server/x.xlsx", `=HYPERLINK("http://x")`, "https://x.com/" + strings.Repeat("a", 2100),
	} {
		add(&in, 1, october, post(1, calendar.NewDay(2026, 10, 1), 9, 0, link, model.Values{model.Reach: int64(100 - i), model.Interactions: 1}))
	}
	b := open(t, render(t, in))
	cells := b.cells(t, "Facebook")
	top := rowOf(t, cells, "FACEBOOK (10 mejores publicaciones del mes) - MES 1")
	targets := b.relations(t, "xl/worksheets/_rels/"+b.files["Facebook"][len("xl/worksheets/"):]+".rels")
	var links []string
	for _, target := range targets {
		links = append(links, target)
	}
	if want := []string{"https://www.facebook.com/a/posts/1?x=1&y=2"}; !slices.Equal(links, want) {
		t.Errorf("hyperlinks %q, want %q", links, want)
	}
	if !strings.Contains(b.sheet(t, "Facebook"), `<hyperlink ref="F`+strconv.Itoa(top+2)+`"`) {
		t.Error("the first row's link is no hyperlink")
	}
	if c := at(cells, "F", top+6); c.text != `=HYPERLINK("http://x")` || c.formula != "" { // S29.
		t.Errorf("the fifth link is %+v, want plain text", c)
	}
}

func TestTextThatLooksLikeAFormulaStaysText(t *testing.T) { // S29.
	for _, text := range []string{`=HYPERLINK("http://x")`, "+1", "-1", "@SUM(A1)"} {
		in := scenario()
		in.Entity.Name, in.Entity.Unit = text, text
		in.Accounts[0].Handle, in.Accounts[0].Name = "", text
		b := open(t, render(t, in))
		if cells := b.cells(t, "Resumen"); cells["A1"].text != text || cells["A2"].text != text {
			t.Errorf("%q: the cover begins with %+v, %+v", text, cells["A1"], cells["A2"])
		}
		for _, name := range b.sheets {
			for ref, c := range b.cells(t, name) {
				if c.formula != "" && !strings.HasPrefix(c.formula, "IF(AND(ISNUMBER(") {
					t.Errorf("%q: %s!%s holds the formula %s", text, name, ref, c.formula)
				}
			}
		}
	}
}

func TestHostileTextDoesNotBreakTheWorkbook(t *testing.T) {
	in := scenario()
	in.Entity.Name = "A & B <b>\x1b[31mrojo\x00\u202e]]> \xff" + strings.Repeat("ñ", 400)
	b := open(t, render(t, in))
	name := b.cells(t, "Resumen")["A1"].text
	if !strings.HasPrefix(name, "A & B <b>rojo]]> \uFFFDñ") {
		t.Errorf("the entity is %q", name)
	}
	for part, text := range b.parts {
		if strings.ContainsAny(text, "\x00\x1b\u202e") {
			t.Errorf("control characters in %s", part)
		}
	}
	var sheet struct {
		Header string `xml:"headerFooter>oddHeader"`
	}
	decode(t, b.sheet(t, "Resumen"), &sheet)
	if n := len([]rune(sheet.Header)); n > 255 || !strings.Contains(sheet.Header, " A && B <b>") || !strings.HasSuffix(sheet.Header, "IV Trimestre 2026") {
		t.Errorf("header of %d characters: %q", n, sheet.Header)
	}
}

func TestLongTextIsWrittenAllTheSame(t *testing.T) {
	for _, text := range []string{strings.Repeat("palabra & ", 3000), strings.Repeat("🎉&", 3000)} {
		in := scenario()
		in.Entity.Name, in.Entity.Unit, in.Accounts[0].Name, in.Accounts[0].Handle = text, text, text, ""
		b := open(t, render(t, in))
		for _, name := range b.sheets {
			var p printing
			decode(t, b.sheet(t, name), &p)
			if !strings.HasSuffix(p.Header, "IV Trimestre 2026") || strings.Count(p.Header, "&")%2 == 1 {
				t.Errorf("%s: header %q", name, p.Header)
			}
		}
	}
}

func TestTheSameReportGivesTheSameBytes(t *testing.T) {
	if !bytes.Equal(render(t, full()), render(t, full())) {
		t.Error("two workbooks of the same report differ")
	}
}

func TestTheSummaryIsOnTheCover(t *testing.T) {
	b := open(t, render(t, scenario()))
	cells := b.cells(t, "Resumen")
	if cells["A1"].text != "Ministerio de Ejemplo" || cells["A4"].text != "IV Trimestre 2026" {
		t.Errorf("the cover begins with %q and %q", cells["A1"].text, cells["A4"].text)
	}
	row := rowOf(t, cells, "Período")
	if at(cells, "B", row).text != "01/10/2026 al 31/12/2026" {
		t.Errorf("período %+v", at(cells, "B", row))
	}
	number(t, cells, "G", row, 1, "#,##0")                                   // Version.
	number(t, cells, "B", rowOf(t, cells, "Elaborado"), 46392, "dd/mm/yyyy") // 05/01/2027.
	number(t, cells, "B", rowOf(t, cells, "Plazo interno"), 46402, "dd/mm/yyyy")
	if c := at(cells, "G", row+1); c.text != "20 de 120 filas" {
		t.Errorf("completeness %+v", c)
	}
	// S24 in October, and 2,600 interactions on a reach of 200 in November:
	// 8,786 × 100 ÷ 132,397 = 6.636…
	row = rowOf(t, cells, "Facebook")
	for column, want := range map[string]float64{"B": 1, "C": 13, "E": 132197, "F": 200, "H": 132397, "I": 8786} {
		number(t, cells, column, row, want, "#,##0")
	}
	number(t, cells, "J", row, 6.64, "0.00")
	if c := at(cells, "G", row); c.text != "sin dato" {
		t.Errorf("December is %+v, want «sin dato»", c)
	}
	if c := at(cells, "I", rowOf(t, cells, "YouTube")); c.text != "—" {
		t.Errorf("YouTube's interaction is %+v, want «—»", c)
	}
	rowOf(t, cells, "• YouTube @MinEjemploPeru · octubre 2026: no hay publicaciones registradas; sin dato de seguidores al cierre")
	rowOf(t, cells, "Criterios de aplicación adoptados")
}

func TestFollowersAreOnTheCover(t *testing.T) {
	cells := open(t, render(t, full())).cells(t, "Resumen")
	row := rowOf(t, cells, "Crecimiento de usuarios: seguidores por cuenta") + 2
	if at(cells, "B", row).text != "@MinEjemploPeru" {
		t.Errorf("account %+v", at(cells, "B", row))
	}
	for column, want := range map[string]float64{"E": 100000, "F": 101500, "G": 103000, "H": 104500, "I": 4500} {
		number(t, cells, column, row, want, "#,##0")
	}
	in := full()
	in.Criteria.Annex3.Complement = false
	for ref, c := range open(t, render(t, in)).cells(t, "Resumen") {
		if strings.HasPrefix(c.text, "Crecimiento") {
			t.Errorf("%s: %q although the complement is off", ref, c.text)
		}
	}
}

func TestANetworkWithoutAnAccountHasASheetThatSaysSo(t *testing.T) {
	in := full()
	in.Accounts = in.Accounts[:4]
	b := open(t, render(t, in))
	rowOf(t, b.cells(t, "TikTok"), "La entidad no tiene una cuenta registrada en TikTok.")
	cells := b.cells(t, "Resumen")
	row := rowOf(t, cells, "TikTok")
	number(t, cells, "B", row, 0, "#,##0")
	for _, column := range []string{"C", "E", "F", "G", "H", "I", "J"} {
		if c := at(cells, column, row); c.text != "—" {
			t.Errorf("%s is %+v, want «—»", column, c)
		}
	}
	rowOf(t, cells, "• TikTok: la entidad no tiene una cuenta registrada")
}

func TestTwoAccountsStandOneUnderTheOther(t *testing.T) {
	in := full()
	in.Accounts = append(in.Accounts, model.Account{ID: 6, Network: model.TikTok, Handle: "viceejemplo"})
	cells := open(t, render(t, in)).cells(t, "TikTok")
	var asides []string
	for i := 1; i < 120; i++ {
		if at(cells, "A", i).text == "TIKTOK (10 mejores publicaciones del mes) - MES 1" {
			asides = append(asides, at(cells, "G", i).text)
		}
	}
	if want := []string{"Octubre 2026 · @minejemploperu", "Octubre 2026 · @viceejemplo"}; !slices.Equal(asides, want) {
		t.Errorf("titles %q, want %q", asides, want)
	}
}

func TestTheEmptyReportCanBeWritten(t *testing.T) {
	b := open(t, render(t, annex.Input{Entity: ministry(), Quarter: quarter4}))
	if len(b.sheets) != 6 {
		t.Errorf("sheets %q", b.sheets)
	}
}
