package pull

import (
	"errors"
	"fmt"
	"net/url"
	"path"
	"strings"
)

const (
	llmsFile  = "llms.txt"
	indexFile = "index.md"
)

// An address is that of a page. Sites publish the Markdown of a page X as X.md
// or as X/index.md and link to any of the three; all have one key.
type address struct {
	key string // X, below the base of the scope; "" is the root
	// path is the absolute path of a Markdown file's URL; it and file are empty
	// where a link says no more than X.
	path string
	file string // where the page is stored, below the output, with slashes
	// negotiated says that the path is that of the page for people, which answers
	// in Markdown if it is asked for that.
	negotiated bool
}

// locate reads the path of a URL on the scope's origin.
func (s scope) locate(u *url.URL) (address, error) {
	p := "/" + strings.TrimPrefix(u.Path, "/")
	switch root := strings.TrimSuffix(s.base, "/"); {
	case root != "" && p == root:
		return address{}, nil
	case root != "" && p == root+".md":
		return address{path: p, file: indexFile}, nil
	}
	rest, ok := strings.CutPrefix(p, s.base)
	if !ok {
		return address{}, errElsewhere
	}
	// An encoded separator is none to the site, but would be one here.
	if raw := strings.ToLower(u.EscapedPath()); strings.Contains(raw, "%2f") || strings.Contains(raw, "%5c") {
		return address{}, errors.New("it has an encoded slash")
	}
	name, folder := strings.CutSuffix(rest, "/")
	if name == "" && !folder {
		return address{}, nil
	}
	if err := checkName(name); err != nil {
		return address{}, err
	}
	return locateName(p, name, folder)
}

func locateName(p, name string, folder bool) (address, error) {
	ext := strings.ToLower(path.Ext(name))
	switch {
	case !folder && (path.Base(name) == llmsFile || path.Ext(name) == ".md"):
		return address{key: keyOf(name), path: p, file: name}, nil
	case ext == ".md" || otherKinds[ext]:
		return address{}, errOtherKind
	}
	return address{key: keyOf(name + ".md")}, nil
}

// keyOf is the key of the page in a file.
func keyOf(file string) string {
	key := strings.TrimSuffix(file, ".md")
	if key == "index" {
		return ""
	}
	return strings.TrimSuffix(key, "/index")
}

// forms are the files that may hold the page, as the scope's site names them, and
// last the page for people.
func (s scope) forms(key string) []address {
	switch {
	case key == "" && s.base == "/":
		return []address{{path: s.base + indexFile, file: indexFile}, {path: s.base, file: indexFile, negotiated: true}}
	case key == "":
		root := strings.TrimSuffix(s.base, "/")
		return []address{
			{path: s.base + indexFile, file: indexFile},
			{path: root + ".md", file: indexFile},
			{path: root, file: indexFile, negotiated: true},
		}
	case path.Base(key) == llmsFile:
		return []address{{key: key, path: s.base + key, file: key}}
	}
	index := address{key: key, path: s.base + key + "/" + indexFile, file: key + "/" + indexFile}
	if path.Base(key) == "index" {
		return []address{index} // key.md is the index of the folder above
	}
	page := address{key: key, path: s.base + key + ".md", file: key + ".md"}
	return []address{page, index, {key: key, path: s.base + key, file: key + ".md", negotiated: true}}
}

// otherKinds are the endings of what sites publish beside pages. Any other
// ending is taken for a part of a name, as in v1.2.
var otherKinds = map[string]bool{
	".avif": true, ".css": true, ".csv": true, ".gif": true, ".go": true, ".gz": true, ".htm": true, ".html": true,
	".ico": true, ".jpeg": true, ".jpg": true, ".js": true, ".json": true, ".mdx": true, ".mp3": true, ".mp4": true,
	".pdf": true, ".php": true, ".png": true, ".py": true, ".rss": true, ".svg": true, ".tgz": true, ".txt": true,
	".wasm": true, ".wav": true, ".webm": true, ".webp": true, ".xml": true, ".yaml": true, ".yml": true, ".zip": true,
}

// The limits of a name, so that it can be stored on any file system.
const (
	maxName    = 512
	maxSegment = 128
)

// reserved are names that Windows takes for devices, whatever the ending.
var reserved = map[string]bool{"con": true, "prn": true, "aux": true, "nul": true}

// checkName says why a name below the scope must not become that of a file.
func checkName(name string) error {
	if len(name) > maxName {
		return fmt.Errorf("its path is longer than %d bytes", maxName)
	}
	segments := strings.Split(name, "/")
	for i, segment := range segments {
		if err := checkSegment(segment); err != nil {
			return err
		}
		if i+1 < len(segments) && path.Ext(segment) == ".md" {
			return errors.New("it has a page for a folder")
		}
	}
	return nil
}

func checkSegment(segment string) error {
	stem, _, _ := strings.Cut(strings.ToLower(segment), ".")
	device := reserved[stem] || len(stem) == 4 && (stem[:3] == "com" || stem[:3] == "lpt") && stem[3] >= '0' && stem[3] <= '9'
	switch {
	case segment == "":
		return errors.New("its path has an empty part")
	case len(segment) > maxSegment:
		return fmt.Errorf("a part of its path is longer than %d bytes", maxSegment)
	case strings.ContainsFunc(segment, unsafe):
		return errors.New("its path has characters that no file name should have")
	case strings.HasPrefix(segment, ".") || strings.HasPrefix(segment, "-") || strings.HasSuffix(segment, ".") || device:
		return fmt.Errorf("its path has the part %q", segment)
	}
	return nil
}

// unsafe are the characters outside the alphabet of file names. The dollar is
// in it: references have a resource $shared.
func unsafe(r rune) bool {
	letter := 'a' <= r|0x20 && r|0x20 <= 'z' && r < 0x80
	return !letter && (r < '0' || r > '9') && r != '.' && r != '-' && r != '_' && r != '~' && r != '$'
}
