package exporter

import (
	"bufio"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// Why a file could not be saved, told apart because the person must do
// something else in each case. The cause stays reachable with errors.Is.
var (
	ErrNoFolder   = errors.New("the folder does not exist")
	ErrIsFolder   = errors.New("a folder has that name")
	ErrPermission = errors.New("no permission to write there")
	ErrInUse      = errors.New("another program holds the file open") // a spreadsheet on Windows
	ErrFull       = errors.New("no space left")
)

// Save writes a file whole or not at all and returns the SHA-256 of its bytes
// in hex. What write makes goes to a new file in the same folder, which takes
// the place of path once it is complete and on disk: a reader never finds half
// a document, and after any failure an earlier file stands as it was.
func Save(path string, write func(io.Writer) error) (sum string, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("save %s: %w", path, told(err))
		}
	}()
	f, err := create(path)
	if err != nil {
		return "", err
	}
	saved := false
	defer func() {
		if !saved { // Also when write panics.
			_ = f.Close()
			_ = os.Remove(f.Name())
		}
	}()
	if sum, err = fill(f, write); err != nil {
		return "", err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return "", err
	}
	saved = true
	return sum, nil
}

// fill writes the whole document to f, brings it to disk and closes it. The
// hash is taken on the way, so that it is that of the bytes handed over.
func fill(f *os.File, write func(io.Writer) error) (string, error) {
	hash := sha256.New()
	buffer := bufio.NewWriterSize(io.MultiWriter(f, hash), 64<<10)
	if err := write(buffer); err != nil {
		return "", err
	}
	if err := buffer.Flush(); err != nil {
		return "", err
	}
	if err := f.Sync(); err != nil {
		return "", err
	}
	if err := f.Close(); err != nil {
		return "", err
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}

// create opens a new file beside path under a name nobody else has. Its mode
// is that of any new file of the user, which os.CreateTemp would narrow to
// the user alone: a report may lie in a folder the office shares.
func create(path string) (*os.File, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, ErrIsFolder
	}
	name := filepath.Join(filepath.Dir(path), ".faro-"+rand.Text()+".tmp")
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return nil, &reason{ErrNoFolder, err}
	}
	return f, err
}

// told names the reason of a failure, where it is one the person can mend.
func told(err error) error {
	switch {
	case isFull(err):
		return &reason{ErrFull, err}
	case isInUse(err):
		return &reason{ErrInUse, err}
	case errors.Is(err, fs.ErrPermission), isReadOnly(err):
		return &reason{ErrPermission, err}
	}
	return err
}

// reason is one of the reasons above with the system's own error below it.
type reason struct{ kind, cause error }

func (r *reason) Error() string   { return r.kind.Error() + ": " + r.cause.Error() }
func (r *reason) Unwrap() []error { return []error{r.kind, r.cause} }
