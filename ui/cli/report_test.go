package cli_test

import (
	"archive/zip"
	"encoding/json"
	"net/mail"
	"os"
	"slices"
	"strings"
	"testing"

	"faro/model/calendar"
	"faro/store"
)

var allFormats = []string{
	"MINEJ_Anexo3_2026-T3_v1.eml", "MINEJ_Anexo3_2026-T3_v1.json", "MINEJ_Anexo3_2026-T3_v1.xlsx",
	"MINEJ_Anexo3_2026-T3_v1_facebook.csv", "MINEJ_Anexo3_2026-T3_v1_instagram.csv",
	"MINEJ_Anexo3_2026-T3_v1_tiktok.csv", "MINEJ_Anexo3_2026-T3_v1_x.csv", "MINEJ_Anexo3_2026-T3_v1_youtube.csv",
}

// On 23/11/2026 the last closed quarter is the third; its report was due on
// 15/10/2026 (A-13, S26) and lacks eight of TikTok's rows of September.
func TestTheReportOfTheLastClosedQuarterIsWrittenInEveryForm(t *testing.T) {
	o := withSample(t)
	r := o.run("informe", "--salida", "informes").ends(0)
	r.says("III Trimestre 2026 · versión 1 · 142 de 150 filas", "Plazo interno: jue 15/10/2026",
		"TikTok @minejemploperu · septiembre 2026: faltan 8 publicaciones")
	if got := o.names("informes"); !slices.Equal(got, allFormats) {
		t.Fatalf("wrote %q", got)
	}
	for _, name := range allFormats {
		r.says("✓ " + "informes" + string(os.PathSeparator) + name)
	}
	book, err := zip.OpenReader(o.path("informes/MINEJ_Anexo3_2026-T3_v1.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	if !json.Valid([]byte(o.read("informes/MINEJ_Anexo3_2026-T3_v1.json"))) {
		t.Error("the JSON is not valid")
	}
	letter, err := mail.ReadMessage(strings.NewReader(o.read("informes/MINEJ_Anexo3_2026-T3_v1.eml")))
	if err != nil || !strings.Contains(letter.Header.Get("To"), "rrss_scs@pcm.gob.pe") || letter.Header.Get("X-Unsent") != "1" {
		t.Errorf("the draft: %v, %v", letter.Header, err)
	}
}

func TestOnlyTheFormatsAskedForAreWritten(t *testing.T) {
	o := withSample(t)
	o.run("report", "2026t3", "--formato", "XLSX, json", "--salida", "i").ends(0)
	if got := o.names("i"); !slices.Equal(got, []string{"MINEJ_Anexo3_2026-T3_v1.json", "MINEJ_Anexo3_2026-T3_v1.xlsx"}) {
		t.Errorf("wrote %q", got)
	}
}

// reports are the versions on record, after what do did to the records.
func (o office) reports(do func(*store.Store)) (states []string) {
	o.t.Helper()
	records, err := store.Open(o.t.Context(), o.path("data/faro/faro.db"), store.Options{})
	if err != nil {
		o.t.Fatal(err)
	}
	defer func() { _ = records.Close() }()
	if do != nil {
		do(records)
	}
	all, err := records.Reports(o.t.Context(), calendar.Quarter{Year: 2026, Number: 3})
	if err != nil {
		o.t.Fatal(err)
	}
	for _, r := range all {
		states = append(states, string(r.State))
		for _, f := range r.Files {
			if len(f.SHA256) != 64 || f.At.IsZero() {
				o.t.Errorf("recorded %+v", f)
			}
		}
	}
	return states
}

// A version that was sent keeps its files; what follows is the next one (S27).
func TestASentVersionIsNotWrittenOver(t *testing.T) {
	o := withSample(t)
	first := "MINEJ_Anexo3_2026-T3_v1.xlsx"
	o.run("informe", "--formato", "xlsx").ends(0).says("versión 1")
	before := o.read(first)
	o.run("informe", "--formato", "xlsx").ends(0).says("versión 1") // still a draft
	o.reports(func(s *store.Store) {
		all, err := s.Reports(t.Context(), calendar.Quarter{Year: 2026, Number: 3})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.MarkSent(t.Context(), all[0].ID, calendar.Day{Year: 2026, Month: 11, Day: 23}, "Oficio 12"); err != nil {
			t.Fatal(err)
		}
	})
	o.run("informe", "--formato", "xlsx").ends(0).says("versión 2", "MINEJ_Anexo3_2026-T3_v2.xlsx")
	if o.read(first) != before {
		t.Error("the file that was sent changed")
	}
	if got := o.reports(nil); !slices.Equal(got, []string{"enviado", "borrador"}) {
		t.Errorf("on record: %q", got)
	}
}

func TestAFileSomebodyChangedIsNotWrittenOver(t *testing.T) {
	o := withSample(t)
	o.run("informe", "--formato", "csv").ends(0)
	o.write("MINEJ_Anexo3_2026-T3_v1_x.csv", "corregido a mano")
	o.run("informe", "--formato", "csv").ends(3).complains("Ya existe «MINEJ_Anexo3_2026-T3_v1_x.csv» y no se tocó")
	if o.read("MINEJ_Anexo3_2026-T3_v1_x.csv") != "corregido a mano" {
		t.Error("the file was written over")
	}
	o.run("informe", "--formato", "csv", "--reemplazar").ends(0)
}
