package main

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/cmd/docgen/internal/docsfs"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/emit/output/filelock"
)

// targetFlags say what to generate where, for the verbs that can do so for all
// targets of docgen.yaml.
type targetFlags struct {
	readFlags

	Docs    string `arg:"" optional:"" help:"${docs} By default docgen.yaml says what to read."`
	Output  string `short:"o" placeholder:"DIR" help:"The folder of the package, by default the one that docgen.yaml says. Files in it that docgen did not write stay as they are."`
	Package string `placeholder:"NAME" help:"The name of the package; where docgen.yaml does not say it, that of the folder."`
	Config  string `placeholder:"FILE" help:"Read this file and not the nearest docgen.yaml, in this folder or above."`

	Since []string `placeholder:"HISTORY" help:"Write into the documentation since when methods, members, types and values are there: an index that \"docgen history --format json\" wrote, or revisions as \"docgen history\" takes them. What the oldest revision has is told nothing of."`

	KeepGoing bool `help:"Go on with what could be read even if there are errors in the docs. The exit code is 1 all the same."`
	Verbose   bool `short:"v" help:"Show all findings about the pages."`
}

// A target is one package to generate.
type target struct {
	// Target has paths that lead there from the working folder.
	*config.Target
	// id is what docgen.lock knows the target by.
	id   string
	lock *lockFile
	// ages are since when things are there, nil where nobody asks.
	ages *ages
}

// folder is where the package is, for people, who may miss a lone dot.
func (t *target) folder() string {
	if filepath.Clean(t.Output) == "." {
		return "this folder"
	}
	return t.Output
}

// targets are those of docgen.yaml, with what the flags say laid over. Who
// names DOCS and DIR needs no docgen.yaml, and then none is looked for. Until the
// run ends no other one gets at docgen.yaml, docgen.lock and the packages, unless
// both have the mode Shared.
func (f *targetFlags) targets(s *session, mode filelock.Mode) ([]*target, error) {
	if err := docsfs.CheckAddress(f.Docs); err != nil {
		return nil, err
	}
	if f.Output != "" {
		if err := checkOutputFolder("--output", f.Output, "a package"); err != nil {
			return nil, err
		}
	}
	if f.Docs != "" && f.Output != "" && f.Config == "" {
		t, err := f.sole()
		if err != nil {
			return nil, err
		}
		return s.overlay([]*target{t}), nil
	}
	targets, err := f.configured(s, mode)
	if err != nil {
		return nil, err
	}
	if f.Docs+f.Output+f.Package != "" {
		if len(targets) > 1 {
			return nil, usageError{errors.New("DOCS, --output and --package are for one target, but docgen.yaml has several; name both DOCS and --output to do without it")}
		}
		if err := f.override(targets[0]); err != nil {
			return nil, err
		}
	}
	return s.overlay(targets), nil
}

// sole is the target that the command line alone describes.
func (f *targetFlags) sole() (*target, error) {
	dir, err := filepath.Abs(f.Output)
	if err != nil {
		return nil, err
	}
	t := &target{Target: &config.Target{Language: config.Text{Value: config.Languages[0]}, Package: naming.Package(filepath.Base(dir))}}
	return t, f.override(t)
}

func (f *targetFlags) override(t *target) error {
	for _, o := range []struct {
		flag string
		into *string
	}{{f.Docs, &t.Docs}, {f.Output, &t.Output}, {f.Package, &t.Package}} {
		if o.flag != "" {
			*o.into = o.flag
		}
	}
	if err := naming.CheckPackage(t.Package); err != nil {
		return usageError{err}
	}
	return nil
}

// configured are the targets of docgen.yaml.
func (f *targetFlags) configured(s *session, mode filelock.Mode) ([]*target, error) {
	name, err := f.file()
	if errors.Is(err, config.ErrNotFound) && f.Docs != "" {
		return nil, usageError{fmt.Errorf("--output is missing, and there is %w: name the folder of the package with -o DIR, or write a docgen.yaml for it with \"docgen init %s\"", config.ErrNotFound, f.Docs)}
	}
	if err != nil {
		return nil, err
	}
	if err := s.hold(name, mode); err != nil {
		return nil, err
	}
	file, err := load(name)
	if err != nil {
		return nil, err
	}
	if len(file.Targets) == 0 {
		return nil, usageError{fmt.Errorf("%s has entries under drift but no targets; list at least one with docs, output and package", name)}
	}
	return resolve(file)
}

// load reads a docgen.yaml. What is wrong with it is wrong usage, as it would be
// on the command line.
func load(name string) (*config.File, error) {
	file, err := config.Load(name)
	if err == nil {
		err = checkCodes(file)
	}
	return file, badConfig(err)
}

// resolve makes the paths of a file lead there from the working folder.
func resolve(file *config.File) ([]*target, error) {
	dir := filepath.Dir(file.Path)
	lock, err := openLock(dir)
	if err != nil {
		return nil, err
	}
	targets := make([]*target, len(file.Targets))
	for i, t := range file.Targets {
		id := path.Clean(filepath.ToSlash(t.Output))
		t.Docs, t.Output = docsFrom(file, t), from(dir, t.Output)
		targets[i] = &target{Target: t, id: id, lock: lock}
	}
	return targets, nil
}

// docsFrom leads from the working folder to the docs of a target of a file.
func docsFrom(file *config.File, t *config.Target) string {
	if strings.HasPrefix(t.Docs, "git:") {
		return t.Docs
	}
	return from(filepath.Dir(file.Path), t.Docs)
}

// optional reads a docgen.yaml by its name. "" is the nearest one, which need
// not be there: then nothing is in it.
func optional(name string) (*config.File, error) {
	name, err := (&targetFlags{Config: name}).file()
	if errors.Is(err, config.ErrNotFound) {
		return &config.File{}, nil
	}
	if err != nil {
		return nil, err
	}
	return load(name)
}

// soleDocs returns the docs of the one target of a docgen.yaml, or of those that
// all targets read.
func soleDocs(name string) (string, error) {
	name, err := (&targetFlags{Config: name}).file()
	if errors.Is(err, config.ErrNotFound) {
		return "", usageError{fmt.Errorf("%w; name DOCS", config.ErrNotFound)}
	}
	if err != nil {
		return "", err
	}
	file, err := load(name)
	if err != nil {
		return "", err
	}
	if len(file.Targets) == 0 {
		return "", usageError{fmt.Errorf("%s has no targets; name DOCS", name)}
	}
	docs := docsFrom(file, file.Targets[0])
	for _, t := range file.Targets {
		if !sameDocs(docs, docsFrom(file, t)) {
			return "", usageError{fmt.Errorf("the targets of %s read different docs; name those to look at", name)}
		}
	}
	return docs, nil
}

// file is the docgen.yaml to read, by the shortest path from here.
func (f *targetFlags) file() (string, error) {
	if f.Config != "" {
		return f.Config, nil
	}
	here, err := os.Getwd()
	if err != nil {
		return "", err
	}
	name, err := config.Find(here)
	if errors.Is(err, config.ErrNotFound) {
		return "", usageError{fmt.Errorf("%w; write one with \"docgen init\", or name DOCS and --output", err)}
	}
	if err != nil {
		return "", err
	}
	if short, err := filepath.Rel(here, name); err == nil {
		name = short
	}
	return name, nil
}

func from(dir, name string) string {
	name = filepath.FromSlash(name)
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(dir, name)
}

// overlay puts the flags of all verbs over the targets.
func (s *session) overlay(targets []*target) []*target {
	if len(s.dialects) > 0 {
		for _, t := range targets {
			t.Dialects = slices.Clone(s.dialects)
		}
	}
	return targets
}
