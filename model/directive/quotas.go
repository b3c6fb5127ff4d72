package directive

import (
	"cmp"
	"slices"
	"time"

	"faro/model"
	"faro/model/calendar"
)

// quotaDuties are the quotas of today or of this week and, where they were
// missed, those of yesterday.
func (x *index) quotaDuties(duties []Duty, now time.Time) []Duty {
	yesterday := x.today.AddDays(-1)
	judged := !x.f.Since.IsZero() && !yesterday.Before(x.f.Since)
	list := x.answering()
	for i := range list {
		own := &list[i]
		quota, _ := quotaFor(own.account.Network, x.c)
		if own.account.OpenOn(x.today) {
			p := verdictIn(&own.account, quota.Period, x.today, own.posts, x.f.Justified, now, x.c)
			duties = append(duties, quotaDuty(&p))
			if own.account.Network == model.Facebook {
				duties = append(duties, marginDuty(&p, x.today))
			}
		}
		if judged && quota.Period == Daily && own.account.OpenOn(yesterday) {
			p := verdictIn(&own.account, quota.Period, yesterday, own.posts, x.f.Justified, now, x.c)
			duties = missed(duties, &p, x.today)
		}
	}
	return duties
}

// quotaDuty is the progress of the present period as a duty.
func quotaDuty(p *Progress) Duty {
	return Duty{
		Rule: p.Quota.Rule, Article: p.Quota.Article, Subject: p.Account.Label(),
		Status: p.Status, Due: p.To, Why: p.Why, AccountID: p.Account.ID, Screen: ScreenToday,
		settled: p.Status == Breach, // What can still be reached is not yet a breach.
	}
}

// missed is what yesterday left: nobody mends it, and nobody should overlook it.
func missed(duties []Duty, p *Progress, today calendar.Day) []Duty {
	if p.Status == Breach {
		d := quotaDuty(p)
		d.Why = "ayer " + d.Why
		duties = append(duties, d)
	}
	if p.Account.Network == model.Facebook {
		if d := marginDuty(p, today); d.Status == Breach {
			d.Why = "ayer " + d.Why
			duties = append(duties, d)
		}
	}
	return duties
}

// answerable is who answers for a quota, with the posts that count for it.
type answerable struct {
	account model.Account
	posts   []model.Post
}

// answering lists who answers for quotas: each account or, by the other reading
// of A-45, the accounts of a network together.
func (x *index) answering() []answerable {
	posts := postsByAccount(x.f.Posts)
	list := make([]answerable, 0, len(x.f.Accounts))
	for i := range x.f.Accounts {
		a := &x.f.Accounts[i]
		if _, ok := quotaFor(a.Network, x.c); ok && !a.Archived {
			list = append(list, answerable{*a, posts[a.ID]})
		}
	}
	if x.c.Scope == EachNetwork {
		return pooled(list, x.today)
	}
	return list
}

// postsByAccount groups posts. The store hands them over account by account;
// then the groups are parts of the list and nothing is copied.
func postsByAccount(posts []model.Post) map[model.ID][]model.Post {
	groups := make(map[model.ID][]model.Post)
	if !grouped(posts) {
		posts = slices.Clone(posts)
		slices.SortStableFunc(posts, func(a, b model.Post) int { return cmp.Compare(a.AccountID, b.AccountID) })
	}
	for from := 0; from < len(posts); {
		to := from + 1
		for to < len(posts) && posts[to].AccountID == posts[from].AccountID {
			to++
		}
		groups[posts[from].AccountID] = posts[from:to:to]
		from = to
	}
	return groups
}

func grouped(posts []model.Post) bool {
	for i := 1; i < len(posts); i++ {
		if posts[i].AccountID < posts[i-1].AccountID {
			return false
		}
	}
	return true
}

// pooled joins the open accounts of each network into one that answers for all.
func pooled(list []answerable, today calendar.Day) []answerable {
	var pools []answerable
	for _, n := range model.Networks() {
		var pool answerable
		accounts := 0
		for _, own := range list {
			if own.account.Network != n || !own.account.OpenOn(today) {
				continue
			}
			accounts++
			switch {
			case accounts == 1:
				pool.account = own.account
			case own.account.Opened.Before(pool.account.Opened):
				pool.account.Opened = own.account.Opened
			}
			for _, p := range own.posts {
				p.AccountID = pool.account.ID
				pool.posts = append(pool.posts, p)
			}
		}
		if accounts > 1 {
			pool.account.Handle, pool.account.Name = "", "("+count(accounts, "cuenta", "cuentas")+")"
			pool.account.Closed = calendar.Day{}
		}
		if accounts > 0 {
			pools = append(pools, pool)
		}
	}
	return pools
}
