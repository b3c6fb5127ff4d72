// Package store keeps the records of one entity in one SQLite file. Facts go
// in and come out; what follows from them is computed by model/directive.
//
// Every write is one transaction and one action of the history, which says who
// recorded what and when, and what each record was before. Undo is the inverse
// of the last action. Several processes may use the same file.
package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"

	"github.com/adrg/xdg"
	_ "modernc.org/sqlite" // The driver.

	"faro/model"
	"faro/model/calendar"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Options are what a Store needs to know besides its file.
type Options struct {
	Clock func() time.Time // nil: the machine's clock
	Actor string           // who is acting, as the history shows it
	Wait  time.Duration    // how long to wait for another process; zero: five seconds
}

// Store is an open records file. It may be used from several goroutines.
type Store struct {
	db    *sql.DB
	path  string
	clock func() time.Time
	actor string

	counted remembered
}

// DefaultPath is where the records are kept unless the user says otherwise:
// faro/faro.db in the folder the system sets apart for data. The folder is
// made if need be.
func DefaultPath() (string, error) {
	path, err := xdg.DataFile("faro/faro.db")
	if err != nil {
		return "", fmt.Errorf("find the data folder: %w", err)
	}
	return path, nil
}

// Open opens the records file at path, makes it if there is none and brings
// its tables up to date. A file that is already so is not read beyond its
// first page.
func Open(ctx context.Context, path string, opts Options) (*Store, error) {
	scripts, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	return open(ctx, path, opts, scripts)
}

func open(ctx context.Context, path string, opts Options, scripts fs.FS) (_ *Store, err error) {
	doing := "open " + path
	path, err = filepath.Abs(path)
	if err != nil {
		return nil, fault(doing, err)
	}
	if err := prepare(path); err != nil {
		return nil, fault(doing, err)
	}
	if opts.Wait <= 0 {
		opts.Wait = 5 * time.Second
	}
	if opts.Clock == nil {
		opts.Clock = time.Now
	}
	db, err := sql.Open("sqlite", dsn(path, opts.Wait))
	if err != nil {
		return nil, fault(doing, err)
	}
	// One connection: SQLite has one writer anyway, and a second connection
	// would only add waiting for oneself to the list of things that can happen.
	db.SetMaxOpenConns(1)
	s := &Store{db: db, path: path, clock: opts.Clock, actor: model.Clean(opts.Actor)}
	if err := s.migrate(ctx, scripts); err != nil {
		return nil, errors.Join(fault(doing, err), db.Close())
	}
	return s, nil
}

// Close closes the file.
func (s *Store) Close() error { return fault("close "+s.path, s.db.Close()) }

// Path is the file's absolute path.
func (s *Store) Path() string { return s.path }

// DataVersion is a number that moves when another process or another Store
// has written to the file since the last call. One's own writes do not move
// it.
func (s *Store) DataVersion(ctx context.Context) (int64, error) {
	var n int64
	err := s.db.QueryRowContext(ctx, `PRAGMA data_version`).Scan(&n)
	return n, fault("look for changes", err)
}

// now is the instant to record, in UTC and whole seconds.
func (s *Store) now() time.Time { return seconds(s.clock()) }

// today is the Lima day to record.
func (s *Store) today() calendar.Day { return calendar.DayOf(s.clock()) }

// read runs fn on one picture of the file, which other processes cannot
// change meanwhile.
func (s *Store) read(ctx context.Context, doing string, fn func(querier) error) error {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return fault(doing, err)
	}
	defer func() { _ = tx.Rollback() }()
	return fault(doing, fn(tx))
}
