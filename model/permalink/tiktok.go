package permalink

import "strings"

// nobody stands for the user in a link made without one; TikTok leads it to
// the video all the same. Its user names have two characters or more.
const nobody = "_"

// tiktok reads /@{user}/video/{id}, /@{user}/photo/{id}, m.tiktok.com/v/{id}.html
// and the short links of vm., vt. and /t/.
func (a address) tiktok() (Link, error) {
	first, second := a.segment(0), a.segment(1)
	switch {
	case a.host == "vm.tiktok.com" || a.host == "vt.tiktok.com":
		return shortTikTok(a.host+"/", first)
	case first == "t" && len(a.path) == 2:
		return shortTikTok("www.tiktok.com/t/", second)
	case first == "v":
		return tiktokPost("", KindVideo, strings.TrimSuffix(second, ".html"))
	case strings.HasPrefix(first, "@") && (second == KindVideo || second == KindPhoto):
		return tiktokPost(first[1:], second, a.segment(2))
	}
	return Link{}, notPost(TikTok)
}

// tiktokPost builds the link of a video or a set of photos; the kind is also
// the word in the path.
func tiktokPost(user, kind, id string) (Link, error) {
	if user == nobody {
		user = ""
	}
	n, ok := number(id)
	if !ok || user != "" && !userName(user, 30, "._") {
		return Link{}, incomplete(TikTok)
	}
	link := Link{Network: TikTok, Handle: user, ID: id, Kind: kind}
	if user == "" {
		user = nobody
	}
	link.URL = "https://www.tiktok.com/@" + user + "/" + kind + "/" + id
	link.At, link.Precision = tiktokInstant(n)
	return link, nil
}

func shortTikTok(front, code string) (Link, error) {
	if code == "" {
		return Link{}, notPost(TikTok)
	}
	if !shareCode(code) {
		return Link{}, incomplete(TikTok)
	}
	return Link{Network: TikTok, URL: "https://" + front + code, Short: true}, nil
}
