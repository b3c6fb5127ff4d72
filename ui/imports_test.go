package ui_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mayImport is the whole architecture: each folder, and what of our own it may
// use. A folder that is not listed fails the test until someone decides.
// Tests may use more: they build what the composition root builds.
var mayImport = map[string][]string{
	".":               {"ui/cli", "ui/quiet"},
	"assets":          {},
	"model":           {"model/calendar"},
	"model/calendar":  {},
	"model/permalink": {"model/calendar"},
	"model/directive": {"model", "model/calendar", "model/permalink"},
	"model/annex":     {"model", "model/calendar", "model/directive", "model/permalink"},
	"store":           {"assets", "model", "model/calendar", "model/permalink", "model/directive", "model/annex"},
	"store/exporter":  {"assets", "model", "model/calendar", "model/directive", "model/annex"},
	"store/importer":  {"model", "model/calendar", "model/directive", "model/permalink"},
	"store/mailer":    {"assets", "model", "model/calendar", "model/annex"},
	"store/sample":    {"assets", "store", "model", "model/calendar", "model/directive", "model/permalink"},
	"ui/quiet":        {},
	"ui/theme":        {"model/directive"},
	"ui/screen":       {"model", "model/calendar"},
	"ui/widget":       {"ui/theme", "model", "model/calendar", "model/directive"},
	"ui/uitest":       {"ui/screen", "ui/theme"},
	"ui":              {"ui/screen", "ui/theme", "ui/widget", "model", "model/calendar"},
	"ui/cli":          {"*"},
}

// screens may all use the same; none may use another.
var screens = []string{"ui/today", "ui/rotation", "ui/roles", "ui/topten", "ui/report", "ui/accounts", "ui/wizard"}

var screenMayImport = []string{
	"model", "model/calendar", "model/permalink", "model/directive", "model/annex",
	"ui/screen", "ui/theme", "ui/widget",
}

// notFor lists outside packages that would break the split, by folder prefix.
var notFor = map[string][]string{
	"model":  {"database/sql", "os", "net/http", "github.com/", "modernc.org/", "golang.org/"},
	"assets": {"github.com/", "os"},
	"store":  {"github.com/charmbracelet/"},
	"ui":     {"database/sql", "modernc.org/", "net/smtp"},
}

// alsoNotForScreens holds for the screens and the shell, not for ui/cli.
var alsoNotForScreens = []string{"os", "net", "net/http"}

func TestTheArchitecture(t *testing.T) {
	for file, imports := range sources(t) {
		folder := filepath.ToSlash(filepath.Dir(file))
		allowed, listed := mayImport[folder]
		if slices.Contains(screens, folder) {
			allowed, listed = screenMayImport, true
		}
		if !listed {
			t.Errorf("%s: folder %s is not in the import table", file, folder)
			continue
		}
		for _, path := range imports {
			checkImport(t, file, folder, path, allowed)
		}
	}
}

func checkImport(t *testing.T, file, folder, path string, allowed []string) {
	t.Helper()
	if ours, ok := strings.CutPrefix(path, "faro/"); ok {
		if !slices.Contains(allowed, ours) && !slices.Contains(allowed, "*") {
			t.Errorf("%s imports %s, which %s may not see", file, ours, folder)
		}
		return
	}
	forbidden := notFor[strings.SplitN(folder, "/", 2)[0]]
	if strings.HasPrefix(folder, "ui") && folder != "ui/cli" && folder != "ui/uitest" {
		for _, f := range alsoNotForScreens {
			if path == f {
				t.Errorf("%s imports %s, which is for ui/cli and the store", file, path)
			}
		}
	}
	for _, f := range forbidden {
		if path == f || strings.HasSuffix(f, "/") && strings.HasPrefix(path, f) {
			t.Errorf("%s imports %s, which %s must never see", file, path, folder)
		}
	}
}

// sources lists every Go file of the program, tests left out, with what it
// imports.
func sources(t *testing.T) map[string][]string {
	t.Helper()
	root := ".."
	all := map[string][]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && strings.HasPrefix(d.Name(), ".") && path != root {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		all[name] = nil
		for _, spec := range parsed.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			all[name] = append(all[name], imported)
		}
		return nil
	})
	if err != nil || len(all) == 0 {
		t.Fatalf("read the sources: %d files, %v", len(all), err)
	}
	return all
}

// TestOnlyTheseNamesStandAtTheTop keeps the visible top level as the user
// ordered it.
func TestOnlyTheseNamesStandAtTheTop(t *testing.T) {
	want := []string{"CHANGELOG.md", "README.md", "assets", "go.mod", "go.sum", "main.go", "model", "store", "ui"}
	entries, err := filepath.Glob("../*")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if name := filepath.Base(e); !strings.HasPrefix(name, ".") && !slices.Contains(want, name) {
			t.Errorf("%s stands at the top level", name)
		}
	}
}
