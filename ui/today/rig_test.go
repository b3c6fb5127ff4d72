package today_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/store"
	"faro/ui/screen"
	"faro/ui/theme"
	"faro/ui/today"
	"faro/ui/uitest"
)

var _ today.Records = (*store.Store)(nil)

// records are a real file that can be made to fail. Between reads and writes
// the faults are apart, so that a swallowed one does not hide behind the other.
type records struct {
	*store.Store
	readErr, writeErr error
}

func (r *records) PostsBetween(ctx context.Context, from, to calendar.Day, accounts ...model.ID) ([]model.Post, error) {
	if r.readErr != nil {
		return nil, r.readErr
	}
	return r.Store.PostsBetween(ctx, from, to, accounts...)
}

func (r *records) Published(ctx context.Context, from, to calendar.Day, accounts ...model.ID) ([]model.Post, error) {
	if r.readErr != nil {
		return nil, r.readErr
	}
	return r.Store.Published(ctx, from, to, accounts...)
}

func (r *records) PostByLink(ctx context.Context, account model.ID, link string) (model.Post, error) {
	if r.readErr != nil {
		return model.Post{}, r.readErr
	}
	return r.Store.PostByLink(ctx, account, link)
}

func (r *records) People(ctx context.Context) ([]model.Person, error) {
	if r.readErr != nil {
		return nil, r.readErr
	}
	return r.Store.People(ctx)
}

func (r *records) Facts(ctx context.Context, now time.Time) (directive.Facts, error) {
	if r.readErr != nil {
		return directive.Facts{}, r.readErr
	}
	return r.Store.Facts(ctx, now)
}

func (r *records) AddPosts(ctx context.Context, posts []model.Post) (model.AddResult, error) {
	if r.writeErr != nil {
		return model.AddResult{}, r.writeErr
	}
	return r.Store.AddPosts(ctx, posts)
}

func (r *records) UpdatePost(ctx context.Context, p model.Post) (model.Post, error) {
	if r.writeErr != nil {
		return p, r.writeErr
	}
	return r.Store.UpdatePost(ctx, p)
}

func (r *records) Justify(ctx context.Context, j model.JustifiedDay) (model.JustifiedDay, error) {
	if r.writeErr != nil {
		return j, r.writeErr
	}
	return r.Store.Justify(ctx, j)
}

// rig is a screen before a records file of its own, with a clock that stands
// still until it is set.
type rig struct {
	*today.Screen
	t       testing.TB
	records *records
	clock   time.Time
	ids     map[model.Network]model.ID
	people  map[string]model.ID
	struck  int // keys pressed, a paste being one
}

// monday is the morning of the scenarios.
var monday = calendar.NewDay(2026, time.November, 23)

// day is another day of that November, or of the December after it.
func day(n int) calendar.Day { return monday.AddDays(n - 23) }

// empty is a records file with nothing in it, not yet on the screen.
func empty(t testing.TB, now time.Time) *rig {
	t.Helper()
	if test, ok := t.(*testing.T); ok {
		test.Parallel()
	}
	return alone(t, now)
}

// alone is empty for a test that has a screen already.
func alone(t testing.TB, now time.Time) *rig {
	t.Helper()
	r := &rig{t: t, clock: now, ids: map[model.Network]model.ID{}, people: map[string]model.ID{}}
	file, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "records.db"), store.Options{Clock: r.now, Actor: "ana"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := file.Close(); err != nil {
			t.Error(err)
		}
	})
	r.records = &records{Store: file}
	r.Screen = today.New(r.records, r.now, uitest.Theme())
	return r
}

func (r *rig) now() time.Time { return r.clock }

// ministry is the common data of the scenarios: five accounts and three people.
func ministry(t *testing.T, now time.Time) *rig {
	t.Helper()
	r := empty(t, now)
	for _, a := range []model.Account{
		{Network: model.YouTube, Handle: "MinEjemploPeru"},
		{Network: model.TikTok, Handle: "minejemploperu"},
		{Network: model.Instagram, Handle: "minejemploperu"},
		{Network: model.X, Handle: "MinEjemploPeru"},
		{Network: model.Facebook, Handle: "MinEjemploPeru"},
	} {
		a.Name = "Ministerio de Ejemplo"
		r.ids[a.Network] = r.account(a)
	}
	for _, name := range []string{"Ana Quispe", "Luis Rojas", "Carla Vega"} {
		p, err := r.records.SavePerson(t.Context(), model.Person{Name: name})
		r.must(err)
		r.people[name] = p.ID
	}
	return r
}

func (r *rig) account(a model.Account) model.ID {
	r.t.Helper()
	saved, err := r.records.SaveAccount(r.t.Context(), a)
	r.must(err)
	return saved.ID
}

func (r *rig) must(err error) {
	r.t.Helper()
	if err != nil {
		r.t.Fatal(err)
	}
}

// post puts a post in the file as if somebody had noted it.
func (r *rig) post(n model.Network, at time.Time, kind model.PostKind) {
	r.t.Helper()
	r.add(model.Post{AccountID: r.ids[n], At: at, Kind: kind, Precision: model.RecordedTime, Origin: model.ByHand})
}

func (r *rig) add(p model.Post) {
	r.t.Helper()
	_, err := r.records.Store.AddPosts(r.t.Context(), []model.Post{p})
	r.must(err)
}

// crowd is a screen with 600 accounts and terminal colours.
func crowd(t testing.TB) *rig {
	t.Helper()
	r := empty(t, monday.At(14, 5, 0))
	for i := range 600 {
		n := model.Networks()[i%5]
		id := r.account(model.Account{Network: n, Handle: fmt.Sprintf("entidad%03d", i), Name: "Entidad de prueba"})
		for j := range 3 {
			r.add(model.Post{AccountID: id, At: monday.At(8+j, i%60, 0)})
		}
	}
	return r.colours(uitest.Colours(false))
}

// adopt changes the readings of the Directive.
func (r *rig) adopt(change func(*directive.Criteria)) {
	r.t.Helper()
	c := directive.DefaultCriteria()
	change(&c)
	_, err := r.records.SaveCriteria(r.t.Context(), c)
	r.must(err)
}

// start opens the screen in a window of its own size.
func (r *rig) start(width, height int) *rig {
	r.t.Helper()
	uitest.Open(r.Screen, width, height)
	return r
}

// press presses keys and counts them.
func (r *rig) press(names ...string) []any {
	r.struck += len(names)
	return messages(uitest.Press(r.Screen, names...))
}

func (r *rig) typeIn(text string) []any {
	r.struck += len([]rune(text))
	return messages(uitest.Type(r.Screen, text))
}

func (r *rig) paste(text string) []any {
	r.struck++
	return messages(uitest.Paste(r.Screen, text))
}

func messages[M any](all []M) []any {
	out := make([]any, len(all))
	for i, m := range all {
		out[i] = m
	}
	return out
}

// posts are those of an account in the file, of a month around the scenarios.
func (r *rig) posts(n model.Network) []model.Post {
	r.t.Helper()
	all, err := r.records.Store.PostsBetween(r.t.Context(), day(-300), day(60), r.ids[n])
	r.must(err)
	return all
}

// line is the row of an account on the screen.
func (r *rig) line(text string) string { return uitest.Line(r.View(), text) }

// shows and hides look at the screen.
func (r *rig) shows(texts ...string) {
	r.t.Helper()
	uitest.Shows(r.t, r.View(), texts...)
}

func (r *rig) hides(texts ...string) {
	r.t.Helper()
	uitest.Hides(r.t, r.View(), texts...)
}

// last is the last message of a type among those that came by.
func last[M any](msgs []any) (found M, ok bool) {
	for _, m := range msgs {
		if v, is := m.(M); is {
			found, ok = v, true
		}
	}
	return found, ok
}

// note is the good news of a write, failing without any.
func (r *rig) note(msgs []any) string {
	r.t.Helper()
	changed, ok := last[screen.ChangedMsg](msgs)
	if !ok {
		r.t.Fatalf("the records did not change: %#v", msgs)
	}
	return changed.Note
}

func equal[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}

// xLink is the link of a post on X of an instant: its id carries the
// millisecond.
func xLink(handle string, at time.Time) string {
	id := (at.UnixMilli() - 1288834974657) << 22
	return "https://x.com/" + handle + "/status/" + strconv.FormatInt(id, 10)
}

// tiktokLink carries the second.
func tiktokLink(handle string, at time.Time) string {
	return "https://www.tiktok.com/@" + handle + "/video/" + strconv.FormatInt(at.Unix()<<32, 10)
}

// instagramLink carries the millisecond in its code, and no account.
func instagramLink(at time.Time) string {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	id := uint64(at.UnixMilli()-1314220021721) << 23
	code := make([]byte, 11)
	for i := len(code) - 1; i >= 0; i-- {
		code[i] = alphabet[id&63]
		id >>= 6
	}
	return "https://www.instagram.com/p/" + string(code)
}

func facebookLink(code string) string {
	return "https://www.facebook.com/MinEjemploPeru/posts/pfbid0" + code
}

// deaf are records that cannot tell what waits.
type deaf struct{ *records }

func (d *deaf) Facts(context.Context, time.Time) (directive.Facts, error) {
	return directive.Facts{}, errors.New("no facts")
}

// counting notes the most accounts whose posts were asked for at once.
type counting struct {
	*records
	most int
}

func (c *counting) PostsBetween(ctx context.Context, from, to calendar.Day, accounts ...model.ID) ([]model.Post, error) {
	c.most = max(c.most, len(accounts))
	return c.records.PostsBetween(ctx, from, to, accounts...)
}

func (c *counting) Published(ctx context.Context, from, to calendar.Day, accounts ...model.ID) ([]model.Post, error) {
	c.most = max(c.most, len(accounts))
	return c.records.Published(ctx, from, to, accounts...)
}

// slow are records whose links have not come yet.
type slow struct{ *records }

func (s *slow) PostsBetween(context.Context, calendar.Day, calendar.Day, ...model.ID) ([]model.Post, error) {
	return nil, errors.New("still reading")
}

// screenOn puts the screen before other records.
func (r *rig) screenOn(records today.Records) { r.Screen = today.New(records, r.now, uitest.Theme()) }

// colours is the same screen on a terminal with colours.
func (r *rig) colours(th theme.Theme) *rig {
	r.Screen = today.New(r.records, r.now, th)
	return r
}
