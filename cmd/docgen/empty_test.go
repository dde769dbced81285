package main

import (
	"os"
	"strings"
	"testing"
)

// foreignPage documents a method in a format that docgen does not read.
const foreignPage = "# Berths\n\n## Book a berth\n\n```\nPOST /v1/berths\n```\n\nIt takes the ship, and nothing without one.\n"

// TestEmptyModels holds each verb that reads pages to fail where these state
// endpoints and none of them was read, and to say which formats are read.
func TestEmptyModels(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "ok/berths.md", harborPage)
	write(t, "foreign/berths.md", foreignPage)
	docgen(t, "export", "openapi", "ok", "-o", "ok.yaml").expect(t, exitOK, "", "")
	before, err := os.ReadFile("ok.yaml")
	if err != nil {
		t.Fatal(err)
	}
	const at, formats = "foreign/berths.md:6:1: error: POST /v1/berths is stated here", "docgen reads reference pages on which a line **verb** `/path`"
	for _, args := range []string{
		"inspect foreign", "inspect foreign --format json", "inspect foreign --format stats", "lint foreign", "export openapi foreign", "export openapi foreign -o ok.yaml",
		"generate foreign -o out", "verify foreign --openapi ok.yaml",
	} {
		r := docgen(t, strings.Fields(args)...)
		if r.code != exitFindings || !strings.Contains(r.stderr, formats) {
			t.Errorf("%s: exit code %d saying %q", args, r.code, r.stderr)
		}
		if !strings.HasPrefix(args, "verify") && !strings.Contains(r.stdout+r.stderr, at) {
			t.Errorf("%s: no error at the statement, but %q", args, r.stderr)
		}
	}
	if after, err := os.ReadFile("ok.yaml"); err != nil || string(after) != string(before) {
		t.Errorf("ok.yaml was replaced: %v", err)
	}
	if _, err := os.Stat("out"); !os.IsNotExist(err) {
		t.Errorf("out was made: %v", err)
	}
}

// TestGuidesAlone has pages that state nothing: they are fine to look at and give
// no document.
func TestGuidesAlone(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "guides/berths.md", "# Berths\n\nHow to book one.\n")
	docgen(t, "inspect", "guides").expect(t, exitOK, "", "")
	docgen(t, "lint", "guides").expect(t, exitOK, "0 errors", "")
	docgen(t, "export", "openapi", "guides").expect(t, exitFindings, "", "nothing written: no method was read from guides")
}

// TestVerifyOfAnotherAPI has nothing to pair.
func TestVerifyOfAnotherAPI(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "ok/berths.md", harborPage)
	write(t, "other/tides.md", strings.ReplaceAll(harborPage, "berths", "tides"))
	docgen(t, "export", "openapi", "other", "-o", "other.yaml").expect(t, exitOK, "", "")
	docgen(t, "verify", "ok", "--openapi", "other.yaml").expect(t, exitFindings, "only the pages say", "no method of ok is an operation of other.yaml")
}
