package widget

import (
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"faro/model"
	"faro/model/calendar"
	"faro/ui/theme"
)

// Form asks for the fields of one record. The screen hands it every key and
// mouse message, draws it, and looks at Done and Cancelled after each message.
//
// Enter goes to the next field and confirms from the last one, Tab and
// Shift+Tab move, Ctrl+S confirms from anywhere, Esc leaves and asks first if
// something was typed.
type Form struct {
	th        theme.Theme
	title     string
	fields    []*Field
	at        int // index of the field with the focus, among all fields
	done      bool
	cancelled bool
	asking    bool   // «¿Descartar lo escrito?»
	fault     string // a problem that belongs to no field
	offset    int    // first line of the body that is drawn
	spots     []spot // what the last View drew where, for the mouse
}

// NewForm makes a form with the focus on the first field.
func NewForm(th theme.Theme, title string, fields ...Field) *Form {
	f := &Form{th: th, title: title}
	for _, field := range fields {
		f.fields = append(f.fields, &field)
	}
	f.at = max(0, f.step(-1, 1))
	return f
}

// Done reports that the form was confirmed and every check passed. It stays
// so, and keys have no effect, until Problem is called.
func (f *Form) Done() bool { return f.done }

// Cancelled reports that the person left without confirming.
func (f *Form) Cancelled() bool { return f.cancelled }

// Dirty reports that something differs from what the form began with.
func (f *Form) Dirty() bool {
	for _, field := range f.fields {
		if field.control.value() != field.first {
			return true
		}
	}
	return false
}

// Value is what was typed or chosen: cleaned text, an Option's Value, the ISO
// form of a day, "sí" or "no". A field that is not shown has none.
func (f *Form) Value(key string) string {
	if field := f.find(key); field != nil && f.shown(field) {
		return field.control.value()
	}
	return ""
}

// Values are the chosen options of a Many.
func (f *Form) Values(key string) []string {
	if v := f.Value(key); v != "" {
		return strings.Split(v, "\n")
	}
	return nil
}

// Day is the day of a Day field, or the zero Day if it is empty or unreadable.
func (f *Form) Day(key string) calendar.Day {
	d, err := calendar.ParseDay(f.Value(key))
	if err != nil {
		return calendar.Day{}
	}
	return d
}

// Bool is the answer to a YesNo.
func (f *Form) Bool(key string) bool { return f.Value(key) == yes }

// Set changes a field as if the person had; a day is given in ISO form, the
// options of a Many with line breaks between.
func (f *Form) Set(key, value string) {
	if field := f.find(key); field != nil {
		field.control.set(value)
		field.fault = ""
	}
}

// SetOptions changes what a Choice or a Many offers. What was chosen stays if
// it is still on offer.
func (f *Form) SetOptions(key string, options []Option) {
	field := f.find(key)
	if field == nil {
		return
	}
	value := field.control.value()
	switch c := field.control.(type) {
	case *choiceControl:
		c.options = options
	case *manyControl:
		c.options = options
	default:
		return
	}
	field.control.set(value)
}

// Focus puts the focus on a field.
func (f *Form) Focus(key string) {
	for i, field := range f.fields {
		if field.key == key && f.shown(field) {
			f.leave()
			f.at = i
		}
	}
}

// Focused is the key of the field with the focus, or "".
func (f *Form) Focused() string {
	if f.at < len(f.fields) {
		return f.fields[f.at].key
	}
	return ""
}

// Problem shows why what was confirmed could not be recorded, and lets the
// person go on typing: model.FieldErrors and FieldErrors at the fields with those
// labels or keys, anything else under the form. Nil clears what was shown.
func (f *Form) Problem(err error) {
	f.done, f.fault = false, ""
	for _, field := range f.fields {
		field.fault = ""
	}
	if err == nil {
		return
	}
	var faults []string
	first := -1
	for _, bad := range fieldErrors(err) {
		i := f.labelled(bad.Field)
		if i < 0 {
			faults = append(faults, bad.Error())
			continue
		}
		f.fields[i].fault = strings.TrimSpace(f.fields[i].fault + " " + bad.Hint)
		if first < 0 || i < first {
			first = i
		}
	}
	if first >= 0 {
		f.at = first
	} else if len(faults) == 0 {
		faults = []string{err.Error()}
	}
	f.fault = strings.Join(faults, " ")
}

// fieldErrors gathers every fault of a record that err carries.
func fieldErrors(err error) []*model.FieldError {
	if bad := (*model.FieldError)(nil); errors.As(err, &bad) {
		if all := (model.FieldErrors)(nil); errors.As(err, &all) {
			return all
		}
		return []*model.FieldError{bad}
	}
	return nil
}

// labelled finds the shown field a fault is about.
func (f *Form) labelled(name string) int {
	for i, field := range f.fields {
		if f.shown(field) && (fold(field.label) == fold(name) || field.key == name) {
			return i
		}
	}
	return -1
}

func (f *Form) find(key string) *Field {
	for _, field := range f.fields {
		if field.key == key {
			return field
		}
	}
	return nil
}

func (f *Form) shown(field *Field) bool { return field.when == nil || field.when(f) }

// step is the shown field next to i in direction d, or -1.
func (f *Form) step(i, d int) int {
	for i += d; i >= 0 && i < len(f.fields); i += d {
		if f.shown(f.fields[i]) {
			return i
		}
	}
	return -1
}

// settle moves the focus on when the field that had it is no longer shown.
func (f *Form) settle() {
	if f.at >= len(f.fields) || f.shown(f.fields[f.at]) {
		return
	}
	if to := f.step(f.at, 1); to >= 0 {
		f.at = to
	} else {
		f.at = max(0, f.step(f.at, -1))
	}
}

// Update reads one message. The command is nil as long as no field needs one.
func (f *Form) Update(msg tea.Msg) tea.Cmd {
	if f.done || f.cancelled || len(f.fields) == 0 {
		if k, ok := msg.(tea.KeyMsg); ok && len(f.fields) == 0 && k.String() == "esc" {
			f.cancelled = true
		}
		return nil
	}
	f.settle()
	switch msg := msg.(type) {
	case tea.KeyMsg:
		f.key(msg)
	case tea.MouseMsg:
		f.mouse(msg)
	}
	return nil
}
