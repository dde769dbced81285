package output

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"syscall"
	"testing"

	"github.com/docgen-go/docgen/model/testutil"
)

// errFault is what a disk most often says that can do no more.
var errFault error = syscall.ENOSPC

// steps is how many changes of the disk it takes to write newSet over oldFiles.
const steps = 26

// A faultyDisk fails at its n-th change of the disk. After a crash it fails
// every one that follows too, as a process does that is gone.
type faultyDisk struct {
	rootDisk
	left  *int
	crash bool
}

func failAt(left *int, crash bool) func(*os.Root) disk {
	return func(root *os.Root) disk { return faultyDisk{rootDisk{root}, left, crash} }
}

func rollBackWith(open func(*os.Root) disk, dir string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	return rollBack(open(root), dir)
}

func (d faultyDisk) fault() error {
	*d.left--
	if *d.left == 0 || *d.left < 0 && d.crash {
		return errFault
	}
	return nil
}

func (d faultyDisk) Write(name string, data []byte) error {
	if err := d.fault(); err != nil {
		_ = d.root.WriteFile(name, data[:len(data)/2], 0o666)
		return err
	}
	return d.root.WriteFile(name, data, 0o666) // waiting for the disk would only take time here
}

func (d faultyDisk) Keep(name, as string) error {
	return errors.Join(d.fault(), d.unless(func() error { return d.rootDisk.Keep(name, as) }))
}

func (d faultyDisk) Rename(from, to string) error {
	return errors.Join(d.fault(), d.unless(func() error { return d.rootDisk.Rename(from, to) }))
}

func (d faultyDisk) Remove(name string) error {
	return errors.Join(d.fault(), d.unless(func() error { return d.rootDisk.Remove(name) }))
}

func (d faultyDisk) RemoveAll(name string) error {
	return errors.Join(d.fault(), d.unless(func() error { return d.rootDisk.RemoveAll(name) }))
}

func (d faultyDisk) Mkdir(name string) error {
	return errors.Join(d.fault(), d.unless(func() error { return d.rootDisk.Mkdir(name) }))
}

func (d faultyDisk) MkdirAll(name string) error {
	return errors.Join(d.fault(), d.unless(func() error { return d.rootDisk.MkdirAll(name) }))
}

func (d faultyDisk) Sync(dir string) error { return d.fault() }

// unless does what the step is for, if it did not fail.
func (d faultyDisk) unless(do func() error) error {
	if *d.left == 0 || *d.left < 0 && d.crash {
		return nil
	}
	return do()
}

var oldFiles = map[string]string{
	"changed.go": string(file("old")), "stale.go": string(file("old")), "same.go": string(file("same")), "mine.go": "package mine",
	"sub/stale.go": string(file("old")), ManifestName: manifestOf(Set{"changed.go": file("old"), "stale.go": file("old"), "same.go": file("same"), "sub/stale.go": file("old")}),
}

func manifestOf(s Set) string { return string(s.WithManifest()[ManifestName]) }

var newSet = Set{"changed.go": file("new"), "added.go": file("new"), "same.go": file("same"), "sub/added.go": file("new")}

var newFiles = map[string]string{
	"changed.go": string(file("new")), "added.go": string(file("new")), "same.go": string(file("same")),
	"sub/added.go": string(file("new")), "mine.go": "package mine", ManifestName: manifestOf(newSet),
}

// TestEveryFault makes each step of a write fail, one after the other. Either
// all of the old package is there afterwards, or all of the new one.
func TestEveryFault(t *testing.T) {
	for n := 1; ; n++ {
		dir := t.TempDir()
		put(t, dir, oldFiles)
		left := n
		_, err := newSet.write(t.Context(), failAt(&left, false), dir, false)
		if left > 0 {
			if err != nil {
				t.Fatal(err)
			}
			if n-1 != steps {
				t.Errorf("a write has %d steps", n-1)
			}
			return
		}
		if err != nil && !errors.Is(err, errFault) {
			t.Errorf("step %d failed with %v", n, err)
		}
		want := oldFiles
		if err == nil {
			want = newFiles // only clearing up failed
		}
		if got := packageFiles(t, dir); !same(got, want) {
			t.Errorf("step %d failed with %v and left %v", n, err, got)
		}
		if _, err := newSet.Write(t.Context(), dir); err != nil || !same(read(t, dir), newFiles) {
			t.Errorf("after step %d failed, a new run gives %v, %v", n, err, read(t, dir))
		}
	}
}

// TestEveryCrash ends the process at each step. The next run puts it right, and
// whoever only looks is told until then.
func TestEveryCrash(t *testing.T) {
	testutil.Slow(t, "crashes at each step")
	for n := 1; ; n++ {
		dir := t.TempDir()
		put(t, dir, oldFiles)
		left := n
		_, _ = newSet.write(t.Context(), failAt(&left, true), dir, false)
		if left > 0 {
			return
		}
		got := packageFiles(t, dir)
		if whole := same(got, oldFiles) || same(got, newFiles); !whole {
			if _, err := newSet.Compare(t.Context(), dir); err == nil {
				t.Errorf("a crash at step %d left a mixture that Compare does not see: %v", n, got)
			}
		}
		old := Set{"changed.go": file("old"), "stale.go": file("old"), "same.go": file("same"), "sub/stale.go": file("old")}
		if n%2 == 0 {
			if _, err := old.Write(t.Context(), dir); err != nil || !same(read(t, dir), oldFiles) {
				t.Errorf("after a crash at step %d, writing the old set gives %v, %v", n, err, read(t, dir))
			}
		} else if _, err := newSet.Write(t.Context(), dir); err != nil || !same(read(t, dir), newFiles) {
			t.Errorf("after a crash at step %d, writing the new set gives %v, %v", n, err, read(t, dir))
		}
	}
}

// TestCrashInRollBack ends the process while it puts old files back.
func TestCrashInRollBack(t *testing.T) {
	testutil.Slow(t, "crashes at each step")
	for first := 1; first <= steps; first++ {
		for second := 1; second < 12; second++ {
			dir := t.TempDir()
			put(t, dir, oldFiles)
			left, more := first, second
			_, _ = newSet.write(t.Context(), failAt(&left, true), dir, false)
			_ = rollBackWith(failAt(&more, true), dir)
			if err := rollBackWith(newRootDisk, dir); err != nil {
				t.Errorf("%d, %d: %v", first, second, err)
			}
			if got := read(t, dir); !same(got, oldFiles) && !same(got, newFiles) {
				t.Errorf("crashes at steps %d and %d left %v", first, second, got)
			}
		}
	}
}

// TestRollBackSparesNewWork has somebody write a file after a crash.
func TestRollBackSparesNewWork(t *testing.T) {
	for n := 1; n <= steps; n++ {
		dir := t.TempDir()
		put(t, dir, oldFiles)
		left := n
		_, _ = newSet.write(t.Context(), failAt(&left, true), dir, false)
		put(t, dir, map[string]string{"added.go": "package mine"})
		if err := rollBackWith(newRootDisk, dir); err != nil {
			t.Fatal(err)
		}
		if got := read(t, dir)["added.go"]; got != "package mine" {
			t.Errorf("after a crash at step %d, added.go is %q", n, got)
		}
	}
}

// packageFiles is what a user sees: not the stage.
func packageFiles(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := read(t, dir)
	maps.DeleteFunc(files, func(name, _ string) bool { return len(name) > len(stageName) && name[:len(stageName)] == stageName })
	return files
}

func ExampleSet_Compare() {
	changes, err := Set{"client.go": file("package harbor\n")}.Compare(context.Background(), "no/such/folder")
	fmt.Println(changes, err)
	// Output: [{client.go added} {docgen.sum added}] <nil>
}
