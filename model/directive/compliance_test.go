package directive_test

import (
	"math"
	"slices"
	"testing"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
)

var november = calendar.Month{Year: 2026, Month: 11}

// wantRate compares a percentage to the two decimals a report prints.
func wantRate(t *testing.T, name string, got float64, ok bool, want float64) {
	t.Helper()
	if !ok || math.Abs(got-want) > 0.005 {
		t.Errorf("%s is %.4f (%v), want %.2f", name, got, ok, want)
	}
}

func TestS10InstagramsMonthHasAMinimumAndAGoal(t *testing.T) {
	var list []model.Post
	for i, d := range november.Days() {
		switch {
		case i < 18:
			list = append(list, daily(t, instagramID, d.String(), 1)...)
		case i < 28:
			list = append(list, daily(t, instagramID, d.String(), 2)...)
		}
	}
	k := directive.MonthCompliance(account(model.Instagram), november, list, nil, at(t, "2026-12-01 08:00"), directive.DefaultCriteria())
	if k.Met != 28 || k.Goal != 10 || k.Evaluable != 30 {
		t.Errorf("%+v, want 28 met and 10 with the goal of 30", k)
	}
	rate, ok := k.Rate()
	wantRate(t, "minimum", rate, ok, 93.33)
	rate, ok = k.GoalRate()
	wantRate(t, "goal", rate, ok, 33.33)
}

func TestS11AJustifiedDayGivesTwoFigures(t *testing.T) {
	var list []model.Post
	for i, d := range november.Days() {
		switch {
		case i == 0: // Sunday 01/11: nothing was published.
		case i <= 2:
			list = append(list, daily(t, facebookID, d.String(), 2)...)
		default:
			list = append(list, daily(t, facebookID, d.String(), 3)...)
		}
	}
	justified := []model.JustifiedDay{{ID: 1, AccountID: facebookID, Day: day(t, "2026-11-01"), Reason: "feriado, guardia sin conexión", AuthorID: luis}}
	now := at(t, "2026-12-01 08:00")
	c := directive.DefaultCriteria()
	k := directive.MonthCompliance(account(model.Facebook), november, list, justified, now, c)
	if k != (directive.Compliance{Evaluable: 30, Met: 27, Goal: 27, Justified: 1}) {
		t.Errorf("%+v", k)
	}
	rate, ok := k.Rate()
	wantRate(t, "without justification", rate, ok, 90.00)
	rate, ok = k.JustifiedRate()
	wantRate(t, "with justification", rate, ok, 93.10)
	p := directive.DayProgress(account(model.Facebook), day(t, "2026-11-01"), list, justified, now, c)
	if p.Status != directive.Justified || p.Justified == nil || p.Why != "justificado: feriado, guardia sin conexión" {
		t.Errorf("01/11 is «%s»: %s", p.Status, p.Why)
	}
}

func TestAJustificationIsForItsAccountOrForAll(t *testing.T) {
	now := at(t, "2026-11-25 08:00")
	for _, c := range []struct {
		account model.ID
		want    directive.Status
	}{{facebookID, directive.Justified}, {0, directive.Justified}, {xID, directive.Breach}} {
		justified := []model.JustifiedDay{{ID: 1, AccountID: c.account, Day: day(t, "2026-11-23"), Reason: "corte de internet", AuthorID: luis}}
		p := directive.DayProgress(account(model.Facebook), day(t, "2026-11-23"), nil, justified, now, directive.DefaultCriteria())
		if p.Status != c.want {
			t.Errorf("justified for account %d: «%s», want «%s»", c.account, p.Status, c.want)
		}
	}
}

func TestADayThatIsMetNeedsNoJustification(t *testing.T) {
	justified := []model.JustifiedDay{{ID: 1, Day: day(t, "2026-11-23"), Reason: "corte de internet", AuthorID: luis}}
	p := directive.DayProgress(account(model.Facebook), day(t, "2026-11-23"), daily(t, facebookID, "2026-11-23", 3), justified, at(t, "2026-11-25 08:00"), directive.DefaultCriteria())
	if p.Status != directive.Met || p.Justified == nil {
		t.Errorf("«%s», justification %v", p.Status, p.Justified)
	}
}

func TestS13ClosingDayIsLeftOutOfTheMonth(t *testing.T) {
	a := account(model.Instagram)
	a.Closed = day(t, "2026-11-16")
	var list []model.Post
	for i, d := range november.Days() {
		if i < 14 || i == 15 {
			list = append(list, daily(t, instagramID, d.String(), 1)...)
		}
	}
	k := directive.MonthCompliance(a, november, list, nil, at(t, "2026-12-01 08:00"), directive.DefaultCriteria())
	if k.Met != 14 || k.Evaluable != 15 {
		t.Errorf("%+v, want 14 of 15", k)
	}
	rate, ok := k.Rate()
	wantRate(t, "until the closing day", rate, ok, 93.33)
}

func TestS08AWeekBelongsToTheMonthOfItsSunday(t *testing.T) {
	list := posts(t, youtubeID, "2026-11-30 10:00", "2026-12-02 10:00", "2026-12-05 10:00")
	c := directive.DefaultCriteria()
	now := at(t, "2027-01-10 08:00")
	week49 := calendar.Week{Year: 2026, Number: 49}
	p := directive.WeekProgress(account(model.YouTube), week49, list, nil, now, c)
	wantProgress(t, p, directive.Met, 3)
	december := calendar.Month{Year: 2026, Month: 12}
	if got := directive.WeekMonth(week49, c); got != december {
		t.Errorf("week 49 belongs to %s, want December", got)
	}
	week53 := calendar.Week{Year: 2026, Number: 53}
	january := calendar.Month{Year: 2027, Month: 1}
	if week53.Monday() != day(t, "2026-12-28") || directive.WeekMonth(week53, c) != january || january.Quarter() != (calendar.Quarter{Year: 2027, Number: 1}) {
		t.Errorf("week 53 from %s belongs to %s", week53.Monday(), directive.WeekMonth(week53, c))
	}
	// November 2026 answers for the weeks that end on 1, 8, 15, 22 and 29/11;
	// December for those of 6, 13, 20 and 27/12, of which the first is met.
	if k := directive.MonthCompliance(account(model.YouTube), november, list, nil, now, c); k.Evaluable != 5 || k.Met != 0 {
		t.Errorf("November %+v, want 0 of 5 weeks", k)
	}
	if k := directive.MonthCompliance(account(model.YouTube), december, list, nil, now, c); k.Evaluable != 4 || k.Met != 1 {
		t.Errorf("December %+v, want 1 of 4 weeks", k)
	}
	c.Weeks.Owner = directive.OwnedByThursday
	if got := directive.WeekMonth(week53, c); got != december {
		t.Errorf("by its Thursday week 53 belongs to %s, want December", got)
	}
}

func TestAMonthStillRunningCountsWhatIsCertain(t *testing.T) {
	list := slices.Concat(daily(t, facebookID, "2026-11-01", 3), daily(t, facebookID, "2026-11-03", 1))
	c := directive.DefaultCriteria()
	k := directive.MonthCompliance(account(model.Facebook), november, list, nil, at(t, "2026-11-03 10:00"), c)
	if k != (directive.Compliance{Evaluable: 2, Met: 1, Goal: 1}) {
		t.Errorf("on the morning of 03/11 %+v, want 1 of the 2 days gone by", k)
	}
	k = directive.MonthCompliance(account(model.Facebook), november, list, nil, at(t, "2026-11-03 22:30"), c)
	if k != (directive.Compliance{Evaluable: 3, Met: 1, Goal: 1}) {
		t.Errorf("once 03/11 is beyond reach %+v, want 1 of 3", k)
	}
}

func TestNothingJudgedHasNoRate(t *testing.T) {
	var k directive.Compliance
	if _, ok := k.Rate(); ok {
		t.Error("a rate of nothing")
	}
	k = directive.Compliance{Evaluable: 2, Justified: 2}
	if _, ok := k.JustifiedRate(); ok {
		t.Error("a rate of justified days alone")
	}
}

func TestAWeekWithAJustifiedDayIsJustified(t *testing.T) {
	justified := []model.JustifiedDay{{ID: 1, Day: day(t, "2026-11-18"), Reason: "cuenta suspendida por la red", AuthorID: luis}}
	p := directive.WeekProgress(account(model.TikTok), calendar.Week{Year: 2026, Number: 47}, nil, justified, at(t, "2026-11-24 08:00"), directive.DefaultCriteria())
	if p.Status != directive.Justified {
		t.Errorf("«%s», want justificado", p.Status)
	}
}

func TestTheAccountsOwnReasonComesBeforeTheGeneralOne(t *testing.T) {
	justified := []model.JustifiedDay{
		{ID: 1, Day: day(t, "2026-11-23"), Reason: "corte de internet"},
		{ID: 2, AccountID: facebookID, Day: day(t, "2026-11-23"), Reason: "página suspendida"},
	}
	p := directive.DayProgress(account(model.Facebook), day(t, "2026-11-23"), nil, justified, at(t, "2026-11-25 08:00"), directive.DefaultCriteria())
	if p.Why != "justificado: página suspendida" {
		t.Errorf("why %q", p.Why)
	}
}
