package annex_test

import (
	"fmt"
	"testing"

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

// The entity's accounts, by number.
const (
	facebook model.ID = iota + 1
	x
	youtube
	instagram
	tiktok
)

func day(text string) calendar.Day {
	d, err := calendar.ParseDay(text)
	if err != nil {
		panic(err)
	}
	return d
}

// input is the ministry of the scenarios with its five accounts, the report of
// IV 2026 made on 05/01/2027, and no publication.
func input() annex.Input {
	return annex.Input{
		Entity:  model.Entity{Name: "Ministerio de Ejemplo", Acronym: "MINEJ", SCSEmail: model.DefaultSCSEmail},
		Quarter: quarter4, Version: 1, Made: day("2027-01-05"),
		Accounts: []model.Account{
			{ID: facebook, Network: model.Facebook, Handle: "MinEjemploPeru"},
			{ID: x, Network: model.X, Handle: "MinEjemploPeru"},
			{ID: youtube, Network: model.YouTube, Handle: "MinEjemploPeru"},
			{ID: instagram, Network: model.Instagram, Handle: "minejemploperu"},
			{ID: tiktok, Network: model.TikTok, Handle: "minejemploperu"},
		},
		Posts:    map[model.ID]map[calendar.Month][]model.Measured{},
		Figures:  map[model.ID]map[calendar.Month]model.Figures{},
		Criteria: directive.DefaultCriteria(),
	}
}

func add(in *annex.Input, account model.ID, month calendar.Month, posts ...model.Measured) {
	if in.Posts[account] == nil {
		in.Posts[account] = map[calendar.Month][]model.Measured{}
	}
	in.Posts[account][month] = append(in.Posts[account][month], posts...)
}

func follow(in *annex.Input, account model.ID, month calendar.Month, start, end *int64) {
	if in.Figures[account] == nil {
		in.Figures[account] = map[calendar.Month]model.Figures{}
	}
	in.Figures[account][month] = model.Figures{FollowersStart: start, FollowersEnd: end}
}

// post is a publication named name, at an hour of Lima.
func post(on calendar.Day, hour int, name string, values model.Values) model.Measured {
	return model.Measured{
		Post:   model.Post{Day: on, At: on.At(hour, 0, 0), Kind: model.Publication, Link: "https://example.com/" + name},
		Values: values,
	}
}

// s24 are the twelve posts of scenario S24, P1 to P12.
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
	posts := make([]model.Measured, len(figures))
	for i, f := range figures {
		on := calendar.NewDay(2026, 10, int(f[0]))
		posts[i] = post(on, int(f[1]), fmt.Sprintf("P%d", i+1), model.Values{model.Reach: f[2], model.Interactions: f[3]})
	}
	return posts
}

// videos are n of them in November, the best first.
func videos(n int) []model.Measured {
	var posts []model.Measured
	for i := range n {
		posts = append(posts, post(calendar.NewDay(2026, 11, 2+i), 18, fmt.Sprintf("V%d", i+1),
			model.Values{model.Views: int64(9000 - i*100), model.AverageWatch: int64(90 + i)}))
	}
	return posts
}

// table is the table of a network's first account in a month.
func table(t *testing.T, q annex.Quarterly, n model.Network, m calendar.Month) annex.Table {
	t.Helper()
	for _, table := range q.Section(n).Tables {
		if table.Month == m {
			return table
		}
	}
	t.Fatalf("no table for %s in %s", n, m)
	return annex.Table{}
}

func hasNote(notes []string, want string) bool {
	for _, n := range notes {
		if n == want {
			return true
		}
	}
	return false
}
