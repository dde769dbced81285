//go:build !windows

package filelock

import "os"

// open opens what a lock is on.
func open(name string) (*os.File, error) { return os.Open(name) }
