package sample

import (
	"encoding/json"
	"fmt"
	"time"

	"faro/assets"
	"faro/model"
	"faro/model/calendar"
)

// words is assets/sample.json.
type words struct {
	Entity model.Entity `json:"entity"`
	People []struct {
		model.Person
		Key      string         `json:"key"`
		Function model.Function `json:"function"`
		Document string         `json:"document"`
	} `json:"people"`
	Accounts  []account `json:"accounts"`
	Campaigns struct {
		Earlier string `json:"earlier"`
		Current string `json:"current"`
	} `json:"campaigns"`
	Justified string                     `json:"justified"`
	Regions   []string                   `json:"regions"`
	Texts     map[model.Network][]string `json:"texts"`
}

// account is an account with how many follow it in January 2026.
type account struct {
	model.Account
	Followers int `json:"followers"`
}

// ministry is everything the sample is made from: the words, the moment and
// the days that hang on it.
type ministry struct {
	words words
	now   time.Time
	today calendar.Day
	first calendar.Day // first day of the last whole quarter: the records begin here
	began calendar.Day // people took up their functions and accounts were secured
}

func newMinistry(now time.Time) (ministry, error) {
	m := ministry{now: now.UTC().Truncate(time.Second), today: calendar.DayOf(now)}
	if err := json.Unmarshal(assets.Sample, &m.words); err != nil {
		return m, fmt.Errorf("read the sample: %w", err)
	}
	m.first = m.today.InQuarter().Prev().First()
	m.began = m.first.AddMonths(-6)
	for i := range m.words.People {
		m.words.People[i].ID = model.ID(i + 1)
	}
	for i := range m.words.Accounts {
		m.words.Accounts[i].ID = model.ID(i + 1)
	}
	return m, nil
}

// person is the one known by a key in the words.
func (m ministry) person(key string) model.ID {
	for _, p := range m.words.People {
		if p.Key == key {
			return p.ID
		}
	}
	return 0
}
