package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model/testutil"
)

// TestDrift compares made-up clients, one in each style, with a made-up reference.
func TestDrift(t *testing.T) {
	testutil.NoRace(t, "one goroutine reads the standard library")
	testutil.Cases(t, "../../testdata/drift/*.txtar", func(t *testing.T, c *testutil.Case) {
		testutil.Slow(t, "reads the standard library")
		dir := t.TempDir()
		write(t, filepath.Join(dir, "api.yaml"), c.Text("api.yaml"))
		for _, f := range c.Archive.Files {
			if strings.HasPrefix(f.Name, "client/") {
				write(t, filepath.Join(dir, f.Name), string(f.Data))
			}
		}
		r := docgen(t, "drift", filepath.Join(dir, "api.yaml"), "./...", "-C", filepath.Join(dir, "client"), "--confidence", "perhaps", "-v")
		if r.stderr != "" {
			t.Errorf("standard error: %s", r.stderr)
		}
		c.Want(t, "want", strings.ReplaceAll(filepath.ToSlash(r.stdout), filepath.ToSlash(dir)+"/", ""))
	})
}

// harborClient is a client of harborPage.
const harborClient = `package client

import (
	"bytes"
	"encoding/json"
	"net/http"
)

type Ship struct {
	Name string ` + "`json:\"name\"`" + `
	Flag *string ` + "`json:\"flag,omitempty\"`" + `
}

type Berth struct {
	ID   string ` + "`json:\"id\"`" + `
	Name string ` + "`json:\"name\"`" + `
}

func Book(base string, ship Ship) (*Berth, error) {
	body, err := json.Marshal(map[string]any{"ship": ship})
	if err != nil {
		return nil, err
	}
	res, err := http.Post(base+"/v1/berths", "application/json", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	out := new(Berth)
	return out, json.NewDecoder(res.Body).Decode(out)
}
`

// TestDriftSince reports only what the pages gained.
func TestDriftSince(t *testing.T) {
	testutil.NoRace(t, "one goroutine reads the standard library")
	testutil.Slow(t, "reads the standard library")
	verbsFolder(t)
	docgen(t, "drift", "new", ".", "-C", "client", "--since", "ok").expect(t, exitFindings, "has no member for title", "")
	docgen(t, "drift", "ok", ".", "-C", "client", "--since", "ok").expect(t, exitOK, "0 errors, 0 warnings, 0 notes", "")
}

// TestDriftAccepted leaves out what a baseline or an ignore file has.
func TestDriftAccepted(t *testing.T) {
	testutil.NoRace(t, "one goroutine reads the standard library")
	testutil.Slow(t, "reads the standard library")
	verbsFolder(t)
	r := docgen(t, "drift", "new", ".", "-C", "client", "--format", "json")
	r.expect(t, exitFindings, `"rule": "response-member-missing"`, "")
	write(t, "base.json", r.stdout)
	docgen(t, "drift", "new", ".", "-C", "client", "--baseline", "base.json").expect(t, exitOK, "0 errors, 0 warnings", "")
	write(t, "ignore.yaml", "- {rule: response-member-missing, in: client.Berth, at: title, reason: nobody needs it}\n- {rule: request-*, reason: the same}\n- {rule: verb-differs, reason: old}\n")
	docgen(t, "drift", "new", ".", "-C", "client", "--ignore", "ignore.yaml").expect(t, exitOK, "accepted", "ignore.yaml:3: verb-differs fits no finding; remove the entry")
	write(t, "late.yaml", "- {rule: response-member-missing, until: 2001-01-01, reason: for a while}\n")
	docgen(t, "drift", "new", ".", "-C", "client", "--ignore", "late.yaml").expect(t, exitFindings, "has no member for title", "was accepted until 2001-01-01")
	write(t, "none.yaml", "- {rule: response-member-missing}\n")
	docgen(t, "drift", "new", ".", "-C", "client", "--ignore", "none.yaml").expect(t, exitUsage, "", "none.yaml:1: the entry has no reason")
}

// TestDriftRunsNothing reads a module that asks for another toolchain, for packages
// that are not there and for a program to be run.
func TestDriftRunsNothing(t *testing.T) {
	testutil.NoRace(t, "one goroutine reads the standard library")
	testutil.Slow(t, "reads the standard library")
	verbsFolder(t)
	write(t, "client/run.go", "package client\n\n//go:generate touch ran\n")
	docgen(t, "drift", "ok", ".", "-C", "client").expect(t, exitOK, "1 of 1", "")
	if _, err := os.Stat("client/ran"); err == nil {
		t.Error("go:generate was run")
	}
	t.Setenv("GOPACKAGESDRIVER", filepath.Join(t.TempDir(), "driver"))
	t.Setenv("GOPROXY", "http://127.0.0.1:1")
	docgen(t, "drift", "ok", ".", "-C", "client").expect(t, exitOK, "1 of 1", "")
	write(t, "client/go.mod", "module example.com/client\n\ngo 1.99\n")
	docgen(t, "drift", "ok", ".", "-C", "client").expect(t, exitFailed, "", "1.99")
	write(t, "client/go.mod", "module example.com/client\n\ngo 1.24\n\nrequire example.com/gone v1.0.0\n")
	write(t, "client/gone.go", "package client\n\nimport _ \"example.com/gone\"\n")
	docgen(t, "drift", "ok", ".", "-C", "client").expect(t, exitFailed, "", "docgen fetches nothing by itself")
}

// TestDriftIllTyped leaves out the bodies that do not type-check and says so.
func TestDriftIllTyped(t *testing.T) {
	testutil.NoRace(t, "one goroutine reads the standard library")
	testutil.Slow(t, "reads the standard library")
	verbsFolder(t)
	write(t, "client/broken.go", "package client\n\nimport \"os\"\n\nfunc Broken() error {\n\t_ = os.Args\n\treturn undefined()\n}\n")
	docgen(t, "drift", "ok", ".", "-C", "client").expect(t, exitOK, "Broken does not type-check and was left out: undefined: undefined", "1 function left out")
	write(t, "client/types.go", "package client\n\ntype T struct{ m Missing }\n")
	docgen(t, "drift", "ok", ".", "-C", "client").expect(t, exitFailed, "", "undefined: Missing")
}

// TestDriftPatch adds what clients lack, after which they type-check and lack it no more.
func TestDriftPatch(t *testing.T) {
	testutil.NoRace(t, "one goroutine reads the standard library")
	testutil.Slow(t, "reads the standard library")
	testutil.Cases(t, "../../testdata/drift/s*.txtar", func(t *testing.T, c *testutil.Case) {
		dir := t.TempDir()
		for _, f := range c.Archive.Files {
			if f.Name == "api.yaml" || strings.HasPrefix(f.Name, "client/") {
				write(t, filepath.Join(dir, f.Name), string(f.Data))
			}
		}
		args := []string{"drift", filepath.Join(dir, "api.yaml"), "./...", "-C", filepath.Join(dir, "client")}
		r := docgen(t, append(args, "--format", "patch")...)
		c.Want(t, "patch", strings.ReplaceAll(filepath.ToSlash(r.stdout), filepath.ToSlash(dir)+"/", ""))
		docgen(t, append(args, "--write")...).expect(t, exitOK, "", "docgen: changed ")
		r = docgen(t, append(args, "--format", "json")...)
		for _, rule := range []string{"response-member-missing", "request-member-missing", "values-missing"} {
			if strings.Contains(r.stdout, rule) {
				t.Errorf("%s is left after the patch: %s", rule, r.stdout)
			}
		}
		if !strings.Contains(r.stdout, `"stubbed": []`) {
			t.Errorf("the patched client does not type-check: %s", r.stdout)
		}
	})
}

// TestDriftTargets compares what docgen.yaml names.
func TestDriftTargets(t *testing.T) {
	testutil.NoRace(t, "one goroutine reads the standard library")
	testutil.Slow(t, "reads the standard library")
	verbsFolder(t)
	write(t, "accepted.yaml", "- {rule: response-member-missing, in: client.Berth, at: title, reason: nobody needs it}\n")
	write(t, "docgen.yaml", "version: 1\ndrift:\n  - docs: new\n    packages: [.]\n    dir: client\n    severity: {request-member-missing: \"off\", response-member-missing: error}\n")
	r := docgen(t, "drift", "--format", "markdown")
	r.expect(t, exitFindings, "**error**", "")
	docgen(t, "drift", "--fail-on", "never").expect(t, exitOK, "has no member for title", "")
	write(t, "docgen.yaml", "version: 1\ndrift:\n  - {docs: new, packages: [.], dir: client, ignore: accepted.yaml, fail_on: error}\n  - {docs: ok, packages: [.], dir: client, confidence: sure}\n")
	docgen(t, "drift").expect(t, exitOK, "1 accepted", "")
	docgen(t, "drift", "--format", "json").expect(t, exitUsage, "", "2 entries under drift")
	docgen(t, "generate").expect(t, exitUsage, "", "no targets")
	docgen(t, "lint").expect(t, exitUsage, "", "no targets; name DOCS")
	write(t, "docgen.yaml", "version: 1\ndrift:\n  - {docs: new, packages: [.], severity: {response-member-mising: error}}\n")
	docgen(t, "drift").expect(t, exitUsage, "", `docgen.yaml:3:43: drift has no finding "response-member-mising"; did you mean`)
	docgen(t, "drift", "new").expect(t, exitUsage, "", "name the packages of the client")
}
