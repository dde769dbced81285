package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// makeFolder makes a folder and those above it, and notes which of them were
// not there.
func (w *writer) makeFolder(dir string) error {
	var missing []string
	for at := filepath.Clean(dir); ; at = filepath.Dir(at) {
		if _, err := os.Stat(at); !errors.Is(err, fs.ErrNotExist) || at == filepath.Dir(at) {
			break
		}
		missing = append(missing, at)
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
