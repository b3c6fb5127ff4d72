package exporter

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"faro/model/annex"
)

// The formats, as model.ReportFile names them.
const (
	FormatXLSX = "xlsx"
	FormatCSV  = "csv"
	FormatJSON = "json"
)

// File is a document of the report that can be written, with the name it
// should have.
type File struct {
	Format string
	Name   string
	Write  func(io.Writer) error
}

// Files lists the documents of a report: the workbook, one CSV for each
// network on which the entity has an account, and the JSON. None of them is
// made before its Write is called.
func Files(q annex.Quarterly) []File {
	files := []File{{FormatXLSX, FileName(q, "."+FormatXLSX), func(w io.Writer) error { return XLSX(w, q) }}}
	for _, s := range q.Networks {
		if len(s.Accounts) == 0 {
			continue
		}
		name := FileName(q, "_"+string(s.Network)+"."+FormatCSV)
		files = append(files, File{FormatCSV, name, func(w io.Writer) error { return CSV(w, s) }})
	}
	return append(files, File{FormatJSON, FileName(q, "."+FormatJSON), func(w io.Writer) error { return JSON(w, q) }})
}

// FileName is the name of a report's file: MINEJ_Anexo3_2026-T3_v1 and what
// follows, «.xlsx» or «_facebook.csv». It holds letters without accents,
// digits and -_. only, whatever the entity's acronym says, so that every
// system, archive and mail server takes it.
func FileName(q annex.Quarterly, rest string) string {
	return fmt.Sprintf("%s_Anexo3_%s_v%d%s", safe(q.Entity.Acronym), q.Quarter, q.Version, rest)
}

// maxAcronym keeps the whole name well within what old systems and the
// headers of a mail hold.
const maxAcronym = 24

var plain = strings.NewReplacer(
	"Á", "A", "É", "E", "Í", "I", "Ó", "O", "Ú", "U", "Ü", "U", "Ñ", "N",
	"á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u", "ü", "u", "ñ", "n",
)

// safe leaves letters and digits of s, puts one hyphen for each run of
// anything else, and is never empty.
func safe(s string) string {
	var b strings.Builder
	for _, r := range plain.Replace(s) {
		switch {
		case r < utf8.RuneSelf && (r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z'):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	name := b.String()
	name = strings.TrimRight(name[:min(len(name), maxAcronym)], "-")
	if name == "" {
		return "Entidad"
	}
	return name
}
