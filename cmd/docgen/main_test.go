package main

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/command"
)

// beDocgen makes the test binary the command itself, so that tests see a real
// process: its exit code, its streams and what signals do to it.
const beDocgen = "DOCGEN_TEST_BE_DOCGEN"

func TestMain(m *testing.M) {
	if os.Getenv(beDocgen) != "" {
		main()
		return
	}
	os.Exit(command.Main(m))
}

// process is the command as a process of its own.
func process(t testing.TB, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self, args...)
	cmd.Env = append(os.Environ(), beDocgen+"=1")
	return cmd
}

// A result is what a command leaves behind.
type result struct {
	code           int
	stdout, stderr string
}

// docgen runs the command in this process.
func docgen(t *testing.T, args ...string) result {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code := run(t.Context(), args, &stdout, &stderr)
	return result{code, stdout.String(), stderr.String()}
}

// expect checks the exit code and that each stream says what it should, "" for
// nothing at all.
func (r result) expect(t *testing.T, code int, stdout, stderr string) {
	t.Helper()
	if r.code != code {
		t.Errorf("exit code %d, want %d", r.code, code)
	}
	stream := func(name, got, want string) {
		if !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("standard %s is %.300q, want %q in it", name, got, want)
		}
	}
	stream("output", r.stdout, stdout)
	stream("error", r.stderr, stderr)
}

func TestProcess(t *testing.T) {
	for _, c := range []struct {
		args           []string
		code           int
		stdout, stderr string
	}{
		{[]string{"version"}, exitOK, "docgen ", ""},
		{[]string{"lint", "nowhere"}, exitFailed, "", "docgen: nowhere: no such folder or file"},
		{[]string{"lint"}, exitUsage, "", `docgen: no docgen.yaml in this folder or above; name DOCS`},
	} {
		var stdout, stderr bytes.Buffer
		cmd := process(t, c.args...)
		cmd.Stdout, cmd.Stderr = &stdout, &stderr
		if err := cmd.Run(); cmd.ProcessState == nil {
			t.Fatal(err)
		}
		r := result{cmd.ProcessState.ExitCode(), stdout.String(), stderr.String()}
		r.expect(t, c.code, c.stdout, c.stderr)
	}
}
