package exporter_test

import (
	"fmt"

	"faro/model"
	"faro/model/annex"
	"faro/model/calendar"
	"faro/model/directive"
)

var (
	quarter4 = calendar.Quarter{Year: 2026, Number: 4}
	october  = calendar.Month{Year: 2026, Month: 10}
	november = october.Next()
	december = november.Next()
)

func ministry() model.Entity {
	return model.Entity{
		Name: "Ministerio de Ejemplo", Acronym: "MINEJ", Sector: "Ejemplo", RUC: "20131370998",
		Unit: "Oficina General de Comunicaciones", EmailDomains: []string{"minej.gob.pe"}, SCSEmail: model.DefaultSCSEmail,
	}
}

// accounts are the ministry's five (§3.3 of the scenarios).
func accounts() []model.Account {
	return []model.Account{
		{ID: 1, Network: model.Facebook, Handle: "MinEjemploPeru", Name: "Ministerio de Ejemplo"},
		{ID: 2, Network: model.X, Handle: "MinEjemploPeru", Name: "Ministerio de Ejemplo"},
		{ID: 3, Network: model.YouTube, Handle: "MinEjemploPeru", Name: "Ministerio de Ejemplo"},
		{ID: 4, Network: model.Instagram, Handle: "minejemploperu", Name: "Ministerio de Ejemplo"},
		{ID: 5, Network: model.TikTok, Handle: "minejemploperu", Name: "Ministerio de Ejemplo"},
	}
}

func input() annex.Input {
	return annex.Input{
		Entity: ministry(), Quarter: quarter4, Version: 1, Made: calendar.NewDay(2027, 1, 5), Accounts: accounts(),
		Posts:   map[model.ID]map[calendar.Month][]model.Measured{},
		Figures: map[model.ID]map[calendar.Month]model.Figures{}, Criteria: directive.DefaultCriteria(),
	}
}

func add(in *annex.Input, account model.ID, month calendar.Month, posts ...model.Measured) {
	if in.Posts[account] == nil {
		in.Posts[account] = map[calendar.Month][]model.Measured{}
	}
	in.Posts[account][month] = append(in.Posts[account][month], posts...)
}

// post is a publication at an hour and minute of Lima.
func post(account model.ID, day calendar.Day, hour, minute int, link string, values model.Values) model.Measured {
	return model.Measured{
		Post: model.Post{
			AccountID: account, Day: day, At: day.At(hour, minute, 0), Precision: model.RecordedTime,
			Kind: model.Publication, Link: link, Origin: model.ByTop10,
		},
		Values: values,
	}
}

// s24 are the twelve Facebook posts of scenario S24.
func s24() []model.Measured {
	figures := [12][4]int64{ // Day, hour, reach, interaction.
		{2, 9, 24500, 1225},
		{5, 9, 18200, 910},
		{6, 9, 18200, 1001},
		{7, 9, 15000, 450},
		{8, 9, 12480, 873},
		{9, 9, 11900, 238},
		{13, 9, 9640, 482},
		{14, 9, 8000, 100},
		{15, 9, 7777, 777},
		{20, 9, 6500, 130},
		{12, 16, 6500, 130},
		{30, 9, 0, 3},
	}
	var posts []model.Measured
	for i, f := range figures {
		posts = append(posts, post(1, calendar.NewDay(2026, 10, int(f[0])), int(f[1]), 0,
			fmt.Sprintf("https://www.facebook.com/MinEjemploPeru/posts/%d", i+1),
			model.Values{model.Reach: f[2], model.Interactions: f[3]}))
	}
	return posts
}

// scenario is a quarter with gaps: S24 on Facebook in October, seven videos on
// YouTube in November (S25), a rate above 100 % (S22), unknown figures, a
// pending link, and nothing else.
func scenario() annex.Input {
	in := input()
	add(&in, 1, october, s24()...)
	add(&in, 1, november, post(1, calendar.NewDay(2026, 11, 3), 10, 0, "https://www.facebook.com/MinEjemploPeru/posts/21",
		model.Values{model.Reach: 200, model.Interactions: 2600})) // 1300 %.
	for i := range int64(7) {
		add(&in, 3, november, post(3, calendar.NewDay(2026, 11, 2+int(i)*4), 18, 30,
			fmt.Sprintf("https://www.youtube.com/watch?v=aaaaaaaaaa%d", i),
			model.Values{model.Views: 7000 - i*1000, model.AverageWatch: 96 + i*1200}))
	}
	add(&in, 4, december, post(4, calendar.NewDay(2026, 12, 31), 23, 30, "", model.Values{model.Impressions: 8000, model.Interactions: 500}))
	add(&in, 5, december, post(5, calendar.NewDay(2026, 12, 1), 7, 5, "https://www.tiktok.com/@minejemploperu/video/7665075736742530317",
		model.Values{model.Views: 45310}))
	return in
}

// full is a quarter with nothing missing: 150 rows, twelve publications an
// account and month.
func full() annex.Input {
	in := input()
	for _, a := range in.Accounts {
		in.Figures[a.ID] = map[calendar.Month]model.Figures{}
		for i, month := range quarter4.Months() {
			for n := range 12 {
				add(&in, a.ID, month, fullPost(a, month, int64(i), int64(n)))
			}
			start := 100000*int64(a.ID) + 1500*int64(i)
			in.Figures[a.ID][month] = model.Figures{FollowersStart: new(start), FollowersEnd: new(start + 1500)}
		}
	}
	return in
}

func fullPost(a model.Account, month calendar.Month, i, n int64) model.Measured {
	base := (52000 - n*3700 - i*411) * int64(a.ID)
	return post(a.ID, calendar.NewDay(month.Year, month.Month, 2+int(n)*2), 8+int(n)%12, 15, linkOf(a, i*100+n), model.Values{
		model.Reach: base, model.Impressions: base, model.Views: base,
		model.Interactions: base / (17 + n), model.AverageWatch: 41 + n*37,
	})
}

func linkOf(a model.Account, n int64) string {
	switch a.Network {
	case model.Facebook:
		return fmt.Sprintf("https://www.facebook.com/%s/posts/pfbid02kYZ%03dqPJt4mWvGd8XcRn5sTbLh9eUaQo1iMfKzVyB7wHgDx6jNuCrE3pSl", a.Handle, n)
	case model.X:
		return fmt.Sprintf("https://x.com/%s/status/2035933611212357%03d", a.Handle, n)
	case model.YouTube:
		return fmt.Sprintf("https://www.youtube.com/watch?v=dQw4w9Wg%03d", n)
	case model.Instagram:
		return fmt.Sprintf("https://www.instagram.com/p/DRa%03dxyzAB/", n)
	case model.TikTok, model.Other:
	}
	return fmt.Sprintf("https://www.tiktok.com/@%s/video/7665075736742530%03d", a.Handle, n)
}
