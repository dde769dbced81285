package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// attributesFile is where git is told of line ends.
const attributesFile = ".gitattributes"

// attributes returns what git is told about a package and its pages, which lie in this folder or
// elsewhere: generated files have one line end on all systems, pages are kept to the byte.
func attributes(docs string) string {
	text := "# Files of docgen have the same bytes on every system.\n" +
		"*.go text eol=lf\ndocgen.lock text eol=lf\ndocgen.sum text eol=lf\ndocgen.yaml text eol=lf\n"
	if folder, ok := folderBelow(docs); ok {
		text += folder + "/** -text\n"
	}
	return text
}

// folderBelow returns docs as a pattern of git, if they are a folder below this one that a pattern
// without quotes can name.
func folderBelow(docs string) (string, bool) {
	folder := filepath.ToSlash(filepath.Clean(docs))
	plain := !strings.ContainsAny(folder, " \t\n\"\\*?[]!#")
	isFolder := filepath.Ext(folder) == "" && !strings.HasPrefix(docs, "git:")
	return folder, plain && isFolder && filepath.IsLocal(docs) && folder != "."
}

// missingAttributes returns which lines of attributes the file of this folder lacks, and whether
// it is there.
func missingAttributes(want string) (missing []string, exists bool, err error) {
	text, err := os.ReadFile(attributesFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, true, fmt.Errorf("%s: %w", attributesFile, err)
	}
	have := strings.Split(string(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))), "\n")
	for line := range strings.Lines(want) {
		if line = strings.TrimSpace(line); !strings.HasPrefix(line, "#") && !containsLine(have, line) {
			missing = append(missing, line)
		}
	}
	return missing, true, nil
}

func containsLine(lines []string, line string) bool {
	for _, l := range lines {
		if strings.Join(strings.Fields(l), " ") == line {
			return true
		}
	}
	return false
}
