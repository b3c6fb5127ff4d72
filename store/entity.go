package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"

	"faro/model"
	"faro/model/calendar"
)

// Entity reads the institution; model.ErrNotFound until it is saved.
func (s *Store) Entity(ctx context.Context) (model.Entity, error) {
	e, err := entity(ctx, s.db)
	return e, fault("read the entity", err)
}

func entity(ctx context.Context, q querier) (e model.Entity, err error) {
	var domains string
	err = q.QueryRowContext(ctx, `
		SELECT name, acronym, sector, ruc, unit, address, district, email_domains, scs_email FROM entity`).Scan(
		&e.Name, &e.Acronym, &e.Sector, &e.RUC, &e.Unit, &e.Address, &e.District, &domains, &e.SCSEmail)
	if err != nil {
		return e, err
	}
	return e, json.Unmarshal([]byte(domains), &e.EmailDomains)
}

// knownEntity is entity where none on record is nothing wrong.
func knownEntity(ctx context.Context, q querier) (model.Entity, bool, error) {
	e, err := entity(ctx, q)
	if errors.Is(err, sql.ErrNoRows) {
		return model.Entity{}, false, nil
	}
	return e, err == nil, err
}

// SaveEntity writes down the institution.
func (s *Store) SaveEntity(ctx context.Context, e model.Entity) (model.Entity, error) {
	e = cleanEntity(e)
	if err := e.Validate(); err != nil {
		return e, err
	}
	err := s.write(ctx, "save the entity", Done, func(c *change) error {
		c.what = "datos de la entidad"
		return c.saveEntity(ctx, e)
	})
	return e, err
}

func cleanEntity(e model.Entity) model.Entity {
	for _, text := range []*string{&e.Name, &e.Acronym, &e.Sector, &e.RUC, &e.Unit, &e.Address, &e.District, &e.SCSEmail} {
		*text = model.Clean(*text)
	}
	if e.SCSEmail == "" {
		e.SCSEmail = model.DefaultSCSEmail
	}
	domains := []string{}
	for _, d := range e.EmailDomains {
		if d = strings.ToLower(model.Clean(d)); d != "" {
			domains = append(domains, d)
		}
	}
	e.EmailDomains = domains
	return e
}

func (c *change) saveEntity(ctx context.Context, e model.Entity) error {
	domains, err := json.Marshal(e.EmailDomains)
	if err != nil {
		return err
	}
	f := fields{
		"id": 1, "name": e.Name, "acronym": e.Acronym, "sector": e.Sector, "ruc": e.RUC, "unit": e.Unit,
		"address": e.Address, "district": e.District, "email_domains": string(domains), "scs_email": e.SCSEmail,
	}
	found, err := c.exists(ctx, `SELECT 1 FROM entity`)
	if err != nil {
		return err
	}
	if found {
		return c.update(ctx, "entity", 1, f)
	}
	_, err = c.insert(ctx, "entity", f)
	return err
}

// exists reports whether a query answers anything.
func (c *change) exists(ctx context.Context, query string, args ...any) (bool, error) {
	id, err := c.idOf(ctx, query, args...)
	return id != 0, err
}

// idOf answers the first id a query finds, or zero.
func (c *change) idOf(ctx context.Context, query string, args ...any) (model.ID, error) {
	ids, err := list(ctx, c, scanID, query, args...)
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	return ids[0], nil
}

func scanID(rows *sql.Rows) (id model.ID, err error) { return id, rows.Scan(&id) }

// Holidays lists the days without work added to the national ones, in
// order.
func (s *Store) Holidays(ctx context.Context) ([]calendar.Holiday, error) {
	all, err := holidays(ctx, s.db)
	return all, fault("list the holidays", err)
}

func holidays(ctx context.Context, q querier) ([]calendar.Holiday, error) {
	return list(ctx, q, func(rows *sql.Rows) (h calendar.Holiday, err error) {
		return h, rows.Scan(parsed(&h.Day), &h.Name)
	}, `SELECT day, name FROM holidays ORDER BY day`)
}

// SaveHoliday adds a day without work, or gives it another name.
func (s *Store) SaveHoliday(ctx context.Context, h calendar.Holiday) (calendar.Holiday, error) {
	h.Name = model.Clean(h.Name)
	if err := checkHoliday(h); err != nil {
		return h, err
	}
	err := s.write(ctx, "save a holiday", Done, func(c *change) error {
		c.what = "día no laborable " + h.Day.Slashed()
		return c.saveHoliday(ctx, h)
	})
	return h, err
}

func checkHoliday(h calendar.Holiday) error {
	var p model.FieldErrors
	p.Check(h.Day.Valid(), "Día", "escriba el día, por ejemplo 26/12/2026")
	p.Check(h.Name != "", "Nombre", "escriba de qué se trata, por ejemplo «D.S. 042-2026-PCM»")
	return p.Err()
}

func (c *change) saveHoliday(ctx context.Context, h calendar.Holiday) error {
	id, err := c.idOf(ctx, `SELECT id FROM holidays WHERE day = ?`, h.Day.String())
	if err != nil {
		return err
	}
	_, err = c.save(ctx, "holidays", id, fields{"day": h.Day, "name": h.Name})
	return err
}

// RemoveHoliday takes an added day without work away again.
func (s *Store) RemoveHoliday(ctx context.Context, day calendar.Day) error {
	return s.write(ctx, "remove a holiday", Done, func(c *change) error {
		c.what = "retiro del día no laborable " + day.Slashed()
		id, err := c.idOf(ctx, `SELECT id FROM holidays WHERE day = ?`, day.String())
		if err != nil {
			return err
		}
		return c.delete(ctx, "holidays", id)
	})
}
