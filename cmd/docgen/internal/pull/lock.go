package pull

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/docgen-go/docgen/emit/output/filelock"
)

const lockFile = stageDir + "/lock"

// takeLock makes sure that no other process pulls into the folder. The system
// gives the lock back when the process ends, however it does. Where there are no
// locks two pulls at once disturb each other, and the next one puts it right,
// because every page is checked against its digest before it counts.
func takeLock(d disk) (*os.File, error) {
	for {
		f, err := d.root.OpenFile(filepath.FromSlash(lockFile), os.O_RDWR|os.O_CREATE, 0o666)
		if err != nil {
			return nil, err
		}
		if !filelock.Try(f, filelock.Exclusive) {
			_ = f.Close()
			return nil, fmt.Errorf("another docgen is pulling into %s; wait until it has finished", d.root.Name())
		}
		if current(d, f) {
			return f, nil
		}
		_ = f.Close() // whoever had it has removed the file; take the new one
	}
}

func current(d disk, f *os.File) bool {
	have, err := f.Stat()
	if err != nil {
		return false
	}
	is, err := d.root.Stat(filepath.FromSlash(lockFile))
	return err == nil && os.SameFile(have, is)
}
