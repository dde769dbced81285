package main

import (
	"fmt"
	"io/fs"
	"maps"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/docgen-go/docgen/cmd/docgen/internal/cache"
)

// killPoints is in how many places of a run it is killed.
const killPoints = 20

// tree is the files below a folder, and the folders, which end in a slash.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		path, err := filepath.Rel(dir, name)
		if err != nil || e.IsDir() {
			out[filepath.ToSlash(path)+"/"] = ""
			return err
		}
		text, err := os.ReadFile(name)
		out[filepath.ToSlash(path)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// differing names the first files that two trees do not share.
func differing(a, b map[string]string) []string {
	var names []string
	for name := range a {
		if other, ok := b[name]; !ok || other != a[name] {
			names = append(names, name)
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names[:min(len(names), 5)]
}

// A killing is a command that brings a folder from a state to the next.
type killing struct {
	args     func(dir string) []string
	old, new map[string]string
	// stage is the folder that docgen works in, and mends the file in it that
	// has the next run put right what is half done.
	stage, mends string
	// moments are files whose coming into being is a moment to kill at.
	moments []string
	// mixtures is how often both old and new files were there.
	mixtures int
}

// run kills the command at many points, looks what it left, and runs it again.
func (k *killing) run(t *testing.T) {
	t.Helper()
	took := k.times(t)
	for i := range killPoints {
		after := took * time.Duration(i) / (killPoints - 1)
		k.at(t, after.String(), func(string) { time.Sleep(after) })
	}
	for _, name := range k.moments {
		k.at(t, name, func(dir string) { awaits(filepath.Join(dir, filepath.FromSlash(name)), 2*took+time.Second) })
	}
	t.Logf("a run of %v, with a mixture to mend %d times", took, k.mixtures)
}

// awaits returns when there is a file, or too late.
func awaits(name string, most time.Duration) {
	for end := time.Now().Add(most); time.Now().Before(end); {
		if _, err := os.Lstat(name); err == nil {
			return
		}
	}
}

// folder is a new folder in the old state.
func (k *killing) folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range k.old {
		if !strings.HasSuffix(name, "/") {
			write(t, filepath.Join(dir, filepath.FromSlash(name)), text)
		}
	}
	return dir
}

// times is how long the command takes when nobody kills it.
func (k *killing) times(t *testing.T) time.Duration {
	t.Helper()
	dir := k.folder(t)
	start := time.Now()
	if out, err := process(t, k.args(dir)...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	took := time.Since(start)
	if got := tree(t, dir); !maps.Equal(got, k.new) {
		t.Fatalf("nobody killed it, and %v are not as they should be", differing(got, k.new))
	}
	return took
}

func (k *killing) at(t *testing.T, moment string, wait func(dir string)) {
	t.Helper()
	dir := k.folder(t)
	cmd := process(t, k.args(dir)...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	wait(dir)
	_ = cmd.Process.Kill() // it may have come to its end
	_ = cmd.Wait()
	k.left(t, moment, dir)
	if r := docgen(t, k.args(dir)...); r.code != exitOK {
		t.Errorf("killed at %s, the next run exits %d: %s", moment, r.code, r.stderr)
	}
	if got := tree(t, dir); !maps.Equal(got, k.new) {
		t.Errorf("killed at %s, the next run does not give the new state: %v", moment, differing(got, k.new))
	}
}

// left wants the old or the new files, or else what mends them.
func (k *killing) left(t *testing.T, moment, dir string) {
	t.Helper()
	got := tree(t, dir)
	for unit, files := range k.units(got) {
		old, now := k.units(k.old)[unit], k.units(k.new)[unit]
		if maps.Equal(files, old) || maps.Equal(files, now) {
			continue
		}
		k.mixtures++
		if _, mends := got[k.mends]; !mends {
			t.Errorf("killed at %s, files are old and new, and nothing will mend them: %v", moment, differing(files, old))
		}
		for name, text := range files {
			if text != old[name] && text != now[name] {
				t.Errorf("killed at %s, %s is neither the old nor the new file", moment, name)
			}
		}
	}
}

// units are what the files of a tree belong to that change at once: docgen.lock,
// or the rest. What docgen works on is none of it, and folders mean nothing to
// those who read files.
func (k *killing) units(tree map[string]string) map[string]map[string]string {
	units := map[string]map[string]string{"docgen.lock": {}, "the rest": {}}
	for name, text := range tree {
		unit := "the rest"
		switch {
		case strings.Contains(name, k.stage+"/") || strings.HasSuffix(name, "/") || strings.HasSuffix(name, ".docgen-draft"):
			continue
		case name == "docgen.lock":
			unit = name
		}
		units[unit][name] = text
	}
	return units
}

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
		args: args, stage: ".docgen-write", mends: "out/.docgen-write/journal",
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

func TestGenerateKilled(t *testing.T) { killedGenerate(t).run(t) }

// TestGenerateAtOnce has several processes work on one target.
func TestGenerateAtOnce(t *testing.T) {
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
		stage: ".docgen-pull", mends: "docs/.docgen-pull/commit",
		moments: []string{"docs/.docgen-pull/lock", "docs/.docgen-pull/journal", "docs/.docgen-pull/commit.part", "docs/.docgen-pull/commit"},
	}
	for _, state := range []*map[string]string{&k.old, &k.new} {
		docgen(t, k.args(dir)...).expect(t, exitOK, "", "58 fetched")
		*state = tree(t, dir)
		revised.Store(true)
	}
	k.run(t)
}
