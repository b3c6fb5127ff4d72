package today_test

import (
	"strings"
	"testing"

	"faro/model"
	"faro/ui/screen"
	"faro/ui/uitest"
)

// J1 step 4: a line each, what will become of it, and one action for all.
func TestSeveralLinksAreSeenBeforeTheyAreStored_J1(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	r.press("p")
	r.paste(facebookLink("old") + " 0800")
	r.press("enter", "N")
	r.paste(strings.Join([]string{
		facebookLink("one") + " 0915",
		xLink("MinEjemploPeru", monday.At(10, 0, 0)),
		"https://x.com/OtroMin/status/2035933611212357737",
		facebookLink("old"),
		"",
		"no es un enlace",
		"https://www.youtube.com/watch?v=abcdefghijk",
		facebookLink("one"),
	}, "\n"))
	r.press("ctrl+s")
	r.shows("Varios enlaces · 2 listos, 1 por decidir, 2 ya estaban, 2 no se reconocen", "✓ 23/11 09:15 Facebook", "escrita",
		"✓ 23/11 10:00 X", "exacta", "= 23/11", "ya estaba", "repetido", "¿hora?", "Enter registrar 2 enlaces")
	equal(t, "posts before Enter", len(r.posts(model.Facebook)), 1)

	note := r.note(r.press("enter"))
	if !strings.HasPrefix(note, "2 registrados, 1 ya estaba, 1 por decidir, 2 no se reconocen: El enlace es de @OtroMin") {
		t.Errorf("note = %q", note)
	}
	equal(t, "posts on Facebook", len(r.posts(model.Facebook)), 2)
	equal(t, "posts on X", len(r.posts(model.X)), 1)
	equal(t, "posts on YouTube", len(r.posts(model.YouTube)), 0)
	r.shows("x.com/OtroMin", "no es un enlace", "watch?v=abcdefghijk", "3 líneas") // What is left stays in the box.
	equal(t, "unsaved", r.Unsaved(), "los enlaces que están por registrar")

	undone, err := r.records.Undo(t.Context())
	if err != nil || undone.What != "2 publicaciones" {
		t.Errorf("undone = %+v, %v; want the two as one action", undone, err)
	}
}

// What no link dates is asked and never invented: an hour typed on the line, or
// only the day.
func TestALineWithoutAnHourIsAskedForIt(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	r.press("N")
	r.paste(facebookLink("a") + "\n" + facebookLink("b") + "\n" + facebookLink("c"))
	r.press("ctrl+s")
	r.shows("3 por decidir", "Enter registrar 0 enlaces")
	if msgs := r.press("enter"); len(msgs) > 0 {
		t.Errorf("Enter did %#v", msgs)
	}
	r.typeIn("0915")
	r.shows("✓ 23/11 09:15 Facebook", "1 listo, 2 por decidir")
	r.press("backspace")
	r.shows("2 por decidir, 1 no se reconoce", "Escriba la hora de Lima") // 0:91 is no hour.
	r.typeIn("0")
	r.press("down")
	r.typeIn("1130 22/11")
	r.press("down", "d")
	r.shows("✓ 22/11 11:30 Facebook", "✓ 23/11       Facebook", "solo el día")
	equal(t, "note", r.note(r.press("enter")), "3 registrados")
	all := r.posts(model.Facebook)
	equal(t, "posts", len(all), 3)
	equal(t, "first", all[0].At, day(22).At(11, 30, 0))
	equal(t, "second", all[1].Precision, model.DayOnly)
	equal(t, "third", all[2].At, monday.At(9, 10, 0))
	equal(t, "capturing", r.Capturing(), false)
}

func TestAllTheRestMayBeLeftAtTheirDay(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	r.press("N")
	r.paste(facebookLink("a") + "\n" + facebookLink("b"))
	r.press("ctrl+s", "D", "enter")
	equal(t, "posts", len(r.posts(model.Facebook)), 2)
	r.shows("2/3", "? margen de 2 h: 2 publicaciones sin hora")
}

// Bracketed paste on the screen itself registers what the links tell, with one
// summary.
func TestLinksPastedOnTheScreenAreRegisteredAtOnce(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	known := xLink("MinEjemploPeru", monday.At(9, 0, 0))
	note := r.note(r.paste("Buenos días, va lo de hoy: " + known + " ¡gracias!"))
	equal(t, "note", note, "09:00 X registrado")
	note = r.note(r.paste(strings.Join([]string{
		known,
		xLink("MinEjemploPeru", monday.At(10, 0, 0)),
		tiktokLink("minejemploperu", monday.At(11, 0, 0)),
		instagramLink(monday.At(12, 0, 0)),
		"https://nitter.net/MinEjemploPeru/status/2035933611212357737",
	}, "\n")))
	equal(t, "note", note, "3 registrados, 1 ya estaba, 1 no se reconoce: El enlace es de una copia no oficial: pegue el de la propia red, X (Twitter).")
	equal(t, "posts on X", len(r.posts(model.X)), 2)
	equal(t, "posts on TikTok", len(r.posts(model.TikTok)), 1)
	equal(t, "precision on TikTok", r.posts(model.TikTok)[0].Precision, model.ExactTime)
	equal(t, "capturing", r.Capturing(), false)
}

func TestAPasteThatNeedsAnAnswerOpensThePreview(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	r.paste(xLink("MinEjemploPeru", monday.At(10, 0, 0)) + "\n" + facebookLink("a"))
	r.shows("Varios enlaces · 1 listo, 1 por decidir")
	equal(t, "posts", len(r.posts(model.X)), 0)
	r.typeIn("0915")
	r.press("enter")
	equal(t, "posts on X", len(r.posts(model.X)), 1)
	equal(t, "posts on Facebook", len(r.posts(model.Facebook)), 1)
}

func TestASingleFacebookLinkPastedIsConfirmedFirst(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	r.paste(facebookLink("a"))
	r.shows("Facebook  @MinEjemploPeru", "14:05 · ahora")
	r.press("enter")
	equal(t, "posts", len(r.posts(model.Facebook)), 1)
}

// On a past day nobody knows the hour: it is asked.
func TestOnAPastDayAFacebookLinkIsAskedForItsHour(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	r.press("left", "p")
	r.paste(facebookLink("a"))
	r.shows("? ¿A qué hora se publicó el 22/11/2026?")
	r.press("enter")
	equal(t, "posts", len(r.posts(model.Facebook)), 0)
	r.typeIn(" 0915")
	r.press("enter")
	equal(t, "instant", r.posts(model.Facebook)[0].At, day(22).At(9, 15, 0))
}

func TestAPasteWithoutLinksSaysSo(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	failed, ok := last[screen.ErrMsg](r.paste("q\nu\nx+"))
	if !ok || !strings.Contains(failed.Err.Error(), "No hay ningún enlace") {
		t.Errorf("failed = %+v", failed)
	}
}

// Several links in the box of one open the box of several, with all of them.
func TestSeveralLinksInTheBoxOfOneAreNotLost(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	r.press("p")
	r.paste(facebookLink("a") + " 0900\n" + facebookLink("b") + " 1100")
	r.shows("Varios enlaces · 2 listos")
	r.press("enter")
	equal(t, "posts", len(r.posts(model.Facebook)), 2)
}

// A line whose account is not certain is asked, and c goes round the answers.
func TestALineOfSeveralPossibleAccountsIsAsked(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0))
	second := r.account(model.Account{Network: model.Instagram, Handle: "segundacuenta"})
	r.start(100, 30)
	r.press("N")
	r.paste(instagramLink(monday.At(8, 0, 0)) + "\n" + instagramLink(monday.At(9, 0, 0)))
	r.press("ctrl+s")
	r.shows("2 por decidir", "¿qué cuenta?")
	r.press("c", "c")
	r.shows("2 listos", "@segundacuenta")
	r.press("enter")
	got, err := r.records.Store.PostsBetween(t.Context(), monday, monday, second)
	if err != nil || len(got) != 2 {
		t.Errorf("posts of the second account = %+v, %v", got, err)
	}
}

// Esc goes back one step: from the preview to the text, from the text with a
// question.
func TestEscFromThePreviewKeepsTheText(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	r.press("N")
	r.paste(facebookLink("a"))
	r.press("ctrl+s")
	r.typeIn("0915")
	r.press("esc")
	r.shows("pfbid0a 0915", "1 línea")
	r.press("esc")
	r.shows("¿Descartar lo escrito?")
	r.press("x")
	r.shows("pfbid0a 0915")
	r.press("esc", "s")
	equal(t, "capturing", r.Capturing(), false)
	r.press("N", "ctrl+s")
	r.shows("No hay ningún enlace")
	r.press("esc")
	equal(t, "capturing", r.Capturing(), false)
}

// More may be pasted while the preview is open.
func TestAPasteOnThePreviewJoinsTheText(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	r.press("N")
	r.paste(facebookLink("a") + " 0915")
	r.press("ctrl+s")
	r.paste(facebookLink("b") + " 1115")
	uitest.Shows(t, r.View(), "pfbid0a 0915", "pfbid0b 1115", "2 líneas")
}

// What follows a link in a chat is not read as an hour.
func TestWordsAfterALinkAreNotTakenForAnHour(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	r.paste("[23/11/26, 13:58] Ana: " + facebookLink("a") + " 3 fotos\n[23/11/26, 13:59] Ana: " + facebookLink("b") + " gracias")
	r.shows("2 por decidir")
	r.press("esc", "esc", "s", "N")
	r.paste(facebookLink("a") + " 3 fotos\n" + xLink("MinEjemploPeru", monday.At(9, 0, 0)) + " y/o gracias\n" + facebookLink("b") + " «0915».")
	r.press("ctrl+s")
	r.shows("2 listos, 1 no se reconoce", "Después del enlace va solo la hora", "✓ 23/11 09:15 Facebook")
}
