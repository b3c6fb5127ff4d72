package importer_test

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"faro/model"
	"faro/model/calendar"
	"faro/store/importer"
)

// facebookRows are the columns that matter of a file of Facebook, one row for
// each date.
func facebookRows(dates ...string) [][]string {
	rows := [][]string{{
		"Post ID", "Page ID", "Publish time", "Permalink", "Date", "Reach",
		"Reactions, Comments and Shares", "Reactions", "Comments", "Shares",
	}}
	for i, date := range dates {
		id := string(rune('1' + i))
		rows = append(rows, []string{
			"990008202600000" + id, "100099900011122", date, "https://www.facebook.com/minbol/posts/pfbid0Synth" + id, "Lifetime", "100",
			"7", "1", "2", "4",
		})
	}
	return rows
}

func days(t *testing.T, b importer.Batch) string {
	t.Helper()
	for _, r := range b.Rejects {
		t.Errorf("rejected: %v", r)
	}
	var all []string
	for _, r := range b.Rows {
		all = append(all, calendar.Stamp(r.Post.At))
	}
	return strings.Join(all, ", ")
}

func questions(t *testing.T, data []byte) []importer.Question {
	t.Helper()
	tb := table(t, data, importer.Options{})
	_, err := tb.All(t.Context())
	var ask *importer.AskError
	if !errors.As(err, &ask) {
		t.Fatalf("All() = %v, want questions", err)
	}
	s, err := tb.Survey(t.Context())
	if err != nil || len(s.Questions) != len(ask.Questions) {
		t.Fatalf("Survey() = %+v, %v; want the same questions", s, err)
	}
	return ask.Questions
}

func TestS29PacificTimeDamagedIDsAndTheRejectedLine(t *testing.T) {
	rows := facebookRows("11/10/2026 21:00", "08/31/2026 22:30")
	for n := len(rows); n < 32; n++ {
		row := slices.Clone(rows[1])
		row[0] = fmt.Sprintf("88000820267771%02d", n)
		row[3] = fmt.Sprintf("https://www.facebook.com/minbol/posts/pfbid0S29x%02d", n)
		rows = append(rows, row)
	}
	for n := 3; n < 6; n++ {
		rows[n][0] = "1.22158E+17"
	}
	rows[10][0], rows[10][3] = "", ""
	b := batch(t, written(t, rows, ','), importer.Options{})
	if len(b.Rows) != 30 || len(b.Rejects) != 1 || b.Rejects[0].Line != 11 {
		t.Fatalf("rows = %d, rejects = %v; want 30 and line 11", len(b.Rows), b.Rejects)
	}
	if got := calendar.Stamp(b.Rows[0].Post.At); got != "11/11/2026 00:00" {
		t.Errorf("11/10/2026 21:00 PST = %s, want 11/11/2026 00:00", got)
	}
	if got := calendar.Stamp(b.Rows[1].Post.At); got != "01/09/2026 00:30" {
		t.Errorf("08/31/2026 22:30 PDT = %s, want 01/09/2026 00:30", got)
	}
	damaged := 0
	for _, r := range b.Rows {
		if len(r.Warnings) > 0 && strings.Contains(r.Warnings[0], "identificador dañado por Excel") {
			damaged++
			if r.Post.PlatformID != "" || r.Post.Link == "" {
				t.Errorf("damaged id: post = %+v, want the link alone", r.Post)
			}
		}
	}
	if damaged != 3 {
		t.Errorf("damaged ids = %d, want 3", damaged)
	}
}

func TestExcelInPeruKeepsTheOrderOfTheText(t *testing.T) {
	// 08/03/2026 becomes 8 March for Excel, which shows it as 8/03/2026; 08/31/2026 stays text.
	data := asExcelSaves(t, facebookRows("8/03/2026 7:15", "08/31/2026 19:30", "8/08/2026 1:00:09 p. m."))
	if got := days(t, batch(t, data, importer.Options{})); got != "03/08/2026 09:15, 31/08/2026 21:30, 08/08/2026 15:00" {
		t.Errorf("days = %s", got)
	}
}

func TestADayOverTwelveProvesTheOrderForTheWholeFile(t *testing.T) {
	data := asExcelSaves(t, facebookRows("03/08/2026 07:15", "18/06/2026 21:32", "31/08/2026 19:30"))
	if got := days(t, batch(t, data, importer.Options{})); got != "03/08/2026 09:15, 18/06/2026 23:32, 31/08/2026 21:30" {
		t.Errorf("days = %s", got)
	}
	plain := written(t, facebookRows("03/08/2026 07:15", "18/06/2026 21:32"), ',')
	if got := days(t, batch(t, plain, importer.Options{})); got != "03/08/2026 09:15, 18/06/2026 23:32" {
		t.Errorf("with commas: days = %s, want the proof to hold against Meta's habit", got)
	}
}

func TestMetasOwnFilesAreMonthFirstWithoutAsking(t *testing.T) {
	data := written(t, facebookRows("08/03/2026 07:15", "11/02/2026 10:00"), ',')
	if got := days(t, batch(t, data, importer.Options{DateOrder: importer.DayFirst})); got != "03/08/2026 09:15, 02/11/2026 13:00" {
		t.Errorf("days = %s, want an answer given to another file to change nothing", got)
	}
}

func TestADateThatCouldBeTwoDaysIsAsked(t *testing.T) {
	for name, data := range map[string][]byte{
		"as Meta writes it, saved by Excel": asExcelSaves(t, facebookRows("05/05/2026 10:00", "03/08/2026 07:15")),
		"saved by Excel":                    asExcelSaves(t, facebookRows("05/05/2026 10:00", "3/08/2026 07:15")),
		"not as Meta writes it":             written(t, facebookRows("05/05/2026 10:00", "3/8/2026 07:15"), ','),
		"proofs of both orders":             written(t, facebookRows("31/08/2026 10:00", "08/31/2026 10:00", "03/08/2026 07:15"), ','),
		"a number in a workbook":            workbook(t, facebookRows("x", "y"), excelDate(2, "2026-08-03 07:15")),
	} {
		t.Run(name, func(t *testing.T) {
			asked := questions(t, data)
			if len(asked) != 1 || len(asked[0].Choices) != 2 || !strings.Contains(asked[0].Text, "¿Qué fecha es") {
				t.Fatalf("questions = %+v", asked)
			}
			want := []string{"03/08/2026", "08/03/2026"}
			for i, label := range []string{"3 de agosto de 2026", "8 de marzo de 2026"} {
				choice := asked[0].Choices[i]
				if !strings.HasPrefix(choice.Label, label) {
					t.Errorf("choice = %q, want %q", choice.Label, label)
				}
				b := batch(t, data, choice.Apply(importer.Options{}))
				if got := b.Rows[len(b.Rows)-1].Post.Day.Slashed(); got != want[i] {
					t.Errorf("day = %s, want %s", got, want[i])
				}
			}
		})
	}
}

// excelDate puts the number Excel keeps for a date into one cell of a column,
// in every row.
func excelDate(col int, at string) func(row, col int, cell string) any {
	return func(row, c int, _ string) any {
		if row == 0 || c != col {
			return nil
		}
		when, err := time.Parse("2006-01-02 15:04", at)
		if err != nil {
			return err.Error()
		}
		return when
	}
}

func TestAWorkbookThatExcelTurnedRoundIsTurnedBack(t *testing.T) {
	// The August file opened by Excel in Spanish: 08/03 is now the number of 8
	// March, 08/31 is still text, which proves the month to come first.
	rows := cells(t, "facebook-business_suite-es.csv")
	col := column(t, rows, "Hora de publicación")
	turned := workbook(t, rows, func(row, c int, cell string) any {
		if row == 0 || c != col {
			return nil
		}
		if at, err := time.Parse("02/01/2006 15:04", cell); err == nil {
			return at
		}
		return cell
	})
	sameButLines(t, batch(t, turned, importer.Options{}), batch(t, sample(t, "facebook-business_suite-es.csv"), importer.Options{}))
	// And one read rightly: all of them numbers, one of a day over twelve.
	right := workbook(t, rows, func(row, c int, cell string) any {
		if row == 0 || c != col {
			return nil
		}
		at, err := time.Parse("01/02/2006 15:04", cell)
		if err != nil {
			return err.Error()
		}
		return at
	})
	sameButLines(t, batch(t, right, importer.Options{}), batch(t, sample(t, "facebook-business_suite-es.csv"), importer.Options{}))
}

func TestWorkbooksThatCountFrom1904(t *testing.T) {
	data := workbook(t, facebookRows("x"), func(row, col int, _ string) any {
		if row == 0 || col != 2 {
			return nil
		}
		return 46265.8125 - 1462 // 31/08/2026 19:30
	})
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	yes := true
	if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := errors.Join(f.Write(&b), f.Close()); err != nil {
		t.Fatal(err)
	}
	if got := days(t, batch(t, b.Bytes(), importer.Options{})); got != "31/08/2026 21:30" {
		t.Errorf("day = %s", got)
	}
}

func TestNumbersOfAWorkbook(t *testing.T) {
	rows := cells(t, "youtube-table_data-es.csv")
	watch := column(t, rows, "Duración promedio de vistas")
	views := column(t, rows, "Vistas")
	data := workbook(t, rows[:4], func(row, col int, _ string) any {
		switch {
		case row < 2:
			return nil
		case col == watch:
			return 96.0 / 86400 // 0:01:36 is a part of a day for Excel
		case col == views:
			return 1e6
		}
		return nil
	})
	for _, r := range batch(t, data, importer.Options{}).Rows[1:] {
		if r.Values[model.AverageWatch] != 96 || r.Values[model.Views] != 1_000_000 {
			t.Errorf("values = %v", r.Values)
		}
	}
}

func TestIDsThatAWorkbookKeepsAsNumbersAreDamaged(t *testing.T) {
	rows := facebookRows("08/31/2026 22:30", "08/30/2026 22:30")
	for _, id := range []any{1.22158e17, float64(9900082026317010)} {
		data := workbook(t, rows, func(row, col int, _ string) any {
			if row == 0 || col != 0 {
				return nil
			}
			return id
		})
		for _, r := range batch(t, data, importer.Options{}).Rows {
			if r.Post.PlatformID != "" || len(r.Warnings) != 1 || !strings.Contains(r.Warnings[0], "por su enlace") {
				t.Errorf("%v: post = %+v, warnings = %q", id, r.Post, r.Warnings)
			}
		}
	}
}

func TestADamagedIDOfXIsMendedByTheLink(t *testing.T) {
	rows := cells(t, "x-content-en.csv")[:2]
	rows[1][0] = "2,09466E+18"
	r := batch(t, asExcelSaves(t, rows), importer.Options{}).Rows[0]
	if r.Post.PlatformID != "2094659041358774305" || len(r.Warnings) != 1 || !strings.Contains(r.Warnings[0], "se usa el del enlace") {
		t.Errorf("row = %+v", r)
	}
}

func TestNumbersOfAFileSavedByExcel(t *testing.T) {
	for _, tt := range []struct {
		cell string
		want int64 // -1 rejected, -2 unknown
	}{
		{"12480", 12480},
		{"12,480", 12480},
		{"12 480", 12480},
		{"12\u00a0480", 12480},
		{"1.234.567", 1234567},
		{"1,234,567", 1234567},
		{"12480.00", 12480},
		{"12480,0", 12480},
		{"12,480.00", 12480},
		{"12.480,00", 12480},
		{"0", 0},
		{"", -2},
		{"-", -2},
		{"N/A", -2},
		{"12.48", -1},
		{"1,2", -1},
		{"-5", -1},
		{"1.2E+06", -1},
		{"99999999999999999999", -1},
		{"doce", -1},
	} {
		rows := facebookRows("08/31/2026 22:30")
		rows[1][5] = tt.cell
		b := batch(t, asExcelSaves(t, rows), importer.Options{})
		got := int64(-1)
		if len(b.Rows) == 1 {
			if n, known := b.Rows[0].Values[model.Reach]; known {
				got = n
			} else {
				got = -2
			}
		}
		if got != tt.want {
			t.Errorf("%q = %d, want %d; %v", tt.cell, got, tt.want, b.Rejects)
		}
	}
}

func TestS29APointBeforeThreeDigitsIsAsked(t *testing.T) {
	rows := facebookRows("08/31/2026 22:30", "08/30/2026 22:30")
	rows[2][5] = "12.480"
	data := asExcelSaves(t, rows)
	asked := questions(t, data)
	if len(asked) != 1 || asked[0].Line != 3 || asked[0].Cell != "12.480" || !strings.HasPrefix(asked[0].Choices[0].Label, "12,480") {
		t.Fatalf("questions = %+v", asked)
	}
	thousands := batch(t, data, asked[0].Choices[0].Apply(importer.Options{}))
	if got := thousands.Rows[1].Values[model.Reach]; got != 12480 {
		t.Errorf("reach = %d, want 12480", got)
	}
	decimals := batch(t, data, asked[0].Choices[1].Apply(importer.Options{}))
	if len(decimals.Rejects) != 1 || !strings.Contains(decimals.Rejects[0].Reason, "12.480") {
		t.Errorf("rejects = %v, want the line and its number; never 12", decimals.Rejects)
	}
}

func TestTheHourThatComesTwice(t *testing.T) {
	// On 1 November 2026 the clocks of California go from 01:59 back to 01:00.
	b := batch(t, written(t, facebookRows("11/01/2026 01:30", "11/01/2026 00:30", "03/08/2026 02:30"), ','), importer.Options{})
	if w := b.Rows[0].Warnings; len(w) != 1 || !strings.Contains(w[0], "hora repetida") {
		t.Errorf("warnings = %q", w)
	}
	if len(b.Rows[1].Warnings) != 0 || calendar.Stamp(b.Rows[1].Post.At) != "01/11/2026 02:30" {
		t.Errorf("row = %+v", b.Rows[1])
	}
	if w := b.Rows[2].Warnings; len(w) != 1 || !strings.Contains(w[0], "no existió") {
		t.Errorf("warnings = %q, want that 02:30 did not exist on 8 March", w)
	}
}

func TestTheHourThatComesTwiceIsToldByInstagramsCode(t *testing.T) {
	for _, hour := range []int{8, 9} { // 01:30 PDT and 01:30 PST
		at := time.Date(2026, time.November, 1, hour, 30, 20, 0, time.UTC)
		rows := cells(t, "instagram-business_suite-en.csv")[:2]
		rows[1][column(t, rows, "Publish time")] = "11/01/2026 01:30"
		rows[1][column(t, rows, "Permalink")] = "https://www.instagram.com/p/" + shortcode(at)
		r := batch(t, written(t, rows, ','), importer.Options{}).Rows[0]
		if got := r.Post.At; !got.Equal(at.Truncate(time.Minute)) || len(r.Warnings) != 0 {
			t.Errorf("at = %v, warnings = %q; want %v", got, r.Warnings, at)
		}
	}
}

// shortcode is a code of Instagram for a moment.
func shortcode(at time.Time) string {
	id := uint64(at.UnixMilli()-1314220021721)<<23 | 77
	raw := binary.BigEndian.AppendUint64([]byte{0}, id) // 72 bits, 12 letters; the first is A
	return base64.URLEncoding.EncodeToString(raw)[1:]
}

func TestTikTokFallsBackOnADayWithoutAYear(t *testing.T) {
	header, _, _ := strings.Cut(string(sample(t, "tiktok-content-es.csv")), "\n")
	line := func(day string) string {
		return "\n" + `"3 de septiembre","x","https://www.tiktok.com/@minbol/video/123","` + day + `","1","2","3","4"`
	}
	data := []byte(header + line("9 de junio") + line("28 de diciembre") + line("February 28") + line("18 tháng Sáu"))
	b := batch(t, data, importer.Options{Today: calendar.NewDay(2026, time.November, 23)})
	var got []string
	for _, r := range b.Rows {
		got = append(got, r.Post.Day.Slashed())
	}
	if s := strings.Join(got, " "); s != "09/06/2026 28/12/2025 28/02/2026" || len(b.Rejects) != 1 {
		t.Errorf("days = %s, rejects = %v", s, b.Rejects)
	}
	if unknown := batch(t, data, importer.Options{}); len(unknown.Rejects) != 4 {
		t.Errorf("without today: rejects = %v, want all four", unknown.Rejects)
	}
}
