package model

import (
	"fmt"
	"strconv"
	"strings"
)

// ReadCount reads a whole number as a person of Peru types or pastes it:
// 12480, 12,480 and 12 480 are the same. A point followed by three digits
// could be a decimal mark or somebody else's thousands mark, so it is asked
// about and never guessed (S29).
func ReadCount(s string) (int64, error) {
	text := Clean(s)
	plain := strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "").Replace(text)
	if strings.Contains(plain, ".") {
		return 0, fmt.Errorf("«%s» es ambiguo: escriba el entero sin punto, por ejemplo 12480 o 12,480", text)
	}
	if !grouped(plain) {
		return 0, fmt.Errorf("«%s» no es un número entero; escriba por ejemplo 12480 o 12,480", text)
	}
	n, err := strconv.ParseInt(strings.ReplaceAll(plain, ",", ""), 10, 64)
	if err != nil {
		return 0, fmt.Errorf("«%s» es demasiado grande", text)
	}
	return n, nil
}

// grouped holds for digits alone and for digits in groups of three after
// commas.
func grouped(s string) bool {
	groups := strings.Split(s, ",")
	for i, g := range groups {
		if !digits(g, len(g)) || g == "" {
			return false
		}
		if i > 0 && len(g) != 3 || i == 0 && len(groups) > 1 && len(g) > 3 {
			return false
		}
	}
	return true
}

// Count writes a whole number as Peru does: 12,480.
func Count(n int64) string {
	s := strconv.FormatInt(n, 10)
	sign := ""
	if s[0] == '-' {
		sign, s = "-", s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return sign + s
}

// ReadSeconds reads an average watch time: 1:36, 0:01:36, 96 or «96 s».
func ReadSeconds(s string) (int64, error) {
	text := Clean(s)
	bad := fmt.Errorf("«%s» no es un tiempo; escriba minutos y segundos, por ejemplo 1:36", text)
	parts := strings.Split(strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(text, "s"), "S")), ":")
	if len(parts) > 3 {
		return 0, bad
	}
	var total int64
	for i, p := range parts {
		if p == "" || len(p) > 6 || !digits(p, len(p)) {
			return 0, bad
		}
		n, err := strconv.ParseInt(p, 10, 64)
		if err != nil || i > 0 && (n > 59 || len(p) != 2) {
			return 0, bad
		}
		total = total*60 + n
	}
	return total, nil
}

// Seconds writes a duration in whole seconds as m:ss, or h:mm:ss from an hour.
func Seconds(n int64) string {
	if n >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", n/3600, n/60%60, n%60)
	}
	return fmt.Sprintf("%d:%02d", n/60, n%60)
}
