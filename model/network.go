package model

// Network is a social network the Directive names, or another one.
type Network string

// The networks of Annex 3, in its order, and the rest.
const (
	Facebook  Network = "facebook"
	X         Network = "x" // «Twitter» in the Directive
	YouTube   Network = "youtube"
	Instagram Network = "instagram"
	TikTok    Network = "tiktok"
	Other     Network = "otra"
)

// Networks lists the networks of Annex 3 in the order of its sections.
func Networks() []Network { return []Network{Facebook, X, YouTube, Instagram, TikTok} }

// Label is the network's name on screen.
func (n Network) Label() string {
	switch n {
	case Facebook:
		return "Facebook"
	case X:
		return "X"
	case YouTube:
		return "YouTube"
	case Instagram:
		return "Instagram"
	case TikTok:
		return "TikTok"
	case Other:
		return "Otra red"
	}
	return string(n)
}

// LongLabel is the network's name where there is room: «X (Twitter)».
func (n Network) LongLabel() string {
	if n == X {
		return "X (Twitter)"
	}
	return n.Label()
}

// Valid reports whether n is one of the known networks.
func (n Network) Valid() bool {
	switch n {
	case Facebook, X, YouTube, Instagram, TikTok, Other:
		return true
	}
	return false
}

// InAnnex3 reports whether Annex 3 has a table for the network.
func (n Network) InAnnex3() bool { return n.Valid() && n != Other }
