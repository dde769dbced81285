package workflows

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestWorkflows lints all workflows: files, and blocks of YAML in documents that have jobs.
func TestWorkflows(t *testing.T) {
	files, err := filepath.Glob("../../.github/workflows/*.yml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no workflows: %v", err)
	}
	documents, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	dir, shown := t.TempDir(), 0
	for _, name := range append(documents, "../../README.md") {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, block := range strings.Split(string(text), "```yaml\n")[1:] {
			block, _, _ = strings.Cut(block, "\n```")
			if !strings.Contains("\n"+block, "\njobs:\n") {
				continue
			}
			shown++
			file := filepath.Join(dir, strings.TrimSuffix(filepath.Base(name), ".md")+string(rune('a'+i))+".yml")
			if err := os.WriteFile(file, []byte(block+"\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			files = append(files, file)
		}
	}
	if shown == 0 {
		t.Error("no document shows a workflow")
	}
	if out, err := lint(files...); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// TestLintBites demands that the linter refuses a workflow that cannot run.
func TestLintBites(t *testing.T) {
	file := filepath.Join(t.TempDir(), "bad.yml")
	const bad = "name: bad\non: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ steps.none.outputs.x }}\n"
	if err := os.WriteFile(file, []byte(bad), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := lint(file); err == nil || !strings.Contains(out, "none") {
		t.Errorf("%v: %s", err, out)
	}
}

func lint(files ...string) (string, error) {
	out, err := exec.Command("go", append([]string{"tool", "actionlint", "-no-color"}, files...)...).CombinedOutput()
	return string(out), err
}
