package store

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// dsn names the file and sets what must hold on every connection. A pragma
// sent later would reach only the connection that happened to run it; the
// busy timeout comes first because the next one may already have to wait.
//
// The rollback journal, SQLite's default, leaves one file at rest: it can be
// copied, mailed and put on a stick. synchronous(FULL) is what makes a commit
// survive a power cut.
func dsn(path string, wait time.Duration) string {
	q := url.Values{
		"_pragma": {
			fmt.Sprintf("busy_timeout(%d)", wait.Milliseconds()),
			"foreign_keys(1)",
			"synchronous(FULL)",
		},
		"_txlock":      {"immediate"},
		"_time_format": {"sqlite"},
		"_dqs":         {"0"},
		"_defensive":   {"1"},
	}
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") { // C:/Users/… on Windows.
		path = "/" + path
	}
	u := url.URL{Scheme: "file", Path: path, RawQuery: q.Encode()}
	return u.String()
}

// prepare makes the folder and an empty file that only the user can read; left
// to itself, SQLite would make one that everybody can. The file is opened only
// when it is new: closing it would drop the locks of another Store of this
// process.
func prepare(path string) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return ErrNotRecords
	case err == nil:
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil // Another process was quicker.
	}
	if err != nil {
		return err
	}
	return f.Close()
}
