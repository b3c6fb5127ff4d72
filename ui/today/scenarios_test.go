package today_test

import (
	"strings"
	"testing"
	"time"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
)

// S01: gaps of 120 and 120 minutes keep the margin, whose limit is inclusive.
func TestThreePostsTwoHoursApartMeetTheQuotaAndTheMargin_S01(t *testing.T) {
	r := ministry(t, monday.At(14, 5, 0))
	for _, h := range []int{9, 11, 13} {
		r.post(model.Facebook, monday.At(h, 0, 0), model.Publication)
	}
	r.start(120, 40)
	if line := r.line("Facebook  @"); !strings.Contains(line, "3/3") || !strings.Contains(line, "✓") || strings.Contains(line, "✗") {
		t.Errorf("row = %q", line)
	}
	r.shows("Facebook hoy   ✓ cumple · 3 de 3 · 6.2.2.4", "✓ margen de 2 h: se respeta · 6.2.2.4", "09:00", "11:00", "13:00", "ahora")
}

// S02: 119 minutes are one breach of the margin, not of the quota; by the other
// reading the post at 10:59 is discarded and the day has 2 of 3.
func TestAPostAMinuteEarlyBreaksTheMarginAndNotTheQuota_S02(t *testing.T) {
	r := ministry(t, day(25).At(8, 0, 0))
	for _, at := range []time.Time{day(24).At(9, 0, 0), day(24).At(10, 59, 0), day(24).At(13, 0, 0)} {
		r.post(model.Facebook, at, model.Publication)
	}
	r.start(120, 40)
	r.press("[")
	if line := r.line("Facebook  @"); !strings.Contains(line, "3/3") || !strings.Contains(line, "✓") || !strings.Contains(line, "✗ margen: faltó 1 min") {
		t.Errorf("row = %q", line)
	}
	r.shows("mar 24/11/2026", "✗ margen de 2 h: 09:00 y 10:59: faltó 1 min · 6.2.2.4")
	if line := r.line("───●░"); !strings.Contains(line, "✗") {
		t.Errorf("the axis does not mark the breach: %q", line)
	}

	r.adopt(func(c *directive.Criteria) { c.Margin.InvalidatesQuota = true })
	r.start(120, 40)
	r.press("[")
	if line := r.line("Facebook  @"); !strings.Contains(line, "2/3") || !strings.Contains(line, "faltó 1") {
		t.Errorf("row = %q", line)
	}
	r.shows("✗ incumple · 2 de 3: faltó 1 · 6.2.2.4")
	r.press("enter")
	r.shows("no cuenta: muy cerca de la anterior")
}

// S03: each post counts in its own day and the 75 minutes between them are a
// breach across midnight, 45 minutes short, unless the reading says otherwise.
func TestTheMarginCrossesMidnight_S03(t *testing.T) {
	r := ministry(t, day(26).At(9, 0, 0))
	r.post(model.Facebook, day(25).At(23, 30, 0), model.Publication)
	r.post(model.Facebook, day(26).At(0, 45, 0), model.Publication)
	r.start(120, 40)
	r.shows("✗ margen de 2 h: 23:30 del día anterior y 00:45: faltaron 45 min · 6.2.2.4")
	if line := r.line("Facebook  @"); !strings.Contains(line, "1/3") {
		t.Errorf("row = %q", line)
	}
	r.shows("00      02      04") // The axis begins at midnight.
	r.press("left")
	if line := r.line("Facebook  @"); !strings.Contains(line, "1/3") || !strings.Contains(line, "faltaron 2") {
		t.Errorf("row of the 25th = %q", line)
	}
	r.shows("23:30")

	r.adopt(func(c *directive.Criteria) { c.Margin.CrossesMidnight = false })
	r.start(120, 40)
	r.shows("Facebook hoy", "✓ margen de 2 h: se respeta", "00:45")
	r.hides("faltaron 45 min", "✗ margen")
}

// S04: the point of no return. Three posts fit from 19:59 (19:59, 21:59,
// 23:59) and not from 20:00; after one at 20:30 the next may be at 22:30 and
// the third would be at 00:30.
func TestThePointOfNoReturn_S04(t *testing.T) {
	for _, tt := range []struct {
		name   string
		now    time.Time
		posted []time.Time
		row    string
		why    string
	}{
		{"none at 19:59", monday.At(19, 59, 0), nil, "hora límite 19:59", "! en riesgo · faltan 3 · hora límite 19:59 · 6.2.2.4"},
		{"none at 20:00", monday.At(20, 0, 0), nil, "hoy ya no se alcanza; máximo 2/3", "✗ incumple · hoy ya no se alcanza; máximo 2/3 · 6.2.2.4"},
		{
			"one at 20:30, now 20:40", monday.At(20, 40, 0),
			[]time.Time{monday.At(20, 30, 0)},
			"hoy ya no se alcanza; máximo 2/3",
			"✗ incumple · hoy ya no se alcanza; máximo 2/3 · próxima desde 22:30 · 6.2.2.4",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := ministry(t, tt.now)
			for _, at := range tt.posted {
				r.post(model.Facebook, at, model.Publication)
			}
			r.start(139, 40)
			if line := r.line("Facebook  @"); !strings.Contains(line, tt.row) {
				t.Errorf("row = %q, want %q", line, tt.row)
			}
			r.shows(tt.why)
		})
	}
}

// S05: 04:59:30 UTC of 1 December is still 30 November in Lima, whatever the
// zone of the machine.
func TestAPostBeforeMidnightOfLimaIsOfThatDay_S05(t *testing.T) {
	at := time.Date(2026, time.December, 1, 4, 59, 30, 0, time.UTC)
	r := ministry(t, at.Add(15*time.Second))
	r.post(model.Facebook, at, model.Publication)
	r.start(100, 30)
	r.shows("23:59", "1/3")
	equal(t, "day", r.posts(model.Facebook)[0].Day, day(30))

	r.clock = at.Add(time.Hour)
	r.start(100, 30)
	if line := r.line("Facebook  @"); !strings.Contains(line, "0/3") {
		t.Errorf("row of 1 December = %q", line)
	}
	r.press("left")
	r.shows("lun 30/11/2026  ayer", "23:59")
}

// S07: the week is Monday to Sunday, and the screen says so; with rolling weeks
// it says that too.
func TestTheWeekIsNamedInWhichTikTokIsCounted_S07(t *testing.T) {
	r := ministry(t, day(30).Start())
	for _, at := range []time.Time{day(25).At(10, 0, 0), day(27).At(10, 0, 0), day(29).At(23, 59, 59), day(30).Start()} {
		r.post(model.TikTok, at, model.Video)
	}
	r.start(120, 40)
	r.press("down", "down", "down")
	if line := r.line("TikTok    @"); !strings.Contains(line, "1/3") || !strings.Contains(line, "…") || !strings.Contains(line, "hasta dom 6") {
		t.Errorf("row = %q", line)
	}
	r.shows("TikTok semana 49 (30/11–06/12)   … en curso · faltan 2 · hasta el dom 06/12 · 6.2.2.4")
	r.press("left")
	if line := r.line("TikTok    @"); !strings.Contains(line, "3/3") || !strings.Contains(line, "✓") {
		t.Errorf("row of the 29th = %q", line)
	}
	r.shows("TikTok semana 48 (23/11–29/11)   ✓ cumple · 3 de 3 · 6.2.2.4", "mié 25", "dom 29")

	r.adopt(func(c *directive.Criteria) { c.Weeks.Mode = directive.RollingWeek })
	r.start(120, 40)
	r.press("t", "home", "down", "down", "down")
	r.shows("TikTok 7 días móviles (24/11–30/11)", "4/3", "3 en 7 días")
}

// S09: a thread of 4 and a quote are 5 of 5; replies and reposts are listed as
// not counting.
func TestThreadsAndQuotesCountOnXAndRepliesDoNot_S09(t *testing.T) {
	r := ministry(t, monday.At(18, 0, 0))
	for i := range 4 {
		r.post(model.X, monday.At(9, i, 0), model.ThreadPart)
	}
	r.post(model.X, monday.At(10, 0, 0), model.Quote)
	r.post(model.X, monday.At(11, 0, 0), model.Reply)
	r.post(model.X, monday.At(11, 30, 0), model.Reply)
	r.post(model.X, monday.At(12, 0, 0), model.Repost)
	r.start(100, 30)
	if line := r.line("X         @"); !strings.Contains(line, "5/5") || !strings.Contains(line, "✓") {
		t.Errorf("row = %q", line)
	}
	r.press("down", "enter")
	r.shows("X hoy   ✓ cumple · 5 de 5 · 6.2.2.4", "parte de un hilo", "cita", "no cuenta: republicación")
	if n := strings.Count(r.View(), "no cuenta: respuesta"); n != 2 {
		t.Errorf("%d replies listed as not counting, want 2", n)
	}
}

// S28: a post of 20/11 registered on 25/11 has both dates, and the 20th goes
// from 2/3 to 3/3.
func TestAPostRegisteredLateKeepsBothDays_S28(t *testing.T) {
	r := ministry(t, day(25).At(10, 0, 0))
	r.post(model.Facebook, day(20).At(12, 0, 0), model.Publication)
	r.post(model.Facebook, day(20).At(15, 0, 0), model.Publication)
	r.start(100, 30)
	r.press("left", "left", "left", "left", "left")
	if line := r.line("Facebook  @"); !strings.Contains(line, "2/3") || !strings.Contains(line, "faltó 1") {
		t.Errorf("row before = %q", line)
	}
	r.press("p")
	r.paste(facebookLink("late") + " 0900")
	note := r.note(r.press("enter"))
	equal(t, "note", note, "20/11/2026 09:00 Facebook registrado")
	if line := r.line("Facebook  @"); !strings.Contains(line, "3/3") || !strings.Contains(line, "✓") {
		t.Errorf("row after = %q", line)
	}
	p := r.posts(model.Facebook)[0]
	equal(t, "day of the fact", p.Day, day(20))
	equal(t, "hour of the fact", p.At, day(20).At(9, 0, 0))
	equal(t, "day of the record", calendar.DayOf(p.RecordedAt), day(25))
	r.press("enter", "home")
	r.shows("registrada el 25/11/2026")
}

// A day of which there are no records is neither met nor failed.
func TestADayBeforeTheRecordsIsNotJudged(t *testing.T) {
	r := ministry(t, monday.At(9, 0, 0)).start(100, 30)
	r.press("[")
	r.shows("dom 22/11/2026  ayer", "los registros empiezan el 23/11/2026")
	if line := r.line("Facebook  @"); strings.Contains(line, "✗") {
		t.Errorf("row = %q", line)
	}
}

// S11, S13: days before opening and after closing are not judged.
func TestAnAccountIsListedOnlyWhileItIsOpen_S13(t *testing.T) {
	r := ministry(t, monday.At(9, 0, 0))
	r.account(model.Account{Network: model.Instagram, Handle: "cerrada", Opened: day(1), Closed: day(16)})
	r.account(model.Account{Network: model.Instagram, Handle: "nueva", Opened: monday})
	r.start(120, 40)
	r.hides("@cerrada")
	r.shows("@nueva", "día de apertura de la cuenta")
}

// a network without a quota is listed last, without a verdict.
func TestANetworkWithoutAQuotaIsListedUnderTheOthers_A39(t *testing.T) {
	r := ministry(t, monday.At(9, 0, 0))
	r.ids[model.Other] = r.account(model.Account{Network: model.Other, NetworkName: "Threads", Handle: "minejemplo"})
	r.post(model.Other, monday.At(8, 0, 0), model.Publication)
	r.start(100, 30)
	r.press("end")
	if line := r.line("Threads"); !strings.Contains(line, "sin cuota") || !strings.Contains(line, " 1 ") || !strings.HasPrefix(line, "▌") {
		t.Errorf("row = %q", line)
	}
	r.shows("Threads hoy", "08:00")
}
