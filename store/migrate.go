package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"faro/model/calendar"
)

// applicationID marks a SQLite file as faro's: "FARO" in ASCII.
const applicationID = 0x4641524F

// header is what the first page of a SQLite file says about its owner.
type header struct{ application, version int }

// migrate brings the tables up to date: one numbered script for each version,
// counted by PRAGMA user_version, only ever added to. A file that is up to
// date costs two looks at its first page.
func (s *Store) migrate(ctx context.Context, scripts fs.FS) error {
	names, err := fs.Glob(scripts, "*.sql")
	if err != nil {
		return err
	}
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()

	h, err := readHeader(ctx, conn)
	if err != nil || h == (header{applicationID, len(names)}) {
		return err
	}
	if err := s.checkUpdate(ctx, conn, h, len(names)); err != nil {
		return err
	}
	for v := h.version; v < len(names); v++ {
		script, err := fs.ReadFile(scripts, names[v])
		if err != nil {
			return err
		}
		if err := apply(ctx, conn, string(script), v+1); err != nil {
			return fmt.Errorf("apply %s: %w", names[v], err)
		}
	}
	return nil
}

// checkUpdate refuses what is not to be brought up to date, and leaves a copy
// of what is.
func (s *Store) checkUpdate(ctx context.Context, conn *sql.Conn, h header, latest int) error {
	switch {
	case h.application != applicationID:
		return checkUnused(ctx, conn, h)
	case h.version > latest:
		return fmt.Errorf("%w: version %d, known up to %d", ErrNewer, h.version, latest)
	case h.version > 0:
		if err := s.copyAside(ctx, conn, h.version+1); err != nil {
			return fmt.Errorf("copy the file before updating it: %w", err)
		}
	}
	return nil
}

type rowQuerier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func readHeader(ctx context.Context, q rowQuerier) (h header, err error) {
	if err := q.QueryRowContext(ctx, `PRAGMA application_id`).Scan(&h.application); err != nil {
		return h, err
	}
	return h, q.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&h.version)
}

// checkUnused lets nothing but an empty file become a records file.
func checkUnused(ctx context.Context, q rowQuerier, h header) error {
	if h != (header{}) {
		return ErrNotRecords
	}
	var things int
	if err := q.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_schema`).Scan(&things); err != nil {
		return err
	}
	if things > 0 {
		return ErrNotRecords
	}
	return nil
}

// apply runs one script in a transaction. Foreign keys rest meanwhile, so that
// a script may rebuild a table others point at, and are checked before
// anything is kept; SQLite ignores the switch inside a transaction, hence its
// place outside. Another process may have applied the script while this one
// waited for the lock, so the version is read again under it.
func apply(ctx context.Context, conn *sql.Conn, script string, version int) (err error) {
	if _, err := conn.ExecContext(ctx, `PRAGMA foreign_keys = OFF`); err != nil {
		return err
	}
	defer func() {
		_, on := conn.ExecContext(ctx, `PRAGMA foreign_keys = ON`)
		err = errors.Join(err, on)
	}()
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	h, err := readHeader(ctx, tx)
	if err != nil || h.version >= version {
		return err
	}
	if _, err := tx.ExecContext(ctx, script); err != nil {
		return err
	}
	var broken int
	if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM pragma_foreign_key_check`).Scan(&broken); err != nil {
		return err
	}
	if broken > 0 {
		return fmt.Errorf("%d rows would point at nothing", broken)
	}
	mark := fmt.Sprintf(`PRAGMA application_id = %d; PRAGMA user_version = %d`, applicationID, version)
	if _, err := tx.ExecContext(ctx, mark); err != nil {
		return err
	}
	return tx.Commit()
}

// copyAside leaves a copy of the file as it was beside it, for the user's eyes
// only: faro.db.antes-de-v2-20261123-140500.
func (s *Store) copyAside(ctx context.Context, conn *sql.Conn, version int) error {
	stamp := s.now().In(calendar.Lima()).Format("20060102-150405")
	name := fmt.Sprintf("%s.antes-de-v%d-%s", s.path, version, stamp)
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if _, err := conn.ExecContext(ctx, `VACUUM INTO ?`, name); err != nil {
		return errors.Join(err, os.Remove(name))
	}
	return nil
}

// seconds is t in UTC and whole seconds; the zero time stays zero.
func seconds(t time.Time) time.Time {
	if t.IsZero() {
		return time.Time{}
	}
	return t.UTC().Truncate(time.Second)
}
