// Package command runs docgen as a process, for tests of other packages. It promises
// nothing.
package command

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/cache"
)

// Path is what the go command knows docgen by.
const Path = "github.com/docgen-go/docgen/cmd/docgen"

// The exit codes of every verb.
const (
	OK = iota
	Findings
	Usage
	Failed
)

// dir is where programs and folders of tests are, home the folder of the package.
var dir, home string

// Main runs the tests of a package, which may run docgen, without a cache: tests are about
// what is done, not about what was done before.
func Main(m *testing.M) int {
	var err error
	if home, err = os.Getwd(); err != nil {
		panic(err)
	}
	if dir, err = os.MkdirTemp("", "docgen-test"); err != nil {
		panic(err)
	}
	defer func() { _ = os.RemoveAll(dir) }()
	if err := os.Setenv(cache.Env, cache.Off); err != nil {
		panic(err)
	}
	return m.Run()
}

// build builds docgen once for all tests of a package.
var build = sync.OnceValues(func() (string, error) {
	name := filepath.Join(dir, "docgen")
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	cmd := exec.Command("go", "build", "-o", name, Path)
	cmd.Dir, cmd.Env = home, append(os.Environ(), "GOFLAGS=", "GOWORK=")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", errors.New(string(out))
	}
	return name, nil
})

// A Result is what a command leaves behind.
type Result struct {
	Code           int
	Stdout, Stderr string
}

// Run runs docgen in the working folder.
func Run(t *testing.T, args ...string) Result {
	t.Helper()
	name, err := build()
	if err != nil {
		t.Fatal(err)
	}
	return In(t, "", name, args...)
}

// In runs a command in a folder, "" for the working folder.
func In(t *testing.T, dir, name string, args ...string) Result {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, &stdout, &stderr
	if err := cmd.Run(); cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return Result{cmd.ProcessState.ExitCode(), stdout.String(), stderr.String()}
}

// Expect checks the exit code and that each stream says what it should, "" for
// nothing at all.
func (r Result) Expect(t *testing.T, code int, stdout, stderr string) {
	t.Helper()
	if r.Code != code {
		t.Errorf("exit code %d, want %d", r.Code, code)
	}
	stream := func(name, got, want string) {
		if !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("standard %s is %.300q, want %q in it", name, got, want)
		}
	}
	stream("output", r.Stdout, stdout)
	stream("error", r.Stderr, stderr)
}

// Folder returns an empty folder whose path is the same for all tests of a package that
// run one after another: what the go command compiled in it for one test it need not
// compile again for the next, if the sources are the same.
func Folder(t *testing.T) string {
	t.Helper()
	name := filepath.Join(dir, "module")
	if err := os.Mkdir(name, 0o700); err != nil {
		t.Fatal(err) // two tests at once
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(name); err != nil {
			t.Error(err)
		}
	})
	return name
}

// Write writes a file and the folders above it.
func Write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// Text returns what is in a file.
func Text(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Edit replaces a text that must be in a file.
func Edit(t *testing.T, name, old, new string) {
	t.Helper()
	text := Text(t, name)
	if !strings.Contains(text, old) {
		t.Fatalf("%s has no %q", name, old)
	}
	Write(t, name, strings.ReplaceAll(text, old, new))
}
