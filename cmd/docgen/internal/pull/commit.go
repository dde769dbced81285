package pull

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"time"
)

// A pending is a snapshot that is whole and on its way into its place. From the
// moment it is stored, the new pages count: who finds it finishes the work.
type pending struct {
	Target   string   `json:"target"`
	Manifest Manifest `json:"manifest"`
}

// decodePending reads a snapshot that is on its way, and trusts it no more than
// a manifest: it decides which files are moved and removed.
func decodePending(text []byte) (*pending, error) {
	var p pending
	err := json.Unmarshal(text, &p)
	if err == nil && p.Target != "." {
		_, err = time.Parse(time.DateOnly, p.Target)
	}
	for _, e := range p.Manifest.Pages {
		err = errors.Join(err, checkFile(e.File))
	}
	if err != nil {
		return nil, fmt.Errorf("%s: not what docgen wrote (%w); remove the folder %s and pull again", pendingFile, err, stageDir)
	}
	return &p, nil
}

// Unfinished reports whether a pull into a folder was interrupted while pages
// moved into place, and which folder below it is half new.
func Unfinished(dir string) (target string, ok bool) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return "", false
	}
	defer root.Close()
	info, err := root.Lstat(pendingFile)
	if err != nil || !info.Mode().IsRegular() {
		return "", false
	}
	text, err := root.ReadFile(pendingFile)
	if err != nil {
		return "", false
	}
	p, err := decodePending(text)
	if err != nil {
		return "", false
	}
	return p.Target, true
}

// commit makes the target the snapshot that the manifest lists.
func (s *store) commit(m *Manifest) error {
	if err := s.prepare(m); err != nil {
		return err
	}
	same, err := s.isCurrent(m)
	if err != nil {
		return err
	}
	if !same {
		if err := s.writePending(m); err != nil {
			return err
		}
		if err := s.finishPending(); err != nil {
			return fmt.Errorf("%w; the pages are stored aside, pull again to put them in place", err)
		}
	}
	s.gathered = nil
	return nil
}

// isCurrent reports whether the target is the snapshot already.
func (s *store) isCurrent(m *Manifest) (bool, error) {
	text, err := m.encode()
	if err != nil {
		return false, err
	}
	old, err := s.read(path.Join(s.target, ManifestFile))
	return err == nil && bytes.Equal(old, text) && len(s.stagedOf(m.Pages)) == 0, nil
}

func (s *store) writePending(m *Manifest) error {
	text, err := json.Marshal(pending{s.target, *m})
	if err != nil {
		return err
	}
	s.sync(stagePages)
	err = s.write(pendingFile, text)
	s.sync(stageDir)
	return err
}

// stagedOf are the pages that wait in the stage.
func (s *store) stagedOf(pages []Entry) []Entry {
	var out []Entry
	for _, e := range pages {
		if _, err := s.root.Lstat(filepath.FromSlash(staged(e.File))); err == nil {
			out = append(out, e)
		}
	}
	return out
}
