//go:build !windows

package store

import (
	"errors"
	"syscall"
)

// fullDisk reports that the disk, or the user's share of it, is used up.
func fullDisk(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

// readOnlyDisk reports that the whole disk takes no writing.
func readOnlyDisk(err error) bool { return errors.Is(err, syscall.EROFS) }
