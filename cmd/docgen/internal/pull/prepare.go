package pull

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
)

// prepare makes the folders of what waits in the stage and looks whether
// anything is in the way.
func (s *store) prepare(m *Manifest) error {
	owned := s.owned()
	var foreign []string
	for _, e := range s.stagedOf(m.Pages) {
		name := path.Join(s.target, e.File)
		info, err := s.root.Lstat(filepath.FromSlash(name))
		switch {
		case err == nil && (info.IsDir() || !owned[e.File]):
			foreign = append(foreign, e.File)
			continue
		case err != nil && !errors.Is(err, fs.ErrNotExist):
			return err
		}
		if err := s.mkdirAll(path.Dir(name)); err != nil {
			return err
		}
	}
	return s.refuseForeign(foreign)
}

// owned are the files of the target that docgen may replace. A file that no
// manifest lists is somebody's.
func (s *store) owned() map[string]bool {
	owned := map[string]bool{}
	if s.base == s.target {
		for _, e := range s.last {
			owned[e.File] = true
		}
	}
	return owned
}

func (s *store) refuseForeign(files []string) error {
	const shown = 3
	more := ""
	switch n := len(files); {
	case n == 0:
		return nil
	case n > shown:
		files, more = files[:shown], fmt.Sprintf(" and %d more", n-shown)
	}
	return fmt.Errorf("%s has files that docgen did not pull: %s%s; move them away or choose another folder",
		s.show(s.target), strings.Join(files, ", "), more)
}
