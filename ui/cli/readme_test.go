package cli_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestTheReadmeNamesEveryCommandAndOption reads both off the program's own
// help.
func TestTheReadmeNamesEveryCommandAndOption(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(text)
	help := newOffice(t).run("--help").out
	_, commands, ok := strings.Cut(help, "Órdenes:")
	if !ok {
		t.Fatalf("no commands in:\n%s", help)
	}
	commands, options, _ := strings.Cut(commands, "Opciones:")
	for _, m := range regexp.MustCompile(`(?m)^  ([a-z]+) `).FindAllStringSubmatch(commands, -1) {
		if !strings.Contains(readme, "faro "+m[1]) && !strings.Contains(readme, "go run . "+m[1]) {
			t.Errorf("README.md does not tell of the command %s", m[1])
		}
	}
	for _, m := range regexp.MustCompile(`--([a-z]+)`).FindAllStringSubmatch(options, -1) {
		if m[1] != "version" && !strings.Contains(readme, "--"+m[1]) {
			t.Errorf("README.md does not tell of the option --%s", m[1])
		}
	}
	for _, m := range regexp.MustCompile("`faro ([a-z]+)").FindAllStringSubmatch(readme, -1) {
		if m[1] != "demo" && !strings.Contains(commands, m[1]) {
			t.Errorf("README.md tells of the command %s, which is not there", m[1])
		}
	}
}
