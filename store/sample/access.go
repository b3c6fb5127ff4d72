package sample

import (
	"faro/model"
	"faro/model/calendar"
)

// credentials are the access to each network and its mailbox, two clocks for
// each account (6.1.2.5). Facebook has no password of its own (A-10b).
func (m ministry) credentials() (all []model.Credential) {
	for _, a := range m.words.Accounts {
		kind := model.NetworkAccess
		if a.Network == model.Facebook {
			kind = model.PersonalAccess
		}
		all = append(all,
			model.Credential{ID: model.ID(len(all) + 1), Kind: kind, AccountID: a.ID, Since: m.began},
			model.Credential{ID: model.ID(len(all) + 2), Kind: model.Mailbox, Address: a.Email, Since: m.began},
		)
	}
	return all
}

// custodies say that the community manager and the head know every credential
// and nobody else does (6.1.2.4).
func (m ministry) custodies() (all []model.Custody) {
	for _, c := range m.credentials() {
		for _, key := range []string{"ana", "luis"} {
			all = append(all, model.Custody{
				ID: model.ID(len(all) + 1), CredentialID: c.ID, PersonID: m.person(key), From: m.began,
			})
		}
	}
	return all
}

// changes are the monthly changes of every credential since the records begin.
// All are in time but the last of Facebook's mailbox, due two days ago.
func (m ministry) changes() (all []model.CredentialChange) {
	for i, c := range m.credentials() {
		d := roll(int(c.ID), 77)
		day := m.today.AddDays(-2 - i*2)
		late := c.Kind == model.Mailbox && c.Address == m.words.Accounts[0].Email
		if late {
			day = monthBefore(m.today.AddDays(-2))
		}
		var own []model.CredentialChange
		for ; !day.Before(m.first); day = day.AddDays(-d.between(26, 28)) {
			own = append(own, model.CredentialChange{
				CredentialID: c.ID, Day: day, PersonID: m.person("ana"), Mixed: true, Distinct: true,
				Channel: []model.Channel{model.InPerson, model.InstitutionalMail, model.SealedEnvelope}[d.between(0, 2)],
			})
		}
		for j := len(own) - 1; j >= 0; j-- {
			own[j].ID = model.ID(len(all) + 1)
			all = append(all, own[j])
		}
	}
	return all
}

// monthBefore is the latest day whose month from then is over on day or
// earlier.
func monthBefore(day calendar.Day) calendar.Day {
	last := day.AddDays(-27)
	for last.AddMonths(1).After(day) {
		last = last.AddDays(-1)
	}
	return last
}
