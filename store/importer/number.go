package importer

import (
	"math"
	"strconv"
	"strings"

	"faro/model"
)

// told says what a cell with a number tells.
type told uint8

const (
	blankCell  told = iota // nothing: unknown, not zero
	knownCell              // the number
	askedCell              // one of two numbers: 12.480
	absentCell             // no number at all
)

// maxNumber bounds the text of a number, in bytes.
const maxNumber = 40

// blankWord holds for the marks by which tables write «no data».
func blankWord(s string) bool {
	switch strings.ToLower(s) {
	case "", "-", "--", "—", "–", "n/a", "n/d", "na", "null", "undefined", "nan", "s/d", "sin dato":
		return true
	}
	return false
}

// readCount reads a counter. Commas and spaces group thousands, as in Peru. A
// point before three digits may group thousands or begin decimals: the answer
// given decides, and without one it is asked about (S29). exact is set for
// workbooks, whose numbers are never rounded.
func readCount(s string, answer Decimal, exact bool) (int64, told) {
	s = compact(s)
	if n, plain := plainCount(s); plain {
		return n, knownCell
	}
	switch {
	case blankWord(s):
		return 0, blankCell
	case len(s) > maxNumber:
		return 0, absentCell
	case strings.ContainsAny(s, "eE"):
		return scientific(s, exact)
	}
	whole, asked := wholeNumber(s, answer)
	switch {
	case asked:
		return 0, askedCell
	case whole == "":
		return 0, absentCell
	}
	n, err := model.ReadCount(whole)
	if err != nil {
		return 0, absentCell
	}
	return n, knownCell
}

// plainCount reads digits alone, which is what the networks write.
func plainCount(s string) (n int64, ok bool) {
	if s == "" || len(s) > 18 {
		return 0, false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int64(s[i]-'0')
	}
	return n, true
}

// compact drops the spaces round and inside a number.
func compact(s string) string {
	if !strings.ContainsAny(s, " \t\u00a0\u202f'") {
		return s
	}
	return strings.NewReplacer(" ", "", "\t", "", "\u00a0", "", "\u202f", "", "'", "").Replace(s)
}

// wholeNumber takes the decimals off a number that has none to speak of, and
// writes its thousands with commas. It is empty when the number is not whole.
func wholeNumber(s string, answer Decimal) (whole string, asked bool) {
	point, comma := strings.LastIndexByte(s, '.'), strings.LastIndexByte(s, ',')
	switch {
	case point < 0 && comma < 0:
		return s, false
	case point < 0:
		return oneMark(s, ",", answer == DecimalComma), false
	case comma > point:
		return strings.ReplaceAll(zeroDecimals(s, ","), ".", ","), false
	case comma >= 0:
		return zeroDecimals(s, "."), false
	case strings.Count(s, ".") > 1:
		return strings.ReplaceAll(s, ".", ","), false
	case ambiguous(s, "."):
		if answer == DecimalUnknown {
			return "", true
		}
		return oneMark(s, ".", answer == DecimalPoint), false
	}
	return oneMark(s, ".", true), false
}

// oneMark reads a number with only one kind of mark in it.
func oneMark(s, mark string, decimal bool) string {
	if !decimal && (strings.Count(s, mark) > 1 || ambiguous(s, mark)) {
		return strings.ReplaceAll(s, mark, ",")
	}
	return zeroDecimals(s, mark)
}

// zeroDecimals drops decimals that are all zero, as in 1203.0, and gives
// nothing when they are not.
func zeroDecimals(s, mark string) string {
	whole, decimals, _ := strings.Cut(s, mark)
	if strings.Trim(decimals, "0") != "" {
		return ""
	}
	return whole
}

// ambiguous holds for one to three digits, a mark and three digits.
func ambiguous(s, mark string) bool {
	whole, rest, _ := strings.Cut(s, mark)
	_, ok := plainCount(whole)
	_, three := plainCount(rest)
	return ok && three && len(whole) <= 3 && len(rest) == 3 && whole[0] != '0'
}

// scientific reads 1.2E+06. A CSV has it rounded, and so it tells nothing.
func scientific(s string, exact bool) (int64, told) {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || !exact || f != math.Trunc(f) || f < 0 || f > 1<<53 {
		return 0, absentCell
	}
	return int64(f), knownCell
}

// readDecimal reads a number of seconds with decimals. The networks and
// workbooks write a point; in a file saved by Excel 5.496 may be thousands.
func readDecimal(s string, answer Decimal, native bool) (float64, told) {
	s = compact(s)
	if blankWord(s) {
		return 0, blankCell
	}
	if len(s) > maxNumber || strings.Trim(s, "0123456789.,eE+-") != "" {
		return 0, absentCell
	}
	if !native {
		var asked bool
		if s, asked = pointed(s, answer); asked {
			return 0, askedCell
		}
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(f) || f < 0 || f > 1e9 {
		return 0, absentCell
	}
	return f, knownCell
}

// pointed writes a number with a point for decimals and nothing for thousands.
func pointed(s string, answer Decimal) (plain string, asked bool) {
	switch {
	case answer == DecimalUnknown && (ambiguous(s, ".") || ambiguous(s, ",")):
		return "", true
	case answer == DecimalComma, answer == DecimalUnknown && !strings.Contains(s, "."):
		return strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", "."), false
	}
	return strings.ReplaceAll(s, ",", ""), false
}

// readWatch reads an average watch time in whole seconds: 0:01:36, 96, or in a
// workbook the part of a day that Excel makes of the first.
func readWatch(s string, answer Decimal, exact bool) (int64, told) {
	s = strings.TrimSpace(s)
	if blankWord(s) {
		return 0, blankCell
	}
	if n, err := model.ReadSeconds(s); err == nil {
		return n, knownCell
	}
	f, state := readDecimal(s, answer, exact)
	if state != knownCell {
		return 0, state
	}
	if exact && f < 1 {
		f *= 86400
	}
	return int64(math.Round(f)), knownCell
}
