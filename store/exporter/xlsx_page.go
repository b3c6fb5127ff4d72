package exporter

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"faro/model"
	"faro/model/annex"

	"github.com/xuri/excelize/v2"
)

// paperA4 is excelize's number for it.
const paperA4 = 9

// maxPageText is what each of a page's header and footer may hold.
const maxPageText = 255

// page sets a sheet up for paper: A4 on its side, one page wide, the entity
// and the quarter above, the page's number below, the first rows on each page.
func (s *sheet) page(q annex.Quarterly, repeated int) {
	s.do(func() error {
		return s.f.SetPageLayout(s.name, &excelize.PageLayoutOptions{
			Size: new(paperA4), Orientation: new("landscape"), FitToWidth: new(1), FitToHeight: new(0),
		})
	})
	s.do(func() error { return s.f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: new(true)}) })
	s.do(func() error {
		return s.f.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
			Left: new(0.5), Right: new(0.5), Top: new(0.75), Bottom: new(0.65), Header: new(0.35), Footer: new(0.3),
			Horizontally: new(true),
		})
	})
	entity := model.Clean(q.Entity.Name)
	s.do(func() error {
		return s.f.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
			OddHeader: pageText(`&L&"Arial,Regular"&9`, entity, `&R&"Arial,Regular"&9`+q.Quarter.Title()),
			OddFooter: pageText(`&L&"Arial,Regular"&9`, fmt.Sprintf("Anexo 3 – Directiva N° 03-2022-PCM/SCS – Versión %d", q.Version),
				`&R&"Arial,Regular"&9Página &P de &N`),
		})
	})
	s.do(func() error {
		return s.f.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: new(false)})
	})
	s.extent()
	if repeated > 0 {
		s.repeat(repeated)
	}
}

// extent says how far the sheet goes, for readers that ask and for the
// printer, which a long link would make widen the page.
func (s *sheet) extent() {
	end := max(1, s.row-1)
	s.do(func() error { return s.f.SetSheetDimension(s.name, "A1:"+cellName(s.last(), end)) })
	s.do(func() error {
		return s.f.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Area", RefersTo: s.at(0, 1) + ":" + absolute(s.last(), end), Scope: s.name,
		})
	})
}

// repeat keeps the first rows in sight, on the screen and on every page.
func (s *sheet) repeat(rows int) {
	s.do(func() error {
		return s.f.SetPanes(s.name, &excelize.Panes{
			Freeze: true, YSplit: rows, TopLeftCell: cellName(0, rows+1), ActivePane: "bottomLeft",
			Selection: []excelize.Selection{{SQRef: cellName(0, rows+1), ActiveCell: cellName(0, rows+1), Pane: "bottomLeft"}},
		})
	})
	s.do(func() error {
		return s.f.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$1:$%d", s.name, rows), Scope: s.name,
		})
	})
}

// pageText joins a header or footer. In the text an ampersand would begin a
// code and is written twice; what does not fit is cut.
func pageText(before, text, after string) string {
	room := maxPageText - units(before) - units(after) - 1
	var fits strings.Builder
	for _, r := range text {
		piece := string(r)
		if r == '&' {
			piece = "&&"
		}
		if room -= units(piece); room < 0 {
			break
		}
		fits.WriteString(piece)
	}
	return before + " " + fits.String() + after // The space ends the size's digits.
}

// units is the length of a text as spreadsheets count it.
func units(s string) int { return len(utf16.Encode([]rune(s))) }

// breakBefore begins a new page at the current row.
func (s *sheet) breakBefore() {
	s.do(func() error { return s.f.InsertPageBreak(s.name, s.cell(0)) })
}
