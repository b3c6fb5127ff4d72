package importer

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// charset is how a text file writes its letters.
type charset uint8

const (
	charsetUTF8 charset = iota
	charsetUTF16LE
	charsetUTF16BE
	charsetWindows1252
	charsetNone // bytes that are no text
)

// charsetOf tells the charset from the beginning of a file: byte order mark,
// zeros at odd or even places, valid UTF-8, and else what Excel writes in Peru.
func charsetOf(head []byte) charset {
	switch {
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}):
		return charsetUTF16LE
	case bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		return charsetUTF16BE
	case bytes.IndexByte(head, 0) >= 0:
		return charsetOfZeros(head)
	case utf8.Valid(whole(head)):
		return charsetUTF8
	}
	return charsetWindows1252
}

// charsetOfZeros tells UTF-16 without a mark: in Western text every other byte
// is zero. Zeros anywhere else mean that it is no text.
func charsetOfZeros(head []byte) charset {
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case zeros[1] > half*4/5 && zeros[0] < half/20+1:
		return charsetUTF16LE
	case zeros[0] > half*4/5 && zeros[1] < half/20+1:
		return charsetUTF16BE
	}
	return charsetNone
}

// whole cuts off a letter that the end of a part splits.
func whole(part []byte) []byte {
	for i := 1; i <= utf8.UTFMax && i <= len(part); i++ {
		if tail := part[len(part)-i:]; utf8.RuneStart(tail[0]) {
			if !utf8.FullRune(tail) {
				return part[:len(part)-i]
			}
			break
		}
	}
	return part
}

// decoded reads a text as UTF-8, without its byte order mark.
func (c charset) decoded(r io.Reader) io.Reader {
	switch c {
	case charsetUTF16LE:
		return transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	case charsetUTF16BE:
		return transform.NewReader(r, unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder())
	case charsetWindows1252:
		return transform.NewReader(r, charmap.Windows1252.NewDecoder())
	case charsetUTF8, charsetNone:
	}
	return transform.NewReader(r, &utf8Reader{})
}

// utf8Reader passes UTF-8 on without its mark. A byte that is not UTF-8 is
// taken as Windows-1252: the first of those may come long after the part of
// the file the charset was told from.
type utf8Reader struct{ begun bool }

// Reset implements transform.Transformer.
func (u *utf8Reader) Reset() { u.begun = false }

// Transform implements transform.Transformer.
func (u *utf8Reader) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	if !u.begun {
		if len(src) < 3 && !atEOF {
			return 0, 0, transform.ErrShortSrc
		}
		u.begun = true
		if bytes.HasPrefix(src, []byte("\uFEFF")) {
			nSrc = 3
		}
	}
	for nSrc < len(src) {
		if n := copy(dst[nDst:], src[nSrc:nSrc+ascii(src[nSrc:])]); n > 0 {
			nDst, nSrc = nDst+n, nSrc+n
			continue
		}
		r, size, short := letter(src[nSrc:], atEOF)
		if short {
			return nDst, nSrc, transform.ErrShortSrc
		}
		if nDst+utf8.RuneLen(r) > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += utf8.EncodeRune(dst[nDst:], r)
		nSrc += size
	}
	return nDst, nSrc, nil
}

// letter takes the next letter, in UTF-8 or else in Windows-1252. It is short
// when the rest of it is still to come.
func letter(src []byte, atEOF bool) (r rune, size int, short bool) {
	r, size = utf8.DecodeRune(src)
	if r != utf8.RuneError || size != 1 {
		return r, size, false
	}
	if !atEOF && !utf8.FullRune(src) {
		return r, size, true
	}
	return charmap.Windows1252.DecodeByte(src[0]), 1, false
}

// ascii is the length of the plain letters s begins with.
func ascii(s []byte) int {
	for i, b := range s {
		if b >= utf8.RuneSelf {
			return i
		}
	}
	return len(s)
}

// mended undoes UTF-8 that was opened as Windows-1252 and saved: «TÃ­tulo» is
// «Título». It is what Excel does to YouTube's files, which have no byte order
// mark.
func mended(s string) string {
	if !strings.ContainsAny(s, "ÃÂ") {
		return s
	}
	raw := make([]byte, 0, len(s))
	for _, r := range s {
		b, ok := charmap.Windows1252.EncodeRune(r)
		if !ok {
			return s
		}
		raw = append(raw, b)
	}
	if !utf8.Valid(raw) {
		return s
	}
	return string(raw)
}
