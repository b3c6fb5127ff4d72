package model

import (
	"time"

	"faro/model/calendar"
)

// Post is a publication of an account: what the quotas of 6.2.2.4 count and
// what Annex 3 ranks.
type Post struct {
	ID         ID           `json:"id"`
	AccountID  ID           `json:"account_id"`
	Day        calendar.Day `json:"day"` // Lima day of publication
	At         time.Time    `json:"at"`  // instant in UTC, whole seconds; zero where only the day is known
	Precision  Precision    `json:"precision"`
	Kind       PostKind     `json:"kind"`
	Link       string       `json:"link"`        // canonical; empty while pending
	PlatformID string       `json:"platform_id"` // the network's own id, where the link carries it
	Text       string       `json:"text"`        // what it says, shortened, where a file told it
	Origin     Origin       `json:"origin"`
	RemovedAt  time.Time    `json:"removed_at"`  // zero while it stands
	RecordedAt time.Time    `json:"recorded_at"` // when it was put into the records (S28)
}

// Precision says how well the instant of a post is known.
type Precision string

// How an instant came to be known, best first.
const (
	ExactTime     Precision = "exacta"   // from the id, to the second
	RecordedTime  Precision = "anotada"  // the person logged it as it happened, or typed the time
	FileTime      Precision = "archivo"  // the platform's own file, to the minute
	EstimatedTime Precision = "estimada" // from an Instagram id, which may carry the upload time
	DayOnly       Precision = "dia"      // only the day is known
)

// Origin says through which door a post came in.
type Origin string

// The doors.
const (
	ByKey   Origin = "tecla"   // «publicar ahora», link pending
	ByLink  Origin = "enlace"  // a pasted link
	ByHand  Origin = "mano"    // typed, with its date and time
	ByTop10 Origin = "top10"   // a row of the Top 10 sheet
	ByFile  Origin = "archivo" // imported
)

// PostKind tells what was published, because not all of it counts.
type PostKind string

// The kinds of publication.
const (
	Publication PostKind = "publicacion"
	Reel        PostKind = "reel"
	Video       PostKind = "video"
	Live        PostKind = "en_vivo"
	Carousel    PostKind = "carrusel"
	Quote       PostKind = "cita"
	ThreadPart  PostKind = "hilo"
	Reply       PostKind = "respuesta"
	Repost      PostKind = "republicacion"
	Story       PostKind = "historia"
)

// PostKinds lists every kind in the order shown.
func PostKinds() []PostKind {
	return []PostKind{Publication, Reel, Video, Live, Carousel, Quote, ThreadPart, Reply, Repost, Story}
}

// Label is the kind on screen.
func (k PostKind) Label() string {
	switch k {
	case Publication:
		return "publicación"
	case Reel:
		return "reel"
	case Video:
		return "video"
	case Live:
		return "en vivo"
	case Carousel:
		return "carrusel"
	case Quote:
		return "cita"
	case ThreadPart:
		return "parte de un hilo"
	case Reply:
		return "respuesta"
	case Repost:
		return "republicación"
	case Story:
		return "historia"
	}
	return string(k)
}

// Valid reports whether k is one of the known kinds.
func (k PostKind) Valid() bool {
	switch k {
	case Publication, Reel, Video, Live, Carousel, Quote, ThreadPart, Reply, Repost, Story:
		return true
	}
	return false
}

// Timed reports whether the time of day is known.
func (p Post) Timed() bool { return !p.At.IsZero() }

// Validate reports every fault in the record.
func (p Post) Validate() error {
	var bad FieldErrors
	bad.Check(p.AccountID > 0, "Cuenta", "elija la cuenta")
	bad.Check(p.Day.Valid(), "Fecha", "escriba la fecha, por ejemplo 23/11/2026")
	bad.Check(p.Kind.Valid(), "Tipo", "elija el tipo de publicación")
	bad.Check(p.At.IsZero() || calendar.DayOf(p.At) == p.Day, "Hora", "la hora no cae en la fecha indicada (hora de Lima)")
	return bad.Err()
}

// JustifiedDay excuses one account, or all of them, from the quota of a day,
// with a reason and an author; both figures are reported (A-07, S11).
type JustifiedDay struct {
	ID        ID           `json:"id"`
	AccountID ID           `json:"account_id"` // zero: every account
	Day       calendar.Day `json:"day"`
	Reason    string       `json:"reason"`
	AuthorID  ID           `json:"author_id"`
}

// Validate reports every fault in the record.
func (j JustifiedDay) Validate() error {
	var p FieldErrors
	p.Check(j.Day.Valid(), "Día", "escriba el día, por ejemplo 01/11/2026")
	p.Check(Clean(j.Reason) != "", "Motivo", "escriba el motivo, por ejemplo «corte de internet»")
	p.Check(j.AuthorID > 0, "Autor", "elija quién lo justifica")
	return p.Err()
}

// AddResult tells what became of each post handed over to be recorded.
type AddResult struct {
	Added     []Post // new
	Known     []Post // already there, nothing learned
	Completed []Post // already there, and now with the link, the id or a better time
}
