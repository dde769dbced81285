package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/docgen-go/docgen/model/testutil/validate"
	"github.com/docgen-go/docgen/model/verify"
)

// harbors are the made-up references, one for each generation and layout.
var harbors = []string{"harbor", "harbor-old", "harbor-next", "harbor-tree", "harbor-flat"}

// TestExportAgreesWithThePages is the round trip: what the pages say, written
// as OpenAPI and read back, is what the pages say.
func TestExportAgreesWithThePages(t *testing.T) {
	for _, name := range harbors {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			checkExport(t, filepath.Join("../../testdata", name))
		})
	}
}

// checkExport exports docs both ways, holds the documents against the rules of
// OpenAPI, examples and all, and against the pages.
func checkExport(t *testing.T, docs string) {
	t.Helper()
	for _, extension := range []string{".yaml", ".json"} {
		file := filepath.Join(t.TempDir(), "openapi"+extension)
		if r := docgen(t, "export", "openapi", docs, "-o", file); r.code != exitOK || r.stdout != "" {
			t.Fatalf("exit code %d with %d bytes on standard output, saying %s", r.code, len(r.stdout), r.stderr)
		}
		checkValid(t, file)
		report := verifyRun(t, docs, file)
		if len(report.Disagreements)+len(report.FixedQueries)+len(report.Variants) > 0 || report.Of(verify.Operations).Both == 0 {
			t.Errorf("%s: %d disagreements over %+v, want none over some operations; the first: %+v", file,
				len(report.Disagreements), report.Of(verify.Operations), report.Disagreements[:min(3, len(report.Disagreements))])
		}
	}
}

func checkValid(t *testing.T, file string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if fault, _ := validate.OpenAPI(t, text, false); fault != "" {
		t.Errorf("%s is not valid: %.2000s", file, fault)
	}
}

// verifyRun is the report of verify as a program reads it.
func verifyRun(t *testing.T, docs, spec string, flags ...string) *verifyReport {
	t.Helper()
	r := docgen(t, append([]string{"verify", docs, "--openapi", spec, "--format=json"}, flags...)...)
	if r.code != exitOK {
		t.Fatalf("exit code %d: %s", r.code, r.stderr)
	}
	checkSchema(t, spec, verifySchema, []byte(r.stdout))
	report := &verifyReport{Report: &verify.Report{}}
	if err := json.Unmarshal([]byte(r.stdout), report); err != nil {
		t.Fatal(err)
	}
	return report
}

func TestExportToStandardOutput(t *testing.T) {
	docs, _ := parcels(t)
	first := docgen(t, "export", "openapi", docs)
	first.expect(t, exitOK, "openapi: 3.1.0\n", "")
	file := filepath.Join(t.TempDir(), "OPENAPI.YML")
	docgen(t, "export", "openapi", docs, "--output", file).expect(t, exitOK, "", "")
	written, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(written, []byte(first.stdout)) {
		t.Error("the file differs from what goes to standard output")
	}
}

func TestExportRefuses(t *testing.T) {
	docs, _ := parcels(t)
	dir := t.TempDir()
	for _, c := range []struct {
		file   string
		code   int
		stderr string
	}{
		{filepath.Join(dir, "openapi.txt"), exitUsage, "must end in .yaml, .yml or .json"},
		{filepath.Join(dir, "openapi"), exitUsage, "must end in .yaml, .yml or .json"},
		{filepath.Join(dir, "missing", "openapi.yaml"), exitFailed, "no such file or directory"},
	} {
		docgen(t, "export", "openapi", docs, "-o", c.file).expect(t, c.code, "", c.stderr)
	}
	docgen(t, "export", "openapi", filepath.Join(dir, "nowhere")).expect(t, exitFailed, "", "no such folder or file")
	docgen(t, "export").expect(t, exitUsage, "", "openapi")
	left, err := os.ReadDir(dir)
	if err != nil || len(left) > 0 {
		t.Errorf("%v is left behind (%v), want nothing", left, err)
	}
}
