package store_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"faro/model"
	"faro/model/calendar"
	"faro/store"
)

// office is a records file and the clock on its wall.
type office struct {
	*store.Store
	t   *testing.T
	now time.Time
}

// monday is Monday 23/11/2026, 14:05 in Lima, when most tests happen.
func monday() time.Time { return day("2026-11-23").At(14, 5, 0) }

func day(s string) calendar.Day {
	d, err := calendar.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

func month(s string) calendar.Month {
	m, err := calendar.ParseMonth(s)
	if err != nil {
		panic(err)
	}
	return m
}

func quarter(s string) calendar.Quarter {
	q, err := calendar.ParseQuarter(s)
	if err != nil {
		panic(err)
	}
	return q
}

// open opens a new records file in a folder of its own.
func open(t *testing.T) *office {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "faro.db"))
}

func openAt(t *testing.T, path string) *office {
	t.Helper()
	o := &office{t: t, now: monday()}
	s, err := store.Open(t.Context(), path, store.Options{
		Clock: func() time.Time { return o.now }, Actor: "ana", Wait: 2 * time.Second,
	})
	if err != nil {
		t.Fatalf("open %s: %v", path, err)
	}
	o.Store = s
	t.Cleanup(func() { _ = s.Close() })
	return o
}

// must gives the value of a call that has to succeed.
func must[T any](t *testing.T) func(T, error) T {
	t.Helper()
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatalf("unexpected error: %v", err)
		}
		return v
	}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("unexpected error: %v", err)
	}
}

// The ministry's accounts and people by their ids.
const (
	facebook model.ID = iota + 1
	xAccount
	youTube
	instagram
	tikTok
)

const (
	ana model.ID = iota + 1
	luis
	carla
	pcm
	andes
)

// templates are records files that many tests begin with. Each is made once
// and copied, which spares thousands of waits for the disk.
var templates = map[string][]byte{}

// like opens a copy of the template of that name, which build makes the first
// time.
func like(t *testing.T, name string, build func(*office)) *office {
	t.Helper()
	if templates[name] == nil {
		o := open(t)
		build(o)
		check(t, o.Close())
		content, err := os.ReadFile(o.Path())
		check(t, err)
		templates[name] = content
	}
	path := filepath.Join(t.TempDir(), "faro.db")
	check(t, os.WriteFile(path, templates[name], 0o600))
	return openAt(t, path)
}

// ministry is the Ministerio de Ejemplo of the scenarios: five accounts with an
// address each, five people and their functions.
func ministry(t *testing.T) *office {
	t.Helper()
	return like(t, "ministry", (*office).found)
}

func (o *office) found() {
	t, ctx := o.t, o.t.Context()
	t.Helper()
	must[model.Entity](t)(o.SaveEntity(ctx, model.Entity{
		Name: "Ministerio de Ejemplo", Acronym: "MINEJ", Sector: "Ejemplo", RUC: "20131370645", Unit: "Oficina General de Comunicaciones",
		Address: "Av. Ejemplo 123", District: "Lima", EmailDomains: []string{"minej.gob.pe"}, SCSEmail: model.DefaultSCSEmail,
	}))
	for _, name := range []string{"Ana Quispe", "Luis Rojas", "Carla Vega", "Coordinación PCM", "Andes SAC"} {
		must[model.Person](t)(o.SavePerson(ctx, model.Person{Name: name}))
	}
	for i, function := range []model.Function{model.Manager, model.Head, model.Deputy, model.PCM, model.Agency} {
		must[model.Appointment](t)(o.SaveAppointment(ctx, model.Appointment{PersonID: ana + model.ID(i), Function: function, From: day("2026-01-01")}))
	}
	for i, n := range model.Networks() {
		handle := "MinEjemploPeru"
		if n == model.Instagram || n == model.TikTok {
			handle = strings.ToLower(handle)
		}
		must[model.Account](t)(o.SaveAccount(ctx, model.Account{
			Network: n, Handle: handle, Name: "Ministerio de Ejemplo", Email: fmt.Sprintf("rrss%d@minej.gob.pe", i+1),
			Responsibles: []model.ID{ana, luis}, Description: "Informar\na la ciudadanía", Content: "Noticias",
			Opened: day("2026-01-01"), TwoStep: model.TwoStepOn, TwoStepOn: day("2026-11-02"), Badge: model.BadgeVerified,
		}))
	}
}

// dump is the whole content of the fact tables, one line for each row.
func (o *office) dump() string {
	o.t.Helper()
	var b strings.Builder
	for _, table := range o.tables() {
		o.dumpTable(&b, table)
	}
	return b.String()
}

func (o *office) dumpTable(b *strings.Builder, table string) {
	o.t.Helper()
	rows, err := o.DB().QueryContext(o.t.Context(), `SELECT * FROM `+table+` ORDER BY id`)
	check(o.t, err)
	defer func() { _ = rows.Close() }()
	columns, err := rows.Columns()
	check(o.t, err)
	for rows.Next() {
		values := make([]any, len(columns))
		into := make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		check(o.t, rows.Scan(into...))
		fmt.Fprintf(b, "%s %v\n", table, values)
	}
	check(o.t, rows.Err())
}

// tables are those that hold facts.
func (o *office) tables() []string {
	o.t.Helper()
	rows, err := o.DB().QueryContext(o.t.Context(), `SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
	check(o.t, err)
	defer func() { _ = rows.Close() }()
	var names []string
	for rows.Next() {
		var name string
		check(o.t, rows.Scan(&name))
		if !slices.Contains([]string{"actions", "history", "sqlite_sequence"}, name) {
			names = append(names, name)
		}
	}
	check(o.t, rows.Err())
	return names
}

// lastAction is the newest entry of the history.
func (o *office) lastAction() store.HistoryEntry {
	o.t.Helper()
	all := must[[]store.HistoryEntry](o.t)(o.History(o.t.Context(), 1))
	if len(all) == 0 {
		return store.HistoryEntry{}
	}
	return all[0]
}

// wants reports an error that is not the one expected.
func wants(t *testing.T, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("got error %v, want %v", err, want)
	}
}

// wantsField reports an error that is not about a field of a form.
func wantsField(t *testing.T, err error, field string) {
	t.Helper()
	var all model.FieldErrors
	if one := (*model.FieldError)(nil); !errors.As(err, &all) && errors.As(err, &one) {
		all = model.FieldErrors{one}
	}
	if !slices.ContainsFunc(all, func(p *model.FieldError) bool { return p.Field == field }) {
		t.Errorf("got error %v, want one about %q", err, field)
	}
}

func published(account model.ID, at time.Time) model.Post {
	return model.Post{AccountID: account, At: at, Kind: model.Publication, Origin: model.ByKey}
}

func (o *office) add(posts ...model.Post) store.AddResult {
	o.t.Helper()
	return must[store.AddResult](o.t)(o.AddPosts(o.t.Context(), posts))
}

func TestTheVersionMovesWithEveryWriteAndWithNothingElse(t *testing.T) {
	o, ctx := ministry(t), t.Context()
	before := must[store.Version](t)(o.Version(ctx))
	must[[]model.Account](t)(o.Accounts(ctx))
	if got := must[store.Version](t)(o.Version(ctx)); got != before {
		t.Errorf("reading moved the version from %v to %v", before, got)
	}
	o.add(published(facebook, day("2026-11-20").At(9, 0, 0)))
	own := must[store.Version](t)(o.Version(ctx))
	other, err := store.Open(ctx, o.Path(), store.Options{})
	check(t, err)
	_, err = other.Undo(ctx)
	check(t, errors.Join(err, other.Close()))
	if foreign := must[store.Version](t)(o.Version(ctx)); own == before || foreign == own {
		t.Errorf("versions %v, after an own write %v, after another's %v", before, own, foreign)
	}
}
