package store_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"faro/store"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestTheSchemaIsAsReviewed compares a new file's tables with a picture of
// them, so that a migration which changes more than meant is seen.
func TestTheSchemaIsAsReviewed(t *testing.T) {
	o := open(t)
	rows, err := o.DB().QueryContext(t.Context(), `
		SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name`)
	check(t, err)
	defer func() { _ = rows.Close() }()
	var b strings.Builder
	for rows.Next() {
		var sql string
		check(t, rows.Scan(&sql))
		b.WriteString(sql + ";\n\n")
	}
	check(t, rows.Err())
	golden := filepath.Join("testdata", "schema.sql")
	if *update {
		check(t, os.MkdirAll("testdata", 0o755))
		check(t, os.WriteFile(golden, []byte(b.String()), 0o600))
	}
	want, err := os.ReadFile(golden)
	check(t, err)
	if b.String() != string(want) {
		t.Errorf("the tables changed; look at the difference and run with -update:\n%s", b.String())
	}
}

func (o *office) strings(query string, args ...any) (all []string) {
	o.t.Helper()
	rows, err := o.DB().QueryContext(o.t.Context(), query, args...)
	check(o.t, err)
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var s string
		check(o.t, rows.Scan(&s))
		all = append(all, s)
	}
	check(o.t, rows.Err())
	return all
}

func TestEveryTableIsStrictAndHasAnIDThatIsNeverUsedAgain(t *testing.T) {
	o := open(t)
	for _, sql := range o.strings(`SELECT sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`) {
		if !strings.HasSuffix(sql, ") STRICT") {
			t.Errorf("not strict: %.40s", sql)
		}
		if !strings.Contains(sql, "AUTOINCREMENT") && !regexp.MustCompile(`TABLE (entity|actions|history) `).MatchString(sql) {
			t.Errorf("ids may be used again: %.40s", sql)
		}
	}
}

// There is nowhere to write a password (6.1.2.6, A-24).
func TestNoColumnCouldHoldAPassword(t *testing.T) {
	o := open(t)
	for _, table := range o.tables() {
		for _, column := range o.strings(`SELECT name FROM pragma_table_info(?)`, table) {
			if regexp.MustCompile(`(?i)pass|secret|clave|contras|token|pin$`).MatchString(column) {
				t.Errorf("%s.%s", table, column)
			}
		}
	}
}

func TestEveryReferenceHasAnIndex(t *testing.T) {
	o := open(t)
	for _, table := range o.tables() {
		for _, column := range o.strings(`SELECT "from" FROM pragma_foreign_key_list(?)`, table) {
			indexed := o.strings(`
				SELECT x.name FROM pragma_index_list(?1) x JOIN pragma_index_info(x.name) i ON i.seqno = 0 WHERE i.name = ?2`, table, column)
			if len(indexed) == 0 && table+"."+column != "reviews.reviewer_id" && table+"."+column != "reviews.corrects_id" {
				t.Errorf("%s.%s points at another table and has no index", table, column)
			}
		}
	}
}

func (o *office) plan(query string, args ...any) string {
	o.t.Helper()
	rows, err := o.DB().QueryContext(o.t.Context(), "EXPLAIN QUERY PLAN "+query, args...)
	check(o.t, err)
	defer func() { _ = rows.Close() }()
	var lines []string
	for rows.Next() {
		var id, parent, unused int
		var detail string
		check(o.t, rows.Scan(&id, &parent, &unused, &detail))
		lines = append(lines, detail)
	}
	check(o.t, rows.Err())
	return strings.Join(lines, "\n")
}

// What a screen asks costs by what it shows: none of its questions walks
// through the posts.
func TestNoQuestionOfAScreenWalksThroughThePosts(t *testing.T) {
	o := open(t)
	for name, c := range map[string]struct {
		query, uses string
		args        []any
	}{
		"a week of some accounts": {
			store.SelectPosts + ` WHERE day BETWEEN ? AND ? AND account_id IN (?, ?) ORDER BY account_id, day, at, id`,
			"SEARCH posts USING INDEX posts_account_day (account_id=? AND day>? AND day<?)",
			[]any{"2026-11-16", "2026-11-23", 1, 2},
		},
		"three days of all accounts": {
			store.SelectPosts + ` WHERE day BETWEEN ? AND ? ORDER BY account_id, day, at, id`,
			"SEARCH posts USING INDEX posts_day_account (day>? AND day<?)",
			[]any{"2026-11-21", "2026-11-23"},
		},
		"a week of the weekly networks": {
			store.WeekPosts, "SEARCH posts USING COVERING INDEX posts_account_day (account_id=? AND day>? AND day<?)", []any{"2026-11-17", "2026-11-20"},
		},
		"what some accounts published": {
			store.PublishedBy + `(?, ?)` + store.PublishedOrder,
			"SEARCH posts USING COVERING INDEX posts_account_day (account_id=? AND day>? AND day<?)",
			[]any{"2026-11-16", "2026-11-23", 1, 2},
		},
		"what all accounts published": {
			store.PublishedIn + store.PublishedOrder, "SEARCH posts USING COVERING INDEX posts_day_account (day>? AND day<?)", []any{"2026-11-21", "2026-11-23"},
		},
		"posts by month":      {store.PostsByMonth, "SEARCH posts USING COVERING INDEX posts_day_account (day>? AND day<?)", []any{"2026-07-01", "2026-09-30"}},
		"posts with a figure": {store.FiguredPosts, "SEARCH posts USING INDEX posts_known (account_id=? AND day>? AND day<?)", []any{1, "2026-07-01", "2026-09-30"}},
		"a post by its link": {
			store.SelectPosts + ` WHERE account_id = ? AND link = ?`, "SEARCH posts USING INDEX posts_link (account_id=? AND link=?)", []any{1, "x"},
		},
		"a post by its id": {
			store.SelectPosts + ` WHERE account_id = ? AND platform_id = ?`,
			"SEARCH posts USING INDEX posts_platform_id (account_id=? AND platform_id=?)",
			[]any{1, "x"},
		},
		"the first post":         {store.EarliestPost, "SEARCH posts USING COVERING INDEX posts_day_account", nil},
		"a quarter's figures":    {store.CrowdsWithFigures, "SEARCH p USING COVERING INDEX posts_known (account_id=? AND day>? AND day<?)", []any{"a", "b"}},
		"a quarter's open links": {store.CrowdsPending, "SEARCH p USING INDEX posts_known_pending (account_id=? AND day>? AND day<?)", []any{"a", "b"}},
		"a quarter's posts":      {store.CrowdsInAll, "SEARCH p USING COVERING INDEX posts_account_day (account_id=? AND day>? AND day<?)", []any{"a", "b", "c"}},
		"a quarter's order":      {store.RankedPosts, "SEARCH p USING INDEX posts_known (account_id=? AND day>? AND day<?)", []any{"[1]", "a", "b"}},
	} {
		plan := o.plan(c.query, c.args...)
		if strings.Contains(plan, "SCAN posts") || strings.Contains(plan, "SCAN p\n") || !strings.Contains(plan, c.uses) {
			t.Errorf("%s:\n%s\nwant %s", name, plan, c.uses)
		}
	}
	// This one reads the days in order and stops at the first post that counts.
	if plan := o.plan(store.JudgedPost); plan != "SCAN posts USING INDEX posts_day_account" {
		t.Errorf("the first post that counts: %s", plan)
	}
}
