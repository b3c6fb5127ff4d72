package today

import (
	"strings"
	"time"
	"unicode"

	"faro/model"
	"faro/model/calendar"
	"faro/model/permalink"
)

// reader turns pasted lines into posts. It is a value: what it needs is copied
// from the screen when a paste begins.
type reader struct {
	now      time.Time
	day      calendar.Day // the day shown, for what no link dates
	accounts []model.Account
	// fresh: a link without an hour was published just now. It holds for one
	// link of today; of several, nobody knows.
	fresh bool
	// chosen answers, by network, which of several accounts is meant.
	chosen map[model.Network]model.ID
}

// entry is one pasted link, read.
type entry struct {
	text  string // link and what follows it, as typed
	link  permalink.Link
	post  model.Post
	owner model.Account

	fault   string          // why it cannot be recorded; "" when it can
	ask     bool            // it only lacks its hour, or the word «día»
	assumed bool            // its hour is that of the paste
	choices []model.Account // accounts it may belong to, when several
	note    string          // what the person should know
	how     string          // how the hour is known
}

// ready reports whether the entry can be recorded as it is.
func (e entry) ready() bool { return e.fault == "" && !e.ask && e.owner.ID != 0 }

// onlyDay is what is typed after a link whose hour nobody knows.
const onlyDay = "día"

// split finds the links of a text, each with the hour and date that follow it
// on its line. A line with neither is passed over when loose, and else is an
// entry of its own, so that its fault is shown.
func split(text string, loose bool) []string {
	var parts []string
	for line := range strings.SplitSeq(model.CleanText(text), "\n") {
		line = strings.TrimSpace(line)
		links := permalink.Find(line)
		if len(links) == 0 && line != "" && !loose {
			parts = append(parts, line)
		}
		rest := line
		for i, link := range links {
			_, after, _ := strings.Cut(rest, link)
			rest = after
			tail := after
			if i+1 < len(links) {
				tail, _, _ = strings.Cut(after, links[i+1])
			}
			parts = append(parts, strings.TrimSpace(link+" "+strings.Join(suffix(tail, loose), " ")))
		}
	}
	return parts
}

// suffix keeps the words after a link that say when: nothing where they begin
// as a sentence does. What begins as an hour and goes on as something else is
// a fault to be shown, or in a loose text a coincidence: «3 fotos».
func suffix(tail string, loose bool) []string {
	words := strings.Fields(tail)
	timed := 0
	for i, word := range words {
		words[i] = strings.Trim(word, ".,;()[]«»\"'")
		if timed == i && looksTimed(words[i]) {
			timed++
		}
	}
	if timed == 0 || loose && timed < len(words) {
		return nil
	}
	return words
}

// looksTimed reports a word that is meant as an hour or a day, be it well
// written or not.
func looksTimed(word string) bool {
	lower := strings.ToLower(word)
	return word != "" && unicode.IsDigit(rune(word[0])) || isOnlyDay(lower) || isDayName(lower)
}

// read reads one link with what follows it.
func (r reader) read(text string) entry {
	e := entry{text: text}
	first, tail, _ := strings.Cut(strings.TrimSpace(text), " ")
	if links := permalink.Find(text); len(links) > 0 {
		first = links[0]
		_, tail, _ = strings.Cut(text, first)
	}
	link, err := permalink.Parse(first)
	if err != nil {
		e.fault = err.Error()
		return e
	}
	e.link = link
	e.post = model.Post{
		Kind: kindOf(link), Link: link.URL, PlatformID: link.ID, Origin: model.ByLink,
	}
	if e.fault = r.place(&e, strings.Fields(tail)); e.fault != "" {
		return e
	}
	r.own(&e)
	return e
}

// place finds when the post was published: by its id where that is exact; else
// as the person typed it; else as the id estimates; else now, for a link just
// published. The answer is what is wrong, or "".
func (r reader) place(e *entry, words []string) string {
	typed, fault := r.typed(words)
	if fault != "" {
		return fault
	}
	p := &e.post
	switch {
	case isExact(e.link):
		p.At, p.Precision, e.how = e.link.At, model.ExactTime, "hora exacta, del enlace"
		if !typed.at.IsZero() && calendar.Clock(typed.at) != calendar.Clock(e.link.At) {
			e.note = "se usa la hora del enlace, no la escrita"
		}
	case !typed.at.IsZero():
		p.At, p.Precision, e.how = typed.at, model.RecordedTime, "hora escrita"
	case typed.onlyDay:
		p.Precision, e.how = model.DayOnly, "sin hora: el margen no se podrá juzgar"
	case e.link.Precision == permalink.Estimated:
		p.At, p.Precision, e.how = e.link.At, model.EstimatedTime, "hora estimada por el enlace"
	case r.fresh && r.day == calendar.DayOf(r.now) && len(words) == 0:
		p.At, p.Precision, e.how, e.assumed = r.now, model.RecordedTime, "ahora", true
		e.note = "si fue antes, escriba la hora tras el enlace: 0915"
	default:
		e.ask = true
	}
	return r.date(p, typed.day)
}

// isExact reports a link whose id carries the time of publication.
func isExact(link permalink.Link) bool {
	return link.Precision == permalink.Exact || link.Precision == permalink.Second
}

// date gives a post its day, that of its instant where one is known, and
// refuses an instant that has not come.
func (r reader) date(p *model.Post, day calendar.Day) string {
	if !p.Timed() {
		p.Day = day
		return ""
	}
	p.At = p.At.UTC().Truncate(time.Second)
	p.Day = calendar.DayOf(p.At)
	if p.At.After(r.now.Add(clockSlack)) {
		return "Las " + calendar.Clock(p.At) + " del " + p.Day.Slashed() + " todavía no llegan: revise la hora."
	}
	return ""
}

// clockSlack forgives this machine a clock that runs late.
const clockSlack = 10 * time.Minute

// told is what was typed after a link.
type told struct {
	at      time.Time
	day     calendar.Day
	onlyDay bool
}

// typed reads an hour, a date or both, in any order.
func (r reader) typed(words []string) (told, string) {
	t, clock, today := told{day: r.day}, "", calendar.DayOf(r.now)
	for _, word := range words {
		lower := strings.ToLower(word)
		switch {
		case isOnlyDay(lower):
			t.onlyDay = true
		case isDate(lower):
			day, err := calendar.ReadDay(lower, today)
			if err != nil {
				return t, err.Error()
			}
			t.day = day
		case clock == "" && looksTimed(lower):
			clock = lower
		default:
			return t, "Después del enlace va solo la hora y, si hace falta, la fecha: 0915 22/11."
		}
	}
	if t.day.After(today) {
		return t, "El " + t.day.Slashed() + " todavía no llega: registre la publicación cuando esté hecha."
	}
	if clock == "" {
		return t, ""
	}
	at, err := calendar.ReadClock(clock, t.day)
	if err != nil {
		return t, err.Error()
	}
	t.at = at
	return t, ""
}

// isOnlyDay reports the word for an hour nobody knows.
func isOnlyDay(lower string) bool { return lower == onlyDay || lower == "dia" }

// isDayName reports a day by its name.
func isDayName(lower string) bool {
	return lower == "hoy" || lower == "ayer" || lower == "anteayer" || lower == "antier"
}

// isDate reports a word that is meant as a day: 22/11, hoy, ayer.
func isDate(lower string) bool { return isDayName(lower) || strings.ContainsAny(lower, "/-") }

// own finds the account the link belongs to, or says why none is.
func (r reader) own(e *entry) {
	network := model.Network(e.link.Network)
	var ours, nameless []model.Account
	for _, a := range r.accounts {
		if a.Network != network || !a.OpenOn(e.post.Day) {
			continue
		}
		ours = append(ours, a)
		if a.Handle == "" {
			nameless = append(nameless, a)
		}
		if named(e.link) && strings.EqualFold(a.Handle, e.link.Handle) {
			r.give(e, a)
			return
		}
	}
	if len(ours) == 0 {
		e.fault = "No hay una cuenta de " + network.LongLabel() + " abierta el " + e.post.Day.Slashed() + ": regístrela en Cuentas."
		return
	}
	if named(e.link) {
		if len(nameless) == 0 {
			e.fault = "El enlace es de @" + e.link.Handle + ", que no es cuenta de la entidad; " + belongs(network, ours)
			return
		}
		ours = nameless
	}
	r.choose(e, network, ours)
}

// choose settles a link that does not name its account.
func (r reader) choose(e *entry, network model.Network, ours []model.Account) {
	if len(ours) == 1 {
		r.give(e, ours[0])
		return
	}
	e.choices = ours
	for _, a := range ours {
		if a.ID == r.chosen[network] {
			r.give(e, a)
		}
	}
}

func (r reader) give(e *entry, a model.Account) { e.owner, e.post.AccountID = a, a.ID }

// belongs names the accounts a link could have been of.
func belongs(n model.Network, ours []model.Account) string {
	names := make([]string, 0, 3)
	for i, a := range ours {
		if i == 3 {
			names = append(names, "…")
			break
		}
		names = append(names, a.At())
	}
	if len(ours) == 1 {
		return "la de " + n.LongLabel() + " es " + names[0] + "."
	}
	return "las de " + n.LongLabel() + " son " + strings.Join(names, ", ") + "."
}

// named reports whether the link tells the account. A number in its place is
// Facebook's own for a page and tells nothing here.
func named(link permalink.Link) bool { return strings.Trim(link.Handle, "0123456789") != "" }

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
	if link.Kind == "" {
		return usualKind(model.Network(link.Network))
	}
	return model.Publication
}

// usualKind is what an account of a network publishes unless told otherwise.
func usualKind(n model.Network) model.PostKind {
	if n == model.YouTube || n == model.TikTok {
		return model.Video
	}
	return model.Publication
}
