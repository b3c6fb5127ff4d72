//go:build unix && !linux

package store_test

import "testing"

// asOrdinaryUser is for Linux, whose containers run tests as root.
func asOrdinaryUser(t *testing.T, _ string) { t.Helper() }
