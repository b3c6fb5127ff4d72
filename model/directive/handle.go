package directive

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"faro/model"
	"faro/model/calendar"
)

// The articles on user names.
const (
	handleArticle = "6.1.1.8"
	suffixArticle = "6.1.1.9"
)

// suffix is the extension a handle carries while false accounts stand.
const suffix = "oficial"

// directiveBegins is the day from which accounts are held to the Directive's
// rules on names. It was approved in December 2022; an account opened before
// that month, or on a day nobody recorded, is older than it.
func directiveBegins() calendar.Day { return calendar.NewDay(2022, 12, 1) }

// earlier reports whether an account is older than the Directive.
func earlier(a *model.Account) bool {
	return a.Opened.IsZero() || a.Opened.Before(directiveBegins())
}

// HandleFindings judge an account's user name: its length (O-036, A-02) and the
// suffix «oficial» (O-039). A name in order gives none (S30).
func HandleFindings(a model.Account, fakes []model.FakeAccount, c Criteria) []Duty {
	return handleDuties(nil, &a, fakes, &c)
}

func handleDuties(duties []Duty, a *model.Account, fakes []model.FakeAccount, c *Criteria) []Duty {
	if a.Handle == "" {
		return append(duties, accountDuty(a, "O-036", handleArticle, NoData, "sin usuario registrado"))
	}
	if why := handleFault(a, c); why != "" {
		status := Breach
		if earlier(a) {
			status = c.Handle.Earlier.status()
		}
		duties = append(duties, accountDuty(a, "O-036", handleArticle, status, why))
	}
	if status, why := suffixFault(a, fakes, c); why != "" {
		duties = append(duties, accountDuty(a, "O-039", suffixArticle, status, why))
	}
	return duties
}

// handleFault tells what is wrong with a user name, or "" when nothing is.
func handleFault(a *model.Account, c *Criteria) string {
	length := utf8.RuneCountInString(a.Handle)
	switch {
	case length < c.Handle.Min || length > c.Handle.Max:
		return "usuario de " + count(length, "carácter", "caracteres") + ": de " +
			model.Count(int64(c.Handle.Min)) + " a " + model.Count(int64(c.Handle.Max))
	case c.Handle.RequireCase && keepsCase(a.Network) && !mixedCase(a.Handle):
		return "usuario sin mayúsculas y minúsculas"
	}
	return ""
}

// suffixFault tells what is wrong with the suffix «oficial», which false accounts
// call for and nothing else excuses (6.1.1.9). Where the suffix does not fit
// into the length of 6.1.1.8, its absence is a warning: the two rules collide
//
func suffixFault(a *model.Account, fakes []model.FakeAccount, c *Criteria) (Status, string) {
	open, atOpening := standing(a, fakes)
	suffixed := strings.HasSuffix(strings.ToLower(a.Handle), suffix)
	switch {
	case suffixed && !open:
		return Warning, "lleva «oficial» sin una cuenta falsa abierta que lo justifique"
	case suffixed || !atOpening || earlier(a):
		return Met, ""
	}
	const why = "se abrió con una cuenta falsa en pie y no lleva «oficial»"
	if utf8.RuneCountInString(a.Handle)+len(suffix) > c.Handle.Max {
		return Warning, why + ", que no cabe en " + count(c.Handle.Max, "carácter", "caracteres")
	}
	return Breach, why
}

// standing tells whether a false account stands, and whether one that does was
// there when the true one opened.
func standing(a *model.Account, fakes []model.FakeAccount) (open, atOpening bool) {
	for i := range fakes {
		if fake := &fakes[i]; fake.AccountID == a.ID && fake.RemovedOn.IsZero() {
			open = true
			atOpening = atOpening || !a.Opened.IsZero() && !fake.SeenOn.After(a.Opened)
		}
	}
	return open, atOpening
}

// keepsCase reports whether a network shows a handle in the case it was written
// in.
func keepsCase(n model.Network) bool {
	return n == model.Facebook || n == model.X || n == model.YouTube
}

func mixedCase(s string) bool {
	return strings.IndexFunc(s, unicode.IsUpper) >= 0 && strings.IndexFunc(s, unicode.IsLower) >= 0
}

// uniformity warns when the accounts do not share a name across networks
// (O-037). The name most networks use is taken for the entity's; case and the
// suffix «oficial» do not matter.
func (x *index) uniformity() (Duty, bool) {
	names := make(map[model.Network][]string)
	uses := make(map[string]int) // networks on which a name is used
	for _, a := range x.accounts {
		name := strings.TrimSuffix(strings.ToLower(a.Handle), suffix)
		if name != "" && !slices.Contains(names[a.Network], name) {
			names[a.Network] = append(names[a.Network], name)
			uses[name]++
		}
	}
	main := mostUsed(uses)
	var others []string
	for _, n := range append(model.Networks(), model.Other) {
		if own := names[n]; len(own) > 0 && !slices.Contains(own, main) {
			others = append(others, n.Label()+" usa @"+slices.Min(own))
		}
	}
	return Duty{
		Rule: "O-037", Article: handleArticle, Subject: "Usuarios de las cuentas", Status: Warning,
		Why: "no coinciden: " + listed(others) + ", y las demás @" + main, Screen: ScreenAccounts,
	}, len(others) > 0
}

// mostUsed is the name with most uses, the first from A to Z among equals.
func mostUsed(uses map[string]int) string {
	main := ""
	for name, n := range uses {
		if main == "" || n > uses[main] || n == uses[main] && name < main {
			main = name
		}
	}
	return main
}
