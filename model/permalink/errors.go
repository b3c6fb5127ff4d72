package permalink

// Reason classes the links that are refused, for callers that count them.
type Reason string

// The reasons.
const (
	NotLink    Reason = "not a link"
	Unsafe     Reason = "unsafe"     // Hidden characters, a user or a port before the path.
	OtherSite  Reason = "other site" // Including link shorteners.
	Mirror     Reason = "mirror"     // An unofficial copy of a network.
	NotPost    Reason = "not a post" // A profile, a home page, a list.
	Story      Reason = "story"      // Stories do not count as posts.
	Ghost      Reason = "ghost"      // X's /status/undefined, which stands for a deleted post.
	Incomplete Reason = "incomplete" // The id is missing or damaged.
)

// Error is a link that cannot be taken.
type Error struct {
	Reason Reason
	Hint   string // One Spanish sentence that says what is wrong and what to paste.
}

// Error returns the hint. It never repeats the link, which stays where it was
// pasted and may hold anything.
func (e *Error) Error() string { return e.Hint }

func notLink() error {
	return &Error{NotLink, "Eso no es un enlace: pegue la dirección completa de la publicación, por ejemplo https://x.com/usuario/status/2035933611212357737."}
}

func tooLong() error {
	return &Error{NotLink, "El enlace es demasiado largo: copie otra vez la dirección de la publicación."}
}

func several() error {
	return &Error{NotLink, "Hay más de un enlace: pegue uno solo, o péguelos juntos con el registro de varios enlaces."}
}

func hidden() error {
	return &Error{Unsafe, "El enlace lleva caracteres invisibles: copie otra vez la dirección desde la publicación."}
}

func disguised() error {
	return &Error{Unsafe, "El enlace lleva un usuario o un puerto y puede ser un engaño: copie la dirección desde la propia red."}
}

// foreign words the refusal of a host that is none of the five networks.
func foreign(host string) error {
	if network, ok := mirrorOf(host); ok {
		return &Error{Mirror, "El enlace es de una copia no oficial: pegue el de la propia red, " + network.label() + "."}
	}
	if shortener(host) {
		return &Error{OtherSite, "El enlace acortado no dice de qué publicación es: ábralo y copie la dirección que muestra la red."}
	}
	return &Error{OtherSite, "El enlace es de otro sitio: pegue el de una publicación de Facebook, X, Instagram, TikTok o YouTube."}
}

func notPost(n Network) error {
	return &Error{NotPost, "El enlace lleva al perfil o a otra página de " + n.label() +
		" y no a una publicación: abra la publicación y copie su dirección."}
}

func group() error {
	return &Error{NotPost, "El enlace es de un grupo de Facebook: pegue el de una publicación de la página de la entidad."}
}

func story() error {
	return &Error{Story, "Las historias no cuentan como publicación: pegue el enlace de una publicación, un reel o un video."}
}

func ghost() error {
	return &Error{Ghost, "El enlace termina en «status/undefined», lo que X escribe cuando la publicación ya no existe: pegue el de una publicación visible."}
}

func incomplete(n Network) error {
	return &Error{Incomplete, "El enlace de " + n.label() + " está incompleto o dañado: copie otra vez la dirección de la publicación."}
}
