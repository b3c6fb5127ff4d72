package calendar

import "strconv"

// maxTyped bounds what a person can have meant to type. Longer text is a paste
// gone wrong and is refused unread.
const maxTyped = 40

// ReadError is a text that is not what was asked for.
type ReadError struct {
	Hint string // One Spanish sentence that says what to type.
}

// Error returns the hint. It never repeats what was typed, which stays in its
// field and may hold anything.
func (e *ReadError) Error() string { return e.Hint }

// digits reads a number of between least and most ASCII digits. strconv would
// also take signs, and unicode.IsDigit the numerals of other scripts.
func digits(s string, least, most int) (int, bool) {
	if len(s) < least || len(s) > most {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// appendPadded writes n with zeros in front up to a width of 2 or 4.
func appendPadded(b []byte, n, width int) []byte {
	if n < 0 {
		return strconv.AppendInt(b, int64(n), 10)
	}
	for limit := 10; width > 1; width-- {
		if n < limit {
			b = append(b, "0000"[:width-1]...)
			break
		}
		limit *= 10
	}
	return strconv.AppendInt(b, int64(n), 10)
}
