package usermodules

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/command"
	"github.com/docgen-go/docgen/model/testutil"
)

// TestDrift compares made-up clients, one in each style, with a made-up reference.
func TestDrift(t *testing.T) {
	testutil.NoRace(t, "one goroutine reads the standard library")
	testutil.Cases(t, "../../../../testdata/drift/*.txtar", func(t *testing.T, c *testutil.Case) {
		testutil.SlowGolden(t, "reads the standard library")
		dir := t.TempDir()
		command.Write(t, filepath.Join(dir, "api.yaml"), c.Text("api.yaml"))
		for _, f := range c.Archive.Files {
			if strings.HasPrefix(f.Name, "client/") {
				command.Write(t, filepath.Join(dir, f.Name), string(f.Data))
			}
		}
		r := command.Run(t, "drift", filepath.Join(dir, "api.yaml"), "./...", "-C", filepath.Join(dir, "client"), "--confidence", "perhaps", "-v")
		if r.Stderr != "" {
			t.Errorf("standard error: %s", r.Stderr)
		}
		c.Want(t, "want", strings.ReplaceAll(filepath.ToSlash(r.Stdout), filepath.ToSlash(dir)+"/", ""))
	})
}

// bookingFolder makes a folder the working folder in which a client is held against pages
// (ok) and a revision of them (new).
func bookingFolder(t *testing.T) {
	t.Helper()
	const from = "../../../../testdata/booking/"
	page, client := command.Text(t, from+"berths.md"), command.Text(t, from+"client.go")
	t.Chdir(command.Folder(t))
	command.Write(t, "ok/berths.md", page)
	command.Write(t, "new/berths.md", strings.ReplaceAll(page, "`name: string`", "`title: string`"))
	command.Write(t, "client/go.mod", "module example.com/client\n\ngo 1.24\n")
	command.Write(t, "client/client.go", client)
	command.Write(t, "docgen.yaml", "version: 1\ntargets:\n  - {docs: ok, output: out, package: harbor}\n")
}

// TestDriftSince reports only what the pages gained.
func TestDriftSince(t *testing.T) {
	testutil.NoRace(t, "one goroutine reads the standard library")
	testutil.Slow(t, "reads the standard library")
	bookingFolder(t)
	command.Run(t, "drift", "new", ".", "-C", "client", "--since", "ok").Expect(t, command.Findings, "has no member for title", "")
	command.Run(t, "drift", "ok", ".", "-C", "client", "--since", "ok").Expect(t, command.OK, "0 errors, 0 warnings, 0 notes", "")
}

// TestDriftSARIF keeps the form that module testdata/compare holds against the schema of
// the standard.
func TestDriftSARIF(t *testing.T) {
	testutil.NoRace(t, "one goroutine reads the standard library")
	testutil.SlowGolden(t, "reads the standard library")
	golden, err := filepath.Abs("../../../../testdata/drift/booking.sarif")
	if err != nil {
		t.Fatal(err)
	}
	bookingFolder(t)
	testutil.Golden(t, golden, filepath.ToSlash(command.Run(t, "drift", "new", ".", "-C", "client", "--format", "sarif").Stdout))
}

// TestDriftAccepted leaves out what a baseline or an ignore file has.
func TestDriftAccepted(t *testing.T) {
	testutil.NoRace(t, "one goroutine reads the standard library")
	testutil.Slow(t, "reads the standard library")
	bookingFolder(t)
	r := command.Run(t, "drift", "new", ".", "-C", "client", "--format", "json")
	r.Expect(t, command.Findings, `"rule": "response-member-missing"`, "")
	command.Write(t, "base.json", r.Stdout)
	command.Run(t, "drift", "new", ".", "-C", "client", "--baseline", "base.json").Expect(t, command.OK, "0 errors, 0 warnings", "")
	command.Write(t, "ignore.yaml", "- {rule: response-member-missing, in: client.Berth, at: title, reason: nobody needs it}\n- {rule: request-*, reason: the same}\n- {rule: verb-differs, reason: old}\n")
	command.Run(t, "drift", "new", ".", "-C", "client", "--ignore", "ignore.yaml").Expect(t, command.OK, "accepted", "ignore.yaml:3: verb-differs fits no finding; remove the entry")
	command.Write(t, "late.yaml", "- {rule: response-member-missing, until: 2001-01-01, reason: for a while}\n")
	command.Run(t, "drift", "new", ".", "-C", "client", "--ignore", "late.yaml").Expect(t, command.Findings, "has no member for title", "was accepted until 2001-01-01")
	command.Write(t, "none.yaml", "- {rule: response-member-missing}\n")
	command.Run(t, "drift", "new", ".", "-C", "client", "--ignore", "none.yaml").Expect(t, command.Usage, "", "none.yaml:1: the entry has no reason")
}

// TestDriftRunsNothing reads a module that asks for another toolchain, for packages
// that are not there and for a program to be run.
func TestDriftRunsNothing(t *testing.T) {
	testutil.NoRace(t, "one goroutine reads the standard library")
	testutil.Slow(t, "reads the standard library")
	bookingFolder(t)
	command.Write(t, "client/run.go", "package client\n\n//go:generate touch ran\n")
	command.Run(t, "drift", "ok", ".", "-C", "client").Expect(t, command.OK, "1 of 1", "")
	if _, err := os.Stat("client/ran"); err == nil {
		t.Error("go:generate was run")
	}
	t.Setenv("GOPACKAGESDRIVER", filepath.Join(t.TempDir(), "driver"))
	t.Setenv("GOPROXY", "http://127.0.0.1:1")
	command.Run(t, "drift", "ok", ".", "-C", "client").Expect(t, command.OK, "1 of 1", "")
	command.Write(t, "client/go.mod", "module example.com/client\n\ngo 1.99\n")
	command.Run(t, "drift", "ok", ".", "-C", "client").Expect(t, command.Failed, "", "1.99")
	command.Write(t, "client/go.mod", "module example.com/client\n\ngo 1.24\n\nrequire example.com/gone v1.0.0\n")
	command.Write(t, "client/gone.go", "package client\n\nimport _ \"example.com/gone\"\n")
	command.Run(t, "drift", "ok", ".", "-C", "client").Expect(t, command.Failed, "", "docgen fetches nothing by itself")
}

// TestDriftIllTyped leaves out the bodies that do not type-check and says so.
func TestDriftIllTyped(t *testing.T) {
	testutil.NoRace(t, "one goroutine reads the standard library")
	testutil.Slow(t, "reads the standard library")
	bookingFolder(t)
	command.Write(t, "client/broken.go", "package client\n\nimport \"os\"\n\nfunc Broken() error {\n\t_ = os.Args\n\treturn undefined()\n}\n")
	command.Run(t, "drift", "ok", ".", "-C", "client").Expect(t, command.OK, "Broken does not type-check and was left out: undefined: undefined", "1 function left out")
	command.Write(t, "client/types.go", "package client\n\ntype T struct{ m Missing }\n")
	command.Run(t, "drift", "ok", ".", "-C", "client").Expect(t, command.Failed, "", "undefined: Missing")
}

// TestDriftPatch adds what clients lack, after which they type-check and lack it no more.
func TestDriftPatch(t *testing.T) {
	testutil.NoRace(t, "one goroutine reads the standard library")
	testutil.SlowGolden(t, "reads the standard library")
	testutil.Cases(t, "../../../../testdata/drift/s*.txtar", func(t *testing.T, c *testutil.Case) {
		dir := t.TempDir()
		for _, f := range c.Archive.Files {
			if f.Name == "api.yaml" || strings.HasPrefix(f.Name, "client/") {
				command.Write(t, filepath.Join(dir, f.Name), string(f.Data))
			}
		}
		args := []string{"drift", filepath.Join(dir, "api.yaml"), "./...", "-C", filepath.Join(dir, "client")}
		r := command.Run(t, append(args, "--format", "patch")...)
		c.Want(t, "patch", strings.ReplaceAll(filepath.ToSlash(r.Stdout), filepath.ToSlash(dir)+"/", ""))
		command.Run(t, append(args, "--write")...).Expect(t, command.OK, "", "docgen: changed ")
		r = command.Run(t, append(args, "--format", "json")...)
		for _, rule := range []string{"response-member-missing", "request-member-missing", "values-missing"} {
			if strings.Contains(r.Stdout, rule) {
				t.Errorf("%s is left after the patch: %s", rule, r.Stdout)
			}
		}
		if !strings.Contains(r.Stdout, `"stubbed": []`) {
			t.Errorf("the patched client does not type-check: %s", r.Stdout)
		}
	})
}

// TestDriftCoverage says in each form of the report how much was compared.
func TestDriftCoverage(t *testing.T) {
	testutil.NoRace(t, "one goroutine reads the standard library")
	testutil.Slow(t, "reads the standard library")
	bookingFolder(t)
	for _, format := range []string{"text", "markdown", "github"} {
		command.Run(t, "drift", "new", ".", "-C", "client", "--format", format).Expect(t, command.Findings, "members: 5 of 5 in the structs", "")
	}
	command.Run(t, "drift", "new", ".", "-C", "client", "--format", "json").Expect(t, command.Findings, `"compared": 5`, "")
}

// TestDriftCopies leaves structs alone that code copies member by member, and says so.
func TestDriftCopies(t *testing.T) {
	testutil.NoRace(t, "one goroutine reads the standard library")
	testutil.Slow(t, "reads the standard library")
	bookingFolder(t)
	command.Write(t, "client/copy.go", "package client\n\ntype kept struct{ ID, Name, Note string }\n\nfunc keep(b Berth) kept { return kept{ID: b.ID, Name: b.Name} }\n")
	command.Run(t, "drift", "new", ".", "-C", "client", "--write").Expect(t, command.OK, "", "docgen: changed client/client.go")
	command.Write(t, "client/client.go", strings.Replace(command.Text(t, "client/client.go"), "type Berth struct {", "type Berth struct {\n\tNote string `json:\"note\"`", 1))
	command.Write(t, "client/copy.go", "package client\n\ntype kept struct{ ID, Name, Note string }\n\nfunc keep(b Berth) kept { return kept{ID: b.ID, Name: b.Name, Note: b.Note} }\n")
	command.Write(t, "new/berths.md", strings.ReplaceAll(command.Text(t, "new/berths.md"), "`title: string`", "`heading: string`"))
	command.Run(t, "drift", "new", ".", "-C", "client", "--write").Expect(t, command.OK, "", "1 finding are about structs that code copies member by member")
}

// TestDriftTargets compares what docgen.yaml names.
func TestDriftTargets(t *testing.T) {
	testutil.NoRace(t, "one goroutine reads the standard library")
	testutil.Slow(t, "reads the standard library")
	bookingFolder(t)
	command.Write(t, "accepted.yaml", "- {rule: response-member-missing, in: client.Berth, at: title, reason: nobody needs it}\n")
	command.Write(t, "docgen.yaml", "version: 1\ndrift:\n  - docs: new\n    packages: [.]\n    dir: client\n    severity: {request-member-missing: \"off\", response-member-missing: error}\n")
	r := command.Run(t, "drift", "--format", "markdown")
	r.Expect(t, command.Findings, "**error**", "")
	command.Run(t, "drift", "--fail-on", "never").Expect(t, command.OK, "has no member for title", "")
	command.Write(t, "docgen.yaml", "version: 1\ndrift:\n  - {docs: new, packages: [.], dir: client, ignore: accepted.yaml, fail_on: error}\n  - {docs: ok, packages: [.], dir: client, confidence: sure}\n")
	command.Run(t, "drift").Expect(t, command.OK, "1 accepted", "")
	command.Run(t, "drift", "--format", "json").Expect(t, command.Usage, "", "2 entries under drift")
	command.Run(t, "generate").Expect(t, command.Usage, "", "no targets")
	command.Run(t, "lint").Expect(t, command.Usage, "", "no targets; name DOCS")
	command.Write(t, "docgen.yaml", "version: 1\ndrift:\n  - {docs: new, packages: [.], severity: {response-member-mising: error}}\n")
	command.Run(t, "drift").Expect(t, command.Usage, "", `docgen.yaml:3:43: drift has no finding "response-member-mising"; did you mean`)
	command.Run(t, "drift", "new").Expect(t, command.Usage, "", "name the packages of the client")
}
