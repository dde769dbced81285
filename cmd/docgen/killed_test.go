package main

import (
	"fmt"
	"maps"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/cache"
	"github.com/docgen-go/docgen/model/testutil"
)

// manyPages is a reference with a resource for each number, and so with a file
// of the package for each.
func manyPages(t *testing.T, from, to int, name string) string {
	t.Helper()
	pages := map[string][]byte{}
	for i := from; i < to; i++ {
		page := strings.NewReplacer("Berth", fmt.Sprint("Berth", i), "/berths", fmt.Sprint("/berths", i), "Its name", name).Replace(harborPage)
		pages[fmt.Sprintf("berths%d.md", i)] = []byte(page)
	}
	return docsOf(t, pages)
}

// killedGenerate goes from one revision of a reference to the next, which
// changes most files, adds some and takes some out.
func killedGenerate(t *testing.T) *killing {
	t.Helper()
	t.Setenv(cache.Env, t.TempDir()) // so that the run consists of writing
	dir := t.TempDir()
	args := func(dir string) []string { return []string{"generate", "--config", filepath.Join(dir, "new.yaml")} }
	k := &killing{
		args: args, stage: ".docgen-write", recovers: "out/.docgen-write/journal",
		moments: []string{"out/.docgen-write", "out/.docgen-write/old/1", "out/.docgen-write/journal.draft", "out/.docgen-write/journal", ".docgen.lock.docgen-draft"},
	}
	old, now := manyPages(t, 0, 60, "Its name"), manyPages(t, 5, 65, "What it is called")
	write(t, filepath.Join(dir, "new.yaml"), configHead+"  - {docs: "+now+", output: out, package: harbor}\n")
	write(t, filepath.Join(dir, "old.yaml"), configHead+"  - {docs: "+old+", output: out, package: harbor}\n")
	docgen(t, "generate", "--config", filepath.Join(dir, "old.yaml")).expect(t, exitOK, "", "added")
	k.old = tree(t, dir)
	docgen(t, args(dir)...).expect(t, exitOK, "", "changed")
	k.new = tree(t, dir)
	return k
}

func TestGenerateKilled(t *testing.T) {
	testutil.NoRace(t, "runs other programs")
	killedGenerate(t).run(t)
}

// TestCheckKilled kills the verb that changes nothing: nothing is changed.
func TestCheckKilled(t *testing.T) {
	testutil.NoRace(t, "runs other programs")
	k := killedGenerate(t)
	generate := k.args
	k.args = func(dir string) []string { return append([]string{"check"}, generate(dir)[1:]...) }
	k.old, k.moments = k.new, nil
	k.run(t)
}

// TestGenerateAtOnce has several processes work on one target.
func TestGenerateAtOnce(t *testing.T) {
	testutil.Slow(t, "runs many processes")
	k := killedGenerate(t)
	dir := k.folder(t)
	var cmds []*exec.Cmd
	for _, verb := range []string{"generate", "check", "generate", "check", "generate"} {
		cmd := process(t, append([]string{verb}, k.args(dir)[1:]...)...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		cmds = append(cmds, cmd)
	}
	for _, cmd := range cmds {
		_ = cmd.Wait()
		code, verb := cmd.ProcessState.ExitCode(), cmd.Args[1]
		if code != exitOK && (code != exitFindings || verb != "check") {
			t.Errorf("%s exits %d", verb, code)
		}
	}
	if got := tree(t, dir); !maps.Equal(got, k.new) {
		t.Errorf("not the new state: %v", differing(got, k.new))
	}
}

// TestGenerateAtOnceFromOtherDocs has two processes want different packages in
// one folder. One is the last, and its package is whole.
func TestGenerateAtOnceFromOtherDocs(t *testing.T) {
	testutil.Slow(t, "runs many processes")
	t.Setenv(cache.Env, t.TempDir())
	docs := []string{harbor, "../../testdata/harbor-next"}
	var states []map[string]string
	for _, d := range docs {
		dir := filepath.Join(t.TempDir(), "out")
		docgen(t, "generate", d, "-o", dir).expect(t, exitOK, "", "added")
		states = append(states, tree(t, dir))
	}
	dir := filepath.Join(t.TempDir(), "out")
	for range 3 {
		var cmds []*exec.Cmd
		for _, d := range docs {
			cmd := process(t, "generate", d, "-o", dir)
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			cmds = append(cmds, cmd)
		}
		for _, cmd := range cmds {
			if err := cmd.Wait(); err != nil {
				t.Error(err)
			}
		}
		if got := tree(t, dir); !maps.Equal(got, states[0]) && !maps.Equal(got, states[1]) {
			t.Errorf("a mixture: %v, %v", differing(got, states[0]), differing(got, states[1]))
		}
	}
}

// TestPullKilledWhileItUpdates kills the process at many points on its way from
// one snapshot to the next.
func TestPullKilledWhileItUpdates(t *testing.T) {
	testutil.NoRace(t, "runs other programs")
	testutil.Slow(t, "kills a process at many points")
	var revised atomic.Bool
	url := harborSite(t, func(w http.ResponseWriter, r *http.Request) bool {
		text, err := os.ReadFile(filepath.Join("../../testdata/harbor", filepath.FromSlash(r.URL.Path)))
		if err != nil {
			return false
		}
		if revised.Load() {
			text = append(text, "\nRevised.\n"...)
		}
		_, err = w.Write(text)
		return err == nil
	})
	dir := t.TempDir()
	k := &killing{
		args:  func(dir string) []string { return []string{"pull", url, "-o", filepath.Join(dir, "docs")} },
		stage: ".docgen-pull", recovers: "docs/.docgen-pull/commit",
		moments: []string{"docs/.docgen-pull/lock", "docs/.docgen-pull/journal", "docs/.docgen-pull/commit.part", "docs/.docgen-pull/commit"},
	}
	for _, state := range []*map[string]string{&k.old, &k.new} {
		docgen(t, k.args(dir)...).expect(t, exitOK, "", "58 fetched")
		*state = tree(t, dir)
		revised.Store(true)
	}
	k.run(t)
}
