package roles

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"faro/model"
)

// capital makes the first letter of a clause large.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// count writes a number with its noun: "1 rol", "3 roles".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return model.Count(int64(n)) + " " + many
}

// lookAt is where a platform shows who has access to an account (6.1.2.11).
func lookAt(a model.Account) string {
	switch a.Network {
	case model.Facebook:
		return "Facebook › Configuración › Acceso a la página"
	case model.X:
		return "X › Configuración › Seguridad y acceso a la cuenta › Delegar"
	case model.YouTube:
		return "YouTube Studio › Configuración › Permisos"
	case model.Instagram:
		return "Instagram › Centro de cuentas › Contraseña y seguridad › Dónde iniciaste sesión"
	case model.TikTok:
		return "TikTok › Configuración y privacidad › Seguridad y permisos › Administrar dispositivos" //nolint:misspell // Spanish.
	case model.Other:
	}
	return a.NetworkLabel() + " › Configuración › Accesos y sesiones"
}

// platformRoles are what the networks call the roles today.
var platformRoles = map[model.Network]map[model.Role]string{
	model.Facebook: {
		model.Administrator: "acceso a Facebook con control total",
		model.Advertiser:    "acceso a tareas: anuncios, o socio por Business Manager",
	},
	model.X:       {model.Administrator: "administrador delegado, o quien conoce la contraseña"},
	model.YouTube: {model.Administrator: "propietario o administrador del canal"},
	model.Instagram: {
		model.Administrator: "quien conoce la contraseña, o control total en el centro de negocios",
		model.Advertiser:    "acceso parcial: anuncios, o socio por Business Manager",
	},
	model.TikTok: {model.Administrator: "quien conoce la contraseña, o control total en el centro de negocios"},
}

// initialsOf are the first letters of a name's words, without accents and in
// capitals: «LR» for Luis Rojas.
func initialsOf(name string) string {
	var b strings.Builder
	for word := range strings.FieldsSeq(name) {
		r, _ := utf8.DecodeRuneInString(word)
		b.WriteRune(bare(r))
	}
	return b.String()
}

// bare is a letter in capitals and without its accent.
func bare(r rune) rune {
	r = unicode.ToUpper(r)
	if i := strings.IndexRune("ÁÉÍÓÚÜÑ", r); i >= 0 {
		return []rune("AEIOUUN")[len([]rune("ÁÉÍÓÚÜÑ"[:i]))]
	}
	return r
}

// signs reports whether letters can be somebody's initials: those of some of
// the words of the name, in order, the first among them.
func signs(letters, name string) bool {
	all := []rune(initialsOf(name))
	at := 0
	for _, r := range strings.Map(dropStops, letters) {
		r = bare(r)
		for at < len(all) && all[at] != r {
			if at == 0 {
				return false
			}
			at++
		}
		if at == len(all) {
			return false
		}
		at++
	}
	return at > 0
}

func dropStops(r rune) rune {
	if r == '.' || unicode.IsSpace(r) {
		return -1
	}
	return r
}
