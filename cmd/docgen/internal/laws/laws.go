// Package laws holds what docgen makes of any docs against what must be true whatever
// stands on them, and has what such tests share. It promises nothing to others.
package laws

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"sync"

	"github.com/docgen-go/docgen/emit/output"
)

// IsTree reports whether no page is a folder of others.
func IsTree[F any](docs map[string]*F) bool {
	for name := range docs {
		for i, c := range name {
			if c == '/' && docs[name[:i]] != nil {
				return false
			}
		}
	}
	return len(docs) > 0
}

// checking is what type checks have in common: the imported packages of the
// standard library, which are loaded once.
var checking struct {
	sync.Mutex
	files    *token.FileSet
	importer types.Importer
	carried  map[string]*ast.File
}

// TypeCheck checks the types of a package in memory, tests included.
func TypeCheck(set output.Set) error {
	checking.Lock()
	defer checking.Unlock()
	if checking.files == nil {
		checking.files = token.NewFileSet()
		checking.importer = importer.ForCompiler(checking.files, "gc", nil)
		checking.carried = map[string]*ast.File{}
	}
	var parsed []*ast.File
	for _, name := range set.Paths() {
		if !strings.HasSuffix(name, ".go") {
			continue
		}
		file, err := parseOnce(name, set[name])
		if err != nil {
			return err
		}
		parsed = append(parsed, file)
	}
	var faults []error
	conf := types.Config{Importer: checking.importer, Error: func(err error) { faults = append(faults, err) }}
	_, _ = conf.Check("client", checking.files, parsed, nil)
	if len(faults) > 0 {
		return fmt.Errorf("%d faults, such as %w", len(faults), faults[0])
	}
	return nil
}

// parseOnce parses a file, and remembers the runtime, which all packages carry.
func parseOnce(name string, source []byte) (*ast.File, error) {
	if file := checking.carried[string(source)]; file != nil {
		return file, nil
	}
	file, err := parser.ParseFile(checking.files, name, source, parser.SkipObjectResolution)
	if err == nil && strings.HasPrefix(name, "runtime") {
		checking.carried[string(source)] = file
	}
	return file, err
}
