// Package cache keeps results by what they were made of. It holds nothing that
// cannot be made again: any part of it can be deleted at any time, several
// processes can use it at once, and what is damaged counts as missing.
package cache

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
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
const layout = "v2"

// A Key is a digest of all that a result depends on.
type Key [sha256.Size]byte

// A Cache is a folder with two kinds of files: results by the digest of their
// own bytes (-r), and for each key the digest of its result (-k). So equal
// results are stored once, and a result proves that it is whole. The nil Cache
// holds nothing.
type Cache struct {
	root *os.Root
	now  func() time.Time
}

// Open returns the cache that the environment names, nil where there is none or
// none can be made. The error says why a cache that is there is not used: what
// others can write to decides nothing here.
//
// In CI, where jobs of others may have filled a folder, only a cache that the
// environment names is used, and none by who decides whether a pipeline goes on.
func Open(decides bool) (*Cache, error) {
	dir := os.Getenv(Env)
	if dir == Off || inCI() && (decides || dir == "") {
		return nil, nil
	}
	if dir == "" {
		user, err := os.UserCacheDir()
		if err != nil {
			return nil, nil // no home, as in a container: work without
		}
		dir = filepath.Join(user, "docgen")
	}
	dir = filepath.Join(dir, layout)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, nil
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil
	}
	info, err := root.Stat(".")
	if err == nil {
		err = private(info)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("the cache %s is not used: %w", dir, err), root.Close())
	}
	return &Cache{root, time.Now}, nil
}

// inCI reports whether the environment is that of a CI job, by the variable that
// all hosts of such jobs set.
func inCI() bool {
	switch os.Getenv("CI") {
	case "", "0", "false":
		return false
	}
	return true
}

// Close gives the folder back.
func (c *Cache) Close() error {
	if c == nil {
		return nil
	}
	return c.root.Close()
}

// Get returns the result of a key. ok is false where there is none that is whole.
func (c *Cache) Get(k Key) (result []byte, ok bool) {
	if c == nil {
		return nil, false
	}
	of, err := c.root.ReadFile(file(k, "k"))
	if err != nil {
		return nil, false
	}
	digest, err := hex.DecodeString(string(bytes.TrimSpace(of)))
	if err != nil || len(digest) != len(Key{}) {
		return nil, false
	}
	result, err = c.root.ReadFile(file(Key(digest), "r"))
	if err != nil || sha256.Sum256(result) != Key(digest) {
		return nil, false
	}
	c.used(file(k, "k"))
	c.used(file(Key(digest), "r"))
	return result, true
}

// Put stores a result under keys. The error is for those who want to know why
// nothing is cached; the cache is in order all the same.
func (c *Cache) Put(result []byte, keys ...Key) error {
	if c == nil {
		return nil
	}
	digest := Key(sha256.Sum256(result))
	if err := c.replace(file(digest, "r"), result); err != nil {
		return err
	}
	for _, k := range keys {
		if err := c.replace(file(k, "k"), []byte(hex.EncodeToString(digest[:])+"\n")); err != nil {
			return err
		}
	}
	c.trim()
	return nil
}

// file returns the name of a file of the cache, below its folder.
func file(k Key, kind string) string {
	name := hex.EncodeToString(k[:])
	return path.Join(name[:2], name+"-"+kind)
}

// replace writes a file beside its place and moves it there, so that readers
// see all of it or none.
func (c *Cache) replace(name string, data []byte) error {
	if err := c.root.Mkdir(path.Dir(name), 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	temp := path.Join(path.Dir(name), draftPrefix+rand.Text())
	f, err := c.root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err == nil {
		err = c.root.Rename(temp, name)
	}
	if err != nil {
		return errors.Join(err, c.root.Remove(temp))
	}
	return nil
}
