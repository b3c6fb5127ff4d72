package directive_test

import (
	"encoding/json"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"faro/model"
	"faro/model/directive"
)

func TestTheRecordHasThe48ReadingsInOrder(t *testing.T) {
	var want []string
	for n := 1; n <= 46; n++ {
		id := "A-" + string(rune('0'+n/10)) + string(rune('0'+n%10))
		want = append(want, id)
		if n == 10 || n == 16 {
			want = append(want, id+"b")
		}
	}
	readings := directive.Readings()
	var got []string
	for _, r := range readings {
		got = append(got, r.ID)
		if r.Article == "" || r.Setting == "" || r.Default == "" || !strings.HasSuffix(r.Text, ".") {
			t.Errorf("%s is incomplete: %+v", r.ID, r)
		}
		if (r.Setting == "—") != (r.Default == "—") {
			t.Errorf("%s has the setting %q and the value %q", r.ID, r.Setting, r.Default)
		}
		if n := utf8.RuneCountInString(r.Text); n > 340 {
			t.Errorf("%s takes %d characters, more than a paragraph in print", r.ID, n)
		}
	}
	if len(got) != 48 || !slices.Equal(got, want) {
		t.Errorf("%d readings: %v", len(got), got)
	}
}

func TestTheRecordSaysTheValuesProposed(t *testing.T) {
	want := map[string]string{
		"A-02":  "6 a 15 · no · advertir",
		"A-03":  "2 · 3 · no · facebook · advertir",
		"A-05":  "1 · 2",
		"A-06":  "120 min · sí · no · 0 min",
		"A-07":  "ninguno",
		"A-08":  "lunes · calendario · domingo",
		"A-09":  "todas: publicación, reel, video, en vivo y carrusel · X además: cita y parte de un hilo",
		"A-10":  "un mes desde cambio · 7, 3 y 1 días antes",
		"A-10b": "declaración",
		"A-11":  "último día · advertir",
		"A-13":  "enero · 10 días hábiles",
		"A-14":  "por cuenta",
		"A-15":  "Facebook: alcance · X: impresiones · YouTube: visualizaciones · Instagram: impresiones · TikTok: visualizaciones · interacción, fecha y enlace",
		"A-18":  "día 3 · día 7",
		"A-22":  "0 días",
		"A-30":  "7 días · 30 días",
		"A-32":  "14 días · 3 días",
		"A-33":  "5 días hábiles",
		"A-38":  model.DefaultSCSEmail,
		"A-45":  "cuenta",
		"A-46":  "no evaluar",
	}
	for _, r := range directive.Readings() {
		if w, ok := want[r.ID]; ok && r.Default != w {
			t.Errorf("%s proposes %q, want %q", r.ID, r.Default, w)
		}
	}
}

func TestTheRecordSaysWhatTheEntityAdopted(t *testing.T) {
	for _, a := range directive.Adopted(directive.DefaultCriteria()) {
		if a.Changed() {
			t.Errorf("%s departs from its own default: %q", a.ID, a.Value)
		}
	}
	c := directive.DefaultCriteria()
	c.Rotation.Cycle, c.Rotation.FixedDay = directive.FixedDayOfMonth, 5
	c.Margin.InvalidatesQuota = true
	c.Counted[model.Instagram][model.Story] = true
	var changed []string
	for _, a := range directive.Adopted(c) {
		if a.Changed() {
			changed = append(changed, a.ID+": "+a.Value)
		}
	}
	want := []string{
		"A-06: 120 min · sí · sí · 0 min",
		"A-09: todas: publicación, reel, video, en vivo y carrusel · X además: cita y parte de un hilo · Instagram además: historia",
		"A-10: día fijo 5 · 7, 3 y 1 días antes",
	}
	if !slices.Equal(changed, want) {
		t.Errorf("changed %q, want %q", changed, want)
	}
}

func TestCriteriaSurviveBeingStored(t *testing.T) {
	want := directive.DefaultCriteria()
	text, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	got := directive.DefaultCriteria()
	if err := json.Unmarshal(text, &got); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("read back (%v)\n%+v\nwant\n%+v", err, got, want)
	}
	older := directive.DefaultCriteria()
	if err := json.Unmarshal([]byte(`{"instagram":{"min":2}}`), &older); err != nil || older.Instagram.Min != 2 || older.Instagram.Goal != 2 || older.Margin.Minutes != 120 {
		t.Errorf("criteria stored before a field existed read as %+v (%v)", older, err)
	}
}

func TestDefaultCriteriaAreNotShared(t *testing.T) {
	c := directive.DefaultCriteria()
	c.Counted[model.Facebook][model.Story] = true
	c.Rotation.Warn[0] = 99
	if d := directive.DefaultCriteria(); d.Counted[model.Facebook][model.Story] || d.Rotation.Warn[0] != 7 {
		t.Error("a change to one entity's criteria reaches the defaults")
	}
}

func TestStatusesHaveALabelAMarkOfOneCellAndARank(t *testing.T) {
	worstFirst := []directive.Status{
		directive.Breach, directive.AtRisk, directive.Warning, directive.NoData, directive.Running,
		directive.Justified, directive.NotEvaluable, directive.Met,
	}
	marks := []string{"✗", "!", "!", "?", "…", "j", "–", "✓"}
	spanish := regexp.MustCompile(`^[a-z ]+$`)
	for i, s := range worstFirst {
		if s.Mark() != marks[i] || !spanish.MatchString(s.Label()) {
			t.Errorf("«%s» is marked %q and labelled %q", s, s.Mark(), s.Label())
		}
		if i > 0 && s.Severity() >= worstFirst[i-1].Severity() {
			t.Errorf("«%s» is not milder than «%s»", s, worstFirst[i-1])
		}
	}
}
