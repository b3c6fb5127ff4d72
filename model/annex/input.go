// Package annex holds the Directive's documents as data: what is printed, not
// how. Rendering is store/exporter's affair.
package annex

import (
	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
)

// Input is what the records hold about a quarter, from which Build makes the
// report of Annex 3.
type Input struct {
	Entity   model.Entity
	Quarter  calendar.Quarter
	Version  int // version being made (1, 2, …)
	Made     calendar.Day
	Accounts []model.Account                                  // those open on any day of the quarter, in Annex 3's order of networks
	Posts    map[model.ID]map[calendar.Month][]model.Measured // by account and month; posts of the month with their latest figures
	Others   map[model.ID]map[calendar.Month]int              // how many more posts the month has, none of which has a figure: they are counted, not listed
	Figures  map[model.ID]map[calendar.Month]model.Figures    // followers by account and month
	Holidays []calendar.Holiday                               // days without work added by the user, for the due date
	Criteria directive.Criteria
}
