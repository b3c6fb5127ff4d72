package directive

import (
	"slices"

	"faro/model"
	"faro/model/calendar"
)

// CustodyFindings are the passwords known by somebody who should not, or not
// known by somebody who should: only the community manager and the head hold
// them, and both do (O-044, O-056).
func CustodyFindings(f Facts, c Criteria, today calendar.Day) []Duty {
	x := newIndex(&f, &c, today)
	return sorted(x.custodyDuties(nil, x.ticking()))
}

func (x *index) custodyDuties(duties []Duty, ticks []tick) []Duty {
	for i := range ticks {
		if t := &ticks[i]; t.credential.Kind != model.PersonalAccess {
			duties = x.custodyOf(duties, t)
		}
	}
	return duties
}

func (x *index) custodyOf(duties []Duty, t *tick) []Duty {
	held := x.custodies[t.credential.ID]
	if len(held) == 0 {
		return append(duties, custodyDuty(t, "O-044", "6.1.2.4", NoData, "sin custodios registrados"))
	}
	var strangers []model.ID
	manager, head := false, false
	for _, h := range held {
		if !h.On(x.today) {
			continue
		}
		fs := x.functions[h.PersonID]
		manager = manager || fs.holds(model.Manager)
		head = head || fs.holds(model.Head)
		if !fs.holds(model.Manager) && !fs.holds(model.Head) && !slices.Contains(strangers, h.PersonID) {
			strangers = append(strangers, h.PersonID)
		}
	}
	if why := x.uncovered(manager, head); why != "" {
		duties = append(duties, custodyDuty(t, "O-044", "6.1.2.4", Breach, why))
	}
	if len(strangers) > 0 {
		d := custodyDuty(t, "O-056", "6.2.1.2", Breach, "la conoce quien no es community manager ni titular: "+x.names(strangers))
		d.PersonID = slices.Min(strangers)
		duties = append(duties, d)
	}
	return duties
}

func custodyDuty(t *tick, rule, article string, status Status, why string) Duty {
	d := t.duty()
	d.Rule, d.Article, d.Status, d.Why, d.Due = rule, article, status, why, calendar.Day{}
	return d
}

// uncovered tells who should hold a password and does not. Where nobody has the
// function, it is the function that lacks, and that is told once (O-020, O-058).
func (x *index) uncovered(manager, head bool) string {
	lacksManager := !manager && len(x.inForce(model.Manager)) > 0
	lacksHead := !head && len(x.inForce(model.Head)) > 0
	switch {
	case lacksManager && lacksHead:
		return "sin custodia: no la tienen el community manager ni el titular"
	case lacksManager:
		return "no la tiene el community manager"
	case lacksHead:
		return "no la tiene el titular"
	}
	return ""
}
