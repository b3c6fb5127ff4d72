package ui_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"faro/ui/uitest"
)

// TestTheReadmeNamesEveryKeyThatMeansTheSameEverywhere reads the keys off the
// help page, so that the table in README.md cannot fall behind.
func TestTheReadmeNamesEveryKeyThatMeansTheSameEverywhere(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(readme), "## Keys")
	table, _, _ = strings.Cut(table, "## Command line")
	r := start(t, 160, 50)
	uitest.Press(r, "?")
	_, everywhere, found := strings.Cut(uitest.Plain(r.View()), "EN TODAS LAS PANTALLAS")
	if !found {
		t.Fatalf("no keys on the help page:\n%s", r.View())
	}
	names := regexp.MustCompile(`(?m)(?:^|  )\s*((?:Alt\+|Ctrl\+)?[A-Za-z0-9?](?:–[0-9])?|Esc)  +\S`).FindAllStringSubmatch(everywhere, -1)
	if len(names) < 7 {
		t.Fatalf("only %d keys found in:\n%s", len(names), everywhere)
	}
	for _, n := range names {
		key := strings.ReplaceAll(n[1], "–", "`–`")
		if strings.HasPrefix(n[1], "Alt+1") {
			key = "Alt+1`–`Alt+6"
		}
		if !strings.Contains(table, "`"+key+"`") {
			t.Errorf("README.md does not tell of %s", n[1])
		}
	}
}
