package directive

import (
	"faro/model"
	"faro/model/calendar"
)

// grantDuties are what there is to say about one grant.
func (x *index) grantDuties(duties []Duty, a *model.Account, g *model.Grant) []Duty {
	if g.From.After(x.today) {
		return duties
	}
	if d, ok := x.leaver(a, g); ok {
		duties = append(duties, d)
	}
	switch g.Role {
	case model.Administrator:
		if g.On(x.today) && x.functions[g.PersonID].holds(model.Agency) {
			d := x.grantDuty(a, g, "O-051", agencyArticle)
			d.Status, d.Why = Breach, "una agencia no puede ser administradora: solo anunciante"
			duties = append(duties, d)
		}
	case model.Advertiser:
		duties = x.advertiser(duties, a, g)
	case model.OtherRole:
	}
	return duties
}

func (x *index) grantDuty(a *model.Account, g *model.Grant, rule, article string) Duty {
	return Duty{
		Rule: rule, Article: article, Subject: x.name(g.PersonID) + " en " + a.Label(),
		AccountID: a.ID, PersonID: g.PersonID, Screen: ScreenRoles,
	}
}

// leaver judges the role of who has left or is about to: it goes on the last
// day, and the head answers for each day after it (O-096, A-23, S19).
func (x *index) leaver(a *model.Account, g *model.Grant) (Duty, bool) {
	last, leaves := x.gone(g.PersonID)
	if !leaves {
		return Duty{}, false
	}
	d := x.grantDuty(a, g, "O-096", leaverArticle)
	answers := ""
	if heads := x.inForce(model.Head); len(heads) > 0 {
		answers = "; responde el titular, " + x.names(heads)
	}
	d.Due = last.AddDays(x.c.Leaving.Days)
	ok := x.removal(&d, g, last, "cesó el "+last.Short(), "cesa el "+last.Short(), answers)
	return d, ok
}

// advertiser judges the role of an agency: it belongs to a campaign and ends
// with it (O-051 to O-053, A-22, S20).
func (x *index) advertiser(duties []Duty, a *model.Account, g *model.Grant) []Duty {
	campaign := x.campaigns[g.CampaignID]
	if campaign == nil {
		if !g.On(x.today) {
			return duties
		}
		d := x.grantDuty(a, g, "O-051", agencyArticle)
		d.Status, d.Why = Breach, "anunciante sin campaña"
		return append(duties, d)
	}
	end := "terminó el " + campaign.Ends.Short()
	ending := "termina el " + campaign.Ends.Short()
	d := x.grantDuty(a, g, "O-053", agencyArticle)
	d.Due = campaign.Ends.AddDays(x.c.Advertiser.Days)
	if x.removal(&d, g, campaign.Ends, "la campaña "+end, "la campaña "+ending, "") {
		duties = append(duties, d)
	}
	if g.On(x.today) && !g.Declared {
		d := x.grantDuty(a, g, "O-052", agencyArticle)
		d.Status, d.Why = Warning, "falta declarar que no quedan permisos de campañas anteriores"
		duties = append(duties, d)
	}
	return duties
}

// removal judges a role that had to go on d.Due. Days late are counted from end,
// the last day it was in order. It is false when there is nothing to say yet.
func (x *index) removal(d *Duty, g *model.Grant, end calendar.Day, ended, ending, answers string) bool {
	switch {
	case !g.Until.IsZero() && !x.today.Before(g.Until): // It is gone.
		if !g.Until.After(d.Due) {
			return false
		}
		d.Status, d.settled = Breach, true
		d.Why = ended + "; se retiró el " + g.Until.Short() + ", " + count(g.Until.Sub(end), "día", "días") + " tarde" + answers
	case x.today.After(d.Due):
		d.Status = Breach
		d.Why = ended + " y sigue el rol: " + count(x.today.Sub(end), "día", "días") + " de retraso" + answers
	case d.Due.Sub(x.today) > notice(x.c):
		return false
	default:
		d.Status = AtRisk
		if end.Before(x.today) {
			ending = ended
		}
		d.Why = ending + ": retirar el rol, " + dueText(d.Due, x.today)
	}
	return true
}
