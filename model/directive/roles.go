package directive

import (
	"slices"

	"faro/model"
	"faro/model/calendar"
)

// The articles on roles.
const (
	adminsArticle     = "5.1.10"
	facebookArticle   = "6.1.1.5"
	pcmArticle        = "6.1.1.6"
	agencyArticle     = "6.1.2.10"
	leaverArticle     = "6.2.3.5"
	designatedArticle = "6.2.1.3"
	headArticle       = "5.2.4"
)

// RoleFindings are the verdicts on who may do what on each open account: the
// number of administrators, those Facebook must have, agencies, and people who
// have left. The three verdicts on administrators come whether good or bad;
// the others only when there is something to say.
func RoleFindings(f Facts, c Criteria, today calendar.Day) []Duty {
	return sorted(newIndex(&f, &c, today).roleDuties(nil))
}

func (x *index) roleDuties(duties []Duty) []Duty {
	for _, a := range x.accounts {
		duties = x.adminDuties(duties, a)
		for _, g := range x.grants[a.ID] {
			duties = x.grantDuties(duties, a, g)
		}
	}
	return duties
}

// adminDuties judge an account's administrators as a whole.
func (x *index) adminDuties(duties []Duty, a *model.Account) []Duty {
	admins, recorded := x.administrators(a)
	number := Duty{Rule: "O-014", Article: adminsArticle, Subject: a.Label(), AccountID: a.ID, Screen: ScreenRoles}
	if !recorded {
		number.Status, number.Why = NoData, "sin administradores registrados"
		return append(duties, number)
	}
	d := number
	x.judgeNumber(&number, admins)
	duties = append(duties, number)
	if a.Network == model.Facebook {
		d.Rule, d.Article = "O-033", facebookArticle
		d.Status, d.Why = x.successors(admins)
		duties = append(duties, d)
	}
	if x.needsPCM(a.Network) {
		d.Rule, d.Article = "O-034", pcmArticle
		d.Status, d.Why = x.pcm(admins)
		duties = append(duties, d)
	}
	return duties
}

// administrators lists who administers an account, by its grants or, on a
// network of a single login, by who knows its password. It is not
// recorded where neither is.
func (x *index) administrators(a *model.Account) (admins []model.ID, recorded bool) {
	for _, g := range x.grants[a.ID] {
		if g.Role != model.Administrator {
			continue
		}
		recorded = true
		if g.On(x.today) {
			admins = append(admins, g.PersonID)
		}
	}
	if !recorded && a.Network != model.Facebook {
		for _, key := range x.networkKeys[a.ID] {
			for _, h := range x.custodies[key] {
				recorded = true
				if h.On(x.today) {
					admins = append(admins, h.PersonID)
				}
			}
		}
	}
	slices.Sort(admins)
	return slices.Compact(admins), recorded
}

// judgeNumber counts the administrators of the entity: two or three (O-014).
func (x *index) judgeNumber(d *Duty, admins []model.ID) {
	n := 0
	for _, id := range admins {
		if x.ofEntity(id) || x.c.Admins.CountPCM && x.functions[id].holds(model.PCM) {
			n++
		}
	}
	d.Why = count(n, "administrador", "administradores") + " de la entidad"
	if x.c.Admins.CountPCM {
		d.Why = count(n, "administrador", "administradores") + " con la PCM"
	}
	switch {
	case n < x.c.Admins.Min:
		d.Status = Breach
		d.Why += ": mínimo " + model.Count(int64(x.c.Admins.Min))
	case n > x.c.Admins.Max:
		d.Status = x.c.Admins.Excess.status()
		d.Why += ": máximo " + model.Count(int64(x.c.Admins.Max))
	default:
		d.Status = Met
	}
}

// ofEntity reports whether a person counts among the entity's administrators:
// everyone but PCM, agencies and who has left.
func (x *index) ofEntity(id model.ID) bool {
	if last, leaves := x.gone(id); leaves && last.Before(x.today) {
		return false
	}
	return !x.functions[id].outsider()
}

// successors asks for the head and the deputy among a page's administrators
// (O-033). A function nobody holds is told as such.
func (x *index) successors(admins []model.ID) (Status, string) {
	var absent, vacant []string
	for _, fn := range []model.Function{model.Head, model.Deputy} {
		word := "el titular"
		if fn == model.Deputy {
			word = "el segundo en funciones"
		}
		switch holders := x.inForce(fn); {
		case len(holders) == 0:
			vacant = append(vacant, string(fn))
		case !slices.ContainsFunc(holders, func(id model.ID) bool { return slices.Contains(admins, id) }):
			absent = append(absent, word)
		}
	}
	switch {
	case len(absent) > 1:
		return Breach, "faltan " + listed(absent) + " entre los administradores"
	case len(absent) > 0:
		return Breach, "falta " + absent[0] + " entre los administradores"
	case len(vacant) > 1:
		return NoData, "sin titular ni segundo registrados"
	case len(vacant) > 0:
		return NoData, "sin " + vacant[0] + " registrado"
	}
	return Met, "titular y segundo son administradores"
}

// needsPCM reports whether PCM must administer an account of the network
//
func (x *index) needsPCM(n model.Network) bool {
	switch x.c.Admins.PCMOn {
	case PCMOnAll:
		return true
	case PCMWhereRolled:
		return n == model.Facebook || n == model.YouTube
	case PCMOnFacebook:
	}
	return n == model.Facebook
}

// pcm asks for the Coordinación de Comunicación Digital among an account's
// administrators (O-034).
func (x *index) pcm(admins []model.ID) (Status, string) {
	for _, id := range admins {
		if x.functions[id].holds(model.PCM) {
			return Met, "la Coordinación PCM es administradora"
		}
	}
	return Breach, "falta la Coordinación PCM entre los administradores"
}
