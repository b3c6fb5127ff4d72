package directive

import (
	"faro/model"
	"faro/model/calendar"
)

// tick is a clock before its records are copied for the screen: what the board
// needs of it.
type tick struct {
	credential *model.Credential
	accounts   []*model.Account
	label      string
	rule       string
	last, due  calendar.Day
	days       int
	status     Status
	why        string
}

// ticking lists the clocks of the credentials in use, in the order of these.
func (x *index) ticking() []tick {
	ticks := make([]tick, 0, len(x.f.Credentials))
	for i := range x.f.Credentials {
		if k := &x.f.Credentials[i]; x.used(k) {
			t := tick{credential: k}
			if x.describe(&t) {
				x.judge(&t)
				ticks = append(ticks, t)
			}
		}
	}
	return ticks
}

// describe tells what a clock is of. It is false when no open account hangs on
// the credential.
func (x *index) describe(t *tick) bool {
	k := t.credential
	if k.Kind == model.Mailbox {
		t.accounts = x.mailboxes[mailbox(k.Address)]
		t.label, t.rule = "Contraseña del correo "+k.Address, "O-046"
		return len(t.accounts) > 0
	}
	a := x.running[k.AccountID]
	if a == nil {
		return false
	}
	t.accounts = []*model.Account{a}
	if k.Kind == model.PersonalAccess {
		t.label, t.rule = "Cuentas personales de "+a.Label(), "O-045"
		return x.c.Rotation.Personal != NoDeclaration
	}
	t.label, t.rule = "Contraseña de "+a.Label(), "O-045"
	return true
}

// judge finds a clock's date and gives the verdict on it.
func (x *index) judge(t *tick) {
	from := t.credential.Since
	if change := x.changes[t.credential.ID]; change != nil {
		t.last, from = change.Day, change.Day
	}
	t.due = nextDue(from, x.c)
	leaver, left := x.exposed(t.credential)
	if leaver != 0 && (t.due.IsZero() || left.Before(t.due)) {
		t.due = left
	} else {
		leaver = 0
	}
	if t.due.IsZero() {
		t.status, t.why = NoData, "sin fecha del último cambio"
		return
	}
	t.days = t.due.Sub(x.today)
	switch {
	case t.days >= 0 && t.days <= notice(x.c):
		t.status = AtRisk
	case t.days >= 0:
		t.status = Met
	case t.credential.Kind == model.PersonalAccess:
		t.status = Warning // The entity asks for the declaration; it cannot order the change (A-10b).
	default:
		t.status = Breach
	}
	t.why = dueText(t.due, x.today) + x.because(t, leaver)
}

// because tells what a clock's date comes from when it is not a change.
func (x *index) because(t *tick, leaver model.ID) string {
	switch {
	case leaver != 0 && t.days < 0:
		return ": la conocía " + x.name(leaver) + ", que cesó ese día"
	case leaver != 0:
		return ": la conoce " + x.name(leaver) + ", que cesa ese día"
	case !t.last.IsZero():
		return ""
	case t.credential.Kind == model.PersonalAccess:
		return ", sin declaración anterior"
	}
	return ", nunca cambiada"
}

// notice is how many days before its date a duty is announced: the first of the
// warnings of A-10.
func notice(c *Criteria) int {
	most := 0
	for _, days := range c.Rotation.Warn {
		most = max(most, days)
	}
	return most
}

// exposed finds who leaves knowing a password: everyone who held it since its
// last change. It must be changed by their last day, and a change counts from
// that day on if somebody else made it (S19).
func (x *index) exposed(k *model.Credential) (leaver model.ID, left calendar.Day) {
	if k.Kind == model.PersonalAccess {
		return 0, calendar.Day{}
	}
	change := x.changes[k.ID]
	for _, h := range x.custodies[k.ID] {
		last, leaves := x.gone(h.PersonID)
		if !leaves || h.From.After(last) || k.Since.After(last) || change != nil && !stillKnows(h, change, last) {
			continue
		}
		if leaver == 0 || last.Before(left) || last == left && h.PersonID < leaver {
			leaver, left = h.PersonID, last
		}
	}
	return leaver, left
}

// stillKnows reports whether a custodian knows the password since its last
// change.
func stillKnows(h *model.Custody, change *model.CredentialChange, last calendar.Day) bool {
	until := last
	if !h.Until.IsZero() && h.Until.Before(last) {
		until = h.Until
	}
	if change.Day == until {
		return change.PersonID == h.PersonID || change.PersonID == 0
	}
	return change.Day.Before(until)
}

// duty is a clock as a duty of the board.
func (t *tick) duty() Duty {
	d := Duty{
		Rule: t.rule, Article: rotationArticle, Subject: t.label, Status: t.status, Due: t.due, Why: t.why,
		CredentialID: t.credential.ID, Screen: ScreenRotation,
	}
	if len(t.accounts) == 1 {
		d.AccountID = t.accounts[0].ID
	}
	return d
}
