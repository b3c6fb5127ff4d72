package importer_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"faro/model"
	"faro/model/calendar"
	"faro/store/importer"
)

const ownTable = "Reporte de la agencia\n\nEnlace;Publicado;Qué dice;Personas;Toques\n" +
	"https://www.facebook.com/minej/posts/123456;23/11/2026 09:00;Hola;12480;873\n" +
	"https://www.facebook.com/minej/posts/123457;24/11/2026;Adiós;;5\n" +
	"https://x.com/minej/status/2035933611212357737;24/11/2026 10:00;de otra red;1;1\n"

func ownMapping() importer.Mapping {
	return importer.Mapping{
		Network: model.Facebook,
		Columns: map[importer.Field]int{
			importer.FieldLink: 0, importer.FieldPublished: 1, importer.FieldText: 2, importer.FieldReach: 3, importer.FieldInteractions: 4,
		},
	}
}

func mapped(t *testing.T, data string, m importer.Mapping) (importer.File, error) {
	t.Helper()
	return importer.ReadMapped(t.Context(), bytes.NewReader([]byte(data)), int64(len(data)), "agencia.csv", m, importer.Options{})
}

func unknown(t *testing.T, data string, opts importer.Options) *importer.UnknownError {
	t.Helper()
	_, err := readErr(t, []byte(data), opts)
	var e *importer.UnknownError
	if !errors.As(err, &e) || !errors.Is(err, importer.ErrUnknown) {
		t.Fatalf("Read() = %v, want ErrUnknown", err)
	}
	return e
}

func TestAnUnknownTableComesWithWhatItTakesToMapIt(t *testing.T) {
	e := unknown(t, ownTable, importer.Options{})
	if !slices.Equal(e.Header, []string{"Enlace", "Publicado", "Qué dice", "Personas", "Toques"}) || len(e.Sample) != 3 || e.Sample[0][3] != "12480" {
		t.Errorf("header = %q, sample = %q", e.Header, e.Sample)
	}
	if e.Guess.Network != model.Facebook || e.Guess.Columns[importer.FieldLink] != 0 {
		t.Errorf("guess = %+v, want the network and column of the links", e.Guess)
	}
}

func TestAMappedTableIsReadByTheClockOfLima(t *testing.T) {
	f, err := mapped(t, ownTable, ownMapping())
	if err != nil {
		t.Fatal(err)
	}
	b, err := f.Tables[0].All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Rejects) != 1 || b.Rejects[0].Line != 6 || !strings.Contains(b.Rejects[0].Reason, "el enlace es de X") {
		t.Errorf("rejects = %v, want line 6 of another network", b.Rejects)
	}
	b.Rejects = nil
	sameRows(t, b, []string{
		"4 23/11/2026 09:00 publicacion alcance=12480 interaccion=873",
		"5 24/11/2026 publicacion interaccion=5",
	})
	if r := b.Rows[0]; r.Sources[model.Reach] != "Personas" || r.Post.PlatformID != "123456" || f.Tables[0].Format != importer.Custom {
		t.Errorf("row = %+v", r)
	}
	if got := b.Rows[1].Post.Precision; got != model.DayOnly {
		t.Errorf("precision = %s, want the day alone", got)
	}
}

func TestAMappingIsRememberedByTheHeader(t *testing.T) {
	e := unknown(t, ownTable, importer.Options{})
	text, err := json.Marshal(ownMapping())
	if err != nil {
		t.Fatal(err)
	}
	var m importer.Mapping
	if err := json.Unmarshal(text, &m); err != nil || !reflect.DeepEqual(m, ownMapping()) {
		t.Fatalf("mapping = %+v, %v from %s", m, err, text)
	}
	opts := importer.Options{Mappings: map[string]importer.Mapping{importer.HeaderKey(e.Header): m}}
	next := strings.ReplaceAll(ownTable, "Enlace;Publicado", "ENLACE ;publicado")
	if got := table(t, []byte(next), opts); got.Network != model.Facebook {
		t.Errorf("network = %s", got.Network)
	}
	other := strings.ReplaceAll(ownTable, "Toques", "Clics")
	if e := unknown(t, other, opts); e.Header[4] != "Clics" {
		t.Errorf("header = %q", e.Header)
	}
}

func TestTheClockOfAMappedTable(t *testing.T) {
	for zone, want := range map[importer.Zone]string{
		importer.ZoneLima: "23/11/2026 09:00", importer.ZoneUTC: "23/11/2026 04:00", importer.ZonePacific: "23/11/2026 12:00",
	} {
		m := ownMapping()
		m.Zone = zone
		f, err := mapped(t, ownTable, m)
		if err != nil {
			t.Fatal(err)
		}
		b, err := f.Tables[0].All(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if got := calendar.Stamp(b.Rows[0].Post.At); got != want {
			t.Errorf("%q: %s, want %s", zone, got, want)
		}
	}
}

func TestAMappedTableAsksAndIsAnswered(t *testing.T) {
	doubtful := strings.NewReplacer("23/11/2026", "03/11/2026", "24/11/2026", "04/11/2026").Replace(ownTable)
	f, err := mapped(t, doubtful, ownMapping())
	if err != nil {
		t.Fatal(err)
	}
	var ask *importer.AskError
	if _, err := f.Tables[0].All(t.Context()); !errors.As(err, &ask) {
		t.Fatalf("All() = %v, want a question", err)
	}
	m := ownMapping()
	m.DateOrder = importer.DayFirst
	if f, err = mapped(t, doubtful, m); err != nil {
		t.Fatal(err)
	}
	b, err := f.Tables[0].All(t.Context())
	if err != nil || b.Rows[0].Post.Day.Slashed() != "03/11/2026" {
		t.Errorf("rows = %+v, %v", b.Rows, err)
	}
}

func TestMappedLinksOfXAndTikTokNeedNoDate(t *testing.T) {
	m := importer.Mapping{Network: model.X, Columns: map[importer.Field]int{importer.FieldLink: 0, importer.FieldImpressions: 1, importer.FieldLikes: 2}}
	f, err := mapped(t, "Enlace,Veces visto,Corazones\nhttps://x.com/minej/status/2035933611212357737?s=20,10,3\n", m)
	if err != nil {
		t.Fatal(err)
	}
	b, err := f.Tables[0].All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	sameRows(t, b, []string{"2 22/03/2026 23:16 publicacion impresiones=10"}) // likes alone are no interaction
	if got := b.Rows[0].Components[importer.Likes]; got != 3 {
		t.Errorf("likes = %d, want them kept", got)
	}
}

func TestAMappingThatCannotBeIsTold(t *testing.T) {
	for name, change := range map[string]func(*importer.Mapping){
		"no network":      func(m *importer.Mapping) { m.Network = "" },
		"no link":         func(m *importer.Mapping) { delete(m.Columns, importer.FieldLink) },
		"no date":         func(m *importer.Mapping) { delete(m.Columns, importer.FieldPublished) },
		"column past end": func(m *importer.Mapping) { m.Columns[importer.FieldText] = 5 },
		"column below":    func(m *importer.Mapping) { m.Columns[importer.FieldText] = -1 },
		"no figures": func(m *importer.Mapping) {
			delete(m.Columns, importer.FieldReach)
			delete(m.Columns, importer.FieldInteractions)
		},
	} {
		m := ownMapping()
		change(&m)
		var fault *model.FieldError
		if _, err := mapped(t, ownTable, m); !errors.As(err, &fault) {
			t.Errorf("%s: %v, want the field at fault", name, err)
		}
	}
}

func TestARenamedColumnStopsTheFileAndIsNamed(t *testing.T) {
	rows := cells(t, "facebook-business_suite-es.csv")
	at := column(t, rows, "Alcance")
	rows[0][at] = "Personas alcanzadas"
	data := string(written(t, rows, ','))
	e := unknown(t, data, importer.Options{})
	if e.Format != importer.FacebookContent || !slices.Equal(e.Missing, []importer.Field{importer.FieldReach}) ||
		!strings.Contains(e.Hint, "«alcance»") || !strings.Contains(e.Hint, "No se importó nada") {
		t.Fatalf("error = %+v", e)
	}
	m := e.Guess
	m.Columns[importer.FieldReach] = at
	f, err := mapped(t, data, m)
	if err != nil {
		t.Fatal(err)
	}
	b, err := f.Tables[0].All(t.Context())
	if err != nil || b.Rows[0].Values[model.Reach] != 15110 || b.Rows[0].Sources[model.Reach] != "Personas alcanzadas" {
		t.Errorf("rows = %+v, %v", b.Rows[:1], err)
	}
	if got := told(b.Rows[0]); !strings.HasPrefix(got, "2 01/08/2026 00:40 video") {
		t.Errorf("row = %s, want Meta's clock kept", got)
	}
}

func TestEveryNeededColumnIsMissed(t *testing.T) {
	for name, needed := range map[string][]string{
		"facebook-business_suite-es.csv":  {"Alcance"},
		"instagram-business_suite-es.csv": {"Visualizaciones", "Me gusta", "Comentarios", "Veces que se compartió", "Veces que se guardó"},
		"x-content-en.csv":                {"Impressions"},
		"youtube-table_data-es.csv":       {"Vistas", "Duración promedio de vistas"},
		"tiktok-content-es.csv":           {"Total views", "Total likes", "Total comments", "Total shares"},
	} {
		for _, header := range needed {
			rows := cells(t, name)
			rows[0][column(t, rows, header)] = "Otra cosa"
			if e := unknown(t, string(written(t, rows, ',')), importer.Options{}); len(e.Missing) != 1 {
				t.Errorf("%s without %s: missing = %v", name, header, e.Missing)
			}
		}
	}
}

func TestAFileMayBeReadWithoutANeededColumnWhenThePersonSaysSo(t *testing.T) {
	rows := cells(t, "youtube-table_data-es.csv")
	rows[0][column(t, rows, "Duración promedio de vistas")] = "Otra cosa"
	data := written(t, rows, ',')
	e := unknown(t, string(data), importer.Options{})
	b := batch(t, data, importer.Options{Without: e.Missing})
	if got := told(b.Rows[1]); got != "3 21/08/2026 video impresiones=120400 interaccion=1555 visualizaciones=40212" {
		t.Errorf("row = %s, want the watch time unknown", got)
	}
}

func TestColumnsThatOnlyBeginLikeOursAreNotOurs(t *testing.T) {
	rows := cells(t, "facebook-business_suite-es.csv")
	at := column(t, rows, "Alcance")
	for i := range rows {
		long := "1"
		if i == 0 {
			long = "Alcance de Publicaciones orgánicas"
		}
		rows[i] = slices.Insert(rows[i], at, long)
	}
	if got := batch(t, written(t, rows, ','), importer.Options{}).Rows[0].Values[model.Reach]; got != 15110 {
		t.Errorf("reach = %d, want the exact column's 15110", got)
	}
}
