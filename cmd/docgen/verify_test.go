package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/model/verify"
)

const parcelPage = "# Parcels\n\n## Create a Parcel\n\n**post** `/v1/parcels`\n\nBook a parcel.\n\n" +
	"### Body Parameters\n\n- `weight: number`\n\n  In grams.\n\n- `kind: \"box\" or \"tube\"`\n\n  - `\"box\"`\n\n  - `\"tube\"`\n\n" +
	"- `note: optional string`\n\n### Returns\n\n- `id: string`\n"

const parcelSpec = `openapi: 3.1.0
info: {title: Harbor, version: "1"}
paths:
  /v1/parcels?beta=true:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [weight, kind]
              properties:
                weight: {type: [integer, "null"]}
                kind: {enum: [box, sack]}
                note: {type: boolean}
                insured: {type: boolean}
      responses:
        "200": {description: ok, content: {application/json: {schema: {type: object, required: [id], properties: {id: {type: string}}}}}}
  /v1/labels:
    get: {responses: {"204": {description: none}}}
`

const parcelVerify = `SPEC:20:5: operations: operations.get_labels: only the spec says GET /v1/labels
DOCS/parcels.md:3:1: fields: parcels.create body.insured: the pages never mention insured (SPEC:16:17)
DOCS/parcels.md:21:3: types: parcels.create body.note: the pages say string, the spec boolean (SPEC:15:17)
DOCS/parcels.md:15:3: enum-values: parcels.create body.kind: only the pages say "tube" (SPEC:14:17)
DOCS/parcels.md:15:3: enum-values: parcels.create body.kind: the pages never mention "sack" (SPEC:14:17)
DOCS/parcels.md:11:3: nullable: parcels.create body.weight: only the spec says nullable (SPEC:13:17)
DOCS/parcels.md:11:3: integers: parcels.create body.weight: only the spec says integer (SPEC:13:17)

the spec wants ?beta=true, which the pages don't show, for 1 method: parcels.create

  pages  spec  both  precision  recall  of mentioned  kind
      1     2     1     100.00   50.00         50.00  operations
      0     0     0     100.00  100.00        100.00  parameters
      4     5     4     100.00   80.00        100.00  fields
      3     3     3     100.00  100.00        100.00  required
      6     6     5      83.33   83.33         83.33  types
      2     2     1      50.00   50.00        100.00  enum-values
      0     0     0     100.00  100.00        100.00  constants
      0     1     0     100.00    0.00          0.00  nullable
      0     0     0     100.00  100.00        100.00  deprecated
      0     1     0     100.00    0.00          0.00  integers
      0     0     0     100.00  100.00        100.00  formats
      0     0     0     100.00  100.00        100.00  defaults
      0     0     0     100.00  100.00        100.00  limits

7 disagreements; the lowest judged figure is 50.00 % (operations)
`

// parcels lays the page and the spec out in a folder of their own.
func parcels(t *testing.T) (docs, spec string) {
	t.Helper()
	docs = t.TempDir()
	spec = filepath.Join(t.TempDir(), "spec.yaml")
	writeFile(t, filepath.Join(docs, "parcels.md"), parcelPage)
	writeFile(t, spec, parcelSpec)
	return docs, spec
}

func writeFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestVerifyText(t *testing.T) {
	docs, spec := parcels(t)
	r := docgen(t, "verify", docs, "--openapi", spec)
	if r.code != exitOK || r.stderr != "" {
		t.Errorf("exit code %d saying %q, want %d and nothing: there is no --min", r.code, r.stderr, exitOK)
	}
	got := strings.NewReplacer(docs, "DOCS", spec, "SPEC").Replace(r.stdout)
	if d := cmp.Diff(parcelVerify, got); d != "" {
		t.Errorf("report (-want +got):\n%s", d)
	}
}

func TestVerifyJSON(t *testing.T) {
	docs, spec := parcels(t)
	r := docgen(t, "verify", docs, "--openapi", spec, "--format=json", "--judge=fields,required")
	r.expect(t, exitOK, `"judged": [`, "")
	checkSchema(t, "verify", verifySchema, []byte(r.stdout))
	report := &verifyReport{Report: &verify.Report{}}
	if err := json.Unmarshal([]byte(r.stdout), report); err != nil {
		t.Fatal(err)
	}
	if report.Worst != 80 || report.WorstKind != verify.Fields || len(report.Disagreements) != 7 {
		t.Errorf("worst %v of %s in %d disagreements, want 80 of fields in 7", report.Worst, report.WorstKind, len(report.Disagreements))
	}
}

func TestVerifyExitCode(t *testing.T) {
	docs, spec := parcels(t)
	cut := filepath.Join(t.TempDir(), "cut.json")
	writeFile(t, cut, `{"openapi": "3.1.0", "paths": {`)
	for _, c := range []struct {
		args   []string
		code   int
		stderr string
	}{
		{[]string{spec, "--min=50"}, exitOK, ""},
		{[]string{spec, "--min=50.1"}, exitFindings, "operations at 50.00 %, below --min 50.1"},
		{[]string{spec, "--min=100", "--judge=required"}, exitOK, ""},
		{[]string{spec, "--min=1", "--judge=nullable"}, exitFindings, "nullable at 0.00 %, below --min 1"},
		{[]string{spec, "--min=101"}, exitUsage, "--min must be a percentage"},
		{[]string{spec, "--judge=colours"}, exitUsage, "--judge must be of operations, "},
		{[]string{"nowhere.yaml"}, exitFailed, "nowhere.yaml: no such file; check the path"},
		{[]string{docs}, exitUsage, "is a folder; name a file"},
		{[]string{cut}, exitFailed, "not a readable OpenAPI document"},
	} {
		r := docgen(t, append([]string{"verify", docs, "--openapi"}, c.args...)...)
		if r.code != c.code || !strings.Contains(r.stderr, c.stderr) {
			t.Errorf("%q: exit code %d saying %q, want %d saying %q", c.args, r.code, r.stderr, c.code, c.stderr)
		}
		if (r.stdout != "") != (c.code <= exitFindings) {
			t.Errorf("%q: exit code %d with %d bytes of report", c.args, r.code, len(r.stdout))
		}
	}
	docgen(t, "verify", docs).expect(t, exitUsage, "", "missing flags: --openapi=FILE")
	docgen(t, "verify", "nowhere", "--openapi", spec).expect(t, exitFailed, "", "nowhere: no such folder or file")
}
