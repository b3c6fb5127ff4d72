package store

import (
	"context"
	"slices"

	"faro/model"
	"faro/model/calendar"
)

// SetCustodians records who knows a credential from a day on: custodies of
// people not named end the day before, and those of new people begin (6.1.2.4,
// 6.2.1.2). It is one action; where nothing differs, nothing is recorded.
func (s *Store) SetCustodians(ctx context.Context, credential model.ID, people []model.ID, from calendar.Day) error {
	if !from.Valid() {
		return &model.FieldError{Field: "Desde", Hint: "escriba desde qué día"}
	}
	return s.write(ctx, "set the custodians of a credential", Done, func(c *change) error {
		of, _, err := c.credentialLabel(ctx, credential)
		if err != nil {
			return err
		}
		c.what = "custodios de la contraseña " + of
		all, err := custodies(ctx, c)
		if err != nil {
			return err
		}
		known := map[model.ID]bool{}
		for _, k := range all {
			if k.CredentialID != credential || !k.Until.IsZero() && k.Until.Before(from) {
				continue
			}
			if slices.Contains(people, k.PersonID) {
				known[k.PersonID] = true
				continue
			}
			if err := c.endCustody(ctx, k, from); err != nil {
				return err
			}
		}
		return c.beginCustodies(ctx, credential, people, known, from)
	})
}

// endCustody ends a custody the day before; one that began no earlier never
// was.
func (c *change) endCustody(ctx context.Context, k model.Custody, from calendar.Day) error {
	if !k.From.Before(from) {
		return c.delete(ctx, "custodies", k.ID)
	}
	k.Until = from.AddDays(-1)
	return c.update(ctx, "custodies", k.ID, custodyFields(k))
}

func (c *change) beginCustodies(ctx context.Context, credential model.ID, people []model.ID, known map[model.ID]bool, from calendar.Day) error {
	for _, person := range people {
		if known[person] {
			continue
		}
		known[person] = true
		if _, err := c.person(ctx, person); err != nil {
			return err
		}
		k := model.Custody{CredentialID: credential, PersonID: person, From: from}
		if _, err := c.insert(ctx, "custodies", custodyFields(k)); err != nil {
			return err
		}
	}
	return nil
}
