package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// A newFile is a file to create.
type newFile struct{ name, text string }

// createAll creates all files or none, and never replaces one.
func createAll(files []newFile) error {
	for i, f := range files {
		if err := create(f); err != nil {
			for _, made := range files[:i] {
				err = errors.Join(err, os.Remove(made.name))
			}
			return err
		}
	}
	return nil
}

func create(f newFile) error {
	w, err := os.OpenFile(f.name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s: there is one already, and init replaces nothing", f.name)
	}
	if err != nil {
		return err
	}
	_, err = w.WriteString(f.text)
	if err = errors.Join(err, w.Close()); err != nil {
		return errors.Join(err, os.Remove(f.name))
	}
	return nil
}
