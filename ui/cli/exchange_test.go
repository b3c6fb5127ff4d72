package cli_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"

	"faro/store"
)

// export is everything in the office's records as JSON.
func (o office) export() string {
	o.t.Helper()
	return o.run("exportar", "-").ends(0).out
}

// emptyExport is the export of a new records file.
func (o office) emptyExport() string {
	o.t.Helper()
	records, err := store.Open(o.t.Context(), o.path("nuevo.db"), store.Options{})
	if err != nil {
		o.t.Fatal(err)
	}
	var b strings.Builder
	if err := records.Export(o.t.Context(), &b); err != nil {
		o.t.Fatal(err)
	}
	if err := records.Close(); err != nil {
		o.t.Fatal(err)
	}
	return b.String()
}

// lastActor is who the history says acted last.
func (o office) lastActor(name string) string {
	o.t.Helper()
	records, err := store.Open(o.t.Context(), o.path(name), store.Options{})
	if err != nil {
		o.t.Fatal(err)
	}
	defer func() { _ = records.Close() }()
	last, err := records.History(o.t.Context(), 1)
	if err != nil || len(last) != 1 {
		o.t.Fatalf("history: %v, %v", last, err)
	}
	return last[0].Actor
}

// names are the files of a folder of the office.
func (o office) names(folder string) (all []string) {
	o.t.Helper()
	entries, err := os.ReadDir(o.path(folder))
	if err != nil {
		o.t.Fatal(err)
	}
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func TestExportAndImportLoseNothing(t *testing.T) {
	o := withSample(t)
	o.run("exportar", "uno.json").ends(0).says("✓ uno.json")
	o.run("import", "uno.json", "--datos", "copia.db").ends(0).says("✓")
	o.run("export", "dos.json", "--datos", "copia.db").ends(0)
	if o.read("uno.json") != o.read("dos.json") {
		t.Error("the second export differs from the first")
	}
	if a, b := o.run("estado", "--json"), o.run("estado", "--json", "--datos", "copia.db"); a.out != b.out {
		t.Error("the duties differ after the import")
	}
}

func TestTheInputAndTheOutputMayBePipes(t *testing.T) {
	o := withSample(t)
	text := o.export()
	o.runWith(strings.NewReader(text), "importar", "-", "--datos", "copia.db").ends(0)
	if got := o.run("exportar", "-", "--datos", "copia.db").ends(0).out; got != text {
		t.Error("what came out of the pipe differs")
	}
}

func TestTheSchemaIsJSON(t *testing.T) {
	r := newOffice(t).run("exportar", "--esquema").ends(0).says(`"$schema"`)
	if !json.Valid([]byte(r.out)) {
		t.Errorf("the schema is no JSON:\n%s", r.out)
	}
}

func TestAnExportDoesNotWriteOverAFile(t *testing.T) {
	o := withSample(t)
	o.write("tesis.json", "mi tesis")
	o.run("exportar", "tesis.json").ends(3).complains("Ya existe «tesis.json» y no se tocó", "--reemplazar")
	if o.read("tesis.json") != "mi tesis" {
		t.Error("the file was written over")
	}
	o.run("exportar", "tesis.json", "--reemplazar").ends(0)
	if !json.Valid([]byte(o.read("tesis.json"))) {
		t.Error("the file was not replaced")
	}
}

// Every fault is named with its place, and nothing is imported.
func TestAFileThatBreaksRulesIsRefusedWhole(t *testing.T) {
	o := withSample(t)
	text := o.export()
	for _, change := range [][2]string{
		{`"network":"tiktok"`, `"network":"fotolog"`},
		{`"function":"titular"`, `"function":"jefe"`},
		{`"name":"Andes SAC"`, `"name":""`},
	} {
		if !strings.Contains(text, change[0]) {
			t.Fatalf("the export lacks %s", change[0])
		}
		text = strings.Replace(text, change[0], change[1], 1)
	}
	o.write("malo.json", text)
	r := o.run("importar", "malo.json", "--datos", "copia.db").ends(3).complains("No se importó nada")
	if n := strings.Count(strings.TrimSpace(r.err), "\n"); n < 3 {
		t.Errorf("three faults, told in %d lines:\n%s", n, r.err)
	}
	if _, err := os.Stat(o.path("copia.db")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("an empty records file was left behind: %v", err)
	}
	o.run("importar", "uno.json", "--datos", "copia.db").ends(3).complains("No existe «uno.json»")
	o.run("exportar", "sano.json").ends(0)
	o.run("importar", "sano.json", "--datos", "copia.db").ends(0)
}

func TestWhatIsNotAnExportIsRefused(t *testing.T) {
	o := withSample(t)
	before := o.export()
	for _, text := range []string{"", "{}", "[]", "hola", `{"format":"faro/anexo3"}`, before[:len(before)/2]} {
		o.write("raro.json", text)
		o.run("importar", "raro.json", "--datos", "copia.db").ends(3).complains("o se importó nada")
	}
	o.write("bueno.json", before)
	o.run("importar", "bueno.json").ends(3).complains("ya tiene")
	if o.export() != before {
		t.Error("the records changed")
	}
}
