package usermodules

import (
	"cmp"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/command"
	"github.com/docgen-go/docgen/model/testutil"
)

// berthPages returns a made-up reference, by the path below which its site has it without
// the ending of files.
func berthPages(t *testing.T) map[string]string {
	t.Helper()
	pages := map[string]string{"/docs/guides/start": "# Start\n\nRead this first.\n"}
	for _, name := range []string{"create", "retrieve"} {
		pages["/docs/api-reference/berths/"+name] = command.Text(t, "../../../../testdata/berths/"+name+".md")
	}
	return pages
}

// berthIndex lists the pages with an ending, as an llms.txt does.
func berthIndex(ending string) string {
	return "# Berths\n\n- [Book](/docs/api-reference/berths/create" + ending + ")\n- [Get](/docs/api-reference/berths/retrieve" + ending + ")\n- [Start](/docs/guides/start" + ending + ")\n"
}

// A siteLayout is a way in which a site publishes pages.
type siteLayout struct {
	start string
	// index is what other files there are, by path.
	index map[string]string
	// negotiated pages answer in Markdown where people read them, and nowhere else.
	negotiated bool
	// folders have pages as index.md in them.
	folders bool
	// answer, if not nil, comes before the pages; n counts the requests of a path.
	answer func(w http.ResponseWriter, r *http.Request, n int64) bool
	code   int
	said   string
}

var siteLayouts = map[string]siteLayout{
	"an llms.txt above the folder": {start: "/docs/api-reference", index: map[string]string{"/llms.txt": berthIndex(".md")}},
	"an llms.txt above a page":     {start: "/docs/api-reference/berths/create", index: map[string]string{"/llms.txt": berthIndex(".md")}, said: "create is a page"},
	"an llms.txt of the whole site": {
		start: "/llms.txt", index: map[string]string{"/llms.txt": berthIndex(".md")}, said: "/docs/api-reference/, the one folder of a reference",
	},
	"a sitemap": {start: "/sitemap.xml", index: map[string]string{
		"/sitemap.xml": "<urlset><url><loc>/docs/api-reference/berths/create</loc></url><url><loc>/docs/api-reference/berths/retrieve</loc></url><url><loc>/docs/guides/start</loc></url></urlset>",
	}, said: "the one folder of a reference"},
	"negotiation": {start: "/docs/api-reference", index: map[string]string{"/llms.txt": berthIndex("")}, negotiated: true},
	"redirects": {start: "/docs/api-reference", folders: true, index: map[string]string{"/docs/llms.txt": berthIndex(".md")}, answer: func(w http.ResponseWriter, r *http.Request, _ int64) bool {
		if r.URL.Path == "/docs/llms.txt" || !strings.HasSuffix(r.URL.Path, "/create.md") && r.URL.Path != "/docs/api-reference/llms.txt" {
			return false
		}
		if strings.HasSuffix(r.URL.Path, "/create.md") {
			http.Redirect(w, r, "/docs/api-reference/berths/create/index.md", http.StatusMovedPermanently)
		} else {
			http.Redirect(w, r, "/docs/llms.txt", http.StatusFound)
		}
		return true
	}},
	"too many requests": {start: "/docs/api-reference/", index: map[string]string{"/llms.txt": berthIndex(".md")}, answer: func(w http.ResponseWriter, _ *http.Request, n int64) bool {
		if n == 1 {
			w.Header().Set("Retry-After", "0")
			w.WriteHeader(http.StatusTooManyRequests)
		}
		return n == 1
	}},
	"a soft 404": {
		start: "/docs/api-reference/", index: map[string]string{"/llms.txt": berthIndex(".md") + "- [Gone](/docs/api-reference/gone.md)\n"},
		answer: func(w http.ResponseWriter, r *http.Request, _ int64) bool {
			switch strings.TrimSuffix(r.URL.Path, ".md") {
			case "/docs/api-reference/berths/create", "/docs/api-reference/berths/retrieve", "/docs/guides/start", "/llms.txt", "/robots.txt":
				return false
			}
			w.Header().Set("Content-Type", "text/markdown")
			_, _ = w.Write([]byte("# Nothing here\n"))
			return true
		},
		code: command.Findings, said: "/docs/api-reference/gone.md: missing: the same text as for a page that does not exist",
	},
}

// serve publishes the pages in the layout.
func (l siteLayout) serve(t *testing.T) string {
	t.Helper()
	counts, pages := map[string]*atomic.Int64{}, berthPages(t)
	for path := range pages {
		counts[path+".md"] = &atomic.Int64{}
	}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n := int64(0)
		if c := counts[r.URL.Path]; c != nil {
			n = c.Add(1)
		}
		path, file := strings.CutSuffix(r.URL.Path, ".md")
		if moved, ok := strings.CutSuffix(r.URL.Path, "/create/index.md"); ok && l.folders {
			path = moved + "/create"
		}
		text := pages[path]
		switch markdown := strings.HasPrefix(r.Header.Get("Accept"), "text/markdown"); {
		case l.answer != nil && l.answer(w, r, n):
		case l.index[r.URL.Path] != "":
			_, _ = w.Write([]byte(l.index[r.URL.Path]))
		case text != "" && (l.negotiated && markdown && !file || !l.negotiated && file):
			w.Header().Set("Content-Type", "text/markdown; charset=utf-8")
			_, _ = w.Write([]byte(text))
		case text != "" && !file:
			w.Header().Set("Content-Type", "text/html")
			_, _ = w.Write([]byte("<!doctype html><title>for people</title>"))
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(s.Close)
	return s.URL
}

// berthCall is what a user writes with the package.
const berthCall = `package app

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"

	"example.test/app/berths"
)

func Test(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bearer k" {
			t.Error("no credentials")
		}
		w.Header().Set("Content-Type", "application/json")
		switch r.Method + " " + r.URL.Path {
		case "POST /v1/berths", "GET /v1/berths/b1":
			_, _ = w.Write([]byte("{\"id\": \"b1\", \"ship\": \"Anna\"}"))
		default:
			http.NotFound(w, r)
		}
	}))
	defer s.Close()
	c := berths.NewClient(berths.WithBaseURL(s.URL), berths.WithBerthsAPIKey("k"))
	b, err := c.Berths.New(context.Background(), berths.BerthNewParams{Ship: "Anna"})
	if err != nil {
		t.Fatal(err)
	}
	if b, err = c.Berths.Get(context.Background(), b.ID); err != nil || b.Ship != "Anna" {
		t.Fatal(b, err)
	}
}
`

// berthApp is code of a user that a change of the pages can break.
const berthApp = `package app

import "example.test/app/berths"

func shipOf(b *berths.Berth) string { return b.Ship }

var _ = shipOf
`

// TestFromSiteToCall walks from each kind of site to a package that is in order: pull, init,
// generate, check. What several layouts give alike is vetted and called once, and the first is lived with.
func TestFromSiteToCall(t *testing.T) {
	testutil.NoRace(t, "runs other programs")
	testutil.Slow(t, "builds packages of whole sites")
	called := map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(siteLayouts)) {
		l := siteLayouts[name]
		t.Run(name, func(t *testing.T) {
			url, root := l.serve(t), command.Folder(t)
			command.Write(t, filepath.Join(root, "go.mod"), "module example.test/app\n\ngo 1.26\n")
			t.Chdir(root)
			command.Run(t, "pull", url+l.start).Expect(t, l.code, "", cmp.Or(l.said, ": 2 pages: 2 fetched"))
			if _, err := os.Stat("docs/guides"); err == nil {
				t.Error("pages of another folder were pulled")
			}
			command.Write(t, "berths/doc.go", "// Package berths is the client.\npackage berths\n")
			t.Chdir("berths")
			command.Run(t, "init", "../docs").Expect(t, command.OK, "", "docgen.yaml, generate.go and .gitattributes: written")
			command.Run(t, "check").Expect(t, command.Findings, "+++ client.go", "this folder: not what the docs give")
			command.Run(t, "generate").Expect(t, command.OK, "", "2 methods and 1 type")
			command.Run(t, "check").Expect(t, command.OK, "", "this folder: up to date")
			t.Chdir(root)
			if text := packageText(t, "berths"); !called[text] {
				called[text] = true
				command.Write(t, "app.go", berthApp)
				command.Write(t, "app_test.go", berthCall)
				runGo(t, "vet", "./...")
				runGo(t, "test", "./...")
				if len(called) == 1 {
					liveWith(t)
				}
			}
		})
	}
	if len(called) == 0 {
		t.Error("no package was called")
	}
}

// runGo runs the go command in the working folder.
func runGo(t *testing.T, args ...string) {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off", "GOPROXY=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("go %v: %v\n%s", args, err, out)
	}
}

// liveWith has the vendor rename a member, and somebody edit a generated file.
func liveWith(t *testing.T) {
	t.Helper()
	if err := os.CopyFS("before", os.DirFS("docs")); err != nil {
		t.Fatal(err)
	}
	pages, err := filepath.Glob("docs/berths/*.md")
	if more, _ := filepath.Glob("docs/berths/*/index.md"); len(more) > 0 {
		pages = append(pages, more...)
	}
	if err != nil || len(pages) != 2 {
		t.Fatal(pages, err)
	}
	for _, name := range pages {
		before, result, _ := strings.Cut(command.Text(t, name), "### Returns")
		result, after, ok := strings.Cut(result, "### Example")
		if !ok {
			t.Fatal(name, "has no result")
		}
		command.Write(t, name, before+"### Returns"+strings.ReplaceAll(result, "ship", "vessel")+"### Example"+after)
	}
	t.Chdir("berths")
	command.Run(t, "check").Expect(t, command.Findings, "Vessel", "not what the docs give")
	t.Chdir("..")
	command.Run(t, "diff", "before", "docs").Expect(t, command.Findings, "vessel", "")
	command.Run(t, "diff", "before", "docs", "--used-by", "./...").Expect(t, command.Findings, "app.go:5:", "")
	t.Chdir("berths")
	command.Run(t, "generate").Expect(t, command.OK, "", "changed")
	command.Run(t, "check").Expect(t, command.OK, "", "this folder: up to date")
	client := command.Text(t, "client.go")
	command.Write(t, "client.go", client+"\n// by hand\n")
	command.Run(t, "check").Expect(t, command.Findings, "by hand", "edited-file")
	command.Run(t, "generate", "--force").Expect(t, command.OK, "", "1 changed")
	command.Run(t, "check").Expect(t, command.OK, "", "this folder: up to date")
	t.Chdir("..")
	command.Write(t, "app.go", strings.ReplaceAll(berthApp, "b.Ship", "b.Vessel"))
	command.Write(t, "app_test.go", strings.ReplaceAll(strings.ReplaceAll(berthCall, "b.Ship", "b.Vessel"), `\"ship\"`, `\"vessel\"`))
	runGo(t, "vet", "./...")
	runGo(t, "test", "./...")
	checkWindows(t)
}

// checkWindows has git give pages, package, docgen.yaml and docgen.lock the line ends of Windows,
// which makes nothing stale and changes no digest.
func checkWindows(t *testing.T) {
	t.Helper()
	if err := os.CopyFS("unix", os.DirFS("docs")); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{"docs", "berths"} {
		err := filepath.WalkDir(dir, func(name string, e os.DirEntry, err error) error {
			if err == nil && !e.IsDir() {
				command.Write(t, name, strings.ReplaceAll(command.Text(t, name), "\n", "\r\n"))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	command.Run(t, "diff", "unix", "docs").Expect(t, command.OK, "\n0 pages touched", "")
	t.Chdir("berths")
	command.Run(t, "check").Expect(t, command.OK, "", "this folder: up to date")
	command.Run(t, "generate").Expect(t, command.OK, "", "no file changed")
	command.Run(t, "check").Expect(t, command.OK, "", "this folder: up to date")
	t.Chdir("..")
}

// packageText returns the files of a package as one text.
func packageText(t *testing.T, dir string) string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(names) == 0 {
		t.Fatal("no package", err)
	}
	var b strings.Builder
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(name[len(dir):] + "\n" + string(text))
	}
	return b.String()
}

// TestAddressSaysPull names an address where files are read.
func TestAddressSaysPull(t *testing.T) {
	const address = "https://docs.berths.example/llms.txt"
	for _, args := range [][]string{
		{"generate", address, "-o", t.TempDir()}, {"generate", address}, {"lint", address}, {"inspect", address}, {"diff", address, "docs"},
	} {
		command.Run(t, args...).Expect(t, command.Usage, "", `run "docgen pull `+address+` -o docs"`)
	}
}

// TestPullDryRun prints addresses and makes no folder.
func TestPullDryRun(t *testing.T) {
	l := siteLayouts["an llms.txt above the folder"]
	url, dir := l.serve(t), filepath.Join(t.TempDir(), "docs")
	command.Run(t, "pull", "--dry-run", url+l.start, "-o", dir).Expect(t, command.OK,
		url+"/docs/api-reference/berths/create.md\n"+url+"/docs/api-reference/berths/retrieve.md\n", url+"/docs/api-reference/: 2 pages in the index")
	if _, err := os.Stat(dir); err == nil {
		t.Error("the folder is there")
	}
}
