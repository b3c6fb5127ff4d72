package importer

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"faro/model"
)

// Survey is what only the whole table tells.
type Survey struct {
	Records   int          // rows after the header, of whatever kind
	Owners    []OwnerCount // whose they are, as far as told, most rows first
	DateOrder DateOrder    // how it writes 03/08/2026, where it matters and is certain
	Questions []Question   // what it needs to be told before it is read

	proof   dateProof
	longIDs int // numbers too long for Excel
	cutIDs  int // those of them that end as Excel would end them
}

// OwnerCount is an account and how many rows are its own.
type OwnerCount struct {
	Owner Owner
	Rows  int
}

// dateProof counts the dates that could only be written one way.
type dateProof struct {
	dayFirst, monthFirst int
	foreign              bool     // one of the doubtful is not as the network writes dates
	doubt                Question // the first doubtful one; Line 0: none
}

// maxOwners bounds the accounts that are counted.
const maxOwners = 100

// Survey reads the whole table once and remembers the answer. Rows does it by
// itself when a row cannot be understood alone.
func (t *Table) Survey(ctx context.Context) (Survey, error) {
	if t.survey != nil {
		return *t.survey, nil
	}
	var s Survey
	var doubt Question
	err := t.each(ctx, func(rec record) bool {
		s.Records++
		if rec.broken != "" || t.early(rec) != "" {
			return true
		}
		s.countOwner(t.owner(rec))
		s.countID(t.cell(rec, FieldID))
		if t.spec.dated {
			s.proof.add(t, rec)
		}
		if doubt.Line == 0 {
			doubt = t.doubtfulNumber(rec)
		}
		return true
	})
	if err != nil {
		return Survey{}, err
	}
	slices.SortStableFunc(s.Owners, func(a, b OwnerCount) int { return cmp.Compare(b.Rows, a.Rows) })
	s.decide(t)
	if doubt.Line > 0 {
		s.Questions = append(s.Questions, doubt)
	}
	t.survey = &s
	return s, nil
}

// decide tells the order of the dates where the rows together prove it, and
// asks where they do not. What was answered holds for what would be asked, and
// never against a proof: the other tables of a ZIP may write their dates
// otherwise.
func (s *Survey) decide(t *Table) {
	p := s.proof
	switch {
	case t.mapping.DateOrder != OrderUnknown:
		s.DateOrder = t.mapping.DateOrder
	case p.dayFirst > 0 && p.monthFirst == 0:
		s.DateOrder = DayFirst
	case p.monthFirst > 0 && p.dayFirst == 0:
		s.DateOrder = MonthFirst
	case p.doubt.Line == 0:
	case p.dayFirst == 0 && !t.Resaved && !p.foreign:
		s.DateOrder = MonthFirst // As the network writes it.
	case t.opts.DateOrder != OrderUnknown:
		s.DateOrder = t.opts.DateOrder
	default:
		s.Questions = append(s.Questions, p.doubt)
	}
}

// add weighs the date of a record.
func (p *dateProof) add(t *Table, rec record) {
	cell := t.cell(rec, FieldPublished)
	st, ok := t.stamp(cell)
	if !ok || st.first == 0 {
		return
	}
	dayFirst, monthFirst := st.both()
	switch {
	case dayFirst == monthFirst:
	case !monthFirst.Valid():
		p.dayFirst++
	case !dayFirst.Valid():
		p.monthFirst++
	default:
		p.foreign = p.foreign || st.serial || !t.spec.native(cell)
		if p.doubt.Line > 0 {
			return
		}
		if st.serial {
			cell = dayFirst.Slashed()
		}
		p.doubt = askDate(rec.line, model.Clean(cell), dayFirst, monthFirst)
	}
}

// doubtfulNumber finds a needed figure that can be read in two ways.
func (t *Table) doubtfulNumber(rec record) Question {
	for _, fig := range t.spec.figures {
		f := first(t.at, fig.from)
		if q, ok := t.doubtful(rec, f, fig.unit); ok && fig.needed {
			return q
		}
	}
	for _, some := range [][]Field{t.spec.parts, t.spec.apart, {FieldInteractions}} {
		for _, f := range some {
			if q, ok := t.doubtful(rec, f, times); ok {
				return q
			}
		}
	}
	return Question{}
}

func (t *Table) doubtful(rec record, f Field, u unit) (Question, bool) {
	cell := t.cell(rec, f)
	if !strings.ContainsAny(cell, ".,") {
		return Question{}, false
	}
	if _, state := t.readNumber(cell, u); state != askedCell {
		return Question{}, false
	}
	return askNumber(rec.line, model.Clean(cell), strings.ReplaceAll(cell, ".", ",")), true
}

func (s *Survey) countOwner(o Owner) {
	if o == (Owner{}) {
		return
	}
	for i := range s.Owners {
		if s.Owners[i].Owner.same(o) {
			s.Owners[i].Rows++
			return
		}
	}
	if len(s.Owners) < maxOwners {
		s.Owners = append(s.Owners, OwnerCount{o, 1})
	}
}

// same compares by the user name where both have one: Excel damages numbers.
func (o Owner) same(other Owner) bool {
	if o.Handle != "" && other.Handle != "" {
		return strings.EqualFold(o.Handle, other.Handle)
	}
	return o.PageID == other.PageID
}

// excelDigits is how many digits of a number Excel keeps.
const excelDigits = 15

func (s *Survey) countID(id string) {
	if !allDigits(id) || len(id) <= excelDigits {
		return
	}
	s.longIDs++
	if cutByExcel(id) {
		s.cutIDs++
	}
}

func allDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// ask is the error of a table that has questions.
func (t *Table) ask(ctx context.Context) error {
	s, err := t.Survey(ctx)
	if err != nil {
		return err
	}
	return &AskError{Questions: s.Questions}
}

// knownOrder is the order of dates that was told or found out.
func (t *Table) knownOrder() DateOrder {
	if t.survey != nil {
		return t.survey.DateOrder
	}
	return t.mapping.DateOrder
}

// order finds the order of dates out, or asks.
func (t *Table) order(ctx context.Context) (DateOrder, error) {
	s, err := t.Survey(ctx)
	switch {
	case err != nil:
		return OrderUnknown, err
	case s.DateOrder == OrderUnknown:
		return OrderUnknown, &AskError{Questions: s.Questions}
	}
	return s.DateOrder, nil
}

// owned reports whether an account is one of ours: one that was named, or else
// the one most rows are of.
func (p *pass) owned(o Owner) (bool, error) {
	for _, handle := range p.t.opts.Handles {
		if strings.EqualFold(strings.TrimPrefix(handle, "@"), o.Handle) {
			return true, nil
		}
	}
	if len(p.t.opts.Handles) > 0 {
		return false, nil
	}
	s, err := p.t.Survey(p.ctx)
	if err != nil || len(s.Owners) == 0 {
		return true, err
	}
	return s.Owners[0].Owner.same(o) || s.Owners[0].Rows == 1, nil
}

// damagedID reports a number that Excel has cut to fifteen digits: one it
// writes as 1.22158E+17, or one of a file all of whose numbers end in zeros
// after the fifteenth digit.
func (p *pass) damagedID(id string) (bool, error) {
	switch {
	case id == "":
		return false, nil
	case !allDigits(id):
		return strings.Trim(id, "0123456789.,eE+") == "", nil
	case !cutByExcel(id):
		return false, nil
	}
	s, err := p.t.Survey(p.ctx)
	return s.cutIDs == s.longIDs && (p.t.Resaved || s.longIDs > 2), err
}

func cutByExcel(id string) bool {
	return len(id) > excelDigits && strings.Trim(id[excelDigits:], "0") == ""
}
