package permalink

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

const facebookHome = "https://www.facebook.com/"

// facebook reads the many forms of Facebook's links. Its ids carry no time.
func (a address) facebook() (Link, error) {
	if a.host == "fb.watch" || a.host == "www.fb.watch" {
		return a.fbWatch()
	}
	switch a.segment(0) {
	case "groups":
		return Link{}, group()
	case "stories":
		return Link{}, story()
	case "share":
		return a.facebookShare()
	case "reel", "reels":
		return facebookPost("", KindReel, a.segment(1), "reel/")
	case "watch", "video.php":
		return a.facebookWatch()
	case "photo", "photo.php":
		return facebookPost("", KindPhoto, a.query.Get("fbid"), "photo/?fbid=")
	case "permalink.php", "story.php":
		return a.facebookStory()
	}
	return a.facebookPage()
}

// facebookPage reads /{page}/posts/…, /{page}/videos/… and /{page}/photos/…,
// where the id is last and a title or an album may stand before it.
func (a address) facebookPage() (Link, error) {
	page, form, id := a.segment(0), a.segment(1), a.last()
	if len(a.path) < 3 {
		return Link{}, notPost(Facebook)
	}
	kind := ""
	switch form {
	case "posts":
		kind = KindPost
	case "videos":
		kind = KindVideo
	case "photos":
		kind = KindPhoto
	default:
		return Link{}, notPost(Facebook)
	}
	if !pageName(page) {
		return Link{}, incomplete(Facebook)
	}
	return facebookPost(page, kind, id, url.PathEscape(page)+"/"+form+"/")
}

// facebookPost builds a link from its id and the path that leads to it.
func facebookPost(page, kind, id, path string) (Link, error) {
	if id == "" {
		return Link{}, notPost(Facebook)
	}
	if !facebookID(id) {
		return Link{}, incomplete(Facebook)
	}
	return Link{Network: Facebook, Handle: page, ID: id, Kind: kind, URL: facebookHome + path + id}, nil
}

// facebookWatch reads /watch/?v={id}, /watch/live/?v={id} and /video.php?v={id}.
func (a address) facebookWatch() (Link, error) {
	kind := KindVideo
	if a.segment(1) == KindLive {
		kind = KindLive
	}
	return facebookPost("", kind, a.query.Get("v"), "watch/?v=")
}

// facebookStory reads /permalink.php and /story.php, where despite the name a
// story is a post. It needs the page's number to be found again.
func (a address) facebookStory() (Link, error) {
	id, page := a.query.Get("story_fbid"), a.query.Get("id")
	if _, ok := number(page); !ok || !facebookID(id) {
		return Link{}, incomplete(Facebook)
	}
	return Link{
		Network: Facebook, ID: id, Kind: KindPost,
		URL: facebookHome + "permalink.php?story_fbid=" + id + "&id=" + page,
	}, nil
}

// facebookShare takes the app's short links, /share/p|v|r/{code} and
// /share/{code}.
func (a address) facebookShare() (Link, error) {
	form, code := a.segment(1), a.segment(2)
	if len(a.path) == 2 {
		form, code = "", form
	}
	path, kind := "share/"+form+"/", ""
	switch form {
	case "":
		path = "share/"
	case "p":
		kind = KindPost
	case "v":
		kind = KindVideo
	case "r":
		kind = KindReel
	case "g":
		return Link{}, group()
	default:
		return Link{}, notPost(Facebook)
	}
	if !shareCode(code) {
		return Link{}, incomplete(Facebook)
	}
	return Link{Network: Facebook, Kind: kind, URL: facebookHome + path + code, Short: true}, nil
}

// fbWatch takes fb.watch/{code} and fb.watch/v/{code}.
func (a address) fbWatch() (Link, error) {
	front, code := "https://fb.watch/", a.segment(0)
	if code == "v" && len(a.path) > 1 {
		front, code = front+"v/", a.segment(1)
	}
	if code == "" {
		return Link{}, notPost(Facebook)
	}
	if !shareCode(code) {
		return Link{}, incomplete(Facebook)
	}
	return Link{Network: Facebook, Kind: KindVideo, URL: front + code, Short: true}, nil
}

// facebookID reports a post's number or its pfbid, the coded form Facebook has
// printed since 2022.
func facebookID(s string) bool {
	if rest, ok := strings.CutPrefix(s, "pfbid"); ok {
		return word(rest, 1, 128, "")
	}
	_, ok := number(s)
	return ok
}

// pageName reports a page's name in the path. Pages without a user name carry
// their title, which may have accents.
func pageName(s string) bool {
	if utf8.RuneCountInString(s) > 100 || strings.HasPrefix(s, ".") {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.Is(unicode.Latin, r) && (r < '0' || r > '9') && !strings.ContainsRune(".-_", r)
	})
}
