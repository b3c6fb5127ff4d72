package screen

import (
	"strings"
	"sync"

	tea "github.com/charmbracelet/bubbletea"
)

// keyTypes finds a key by the name Bubble Tea gives it. The library keeps its
// own table to itself, so this one is read off its answers once.
var keyTypes = sync.OnceValue(func() map[string]tea.KeyType {
	named := map[string]tea.KeyType{"space": tea.KeySpace, "escape": tea.KeyEsc}
	for t := tea.KeyType(-128); t < 128; t++ {
		if name := t.String(); name != "" && t != tea.KeyRunes {
			named[name] = t
		}
	}
	return named
})

// KeyNamed is the message a terminal sends for the key with this name: "down",
// "enter", "ctrl+k", "alt+f", "shift+tab", "a". A name that is no key's is
// taken as the text itself.
func KeyNamed(name string) tea.KeyMsg {
	rest, alt := name, false
	if after, ok := strings.CutPrefix(name, "alt+"); ok && after != "" {
		rest, alt = after, true
	}
	if t, ok := keyTypes()[rest]; ok {
		k := tea.KeyMsg{Type: t, Alt: alt}
		if t == tea.KeySpace {
			k.Runes = []rune{' '}
		}
		return k
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(rest), Alt: alt}
}

// Pasted is the message a terminal sends for pasted text. No binding matches
// it, so text from the clipboard is never read as commands.
func Pasted(text string) tea.KeyMsg {
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true}
}
