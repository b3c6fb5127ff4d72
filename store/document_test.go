package store_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"faro/model"
	"faro/model/directive"
	"faro/store"
)

// rich is a records file with something of everything, past and present.
func rich(t *testing.T) *office {
	t.Helper()
	o := like(t, "rich", (*office).enrich)
	o.now = o.now.Add(time.Hour)
	return o
}

func (o *office) enrich() {
	o.draft()
	t, ctx := o.t, o.t.Context()
	for _, w := range writers() {
		if !slices.Contains([]string{"StartReview", "DiscardPost", "Leave", "SetCustodians"}, w.method) {
			check(t, w.do(ctx, o))
		}
	}
	// The grant that came after the draft was opened, and the account without an end.
	r := must[model.Review](t)(o.StartReview(ctx, month("2026-11"), 0))
	for _, row := range r.Rows {
		check(t, o.Decide(ctx, r.ID, row.GrantID, model.Revoke, "revisado\nen la plataforma"))
	}
	for account := facebook; account <= 6; account++ {
		check(t, o.Look(ctx, r.ID, account, true))
	}
	must[model.Review](t)(o.SignReview(ctx, r.ID, luis, "LR", monday()))
	correction := must[model.Review](t)(o.StartReview(ctx, month("2026-11"), r.ID))
	check(t, o.Look(ctx, correction.ID, xAccount, true))
	q := quarter("2026-T3")
	for _, digit := range []string{"a", "b", "c"} {
		v := must[model.Report](t)(o.AddReport(ctx, q, file("Anexo3_"+digit+".xlsx", digit)))
		if digit != "c" {
			check(t, o.MarkSent(ctx, v.ID, day("2026-10-15"), "HR-"+digit))
		}
		if digit == "a" {
			check(t, o.MarkReceived(ctx, v.ID, day("2026-10-16"), ""))
		}
	}
	o.add(model.Post{AccountID: tikTok, At: at(9, 0), Kind: model.Video, Text: "Emoji 🇵🇪 «<script>» & \"comillas\" =HYPERLINK(1)\nsegunda línea"})
	row := o.month(facebook, "2026-10")[0]
	delete(row.Values, model.Reach)
	o.now = o.now.Add(time.Hour)
	o.save(row)
}

func (o *office) export() []byte {
	o.t.Helper()
	var b bytes.Buffer
	check(o.t, o.Export(o.t.Context(), &b))
	return b.Bytes()
}

func (o *office) bringIn(document []byte) (store.Summary, error) {
	return o.Import(o.t.Context(), bytes.NewReader(document))
}

func TestWhatIsExportedComesBackToTheLastByte(t *testing.T) {
	from := rich(t)
	document := from.export()
	into := open(t)
	into.now = day("2027-05-05").At(8, 0, 0) // What was recorded when stays as it was.
	summary := must[store.Summary](t)(into.bringIn(document))
	if again := into.export(); !bytes.Equal(again, document) {
		t.Errorf("came back as\n%s\nwas\n%s", again, document)
	}
	if summary.Posts != 4 || summary.Accounts != 6 || summary.People != 6 || summary.Reports != 3 || summary.Reviews != 2 {
		t.Errorf("summary %+v", summary)
	}
	into.now = from.now
	if !reflect.DeepEqual(into.facts().Quarter, from.facts().Quarter) || !reflect.DeepEqual(into.facts().Changes, from.facts().Changes) {
		t.Error("the facts differ")
	}
	into.checkKnown()
	check(t, into.VerifyHistory(t.Context()))
	_, err := into.Undo(t.Context())
	wants(t, err, store.ErrNothingToUndo)
	// The next ids follow those that came.
	if p := must[model.Person](t)(into.SavePerson(t.Context(), model.Person{Name: "Nueva"})); p.ID != 7 {
		t.Errorf("next person is %d", p.ID)
	}
	must[directive.Criteria](t)(into.Criteria(t.Context()))
}

func TestAnEmptyFileExportsAnEmptyDocument(t *testing.T) {
	o := open(t)
	document := o.export()
	must[store.Summary](t)(o.bringIn(document))
	if !bytes.Equal(o.export(), document) || len(must[[]store.HistoryEntry](t)(o.History(t.Context(), 0))) != 0 {
		t.Errorf("document %s", document)
	}
	validate(t, document, true)
}

func TestOneRecordIsOneLine(t *testing.T) {
	o := rich(t)
	lines := strings.Split(string(o.export()), "\n")
	posts := 0
	for _, line := range lines {
		if strings.Contains(line, `"platform_id"`) {
			posts++
		}
	}
	if !strings.Contains(strings.Join(lines, ""), `«<script>» & \"comillas\" =HYPERLINK(1)`) {
		t.Error("signs are written in a code that people cannot read")
	}
	if posts != 4 || lines[0] != `{"formato":"faro","version":1,` {
		t.Errorf("%d posts in %d lines, the first %s", posts, len(lines), lines[0])
	}
}

func TestTheSummaryIsSpanish(t *testing.T) {
	s := store.Summary{Accounts: 1, People: 4, Posts: 12480, Changes: 2, Others: 1}
	if got := s.String(); got != "1 cuenta, 4 personas, 12,480 publicaciones y 3 registros más" {
		t.Errorf("%q", got)
	}
}

func TestAnImportNeedsAFileWithoutFacts(t *testing.T) {
	o := ministry(t)
	document, dump := o.export(), o.dump()
	_, err := o.bringIn(document)
	wants(t, err, store.ErrNotEmpty)
	wantsField(t, err, "Archivo de registros")
	if !strings.Contains(err.Error(), "--datos") || o.dump() != dump {
		t.Errorf("says %v", err)
	}
	// One in which everything was undone holds none.
	for {
		if _, err := o.Undo(t.Context()); err != nil {
			break
		}
	}
	must[store.Summary](t)(o.bringIn(document))
	if !bytes.Equal(o.export(), document) {
		t.Error("came back different")
	}
}

// validate runs a document against the schema.
func validate(t *testing.T, document []byte, want bool) {
	t.Helper()
	c := jsonschema.NewCompiler()
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(store.Schema()))
	check(t, err)
	check(t, c.AddResource("faro.json", schema))
	compiled, err := c.Compile("faro.json")
	check(t, err)
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(document))
	if err == nil {
		err = compiled.Validate(value)
	}
	if (err == nil) != want {
		t.Errorf("schema says %v of %.300s", err, document)
	}
}

func TestWhatIsExportedFollowsTheSchema(t *testing.T) {
	validate(t, rich(t).export(), true)
}

// broken are ways of spoiling a document, and every fault that must be named.
var broken = []struct {
	name, old, new string
	faults         []string
	schema         bool // whether the schema can see it too
}{
	{"another format", `"formato":"faro"`, `"formato":"otro"`, []string{"formato: debe ser «faro»"}, true},
	{"a later version", `"version":1,`, `"version":2,`, []string{"version: la escribió una versión más nueva de faro; actualice el programa"}, true},
	{"an unknown section", `"people":[`, `"personas":[`, []string{"personas: es un campo desconocido"}, true},
	{"an unknown field", `"phone":""`, `"telefono":""`, []string{"people[0].telefono: es un campo desconocido"}, true},
	{"another case", `"phone":""`, `"Phone":""`, []string{"people[0].Phone: es un campo desconocido"}, true},
	{"a field twice", `"phone":""`, `"phone":"","phone":"1"`, []string{"people[0].phone: está dos veces"}, false},
	{"a number for a text", `"name":"Ana Quispe"`, `"name":7`, []string{"people[0].name: debe ser un texto entre comillas"}, true},
	{"null for a text", `"phone":""`, `"phone":null`, []string{"people[0].phone: debe ser un texto entre comillas"}, true},
	{"a text for a number", `"id":4,"person_id":4`, `"id":1,"person_id":"4"`, []string{"appointments[3].person_id: debe ser un número entero"}, true},
	{"a fraction", `"id":4,"person_id":4`, `"id":4,"person_id":4.5`, []string{"appointments[3].person_id: debe ser un número entero"}, true},
	{"a text for true", `"archived":false}`, `"archived":"no"}`, []string{"people[0].archived: debe ser true o false"}, true},
	{"an object for a list", `"responsibles":[1,2]`, `"responsibles":{}`, []string{"accounts[0].responsibles: debe ser una lista"}, true},
	{"a list for an object", `{"id":1,"name":"Ana Quispe"`, `[1],{"id":1,"name":"Ana Quispe"`, []string{"people[0]: debe ser un objeto"}, true},
	{"a day that is none", `"seen_on":"2026-11-20"`, `"seen_on":"20/11/2026"`, []string{
		"fakes[0].seen_on: La fecha no es válida: escríbala como AAAA-MM-DD, por ejemplo 2026-11-23.",
	}, true},
	{"a day that does not exist", `"seen_on":"2026-11-20"`, `"seen_on":"2026-11-31"`, []string{
		"fakes[0].seen_on: La fecha no es válida: escríbala como AAAA-MM-DD, por ejemplo 2026-11-23.",
	}, false},
	{"an instant that is none", `"taken_at":"2026-11-23T19:05:00Z"`, `"taken_at":"ayer"`, []string{
		"metrics[0].taken_at: «ayer» no es una fecha y hora; escríbala como 2026-11-23T19:05:00Z",
	}, true},
	{"an id twice", `{"id":2,"name":"Luis Rojas"`, `{"id":1,"name":"Luis Rojas"`, []string{
		"people[1].id: se repite el 1", "appointments[1].person_id: no hay ningún registro 2 en people",
	}, false},
	{"no id", `{"id":1,"name":"Vacunación"`, `{"name":"Vacunación"`, []string{"campaigns[0].id: falta un número entero mayor que cero"}, true},
	{"a reference to nothing", `"function":"pcm"`, `"function":"pcm","person_id":77`, []string{"appointments[3].person_id: está dos veces"}, false},
	{"an author who is not there", `"author_id":2`, `"author_id":77`, []string{"justified[0].author_id: no hay ningún registro 77 en people"}, false},
	{"a rule of the record", `"handle":"MinEjemploPeru"`, `"handle":"Min Ejemplo"`, []string{
		"accounts[0].handle: escriba solo el usuario, sin @, espacios ni barras",
	}, true},
	{"a channel that is not allowed", `"channel":"en_persona"`, `"channel":"whatsapp"`, []string{
		"changes[0].channel: elija cómo se entregó; la mensajería instantánea no está permitida (6.1.2.6)",
	}, true},
	{"a metric nobody knows", `"metric":"alcance"`, `"metric":"likes"`, []string{"metrics[0].metric: no es una métrica conocida"}, true},
	{"a negative figure", `"value":12480`, `"value":-1`, []string{"metrics[0].value: no puede ser negativa"}, true},
	{"an hour of another day", `"at":"2026-11-23T14:30:00Z"`, `"at":"2026-11-22T14:30:00Z"`, []string{
		"posts[0].at: la hora no cae en la fecha indicada (hora de Lima)",
	}, false},
	{"a decision nobody made", `"decision":"retirar"`, `"decision":"quizas"`, []string{
		"reviews[0].rows[0].decision: debe ser mantener, retirar, no_se o vacío",
	}, true},
	{"a signature without a name", `"initials":"LR"`, `"initials":""`, []string{"reviews[0].initials: faltan las iniciales de la firma"}, false},
	{"a hash that is none", `"sha256":"aaaa`, `"sha256":"zzzz`, []string{"reports[0].files[0].sha256: debe ser una huella SHA-256 de 64 cifras"}, true},
	{"a sending without a day", `"sent_on":"2026-10-15","received_on":"","cargo":"HR-b"`, `"sent_on":"","received_on":"","cargo":"HR-b"`, []string{
		"reports[1].state: un informe enviado tiene fecha de envío y no de recepción",
	}, false},
	{"two posts with one link", `"link":"","platform_id":""`, `"link":"https://www.facebook.com/MinEjemploPeru/posts/1","platform_id":""`, []string{
		"posts[2]: repite otro registro que no puede estar dos veces",
	}, false},
	{"an account twice", `"network":"x","network_name":"","handle":"MinEjemploPeru"`, `"network":"facebook","network_name":"","handle":"MinEjemploPeru"`, []string{
		"accounts[1]: repite otro registro que no puede estar dos veces",
	}, false},
	{"several at once", `"name":"Ana Quispe","email":""`, `"name":" ","email":"ana"`, []string{
		"people[0].name: escriba nombres y apellidos",
		"people[0].email: escriba un correo como ana.quispe@minej.gob.pe o déjelo vacío",
	}, true},
}

func TestEveryFaultOfADocumentIsNamedAndNothingImported(t *testing.T) {
	whole := string(rich(t).export())
	for _, c := range broken {
		t.Run(c.name, func(t *testing.T) {
			if !strings.Contains(whole, c.old) {
				t.Fatalf("the document has no %s", c.old)
			}
			spoilt := []byte(strings.Replace(whole, c.old, c.new, 1))
			o := open(t)
			_, err := o.bringIn(spoilt)
			var faults *store.DocumentError
			if !errors.As(err, &faults) {
				t.Fatalf("imported, or %v", err)
			}
			var got []string
			for _, f := range faults.List {
				got = append(got, f.String())
			}
			for _, want := range c.faults {
				if !slices.Contains(got, want) {
					t.Errorf("does not name %q; names\n%s", want, strings.Join(got, "\n"))
				}
			}
			if len(must[[]store.HistoryEntry](t)(o.History(t.Context(), 0))) != 0 || strings.Contains(o.dump(), "people") {
				t.Error("something was imported")
			}
			if c.schema {
				validate(t, spoilt, false)
			}
		})
	}
}

func TestWhatIsNotJSONIsToldWithItsPlace(t *testing.T) {
	o := open(t)
	for document, want := range map[string]string{
		"":                                       "no es un documento JSON: se interrumpe en la línea 1, columna 1",
		"hola":                                   "no es un documento JSON: se interrumpe en la línea 1, columna 1",
		"{\"formato\":\"faro\",\n\"version\" 1}": "no es un documento JSON: se interrumpe en la línea 2, columna 11",
		"{} {}":                                  "no es un documento JSON: se interrumpe en la línea 1, columna 4",
		"[]":                                     "debe ser un objeto",
	} {
		_, err := o.bringIn([]byte(document))
		var faults *store.DocumentError
		if !errors.As(err, &faults) || faults.List[0].String() != want {
			t.Errorf("%q: %v", document, err)
		}
	}
}

// Notepad's byte order mark and left-out fields are no fault.
func TestADocumentMayBeWrittenByHand(t *testing.T) {
	o := open(t)
	document := "\xef\xbb\xbf" + `{"formato":"faro","version":1,
		"entity":{"name":"Ministerio de Ejemplo","acronym":"MINEJ"},
		"accounts":[{"id":7,"network":"x","handle":"@MinEjemploPeru"}],
		"posts":[{"id":3,"account_id":7,"day":"2026-11-20"},{"id":4,"account_id":7,"day":"2026-11-20","at":"2026-11-20T09:00:00-05:00"}],
		"reports":[{"id":1,"quarter":"2026-T3","version":1,"state":"borrador"}]}`
	must[store.Summary](t)(o.bringIn([]byte(document)))
	p := must[model.Post](t)(o.Post(t.Context(), 4))
	if !p.At.Equal(day("2026-11-20").At(9, 0, 0)) || p.Precision != model.RecordedTime || !p.RecordedAt.Equal(monday()) {
		t.Errorf("post %+v", p)
	}
	if e := must[model.Entity](t)(o.Entity(t.Context())); e.SCSEmail != model.DefaultSCSEmail {
		t.Errorf("entity %+v", e)
	}
	if a := must[[]model.Account](t)(o.Accounts(t.Context()))[0]; a.Handle != "MinEjemploPeru" {
		t.Errorf("account %+v", a)
	}
}

// The schema is kept by hand: it must name the fields the program knows, no
// more and no fewer.
func TestTheSchemaNamesEveryField(t *testing.T) {
	var schema struct {
		Properties map[string]struct {
			Items struct {
				Ref string `json:"$ref"`
			} `json:"items"`
		} `json:"properties"`
		Defs map[string]struct {
			Properties map[string]json.RawMessage `json:"properties"`
		} `json:"$defs"`
	}
	check(t, json.Unmarshal(store.Schema(), &schema))
	same := func(where string, schema, program []string) {
		slices.Sort(schema)
		slices.Sort(program)
		if !slices.Equal(schema, program) {
			t.Errorf("%s: the schema has %v, the program %v", where, schema, program)
		}
	}
	document := fieldsOf(reflect.TypeOf(store.DocumentType()))
	same("document", keys(schema.Properties), keys(document))
	records := map[string]reflect.Type{"entity": document["entity"].Elem()}
	for name, property := range schema.Properties {
		if ref, ok := strings.CutPrefix(property.Items.Ref, "#/$defs/"); ok {
			records[ref] = document[name].Elem()
		}
	}
	records["reviewRow"] = fieldsOf(records["review"])["rows"].Elem()
	records["reportFile"] = fieldsOf(records["report"])["files"].Elem()
	for name, record := range records {
		same(name, keys(schema.Defs[name].Properties), keys(fieldsOf(record)))
	}
	if len(records) != 20 {
		t.Errorf("looked at %d records", len(records))
	}
}

func keys[V any](m map[string]V) (names []string) {
	for name := range m {
		names = append(names, name)
	}
	return names
}

// fieldsOf are a struct's fields by their JSON names.
func fieldsOf(t reflect.Type) map[string]reflect.Type {
	fields := map[string]reflect.Type{}
	for _, f := range reflect.VisibleFields(t) {
		if name := f.Tag.Get("json"); name != "" && name != "-" {
			fields[name] = f.Type
		}
	}
	return fields
}

// What the rules of a record call a field on screen has a place in the
// document.
func TestEveryRuleSpeaksOfAFieldOfTheDocument(t *testing.T) {
	bad := "a@b/ c"
	for section, faults := range map[string]error{
		"entity":       model.Entity{RUC: "1", SCSEmail: "x", EmailDomains: []string{"x"}}.Validate(),
		"people":       model.Person{Email: "x"}.Validate(),
		"appointments": errors.Join(model.Appointment{}.Validate(), model.Appointment{From: day("2026-11-02"), Until: day("2026-11-01")}.Validate()),
		"accounts":     errors.Join(model.Account{Email: "x", Opened: day("2026-11-02"), Closed: day("2026-11-01")}.Validate(), model.Account{Handle: bad}.Validate()),
		"fakes":        errors.Join(model.FakeAccount{}.Validate(), model.FakeAccount{SeenOn: day("2026-11-02"), RemovedOn: day("2026-11-01")}.Validate()),
		"credentials":  errors.Join(model.Credential{}.Validate(), model.Credential{Kind: model.Mailbox}.Validate()),
		"custodies":    errors.Join(model.Custody{}.Validate(), model.Custody{From: day("2026-11-02"), Until: day("2026-11-01")}.Validate()),
		"changes":      model.CredentialChange{}.Validate(),
		"campaigns":    errors.Join(model.Campaign{}.Validate(), model.Campaign{Starts: day("2026-11-02"), Ends: day("2026-11-01")}.Validate()),
		"grants":       errors.Join(model.Grant{}.Validate(), model.Grant{From: day("2026-11-02"), Until: day("2026-11-01")}.Validate()),
		"justified":    model.JustifiedDay{}.Validate(),
		"posts":        errors.Join(model.Post{}.Validate(), model.Post{At: monday(), Day: day("2026-11-01")}.Validate()),
	} {
		labels := regexp.MustCompile(`(?:^|; |\n)([^:;\n]+): `).FindAllStringSubmatch(faults.Error(), -1)
		if len(labels) == 0 {
			t.Errorf("%s has no rules", section)
		}
		for _, label := range labels {
			if store.FieldNames[section][label[1]] == "" {
				t.Errorf("%s: no field for «%s»", section, label[1])
			}
		}
	}
}
