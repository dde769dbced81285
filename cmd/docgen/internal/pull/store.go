package pull

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"
	"time"
)

// The stage is a folder beside the pages where a snapshot is gathered until it
// is whole. Its files do not look like pages to anybody.
const (
	stageDir    = ".docgen-pull"
	stagePages  = stageDir + "/pages"
	journalFile = stageDir + "/journal"
	pendingFile = stageDir + "/commit"
)

// A store is the snapshot in a folder: the last one, and the next one as far as
// it has come.
type store struct {
	disk
	url     string
	target  string // the folder of the next snapshot, below the root
	now     func() time.Time
	lock    *os.File
	created bool // the root did not exist

	base     string           // the folder of the last snapshot, which may be the target
	last     map[string]Entry // its entries by key
	mu       sync.Mutex
	journal  *os.File
	gathered map[string]Entry // by key, what an interrupted pull is done with
}

func openStore(o Options, url string) (_ *store, err error) {
	s := &store{url: url, target: ".", now: o.Now, disk: disk{step: o.step, flush: o.flush}}
	if o.Dated {
		s.target = o.Now().UTC().Format(time.DateOnly)
	}
	if err := s.openRoot(o.Dir); err != nil {
		return nil, err
	}
	for _, step := range []func() error{s.openStage, s.finishPending, s.openBase, s.openJournal} {
		if err := step(); err != nil {
			return nil, errors.Join(err, s.close())
		}
	}
	return s, nil
}

func (s *store) openRoot(dir string) (err error) {
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		s.created = true
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	s.root, err = os.OpenRoot(dir)
	return err
}

func (s *store) openStage() (err error) {
	if err := s.mkdirAll(stagePages); err != nil {
		return err
	}
	s.lock, err = takeLock(s.disk)
	return err
}

// show is how the user finds a file.
func (s *store) show(name string) string {
	return filepath.Join(s.root.Name(), filepath.FromSlash(name))
}

// close gives back what is open. A stage with nothing in it goes, and so does a
// folder that was made for nothing.
func (s *store) close() error {
	var errs []error
	if s.journal != nil {
		errs = append(errs, s.journal.Close())
	}
	if s.lock != nil {
		if s.idle() {
			errs = append(errs, s.removeAll(stageDir))
		}
		errs = append(errs, s.lock.Close())
	}
	errs = append(errs, s.root.Close())
	if s.created {
		_ = os.Remove(s.root.Name()) // fails, as it should, if there is anything in it
	}
	return errors.Join(errs...)
}

// idle reports whether the stage holds nothing that a later pull could use.
func (s *store) idle() bool {
	_, err := s.root.Stat(pendingFile)
	return errors.Is(err, fs.ErrNotExist) && len(s.gathered) == 0
}

// A storedPage is an entry with what it is about.
type storedPage struct {
	Entry
	body []byte
}

// readPage reads the page from the first of the files that has it.
func (s *store) readPage(e Entry, files ...string) *storedPage {
	for _, file := range files {
		body, err := s.read(file)
		if err != nil {
			continue
		}
		if e.holds(body) {
			return &storedPage{e, body}
		}
		// A checkout on Windows has other line ends than the site.
		if body = bytes.ReplaceAll(body, []byte("\r\n"), []byte("\n")); e.holds(body) {
			return &storedPage{e, body}
		}
	}
	return nil
}

// gatheredPage is a page that an interrupted pull is done with, nil if it has
// not.
func (s *store) gatheredPage(key string) *storedPage {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	e, ok := s.gathered[key]
	s.mu.Unlock()
	if !ok {
		return nil
	}
	return s.readPage(e, staged(e.File), path.Join(s.target, e.File))
}

// staged is where a page waits for its place. The name is safe for any system
// and does not look like that of a page.
func staged(file string) string {
	sum := sha256.Sum256([]byte(file))
	return stagePages + "/" + hex.EncodeToString(sum[:16])
}

// save keeps a page for the next snapshot and notes that it is final.
func (s *store) save(p storedPage) error {
	if s == nil {
		return nil
	}
	if err := s.stage(p); err != nil {
		return err
	}
	return s.note(p.Entry)
}

// stage puts a page aside, unless it is in place already.
func (s *store) stage(p storedPage) error {
	if s.readPage(p.Entry, path.Join(s.target, p.File)) != nil {
		return nil
	}
	return s.write(staged(p.File), p.body)
}
