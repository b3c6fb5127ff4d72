package cli

import (
	"strings"
	"time"

	"faro/model"
	"faro/model/calendar"
	"faro/model/permalink"
)

// entry is a link of the command line with the clock written after it.
type entry struct {
	link  permalink.Link
	clock string
}

// parseEntries tells links and clocks apart and says what is neither.
func parseEntries(words []string) (entries []entry, bad []string) {
	for _, word := range words {
		link, err := permalink.Parse(word)
		if err == nil {
			entries = append(entries, entry{link: link})
			continue
		}
		last := len(entries) - 1
		_, notClock := calendar.ReadClock(word, calendar.Day{Year: 2026, Month: time.January, Day: 1})
		if notClock == nil && last >= 0 && entries[last].clock == "" {
			entries[last].clock = word
			continue
		}
		bad = append(bad, "«"+model.Clean(word)+"»: "+err.Error())
	}
	return entries, bad
}

// posts turns what was asked into posts of the entity's accounts.
func (p posting) posts(accounts []model.Account, now time.Time) ([]model.Post, error) {
	if p.day.After(calendar.DayOf(now)) {
		return nil, wrongUse("el %s todavía no llega; registre la publicación cuando esté hecha.", p.day.Slashed())
	}
	if len(p.entries) == 0 {
		return p.pending(accounts, now)
	}
	var all []model.Post
	for _, e := range p.entries {
		account, err := chooseAccount(accounts, e.link, p.account, p.day)
		if err != nil {
			return nil, err
		}
		post := model.Post{
			AccountID: account.ID, Kind: kindOf(e.link), Link: e.link.URL,
			PlatformID: e.link.ID, Origin: model.ByLink,
		}
		if err := p.place(&post, e, now); err != nil {
			return nil, err
		}
		all = append(all, post)
	}
	return all, nil
}

// pending is a post of now, or of the hour given, whose link comes later.
func (p posting) pending(accounts []model.Account, now time.Time) ([]model.Post, error) {
	account, err := chooseAccount(accounts, permalink.Link{}, p.account, p.day)
	if err != nil {
		return nil, err
	}
	post := model.Post{AccountID: account.ID, Kind: kindOf(permalink.Link{Network: permalink.Network(account.Network)}), Origin: model.ByKey}
	if p.hour != "" || p.date != "" {
		post.Origin = model.ByHand
	}
	if err := p.place(&post, entry{}, now); err != nil {
		return nil, err
	}
	return []model.Post{post}, nil
}

// place finds when a post was published: by its id, where that is exact; else
// as the person says; else now, for a single link just published. Of several
// links without an hour only the day is known.
func (p posting) place(post *model.Post, e entry, now time.Time) error {
	clock := first(e.clock, p.hour)
	switch {
	case e.link.Precision == permalink.Exact, e.link.Precision == permalink.Second:
		post.At, post.Precision = e.link.At, model.ExactTime
	case clock != "":
		at, err := calendar.ReadClock(clock, p.day)
		if err != nil {
			return err
		}
		post.At, post.Precision = at, model.RecordedTime
	case e.link.Precision == permalink.Estimated:
		post.At, post.Precision = e.link.At, model.EstimatedTime
	case p.date == "" && len(p.entries) <= 1:
		post.At, post.Precision = now, model.RecordedTime
	default:
		post.Day, post.Precision = p.day, model.DayOnly
		return nil
	}
	if post.At.After(now.Add(clockSlack)) {
		return wrongUse("las %s del %s todavía no llegan; revise la hora.", calendar.Clock(post.At), calendar.DayOf(post.At).Slashed())
	}
	post.Day = calendar.DayOf(post.At)
	return nil
}

// clockSlack forgives this machine a clock that runs late.
const clockSlack = 10 * time.Minute

// kindOf is what a link shows of the kind of its post.
func kindOf(link permalink.Link) model.PostKind {
	switch link.Kind {
	case permalink.KindReel:
		return model.Reel
	case permalink.KindVideo, permalink.KindShort:
		return model.Video
	case permalink.KindLive:
		return model.Live
	case permalink.KindCarousel:
		return model.Carousel
	}
	if link.Network == permalink.YouTube || link.Network == permalink.TikTok && link.Kind == "" {
		return model.Video
	}
	return model.Publication
}

// chooseAccount finds the account a link belongs to, among those open on the
// day: by the name in the link, by --cuenta, or because there is only one.
func chooseAccount(accounts []model.Account, link permalink.Link, wanted string, day calendar.Day) (model.Account, error) {
	var fit []model.Account
	for _, a := range accounts {
		if a.OpenOn(day) && fits(a, link) && (wanted == "" || called(a, wanted)) {
			fit = append(fit, a)
		}
	}
	switch len(fit) {
	case 0:
		return model.Account{}, wrongUse("%s no corresponde a ninguna cuenta abierta; las registradas son: %s.", subject(link), labels(accounts, day))
	case 1:
		return fit[0], nil
	}
	return model.Account{}, wrongUse("%s puede ser de varias cuentas; indique cuál con «--cuenta»: %s.", subject(link), labels(fit, day))
}

// fits reports whether a link can be of the account.
func fits(a model.Account, link permalink.Link) bool {
	if link.Network != "" && a.Network != model.Network(link.Network) {
		return false
	}
	return !named(link) || a.Handle == "" || strings.EqualFold(a.Handle, link.Handle)
}

// subject is what a refusal speaks of.
func subject(link permalink.Link) string {
	what := "la publicación"
	if link.Network != "" {
		what = "el enlace de " + model.Network(link.Network).LongLabel()
	}
	if named(link) {
		what += " @" + link.Handle
	}
	return what
}

// named reports whether the link tells the account. A number in its place is
// Facebook's own for a page and tells nothing here.
func named(link permalink.Link) bool {
	return strings.Trim(link.Handle, "0123456789") != ""
}

// called reports whether a person means the account by what they typed: the
// network, the user name or both.
func called(a model.Account, wanted string) bool {
	wanted = strings.ToLower(strings.Join(strings.Fields(strings.NewReplacer("@", " ", "/", " ", ":", " ").Replace(wanted)), " "))
	handle, name := strings.ToLower(first(a.Handle, a.Name)), strings.ToLower(a.NetworkLabel())
	switch wanted {
	case handle, name, name + " " + handle, string(a.Network), string(a.Network) + " " + handle:
		return true
	}
	return a.Network == model.X && (wanted == "twitter" || wanted == "twitter "+handle)
}

func labels(accounts []model.Account, day calendar.Day) string {
	var all []string
	for _, a := range accounts {
		if a.OpenOn(day) {
			all = append(all, "«"+a.Label()+"»")
		}
	}
	if len(all) == 0 {
		return "ninguna, abra «faro» para registrarlas"
	}
	return strings.Join(all, ", ")
}
