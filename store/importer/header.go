package importer

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
)

// normal is a column's name as names are compared: lower case, without
// accents, invisible marks or spare spaces, so that «Título del vídeo» and
// "titulo  del video" are the same.
func normal(s string) string {
	s = strings.ToLower(mended(s))
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r) || r == '_':
			space = b.Len() > 0
			continue
		case unicode.In(r, unicode.Mn, unicode.Cf, unicode.Cc):
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(unaccented(r))
	}
	return b.String()
}

// normals are the names of a row of headers.
func normals(cells []string) []string {
	names := make([]string, len(cells))
	for i, cell := range cells {
		names[i] = normal(cell)
	}
	return names
}

// unaccented drops the accent of the letters that Spanish and its neighbours
// use, in lower case.
func unaccented(r rune) rune {
	switch r {
	case 'á', 'à', 'â', 'ä', 'ã':
		return 'a'
	case 'é', 'è', 'ê', 'ë':
		return 'e'
	case 'í', 'ì', 'î', 'ï':
		return 'i'
	case 'ó', 'ò', 'ô', 'ö', 'õ':
		return 'o'
	case 'ú', 'ù', 'û', 'ü':
		return 'u'
	case 'ñ':
		return 'n'
	case 'ç':
		return 'c'
	}
	return r
}

// HeaderKey is what a table is remembered by: its columns' names in their
// order, without regard to case, accents or spaces.
func HeaderKey(header []string) string {
	sum := sha256.Sum256([]byte(strings.Join(normals(header), "\x1f")))
	return hex.EncodeToString(sum[:])
}
