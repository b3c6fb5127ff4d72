// Package permalink reads the link of a public post: which network, which
// account, which post and, where the id carries it, when it was published. It
// works on the text alone and never touches the network, so a link means the
// same today, offline, and after the post is deleted.
package permalink

import "time"

// Network is one of the five networks of the Directive (art. 6.2.2.4).
type Network string

// The networks, by the name they are stored under.
const (
	Facebook  Network = "facebook"
	X         Network = "x"
	Instagram Network = "instagram"
	TikTok    Network = "tiktok"
	YouTube   Network = "youtube"
)

// label is how people know the network.
func (n Network) label() string {
	switch n {
	case Facebook:
		return "Facebook"
	case X:
		return "X (Twitter)"
	case Instagram:
		return "Instagram"
	case TikTok:
		return "TikTok"
	case YouTube:
		return "YouTube"
	}
	return string(n)
}

// Precision says how far Link.At can be trusted.
type Precision string

// The precisions, best first.
const (
	Exact     Precision = "exact"     // X: the id holds the millisecond.
	Second    Precision = "second"    // TikTok: the id holds the second, some of them late.
	Estimated Precision = "estimated" // Instagram: a scheduled post's id may carry the time of the upload.
	Unknown   Precision = ""          // The id carries no time.
)

// The kinds of post a link's path can tell.
const (
	KindPost     = "post"
	KindReel     = "reel"
	KindVideo    = "video"
	KindLive     = "live"
	KindShort    = "short"
	KindPhoto    = "photo"
	KindCarousel = "carousel"
)

// Link is what a link says about its post.
type Link struct {
	Network Network
	Handle  string // As written in the link, without "@"; "" where the link has none.
	ID      string // The platform's id of the post; "" in short links.
	// URL is the canonical link: https, the network's own host, no
	// tracking parameters, no fragment. Parsing it gives the same Link again,
	// except that Kind may be told by the typed form alone.
	URL       string
	At        time.Time // Instant of publication in UTC, to the second; zero where unknown.
	Precision Precision
	Short     bool   // Leads to the post only through the network's own server.
	Kind      string // A hint; "" where the path does not say.
}

// Parse reads one link as a person pastes it: with or without scheme, in any
// case, with tracking parameters, with the punctuation of the sentence around
// it. The error is an *Error whose Hint says in Spanish what to paste instead.
func Parse(s string) (Link, error) {
	a, err := readAddress(s)
	if err != nil {
		return Link{}, err
	}
	switch network, _ := networkOf(a.host); network {
	case Facebook:
		return a.facebook()
	case X:
		return a.x()
	case Instagram:
		return a.instagram()
	case TikTok:
		return a.tiktok()
	case YouTube:
		return a.youtube()
	}
	return Link{}, foreign(a.host)
}

// Same reports that two links lead to the same post: the same id on the same
// network, however the links are written. Where either has no id, the
// canonical links must be equal.
func Same(a, b Link) bool {
	if a.Network != b.Network {
		return false
	}
	if a.ID != "" && b.ID != "" {
		return a.ID == b.ID
	}
	return a.URL == b.URL
}

// FitsHost reports that the host of a link belongs to a network, be the link
// to a post, a profile or anything else.
func FitsHost(n Network, rawURL string) bool {
	a, err := readAddress(rawURL)
	if err != nil {
		return false
	}
	network, ok := networkOf(a.host)
	return ok && network == n
}
