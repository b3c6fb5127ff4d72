package exporter

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"faro/model"
	"faro/model/annex"
	"faro/model/directive"
)

// byteOrderMark makes spreadsheets read the file as UTF-8.
const byteOrderMark = "\uFEFF"

// CSV writes a network's ranked rows, one line each, unused ones left out:
// UTF-8 with a byte order mark, commas, CRLF. An unknown figure is an empty
// field.
//
// The columns are red, cuenta (user name without "@"), mes (2026-10), n (1 to
// 10), the figures of the network's table in its order (alcance, impresiones,
// visualizaciones, interaccion; tiempo_promedio_s in whole seconds), er where
// the table has a rate (percent, two decimals), fecha (dd/mm/yyyy, Lima day)
// and link.
func CSV(w io.Writer, s annex.Section) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	lines := csv.NewWriter(w)
	lines.UseCRLF = true
	columns := annex.ColumnsOf(s.Network)
	if err := lines.Write(csvHeader(columns)); err != nil {
		return err
	}
	for _, t := range s.Tables {
		for _, r := range t.Rows {
			if r.Empty {
				continue
			}
			if err := lines.Write(csvLine(t, r)); err != nil {
				return err
			}
		}
	}
	lines.Flush()
	return lines.Error()
}

func csvHeader(columns []annex.Column) []string {
	names := []string{"red", "cuenta", "mes"}
	for _, c := range columns {
		names = append(names, csvName(c))
	}
	return names
}

func csvName(c annex.Column) string {
	switch c.Kind {
	case annex.NumberColumn:
		return "n"
	case annex.RateColumn:
		return "er"
	case annex.DateColumn:
		return "fecha"
	case annex.LinkColumn:
		return "link"
	case annex.DurationColumn:
		return string(c.Metric) + "_s"
	case annex.CountColumn:
		return string(c.Metric)
	}
	return string(c.Kind)
}

func csvLine(t annex.Table, r annex.Row) []string {
	fields := []string{string(t.Network), guard(account(t.Account)), t.Month.String()}
	for _, c := range t.Columns {
		fields = append(fields, csvField(c, r))
	}
	return fields
}

func csvField(c annex.Column, r annex.Row) string {
	switch c.Kind {
	case annex.NumberColumn:
		return strconv.Itoa(r.N)
	case annex.RateColumn:
		if r.HasRate {
			return percent(r.Rate)
		}
		return ""
	case annex.DateColumn:
		return r.Post.Post.Day.Slashed()
	case annex.LinkColumn:
		return guard(r.Post.Post.Link)
	case annex.CountColumn, annex.DurationColumn:
		if v, known := r.Post.Values[c.Metric]; known {
			return strconv.FormatInt(v, 10)
		}
	}
	return ""
}

// account is an account's user name, or its name where it has none.
func account(a model.Account) string {
	if a.Handle != "" {
		return a.Handle
	}
	return a.Name
}

// guard cleans text that came from outside and keeps a spreadsheet from
// reading it as a formula: an apostrophe goes before = + - @ (S29).
func guard(s string) string {
	s = model.Clean(s)
	if s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
		return "'" + s
	}
	return s
}

// percent is a rate as a number other programs read: 1300.00, without the
// comma that people are shown.
func percent(r directive.Rate) string { return fmt.Sprintf("%d.%02d", int64(r)/100, int64(r)%100) }
