package usermodules

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/cmd/docgen/internal/cache"
	"github.com/docgen-go/docgen/cmd/docgen/internal/command"
	"github.com/docgen-go/docgen/model/testutil"
)

// TestLife runs scripts, each in a module of its own, which has docgen as a
// tool.
func TestLife(t *testing.T) {
	testutil.NoRace(t, "runs other programs")
	testutil.Slow(t, "builds modules that use docgen")
	if testing.Short() {
		t.Skip("builds programs")
	}
	scripts, err := filepath.Glob("../../../../testdata/life/*.txtar")
	if err != nil || len(scripts) == 0 {
		t.Fatal(scripts, err)
	}
	t.Setenv(cache.Env, t.TempDir())
	t.Setenv("GOFLAGS", "-mod=mod")
	t.Setenv("GOWORK", "off")
	t.Setenv("GOPROXY", "off")
	for _, name := range scripts {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { live(t, name) })
	}
}

func live(t *testing.T, name string) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	l := &life{T: t, root: command.Folder(t)}
	var script string
	for _, f := range archive.Files {
		if f.Name == "script" {
			script = string(f.Data)
			continue
		}
		command.Write(t, filepath.Join(l.root, f.Name), string(f.Data))
	}
	l.module()
	for line := range strings.Lines(script) {
		if line = strings.TrimSpace(line); line != "" {
			l.step(line)
		}
	}
}

// A life is the state of a script.
type life struct {
	*testing.T
	root, dir string
	line      string
	last      command.Result
}

// module writes a go.mod that has this checkout as a tool, with the versions
// that this checkout needs.
func (l *life) module() {
	l.Helper()
	here, err := filepath.Abs("../../../..")
	if err != nil {
		l.Fatal(err)
	}
	own, err := os.ReadFile(filepath.Join(here, "go.mod"))
	if err != nil {
		l.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(own), "\n")
	rest = regexp.MustCompile(`(?m)^tool .*$`).ReplaceAllString(rest, "")
	module, _, _ := strings.Cut(command.Path, "/cmd/")
	command.Write(l.T, filepath.Join(l.root, "go.mod"), "module example.test/app\n"+rest+
		"\ntool "+command.Path+"\n\nrequire "+module+" v0.0.0\n\nreplace "+module+" => "+strconv.Quote(here)+"\n")
	sums, err := os.ReadFile(filepath.Join(here, "go.sum"))
	if err != nil {
		l.Fatal(err)
	}
	command.Write(l.T, filepath.Join(l.root, "go.sum"), string(sums))
}

func (l *life) step(line string) {
	l.Helper()
	word, rest, _ := strings.Cut(line, " ")
	switch word {
	case "cd":
		l.dir = filepath.FromSlash(rest)
	case "edit":
		name, text, _ := strings.Cut(rest, " ")
		parts := strings.Split(strings.ReplaceAll(text, `\n`, "\n"), "|")
		command.Edit(l.T, filepath.Join(l.root, name), parts[1], parts[2])
	case "copy":
		from, to, _ := strings.Cut(rest, " ")
		if err := os.CopyFS(filepath.Join(l.root, to), os.DirFS(filepath.Join(l.root, from))); err != nil {
			l.Fatal(err)
		}
	case "exists":
		if _, err := os.Stat(filepath.Join(l.root, rest)); err != nil {
			l.Error(err)
		}
	case ">":
		l.want("standard output", l.last.Stdout, rest)
	case "2>":
		l.want("standard error", l.last.Stderr, rest)
	default:
		l.run(line)
	}
}

func (l *life) want(stream, got, want string) {
	l.Helper()
	if !strings.Contains(got, want) {
		l.Errorf("%s: %s is %.2000q, want %q in it", l.line, stream, got, want)
	}
}

var commandLine = regexp.MustCompile(`^(?:\[(\d)\] )?(.*)$`)

// run runs a command and checks its exit code.
func (l *life) run(line string) {
	l.Helper()
	l.line = line
	m := commandLine.FindStringSubmatch(line)
	args := strings.Fields(m[2])
	l.last = command.In(l.T, filepath.Join(l.root, l.dir), args[0], args[1:]...)
	if want, _ := strconv.Atoi(m[1]); l.last.Code != want {
		l.Fatalf("%s: exit code %d, want %d\n%s%s", line, l.last.Code, want, l.last.Stdout, l.last.Stderr)
	}
}
