package store

import (
	"context"
	"database/sql"

	"faro/model"
	"faro/model/calendar"
)

// Campaigns lists the campaigns, the latest first.
func (s *Store) Campaigns(ctx context.Context) ([]model.Campaign, error) {
	all, err := campaigns(ctx, s.db)
	return all, fault("list the campaigns", err)
}

func campaigns(ctx context.Context, q querier) ([]model.Campaign, error) {
	return list(ctx, q, scanCampaign, selectCampaigns+` ORDER BY starts DESC, id DESC`)
}

const selectCampaigns = `SELECT id, name, paid, starts, ends FROM campaigns`

func scanCampaign(rows *sql.Rows) (k model.Campaign, err error) {
	return k, rows.Scan(&k.ID, &k.Name, &k.Paid, parsed(&k.Starts), parsed(&k.Ends))
}

// SaveCampaign adds a campaign, or changes one when the ID is set.
func (s *Store) SaveCampaign(ctx context.Context, k model.Campaign) (model.Campaign, error) {
	k.Name = model.Clean(k.Name)
	if err := k.Validate(); err != nil {
		return k, err
	}
	err := s.write(ctx, "save a campaign", Done, func(c *change) (err error) {
		c.what = "campaña " + k.Name
		k.ID, err = c.save(ctx, "campaigns", k.ID, campaignFields(k))
		return err
	})
	return k, err
}

func campaignFields(k model.Campaign) fields {
	return fields{"name": k.Name, "paid": k.Paid, "starts": k.Starts, "ends": k.Ends}
}

// Grants lists every role on every account, past ones too, the earliest
// first.
func (s *Store) Grants(ctx context.Context) ([]model.Grant, error) {
	all, err := list(ctx, s.db, scanGrant, selectGrants+` ORDER BY starts, id`)
	return all, fault("list the roles", err)
}

const selectGrants = `SELECT id, account_id, person_id, role, starts, until, campaign_id, declared, note FROM grants`

func scanGrant(rows *sql.Rows) (g model.Grant, err error) {
	return g, rows.Scan(&g.ID, &g.AccountID, &g.PersonID, &g.Role, parsed(&g.From), parsed(&g.Until),
		reference(&g.CampaignID), &g.Declared, &g.Note)
}

// grantsSince lists the roles that stand and those taken away on day or later;
// the zero Day lists all.
func grantsSince(ctx context.Context, q querier, day calendar.Day) ([]model.Grant, error) {
	return list(ctx, q, scanGrant, selectGrants+` WHERE until IS NULL OR until >= ? ORDER BY starts, id`, day.String())
}

// SaveGrant gives a person a role on an account, or changes the record when
// the ID is set.
func (s *Store) SaveGrant(ctx context.Context, g model.Grant) (model.Grant, error) {
	g.Note = model.CleanText(g.Note)
	if err := g.Validate(); err != nil {
		return g, err
	}
	err := s.write(ctx, "save a role", Done, func(c *change) error {
		label, err := c.grantLabel(ctx, g)
		if err != nil {
			return err
		}
		c.what = "rol de " + label
		g.ID, err = c.save(ctx, "grants", g.ID, grantFields(g))
		return err
	})
	return g, err
}

func grantFields(g model.Grant) fields {
	return fields{
		"account_id": g.AccountID, "person_id": g.PersonID, "role": g.Role, "starts": g.From, "until": g.Until,
		"campaign_id": g.CampaignID, "declared": g.Declared, "note": g.Note,
	}
}

// grantLabel names a role in a phrase: "administrador de Luis Rojas en
// Facebook @MinEjemploPeru".
func (c *change) grantLabel(ctx context.Context, g model.Grant) (string, error) {
	p, err := c.person(ctx, g.PersonID)
	if err != nil {
		return "", err
	}
	a, err := c.account(ctx, g.AccountID)
	return lowered(g.Role.Label()) + " de " + p.Name + " en " + a.Label(), err
}

// RevokeGrant records the day a role was taken away on the platform.
func (s *Store) RevokeGrant(ctx context.Context, id model.ID, day calendar.Day) error {
	return s.write(ctx, "record the end of a role", Done, func(c *change) error {
		g, err := only(ctx, c, scanGrant, selectGrants+` WHERE id = ?`, int64(id))
		if err != nil {
			return err
		}
		g.Until = day
		if !day.Valid() {
			return &model.FieldError{Field: "Hasta", Hint: "escriba el día del retiro, por ejemplo 16/11/2026"}
		}
		if err := g.Validate(); err != nil {
			return err
		}
		label, err := c.grantLabel(ctx, g)
		if err != nil {
			return err
		}
		c.what = "retiro del rol de " + label
		return c.update(ctx, "grants", id, fields{"until": day})
	})
}
