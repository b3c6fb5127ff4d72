package permalink

import (
	"iter"
	"strings"
)

// Find returns the links in a pasted text, in order, repeated ones included:
// everything that begins with http:// or https://, and what has no scheme but
// begins with a host of a network, of a copy of one or of a link shortener.
// The punctuation round a link is left out. What it finds is for Parse to
// judge.
func Find(text string) []string {
	var links []string
	for token := range tokens(text) {
		if link, ok := linkIn(token); ok {
			links = append(links, link)
		}
	}
	return links
}

// tokens splits a text where no link goes on: at white space, invisible marks
// and the quotes, brackets and commas of lists.
func tokens(text string) iter.Seq[string] {
	return strings.FieldsFuncSeq(text, func(r rune) bool {
		return invisible(r) || strings.ContainsRune("<>\"'`«»“”‘’()[]{}|,;\\", r)
	})
}

func linkIn(token string) (string, bool) {
	if i := schemeIn(token); i >= 0 {
		link := trimEdges(token[i:])
		_, rest, _ := strings.Cut(link, "://")
		return link, rest != ""
	}
	// "enlace:x.com/…": a host has no colon before it, nor one inside.
	end := strings.IndexAny(token, "/?#")
	if end < 0 {
		return "", false
	}
	start := strings.LastIndexByte(token[:end], ':') + 1
	link := trimEdges(token[start:])
	end = strings.IndexAny(link, "/?#")
	if end < 0 || !linkHost(lowerASCII(link[:end])) {
		return "", false
	}
	return link, true
}

// schemeIn finds where http:// or https:// begins, -1 when nowhere. The text
// before it may be anything, so nothing is lowered: that can change lengths.
func schemeIn(token string) int {
	for i := 0; ; {
		next := strings.Index(token[i:], "://")
		if next < 0 {
			return -1
		}
		i += next
		for _, scheme := range []string{"https", "http"} {
			if from := i - len(scheme); from >= 0 && lowerASCII(token[from:i]) == scheme {
				return from
			}
		}
		i += len("://")
	}
}

// linkHost reports a host worth showing as a link even without a scheme.
func linkHost(host string) bool {
	if len(host) > 64 {
		return false
	}
	_, network := networkOf(host)
	_, mirror := mirrorOf(host)
	return network || mirror || shortener(host)
}
