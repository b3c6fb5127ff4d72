package uitest_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/bubbles/cursor"
	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/bubbles/spinner"
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"

	"faro/ui/screen"
	"faro/ui/uitest"
)

// pad is a screen that writes down what it gets.
type pad struct {
	got  []string
	then map[string]tea.Cmd
	view string
}

var _ screen.Screen = (*pad)(nil)

type saidMsg string

func (p *pad) Init() tea.Cmd { return say("init") }

func (p *pad) Update(msg tea.Msg) tea.Cmd {
	name := ""
	switch msg := msg.(type) {
	case tea.KeyMsg:
		name = msg.String()
	case saidMsg:
		name = string(msg)
	case screen.ChangedMsg:
		name = "changed"
	case tea.MouseMsg:
		name = tea.MouseEvent(msg).String()
	default:
		name = "?"
	}
	p.got = append(p.got, name)
	return p.then[name]
}

func (p *pad) View() string              { return p.view }
func (p *pad) SetSize(int, int)          {}
func (p *pad) Capturing() bool           { return false }
func (p *pad) ShortHelp() []key.Binding  { return nil }
func (p *pad) FullHelp() [][]key.Binding { return nil }
func (p *pad) said() string              { return strings.Join(p.got, " ") }
func say(text string) tea.Cmd            { return func() tea.Msg { return saidMsg(text) } }
func after(d time.Duration) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return saidMsg("tick") })
}
func want(t *testing.T, got, want string) { t.Helper(); check(t, got == want, got, want) }

func check(t *testing.T, ok bool, got, want any) {
	t.Helper()
	if !ok {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestEverythingThatFollowsFromAKeyIsRun(t *testing.T) {
	p := &pad{then: map[string]tea.Cmd{
		"a":   tea.Batch(say("b"), nil, tea.Sequence(say("c"), say("d"))),
		"c":   say("e"),
		"tab": say("f"),
	}}
	msgs := uitest.Open(p, 80, 24)
	check(t, len(msgs) == 1, msgs, "one message")
	msgs = uitest.Press(p, "a", "tab")
	want(t, p.said(), "init a b c e d tab f")
	check(t, len(msgs) == 5, msgs, "five messages")
}

func TestTimersAreLeftAlone(t *testing.T) {
	in := textinput.New()
	in.Cursor.SetMode(cursor.CursorBlink)
	spin := spinner.New()
	for name, cmd := range map[string]tea.Cmd{
		"tick":      after(time.Hour),
		"in line":   tea.Tick(time.Hour, func(time.Time) tea.Msg { return saidMsg("tick") }),
		"every":     tea.Every(24*time.Hour, func(time.Time) tea.Msg { return saidMsg("tick") }),
		"batch":     tea.Batch(after(time.Hour), after(time.Hour)),
		"sequence":  tea.Sequence(after(time.Hour), after(time.Hour)),
		"blinking":  in.Focus(),
		"a spinner": func() tea.Msg { _, cmd := spin.Update(spin.Tick()); return tea.BatchMsg{cmd} },
	} {
		began := time.Now()
		msgs := uitest.Run(&pad{}, cmd)
		check(t, len(msgs) == 0, name, "no message")
		check(t, time.Since(began) < time.Second, name, "no waiting")
	}
}

func TestWorkThatTakesTimeIsWaitedFor(t *testing.T) {
	p := &pad{}
	slow := func() tea.Msg { time.Sleep(60 * time.Millisecond); return saidMsg("done") }
	uitest.Run(p, slow)
	want(t, p.said(), "done")
}

func TestWhatIsForTheAppDoesNotComeBackToTheScreen(t *testing.T) {
	p := &pad{then: map[string]tea.Cmd{
		"a": tea.Batch(screen.Note("x"), screen.Fail("y", errors.New("z")), screen.Open(screen.Roles, 1), tea.Quit,
			func() tea.Msg { return screen.ChangedMsg{} }, screen.Press("ctrl+s")),
	}}
	msgs := uitest.Press(p, "a")
	want(t, p.said(), "a changed ctrl+s")
	_, quit := uitest.Last[tea.QuitMsg](msgs)
	failed, ok := uitest.Last[screen.ErrMsg](msgs)
	check(t, quit && ok && failed.Doing == "y", msgs, "all of them")
}

func TestAQuestionIsAnsweredByTheTest(t *testing.T) {
	p := &pad{then: map[string]tea.Cmd{"d": screen.Confirm("¿Retirar?", say("retirada"))}}
	msgs := uitest.Press(p, "d")
	want(t, p.said(), "d")
	_, asked := uitest.Answer(p, msgs)
	check(t, asked, asked, true)
	want(t, p.said(), "d retirada")
	_, asked = uitest.Answer(p, nil)
	check(t, !asked, asked, false)
}

func TestTypingPastingAndTheMouse(t *testing.T) {
	p := &pad{view: "uno\n日本 \x1b[1mdos\x1b[0m  "}
	uitest.Type(p, "Ñ a\n\t")
	want(t, p.said(), "Ñ   a enter tab")
	p.got = nil
	uitest.Paste(p, "q\n2")
	want(t, p.said(), "[q\n2]")
	p.got = nil
	uitest.Click(p, 1, 1)
	uitest.Wheel(p, 1, 1, 1)
	uitest.Wheel(p, 1, 1, -2)
	want(t, p.said(), "left press left release wheel down wheel up wheel up")
	x, y, ok := uitest.Find(p.View(), "dos")
	check(t, ok && x == 5 && y == 1, []int{x, y}, "5 1")
	check(t, uitest.ClickOn(p, "dos") && !uitest.ClickOn(p, "tres"), "", "")
	want(t, uitest.Plain(p.View()), "uno\n日本 dos")
	want(t, uitest.Line(p.View(), "本"), "日本 dos")
}

// fails collects what a helper complains of.
type fails struct {
	testing.TB
	n int
}

func (f *fails) Helper()               {}
func (f *fails) Errorf(string, ...any) { f.n++ }

func TestAViewThatSpillsOverIsNoticed(t *testing.T) {
	for _, c := range []struct {
		view          string
		width, height int
		bad           int
	}{
		{"", 1, 1, 0},
		{"abc\nabc", 3, 2, 0},
		{"abc\nabcd", 3, 2, 1},
		{"a\nb\nc", 3, 2, 1},
		{"\x1b[31m日本\x1b[0m", 4, 1, 0},
		{"日本", 3, 1, 1},
	} {
		f := &fails{TB: t}
		uitest.Fits(f, c.view, c.width, c.height)
		check(t, f.n == c.bad, c.view, c.bad)
	}
	f := &fails{TB: t}
	uitest.Shows(f, "\x1b[1muno\x1b[0m dos", "uno dos", "tres")
	uitest.Hides(f, "\x1b[1muno\x1b[0m dos", "uno dos", "tres")
	check(t, f.n == 2, f.n, 2)
}

func TestThemesOfTests(t *testing.T) {
	want(t, uitest.Theme().Late.Render("tarde"), "tarde")
	check(t, strings.Contains(uitest.Colours(false).Late.Render("tarde"), "255;123;113"), uitest.Colours(false).Late.Render("tarde"), "38;2;255;123;113")
	check(t, strings.Contains(uitest.Sixteen(true).Late.Render("tarde"), "\x1b[1;31m"), uitest.Sixteen(true).Late.Render("tarde"), "31")
}

func TestAPanicOfWorkIsNotSwallowed(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	uitest.Send(&pad{}, nil)
	uitest.Run(&pad{}, func() tea.Msg { return screen.PanicMsg{Text: "fallo"} })
}
