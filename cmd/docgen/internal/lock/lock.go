// Package lock reads and writes docgen.lock: what packages were made of, and
// the names that they have, so that new pages never rename what users call.
// Each fact is one line and the lines are sorted, so that git can merge it.
package lock

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emit/naming"
)

// FileName is what the file is called. It lies beside docgen.yaml.
const FileName = "docgen.lock"

// Go is the language of packages. A target of a file without one has it.
const Go = "go"

// A File is a docgen.lock.
type File struct {
	// Tool is the version of docgen that wrote it.
	Tool string
	// Targets are by output folder, as docgen.yaml writes it.
	Targets map[string]*Target
}

// A Target is what is known of one package.
type Target struct {
	// Language is that of the package.
	Language string
	// Docs is the digest of the pages.
	Docs string
	// Facts are where the package sends secrets.
	Facts *Facts
	// Names are those that users of the package write.
	Names naming.Table
}

const head = `# What docgen made its packages of, and their names, which stay as they are.
# What has no line is called as the rules say, and stays so as well.
# Commit this file. Where a merge leaves two lines for one thing, delete one.
`

// Text is the file as it is stored.
func (f *File) Text() []byte {
	var b strings.Builder
	b.WriteString(head)
	fmt.Fprintf(&b, "docgen %s\n", word(cmp.Or(f.Tool, "devel")))
	for _, output := range slices.Sorted(maps.Keys(f.Targets)) {
		t := f.Targets[output]
		fmt.Fprintf(&b, "\ntarget %s\nlanguage %s\ndocs %s\n", word(output), word(cmp.Or(t.Language, Go)), word(t.Docs))
		for _, line := range slices.Concat(t.Facts.lines(), nameLines(t.Names)) {
			b.WriteString(line + "\n")
		}
	}
	return []byte(b.String())
}

func nameLines(names naming.Table) []string {
	lines := make([]string, 0, len(names))
	for key, name := range names {
		words := key.Parts()
		for i, w := range words {
			words[i] = word(w)
		}
		lines = append(lines, strings.Join(words, " ")+" = "+word(name))
	}
	slices.Sort(lines)
	return lines
}
