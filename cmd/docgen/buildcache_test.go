package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/docgen-go/docgen/cmd/docgen/internal/cache"
	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/emit/output/filelock"
	"github.com/docgen-go/docgen/model/corpustest"
)

// TestBuildCache generates with a cache and looks for the build by what it was
// made of, and by what it was not.
func TestBuildCache(t *testing.T) {
	t.Setenv(cache.Env, t.TempDir())
	docs := docsOf(t, map[string][]byte{"berths.md": []byte(harborPage)})
	file := configFile(t, configHead+"  - {docs: "+docs+", output: out, package: harbor}\n")
	out := filepath.Join(filepath.Dir(file), "out")
	docgen(t, "generate", "--config", file).expect(t, exitOK, "", "added")
	first := contentOf(t, out)

	flags := targetFlags{Config: file}
	find := func(change func(*target)) bool {
		t.Helper()
		s := &session{ctx: t.Context(), stderr: t.Output()}
		defer s.close()
		targets, err := flags.targets(s, filelock.Shared)
		if err != nil {
			t.Fatal(err)
		}
		change(targets[0])
		digest, err := cache.Docs(t.Context(), os.DirFS(docs))
		if err != nil {
			t.Fatal(err)
		}
		_, ok := newBuildCache(s.openCache(false), targets[0], digest, nil).get(targets[0].kept())
		return ok
	}
	if !find(func(*target) {}) {
		t.Error("a second run would parse")
	}
	if !find(func(o *target) { o.Docs, o.Output = "elsewhere", "elsewhere" }) {
		t.Error("folders count")
	}
	for what, change := range map[string]func(*target){
		"package":  func(o *target) { o.Package = "port" },
		"dialects": func(o *target) { o.Dialects = []string{"http"} },
		"exclude":  func(o *target) { o.Exclude = []config.Text{{Value: "x"}} },
		"names":    func(o *target) { o.lock.was.Targets["out"].Names[naming.NewKey("type", "Berth")] = "Dock" },
	} {
		if find(change) {
			t.Errorf("%s: does not count", what)
		}
	}
	docgen(t, "generate", "--config", file).expect(t, exitOK, "", "; no file changed; 0 errors")
	docgen(t, "check", "--config", file).expect(t, exitOK, "", "up to date")
	if err := os.RemoveAll(out); err != nil {
		t.Fatal(err)
	}
	docgen(t, "generate", "--config", file).expect(t, exitOK, "", "added")
	if contentOf(t, out) != first {
		t.Error("the cache gives another package")
	}
	write(t, filepath.Join(docs, "more.md"), "# More\n")
	if find(func(*target) {}) {
		t.Error("a new page does not count")
	}
}

// TestErrorsComeOutOfTheCacheToo reads pages with a fault twice.
func TestErrorsComeOutOfTheCacheToo(t *testing.T) {
	t.Setenv(cache.Env, t.TempDir())
	docs := docsOf(t, map[string][]byte{"berths.md": []byte(harborPage), "bad.md": {0, 1, 2}})
	out := filepath.Join(t.TempDir(), "harbor")
	for range 2 {
		docgen(t, "generate", docs, "-o", out).expect(t, exitFindings, "", docs+"/bad.md:1:1: error: ")
	}
	docgen(t, "generate", docs, "-o", out, "--keep-going").expect(t, exitFindings, "", "added")
}

// BenchmarkCorpusGenerateAgain says how long runs take that find nothing
// changed, as a part of the first run.
func BenchmarkCorpusGenerateAgain(b *testing.B) {
	docs := corpustest.Dir(b, "anthropic/2026-06-11")
	b.Setenv(cache.Env, b.TempDir())
	b.Setenv("CI", "")
	args := []string{docs, "-o", filepath.Join(b.TempDir(), "client")}
	timed := func(verb string) time.Duration {
		start := time.Now()
		if out, err := process(b, append([]string{verb}, args...)...).CombinedOutput(); err != nil {
			b.Fatalf("%v: %s", err, out)
		}
		return time.Since(start)
	}
	first := timed("generate")
	b.ReportMetric(first.Seconds(), "first-s")
	for _, verb := range []string{"generate", "check"} {
		b.Run(verb, func(b *testing.B) {
			for b.Loop() {
				timed(verb)
			}
			b.ReportMetric(100*b.Elapsed().Seconds()/float64(b.N)/first.Seconds(), "%-of-first")
		})
	}
}
