package compare

import (
	"bytes"
	"fmt"
	"go/format"
	"go/scanner"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A size is how long a program is: lines, and tokens without the ends of lines.
type size struct{ lines, tokens int }

// TestPrograms compiles the programs below testdata/programs, each written for a
// generated package and for the vendor's client, and holds ours to be no longer in sum.
// docs/programs.md has the table.
func TestPrograms(t *testing.T) {
	if testing.Short() {
		t.Skip("generates and compiles packages")
	}
	dir := t.TempDir()
	w := &workshop{dir: dir, docgen: filepath.Join(dir, "docgen")}
	buildDocgen(t, w.docgen)
	module := filepath.Join(dir, "programs")
	for _, c := range contests {
		if err := os.CopyFS(filepath.Join(module, c.name), os.DirFS(filepath.Join(w.generateAs(t, c, c.name), "client"))); err != nil {
			t.Fatal(err)
		}
	}
	rows := placePrograms(t, "testdata/programs", module, "sdk")
	buildPrograms(t, module, "example.test/programs")
	if len(rows) != 12 {
		t.Errorf("%d programs are compared", len(rows))
	}
	checkSizes(t, rows)
	var b bytes.Buffer
	b.WriteString("# Programs beside those for the vendors' clients\n\n" +
		"`cd testdata/compare && go test -run TestPrograms` compiles each of these programs for the generated package and for the\n" +
		"vendor's own client (versions in go.mod there), from `testdata/programs`, and counts lines of gofmt and tokens of go/scanner.\n" +
		"They stand whole below the tables.\n\n")
	writeSizes(&b, rows, "vendor's client")
	besides := programsForDocument(t, w.docgen)
	checkSizes(t, besides)
	b.WriteString("\n## Beside oapi-codegen\n\nThe same for an OpenAPI document, `testdata/openapi/depots.yaml`, and the client that oapi-codegen v2.8.2 writes of it.\n\n")
	writeSizes(&b, besides, "oapi-codegen")
	writePrograms(&b, rows, "Vendor's client")
	writePrograms(&b, besides, "oapi-codegen")
	checkDocument(t, "programs.md", b.Bytes())
}

// programsForDocument compiles the programs for an OpenAPI document, with the packages
// that docgen and oapi-codegen write of it.
func programsForDocument(t *testing.T, docgen string) []program {
	t.Helper()
	module := t.TempDir()
	document, err := filepath.Abs("testdata/openapi/depots.yaml")
	if err != nil {
		t.Fatal(err)
	}
	theirs := filepath.Join(module, "oapi", "depots")
	if err := os.MkdirAll(theirs, 0o755); err != nil {
		t.Fatal(err)
	}
	env := []string{"GOFLAGS=-mod=mod", "GOWORK=off"}
	run(t, ".", nil, docgen, "generate", document, "-o", filepath.Join(module, "depots"), "--package", "depots")
	rows := placePrograms(t, "testdata/openapi/programs", module, "oapi")
	if len(rows) != 5 {
		t.Errorf("%d programs are compared", len(rows))
	}
	run(t, module, env, "go", "mod", "init", "example.test/programs")
	run(t, module, env, "go", "run", "github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2", "-package", "depots", "-generate", "types,client", "-o", filepath.Join(theirs, "depots.gen.go"), document)
	run(t, module, env, "go", "mod", "tidy")
	run(t, module, env, "go", "vet", "./main/...")
	return rows
}

func writePrograms(b *bytes.Buffer, rows []program, other string) {
	for _, r := range rows {
		fmt.Fprintf(b, "\n## %s\n\nGenerated package:\n\n```go\n%s```\n\n%s:\n\n```go\n%s```\n", r.name, r.ours, other, r.theirs)
	}
}

// A program is written twice.
type program struct {
	name               string
	ours, theirs       []byte
	ourSize, theirSize size
}

// placePrograms puts each program of a folder, docgen.go and another one, into packages
// of a module.
func placePrograms(t *testing.T, from, module, other string) []program {
	t.Helper()
	folders, err := filepath.Glob(filepath.Join(from, "*"))
	if err != nil {
		t.Fatal(err)
	}
	var out []program
	for _, folder := range folders {
		p := program{name: filepath.Base(folder)}
		for _, side := range []struct {
			file string
			text *[]byte
			size *size
		}{{"docgen", &p.ours, &p.ourSize}, {other, &p.theirs, &p.theirSize}} {
			text, err := os.ReadFile(filepath.Join(folder, side.file+".go"))
			if err != nil {
				t.Fatal(err)
			}
			if formatted, err := format.Source(text); err != nil || !bytes.Equal(formatted, text) {
				t.Errorf("%s/%s.go is not as gofmt writes it: %v", folder, side.file, err)
			}
			*side.text, *side.size = text, sizeOf(text)
			into := filepath.Join(module, "main", p.name, side.file)
			if err := os.MkdirAll(into, 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(into, "main.go"), text, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		out = append(out, p)
	}
	return out
}

// buildPrograms vets the programs in a module of the name, with the requirements of this
// one.
func buildPrograms(t *testing.T, module, name string) {
	t.Helper()
	for _, file := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text = bytes.Replace(text, []byte("module github.com/docgen-go/docgen/testdata/compare\n"), []byte("module "+name+"\n"), 1)
		if err := os.WriteFile(filepath.Join(module, file), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run(t, module, []string{"GOFLAGS=-mod=mod", "GOWORK=off"}, "go", "vet", "./main/...")
}

func sizeOf(text []byte) size {
	var s scanner.Scanner
	files := token.NewFileSet()
	s.Init(files.AddFile("", files.Base(), len(text)), text, nil, 0)
	n := size{lines: bytes.Count(text, []byte("\n"))}
	for {
		switch _, tok, literal := s.Scan(); {
		case tok == token.EOF:
			return n
		case tok != token.SEMICOLON || literal != "\n":
			n.tokens++
		}
	}
}

func sumOf(rows []program) (ours, theirs size) {
	for _, r := range rows {
		ours.lines, ours.tokens = ours.lines+r.ourSize.lines, ours.tokens+r.ourSize.tokens
		theirs.lines, theirs.tokens = theirs.lines+r.theirSize.lines, theirs.tokens+r.theirSize.tokens
	}
	return ours, theirs
}

// checkSizes wants ours to be no longer in sum.
func checkSizes(t *testing.T, rows []program) {
	t.Helper()
	if ours, theirs := sumOf(rows); ours.lines > theirs.lines || ours.tokens > theirs.tokens {
		t.Errorf("our programs have %d lines and %d tokens, theirs %d and %d", ours.lines, ours.tokens, theirs.lines, theirs.tokens)
	}
}

func writeSizes(b *bytes.Buffer, rows []program, other string) {
	fmt.Fprintf(b, "| program | lines, generated / %s | tokens, generated / %s |\n|---|---:|---:|\n", other, other)
	for _, r := range rows {
		fmt.Fprintf(b, "| %s | %d / %d | %d / %d |\n", r.name, r.ourSize.lines, r.theirSize.lines, r.ourSize.tokens, r.theirSize.tokens)
	}
	ours, theirs := sumOf(rows)
	fmt.Fprintf(b, "| **all** | **%d / %d** | **%d / %d** |\n", ours.lines, theirs.lines, ours.tokens, theirs.tokens)
}

// checkDocument holds a file of docs to its content, or writes it.
func checkDocument(t *testing.T, name string, want []byte) {
	t.Helper()
	path := filepath.Join("../../docs", name)
	have, err := os.ReadFile(path)
	if err == nil && bytes.Equal(have, want) {
		return
	}
	if os.Getenv("DOCGEN_UPDATE") == "" {
		t.Errorf("docs/%s is not what was measured (%v); DOCGEN_UPDATE=1 rewrites it", strings.TrimSpace(name), err)
		return
	}
	if err := os.WriteFile(path, want, 0o644); err != nil {
		t.Fatal(err)
	}
	t.Errorf("docs/%s was rewritten: run again without DOCGEN_UPDATE", name)
}
