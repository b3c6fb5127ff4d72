package store

import (
	"context"
	"database/sql"

	"faro/model"
)

const selectChanges = `SELECT h.id, h.credential_id, h.day, h.person_id, h.mixed, h.distinct_, h.channel, h.note FROM credential_changes h`

// Changes lists the changes of one credential, the latest first.
func (s *Store) Changes(ctx context.Context, credential model.ID) ([]model.CredentialChange, error) {
	all, err := list(ctx, s.db, scanChange, selectChanges+` WHERE credential_id = ? ORDER BY day DESC, id DESC`, int64(credential))
	return all, fault("list the changes of a credential", err)
}

// LatestChanges lists the last change of every credential that has one; it is
// what the clocks run from (6.1.2.5).
func (s *Store) LatestChanges(ctx context.Context) ([]model.CredentialChange, error) {
	all, err := latestChanges(ctx, s.db)
	return all, fault("list the latest changes", err)
}

func latestChanges(ctx context.Context, q querier) ([]model.CredentialChange, error) {
	return list(ctx, q, scanChange, selectChanges+`
		JOIN credentials k ON h.id = (
			SELECT l.id FROM credential_changes l WHERE l.credential_id = k.id ORDER BY l.day DESC, l.id DESC LIMIT 1)
		ORDER BY h.credential_id`)
}

func scanChange(rows *sql.Rows) (h model.CredentialChange, err error) {
	return h, rows.Scan(&h.ID, &h.CredentialID, parsed(&h.Day), &h.PersonID, &h.Mixed, &h.Distinct, &h.Channel, &h.Note)
}

// RecordChange records that a password was changed, or corrects the record of
// a change when the ID is set (S17). The password itself is nobody's business.
func (s *Store) RecordChange(ctx context.Context, h model.CredentialChange) (model.CredentialChange, error) {
	h.Note = model.CleanText(h.Note)
	if err := h.Validate(); err != nil {
		return h, err
	}
	if h.Day.After(s.today()) {
		return h, &model.FieldError{Field: "Fecha", Hint: "el cambio no puede ser de un día que aún no llega"}
	}
	err := s.write(ctx, "record a change of password", Done, func(c *change) error {
		of, k, err := c.credentialLabel(ctx, h.CredentialID)
		if err != nil {
			return err
		}
		c.what = "cambio de contraseña " + of
		if k.Kind == model.PersonalAccess {
			c.what = "declaración de cuentas personales " + of
		}
		if h.ID != 0 {
			c.what = "corrección: " + c.what
		}
		h.ID, err = c.save(ctx, "credential_changes", h.ID, changeFields(h))
		return err
	})
	return h, err
}

func changeFields(h model.CredentialChange) fields {
	return fields{
		"credential_id": h.CredentialID, "day": h.Day, "person_id": h.PersonID,
		"mixed": h.Mixed, "distinct_": h.Distinct, "channel": h.Channel, "note": h.Note,
	}
}
