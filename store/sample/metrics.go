package sample

import (
	"faro/model"
	"faro/model/calendar"
)

// values are the figures a post had when its month was cut. Most posts do
// middling well and a few very well, as posts do.
func values(a account, d *dice) model.Values {
	reach := int64(a.Followers) * int64(d.between(15, 90)) / 1000
	if d.oneIn(9) {
		reach = reach*int64(d.between(20, 45))/10 + int64(d.between(1, 999))
	}
	reach += int64(d.between(0, 997))
	engaged := reach * int64(d.between(120, 780)) / 10000
	switch a.Network {
	case model.Facebook:
		return model.Values{model.Reach: reach, model.Interactions: engaged}
	case model.X:
		return model.Values{model.Impressions: reach, model.Interactions: engaged / 2}
	case model.YouTube:
		return model.Values{model.Views: reach, model.AverageWatch: int64(d.between(48, 212))}
	case model.Instagram:
		return model.Values{model.Impressions: reach, model.Interactions: engaged}
	case model.TikTok:
		return model.Values{
			model.Views: reach * 2, model.Interactions: engaged,
			model.AverageWatch: int64(d.between(7, 31)), model.Reach: reach * 17 / 10,
		}
	case model.Other:
	}
	return nil
}

// followers are an account's followers at the two ends of a month.
func followers(a account, month calendar.Month, d *dice) model.Figures {
	months := int64(month.Year-2026)*12 + int64(month.Month) - 1
	start := int64(a.Followers) + months*int64(a.Followers)*9/1000
	end := start + int64(a.Followers)*int64(d.between(5, 13))/1000
	return model.Figures{AccountID: a.ID, Month: month, FollowersStart: &start, FollowersEnd: &end}
}
