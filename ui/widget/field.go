package widget

import (
	"errors"
	"strings"

	"faro/model"
	"faro/model/calendar"
)

// Option is one thing to choose: how it reads and what it stands for.
type Option struct{ Label, Value string }

// Field is one question of a form. Make it with Text, Choice, Many, YesNo,
// Area or Day; a Field belongs to one form.
type Field struct {
	key, label string
	help       string // shown while the field has the focus
	required   string
	checks     []func(string) error
	when       func(*Form) bool
	control    control
	first      string // the value it began with
	fault      string // one sentence, shown at the field
}

// FieldOption changes a field as it is made.
type FieldOption func(*Field)

// Help is a line shown under the field while it has the focus.
func Help(text string) FieldOption { return func(f *Field) { f.help = text } }

// Required makes the field needed; sentence says what to do when it is empty.
func Required(sentence string) FieldOption { return func(f *Field) { f.required = sentence } }

// Check adds a rule for what is typed, not asked about an empty field. Its
// error is one Spanish sentence, shown at the field.
func Check(rule func(value string) error) FieldOption {
	return func(f *Field) { f.checks = append(f.checks, rule) }
}

// When shows the field only while cond holds; a field not shown is not
// checked, and its Value is empty.
func When(cond func(*Form) bool) FieldOption { return func(f *Field) { f.when = cond } }

// Placeholder is what an empty field shows.
func Placeholder(text string) FieldOption {
	return func(f *Field) {
		switch c := f.control.(type) {
		case *textControl:
			c.ghost = text
		case *areaControl:
			c.ghost = text
		case *choiceControl:
			c.ghost = text
		case *manyControl:
			c.ghost = text
		}
	}
}

// Limit is the most characters a Text or an Area takes.
func Limit(n int) FieldOption {
	return func(f *Field) {
		switch c := f.control.(type) {
		case *textControl:
			c.edit.limit = n
		case *areaControl:
			c.edit.limit = n
		}
	}
}

// Rows is how many lines an Area shows; four if not told.
func Rows(n int) FieldOption {
	return func(f *Field) {
		if c, ok := f.control.(*areaControl); ok {
			c.rows = max(1, n)
		}
	}
}

// Hidden shows dots in place of what is typed.
func Hidden() FieldOption {
	return func(f *Field) {
		if c, ok := f.control.(*textControl); ok {
			c.hidden = true
		}
	}
}

// Text asks for one line.
func Text(key, label, value string, opts ...FieldOption) Field {
	c := &textControl{}
	c.edit.set(value)
	return made(key, label, c, opts)
}

// Day asks for a day, typed as people do («23/11», «ayer») and shown as
// dd/mm/aaaa once left. Its Value is the ISO form; see Form.Day.
func Day(key, label string, value, today calendar.Day, opts ...FieldOption) Field {
	c := &textControl{day: true, today: today, ghost: "dd/mm/aaaa"}
	c.edit.set(value.Slashed())
	f := made(key, label, c, opts)
	f.checks = append([]func(string) error{c.readable}, f.checks...)
	return f
}

// Area asks for a text of several lines.
func Area(key, label, value string, opts ...FieldOption) Field {
	c := &areaControl{rows: 4}
	c.edit.multi = true
	c.edit.set(value)
	return made(key, label, c, opts)
}

// Choice asks for one of the options; with a value that is none of them,
// nothing is chosen yet.
func Choice(key, label string, options []Option, value string, opts ...FieldOption) Field {
	c := &choiceControl{options: options, ghost: "elija…"}
	c.set(value)
	return made(key, label, c, opts)
}

// YesNo asks a question with two answers; its Value is "sí" or "no".
func YesNo(key, label string, value bool, opts ...FieldOption) Field {
	return Choice(key, label, []Option{{"Sí", yes}, {"No", no}}, yesNo(value), opts...)
}

// Many asks for any number of the options. Its Value is the chosen ones with
// a line break between; see Form.Values.
func Many(key, label string, options []Option, values []string, opts ...FieldOption) Field {
	c := &manyControl{options: options, ghost: "ninguno"}
	c.set(strings.Join(values, "\n"))
	return made(key, label, c, opts)
}

const (
	yes = "sí"
	no  = "no"
)

func yesNo(b bool) string {
	if b {
		return yes
	}
	return no
}

func made(key, label string, c control, opts []FieldOption) Field {
	f := Field{key: key, label: label, control: c}
	for _, o := range opts {
		o(&f)
	}
	f.first = c.value()
	return f
}

// judge finds what is wrong with the field, and says whether nothing is.
func (f *Field) judge() bool {
	f.fault = ""
	value := f.control.value()
	if value == "" {
		f.fault = f.required
		return f.fault == ""
	}
	for _, rule := range f.checks {
		if err := rule(value); err != nil {
			f.fault = sentence(err)
			return false
		}
	}
	return true
}

// sentence is the part of an error that goes beside a field.
func sentence(err error) string {
	var bad *model.FieldError
	if errors.As(err, &bad) {
		return bad.Hint
	}
	return err.Error()
}
