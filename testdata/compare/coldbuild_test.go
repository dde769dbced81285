package compare

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A contest is a reference and the client that its vendor publishes.
type contest struct {
	name, docs, dialects, sdk string
	// cpu is the bar for our share of the SDK's CPU, mb for the memory of our
	// largest compile in MB, and lines for our lines, tests left out.
	cpu   float64
	mb    int64
	lines int
}

var contests = []contest{
	{"openai", "openai-rendered/2026-06-27", "http,go,python", "github.com/openai/openai-go/v3", 0.6, 1000, 68_000},
	{"anthropic", "anthropic/2026-06-11", "", "github.com/anthropics/anthropic-sdk-go", 0.5, 600, 54_000},
}

// asTool makes the test binary the go command's -toolexec: it notes in the file of
// that name how much memory each compile takes.
const asTool = "DOCGEN_COMPARE_NOTES"

func TestMain(m *testing.M) {
	notes := os.Getenv(asTool)
	if notes == "" {
		os.Exit(m.Run())
	}
	cmd := exec.Command(os.Args[1], os.Args[2:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	err := cmd.Run()
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok && strings.HasPrefix(filepath.Base(os.Args[1]), "compile") {
		if f, err := os.OpenFile(notes, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600); err == nil {
			fmt.Fprintln(f, usage.Maxrss)
			f.Close()
		}
	}
	if err != nil {
		os.Exit(1)
	}
}

// BenchmarkColdBuild builds our packages and the vendors' clients in one run,
// each with an empty cache but for the standard library, and reports what ours
// cost. Runs alternate, and of each side the cheapest counts. It fails where a
// bar is missed.
func BenchmarkColdBuild(b *testing.B) {
	w := newWorkshop(b)
	for _, c := range contests {
		b.Run(c.name, func(b *testing.B) {
			ours := w.generate(b, c)
			var us, they cost
			for b.Loop() {
				us.add(w.build(b, ours, "./..."))
				they.add(w.build(b, ".", c.sdk))
			}
			lines := countLines(b, ours)
			share := us.cpu.Seconds() / they.cpu.Seconds()
			b.ReportMetric(us.cpu.Seconds(), "our-cpu-s")
			b.ReportMetric(they.cpu.Seconds(), "sdk-cpu-s")
			b.ReportMetric(share, "cpu-share")
			b.ReportMetric(float64(us.mb), "our-peak-MB")
			b.ReportMetric(float64(they.mb), "sdk-peak-MB")
			b.ReportMetric(float64(lines), "our-lines")
			if share > c.cpu || us.mb > c.mb || lines > c.lines {
				b.Errorf("%.2f of the SDK's CPU, %d MB, %d lines; the bars are %.2f, %d MB, %d lines", share, us.mb, lines, c.cpu, c.mb, c.lines)
			}
		})
	}
}

// A cost is the CPU of a build and the memory of its largest compile.
type cost struct {
	cpu time.Duration
	mb  int64
}

// add keeps the lower of two costs.
func (c *cost) add(o cost) {
	if c.cpu == 0 || o.cpu < c.cpu {
		c.cpu = o.cpu
	}
	if c.mb == 0 || o.mb < c.mb {
		c.mb = o.mb
	}
}

// A workshop has docgen and a cache in which only the standard library is built.
type workshop struct{ dir, docgen, std, self string }

func newWorkshop(b *testing.B) *workshop {
	if runtime.GOOS != "linux" {
		b.Skip("Maxrss is in other units elsewhere")
	}
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	dir := b.TempDir()
	w := &workshop{dir: dir, docgen: filepath.Join(dir, "docgen"), std: filepath.Join(dir, "std"), self: self}
	b.Cleanup(func() { _ = exec.Command("chmod", "-R", "u+w", dir).Run() })
	buildDocgen(b, w.docgen)
	// With the same -toolexec, which is part of what the cache knows builds by.
	run(b, ".", w.env(w.std, filepath.Join(dir, "ignored")), "go", "build", "-toolexec", self, "std")
	return w
}

func (w *workshop) env(cache, notes string) []string {
	return []string{"GOCACHE=" + cache, asTool + "=" + notes, "GOFLAGS=", "GOWORK=off"}
}

func buildDocgen(b testing.TB, into string) {
	b.Helper()
	run(b, "../..", nil, "go", "build", "-o", into, "./cmd/docgen")
}

// generate writes the package of a contest into a module of its own.
func (w *workshop) generate(b testing.TB, c contest) string { return w.generateAs(b, c, "client") }

// generateAs is generate with another name of the package.
func (w *workshop) generateAs(b testing.TB, c contest, name string) string {
	b.Helper()
	root := cmp.Or(os.Getenv("DOCGEN_CORPUS"), "../shared/corpus")
	if !filepath.IsAbs(root) {
		root = filepath.Join("../..", root)
	}
	docs, err := filepath.Abs(filepath.Join(root, c.docs))
	if err != nil {
		b.Fatal(err)
	}
	if _, err := os.Stat(docs); err != nil && os.Getenv("DOCGEN_CORPUS_REQUIRED") == "" {
		b.Skipf("no corpus at %s; set DOCGEN_CORPUS to run this", docs)
	}
	dir := filepath.Join(w.dir, c.name)
	args := []string{"generate", docs, "-o", filepath.Join(dir, "client"), "--package", name, "--keep-going"}
	if c.dialects != "" {
		args = append(args, "--dialects", c.dialects)
	}
	run(b, ".", []string{"DOCGEN_CACHE=" + filepath.Join(w.dir, "docs")}, w.docgen, args...)
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module example.test/"+c.name+"\n\ngo 1.26\n"), 0o600); err != nil {
		b.Fatal(err)
	}
	return dir
}

// build builds a package in a module with a copy of the cache of the standard library.
func (w *workshop) build(b *testing.B, module, pkg string) cost {
	b.Helper()
	cache, notes := filepath.Join(w.dir, "cache"), filepath.Join(w.dir, "notes")
	for _, old := range []string{cache, notes} {
		if err := os.RemoveAll(old); err != nil {
			b.Fatal(err)
		}
	}
	if err := os.CopyFS(cache, os.DirFS(w.std)); err != nil {
		b.Fatal(err)
	}
	state := run(b, module, w.env(cache, notes), "go", "build", "-toolexec", w.self, pkg)
	return cost{state.UserTime() + state.SystemTime(), largest(b, notes)}
}

// largest is the largest number of a file of KB, in MB.
func largest(b *testing.B, notes string) int64 {
	b.Helper()
	text, err := os.ReadFile(notes)
	if err != nil {
		b.Fatal(err)
	}
	var most int64
	for line := range strings.Lines(string(text)) {
		kb, err := strconv.ParseInt(strings.TrimSpace(line), 10, 64)
		if err != nil {
			b.Fatal(err)
		}
		most = max(most, kb*1024/1_000_000)
	}
	return most
}

func run(b testing.TB, dir string, env []string, name string, args ...string) *os.ProcessState {
	b.Helper()
	cmd := exec.CommandContext(b.Context(), name, args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	out, err := cmd.CombinedOutput()
	if err != nil && cmd.ProcessState.ExitCode() != 1 || err != nil && name == "go" {
		b.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return cmd.ProcessState
}

// countLines counts those of a generated package without its tests.
func countLines(b *testing.B, dir string) int {
	b.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "client", "*.go"))
	if err != nil {
		b.Fatal(err)
	}
	lines := 0
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		if !strings.HasSuffix(name, "_test.go") {
			lines += strings.Count(string(text), "\n")
		}
	}
	return lines
}
