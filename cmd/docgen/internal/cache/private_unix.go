//go:build unix

package cache

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// private reports why a folder is one that others than this user can write to.
func private(info fs.FileInfo) error {
	if info.Mode().Perm()&0o022 != 0 {
		return errors.New("others can write to it; remove it, or set " + Env + " to a folder of your own")
	}
	if s, ok := info.Sys().(*syscall.Stat_t); ok && int(s.Uid) != os.Geteuid() {
		return errors.New("it belongs to another user; set " + Env + " to a folder of your own")
	}
	return nil
}
