package main

import (
	"encoding/json"
	"encoding/xml"
	"html"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/cmd/docgen/internal/cache"
	"github.com/docgen-go/docgen/model/testutil"
)

// harborRevisions are the revisions of the made-up API, oldest first.
var harborRevisions = []string{"2026-01-01=../../testdata/harbor-old", "2026-02-01=../../testdata/harbor", "2026-03-01=../../testdata/harbor-next"}

// siteOf writes the site of some revisions and returns its files.
func siteOf(t *testing.T, dir string, args ...string) map[string]string {
	t.Helper()
	r := docgen(t, append([]string{"history", "--site", dir}, args...)...)
	if r.code != exitOK {
		t.Fatalf("exit code %d: %s", r.code, r.stderr)
	}
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		files[filepath.ToSlash(rel)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

var (
	linked   = regexp.MustCompile(`(?:href|src)="([^"]*)"`)
	anchored = regexp.MustCompile(` id="([^"]*)"`)
)

// TestHistorySiteOfNames writes the site of methods that take over the names of others:
// each element is there once, and both methods are told of.
func TestHistorySiteOfNames(t *testing.T) {
	archive, err := txtar.ParseFile("../../testdata/history/name-taken-over.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := siteOf(t, t.TempDir(), revisionsOf(t, archive))
	list := files["methods/docks.list.html"]
	for _, id := range []string{"top", "at.returns.data", "at.returns.data~2", "at.returns.total"} {
		if strings.Count(list, ` id="`+id+`"`) != 1 {
			t.Errorf("the element %s is there %d times", id, strings.Count(list, ` id="`+id+`"`))
		}
	}
	if !strings.Contains(list, "renamed in") || !strings.Contains(list, "removed in") {
		t.Error("one of the methods is not told of")
	}
}

// checkLinks holds every link of a site to a file of it, and every fragment to an
// element of that file. Only links that a reader follows lead elsewhere.
func checkLinks(t *testing.T, files map[string]string) {
	t.Helper()
	anchors := map[string]bool{}
	for name, text := range files {
		for _, id := range anchored.FindAllStringSubmatch(text, -1) {
			key := name + "#" + html.UnescapeString(id[1])
			if anchors[key] {
				t.Errorf("%s is there twice", key)
			}
			anchors[key] = true
		}
	}
	checked := 0
	for name, text := range files {
		if path.Ext(name) != ".html" || path.Base(name) == "report.html" {
			continue
		}
		for _, m := range linked.FindAllStringSubmatch(text, -1) {
			u, err := url.Parse(html.UnescapeString(m[1]))
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if u.Host == "github.com" && strings.Contains(text, `<a href="`+m[1]) {
				continue
			}
			to := path.Join(path.Dir(name), u.Path)
			if u.Path == "" {
				to = name
			}
			if _, ok := files[to]; !ok || u.Host != "" {
				t.Errorf("%s leads to %s, which is not there", name, m[1])
			}
			if u.Fragment != "" && !anchors[to+"#"+u.Fragment] {
				t.Errorf("%s leads to %s, which has no such element", name, m[1])
			}
			checked++
		}
	}
	if checked < 100 {
		t.Errorf("only %d links were checked", checked)
	}
}

// TestHistorySite writes the site of the made-up API: its links, its feeds, that equal
// runs give equal files, and that a run without news touches none.
func TestHistorySite(t *testing.T) {
	dir := t.TempDir()
	files := siteOf(t, dir, append([]string{"--title", "Harbor", "--url", "https://history.test/harbor"}, harborRevisions...)...)
	for _, name := range []string{"index.html", "feed.xml", "feed.json", "search.js", "methods/parcels.create.html", "types/Parcel.html", "revisions/2026-03-01/index.html", "revisions/2026-03-01/report.html"} {
		if files[name] == "" {
			t.Errorf("there is no %s", name)
		}
	}
	checkLinks(t, files)
	checkFeeds(t, files)

	before := modified(t, dir)
	again := docgen(t, append([]string{"history", "--site", dir, "--title", "Harbor", "--url", "https://history.test/harbor"}, harborRevisions...)...)
	again.expect(t, exitOK, "", "no file changed")
	for name, at := range modified(t, dir) {
		if !at.Equal(before[name]) {
			t.Errorf("%s was touched by a run without news", name)
		}
	}

	// One more revision keeps the addresses of what was there.
	later := siteOf(t, t.TempDir(), append([]string{"--title", "Harbor"}, harborRevisions[:2]...)...)
	for name := range later {
		if files[name] == "" {
			t.Errorf("the address %s is gone with the next revision", name)
		}
	}
}

func modified(t *testing.T, dir string) map[string]time.Time {
	t.Helper()
	out := map[string]time.Time{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err == nil {
			out[name] = info.ModTime()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// checkFeeds holds the feeds to what RFC 4287 and JSON Feed 1.1 demand.
func checkFeeds(t *testing.T, files map[string]string) {
	t.Helper()
	var atom struct {
		XMLName xml.Name  `xml:"http://www.w3.org/2005/Atom feed"`
		ID      string    `xml:"id"`
		Title   string    `xml:"title"`
		Updated time.Time `xml:"updated"`
		Author  struct {
			Name string `xml:"name"`
		} `xml:"author"`
		Entries []struct {
			ID      string    `xml:"id"`
			Title   string    `xml:"title"`
			Summary string    `xml:"summary"`
			Updated time.Time `xml:"updated"`
			Link    struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"entry"`
	}
	decoder := xml.NewDecoder(strings.NewReader(files["feed.xml"]))
	if err := decoder.Decode(&atom); err != nil {
		t.Fatal(err)
	}
	if atom.ID == "" || atom.Title == "" || atom.Updated.IsZero() || atom.Author.Name == "" || len(atom.Entries) != len(harborRevisions) {
		t.Errorf("the feed is %+v", atom)
	}
	ids := map[string]bool{}
	for _, e := range atom.Entries {
		if ids[e.ID] || e.ID == "" || e.Title == "" || e.Summary == "" || e.Updated.IsZero() {
			t.Errorf("the entry is %+v", e)
		}
		ids[e.ID] = true
		if file, ok := strings.CutPrefix(e.Link.Href, "https://history.test/harbor/"); !ok || files[file] == "" {
			t.Errorf("the entry leads to %s", e.Link.Href)
		}
	}
	var feed struct {
		Version, Title string
		Items          []struct {
			ID, URL, Title string
			Content        string    `json:"content_text"`
			Published      time.Time `json:"date_published"`
		}
	}
	if err := json.Unmarshal([]byte(files["feed.json"]), &feed); err != nil {
		t.Fatal(err)
	}
	if feed.Version != "https://jsonfeed.org/version/1.1" || feed.Title == "" || len(feed.Items) != len(harborRevisions) {
		t.Errorf("the feed is %+v", feed)
	}
	for _, item := range feed.Items {
		if !ids[item.ID] || item.URL == "" || item.Content == "" || item.Published.IsZero() {
			t.Errorf("the item is %+v", item)
		}
	}
}

// TestHistorySiteKilled kills a run that adds a revision to a site: the old site is left,
// or the new one, or what the next run repairs.
func TestHistorySiteKilled(t *testing.T) {
	testutil.NoRace(t, "runs other programs")
	t.Setenv(cache.Env, t.TempDir()) // so that the run consists of writing
	args := func(revisions ...string) func(string) []string {
		return func(dir string) []string {
			return append([]string{"history", "--title", "Harbor", "--site", filepath.Join(dir, "site")}, revisions...)
		}
	}
	k := &killing{
		args: args(harborRevisions...), stage: ".docgen-write", recovers: "site/.docgen-write/journal",
		moments: []string{"site/.docgen-write", "site/.docgen-write/old/1", "site/.docgen-write/journal.draft", "site/.docgen-write/journal", "site/revisions/2026-03-01", "site/revisions/2026-03-01/index.html"},
		points:  4, // most of a run is no writing
	}
	dir := t.TempDir()
	docgen(t, args(harborRevisions[:2]...)(dir)...).expect(t, exitOK, "", "2 revisions")
	k.old = tree(t, dir)
	docgen(t, k.args(dir)...).expect(t, exitOK, "", "3 revisions")
	k.new = tree(t, dir)
	k.run(t)
}

// TestHistorySiteOfHostileText writes a site of pages whose every name and text is an
// attack: none becomes markup, script, or a path.
func TestHistorySiteOfHostileText(t *testing.T) {
	const evil = `</script></title></pre><img src=x onerror=alert(1)>"'{{.}}]]>--><!--` + "\u202e"
	page := "## List " + evil + "\n\n**get** `/v1/docks`\n\n" + evil + "\n\n### Query Parameters\n\n- `../../evil" + evil + ": optional \"a" + evil + "\" or \"b\"`\n\n  " + evil + "\n\n### Returns\n\n- `CON" + evil + ": array of string`\n"
	files := func(extra string) *txtar.Archive {
		return &txtar.Archive{Files: []txtar.File{
			{Name: "2026-01-01/docks/list.md", Data: []byte(page)},
			{Name: "2026-02-01/docks/list.md", Data: []byte(page + extra)},
		}}
	}
	site := siteOf(t, t.TempDir(), "--title", evil, revisionsOf(t, files("\n- `more"+evil+": string`\n")))
	for name, text := range site {
		for _, live := range []string{"<img", "onerror=alert(1)>\"", "</script></title>", "\u202e"} {
			if strings.Contains(text, live) {
				t.Errorf("%s has %q as it stands on the page", name, live)
			}
		}
		if strings.Contains(name, "..") {
			t.Errorf("a file is called %s", name)
		}
	}
}
