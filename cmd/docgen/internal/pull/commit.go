package pull

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"path/filepath"
)

// A pending is a snapshot that is whole and on its way into its place. From the
// moment it is stored, the new pages count: who finds it finishes the work.
type pending struct {
	Target   string   `json:"target"`
	Manifest Manifest `json:"manifest"`
}

// commit makes the target the snapshot that the manifest lists.
func (s *store) commit(m *Manifest) error {
	if err := s.prepare(m); err != nil {
		return err
	}
	same, err := s.inPlace(m)
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

// inPlace reports whether the target is the snapshot already.
func (s *store) inPlace(m *Manifest) (bool, error) {
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
