package main

import (
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/model/testutil"
)

// The programs of others that users feed an OpenAPI document to. They are no
// dependency of the module: the test installs them into a folder of its own.
const (
	oapiCodegen = "github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2"
	oasdiff     = "github.com/oasdiff/oasdiff@v1.36.0"
)

// install returns the path of a program, or skips where it can't be had.
func install(t *testing.T, pinned string) string {
	t.Helper()
	if testing.Short() {
		t.Skip("installs programs of others")
	}
	dir := t.TempDir()
	cmd := exec.CommandContext(t.Context(), "go", "install", pinned)
	cmd.Dir = dir // outside the module, so that its go.mod stays as it is
	cmd.Env = append(os.Environ(), "GOBIN="+dir, "GOFLAGS=")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Skipf("%s cannot be had: %v\n%s", pinned, err, out)
	}
	name, _, _ := strings.Cut(path.Base(pinned), "@")
	return filepath.Join(dir, name)
}

func TestOtherToolsAcceptExports(t *testing.T) {
	t.Parallel()
	testutil.Slow(t, "compares with other tools")
	generator, differ := install(t, oapiCodegen), install(t, oasdiff)
	t.Run("harbor", func(t *testing.T) { checkTools(t, generator, differ, "../../testdata/harbor") })
	for _, name := range sampled() {
		t.Run(name, func(t *testing.T) { checkTools(t, generator, differ, corpustest.Dir(t, name)) })
	}
}

// checkTools generates a client from the export, and compares its two forms.
func checkTools(t *testing.T, generator, differ, docs string) {
	dir := t.TempDir()
	asYAML, asJSON := filepath.Join(dir, "openapi.yaml"), filepath.Join(dir, "openapi.json")
	for _, file := range []string{asYAML, asJSON} {
		if r := docgen(t, "export", "openapi", docs, "-o", file); r.code != exitOK {
			t.Fatalf("exit code %d: %s", r.code, r.stderr)
		}
	}
	client := filepath.Join(dir, "client.go")
	runTool(t, generator, "-generate", "types,client", "-package", "client", "-o", client, asYAML)
	if info, err := os.Stat(client); err != nil || info.Size() == 0 {
		t.Errorf("no client was generated: %v", err)
	}
	if out := runTool(t, differ, "diff", asYAML, asJSON, "--format=text"); !strings.Contains(out, "No changes") {
		t.Errorf("YAML and JSON of one reference differ:\n%.2000s", out)
	}
}

func runTool(t *testing.T, program string, args ...string) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), program, args...).CombinedOutput()
	if err != nil {
		t.Errorf("%s: %v\n%.2000s", filepath.Base(program), err, out)
	}
	return string(out)
}
