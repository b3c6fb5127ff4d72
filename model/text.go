package model

import (
	"net/mail"
	"strings"
	"unicode"
)

// Clean makes one line of outside text safe to show and to store: terminal
// control sequences, control characters, bidi and zero-width marks go, runs of
// white space become one space, invalid UTF-8 becomes U+FFFD.
func Clean(s string) string {
	return strings.Join(strings.Fields(scrub(s, false)), " ")
}

// CleanText is Clean for text of several lines: line breaks and tabs stay.
func CleanText(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.TrimSpace(scrub(strings.ReplaceAll(s, "\r", "\n"), true))
}

func scrub(s string, lines bool) string {
	s = dropSequences(strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			if lines {
				return r
			}
			return ' '
		case unicode.IsControl(r), invisible(r):
			return -1
		}
		return r
	}, s)
}

// invisible holds for marks that change how the text around them is shown:
// bidi overrides and isolates, zero-width characters but the joiner that
// emoji need, and the byte order mark.
func invisible(r rune) bool {
	switch {
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return true
	case r == 0x200B, r == 0x200C, r == 0x200E, r == 0x200F, r == 0x2060, r == 0xFEFF, r == 0x061C:
		return true
	}
	return r >= 0xE0000 && r <= 0xE007F
}

// dropSequences removes whole escape sequences, so that "ESC[31m" does not
// leave "[31m" behind.
func dropSequences(s string) string {
	if !strings.ContainsRune(s, 0x1b) && !strings.ContainsRune(s, 0x9b) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if n := sequence(s[i:]); n > 0 {
			i += n
			continue
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

// sequence is the length of the escape sequence s begins with, or zero.
func sequence(s string) int {
	const head = 1 // bytes of s before rest, which begins with what ESC introduces
	var rest string
	switch {
	case strings.HasPrefix(s, "\u009b"): // CSI in one character of two bytes
		rest = "[" + s[2:]
	case strings.HasPrefix(s, "\x1b") && len(s) > 1:
		rest = s[1:]
	default:
		return 0
	}
	switch rest[0] {
	case '[':
		return head + control(rest)
	case ']', 'P', 'X', '^', '_':
		return head + command(rest)
	}
	return head
}

// control is the length of a control sequence from its bracket to its final
// byte; of one that never ends only the bracket goes.
func control(s string) int {
	for i := 1; i < len(s); i++ {
		if s[i] >= 0x40 && s[i] <= 0x7e {
			return i + 1
		}
	}
	return 1
}

// command is the length of a command string up to BEL or ESC and a backslash.
func command(s string) int {
	for i := 1; i < len(s); i++ {
		if s[i] == 0x07 {
			return i + 1
		}
		if s[i] == 0x1b && i+1 < len(s) && s[i+1] == '\\' {
			return i + 2
		}
	}
	return 1
}

func digits(s string, n int) bool {
	if len(s) != n {
		return false
	}
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

func isEmail(s string) bool {
	a, err := mail.ParseAddress(s)
	if err != nil || a.Address != s {
		return false
	}
	_, domain, _ := strings.Cut(s, "@")
	return isDomain(domain)
}

func isDomain(s string) bool {
	return strings.Contains(s, ".") && !strings.HasPrefix(s, ".") && !strings.HasSuffix(s, ".") &&
		!strings.ContainsAny(s, " @/:,;\"'<>()")
}
