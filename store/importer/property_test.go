package importer_test

import (
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"faro/model"
	"faro/model/calendar"
	"faro/store/importer"
)

func TestTheOrderOfTheColumnsSaysNothing(t *testing.T) {
	for _, name := range samples(t) {
		t.Run(name, func(t *testing.T) {
			rows := cells(t, name)
			want := batch(t, written(t, rows, ','), importer.Options{})
			places := make([]int, len(rows[0]))
			for i := range places {
				places[i] = i
			}
			rapid.Check(t, func(rt *rapid.T) {
				places := rapid.Permutation(places).Draw(rt, "places")
				moved := make([][]string, len(rows))
				for i, row := range rows {
					for _, from := range places {
						moved[i] = append(moved[i], row[from])
					}
				}
				got := batch(t, written(t, moved, ','), importer.Options{})
				if len(got.Rejects) != len(want.Rejects) || !reflect.DeepEqual(got.Rows, want.Rows) {
					rt.Fatalf("rows differ:\n got %+v\nwant %+v\nrejects %v", got.Rows, want.Rows, got.Rejects)
				}
			})
		})
	}
}

func TestAnyMomentOfMetaComesOutAsItWasInLima(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		day := calendar.NewDay(2026, 1, 1).AddDays(rapid.IntRange(0, 700).Draw(rt, "day"))
		at := day.At(rapid.IntRange(0, 23).Draw(rt, "hour"), rapid.IntRange(0, 59).Draw(rt, "minute"), 0)
		behind := 2 // hours: summer time in California from the second Sunday of March to the first of November
		if m := int(day.Month); m < 3 || m > 11 || m == 3 && day.Day < 16 || m == 11 {
			behind = 3
		}
		if m := int(day.Month); (m == 3 || m == 11) && day.Day < 16 {
			return // The days of the change have tests of their own.
		}
		there := at.In(calendar.Lima()).Add(-time.Duration(behind) * time.Hour).Format("01/02/2006 15:04")
		b := batch(t, written(t, facebookRows(there), ','), importer.Options{})
		if len(b.Rows) != 1 || !b.Rows[0].Post.At.Equal(at) || b.Rows[0].Post.Day != day {
			rt.Fatalf("%s = %+v, %v; want %v", there, b.Rows, b.Rejects, at)
		}
	})
}

func TestAnyCountComesBackAsPeruWritesIt(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.Int64Range(0, 1e15).Draw(rt, "n")
		rows := facebookRows("08/31/2026 22:30")
		rows[1][5] = model.Count(n)
		if got := batch(t, written(t, rows, ';'), importer.Options{}).Rows[0].Values[model.Reach]; got != n {
			rt.Fatalf("%s = %d", rows[1][5], got)
		}
	})
}
