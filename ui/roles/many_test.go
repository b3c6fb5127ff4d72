package roles_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/store"
	"faro/ui/roles"
	"faro/ui/uitest"
)

// noon is 23/11/2026 14:05 in Lima.
var noon = time.Date(2026, 11, 23, 19, 5, 0, 0, time.UTC)

// many is an office of 600 accounts with four roles each, without a file. What
// the screen never asks for is not there.
type many struct{ *store.Store }

func (many) Accounts(context.Context) ([]model.Account, error) {
	all := make([]model.Account, 600)
	for i := range all {
		all[i] = model.Account{ID: model.ID(i + 1), Network: model.Networks()[i%5], Handle: fmt.Sprintf("Cuenta%03d", i)}
	}
	return all, nil
}

func (many) People(context.Context) ([]model.Person, error) {
	all := make([]model.Person, 50)
	for i := range all {
		all[i] = model.Person{ID: model.ID(i + 1), Name: fmt.Sprintf("Persona Número %02d", i+1)}
	}
	return all, nil
}

func (many) Appointments(context.Context) ([]model.Appointment, error) {
	all := make([]model.Appointment, 50)
	for i := range all {
		all[i] = model.Appointment{PersonID: model.ID(i + 1), Function: model.Functions()[i%7], From: calendar.NewDay(2026, 1, 1)}
		if i%11 == 0 {
			all[i].Until = calendar.NewDay(2026, 11, 13)
		}
	}
	return all, nil
}

func (many) Grants(context.Context) ([]model.Grant, error) {
	all := make([]model.Grant, 2400)
	for i := range all {
		all[i] = model.Grant{
			ID: model.ID(i + 1), AccountID: model.ID(i/4 + 1), PersonID: model.ID(i*7%50 + 1), Role: model.Administrator,
			From: calendar.NewDay(2026, 1, 1),
		}
	}
	return all, nil
}

func (many) Campaigns(context.Context) ([]model.Campaign, error)             { return nil, nil }
func (many) Credentials(context.Context) ([]model.Credential, error)         { return nil, nil }
func (many) Custodies(context.Context) ([]model.Custody, error)              { return nil, nil }
func (many) LatestChanges(context.Context) ([]model.CredentialChange, error) { return nil, nil }
func (many) Holidays(context.Context) ([]calendar.Holiday, error)            { return nil, nil }
func (many) Criteria(context.Context) (directive.Criteria, error) {
	return directive.DefaultCriteria(), nil
}

func (many) Reviews(context.Context, calendar.Month, calendar.Month) ([]model.Review, error) {
	return []model.Review{{ID: 1, Month: november}}, nil
}

func (many) StartReview(context.Context, calendar.Month, model.ID) (model.Review, error) {
	return model.Review{ID: 1, Month: november}, nil
}

// BenchmarkLoad is what comes between a keystroke and the next picture, apart
// from the disk: 600 accounts, 2,400 roles.
func BenchmarkLoad(b *testing.B) {
	s := roles.New(many{}, func() time.Time { return noon }, uitest.Colours(false))
	s.SetSize(160, 45)
	for b.Loop() {
		uitest.Run(s, s.Init())
	}
}

func TestSixHundredAccountsAreWorkedLikeSix(t *testing.T) {
	s := roles.New(many{}, func() time.Time { return noon }, uitest.Theme())
	uitest.Open(s, width100, height30)
	uitest.Press(s, "end")
	uitest.Shows(t, s.View(), "Cuenta599")
	uitest.Press(s, "/")
	uitest.Type(s, "cuenta123")
	uitest.Shows(t, s.View(), "1 de 600 cuentas", "Cuenta123")
}
