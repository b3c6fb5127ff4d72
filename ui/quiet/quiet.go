// Package quiet keeps the terminal from being asked for its background colour.
//
// Bubble Tea v1 asks in its init and waits up to five seconds for the answer,
// in every sub-command, whether or not a screen is shown. Setting the answer
// first is the cure, and it must happen before that init: Go initialises
// packages that are ready in the order of their import paths, and faro/ui/quiet
// sorts before github.com/charmbracelet/bubbletea. A test with a terminal that
// never answers guards this (see ui/cli).
package quiet

import "github.com/charmbracelet/lipgloss"

func init() { lipgloss.SetHasDarkBackground(true) }
