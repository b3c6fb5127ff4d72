package store

import (
	"context"
	"database/sql"
	"strings"

	"faro/model"
	"faro/model/calendar"
)

// People lists everybody, the archived too, by name.
func (s *Store) People(ctx context.Context) ([]model.Person, error) {
	all, err := people(ctx, s.db)
	return all, fault("list the people", err)
}

const selectPeople = `SELECT id, name, email, phone, archived FROM people`

func people(ctx context.Context, q querier) ([]model.Person, error) {
	return list(ctx, q, scanPerson, selectPeople+` ORDER BY name, id`)
}

func scanPerson(rows *sql.Rows) (p model.Person, err error) {
	return p, rows.Scan(&p.ID, &p.Name, &p.Email, &p.Phone, &p.Archived)
}

// person reads one person.
func (c *change) person(ctx context.Context, id model.ID) (model.Person, error) {
	return only(ctx, c, scanPerson, selectPeople+` WHERE id = ?`, int64(id))
}

// only reads the one record a query answers.
func only[T any](ctx context.Context, q querier, scan func(*sql.Rows) (T, error), query string, args ...any) (one T, err error) {
	all, err := list(ctx, q, scan, query, args...)
	if err == nil && len(all) == 0 {
		err = model.ErrNotFound
	}
	if err != nil {
		return one, err
	}
	return all[0], nil
}

// SavePerson adds a person, or changes one when the ID is set.
func (s *Store) SavePerson(ctx context.Context, p model.Person) (model.Person, error) {
	p = cleanPerson(p)
	if err := p.Validate(); err != nil {
		return p, err
	}
	err := s.write(ctx, "save a person", Done, func(c *change) (err error) {
		c.what = "persona " + p.Name
		if p.ID != 0 {
			c.what = "datos de " + p.Name
		}
		p.ID, err = c.save(ctx, "people", p.ID, personFields(p))
		return err
	})
	return p, err
}

func cleanPerson(p model.Person) model.Person {
	p.Name, p.Email, p.Phone = model.Clean(p.Name), model.Clean(p.Email), model.Clean(p.Phone)
	return p
}

func personFields(p model.Person) fields {
	return fields{"name": p.Name, "email": p.Email, "phone": p.Phone, "archived": p.Archived}
}

// ArchivePerson takes a person out of the lists to choose from, or puts them
// back. Nobody is deleted.
func (s *Store) ArchivePerson(ctx context.Context, id model.ID, archived bool) error {
	return s.write(ctx, "archive a person", Done, func(c *change) error {
		p, err := c.person(ctx, id)
		if err != nil {
			return err
		}
		c.what = archiving(archived) + p.Name
		return c.update(ctx, "people", id, fields{"archived": archived})
	})
}

func archiving(archived bool) string {
	if archived {
		return "archivo de "
	}
	return "desarchivo de "
}

// Appointments lists every appointment, past ones too, the earliest first.
func (s *Store) Appointments(ctx context.Context) ([]model.Appointment, error) {
	all, err := appointments(ctx, s.db)
	return all, fault("list the appointments", err)
}

const selectAppointments = `SELECT id, person_id, function, starts, until, document FROM appointments`

func appointments(ctx context.Context, q querier) ([]model.Appointment, error) {
	return list(ctx, q, scanAppointment, selectAppointments+` ORDER BY starts, id`)
}

func scanAppointment(rows *sql.Rows) (a model.Appointment, err error) {
	return a, rows.Scan(&a.ID, &a.PersonID, &a.Function, parsed(&a.From), parsed(&a.Until), &a.Document)
}

// SaveAppointment gives a person a function, or changes an appointment when
// the ID is set.
func (s *Store) SaveAppointment(ctx context.Context, a model.Appointment) (model.Appointment, error) {
	a.Document = model.Clean(a.Document)
	if err := a.Validate(); err != nil {
		return a, err
	}
	err := s.write(ctx, "save an appointment", Done, func(c *change) error {
		p, err := c.person(ctx, a.PersonID)
		if err != nil {
			return err
		}
		c.what = "función de " + p.Name + " como " + lowered(a.Function.Label())
		a.ID, err = c.save(ctx, "appointments", a.ID, appointmentFields(a))
		return err
	})
	return a, err
}

func appointmentFields(a model.Appointment) fields {
	return fields{"person_id": a.PersonID, "function": a.Function, "starts": a.From, "until": a.Until, "document": a.Document}
}

// lowered is a label inside a phrase: its first letter small, unless the word
// is an abbreviation.
func lowered(label string) string {
	first, rest, _ := strings.Cut(label, " ")
	if first == strings.ToUpper(first) && len(first) > 1 {
		return label
	}
	return strings.TrimSpace(strings.ToLower(first) + " " + rest)
}

// Leave records that a person's last day is day: every function and every
// custody in force then ends that day (S19). Roles stay until somebody takes
// them away on the platforms.
func (s *Store) Leave(ctx context.Context, person model.ID, day calendar.Day) error {
	if !day.Valid() {
		return &model.FieldError{Field: "Último día", Hint: "escriba el día, por ejemplo 13/11/2026"}
	}
	return s.write(ctx, "record that a person leaves", Done, func(c *change) error {
		p, err := c.person(ctx, person)
		if err != nil {
			return err
		}
		c.what = "salida de " + p.Name + " el " + day.Slashed()
		ended := 0
		for _, table := range []string{"appointments", "custodies"} {
			n, err := c.end(ctx, table, person, day)
			if err != nil {
				return err
			}
			ended += n
		}
		if ended == 0 {
			return &model.FieldError{Field: "Persona", Hint: "ese día no tiene funciones ni contraseñas a su cargo"}
		}
		return nil
	})
}

// end sets the last day of what a person holds on day and tells how many
// there were.
func (c *change) end(ctx context.Context, table string, person model.ID, day calendar.Day) (int, error) {
	ids, err := list(ctx, c, scanID, `
		SELECT id FROM `+table+`
		WHERE person_id = ? AND starts <= ? AND (until IS NULL OR until > ?) ORDER BY id`,
		int64(person), day.String(), day.String())
	if err != nil {
		return 0, err
	}
	for _, id := range ids {
		if err := c.update(ctx, table, id, fields{"until": day}); err != nil {
			return 0, err
		}
	}
	return len(ids), nil
}
