package exporter_test

import (
	"strings"
	"testing"
)

// printing is what a sheet says of paper and of what stays in sight.
type printing struct {
	Dimension struct {
		Ref string `xml:"ref,attr"`
	} `xml:"dimension"`
	Fit struct {
		ToPage bool `xml:"fitToPage,attr"`
	} `xml:"sheetPr>pageSetUpPr"`
	Pane struct {
		State   string `xml:"state,attr"`
		YSplit  int    `xml:"ySplit,attr"`
		TopLeft string `xml:"topLeftCell,attr"`
	} `xml:"sheetViews>sheetView>pane"`
	Setup struct {
		Paper       int    `xml:"paperSize,attr"`
		Orientation string `xml:"orientation,attr"`
		Width       *int   `xml:"fitToWidth,attr"`
		Height      *int   `xml:"fitToHeight,attr"`
	} `xml:"pageSetup"`
	Header string `xml:"headerFooter>oddHeader"`
	Footer string `xml:"headerFooter>oddFooter"`
	Breaks []struct {
		Row int `xml:"id,attr"`
	} `xml:"rowBreaks>brk"`
	Columns []struct {
		Width float64 `xml:"width,attr"`
		Min   int     `xml:"min,attr"`
		Max   int     `xml:"max,attr"`
	} `xml:"cols>col"`
}

func TestEverySheetPrintsOnA4OnePageWide(t *testing.T) {
	b := open(t, render(t, full()))
	for _, name := range b.sheets {
		var p printing
		decode(t, b.sheet(t, name), &p)
		if p.Setup.Paper != 9 || p.Setup.Orientation != "landscape" || !p.Fit.ToPage {
			t.Errorf("%s: %+v, fit to page %v", name, p.Setup, p.Fit.ToPage)
		}
		if p.Setup.Height == nil || *p.Setup.Height != 0 || p.Setup.Width != nil && *p.Setup.Width != 1 {
			t.Errorf("%s is not one page wide and as long as it needs: %+v", name, p.Setup)
		}
		if !strings.Contains(p.Header, " Ministerio de Ejemplo&R") || !strings.HasSuffix(p.Header, "IV Trimestre 2026") {
			t.Errorf("%s: header %q", name, p.Header)
		}
		if !strings.HasSuffix(p.Footer, "Página &P de &N") || !strings.Contains(p.Footer, "Versión 1") {
			t.Errorf("%s: footer %q", name, p.Footer)
		}
		var width float64
		for _, c := range p.Columns {
			width += c.Width * float64(c.Max-c.Min+1)
		}
		// A4 on its side less its margins is 770 points; a character of the
		// default font is 6. What is wider would be shrunk.
		if width*6 > 770 {
			t.Errorf("%s is %v characters wide", name, width)
		}
		if !strings.HasPrefix(p.Dimension.Ref, "A1:") {
			t.Errorf("%s: dimension %q", name, p.Dimension.Ref)
		}
	}
}

func TestTitlesStayInSightAndOnEachPage(t *testing.T) {
	b := open(t, render(t, full()))
	for _, name := range b.sheets[1:] {
		var p printing
		decode(t, b.sheet(t, name), &p)
		if p.Pane.State != "frozen" || p.Pane.YSplit != 2 || p.Pane.TopLeft != "A3" {
			t.Errorf("%s: pane %+v", name, p.Pane)
		}
		if len(p.Breaks) != 2 {
			t.Errorf("%s: page breaks %+v, want one before each table but the first", name, p.Breaks)
		}
		title := "&#39;" + name + "&#39;!$1:$2"
		if !strings.Contains(b.parts["xl/workbook.xml"], `name="_xlnm.Print_Titles">`+title+"<") {
			t.Errorf("%s: its first rows are not repeated on each page", name)
		}
	}
	if n := strings.Count(b.parts["xl/workbook.xml"], "_xlnm.Print_Area"); n != 6 {
		t.Errorf("%d print areas, want one for each sheet", n)
	}
}

func TestTheDocumentSaysWhoseItIs(t *testing.T) {
	b := open(t, render(t, full()))
	var p struct {
		Title    string `xml:"title"`
		Creator  string `xml:"creator"`
		Language string `xml:"language"`
		Created  string `xml:"created"`
		Modified string `xml:"modified"`
		Last     string `xml:"lastModifiedBy"`
	}
	decode(t, b.parts["docProps/core.xml"], &p)
	if p.Title != "Informe trimestral sobre cuentas de redes sociales (Anexo 3) – IV Trimestre 2026" ||
		p.Creator != "Ministerio de Ejemplo" || p.Last != p.Creator || p.Language != "es-PE" {
		t.Errorf("%+v", p)
	}
	// Made on 05/01/2027, which began at 05:00 UTC.
	if p.Created != "2027-01-05T05:00:00Z" || p.Modified != p.Created {
		t.Errorf("created %s, modified %s", p.Created, p.Modified)
	}
}

func TestTheChartIsLegible(t *testing.T) {
	b := open(t, render(t, scenario()))
	chart := b.parts["xl/charts/chart1.xml"]
	for what, want := range map[string]string{
		"clustered columns":    `<barDir val="col">`,
		"grouping":             `<grouping val="clustered">`,
		"axis from zero":       `<min val="0">`,
		"dark letters":         `<a:srgbClr val="1F1F1F">`,
		"dark shade":           `<a:srgbClr val="9E1B32">`,
		"middle shade":         `<a:srgbClr val="8C8C8C">`,
		"light shade":          `<a:srgbClr val="C9C9C9">`,
		"no zero for sin dato": `formatCode="#,##0;-#,##0;;"`,
		"networks' names":      `'Resumen'!$A$`,
		"figures of December":  `'Resumen'!$G$`,
	} {
		if !strings.Contains(strings.ReplaceAll(strings.ReplaceAll(chart, "&#39;", "'"), "c:", ""), want) {
			t.Errorf("%s: no %s in the chart", what, want)
		}
	}
	drawing := b.parts["xl/drawings/drawing1.xml"]
	for _, want := range []string{"Facebook (alcance): octubre 132,197, noviembre 200, diciembre sin dato", "<xdr:col>10</xdr:col><xdr:colOff>0</xdr:colOff>"} {
		if !strings.Contains(drawing, want) {
			t.Errorf("no %q in the drawing", want)
		}
	}
}
