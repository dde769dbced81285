package cache

import (
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

const (
	// unused is how long a file stays that nobody asks for.
	unused = 30 * 24 * time.Hour
	// trimEvery keeps runs from looking through the cache each time, and files
	// from being marked as used each time.
	trimEvery = 24 * time.Hour
)

// used marks a file as of use. That it cannot is no reason to fail.
func (c *Cache) used(name string) {
	if info, err := os.Stat(name); err == nil && c.now().Sub(info.ModTime()) > trimEvery {
		_ = os.Chtimes(name, c.now(), c.now())
	}
}

// trim removes what was not used for long. It does what it can: what is left is
// for the next time.
func (c *Cache) trim() {
	mark := filepath.Join(c.dir, "trimmed")
	if info, err := os.Stat(mark); err == nil && c.now().Sub(info.ModTime()) < trimEvery {
		return
	}
	if err := replace(mark, nil); err != nil {
		return
	}
	_ = os.Chtimes(mark, c.now(), c.now())
	_ = filepath.WalkDir(c.dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || name == mark {
			return nil
		}
		if info, err := e.Info(); err == nil && c.now().Sub(info.ModTime()) > unused {
			_ = os.Remove(name)
		}
		return nil
	})
}
