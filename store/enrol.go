package store

import (
	"context"

	"faro/model"
)

// Enrol adds a person together with their first function, as one action. Where
// somebody with that name is on record and not archived, the function is
// theirs.
func (s *Store) Enrol(ctx context.Context, p model.Person, a model.Appointment) (model.Person, error) {
	p = cleanPerson(p)
	a.Document = model.Clean(a.Document)
	if err := p.Validate(); err != nil {
		return p, err
	}
	a.PersonID = 1 // Stands for the person who is about to get a number.
	if err := a.Validate(); err != nil {
		return p, err
	}
	err := s.write(ctx, "enrol a person", Done, func(c *change) error {
		c.what = p.Name + " como " + lowered(a.Function.Label())
		known, err := c.idOf(ctx, `SELECT id FROM people WHERE name = ? AND archived = 0`, p.Name)
		if err != nil {
			return err
		}
		if p.ID = known; known == 0 {
			if p.ID, err = c.insert(ctx, "people", personFields(p)); err != nil {
				return err
			}
		}
		a.PersonID = p.ID
		_, err = c.insert(ctx, "appointments", appointmentFields(a))
		return err
	})
	return p, err
}
