//go:build !windows

package exporter

import (
	"errors"
	"syscall"
)

// isFull reports that the disk, or the user's share of it, is used up.
func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

// isInUse reports that another program keeps the file from being replaced,
// which only Windows lets it do.
func isInUse(err error) bool { return errors.Is(err, syscall.ETXTBSY) }

// isReadOnly reports that the whole disk takes no writing.
func isReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }
