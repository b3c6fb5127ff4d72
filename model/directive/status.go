package directive

// Status is the verdict of a rule on a set of facts.
type Status string

// The verdicts. What is not known is NoData: never a breach, never a success.
const (
	Met          Status = "cumple"
	Running      Status = "en_curso"    // the period is not over and the duty can still be met
	AtRisk       Status = "en_riesgo"   // it can still be met, and time is short
	Warning      Status = "advertencia" // tolerated by a reading, worth a look
	Breach       Status = "incumple"
	NoData       Status = "sin_dato"     // the facts that would decide are unknown
	NotEvaluable Status = "no_evaluable" // the duty does not apply to the period
	Justified    Status = "justificado"  // not met, with a recorded reason and author
)

// Label is the status on screen.
func (s Status) Label() string {
	switch s {
	case Met:
		return "cumple"
	case Running:
		return "en curso"
	case AtRisk:
		return "en riesgo"
	case Warning:
		return "advertencia"
	case Breach:
		return "incumple"
	case NoData:
		return "sin dato"
	case NotEvaluable:
		return "no evaluable"
	case Justified:
		return "justificado"
	}
	return string(s)
}

// Mark is the status in a single cell, so that colour never is the only
// carrier.
func (s Status) Mark() string {
	switch s {
	case Met:
		return "✓"
	case Running:
		return "…"
	case AtRisk, Warning:
		return "!"
	case Breach:
		return "✗"
	case NoData:
		return "?"
	case NotEvaluable:
		return "–"
	case Justified:
		return "j"
	}
	return " "
}

// Severity orders statuses: the higher, the worse.
func (s Status) Severity() int {
	switch s {
	case Breach:
		return 7
	case AtRisk:
		return 6
	case Warning:
		return 5
	case NoData:
		return 4
	case Running:
		return 3
	case Justified:
		return 2
	case NotEvaluable:
		return 1
	case Met:
		return 0
	}
	return 0
}
