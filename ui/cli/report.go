package cli

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"faro/model"
	"faro/model/annex"
	"faro/model/calendar"
	"faro/store"
	"faro/store/exporter"
	"faro/store/mailer"
)

// reporting is what `faro informe` was asked to make.
type reporting struct {
	quarter calendar.Quarter
	formats []string
	folder  string
	replace bool
}

// formatEML is the draft of the mail to the SCS, with the workbook attached.
const formatEML = "eml"

// formats lists what a report can be written as.
var formats = []string{exporter.FormatXLSX, exporter.FormatCSV, exporter.FormatJSON, formatEML}

func newReport(s *shell) *cobra.Command {
	var r reporting
	var chosen string
	cmd := &cobra.Command{
		Use:     "informe [TRIMESTRE]",
		Aliases: []string{"report"},
		Short:   "Escribe el informe trimestral (Anexo 3) y el correo para enviarlo",
		Long: `Escribe el informe de un trimestre según el Anexo 3: el libro de cálculo, un CSV
por red, el JSON y el borrador de correo con el libro adjunto. Sin TRIMESTRE es
el último cerrado. Nombra lo que falta y el plazo interno, y deja constancia de
la versión con la huella de cada archivo. Una versión enviada no se toca: la
siguiente lleva otro número.`,
		Example: `  faro informe
  faro informe 2026-T3 --formato xlsx,eml --salida informes`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return wrongUse("sobra «%s»; se usa así: %s", args[1], cmd.UseLine())
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			if r.formats, err = readFormats(chosen); err != nil {
				return err
			}
			if r.quarter, err = s.quarter(args); err != nil {
				return err
			}
			return s.report(cmd.Context(), r)
		},
		ValidArgsFunction: s.completeQuarters,
	}
	cmd.Flags().StringVar(&chosen, "formato", "", "`FORMATOS` separados por comas: xlsx, csv, json, eml (sin indicar: todos)")
	cmd.Flags().StringVar(&r.folder, "salida", ".", "`CARPETA` donde se escriben")
	cmd.Flags().Lookup("salida").DefValue = ""
	cmd.Flags().BoolVar(&r.replace, "reemplazar", false, "escribe encima de archivos que faro no hizo o que alguien cambió")
	completing(cmd, "formato", fixed(formats...))
	return cmd
}

// readFormats reads «xlsx,csv», in any case, with or without spaces.
func readFormats(chosen string) ([]string, error) {
	if strings.TrimSpace(chosen) == "" {
		return formats, nil
	}
	var all []string
	for f := range strings.SplitSeq(chosen, ",") {
		f = strings.ToLower(strings.TrimSpace(f))
		if !slices.Contains(formats, f) {
			return nil, wrongUse("no existe el formato «%s»; elija entre %s.", f, strings.Join(formats, ", "))
		}
		all = append(all, f)
	}
	return all, nil
}

// quarter is the one asked for, or the last that is over.
func (s *shell) quarter(args []string) (calendar.Quarter, error) {
	if len(args) == 0 {
		return s.today().InQuarter().Prev(), nil
	}
	q, err := calendar.ParseQuarter(args[0])
	if err != nil {
		return q, err
	}
	if q.First().After(s.today()) {
		return q, wrongUse("el %s todavía no empieza; elija un trimestre con registros.", q.Title())
	}
	return q, nil
}

// report writes the documents and says what they lack.
func (s *shell) report(ctx context.Context, r reporting) error {
	records, err := s.openExisting(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = records.Close() }()
	quarterly, written, err := s.writeReport(ctx, records, r)
	if err != nil {
		return err
	}
	return s.print(reportText(quarterly, r.folder, written))
}

// writeReport writes the documents, each whole or not at all, then records the
// version they make.
func (s *shell) writeReport(ctx context.Context, records *store.Store, r reporting) (annex.Quarterly, []model.ReportFile, error) {
	quarterly, err := s.quarterly(ctx, records, r.quarter)
	if err != nil {
		return quarterly, nil, err
	}
	documents := documents(quarterly, r.formats, s.clock())
	if err := s.mayWrite(ctx, records, r, documents); err != nil {
		return quarterly, nil, err
	}
	var written []model.ReportFile
	for _, d := range documents {
		path := filepath.Join(r.folder, d.Name)
		sum, err := exporter.Save(path, d.Write)
		if err != nil {
			return quarterly, nil, about(path, err)
		}
		written = append(written, model.ReportFile{Format: d.Format, Name: d.Name, SHA256: sum, At: s.clock()})
	}
	_, err = records.AddReport(ctx, r.quarter, written)
	return quarterly, written, about(records.Path(), err)
}

// quarterly builds the report from the records.
func (s *shell) quarterly(ctx context.Context, records *store.Store, q calendar.Quarter) (annex.Quarterly, error) {
	since, err := records.FirstDay(ctx)
	if err != nil {
		return annex.Quarterly{}, about(records.Path(), err)
	}
	if since.IsZero() || q.Last().Before(since) {
		return annex.Quarterly{}, wrongUse("no hay registros del %s; elija un trimestre con publicaciones registradas.", q.Title())
	}
	in, err := records.Quarterly(ctx, q)
	if err != nil {
		return annex.Quarterly{}, about(records.Path(), err)
	}
	return annex.Build(in), nil
}

// documents are the files of the formats asked for. The workbook is made once,
// for its own file and for the mail it is attached to.
func documents(q annex.Quarterly, chosen []string, at time.Time) (all []exporter.File) {
	book := sync.OnceValues(func() ([]byte, error) {
		var b bytes.Buffer
		err := exporter.XLSX(&b, q)
		return b.Bytes(), err
	})
	for _, f := range exporter.Files(q) {
		if !slices.Contains(chosen, f.Format) {
			continue
		}
		if f.Format == exporter.FormatXLSX {
			f.Write = func(w io.Writer) error { return writeBook(w, book) }
		}
		all = append(all, f)
	}
	if slices.Contains(chosen, formatEML) {
		all = append(all, exporter.File{
			Format: formatEML, Name: exporter.FileName(q, "."+formatEML),
			Write: func(w io.Writer) error { return writeMail(w, q, at, book) },
		})
	}
	return all
}

func writeBook(w io.Writer, book func() ([]byte, error)) error {
	data, err := book()
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// mayWrite makes the folder and refuses to write over a file that is not the
// one recorded for the open version: somebody may have worked on it.
func (s *shell) mayWrite(ctx context.Context, records *store.Store, r reporting, documents []exporter.File) error {
	if err := os.MkdirAll(r.folder, 0o755); err != nil {
		return about(r.folder, errors.Join(errFolder, err))
	}
	if r.replace {
		return nil
	}
	reports, err := records.Reports(ctx, r.quarter)
	if err != nil {
		return about(records.Path(), err)
	}
	ours := map[string]bool{}
	for _, report := range reports {
		for _, f := range report.Files {
			ours[f.Name+f.SHA256] = true
		}
	}
	for _, d := range documents {
		path := filepath.Join(r.folder, d.Name)
		sum, err := hash(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return about(path, err)
		case !ours[d.Name+sum]:
			return about(path, errExists)
		}
	}
	return nil
}

// hash is the SHA-256 of a file's bytes in hex.
func hash(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// writeMail writes the draft to the SCS with the workbook attached.
func writeMail(w io.Writer, q annex.Quarterly, at time.Time, book func() ([]byte, error)) error {
	data, err := book()
	if err != nil {
		return err
	}
	file := mailer.Attachment{Name: exporter.FileName(q, "."+exporter.FormatXLSX), Data: data}
	return mailer.Draft(w, mailer.ReportMessage(q, "", at, file))
}

// maxGaps is how many months with gaps are named on screen; the JSON names
// every gap.
const maxGaps = 20

// reportText says what was written, what the report lacks and its due date.
func reportText(q annex.Quarterly, folder string, written []model.ReportFile) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s · versión %d · %s\n", q.Quarter.Title(), q.Version, q.Completeness().Label())
	for _, f := range written {
		fmt.Fprintf(&b, "✓ %s\n", filepath.Join(folder, f.Name))
	}
	fmt.Fprintf(&b, "Plazo interno: %s (6.3.2)\n", q.Due.Label())
	gaps := annex.Summarize(q.Gaps())
	if len(gaps) == 0 {
		return b.String() + "No falta ningún dato.\n"
	}
	fmt.Fprintf(&b, "Falta:\n")
	for _, g := range gaps[:min(len(gaps), maxGaps)] {
		fmt.Fprintf(&b, "  %s\n", g)
	}
	if more := len(gaps) - maxGaps; more > 0 {
		fmt.Fprintf(&b, "  … y %s meses más; el formato json los nombra.\n", model.Count(int64(more)))
	}
	return b.String()
}
