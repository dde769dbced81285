package output

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/docgen-go/docgen/emit/output/filelock"
)

// withFolder runs do on a folder that exists, while no other process that asks
// for a lock of an excluding mode has it.
func withFolder(ctx context.Context, dir string, mode filelock.Mode, do func(*os.Root) error) error {
	release, err := filelock.Wait(ctx, dir, mode, nil)
	if err != nil {
		return err
	}
	defer release()
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	return do(root)
}

// makeOutput makes the output folder and those above it, and returns what
// removes those that were not there and are still empty.
func makeOutput(dir string) (undo func(), err error) {
	var missing []string
	for at := filepath.Clean(dir); ; at = filepath.Dir(at) {
		if _, err := os.Stat(at); !errors.Is(err, fs.ErrNotExist) || at == filepath.Dir(at) {
			break
		}
		missing = append(missing, at)
	}
	undo = func() {
		for _, dir := range missing { // inner ones first
			_ = os.Remove(dir)
		}
	}
	return undo, os.MkdirAll(dir, 0o777)
}

// makeFolder makes a folder below the output folder and those above it, and
// notes which of them were not there.
func (w *writer) makeFolder(dir string) error {
	var missing []string
	for at := dir; at != "."; at = path.Dir(at) {
		if _, err := w.Lstat(at); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		missing = append(missing, at)
	}
	if len(missing) == 0 {
		return nil
	}
	slices.Reverse(missing)
	w.made = append(w.made, missing...)
	return w.MkdirAll(dir)
}

// removeFolders removes what makeFolder made. A folder that has come to hold
// anything stays.
func (w *writer) removeFolders() {
	for _, dir := range slices.Backward(w.made) {
		_ = w.Remove(dir)
	}
}

// linkIn returns the first part of a path that is there and is no folder, or "".
func linkIn(d disk, folder string) (string, error) {
	for i := range len(folder) + 1 {
		if i < len(folder) && folder[i] != '/' {
			continue
		}
		info, err := d.Lstat(folder[:i])
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return "", nil
		case err != nil:
			return "", err
		case !info.IsDir():
			return folder[:i], nil
		}
	}
	return "", nil
}
