package roles_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
	"faro/store"
	"faro/ui/roles"
	"faro/ui/screen"
	"faro/ui/uitest"
)

var _ roles.Records = (*store.Store)(nil)

// The room a screen gets in windows of 80×24 and 100×30.
const (
	width80, height24  = 80, 19
	width100, height30 = 100, 25
)

// office is the Ministerio de Ejemplo in a real records file, with a clock of
// its own.
type office struct {
	t       *testing.T
	path    string
	store   *store.Store
	at      time.Time
	person  map[string]model.ID
	account map[model.Network]model.ID
	records roles.Records
	screen  *roles.Screen
}

// newOffice opens a file with the people of the acceptance scenarios and their
// five accounts, without any role, on a Lima day and hour.
func newOffice(t *testing.T, stamp string) *office {
	t.Helper()
	o := bare(t, stamp)
	for _, p := range []struct {
		name string
		fn   model.Function
	}{
		{"Ana Quispe", model.Manager},
		{"Luis Rojas", model.Head},
		{"Carla Vega", model.Deputy},
		{"Rosa Díaz", model.Team},
		{"Coordinación PCM", model.PCM},
		{"Andes SAC", model.Agency},
	} {
		o.hire(p.name, p.fn)
	}
	for _, a := range []model.Account{
		{Network: model.Facebook, Handle: "MinEjemploPeru", Email: "rrss@minej.gob.pe"},
		{Network: model.X, Handle: "MinEjemploPeru", Email: "x@minej.gob.pe"},
		{Network: model.YouTube, Handle: "MinEjemploPeru", Email: "youtube@minej.gob.pe"},
		{Network: model.Instagram, Handle: "minejemploperu", Email: "instagram@minej.gob.pe"},
		{Network: model.TikTok, Handle: "minejemploperu", Email: "tiktok@minej.gob.pe"},
	} {
		a.Opened = day(t, "2026-01-01")
		o.account[a.Network] = must(o.store.SaveAccount(t.Context(), a))(t).ID
	}
	return o
}

// bare opens an empty records file.
func bare(t *testing.T, stamp string) *office {
	t.Helper()
	o := &office{
		t: t, path: filepath.Join(t.TempDir(), "faro.db"), person: map[string]model.ID{}, account: map[model.Network]model.ID{},
	}
	o.clock(stamp)
	o.open()
	return o
}

// open opens the file, as a new start of the program does.
func (o *office) open() {
	o.t.Helper()
	s, err := store.Open(o.t.Context(), o.path, store.Options{Clock: o.now, Actor: "prueba"})
	if err != nil {
		o.t.Fatal(err)
	}
	o.store, o.records = s, s
	o.t.Cleanup(func() { _ = s.Close() })
}

func (o *office) now() time.Time { return o.at }

// clock sets the Lima day and hour: "2026-11-23 14:05".
func (o *office) clock(stamp string) {
	o.t.Helper()
	at, err := calendar.ParseStamp(stamp)
	if err != nil {
		o.t.Fatal(err)
	}
	o.at = at
}

func (o *office) hire(name string, fn model.Function) {
	o.t.Helper()
	if o.person[name] == 0 {
		o.person[name] = must(o.store.SavePerson(o.t.Context(), model.Person{Name: name}))(o.t).ID
	}
	must(o.store.SaveAppointment(o.t.Context(), model.Appointment{
		PersonID: o.person[name], Function: fn, From: day(o.t, "2026-01-01"),
	}))(o.t)
}

// admins gives the administrator role on a network to people since the year
// began.
func (o *office) admins(n model.Network, names ...string) {
	o.t.Helper()
	for _, name := range names {
		o.grant(model.Grant{AccountID: o.account[n], PersonID: o.person[name], Role: model.Administrator, From: day(o.t, "2026-01-01")})
	}
}

func (o *office) grant(g model.Grant) model.Grant {
	o.t.Helper()
	return must(o.store.SaveGrant(o.t.Context(), g))(o.t)
}

// grantOf is the latest grant of a person on a network.
func (o *office) grantOf(name string, n model.Network) model.Grant {
	o.t.Helper()
	var found model.Grant
	for _, g := range must(o.store.Grants(o.t.Context()))(o.t) {
		if g.PersonID == o.person[name] && g.AccountID == o.account[n] && g.ID > found.ID {
			found = g
		}
	}
	return found
}

// show opens the screen on the file, in a window of 100×30.
func (o *office) show() *roles.Screen {
	o.t.Helper()
	o.screen = roles.New(o.records, o.now, uitest.Theme())
	o.follow(uitest.Open(o.screen, width100, height30))
	return o.screen
}

// press presses keys and hands back what came by; a failure that is told is
// for the caller to look at.
func (o *office) press(keys ...string) []tea.Msg {
	o.t.Helper()
	return uitest.Press(o.screen, keys...)
}

// follow fails the test when something that was to go well did not.
func (o *office) follow(msgs []tea.Msg) []tea.Msg {
	o.t.Helper()
	if e, ok := uitest.Last[screen.ErrMsg](msgs); ok {
		o.t.Fatalf("%s: %v", e.Doing, e.Err)
	}
	return msgs
}

// toRow puts the cursor on a person's role, in the pane of the roles.
func (o *office) toRow(name string) {
	o.t.Helper()
	o.press("right", "home")
	for range 40 {
		if strings.HasPrefix(strings.TrimLeft(rowUnderCursor(o.screen.View()), "▌✗!? "), name) {
			return
		}
		o.press("down")
	}
	o.t.Fatalf("no row of %s in:\n%s", name, uitest.Plain(o.screen.View()))
}

// rowUnderCursor is the line with the bar of the pane that has the keys.
func rowUnderCursor(view string) string { return uitest.Line(view, "▌") }

// toAccount puts the cursor on an account.
func (o *office) toAccount(n model.Network) {
	o.t.Helper()
	o.screen.Focus(o.account[n])
	o.press("left")
	if !strings.Contains(rowUnderCursor(o.screen.View()), n.Label()) {
		o.t.Fatalf("no account of %s in:\n%s", n.Label(), uitest.Plain(o.screen.View()))
	}
}

// reviews are those of the file, of the year.
func (o *office) reviews() []model.Review {
	o.t.Helper()
	return must(o.store.Reviews(o.t.Context(), calendar.Month{Year: 2026, Month: 1}, calendar.Month{Year: 2026, Month: 12}))(o.t)
}

// decision is what the last review of the file says of a role.
func (o *office) decision(g model.Grant) model.ReviewRow {
	o.t.Helper()
	all := o.reviews()
	if len(all) == 0 {
		return model.ReviewRow{}
	}
	for _, row := range all[len(all)-1].Rows {
		if row.GrantID == g.ID {
			return row
		}
	}
	return model.ReviewRow{}
}

// refused is the advice of the last failure that was told, or "".
func refused(msgs []tea.Msg) string {
	e, ok := uitest.Last[screen.ErrMsg](msgs)
	if !ok {
		return ""
	}
	return e.Err.Error()
}

func must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func day(t *testing.T, iso string) calendar.Day {
	t.Helper()
	d, err := calendar.ParseDay(iso)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// broken is the file with errors of its own: reads and writes fail apart.
type broken struct {
	*store.Store
	readErr, writeErr error
}

func (b *broken) Grants(ctx context.Context) ([]model.Grant, error) {
	if b.readErr != nil {
		return nil, b.readErr
	}
	return b.Store.Grants(ctx)
}

func (b *broken) DecideAll(ctx context.Context, review model.ID, rows []model.ReviewRow) error {
	if b.writeErr != nil {
		return b.writeErr
	}
	return b.Store.DecideAll(ctx, review, rows)
}

func (b *broken) SaveGrant(ctx context.Context, g model.Grant) (model.Grant, error) {
	if b.writeErr != nil {
		return g, b.writeErr
	}
	return b.Store.SaveGrant(ctx, g)
}

func newScreen(o *office) *roles.Screen { return roles.New(o.records, o.now, uitest.Theme()) }
