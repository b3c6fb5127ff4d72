package cli_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// now is the moment of the sample and of every test: Monday 23/11/2026 14:05
// in Lima.
const now = "2026-11-23 14:05"

// The program as people get it, and the sample ministry as a records file.
var faro, ministry string

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	folder, err := os.MkdirTemp("", "faro-cli-test-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer func() { _ = os.RemoveAll(folder) }()
	// Some tests run the program as another user.
	if err := os.Chmod(folder, 0o755); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	faro = filepath.Join(folder, "faro")
	if runtime.GOOS == "windows" {
		faro += ".exe"
	}
	ministry = filepath.Join(folder, "demo.db")
	for _, cmd := range []*exec.Cmd{
		exec.Command("go", "build", "-o", faro, "faro"),
		exec.Command(faro, "demo", "--guardar", ministry, "--ahora", now),
	} {
		if out, err := cmd.CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "%v: %v\n%s", cmd, err, out)
			return 1
		}
	}
	return m.Run()
}

// office is a home of its own in which the program is run.
type office struct {
	t      *testing.T
	folder string
	env    []string
}

func newOffice(t *testing.T) office {
	t.Helper()
	folder := t.TempDir()
	env := []string{
		"HOME=" + folder, "USER=maria", "PATH=" + os.Getenv("PATH"), "TZ=Asia/Tokyo",
		"XDG_CONFIG_HOME=" + filepath.Join(folder, "config"), "XDG_DATA_HOME=" + filepath.Join(folder, "data"),
		"XDG_CONFIG_DIRS=" + filepath.Join(folder, "none"), "XDG_DATA_DIRS=" + filepath.Join(folder, "none"),
	}
	if runtime.GOOS == "windows" {
		env = append(env, "LOCALAPPDATA="+filepath.Join(folder, "data"), "APPDATA="+filepath.Join(folder, "config"),
			"SYSTEMROOT="+os.Getenv("SYSTEMROOT"))
	}
	return office{t, folder, env}
}

// withSample is an office whose records are the sample ministry.
func withSample(t *testing.T) office {
	t.Helper()
	o := newOffice(t)
	o.put("data/faro/faro.db", ministry)
	return o
}

// path is a file of the office.
func (o office) path(name string) string { return filepath.Join(o.folder, filepath.FromSlash(name)) }

// put copies a file into the office.
func (o office) put(name, from string) {
	o.t.Helper()
	b, err := os.ReadFile(from)
	if err != nil {
		o.t.Fatal(err)
	}
	o.write(name, string(b))
}

func (o office) write(name, text string) {
	o.t.Helper()
	path := o.path(name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		o.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		o.t.Fatal(err)
	}
}

func (o office) read(name string) string {
	o.t.Helper()
	b, err := os.ReadFile(o.path(name))
	if err != nil {
		o.t.Fatal(err)
	}
	return string(b)
}

// result is how a run of the program ended.
type result struct {
	t        *testing.T
	line     string
	code     int
	out, err string
}

// run runs the program at the moment of the sample.
func (o office) run(args ...string) result { return o.runWith(nil, args...) }

func (o office) runWith(in io.Reader, args ...string) result {
	o.t.Helper()
	cmd := o.command(args...)
	var out, errs bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = in, &out, &errs
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		o.t.Fatal(err)
	}
	return result{o.t, strings.Join(args, " "), cmd.ProcessState.ExitCode(), out.String(), errs.String()}
}

// command is the program with the moment of the sample, ready to run.
func (o office) command(args ...string) *exec.Cmd {
	cmd := exec.CommandContext(o.t.Context(), faro, append([]string{"--ahora", now}, args...)...)
	cmd.Dir, cmd.Env = o.folder, o.env
	return cmd
}

// ends checks the exit code.
func (r result) ends(code int) result {
	r.t.Helper()
	if r.code != code {
		r.t.Errorf("faro %s ended with %d, want %d\nout: %s\nerr: %s", r.line, r.code, code, r.out, r.err)
	}
	return r
}

// says checks that the output holds every text.
func (r result) says(texts ...string) result {
	r.t.Helper()
	for _, text := range texts {
		if !strings.Contains(r.out, text) {
			r.t.Errorf("faro %s printed\n%s\nwithout %q", r.line, r.out, text)
		}
	}
	return r
}

// complains checks that the errors hold every text, and nothing of a program's
// inside: people read them.
func (r result) complains(texts ...string) result {
	r.t.Helper()
	for _, text := range texts {
		if !strings.Contains(r.err, text) {
			r.t.Errorf("faro %s complained\n%s\nwithout %q", r.line, r.err, text)
		}
	}
	for _, word := range []string{"error", "sqlite", "open ", "panic", "goroutine", "%!", "no such file", "Usage"} {
		if strings.Contains(strings.ToLower(r.err), strings.ToLower(word)) {
			r.t.Errorf("faro %s complained\n%s\nwith the word %q", r.line, r.err, word)
		}
	}
	return r
}
