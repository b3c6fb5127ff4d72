package annex

import (
	"strings"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
)

// set is whose publications share three tables: one account, or all those of a
// network.
type set struct {
	account model.Account
	members []model.Account
}

func setsOf(accounts []model.Account, group directive.Grouping) []set {
	if group == directive.ByNetwork && len(accounts) > 1 {
		return []set{{together(accounts), accounts}}
	}
	sets := make([]set, len(accounts))
	for i, a := range accounts {
		sets[i] = set{a, []model.Account{a}}
	}
	return sets
}

// together is an account that bears the names of several.
func together(accounts []model.Account) model.Account {
	names := make([]string, len(accounts))
	for i, a := range accounts {
		names[i] = a.At()
	}
	return model.Account{Network: accounts[0].Network, Name: strings.Join(names, ", ")}
}

// openIn reports whether an account of the set was open on a day of the month.
// The archive does not matter: it is about today, the report about the
// quarter.
func (s set) openIn(m calendar.Month) bool {
	for _, a := range s.members {
		if (a.Opened.IsZero() || !a.Opened.After(m.Last())) && (a.Closed.IsZero() || !a.Closed.Before(m.First())) {
			return true
		}
	}
	return false
}

func (s set) posts(in Input, m calendar.Month) []model.Measured {
	if len(s.members) == 1 {
		return in.Posts[s.account.ID][m]
	}
	var all []model.Measured
	for _, a := range s.members {
		all = append(all, in.Posts[a.ID][m]...)
	}
	return all
}

// others is how many posts of the month have no figure and are only counted.
func (s set) others(in Input, m calendar.Month) int {
	n := 0
	for _, a := range s.members {
		n += in.Others[a.ID][m]
	}
	return n
}

// figures adds up the followers of the set; one unknown makes the sum unknown.
func (s set) figures(in Input, m calendar.Month) model.Figures {
	if len(s.members) == 1 {
		f := in.Figures[s.account.ID][m]
		f.AccountID, f.Month = s.account.ID, m
		return f
	}
	start, end := new(int64), new(int64)
	for _, a := range s.members {
		f := in.Figures[a.ID][m]
		start, end = plus(start, f.FollowersStart), plus(end, f.FollowersEnd)
	}
	return model.Figures{Month: m, FollowersStart: start, FollowersEnd: end}
}

func plus(a, b *int64) *int64 {
	if a == nil || b == nil {
		return nil
	}
	return new(*a + *b)
}
