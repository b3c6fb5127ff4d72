package permalink

// instagram reads /p/{code}, /reel/{code}, /reels/{code} and /tv/{code}, the
// same after a user's name, and the short /share/… links of the app.
func (a address) instagram() (Link, error) {
	first := a.segment(0)
	switch first {
	case "stories", "s":
		return Link{}, story()
	case "share":
		return a.instagramShare()
	}
	if form, ok := instagramForm(first); ok {
		return a.instagramPost("", form, a.segment(1))
	}
	if form, ok := instagramForm(a.segment(1)); ok && a.segment(2) != "" {
		return a.instagramPost(first, form, a.segment(2))
	}
	return Link{}, notPost(Instagram)
}

// instagramForm reduces the words of the path to those Instagram itself prints.
func instagramForm(s string) (string, bool) {
	switch s {
	case "p", "reel", "tv":
		return s, true
	case "reels":
		return "reel", true
	}
	return "", false
}

func (a address) instagramPost(user, form, code string) (Link, error) {
	if code == "" || code == "audio" { // /reels/audio/… is a piece of music.
		return Link{}, notPost(Instagram)
	}
	if !word(code, 5, 64, "-_") || user != "" && !userName(user, 30, "._") {
		return Link{}, incomplete(Instagram)
	}
	link := Link{Network: Instagram, Handle: user, ID: code, Kind: a.instagramKind(form)}
	link.URL = "https://www.instagram.com/" + form + "/" + code
	if user != "" {
		link.URL = "https://www.instagram.com/" + user + "/" + form + "/" + code
	}
	link.At, link.Precision = instagramInstant(code)
	return link, nil
}

// instagramKind knows a carousel by the picture the link opens it at.
func (a address) instagramKind(form string) string {
	switch {
	case form == "reel":
		return KindReel
	case form == "tv":
		return KindVideo
	case a.query.Has("img_index"):
		return KindCarousel
	}
	return KindPost
}

// instagramShare takes the app's short links, whose code is not the post's.
func (a address) instagramShare() (Link, error) {
	form, code := "", a.segment(1)
	if len(a.path) > 2 {
		known := false
		if form, known = instagramForm(code); !known {
			return Link{}, notPost(Instagram)
		}
		code = a.segment(2)
	}
	if !shareCode(code) {
		return Link{}, incomplete(Instagram)
	}
	link := Link{Network: Instagram, URL: "https://www.instagram.com/share/" + code, Short: true}
	if form != "" {
		link.URL = "https://www.instagram.com/share/" + form + "/" + code
		link.Kind = address{}.instagramKind(form)
	}
	return link, nil
}
