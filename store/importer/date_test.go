package importer_test

import (
	"strings"
	"testing"

	"faro/model"
	"faro/model/calendar"
	"faro/store/importer"
)

func TestDatesAsNetworksAndExcelWriteThem(t *testing.T) {
	// By Meta's clock: 22:30 in California on 31 August is 00:30 in Lima.
	for cell, want := range map[string]string{
		"08/31/2026 22:30":               "01/09/2026 00:30",
		"08/31/2026 22:30:59":            "01/09/2026 00:30",
		"8/31/26 22:30":                  "01/09/2026 00:30",
		"31/8/2026 10:30 p. m.":          "01/09/2026 00:30",
		"31/08/2026 10:30:00 PM":         "01/09/2026 00:30",
		"31-08-2026 22:30":               "01/09/2026 00:30",
		"31.08.2026 22:30":               "01/09/2026 00:30",
		"31/08/2026 12:05 a.m.":          "31/08/2026 02:05",
		"31/08/2026 12:05 p.m.":          "31/08/2026 14:05",
		"Aug 31, 2026 22:30":             "01/09/2026 00:30",
		"Mon, Aug 31, 2026, 10:30 PM":    "01/09/2026 00:30",
		"31 de agosto de 2026 22:30":     "01/09/2026 00:30",
		"lunes, 31 de agosto 2026 22:30": "01/09/2026 00:30",
		"31-ago-26 22:30":                "01/09/2026 00:30",
		"31 set 2026 22:30":              "",
		"30 set 2026 22:30":              "01/10/2026 00:30",
		"30 sept. 2026 22:30":            "01/10/2026 00:30",
		"2026-08-31 22:30":               "01/09/2026 00:30",
		"2026-08-31T22:30:00":            "01/09/2026 00:30",
		"2026-08-31T22:30:00Z":           "31/08/2026 17:30", // a clock of its own
		"2026-08-31 22:30:00.123 UTC":    "31/08/2026 17:30",
		"2026-08-31 22:30:00-07:00":      "01/09/2026 00:30",
		"2026-08-31 22:30:00 +0530":      "31/08/2026 12:00",
		"08/31/2026":                     "", // without the hour nobody knows the day of Lima
		"31/02/2026 10:00":               "",
		"13/13/2026 10:00":               "",
		"08/31/1926 10:00":               "",
		"08/31/2026 24:00":               "",
		"08/31/2026 10:60":               "",
		"08/31/2026 13:00 PM":            "",
		"08/31/2026 10:00 +9999":         "",
		"08/31/2026 10:00 mañana":        "",
		"08/31 22:30":                    "",
		"agosto 22:30":                   "",
		"ayer":                           "",
		"46265.8125":                     "", // a number of Excel is one only in a workbook
		"":                               "",
		":":                              "",
		strings.Repeat("8", 100):         "",
	} {
		b := batch(t, written(t, facebookRows(cell), ','), importer.Options{})
		got := ""
		if len(b.Rows) == 1 {
			got = calendar.Stamp(b.Rows[0].Post.At)
		}
		if got != want {
			t.Errorf("%q = %q, want %q; %v", cell, got, want, b.Rejects)
		}
	}
}

func TestWatchTimesAreWholeSeconds(t *testing.T) {
	for cell, want := range map[string]int64{
		"0:01:36": 96, "1:36": 96, "96": 96, "1:02:03": 3723, "96.4": 96, "96.5": 97, "96,5": 97, "0:00:00": 0,
		"": -2, "-": -2, "1:75": -1, "uno": -1, "1e400": -1, "-3.2": -1,
	} {
		rows := cells(t, "youtube-table_data-es.csv")[:3]
		rows[2][column(t, rows, "Duración promedio de vistas")] = cell
		b := batch(t, written(t, rows, ';'), importer.Options{})
		got := int64(-1)
		if len(b.Rows) == 2 {
			n, known := b.Rows[1].Values[model.AverageWatch]
			if got = -2; known {
				got = n
			}
		}
		if got != want {
			t.Errorf("%q = %d, want %d; %v", cell, got, want, b.Rejects)
		}
	}
}
