package store

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"time"

	"faro/model"
	"faro/model/calendar"
)

// row is one row of any table: the columns in their order and the values as
// SQLite keeps them, int64, string or nil. The tables are STRICT and hold
// nothing else.
type row struct {
	columns []string
	values  []any
}

func scanRow(rows *sql.Rows) (*row, error) {
	columns, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	r := &row{columns: columns, values: make([]any, len(columns))}
	into := make([]any, len(columns))
	for i := range into {
		into[i] = &r.values[i]
	}
	return r, rows.Scan(into...)
}

func (r *row) get(column string) any {
	if i := slices.Index(r.columns, column); i >= 0 {
		return r.values[i]
	}
	return nil
}

func (r *row) id() model.ID {
	id, _ := r.get("id").(int64) // Every table has an integer id.
	return model.ID(id)
}

// json writes the row as an object with the columns in their order. The form
// is fixed: the chain of the history is made over it.
func (r *row) json() (string, error) {
	b := []byte{'{'}
	for i, name := range r.columns {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(strconv.AppendQuote(b, name), ':')
		switch v := r.values[i].(type) {
		case nil:
			b = append(b, "null"...)
		case int64:
			b = strconv.AppendInt(b, v, 10)
		case string:
			quoted, err := json.Marshal(v)
			if err != nil {
				return "", err
			}
			b = append(b, quoted...)
		default:
			return "", fmt.Errorf("column %s holds a %T", name, v)
		}
	}
	return string(append(b, '}')), nil
}

// parseRow reads what json wrote.
func parseRow(s string) (*row, error) {
	d := json.NewDecoder(bytes.NewReader([]byte(s)))
	d.UseNumber()
	r := &row{}
	if _, err := d.Token(); err != nil {
		return nil, err
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return nil, err
		}
		v, err := d.Token()
		if err != nil {
			return nil, err
		}
		if n, ok := v.(json.Number); ok {
			if v, err = n.Int64(); err != nil {
				return nil, err
			}
		}
		r.columns = append(r.columns, fmt.Sprint(name))
		r.values = append(r.values, v)
	}
	return r, nil
}

// is reports whether the row is as json once wrote it, in the columns it had
// then; a nil row is like no text.
func (r *row) is(written string) (bool, error) {
	if r == nil || written == "" {
		return r == nil && written == "", nil
	}
	then, err := parseRow(written)
	if err != nil {
		return false, err
	}
	for i, name := range then.columns {
		if r.get(name) != then.values[i] {
			return false, nil
		}
	}
	return true, nil
}

// fields are the row's columns as they are to be written back.
func (r *row) fields() fields {
	f := fields{}
	for i, name := range r.columns {
		f[name] = r.values[i]
	}
	return f
}

func values(f fields, columns []string) []any {
	list := make([]any, len(columns), len(columns)+1)
	for i, name := range columns {
		list[i] = value(f[name])
	}
	return list
}

// value turns a value of the model into what SQLite keeps. Text passes the
// cleaning once more here, where no write can get round it.
func value(v any) any {
	switch v := v.(type) {
	case nil, int64:
		return v
	case string:
		return model.CleanText(v)
	case bool:
		if v {
			return int64(1)
		}
		return int64(0)
	case model.ID:
		if v == 0 {
			return nil
		}
		return int64(v)
	case time.Time:
		if v.IsZero() {
			return nil
		}
		return v.Unix()
	case calendar.Day, calendar.Month, calendar.Quarter:
		return orNull(fmt.Sprint(v))
	}
	return plainValue(reflect.ValueOf(v))
}

// plainValue is a number, a text type of the model (a Network, a Role, …) or
// what a pointer points at.
func plainValue(v reflect.Value) any {
	switch v.Kind() {
	case reflect.Int:
		return v.Int()
	case reflect.String:
		return model.CleanText(v.String())
	case reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		return value(v.Elem().Interface())
	default:
		return v.Interface() // The driver says what it cannot keep.
	}
}

// orNull keeps an empty text as NULL.
func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// scanned is a column read into a value of the model; NULL is its zero.
type scanned func(src any) error

// Scan takes the column's value.
func (s scanned) Scan(src any) error { return s(src) }

// textual is what reads itself from text and takes "" for its zero.
type textual interface{ UnmarshalText(text []byte) error }

// parsed reads a day, a month or a quarter.
func parsed(into textual) scanned {
	return func(src any) error {
		return into.UnmarshalText([]byte(textOf(src))) // NULL: the zero value.
	}
}

// optional reads a text that may be NULL.
func optional(into *string) scanned {
	return func(src any) error {
		*into = textOf(src)
		return nil
	}
}

// reference reads an id that may be NULL.
func reference(into *model.ID) scanned {
	return func(src any) error {
		n, _ := src.(int64) // NULL: points at nothing.
		*into = model.ID(n)
		return nil
	}
}

// instant reads Unix seconds.
func instant(into *time.Time) scanned {
	return func(src any) error {
		*into = timeOf(src)
		return nil
	}
}

// textOf is a column's text; NULL is none.
func textOf(src any) string {
	s, _ := src.(string)
	return s
}

// timeOf is a column's instant; NULL is none.
func timeOf(src any) time.Time {
	if n, ok := src.(int64); ok {
		return time.Unix(n, 0).UTC()
	}
	return time.Time{}
}
