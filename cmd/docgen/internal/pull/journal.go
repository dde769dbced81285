package pull

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// maxAge is how long after its start an interrupted pull may go on. What is
// older is asked for again: half of a snapshot would be of another time.
const maxAge = 24 * time.Hour

// A journalHead is the first line of the journal. Each line after it is the
// Entry of a page that is final.
type journalHead struct {
	URL     string    `json:"url"`
	Started time.Time `json:"started"`
}

// openJournal reads what an interrupted pull has noted and goes on from there.
func (s *store) openJournal() error {
	text, err := s.read(journalFile)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	head, entries := decodeJournal(text)
	if age := s.now().Sub(head.Started); head.URL != s.url || age < 0 || age > maxAge {
		head, entries = journalHead{s.url, s.now().UTC()}, nil
		if err := s.clearPages(); err != nil {
			return err
		}
	}
	s.gathered = byKey(entries)
	// Writing it again leaves out a line that the interruption has torn.
	text, err = encodeJournal(head, entries)
	if err != nil {
		return err
	}
	if err := s.write(journalFile, text); err != nil {
		return err
	}
	s.journal, err = s.root.OpenFile(filepath.FromSlash(journalFile), os.O_WRONLY|os.O_APPEND, 0)
	return err
}

func (s *store) clearPages() error {
	if err := s.removeAll(stagePages); err != nil {
		return err
	}
	return s.mkdirAll(stagePages)
}

// decodeJournal reads up to the first line that is not whole.
func decodeJournal(text []byte) (head journalHead, entries []Entry) {
	d := json.NewDecoder(bytes.NewReader(text))
	if d.Decode(&head) != nil {
		return journalHead{}, nil
	}
	for {
		var e Entry
		if d.Decode(&e) != nil || checkFile(e.File) != nil {
			return head, entries
		}
		entries = append(entries, e)
	}
}

func encodeJournal(head journalHead, entries []Entry) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	err := e.Encode(head)
	for _, entry := range entries {
		err = errors.Join(err, e.Encode(entry))
	}
	return b.Bytes(), err
}

// note makes the journal say that a page is final. A line that gets lost with
// the machine costs a request and no more.
func (s *store) note(e Entry) error {
	line, err := json.Marshal(e)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.step("note " + e.File); err != nil {
		return err
	}
	s.gathered[keyOf(e.File)] = e
	_, err = s.journal.Write(append(line, '\n'))
	return err
}
