package cli_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
)

// The sample on Monday 23/11/2026 at 14:05: the mailbox fell due on 21/11, the
// report on 15/10, November's review is still to be signed and the
// day's third Facebook post is to come.
func TestTheStateNamesWhatWaitsWithArticleAndReason(t *testing.T) {
	r := withSample(t).run("estado").ends(1)
	r.says("MINEJ · lun 23/11/2026 14:05 · 3 por atender: 2 vencidos, 1 próximo; 1 en curso hoy")
	lines := strings.Split(strings.TrimSpace(r.out), "\n")
	want := []string{
		`^✗ Informe III Trimestre 2026 +15/10/2026  6\.3\.2 +142 de 150 filas · `,
		`^✗ Contraseña del correo rrss@minej\.gob\.pe +21/11/2026  6\.1\.2\.5 +venció hace 2 días`,
		`^! Revisión de roles de noviembre +30/11/2026  6\.1\.2\.11 +falta firmar`,
		`^… Facebook @MinEjemploPeru +23/11/2026  6\.2\.2\.4 +falta 1 · próxima desde 15:10`,
	}
	if len(lines) != len(want)+1 {
		t.Fatalf("%d lines:\n%s", len(lines), r.out)
	}
	for i, pattern := range want {
		if !regexp.MustCompile(pattern).MatchString(lines[i+1]) {
			t.Errorf("line %d is %q, want %s", i+1, lines[i+1], pattern)
		}
	}
}

func TestTheShortStateIsOneLine(t *testing.T) {
	r := withSample(t).run("estado", "--breve").ends(1)
	if r.out != "3 por atender: 2 vencidos, 1 próximo; 1 en curso hoy\n" {
		t.Errorf("--breve printed %q", r.out)
	}
}

func TestTheStateAsJSONIsAnArrayOfDuties(t *testing.T) {
	r := withSample(t).run("estado", "--json").ends(1)
	var duties []map[string]any
	if err := json.Unmarshal([]byte(r.out), &duties); err != nil {
		t.Fatalf("%v in\n%s", err, r.out)
	}
	found := false
	for _, d := range duties {
		if len(d) != 6 {
			t.Errorf("a duty has the keys of %v", d)
		}
		for _, key := range []string{"rule", "article", "subject", "status", "due", "why"} {
			if _, text := d[key].(string); !text {
				t.Errorf("%q is no text in %v", key, d)
			}
		}
		if d["rule"] == "O-046" && d["subject"] == "Contraseña del correo rrss@minej.gob.pe" {
			found = d["due"] == "2026-11-21" && d["status"] == "incumple" && d["article"] == "6.1.2.5"
		}
	}
	if !found || len(duties) < 20 {
		t.Errorf("%d duties, the overdue mailbox told: %v\n%s", len(duties), found, r.out)
	}
}

func TestAllDutiesAreListedOnRequest(t *testing.T) {
	o := withSample(t)
	short, long := o.run("estado"), o.run("estado", "--todo").ends(1).says("✓ ")
	if strings.Count(long.out, "\n") < strings.Count(short.out, "\n")+10 {
		t.Errorf("--todo adds little:\n%s", long.out)
	}
}

// An empty records file owes nothing.
func TestNothingOverdueEndsWith0(t *testing.T) {
	o := newOffice(t)
	o.write("vacio.json", o.emptyExport())
	o.run("importar", "vacio.json").ends(0)
	o.run("estado", "--breve").ends(0).says("Nada por atender\n")
	if r := o.run("estado", "--json").ends(0); strings.TrimSpace(r.out) != "[]" {
		t.Errorf("--json printed %q, want an empty array", r.out)
	}
}

func TestWithoutRecordsTheStateDoesNotPretend(t *testing.T) {
	o := newOffice(t)
	for _, args := range [][]string{
		{"estado"},
		{"informe"},
		{"exportar", "x.json"},
		{"publicar", "--cuenta", "facebook"},
		{"estado", "--datos", "mal-escrito.db"},
	} {
		o.run(args...).ends(3).complains("No hay registros en «")
	}
	for _, name := range []string{"mal-escrito.db", "data/faro/faro.db", "x.json"} {
		if _, err := os.Stat(o.path(name)); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("the program made %s: %v", name, err)
		}
	}
}

func TestTheEnglishNameAnswersAlike(t *testing.T) {
	o := withSample(t)
	if a, b := o.run("estado"), o.run("status"); a.out != b.out || a.code != b.code {
		t.Errorf("status: %d %s", b.code, b.out)
	}
}
