package directive

import (
	"strings"

	"faro/model"
	"faro/model/calendar"
)

// patience is how many days a request for the badge may go without news
// (O-023).
const patience = 90

// accountDuty is a duty on an account's record.
func accountDuty(a *model.Account, rule, article string, status Status, why string) Duty {
	return Duty{
		Rule: rule, Article: article, Subject: a.Label(), Status: status, Why: why,
		AccountID: a.ID, Screen: ScreenAccounts,
	}
}

// AccountFindings are the verdicts on the records of the open accounts and on
// who answers for them: names, two-step authentication, badge, e-mail, Annex 4,
// head and community manager. Two-step authentication comes whether good or
// bad; the others only when there is something to say.
func AccountFindings(f Facts, c Criteria, today calendar.Day) []Duty {
	return sorted(newIndex(&f, &c, today).accountDuties(nil))
}

func (x *index) accountDuties(duties []Duty) []Duty {
	duties = x.officeDuties(duties)
	fakes := make(map[model.ID][]model.FakeAccount)
	for _, fake := range x.f.Fakes {
		fakes[fake.AccountID] = append(fakes[fake.AccountID], fake)
	}
	judges := []struct {
		rule, article string
		judge         func(*model.Account) (status Status, why string) // without a reason there is nothing to say
	}{
		{"O-041", "6.1.2.1", twoStep},
		{"O-023", "5.2.6", x.badge},
		{"O-030", "6.1.1.4", x.email},
		{"O-132", "Anexo 4", x.annex4},
	}
	for _, a := range x.accounts {
		duties = handleDuties(duties, a, fakes[a.ID], x.c)
		for _, j := range judges {
			if status, why := j.judge(a); why != "" {
				duties = append(duties, accountDuty(a, j.rule, j.article, status, why))
			}
		}
	}
	if d, ok := x.uniformity(); ok {
		duties = append(duties, d)
	}
	return duties
}

// officeDuties ask for a head (O-020) and a community manager (O-058). Nobody
// ever recorded is unknown; a gap after somebody is a breach.
func (x *index) officeDuties(duties []Duty) []Duty {
	if len(x.accounts) == 0 {
		return duties
	}
	for _, office := range []struct {
		fn                           model.Function
		rule, article, subject, none string
	}{
		{model.Head, "O-020", headArticle, "Titular de la Oficina de Comunicaciones", "sin titular registrado"},
		{model.Manager, "O-058", designatedArticle, "Community manager", "sin community manager designado"},
	} {
		if len(x.inForce(office.fn)) > 0 {
			continue
		}
		d := Duty{Rule: office.rule, Article: office.article, Subject: office.subject, Status: NoData, Why: office.none, Screen: ScreenAccounts}
		if x.appointed[office.fn] {
			d.Status, d.Why = Breach, "vacante: "+office.none+" desde que cesó el anterior"
		}
		duties = append(duties, d)
	}
	return duties
}

// twoStep asks for two-step authentication (O-041).
func twoStep(a *model.Account) (Status, string) {
	switch a.TwoStep {
	case model.TwoStepOn:
		return Met, "autenticación en dos pasos activada"
	case model.TwoStepOff:
		return Breach, "autenticación en dos pasos desactivada"
	case model.TwoStepUnknown:
	}
	return NoData, "autenticación en dos pasos sin dato"
}

// badge asks for the verification badge (O-023, A-27).
func (x *index) badge(a *model.Account) (Status, string) {
	switch a.Badge {
	case model.BadgeVerified, model.BadgeNotOffered:
		return Met, ""
	case model.BadgeNone:
		return Breach, "insignia de verificación sin solicitar"
	case model.BadgeDenied:
		return Warning, "insignia de verificación denegada"
	case model.BadgeRequested:
		return x.requested(a.BadgeOn)
	case model.BadgeUnknown:
	}
	return NoData, "insignia de verificación sin dato"
}

// requested judges a request for the badge that has no answer yet.
func (x *index) requested(on calendar.Day) (Status, string) {
	const why = "insignia de verificación en trámite"
	waited := x.today.Sub(on)
	switch {
	case on.IsZero():
		return Running, why
	case waited > patience:
		return Warning, why + " desde el " + on.Short() + ": " + count(waited, "día", "días") + " sin respuesta"
	}
	return Running, why + " desde el " + on.Short()
}

// email asks for an institutional management e-mail (O-030). One not recorded
// is told with Annex 4.
func (x *index) email(a *model.Account) (Status, string) {
	if a.Email == "" || x.f.Entity.OfficialEmail(a.Email) {
		return Met, ""
	}
	return Breach, "el correo " + a.Email + " no es institucional"
}

// annex4 asks for the seven fields of Annex 4 A (O-132).
func (x *index) annex4(a *model.Account) (Status, string) {
	phones := len(a.Responsibles) > 0
	for _, id := range a.Responsibles {
		p := x.people[id]
		phones = phones && p != nil && strings.TrimSpace(p.Name) != "" && strings.TrimSpace(p.Phone) != ""
	}
	var missing []string
	for _, field := range [...]struct {
		name string
		ok   bool
	}{
		{"entidad", x.f.HasEntity && strings.TrimSpace(x.f.Entity.Name) != ""},
		{"responsables con teléfono", phones},
		{"correo", a.Email != ""},
		{"red", a.NetworkLabel() != ""},
		{"denominación", strings.TrimSpace(a.Name) != ""},
		{"descripción", strings.TrimSpace(a.Description) != ""},
		{"contenido", strings.TrimSpace(a.Content) != ""},
	} {
		if !field.ok {
			missing = append(missing, field.name)
		}
	}
	switch len(missing) {
	case 0:
		return Met, ""
	case 1:
		return NoData, "Anexo 4: falta " + missing[0]
	}
	return NoData, "Anexo 4: faltan " + listed(missing)
}
