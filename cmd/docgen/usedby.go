package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/cmd/docgen/internal/gopkgs"
	"github.com/docgen-go/docgen/cmd/docgen/internal/gouses"
	"github.com/docgen-go/docgen/emit/report"
)

// usedByFlags are about the code of the user.
type usedByFlags struct {
	UsedBy []string `placeholder:"PACKAGES" help:"Report only what reaches the Go code of these packages, such as ./..., by what it refers to of the generated package. The exit code follows."`
}

// A userCode is what the code of a user refers to of a generated package.
type userCode struct {
	patterns []string
	// path is the import path of the package.
	path string
	uses map[string][]report.Use // by the name of the identifier
}

// userCode loads what --used-by names; it is nil where that names nothing.
func (f *usedByFlags) userCode(s *session, by userRules) (*userCode, error) {
	if len(f.UsedBy) == 0 {
		return nil, nil
	}
	pkgs, err := gopkgs.Load(s.ctx, f.UsedBy, gopkgs.Options{Tests: true})
	if err != nil {
		return nil, fmt.Errorf("--used-by: %w", err)
	}
	path, err := generatedPackage(s, by, pkgs)
	if err != nil {
		return nil, err
	}
	found, err := gouses.Find(pkgs, path)
	if err != nil {
		return nil, fmt.Errorf("--used-by: %w", err)
	}
	code := &userCode{patterns: f.UsedBy, path: path, uses: map[string][]report.Use{}}
	here, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	for _, u := range found {
		if short, err := filepath.Rel(here, u.Span.File); err == nil {
			u.Span.File = filepath.ToSlash(short)
		}
		code.uses[u.Name] = append(code.uses[u.Name], report.Use{Name: u.Name, Span: u.Span})
	}
	if len(found) == 0 {
		fmt.Fprintf(s.stderr, "--used-by: nothing of %s is referred to in %s\n", path, strings.Join(f.UsedBy, " "))
	}
	return code, nil
}

// generatedPackage is the import path of the package that is made of the docs: of
// the target in docgen.yaml, or the only generated one of those that were loaded or that
// these import.
func generatedPackage(s *session, by userRules, pkgs []*gopkgs.Package) (string, error) {
	if slices.Contains(by.file.Targets, by.target) {
		t, err := withLock(by.file, by.target)
		if err != nil {
			return "", err
		}
		if t.Module != "" {
			return t.Module, nil
		}
		own, err := gopkgs.Load(s.ctx, []string{"."}, gopkgs.Options{Dir: t.Output})
		if err != nil {
			return "", fmt.Errorf("--used-by: the package in %s: %w", t.folder(), err)
		}
		return own[0].PkgPath, nil
	}
	paths, err := gouses.Generated(pkgs)
	if err == nil && len(paths) == 0 {
		var imported []*gopkgs.Package
		if imported, err = gopkgs.Imported(s.ctx, pkgs, gopkgs.Options{}); err == nil {
			paths, err = gouses.Generated(imported)
		}
	}
	switch {
	case err != nil:
		return "", fmt.Errorf("--used-by: %w", err)
	case len(paths) == 0:
		return "", usageError{fmt.Errorf("--used-by: none of these packages was written by docgen, and none that they import; name a docgen.yaml that has the target, or the generated package too")}
	case len(paths) > 1:
		return "", usageError{fmt.Errorf("--used-by: docgen wrote %s; name a docgen.yaml that says which is made of these docs", strings.Join(paths, " and "))}
	}
	return paths[0], nil
}

// names are the identifiers that the code refers to, or nil.
func (u *userCode) names() map[string]bool {
	if u == nil {
		return nil
	}
	names := map[string]bool{}
	for name := range u.uses {
		names[name] = true
	}
	return names
}

// reached leaves the findings that reach the code, with the places by which they do.
func (u *userCode) reached(s *session, findings []report.Finding, c causes) ([]report.Finding, *report.UsedBy) {
	if u == nil {
		return findings, nil
	}
	for _, name := range c.uses.Unknown {
		at := u.uses[name][0].Span
		fmt.Fprintf(s.stderr, "%s: %s.%s is in the package of neither revision; generate it from one of them first\n", at, u.path, name)
	}
	var out []report.Finding
	used := u.names()
	for i, f := range findings {
		names := usesOf(f.Go, used)
		if i < len(c.uses.ByFinding) {
			names = c.uses.ByFinding[i]
		}
		for _, name := range names {
			f.Uses = append(f.Uses, u.uses[name]...)
		}
		if len(f.Uses) > 0 {
			out = append(out, f)
		}
	}
	return out, &report.UsedBy{Packages: u.patterns, Package: u.path, Reached: len(out), Of: len(findings)}
}
