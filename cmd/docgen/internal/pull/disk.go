package pull

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// A disk changes the files of one folder and, whatever links there are in it,
// none outside. Names have slashes.
type disk struct {
	root *os.Root
	step func(change string) error // comes before each change and can refuse it
	// flush waits until what was written is stored.
	flush func(*os.File) error
}

// write replaces a file. It has all of the data or is as before, even if the
// machine stops.
func (d disk) write(name string, data []byte) error {
	if err := d.step("write " + name); err != nil {
		return err
	}
	draft := name + ".part"
	f, err := d.root.Create(filepath.FromSlash(draft))
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err := errors.Join(err, d.flush(f), f.Close()); err != nil {
		return errors.Join(err, d.root.Remove(filepath.FromSlash(draft)))
	}
	return d.rename(draft, name)
}

func (d disk) rename(from, to string) error {
	if err := d.step("rename " + from + " " + to); err != nil {
		return err
	}
	return d.root.Rename(filepath.FromSlash(from), filepath.FromSlash(to))
}

// remove removes a file that may be gone already.
func (d disk) remove(name string) error {
	if err := d.step("remove " + name); err != nil {
		return err
	}
	err := d.root.Remove(filepath.FromSlash(name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func (d disk) removeAll(name string) error {
	if err := d.step("remove all of " + name); err != nil {
		return err
	}
	return d.root.RemoveAll(filepath.FromSlash(name))
}

func (d disk) mkdirAll(name string) error {
	if err := d.step("make " + name); err != nil {
		return err
	}
	return d.root.MkdirAll(filepath.FromSlash(name), 0o777)
}

func (d disk) read(name string) ([]byte, error) {
	return d.root.ReadFile(filepath.FromSlash(name))
}

// sync waits until changes to the entries of a folder are stored. It is best
// effort: some systems cannot open a folder.
func (d disk) sync(dir string) {
	if f, err := d.root.Open(filepath.FromSlash(dir)); err == nil {
		_ = d.flush(f)
		_ = f.Close()
	}
}
