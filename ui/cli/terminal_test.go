//go:build !windows

package cli_test

import (
	"bytes"
	"io"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
)

// silent is a terminal that shows nothing and answers no question, as some
// consoles and recorders are.
type silent struct {
	t      *testing.T
	tty    *os.File
	mu     sync.Mutex
	screen bytes.Buffer
	news   chan struct{}
	ended  chan int
	began  time.Time
}

// open runs the program on a silent terminal.
func (o office) open(args ...string) *silent {
	o.t.Helper()
	cmd := o.command(args...)
	cmd.Env = append(cmd.Env, "TERM=xterm-256color")
	began := time.Now()
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 30, Cols: 100})
	if err != nil {
		o.t.Fatal(err)
	}
	s := &silent{t: o.t, tty: tty, news: make(chan struct{}, 1), ended: make(chan int, 1), began: began}
	o.t.Cleanup(func() { _ = tty.Close() })
	go func() {
		_, _ = io.Copy(s, tty) // ends with an error when the program does
		_ = cmd.Wait()
		s.ended <- cmd.ProcessState.ExitCode()
	}()
	return s
}

// Write takes what the program sends to the terminal.
func (s *silent) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	select {
	case s.news <- struct{}{}:
	default:
	}
	return s.screen.Write(b)
}

func (s *silent) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.screen.String()
}

// waitFor waits until the terminal has got a text and says how long after the
// start that was.
func (s *silent) waitFor(text string) time.Duration {
	s.t.Helper()
	deadline := time.After(15 * time.Second)
	for !strings.Contains(s.text(), text) {
		select {
		case <-s.news:
		case <-deadline:
			s.t.Fatalf("%q did not appear in\n%q", text, s.text())
		}
	}
	return time.Since(s.began)
}

// press types on the keyboard.
func (s *silent) press(keys string) {
	s.t.Helper()
	if _, err := io.WriteString(s.tty, keys); err != nil {
		s.t.Fatal(err)
	}
}

// end waits for the program and gives its exit code.
func (s *silent) end() int {
	s.t.Helper()
	select {
	case code := <-s.ended:
		return code
	case <-time.After(15 * time.Second):
		s.t.Fatalf("the program did not end; it showed\n%q", s.text())
	}
	return -1
}

// questions are what a program asks a terminal with: its background colour,
// the cursor's place, what it is.
var questions = []string{"\x1b]10;?", "\x1b]11;?", "\x1b[6n", "\x1b[c", "\x1b[0c", "\x1b[>c", "\x1b[?u", "\x1bP+q"}

func (s *silent) askedNothing() {
	s.t.Helper()
	for _, q := range questions {
		if strings.Contains(s.text(), q) {
			s.t.Errorf("the terminal was asked %q", q)
		}
	}
}

// tooLate is far over what the first frame takes and far under the five
// seconds Bubble Tea would wait for an answer.
const tooLate = 3 * time.Second

func TestTheAppAppearsOnATerminalThatNeverAnswers(t *testing.T) {
	s := withSample(t).open()
	if took := s.waitFor("MINEJ"); took > tooLate {
		t.Errorf("the first screen took %v", took)
	}
	s.waitFor("lun 23/11/2026 14:05")
	s.press("q")
	if code := s.end(); code != 0 {
		t.Errorf("ended with %d", code)
	}
	s.askedNothing()
	if !strings.Contains(s.text(), "\x1b[?1049h") || !strings.Contains(s.text(), "\x1b[?1049l") || !strings.HasSuffix(strings.TrimSpace(s.text()), "\x1b[?25h") {
		t.Errorf("the terminal was not given back: …%q", s.text()[max(0, len(s.text())-120):])
	}
}

func TestTheDemoSaysThatItIsOneAndLeavesNothing(t *testing.T) {
	o := newOffice(t)
	o.env = append(o.env, "TMPDIR="+t.TempDir())
	temporary := strings.TrimPrefix(o.env[len(o.env)-1], "TMPDIR=")
	s := o.open("demo")
	if took := s.waitFor("DEMO"); took > tooLate {
		t.Errorf("the demo took %v", took)
	}
	if left, err := os.ReadDir(temporary); err != nil || len(left) != 1 {
		t.Errorf("the demo's folder: %v, %v", left, err)
	}
	s.press("q")
	if code := s.end(); code != 0 {
		t.Errorf("ended with %d", code)
	}
	s.askedNothing()
	if left, err := os.ReadDir(temporary); err != nil || len(left) != 0 {
		t.Errorf("the demo left %v, %v", left, err)
	}
	if names := o.names("."); len(names) != 0 {
		t.Errorf("the demo left %q at home", names)
	}
}

func TestACommandOnATerminalAsksItNothing(t *testing.T) {
	o := withSample(t)
	for _, args := range [][]string{{"estado"}, {"--version"}, {"--help"}, {"informe"}, {"publicar", "--cuenta", "facebook"}, {"estadu"}} {
		s := o.open(args...)
		s.end()
		if took := time.Since(s.began); took > tooLate {
			t.Errorf("faro %q took %v", args, took)
		}
		s.askedNothing()
		if s.text() == "" {
			t.Errorf("faro %q said nothing", args)
		}
	}
}

func TestTheStateHasColourOnATerminalOnly(t *testing.T) {
	o := withSample(t)
	s := o.open("estado")
	s.end()
	if !strings.Contains(s.text(), "\x1b[") {
		t.Errorf("no colour on a terminal:\n%s", s.text())
	}
	o.env = append(o.env, "NO_COLOR=1")
	s = o.open("estado")
	s.end()
	if strings.Contains(s.text(), "\x1b") || !strings.Contains(s.text(), "por atender") {
		t.Errorf("an escape code with NO_COLOR:\n%q", s.text())
	}
	o.env = append(o.env, "CLICOLOR_FORCE=1")
	if r := o.run("estado"); strings.Contains(r.out, "\x1b") {
		t.Errorf("an escape code into a pipe:\n%q", r.out)
	}
}

// Whatever happens once the app is on, the terminal is given back.
func TestAnInterruptedAppGivesTheTerminalBack(t *testing.T) {
	s := withSample(t).open()
	s.waitFor("MINEJ")
	s.press("\x03")
	s.end()
	if !strings.Contains(s.text(), "\x1b[?1049l") {
		t.Error("the alternate screen stayed")
	}
}

// A new office is asked who it is before anything else.
func TestANewOfficeBeginsWithQuestions(t *testing.T) {
	s := newOffice(t).open()
	if took := s.waitFor("entidad"); took > tooLate {
		t.Errorf("the first question took %v", took)
	}
	s.waitFor("Siglas")
	s.press("\x03")
	s.end()
	s.askedNothing()
}

// What another process records is seen in the open app.
func TestTheAppSeesWhatTheCommandLineRecords(t *testing.T) {
	o := withSample(t)
	s := o.open()
	s.waitFor("desde 15:10")
	o.run("publicar", "--cuenta", "facebook").ends(0)
	s.waitFor("otra ventana")
	s.waitFor("3/3")
	s.press("q")
	if code := s.end(); code != 0 {
		t.Errorf("ended with %d", code)
	}
}
