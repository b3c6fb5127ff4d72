package store

import (
	"errors"
	"syscall"
)

// The system's error numbers that the standard library does not name.
const (
	errorWriteProtect  syscall.Errno = 19
	errorHandleDisk    syscall.Errno = 39
	errorDiskFull      syscall.Errno = 112
	errorDiskQuotaFull syscall.Errno = 1295
)

// fullDisk reports that the disk, or the user's share of it, is used up.
func fullDisk(err error) bool {
	return errors.Is(err, errorDiskFull) || errors.Is(err, errorHandleDisk) || errors.Is(err, errorDiskQuotaFull)
}

// readOnlyDisk reports that the whole disk takes no writing.
func readOnlyDisk(err error) bool { return errors.Is(err, errorWriteProtect) }
