package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model/testutil"
)

// TestHistoryWorkflow runs the steps of the workflow that docs/history.md shows, on a
// night with a change that breaks code, one with a change that does not, and one without.
func TestHistoryWorkflow(t *testing.T) {
	testutil.NoRace(t, "runs other programs")
	testutil.Slow(t, "runs a workflow")
	if runtime.GOOS == "windows" {
		t.Skip("needs a shell")
	}
	scripts := workflowScripts(t)
	if len(scripts) != 4 || !strings.HasPrefix(scripts[0], "go tool docgen pull https://") {
		t.Fatalf("the scripts are %q", scripts)
	}
	r := newRepository(t)
	goTool, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	r.program(t, "go", "[ \"$1\" = tool ] && shift && exec \"$@\"\nexec '"+goTool+"' \"$@\"\n")
	r.program(t, "gh", "echo \"$@\" > '"+r.temp+"/issue' && cat changes.md >> '"+r.temp+"/issue'\n")
	buoys(t, map[string]string{"app": "\t_, _ = c.Buoys.Get(ctx, \"1\", buoys.BuoyGetParams{Depth: buoys.Some(1.0)})\n"})
	if r.dir, err = os.Getwd(); err != nil {
		t.Fatal(err)
	}
	remote := t.TempDir()
	r.shell(t, 0, "git init -q --bare '"+remote+"' && git init -q -b main && git remote add origin '"+remote+"' && git add -A && git -c user.name=a -c user.email=a@harbor.example commit -qm docs && git push -qu origin main")

	for _, night := range []struct{ name, old, new, issue string }{
		{"nothing", "", "", ""},
		{"what no code uses", "`name: string`", "`title: string`", ""},
		{"what code uses", "- `depth: optional number`", "- `deep: optional number`", "depth"},
	} {
		for _, file := range []string{"create", "retrieve"} { // in the place of the pull
			page := filepath.Join(r.dir, "docs", "buoys", file+".md")
			write(t, page, strings.ReplaceAll(textOf(t, page), night.old, night.new))
		}
		output := filepath.Join(r.temp, "output")
		write(t, output, "")
		write(t, filepath.Join(r.temp, "issue"), "")
		r.shell(t, 0, scripts[1])
		found := textOf(t, output) == "found=true\n"
		if found != (night.old != "") {
			t.Errorf("%s: the output is %q", night.name, textOf(t, output))
		}
		r.shell(t, 0, scripts[2])
		if !strings.Contains(textOf(t, filepath.Join(r.dir, "public", "feed.xml")), "https://example.github.io/reference/") {
			t.Errorf("%s: there is no feed", night.name)
		}
		if found {
			r.shell(t, 0, scripts[3])
		}
		issue := textOf(t, filepath.Join(r.temp, "issue"))
		if !strings.Contains(issue, night.issue) || (issue != "") != (night.issue != "") {
			t.Errorf("%s: the issue is %q", night.name, issue)
		}
	}
	if got := r.shell(t, 0, "git -C '"+remote+"' log --format=%s main"); strings.Count(got, "the reference of today") != 2 {
		t.Errorf("what was pushed is %q", got)
	}
	r.shell(t, 3, strings.Replace(scripts[3], "HEAD~1", "nowhere", 1)) // a comparison that fails is no change
}

// workflowScripts returns what the steps of the workflow run.
func workflowScripts(t *testing.T) []string {
	t.Helper()
	_, text, _ := strings.Cut(textOf(t, filepath.Join("..", "..", "docs", "history.md")), "```yaml\n")
	text, _, ok := strings.Cut(text, "```")
	var workflow struct {
		Jobs struct {
			History struct {
				Steps []struct{ If, Run string }
			}
		}
	}
	if err := yaml.Unmarshal([]byte(text), &workflow); err != nil || !ok {
		t.Fatalf("no workflow: %v", err)
	}
	var scripts []string
	for _, s := range workflow.Jobs.History.Steps {
		if s.Run != "" {
			scripts = append(scripts, s.Run)
		}
	}
	return scripts
}
