package today_test

import (
	"strings"
	"testing"

	"faro/model"
	"faro/model/calendar"
	"faro/ui/screen"
	"faro/ui/uitest"
)

// J1: one key registers a post of now, its link pending.
func TestPlusRegistersAPostOfNowOnTheSelectedAccount_J1(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 30)).start(100, 30)
	note := r.note(r.press("+"))
	equal(t, "keys", r.struck, 1)
	equal(t, "note", note, "14:05 Facebook registrado")
	all := r.posts(model.Facebook)
	if len(all) != 1 {
		t.Fatalf("posts = %+v", all)
	}
	p := all[0]
	equal(t, "instant", p.At, monday.At(14, 5, 30))
	equal(t, "precision", p.Precision, model.RecordedTime)
	equal(t, "origin", p.Origin, model.ByKey)
	equal(t, "kind", p.Kind, model.Publication)
	equal(t, "link", p.Link, "")
	r.shows("1/3", "desde 16:05")

	r.press("end", "+") // YouTube publishes videos.
	equal(t, "kind on YouTube", r.posts(model.YouTube)[0].Kind, model.Video)
	r.shows("1/3")
}

// what happened on another day is not «now».
func TestPlusOnAPastDayIsRefusedWithAReason(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	msgs := r.press("left", "+")
	failed, ok := last[screen.ErrMsg](msgs)
	if !ok || !strings.Contains(failed.Err.Error(), "pulse t para volver a hoy") {
		t.Errorf("messages = %#v", msgs)
	}
	if n := len(r.posts(model.Facebook)); n != 0 {
		t.Errorf("%d posts were stored", n)
	}
}

// J1 step 2, S06: the hour comes from the link, live, before anything is
// stored.
func TestALinkOfXTellsItsAccountAndItsHour_S06(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(80, 24)
	r.press("p")
	r.paste("https://x.com/minejemploperu/status/2035933611212357737?s=20")
	r.shows("X (Twitter)  @MinEjemploPeru  publicación", "dom 22/03/2026 23:16 · hora exacta, del enlace")
	if n := len(r.posts(model.X)); n != 0 {
		t.Fatalf("%d posts stored before Enter", n)
	}
	equal(t, "note", r.note(r.press("enter")), "22/03/2026 23:16 X registrado")
	p := r.posts(model.X)[0]
	equal(t, "day", p.Day, calendar.NewDay(2026, 3, 22))
	equal(t, "instant", p.At, calendar.NewDay(2026, 3, 22).At(23, 16, 13))
	equal(t, "precision", p.Precision, model.ExactTime)
	equal(t, "origin", p.Origin, model.ByLink)
	equal(t, "link", p.Link, "https://x.com/minejemploperu/status/2035933611212357737")
	equal(t, "id", p.PlatformID, "2035933611212357737")
	equal(t, "capturing", r.Capturing(), false)
}

// J1 step 2: a Facebook link just published is of now, and the screen says so.
func TestAFacebookLinkWithoutAnHourIsOfNowOnceConfirmed(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(80, 24)
	r.press("p")
	r.paste(facebookLink("now"))
	r.shows("Facebook  @MinEjemploPeru  publicación", "lun 23/11/2026 14:05 · ahora")
	r.press("enter")
	equal(t, "instant", r.posts(model.Facebook)[0].At, monday.At(14, 5, 0))
}

// J1 step 3: the hour, and the date, are typed after the link.
func TestAnHourAndADateMayFollowTheLink_J1(t *testing.T) {
	for _, tt := range []struct {
		typed string
		at    string
	}{
		{" 0915", "23/11/2026 09:15"},
		{" 9:15", "23/11/2026 09:15"},
		{" 9", "23/11/2026 09:00"},
		{" 0915 22/11", "22/11/2026 09:15"},
		{" 22/11 0915", "22/11/2026 09:15"},
		{" ayer 21:05", "22/11/2026 21:05"},
		{" día", ""},
		{" dia 22/11", ""},
	} {
		t.Run(strings.TrimSpace(tt.typed), func(t *testing.T) {
			r := ministry(t, monday.At(14, 5, 0)).start(80, 24)
			r.press("p")
			r.paste(facebookLink("typed"))
			r.typeIn(tt.typed)
			r.press("enter")
			p := r.posts(model.Facebook)[0]
			equal(t, "instant", calendar.Stamp(p.At), tt.at)
			if tt.at == "" {
				equal(t, "precision", p.Precision, model.DayOnly)
				return
			}
			equal(t, "precision", p.Precision, model.RecordedTime)
		})
	}
}

// An Instagram id may carry the hour of the upload: it is marked as estimated,
// and a typed hour wins. Nothing in the link names the account: there is one.
func TestAnInstagramHourIsEstimatedUnlessTyped(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(80, 24)
	link := instagramLink(monday.At(8, 30, 0))
	r.press("n")
	r.paste(link)
	r.shows("Instagram  @minejemploperu", "lun 23/11/2026 08:30 · hora estimada por el enlace")
	r.press("enter")
	equal(t, "precision", r.posts(model.Instagram)[0].Precision, model.EstimatedTime)
	r.press("down", "down", "enter")
	r.shows("~08:30", "hora estimada")

	r.press("esc", "p")
	r.paste(link + " 0900")
	r.press("enter")
	all := r.posts(model.Instagram)
	equal(t, "posts", len(all), 1)
	equal(t, "precision", all[0].Precision, model.RecordedTime)
	equal(t, "instant", all[0].At, monday.At(9, 0, 0))
}

// A link of somebody else's account is refused, naming it and ours; nothing is
// stored and nothing typed is lost.
func TestWhatIsNotOursOrNotALinkIsRefusedAndKept(t *testing.T) {
	for _, tt := range []struct{ name, text, says string }{
		{"another account", "https://www.facebook.com/OtroMinisterio/posts/pfbid0a", "El enlace es de @OtroMinisterio, que no es cuenta de la entidad"},
		{"and ours named", "https://x.com/OtroMin/status/2035933611212357737", "la de X (Twitter) es @MinEjemploPeru."},
		{"a profile", "https://www.facebook.com/MinEjemploPeru", "no a una publicación"},
		{"a shortener", "https://bit.ly/3abc", "El enlace acortado no dice de qué publicación es"},
		{"no link", "hola", "Eso no es un enlace"},
		{"an hour that has not come", facebookLink("a") + " 1800", "todavía no llegan"},
		{"a day that has not come", facebookLink("a") + " 0900 24/11", "todavía no llega"},
		{"an hour that does not exist", facebookLink("a") + " 2575", "Escriba la hora de Lima entre 00:00 y 23:59"},
		{"a day that does not exist", facebookLink("a") + " 0900 31/11", "Ese día no existe"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := ministry(t, monday.At(14, 5, 0)).start(80, 24)
			r.press("p")
			r.paste(tt.text)
			r.press("enter")
			plain := strings.Join(strings.Fields(strings.ReplaceAll(uitest.Plain(r.View()), "│", " ")), " ")
			if !strings.Contains(plain, tt.says) {
				t.Errorf("no %q in:\n%s", tt.says, plain)
			}
			for _, n := range model.Networks() {
				if len(r.posts(n)) > 0 {
					t.Errorf("something was stored on %s", n)
				}
			}
			r.shows(tt.text[:min(4, len(tt.text))])
			equal(t, "unsaved", r.Unsaved(), "el enlace que está por registrar")
		})
	}
}

// Esc never loses typed text without asking; without any it just leaves.
func TestEscAsksBeforeATypedLinkIsLost(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(80, 24)
	r.press("p", "esc")
	equal(t, "capturing after an empty one", r.Capturing(), false)
	r.press("p")
	r.paste(facebookLink("x"))
	r.press("esc")
	r.shows("¿Descartar lo escrito? (s/n)")
	r.press("n")
	r.shows("pfbid0x")
	r.press("esc", "s")
	equal(t, "capturing", r.Capturing(), false)
	equal(t, "posts", len(r.posts(model.Facebook)), 0)
}

// A link that does not name its account asks which, beginning with the one
// under the cursor.
func TestALinkOfSeveralPossibleAccountsAsksWhich(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0))
	second := r.account(model.Account{Network: model.Instagram, Handle: "segundacuenta"})
	r.start(100, 30)
	r.press("p")
	r.paste(instagramLink(monday.At(8, 0, 0)))
	r.shows("Instagram  ¿de qué cuenta?", "▌ @minejemploperu", "@segundacuenta")
	r.press("down", "enter")
	p, err := r.records.Store.PostsBetween(t.Context(), monday, monday, second)
	if err != nil || len(p) != 1 {
		t.Errorf("posts of the second account = %+v, %v", p, err)
	}
	equal(t, "posts of the first", len(r.posts(model.Instagram)), 0)
}

// A link without an hour is offered to the post that waits for one, so that it
// is not counted twice.
func TestALinkCompletesThePostThatWaitsForIt(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	r.press("+")
	r.clock = monday.At(15, 30, 0)
	r.press("p")
	r.paste(facebookLink("mine"))
	r.shows("▌ la publicación de las 14:05, que espera su enlace", "una publicación nueva, de ahora")
	equal(t, "note", r.note(r.press("enter")), "Enlace puesto: publicación de Facebook de las 14:05")
	all := r.posts(model.Facebook)
	equal(t, "posts", len(all), 1)
	equal(t, "instant", all[0].At, monday.At(14, 5, 0))
	equal(t, "link", all[0].Link, facebookLink("mine"))

	r.clock = monday.At(16, 30, 0)
	r.press("+")
	r.clock = monday.At(18, 40, 0)
	r.press("p")
	r.paste(facebookLink("new"))
	r.shows("▌ la publicación de las 16:30")
	r.hides("la publicación de las 14:05") // It has its link.
	r.press("down", "enter")
	all = r.posts(model.Facebook)
	equal(t, "posts", len(all), 3)
	equal(t, "instant of the new one", all[2].At, monday.At(18, 40, 0))
}

// A link that is known does not get a second hour by being pasted again.
func TestAKnownLinkPastedAgainChangesNothing(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	r.press("p")
	r.paste(facebookLink("once") + " día 20/11")
	r.press("enter")
	before := r.posts(model.Facebook)[0]
	r.press("p")
	r.paste(facebookLink("once"))
	note, ok := last[screen.NoteMsg](r.press("enter"))
	equal(t, "told", ok, true)
	equal(t, "note", note.Text, "20/11/2026 Facebook ya estaba registrado")
	after := r.posts(model.Facebook)
	equal(t, "posts", len(after), 1)
	equal(t, "post", after[0], before)
}

// Days: never into the future, and back with one key.
func TestTheArrowsGoThroughTheDaysAndNeverPastToday(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0))
	r.post(model.Facebook, day(22).At(10, 0, 0), model.Publication)
	r.start(100, 30)
	r.press("right", "]")
	r.hides("volver a hoy")
	r.press("left")
	r.shows("dom 22/11/2026  ayer   t volver a hoy", "10:00")
	r.hides("ahora")
	r.press("[")
	r.shows("sáb 21/11/2026  hace 2 días")
	r.press("]", "]")
	r.hides("volver a hoy")
	r.press("left", "left", "left", "t")
	r.hides("volver a hoy")
	r.shows("Facebook hoy")
}

// The filter: letters are text, Esc takes it away, Enter keeps it.
func TestLettersOfTheFilterAreNotCommands(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	r.press("/")
	equal(t, "capturing", r.Capturing(), true)
	r.typeIn("tp")
	r.shows("Filtro: tp", "0 de 5 cuentas", "Ninguna cuenta coincide con el filtro")
	r.press("esc")
	r.shows("Facebook  @", "TikTok    @")
	r.press("/")
	r.typeIn("tik")
	r.shows("1 de 5 cuentas")
	r.hides("Facebook  @")
	r.press("enter")
	equal(t, "capturing", r.Capturing(), false)
	r.note(r.press("+"))
	equal(t, "posts on TikTok", len(r.posts(model.TikTok)), 1)
	r.press("esc")
	r.shows("Facebook  @", "▌ TikTok")
}

// Tab goes to what waits; Enter opens the screen where it is mended.
func TestEnterOnADutyOpensTheScreenThatMendsIt(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	r.shows("POR ATENDER 1", "! Revisión de roles de noviembre")
	if line := r.line("Revisión de roles"); !strings.HasSuffix(line, "6.1.2.11") {
		t.Errorf("duty = %q", line)
	}
	open, ok := last[screen.OpenMsg](r.press("tab", "enter"))
	if !ok || open.Name != screen.Roles {
		t.Errorf("opened %+v", open)
	}
	r.press("esc", "+")
	equal(t, "posts", len(r.posts(model.Facebook)), 1)
}

// A quota that waits is mended here: its account and its day are shown.
func TestAQuotaThatWaitsIsShownHere(t *testing.T) {
	r := ministry(t, monday.At(19, 0, 0)).start(100, 30)
	r.shows("Facebook @MinEjemploPeru: faltan 3 · hora límite 19:59")
	r.press("down", "down", "tab", "home")
	if msgs := r.press("enter"); len(msgs) == 0 {
		t.Error("nothing happened")
	}
	if line := r.line("▌"); !strings.Contains(line, "Facebook  @") {
		t.Errorf("the cursor is at %q", line)
	}
}

func TestNothingWaitsIsSaid(t *testing.T) {
	r := empty(t, monday.At(9, 0, 0)).start(100, 30)
	r.shows("Nada por atender ✓", "Todavía no hay cuentas: pulse 6 y registre la primera")
	if msgs := r.press("+", "enter", "j", "e", "tab", "x", "l"); len(msgs) > 0 {
		t.Errorf("keys on an empty screen did %#v", msgs)
	}
	r.press("p")
	r.paste(facebookLink("x"))
	r.shows("No hay una cuenta de Facebook abierta el 23/11/2026: regístrela en Cuentas.")
}

// Every command of the palette does what its key does.
func TestThePaletteOffersTheKeys(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	seen := map[string]bool{}
	for _, c := range r.Commands() {
		if c.Title == "" || c.Key == "" || c.Run == nil {
			t.Errorf("command %+v lacks something", c)
		}
		seen[c.Key] = true
		if c.Key == "+" {
			uitest.Run(r.Screen, c.Run)
		}
	}
	for _, k := range []string{"+", "p", "N", "j", "/", "t", "←", "→", "Enter", "Tab"} {
		if !seen[k] {
			t.Errorf("the palette lacks %s", k)
		}
	}
	equal(t, "posts", len(r.posts(model.Facebook)), 1)
	for _, group := range r.FullHelp() {
		for _, b := range group {
			if !b.Enabled() || b.Help().Desc == "" {
				t.Errorf("key %v explains nothing", b.Keys())
			}
		}
	}
	if !strings.Contains(r.Explain(), "6.2.2.4") {
		t.Error("the help does not name the article")
	}
}
