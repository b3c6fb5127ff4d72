package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"faro/model"
)

// Accounts lists every account, closed and archived ones too, in the order of
// Annex 3's networks and then by handle.
func (s *Store) Accounts(ctx context.Context) ([]model.Account, error) {
	all, err := accounts(ctx, s.db)
	return all, fault("list the accounts", err)
}

const selectAccounts = `
	SELECT id, network, network_name, handle, name, email, description, content, opened, closed,
		two_step, two_step_on, badge, badge_on, archived
	FROM accounts`

func accounts(ctx context.Context, q querier) ([]model.Account, error) {
	all, err := accountsBy(ctx, q, `handle COLLATE NOCASE, id`)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(all, func(a, b model.Account) int { return place(a.Network) - place(b.Network) })
	return all, nil
}

// place is where Annex 3 puts a network; the others come last.
func place(n model.Network) int {
	if i := slices.Index(model.Networks(), n); i >= 0 {
		return i
	}
	return len(model.Networks())
}

func scanAccount(rows *sql.Rows) (a model.Account, err error) {
	a.Responsibles = []model.ID{}
	return a, rows.Scan(&a.ID, &a.Network, &a.NetworkName, &a.Handle, &a.Name, &a.Email, &a.Description, &a.Content,
		parsed(&a.Opened), parsed(&a.Closed), &a.TwoStep, parsed(&a.TwoStepOn), &a.Badge, parsed(&a.BadgeOn), &a.Archived)
}

func accountsByID(ctx context.Context, q querier) ([]model.Account, error) {
	return accountsBy(ctx, q, `id`)
}

func accountsBy(ctx context.Context, q querier, order string) ([]model.Account, error) {
	answering, err := responsibles(ctx, q, ``)
	if err != nil {
		return nil, err
	}
	return list(ctx, q, accountScan(answering), selectAccounts+` ORDER BY `+order)
}

// accountScan reads accounts whose responsibles are known already.
func accountScan(answering map[model.ID][]model.ID) func(*sql.Rows) (model.Account, error) {
	return func(rows *sql.Rows) (model.Account, error) {
		a, err := scanAccount(rows)
		a.Responsibles = append(a.Responsibles, answering[a.ID]...)
		return a, err
	}
}

// responsibles are who answers for each account, in their order.
func responsibles(ctx context.Context, q querier, where string, args ...any) (map[model.ID][]model.ID, error) {
	type link struct{ account, person model.ID }
	of := map[model.ID][]model.ID{}
	err := each(ctx, q, func(rows *sql.Rows) (l link, err error) {
		return l, rows.Scan(&l.account, &l.person)
	}, func(l link) error {
		of[l.account] = append(of[l.account], l.person)
		return nil
	}, `SELECT account_id, person_id FROM account_responsibles `+where+` ORDER BY account_id, position`, args...)
	return of, err
}

// account reads one account.
func (c *change) account(ctx context.Context, id model.ID) (model.Account, error) {
	a, err := only(ctx, c, scanAccount, selectAccounts+` WHERE id = ?`, int64(id))
	if err != nil {
		return a, err
	}
	answering, err := responsibles(ctx, c, `WHERE account_id = ?`, int64(id))
	a.Responsibles = append(a.Responsibles, answering[id]...)
	return a, err
}

// SaveAccount adds an account, or changes one when the ID is set. Its
// credentials follow: the network's own access (on Facebook, which has none,
// the declaration of personal accounts, A-10b) and one mailbox for each e-mail
// address in use. Closing the account retires them on the closing day.
func (s *Store) SaveAccount(ctx context.Context, a model.Account) (model.Account, error) {
	a = cleanAccount(a)
	if err := a.Validate(); err != nil {
		return a, err
	}
	err := s.write(ctx, "save an account", Done, func(c *change) error {
		c.what = "cuenta " + a.Label()
		var before model.Account
		var err error
		if a.ID != 0 {
			c.what = "datos de la cuenta " + a.Label()
			if before, err = c.account(ctx, a.ID); err != nil {
				return err
			}
		}
		if err := c.saveAccount(ctx, &a); err != nil {
			return err
		}
		return c.credentialsOf(ctx, before, a)
	})
	return a, err
}

func cleanAccount(a model.Account) model.Account {
	for _, text := range []*string{&a.NetworkName, &a.Handle, &a.Name, &a.Email} {
		*text = model.Clean(*text)
	}
	a.Handle = strings.TrimPrefix(a.Handle, "@")
	a.Description, a.Content = model.CleanText(a.Description), model.CleanText(a.Content)
	people := []model.ID{}
	for _, id := range a.Responsibles {
		if id > 0 && !slices.Contains(people, id) {
			people = append(people, id)
		}
	}
	a.Responsibles = people
	return a
}

// saveAccount writes the account and who answers for it.
func (c *change) saveAccount(ctx context.Context, a *model.Account) error {
	id, err := c.save(ctx, "accounts", a.ID, accountFields(*a))
	if err != nil {
		return err
	}
	a.ID = id
	return c.saveResponsibles(ctx, *a)
}

func accountFields(a model.Account) fields {
	return fields{
		"network": a.Network, "network_name": a.NetworkName, "handle": a.Handle, "name": a.Name, "email": a.Email,
		"description": a.Description, "content": a.Content, "opened": a.Opened, "closed": a.Closed,
		"two_step": a.TwoStep, "two_step_on": a.TwoStepOn, "badge": a.Badge, "badge_on": a.BadgeOn, "archived": a.Archived,
	}
}

// saveResponsibles replaces the list when it differs.
func (c *change) saveResponsibles(ctx context.Context, a model.Account) error {
	type link struct{ id, person model.ID }
	links, err := list(ctx, c, func(rows *sql.Rows) (l link, err error) {
		return l, rows.Scan(&l.id, &l.person)
	}, `SELECT id, person_id FROM account_responsibles WHERE account_id = ? ORDER BY position`, int64(a.ID))
	if err != nil {
		return err
	}
	if slices.EqualFunc(links, a.Responsibles, func(l link, p model.ID) bool { return l.person == p }) {
		return nil
	}
	for _, l := range links {
		if err := c.delete(ctx, "account_responsibles", l.id); err != nil {
			return err
		}
	}
	for i, p := range a.Responsibles {
		f := fields{"account_id": a.ID, "person_id": p, "position": i}
		if _, err := c.insert(ctx, "account_responsibles", f); err != nil {
			return err
		}
	}
	return nil
}

// ArchiveAccount takes an account out of everything that is computed, or puts
// it back. No account is deleted.
func (s *Store) ArchiveAccount(ctx context.Context, id model.ID, archived bool) error {
	return s.write(ctx, "archive an account", Done, func(c *change) error {
		before, err := c.account(ctx, id)
		if err != nil {
			return err
		}
		c.what = archiving(archived) + "la cuenta " + before.Label()
		if err := c.update(ctx, "accounts", id, fields{"archived": archived}); err != nil {
			return err
		}
		a := before
		a.Archived = archived
		return c.credentialsOf(ctx, before, a)
	})
}

// Fakes lists the false accounts that were seen, the latest first.
func (s *Store) Fakes(ctx context.Context) ([]model.FakeAccount, error) {
	all, err := fakes(ctx, s.db)
	return all, fault("list the fake accounts", err)
}

func fakes(ctx context.Context, q querier) ([]model.FakeAccount, error) {
	return list(ctx, q, scanFake, selectFakes+` ORDER BY seen_on DESC, id DESC`)
}

const selectFakes = `SELECT id, account_id, url, seen_on, reported_on, removed_on FROM fakes`

func scanFake(rows *sql.Rows) (f model.FakeAccount, err error) {
	return f, rows.Scan(&f.ID, &f.AccountID, &f.URL, parsed(&f.SeenOn), parsed(&f.ReportedOn), parsed(&f.RemovedOn))
}

// SaveFake adds a false account, or changes one when the ID is set.
func (s *Store) SaveFake(ctx context.Context, f model.FakeAccount) (model.FakeAccount, error) {
	f.URL = model.Clean(f.URL)
	if err := f.Validate(); err != nil {
		return f, err
	}
	err := s.write(ctx, "save a fake account", Done, func(c *change) error {
		a, err := c.account(ctx, f.AccountID)
		if err != nil {
			return err
		}
		c.what = "cuenta falsa de " + a.Label()
		f.ID, err = c.save(ctx, "fakes", f.ID, fakeFields(f))
		return err
	})
	return f, err
}

func fakeFields(f model.FakeAccount) fields {
	return fields{
		"account_id": f.AccountID, "url": f.URL,
		"seen_on": f.SeenOn, "reported_on": f.ReportedOn, "removed_on": f.RemovedOn,
	}
}
