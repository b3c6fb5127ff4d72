package store

import "context"

// Version tells two states of the file apart: it differs after any write, by
// this Store or by anybody else.
type Version struct{ own, others int64 }

// Version is that of the file as it is now.
func (s *Store) Version(ctx context.Context) (v Version, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT total_changes(), data_version FROM pragma_data_version`).Scan(&v.own, &v.others)
	return v, fault("look for changes", err)
}
