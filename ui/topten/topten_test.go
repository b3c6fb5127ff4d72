package topten_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"faro/model"
	"faro/model/calendar"
	"faro/store"
	"faro/ui/screen"
	"faro/ui/topten"
	"faro/ui/uitest"
)

var _ topten.Records = (*store.Store)(nil)

// noon is 23/11/2026 14:05 in Lima, so that the last closed month is October.
var noon = calendar.NewDay(2026, time.November, 23).At(14, 5, 0)

var october = calendar.Month{Year: 2026, Month: time.October}

func openStore(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "faro.db"), store.Options{Clock: func() time.Time { return noon }, Actor: "prueba"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func account(t testing.TB, s *store.Store, n model.Network) model.Account {
	t.Helper()
	a, err := s.SaveAccount(t.Context(), model.Account{Network: n, Handle: "MinEjemploPeru", Opened: calendar.NewDay(2024, time.January, 1)})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func open(t testing.TB, r topten.Records, width, height int) *topten.Screen {
	t.Helper()
	s := topten.New(r, func() time.Time { return noon }, uitest.Theme())
	uitest.Open(s, width, height)
	uitest.Press(s, "right") // From the rank to the first figure.
	return s
}

// stored are the rows of October in the file.
func stored(t testing.TB, s *store.Store, a model.Account) []model.Measured {
	t.Helper()
	rows, err := s.MonthPosts(t.Context(), a.ID, october)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// row finds the line of the sheet with a text in it.
func row(t testing.TB, s *topten.Screen, text string) string {
	t.Helper()
	line := uitest.Line(s.View(), text)
	if line == "" {
		t.Fatalf("no row with %q:\n%s", text, s.View())
	}
	return line
}

func fb(n int) string { return fmt.Sprintf("https://www.facebook.com/MinEjemploPeru/posts/%d", 1000+n) }

// s24 are the twelve posts of scenario S24 as a spreadsheet copies them: reach,
// interaction, date, link.
func s24() string {
	var b strings.Builder
	for i, p := range []struct {
		reach, interaction int
		day                string
	}{
		{24500, 1225, "01/10/2026"},
		{18200, 910, "02/10/2026"},
		{18200, 1001, "03/10/2026"},
		{15000, 450, "04/10/2026"},
		{12480, 873, "05/10/2026"},
		{11900, 238, "06/10/2026"},
		{9640, 482, "07/10/2026"},
		{8000, 100, "08/10/2026"},
		{7777, 777, "09/10/2026"},
		{6500, 130, "20/10/2026"},
		{6500, 130, "12/10/2026"},
		{0, 3, "13/10/2026"},
	} {
		fmt.Fprintf(&b, "%d\t%d\t%s\t%s\r\n", p.reach, p.interaction, p.day, fb(i+1))
	}
	return b.String()
}

func TestAMonthPastedFromASpreadsheetIsRankedAsTheAnnexAsks(t *testing.T) { // S24, A-15, A-16
	s := openStore(t)
	a := account(t, s, model.Facebook)
	sheet := open(t, s, 140, 30)
	note, _ := uitest.Last[screen.NoteMsg](uitest.Paste(sheet, s24()))
	if want := "48 celdas pegadas"; !strings.Contains(note.Text, want) {
		t.Errorf("told %q, want %q", note.Text, want)
	}
	if rows := stored(t, s, a); len(rows) != 12 {
		t.Fatalf("%d rows stored, want 12", len(rows))
	}
	uitest.Press(sheet, "o", "ctrl+home")
	for _, tt := range []struct{ post, rank, rate string }{
		{"01/10/2026", "1", "5.00 %"},
		{"03/10/2026", "2", "5.50 %"},
		{"02/10/2026", "3", "5.00 %"},
		{"04/10/2026", "4", "3.00 %"},
		{"05/10/2026", "5", "7.00 %"},
		{"06/10/2026", "6", "2.00 %"},
		{"07/10/2026", "7", "5.00 %"},
		{"08/10/2026", "8", "1.25 %"},
		{"09/10/2026", "9", "9.99 %"},
		{"12/10/2026", "10", "2.00 %"},
		{"20/10/2026", "11", "2.00 %"},
		{"13/10/2026", "12", "—"},
	} {
		fields := strings.Fields(strings.NewReplacer("▌", "", "[", " ", "]", " ").Replace(row(t, sheet, tt.post)))
		if fields[0] != tt.rank || !strings.Contains(row(t, sheet, tt.post), tt.rate) {
			t.Errorf("post of %s: %q, want rank %s and %s", tt.post, row(t, sheet, tt.post), tt.rank, tt.rate)
		}
	}
	uitest.Shows(t, sheet.View(), "10/10", "12 publicaciones en el mes")
}

func TestRowsCopiedFromAFilledAnnexGoToTheirOwnColumns(t *testing.T) {
	s := openStore(t)
	a := account(t, s, model.Facebook)
	sheet := open(t, s, 140, 30)
	uitest.Press(sheet, "home")
	uitest.Paste(sheet, "1\t12,480\t873\t7.00\t05/10/2026\t"+fb(5)+"\n2\t11,900\t238\t2.00\t06/10/2026\t"+fb(6)+"\n")
	rows := stored(t, s, a)
	if len(rows) != 2 || rows[0].Values[model.Reach] != 12480 || rows[1].Values[model.Interactions] != 238 || rows[1].Post.Link != fb(6) {
		t.Errorf("stored %+v", rows)
	}
}

func TestTheRateFollowsWhatIsTyped(t *testing.T) { // S22: 873 on 12,480 → 7.00; 925 on 20,000 → 4.63; 260 on 200 → 130.00
	s := openStore(t)
	account(t, s, model.Facebook)
	sheet := open(t, s, 120, 25)
	for _, tt := range []struct{ reach, interaction, rate string }{
		{"12,480", "873", "7.00 %"}, {"20000", "925", "4.63 %"}, {"200", "260", "130.00 %"},
	} {
		uitest.Type(sheet, tt.reach+"\t"+tt.interaction+"\n")
		uitest.Press(sheet, "up")
		uitest.Shows(t, sheet.View(), tt.rate)
		uitest.Press(sheet, "down", "home", "right")
	}
	uitest.Press(sheet, "up", "end", "left")
	uitest.Shows(t, sheet.View(), "Escriba la fecha") // Nothing without its date is in the file.
}

func TestZeroReachAndUnknownReachHaveNoRate(t *testing.T) { // S23
	s := openStore(t)
	a := account(t, s, model.Facebook)
	sheet := open(t, s, 120, 25)
	uitest.Paste(sheet, "0\t3\t05/10/2026\t"+fb(1)+"\n\t8\t06/10/2026\t"+fb(2)+"\n")
	uitest.Shows(t, strings.Replace(row(t, sheet, "05/10/2026"), "[", " ", 1), " 1", "—")
	uitest.Shows(t, row(t, sheet, "06/10/2026"), "?", "—")
	rows := stored(t, s, a)
	if _, known := rows[1].Values[model.Reach]; known || len(rows) != 2 {
		t.Errorf("stored %+v; the second reach is unknown, not zero", rows)
	}
}

func TestANumberWithAPointIsAskedAboutAndNeverGuessed(t *testing.T) { // S29
	s := openStore(t)
	a := account(t, s, model.Facebook)
	sheet := open(t, s, 120, 25)
	uitest.Paste(sheet, "12.480\t873\t05/10/2026\t"+fb(1)+"\n")
	uitest.Press(sheet, "home", "right")
	uitest.Shows(t, sheet.View(), "12.480", "es ambiguo")
	rows := stored(t, s, a)
	if len(rows) != 1 || rows[0].Values[model.Interactions] != 873 {
		t.Fatalf("stored %+v, want the row with its good cells", rows)
	}
	if _, known := rows[0].Values[model.Reach]; known {
		t.Error("the ambiguous reach was stored")
	}
	uitest.Type(sheet, "12,480\n")
	if rows := stored(t, s, a); rows[0].Values[model.Reach] != 12480 {
		t.Errorf("reach = %d, want 12480", rows[0].Values[model.Reach])
	}
	uitest.Hides(t, sheet.View(), "es ambiguo")
}

func TestOneBadCellDoesNotStopTheOthers(t *testing.T) {
	s := openStore(t)
	a := account(t, s, model.Facebook)
	sheet := open(t, s, 120, 25)
	note, _ := uitest.Last[screen.NoteMsg](uitest.Paste(sheet,
		"100\tmuchas\t05/10/2026\t"+fb(1)+"\n200\t20\t31/09/2026\t"+fb(2)+"\n300\t30\t07/10/2026\thttps://x.com/MinEjemploPeru/status/2035933611212357737\n"))
	if !strings.Contains(note.Text, "3 por corregir") {
		t.Errorf("told %q, want three cells to mend", note.Text)
	}
	uitest.Shows(t, sheet.View(), "muchas", "31/09/2026", "x.com")
	if rows := stored(t, s, a); len(rows) != 2 { // The row without a date waits.
		t.Errorf("%d rows stored, want 2", len(rows))
	}
	if sheet.Unsaved() == "" {
		t.Error("leaving would lose the cells to mend without a word")
	}
	uitest.Press(sheet, "n")
	uitest.Shows(t, sheet.View(), "✗ ")
}

func TestALinkOfXBringsItsDate(t *testing.T) { // S06: Sunday 22/03/2026 23:16 in Lima
	s := openStore(t)
	a := account(t, s, model.X)
	sheet := open(t, s, 120, 25)
	uitest.Run(sheet, sheet.FocusMonth(a.ID, calendar.Month{Year: 2026, Month: time.March}))
	uitest.Press(sheet, "end")
	uitest.Paste(sheet, "https://twitter.com/MinEjemploPeru/status/2035933611212357737?s=20")
	uitest.Shows(t, row(t, sheet, "22/03/2026"), "https://x.com/MinEjemploPeru/status/203593361")
	rows, err := s.MonthPosts(t.Context(), a.ID, calendar.Month{Year: 2026, Month: time.March})
	if err != nil || len(rows) != 1 {
		t.Fatalf("rows = %+v, %v", rows, err)
	}
	if want := time.Date(2026, 3, 23, 4, 16, 13, 0, time.UTC); !rows[0].Post.At.Equal(want) || rows[0].Post.Precision != model.ExactTime {
		t.Errorf("published at %v (%s), want %v exactly", rows[0].Post.At, rows[0].Post.Precision, want)
	}
}

func TestALinkOfAnotherAccountIsRefused(t *testing.T) {
	s := openStore(t)
	a := account(t, s, model.X)
	sheet := open(t, s, 120, 25)
	uitest.Run(sheet, sheet.FocusMonth(a.ID, calendar.Month{Year: 2026, Month: time.March}))
	uitest.Press(sheet, "end")
	uitest.Paste(sheet, "https://x.com/otra_cuenta/status/2035933611212357737")
	uitest.Shows(t, sheet.View(), "El enlace es de @otra_cuenta, no de @MinEjemploPeru")
}

func TestPostsLoggedDuringTheMonthAreAlreadyThere(t *testing.T) {
	s := openStore(t)
	a := account(t, s, model.Facebook)
	at := calendar.NewDay(2026, time.October, 9).At(9, 30, 0)
	if _, err := s.AddPosts(t.Context(), []model.Post{{
		AccountID: a.ID, Day: calendar.DayOf(at), At: at, Precision: model.RecordedTime, Kind: model.Publication, Link: fb(9), Origin: model.ByLink,
	}}); err != nil {
		t.Fatal(err)
	}
	sheet := open(t, s, 120, 25)
	uitest.Shows(t, row(t, sheet, "09/10/2026"), "?", fb(9)[:30])
	uitest.Type(sheet, "7,777\t777\n")
	rows := stored(t, s, a)
	if len(rows) != 1 || rows[0].Values[model.Reach] != 7777 || !rows[0].Post.At.Equal(at) {
		t.Errorf("stored %+v, want the logged post with its figures and its hour", rows)
	}
	uitest.Shows(t, row(t, sheet, "09/10/2026"), "9.99 %")
}

func TestNothingJumpsWhileFiguresAreTyped(t *testing.T) {
	s := openStore(t)
	account(t, s, model.Facebook)
	sheet := open(t, s, 120, 25)
	uitest.Paste(sheet, "100\t1\t01/10/2026\t"+fb(1)+"\n200\t1\t02/10/2026\t"+fb(2)+"\n")
	_, first, _ := uitest.Find(sheet.View(), "01/10/2026")
	_, second, _ := uitest.Find(sheet.View(), "02/10/2026")
	if first >= second {
		t.Fatalf("rows were put in another order than they were pasted:\n%s", sheet.View())
	}
	uitest.Press(sheet, "o")
	_, first, _ = uitest.Find(sheet.View(), "01/10/2026")
	_, second, _ = uitest.Find(sheet.View(), "02/10/2026")
	if first <= second {
		t.Errorf("o did not put the best first:\n%s", sheet.View())
	}
}

func TestClearingACellMakesItUnknown(t *testing.T) {
	s := openStore(t)
	a := account(t, s, model.Facebook)
	sheet := open(t, s, 120, 25)
	uitest.Paste(sheet, "100\t1\t01/10/2026\t"+fb(1)+"\n")
	uitest.Press(sheet, "home", "right", "delete")
	if _, known := stored(t, s, a)[0].Values[model.Reach]; known {
		t.Error("the cleared reach is still known")
	}
	uitest.Shows(t, row(t, sheet, "01/10/2026"), "?")
}

func TestDigitsBelongToTheCellAndLettersToTheScreen(t *testing.T) {
	s := openStore(t)
	account(t, s, model.Facebook)
	sheet := open(t, s, 120, 25)
	for key, want := range map[string]bool{"5": true, ",": true, "q": false, "u": false, "o": false} {
		if got := sheet.Takes(screen.KeyNamed(key)); got != want {
			t.Errorf("over a figure the sheet takes %q: %v, want %v", key, got, want)
		}
	}
	uitest.Press(sheet, "home")
	if sheet.Takes(screen.KeyNamed("5")) {
		t.Error("over the rank, where the sheet opens, a digit no longer chooses a screen")
	}
	uitest.Press(sheet, "end")
	if !sheet.Takes(screen.KeyNamed("h")) {
		t.Error("over a link, text does not begin a cell")
	}
}

func TestEscLeavesTheCellAsItWas(t *testing.T) {
	s := openStore(t)
	a := account(t, s, model.Facebook)
	sheet := open(t, s, 120, 25)
	uitest.Paste(sheet, "100\t1\t01/10/2026\t"+fb(1)+"\n")
	uitest.Press(sheet, "home", "right", "9", "9", "9", "esc")
	if got := stored(t, s, a)[0].Values[model.Reach]; got != 100 || sheet.Capturing() {
		t.Errorf("reach = %d, capturing %v; want 100 and nothing being typed", got, sheet.Capturing())
	}
}

func TestFollowersOfTheMonth(t *testing.T) { // O-107, A-21
	s := openStore(t)
	a := account(t, s, model.Facebook)
	sheet := open(t, s, 120, 25)
	uitest.Press(sheet, "s")
	uitest.Type(sheet, "12,480\t12950")
	uitest.Press(sheet, "ctrl+s")
	uitest.Shows(t, sheet.View(), "seguidores 12,480 → 12,950 (+470)")
	f, err := s.Figures(t.Context(), a.ID, october, october)
	if err != nil || len(f) != 1 || *f[0].FollowersStart != 12480 || *f[0].FollowersEnd != 12950 {
		t.Errorf("figures = %+v, %v", f, err)
	}
}

func TestADiscardedRowIsAskedAboutAndComesBackWithUndo(t *testing.T) {
	s := openStore(t)
	a := account(t, s, model.Facebook)
	sheet := open(t, s, 120, 25)
	uitest.Paste(sheet, "100\t1\t01/10/2026\t"+fb(1)+"\n")
	asked, ok := uitest.Last[screen.ConfirmMsg](uitest.Press(sheet, "home", "x"))
	if !ok || len(stored(t, s, a)) != 1 {
		t.Fatal("the row was discarded without asking")
	}
	uitest.Run(sheet, asked.Yes)
	if rows := stored(t, s, a); len(rows) != 0 {
		t.Fatalf("%d rows left, want none", len(rows))
	}
	if _, err := s.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	uitest.Send(sheet, screen.ChangedMsg{})
	uitest.Shows(t, row(t, sheet, "01/10/2026"), "100", "1.00 %")
}

func TestEachNetworkHasItsOwnColumns(t *testing.T) { // O-127…O-131
	s := openStore(t)
	for _, n := range model.Networks() {
		account(t, s, n)
	}
	sheet := open(t, s, 140, 25)
	for _, tt := range []struct {
		label   string
		has, no []string
	}{
		{"Facebook", []string{"Alcance", "Interacción", "Engagement"}, []string{"Impresiones", "Tiempo"}},
		{"X @", []string{"Impresiones", "Interacción", "Engagement"}, []string{"Alcance"}},
		{"YouTube", []string{"Visualizaciones", "Duración"}, []string{"Engagement", "Alcance"}},
		{"Instagram", []string{"Impresiones", "Interacción", "Engagement"}, []string{"Alcance"}},
		{"TikTok", []string{"Visualizaciones", "Interacción", "Tiempo", "Alcance"}, []string{"Engagement"}},
	} {
		uitest.Shows(t, sheet.View(), append(tt.has, tt.label)...)
		uitest.Hides(t, sheet.View(), tt.no...)
		uitest.Press(sheet, ">")
	}
	uitest.Shows(t, sheet.View(), "Facebook") // And round again.
}

func TestTheMonthAheadIsNotOpened(t *testing.T) {
	s := openStore(t)
	account(t, s, model.Facebook)
	sheet := open(t, s, 120, 25)
	uitest.Press(sheet, "]")
	uitest.Shows(t, sheet.View(), "Noviembre 2026", "mes en curso")
	if note, ok := uitest.Last[screen.NoteMsg](uitest.Press(sheet, "]")); !ok || !strings.Contains(note.Text, "todavía no empieza") {
		t.Errorf("told %q", note.Text)
	}
}

func TestLeavingATableWithCellsToMendIsAskedAbout(t *testing.T) {
	s := openStore(t)
	account(t, s, model.Facebook)
	sheet := open(t, s, 120, 25)
	uitest.Paste(sheet, "12.480\t1\t01/10/2026\t"+fb(1)+"\n")
	asked, ok := uitest.Last[screen.ConfirmMsg](uitest.Press(sheet, "home", "["))
	if !ok {
		t.Fatal("it was not asked")
	}
	uitest.Shows(t, sheet.View(), "12.480", "Octubre 2026")
	uitest.Run(sheet, asked.Yes)
	uitest.Shows(t, sheet.View(), "Septiembre 2026")
}

// broken is a file that fails when told to, which a real one won't on demand.
type broken struct {
	topten.Records
	readErr, writeErr error
}

func (b broken) MonthPosts(ctx context.Context, a model.ID, m calendar.Month) ([]model.Measured, error) {
	if b.readErr != nil {
		return nil, b.readErr
	}
	return b.Records.MonthPosts(ctx, a, m)
}

func (b broken) SaveMeasured(ctx context.Context, rows []model.Measured) ([]model.Measured, error) {
	if b.writeErr != nil {
		return nil, b.writeErr
	}
	return b.Records.SaveMeasured(ctx, rows)
}

func TestAFailureIsToldAndLosesNothing(t *testing.T) {
	full := errors.New("disk is full")
	s := openStore(t)
	account(t, s, model.Facebook)
	sheet := open(t, broken{Records: s, writeErr: full}, 120, 25)
	told, ok := uitest.Last[screen.ErrMsg](uitest.Paste(sheet, "100\t1\t01/10/2026\t"+fb(1)+"\n"))
	if !ok || !errors.Is(told.Err, full) {
		t.Errorf("told %v, want the disk's error", told.Err)
	}
	uitest.Shows(t, sheet.View(), "100", "01/10/2026", fb(1)[:30])
	if sheet.Unsaved() == "" {
		t.Error("what is not in the file would be lost without a word")
	}
	if told, ok := uitest.Last[screen.ErrMsg](uitest.Open(topten.New(broken{Records: s, readErr: full}, func() time.Time { return noon }, uitest.Theme()), 100, 25)); !ok || !errors.Is(told.Err, full) {
		t.Errorf("told %v, want the disk's error", told.Err)
	}
}

func TestAnAnswerForAnotherMonthIsDropped(t *testing.T) {
	s := openStore(t)
	account(t, s, model.Facebook)
	sheet := open(t, s, 120, 25)
	late := sheet.Update(screen.ChangedMsg{})() // asked about October
	uitest.Press(sheet, "[")
	sheet.Update(late)
	uitest.Shows(t, sheet.View(), "Septiembre 2026")
}

func TestWithoutAccountsTheScreenSaysWhatItIsFor(t *testing.T) {
	uitest.Shows(t, open(t, openStore(t), 80, 19).View(), "Anexo 3", "Cuentas")
}

func TestEveryWindowFits(t *testing.T) {
	s := openStore(t)
	account(t, s, model.TikTok)
	sheet := open(t, s, 120, 25)
	uitest.Paste(sheet, "muchas 🇵🇪 日本語\t5\t1:36\t7\t05/10/2026\thttps://www.tiktok.com/@MinEjemploPeru/video/no\n")
	for _, keys := range [][]string{nil, {"s"}, {"esc", "a"}, {"esc"}} {
		uitest.Press(sheet, keys...)
		for _, size := range [][2]int{{1, 1}, {20, 5}, {60, 13}, {80, 19}, {100, 25}, {160, 45}, {300, 95}} {
			sheet.SetSize(size[0], size[1])
			uitest.Fits(t, sheet.View(), size[0], size[1])
		}
	}
}

func TestPictures(t *testing.T) {
	s := openStore(t)
	account(t, s, model.Facebook)
	sheet := open(t, s, 140, 30)
	uitest.Paste(sheet, s24()+"12.480\t55\t25/10/2026\t"+fb(20)+"\n")
	uitest.Press(sheet, "o", "ctrl+home", "right")
	for _, size := range [][2]int{{60, 13}, {80, 19}, {100, 25}, {160, 45}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			sheet.SetSize(size[0], size[1])
			uitest.Golden(t, sheet.View())
		})
	}
}

func BenchmarkView(b *testing.B) {
	s := openStore(b)
	account(b, s, model.Facebook)
	sheet := open(b, s, 160, 45)
	uitest.Paste(sheet, s24())
	for b.Loop() {
		sheet.View()
	}
}
