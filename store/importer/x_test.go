package importer_test

import (
	"strings"
	"testing"

	"faro/model"
	"faro/store/importer"
)

func TestXTakesTheSecondFromTheID(t *testing.T) {
	b := batch(t, sample(t, "x-content-en.csv"), importer.Options{})
	sameRows(t, b, []string{
		"2 01/09/2026 00:30 publicacion impresiones=9120 interaccion=402",
		"3 31/08/2026 21:30 publicacion impresiones=15880 interaccion=640", // the file says 1 September
		"4 29/08/2026 10:00 publicacion impresiones=6011 interaccion=240",
		"5 25/08/2026 19:10 publicacion impresiones=48210 interaccion=3902",
		"6 21/08/2026 16:20 publicacion impresiones=91044 interaccion=6120",
		"7 21/08/2026 17:10 respuesta impresiones=310 interaccion=6 [respuesta]",
		"8 publicacion [fantasma]",
		"9 publicacion [fantasma]",
		"10 14/08/2026 12:00 publicacion impresiones=7230 interaccion=301",
		"11 10/08/2026 07:05 publicacion impresiones=20440 interaccion=910",
		"12 03/08/2026 09:15 publicacion impresiones=61002 interaccion=9011",
		"14 31/07/2026 23:50 publicacion impresiones=2890 interaccion=90", // the file says 1 August
	})
	if got := inMonth(b, august); got != 7 {
		t.Errorf("August has %d posts, want 7: J in, K and L out", got)
	}
	if got := b.Rows[3].Post.Text; !strings.HasPrefix(got, "Descarga “Mi Laguna” & reporta 👇") {
		t.Errorf("text = %q, want &amp; read as &", got)
	}
	if r := b.Rows[0]; r.Post.Precision != model.ExactTime || r.Account.Handle != "minbol_ficticio" || r.Sources[model.Interactions] != "Engagements" {
		t.Errorf("row = %+v", r)
	}
}

func TestS06TheDayOfTheFileIsNotTheDayOfLima(t *testing.T) {
	header, _, _ := strings.Cut(string(sample(t, "x-content-en.csv")), "\n")
	row := `2035933611212357737,"Mon, Mar 23, 2026",Hola,https://x.com/MinEjemploPeru/status/2035933611212357737,10,1,2,0,0,0,0,0,0,0,0,0,0`
	r := batch(t, []byte(header+"\n"+row+"\n"), importer.Options{}).Rows[0]
	if told(r) != "2 22/03/2026 23:16 publicacion impresiones=10 interaccion=2" || r.Post.At.Second() != 13 {
		t.Errorf("row = %s", told(r))
	}
	if len(r.Warnings) != 1 || !strings.Contains(r.Warnings[0], "fecha del archivo difiere; se usa la hora del id") {
		t.Errorf("warnings = %q (S06)", r.Warnings)
	}
}

func TestXThreadsAndReposts(t *testing.T) {
	header, _, _ := strings.Cut(string(sample(t, "x-content-en.csv")), "\n")
	line := func(text string) string {
		return `2094659041358774305,"Tue, Sep 1, 2026",` + text + `,https://x.com/minbol/status/2094659041358774305,10,1,2,0,0,0,0,0,0,0,0,0,0` + "\n"
	}
	b := batch(t, []byte(header+"\n"+line("@MINBOL segunda parte")+line("RT @otro hola")+line("@otra gracias")+line("Hola @otra")), importer.Options{})
	sameRows(t, b, []string{
		"2 01/09/2026 00:30 hilo impresiones=10 interaccion=2",
		"3 01/09/2026 00:30 republicacion impresiones=10 interaccion=2 [republicacion]",
		"4 01/09/2026 00:30 respuesta impresiones=10 interaccion=2 [respuesta]",
		"5 01/09/2026 00:30 publicacion impresiones=10 interaccion=2",
	})
}

func TestOldXActivity(t *testing.T) {
	data := `"Tweet id","Tweet permalink","Tweet text","time","impressions","engagements","engagement rate","retweets","replies","favorites","media views","promoted impressions"
"1226928818346786816","https://twitter.com/minej/status/1226928818346786816","Hola","2020-02-10 18:00 +0000","1203.0","39.0","0.0324","3.0","1.0","9.0","0","-"
"1226928818346786817","https://twitter.com/minej/status/1226928818346786817","Dos","2020-02-11 18:00 +0000","-","2","0.1","0","0","0","0","-"
`
	b := batch(t, []byte(data), importer.Options{})
	if len(b.Rejects) != 0 || len(b.Rows) != 2 {
		t.Fatalf("rows = %d, rejects = %v", len(b.Rows), b.Rejects)
	}
	first := b.Rows[0]
	if first.Values[model.Impressions] != 1203 || first.Values[model.Interactions] != 39 || first.Components[importer.Likes] != 9 ||
		first.Post.Link != "https://x.com/minej/status/1226928818346786816" {
		t.Errorf("row = %+v", first)
	}
	// (1226928818346786816 >> 22) + 1288834974657 = 1581357600186 ms.
	if got := first.Post.At.Unix(); got != 1581357600 || len(first.Warnings) != 0 {
		t.Errorf("at = %d, warnings = %q; want 2020-02-10 18:00:00 UTC without a warning", got, first.Warnings)
	}
	if v, known := b.Rows[1].Values[model.Impressions]; known {
		t.Errorf("impressions = %d, want unknown for «-»", v)
	}
	if got := b.Rows[1].Warnings; len(got) == 0 || !strings.Contains(got[0], "fecha del archivo difiere") {
		t.Errorf("warnings = %q, want the date of another day told", got)
	}
}
