package lock

import (
	"errors"
	"fmt"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/docgen-go/docgen/emit/naming"
)

// maxBytes is a hundred times the names of the largest reference known.
const maxBytes = 64 << 20

// Load reads a file; one that does not exist is empty.
func Load(name string) (*File, error) {
	info, err := os.Stat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return &File{Targets: map[string]*Target{}}, nil
	}
	if err == nil && info.Size() > maxBytes {
		return nil, fmt.Errorf("%s: %d bytes are more than the limit of %d", name, info.Size(), maxBytes)
	}
	if err != nil {
		return nil, err
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return Parse(filepath.ToSlash(name), string(text))
}

// Parse reads the text of a file. Errors say file:line:column.
func Parse(name, text string) (*File, error) {
	p := parser{file: &File{Targets: map[string]*Target{}}}
	line := 0
	for s := range strings.Lines(text) {
		line++
		if err := p.line(strings.TrimRight(s, "\r\n")); err != nil {
			return nil, fmt.Errorf("%s:%d:1: %w", name, line, err)
		}
	}
	return p.file, nil
}

type parser struct {
	file   *File
	target *Target
}

var errLine = errors.New("this line is not what docgen writes; mend it after a merge, or restore the file")

func (p *parser) line(s string) error {
	if s == "" || strings.HasPrefix(s, "#") {
		return nil
	}
	for _, conflict := range []string{"<<<<<<<", "=======", ">>>>>>>"} {
		if strings.HasPrefix(s, conflict) {
			return errors.New("a merge is not finished: keep the lines of both sides, then run \"docgen generate\"")
		}
	}
	words, err := readWords(s)
	switch {
	case err != nil:
		return err
	case len(words) == 2 && words[0] == "docgen":
		p.file.Tool = words[1]
	case len(words) == 2 && words[0] == "target":
		return p.open(words[1])
	case p.target == nil:
		return errLine
	case len(words) == 2 && words[0] == "language":
		p.target.Language = words[1]
		if words[1] != Go {
			return fmt.Errorf("the target is a package in %s, and this docgen writes %s: use the docgen that wrote the file, or a newer one", words[1], Go)
		}
	case len(words) == 2 && words[0] == "docs":
		p.target.Docs = words[1]
	case len(words) == 2 && words[0] == "server":
		return p.server(words[1])
	case len(words) >= 3 && words[0] == "credential" && words[len(words)-2] != "=":
		return p.credential(words)
	default:
		return p.name(words)
	}
	return nil
}

func (p *parser) open(output string) error {
	if p.file.Targets[output] != nil {
		return fmt.Errorf("target %s comes twice", output)
	}
	p.target = &Target{Language: Go, Names: naming.Table{}}
	p.file.Targets[output] = p.target
	return nil
}

// name reads: kind part... = name.
func (p *parser) name(words []string) error {
	n := len(words)
	if n < 4 || words[n-2] != "=" {
		return errLine
	}
	key := naming.NewKey(words[0], words[1:n-2]...)
	if name := words[n-1]; !naming.IsRules(key) && (!token.IsIdentifier(name) || name == "_") {
		return fmt.Errorf("%q is no name that Go allows; restore the line, or delete it to have the name chosen anew", name)
	}
	if had, twice := p.target.Names[key]; twice && had != words[n-1] {
		return fmt.Errorf("%s has two names, %s and %s; delete the line of one", strings.Join(words[:n-2], " "), had, words[n-1])
	}
	if err := naming.CheckRules(key, words[n-1]); err != nil {
		return err
	}
	p.target.Names[key] = words[n-1]
	return nil
}
