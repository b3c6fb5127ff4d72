package widget

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// plain holds for printable ASCII, where bytes are cells.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] > 0x7e {
			return false
		}
	}
	return true
}

// tame keeps colours and hyperlinks and drops every other thing in s that is
// not text: control characters, other escape sequences, bidi marks. Line
// breaks and tabs become a space each. Text from outside should have been
// through model.Clean long before; this is what keeps a view in its frame if
// something slipped through.
func tame(s string) string {
	if !hostile(s) {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		if s[0] == 0x1b {
			n := escape(s)
			if kept(s[:n]) {
				b.WriteString(s[:n])
			}
			s = s[n:]
			continue
		}
		r, n := utf8.DecodeRuneInString(s)
		switch {
		case r == '\n' || r == '\t':
			b.WriteByte(' ')
		case !unwanted(r):
			b.WriteRune(r)
		}
		s = s[n:]
	}
	return b.String()
}

// alone takes away what would join a text to the cells beside it: accents it
// begins with, and joiners and prefixed signs at its end.
func alone(s string) string {
	s = strings.TrimLeftFunc(s, func(r rune) bool { return r == 0x200d || r >= 0x300 && unicode.In(r, unicode.M) })
	return strings.TrimRightFunc(s, func(r rune) bool {
		if r < 0x600 || r == '…' {
			return false
		}
		return r == 0x200d || ansi.StringWidth(string(r)+" ") != ansi.StringWidth(string(r))+1
	})
}

func hostile(s string) bool {
	for i := 0; i < len(s); {
		if s[i] >= 0x20 && s[i] < 0x7f {
			i++
			continue
		}
		if s[i] == 0x1b {
			n := escape(s[i:])
			if !kept(s[i : i+n]) {
				return true
			}
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 || unwanted(r) {
			return true
		}
		i += n
	}
	return false
}

// unwanted holds for control characters and for the invisible ones that change
// the text around them, but for the joiner and the tags that emoji need.
func unwanted(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r <= 0x9f, r == 0x2028, r == 0x2029:
		return true
	case r < 0xad, r == 0x200d, r >= 0xe0020 && r <= 0xe007f:
		return false
	}
	return unicode.Is(unicode.Cf, r)
}

// escape is the length of the escape sequence s begins with; one for an ESC
// that begins none.
func escape(s string) int {
	_, _, n, _ := ansi.DecodeSequence(s, ansi.NormalState, nil)
	return max(1, n)
}

// kept holds for the two kinds of sequences that only change looks: SGR, and
// OSC 8 with its end.
func kept(seq string) bool {
	if strings.HasPrefix(seq, "\x1b]8;") {
		return strings.HasSuffix(seq, "\x07") || strings.HasSuffix(seq, "\x1b\\")
	}
	if !strings.HasPrefix(seq, "\x1b[") || !strings.HasSuffix(seq, "m") {
		return false
	}
	return strings.Trim(seq[2:len(seq)-1], "0123456789;:") == ""
}
