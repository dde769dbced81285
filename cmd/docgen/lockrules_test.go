package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/lock"
	"github.com/docgen-go/docgen/model/testutil"
)

// firstRules is the docgen.lock that a docgen wrote which knew no number of
// rules and gave each place a type of its own.
const firstRules = "../../testdata/lock/harbor-rules-1.lock"

// TestLockOfTheFirstRules wants every name of an old docgen.lock in the package
// that is generated with it, and a program that uses them all to compile.
func TestLockOfTheFirstRules(t *testing.T) {
	testutil.Slow(t, "generates many packages")
	file := configFile(t, configHead+harborTarget(t, "out"))
	dir := filepath.Dir(file)
	old, err := os.ReadFile(firstRules)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, lock.FileName), string(old))
	docgen(t, "generate", "--config", file).expect(t, exitOK, "", "added")
	docgen(t, "check", "--config", file).expect(t, exitOK, "", "up to date")
	was, err := lock.Load(firstRules)
	if err != nil {
		t.Fatal(err)
	}
	is, err := lock.Load(filepath.Join(dir, lock.FileName))
	if err != nil {
		t.Fatal(err)
	}
	names := is.Targets["out"].Names
	var program strings.Builder
	program.WriteString("package harbor\n")
	aliases := 0
	for key, want := range was.Targets["out"].Names {
		parts := key.Parts()
		got := names.Name(key)
		switch parts[0] {
		case "type", "variant", "service":
			fmt.Fprintf(&program, "var _ %s\n", want)
		case "value":
			fmt.Fprintf(&program, "const _ = %s\n", want)
		case "wrapper": // its key has the ID of what it wraps, which may be shared now
			fmt.Fprintf(&program, "var _ %s\n", want)
			continue
		case "field":
			if got == "" {
				aliases++ // of a structure that shares its type and its fields
				continue
			}
		}
		if got != want {
			t.Errorf("%q was %s and is %q", parts, want, got)
		}
	}
	if aliases == 0 {
		t.Error("no structure shares a type: the test tells nothing")
	}
	if !strings.Contains(textOf(t, filepath.Join(dir, lock.FileName)), "\nrules names = 1\n") {
		t.Error("docgen.lock does not say that names are made by the first rules")
	}
	write(t, filepath.Join(dir, "out", "program.go"), program.String())
	write(t, filepath.Join(dir, "go.mod"), "module example.test/lock\n\ngo 1.26\n")
	goTool(t, dir, "vet", "./...")
	if len(textOf(t, filepath.Join(dir, lock.FileName)))*2 > len(old) {
		t.Error("docgen.lock lists more than half of what it did")
	}

	// Who wants the newer rules for what is new takes them, and keeps the rest.
	program.Reset()
	before := contentOf(t, filepath.Join(dir, "out"))
	edit(t, filepath.Join(dir, lock.FileName), "\nrules names = 1\n", "\nrules names = 2\n")
	docgen(t, "generate", "--config", file).expect(t, exitOK, "", "no file changed")
	if contentOf(t, filepath.Join(dir, "out")) != before {
		t.Error("a name moved with the rules")
	}
	docgen(t, "check", "--config", file).expect(t, exitOK, "", "up to date")
}

// TestLockOfUnknownRules stops before names change that nobody can explain.
func TestLockOfUnknownRules(t *testing.T) {
	file := configFile(t, configHead+harborTarget(t, "out"))
	write(t, filepath.Join(filepath.Dir(file), lock.FileName), "target out\nrules names = 99\n")
	docgen(t, "generate", "--config", file).expect(t, exitFailed, "", "docgen.lock:2:1: names were chosen by rules 99")
}
