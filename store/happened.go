package store

import (
	"time"

	"faro/model/calendar"
)

// factDays names, for each table, the columns that say when the fact a row
// tells of happened, in the order of its life. Tables that are left out tell
// of things without a date: they happened when they were recorded.
var factDays = map[string][]string{
	"holidays":           {"day"},
	"criteria":           {"effective_from"},
	"appointments":       {"starts", "until"},
	"accounts":           {"opened", "closed"},
	"fakes":              {"seen_on", "reported_on", "removed_on"},
	"credentials":        {"since", "retired"},
	"custodies":          {"starts", "until"},
	"credential_changes": {"day"},
	"campaigns":          {"starts"},
	"grants":             {"starts", "until"},
	"reviews":            {"signed_at"},
	"posts":              {"day", "removed_at"},
	"metrics":            {"taken_at"},
	"justified_days":     {"day"},
	"reports":            {"sent_on", "received_on"},
}

// happened finds the day of the fact: of a row that was altered, the last of
// its days that was; else the first it has; else today.
func happened(table string, before, after *row, today calendar.Day) calendar.Day {
	columns := factDays[table]
	if before != nil && after != nil {
		for i := len(columns) - 1; i >= 0; i-- {
			if v := after.get(columns[i]); v != nil && v != before.get(columns[i]) {
				return factDay(v, today)
			}
		}
		return today
	}
	if after == nil {
		after = before
	}
	for _, name := range columns {
		if v := after.get(name); v != nil {
			return factDay(v, today)
		}
	}
	return today
}

// factDay reads a day or an instant.
func factDay(v any, otherwise calendar.Day) calendar.Day {
	switch v := v.(type) {
	case int64:
		return calendar.DayOf(time.Unix(v, 0))
	case string:
		if day, err := calendar.ParseDay(v); err == nil {
			return day
		}
	}
	return otherwise
}
