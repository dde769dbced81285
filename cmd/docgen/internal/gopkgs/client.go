package gopkgs

import (
	"context"
	"os"
	"path/filepath"
	"slices"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/gofacts"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/gosource"
)

// ReadClient returns what the source of the packages of a client says about an API, with the functions that it left
// out. Patterns are seen from a folder, names of files from that of the process.
func ReadClient(ctx context.Context, patterns []string, dir string) (client *gofacts.Client, stubbed []Stub, err error) {
	dir, err = filepath.Abs(dir)
	if err != nil {
		return nil, nil, err
	}
	if _, err := os.Stat(dir); err != nil {
		return nil, nil, err
	}
	loaded, err := LoadProgram(ctx, patterns, dir)
	if err != nil {
		return nil, nil, err
	}
	here, err := os.Getwd()
	if err != nil {
		return nil, nil, err
	}
	err = diag.Guard("reading the client", source.Span{}, func() error {
		client, err = gosource.Read(ctx, sourceOf(loaded, here))
		return err
	})
	return client, loaded.Stubbed, err
}

// sourceOf hands loaded packages to the reader; names of files are seen from a folder.
func sourceOf(loaded *Program, dir string) *gosource.Program {
	own := map[string]bool{}
	for _, p := range loaded.Roots {
		if p.Module != nil {
			own[p.Module.Path] = true
		}
	}
	out := &gosource.Program{Fset: loaded.Fset, Dir: dir}
	for _, p := range loaded.Packages {
		out.Packages = append(out.Packages, gosource.Package{
			Types: p.Types, Syntax: p.Syntax, Info: p.TypesInfo, Root: slices.Contains(loaded.Roots, p),
			Own: p.Module != nil && own[p.Module.Path] || p.Module == nil && slices.Contains(loaded.Roots, p), Standard: p.Module == nil && !slices.Contains(loaded.Roots, p),
		})
	}
	return out
}
