package store

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"

	"faro/model"
)

// Fault is one thing wrong with a document: where, as a JSON path
// ("posts[12].day"), and what, in a Spanish clause.
type Fault struct {
	Path string
	Hint string
}

func (f Fault) String() string {
	if f.Path == "" {
		return f.Hint
	}
	return f.Path + ": " + f.Hint
}

// DocumentError lists all the things wrong with a document, in its order. With
// it nothing was imported.
type DocumentError struct{ List []Fault }

func (f *DocumentError) Error() string {
	lines := make([]string, len(f.List))
	for i, one := range f.List {
		lines[i] = one.String()
	}
	return strings.Join(lines, "\n")
}

func (f *DocumentError) add(path, hint string) { f.List = append(f.List, Fault{path, hint}) }

// records are the records that something is wrong with already:
// "posts[12]" for a fault at posts[12].day.
func (f *DocumentError) records() map[string]bool {
	bad := map[string]bool{}
	for _, one := range f.List {
		if end := strings.IndexByte(one.Path, ']'); end > 0 {
			bad[one.Path[:end+1]] = true
		}
	}
	return bad
}

// decode reads a JSON value into a Go value and notes everything that does not
// fit. Unlike encoding/json it does not stop at the first fault, takes no name
// it does not know, none twice, no null where a value must be, and no name in
// another case.
func (f *DocumentError) decode(path string, raw json.RawMessage, into reflect.Value) {
	if _, ok := into.Interface().(json.RawMessage); ok {
		into.SetBytes(bytes.Clone(raw))
		return
	}
	if text, ok := into.Addr().Interface().(encoding.TextUnmarshaler); ok {
		f.decodeText(path, raw, text)
		return
	}
	switch into.Kind() {
	case reflect.Pointer:
		if string(raw) != "null" {
			into.Set(reflect.New(into.Type().Elem()))
			f.decode(path, raw, into.Elem())
		}
	case reflect.Struct:
		f.decodeObject(path, raw, into)
	case reflect.Slice:
		f.decodeList(path, raw, into)
	case reflect.Bool:
		f.decodePlain(path, raw, into, "debe ser true o false")
	case reflect.Int, reflect.Int64:
		f.decodeNumber(path, raw, into)
	default:
		f.decodePlain(path, raw, into, "debe ser un texto entre comillas")
	}
}

func (f *DocumentError) decodePlain(path string, raw json.RawMessage, into reflect.Value, hint string) {
	if string(raw) == "null" || json.Unmarshal(raw, into.Addr().Interface()) != nil {
		f.add(path, hint)
	}
}

func (f *DocumentError) decodeNumber(path string, raw json.RawMessage, into reflect.Value) {
	n, err := strconv.ParseInt(string(raw), 10, 64)
	if err != nil || n < math.MinInt32 && into.Kind() == reflect.Int {
		f.add(path, "debe ser un número entero")
		return
	}
	into.SetInt(n)
}

func (f *DocumentError) decodeText(path string, raw json.RawMessage, into encoding.TextUnmarshaler) {
	var s string
	if string(raw) == "null" || json.Unmarshal(raw, &s) != nil {
		f.add(path, "debe ser un texto entre comillas")
		return
	}
	if err := into.UnmarshalText([]byte(s)); err != nil {
		f.add(path, err.Error())
	}
}

func (f *DocumentError) decodeList(path string, raw json.RawMessage, into reflect.Value) {
	var items []json.RawMessage
	if string(raw) == "null" || json.Unmarshal(raw, &items) != nil {
		f.add(path, "debe ser una lista")
		return
	}
	into.Set(reflect.MakeSlice(into.Type(), len(items), len(items)))
	for i, item := range items {
		f.decode(fmt.Sprintf("%s[%d]", path, i), item, into.Index(i))
	}
}

func (f *DocumentError) decodeObject(path string, raw json.RawMessage, into reflect.Value) {
	members, err := membersOf(raw)
	if err != nil {
		f.add(path, "debe ser un objeto")
		return
	}
	known, seen := namesOf(into.Type()), map[string]bool{}
	for _, m := range members {
		place := strings.TrimPrefix(path+"."+model.Clean(m.name), ".")
		index, ok := known[m.name]
		switch {
		case !ok:
			f.add(place, "es un campo desconocido")
		case seen[m.name]:
			f.add(place, "está dos veces")
		default:
			f.decode(place, m.value, into.FieldByIndex(index))
		}
		seen[m.name] = true
	}
}

// namesOf finds the fields of a struct by their JSON names. A field of an
// embedded struct gives way to an outer one.
func namesOf(t reflect.Type) map[string][]int {
	names := map[string][]int{}
	for _, field := range reflect.VisibleFields(t) {
		if name, _, _ := strings.Cut(field.Tag.Get("json"), ","); name != "" && name != "-" {
			names[name] = field.Index
		}
	}
	return names
}

type member struct {
	name  string
	value json.RawMessage
}

// membersOf lists the members of an object in their order, repeated ones too.
func membersOf(raw json.RawMessage) ([]member, error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	open, err := d.Token()
	if err != nil {
		return nil, err
	}
	if open != json.Delim('{') {
		return nil, errors.New("not an object")
	}
	var all []member
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return nil, err
		}
		m := member{name: fmt.Sprint(name)}
		if err := d.Decode(&m.value); err != nil {
			return nil, err
		}
		all = append(all, m)
	}
	return all, nil
}

// wellFormed notes where a text stops being JSON.
func (f *DocumentError) wellFormed(text []byte) bool {
	var all json.RawMessage
	err := json.Unmarshal(text, &all)
	if err == nil {
		return true
	}
	hint := "no es un documento JSON"
	if at := (*json.SyntaxError)(nil); errors.As(err, &at) {
		before := text[:min(max(int(at.Offset)-1, 0), len(text))]
		line := bytes.Count(before, []byte{'\n'}) + 1
		column := len(before) - bytes.LastIndexByte(before, '\n')
		hint = fmt.Sprintf("no es un documento JSON: se interrumpe en la línea %d, columna %d", line, column)
	}
	f.add("", hint)
	return false
}
