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

// readYAML reads a file of the root of the repository.
func readYAML(t *testing.T, name string, into any) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", name))
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(text, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

type actionFile struct {
	Runs struct {
		Steps []struct {
			Name, Run string
			Env       map[string]string
		}
	}
}

// A repository is a module of a user with two commits of docs, and programs
// that stand in for those of a CI job.
type repository struct {
	dir, base, temp string
	env             []string
}

func newRepository(t *testing.T) *repository {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("needs a shell")
	}
	r := &repository{dir: t.TempDir(), temp: t.TempDir()}
	page := filepath.Join(r.dir, "docs", "berths.md")
	write(t, page, harborPage)
	write(t, filepath.Join(r.dir, "docgen.yaml"), configHead+"  - {docs: docs, output: harbor, package: harbor}\n")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	r.program(t, "docgen", "exec env "+beDocgen+"=1 '"+self+"' \"$@\"\n")
	r.program(t, "go", "[ \"$1\" = tool ] && shift && exec \"$@\"\n")
	r.program(t, "gh", "if [ \"$2\" = view ]; then cat comment; else echo \"$@\" > commented; cat \"$RUNNER_TEMP/comment.md\" >> commented; fi\n")
	write(t, filepath.Join(r.dir, "comment"), "")
	r.program(t, "curl", "case \"$*\" in *per_page*) cat notes;; *) echo \"$@\" > commented; cat comment.md >> commented;; esac\n")
	write(t, filepath.Join(r.dir, "notes"), "[]")
	r.env = append(os.Environ(), "PATH="+r.temp+string(filepath.ListSeparator)+os.Getenv("PATH"), "RUNNER_TEMP="+r.temp, "GITHUB_REPOSITORY=harbor/api",
		"GITHUB_OUTPUT="+filepath.Join(r.temp, "output"), "GITHUB_STEP_SUMMARY="+filepath.Join(r.temp, "summary"))
	r.shell(t, 0, "docgen generate && git init -q && git add -A && git -c user.name=a -c user.email=a@harbor.example commit -qm docs")
	r.base = strings.TrimSpace(r.shell(t, 0, "git rev-parse HEAD"))
	edit(t, page, "`name: string`", "`title: string`")
	return r
}

func (r *repository) program(t *testing.T, name, script string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(r.temp, name), []byte("#!/bin/sh\n"+script), 0o700); err != nil {
		t.Fatal(err)
	}
}

// shell runs a script as a CI job does and checks its exit code.
func (r *repository) shell(t *testing.T, code int, script string, env ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "bash", "-eo", "pipefail", "-c", script)
	cmd.Dir, cmd.Env = r.dir, append(r.env, env...)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	if got := cmd.ProcessState.ExitCode(); got != code {
		t.Fatalf("exit code %d, want %d: %s\n%s%s", got, code, script, out, stderr.String())
	}
	return string(out)
}

func textOf(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestAction runs the steps of the GitHub action on a pull request that breaks
// something.
func TestAction(t *testing.T) {
	testutil.NoRace(t, "runs other programs")
	testutil.Slow(t, "runs the action")
	var action actionFile
	readYAML(t, "action.yml", &action)
	steps := action.Runs.Steps
	if len(steps) != 3 {
		t.Fatalf("%d steps", len(steps))
	}
	for _, s := range steps {
		if strings.Contains(s.Run, "${{") {
			t.Errorf("%s: an expression in a script can become a command", s.Name)
		}
	}
	r := newRepository(t)
	r.shell(t, 0, steps[0].Run, "VERSION=latest")
	if got := textOf(t, filepath.Join(r.temp, "output")); got != "command=go tool docgen\n" {
		t.Errorf("found %q", got)
	}
	if out := r.shell(t, 1, steps[1].Run, "DOCGEN=go tool docgen", "CONFIG=docgen.yaml"); !strings.Contains(out, "+++ harbor/") {
		t.Errorf("check prints %.500q", out)
	}
	compare := []string{"DOCGEN=go tool docgen", "CONFIG=", "DOCS=docs", "FAIL_ON=breaking", "COMMENT=true", "BASE=" + r.base, "PULL=https://git.harbor.example/1"}
	r.shell(t, 1, steps[2].Run, compare...)
	for _, name := range []string{filepath.Join(r.temp, "summary"), filepath.Join(r.dir, "commented")} {
		if got := textOf(t, name); !strings.Contains(got, "title") {
			t.Errorf("%s is %.500q", name, got)
		}
	}
	commented := filepath.Join(r.dir, "commented")
	if got := textOf(t, commented); !strings.HasPrefix(got, "pr comment https://git.harbor.example/1 ") || !strings.Contains(got, "\n<!-- docgen diff docs -->\n") {
		t.Errorf("the first comment is %.500q", got)
	}
	write(t, filepath.Join(r.dir, "comment"), "https://git.harbor.example/1#issuecomment-77\n")
	r.shell(t, 0, steps[2].Run, append(compare, "FAIL_ON=never")...)
	if got := textOf(t, commented); !strings.HasPrefix(got, "api --silent --method PATCH repos/harbor/api/issues/comments/77 ") {
		t.Errorf("the comment is replaced by %.500q", got)
	}
	if got := textOf(t, filepath.Join(r.temp, "output")); !strings.Contains(got, "\nbreaking=1\nwarnings=0\ncompatible=0\nchangelog="+filepath.Join(r.temp, "changes.md")+"\n") {
		t.Errorf("the outputs are %q", got)
	}
	if got := textOf(t, filepath.Join(r.temp, "changes.md")); strings.Contains(got, r.dir) {
		t.Errorf("the changelog names a folder of this machine: %.300q", got)
	}
	r.shell(t, 3, steps[2].Run, append(compare, "DOCS=nowhere")...)
	write(t, filepath.Join(r.dir, "accepted.yaml"), "- {rule: breaking, reason: agreed on}\n")
	r.shell(t, 0, steps[2].Run, append(compare, "IGNORE=accepted.yaml")...)
	write(t, filepath.Join(r.dir, "more", "berths.md"), harborPage)
	if out := r.shell(t, 0, steps[2].Run, append(compare, "DOCS=more")...); out != "more is new in this pull request: there is nothing to compare it with.\n" {
		t.Errorf("pages that the base does not have give %.500q", out)
	}
	page := filepath.Join(r.dir, "docs", "berths.md")
	now := textOf(t, page)
	edit(t, page, "`title: string`", "`name: string`")
	r.shell(t, 0, steps[2].Run, compare...)
	if got := textOf(t, commented); got != "api --silent --method DELETE repos/harbor/api/issues/comments/77\n" {
		t.Errorf("where nothing changed any more the comment is replaced by %.500q", got)
	}
	write(t, page, now)
	r.program(t, "gh", "echo denied >&2; exit 1\n")
	if out := r.shell(t, 1, steps[2].Run, compare...); !strings.Contains(out, "::warning::The changes could not be commented") {
		t.Errorf("a comment that is denied gives %.500q", out)
	}
}

// TestActionInAShallowClone runs the comparison where the base commit is not
// there yet, as after a checkout that fetches one commit.
func TestActionInAShallowClone(t *testing.T) {
	testutil.NoRace(t, "runs other programs")
	testutil.Slow(t, "runs the action")
	var action actionFile
	readYAML(t, "action.yml", &action)
	r := newRepository(t)
	r.shell(t, 0, "git add -A && git -c user.name=a -c user.email=a@harbor.example commit -qm edit && git config uploadpack.allowAnySHA1InWant true")
	clone := filepath.Join(t.TempDir(), "clone")
	r.shell(t, 0, "git clone -q --depth=1 'file://"+r.dir+"' '"+clone+"'")
	r.dir = clone
	r.shell(t, 128, "git cat-file -e "+r.base+"^{commit}")
	r.shell(t, 1, action.Runs.Steps[2].Run, "DOCGEN=go tool docgen", "CONFIG=", "DOCS=docs", "FAIL_ON=breaking", "COMMENT=false", "BASE="+r.base, "PULL=")
	if got := textOf(t, filepath.Join(r.temp, "summary")); !strings.Contains(got, "title") {
		t.Errorf("the summary is %.500q", got)
	}
}

// TestScripts has shellcheck read the scripts of the CI jobs.
func TestScripts(t *testing.T) {
	check, err := exec.LookPath("shellcheck")
	if err != nil {
		t.Skip("no shellcheck")
	}
	var action actionFile
	readYAML(t, "action.yml", &action)
	var job gitLabFile
	readYAML(t, filepath.Join(".gitlab", "docgen.yml"), &job)
	scripts := job.Docgen.Script
	for _, s := range action.Runs.Steps {
		scripts = append(scripts, s.Run)
	}
	for _, script := range scripts {
		cmd := exec.CommandContext(t.Context(), check, "--shell=bash", "-")
		cmd.Stdin = strings.NewReader(script)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
	}
}

type gitLabFile struct{ Docgen struct{ Script []string } }

// TestGitLab runs the script of the GitLab job in the same way.
func TestGitLab(t *testing.T) {
	testutil.NoRace(t, "runs other programs")
	var file gitLabFile
	readYAML(t, filepath.Join(".gitlab", "docgen.yml"), &file)
	script := file.Docgen.Script
	if len(script) != 2 {
		t.Fatalf("%d commands", len(script))
	}
	r := newRepository(t)
	r.shell(t, 1, script[0])
	r.shell(t, 0, script[1])
	r.shell(t, 1, script[1], "DOCGEN_DOCS=docs", "DOCGEN_TOKEN=x", "CI_MERGE_REQUEST_DIFF_BASE_SHA="+r.base)
	write(t, filepath.Join(r.dir, "accepted.yaml"), "- {rule: breaking, reason: agreed on}\n")
	r.shell(t, 0, script[1], "DOCGEN_DOCS=docs", "DOCGEN_IGNORE=accepted.yaml", "CI_MERGE_REQUEST_DIFF_BASE_SHA="+r.base)
	if got := textOf(t, filepath.Join(r.dir, "commented")); !strings.Contains(got, "title") {
		t.Errorf("commented %.500q", got)
	}
	commented := filepath.Join(r.dir, "commented")
	notes := `[{"id":5,"type":null,"body":"\u003c!-- docgen diff docs/more --\u003e"},{"id":77,"type":null,"body":"\u003c!-- docgen diff docs --\u003e\n### API"}]`
	write(t, filepath.Join(r.dir, "notes"), notes)
	env := []string{"DOCGEN_DOCS=docs", "DOCGEN_FAIL_ON=never", "DOCGEN_TOKEN=x", "CI_MERGE_REQUEST_DIFF_BASE_SHA=" + r.base, "CI_API_V4_URL=api", "CI_PROJECT_ID=1", "CI_MERGE_REQUEST_IID=2"}
	r.shell(t, 0, script[1], env...)
	if got := textOf(t, commented); !strings.Contains(got, "--request PUT --data-urlencode body@comment.md api/projects/1/merge_requests/2/notes/77\n") {
		t.Errorf("the note is replaced by %.500q", got)
	}
	page := filepath.Join(r.dir, "docs", "berths.md")
	now := textOf(t, page)
	edit(t, page, "`title: string`", "`name: string`")
	r.shell(t, 0, script[1], env...)
	if got := textOf(t, commented); !strings.HasSuffix(got, "--request DELETE api/projects/1/merge_requests/2/notes/77\n") {
		t.Errorf("where nothing changed any more the note is replaced by %.500q", got)
	}
	write(t, page, now)
	write(t, filepath.Join(r.dir, "more", "berths.md"), harborPage)
	if out := r.shell(t, 0, script[1], append(env, "DOCGEN_DOCS=more")...); !strings.Contains(out, "more is new in this merge request") {
		t.Errorf("pages that the base does not have give %.500q", out)
	}
	r.program(t, "curl", "exit 22\n")
	out := r.shell(t, 0, script[1], "DOCGEN_DOCS=docs", "DOCGEN_FAIL_ON=never", "DOCGEN_TOKEN=x", "CI_MERGE_REQUEST_DIFF_BASE_SHA="+r.base)
	if !strings.Contains(out, "could not be commented") {
		t.Errorf("a comment that is denied gives %.500q", out)
	}
}

// TestPreCommit runs what the hook runs.
func TestPreCommit(t *testing.T) {
	testutil.NoRace(t, "runs other programs")
	testutil.Slow(t, "runs the hook")
	var hooks []struct{ ID, Entry, Language string }
	readYAML(t, ".pre-commit-hooks.yaml", &hooks)
	if len(hooks) != 1 || hooks[0].Language != "system" {
		t.Fatalf("got %+v", hooks)
	}
	r := newRepository(t)
	r.shell(t, 1, hooks[0].Entry)
	r.shell(t, 0, "docgen generate && "+hooks[0].Entry)
}

// TestReleaseConfig holds the promises of a release against its config.
func TestReleaseConfig(t *testing.T) {
	var release struct {
		Version int
		Builds  []struct {
			Main  string
			Flags []string
		}
		Checksum struct{ Algorithm string }
		SBOMs    []struct{ Artifacts string } `yaml:"sboms"`
	}
	readYAML(t, ".goreleaser.yaml", &release)
	if release.Version != 2 || len(release.Builds) != 1 || release.Checksum.Algorithm != "sha256" || len(release.SBOMs) != 1 {
		t.Fatalf("got %+v", release)
	}
	if _, err := os.Stat(filepath.Join("..", "..", release.Builds[0].Main, "main.go")); err != nil {
		t.Error(err)
	}
}
