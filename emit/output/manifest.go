package output

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
)

// ManifestName is the file, beside those of a set, that has digests of what docgen
// wrote. A file that carries the header and is not as it was written was edited, or
// copied and then written by hand, so that it is neither overwritten nor removed.
const ManifestName = "docgen.sum"

// digestOfText returns the digest of a file, whatever its line ends are: git changes them.
func digestOfText(content []byte) string {
	sum := sha256.Sum256(unixLines(content))
	return hex.EncodeToString(sum[:])
}

func unixLines(content []byte) []byte {
	return bytes.ReplaceAll(content, []byte("\r\n"), []byte("\n"))
}

// WithManifest returns the set and its manifest, as Write writes them.
func (s Set) WithManifest() Set {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n", Header(""))
	b.WriteString("# Digests of these files by which docgen knows its own from what somebody edited. Commit this file.\n")
	for _, p := range s.Paths() {
		fmt.Fprintf(&b, "%s  %s\n", digestOfText(s[p]), p)
	}
	out := Set{ManifestName: []byte(b.String())}
	for p, content := range s {
		out[p] = content
	}
	return out
}

// A manifest has the digests of files by their path. There may be several of one,
// where a merge left the lines of both sides.
type manifest map[string][]string

var manifestLine = regexp.MustCompile(`^([0-9a-f]{64})  (.+)$`)

// readManifest reads what lies in a folder. What is no line of a manifest knows no
// file.
func readManifest(d disk) (manifest, error) {
	m := manifest{}
	text, err := readRegular(d, ManifestName)
	switch {
	case errors.Is(err, fs.ErrNotExist) || errors.Is(err, errNotRegular):
		return m, nil
	case err != nil:
		return nil, err
	}
	for line := range strings.Lines(string(unixLines(text))) {
		if parts := manifestLine.FindStringSubmatch(strings.TrimSuffix(line, "\n")); parts != nil {
			m[parts[2]] = append(m[parts[2]], parts[1])
		}
	}
	return m, nil
}

// wrote reports whether a file is as docgen wrote it.
func (m manifest) wrote(path string, content []byte) bool {
	sum := digestOfText(content)
	for _, known := range m[path] {
		if known == sum {
			return true
		}
	}
	return path == ManifestName
}

// An EditedError is a set that would overwrite files that carry docgen's header and
// are not as docgen wrote them.
type EditedError struct {
	Dir   string
	Paths []string
}

func (e *EditedError) Error() string {
	return fmt.Sprintf("%s in %s: not as docgen wrote them, so not overwritten", strings.Join(e.Paths, ", "), e.Dir)
}
