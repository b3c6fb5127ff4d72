// Package assets holds what is embedded in the program.
package assets

import _ "embed" // for the files below

// Sample is the fictional ministry of the demonstration: its words, accounts
// and people, from which store/sample makes records.
//
//go:embed sample.json
var Sample []byte
