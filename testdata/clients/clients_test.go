package clients

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// A report is what docgen drift --format json says, as far as tests here look at it.
type report struct {
	Findings []finding `json:"findings"`
	Coverage struct {
		Documented, Paired, Client, ClientPaired, Members, Compared, Agreed, Bodies, Unknown int
	} `json:"coverage"`
	Operations []struct {
		Func, Package, Operation, Through string
		Documented                        []string
	} `json:"operations"`
	Matches []struct {
		Struct, Member string
		Value          bool
		Go             place
	}
	Unresolved  []struct{ Func, Why string }
	NotCompared []string
	Stubbed     []struct{ Func, Why string }
}

type finding struct {
	Rule, Severity, Confidence, Struct, Func, Member, Operation, Message string
	Go, Page                                                             place
}

type place struct {
	File  string
	Start struct{ Line, Column int }
}

// program builds docgen once for all tests.
var program = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "docgen")
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "docgen")
	out, err := command(filepath.Join("..", ".."), "go", "build", "-o", name, "./cmd/docgen").CombinedOutput()
	if err != nil {
		return "", errors.New(err.Error() + ": " + string(out))
	}
	return name, nil
})

func TestMain(m *testing.M) {
	code := m.Run()
	if name, err := program(); err == nil {
		os.RemoveAll(filepath.Dir(name))
	}
	os.Exit(code)
}

func command(dir, name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
	return cmd
}

// source returns the folder of a module of this go.mod. A test that cannot have it is
// skipped, which happens without the network only.
func source(t testing.TB, module string) string {
	t.Helper()
	if out, err := command(".", "go", "mod", "download").CombinedOutput(); err != nil {
		t.Skipf("the clients cannot be downloaded: %s", bytes.TrimSpace(out))
	}
	out, err := command(".", "go", "list", "-m", "-f", "{{.Dir}}", module).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// corpus returns a folder of pages below $DOCGEN_CORPUS or beside it.
func corpus(t testing.TB, name string) string {
	t.Helper()
	root := os.Getenv("DOCGEN_CORPUS")
	if root == "" {
		root = filepath.Join("..", "shared", "corpus")
	}
	if !filepath.IsAbs(root) {
		root = filepath.Join("..", "..", root)
	}
	dir, err := filepath.Abs(filepath.Join(root, name))
	if err == nil {
		_, err = os.Stat(dir)
	}
	if err != nil && os.Getenv("DOCGEN_CORPUS_REQUIRED") == "" {
		t.Skipf("no pages at %s; set DOCGEN_CORPUS to run this", dir)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// A cost is what a run took.
type cost struct {
	wall, cpu time.Duration
	memory    int64 // the most that was resident, in KB on Linux
}

// drift compares packages with pages, seen from a folder with a go.mod.
func drift(t testing.TB, dir, docs string, packages ...string) (*report, cost) {
	t.Helper()
	out, spent := docgen(t, dir, append([]string{"drift", docs, "--format", "json", "--fail-on", "never", "--confidence", "perhaps"}, packages...)...)
	r := new(report)
	if err := json.Unmarshal(out, r); err != nil {
		t.Fatalf("%v: %.300s", err, out)
	}
	return r, spent
}

func docgen(t testing.TB, dir string, args ...string) ([]byte, cost) {
	t.Helper()
	name, err := program()
	if err != nil {
		t.Fatal(err)
	}
	cmd := command(dir, name, args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	start := time.Now()
	out, err := cmd.Output()
	spent := cost{wall: time.Since(start), cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), memory: maxRSS(cmd.ProcessState)}
	if err != nil && cmd.ProcessState.ExitCode() != 1 {
		t.Fatalf("docgen %s: %v\n%s", strings.Join(args, " "), err, &stderr)
	}
	return out, spent
}

// packagesOf returns the packages of a module that stand for its API.
func packagesOf(t testing.TB, pattern string, but ...string) []string {
	t.Helper()
	out, err := command(".", "go", "list", pattern).Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for name := range strings.FieldsSeq(string(out)) {
		keep := true
		for _, part := range but {
			keep = keep && !strings.Contains(name, part)
		}
		if keep {
			all = append(all, name)
		}
	}
	return all
}

// share returns the quotient, 0 of none.
func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}
