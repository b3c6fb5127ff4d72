package exporter

import (
	"errors"
	"syscall"
)

// What Windows answers.
const (
	errorWriteProtect     = syscall.Errno(19)
	errorSharingViolation = syscall.Errno(32)
	errorLockViolation    = syscall.Errno(33)
	errorHandleDiskFull   = syscall.Errno(39)
	errorDiskFull         = syscall.Errno(112)
	errorUserMappedFile   = syscall.Errno(1224)
)

// isFull reports that the disk is used up.
func isFull(err error) bool {
	return errors.Is(err, errorDiskFull) || errors.Is(err, errorHandleDiskFull)
}

// isInUse reports that another program, as a rule a spreadsheet that shows the
// earlier version, keeps the file from being replaced.
func isInUse(err error) bool {
	return errors.Is(err, errorSharingViolation) || errors.Is(err, errorLockViolation) || errors.Is(err, errorUserMappedFile)
}

// isReadOnly reports that the whole disk takes no writing.
func isReadOnly(err error) bool { return errors.Is(err, errorWriteProtect) }
