package directive_test

import (
	"testing"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
)

func TestS07WeeksRunFromMondayToTheLastSecondOfSunday(t *testing.T) {
	list := posts(t, tiktokID, "2026-11-25 10:00", "2026-11-27 10:00", "2026-11-29 23:59:59", "2026-11-30 00:00:00")
	c := directive.DefaultCriteria()
	now := "2026-11-30 00:00"
	week48 := onDay(t, model.TikTok, "2026-11-29", now, list, c)
	wantProgress(t, week48, directive.Met, 3)
	if got := week48.PeriodLabel(); got != "semana 48 (23/11–29/11)" {
		t.Errorf("period %q", got)
	}
	week49 := onDay(t, model.TikTok, "2026-11-30", now, list, c)
	wantProgress(t, week49, directive.Running, 1)
	if week49.Quota.Rule != "O-070" || week49.Why != "faltan 2 · hasta el dom 06/12" {
		t.Errorf("%s: %q", week49.Quota.Rule, week49.Why)
	}
	same := directive.WeekProgress(account(model.TikTok), calendar.Week{Year: 2026, Number: 48}, list, nil, at(t, now), c)
	wantProgress(t, same, directive.Met, 3)
}

func TestS07InSevenRollingDaysTheWindowSaysSo(t *testing.T) {
	c := directive.DefaultCriteria()
	c.Weeks.Mode = directive.RollingWeek
	list := posts(t, tiktokID, "2026-11-25 10:00", "2026-11-27 10:00", "2026-11-29 23:59:59", "2026-11-30 00:00:00")
	p := onDay(t, model.TikTok, "2026-11-30", "2026-11-30 00:00", list, c)
	wantProgress(t, p, directive.Met, 4)
	if got := p.PeriodLabel(); got != "7 días móviles (24/11–30/11)" {
		t.Errorf("period %q", got)
	}
}

func TestWeeksCanBeReadFromSunday(t *testing.T) {
	c := directive.DefaultCriteria()
	c.Weeks.Start = directive.FromSunday
	list := posts(t, tiktokID, "2026-11-22 10:00", "2026-11-28 10:00", "2026-11-29 10:00")
	p := onDay(t, model.TikTok, "2026-11-22", "2026-12-10 08:00", list, c)
	wantProgress(t, p, directive.Breach, 2)
	if p.From != day(t, "2026-11-22") || p.To != day(t, "2026-11-28") {
		t.Errorf("week from %s to %s, want 22/11 to 28/11", p.From, p.To)
	}
}

func TestAWeekIsBreachedOnlyOnceItIsOver(t *testing.T) {
	list := posts(t, youtubeID, "2026-11-23 10:00")
	c := directive.DefaultCriteria()
	wantProgress(t, onDay(t, model.YouTube, "2026-11-29", "2026-11-29 12:00", list, c), directive.Running, 1)
	wantProgress(t, onDay(t, model.YouTube, "2026-11-29", "2026-11-29 22:30", list, c), directive.AtRisk, 1)
	p := onDay(t, model.YouTube, "2026-11-29", "2026-11-30 00:00", list, c)
	wantProgress(t, p, directive.Breach, 1)
	if p.Why != "1 de 3: faltaron 2" || p.Quota.Rule != "O-071" {
		t.Errorf("%s: %q", p.Quota.Rule, p.Why)
	}
}

func TestS12AHolidayIsJudgedUnlessExempt(t *testing.T) {
	c := directive.DefaultCriteria()
	now := "2026-12-09 08:00"
	wantProgress(t, onDay(t, model.Facebook, "2026-12-08", now, nil, c), directive.Breach, 0)
	c.Days.Exempt = directive.ExemptHolidays
	p := onDay(t, model.Facebook, "2026-12-08", now, nil, c)
	wantProgress(t, p, directive.NotEvaluable, 0)
	if p.Why != "feriado exento: Inmaculada Concepción" {
		t.Errorf("why %q", p.Why)
	}
	month := calendar.Month{Year: 2026, Month: 12}
	after := at(t, "2027-01-05 08:00")
	k := directive.MonthCompliance(account(model.Facebook), month, nil, nil, after, c)
	if all := directive.MonthCompliance(account(model.Facebook), month, nil, nil, after, directive.DefaultCriteria()); all.Evaluable != 31 || k.Evaluable != 28 {
		t.Errorf("%d evaluable days without exemption and %d with the holidays of 8, 9 and 25/12 exempt; want 31 and 28", all.Evaluable, k.Evaluable)
	}
}

func TestA07ExemptDays(t *testing.T) {
	for _, k := range []struct {
		exempt directive.ExemptDays
		iso    string
		want   directive.Status
	}{
		{directive.ExemptSundays, "2026-11-22", directive.NotEvaluable},
		{directive.ExemptSundays, "2026-11-21", directive.Breach},
		{directive.ExemptWeekends, "2026-11-21", directive.NotEvaluable},
		{directive.ExemptWeekends, "2026-11-20", directive.Breach},
		{directive.ExemptListed, "2026-11-18", directive.NotEvaluable},
		{directive.ExemptListed, "2026-11-22", directive.Breach},
		{directive.NoExemption, "2026-11-18", directive.Breach},
	} {
		c := directive.DefaultCriteria()
		c.Days = directive.DayCriteria{Exempt: k.exempt, List: []calendar.Day{day(t, "2026-11-18")}}
		if p := onDay(t, model.X, k.iso, "2026-11-24 08:00", nil, c); p.Status != k.want {
			t.Errorf("%s with %s exempt is «%s», want «%s»", k.iso, k.exempt, p.Status, k.want)
		}
	}
}

func TestS13TheClosingDayIsNotEvaluated(t *testing.T) {
	a := account(model.Instagram)
	a.Closed = day(t, "2026-11-16")
	c := directive.DefaultCriteria()
	now := at(t, "2026-12-01 08:00")
	for iso, want := range map[string]directive.Status{
		"2026-11-15": directive.Breach, "2026-11-16": directive.NotEvaluable, "2026-11-17": directive.NotEvaluable,
	} {
		if p := directive.DayProgress(a, day(t, iso), nil, nil, now, c); p.Status != want {
			t.Errorf("%s is «%s», want «%s»", iso, p.Status, want)
		}
	}
	c.Edges = directive.EdgesJudged
	if p := directive.DayProgress(a, a.Closed, nil, nil, now, c); p.Status != directive.Breach {
		t.Errorf("the closing day is «%s» where it is judged", p.Status)
	}
}

func TestS14AWeekThatTheOpeningLeavesIncompleteIsNotEvaluated(t *testing.T) {
	a := account(model.TikTok)
	a.Opened = day(t, "2026-11-05")
	c := directive.DefaultCriteria()
	now := at(t, "2026-12-01 08:00")
	for number, want := range map[int]directive.Status{44: directive.NotEvaluable, 45: directive.NotEvaluable, 46: directive.Breach} {
		p := directive.WeekProgress(a, calendar.Week{Year: 2026, Number: number}, nil, nil, now, c)
		if p.Status != want {
			t.Errorf("%s is «%s», want «%s»", p.PeriodLabel(), p.Status, want)
		}
	}
	if p := directive.DayProgress(account(model.TikTok), day(t, "2026-11-05"), nil, nil, now, c); p.Status != directive.NotEvaluable {
		t.Errorf("a day of a network counted by weeks is «%s»", p.Status)
	}
}

func TestAnAccountOpenedOnAMondayIsJudgedFromTheWeekAfter(t *testing.T) {
	a := account(model.TikTok)
	a.Opened = day(t, "2026-11-09")
	now := at(t, "2026-12-01 08:00")
	c := directive.DefaultCriteria()
	week := calendar.Week{Year: 2026, Number: 46}
	if p := directive.WeekProgress(a, week, nil, nil, now, c); p.Status != directive.NotEvaluable {
		t.Errorf("its first week is «%s»", p.Status)
	}
	c.Edges = directive.EdgesJudged
	if p := directive.WeekProgress(a, week, nil, nil, now, c); p.Status != directive.Breach {
		t.Errorf("its first week is «%s» where the opening day is judged", p.Status)
	}
}

func TestADayNotYetBegunIsNotJudged(t *testing.T) {
	p := onDay(t, model.Facebook, "2026-11-24", "2026-11-23 14:00", nil, directive.DefaultCriteria())
	wantProgress(t, p, directive.NotEvaluable, 0)
}
