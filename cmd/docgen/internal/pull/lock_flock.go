//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package pull

import (
	"os"
	"syscall"
)

func lock(f *os.File) error { return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) }
