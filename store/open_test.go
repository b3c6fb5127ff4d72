package store_test

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/adrg/xdg"

	"faro/model"
	"faro/store"
)

func TestANewFileIsForTheUserAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "datos", "faro", "faro.db")
	o := openAt(t, path)
	if o.Path() != path {
		t.Errorf("path %s", o.Path())
	}
	for name, want := range map[string]fs.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
		info, err := os.Stat(name)
		check(t, err)
		if info.Mode().Perm() != want {
			t.Errorf("%s has mode %v, want %v", name, info.Mode().Perm(), want)
		}
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	check(t, err)
	if len(entries) != 1 {
		t.Errorf("one file at rest, found %v", entries)
	}
}

func TestAnyFileNameWorks(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"año 2026 #1.db", "50%20.db", "a?b&_pragma=foreign_keys(0).db", "con espacios", "'comillas'.db"} {
		o := openAt(t, filepath.Join(folder, name))
		o.found()
		check(t, o.Close())
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Errorf("%q: %v", name, err)
		}
		if people := must[[]model.Person](t)(openAt(t, filepath.Join(folder, name)).People(t.Context())); len(people) != 5 {
			t.Errorf("%q keeps %d people", name, len(people))
		}
	}
}

func TestEveryConnectionIsSafe(t *testing.T) {
	o := open(t)
	for pragma, want := range map[string]int{
		"foreign_keys": 1, "synchronous": 2, "busy_timeout": 2000, "application_id": store.ApplicationID, "user_version": 1,
	} {
		var got int
		check(t, o.DB().QueryRowContext(t.Context(), "PRAGMA "+pragma).Scan(&got))
		if got != want {
			t.Errorf("%s is %d, want %d", pragma, got, want)
		}
	}
	if n := o.DB().Stats().MaxOpenConnections; n != 1 { // Two would wait for each other, and hide each other's writes.
		t.Errorf("%d connections", n)
	}
	var mode string
	check(t, o.DB().QueryRowContext(t.Context(), "PRAGMA journal_mode").Scan(&mode))
	if mode != "delete" {
		t.Errorf("journal mode %s", mode)
	}
	if _, err := o.DB().ExecContext(t.Context(), `SELECT "a text in double quotes"`); err == nil {
		t.Error("a misspelt column would be taken for a text")
	}
}

func TestOpeningAgainWritesNothing(t *testing.T) {
	o := ministry(t)
	check(t, o.Close())
	before, err := os.ReadFile(o.Path())
	check(t, err)
	again := openAt(t, o.Path())
	must[[]model.Account](t)(again.Accounts(t.Context()))
	check(t, again.Close())
	after, err := os.ReadFile(o.Path())
	check(t, err)
	if !bytes.Equal(before, after) {
		t.Error("opening changed the file")
	}
}

// refused opens a file that must be refused and left as it is.
func refused(t *testing.T, path string, want error) {
	t.Helper()
	before, err := os.ReadFile(path)
	check(t, err)
	s, err := store.Open(t.Context(), path, store.Options{})
	wants(t, err, want)
	if err == nil {
		_ = s.Close()
	}
	after, err := os.ReadFile(path)
	check(t, err)
	if !bytes.Equal(before, after) {
		t.Error("the refused file was changed")
	}
	if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) != 1 {
		t.Errorf("left something beside it: %v", entries)
	}
}

func TestAFileFromANewerVersionIsRefusedUntouched(t *testing.T) {
	o := ministry(t)
	if _, err := o.DB().ExecContext(t.Context(), `PRAGMA user_version = 99`); err != nil {
		t.Fatal(err)
	}
	check(t, o.Close())
	refused(t, o.Path(), store.ErrNewer)
}

func TestAnotherProgramsDatabaseIsRefused(t *testing.T) {
	for name, statement := range map[string]string{
		"one with tables":            `CREATE TABLE notes (text TEXT)`,
		"one of a known application": `PRAGMA application_id = 252006673; CREATE TABLE gpkg (id INTEGER)`, // A GeoPackage.
		"one with a version":         `PRAGMA user_version = 1`,
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "otro.db")
			db, err := sql.Open("sqlite", path)
			check(t, err)
			_, err = db.ExecContext(t.Context(), statement)
			check(t, err)
			check(t, db.Close())
			refused(t, path, store.ErrNotRecords)
		})
	}
}

func TestAFolderIsNoRecordsFile(t *testing.T) {
	_, err := store.Open(t.Context(), t.TempDir(), store.Options{})
	wants(t, err, store.ErrNotRecords)
}

func TestWhatIsNotADatabaseIsDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "faro.db")
	check(t, os.WriteFile(path, []byte(strings.Repeat("no soy una base de datos\n", 400)), 0o600))
	refused(t, path, store.ErrDamaged)
}

func TestAnEmptyFileBecomesARecordsFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "faro.db")
	check(t, os.WriteFile(path, nil, 0o600))
	openAt(t, path).found()
}

func TestADamagedPageIsToldAsDamage(t *testing.T) {
	o := ministry(t)
	check(t, o.Close())
	content, err := os.ReadFile(o.Path())
	check(t, err)
	for page := 4096; page < len(content); page += 4096 { // All but the first, which tells what the file is.
		for i := range 64 {
			content[page+i] = 0x5a
		}
	}
	check(t, os.WriteFile(o.Path(), content, 0o600))
	s, err := store.Open(t.Context(), o.Path(), store.Options{})
	if err == nil {
		t.Cleanup(func() { _ = s.Close() })
		_, err = s.Accounts(t.Context())
	}
	wants(t, err, store.ErrDamaged)
}

func TestATornFileIsToldAsDamage(t *testing.T) {
	o := ministry(t)
	check(t, o.Close())
	check(t, os.Truncate(o.Path(), 3*4096))
	s, err := store.Open(t.Context(), o.Path(), store.Options{})
	if err == nil {
		t.Cleanup(func() { _ = s.Close() })
		_, err = s.Facts(t.Context(), monday())
	}
	wants(t, err, store.ErrDamaged)
}

func TestTwoProgramsMayMakeTheFileAtTheSameTime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "faro.db")
	var all sync.WaitGroup
	errs := make([]error, 8)
	for i := range errs {
		all.Go(func() {
			s, err := store.Open(context.Background(), path, store.Options{})
			if err == nil {
				err = s.Close()
			}
			errs[i] = err
		})
	}
	all.Wait()
	for _, err := range errs {
		check(t, err)
	}
	openAt(t, path).found()
}

func TestTheUsualPlaceIsTheUsersDataFolder(t *testing.T) {
	home := t.TempDir()
	t.Setenv("XDG_DATA_HOME", home)
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	path := must[string](t)(store.DefaultPath())
	if path != filepath.Join(home, "faro", "faro.db") {
		t.Errorf("usual place %s", path)
	}
	info, err := os.Stat(filepath.Dir(path))
	check(t, err)
	if info.Mode().Perm() != 0o700 {
		t.Errorf("folder mode %v", info.Mode().Perm())
	}
}

// with adds scripts to the real migrations.
func with(t *testing.T, scripts ...string) fstest.MapFS {
	t.Helper()
	current, err := store.Migrations()
	check(t, err)
	first, err := fs.ReadFile(current, "0001_records.sql")
	check(t, err)
	all := fstest.MapFS{"0001_records.sql": {Data: first}}
	for i, script := range scripts {
		all[fmt.Sprintf("%04d_later.sql", i+2)] = &fstest.MapFile{Data: []byte(script)}
	}
	return all
}

func TestAnUpdateKeepsACopyOfTheFileAsItWas(t *testing.T) {
	o := ministry(t)
	dump := o.dump()
	check(t, o.Close())
	options := store.Options{Clock: monday}
	s, err := store.OpenWith(t.Context(), o.Path(), options, with(t,
		`ALTER TABLE people ADD COLUMN office TEXT NOT NULL DEFAULT ''`, `CREATE TABLE norms (id INTEGER PRIMARY KEY) STRICT`))
	check(t, err)
	var version int
	check(t, s.DB().QueryRowContext(t.Context(), `PRAGMA user_version`).Scan(&version))
	if version != 3 {
		t.Errorf("version %d", version)
	}
	// What was recorded before can still be undone, and the keys watch again.
	must[store.Undone](t)(s.Undo(t.Context()))
	if _, err := s.DB().ExecContext(t.Context(), `INSERT INTO fakes (account_id, url, seen_on) VALUES (99, 'x', '2026-11-23')`); err == nil {
		t.Error("foreign keys rest after the update")
	}
	check(t, s.Close())

	copies, err := filepath.Glob(o.Path() + ".antes-de-v*")
	check(t, err)
	if len(copies) != 1 || copies[0] != o.Path()+".antes-de-v2-20261123-140500" {
		t.Fatalf("copies %v", copies)
	}
	info, err := os.Stat(copies[0])
	check(t, err)
	if info.Mode().Perm() != 0o600 {
		t.Errorf("the copy has mode %v", info.Mode().Perm())
	}
	if got := openAt(t, copies[0]).dump(); got != dump {
		t.Error("the copy is not the file as it was")
	}
	refused2, err := store.Open(t.Context(), o.Path(), store.Options{})
	wants(t, err, store.ErrNewer)
	if err == nil {
		_ = refused2.Close()
	}
}

func TestANewFileNeedsNoCopy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "faro.db")
	s, err := store.OpenWith(t.Context(), path, store.Options{}, with(t, `CREATE TABLE norms (id INTEGER PRIMARY KEY) STRICT`))
	check(t, err)
	check(t, s.Close())
	if copies, _ := filepath.Glob(path + ".*"); len(copies) != 0 {
		t.Errorf("copies %v", copies)
	}
}

func TestAnUpdateThatFailsLeavesTheFileAsItWas(t *testing.T) {
	for name, script := range map[string]string{
		"half way":                 `CREATE TABLE norms (id INTEGER PRIMARY KEY) STRICT; INSERT INTO nowhere VALUES (1)`,
		"rows pointing at nothing": `CREATE TABLE norms (id INTEGER PRIMARY KEY) STRICT; INSERT INTO fakes (account_id, url, seen_on) VALUES (99, 'x', '2026-11-23')`,
	} {
		t.Run(name, func(t *testing.T) {
			o := ministry(t)
			dump := o.dump()
			check(t, o.Close())
			s, err := store.OpenWith(t.Context(), o.Path(), store.Options{Clock: monday}, with(t, script))
			if err == nil {
				_ = s.Close()
				t.Fatal("the update went through")
			}
			if again := openAt(t, o.Path()); again.dump() != dump {
				t.Error("the file is not as it was")
			}
		})
	}
}
