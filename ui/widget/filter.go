package widget

import "strings"

// fold makes a text comparable: small letters, no accents.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case 'á', 'à', 'ä', 'â':
			return 'a'
		case 'é', 'è', 'ë', 'ê':
			return 'e'
		case 'í', 'ì', 'ï', 'î':
			return 'i'
		case 'ó', 'ò', 'ö', 'ô':
			return 'o'
		case 'ú', 'ù', 'ü', 'û':
			return 'u'
		case 'ñ':
			return 'n'
		case 'ç':
			return 'c'
		}
		if r >= 0x300 && r <= 0x36f { // an accent written apart
			return -1
		}
		return r
	}, strings.ToLower(s))
}

// Matches tells whether text has every word of query in it, accents and
// capitals aside. An empty query is in everything.
func Matches(text, query string) bool {
	text = fold(text)
	for word := range strings.FieldsSeq(fold(query)) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// filter gives the indices of the options that match, those that begin with
// the query first.
func filter(options []Option, query string) []int {
	var first, others []int
	start := strings.TrimSpace(fold(query))
	for i, o := range options {
		switch {
		case !Matches(o.Label, query):
		case strings.HasPrefix(fold(o.Label), start):
			first = append(first, i)
		default:
			others = append(others, i)
		}
	}
	return append(first, others...)
}
