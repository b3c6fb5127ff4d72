package today

import (
	"strconv"
	"strings"
	"time"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
	"faro/ui/widget"
)

// goalText is the column META: «3 al día», «1–2 al día», «3 por
// semana». The short form is for narrow windows.
func goalText(st *standing, c directive.Criteria, short bool) string {
	if !st.quota {
		return "sin cuota"
	}
	q := st.progress.Quota
	n := strconv.Itoa(q.Min)
	if q.Goal > q.Min {
		n += "–" + strconv.Itoa(q.Goal)
	}
	switch {
	case q.Period == directive.Daily:
		return n + " al día"
	case c.Weeks.Mode == directive.RollingWeek:
		return n + " en 7 días"
	case short:
		return n + "/semana"
	}
	return n + " por semana"
}

// tally is «2/3»: what counts of what is aimed at.
func tally(st *standing) string {
	if !st.quota {
		return strconv.Itoa(st.progress.Count)
	}
	return strconv.Itoa(st.progress.Count) + "/" + strconv.Itoa(st.progress.Quota.Goal)
}

// clause is a text in forms of falling length; the longest that fits is shown.
type clause []string

func (c clause) fit(room int) string {
	for _, text := range c {
		if widget.Width(text) <= room {
			return text
		}
	}
	if len(c) == 0 {
		return ""
	}
	return widget.Cut(c[len(c)-1], room)
}

// nextStep is the column SIGUIENTE: what to do or to know next.
func nextStep(st *standing, now time.Time) clause {
	p := &st.progress
	if !st.quota {
		return nil
	}
	var c clause
	switch p.Status {
	case directive.Breach:
		c = missed(p, calendar.DayOf(now))
	case directive.Running, directive.AtRisk:
		c = pending(p, calendar.DayOf(now))
	case directive.Met:
		c = met(p, now)
	case directive.Justified, directive.NotEvaluable, directive.NoData, directive.Warning:
		c = clause{p.Why}
	}
	return withBreach(c, p)
}

// missed is a quota out of reach, or one that was not met (S04).
func missed(p *directive.Progress, today calendar.Day) clause {
	if today.After(p.To) {
		if p.Missing == 1 {
			return clause{"faltó 1"}
		}
		return clause{"faltaron " + strconv.Itoa(p.Missing)}
	}
	most := strconv.Itoa(p.MaxReachable) + "/" + strconv.Itoa(p.Quota.Min)
	return clause{"hoy ya no se alcanza; máximo " + most, "ya no se alcanza: máx. " + most, "ya no: máximo " + most, "máx. " + most}
}

// pending is a quota that can still be met: from when, or until when.
func pending(p *directive.Progress, today calendar.Day) clause {
	until := "hora límite " + calendar.Clock(p.LastCall)
	if p.Quota.Period == directive.Weekly && today != p.To {
		return clause{"hasta " + calendar.Weekday3(p.To.Weekday()) + " " + strconv.Itoa(p.To.Day)}
	}
	if p.Next.IsZero() {
		return clause{until, "límite " + calendar.Clock(p.LastCall)}
	}
	from := "desde " + calendar.Clock(p.Next)
	if p.Status == directive.AtRisk {
		return clause{from + " · " + until, from + " a " + calendar.Clock(p.LastCall), from}
	}
	return clause{from}
}

// met is a quota that was reached: what the goal still asks, and from when a
// further Facebook post keeps its margin.
func met(p *directive.Progress, now time.Time) clause {
	if more := p.Quota.Goal - p.Count; more > 0 {
		return clause{"meta: " + strconv.Itoa(more) + " más"}
	}
	if p.Next.After(now) {
		return clause{"otra desde " + calendar.Clock(p.Next)}
	}
	return nil
}

// withBreach adds the margin that was not kept: a duty of its own, which a full
// count does not mend (S02).
func withBreach(c clause, p *directive.Progress) clause {
	if len(p.Breaches) == 0 {
		return c
	}
	_, lacked, _ := strings.Cut(p.Breaches[len(p.Breaches)-1].Why(), ": ")
	alone := clause{"✗ margen: " + lacked, "✗ " + lacked}
	if len(c) == 0 || p.Status == directive.Met && p.Count >= p.Quota.Goal {
		return alone
	}
	var both clause
	for _, text := range c {
		both = append(both, text+" · ✗ margen")
	}
	return append(both, c[len(c)-1]+" ✗")
}

// verdict is a status with its reason and its article, in one line.
func verdict(st *standing) clause {
	p := &st.progress
	if !st.quota {
		return clause{"sin cuota · " + count(p.Count, "publicación", "publicaciones")}
	}
	mark, end := p.Status.Mark(), " · "+p.Quota.Article
	short := strings.ReplaceAll(p.Why, "próxima desde", "desde")
	return clause{mark + " " + p.Status.Label() + " · " + p.Why + end, mark + " · " + p.Why + end, mark + " · " + short + end, mark + " · " + short}
}

// marginText is how Facebook's margin of two hours was kept (O-067), and
// whether that is good.
func marginText(st *standing, c directive.Criteria) (text string, status directive.Status) {
	p := &st.progress
	if p.Account.Network != model.Facebook || p.Status == directive.NotEvaluable {
		return "", directive.NotEvaluable
	}
	name := "margen de " + hours(c.Margin.Minutes) + ": "
	switch n := len(p.Breaches); {
	case n > 0:
		text = "✗ " + name + p.Breaches[n-1].Why()
		if n > 1 {
			text += ", y " + count(n-1, "vez más", "veces más")
		}
		return text, directive.Breach
	case p.Untimed > 0:
		return "? " + name + count(p.Untimed, "publicación sin hora", "publicaciones sin hora"), directive.NoData
	}
	return "✓ " + name + "se respeta", directive.Met
}

// hours writes minutes as people say them: «2 h», «1 h 30 min», «90 min» never.
func hours(minutes int) string {
	var parts []string
	if h := minutes / 60; h > 0 {
		parts = append(parts, strconv.Itoa(h)+" h")
	}
	if m := minutes % 60; m > 0 || minutes == 0 {
		parts = append(parts, strconv.Itoa(m)+" min")
	}
	return strings.Join(parts, " ")
}

// count writes a number with its noun.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return model.Count(int64(n)) + " " + many
}

// dayName says which day is shown, seen from today.
func dayName(day, today calendar.Day) string {
	switch today.Sub(day) {
	case 0:
		return "hoy"
	case 1:
		return "ayer"
	}
	return day.Label()
}

// ago is how long before today a day was: «hace 6 días».
func ago(day, today calendar.Day) string {
	switch n := today.Sub(day); n {
	case 0:
		return "hoy"
	case 1:
		return "ayer"
	default:
		return "hace " + count(n, "día", "días")
	}
}

// periodName names what the quota of an account is counted in, and with it the
// way weeks are counted (S07).
func periodName(st *standing, day, today calendar.Day) string {
	if st.progress.From != st.progress.To {
		return st.progress.PeriodLabel()
	}
	return dayName(day, today)
}

// whyNot says why a post of the period does not count, or "".
func whyNot(post model.Post, st *standing, c directive.Criteria, now time.Time) string {
	n := st.progress.Account.Network
	switch {
	case post.At.After(now):
		return "no cuenta: todavía no llega su hora"
	case !post.RemovedAt.IsZero() && calendar.DayOf(post.RemovedAt) == post.Day:
		return "no cuenta: retirada el mismo día"
	case !st.quota:
		return ""
	case !directive.Counts(post, n, c):
		return "no cuenta: " + post.Kind.Label()
	case isIn(st.progress.Ignored, post.ID):
		return "no cuenta: muy cerca de la anterior"
	}
	return ""
}

func isIn(posts []model.Post, id model.ID) bool {
	for _, p := range posts {
		if p.ID == id {
			return true
		}
	}
	return false
}
