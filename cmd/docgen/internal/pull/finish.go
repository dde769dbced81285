package pull

import (
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
)

// finishPending brings a stored snapshot into its place. It can be interrupted
// and repeated.
func (s *store) finishPending() error {
	text, err := s.read(pendingFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	p, err := decodePending(text)
	if err != nil {
		return err
	}
	for _, step := range []func() error{
		func() error { return s.move(*p) },
		// Without the journal, the next pull asks the site again.
		func() error { return s.remove(journalFile) },
		func() error { return s.writeManifest(p.Target, &p.Manifest) },
		func() error { return s.remove(pendingFile) },
		s.clearPages,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// writeManifest drafts the manifest in the stage.
func (s *store) writeManifest(target string, m *Manifest) error {
	text, err := m.encode()
	if err != nil {
		return err
	}
	draft := stageDir + "/manifest"
	if err := s.write(draft, text); err != nil {
		return err
	}
	if err := s.rename(draft, path.Join(target, ManifestFile)); err != nil {
		return err
	}
	s.sync(target)
	return nil
}

// move moves the new pages into place and removes those that are gone.
func (s *store) move(p pending) error {
	old, err := s.manifestOf(p.Target)
	if err != nil {
		return err
	}
	dirs, stays := map[string]bool{}, map[string]bool{}
	for _, e := range p.Manifest.Pages {
		stays[e.File] = true
	}
	for _, e := range s.stagedOf(p.Manifest.Pages) {
		if err := s.rename(staged(e.File), path.Join(p.Target, e.File)); err != nil {
			return err
		}
		dirs[path.Dir(path.Join(p.Target, e.File))] = true
	}
	if old != nil {
		if err := s.removeGone(p.Target, old.Pages, stays); err != nil {
			return err
		}
	}
	for dir := range dirs {
		s.sync(dir)
	}
	return nil
}

// removeGone removes pages, and the folders that are empty without them.
func (s *store) removeGone(target string, old []Entry, stays map[string]bool) error {
	for _, e := range slices.Backward(old) {
		if stays[e.File] {
			continue
		}
		if err := s.remove(path.Join(target, e.File)); err != nil {
			return err
		}
		for dir := path.Dir(e.File); dir != "."; dir = path.Dir(dir) {
			if s.root.Remove(filepath.FromSlash(path.Join(target, dir))) != nil {
				break
			}
		}
	}
	return nil
}
