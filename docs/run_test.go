package docs_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// A scratch is the module of a user: a git repository with the pages of Harbor in
// docs/harbor, of the revision v1.2.0 in its history and of a later one in the working
// folder, the generated package, and a program that uses it.
type scratch struct {
	dir string
	env []string
}

func newScratch(t *testing.T) *scratch {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("needs a shell")
	}
	if testing.Short() {
		t.Skip("builds docgen")
	}
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	s := &scratch{dir: t.TempDir(), env: append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"), "DOCGEN_CACHE="+t.TempDir(), "GOFLAGS=", "GOWORK=off",
		"GIT_CONFIG_GLOBAL=/dev/null", "GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@harbor.example", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@harbor.example")}
	build := exec.Command("go", "build", "-o", filepath.Join(bin, "docgen"), "./cmd/docgen")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	s.write(t, "go.mod", "module example.com/user\n\ngo 1.26\n")
	s.write(t, "docgen.yaml", "version: 1\ntargets:\n  - {docs: docs/harbor, output: internal/harbor, package: harbor}\n")
	s.write(t, "main.go", program)
	s.run(t, "ln -s '"+root+"/testdata' testdata && mkdir docs && cp -r testdata/harbor docs/harbor && echo /testdata > .gitignore && docgen generate && "+
		"git init -q && git add -A && git commit -qm 'docs: a reference' && git tag v1.2.0 && rm -r docs/harbor && cp -r testdata/harbor-v2 docs/harbor")
	return s
}

const program = `package main

import (
	"context"
	"fmt"

	"example.com/user/internal/harbor"
)

func main() {
	check, err := harbor.NewClient(harbor.FromEnv()).Addresses.Validate(context.Background(), harbor.AddressValidateParams{})
	fmt.Println(check.Confidence, err)
}
`

func (s *scratch) write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(s.dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// output runs a script and returns what it prints, on either stream, and its exit code.
func (s *scratch) output(t *testing.T, script string) (out string, code int) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "bash", "-c", script)
	cmd.Dir, cmd.Env = s.dir, s.env
	text, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return string(text), cmd.ProcessState.ExitCode()
}

func (s *scratch) run(t *testing.T, script string) {
	t.Helper()
	if out, code := s.output(t, script); code != 0 {
		t.Fatalf("exit code %d: %s\n%s", code, script, out)
	}
}

// TestConsole runs each command that the documentation shows behind a dollar sign, one
// after the other, and compares what it prints. A line "…" stands for any lines.
func TestConsole(t *testing.T) {
	list := blocks(t, "console")
	s := newScratch(t)
	ran := 0
	for _, b := range list {
		if b.skipped != "" {
			continue
		}
		for _, part := range strings.Split("\n"+b.text, "\n$ ")[1:] {
			command, want, _ := strings.Cut(part, "\n")
			got, code := s.output(t, command)
			ran++
			if code > 1 {
				t.Errorf("%v: %s: exit code %d\n%s", b, command, code, got)
			} else if msg := differ(got, want); msg != "" {
				t.Errorf("%v: %s: %s\n%.2000s", b, command, msg, got)
			}
		}
	}
	if ran < 8 {
		t.Errorf("only %d commands", ran)
	}
}

// differ says which line of want is not in got, in order; lines of got that want does not
// have are allowed only where want has a line "…".
func differ(got, want string) string {
	if strings.TrimSpace(want) == "" {
		return ""
	}
	have := strings.Split(strings.TrimRight(got, "\n"), "\n")
	any := false
	for _, line := range strings.Split(strings.TrimRight(want, "\n"), "\n") {
		if strings.TrimSpace(line) == "…" {
			any = true
			continue
		}
		at := 0
		for any && at < len(have) && strings.TrimRight(have[at], " ") != line {
			at++
		}
		if at >= len(have) || strings.TrimRight(have[at], " ") != line {
			return fmt.Sprintf("it does not print %q", line)
		}
		have, any = have[at+1:], false
	}
	if len(have) > 0 && !any {
		return fmt.Sprintf("it goes on with %q", have[0])
	}
	return ""
}

// TestYAML hands each file that the documentation shows to who reads it.
func TestYAML(t *testing.T) {
	list := blocks(t, "yaml")
	s := newScratch(t)
	s.run(t, "rm -r docs/harbor && git checkout -q docs/harbor")
	for _, b := range list {
		var content any
		if err := yaml.Unmarshal([]byte(b.text), &content); err != nil {
			t.Errorf("%v: %v", b, err)
			continue
		}
		script := ""
		switch top, _ := content.(map[string]any); {
		case b.skipped != "":
		case top["targets"] != nil:
			script = "rm -rf internal docgen.lock && docgen generate --config shown.yaml"
		case strings.Contains(b.text, "- rule:"):
			script = "docgen diff testdata/harbor testdata/harbor-v2 --ignore shown.yaml --fail-on never"
		case top["jobs"] != nil:
			script = "if command -v actionlint > /dev/null; then actionlint shown.yaml; fi"
		}
		s.write(t, "shown.yaml", b.text)
		if out, code := s.output(t, script); code != 0 {
			t.Errorf("%v: exit code %d\n%s", b, code, out)
		}
	}
}

// TestShell has bash read the scripts.
func TestShell(t *testing.T) {
	list := blocks(t, "sh")
	s := &scratch{dir: t.TempDir(), env: os.Environ()}
	if runtime.GOOS == "windows" {
		t.Skip("needs a shell")
	}
	for _, b := range list {
		s.write(t, "shown.sh", b.text)
		s.run(t, "bash -n shown.sh")
	}
}

// imports are what the Go of the documentation may use, by the name of the package.
var imports = map[string]string{
	"context": "context", "errors": "errors", "fmt": "fmt", "http": "net/http", "io": "io", "os": "os", "strings": "strings", "time": "time",
	"harbor": "github.com/docgen-go/docgen/golden/harbor",
}

// declaresError finds an err that a piece of Go declares outside of its other statements.
var declaresError = regexp.MustCompile(`(?m)^\w+, err :=`)

// TestGo compiles each piece of Go of the documentation, as the body of a function that
// has a context, a client and a parcel, or as declarations.
func TestGo(t *testing.T) {
	replace := map[string]string{}
	dir := t.TempDir()
	for i, b := range blocks(t, "go") {
		if b.skipped != "" || strings.HasPrefix(b.text, "\t//") { // fields of a struct: TestExcerpt
			continue
		}
		code := "package main\n\n"
		for name, path := range imports {
			if strings.Contains(b.text, name+".") || name == "harbor" || name == "context" {
				code += fmt.Sprintf("import %s %q\n", name, path)
			}
		}
		body := b.text
		if !strings.Contains(body, "func ") && !strings.HasPrefix(body, "//go:") {
			body = "{\n" + body + "\n_, _ = client, parcel\n}\nreturn nil"
			if declaresError.MatchString(b.text) {
				body = strings.Replace(body, "\n_, _ = ", "\n_ = err\n_, _ = ", 1)
			}
			body = fmt.Sprintf("func shown%d(ctx context.Context, client *harbor.Client, parcel *harbor.Parcel) error {\n%s\n}", i, body)
		}
		code += fmt.Sprintf("var _ *harbor.Client\nvar _ context.Context\n//line %s:%d\n%s\n", b.file, b.line, body)
		name := filepath.Join(dir, fmt.Sprintf("shown%d.go", i))
		if err := os.WriteFile(name, []byte(code), 0o600); err != nil {
			t.Fatal(err)
		}
		at, err := filepath.Abs(filepath.Join("..", "golden", "quickstart", filepath.Base(name)))
		if err != nil {
			t.Fatal(err)
		}
		replace[at] = name
	}
	overlay := filepath.Join(dir, "overlay.json")
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err == nil {
		err = os.WriteFile(overlay, text, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", os.DevNull, "-overlay", overlay, "../golden/quickstart").CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
