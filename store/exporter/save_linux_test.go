package exporter_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"faro/store/exporter"
)

// nobody runs f with the file rights of an ordinary user, even when the tests
// run as root, whom no mode stops. The rights belong to the thread, which is
// not given back and ends with the goroutine.
func nobody(f func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		runtime.LockOSThread()
		if os.Geteuid() == 0 {
			_ = syscall.Setfsuid(65534)
		}
		f()
	}()
	<-done
}

func TestAReadOnlyFolderIsTold(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "informe.xlsx")
	if _, err := exporter.Save(path, writeText("earlier")); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(folder, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(folder, 0o755) })
	var err error
	nobody(func() { _, err = exporter.Save(path, writeText("later")) })
	if !errors.Is(err, exporter.ErrPermission) || errors.Is(err, exporter.ErrNoFolder) {
		t.Errorf("Save = %v, want ErrPermission", err)
	}
	wantFile(t, path, "earlier")
}

func TestAFullDiskIsTold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "informe.xlsx")
	if _, err := exporter.Save(path, writeText("earlier")); err != nil {
		t.Fatal(err)
	}
	_, err := exporter.Save(path, func(io.Writer) error {
		full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		defer func() { _ = full.Close() }()
		_, err = full.WriteString("x")
		return err
	})
	if !errors.Is(err, exporter.ErrFull) || errors.Is(err, exporter.ErrPermission) {
		t.Errorf("Save = %v, want ErrFull", err)
	}
	wantFile(t, path, "earlier")
}

func TestASavedFileMayBeReadByTheOffice(t *testing.T) {
	old := syscall.Umask(0o022)
	t.Cleanup(func() { syscall.Umask(old) })
	path := filepath.Join(t.TempDir(), "informe.xlsx")
	if _, err := exporter.Save(path, writeText("abc")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o644 {
		t.Errorf("mode %v (%v), want that of any new file", info.Mode(), err)
	}
}
