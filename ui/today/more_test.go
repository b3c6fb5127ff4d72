package today_test

import (
	"errors"
	"strings"
	"testing"

	"faro/model"
	"faro/store/sample"
	"faro/ui/screen"
	"faro/ui/uitest"
)

// The duties of the fictional ministry, and the screen each is mended on.
func TestEveryDutyLeadsToItsScreen(t *testing.T) {
	r := empty(t, monday.At(14, 5, 0))
	r.must(sample.Fill(t.Context(), r.records.Store, r.clock))
	r.account(model.Account{Network: model.X, Handle: "abc", Opened: day(1)}) // Three characters, less than six.
	r.start(100, 30)
	for _, tt := range []struct {
		subject string
		name    screen.Name
		focused bool
	}{
		{"Informe III Trimestre 2026", screen.Report, false},
		{"Contraseña del correo rrss@minej.gob.pe", screen.Rotation, true},
		{"✗ X @abc", screen.Accounts, true},
		{"Revisión de roles de noviembre", screen.Roles, false},
	} {
		t.Run(tt.subject, func(t *testing.T) {
			r.press("esc", "tab", "home")
			for range 20 {
				if line := r.line(tt.subject); strings.HasPrefix(line, "▌") {
					break
				}
				r.press("down")
			}
			open, ok := last[screen.OpenMsg](r.press("enter"))
			if !ok || open.Name != tt.name || tt.focused != (open.Focus != 0) {
				t.Errorf("opened %+v, want %s; on the screen:\n%s", open, tt.name, r.View())
			}
		})
	}
}

// The footer names the keys of where the person is, the most important first.
func TestTheFooterNamesTheKeysOfWhereOneIs(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0))
	r.post(model.Facebook, monday.At(9, 0, 0), model.Publication)
	r.start(100, 30)
	for _, tt := range []struct {
		keys []string
		want string
	}{
		{nil, "+ p Enter j N Tab"},
		{[]string{"tab"}, "Enter Tab + p"},
		{[]string{"tab", "left"}, "t p Enter j ← →"},
		{[]string{"t", "enter"}, "Esc e l x + p j"},
		{[]string{"esc", "/"}, "Enter Esc"},
		{[]string{"esc", "p"}, ""},
	} {
		r.press(tt.keys...)
		var got []string
		for _, b := range r.ShortHelp() {
			got = append(got, b.Help().Key)
		}
		equal(t, strings.Join(tt.keys, " "), strings.Join(got, " "), tt.want)
	}
	bare := alone(t, r.clock).start(80, 24)
	equal(t, "with no account", bare.ShortHelp()[0].Help().Key, "6")
}

// What the link shows of the kind of its post is kept.
func TestTheKindOfAPostComesFromItsLink(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	for i, tt := range []struct {
		network model.Network
		link    string
		kind    model.PostKind
	}{
		{model.Facebook, "https://www.facebook.com/reel/1122334455", model.Reel},
		{model.Facebook, "https://www.facebook.com/watch/live/?v=99887766", model.Live},
		{model.Facebook, "https://www.facebook.com/MinEjemploPeru/videos/5544332211", model.Video},
		{model.YouTube, "https://www.youtube.com/shorts/abcdefghijk", model.Video},
		{model.YouTube, "https://www.youtube.com/live/lmnopqrstuv", model.Live},
		{model.TikTok, "https://vm.tiktok.com/ZMabcdefg/", model.Video},
		{model.Instagram, strings.Replace(instagramLink(monday.At(8, 0, 0)), "/p/", "/reel/", 1), model.Reel},
		{model.Instagram, instagramLink(monday.At(9, 0, 0)) + "?img_index=1", model.Carousel},
	} {
		before := len(r.posts(tt.network))
		r.press("p")
		r.paste(tt.link)
		r.typeIn(" " + []string{"8", "9"}[i%2])
		r.press("enter")
		all := r.posts(tt.network)
		if len(all) != before+1 {
			t.Fatalf("%s was not stored:\n%s", tt.link, r.View())
		}
		found := false
		for _, p := range all {
			found = found || p.Kind == tt.kind
		}
		if !found {
			t.Errorf("%s: no %s among %+v", tt.link, tt.kind, all)
		}
	}
}

func TestWhatCannotBeReadIsSaid(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	r.records.readErr = errors.New("the file is gone")
	failed, _ := last[screen.ErrMsg](r.press("j"))
	equal(t, "people", failed.Doing, "leer las personas")
	equal(t, "capturing", r.Capturing(), false)
	r.press("N")
	r.paste(facebookLink("a") + " 0900")
	failed, _ = last[screen.ErrMsg](r.press("ctrl+s"))
	equal(t, "links", failed.Doing, "buscar los enlaces en los registros")
	r.press("esc", "esc", "s", "p")
	r.paste(facebookLink("a"))
	failed, _ = last[screen.ErrMsg](r.press("enter"))
	equal(t, "an assumed hour", failed.Doing, "registrar la publicación")
	r.shows("pfbid0a")

	r.screenOn(&deaf{r.records})
	r.records.readErr = nil
	r.start(100, 30)
	r.shows("Facebook  @", "? sin dato: no se pudo leer")
}

// A fault of the record is shown where it was typed.
func TestAFaultOfTheRecordIsShownInTheDialog(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	r.records.writeErr = &model.FieldError{Field: "Fecha", Hint: "no se puede"}
	r.press("p")
	r.paste(facebookLink("a"))
	r.press("enter")
	r.shows("✗ Fecha: no se puede", "pfbid0a")
	r.typeIn(" ")
	r.hides("no se puede")
}

// The wheel scrolls what is under it: the batch, the detail, what waits.
func TestTheWheelScrollsWhatIsUnderIt(t *testing.T) {
	r := ministry(t, monday.At(19, 0, 0))
	for i := range 30 {
		r.post(model.X, monday.At(8, i, 0), model.Publication)
	}
	for _, handle := range []string{"a", "b", "c", "d", "e", "f", "g", "h"} {
		r.account(model.Account{Network: model.Facebook, Handle: handle})
	}
	r.start(100, 25)
	uitest.Run(r.Screen, r.Focus(r.ids[model.X]))
	r.press("enter", "home")
	r.shows("▌ ● 08:00")
	uitest.Wheel(r.Screen, 5, 15, 9)
	r.hides("● 08:00")
	r.press("esc")

	_, y, _ := uitest.Find(r.View(), "POR ATENDER")
	first := strings.Split(uitest.Plain(r.View()), "\n")[y+1]
	uitest.Wheel(r.Screen, 5, y+1, 2)
	if now := strings.Split(uitest.Plain(r.View()), "\n")[y+1]; now == first {
		t.Errorf("what waits did not scroll: %q", now)
	}

	var lines []string
	for i := range 30 {
		lines = append(lines, xLink("MinEjemploPeru", monday.At(10, i, 0)))
	}
	r.press("N")
	r.paste(strings.Join(lines, "\n"))
	r.press("ctrl+s")
	r.shows("▌ ✓ 23/11 10:00")
	x, y, _ := uitest.Find(r.View(), "23/11 10:03")
	uitest.Click(r.Screen, x, y)
	r.shows("▌ ✓ 23/11 10:03")
	uitest.Wheel(r.Screen, x, y, 4)
	r.hides("23/11 10:00")
}

// A write whose dialog was left does not close another.
func TestALateWriteClosesNoOtherDialog(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	r.press("p")
	r.paste(facebookLink("a"))
	write := r.cmdOf("enter")
	if again := r.cmdOf("enter"); again != nil {
		t.Error("a second Enter writes again")
	}
	r.press("esc", "s", "N")
	r.paste("a medias")
	uitest.Run(r.Screen, write)
	r.shows("a medias")
	equal(t, "posts", len(r.posts(model.Facebook)), 1)
}

// A link is of an account that was open on the day of the post.
func TestALinkIsOfAnAccountOpenOnItsDay(t *testing.T) {
	r := empty(t, monday.At(14, 5, 0))
	r.ids[model.X] = r.account(model.Account{Network: model.X, Handle: "MinEjemploPeru", Closed: day(10)})
	r.ids[model.Facebook] = r.account(model.Account{Network: model.Facebook, Handle: "MinEjemploPeru"})
	r.start(80, 24)
	r.press("p")
	r.paste(xLink("MinEjemploPeru", monday.At(9, 0, 0)))
	r.shows("No hay una cuenta de X (Twitter) abierta el 23/11/2026")
	r.press("esc", "s")
	r.note(r.paste(xLink("MinEjemploPeru", day(9).At(9, 0, 0))))
	equal(t, "posts", len(r.posts(model.X)), 1)
}
