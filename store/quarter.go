package store

import (
	"context"
	"database/sql"
	"slices"

	"faro/model"
	"faro/model/annex"
	"faro/model/calendar"
)

// Quarterly gathers what annex.Build needs to make a quarter's report today:
// the accounts that were open on any day of it, archived since or not, and
// their posts with the latest figures.
func (s *Store) Quarterly(ctx context.Context, quarter calendar.Quarter) (in annex.Input, err error) {
	today := s.today()
	err = s.read(ctx, "gather the quarter", func(q querier) error {
		in, err = quarterly(ctx, q, quarter, today)
		return err
	})
	return in, err
}

func quarterly(ctx context.Context, q querier, quarter calendar.Quarter, today calendar.Day) (in annex.Input, err error) {
	in = annex.Input{
		Quarter: quarter, Made: today,
		Posts:   map[model.ID]map[calendar.Month][]model.Measured{},
		Figures: map[model.ID]map[calendar.Month]model.Figures{},
	}
	if in.Entity, _, err = knownEntity(ctx, q); err != nil {
		return in, err
	}
	if in.Version, err = nextVersion(ctx, q, quarter); err != nil {
		return in, err
	}
	if in.Holidays, err = holidays(ctx, q); err != nil {
		return in, err
	}
	if in.Criteria, err = criteria(ctx, q, today); err != nil {
		return in, err
	}
	all, err := accounts(ctx, q)
	if err != nil {
		return in, err
	}
	in.Accounts = openIn(all, quarter)
	if err := gatherFollowers(ctx, q, quarter, in.Figures); err != nil {
		return in, err
	}
	return in, gatherPosts(ctx, q, quarter, &in)
}

func gatherFollowers(ctx context.Context, q querier, quarter calendar.Quarter, into map[model.ID]map[calendar.Month]model.Figures) error {
	months := quarter.Months()
	followers, err := figures(ctx, q, 0, months[0], months[2])
	for _, f := range followers {
		if into[f.AccountID] == nil {
			into[f.AccountID] = map[calendar.Month]model.Figures{}
		}
		into[f.AccountID][f.Month] = f
	}
	return err
}

// gatherPosts lists the posts that have a figure and counts the others: a
// ranking has no use for those, and there may be a great many.
func gatherPosts(ctx context.Context, q querier, quarter calendar.Quarter, in *annex.Input) (err error) {
	if in.Others, err = publishedByMonth(ctx, q, quarter); err != nil {
		return err
	}
	figured, err := list(ctx, q, scanID, figuredAccounts, quarter.First().String(), quarter.Last().String())
	if err != nil {
		return err
	}
	for _, a := range in.Accounts {
		if !slices.Contains(figured, a.ID) {
			continue
		}
		posts, err := figuredBetween(ctx, q, a.ID, quarter.First(), quarter.Last())
		if err != nil {
			return err
		}
		in.Posts[a.ID] = byMonth(posts)
		for month, measured := range in.Posts[a.ID] {
			in.Others[a.ID][month] -= len(measured)
		}
	}
	return nil
}

// publishedByMonth counts the posts of every account in the months of a
// quarter.
func publishedByMonth(ctx context.Context, q querier, quarter calendar.Quarter) (map[model.ID]map[calendar.Month]int, error) {
	type count struct {
		account model.ID
		month   calendar.Month
		n       int
	}
	counts := map[model.ID]map[calendar.Month]int{}
	err := each(ctx, q, func(rows *sql.Rows) (c count, err error) {
		return c, rows.Scan(&c.account, parsed(&c.month), &c.n)
	}, func(c count) error {
		if counts[c.account] == nil {
			counts[c.account] = map[calendar.Month]int{}
		}
		counts[c.account][c.month] = c.n
		return nil
	}, postsByMonth, quarter.First().String(), quarter.Last().String())
	return counts, err
}

// figuredAccounts are the accounts with a figure in a quarter.
const figuredAccounts = `
	SELECT a.id FROM accounts a WHERE EXISTS (
		SELECT 1 FROM posts p WHERE p.account_id = a.id AND p.day BETWEEN ? AND ? AND p.known <> 0)`

const postsByMonth = `
	SELECT account_id, substr(day, 1, 7), count(*) FROM posts INDEXED BY posts_day_account
	WHERE day BETWEEN ? AND ? GROUP BY 1, 2`

// openIn picks the accounts open on any day of a quarter. Archiving is about
// today and takes nothing from the past.
func openIn(all []model.Account, quarter calendar.Quarter) []model.Account {
	return slices.DeleteFunc(slices.Clone(all), func(a model.Account) bool {
		return a.Opened.After(quarter.Last()) || !a.Closed.IsZero() && a.Closed.Before(quarter.First())
	})
}

func byMonth(posts []model.Measured) map[calendar.Month][]model.Measured {
	months := map[calendar.Month][]model.Measured{}
	for _, m := range posts {
		month := m.Post.Day.InMonth()
		months[month] = append(months[month], m)
	}
	return months
}
