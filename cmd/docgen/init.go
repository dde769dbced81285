package main

import (
	"bufio"
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"text/template"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/cmd/docgen/internal/docsfs"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model/release"
)

type initCmd struct {
	Docs    string `arg:"" optional:"" default:"docs" help:"${docs} By default docs."`
	Package string `placeholder:"NAME" help:"The name of the package; by default that of the Go files here, or of the folder."`
	From    string `placeholder:"NAME" help:"Set up the package of a reference that docgen knows, and say how to take its pages: ${references}."`
	List    bool   `help:"Print the references that docgen knows, with their addresses, and write nothing."`
	Schema  bool   `help:"Print the JSON Schema of docgen.yaml and write nothing."`
}

//go:embed init.tmpl
var initText string

var initTemplate = template.Must(template.New(config.FileName).Parse(initText))

//go:embed schemas/config.json
var configSchema []byte

// identified returns a schema that says where it is published. In the repository it
// does not, so that each release refers to its own files.
func identified(schema []byte, url string) []byte {
	return bytes.Replace(schema, []byte("{\n"), []byte("{\n  \"$id\": \""+url+"\",\n"), 1)
}

// generateFile is what carries the go:generate line.
const generateFile = "generate.go"

// Run writes docgen.yaml and the file with the go:generate line into the
// working folder, both or none.
func (c *initCmd) Run(s *session) error {
	if c.Schema {
		return s.print(func(w *bufio.Writer) error {
			_, err := w.Write(identified(configSchema, release.Pin(config.SchemaURL)))
			return err
		})
	}
	if c.List {
		return s.print(listKnown)
	}
	var known *knownReference
	if c.From != "" {
		var err error
		if known, err = findKnown(c.From); err != nil {
			return err
		}
	}
	if err := docsfs.CheckAddress(c.Docs); err != nil {
		return fmt.Errorf("%w; \"docgen init docs\" then writes what reads them", err)
	}
	pkg, err := c.packageName()
	if err != nil {
		return err
	}
	command, err := goCommand()
	if err != nil {
		return err
	}
	text, err := c.configText(pkg)
	if err != nil {
		return err
	}
	source := fmt.Sprintf("package %s\n\n//go:generate %s generate\n", pkg, command)
	files := []newFile{{config.FileName, text}, {generateFile, source}}
	want := attributes(c.Docs)
	missing, exists, err := missingAttributes(want)
	if err != nil {
		return err
	}
	if !exists {
		files = append(files, newFile{attributesFile, want})
	}
	if err := createAll(files); err != nil {
		return err
	}
	fmt.Fprintf(s.stderr, "%s: written; %s, then run \"go generate\"\n", fileNames(files), c.next(known))
	if len(missing) > 0 {
		fmt.Fprintf(s.stderr, "%s: there is one already; add these lines, which keep files the same on all systems:\n\t%s\n", attributesFile, strings.Join(missing, "\n\t"))
	}
	if strings.HasSuffix(command, "@latest") {
		fmt.Fprintf(s.stderr, "%s: runs docgen@latest, because this build has no version to pin; \"go get -tool %s\" pins one in go.mod\n", generateFile, commandPath)
	}
	return nil
}

// fileNames returns the names of files in one phrase.
func fileNames(files []newFile) string {
	var names []string
	for _, f := range files {
		names = append(names, f.name)
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// next is what is left to do before generating.
func (c *initCmd) next(known *knownReference) string {
	if known != nil {
		return fmt.Sprintf("take the pages of %s with \"%s\" (the address was seen on %s)", known.Vendor, known.pullCommand(c.Docs), known.Seen)
	}
	if _, err := os.Stat(c.Docs); err == nil || strings.HasPrefix(c.Docs, "git:") {
		return "check what else " + config.FileName + " can say"
	}
	return c.Docs + " is not there yet: put the pages there, or name others in " + config.FileName
}

func (c *initCmd) configText(pkg string) (string, error) {
	docs, err := yamlText(filepath.ToSlash(c.Docs))
	if err != nil {
		return "", err
	}
	var text strings.Builder
	err = initTemplate.Execute(&text, map[string]string{"Schema": release.Pin(config.SchemaURL), "Docs": docs, "Package": pkg, "Version": cmp.Or(releaseVersion(), "a build without a version"), "From": c.fromText()})
	return text.String(), err
}

// fromText returns where the pages come from, for docgen.yaml.
func (c *initCmd) fromText() string {
	known, err := findKnown(c.From)
	if err != nil {
		return ""
	}
	return known.pullCommand(filepath.ToSlash(c.Docs))
}

func (c *initCmd) packageName() (string, error) {
	here, err := filepath.Abs(".")
	if err != nil {
		return "", err
	}
	name := cmp.Or(c.Package, packageHere(), c.From, naming.Package(filepath.Base(here)))
	if err := naming.CheckPackage(name); err != nil {
		return "", usageError{err}
	}
	return name, nil
}

// packageHere is the package of the Go files of the working folder, or "".
func packageHere() string {
	files, _ := filepath.Glob("*.go")
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		if f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.PackageClauseOnly); err == nil {
			return f.Name.Name
		}
	}
	return ""
}

// yamlText is a text as YAML, in quotes where it would be something else.
func yamlText(s string) (string, error) {
	n := yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s}
	if s == "=" { // the default key of YAML 1.1, which the library forgets
		n.Style = yaml.DoubleQuotedStyle
	}
	text, err := yaml.Marshal(&n)
	return strings.TrimSpace(string(text)), err
}
