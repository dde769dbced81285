package main

import (
	"maps"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/cache"
	"github.com/docgen-go/docgen/model/testutil"
)

// smallDisk is a file system of its own with room for so many bytes.
func smallDisk(t *testing.T, size string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("docgen-test", dir, "tmpfs", 0, "size="+size); err != nil {
		t.Skipf("cannot mount a disk: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return dir
}

func remount(t *testing.T, dir string, flags uintptr, size string) {
	t.Helper()
	if err := syscall.Mount("docgen-test", dir, "tmpfs", syscall.MS_REMOUNT|flags, "size="+size); err != nil {
		t.Fatal(err)
	}
}

// TestGenerateOnAFullDisk has room for the old package and not for the new one.
func TestGenerateOnAFullDisk(t *testing.T) {
	testutil.Slow(t, "fills a disk")
	disk := smallDisk(t, "8m")
	out := filepath.Join(disk, "out")
	docgen(t, "generate", harbor, "-o", out).expect(t, exitOK, "", "added")
	old := tree(t, disk)
	for _, room := range []string{"4k", "64k", "256k"} {
		leave(t, disk, room)
		r := docgen(t, "generate", harbor, "-o", out, "--package", "port")
		r.expect(t, exitFailed, "", "no space left on device")
		if !strings.HasPrefix(r.stderr, "docgen: ") {
			t.Errorf("says %q", r.stderr)
		}
		if got := tree(t, disk); !maps.Equal(got, old) {
			t.Errorf("with room for %s, %v are not as before", room, differing(got, old))
		}
		docgen(t, "generate", harbor, "-o", filepath.Join(disk, "more", "out")).expect(t, exitFailed, "", "no space left on device")
		if got := tree(t, disk); !maps.Equal(got, old) {
			t.Errorf("with room for %s, a new package leaves %v", room, differing(got, old))
		}
	}
	remount(t, disk, 0, "8m")
	docgen(t, "generate", harbor, "-o", out, "--package", "port").expect(t, exitOK, "", "changed")
}

// leave makes the disk so small that it has only so much room left.
func leave(t *testing.T, disk, room string) {
	t.Helper()
	var s syscall.Statfs_t
	if err := syscall.Statfs(disk, &s); err != nil {
		t.Fatal(err)
	}
	var b byteSize
	if err := b.UnmarshalText([]byte(strings.TrimSuffix(room, "k") + "KiB")); err != nil {
		t.Fatal(err)
	}
	used := int64(s.Blocks-s.Bfree) * s.Bsize
	remount(t, disk, 0, strconv.FormatInt(used+int64(b), 10))
}

func TestGenerateIntoAReadOnlyFolder(t *testing.T) {
	disk := smallDisk(t, "8m")
	out := filepath.Join(disk, "out")
	docgen(t, "generate", harbor, "-o", out).expect(t, exitOK, "", "added")
	old := tree(t, disk)
	remount(t, disk, syscall.MS_RDONLY, "8m")
	docgen(t, "generate", harbor, "-o", out, "--package", "port").expect(t, exitFailed, "", "docgen: ")
	docgen(t, "generate", harbor, "-o", filepath.Join(disk, "more")).expect(t, exitFailed, "", "read-only file system")
	docgen(t, "pull", harborSite(t, nil), "-o", filepath.Join(disk, "docs")).expect(t, exitFailed, "", "read-only file system")
	docgen(t, "export", "openapi", harbor, "-o", filepath.Join(disk, "x.yaml")).expect(t, exitFailed, "", "read-only file system")
	docgen(t, "check", harbor, "-o", out, "--package", "port").expect(t, exitFindings, "+package port", "not what the docs give")
	docgen(t, "generate", harbor, "-o", out).expect(t, exitOK, "", "no file changed")
	if got := tree(t, disk); !maps.Equal(got, old) {
		t.Errorf("%v are not as before", differing(got, old))
	}
}

// TestCacheOnAnyDisk generates whatever the folder of the cache is like.
func TestCacheOnAnyDisk(t *testing.T) {
	testutil.Slow(t, "generates many packages")
	file := filepath.Join(t.TempDir(), "file")
	write(t, file, "no folder")
	for name, folder := range map[string]func(*testing.T) string{
		"full": func(t *testing.T) string { return smallDisk(t, "4k") },
		"read-only": func(t *testing.T) string {
			dir := smallDisk(t, "4k")
			remount(t, dir, syscall.MS_RDONLY, "4k")
			return dir
		},
		"a file":       func(*testing.T) string { return file },
		"below a file": func(*testing.T) string { return filepath.Join(file, "x") },
		"damaged":      damagedCache,
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv(cache.Env, folder(t))
			out := filepath.Join(t.TempDir(), "out")
			docgen(t, "generate", harbor, "-o", out).expect(t, exitOK, "", "files added")
			docgen(t, "check", harbor, "-o", out).expect(t, exitOK, "", "up to date")
		})
	}
}

// damagedCache is a cache with a build in it of which no file is as it was.
func damagedCache(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	t.Setenv(cache.Env, dir)
	docgen(t, "generate", harbor, "-o", filepath.Join(t.TempDir(), "out")).expect(t, exitOK, "", "added")
	for name := range tree(t, dir) {
		if !strings.HasSuffix(name, "/") {
			write(t, filepath.Join(dir, name), "damaged")
		}
	}
	return dir
}
