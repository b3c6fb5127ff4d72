package today_test

import (
	"strings"
	"testing"
	"time"

	"faro/model"
	"faro/model/calendar"
	"faro/ui/screen"
	"faro/ui/uitest"
)

// Enter shows the posts of the account's day one by one.
func TestTheDetailListsThePostsOfTheDay(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0))
	r.post(model.Facebook, monday.At(9, 0, 0), model.Publication)
	r.add(model.Post{AccountID: r.ids[model.Facebook], At: monday.At(12, 0, 0), Kind: model.Live, Link: facebookLink("live"), Precision: model.RecordedTime})
	r.start(100, 30)
	r.press("enter")
	r.shows("Facebook @MinEjemploPeru  Ministerio de Ejemplo", "HORA    TIPO            ENLACE", "● 09:00   publicación     enlace pendiente",
		"▌ ● 12:00   en vivo         www.facebook.com/MinEjemploPeru/posts/pfbid0live")
	r.press("up")
	r.shows("▌ ● 09:00")
	r.press("esc")
	r.shows("SIGUIENTE", "▌ Facebook")
}

// e corrects the hour, the kind and the link; what was not touched keeps its
// seconds and its precision.
func TestEditCorrectsAPost(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0))
	r.post(model.X, monday.At(9, 0, 41), model.Publication)
	r.start(100, 30)
	r.press("down", "enter", "e")
	r.shows("Publicación de X de las 09:00", "Fecha", "Hora", "Tipo", "Enlace")
	r.press("tab", "tab")
	r.typeIn("resp")
	r.press("enter", "ctrl+s")
	p := r.posts(model.X)[0]
	equal(t, "kind", p.Kind, model.Reply)
	equal(t, "instant", p.At, monday.At(9, 0, 41))
	r.shows("no cuenta: respuesta", "faltan 5")

	r.press("e", "tab", "ctrl+u")
	r.typeIn("1015")
	note := r.note(r.press("ctrl+s"))
	if !strings.HasPrefix(note, "Corregida: ") {
		t.Errorf("note = %q", note)
	}
	p = r.posts(model.X)[0]
	equal(t, "instant", p.At, monday.At(10, 15, 0))
	equal(t, "kind stays", p.Kind, model.Reply)

	r.press("e", "tab", "ctrl+u", "ctrl+s")
	p = r.posts(model.X)[0]
	equal(t, "precision without an hour", p.Precision, model.DayOnly)
	r.shows("sin h.")
}

// A link set in the form brings its exact hour; another network's is refused in
// the form, where nothing is lost.
func TestEditTakesALinkOfTheAccountOnly(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0))
	r.post(model.X, monday.At(9, 0, 0), model.Publication)
	r.start(100, 30)
	r.press("down", "enter", "e", "tab", "tab", "tab")
	r.paste(facebookLink("a"))
	r.press("ctrl+s")
	r.shows("El enlace es de Facebook y la publicación es de X (Twitter).", "pfbid0a")
	equal(t, "link", r.posts(model.X)[0].Link, "")
	r.press("ctrl+u")
	r.paste("https://x.com/OtroMin/status/2035933611212357737")
	r.press("ctrl+s")
	r.shows("El enlace es de @OtroMin y la cuenta es @MinEjemploPeru.")
	r.press("ctrl+u")
	r.paste(xLink("MinEjemploPeru", monday.At(9, 1, 12)))
	r.press("ctrl+s")
	p := r.posts(model.X)[0]
	equal(t, "instant", p.At, monday.At(9, 1, 12))
	equal(t, "precision", p.Precision, model.ExactTime)
	if p.PlatformID == "" {
		t.Error("the id is not stored")
	}
}

func TestEditRefusesWhatHasNotCome(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0))
	r.post(model.Facebook, monday.At(9, 0, 0), model.Publication)
	r.start(100, 30)
	r.press("enter", "e", "tab", "ctrl+u")
	r.typeIn("1800")
	r.press("ctrl+s")
	r.shows("Esa hora todavía no llega.")
	r.press("shift+tab", "ctrl+u")
	r.typeIn("24/11")
	r.press("ctrl+s")
	r.shows("Ese día todavía no llega.")
	equal(t, "instant", r.posts(model.Facebook)[0].At, monday.At(9, 0, 0))
	r.press("esc")
	r.shows("¿Descartar lo escrito?")
	equal(t, "unsaved", r.Unsaved(), "la corrección de la publicación")
	r.press("s")
	r.shows("● 09:00")
}

// l gives a noted post its link; that of another account is refused.
func TestALinkIsPutOnANotedPost(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0))
	r.post(model.Facebook, monday.At(9, 0, 0), model.Publication)
	r.start(100, 30)
	r.press("enter", "l")
	r.shows("Enlace de la publicación de Facebook de las 09:00")
	r.paste(xLink("MinEjemploPeru", monday.At(9, 0, 0)))
	r.shows("El enlace es de X (Twitter) y la publicación es de Facebook.")
	r.press("enter")
	equal(t, "link", r.posts(model.Facebook)[0].Link, "")
	r.press("ctrl+u")
	r.paste("https://www.facebook.com/MinEjemploPeru/videos/1122334455")
	r.shows("✓ lun 23/11/2026 09:00")
	r.press("enter")
	p := r.posts(model.Facebook)[0]
	equal(t, "link", p.Link, "https://www.facebook.com/MinEjemploPeru/videos/1122334455")
	equal(t, "kind", p.Kind, model.Video)
	equal(t, "instant", p.At, monday.At(9, 0, 0))
	equal(t, "capturing", r.Capturing(), false)
}

// what is taken down on its own day does not count; the record stays.
func TestAPostRemovedTheSameDayDoesNotCount_A09(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0))
	r.post(model.Facebook, monday.At(9, 0, 0), model.Publication)
	r.start(100, 30)
	msgs := r.press("enter", "x")
	asked, ok := last[screen.ConfirmMsg](msgs)
	if !ok || !strings.Contains(asked.Question, "dejará de contar") {
		t.Fatalf("asked %+v", asked)
	}
	equal(t, "removed before the answer", r.posts(model.Facebook)[0].RemovedAt.IsZero(), true)
	r.press("+") // A question left unanswered leaves the screen free.
	equal(t, "posts", len(r.posts(model.Facebook)), 2)

	r.press("home")
	uitest.Run(r.Screen, asked.Yes)
	p := r.posts(model.Facebook)[0]
	equal(t, "removed at", p.RemovedAt, monday.At(14, 5, 0))
	r.shows("no cuenta: retirada el mismo día")

	asked, _ = last[screen.ConfirmMsg](r.press("x"))
	if !strings.Contains(asked.Question, "¿Anular el retiro?") {
		t.Errorf("asked %q", asked.Question)
	}
	uitest.Run(r.Screen, asked.Yes)
	equal(t, "removed", r.posts(model.Facebook)[0].RemovedAt, time.Time{})
}

func TestAPostRemovedLaterStillCounts_A09(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0))
	r.post(model.Facebook, day(22).At(9, 0, 0), model.Publication)
	r.start(100, 30)
	asked, _ := last[screen.ConfirmMsg](r.press("left", "enter", "x"))
	if !strings.Contains(asked.Question, "Seguirá contando") {
		t.Errorf("asked %q", asked.Question)
	}
	uitest.Run(r.Screen, asked.Yes)
	r.shows("1 de 3", "retirada el 23/11/2026 14:05")
}

// A-07, S11: a day is justified with a reason and an author, for one account
// or for all; both are shown.
func TestADayIsJustifiedWithAReasonAndAnAuthor_A07(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0))
	r.post(model.X, day(20).At(9, 0, 0), model.Publication)
	r.start(100, 30)
	r.press("left", "j")
	r.shows("Justificar dom 22/11/2026", "Motivo", "Quién lo justifica")
	r.press("ctrl+s")
	r.shows("Escriba el motivo")
	r.typeIn("corte de internet")
	r.press("tab", "ctrl+s")
	r.shows("Elija quién lo justifica")
	r.typeIn("l")
	note := r.note(r.press("ctrl+s"))
	equal(t, "note", note, "22/11/2026 justificado: Facebook @MinEjemploPeru")
	all, err := r.records.Justified(t.Context(), day(22), day(22))
	if err != nil || len(all) != 1 {
		t.Fatalf("justified = %+v, %v", all, err)
	}
	equal(t, "account", all[0].AccountID, r.ids[model.Facebook])
	equal(t, "author", all[0].AuthorID, r.people["Luis Rojas"])
	equal(t, "reason", all[0].Reason, "corte de internet")
	if line := r.line("Facebook  @"); !strings.Contains(line, " j  justificado: corte de") {
		t.Errorf("row = %q", line)
	}
	if line := r.line("X         @"); !strings.Contains(line, "✗") {
		t.Errorf("row of X = %q", line)
	}
	r.press("enter")
	r.shows("j justificado: corte de internet (Luis Rojas)")
	r.press("esc")

	// Again: the record is corrected, and it may hold for every account.
	r.press("down", "j")
	r.typeIn("feriado")
	r.press("tab")
	r.typeIn("a")
	r.press("tab", "right", "ctrl+s")
	all, err = r.records.Justified(t.Context(), day(22), day(22))
	if err != nil || len(all) != 2 || all[0].AccountID != 0 {
		t.Fatalf("justified = %+v, %v", all, err)
	}
	if line := r.line("X         @"); !strings.Contains(line, "justificado: feriado") {
		t.Errorf("row of X = %q", line)
	}
	r.press("up", "j")
	r.shows("corte de internet") // Its own comes before that of all.
	r.typeIn(" en la sede")
	r.press("ctrl+s")
	all, err = r.records.Justified(t.Context(), day(22), day(22))
	if err != nil || len(all) != 2 || all[1].Reason != "corte de internet en la sede" {
		t.Fatalf("justified = %+v, %v", all, err)
	}
}

func TestJustifyingNeedsSomebody(t *testing.T) {
	r := empty(t, monday.At(9, 0, 0))
	r.account(model.Account{Network: model.Facebook, Handle: "MinEjemploPeru"})
	r.start(100, 30)
	failed, ok := last[screen.ErrMsg](r.press("j"))
	if !ok || !strings.Contains(failed.Err.Error(), "Registre primero a las personas") {
		t.Errorf("failed = %+v", failed)
	}
	equal(t, "capturing", r.Capturing(), false)
}

// The detail of a weekly quota is that of its week.
func TestTheDetailOfAWeeklyQuotaIsTheWeek_A08(t *testing.T) {
	r := ministry(t, day(26).At(9, 0, 0))
	r.post(model.TikTok, day(23).At(9, 0, 0), model.Video)
	r.post(model.TikTok, day(25).At(10, 0, 0), model.Video)
	r.start(100, 30)
	r.press("down", "down", "down", "enter")
	r.shows("TikTok semana 48 (23/11–29/11)", "DÍA", "lun 23  09:00", "mié 25  10:00")
}

// What is not to be acted on yet is not: a key before the answer does nothing.
func TestKeysBeforeTheFirstAnswerDoNothing(t *testing.T) {
	r := ministry(t, monday.At(9, 0, 0))
	r.SetSize(80, 24)
	first := r.Init()
	if msgs := r.press("+", "p", "enter", "/", "j"); len(msgs) > 0 {
		t.Errorf("they did %#v", msgs)
	}
	r.shows("CUENTA", "…")
	uitest.Run(r.Screen, first)
	r.shows("Facebook  @")
	equal(t, "posts", len(r.posts(model.Facebook)), 0)
	equal(t, "day", calendar.DayOf(r.clock), monday)
}
