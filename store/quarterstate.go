package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"

	"faro/model"
	"faro/model/annex"
	"faro/model/calendar"
	"faro/model/directive"
)

// quarterState tells how far a quarter's tables are filled, exactly as annex
// counts it, but by counting the posts that have figures in an index instead of
// reading a quarter of them. A quarter whose report was sent is not counted.
func quarterState(ctx context.Context, q querier, f directive.Facts, quarter calendar.Quarter, today calendar.Day) (directive.QuarterState, error) {
	state := directive.QuarterState{Quarter: quarter}
	sent := func(r model.Report) bool { return r.Quarter == quarter && r.State != model.Draft }
	if slices.ContainsFunc(f.Reports, sent) {
		return state, nil
	}
	adopted, err := criteria(ctx, q, today)
	if err != nil {
		return state, err
	}
	if adopted.Annex3.Group == directive.ByNetwork {
		return pooledState(ctx, q, quarter, today)
	}
	crowds, err := crowdsOf(ctx, q, quarter)
	if err != nil {
		return state, err
	}
	var unclear []tally
	for _, a := range openIn(f.Accounts, quarter) {
		if !a.Network.InAnnex3() {
			continue
		}
		for _, month := range quarter.Months() {
			t := tallyOf(a, month, crowds[table{a.ID, month}], adopted)
			if t.unclear {
				unclear = append(unclear, t)
			}
			state.Rows += t.rows
			state.Expected += t.expected
			state.MissingValues += t.missing
		}
	}
	missing, err := missingIn(ctx, q, quarter, unclear, adopted)
	state.MissingValues += missing
	return state, err
}

// pooledState builds the report, which alone knows the ten best of several
// accounts.
func pooledState(ctx context.Context, q querier, quarter calendar.Quarter, today calendar.Day) (directive.QuarterState, error) {
	in, err := quarterly(ctx, q, quarter, today)
	if err != nil {
		return directive.QuarterState{Quarter: quarter}, err
	}
	return annex.Build(in).State(), nil
}

// crowd is how many posts of an account and month have the same figures.
type crowd struct {
	account model.ID
	month   calendar.Month
	known   int  // bits of metricBits
	pending bool // without a link
	n       int
}

// tally is what one table of Annex 3 adds to the state of the quarter.
type tally struct {
	account                 model.Account
	month                   calendar.Month
	rows, expected, missing int
	unclear                 bool // which ten posts are the best decides what is missing
}

// tallyOf counts a table's posts as annex.Build would.
func tallyOf(a model.Account, month calendar.Month, own []crowd, c directive.Criteria) (t tally) {
	ranking := metricBits[directive.RankingMetric(a.Network, c)]
	t.account, t.month = a, month
	total, ranked := 0, 0
	kinds := map[int]bool{} // by the cells that are missing
	for _, k := range own {
		total += k.n
		if k.known&ranking == 0 || k.n == 0 {
			continue
		}
		ranked += k.n
		missing := k.missing(a.Network)
		kinds[missing] = true
		t.missing += missing * k.n
	}
	t.rows, t.expected = min(ranked, annex.Rows), min(total, annex.Rows)
	if total == 0 && a.Opened.Compare(month.Last()) <= 0 && (a.Closed.IsZero() || !a.Closed.Before(month.First())) {
		t.expected = annex.Rows
	}
	switch {
	case ranked <= annex.Rows:
	case len(kinds) > 1:
		t.missing, t.unclear = 0, true
	default:
		t.missing = t.missing / ranked * annex.Rows
	}
	return t
}

// missing is how many cells of a row would be unknown.
func (k crowd) missing(n model.Network) int {
	missing := 0
	if k.pending {
		missing++
	}
	for _, m := range directive.Metrics(n) {
		if k.known&metricBits[m] == 0 {
			missing++
		}
	}
	return missing
}

// missingIn counts the unknown cells of the tables that counting left unclear,
// by ranking their posts.
func missingIn(ctx context.Context, q querier, quarter calendar.Quarter, unclear []tally, c directive.Criteria) (int, error) {
	if len(unclear) == 0 {
		return 0, nil
	}
	tables, err := rankable(ctx, q, quarter, unclear)
	if err != nil {
		return 0, err
	}
	missing := 0
	for _, t := range unclear {
		for _, r := range directive.Rank(t.account.Network, tables[table{t.account.ID, t.month}], c).Top {
			missing += len(r.Missing)
			if r.Post.Link == "" {
				missing++
			}
		}
	}
	return missing, nil
}

// rankable reads of the posts with figures what their order depends on.
func rankable(ctx context.Context, q querier, quarter calendar.Quarter, unclear []tally) (map[table][]model.Measured, error) {
	ids := []model.ID{}
	for _, t := range unclear {
		if len(ids) == 0 || ids[len(ids)-1] != t.account.ID {
			ids = append(ids, t.account.ID)
		}
	}
	accounts, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	tables := map[table][]model.Measured{}
	var post model.Post
	var f figure
	err = each(ctx, q, func(rows *sql.Rows) (table, error) {
		err := rows.Scan(&post.AccountID, &post.ID, parsed(&post.Day), instant(&post.At), optional(&post.Link), &f.metric, &f.value)
		return table{post.AccountID, post.Day.InMonth()}, err
	}, func(t table) error {
		own := tables[t]
		if len(own) == 0 || own[len(own)-1].Post.ID != post.ID {
			own = append(own, model.Measured{Post: post, Values: model.Values{}})
			tables[t] = own
		}
		f.putInto(own[len(own)-1].Values)
		return nil
	}, rankedPosts, string(accounts), quarter.First().String(), quarter.Last().String())
	return tables, err
}

// rankedPosts answers the figures of each post together, in the order they
// were taken.
const rankedPosts = `
	SELECT p.account_id, p.id, p.day, p.at, p.link, m.metric, m.value
	FROM json_each(?) a CROSS JOIN posts p INDEXED BY posts_known ON p.account_id = a.value
	CROSS JOIN metrics m ON m.post_id = p.id
	WHERE p.known <> 0 AND p.day BETWEEN ? AND ?
	ORDER BY p.id, m.metric, m.taken_at, m.id`

// The posts of a quarter by account, month and what is known of them, from
// indexes that hold nothing else: all with figures, those of them without a
// link, and of all together no more than a table has rows.
const (
	crowdsWithFigures = `
		SELECT p.account_id, substr(p.day, 1, 7), p.known, 0, count(*)
		FROM accounts a CROSS JOIN posts p INDEXED BY posts_known ON p.account_id = a.id
		WHERE a.network <> 'otra' AND p.known <> 0 AND p.day BETWEEN ? AND ? GROUP BY 1, 2, 3`
	crowdsPending = `
		SELECT p.account_id, substr(p.day, 1, 7), p.known, 1, count(*)
		FROM accounts a CROSS JOIN posts p INDEXED BY posts_known_pending ON p.account_id = a.id
		WHERE a.network <> 'otra' AND p.known <> 0 AND p.link IS NULL AND p.day BETWEEN ? AND ? GROUP BY 1, 2, 3`
	crowdsInAll = `
		SELECT a.id, m.column1, 0, 0, (
			SELECT count(*) FROM (
				SELECT 1 FROM posts p WHERE p.account_id = a.id
				AND p.day BETWEEN m.column1 || '-01' AND m.column1 || '-31' LIMIT 10))
		FROM accounts a CROSS JOIN (VALUES (?), (?), (?)) m
		WHERE a.network <> 'otra'`
)

// table is one table of Annex 3.
type table struct {
	account model.ID
	month   calendar.Month
}

func crowdsOf(ctx context.Context, q querier, quarter calendar.Quarter) (map[table][]crowd, error) {
	crowds := map[table][]crowd{}
	first, last := quarter.First().String(), quarter.Last().String()
	err := each(ctx, q, scanCrowd, func(k crowd) error {
		crowds[k.table()] = append(crowds[k.table()], k)
		return nil
	}, crowdsWithFigures, first, last)
	if err != nil {
		return nil, err
	}
	err = each(ctx, q, scanCrowd, func(k crowd) error { // Part of the crowd with the same figures.
		own := crowds[k.table()]
		for i := range own {
			if own[i].known == k.known {
				own[i].n -= k.n
			}
		}
		crowds[k.table()] = append(own, k)
		return nil
	}, crowdsPending, first, last)
	if err != nil {
		return nil, err
	}
	months := quarter.Months()
	err = each(ctx, q, scanCrowd, func(k crowd) error { // What is left has no figures.
		for _, measured := range crowds[k.table()] {
			k.n -= measured.n
		}
		if k.n > 0 {
			crowds[k.table()] = append(crowds[k.table()], k)
		}
		return nil
	}, crowdsInAll, months[0].String(), months[1].String(), months[2].String())
	return crowds, err
}

func (k crowd) table() table { return table{k.account, k.month} }

func scanCrowd(rows *sql.Rows) (k crowd, err error) {
	return k, rows.Scan(&k.account, parsed(&k.month), &k.known, &k.pending, &k.n)
}
