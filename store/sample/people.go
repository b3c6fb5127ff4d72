package sample

import (
	"faro/model"
	"faro/model/calendar"
)

func (m ministry) people() (all []model.Person) {
	for _, p := range m.words.People {
		all = append(all, p.Person)
	}
	return all
}

// appointments give everybody the function the words say; Luis, Carla and the
// rest took them up before the records begin.
func (m ministry) appointments() (all []model.Appointment) {
	for i, p := range m.words.People {
		all = append(all, model.Appointment{
			ID: model.ID(i + 1), PersonID: p.ID, Function: p.Function, From: m.began, Document: p.Document,
		})
	}
	return all
}

func (m ministry) accounts() (all []model.Account) {
	for _, a := range m.words.Accounts {
		a.Responsibles = []model.ID{m.person("ana"), m.person("luis")}
		a.TwoStep, a.TwoStepOn = model.TwoStepOn, m.today.AddDays(-12)
		a.BadgeOn = m.today.AddDays(-12)
		all = append(all, a.Account)
	}
	return all
}

// The campaigns: one of last quarter, over, and one that is running.
const (
	earlierCampaign model.ID = 1
	currentCampaign model.ID = 2
)

func (m ministry) campaigns() []model.Campaign {
	return []model.Campaign{
		{
			ID: earlierCampaign, Name: m.words.Campaigns.Earlier, Paid: true,
			Starts: m.first.AddDays(20), Ends: m.first.AddDays(50),
		},
		{
			ID: currentCampaign, Name: m.words.Campaigns.Current, Paid: true,
			Starts: m.today.AddDays(-13), Ends: m.today.AddDays(21),
		},
	}
}

// grants are the roles on every account: community manager, head and deputy
// administer Facebook together with the PCM (6.1.1.5, 6.1.1.6); the agency is
// an advertiser for as long as a campaign lasts (6.1.2.10).
func (m ministry) grants() (all []model.Grant) {
	add := func(a account, key string, role model.Role, from, until calendar.Day, campaign model.ID) {
		all = append(all, model.Grant{
			ID: model.ID(len(all) + 1), AccountID: a.ID, PersonID: m.person(key), Role: role,
			From: from, Until: until, CampaignID: campaign, Declared: campaign != 0,
		})
	}
	for _, a := range m.words.Accounts {
		for _, key := range administrators(a.Network) {
			add(a, key, model.Administrator, m.began, calendar.Day{}, 0)
		}
		if a.Network != model.Facebook && a.Network != model.Instagram {
			continue
		}
		earlier, current := m.campaigns()[0], m.campaigns()[1]
		add(a, "andes", model.Advertiser, earlier.Starts, earlier.Ends, earlier.ID)
		add(a, "andes", model.Advertiser, current.Starts, calendar.Day{}, current.ID)
	}
	return all
}

// administrators are who administers an account: on networks of a single login
// those who know its password.
func administrators(n model.Network) []string {
	switch n {
	case model.Facebook:
		return []string{"ana", "luis", "carla", "pcm"}
	case model.YouTube:
		return []string{"ana", "luis", "carla"}
	case model.X, model.Instagram, model.TikTok, model.Other:
	}
	return []string{"ana", "luis"}
}

// reviews are the signed looks at the roles of every month since the records
// begin but the present one, which is still to be done (6.1.2.11).
func (m ministry) reviews() (all []model.Review) {
	var row model.ID
	for month := m.first.InMonth(); month.Before(m.today.InMonth()); month = month.Next() {
		day := month.Last().AddDays(-3)
		r := model.Review{
			ID: model.ID(len(all) + 1), Month: month, ReviewerID: m.person("luis"),
			SignedAt: day.At(16, 42, 10), Initials: "LR",
		}
		for _, a := range m.words.Accounts {
			r.Looked = append(r.Looked, a.ID)
		}
		for _, g := range m.grants() {
			if g.From.After(day) || !g.Until.IsZero() && g.Until.Before(month.First()) {
				continue
			}
			row++
			r.Rows = append(r.Rows, decided(g, row))
		}
		all = append(all, r)
	}
	return all
}

// decided is the decision on a grant: an advertiser's ends with its campaign.
func decided(g model.Grant, row model.ID) model.ReviewRow {
	r := model.ReviewRow{ID: row, GrantID: g.ID, Decision: model.Keep}
	if !g.Until.IsZero() {
		r.Decision, r.Reason = model.Revoke, "Terminó la campaña"
	}
	return r
}
