package mailer_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"os"
	"strings"
	"testing"
	"time"

	"faro/model"
	"faro/model/annex"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/store/mailer"

	"github.com/charmbracelet/x/exp/golden"
)

// noon of 05/10/2026 in Lima.
var noon = time.Date(2026, 10, 5, 17, 0, 0, 0, time.UTC)

var sheet = mailer.Attachment{Name: "MINEJ_Anexo3_2026-T3_v1.xlsx", Data: []byte("abc")}

// The SHA-256 of "abc" (FIPS 180-2, B.1).
const shaOfABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

// report is the ministry's third quarter of 2026.
func report(version int) annex.Quarterly {
	return annex.Build(annex.Input{
		Entity: model.Entity{
			Name: "Ministerio de Ejemplo", Acronym: "MINEJ", Unit: "Oficina General de Comunicaciones",
			EmailDomains: []string{"minej.gob.pe"}, SCSEmail: model.DefaultSCSEmail,
		},
		Quarter: calendar.Quarter{Year: 2026, Number: 3}, Version: version, Made: calendar.NewDay(2026, 10, 5),
		Accounts: []model.Account{{ID: 1, Network: model.Facebook, Handle: "MinEjemploPeru"}},
		Criteria: directive.DefaultCriteria(),
	})
}

func draft(t *testing.T, m mailer.Message) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := mailer.Draft(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// letter is a draft as a mail program reads it.
type letter struct {
	header mail.Header
	body   string
	files  map[string]string // bytes by name
	types  map[string]string
}

// read uses the standard library, which did not write the draft.
func read(t *testing.T, eml []byte) letter {
	t.Helper()
	msg, err := mail.ReadMessage(bytes.NewReader(eml))
	if err != nil {
		t.Fatal(err)
	}
	l := letter{header: msg.Header, files: map[string]string{}, types: map[string]string{}}
	kind, params, err := mime.ParseMediaType(msg.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(kind, "multipart/") {
		l.body = decode(t, msg.Header.Get("Content-Transfer-Encoding"), msg.Body)
		return l
	}
	parts := multipart.NewReader(msg.Body, params["boundary"])
	for {
		part, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			return l
		}
		if err != nil {
			t.Fatal(err)
		}
		data := decode(t, part.Header.Get("Content-Transfer-Encoding"), part)
		if name := plain(t, part.FileName()); name != "" {
			l.files[name], l.types[name] = data, part.Header.Get("Content-Type")
			continue
		}
		l.body = data
	}
}

func decode(t *testing.T, encoding string, r io.Reader) string {
	t.Helper()
	switch strings.ToLower(encoding) {
	case "base64":
		r = base64.NewDecoder(base64.StdEncoding, r)
	case "quoted-printable":
		r = quotedprintable.NewReader(r)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// plain decodes a header's encoded words.
func plain(t *testing.T, s string) string {
	t.Helper()
	text, err := new(mime.WordDecoder).DecodeHeader(s)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestTheDraftOpensForSending(t *testing.T) { // O-106, A-38.
	l := read(t, draft(t, mailer.ReportMessage(report(1), "Ana Quispe <ana.quispe@minej.gob.pe>", noon, sheet)))
	if got := l.header.Get("X-Unsent"); got != "1" {
		t.Errorf("X-Unsent %q", got)
	}
	to, err := l.header.AddressList("To")
	if err != nil || len(to) != 1 || to[0].Address != "rrss_scs@pcm.gob.pe" {
		t.Errorf("to %v (%v)", to, err)
	}
	from, err := l.header.AddressList("From")
	if err != nil || len(from) != 1 || from[0].Address != "ana.quispe@minej.gob.pe" || from[0].Name != "Ana Quispe" {
		t.Errorf("from %v (%v)", from, err)
	}
	if got := plain(t, l.header.Get("Subject")); got != "Informe trimestral de redes sociales (Anexo 3) – MINEJ – III Trimestre 2026" {
		t.Errorf("subject %q", got)
	}
	if date, err := l.header.Date(); err != nil || !date.Equal(noon) {
		t.Errorf("date %v (%v)", date, err)
	}
	if got := l.header.Get("Date"); !strings.HasSuffix(got, "12:00:00 -0500") {
		t.Errorf("date %q, want the hour of Lima", got)
	}
	if l.files[sheet.Name] != "abc" || len(l.files) != 1 {
		t.Errorf("files %q", l.files)
	}
	if got := l.types[sheet.Name]; !strings.HasPrefix(got, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
		t.Errorf("type %q", got)
	}
}

func TestTheLetterSaysWhatGoesWithIt(t *testing.T) {
	body := read(t, draft(t, mailer.ReportMessage(report(1), "", noon, sheet))).body
	for _, want := range []string{
		"Señores\r\nSecretaría de Comunicación Social\r\n",
		"numeral 6.3.2 de la Directiva N° 03-2022-PCM/SCS",
		"Entidad: Ministerio de Ejemplo (MINEJ)\r\n",
		"Período: III Trimestre 2026, del 01/07/2026 al 30/09/2026\r\n",
		"Versión: 1, elaborada el 05/10/2026\r\n",
		"Filas registradas: 0 de 30\r\n",
		"Lo que falta se indica en la hoja «Resumen».\r\n",
		"- MINEJ_Anexo3_2026-T3_v1.xlsx (3 bytes)\r\n  SHA-256: " + shaOfABC + "\r\n",
		"Atentamente,\r\n\r\nOficina General de Comunicaciones\r\nMinisterio de Ejemplo\r\n",
	} {
		if !strings.Contains(body, want) {
			t.Errorf("%q is not in\n%s", want, body)
		}
	}
	if strings.Contains(body, "reemplaza") {
		t.Error("a first version replaces nothing")
	}
}

func TestALaterVersionSaysSo(t *testing.T) {
	l := read(t, draft(t, mailer.ReportMessage(report(2), "", noon, sheet)))
	if got := plain(t, l.header.Get("Subject")); !strings.HasSuffix(got, "III Trimestre 2026 (versión 2)") {
		t.Errorf("subject %q", got)
	}
	if !strings.Contains(l.body, "Esta versión reemplaza a las anteriores") {
		t.Errorf("body\n%s", l.body)
	}
}

func TestADraftWithoutASenderIsStillAMail(t *testing.T) {
	eml := draft(t, mailer.ReportMessage(report(1), "", noon, sheet))
	l := read(t, eml)
	if _, there := l.header["From"]; there {
		t.Error("an empty sender is written")
	}
	if l.header.Get("To") == "" || l.files[sheet.Name] != "abc" {
		t.Error("the draft does not read back")
	}
}

func TestTheDraftIsGolden(t *testing.T) {
	m := mailer.ReportMessage(report(1), "", noon, sheet)
	golden.RequireEqual(t, strings.ReplaceAll(string(draft(t, m)), "\r\n", "\n"))
}

func TestTheSameMessageGivesTheSameBytes(t *testing.T) {
	m := mailer.ReportMessage(report(1), "", noon, sheet)
	if !bytes.Equal(draft(t, m), draft(t, m)) {
		t.Error("two drafts of one message differ")
	}
	other := sheet
	other.Data = []byte("abd")
	if mailer.ReportMessage(report(1), "", noon, other).ID == m.ID {
		t.Error("a message with another file has the same id")
	}
}

func TestNothingOfTheMachineIsWritten(t *testing.T) {
	eml := strings.ToLower(string(draft(t, mailer.ReportMessage(report(1), "", noon, sheet))))
	if host, err := os.Hostname(); err == nil && host != "" && strings.Contains(eml, strings.ToLower(host)) {
		t.Errorf("the host's name %q is in the draft", host)
	}
	for _, leak := range []string{"user-agent", "x-mailer", "go-mail", "localhost"} {
		if strings.Contains(eml, leak) {
			t.Errorf("%q is in the draft", leak)
		}
	}
	if !strings.Contains(eml, "@minej.gob.pe>") {
		t.Error("the message id is not on the entity's domain")
	}
}

func TestEveryLineEndsInCRLFAndIsShort(t *testing.T) {
	m := mailer.ReportMessage(report(1), "", noon, mailer.Attachment{Name: sheet.Name, Data: bytes.Repeat([]byte{0, 10, 13, 46, 255}, 4000)})
	m.Body += "\n.\n" + strings.Repeat("ñ", 3000)
	eml := draft(t, m)
	if n := bytes.Count(eml, []byte("\n")); n != bytes.Count(eml, []byte("\r\n")) || n != bytes.Count(eml, []byte("\r")) {
		t.Error("a line does not end in CRLF")
	}
	for line := range strings.SplitSeq(string(eml), "\r\n") {
		if len(line) > 998 { // RFC 5322, 2.1.1.
			t.Errorf("a line of %d bytes", len(line))
		}
	}
	if got := read(t, eml).files[sheet.Name]; got != string(m.Attachments[0].Data) {
		t.Error("the attachment does not read back")
	}
}

func TestNoHeaderCanBeSmuggledIn(t *testing.T) {
	for _, smuggled := range []string{"x\r\nBcc: spy@example.com", "x\nBcc: spy@example.com", "x\rBcc: spy@example.com", "x\r\n\r\n<script>", "x\u2028Bcc: spy@example.com", "x\x00\x0bBcc: spy@example.com"} {
		q := report(1)
		q.Entity.Acronym, q.Entity.Name, q.Entity.EmailDomains = smuggled, smuggled, []string{smuggled}
		m := mailer.ReportMessage(q, "", noon, mailer.Attachment{Name: smuggled + ".xlsx", Data: []byte("abc")})
		l := read(t, draft(t, m))
		if id := l.header.Get("Message-Id"); !strings.HasSuffix(id, "@faro.invalid>") {
			t.Errorf("%q reached the message id %q", smuggled, id)
		}
		for name := range l.header {
			switch name {
			case "Content-Language", "Content-Type", "Date", "Message-Id", "Mime-Version", "Subject", "To", "X-Unsent":
			default:
				t.Errorf("%q smuggled in the header %q", smuggled, name)
			}
		}
		if len(l.files) != 1 || !strings.Contains(l.body, "numeral 6.3.2") {
			t.Errorf("%q broke the parts: %d files", smuggled, len(l.files))
		}
	}
}

func TestHeadersAreCleanedWhateverTheMessageSays(t *testing.T) {
	m := mailer.Message{
		ID: "a@b.pe\r\nBcc: spy@example.com", Date: noon, From: "Ana\r\n <ana@minej.gob.pe>", To: "rrss_scs@pcm.gob.pe",
		Subject: "uno\r\nBcc: spy@example.com\x1b[31m", Body: "dos\x00\u202e\r\n.\r\ntres", Attachments: []mailer.Attachment{{Name: "..", Data: nil}, {Name: "a\r\nb.csv"}},
	}
	l := read(t, draft(t, m))
	if got := l.header.Get("Subject"); got != "uno Bcc: spy@example.com" {
		t.Errorf("subject %q", got)
	}
	if got := l.header.Get("Message-Id"); got != "<a@b.pe Bcc: spy@example.com>" {
		t.Errorf("message id %q", got)
	}
	if l.body != "dos\r\n.\r\ntres\r\n" {
		t.Errorf("body %q", l.body)
	}
	if _, ok := l.files["a b.csv"]; !ok || len(l.files) != 2 {
		t.Errorf("files %q", l.files)
	}
	if _, there := l.header["Bcc"]; there {
		t.Error("a header was smuggled in")
	}
}

func TestBadAddressesAreRefused(t *testing.T) {
	good := mailer.ReportMessage(report(1), "", noon)
	for _, to := range []string{"", "rrss_scs", "a@b.pe, c@d.pe", "a@b.pe\r\nBcc: c@d.pe", "a@b.pe>\n<c@d.pe"} {
		m := good
		m.To = to
		if err := mailer.Draft(io.Discard, m); !errors.Is(err, mailer.ErrNoRecipient) {
			t.Errorf("to %q: %v", to, err)
		}
	}
	m := good
	m.From = "Ana Quispe"
	if err := mailer.Draft(io.Discard, m); !errors.Is(err, mailer.ErrBadSender) {
		t.Errorf("from %q: %v", m.From, err)
	}
}

func TestNamesWithAccentsReadBack(t *testing.T) {
	m := mailer.ReportMessage(report(1), "Ángel Ñahui <angel@minej.gob.pe>", noon, mailer.Attachment{Name: `C:\informes\Reseña ñandú – 2026 🎉.pdf`, Data: []byte("x")})
	l := read(t, draft(t, m))
	if l.files["Reseña ñandú – 2026 🎉.pdf"] != "x" {
		t.Errorf("files %q", l.files)
	}
	if from, err := l.header.AddressList("From"); err != nil || from[0].Name != "Ángel Ñahui" {
		t.Errorf("from %v (%v)", from, err)
	}
}

func TestSubjectsReadBack(t *testing.T) {
	for _, subject := range []string{
		"Informe – MINEJ – III", "–", "– – a – –", "plain", "a = ? b", strings.Repeat("ñandú ", 60) + "fin", strings.Repeat("a", 300),
	} {
		m := mailer.ReportMessage(report(1), "", noon)
		m.Subject = subject
		eml := draft(t, m)
		if got := plain(t, read(t, eml).header.Get("Subject")); got != subject {
			t.Errorf("%q reads back as %q", subject, got)
		}
	}
	m := mailer.ReportMessage(report(1), "", noon)
	m.Subject = "=?UTF-8?q?hola?="
	if got := plain(t, read(t, draft(t, m)).header.Get("Subject")); got != "?UTF-8?q?hola?=" {
		t.Errorf("a subject that looks encoded reads as %q", got)
	}
	if eml := draft(t, mailer.ReportMessage(report(1), "", noon)); !bytes.Contains(eml, []byte("\r\nSubject: Informe trimestral de redes sociales (Anexo 3)\r\n")) {
		t.Error("the subject does not begin on its own line")
	}
}

func TestAMessageWithoutFilesIsPlainText(t *testing.T) {
	l := read(t, draft(t, mailer.ReportMessage(report(1), "", noon)))
	if !strings.Contains(l.body, "De nuestra consideración:") || strings.Contains(l.body, "Archivos adjuntos") {
		t.Errorf("body\n%s", l.body)
	}
}

// brokenPen takes so many bytes and then breaks.
type brokenPen struct{ left int }

var errPen = errors.New("the pen broke")

func (p *brokenPen) Write(b []byte) (int, error) {
	if len(b) > p.left {
		return p.left, errPen
	}
	p.left -= len(b)
	return len(b), nil
}

func TestAFaultWhileWritingIsTold(t *testing.T) {
	for _, bytes := range []int{0, 300, 900} {
		if err := mailer.Draft(&brokenPen{bytes}, mailer.ReportMessage(report(1), "", noon, sheet)); !errors.Is(err, errPen) {
			t.Errorf("after %d bytes: %v", bytes, err)
		}
	}
}

func BenchmarkDraft(b *testing.B) {
	m := mailer.ReportMessage(report(1), "", noon, mailer.Attachment{Name: sheet.Name, Data: make([]byte, 40<<10)})
	b.ReportAllocs()
	for b.Loop() {
		if err := mailer.Draft(io.Discard, m); err != nil {
			b.Fatal(err)
		}
	}
}
