package annex

import (
	"slices"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
)

// Quarterly is the report of Annex 3 for a quarter (6.3.2, O-106): one section
// for each network in the Annex's order, whether the entity has an account
// there or not.
type Quarterly struct {
	Entity   model.Entity
	Quarter  calendar.Quarter
	Version  int
	Made     calendar.Day
	Due      calendar.Day // «plazo interno»: the Directive sets none
	Criteria []string     // the readings it rests on, each with its A-nn
	Networks []Section

	// Complement says that the report also gives the followers of each month,
	// for which the Annex has no place (6.3.2, A-21).
	Complement bool
}

// Section is what the report says of one network (O-127…O-131).
type Section struct {
	Network  model.Network
	Title    string          // «FACEBOOK», «TWITTER (X)»
	Rule     string          // the Annex's own sentence on how the best are told
	Accounts []model.Account // none: the entity has no account on the network
	Tables   []Table         // three for each account, or for all of them together
	Notes    []string        // what holds for all of its tables
}

// Table is the ten best of one account in one month. Where the entity pools
// the accounts of a network, Account is one without an ID that bears
// all of their names.
type Table struct {
	Network  model.Network
	Account  model.Account
	Handle   string // «@MinEjemploPeru»
	Number   int    // MES 1, 2 or 3
	Month    calendar.Month
	Name     string // «Octubre 2026»
	Title    string // «FACEBOOK (10 mejores publicaciones del mes) - MES 1»
	Headings []string
	Columns  []Column      // those of Headings, with what they hold
	Rows     []Row         // always ten
	Posts    int           // publications known in the month
	Unranked int           // those of them without the ranking figure, which no row can show
	Figures  model.Figures // followers
	Notes    []string      // Spanish, to be printed under the table

	open       bool         // the account was open on a day of the month
	ended      bool         // the month was over when the report was made
	complement bool         // followers are part of the report
	metric     model.Metric // the ranking one
	totals     Totals
}

// Row is one of the ten rows of a table.
type Row struct {
	N        int
	Cells    []string // what each column prints, in the order of the headings
	Post     model.Measured
	Rate     directive.Rate
	HasRate  bool
	Empty    bool           // fewer than N publications could be ranked: «—» (A-19, S25)
	Missing  []model.Metric // figures of the table that are unknown
	NoLink   bool           // published, link still pending
	Warnings []string
}

// Build makes the report of a quarter from what the records hold. Accounts on
// networks Annex 3 does not know have no table.
func Build(in Input) Quarterly {
	q := Quarterly{
		Entity:     in.Entity,
		Quarter:    in.Quarter,
		Version:    in.Version,
		Made:       in.Made,
		Due:        directive.ReportDue(in.Quarter, in.Holidays, in.Criteria),
		Criteria:   adopted(in.Criteria),
		Complement: in.Criteria.Annex3.Complement,
	}
	for _, n := range model.Networks() {
		q.Networks = append(q.Networks, buildSection(n, in))
	}
	return q
}

func buildSection(n model.Network, in Input) Section {
	s := Section{Network: n, Title: forms[n].title, Rule: forms[n].rule}
	for _, a := range in.Accounts {
		if a.Network == n {
			s.Accounts = append(s.Accounts, a)
		}
	}
	for _, set := range setsOf(s.Accounts, in.Criteria.Annex3.Group) {
		for i, month := range in.Quarter.Months() {
			s.Tables = append(s.Tables, buildTable(set, i+1, month, in))
		}
	}
	s.Notes = sectionNotes(s, in.Criteria)
	return s
}

// Section is the report's part on a network.
func (q Quarterly) Section(n model.Network) Section {
	i := slices.IndexFunc(q.Networks, func(s Section) bool { return s.Network == n })
	if i < 0 {
		return Section{Network: n}
	}
	return q.Networks[i]
}

// Tables lists every table of the report in its order.
func (q Quarterly) Tables() []Table {
	var all []Table
	for _, s := range q.Networks {
		all = append(all, s.Tables...)
	}
	return all
}
