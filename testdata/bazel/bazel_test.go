package bazel

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var root = filepath.Join("..", "..")

// workspace is a copy of the folder workspace with the rules, a docgen, the pages of
// three revisions of the made-up API, and a package of one of them.
func workspace(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for from, to := range map[string]string{
		"workspace": "", filepath.Join(root, "cmd", "docgen", "bazel"): "rules",
		filepath.Join(root, "testdata", "harbor-old"):  "harbor/revisions/2026-01-01",
		filepath.Join(root, "testdata", "harbor"):      "harbor/revisions/2026-02-01",
		filepath.Join(root, "testdata", "harbor-next"): "harbor/revisions/2026-03-01",
	} {
		if err := os.CopyFS(filepath.Join(dir, filepath.FromSlash(to)), os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
	}
	docgen := filepath.Join(dir, "tools", "docgen")
	build := exec.Command("go", "build", "-o", docgen, "./cmd/docgen")
	build.Dir, build.Env = root, append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	run(t, filepath.Join(dir, "harbor"), docgen, "generate")
	return dir
}

// run runs a program in a folder, which has to end well.
func run(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "DOCGEN_CACHE=off")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %v: %v: %s", name, args, err, stderr.String())
	}
	return string(out)
}

// actions are how many actions of the rules the workspace has: three models, two indices
// and a site of them, three packages and a check.
const actions = 10

// natives are the rules for C and Java that Bazel before 6 looks at before it builds
// anything. Where there is no network, these stand in for those that it would fetch.
func natives(dir string) (options []string) {
	for _, name := range []string{"rules_cc", "rules_java"} {
		options = append(options, "--override_repository="+name+"="+filepath.Join(dir, "natives", name))
	}
	return options
}

// TestBuild builds everything in sandboxes, and again from the cache alone with nothing
// of the first build at hand. Both give what docgen gives without Bazel.
func TestBuild(t *testing.T) {
	program(t, "bazel", "bazel-bootstrap")
	cache, dir := serveCache(t), workspace(t)
	options := append(natives(dir), "--spawn_strategy=linux-sandbox", "--remote_cache="+cache, "--remote_upload_local_results")

	first := newBuilder(t, dir, options...)
	said, err := first.build("//harbor:all")
	if want := map[string]int{"linux-sandbox": actions}; err != nil || !maps.Equal(ran(said), want) {
		t.Fatalf("the first build ran %v, want %v: %v\n%s", ran(said), want, err, said)
	}
	second := newBuilder(t, dir, options...)
	said, err = second.build("//harbor:all")
	if want := map[string]int{"remote cache hit": actions}; err != nil || !maps.Equal(ran(said), want) {
		t.Fatalf("the second build ran %v, want %v: %v\n%s", ran(said), want, err, said)
	}
	built := files(t, first.file("harbor"))
	equal(t, "the builds", built, files(t, second.file("harbor")))

	harbor, docgen := filepath.Join(dir, "harbor"), filepath.Join(dir, "tools", "docgen")
	equal(t, "kept and the package", below(built, "kept/"), files(t, filepath.Join(harbor, "client")))
	models := []string{"history", "--format=json"}
	for _, name := range []string{"2026-01-01", "2026-02-01", "2026-03-01"} {
		if want := run(t, dir, docgen, "inspect", "--format=json", "harbor/revisions/"+name); built[name+".json"] != want {
			t.Errorf("the model of %s is not what docgen gives", name)
		}
		models = append(models, name+"=revisions/"+name)
	}
	if want := run(t, harbor, docgen, models...); built["history.json"] != want {
		t.Error("the index is not that of the pages")
	}
	if lock, err := os.ReadFile(filepath.Join(harbor, "docgen.lock")); err != nil || built["kept.lock"] != string(lock) {
		t.Errorf("kept.lock is not docgen.lock: %v", err)
	}
	for _, name := range []string{"history/index.html", "history/feed.xml", "plain/docgen.sum"} {
		if built[name] == "" {
			t.Errorf("there is no %s", name)
		}
	}
	if got := strings.Count(strings.Join(slices.Collect(maps.Values(below(built, "dated/"))), ""), "// Since 2026-02-01."); got < 20 {
		t.Errorf("dated says %d times since when something is there", got)
	}
	checkFaults(t, first, harbor)
}

// checkFaults builds what must fail, and holds it to what it says.
func checkFaults(t *testing.T, b *Builder, harbor string) {
	t.Helper()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(harbor, filepath.FromSlash(name)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	page := "## List\n\n**get** `/v1/docks`\n\n### Returns\n\n- `data: array of string`\n\n```yaml\nopenapi: 3.1.0\npaths: {/x: {get: {}}}\n```\n"
	for name, text := range map[string]string{
		"faults/one/docks.md": page, "faults/two/docks.md": page,
		"faults/BUILD.bazel": `load("@docgen//:defs.bzl", "docgen_model", "docgen_generate")

docgen_model(name = "nowhere", docs = glob(["**/*.md"]))

docgen_model(name = "outside", docs = glob(["**/*.md"]), docs_dir = "one")

docgen_model(name = "none", docs = glob(["*.none"], allow_empty = True))

docgen_model(name = "broken", docs = ["one/docks.md"])

docgen_model(name = "going", docs = ["one/docks.md"], keep_going = True)

docgen_generate(name = "locked", docs = ["one/docks.md"], lock = "one/docks.md")
`,
	} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(harbor, filepath.FromSlash(name))), 0o700); err != nil {
			t.Fatal(err)
		}
		write(name, text)
	}
	// Bazel says at once what is wrong with one target.
	for target, want := range map[string]string{
		"nowhere": "docs has 2 files; name the folder that they are in with docs_dir",
		"outside": "harbor/faults/two/docks.md is not in the folder one of its package; see docs_dir",
		"none":    "docs has no files",
		"broken":  "harbor/faults/one/docks.md:9:1: error: a definition in OpenAPI was not read",
		"locked":  "lock must be the docgen.lock beside config",
	} {
		if said, err := b.build("//harbor/faults:" + target); err == nil || !strings.Contains(said, want) {
			t.Errorf("%s: %v, want %q\n%s", target, err, want, said)
		}
	}
	if said, err := b.build("//harbor/faults:going"); err != nil || !strings.Contains(said, "docks.md:9:1: error") || !strings.Contains(files(t, b.file("harbor/faults"))["going.json"], "/v1/docks") {
		t.Errorf("what could be read of pages with errors: %v\n%s", err, said)
	}
	client, err := os.ReadFile(filepath.Join(harbor, "client", "client.go"))
	if err != nil {
		t.Fatal(err)
	}
	write("client/client.go", strings.Replace(string(client), "package harbor", "package harbor // edited", 1))
	if said, err := b.build("//harbor:check"); err == nil || !strings.Contains(said, "-package harbor // edited\n+package harbor\n") {
		t.Errorf("an edited package: %v\n%s", err, said)
	}
}

// files are those below a folder, without the lists that the rules write for themselves.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(name) == ".files" {
			return err
		}
		text, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		out[filepath.ToSlash(rel)] = string(text)
		return err
	})
	if err != nil || len(out) == 0 {
		t.Fatalf("%s has %d files: %v", dir, len(out), err)
	}
	return out
}

// below are the files of a folder, by their paths in it.
func below(files map[string]string, folder string) map[string]string {
	out := map[string]string{}
	for name, text := range files {
		if rest, ok := strings.CutPrefix(name, folder); ok {
			out[rest] = text
		}
	}
	return out
}

func equal(t *testing.T, what string, a, b map[string]string) {
	t.Helper()
	if len(a) != len(b) {
		t.Errorf("%s: %d files and %d", what, len(a), len(b))
	}
	for name, text := range a {
		if other, ok := b[name]; !ok || other != text {
			t.Errorf("%s differ in %s", what, name)
		}
	}
}

// TestLint holds the rules to the style of Bazel's own tool, which knows what later
// releases of Bazel do without.
func TestLint(t *testing.T) {
	var names []string
	for _, dir := range []string{filepath.Join(root, "cmd", "docgen", "bazel"), "workspace"} {
		for name := range files(t, dir) {
			if ext := filepath.Ext(name); ext == ".bazel" || ext == ".bzl" || name == "WORKSPACE" {
				names = append(names, filepath.Join(dir, filepath.FromSlash(name)))
			}
		}
	}
	if len(names) < 5 {
		t.Fatalf("only %v were found", names)
	}
	cmd := exec.Command("go", append([]string{"tool", "buildifier", "-mode=check", "-lint=warn", "-warnings=all"}, names...)...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
