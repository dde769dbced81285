package main

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

	"github.com/docgen-go/docgen/model/testutil"
)

// berthPages are a made-up reference, by the path below which its site has it
// without the ending of files.
var berthPages = map[string]string{
	"/docs/api-reference/berths/create": "## Book a Berth\n\n**post** `/v1/berths`\n\nBooks a berth.\n\n### Body Parameters\n\n- `ship: string`\n\n  The name of the ship.\n\n" +
		berthResult + "### Example\n\n```http\ncurl https://api.berths.example/v1/berths \\\n    -H \"Authorization: Bearer $BERTHS_API_KEY\" \\\n" +
		"    -H 'Content-Type: application/json' \\\n    -d '{\"ship\": \"Anna\"}'\n```\n",
	"/docs/api-reference/berths/retrieve": "## Get a Berth\n\n**get** `/v1/berths/{berth_id}`\n\nReturns a berth. See [booking](./create).\n\n### Path Parameters\n\n- `berth_id: string`\n\n  Which one.\n\n" +
		berthResult + "### Example\n\n```http\ncurl https://api.berths.example/v1/berths/b1 \\\n    -H \"Authorization: Bearer $BERTHS_API_KEY\"\n```\n",
	"/docs/guides/start": "# Start\n\nRead this first.\n",
}

const berthResult = "### Returns\n\n- `Berth object { id, ship }`\n\n  - `id: string`\n\n    The ID.\n\n  - `ship: string`\n\n    The ship.\n\n"

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
			if berthPages[strings.TrimSuffix(r.URL.Path, ".md")] != "" || r.URL.Path == "/llms.txt" || r.URL.Path == "/robots.txt" {
				return false
			}
			w.Header().Set("Content-Type", "text/markdown")
			_, _ = w.Write([]byte("# Nothing here\n"))
			return true
		},
		code: exitFindings, said: "/docs/api-reference/gone.md: missing: the same text as for a page that does not exist",
	},
}

// serve publishes the pages in the layout.
func (l siteLayout) serve(t *testing.T) string {
	t.Helper()
	counts := map[string]*atomic.Int64{}
	for path := range berthPages {
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
		text := berthPages[path]
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
			url, root := l.serve(t), t.TempDir()
			write(t, filepath.Join(root, "go.mod"), "module example.test/app\n\ngo 1.26\n")
			t.Chdir(root)
			docgen(t, "pull", url+l.start).expect(t, l.code, "", cmp.Or(l.said, ": 2 pages: 2 fetched"))
			if _, err := os.Stat("docs/guides"); err == nil {
				t.Error("pages of another folder were pulled")
			}
			write(t, "berths/doc.go", "// Package berths is the client.\npackage berths\n")
			t.Chdir("berths")
			docgen(t, "init", "../docs").expect(t, exitOK, "", "docgen.yaml, generate.go and .gitattributes: written")
			docgen(t, "check").expect(t, exitFindings, "+++ client.go", "this folder: not what the docs give")
			docgen(t, "generate").expect(t, exitOK, "", "2 methods and 1 type")
			docgen(t, "check").expect(t, exitOK, "", "this folder: up to date")
			t.Chdir(root)
			if text := packageText(t, "berths"); !called[text] {
				called[text] = true
				write(t, "app.go", berthApp)
				write(t, "app_test.go", berthCall)
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
		write(t, name, strings.ReplaceAll(textOf(t, name), berthResult, strings.ReplaceAll(berthResult, "ship", "vessel")))
	}
	t.Chdir("berths")
	docgen(t, "check").expect(t, exitFindings, "Vessel", "not what the docs give")
	t.Chdir("..")
	docgen(t, "diff", "before", "docs").expect(t, exitFindings, "vessel", "")
	docgen(t, "diff", "before", "docs", "--used-by", "./...").expect(t, exitFindings, "app.go:5:", "")
	t.Chdir("berths")
	docgen(t, "generate").expect(t, exitOK, "", "changed")
	docgen(t, "check").expect(t, exitOK, "", "this folder: up to date")
	client := textOf(t, "client.go")
	write(t, "client.go", client+"\n// by hand\n")
	docgen(t, "check").expect(t, exitFindings, "by hand", "edited-file")
	docgen(t, "generate", "--force").expect(t, exitOK, "", "1 changed")
	docgen(t, "check").expect(t, exitOK, "", "this folder: up to date")
	t.Chdir("..")
	write(t, "app.go", strings.ReplaceAll(berthApp, "b.Ship", "b.Vessel"))
	write(t, "app_test.go", strings.ReplaceAll(strings.ReplaceAll(berthCall, "b.Ship", "b.Vessel"), `\"ship\"`, `\"vessel\"`))
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
				write(t, name, strings.ReplaceAll(textOf(t, name), "\n", "\r\n"))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	docgen(t, "diff", "unix", "docs").expect(t, exitOK, "\n0 pages touched", "")
	t.Chdir("berths")
	docgen(t, "check").expect(t, exitOK, "", "this folder: up to date")
	docgen(t, "generate").expect(t, exitOK, "", "no file changed")
	docgen(t, "check").expect(t, exitOK, "", "this folder: up to date")
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
		docgen(t, args...).expect(t, exitUsage, "", `run "docgen pull `+address+` -o docs"`)
	}
}

// TestPullDryRun prints addresses and makes no folder.
func TestPullDryRun(t *testing.T) {
	l := siteLayouts["an llms.txt above the folder"]
	url, dir := l.serve(t), filepath.Join(t.TempDir(), "docs")
	docgen(t, "pull", "--dry-run", url+l.start, "-o", dir).expect(t, exitOK,
		url+"/docs/api-reference/berths/create.md\n"+url+"/docs/api-reference/berths/retrieve.md\n", url+"/docs/api-reference/: 2 pages in the index")
	if _, err := os.Stat(dir); err == nil {
		t.Error("the folder is there")
	}
}
