package cache

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"
)

func open(t *testing.T) *Cache {
	t.Helper()
	t.Setenv(Env, t.TempDir())
	c, err := Open(false)
	if err != nil || c == nil {
		t.Fatalf("got %v, %v", c, err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

func keyOf(s string) Key { return sha256.Sum256([]byte(s)) }

// files is the paths of all files of a cache but for the mark.
func (c *Cache) files(t *testing.T) (names []string) {
	t.Helper()
	err := filepath.WalkDir(c.root.Name(), func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && e.Name() != "trimmed" {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func (c *Cache) expect(t *testing.T, key, want string) {
	t.Helper()
	got, ok := c.Get(keyOf(key))
	if string(got) != want || ok != (want != "") {
		t.Errorf("%s is %q, %t; want %q", key, got, ok, want)
	}
}

func TestCache(t *testing.T) {
	c := open(t)
	c.expect(t, "a", "")
	if err := c.Put([]byte("one"), keyOf("a"), keyOf("b")); err != nil {
		t.Fatal(err)
	}
	if err := c.Put([]byte("two"), keyOf("b")); err != nil {
		t.Fatal(err)
	}
	c.expect(t, "a", "one")
	c.expect(t, "b", "two")
	if n := len(c.files(t)); n != 4 {
		t.Errorf("%d files, want 2 keys and 2 results", n)
	}
}

func TestNoCache(t *testing.T) {
	t.Setenv(Env, Off)
	c, err := Open(false)
	if err := errors.Join(err, c.Put([]byte("one"), keyOf("a"))); err != nil || c != nil {
		t.Errorf("got %v, %v", c, err)
	}
	c.expect(t, "a", "")
}

// TestDamageIsAbsence damages each file in each of some ways.
func TestDamageIsAbsence(t *testing.T) {
	for _, damage := range []func(name string) error{
		os.Remove,
		func(name string) error { return os.WriteFile(name, nil, 0o600) },
		func(name string) error { return os.WriteFile(name, []byte("polish"), 0o600) },
		func(name string) error { return os.Truncate(name, 2) },
		func(name string) error { return errors.Join(os.Remove(name), os.Mkdir(name, 0o700)) },
	} {
		for i := range 2 {
			c := open(t)
			if err := c.Put([]byte("one"), keyOf("a")); err != nil {
				t.Fatal(err)
			}
			if err := damage(c.files(t)[i]); err != nil {
				t.Fatal(err)
			}
			c.expect(t, "a", "")
		}
	}
}

func TestManyAtOnce(t *testing.T) {
	c := open(t)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			text := bytes.Repeat(fmt.Append(nil, i%2), 1<<16)
			for range 20 {
				if err := c.Put(text, keyOf("a")); err != nil {
					t.Error(err)
				}
				if got, ok := c.Get(keyOf("a")); !ok || len(got) != 1<<16 {
					t.Errorf("%d bytes, %t", len(got), ok)
				}
			}
		})
	}
	wg.Wait()
	if n := len(c.files(t)); n != 3 {
		t.Errorf("%d files, want 1 key and 2 results", n)
	}
}

func TestTrim(t *testing.T) {
	c := open(t)
	at := time.Now()
	c.now = func() time.Time { return at }
	put := func(name string) {
		if err := c.Put([]byte(name), keyOf(name)); err != nil {
			t.Fatal(err)
		}
	}
	put("used")
	put("forgotten")
	at = at.Add(unused - time.Hour)
	c.expect(t, "used", "used")
	at = at.Add(2 * time.Hour)
	put("new")
	c.expect(t, "used", "used")
	c.expect(t, "forgotten", "")
}

func TestCacheThatCannotBeMade(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv(Env, file)
	if c, err := Open(false); c != nil || err != nil {
		t.Errorf("got %v, %v", c, err)
	}
}

// TestCacheOfOneUser holds that nobody but the user can read or write what is
// in the cache, and that a folder that others can write to is not used.
func TestCacheOfOneUser(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("rights are no bits of the mode")
	}
	dir := filepath.Join(t.TempDir(), "cache")
	t.Setenv(Env, dir)
	c, err := Open(false)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if err := c.Put([]byte("one"), keyOf("a")); err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", name, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(dir, layout), 0o777); err != nil {
		t.Fatal(err)
	}
	if c, err := Open(false); c != nil || err == nil || !strings.Contains(err.Error(), dir) {
		t.Errorf("a folder that others can write to: got %v, %v", c, err)
	}
	if os.Geteuid() != 0 {
		return // only root can give a folder away
	}
	if err := errors.Join(os.Chmod(filepath.Join(dir, layout), 0o700), os.Chown(filepath.Join(dir, layout), 12345, -1)); err != nil {
		t.Fatal(err)
	}
	if c, err := Open(false); c != nil || err == nil {
		t.Errorf("a folder of another user: got %v, %v", c, err)
	}
}

// TestCacheInCI holds which runs of a CI job ask a cache at all.
func TestCacheInCI(t *testing.T) {
	named, home := t.TempDir(), t.TempDir()
	t.Setenv("XDG_CACHE_HOME", home)
	t.Setenv("HOME", home)
	for _, c := range []struct {
		ci, env string
		decides bool
		want    bool
	}{
		{"", "", true, true}, {"false", "", true, true}, {"true", "", false, false}, {"true", named, false, true},
		{"true", named, true, false}, {"1", "", true, false},
	} {
		t.Setenv("CI", c.ci)
		t.Setenv(Env, c.env)
		got, err := Open(c.decides)
		if err != nil || (got != nil) != c.want {
			t.Errorf("%+v: got %v, %v", c, got, err)
		}
		_ = got.Close()
	}
}

// TestTrimSparesOthers has files of somebody else in the folder, one of them
// behind a link.
func TestTrimSparesOthers(t *testing.T) {
	c := open(t)
	outside := filepath.Join(t.TempDir(), "keep")
	others := []string{outside, filepath.Join(c.root.Name(), "notes.txt"), filepath.Join(c.root.Name(), "ab", "notes.txt")}
	for _, name := range others {
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o700), os.WriteFile(name, nil, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	c.now = func() time.Time { return time.Now().Add(2 * unused) }
	if err := c.Put([]byte("new"), keyOf("new")); err != nil {
		t.Fatal(err)
	}
	for _, name := range others {
		if _, err := os.Stat(name); err != nil {
			t.Error(err)
		}
	}
}

func TestDocs(t *testing.T) {
	page := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	digest := func(docs fstest.MapFS) string {
		t.Helper()
		d, err := Docs(t.Context(), docs)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	base := digest(fstest.MapFS{"a.md": page("a"), "b/c.md": page("c")})
	if same := digest(fstest.MapFS{"a.md": page("a"), "b/c.md": page("c"), "x.txt": page("x"), ".git/d.md": page("d")}); same != base {
		t.Error("what is no page counts")
	}
	for _, other := range []fstest.MapFS{
		{"a.md": page("c"), "b/c.md": page("a")}, {"a.md": page("a")}, {"a.md": page("a"), "b/d.md": page("c")}, {"a.mdx": page("a"), "b/c.md": page("c")},
		{"a.md": page("a"), "b/c.md": page("c"), "D.MD": page("d")}, {"a.md": page("a"), "b/c.md": page("c"), "API.YAML": page("d")},
	} {
		if digest(other) == base {
			t.Errorf("%v has the same digest", other)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Docs(ctx, fstest.MapFS{"a.md": page("a")}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if d, ok := Tool(); !ok || len(d) != 64 {
		t.Errorf("the tool is %q, %t", d, ok)
	}
}
