package importer

import (
	"slices"
	"strconv"
	"strings"
)

// token is a run of digits, a run of letters or a single mark.
type token struct {
	text string
	n    int // its value, or -1 when it is no number
}

// tokens cuts a text in lower case, without accents and spaces.
func tokens(s string) []token {
	s = normal(s)
	var all []token
	for i := 0; i < len(s); {
		j := i + 1
		switch class := kindOf(s[i]); class {
		case ' ':
			i = j
			continue
		case '0', 'a':
			for j < len(s) && kindOf(s[j]) == class {
				j++
			}
		}
		t := token{s[i:j], -1}
		if kindOf(s[i]) == '0' && j-i <= 9 {
			t.n, _ = strconv.Atoi(t.text) // nine digits are a number
		}
		all = append(all, t)
		i = j
	}
	return all
}

func kindOf(b byte) byte {
	switch {
	case b >= '0' && b <= '9':
		return '0'
	case b >= 'a' && b <= 'z':
		return 'a'
	}
	return b
}

// cursor takes tokens one after another. It stays where it is when the next
// one is not what was asked for.
type cursor struct {
	toks []token
	bad  bool // a number was asked for and there was none
}

// take passes over a token.
func (c *cursor) take(text string) bool {
	if len(c.toks) == 0 || c.toks[0].text != text {
		return false
	}
	c.toks = c.toks[1:]
	return true
}

// number takes a number less than limit, and how many digits it has.
func (c *cursor) number(limit int) (n, digits int) {
	if len(c.toks) == 0 || c.toks[0].n < 0 || c.toks[0].n >= limit {
		c.bad = true
		return 0, 0
	}
	t := c.toks[0]
	c.toks = c.toks[1:]
	return t.n, len(t.text)
}

// takeClock takes the time of day and its zone off the end of a date.
func (st *stamp) takeClock(toks []token) (date []token, ok bool) {
	at := slices.IndexFunc(toks, func(t token) bool { return t.text == ":" }) - 1
	if at < 0 {
		return toks, true
	}
	date, c := toks[:at], &cursor{toks: toks[at:]}
	if n := len(date); n > 0 && (date[n-1].text == "t" || date[n-1].text == ",") {
		date = date[:n-1]
	}
	h, _ := c.number(24)
	c.take(":")
	m, _ := c.number(60)
	s := 0
	if c.take(":") {
		s, _ = c.number(60)
		if c.take(".") {
			c.number(1e9) // fractions of a second
		}
	}
	h = c.half(h)
	st.timed, st.sec = true, h*3600+m*60+s
	st.offset, st.zoned = c.zone()
	return date, !c.bad && len(c.toks) == 0
}

// half takes «p. m.», PM and the like and tells the hour of the day.
func (c *cursor) half(hour int) int {
	rest, word := c.toks, ""
	for len(rest) > 0 && !strings.HasSuffix(word, "m") {
		switch t := rest[0].text; t {
		case "a", "p", "m", "am", "pm":
			word += t
		case ".":
		default:
			return hour
		}
		rest = rest[1:]
	}
	if word != "am" && word != "pm" {
		return hour
	}
	c.toks = rest
	c.take(".")
	c.bad = c.bad || hour < 1 || hour > 12
	if word == "pm" {
		return hour%12 + 12
	}
	return hour % 12
}

// zone takes Z, UTC, +0000 and -05:00 and tells the seconds east of UTC.
func (c *cursor) zone() (offset int, zoned bool) {
	if c.take("z") || c.take("utc") || c.take("gmt") {
		return 0, true
	}
	sign := 1
	if c.take("-") {
		sign = -1
	} else if !c.take("+") {
		return 0, false
	}
	h, digits := c.number(1500)
	m := 0
	if digits == 4 {
		h, m = h/100, h%100
	} else if c.take(":") {
		m, _ = c.number(60)
	}
	c.bad = c.bad || h > 14 || m > 59
	return sign * (h*3600 + m*60), true
}
