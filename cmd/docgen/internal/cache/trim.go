package cache

import (
	"io/fs"
	"regexp"
	"time"
)

const (
	// unused is how long a file stays that nobody asks for.
	unused = 30 * 24 * time.Hour
	// trimEvery keeps runs from looking through the cache each time, and files
	// from being marked as used each time.
	trimEvery = 24 * time.Hour

	draftPrefix = "new-"
	trimmedMark = "trimmed"
)

// ownName matches the names that this package gives to files. What else lies in
// the folder is somebody's own.
var ownName = regexp.MustCompile(`^[0-9a-f]{2}/([0-9a-f]{64}-[kr]|` + draftPrefix + `[A-Z2-7]+)$`)

// used marks a file as of use. That it cannot is no reason to fail.
func (c *Cache) used(name string) {
	if info, err := c.root.Stat(name); err == nil && c.now().Sub(info.ModTime()) > trimEvery {
		_ = c.root.Chtimes(name, c.now(), c.now())
	}
}

// trim removes what was not used for long. It does what it can: what is left is
// for the next time.
func (c *Cache) trim() {
	if info, err := c.root.Stat(trimmedMark); err == nil && c.now().Sub(info.ModTime()) < trimEvery {
		return
	}
	if err := c.replace(trimmedMark, nil); err != nil {
		return
	}
	_ = c.root.Chtimes(trimmedMark, c.now(), c.now())
	_ = fs.WalkDir(c.root.FS(), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !ownName.MatchString(name) {
			return nil
		}
		if info, err := e.Info(); err == nil && c.now().Sub(info.ModTime()) > unused {
			_ = c.root.Remove(name)
		}
		return nil
	})
}
