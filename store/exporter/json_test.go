package exporter_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	"faro/model/annex"
	"faro/model/calendar"
	"faro/store/exporter"

	"github.com/charmbracelet/x/exp/golden"
)

func jsonText(t *testing.T, in annex.Input) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := exporter.JSON(&b, annex.Build(in)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTheJSONOfTheScenarioIsGolden(t *testing.T) {
	golden.RequireEqual(t, jsonText(t, scenario()))
}

// read follows names and places into a document read without our types.
func read(t *testing.T, text []byte, way ...any) any {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var at any
	if err := d.Decode(&at); err != nil {
		t.Fatal(err)
	}
	for _, step := range way {
		switch step := step.(type) {
		case string:
			fields, _ := at.(map[string]any)
			next, there := fields[step]
			if !there {
				t.Fatalf("no field %q on the way %v", step, way)
			}
			at = next
		case int:
			items, _ := at.([]any)
			if step >= len(items) {
				t.Fatalf("no item %d on the way %v", step, way)
			}
			at = items[step]
		}
	}
	return at
}

func TestJSONFigures(t *testing.T) { // S22, S24, S26.
	text := jsonText(t, scenario())
	first := []any{"networks", 0, "accounts", 0, "months", 0}
	for _, c := range []struct {
		want string
		way  []any
	}{
		{"faro/anexo3", []any{"format"}},
		{"2026-T4", []any{"quarter"}},
		{"2027-01-15", []any{"due"}},
		{"false", []any{"complete"}},
		{"20", []any{"rows"}},
		{"120", []any{"expected_rows"}},
		{"12", append(first, "posts")},
		{"18200", append(first, "rows", 1, "values", "alcance")},
		{"5.50", append(first, "rows", 1, "engagement_rate")},
		{"2026-10-06", append(first, "rows", 1, "day")},
		{"2026-10-06T14:00:00Z", append(first, "rows", 1, "published_at")},
		{"1300.00", []any{"networks", 0, "accounts", 0, "months", 1, "rows", 0, "engagement_rate"}},
		{"2026-12-31", []any{"networks", 3, "accounts", 0, "months", 2, "rows", 0, "day"}},
		{"2027-01-01T04:30:00Z", []any{"networks", 3, "accounts", 0, "months", 2, "rows", 0, "published_at"}},
	} {
		if got := fmt.Sprint(read(t, text, c.way...)); got != c.want {
			t.Errorf("%v is %s, want %s", c.way, got, c.want)
		}
	}
}

func TestUnknownIsNull(t *testing.T) {
	text := jsonText(t, scenario())
	tiktok := []any{"networks", 4, "accounts", 0, "months", 2, "rows", 0}
	for _, way := range [][]any{
		append(tiktok, "values", "interaccion"),
		append(tiktok, "values", "tiempo_promedio"),
		append(tiktok, "values", "alcance"),
		append(tiktok, "engagement_rate"),
		{"networks", 3, "accounts", 0, "months", 2, "rows", 0, "link"},
		{"networks", 0, "accounts", 0, "months", 0, "followers_end"},
		{"networks", 1, "totals", "audience"},
		{"networks", 2, "totals", "interactions"},
	} {
		if got := read(t, text, way...); got != nil {
			t.Errorf("%v is %v, want null", way, got)
		}
	}
}

func TestListsAreNeverNull(t *testing.T) {
	in := full()
	in.Accounts = in.Accounts[:1]
	text := jsonText(t, in)
	for _, way := range [][]any{
		{"networks", 4, "accounts"}, {"networks", 0, "accounts", 0, "months", 0, "notes"}, {"gaps"}, {"criteria"},
	} {
		if _, ok := read(t, text, way...).([]any); !ok {
			t.Errorf("%v is no list", way)
		}
	}
	if got := read(t, text, "gaps", 0, "account"); got != nil {
		t.Errorf("the gap of a network without an account names %v", got)
	}
}

func TestAPostWithoutAnHourHasNoInstant(t *testing.T) {
	in := input()
	p := s24()[0]
	p.Post.At = calendar.Day{}.Start()
	add(&in, 1, october, p)
	if got := read(t, jsonText(t, in), "networks", 0, "accounts", 0, "months", 0, "rows", 0, "published_at"); got != nil {
		t.Errorf("published at %v", got)
	}
}
