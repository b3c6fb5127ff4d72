package sample

import (
	"cmp"
	"slices"
	"time"

	"faro/model"
	"faro/model/calendar"
)

// justified is the Sunday without a connection, excused by the head.
func (m ministry) justified() []model.JustifiedDay {
	return []model.JustifiedDay{{
		ID: 1, AccountID: m.words.Accounts[0].ID, Day: m.justifiedDay(m.now),
		Reason: m.words.Justified, AuthorID: m.person("luis"),
	}}
}

// figures are the followers of every month that is over.
func (m ministry) figures() (all []model.Figures) {
	for _, a := range m.words.Accounts {
		for month := m.first.InMonth(); month.Before(m.today.InMonth()); month = month.Next() {
			f := followers(a, month, roll(int(a.ID), month.Year, int(month.Month)))
			f.ID = model.ID(len(all) + 1)
			all = append(all, f)
		}
	}
	return all
}

// cut tells how many of an account's posts of a month have figures, and when
// they were read. The office writes down the best ones of last quarter's
// months, but of TikTok's last month only the first two, and of the months
// since then only those of Facebook and X.
func (m ministry) cut(a account, month calendar.Month) (best int, taken time.Time) {
	quarter := m.first.InQuarter()
	taken = month.Next().First().AddDays(4).At(11, 20+int(a.ID), 0)
	switch {
	case taken.After(m.now):
		return 0, taken
	case month.Quarter() != quarter && a.Network != model.Facebook && a.Network != model.X:
		return 0, taken
	case a.Network == model.TikTok && month == quarter.Months()[2]:
		return rowsOfTikTok, taken
	}
	return 14, taken
}

// rowsOfTikTok is how many videos of TikTok's last month have figures: with
// two of ten, 142 of the 150 rows of Annex 3 are filled.
const rowsOfTikTok = 2

// measured is a post with its figures.
type measured struct {
	post    model.Post
	figures model.Values
	rank    int64
}

// snapshots are the figures of the best of an account's posts of each month,
// one for each metric.
func (m ministry) snapshots(a account, posts []model.Post) (all []model.Snapshot) {
	for len(posts) > 0 {
		month := posts[0].Day.InMonth()
		n := slices.IndexFunc(posts, func(p model.Post) bool { return p.Day.InMonth() != month })
		if n < 0 {
			n = len(posts)
		}
		best, taken := m.cut(a, month)
		for _, one := range bestOf(a, posts[:n], best) {
			for _, metric := range metricsInOrder {
				if v, ok := one.figures[metric]; ok {
					all = append(all, model.Snapshot{PostID: one.post.ID, Metric: metric, Value: v, Source: "mano", TakenAt: taken})
				}
			}
		}
		posts = posts[n:]
	}
	return all
}

// bestOf are the posts that did best, in the order they were published.
func bestOf(a account, posts []model.Post, n int) (all []measured) {
	for _, p := range posts {
		figures := values(a, roll(int(p.ID), int(p.At.Unix())))
		all = append(all, measured{p, figures, max(figures[model.Reach], figures[model.Impressions], figures[model.Views])})
	}
	slices.SortStableFunc(all, func(x, y measured) int { return cmp.Compare(y.rank, x.rank) })
	all = all[:min(n, len(all))]
	slices.SortStableFunc(all, func(x, y measured) int { return cmp.Compare(x.post.ID, y.post.ID) })
	return all
}

var metricsInOrder = []model.Metric{model.Reach, model.Impressions, model.Views, model.Interactions, model.AverageWatch}
