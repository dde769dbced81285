//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd || windows)

package filelock

import "os"

// take does nothing where the standard library has no lock for files.
func take(*os.File, Mode) error { return nil }
