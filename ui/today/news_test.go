package today_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/ui/screen"
	"faro/ui/uitest"
)

// cmdOf sends a key and hands over what it asks for without running it.
func (r *rig) cmdOf(name string) tea.Cmd { return r.Update(screen.KeyNamed(name)) }

func TestAFailedWriteIsReportedAndLosesNothing(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	r.records.writeErr = errors.New("disk is full")
	failed, ok := last[screen.ErrMsg](r.press("+"))
	if !ok || !errors.Is(failed.Err, r.records.writeErr) || failed.Doing != "registrar la publicación" {
		t.Errorf("failed = %+v", failed)
	}
	r.press("p")
	r.paste(facebookLink("a"))
	if _, ok = last[screen.ErrMsg](r.press("enter")); !ok {
		t.Error("nobody was told about the link")
	}
	r.shows("pfbid0a") // It is still there, to be tried again.
	r.records.writeErr = nil
	r.press("enter")
	equal(t, "posts", len(r.posts(model.Facebook)), 1)

	r.press("N")
	r.paste(facebookLink("b") + " 0900")
	r.records.writeErr = errors.New("disk is full")
	if _, ok = last[screen.ErrMsg](r.press("ctrl+s", "enter")); !ok {
		t.Error("nobody was told about the batch")
	}
	r.shows("pfbid0b")
	r.records.writeErr = nil
	r.press("enter")
	equal(t, "posts", len(r.posts(model.Facebook)), 2)
}

func TestAFailedFormStaysOpen(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0))
	r.post(model.Facebook, monday.At(9, 0, 0), model.Publication)
	r.start(100, 30)
	r.records.writeErr = errors.New("disk is full")
	r.press("j")
	r.typeIn("corte")
	r.press("tab")
	r.typeIn("a")
	if _, ok := last[screen.ErrMsg](r.press("ctrl+s")); !ok {
		t.Error("nobody was told")
	}
	r.shows("Justificar lun 23/11/2026", "corte")
	r.records.writeErr = nil
	r.note(r.press("ctrl+s"))
	equal(t, "capturing", r.Capturing(), false)

	r.press("enter", "e", "tab", "tab", "right")
	r.records.writeErr = model.ErrConflict
	if _, ok := last[screen.ErrMsg](r.press("ctrl+s")); !ok {
		t.Error("nobody was told about the correction")
	}
	equal(t, "capturing", r.Capturing(), true)
}

// Loading never blanks what is shown: a failed one leaves it, and says so.
func TestAFailedReadIsReportedAndLeavesTheScreen(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	r.records.readErr = errors.New("the file is gone")
	failed, ok := last[screen.ErrMsg](r.press("left"))
	if !ok || !errors.Is(failed.Err, r.records.readErr) {
		t.Errorf("failed = %+v", failed)
	}
	r.shows("Facebook hoy")
	r.hides("volver a hoy")
	r.records.readErr = nil
	r.press("left")
	r.shows("dom 22/11/2026  ayer")
}

// An answer that comes after the person went on is not shown under another day.
func TestALateAnswerIsDropped(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0))
	r.post(model.Facebook, day(22).At(10, 0, 0), model.Publication)
	r.start(100, 30)
	late := r.cmdOf("left")()
	r.press("t")
	uitest.Send(r.Screen, late)
	r.hides("volver a hoy", "10:00")
	r.shows("Facebook hoy")
}

// Somebody else's write, or undo, reloads what is shown.
func TestNewsReloadsWhatIsShown(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0)).start(100, 30)
	r.post(model.Facebook, monday.At(9, 0, 0), model.Publication)
	r.hides("09:00")
	uitest.Send(r.Screen, screen.ChangedMsg{})
	r.shows("09:00", "1/3")
	if _, err := r.records.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	uitest.Send(r.Screen, screen.ChangedMsg{})
	r.hides("09:00")
	r.shows("0/3")
}

// The minute works everything out anew without reading: 19:59 is the last call
// for three posts, 20:00 is too late (S04).
func TestTheMinuteMovesTheVerdictWithoutReading_S04(t *testing.T) {
	r := ministry(t, monday.At(19, 59, 0)).start(100, 30)
	r.shows("! en riesgo", "hora límite 19:59", "! Facebook @MinEjemploPeru: faltan 3")
	r.records.readErr = errors.New("no reading now")
	r.clock = monday.At(20, 0, 0)
	uitest.Send(r.Screen, screen.TickMsg{Now: r.clock})
	r.shows("✗ incumple · hoy ya no se alcanza; máximo 2/3")
	r.hides("Facebook @MinEjemploPeru: ") // Nobody can mend it any more.
}

// At midnight a screen that showed today goes on; one that showed a past day
// stays.
func TestAtMidnightTodayMovesOn(t *testing.T) {
	r := ministry(t, monday.At(23, 59, 0))
	r.post(model.Facebook, monday.At(9, 0, 0), model.Publication)
	r.start(100, 30)
	r.shows("1/3")
	r.clock = day(24).Start()
	uitest.Send(r.Screen, screen.TickMsg{Now: r.clock})
	r.hides("volver a hoy", "09:00")
	r.shows("Facebook hoy", "0/3")

	r.press("left")
	r.shows("lun 23/11/2026  ayer")
	r.clock = day(25).Start()
	uitest.Send(r.Screen, screen.TickMsg{Now: r.clock})
	r.shows("lun 23/11/2026  hace 2 días", "09:00")
}

// The app may name an account before anything is loaded.
func TestFocusGoesToAnAccountNowOrOnceItIsLoaded(t *testing.T) {
	r := ministry(t, monday.At(9, 0, 0))
	r.SetSize(100, 30)
	start := r.Init()
	uitest.Run(r.Screen, r.Focus(r.ids[model.TikTok]))
	uitest.Run(r.Screen, start)
	r.shows("▌ TikTok")
	r.press("/")
	r.typeIn("youtube")
	r.press("enter", "enter")
	uitest.Run(r.Screen, r.Focus(r.ids[model.X]))
	r.shows("▌ X", "Facebook  @")
	uitest.Run(r.Screen, r.Focus(9999))
	r.press("t")
	uitest.Send(r.Screen, screen.ChangedMsg{})
	r.shows("▌ X")
}

// With hundreds of accounts only those in sight are read, and the rest when
// they come into sight.
func TestOnlyWhatIsShownIsRead(t *testing.T) {
	r := empty(t, monday.At(9, 0, 0))
	for i := range 150 {
		id := r.account(model.Account{Network: model.Facebook, Handle: fmt.Sprintf("entidad%03d", i)})
		r.ids[model.Network(fmt.Sprint(i))] = id
	}
	r.add(model.Post{AccountID: r.ids["149"], At: monday.At(8, 30, 0)})
	asked := &counting{records: r.records}
	r.screenOn(asked)
	r.start(100, 30)
	if asked.most == 0 || asked.most > 30+2*40 {
		t.Errorf("posts of %d accounts were read at once", asked.most)
	}
	r.shows("▌ Facebook  @entidad000")
	late := r.cmdOf("end")
	if line := r.line("@entidad149"); !strings.Contains(line, "…") || strings.Contains(line, "0/3") {
		t.Errorf("a row not read yet shows %q", line)
	}
	uitest.Run(r.Screen, late)
	if line := r.line("@entidad149"); !strings.Contains(line, "1/3") {
		t.Errorf("row = %q", line)
	}
	equal(t, "most at once", asked.most <= 30+2*40, true)

	// Posts of a picture that is gone are dropped.
	r.press("home", "left", "t")
	late = r.cmdOf("end")
	r.press("left")
	uitest.Run(r.Screen, late)
	if line := r.line("@entidad149"); !strings.Contains(line, "0/3") && !strings.Contains(line, "sin dato") && !strings.Contains(line, "los registros") {
		t.Errorf("posts of today stand under yesterday: %q", line)
	}
}

// A question of the screen's own keeps the letters from the app.
func TestDialogsCapture(t *testing.T) {
	r := ministry(t, monday.At(9, 0, 0))
	r.post(model.Facebook, monday.At(8, 0, 0), model.Publication)
	r.start(100, 30)
	for _, open := range [][]string{{"p"}, {"n"}, {"N"}, {"j"}, {"/"}, {"enter", "e"}, {"l"}} {
		r.press(open...)
		if !r.Capturing() {
			t.Errorf("%v does not capture", open)
		}
		r.press("esc")
		if r.Capturing() {
			t.Errorf("%v stays after Esc:\n%s", open, r.View())
		}
	}
}

// The first picture tells how the day stands before the links are read; until
// they are, no link is called pending and no post can be corrected.
func TestTheDayStandsBeforeTheLinksAreRead(t *testing.T) {
	r := empty(t, monday.At(14, 5, 0))
	id := r.account(model.Account{Network: model.Facebook, Handle: "MinEjemploPeru"})
	r.add(model.Post{AccountID: id, At: monday.At(9, 0, 0), Link: "https://www.facebook.com/MinEjemploPeru/posts/1"})
	r.screenOn(&slow{r.records})
	r.start(100, 30)
	r.shows("1/3", "09:00")
	r.hides("enlace pendiente")
	r.press("enter", "e")
	r.hides("Guardar", "Editar")
	if r.Capturing() {
		t.Error("a post of which only half is known can be corrected")
	}
}
