package directive

import (
	"slices"

	"faro/model"
	"faro/model/calendar"
)

// InFunction lists who holds a function on a day, each once, by ID.
func InFunction(appts []model.Appointment, fn model.Function, day calendar.Day) []model.ID {
	var ids []model.ID
	for i := range appts {
		if a := &appts[i]; a.Function == fn && a.On(day) {
			ids = append(ids, a.PersonID)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// LastDay is the last day a person works in the area: that of the last of the
// appointments when all of them have one. It is false for who stays and for
// who was never appointed.
func LastDay(appts []model.Appointment, person model.ID) (calendar.Day, bool) {
	var last calendar.Day
	for i := range appts {
		a := &appts[i]
		if a.PersonID != person {
			continue
		}
		if a.Until.IsZero() {
			return calendar.Day{}, false
		}
		if a.Until.After(last) {
			last = a.Until
		}
	}
	return last, !last.IsZero()
}

// functions are the functions somebody holds, or has held.
type functions struct {
	now  []model.Function // in force on the day of the index
	ever []model.Function
	last calendar.Day // last day in any of them; zero for who stays
}

func (fs *functions) holds(fn model.Function) bool { return fs != nil && slices.Contains(fs.now, fn) }

// outsider reports who is known and never was of the entity: PCM and agencies.
func (fs *functions) outsider() bool {
	if fs == nil || len(fs.ever) == 0 {
		return false
	}
	return !slices.ContainsFunc(fs.ever, model.Function.OfEntity)
}

// functionsOn gathers everybody's functions as of a day.
func functionsOn(appts []model.Appointment, day calendar.Day) map[model.ID]*functions {
	all := make(map[model.ID]*functions)
	stays := make(map[model.ID]bool)
	for i := range appts {
		a := &appts[i]
		fs := all[a.PersonID]
		if fs == nil {
			fs = &functions{}
			all[a.PersonID] = fs
		}
		if a.On(day) {
			fs.now = append(fs.now, a.Function)
		}
		if !a.From.After(day) {
			fs.ever = append(fs.ever, a.Function)
		}
		stays[a.PersonID] = stays[a.PersonID] || a.Until.IsZero()
		if a.Until.After(fs.last) {
			fs.last = a.Until
		}
	}
	for id := range stays {
		if stays[id] {
			all[id].last = calendar.Day{}
		}
	}
	return all
}

// gone is the last day of a person who has left by the end of day, or who is
// known to leave.
func (x *index) gone(person model.ID) (calendar.Day, bool) {
	fs := x.functions[person]
	if fs == nil || fs.last.IsZero() {
		return calendar.Day{}, false
	}
	return fs.last, true
}

// name is a person's name, whatever the records know of them.
func (x *index) name(id model.ID) string {
	if p := x.people[id]; p != nil && p.Name != "" {
		return p.Name
	}
	return "persona sin registrar"
}

// names are several people's names in order.
func (x *index) names(ids []model.ID) string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = x.name(id)
	}
	slices.Sort(list)
	return listed(list)
}

// inForce lists who holds a function on the day of the index.
func (x *index) inForce(fn model.Function) []model.ID {
	return x.holders[fn]
}
