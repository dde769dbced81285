package pull

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path"
	"slices"
)

// ManifestFile is the file beside the pages that says where they are from.
const ManifestFile = "docgen-pull.json"

// SchemaURL is where the schema of manifests is published.
const SchemaURL = "https://raw.githubusercontent.com/docgen-go/docgen/main/cmd/docgen/schemas/pull.json"

const manifestVersion = 1

// A Manifest lists the pages of a snapshot. It holds nothing but what the
// server has said, so that equal answers give equal manifests: no time, and
// nothing of the machine.
type Manifest struct {
	Schema  string `json:"$schema"`
	Version int    `json:"version"`
	URL     string `json:"url"` // below which the pages are
	// Incomplete is the limit that ended the pull before all linked pages were asked
	// for, in words, or "" for a whole snapshot.
	Incomplete string  `json:"incomplete,omitzero"`
	Pages      []Entry `json:"pages"` // sorted by file
}

// An Entry is a stored page.
type Entry struct {
	File   string `json:"file"`   // below the folder of the manifest, with slashes
	URL    string `json:"url"`    // that answered, after redirects
	SHA256 string `json:"sha256"` // of the file, in hexadecimal digits
	Bytes  int64  `json:"bytes"`
	// What the server needs to tell whether the page has changed, if it gave that.
	ETag         string `json:"etag,omitzero"`
	LastModified string `json:"lastModified,omitzero"`
}

// UnmarshalJSON also reads the key that manifests had before all keys were written
// in one way.
func (e *Entry) UnmarshalJSON(text []byte) error {
	type plain Entry
	both := struct {
		*plain
		Before string `json:"last_modified"`
	}{plain: (*plain)(e)}
	if err := json.Unmarshal(text, &both); err != nil {
		return err
	}
	e.LastModified = cmp.Or(e.LastModified, both.Before)
	return nil
}

func digest(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}

// holds reports whether the body is that of the entry.
func (e Entry) holds(body []byte) bool {
	return int64(len(body)) == e.Bytes && digest(body) == e.SHA256
}

func (m *Manifest) sort() {
	slices.SortFunc(m.Pages, func(a, b Entry) int { return cmp.Compare(a.File, b.File) })
}

func (m *Manifest) encode() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(m)
	return b.Bytes(), err
}

// decodeManifest reads a manifest and trusts it no more than a site: it decides
// which files are replaced and removed.
func decodeManifest(text []byte) (*Manifest, error) {
	var m Manifest
	if err := json.Unmarshal(text, &m); err != nil {
		return nil, err
	}
	if m.Version != manifestVersion {
		return nil, fmt.Errorf("version %d is not known; it is from another release of docgen", m.Version)
	}
	for _, e := range m.Pages {
		if err := checkFile(e.File); err != nil {
			return nil, err
		}
	}
	return &m, nil
}

// checkFile says why an entry cannot be one of ours.
func checkFile(file string) error {
	if path.Ext(file) != ".md" && path.Base(file) != llmsFile {
		return fmt.Errorf("%q is no page", file)
	}
	if err := checkName(file); err != nil {
		return fmt.Errorf("%q: %w", file, err)
	}
	return nil
}

// IncompleteReason returns why the snapshot of a manifest is incomplete, and the line
// that says so, from 1. It returns "" for a whole snapshot and for what is no manifest:
// the next pull says what is wrong with it.
func IncompleteReason(text []byte) (reason string, line int32) {
	m, err := decodeManifest(text)
	if err != nil || m.Incomplete == "" {
		return "", 0
	}
	before, _, _ := bytes.Cut(text, []byte(`"incomplete"`))
	return m.Incomplete, 1 + int32(bytes.Count(before, []byte("\n")))
}

// byKey finds entries by the key of their page.
func byKey(pages []Entry) map[string]Entry {
	out := make(map[string]Entry, len(pages))
	for _, e := range pages {
		out[keyOf(e.File)] = e
	}
	return out
}
