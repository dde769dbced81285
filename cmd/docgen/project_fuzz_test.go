package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/cache"
	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/cmd/docgen/internal/laws"
	"github.com/docgen-go/docgen/emit/output"
	"github.com/docgen-go/docgen/model/testutil"
)

// projectHead is what no mutation of docgen.yaml may change: where it reads and
// writes.
const projectHead = "version: 1\ntargets:\n  - docs: docs\n    output: out\n    package: berths\n"

// FuzzProject generates with any settings in docgen.yaml and any docgen.lock. Both
// are refused, with a reason, or give a package that type-checks, and then a second
// run changes nothing and check finds nothing.
func FuzzProject(f *testing.F) {
	testutil.NoRace(f, "TestLaws does the same with fewer pages")
	testutil.Slow(f, "generates many packages")
	f.Setenv(cache.Env, f.TempDir())
	dir := f.TempDir()
	create, retrieve := berthPage(f, "create"), berthPage(f, "retrieve")
	project := func(settings, lock string) string {
		for name, text := range map[string]string{
			"docs/berths/create.md":   create,
			"docs/berths/retrieve.md": retrieve,
			config.FileName:           projectHead + settings, "docgen.lock": lock,
		} {
			name = filepath.Join(dir, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
				f.Fatal(err)
			}
			if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
				f.Fatal(err)
			}
		}
		return filepath.Join(dir, config.FileName)
	}
	var out strings.Builder
	file := project("", "")
	if err := os.Remove(filepath.Join(dir, "docgen.lock")); err != nil {
		f.Fatal(err)
	}
	if code := run(f.Context(), []string{"generate", "--config", file}, &out, &out); code != exitOK {
		f.Fatalf("exit code %d: %s", code, out.String())
	}
	lock, err := os.ReadFile(filepath.Join(dir, "docgen.lock"))
	if err != nil {
		f.Fatal(err)
	}
	// The first type check loads the standard library, for which a fuzzing process has no time.
	if err := laws.TypeCheck(packageIn(f, filepath.Join(dir, "out"))); err != nil {
		f.Fatal(err)
	}
	seeds := []string{
		"", "    base_url: https://eu.berths.example\n", "    rename:\n      methods: {berths.create: Register}\n      types: {Berth: Place}\n",
		"    types:\n      Berth.id: integer\n", "    include: [\"**\"]\n    exclude: [berths.retrieve]\n", "    dialects: [http]\n    module: berths.example/go\n",
		"    authentication:\n      add:\n        session: {scheme: header, name: X-Session, env: BERTHS_SESSION}\n",
		"    fixed:\n      \"**\": {query: {a: \"b\"}, headers: {x-y: z}}\n",
		"    envelope:\n      \"**\": {result: data, members: {code: integer}, errors: {code: optional string or null}}\n",
	}
	for _, settings := range seeds {
		for _, mix := range []uint64{0, 1, 2, 3} {
			f.Add(settings, string(lock), mix)
			f.Add(settings, string(laws.Mixed(lock, mix+7)), mix)
		}
	}
	original := string(lock)
	f.Fuzz(func(t *testing.T, settings, lock string, mix uint64) {
		good := mix == 0 && lock == original && slices.Contains(seeds, settings)
		settings, lock = string(laws.Mixed([]byte(settings), mix)), string(laws.Mixed([]byte(lock), mix))
		file := project(settings, lock)
		parsed, err := config.Load(file)
		if err != nil || len(parsed.Targets) != 1 || parsed.Targets[0].Docs != "docs" || parsed.Targets[0].Output != "out" {
			if good {
				t.Error(err)
			}
			return // refused, or it reads and writes elsewhere, which is the user's business
		}
		if written := generatesTwice(t, file, filepath.Join(dir, "out")); good && !written {
			t.Error("a good project is refused")
		}
	})
}

// generatesTwice holds a project to what must be true of each, and reports whether
// its package was written.
func generatesTwice(t *testing.T, file, out string) bool {
	t.Helper()
	first := docgen(t, "generate", "--config", file)
	if strings.Contains(first.stderr, "please report this") {
		t.Fatalf("a fault: %s", first.stderr)
	}
	if first.code != exitOK {
		if strings.TrimSpace(first.stderr) == "" {
			t.Errorf("exit code %d without a reason", first.code)
		}
		return false
	}
	if err := laws.TypeCheck(packageIn(t, out)); err != nil {
		t.Error(err)
	}
	docgen(t, "check", "--config", file).expect(t, exitOK, "", "up to date")
	docgen(t, "generate", "--config", file).expect(t, exitOK, "", "no file changed")
	return true
}

// packageIn returns the Go files of a folder.
func packageIn(tb testing.TB, dir string) output.Set {
	tb.Helper()
	set := output.Set{}
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(names) == 0 {
		tb.Fatal("no package", err)
	}
	for _, name := range names {
		if set[filepath.Base(name)], err = os.ReadFile(name); err != nil {
			tb.Fatal(err)
		}
	}
	return set
}

// berthPage returns a page of the made-up reference in testdata/berths.
func berthPage(f *testing.F, name string) string {
	f.Helper()
	text, err := os.ReadFile("../../testdata/berths/" + name + ".md")
	if err != nil {
		f.Fatal(err)
	}
	return string(text)
}
