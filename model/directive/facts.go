package directive

import (
	"faro/model"
	"faro/model/calendar"
)

// Facts are the records the rules look at, as the store hands them over. Their
// order does not matter.
type Facts struct {
	Entity       model.Entity
	HasEntity    bool
	Accounts     []model.Account
	Fakes        []model.FakeAccount
	People       []model.Person
	Appointments []model.Appointment
	Credentials  []model.Credential
	Custodies    []model.Custody
	Changes      []model.CredentialChange // the latest of each credential suffices
	Campaigns    []model.Campaign
	Grants       []model.Grant  // open ones, and those closed since the last review
	Reviews      []model.Review // signed, of the last three months, and the draft
	Posts        []model.Post   // from the day before yesterday, and of the last seven days or the current week for the weekly networks
	Justified    []model.JustifiedDay
	Reports      []model.Report
	Quarter      QuarterState       // of the last closed quarter
	Holidays     []calendar.Holiday // days without work added by decree
	Since        calendar.Day       // first day with records: nothing before it is judged; zero: no records yet
}

// QuarterState is how far a quarter's tables of Annex 3 are filled.
type QuarterState struct {
	Quarter       calendar.Quarter
	Rows          int // rows of Annex 3 that have a post
	Expected      int // rows there should be: per account and month as many as posts are known, 10 at most
	MissingValues int // cells of those rows that are unknown
}
