package main

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/docgen-go/docgen/model/testutil"
)

// killPoints is in how many places of a run it is killed: 20, or in a full attack
// so many that all verbs together come to more than 200.
func killPoints() int {
	if isFullAttack() {
		return 70
	}
	return 20
}

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
	// stage is the folder that docgen works in, and recovers the file in it that
	// has the next run put right what is half done.
	stage, recovers string
	// moments are files whose coming into being is a moment to kill at.
	moments []string
	// points is in how many places it is killed besides where this is no full attack;
	// killPoints where it is 0.
	points int
	// mixtures is how often both old and new files were there.
	mixtures int
	// faults counts the moments after which something was wrong.
	faults int
}

// run kills the command at many points, looks what it left, and runs it again.
func (k *killing) run(t *testing.T) {
	t.Helper()
	testutil.Slow(t, "kills a process at many points")
	took := k.times(t)
	points := killPoints()
	if k.points > 0 && !isFullAttack() {
		points = k.points
	}
	for i := range points {
		after := took * time.Duration(i) / time.Duration(points-1)
		k.at(t, after.String(), func(string) { time.Sleep(after) })
	}
	for _, name := range k.moments {
		k.at(t, name, func(dir string) { awaits(filepath.Join(dir, filepath.FromSlash(name)), 2*took+time.Second) })
	}
	c := toll{name: "kills of " + k.args("")[0], tried: points + len(k.moments)}
	c.failed = k.faults
	c.log(t)
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
	t.Run(moment, func(t *testing.T) {
		k.kill(t, moment, wait)
		if t.Failed() {
			k.faults++
		}
	})
}

func (k *killing) kill(t *testing.T, moment string, wait func(dir string)) {
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

// left wants the old or the new files, or else what recovers them.
func (k *killing) left(t *testing.T, moment, dir string) {
	t.Helper()
	got := tree(t, dir)
	for unit, files := range k.units(got) {
		old, now := k.units(k.old)[unit], k.units(k.new)[unit]
		if maps.Equal(files, old) || maps.Equal(files, now) {
			continue
		}
		k.mixtures++
		if _, recovers := got[k.recovers]; !recovers {
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
