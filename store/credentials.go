package store

import (
	"context"
	"database/sql"
	"strings"

	"faro/model"
	"faro/model/calendar"
)

// Credentials lists what has a password, retired ones too.
func (s *Store) Credentials(ctx context.Context) ([]model.Credential, error) {
	all, err := credentials(ctx, s.db)
	return all, fault("list the credentials", err)
}

const selectCredentials = `SELECT id, kind, account_id, address, since, retired FROM credentials`

func credentials(ctx context.Context, q querier) ([]model.Credential, error) {
	return list(ctx, q, scanCredential, selectCredentials+` ORDER BY id`)
}

func scanCredential(rows *sql.Rows) (k model.Credential, err error) {
	return k, rows.Scan(&k.ID, &k.Kind, reference(&k.AccountID), &k.Address, parsed(&k.Since), parsed(&k.Retired))
}

func credentialFields(k model.Credential) fields {
	return fields{"kind": k.Kind, "account_id": k.AccountID, "address": k.Address, "since": k.Since, "retired": k.Retired}
}

// credentialLabel names a credential in a phrase: "de X @MinEjemploPeru" or
// "del correo rrss@minej.gob.pe".
func (c *change) credentialLabel(ctx context.Context, id model.ID) (string, model.Credential, error) {
	k, err := only(ctx, c, scanCredential, selectCredentials+` WHERE id = ?`, int64(id))
	if err != nil {
		return "", k, err
	}
	if k.Kind == model.Mailbox {
		return "del correo " + k.Address, k, nil
	}
	a, err := c.account(ctx, k.AccountID)
	return "de " + a.Label(), k, err
}

// credentialsOf brings the credentials in line with an account that was
// before and is now; before is zero for a new one.
func (c *change) credentialsOf(ctx context.Context, before, now model.Account) error {
	if err := c.accessOf(ctx, before, now); err != nil {
		return err
	}
	since := c.today // An address that an account takes later comes into use today.
	if before.ID == 0 {
		since = now.Opened
	}
	addresses := []string{strings.ToLower(now.Email)}
	if old := strings.ToLower(before.Email); old != addresses[0] {
		addresses = append(addresses, old)
	}
	for _, address := range addresses {
		if address == "" {
			continue
		}
		if err := c.mailbox(ctx, address, since); err != nil {
			return err
		}
	}
	return nil
}

// accessKind is the network's own password, or on Facebook, whose pages have
// none, the declaration of the administrators (A-10b).
func accessKind(n model.Network) model.CredentialKind {
	if n == model.Facebook {
		return model.PersonalAccess
	}
	return model.NetworkAccess
}

// accessOf keeps the one credential of the account itself.
func (c *change) accessOf(ctx context.Context, before, now model.Account) error {
	owned, err := list(ctx, c, scanCredential, selectCredentials+` WHERE account_id = ? ORDER BY id`, int64(now.ID))
	if err != nil {
		return err
	}
	kind, found := accessKind(now.Network), false
	for _, k := range owned {
		switch {
		case k.Kind == kind:
			found = true
			if k.Since == before.Opened { // It came into use with the account: a corrected date moves both.
				k.Since = now.Opened
			}
			k.Retired = c.endOf(now, k.Retired)
		case k.Retired.IsZero(): // The account was written down under the wrong network.
			k.Retired = c.today
		}
		if err := c.update(ctx, "credentials", k.ID, credentialFields(k)); err != nil {
			return err
		}
	}
	if found {
		return nil
	}
	k := model.Credential{Kind: kind, AccountID: now.ID, Since: now.Opened, Retired: c.endOf(now, calendar.Day{})}
	_, err = c.insert(ctx, "credentials", credentialFields(k))
	return err
}

// endOf is the day from which nobody has to care for an account: its closing,
// or the day it was archived; zero while it is open.
func (c *change) endOf(a model.Account, known calendar.Day) calendar.Day {
	switch {
	case !a.Closed.IsZero():
		return a.Closed
	case !a.Archived:
		return calendar.Day{}
	case !known.IsZero():
		return known
	}
	return c.today
}

// mailbox keeps the one credential of an e-mail address: in use while an
// account that is open uses it, retired with the last.
func (c *change) mailbox(ctx context.Context, address string, since calendar.Day) error {
	found, err := list(ctx, c, scanCredential, selectCredentials+`
		WHERE kind = 'correo' AND address = ? ORDER BY retired IS NULL DESC, id DESC LIMIT 1`, address)
	if err != nil {
		return err
	}
	k := model.Credential{Kind: model.Mailbox, Address: address, Since: since}
	if len(found) > 0 {
		k = found[0]
	}
	users, err := list(ctx, c, scanAccount, selectAccounts+` WHERE email = ? COLLATE NOCASE`, address)
	if err != nil {
		return err
	}
	last := calendar.Day{}
	for _, a := range users {
		end := c.endOf(a, k.Retired)
		if end.IsZero() {
			last = calendar.Day{}
			break
		}
		if end.After(last) {
			last = end
		}
	}
	if len(users) == 0 {
		last = c.today
		if !k.Retired.IsZero() {
			last = k.Retired
		}
	}
	k.Retired = last
	if _, err := c.save(ctx, "credentials", k.ID, credentialFields(k)); err != nil {
		return err
	}
	return nil
}

// Custodies lists who knows or knew which credential, the earliest first.
func (s *Store) Custodies(ctx context.Context) ([]model.Custody, error) {
	all, err := custodies(ctx, s.db)
	return all, fault("list the custodies", err)
}

func custodies(ctx context.Context, q querier) ([]model.Custody, error) {
	return list(ctx, q, scanCustody, selectCustodies+` ORDER BY starts, id`)
}

const selectCustodies = `SELECT id, credential_id, person_id, starts, until FROM custodies`

func scanCustody(rows *sql.Rows) (k model.Custody, err error) {
	return k, rows.Scan(&k.ID, &k.CredentialID, &k.PersonID, parsed(&k.From), parsed(&k.Until))
}

// SaveCustody records that a person knows a credential, or changes the record
// when the ID is set.
func (s *Store) SaveCustody(ctx context.Context, k model.Custody) (model.Custody, error) {
	if err := k.Validate(); err != nil {
		return k, err
	}
	err := s.write(ctx, "save a custody", Done, func(c *change) error {
		p, err := c.person(ctx, k.PersonID)
		if err != nil {
			return err
		}
		of, _, err := c.credentialLabel(ctx, k.CredentialID)
		if err != nil {
			return err
		}
		c.what = "custodia de la contraseña " + of + " por " + p.Name
		k.ID, err = c.save(ctx, "custodies", k.ID, custodyFields(k))
		return err
	})
	return k, err
}

func custodyFields(k model.Custody) fields {
	return fields{"credential_id": k.CredentialID, "person_id": k.PersonID, "starts": k.From, "until": k.Until}
}
