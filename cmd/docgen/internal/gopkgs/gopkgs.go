// Package gopkgs loads the Go packages of a user with their types: whoever looks
// at what a user's code says or refers to begins here.
//
// Packages are listed by the go command, so that they are those that "go build"
// would compile on this machine: files of other systems and build tags are left out.
package gopkgs

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// Options say what to load.
type Options struct {
	// Dir is the folder in which patterns are understood; "" is the working folder.
	Dir string
	// Tests adds the tests of the packages.
	Tests bool
	// Overlay is what is in files instead of what is on the disk, by absolute path.
	Overlay map[string][]byte
}

// A Package is one package with its syntax and types, as the loader of the Go tools
// gives it.
type Package = packages.Package

// mode is syntax and types of the packages themselves; what they import is read
// from what the compiler wrote.
const mode = packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports |
	packages.NeedTypes | packages.NeedTypesSizes | packages.NeedSyntax | packages.NeedTypesInfo | packages.NeedModule | packages.NeedForTest

// Load returns the packages that patterns such as ./... name, with syntax and types,
// sorted by ID. A package that cannot be listed, parsed or type-checked is an error,
// because of what is not there nothing can be said; so is a pattern that names none.
func Load(ctx context.Context, patterns []string, o Options) ([]*Package, error) {
	pkgs, err := packages.Load(&packages.Config{Context: ctx, Mode: mode, Dir: o.Dir, Tests: o.Tests, Overlay: o.Overlay}, patterns...)
	if err != nil {
		return nil, loadError(patterns, err)
	}
	pkgs = slices.DeleteFunc(pkgs, isTestMain)
	if len(pkgs) == 0 {
		return nil, fmt.Errorf("%s: no packages; name those of the Go code, as ./... does", strings.Join(patterns, " "))
	}
	if err := faults(pkgs); err != nil {
		return nil, err
	}
	slices.SortFunc(pkgs, func(a, b *Package) int { return strings.Compare(a.ID, b.ID) })
	return pkgs, nil
}

// Imported returns the packages that others import directly, but for those of the standard
// library, with the names of their files alone.
func Imported(ctx context.Context, pkgs []*Package, o Options) ([]*Package, error) {
	paths := map[string]bool{}
	for _, p := range pkgs {
		for _, q := range p.Imports {
			paths[q.PkgPath] = true
		}
	}
	if len(paths) == 0 {
		return nil, nil
	}
	patterns := slices.Sorted(maps.Keys(paths))
	out, err := packages.Load(&packages.Config{Context: ctx, Mode: packages.NeedName | packages.NeedFiles | packages.NeedModule, Dir: o.Dir}, patterns...)
	if err != nil {
		return nil, loadError(patterns, err)
	}
	return slices.DeleteFunc(out, func(p *Package) bool { return p.Module == nil }), nil
}

// A Fault is what does not compile, at file:line:column or "" where nothing says where.
type Fault struct{ Pos, Text string }

// Check returns what does not compile in the packages that patterns name, each fault
// once. The error is for packages that cannot be listed.
func Check(ctx context.Context, patterns []string, o Options) ([]Fault, error) {
	pkgs, err := packages.Load(&packages.Config{Context: ctx, Mode: mode, Dir: o.Dir, Tests: o.Tests, Overlay: o.Overlay}, patterns...)
	if err != nil {
		return nil, loadError(patterns, err)
	}
	var out []Fault
	for _, p := range pkgs {
		for _, e := range p.Errors {
			if isCompiler(e) && slices.ContainsFunc(p.Errors, isTypeError) {
				continue
			}
			if f := (Fault{e.Pos, e.Msg}); !slices.Contains(out, f) {
				out = append(out, f)
			}
		}
	}
	return out, nil
}

// loadError returns what the go command said when it could not list packages, without
// the words of the library around it.
func loadError(patterns []string, err error) error {
	what := err.Error()
	if _, said, ok := strings.Cut(what, "stderr: "); ok {
		what = strings.TrimPrefix(strings.TrimSpace(said), "go: ")
	}
	return fmt.Errorf("%s: the Go packages cannot be listed: %s", strings.Join(patterns, " "), what)
}

// isTestMain reports whether a package is the program that the go command writes to
// run tests.
func isTestMain(p *Package) bool {
	return p.Name == "main" && p.ForTest == "" && strings.HasSuffix(p.ID, ".test")
}

// shownFaults is how many faults an error names before it counts.
const shownFaults = 5

// faults returns what is wrong with packages, each fault once: tests repeat those of
// the package that they are about.
func faults(pkgs []*Package) error {
	var all []string
	for _, p := range pkgs {
		for _, e := range p.Errors {
			if isCompiler(e) && slices.ContainsFunc(p.Errors, isTypeError) {
				continue // the compiler's own list of what the type checker says
			}
			if text := faultText(e); !slices.Contains(all, text) {
				all = append(all, text)
			}
		}
		if len(p.Errors) == 0 && p.Types == nil {
			all = append(all, p.PkgPath+": no types")
		}
	}
	if len(all) == 0 {
		return nil
	}
	first := all[:min(len(all), shownFaults)]
	if more := len(all) - len(first); more > 0 {
		first = append(slices.Clone(first), fmt.Sprintf("and %d more", more))
	}
	return errors.New("the Go code does not compile:\n  " + strings.Join(first, "\n  "))
}

// faultText returns a fault with its place, where it has one.
func faultText(e packages.Error) string { return strings.TrimPrefix(e.Error(), "-: ") }

func isCompiler(e packages.Error) bool { return e.Kind != packages.TypeError && e.Pos == "" }

func isTypeError(e packages.Error) bool { return e.Kind == packages.TypeError }
