package roles_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"faro/model"
	"faro/ui/roles"
	"faro/ui/screen"
	"faro/ui/theme"
	"faro/ui/uitest"
)

// monthly is a review half done, with something of everything.
func monthly(t *testing.T) *office {
	t.Helper()
	o := newOffice(t, "2026-10-28 10:00")
	o.admins(model.Facebook, "Ana Quispe", "Luis Rojas", "Carla Vega", "Coordinación PCM")
	for _, n := range []model.Network{model.X, model.Instagram, model.TikTok} {
		o.admins(n, "Ana Quispe", "Luis Rojas")
	}
	o.admins(model.YouTube, "Ana Quispe", "Luis Rojas", "Rosa Díaz")
	r := o.finish(november.Prev(), 0)
	must(o.store.SignReview(t.Context(), r.ID, o.person["Luis Rojas"], "LR", o.at))(t)

	o.clock("2026-11-23 14:05")
	c := must(o.store.SaveCampaign(t.Context(), model.Campaign{
		Name: "Trámites sin colas", Paid: true, Starts: day(t, "2026-11-02"), Ends: day(t, "2026-12-14"),
	}))(t)
	o.grant(model.Grant{
		AccountID: o.account[model.Facebook], PersonID: o.person["Andes SAC"], Role: model.Advertiser,
		From: day(t, "2026-11-02"), CampaignID: c.ID, Declared: true,
	})
	o.grant(model.Grant{AccountID: o.account[model.Facebook], PersonID: o.person["Rosa Díaz"], Role: model.Administrator, From: day(t, "2026-11-02")})
	if err := o.store.Leave(t.Context(), o.person["Rosa Díaz"], day(t, "2026-11-13")); err != nil {
		t.Fatal(err)
	}
	return o
}

func TestView(t *testing.T) {
	for _, state := range []struct {
		name string
		keys []string
	}{
		{"register", nil},
		{"review", []string{" ", "A", "r", "1", "1", "down", " ", "A", "down"}},
		{"reason", []string{" ", "A", "r"}},
		{"past", []string{"["}},
	} {
		o := monthly(t)
		s := o.show()
		o.follow(o.press(state.keys...))
		for _, size := range []struct {
			name          string
			width, height int
		}{{"60x18", 60, 13}, {"80x24", width80, height24}, {"100x30", width100, height30}, {"160x50", 160, 45}} {
			t.Run(state.name+" "+size.name, func(t *testing.T) {
				s.SetSize(size.width, size.height)
				uitest.Fits(t, s.View(), size.width, size.height)
				uitest.Golden(t, s.View())
			})
		}
	}
}

// crowd is an office of long and strange names.
func crowd(t *testing.T) *office {
	t.Helper()
	o := newOffice(t, "2026-11-23 14:05")
	names := []string{
		"María de los Ángeles Fernández-Concha Bustamante de la Puente y Candamo", "日本語の名前がとても長い人",
		"👩‍👩‍👧‍👦 Familia 🇵🇪 " + strings.Repeat("ñ", 40),
	}
	for _, name := range names {
		o.hire(name, model.Team)
	}
	for i := range 12 {
		a := must(o.store.SaveAccount(t.Context(), model.Account{
			Network: model.Other, NetworkName: "Red Social Muy Larga del Estado 社会", Handle: fmt.Sprintf("cuenta_con_un_nombre_larguísimo_%02d", i),
		}))(t)
		o.account[model.Other] = a.ID
		o.admins(model.Other, append(names, "Ana Quispe", "Luis Rojas")...)
	}
	return o
}

func TestViewFitsAnyWindow(t *testing.T) {
	o := crowd(t)
	s := o.show()
	states := []struct {
		name string
		keys []string
	}{
		{"register", nil},
		{"filter", []string{"/", "m", "a"}},
		{"filtered", []string{"enter", "tab"}},
		{"review", []string{"esc", "esc", " "}},
		{"reason", []string{"right", "r"}},
		{"removed", []string{"1"}},
		{"add", []string{"esc", "esc", "a"}},
		{"leave", []string{"esc", "b", "right", "enter"}},
		{"gaps", []string{"esc", "s", "F"}},
		{"detail", []string{"esc", "right", "enter"}},
		{"past", []string{"esc", "["}},
	}
	for _, state := range states {
		o.press(state.keys...)
		for _, size := range [][2]int{{1, 1}, {2, 5}, {20, 3}, {40, 10}, {60, 13}, {80, 19}, {100, 25}, {119, 30}, {120, 11}, {120, 12}, {160, 45}, {200, 60}, {300, 95}} {
			s.SetSize(size[0], size[1])
			uitest.Fits(t, s.View(), size[0], size[1])
			if t.Failed() {
				t.Fatalf("%s at %d×%d:\n%s", state.name, size[0], size[1], uitest.Plain(s.View()))
			}
			uitest.Wheel(s, size[0]/2, size[1]/2, 1)
			uitest.Fits(t, s.View(), size[0], size[1])
		}
	}
}

// The columns of a list stand under each other, wide characters or not.
func TestColumnsAreAligned(t *testing.T) {
	o := crowd(t)
	s := o.show()
	o.press("end", "right")
	column := -1
	for line := range strings.SplitSeq(ansi.Strip(s.View()), "\n") {
		before, _, found := strings.Cut(line, "Administrador ")
		if !found {
			continue
		}
		at := ansi.StringWidth(before)
		if column < 0 {
			column = at
		}
		if at != column {
			t.Errorf("the role stands at %d and not at %d: %q", at, column, line)
		}
	}
	if column < 0 {
		t.Fatal("no roles to be seen")
	}
}

// Without colours the marks and words say it all; with them nothing is lost.
func TestColourIsNeverAlone(t *testing.T) {
	o := monthly(t)
	o.show()
	o.follow(o.press(" ", "A"))
	plain := uitest.Plain(o.screen.View())
	for _, th := range []theme.Theme{uitest.Colours(true), uitest.Colours(false), uitest.Sixteen(false)} {
		s := roles.New(o.records, o.now, th)
		uitest.Open(s, width100, height30)
		uitest.Press(s, "enter", "left") // where the first screen's cursor stands
		if got := uitest.Plain(s.View()); got != plain {
			t.Errorf("with colours it reads:\n%s\nwithout:\n%s", got, plain)
		}
	}
	if strings.Contains(o.screen.View(), "\x1b") {
		t.Error("escape sequences without colours")
	}
}

// A file from another hand cannot move the cursor of the terminal.
func TestControlSequencesInNamesAreNotObeyed(t *testing.T) {
	o := newOffice(t, "2026-11-23 14:05")
	o.admins(model.Facebook, "Ana Quispe")
	s := o.show()
	o.press("/")
	uitest.Paste(s, "\x1b[2J\x1b]0;x\x07ana")
	if view := s.View(); strings.Contains(view, "\x1b[2J") || strings.Contains(view, "\x07") {
		t.Errorf("obeyed: %q", view)
	}
	uitest.Shows(t, s.View(), "Ana Quispe")
}

func TestEveryKeyOfTheHelpIsInThePalette(t *testing.T) {
	o := monthly(t)
	s := o.show()
	offered := map[string]bool{}
	for _, c := range s.Commands() {
		offered[c.Key] = true
		if c.Run == nil || c.Title == "" {
			t.Errorf("%+v cannot be chosen", c)
		}
	}
	moves := "↑/k ↓/j Tab ←/h →/l Esc ] e"
	for _, column := range s.FullHelp() {
		for _, b := range column {
			if k := b.Help().Key; !offered[k] && !strings.Contains(moves, k) {
				t.Errorf("%s (%s) is not in the palette", k, b.Help().Desc)
			}
		}
	}
	if s.Explain() == "" {
		t.Error("nothing explains the screen")
	}
	var _ screen.Explainer = s
}

// BenchmarkView is the screen at 160×50 with 600 accounts of four roles each.
func BenchmarkView(b *testing.B) {
	s := roles.New(many{}, func() time.Time { return noon }, uitest.Colours(false))
	uitest.Open(s, 160, 45)
	uitest.Press(s, "R")
	b.ResetTimer()
	for b.Loop() {
		if s.View() == "" {
			b.Fatal("nothing drawn")
		}
	}
}
