package directive

import (
	"faro/model"
	"faro/model/calendar"
)

// Period is the stretch of time in which a quota is counted.
type Period string

// The periods of 6.2.2.4.
const (
	Daily  Period = "día"
	Weekly Period = "semana"
)

// Quota is the minimum of publications of 6.2.2.4 for an account of a network.
type Quota struct {
	Network model.Network
	Period  Period
	Min     int    // what must be reached
	Goal    int    // what is aimed at; never below Min
	Rule    string // O-nnn
	Article string
}

// The article of the quotas and of Facebook's margin.
const quotaArticle = "6.2.2.4"

// QuotaFor is the quota of a network, if 6.2.2.4 sets one. Other networks have
// none.
func QuotaFor(n model.Network, c Criteria) (Quota, bool) { return quotaFor(n, &c) }

func quotaFor(n model.Network, c *Criteria) (Quota, bool) {
	switch n {
	case model.Facebook:
		return Quota{n, Daily, 3, 3, "O-066", quotaArticle}, true
	case model.X:
		return Quota{n, Daily, 5, 5, "O-068", quotaArticle}, true
	case model.Instagram:
		return Quota{n, Daily, c.Instagram.Min, max(c.Instagram.Min, c.Instagram.Goal), "O-069", quotaArticle}, true
	case model.TikTok:
		return Quota{n, Weekly, 3, 3, "O-070", quotaArticle}, true
	case model.YouTube:
		return Quota{n, Weekly, 3, 3, "O-071", quotaArticle}, true
	case model.Other:
	}
	return Quota{}, false
}

// Counts reports whether a post counts for the quota of a network: its
// kind does, and it was not taken down on the day it was published.
func Counts(p model.Post, n model.Network, c Criteria) bool {
	return counts(&p, c.Counted[n])
}

func counts(p *model.Post, kinds map[model.PostKind]bool) bool {
	if !kinds[p.Kind] {
		return false
	}
	return p.RemovedAt.IsZero() || calendar.DayOf(p.RemovedAt) != postDay(p)
}

// postDay is the Lima day of a post. The instant decides nothing where the day
// is recorded (S05).
func postDay(p *model.Post) calendar.Day {
	if p.Day.IsZero() {
		return calendar.DayOf(p.At)
	}
	return p.Day
}
