package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"

	"faro/model"
)

// Summary counts what an import brought in.
type Summary struct {
	People, Accounts, Credentials, Changes, Grants, Reviews, Posts, Metrics, Reports int
	Others                                                                           int
}

// Total is how many records there were.
func (m Summary) Total() int {
	return m.People + m.Accounts + m.Credentials + m.Changes + m.Grants + m.Reviews + m.Posts + m.Metrics + m.Reports + m.Others
}

// String tells the main figures in Spanish: "5 cuentas, 4 personas, 1,204
// publicaciones y 96 registros más".
func (m Summary) String() string {
	parts := []string{
		counted(m.Accounts, "cuenta", "cuentas"),
		counted(m.People, "persona", "personas"),
		counted(m.Posts, "publicación", "publicaciones"),
	}
	rest := m.Total() - m.Accounts - m.People - m.Posts
	return strings.Join(parts, ", ") + " y " + counted(rest, "registro más", "registros más")
}

// counted is a number with its noun, as people of Peru write it.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return model.Count(int64(n)) + " " + many
}

// Import reads a document of facts into a records file that holds none, with
// the ids it has. If anything in it is wrong, *DocumentError names everything that
// is, and nothing is imported. Undo passes over an import: to take it back,
// drop the file.
func (s *Store) Import(ctx context.Context, r io.Reader) (Summary, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return Summary{}, fault("read the document", err)
	}
	d, err := readDocument(text)
	if err != nil {
		return Summary{}, err
	}
	summary := d.summary()
	err = s.write(ctx, "import the records", Noted, func(c *change) error {
		if err := c.checkEmpty(ctx); err != nil {
			return err
		}
		c.what = "importación de " + counted(summary.Total(), "registro", "registros")
		i := &importer{change: c, faults: &DocumentError{}}
		if err := i.all(ctx, d); err != nil {
			return err
		}
		if len(i.faults.List) > 0 {
			return i.faults
		}
		return nil
	})
	if err != nil {
		return Summary{}, err
	}
	return summary, nil
}

// readDocument reads and looks over a document without storing anything.
func readDocument(text []byte) (*document, error) {
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")) // Notepad's byte order mark.
	d, faults := &document{}, &DocumentError{}
	if faults.wellFormed(text) {
		faults.decode("", text, reflect.ValueOf(d).Elem())
		check(d, faults)
	}
	if len(faults.List) > 0 {
		return nil, faults
	}
	return d, nil
}

func (d *document) summary() Summary {
	m := Summary{
		People: len(d.People), Accounts: len(d.Accounts), Credentials: len(d.Credentials), Changes: len(d.Changes),
		Grants: len(d.Grants), Reviews: len(d.Reviews), Posts: len(d.Posts), Metrics: len(d.Metrics), Reports: len(d.Reports),
		Others: len(d.Criteria) + len(d.Holidays) + len(d.Appointments) + len(d.Fakes) + len(d.Custodies) +
			len(d.Campaigns) + len(d.Justified) + len(d.Figures),
	}
	if d.Entity != nil {
		m.Others++
	}
	return m
}

// checkEmpty refuses a file that holds facts: what is imported keeps its ids,
// which would be somebody else's.
func (c *change) checkEmpty(ctx context.Context) error {
	full, err := c.exists(ctx, `
		SELECT 1 WHERE EXISTS (SELECT 1 FROM entity) OR EXISTS (SELECT 1 FROM people) OR EXISTS (SELECT 1 FROM accounts)
			OR EXISTS (SELECT 1 FROM holidays) OR EXISTS (SELECT 1 FROM criteria) OR EXISTS (SELECT 1 FROM campaigns)
			OR EXISTS (SELECT 1 FROM credentials) OR EXISTS (SELECT 1 FROM reviews) OR EXISTS (SELECT 1 FROM reports)`)
	if err == nil && full {
		hint := "ya tiene datos y no se mezclan; importe en un archivo nuevo con «--datos nuevo.db»"
		err = errors.Join(ErrNotEmpty, &model.FieldError{Field: "Archivo de registros", Hint: hint})
	}
	return err
}

// importer puts the records of a document into their tables. What the tables
// refuse is a fault of the document too: their rules are the last word.
type importer struct {
	*change
	faults *DocumentError
}

// add inserts a record with the id it has; zero lets the table number it.
func (i *importer) add(ctx context.Context, path, table string, id model.ID, f fields) error {
	if id != 0 {
		f["id"] = id
	}
	_, err := i.insert(ctx, table, f)
	return i.refused(path, err)
}

// refused notes what a table's rules refuse; other errors end the import.
func (i *importer) refused(path string, err error) error {
	hint := ""
	switch kind := kindOf(err); {
	case err == nil:
		return nil
	case errors.Is(kind, model.ErrConflict):
		hint = "repite otro registro que no puede estar dos veces"
	case errors.Is(kind, model.ErrNotFound):
		hint = "apunta a un registro que no existe"
	case errors.Is(kind, model.ErrSealed):
		hint = "cambiaría algo firmado o enviado"
	case isCheck(err):
		hint = "tiene un valor que no se admite"
	default:
		return fmt.Errorf("%s: %w", path, err)
	}
	i.faults.add(path, hint)
	return nil
}
