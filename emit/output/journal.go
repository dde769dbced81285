package output

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
)

// stageName is the folder, inside the output folder and so on the same file
// system, where a write is prepared. The go command does not look into it.
const stageName = ".docgen-write"

const journalName = stageName + "/journal"

// The journal is the list of changes that a write is about to make. Where there
// is one, renaming has begun and can be undone. It comes with the folder, which
// may come from elsewhere, so nothing in it is trusted that a file set would not
// be trusted with.
type journal struct {
	Version int          `json:"version"`
	Changes []renameStep `json:"changes"`
}

const journalVersion = 1

// A renameStep is a change with digests of the file before and after it, empty
// where there is none.
type renameStep struct {
	Change
	Old string `json:"old,omitempty"`
	New string `json:"new,omitempty"`
}

// A JournalError is a journal that docgen did not write or that was damaged
// since. Nothing was changed for its sake.
type JournalError struct {
	Dir string
	Why string
}

func (e *JournalError) Error() string {
	return fmt.Sprintf("%s: %s, so nothing was changed; if the files of %s are as they should be, remove the folder %s and run docgen again",
		filepath.Join(e.Dir, filepath.FromSlash(journalName)), e.Why, e.Dir, filepath.Join(e.Dir, stageName))
}

// storedName is where the i-th file of the changes is kept in the stage; age is
// "old" or "new".
func storedName(age string, i int) string { return path.Join(stageName, age, strconv.Itoa(i)) }

func digest(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// readJournal returns the journal of an output folder, nil where there is none.
func readJournal(d disk, dir string) (*journal, error) {
	for _, folder := range []string{stageName, path.Join(stageName, "old"), path.Join(stageName, "new")} {
		info, err := d.Lstat(folder)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			return nil, &JournalError{dir, folder + " is no folder"}
		}
	}
	text, err := readRegular(d, journalName)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case errors.Is(err, errNotRegular):
		return nil, &JournalError{dir, "no regular file"}
	case err != nil:
		return nil, err
	}
	var j journal
	if err := json.Unmarshal(text, &j); err != nil {
		return nil, &JournalError{dir, "not a journal of docgen (" + err.Error() + ")"}
	}
	if why := j.fault(); why != "" {
		return nil, &JournalError{dir, why}
	}
	return &j, nil
}

// fault returns what keeps a journal from being one that docgen wrote, or "".
func (j *journal) fault() string {
	if j.Version != journalVersion {
		return fmt.Sprintf("a journal of version %d, and this docgen knows %d", j.Version, journalVersion)
	}
	seen := map[string]bool{}
	for _, s := range j.Changes {
		switch {
		case !validPath(s.Path) || seen[s.Path]:
			return fmt.Sprintf("not a journal of docgen (%q is no path for a generated file)", s.Path)
		case s.Kind != Added && s.Kind != Changed && s.Kind != Stale:
			return fmt.Sprintf("not a journal of docgen (%q is no kind of change)", s.Kind)
		case (s.Old == "") != (s.Kind == Added) || (s.New == "") != (s.Kind == Stale):
			return fmt.Sprintf("not a journal of docgen (digests are missing for %q)", s.Path)
		}
		seen[s.Path] = true
	}
	return ""
}

var errNotRegular = errors.New("not a regular file")

// readRegular reads a file that is no link, pipe or device.
func readRegular(d disk, name string) ([]byte, error) {
	info, err := d.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: %w", name, errNotRegular)
	}
	return d.ReadFile(name)
}
