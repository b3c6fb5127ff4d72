package exporter_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"faro/store/exporter"
)

// The SHA-256 of "abc" (FIPS 180-2, B.1).
const shaOfABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

func writeText(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

// names are the files of a folder.
func names(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func wantFile(t *testing.T, path, text string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || string(got) != text {
		t.Errorf("the file holds %q (%v), want %q", got, err, text)
	}
	if all := names(t, filepath.Dir(path)); len(all) != 1 {
		t.Errorf("the folder holds %q, want the report alone", all)
	}
}

func TestAFileIsSavedWithItsHash(t *testing.T) {
	path := filepath.Join(t.TempDir(), "informe.xlsx")
	sum, err := exporter.Save(path, writeText("abc"))
	if err != nil || sum != shaOfABC {
		t.Fatalf("Save = %q, %v; want the hash of the bytes written", sum, err)
	}
	wantFile(t, path, "abc")
}

func TestAFileIsSavedOverAnEarlierOne(t *testing.T) {
	path := filepath.Join(t.TempDir(), "informe.xlsx")
	if _, err := exporter.Save(path, writeText("a much longer first version")); err != nil {
		t.Fatal(err)
	}
	if _, err := exporter.Save(path, writeText("abc")); err != nil {
		t.Fatal(err)
	}
	wantFile(t, path, "abc")
}

func TestAWriterThatBreaksHalfWayLeavesTheEarlierFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "informe.xlsx")
	if _, err := exporter.Save(path, writeText("earlier")); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("the pen broke")
	sum, err := exporter.Save(path, func(w io.Writer) error {
		// More than any buffer holds, so that half of it reaches the disk.
		if _, err := w.Write(make([]byte, 1<<20)); err != nil {
			return err
		}
		return broken
	})
	if !errors.Is(err, broken) || sum != "" {
		t.Errorf("Save = %q, %v; want the writer's own error and no hash", sum, err)
	}
	wantFile(t, path, "earlier")
}

func TestAWriterThatPanicsLeavesNothing(t *testing.T) {
	folder := t.TempDir()
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		_, _ = exporter.Save(filepath.Join(folder, "informe.xlsx"), func(io.Writer) error { panic("lost") })
	}()
	if all := names(t, folder); len(all) != 0 {
		t.Errorf("the folder holds %q", all)
	}
}

func TestAMissingFolderIsTold(t *testing.T) {
	folder := t.TempDir()
	called := false
	_, err := exporter.Save(filepath.Join(folder, "no", "informe.xlsx"), func(io.Writer) error {
		called = true
		return nil
	})
	if !errors.Is(err, exporter.ErrNoFolder) || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("Save = %v, want ErrNoFolder with its cause", err)
	}
	if called {
		t.Error("the document was written although it had no place to go")
	}
	file := filepath.Join(folder, "file")
	if _, err := exporter.Save(file, writeText("x")); err != nil {
		t.Fatal(err)
	}
	if _, err := exporter.Save(filepath.Join(file, "informe.xlsx"), writeText("x")); !errors.Is(err, exporter.ErrNoFolder) {
		t.Errorf("Save below a file = %v, want ErrNoFolder", err)
	}
}

func TestAMissingFileOfTheWriterIsNotAMissingFolder(t *testing.T) {
	_, err := exporter.Save(filepath.Join(t.TempDir(), "informe.xlsx"), func(io.Writer) error { return os.ErrNotExist })
	if errors.Is(err, exporter.ErrNoFolder) || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("Save = %v, want the writer's own error", err)
	}
}

func TestAFolderIsNotWrittenOver(t *testing.T) {
	folder := t.TempDir()
	if _, err := exporter.Save(folder, writeText("x")); !errors.Is(err, exporter.ErrIsFolder) {
		t.Errorf("Save onto a folder = %v, want ErrIsFolder", err)
	}
	if all := names(t, filepath.Dir(folder)); len(all) != 1 {
		t.Errorf("left beside the folder: %q", all)
	}
}
