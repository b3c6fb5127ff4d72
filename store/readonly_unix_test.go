//go:build unix

package store_test

import (
	"os"
	"path/filepath"
	"testing"

	"faro/model"
	"faro/store"
)

func TestAReadOnlyFileCanBeReadAndSaysWhyItIsNotWritten(t *testing.T) {
	for name, lock := range map[string]func(path string) error{
		"the file":   func(path string) error { return os.Chmod(path, 0o444) },
		"its folder": func(path string) error { return os.Chmod(filepath.Dir(path), 0o555) },
	} {
		t.Run(name, func(t *testing.T) {
			o := ministry(t)
			check(t, o.Close())
			check(t, os.Chmod(o.Path(), 0o666))
			check(t, lock(o.Path()))
			t.Cleanup(func() { _ = os.Chmod(filepath.Dir(o.Path()), 0o755) })
			asOrdinaryUser(t, o.Path())
			s, err := store.Open(t.Context(), o.Path(), store.Options{Clock: monday})
			check(t, err)
			defer func() { _ = s.Close() }()
			if accounts := must[[]model.Account](t)(s.Accounts(t.Context())); len(accounts) != 5 {
				t.Errorf("read %d accounts", len(accounts))
			}
			_, err = s.AddPosts(t.Context(), []model.Post{published(facebook, monday())})
			wants(t, err, store.ErrReadOnly)
		})
	}
}

func TestAReadOnlyFolderTakesNoNewFile(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "solo-lectura")
	check(t, os.Mkdir(folder, 0o755))
	check(t, os.Chmod(folder, 0o555))
	asOrdinaryUser(t, filepath.Join(folder, "faro.db"))
	for _, path := range []string{filepath.Join(folder, "faro.db"), filepath.Join(folder, "otra", "faro.db")} {
		s, err := store.Open(t.Context(), path, store.Options{})
		wants(t, err, store.ErrReadOnly)
		if err == nil {
			_ = s.Close()
		}
	}
}

func TestAFileThatMayNotBeReadSaysSo(t *testing.T) {
	o := ministry(t)
	check(t, o.Close())
	check(t, os.Chmod(o.Path(), 0o000))
	asOrdinaryUser(t, o.Path())
	s, err := store.Open(t.Context(), o.Path(), store.Options{})
	wants(t, err, store.ErrReadOnly)
	if err == nil {
		_ = s.Close()
	}
}
