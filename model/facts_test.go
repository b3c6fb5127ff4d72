package model_test

import (
	"errors"
	"testing"
	"time"

	"faro/model"
	"faro/model/calendar"
)

func day(t *testing.T, iso string) calendar.Day {
	t.Helper()
	d, err := calendar.ParseDay(iso)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestOnlyInstitutionalMailIsOfficial(t *testing.T) { // 6.1.1.4, O-030
	named := model.Entity{EmailDomains: []string{"minej.gob.pe"}}
	for _, tt := range []struct {
		entity  model.Entity
		address string
		want    bool
	}{
		{named, "rrss@minej.gob.pe", true},
		{named, "rrss@MINEJ.gob.pe", true},
		{named, "rrss@prensa.minej.gob.pe", true},
		{named, "rrss@otro.gob.pe", false},
		{named, "rrss@falsominej.gob.pe", false},
		{model.Entity{}, "rrss@cualquiera.gob.pe", true},
		{model.Entity{}, "ana@gmail.com", false},
		{model.Entity{}, "sin arroba", false},
	} {
		if got := tt.entity.OfficialEmail(tt.address); got != tt.want {
			t.Errorf("OfficialEmail(%q) with %v = %v, want %v", tt.address, tt.entity.EmailDomains, got, tt.want)
		}
	}
}

func TestValidateNamesTheFieldsAtFault(t *testing.T) {
	d := day(t, "2026-11-23")
	for _, tt := range []struct {
		name   string
		err    error
		fields []string
	}{
		{"a whole entity", model.Entity{Name: "Ministerio de Ejemplo", Acronym: "MINEJ", SCSEmail: model.DefaultSCSEmail}.Validate(), nil},
		{"an empty entity", model.Entity{}.Validate(), []string{"Entidad", "Siglas", "Correo de la SCS"}},
		{"a RUC of ten digits", model.Entity{Name: "M", Acronym: "M", RUC: "2010000000", SCSEmail: "a@b.pe"}.Validate(), []string{"RUC"}},
		{"a person without a name", model.Person{Email: "no es correo"}.Validate(), []string{"Nombre", "Correo"}},
		{"an appointment that ends before it begins", model.Appointment{PersonID: 1, Function: model.Head, From: d, Until: d.AddDays(-1)}.Validate(), []string{"Hasta"}},
		{"an account with an @", model.Account{Network: model.X, Handle: "@minej"}.Validate(), []string{"Usuario"}},
		{"another network needs its name", model.Account{Network: model.Other, Handle: "minej"}.Validate(), []string{"Red social"}},
		{"a post whose hour is another day's in Lima", model.Post{AccountID: 1, Kind: model.Publication, Day: d, At: time.Date(2026, 11, 24, 5, 0, 0, 0, time.UTC)}.Validate(), []string{"Hora"}},
		{"a post at 23:59:30 in Lima (S05)", model.Post{AccountID: 1, Kind: model.Publication, Day: day(t, "2026-11-30"), At: time.Date(2026, 12, 1, 4, 59, 30, 0, time.UTC)}.Validate(), nil},
		{"messaging is no channel (6.1.2.6)", model.CredentialChange{CredentialID: 1, PersonID: 1, Day: d, Channel: "whatsapp"}.Validate(), []string{"Canal"}},
		{"a justified day without a reason", model.JustifiedDay{Day: d, AuthorID: 1, Reason: " \u200b "}.Validate(), []string{"Motivo"}},
		{"a campaign that ends before it starts", model.Campaign{Name: "c", Starts: d, Ends: d.AddDays(-1)}.Validate(), []string{"Fin"}},
		{"a grant without anything", model.Grant{}.Validate(), []string{"Cuenta", "Persona", "Rol", "Desde"}},
		{"a fake account", model.FakeAccount{AccountID: 1, URL: "https://x.com/falsa", SeenOn: d}.Validate(), nil},
		{"a custody without a day", model.Custody{CredentialID: 1, PersonID: 1}.Validate(), []string{"Desde"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got model.FieldErrors
			if tt.err != nil && !errors.As(tt.err, &got) {
				t.Fatalf("Validate() = %v, not model.FieldErrors", tt.err)
			}
			if len(got) != len(tt.fields) {
				t.Fatalf("Validate() = %v, want faults in %v", tt.err, tt.fields)
			}
			for i, field := range tt.fields {
				if got[i].Field != field || got[i].Hint == "" {
					t.Errorf("fault %d = %v, want one in %q with a hint", i, got[i], field)
				}
			}
		})
	}
}

func TestPeriodsIncludeTheirLastDay(t *testing.T) {
	from, until := day(t, "2026-10-01"), day(t, "2026-10-31")
	a := model.Appointment{From: from, Until: until}
	c := model.Custody{From: from, Until: until}
	for _, tt := range []struct {
		day  string
		want bool
	}{{"2026-09-30", false}, {"2026-10-01", true}, {"2026-10-31", true}, {"2026-11-01", false}} {
		if d := day(t, tt.day); a.On(d) != tt.want || c.On(d) != tt.want {
			t.Errorf("On(%s) = %v, %v; want %v", tt.day, a.On(d), c.On(d), tt.want)
		}
	}
	if open := (model.Appointment{From: from}); !open.On(day(t, "2030-01-01")) {
		t.Error("an appointment without an end has ended")
	}
}

func TestARoleIsGoneOnTheDayOfItsRemoval(t *testing.T) {
	g := model.Grant{From: day(t, "2026-10-01"), Until: day(t, "2026-11-04")}
	if !g.On(day(t, "2026-11-03")) || g.On(day(t, "2026-11-04")) {
		t.Error("a role removed on 04/11 must stand on 03/11 and no longer on 04/11")
	}
}
