package pull

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"time"
)

// openBase finds the last snapshot of the same pages.
func (s *store) openBase() error {
	m, err := s.manifestOf(s.target)
	if err != nil {
		return err
	}
	if m != nil && m.URL != s.url {
		return fmt.Errorf("%s has the pages of %s; choose another folder", s.show(s.target), m.URL)
	}
	s.base = s.target
	if m == nil && s.target != "." {
		if m, err = s.lastDated(); err != nil {
			return err
		}
	}
	if m == nil {
		m = &Manifest{}
	}
	s.last = byKey(m.Pages)
	return nil
}

// lastDated is the manifest of the newest folder before that of the target.
func (s *store) lastDated() (*Manifest, error) {
	entries, err := fs.ReadDir(s.root.FS(), ".")
	if err != nil {
		return nil, err
	}
	for i := len(entries) - 1; i >= 0; i-- {
		name := entries[i].Name()
		if _, err := time.Parse(time.DateOnly, name); err != nil || name >= s.target {
			continue
		}
		m, err := s.manifestOf(name)
		if err == nil && m != nil && m.URL == s.url {
			s.base = name
			return m, nil
		}
	}
	return nil, nil
}

// manifestOf is the manifest of a snapshot, nil if there is none.
func (s *store) manifestOf(dir string) (*Manifest, error) {
	file := path.Join(dir, ManifestFile)
	text, err := s.read(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	m, err := decodeManifest(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w; remove the file to pull everything again", s.show(file), err)
	}
	return m, nil
}

// lastPage is a page of the last snapshot, nil if it has none or if its file is
// not as it was pulled.
func (s *store) lastPage(key string) *storedPage {
	if s == nil {
		return nil // in a dry run
	}
	e, ok := s.last[key]
	if !ok {
		return nil
	}
	return s.readPage(e, path.Join(s.base, e.File))
}
