package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"faro/model"
	"faro/model/calendar"
)

// checker looks over a document that could be read, before anything of it is
// stored: every record by its own rules, every id once, every reference at
// something that is there.
type checker struct {
	faults *DocumentError
	bad    map[string]bool // records that could not be read whole
	ids    map[string]map[model.ID]bool
	path   string // of the record being looked at
}

// check looks over the whole document. Its text is cleaned on the way, as it
// would be at every other door.
func check(d *document, faults *DocumentError) {
	c := &checker{faults: faults, bad: faults.records(), ids: map[string]map[model.ID]bool{}}
	if d.Format != documentFormat {
		faults.add("formato", "debe ser «faro»")
	}
	switch {
	case d.Version > documentVersion:
		faults.add("version", "la escribió una versión más nueva de faro; actualice el programa")
	case d.Version != documentVersion:
		faults.add("version", "debe ser 1")
	}
	if d.Entity != nil {
		*d.Entity = cleanEntity(*d.Entity)
		c.path = "entity"
		c.valid("entity", d.Entity.Validate())
	}
	c.register(d)
	c.people(d)
	c.accounts(d)
	c.credentials(d)
	c.roles(d)
	c.reviews(d)
	c.posts(d)
	c.reports(d)
}

// register notes every id, so that references may point forward.
func (c *checker) register(d *document) {
	enlist(c, "criteria", d.Criteria, func(v setting) model.ID { return v.ID })
	enlist(c, "people", d.People, func(v model.Person) model.ID { return v.ID })
	enlist(c, "appointments", d.Appointments, func(v model.Appointment) model.ID { return v.ID })
	enlist(c, "accounts", d.Accounts, func(v model.Account) model.ID { return v.ID })
	enlist(c, "fakes", d.Fakes, func(v model.FakeAccount) model.ID { return v.ID })
	enlist(c, "credentials", d.Credentials, func(v model.Credential) model.ID { return v.ID })
	enlist(c, "custodies", d.Custodies, func(v model.Custody) model.ID { return v.ID })
	enlist(c, "changes", d.Changes, func(v model.CredentialChange) model.ID { return v.ID })
	enlist(c, "campaigns", d.Campaigns, func(v model.Campaign) model.ID { return v.ID })
	enlist(c, "grants", d.Grants, func(v model.Grant) model.ID { return v.ID })
	enlist(c, "reviews", d.Reviews, func(v wireReview) model.ID { return v.ID })
	enlist(c, "justified", d.Justified, func(v model.JustifiedDay) model.ID { return v.ID })
	enlist(c, "figures", d.Figures, func(v model.Figures) model.ID { return v.ID })
	enlist(c, "posts", d.Posts, func(v wirePost) model.ID { return v.ID })
	enlist(c, "metrics", d.Metrics, func(v wireSnapshot) model.ID { return v.ID })
	enlist(c, "reports", d.Reports, func(v wireReport) model.ID { return v.ID })
}

func enlist[T any](c *checker, section string, records []T, id func(T) model.ID) {
	for i, r := range records {
		c.once(section, fmt.Sprintf("%s[%d]", section, i), id(r))
	}
}

// once notes an id that must be there and be nobody else's.
func (c *checker) once(section, path string, id model.ID) {
	known := c.ids[section]
	if known == nil {
		known = map[model.ID]bool{}
		c.ids[section] = known
	}
	switch {
	case id < 1 && !c.bad[recordOf(path)]:
		c.faults.add(path+".id", "falta un número entero mayor que cero")
	case known[id]:
		c.faults.add(path+".id", fmt.Sprintf("se repite el %d", id))
	}
	known[id] = true
}

func recordOf(path string) string { return path[:strings.IndexByte(path, ']')+1] }

// walk calls look on every record that could be read whole.
func walk[T any](c *checker, section string, records []T, look func(*T)) {
	for i := range records {
		if c.path = fmt.Sprintf("%s[%d]", section, i); !c.bad[c.path] {
			look(&records[i])
		}
	}
}

// points checks a reference; zero is one that may be left out.
func (c *checker) points(field, section string, id model.ID) {
	if id != 0 && !c.ids[section][id] {
		c.faults.add(c.path+"."+field, fmt.Sprintf("no hay ningún registro %d en %s", id, section))
	}
}

// holds notes a fault unless ok.
func (c *checker) holds(ok bool, field, hint string) {
	if !ok {
		c.faults.add(c.path+"."+field, hint)
	}
}

// valid notes what a record's own rules say, at the field they speak of.
func (c *checker) valid(section string, err error) {
	if err == nil {
		return
	}
	var all model.FieldErrors
	if !errors.As(err, &all) {
		c.faults.add(c.path, err.Error())
		return
	}
	for _, p := range all {
		name, ok := fieldNames[section][p.Field]
		if !ok {
			c.faults.add(c.path, p.Error())
			continue
		}
		c.faults.add(c.path+"."+name, p.Hint)
	}
}

func (c *checker) people(d *document) {
	walk(c, "criteria", d.Criteria, func(v *setting) {
		v.Setting, v.Author = model.Clean(v.Setting), model.Clean(v.Author)
		c.holds(v.Setting != "", "setting", "falta el nombre del criterio")
		c.holds(json.Valid(v.Value), "value", "falta el valor")
		c.holds(!v.RecordedAt.at.IsZero(), "recorded_at", "falta cuándo se anotó")
		c.holds(v.EffectiveFrom.Valid(), "effective_from", "falta desde qué día rige")
	})
	walk(c, "holidays", d.Holidays, func(h *calendar.Holiday) {
		h.Name = model.Clean(h.Name)
		c.valid("holidays", checkHoliday(*h))
	})
	walk(c, "people", d.People, func(p *model.Person) {
		*p = cleanPerson(*p)
		c.valid("people", p.Validate())
	})
	walk(c, "appointments", d.Appointments, func(a *model.Appointment) {
		a.Document = model.Clean(a.Document)
		c.valid("appointments", a.Validate())
		c.points("person_id", "people", a.PersonID)
	})
}

func (c *checker) accounts(d *document) {
	walk(c, "accounts", d.Accounts, func(a *model.Account) {
		listed := len(a.Responsibles)
		for _, id := range a.Responsibles {
			c.points("responsibles", "people", id)
		}
		*a = cleanAccount(*a)
		c.holds(len(a.Responsibles) == listed, "responsibles", "una persona está dos veces")
		c.valid("accounts", a.Validate())
		c.holds(a.TwoStep == model.TwoStepUnknown || a.TwoStep == model.TwoStepOn || a.TwoStep == model.TwoStepOff,
			"two_step", "debe ser activada, desactivada o vacío")
		c.holds(slices.Contains(model.Badges(), a.Badge), "badge", "no es un estado conocido de la insignia")
	})
	walk(c, "fakes", d.Fakes, func(f *model.FakeAccount) {
		f.URL = model.Clean(f.URL)
		c.valid("fakes", f.Validate())
		c.points("account_id", "accounts", f.AccountID)
	})
	walk(c, "justified", d.Justified, func(j *model.JustifiedDay) {
		j.Reason = model.CleanText(j.Reason)
		c.valid("justified", j.Validate())
		c.points("account_id", "accounts", j.AccountID)
		c.points("author_id", "people", j.AuthorID)
	})
	walk(c, "figures", d.Figures, func(f *model.Figures) {
		c.valid("figures", checkFigures(*f))
		c.points("account_id", "accounts", f.AccountID)
	})
}

func (c *checker) credentials(d *document) {
	walk(c, "credentials", d.Credentials, func(k *model.Credential) {
		k.Address = strings.ToLower(model.Clean(k.Address))
		known := k.Kind == model.NetworkAccess || k.Kind == model.Mailbox || k.Kind == model.PersonalAccess
		c.holds(known, "kind", "debe ser red, correo o personal")
		c.valid("credentials", k.Validate())
		c.holds(k.Kind != model.Mailbox || k.AccountID == 0, "account_id", "un correo no es de una sola cuenta")
		c.holds(k.Kind == model.Mailbox || k.Address == "", "address", "solo un correo tiene dirección")
		c.points("account_id", "accounts", k.AccountID)
	})
	walk(c, "custodies", d.Custodies, func(k *model.Custody) {
		c.valid("custodies", k.Validate())
		c.points("credential_id", "credentials", k.CredentialID)
		c.points("person_id", "people", k.PersonID)
	})
	walk(c, "changes", d.Changes, func(h *model.CredentialChange) {
		h.Note = model.CleanText(h.Note)
		c.valid("changes", h.Validate())
		c.points("credential_id", "credentials", h.CredentialID)
		c.points("person_id", "people", h.PersonID)
	})
}

func (c *checker) roles(d *document) {
	walk(c, "campaigns", d.Campaigns, func(k *model.Campaign) {
		k.Name = model.Clean(k.Name)
		c.valid("campaigns", k.Validate())
	})
	walk(c, "grants", d.Grants, func(g *model.Grant) {
		g.Note = model.CleanText(g.Note)
		c.valid("grants", g.Validate())
		c.points("account_id", "accounts", g.AccountID)
		c.points("person_id", "people", g.PersonID)
		c.points("campaign_id", "campaigns", g.CampaignID)
	})
}
