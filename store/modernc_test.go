package store_test

import (
	"os"
	"regexp"
	"runtime/debug"
	"testing"
)

// modernc.org/sqlite is C translated against one version of modernc.org/libc,
// and works with no other: both move together or not at all.
func TestTheDriverAndItsLibraryBelongTogether(t *testing.T) {
	want := map[string]string{"modernc.org/sqlite": "v1.61.1", "modernc.org/libc": "v1.79.0"}
	mod, err := os.ReadFile("../go.mod")
	check(t, err)
	found := map[string]string{}
	for _, m := range regexp.MustCompile(`(?m)^\s*(modernc\.org/\w+) (v[\d.]+)`).FindAllStringSubmatch(string(mod), -1) {
		found[m[1]] = m[2]
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		t.Fatal("no build information")
	}
	built := map[string]string{}
	for _, m := range info.Deps {
		built[m.Path] = m.Version
	}
	for path, version := range want {
		if found[path] != version {
			t.Errorf("go.mod has %s %s, want %s", path, found[path], version)
		}
		if v, linked := built[path]; linked && v != version { // A test binary lists no dependencies on some versions of Go.
			t.Errorf("built with %s %s, want %s", path, v, version)
		}
	}
}
