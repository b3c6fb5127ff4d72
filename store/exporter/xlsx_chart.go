package exporter

import (
	"strings"

	"faro/model"
	"faro/model/annex"

	"github.com/xuri/excelize/v2"
)

// excelizeProps keeps the library's name out of the other files' sight.
type excelizeProps = excelize.SheetPropsOptions

// The chart covers so many rows of the cover, each so many points high, and
// all of its columns. The library reckons in pixels of its own: 18 for a row of
// 15 points, 8 for a character. It must end where a cell ends, for programs
// disagree on what an offset into a cell is.
const (
	chartRows      = 12
	chartRowPoints = 15
	chartHeight    = chartRows * 18
	pixelsPerChar  = 8
)

// shades tell the three months apart in colour and in black and white: dark,
// middle and light.
var shades = [3]string{crimson, "8C8C8C", "C9C9C9"}

// chart draws the sums of the table whose headings are in row heading: a
// cluster of three columns, one a month, for each network.
func (s *sheet) chart(q annex.Quarterly, heading int) {
	first, last := heading+1, heading+len(q.Networks)
	var series []excelize.ChartSeries
	for i, shade := range shades {
		column := colMonth1 + i
		series = append(series, excelize.ChartSeries{
			Name:       s.at(column, heading),
			Categories: s.at(colNetwork, first) + ":" + absolute(colNetwork, last),
			Values:     s.at(column, first) + ":" + absolute(column, last),
			Fill:       excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{shade}},
			DataLabel:  excelize.ChartDataLabel{Font: chartFont(7)},
		})
	}
	corner := s.cell(0)
	for range chartRows { // Before the chart is placed, which depends on it.
		s.space(chartRowPoints)
	}
	s.do(func() error {
		return s.f.AddChart(s.name, corner, &excelize.Chart{
			Type:      excelize.Col,
			Series:    series,
			Format:    excelize.GraphicOptions{AltText: chartText(q), Name: "Alcance por red y mes"},
			Dimension: excelize.ChartDimension{Width: uint(s.span(0, s.last()) * pixelsPerChar), Height: chartHeight},
			Legend:    excelize.ChartLegend{Position: "bottom", Font: new(chartFont(9))},
			Title: excelize.ChartTitle{
				Paragraph: []excelize.RichTextRun{{Text: "Alcance, impresiones o visualizaciones de las diez mejores de cada mes", Font: new(boldFont(11))}},
			},
			PlotArea: excelize.ChartPlotArea{ShowVal: true, NumFmt: numbers(labelFormat)},
			XAxis:    excelize.ChartAxis{Font: chartFont(10)},
			YAxis:    excelize.ChartAxis{Font: chartFont(9), Minimum: new(0.0), MajorGridLines: true, NumFmt: numbers("#,##0")},
			GapWidth: new(uint(40)),
			Overlap:  new(0),
		})
	})
}

func chartFont(size float64) excelize.Font {
	return excelize.Font{Family: fontName, Size: size, Color: ink}
}

func boldFont(size float64) excelize.Font {
	f := chartFont(size)
	f.Bold = true
	return f
}

// labelFormat shows no zero: a chart takes «sin dato» for one.
const labelFormat = "#,##0;-#,##0;;"

func numbers(format string) excelize.ChartNumFmt {
	return excelize.ChartNumFmt{CustomNumFmt: format}
}

// chartText says in words what the chart shows, for those who cannot see it.
func chartText(q annex.Quarterly) string {
	var parts []string
	months := q.Quarter.Months()
	for _, t := range q.Summary() {
		var values []string
		for i, m := range t.Months {
			value := annex.NoData
			if m.Audience.Any() {
				value = model.Count(m.Audience.Value)
			}
			values = append(values, months[i].Name()+" "+value)
		}
		parts = append(parts, t.Network.LongLabel()+" ("+strings.ToLower(t.Metric.Label())+"): "+strings.Join(values, ", "))
	}
	return "Gráfico de columnas por red y mes, " + q.Quarter.Title() + ". " + strings.Join(parts, "; ") + "."
}
