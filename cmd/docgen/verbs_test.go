package main

import (
	"bytes"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// A verbCase is a command line and what it must leave on each stream: a text
// that is part of it, or "" for nothing.
type verbCase struct {
	args           string // after the verb; URL stands for a site
	code           int
	stdout, stderr string
}

// verbCases have for each verb what each exit code can come of. Those without
// a case of exit code 1 say nothing.
var verbCases = map[string][]verbCase{
	"check": {
		{"", exitOK, "", "out: up to date"},
		{"new -o out", exitFindings, "+++ out/", `run "docgen generate"`},
		{"bad -o out", exitFindings, "", "nothing checked: 1 error"},
		{"new --polish", exitUsage, "", "unknown flag"},
		{"new -o out --stat --full", exitUsage, "", "can't be used together"},
		{"--config bad.yaml", exitUsage, "", "bad.yaml:2:1: "},
		{"nowhere -o out", exitFailed, "", "nowhere: no such folder or file"},
	},
	"completion": {
		{"bash", exitOK, "complete -o bashdefault", ""},
		{"zsh", exitOK, "#compdef docgen", ""},
		{"fish", exitOK, "complete -c docgen", ""},
		{"tcsh", exitUsage, "", `must be one of "bash","zsh","fish"`},
	},
	"diff": {
		{"ok ok", exitOK, "0 breaking", ""},
		{"ok new", exitFindings, "1 breaking", ""},
		{"ok new --fail-on never", exitOK, "1 breaking", ""},
		{"ok", exitUsage, "", "ok is one revision; name the new one too"},
		{"ok new --config bad.yaml", exitUsage, "", "bad.yaml:2:1: "},
		{"ok nowhere", exitFailed, "", "nowhere: no such folder or file"},
	},
	"drift": {
		{"ok . -C client", exitOK, "1 of 1 documented ones are called", ""},
		{"new . -C client", exitFindings, "has no member for title", ""},
		{"new . -C client --format sarif --fail-on never", exitOK, "response-member-missing", ""},
		{"new . -C client --format junit --fail-on never", exitOK, `failures="0"`, ""},
		{"new . -C client --format codequality", exitFindings, `"path": "client/client.go"`, ""},
		{"new . -C client --format github", exitFindings, "::warning file=client/client.go,line=", ""},
		{"ok . -C client --format yaml", exitUsage, "", "--format must be one of"},
		{"ok", exitUsage, "", "name the packages of the client"},
		{"ok ./nowhere -C client", exitFailed, "", "nowhere"},
	},
	"export openapi": {
		{"ok", exitOK, "openapi: 3.1.0", ""},
		{"ok -o spec.json", exitOK, "", ""},
		{"bad", exitFindings, "openapi: 3.1.0", "bad/bad.md:1:1: error: "},
		{"ok -o spec.txt", exitUsage, "", "--output must end in"},
		{"ok -o no/spec.json", exitFailed, "", "no such file or directory"},
	},
	"generate": {
		{"", exitOK, "", "no file changed"},
		{"ok -o fresh", exitOK, "", "added"},
		{"bad -o bad-out", exitFindings, "", "nothing written: 1 error"},
		{"ok -o fresh.go --dialects go", exitUsage, "", "--output is the folder of a package but fresh.go has the name of a file"},
		{"ok -o fresh --package a-b", exitUsage, "", "is no name for a Go package"},
		{"ok -o ok.md/x", exitFailed, "", "ok.md"},
	},
	"git-driver": {
		{"berths.md ok/berths.md 0 100644 new/berths.md 0 100644", exitOK, "1 breaking", ""},
		{"berths.md ok/berths.md 0 100644 ok/berths.md 0 100644", exitOK, "no change that a program could see", ""},
		{"berths.md /dev/null . . ok.md 0 100644", exitOK, "no API to compare: ", ""},
		{"berths.md ok.md", exitUsage, "", "git passes 7 or 9 arguments"},
		{"berths.md /dev/null . . nowhere 0 100644", exitFailed, "", "nowhere"},
	},
	"help": {
		{"", exitOK, "Usage: docgen <command>", ""},
		{"diff", exitOK, "Usage: docgen diff <old>", ""},
		{"export openapi", exitOK, "docgen export openapi docs -o openapi.yaml", ""},
		{"polish", exitUsage, "", "unexpected argument polish"},
	},
	"init": {
		{"--schema", exitOK, `"$schema"`, ""},
		{"a b", exitUsage, "", "unexpected argument b"},
		{"", exitFailed, "", "docgen.yaml: there is one already"},
	},
	"history": {
		{"first=ok second=new", exitOK, "first\n  1 page", ""},
		{"first=ok second=new --of berths.book", exitOK, "berths.book (method)\n  since first or longer", ""},
		{"first=ok --of berths.sink", exitUsage, "", "no revision has berths.sink"},
		{"first=ok first=new", exitUsage, "", "are both called first"},
		{"first=ok --site site --of berths.book", exitUsage, "", "--site writes the whole history"},
		{"nowhere", exitFailed, "", "nowhere: no such folder or file"},
	},
	"inspect": {
		{"ok", exitOK, "book POST /v1/berths", ""},
		{"bad --format json", exitFindings, `"berths.book"`, "bad/bad.md:1:1: error: "},
		{"ok --format=xml", exitUsage, "", "--format must be one of"},
		{"nowhere", exitFailed, "", "nowhere: no such folder or file"},
		{"ok --dialects http,klingon", exitUsage, "", `there is no dialect "klingon"; docgen reads cli, csharp, go, http, `},
		{"ok --dialects ruby", exitFailed, "", "ok: no pages in ruby; name other dialects"},
	},
	"lint": {
		{"ok", exitOK, "0 errors", ""},
		{"bad", exitFindings, "bad/bad.md:1:1: error: ", ""},
		{"", exitOK, "berths.md", ""},
		{"ok --summary", exitOK, "pages: 1 reference (sdkdocs, http)\nread: 1 method, ", ""},
		{"ok --summary --format json", exitUsage, "", "--summary and --verbose are for --format text"},
		{"bad --format github", exitFindings, "::error file=bad/bad.md,line=1,col=1,title=", ""},
		{"bad --format sarif", exitFindings, `"uri": "bad/bad.md"`, ""},
		{"bad --format junit", exitFindings, `failures="1"`, ""},
		{"bad --format codequality", exitFindings, `"severity": "critical"`, ""},
		{"ok --format codequality", exitOK, "[]", ""},
		{"--explain unread-facts", exitOK, "What to do: ", ""},
		{"--explain unread-fact", exitUsage, "", `no finding has the code "unread-fact"; did you mean unread-facts?`},
		{"ok --config bad.yaml", exitUsage, "", "bad.yaml:2:1: "},
		{"empty", exitFailed, "", "empty: no pages"},
	},
	"pull": {
		{"URL/whole -o pulled", exitOK, "", "2 pages: 2 fetched"},
		{"URL/broken -o broken", exitFindings, "", "1 missing"},
		{"ftp://x.test -o pulled", exitUsage, "", "must begin with http"},
		{"URL/none -o none", exitFailed, "", "no index page"},
	},
	"rules": {
		{"", exitOK, "breaking", ""},
		{"no-such-rule", exitUsage, "", `there is no rule and no code "no-such-rule"`},
		{"unread-facts", exitOK, "What to do: ", ""},
		{"--about findings --format json", exitOK, `"rules": []`, ""},
	},
	"verify": {
		{"ok --openapi ok.yaml --min 100", exitOK, "fields", ""},
		{"new --openapi ok.yaml --min 100", exitFindings, "fields", "below --min 100"},
		{"ok", exitUsage, "", "missing flags: --openapi"},
		{"ok --openapi nowhere.yaml", exitFailed, "", "nowhere.yaml"},
	},
	"version": {
		{"", exitOK, "docgen ", ""},
		{"2", exitUsage, "", "unexpected argument 2"},
		{"--dialects http", exitUsage, "", "unknown flag --dialects"},
	},
}

// verbs are the verbs of the command line with their fixed arguments.
func verbs() []string {
	var names []string
	for _, leaf := range newParser().Model.Leaves(false) {
		names = append(names, verbOfNode(leaf))
	}
	slices.Sort(names)
	return names
}

// verbsFolder makes the working folder that verbCases speak of, and returns a
// site to pull from.
func verbsFolder(t *testing.T) string {
	t.Helper()
	client := fileText(t, "../../testdata/booking/client.go")
	t.Chdir(t.TempDir())
	write(t, "ok/berths.md", harborPage)
	write(t, "ok.md", harborPage)
	write(t, "new/berths.md", strings.ReplaceAll(harborPage, "`name: string`", "`title: string`"))
	write(t, "bad/berths.md", harborPage)
	write(t, "bad/bad.md", "\x7fELF\x02\x01\x00\x00")
	write(t, "empty/README.txt", "no page")
	write(t, "client/go.mod", "module example.com/client\n\ngo 1.24\n")
	write(t, "client/client.go", client)
	write(t, "docgen.yaml", configHead+"  - {docs: ok, output: out, package: harbor}\n")
	write(t, "bad.yaml", "version: 1\ntarget: []\n")
	docgen(t, "generate").expect(t, exitOK, "", "added")
	docgen(t, "export", "openapi", "ok", "-o", "ok.yaml").expect(t, exitOK, "", "")
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		index := "# Berths\n\n- [Berths](berths.md)\n"
		switch r.URL.Path {
		case "/whole/index.md":
			_, _ = w.Write([]byte(index))
		case "/broken/index.md":
			_, _ = w.Write([]byte(index + "- [Gone](gone.md)\n"))
		case "/whole/berths.md", "/broken/berths.md":
			_, _ = w.Write([]byte(harborPage))
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(site.Close)
	return site.URL
}

func (c verbCase) command(verb, url string) []string {
	return strings.Fields(verb + " " + strings.ReplaceAll(c.args, "URL", url))
}

// TestVerbs holds every verb to the exit codes and to what belongs on which
// stream: results on standard output, all else on standard error.
func TestVerbs(t *testing.T) {
	url := verbsFolder(t)
	if got := slices.Sorted(maps.Keys(verbCases)); !slices.Equal(got, verbs()) {
		t.Fatalf("cases of %v, verbs %v", got, verbs())
	}
	for _, verb := range verbs() {
		codes := map[int]bool{}
		for _, c := range verbCases[verb] {
			codes[c.code] = true
			t.Run(verb+" "+c.args, func(t *testing.T) {
				r := docgen(t, c.command(verb, url)...)
				r.expect(t, c.code, c.stdout, c.stderr)
				if complains := c.code == exitUsage || c.code == exitFailed; complains != strings.HasPrefix(r.stderr, "docgen: ") && c.code != exitFindings {
					t.Errorf("exit code %d with %q", c.code, r.stderr)
				}
			})
		}
		if !codes[exitOK] || !codes[exitUsage] {
			t.Errorf("%s: no case of success, or none of wrong usage", verb)
		}
		docgen(t, append(strings.Fields(verb), "--help")...).expect(t, exitOK, "Usage: docgen "+verb, "")
	}
}

// TestVerbsOnAFullDisk has what each verb prints go to a device that is full.
func TestVerbsOnAFullDisk(t *testing.T) {
	url := verbsFolder(t)
	lines := [][]string{{"--help"}}
	for verb, cases := range verbCases {
		lines = append(lines, append(strings.Fields(verb), "--help"))
		for _, c := range cases {
			if c.stdout != "" {
				lines = append(lines, c.command(verb, url))
			}
		}
	}
	for _, args := range lines {
		var stderr bytes.Buffer
		code := run(t.Context(), args, fullDisk{}, &stderr)
		if code != exitFailed || !strings.Contains(stderr.String(), "docgen: writing to standard output: no space left on device\n") {
			t.Errorf("%v exits %d saying %q", args, code, stderr.String())
		}
	}
}

func TestFullDevice(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full")
	}
	defer full.Close()
	cmd := process(t, "inspect", harbor)
	var stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = full, &stderr
	_ = cmd.Run()
	if code := cmd.ProcessState.ExitCode(); code != exitFailed || !strings.Contains(stderr.String(), "no space left on device") {
		t.Errorf("exits %d saying %q", code, stderr.String())
	}
}

// TestBrokenPipe has the reader of standard output go away, as head does. That
// is no fault of the run, so it says nothing.
func TestBrokenPipe(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no pipes that break")
	}
	docs, err := filepath.Abs(harbor)
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"inspect", docs}, {"inspect", "--format=json", docs}, {"export", "openapi", docs}, {"rules", "--format=markdown"}, {"--help"}} {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		cmd := process(t, args...)
		var stderr bytes.Buffer
		cmd.Stdout, cmd.Stderr = w, &stderr
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		_ = w.Close()
		_ = cmd.Wait()
		if stderr.Len() > 0 {
			t.Errorf("%v: %q", args, stderr.String())
		}
	}
}
