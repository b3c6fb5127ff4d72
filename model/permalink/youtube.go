package permalink

// youtube reads /watch?v={id}, /shorts/{id}, /live/{id}, /embed/{id}, /v/{id}
// and youtu.be/{id}. Its ids carry no time and its links no channel.
func (a address) youtube() (Link, error) {
	kind, id, ok := a.youtubeParts()
	if !ok || playlist(id) {
		return Link{}, notPost(YouTube)
	}
	if !word(id, 11, 11, "-_") {
		return Link{}, incomplete(YouTube)
	}
	// One form for all: shorts and lives open there too (exports.md §4).
	return Link{Network: YouTube, ID: id, Kind: kind, URL: "https://www.youtube.com/watch?v=" + id}, nil
}

func (a address) youtubeParts() (kind, id string, ok bool) {
	first, second := a.segment(0), a.segment(1)
	if a.host == "youtu.be" || a.host == "www.youtu.be" {
		return KindVideo, first, first != ""
	}
	switch first {
	case "watch":
		id := a.query.Get("v")
		if id == "" {
			id = second
		}
		return KindVideo, id, true
	case "shorts":
		return KindShort, second, second != ""
	case "live":
		return KindLive, second, second != ""
	case "embed", "v", "e":
		return KindVideo, second, second != ""
	}
	return "", "", false
}

// playlist reports the two words of /embed/ that have the eleven letters of an
// id and are none.
func playlist(id string) bool { return id == "videoseries" || id == "live_stream" }
