package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// A disk is what writing needs of the output folder, so that tests can make any
// step fail. Names are slash-separated paths below the folder.
type disk interface {
	ReadDir(name string) ([]fs.DirEntry, error)
	ReadFile(name string) ([]byte, error)
	// Lstat describes a file, a folder or a link, which it does not follow.
	Lstat(name string) (fs.FileInfo, error)
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

// A rootDisk reaches nothing outside of its folder, whatever links and journals
// there are in it.
type rootDisk struct{ root *os.Root }

func newRootDisk(root *os.Root) disk { return rootDisk{root} }

func (d rootDisk) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(d.root.FS(), name)
	return entries, d.locate(err)
}

func (d rootDisk) ReadFile(name string) ([]byte, error) {
	data, err := d.root.ReadFile(name)
	return data, d.locate(err)
}

func (d rootDisk) Lstat(name string) (fs.FileInfo, error) {
	info, err := d.root.Lstat(name)
	return info, d.locate(err)
}

func (d rootDisk) Rename(from, to string) error { return d.locate(d.root.Rename(from, to)) }
func (d rootDisk) Remove(name string) error     { return d.locate(d.root.Remove(name)) }
func (d rootDisk) RemoveAll(name string) error  { return d.locate(d.root.RemoveAll(name)) }
func (d rootDisk) Mkdir(name string) error      { return d.locate(d.root.Mkdir(name, 0o777)) }
func (d rootDisk) MkdirAll(name string) error   { return d.locate(d.root.MkdirAll(name, 0o777)) }

func (d rootDisk) Write(name string, data []byte) error {
	f, err := d.root.Create(name)
	if err != nil {
		return d.locate(err)
	}
	_, err = f.Write(data)
	return d.locate(errors.Join(err, f.Sync(), f.Close()))
}

// Keep makes a hard link, and a copy where the file system has none.
func (d rootDisk) Keep(name, as string) error {
	if d.root.Link(name, as) == nil {
		return nil
	}
	data, err := d.ReadFile(name)
	if err != nil {
		return err
	}
	return d.Write(as, data)
}

// Sync is best effort: some systems cannot open a folder, and then the order of
// renames is in their hands.
func (d rootDisk) Sync(dir string) error {
	f, err := d.root.Open(dir)
	if err != nil {
		return nil
	}
	_ = f.Sync()
	return f.Close()
}

// locate returns an error whose path leads from where the user stands to the
// file, not from the output folder.
func (d rootDisk) locate(err error) error {
	if fault := (*fs.PathError)(nil); errors.As(err, &fault) {
		fault.Path = filepath.Join(d.root.Name(), fault.Path)
	}
	if fault := (*os.LinkError)(nil); errors.As(err, &fault) {
		fault.Old = filepath.Join(d.root.Name(), fault.Old)
		fault.New = filepath.Join(d.root.Name(), fault.New)
	}
	return err
}
