// Package cache keeps results by what they were made of. It holds nothing that
// cannot be made again: any part of it can be deleted at any time, several
// processes can use it at once, and what is damaged counts as missing.
package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"time"
)

// Env names the environment variable with the folder of the cache. Off means
// no cache; by default it lies in the user's cache folder.
const (
	Env = "DOCGEN_CACHE"
	Off = "off"
)

// layout is the version of the folder's structure.
const layout = "v1"

// A Key is a digest of all that a result depends on.
type Key [sha256.Size]byte

// A Cache is a folder with two kinds of files: results by the digest of their
// own bytes (-r), and for each key the digest of its result (-k). So equal
// results are stored once, and a result proves that it is whole. The nil Cache
// holds nothing.
type Cache struct {
	dir string
	now func() time.Time
}

// Open is the cache that the environment names, nil where there is none.
func Open() *Cache {
	dir := os.Getenv(Env)
	if dir == Off {
		return nil
	}
	if dir == "" {
		user, err := os.UserCacheDir()
		if err != nil {
			return nil // no home, as in a container: work without
		}
		dir = filepath.Join(user, "docgen")
	}
	return &Cache{filepath.Join(dir, layout), time.Now}
}

// Get is the result of a key. ok is false where there is none that is whole.
func (c *Cache) Get(k Key) (result []byte, ok bool) {
	if c == nil {
		return nil, false
	}
	of, err := os.ReadFile(c.file(k, "k"))
	if err != nil {
		return nil, false
	}
	digest, err := hex.DecodeString(string(bytes.TrimSpace(of)))
	if err != nil || len(digest) != len(Key{}) {
		return nil, false
	}
	result, err = os.ReadFile(c.file(Key(digest), "r"))
	if err != nil || sha256.Sum256(result) != Key(digest) {
		return nil, false
	}
	c.used(c.file(k, "k"))
	c.used(c.file(Key(digest), "r"))
	return result, true
}

// Put stores a result under keys. The error is for those who want to know why
// nothing is cached; the cache is in order all the same.
func (c *Cache) Put(result []byte, keys ...Key) error {
	if c == nil {
		return nil
	}
	digest := Key(sha256.Sum256(result))
	if err := replace(c.file(digest, "r"), result); err != nil {
		return err
	}
	for _, k := range keys {
		if err := replace(c.file(k, "k"), []byte(hex.EncodeToString(digest[:])+"\n")); err != nil {
			return err
		}
	}
	c.trim()
	return nil
}

func (c *Cache) file(k Key, kind string) string {
	name := hex.EncodeToString(k[:])
	return filepath.Join(c.dir, name[:2], name+"-"+kind)
}

// replace writes a file beside its place and moves it there, so that readers
// see all of it or none.
func replace(name string, data []byte) (err error) {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(name), "new-*")
	if err != nil {
		return err
	}
	_, err = temp.Write(data)
	if err = errors.Join(err, temp.Close()); err == nil {
		err = os.Rename(temp.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temp.Name()))
	}
	return nil
}
