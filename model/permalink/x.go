package permalink

// x reads /{user}/status/{id}, with what may follow (/photo/1, /analytics),
// and the forms without a user, /i/web/status/{id}, /i/status/{id} and
// /statuses/{id}.
func (a address) x() (Link, error) {
	user, id, ok := a.xParts()
	if !ok {
		return Link{}, notPost(X)
	}
	if id == "undefined" {
		return Link{}, ghost()
	}
	n, ok := number(id)
	if !ok || user != "" && !userName(user, 20, "_") {
		return Link{}, incomplete(X)
	}
	link := Link{Network: X, Handle: user, ID: id, Kind: KindPost, URL: "https://x.com/i/web/status/" + id}
	if user != "" {
		link.URL = "https://x.com/" + user + "/status/" + id
	}
	link.At, link.Precision = xInstant(n)
	return link, nil
}

// xParts finds the user, "" where the form has none, and what should be an id.
func (a address) xParts() (user, id string, ok bool) {
	status := func(s string) bool { return s == "status" || s == "statuses" }
	switch first := a.segment(0); {
	case first == "i" && a.segment(1) == "web" && status(a.segment(2)):
		return "", a.segment(3), true
	case first == "i" && status(a.segment(1)):
		return "", a.segment(2), true
	case status(first):
		return "", a.segment(1), true
	case status(a.segment(1)):
		return first, a.segment(2), true
	}
	return "", "", false
}
