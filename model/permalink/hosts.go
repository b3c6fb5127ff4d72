package permalink

import "strings"

// networkOf tells whose host it is. Only whole names count: x.com.evil.example
// and evil-x.com are nobody's.
func networkOf(host string) (Network, bool) {
	switch host {
	case "facebook.com", "fb.com", "www.fb.com", "fb.watch", "www.fb.watch":
		return Facebook, true
	case "x.com", "www.x.com", "mobile.x.com", "m.x.com",
		"twitter.com", "www.twitter.com", "mobile.twitter.com", "m.twitter.com":
		return X, true
	case "instagram.com", "www.instagram.com", "m.instagram.com", "instagr.am", "www.instagr.am":
		return Instagram, true
	case "tiktok.com", "www.tiktok.com", "m.tiktok.com", "vm.tiktok.com", "vt.tiktok.com":
		return TikTok, true
	case "youtube.com", "www.youtube.com", "m.youtube.com", "music.youtube.com", "youtu.be", "www.youtu.be",
		"youtube-nocookie.com", "www.youtube-nocookie.com":
		return YouTube, true
	}
	if front, ok := strings.CutSuffix(host, ".facebook.com"); ok && facebookFront(front) {
		return Facebook, true
	}
	return "", false
}

// facebookFront reports the names Facebook puts before its own: its versions
// for each device and its languages, such as es-la.
func facebookFront(front string) bool {
	switch front {
	case "www", "m", "mbasic", "web", "touch", "business":
		return true
	}
	language, country, both := strings.Cut(front, "-")
	return word(language, 2, 2, "") && (!both || word(country, 2, 2, ""))
}

// mirrorOf tells which network a host copies without being it. Their links
// embed better in chats, and so get pasted.
func mirrorOf(host string) (Network, bool) {
	host = strings.TrimPrefix(host, "www.")
	switch host {
	case "fxtwitter.com", "vxtwitter.com", "fixupx.com", "fixvx.com", "twittpr.com", "d.fxtwitter.com",
		"xcancel.com", "twstalker.com", "threadreaderapp.com":
		return X, true
	case "ddinstagram.com", "kkinstagram.com", "instagramez.com", "imginn.com", "picuki.com", "d.ddinstagram.com":
		return Instagram, true
	case "vxtiktok.com", "tnktok.com", "tfxktok.com", "tiktxk.com", "kktiktok.com", "urlebird.com":
		return TikTok, true
	case "yout-ube.com", "koutube.com", "yewtu.be", "invidious.io":
		return YouTube, true
	case "facebed.com", "fxfacebook.com", "fixacebook.com":
		return Facebook, true
	}
	first, _, _ := strings.Cut(host, ".")
	switch first {
	case "nitter":
		return X, true
	case "invidious", "piped":
		return YouTube, true
	}
	return "", false
}

// shortener reports the link shorteners that posts and chats are full of, and
// the networks' own redirections.
func shortener(host string) bool {
	switch host {
	case "t.co", "bit.ly", "goo.gl", "tinyurl.com", "ow.ly", "buff.ly", "cutt.ly", "is.gd", "lnkd.in", "fb.me",
		"l.facebook.com", "l.instagram.com":
		return true
	}
	return false
}
