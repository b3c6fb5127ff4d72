package permalink

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxLength bounds the work on one link, in bytes. Facebook's longest, with
// all its tracking, stay under a quarter of it.
const maxLength = 4096

// edges is the punctuation that stands round a link in a sentence or a chat.
const edges = ".,;:!?…\"'`´«»“”‘’()[]{}<>|*~"

// address is a link taken apart: a host in lower case without user or port,
// and the decoded segments of the path, none of them empty. Segments and
// query are still whatever was pasted; each form checks the parts it uses.
type address struct {
	host  string
	path  []string
	query url.Values
}

// readAddress takes a pasted text apart, or refuses it.
func readAddress(s string) (address, error) {
	if len(s) > maxLength {
		return address{}, tooLong()
	}
	s, err := oneLink(trimEdges(s))
	if err != nil {
		return address{}, err
	}
	if !utf8.ValidString(s) || strings.ContainsFunc(s, invisible) {
		return address{}, hidden()
	}
	u, err := url.Parse(withScheme(s))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return address{}, notLink()
	}
	if u.User != nil || strings.Contains(u.Host, ":") {
		return address{}, disguised()
	}
	// A site has a dot in its name; "hola" and "12/11" do not.
	host := lowerASCII(u.Host)
	if !strings.Contains(strings.Trim(host, "."), ".") {
		return address{}, notLink()
	}
	return address{host, segments(u.EscapedPath()), u.Query()}, nil
}

// segments splits a path and then decodes each part, so that %2F is part of a
// name and not one more slash.
func segments(path string) []string {
	parts := strings.FieldsFunc(path, func(r rune) bool { return r == '/' })
	for i, part := range parts {
		if decoded, err := url.PathUnescape(part); err == nil {
			parts[i] = decoded
		}
	}
	return parts
}

// oneLink finds the link in the words that phones send along with it, as in
// «Mira este video https://…».
func oneLink(s string) (string, error) {
	if !strings.ContainsFunc(s, unicode.IsSpace) {
		return s, nil
	}
	switch links := Find(s); len(links) {
	case 0:
		return "", notLink()
	case 1:
		return links[0], nil
	}
	return "", several()
}

// withScheme completes x.com/… and //x.com/…, and leaves alone what already
// names a scheme. A "://" further on is part of a parameter.
func withScheme(s string) string {
	if i := strings.Index(s, "://"); i > 0 && !strings.ContainsAny(s[:i], "/?#") {
		return s
	}
	return "https://" + strings.TrimPrefix(s, "//")
}

// trimEdges drops the white space, the punctuation and the invisible marks
// round a link. WhatsApp puts a left-to-right mark before the links it copies.
func trimEdges(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return invisible(r) || strings.ContainsRune(edges, r) })
}

// invisible reports white space, control characters, and the format characters
// that turn text round or hide in it.
func invisible(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

// lowerASCII lowers the letters A to Z alone. strings.ToLower would also fold
// the Kelvin sign into k, and so a look-alike host into TikTok's.
func lowerASCII(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + ('a' - 'A')
		}
		return r
	}, s)
}

// segment returns the i-th part of the path, "" past its end.
func (a address) segment(i int) string {
	if i >= len(a.path) {
		return ""
	}
	return a.path[i]
}

// last returns the last part of the path, "" when there is none.
func (a address) last() string {
	if len(a.path) == 0 {
		return ""
	}
	return a.path[len(a.path)-1]
}

// word reports that s has between least and most of the letters A to Z, the
// digits and the bytes of extra. It is the charset of every id and handle.
func word(s string, least, most int, extra string) bool {
	if len(s) < least || len(s) > most {
		return false
	}
	for i := range len(s) {
		c := s[i]
		alphanumeric := '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
		if !alphanumeric && strings.IndexByte(extra, c) < 0 {
			return false
		}
	}
	return true
}

// userName reports a handle. None begins with a dot, which would make /../ of
// the path.
func userName(s string, most int, extra string) bool {
	return word(s, 1, most, extra) && s[0] != '.'
}

// shareCode reports a code that only the network's server can resolve.
func shareCode(s string) bool { return word(s, 4, 64, "-_") }
