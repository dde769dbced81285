package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/lock"
	"github.com/docgen-go/docgen/emit/naming"
)

const (
	pluralsDocs = "../../testdata/lock/plurals"
	// secondRules is the docgen.lock of a docgen that knew two rules of names.
	secondRules = "../../testdata/lock/plurals-rules-2.lock"
)

// TestLockOfOtherSingulars has a docgen.lock in which a status is a statuse and a
// cache a cach, in IDs and in names. No name moves with it, and without it all
// are words.
func TestLockOfOtherSingulars(t *testing.T) {
	old, err := os.ReadFile(secondRules)
	if err != nil {
		t.Fatal(err)
	}
	docs, err := filepath.Abs(pluralsDocs)
	if err != nil {
		t.Fatal(err)
	}
	was, err := lock.Parse(secondRules, string(old))
	if err != nil {
		t.Fatal(err)
	}
	generate := func(lockText string) (dir string) {
		file := configFile(t, configHead+"  - docs: "+docs+"\n    package: harbor\n    output: out\n")
		dir = filepath.Dir(file)
		if lockText != "" {
			write(t, filepath.Join(dir, lock.FileName), lockText)
		}
		docgen(t, "generate", "--config", file).expect(t, exitOK, "", "added")
		docgen(t, "check", "--config", file).expect(t, exitOK, "", "up to date")
		return dir
	}
	dir := generate(string(old))
	write(t, filepath.Join(dir, "out", "program.go"), programOf(t, was.Targets["out"].Names))
	write(t, filepath.Join(dir, "go.mod"), "module example.test/lock\n\ngo 1.26\n")
	goTool(t, dir, "vet", "./...")

	fresh := textOf(t, filepath.Join(generate(""), lock.FileName))
	for _, line := range []string{
		"type ParcelIndex = ParcelIndex", "type ParcelIndexStatus = ParcelIndexStatus", "type ParcelChildAlias = ParcelChildAlias",
		"type ParcelParcelListParamsStatus = ParcelParcelListParamsStatus", "type CacheCacheFlushParamsApi = CacheCacheFlushParamsAPI",
		"type CacheCacheFlushResponseBias = CacheCacheFlushResponseBias", "service caches = CacheService", "rules names = 6",
	} {
		if !strings.Contains(fresh, "\n"+line+"\n") {
			t.Errorf("no %q in\n%s", line, fresh)
		}
	}
}

// programOf returns a file of package harbor that compiles where a package has all
// names of a table.
func programOf(t *testing.T, names naming.Table) string {
	t.Helper()
	lines := []string{"package harbor"}
	for key, name := range names {
		parts := key.Parts()
		of := func(kind string) string { return names[naming.NewKey(kind, parts[1])] }
		switch parts[0] {
		case "type", "variant", "wrapper", "params", "service":
			lines = append(lines, "var _ "+name)
		case "value":
			lines = append(lines, "const _ = "+name)
		case "field":
			lines = append(lines, "var _ = new("+of("type")+")."+name)
		case "param":
			lines = append(lines, "var _ = new("+of("params")+")."+name)
		case "method":
			resource := parts[1][:strings.LastIndexByte(parts[1], '.')]
			lines = append(lines, "var _ = (*"+names[naming.NewKey("service", resource)]+")."+name)
		}
	}
	if len(lines) < 30 {
		t.Fatalf("only %d names", len(lines))
	}
	slices.Sort(lines[1:])
	return strings.Join(lines, "\n") + "\n"
}
