package sample

import (
	"strconv"
	"strings"
	"time"

	"faro/model"
	"faro/model/calendar"
)

// slot is a moment of a day at which the office publishes.
type slot struct {
	minute int // from midnight in Lima
	kind   model.PostKind
}

func at(hour, minute int) slot { return slot{hour*60 + minute, model.Publication} }

// posts are the publications of one account from day first until now. A day's
// posts depend on the day alone, so that they do not change as time goes by.
func (m ministry) posts(a account, first calendar.Day, now time.Time) []model.Post {
	var all []model.Post
	for day := first; !day.After(calendar.DayOf(now)); day = day.AddDays(1) {
		d := roll(int(a.ID), day.Sub(calendar.NewDay(2000, time.January, 1)))
		for _, s := range m.slots(a.Network, day, now, d) {
			p := model.Post{
				AccountID: a.ID, Day: day, At: day.At(s.minute/60, s.minute%60, second(a.Network, d)),
				Kind: s.kind, Origin: model.ByLink, Text: m.text(a.Network, d),
			}
			if p.At.After(now) {
				break
			}
			p.RecordedAt = earlier(p.At.Add(time.Duration(d.between(40, 1500))*time.Second), now)
			identify(&p, a, d)
			all = append(all, p)
		}
	}
	return all
}

// second is that of a post whose id carries it; what people note down is to
// the minute.
func second(n model.Network, d *dice) int {
	if precision(n) == model.RecordedTime {
		return 0
	}
	return d.between(0, 59)
}

// slots are the moments of a day at which an account publishes, in order.
func (m ministry) slots(n model.Network, day calendar.Day, now time.Time, d *dice) []slot {
	calm := calendar.DayOf(now).Sub(day) <= 10 // nothing goes wrong in the days on screen
	var slots []slot
	switch n {
	case model.Facebook:
		if day == m.justifiedDay(now) {
			return nil
		}
		slots = facebookDay(day, calm, d)
	case model.X:
		slots = xDay(d)
	case model.Instagram:
		slots = instagramDay(day, calm, d)
	case model.TikTok:
		slots = tiktokDay(day)
	case model.YouTube:
		slots = youtubeDay(day, calm)
	case model.Other:
	}
	return natural(slots, day, d)
}

// natural moves the day's plan a few minutes, as people do; on Mondays all
// are on time. The whole day moves, so that no gap changes.
func natural(slots []slot, day calendar.Day, d *dice) []slot {
	if day.Weekday() == time.Monday {
		return slots
	}
	shift := d.between(-9, 14)
	for i := range slots {
		slots[i].minute += shift
	}
	return slots
}

// facebookDay has three posts two hours apart and more. Now and then one is
// missing (6.2.2.4), and now and then two are too close.
func facebookDay(day calendar.Day, calm bool, d *dice) []slot {
	slots := []slot{at(9, 0), at(13, 10), at(17, 30)}
	if w := day.Weekday(); w == time.Saturday || w == time.Sunday {
		slots = []slot{at(10, 0), at(13, 0), at(16, 30)}
	}
	switch {
	case !calm && d.oneIn(22):
		slots = slots[:2]
	case !calm && d.oneIn(17):
		slots[1].minute = slots[0].minute + 115
	case d.oneIn(4):
		slots = append(slots, at(20, 15))
	}
	if d.oneIn(6) {
		slots[0].kind = model.Video
	}
	return slots
}

// xDay has five posts or more in office hours; answers to people come on top
// and do not count.
func xDay(d *dice) []slot {
	slots := []slot{at(8, 20), at(9, 40), at(11, 5), at(12, 30), at(13, 45)}
	if d.oneIn(5) {
		slots = append(slots, slot{15 * 60, model.Reply})
	}
	if d.oneIn(4) {
		slots = append(slots, at(16, 30))
	}
	return slots
}

func instagramDay(day calendar.Day, calm bool, d *dice) []slot {
	slots := []slot{at(12, 20)}
	switch {
	case !calm && d.oneIn(30):
		return nil
	case day.Day%3 != 0:
		slots = append(slots, slot{19*60 + 10, model.Reel})
	}
	if d.oneIn(4) {
		slots[0].kind = model.Carousel
	}
	return slots
}

// tiktokDay spreads three videos over the week, one way in even weeks and
// another in odd ones.
func tiktokDay(day calendar.Day) []slot {
	even := day.InWeek().Number%2 == 0
	video := func(hour, minute int) []slot { return []slot{{hour*60 + minute, model.Video}} }
	switch w := day.Weekday(); {
	case even && w == time.Monday:
		return append(video(10, 30), video(12, 45)...)
	case !even && w == time.Tuesday:
		return video(12, 30)
	case w == time.Thursday:
		return video(18, 0)
	case !even && w == time.Saturday:
		return video(11, 0)
	}
	return nil
}

// youtubeDay spreads three videos over the week; one week in nine lacks one.
func youtubeDay(day calendar.Day, calm bool) []slot {
	switch day.Weekday() {
	case time.Tuesday, time.Thursday:
		return []slot{{17*60 + 5, model.Video}}
	case time.Saturday:
		if !calm && day.InWeek().Number%9 == 4 {
			return nil
		}
		return []slot{{10*60 + 30, model.Video}}
	case time.Sunday, time.Monday, time.Wednesday, time.Friday:
	}
	return nil
}

// justifiedDay is the second Sunday before now, on which the office had no
// connection.
func (m ministry) justifiedDay(now time.Time) calendar.Day {
	return calendar.DayOf(now).InWeek().Monday().AddDays(-8)
}

// text is one of the network's texts with a region and figures put in.
func (m ministry) text(n model.Network, d *dice) string {
	texts := m.words.Texts[n]
	if len(texts) == 0 {
		return ""
	}
	return strings.NewReplacer(
		"{region}", m.words.Regions[d.between(0, len(m.words.Regions)-1)],
		"{miles}", strconv.Itoa(d.between(2, 90)),
		"{cientos}", strconv.Itoa(d.between(2, 9)*100),
	).Replace(texts[d.between(0, len(texts)-1)])
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
