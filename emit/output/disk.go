package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// A disk is what writing needs of the file system, so that tests can make any
// step fail.
type disk interface {
	ReadDir(name string) ([]fs.DirEntry, error)
	ReadFile(name string) ([]byte, error)
	// Write creates or replaces a file and waits until it is stored.
	Write(name string, data []byte) error
	// Keep gives a file a second name.
	Keep(name, as string) error
	Rename(from, to string) error
	Remove(name string) error
	RemoveAll(name string) error
	Mkdir(name string) error
	MkdirAll(name string) error
	// Sync waits until changes to the entries of a folder are stored.
	Sync(dir string) error
}

type osDisk struct{}

func (osDisk) ReadDir(name string) ([]fs.DirEntry, error) { return os.ReadDir(name) }
func (osDisk) ReadFile(name string) ([]byte, error)       { return os.ReadFile(name) }
func (osDisk) Rename(from, to string) error               { return os.Rename(from, to) }
func (osDisk) Remove(name string) error                   { return os.Remove(name) }
func (osDisk) RemoveAll(name string) error                { return os.RemoveAll(name) }
func (osDisk) Mkdir(name string) error                    { return os.Mkdir(name, 0o777) }
func (osDisk) MkdirAll(name string) error                 { return os.MkdirAll(name, 0o777) }

func (osDisk) Write(name string, data []byte) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Sync(), f.Close())
}

// Keep makes a hard link, and a copy where the file system has none.
func (d osDisk) Keep(name, as string) error {
	if os.Link(name, as) == nil {
		return nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	return d.Write(as, data)
}

// Sync is best effort: some systems cannot open a folder, and then the order of
// renames is in their hands.
func (osDisk) Sync(dir string) error {
	f, err := os.Open(filepath.Clean(dir))
	if err != nil {
		return nil
	}
	_ = f.Sync()
	return f.Close()
}
