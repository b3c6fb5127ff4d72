// Package mailer puts messages to the Secretaría de Comunicación Social into
// draft files that a mail program opens ready to be sent. It sends nothing.
package mailer

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"mime"
	"path"
	"strings"
	"time"
	"unicode/utf8"

	"faro/model"
	"faro/model/calendar"

	"github.com/wneessen/go-mail"
)

// Message is a mail with its attachments.
type Message struct {
	ID          string    // message id without angle brackets, "…@minej.gob.pe"
	Date        time.Time // shown in Lima's time
	From        string    // empty: the mail program fills in its user
	To          string
	Subject     string
	Body        string // plain text, lines end in "\n"
	Attachments []Attachment
}

// Attachment is a file that goes with a message.
type Attachment struct {
	Name string // without a folder
	Data []byte
}

// SHA256 is the hash of the file's bytes in hex, by which its receiver can
// tell that it arrived whole.
func (a Attachment) SHA256() string {
	sum := sha256.Sum256(a.Data)
	return hex.EncodeToString(sum[:])
}

// What keeps a message from becoming a draft.
var (
	ErrNoRecipient = errors.New("no valid recipient")
	ErrBadSender   = errors.New("the sender is not a mail address")
)

// Draft writes the message as an .eml file. «X-Unsent: 1» makes Outlook open
// it for editing, with a button to send it; other programs show it or import
// it. Nothing of this machine goes into it, neither its name nor that of this
// program, and the same message gives the same bytes.
func Draft(w io.Writer, m Message) error {
	id := oneLine(m.ID)
	msg := mail.NewMsg(mail.WithNoDefaultUserAgent(), mail.WithBoundary(boundary(id)))
	msg.SetMessageIDWithValue(id)
	msg.SetDateWithValue(m.Date.In(calendar.Lima()))
	msg.SetGenHeader("X-Unsent", "1")
	msg.SetGenHeader(mail.HeaderContentLang, "es-PE")
	if m.From != "" {
		if err := msg.From(oneLine(m.From)); err != nil {
			return fmt.Errorf("write draft: %w: %w", ErrBadSender, err)
		}
	}
	if err := msg.To(oneLine(m.To)); err != nil {
		return fmt.Errorf("write draft: %w: %w", ErrNoRecipient, err)
	}
	msg.Subject(encoded(oneLine(m.Subject)))
	msg.SetBodyString(mail.TypeTextPlain, model.CleanText(m.Body)+"\n")
	for _, a := range m.Attachments {
		name := fileName(a.Name)
		if err := msg.AttachReader(name, bytes.NewReader(a.Data), mail.WithFileContentType(typeOf(name))); err != nil {
			return fmt.Errorf("write draft: attach %s: %w", name, err)
		}
	}
	if _, err := msg.WriteTo(w); err != nil {
		return fmt.Errorf("write draft: %w", err)
	}
	return nil
}

// oneLine makes a header's value safe: a line break in it would begin another
// header.
func oneLine(s string) string { return model.Clean(s) }

// encoded writes a header's text in ASCII, encoding only the words that need
// it. The library would encode all of it, as one word too long for the header's
// first line, and leave that line empty, which some programs show as a space.
// What looks encoded already loses its mark, or readers would decode it.
func encoded(s string) string {
	var out, run []string
	flush := func() {
		if len(run) > 0 {
			out = append(out, mime.QEncoding.Encode("UTF-8", strings.Join(run, " ")))
			run = nil
		}
	}
	for word := range strings.SplitSeq(strings.ReplaceAll(s, "=?", "?"), " ") {
		if isASCII(word) {
			flush()
			out = append(out, word)
			continue
		}
		run = append(run, word) // Neighbours together: the space between encoded words is lost.
	}
	flush()
	return strings.Join(out, " ")
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// fileName leaves the last part of a path, however it is written.
func fileName(s string) string {
	name := path.Base(strings.ReplaceAll(oneLine(s), `\`, "/"))
	if name == "." || name == "/" {
		return "adjunto"
	}
	return name
}

// boundary parts the message; made from its id, it is the same each time. It
// holds no sign that would have to be quoted, for the library does not quote.
func boundary(id string) string {
	sum := sha256.Sum256([]byte(id))
	return "parte-" + hex.EncodeToString(sum[:16])
}

// typeOf tells the kinds of file apart by their names, without asking the
// machine, which may know others.
func typeOf(name string) mail.ContentType {
	switch strings.ToLower(path.Ext(name)) {
	case ".xlsx":
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	case ".csv":
		return "text/csv"
	case ".json":
		return "application/json"
	case ".pdf":
		return "application/pdf"
	}
	return mail.TypeAppOctetStream
}
