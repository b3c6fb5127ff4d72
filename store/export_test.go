package store

import (
	"context"
	"database/sql"
	"io/fs"
)

// What the tests need to see from inside.

// DB is the file itself.
func (s *Store) DB() *sql.DB { return s.db }

// OpenWith is Open with other migrations.
func OpenWith(ctx context.Context, path string, opts Options, scripts fs.FS) (*Store, error) {
	return open(ctx, path, opts, scripts)
}

// Migrations are the real ones.
func Migrations() (fs.FS, error) { return fs.Sub(migrations, "migrations") }

// The statements whose plans are looked at.
const (
	SelectPosts       = selectPosts
	WeekPosts         = weekPosts
	PublishedIn       = publishedIn
	PublishedBy       = publishedBy
	PublishedOrder    = publishedOrder
	PostsByMonth      = postsByMonth
	FiguredPosts      = figuredPosts
	EarliestPost      = earliestPost
	JudgedPost        = judgedPost
	CrowdsWithFigures = crowdsWithFigures
	CrowdsInAll       = crowdsInAll
	CrowdsPending     = crowdsPending
	RankedPosts       = rankedPosts
	ApplicationID     = applicationID
)

// FieldNames are the fields of the document by the labels of the rules.
var FieldNames = fieldNames

// DocumentType is what the document is read into.
func DocumentType() any { return document{} }
