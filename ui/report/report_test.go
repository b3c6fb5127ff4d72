package report_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"faro/model"
	"faro/model/annex"
	"faro/model/calendar"
	"faro/store"
	"faro/store/exporter"
	"faro/ui/report"
	"faro/ui/screen"
	"faro/ui/uitest"
)

var _ report.Records = (*store.Store)(nil)

// january is 05/01/2027 10:00 in Lima, the day on which S26 makes its report.
var january = calendar.NewDay(2027, time.January, 5).At(10, 0, 0)

func day(t testing.TB, iso string) calendar.Day {
	t.Helper()
	d, err := calendar.ParseDay(iso)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// office is a real records file with a Facebook page and an X account.
type office struct {
	*store.Store
	facebook, x model.Account
	folder      string
	shown       string // folder last opened with the system's program
	refusal     error  // for Export, once
	replaced    bool   // Export was told to write over
}

func newOffice(t testing.TB) *office {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "faro.db"), store.Options{Clock: func() time.Time { return january }, Actor: "prueba"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	o := &office{Store: s, folder: t.TempDir()}
	_, err = s.SaveEntity(t.Context(), model.Entity{Name: "Ministerio de Ejemplo", Acronym: "MINEJ", SCSEmail: model.DefaultSCSEmail})
	if err != nil {
		t.Fatal(err)
	}
	o.facebook = o.account(t, model.Facebook)
	o.x = o.account(t, model.X)
	return o
}

func (o *office) account(t testing.TB, n model.Network) model.Account {
	t.Helper()
	a, err := o.SaveAccount(t.Context(), model.Account{Network: n, Handle: "MinEjemploPeru", Opened: day(t, "2024-01-01")})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// measured adds n posts of a day with their figures, reach falling.
func (o *office) measured(t testing.TB, a model.Account, iso string, n int) {
	t.Helper()
	ranking := model.Reach
	if a.Network == model.X {
		ranking = model.Impressions
	}
	var rows []model.Measured
	for i := range n {
		link := fmt.Sprintf("https://www.facebook.com/MinEjemploPeru/posts/%s%02d", strings.ReplaceAll(iso, "-", ""), i)
		if a.Network == model.X {
			link = fmt.Sprintf("https://x.com/MinEjemploPeru/status/%d", 100+i)
		}
		rows = append(rows, model.Measured{
			Post:   model.Post{AccountID: a.ID, Day: day(t, iso), Precision: model.DayOnly, Kind: model.Publication, Link: link, Origin: model.ByTop10},
			Values: model.Values{ranking: int64(10_000 - 100*i), model.Interactions: 250},
		})
	}
	if _, err := o.SaveMeasured(t.Context(), rows); err != nil {
		t.Fatal(err)
	}
}

func (o *office) Folder() string { return o.folder }

func (o *office) Reveal(_ context.Context, folder string) error { o.shown = folder; return nil }

// Export writes the real documents, as the command line does.
func (o *office) Export(ctx context.Context, q calendar.Quarter, formats []string, folder string, replace bool) (report.Written, error) {
	if err := o.refusal; err != nil && !replace {
		return report.Written{}, err
	}
	o.replaced = replace
	in, err := o.Quarterly(ctx, q)
	if err != nil {
		return report.Written{}, err
	}
	w := report.Written{Folder: folder}
	var files []model.ReportFile
	for _, f := range exporter.Files(annex.Build(in)) {
		if !strings.Contains(strings.Join(formats, " "), f.Format) {
			continue
		}
		sum, err := exporter.Save(filepath.Join(folder, f.Name), f.Write)
		if err != nil {
			return w, err
		}
		files = append(files, model.ReportFile{Format: f.Format, Name: f.Name, SHA256: sum, At: january})
		w.Files = append(w.Files, f.Name)
	}
	r, err := o.AddReport(ctx, q, files)
	w.Version = r.Version
	return w, err
}

func open(t testing.TB, o *office, width, height int) *report.Screen {
	t.Helper()
	s := report.New(o, o, func() time.Time { return january }, uitest.Theme())
	uitest.Open(s, width, height)
	return s
}

// s26 is the fourth quarter of 2026 with ten Facebook posts a month, but eight
// in December, and X in October alone.
func s26(t testing.TB) *office {
	t.Helper()
	o := newOffice(t)
	o.measured(t, o.facebook, "2026-10-15", 10)
	o.measured(t, o.facebook, "2026-11-15", 12)
	o.measured(t, o.facebook, "2026-12-31", 8)
	o.measured(t, o.x, "2026-10-20", 10)
	return o
}

func TestTheQuarterIsTheLastClosedOneAndItsDeadlineIsTheInternalOne(t *testing.T) { // S26, A-13
	view := open(t, s26(t), 100, 25).View()
	uitest.Shows(t, view, "IV Trimestre 2026", "plazo interno 15/01/2027", "OCTUBRE", "NOVIEMBRE", "DICIEMBRE", "6.3.2")
}

func TestEachCellSaysHowManyRowsAreReady(t *testing.T) { // O-127, A-19
	view := open(t, s26(t), 120, 25).View()
	uitest.Shows(t, uitest.Line(view, "Facebook @MinEjemploPeru "), "10/10", "8/10")
	uitest.Shows(t, uitest.Line(view, "X @MinEjemploPeru"), "10/10", "? 0/10 sin datos")
	uitest.Shows(t, uitest.Line(view, "YouTube"), "(sin cuenta)", "–")
}

func TestWhatACellLacksIsNamed(t *testing.T) {
	s := open(t, s26(t), 100, 25)
	uitest.Press(s, "down", "right")
	uitest.Shows(t, s.View(), "NOVIEMBRE · X @MinEjemploPeru", "no hay publicaciones registradas")
}

func TestEnterOpensTheMonthToCompleteIt(t *testing.T) { // J3
	o := s26(t)
	s := open(t, o, 100, 25)
	msgs := uitest.Press(s, "right", "right", "enter")
	got, ok := uitest.Last[screen.OpenMsg](msgs)
	want := screen.OpenMsg{Name: screen.TopTen, Focus: o.facebook.ID, Month: calendar.Month{Year: 2026, Month: time.December}}
	if !ok || got != want {
		t.Errorf("asked for %+v, want %+v", got, want)
	}
}

func TestExportWritesTheDocumentsAndRecordsTheirVersion(t *testing.T) { // O-106
	o := s26(t)
	s := open(t, o, 100, 25)
	uitest.Press(s, "e")
	uitest.Shows(t, s.View(), "Exportar · Anexo 3, IV Trimestre 2026, versión 1", o.folder[:20], model.DefaultSCSEmail)
	uitest.Press(s, "ctrl+s")
	versions, err := o.Reports(t.Context(), calendar.Quarter{Year: 2026, Number: 4})
	if err != nil || len(versions) != 1 || versions[0].State != model.Draft || versions[0].Version != 1 {
		t.Fatalf("versions = %+v, %v; want one draft", versions, err)
	}
	for _, f := range versions[0].Files {
		if info, err := os.Stat(filepath.Join(o.folder, f.Name)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
	uitest.Shows(t, s.View(), "v1 borrador hecha el 05/01/2027", "xlsx")
	uitest.Press(s, "o")
	if o.shown != o.folder {
		t.Errorf("opened %q, want %q", o.shown, o.folder)
	}
}

func TestNothingIsSentUntilSomebodyDeclaresIt(t *testing.T) { // S31, A-38
	o := s26(t)
	s := open(t, o, 100, 25)
	if note, ok := uitest.Last[screen.NoteMsg](uitest.Press(s, "s")); !ok || !strings.Contains(note.Text, "exporte primero") {
		t.Errorf("told %q, want to export first", note.Text)
	}
	uitest.Press(s, "e", "ctrl+s", "s", "tab")
	uitest.Type(s, "2027-00123")
	uitest.Press(s, "ctrl+s")
	q := calendar.Quarter{Year: 2026, Number: 4}
	versions, err := o.Reports(t.Context(), q)
	if err != nil || versions[0].State != model.Sent || versions[0].SentOn != day(t, "2027-01-05") || versions[0].Cargo != "2027-00123" {
		t.Fatalf("versions = %+v, %v; want one sent today with its cargo", versions, err)
	}
	uitest.Shows(t, s.View(), "✓ enviado el 05/01/2027", "2027-00123")

	// What is exported afterwards is the next version; the sent one stays.
	uitest.Press(s, "e")
	uitest.Shows(t, s.View(), "versión 2")
	uitest.Press(s, "ctrl+s", "v")
	versions, err = o.Reports(t.Context(), q)
	if err != nil || len(versions) != 2 || versions[0].State != model.Sent || versions[1].State != model.Draft {
		t.Fatalf("versions = %+v, %v; want the sent one and a draft", versions, err)
	}
}

func TestASentVersionIsMarkedReceivedOnce(t *testing.T) {
	o := s26(t)
	s := open(t, o, 100, 25)
	uitest.Press(s, "e", "ctrl+s", "s", "ctrl+s", "v", "ctrl+s")
	versions, err := o.Reports(t.Context(), calendar.Quarter{Year: 2026, Number: 4})
	if err != nil || versions[0].State != model.Received || versions[0].ReceivedOn != day(t, "2027-01-05") {
		t.Fatalf("versions = %+v, %v; want it received today", versions, err)
	}
	uitest.Shows(t, s.View(), "recibido el 05/01/2027 (enviada el 05/01/2027)")
}

func TestReceivedBeforeSentIsRefusedWhereItWasTyped(t *testing.T) {
	o := s26(t)
	s := open(t, o, 100, 25)
	uitest.Press(s, "e", "ctrl+s", "s", "ctrl+s", "v", "ctrl+u")
	uitest.Type(s, "04/01/2027")
	uitest.Press(s, "ctrl+s")
	uitest.Shows(t, s.View(), "04/01/2027", "Recibido el")
	if s.Unsaved() == "" {
		t.Error("the refused date would be lost without a word")
	}
}

// taken is how the desk says that a file of somebody else is in the way.
type taken struct{}

func (taken) Error() string     { return "a file is in the way" }
func (taken) Replaceable() bool { return true }

func TestAFileOfSomebodyElseIsNotWrittenOverWithoutAsking(t *testing.T) {
	o := s26(t)
	o.refusal = taken{}
	s := open(t, o, 100, 25)
	asked, ok := uitest.Last[screen.ConfirmMsg](uitest.Press(s, "e", "ctrl+s"))
	if !ok || o.replaced {
		t.Fatal("it was not asked")
	}
	uitest.Shows(t, s.View(), "Exportar")
	uitest.Run(s, asked.Yes)
	if !o.replaced {
		t.Error("yes did not write it")
	}
}

func TestAFailedExportKeepsTheFormAndIsTold(t *testing.T) {
	o := s26(t)
	o.refusal = errors.New("disk is full")
	s := open(t, o, 100, 25)
	told, ok := uitest.Last[screen.ErrMsg](uitest.Press(s, "e", "ctrl+s"))
	if !ok || !errors.Is(told.Err, o.refusal) {
		t.Errorf("told %v, want the disk's error", told.Err)
	}
	uitest.Shows(t, s.View(), "no se guardó")
}

func TestThePreviewPrintsTheAnnexAsItIs(t *testing.T) { // Anexo 3 §1
	s := open(t, s26(t), 160, 45)
	uitest.Press(s, "p")
	uitest.Shows(t, s.View(), "FACEBOOK (10 mejores publicaciones del mes) - MES 1 · Octubre 2026 · @MinEjemploPeru",
		"N°", "Alcance", "Interacción", "Link de la publicación", "10,000", "2.50", "15/10/2026")
	if !s.Capturing() {
		t.Error("keys would leave the preview")
	}
	uitest.Press(s, "end")
	uitest.Shows(t, s.View(), "TIKTOK", "no tiene una cuenta")
	uitest.Press(s, "esc")
	uitest.Shows(t, s.View(), "VERSIONES")
}

func TestAnAnswerForAnotherQuarterIsDropped(t *testing.T) {
	o := s26(t)
	s := open(t, o, 100, 25)
	late := s.Update(screen.ChangedMsg{})() // asked about the fourth quarter
	uitest.Press(s, "[")
	s.Update(late)
	uitest.Shows(t, s.View(), "III Trimestre 2026", "JULIO")
	if note, ok := uitest.Last[screen.NoteMsg](uitest.Press(s, "]", "]", "]")); !ok || !strings.Contains(note.Text, "II Trimestre 2027 todavía no empieza") {
		t.Errorf("told %q", note.Text)
	}
}

func TestARunningQuarterIsTold(t *testing.T) {
	o := newOffice(t)
	o.measured(t, o.facebook, "2027-01-04", 3)
	s := open(t, o, 100, 25)
	uitest.Press(s, "]")
	uitest.Shows(t, uitest.Line(s.View(), "Facebook @MinEjemploPeru "), "3/10 en curso")
}

func TestEveryWindowFits(t *testing.T) {
	s := open(t, s26(t), 80, 19)
	for _, keys := range [][]string{nil, {"e"}, {"esc", "p"}, {"esc"}} {
		uitest.Press(s, keys...)
		for _, size := range [][2]int{{1, 1}, {20, 5}, {60, 13}, {80, 19}, {100, 25}, {160, 45}, {300, 95}} {
			s.SetSize(size[0], size[1])
			uitest.Fits(t, s.View(), size[0], size[1])
		}
	}
}

func TestPictures(t *testing.T) {
	o := s26(t)
	for _, size := range [][2]int{{60, 13}, {80, 19}, {100, 25}, {160, 45}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			uitest.Golden(t, open(t, o, size[0], size[1]).View())
		})
	}
	t.Run("preview", func(t *testing.T) {
		s := open(t, o, 100, 25)
		uitest.Press(s, "p")
		uitest.Golden(t, s.View())
	})
}

func BenchmarkView(b *testing.B) {
	s := open(b, s26(b), 160, 45)
	for b.Loop() {
		s.View()
	}
}
