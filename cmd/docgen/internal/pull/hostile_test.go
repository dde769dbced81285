package pull

import (
	"fmt"
	"io"
	"maps"
	"math"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestLinks has an index list links of all kinds. Those that are followed ask
// for a page, the others for nothing.
func TestLinks(t *testing.T) {
	for _, c := range []struct{ link, file, said string }{
		{"p.md", "p.md", ""}, {"./p.md", "p.md", ""}, {"/api/p.md", "p.md", ""}, {"SITE/api/p.md", "p.md", ""}, {"//HOST/api/p.md", "p.md", ""},
		{"p.md#top", "p.md", ""}, {"x/../p.md", "p.md", ""}, {"%70.md", "p.md", ""}, {"p", "p.md", ""}, {"p/", "p.md", ""}, {"p/index", "p.md", ""},
		{"../api/p.md", "p.md", ""}, {"../../../api/p.md", "p.md", ""}, {"a/v1.2", "a/v1.2.md", ""}, {"a/v1.2.md", "a/v1.2.md", ""},
		{"$s~_-.x.md", "$s~_-.x.md", ""},
		// The same page again, and what is none.
		{"", "", ""}, {"#top", "", ""}, {"index.md", "", ""}, {"/api", "", ""}, {"/api/", "", ""}, {"/api.md", "", ""}, {"index/", "", ""},
		{"p.html", "", ""}, {"p.JPG", "", ""}, {"openapi.json", "", ""}, {"llms-full.txt", "", ""}, {"p.MD", "", ""}, {"p.md/", "", ""},
		// Not below the start.
		{"../p.md", "", ""}, {"/p.md", "", ""}, {"/apix/p.md", "", ""}, {"../../p.md", "", ""}, {"//evil.example/api/p.md", "", ""},
		{"https://HOST/api/p.md", "", ""}, {"http://evil.example/api/p.md", "", ""}, {"http://127.0.0.1:1/api/p.md", "", ""},
		{"mailto:p@evil.example", "", ""}, {"javascript:p.md", "", ""}, {"file:///api/p.md", "", ""}, {"http:p.md", "", ""}, {"//HOST@evil.example/api/p.md", "", ""},
		// Below it, but not to be trusted.
		{"http://evil@HOST/api/p.md", "", "it has a user name"}, {"p.md?raw=1", "", "it has a query"}, {"p?", "", "it has a query"},
		{"%2e%2e/p.md", "", `its path has the part ".."`}, {"x/%2E%2e/p.md", "", `its path has the part ".."`}, {"%2e/p.md", "", `its path has the part "."`},
		{"..%2fp.md", "", "it has an encoded slash"}, {"x%5Cp.md", "", "it has an encoded slash"}, {"x%252fp.md", "", "characters that no file name"},
		{"/api//p.md", "", "its path has an empty part"}, {"x//p.md", "", "its path has an empty part"}, {"p//", "", "its path has an empty part"},
		{".git/config.md", "", `its path has the part ".git"`}, {".md", "", `its path has the part ".md"`}, {"-o.md", "", `its path has the part "-o.md"`},
		{"con.md", "", `its path has the part "con.md"`}, {"a/LPT1", "", `its path has the part "LPT1"`}, {"a./p.md", "", `its path has the part "a."`},
		{"x%00.md", "", "characters that no file name"}, {"a%20b.md", "", "characters that no file name"}, {"./p.md:x", "", "characters that no file name"},
		{"%e2%80%ae.md", "", "characters that no file name"}, {"p%0a.md", "", "characters that no file name"}, {"a*.md", "", "characters that no file name"},
		{"p.md/x.md", "", "it has a page for a folder"}, {strings.Repeat("x", 129), "", "longer than 128 bytes"}, {strings.Repeat("x/", 300), "", "longer than 512 bytes"},
		{"%zz.md", "", "not a URL"},
	} {
		t.Run(c.link, func(t *testing.T) {
			t.Parallel()
			s, dir := newSite(t, map[string]string{"/api/p.md": parcel, "/api/a/v1.2.md": parcel, "/api/$s~_-.x.md": parcel, "/p.md": parcel}), t.TempDir()
			link := strings.NewReplacer("SITE", s.URL, "HOST", strings.TrimPrefix(s.URL, "http://")).Replace(c.link)
			index := "- [x](<" + link + ">)\n"
			s.pages["/api/index.md"] = index
			r := s.pull(t, s.options(dir))
			want := map[string]string{"index.md": index}
			if c.file != "" {
				want[c.file] = parcel
			}
			same(t, "files", stored(t, dir), want)
			said := strings.Join(s.said(r), "\n")
			if !strings.Contains(said, c.said) || (said == "") != (c.said == "") {
				t.Errorf("said %q, want %q", said, c.said)
			}
			for _, request := range s.requests() {
				if above := request == "/robots.txt 404" || request == "/llms.txt 404" || request == "/sitemap.xml 404"; !above && !strings.HasPrefix(request, "/api/") && !strings.HasPrefix(request, "/api.md ") {
					t.Errorf("asked for %s", request)
				}
			}
		})
	}
}

// TestCase has two pages whose files are one where case does not count.
func TestCase(t *testing.T) {
	s, dir := newSite(t, map[string]string{"/api/index.md": "- [a](a.md)\n- [A](A.md)\n", "/api/a.md": "a", "/api/A.md": "A"}), t.TempDir()
	r := s.pull(t, s.options(dir))
	same(t, "files", stored(t, dir), map[string]string{"index.md": s.pages["/api/index.md"], "A.md": "A"})
	same(t, "findings", s.said(r), []string{"/api/a.md: refused: its name differs only in case from that of /api/A.md"})
}

// TestProse has pages mention what is no page, which is in order, and name a
// Markdown file that does not exist, which is not.
func TestProse(t *testing.T) {
	s := newSite(t, map[string]string{"/api/index.md": "See [a](a), [b](b), [c](c.md) and [d](d)."})
	s.faults["/api/b.md"] = text("<html>", "Content-Type", "text/html")
	s.faults["/api/d.md"] = status(500, 99)
	same(t, "findings", s.said(s.pull(t, s.options(t.TempDir()))), []string{
		"/api/c.md: missing: the server answers 404 Not Found",
		"/api/d.md: failed: the server answers 500 Internal Server Error, 5 times",
	})
}

func TestRobots(t *testing.T) {
	for name, c := range map[string]struct {
		fault fault
		want  string // files, findings or the error
	}{
		"none":                {status(404, 99), "index.md p.md"},
		"forbidden":           {status(403, 99), "index.md p.md"},
		"for others":          {text("User-agent: other\nDisallow: /"), "index.md p.md"},
		"a page is denied":    {text("User-agent: docgen\nDisallow: /api/p"), "index.md /api/p.md: refused: robots.txt asks not to"},
		"all is denied":       {text("User-agent: *\nDisallow: /\nAllow: /$"), "no index page: SITE/api/index.md: robots.txt asks not to; SITE/api/llms.txt: robots.txt asks not to"},
		"again":               {once(reset), "index.md p.md"},
		"in trouble":          {status(503, 99), "SITE/robots.txt: the server answers 503 Service Unavailable, 5 times; without an answer"},
		"at an end":           {status(505, 99), "SITE/robots.txt: the server answers 505 HTTP Version Not Supported; without an answer"},
		"elsewhere":           {status(301, 99, "Location", "/files/robots.txt"), "index.md /api/p.md: refused: robots.txt asks not to"},
		"on another site":     {status(301, 99, "Location", "https://evil.example/robots.txt"), `SITE/robots.txt: redirects to "https://evil.example/robots.txt"`},
		"in a circle":         {status(301, 99, "Location", "/robots.txt"), "SITE/robots.txt: redirects more than 5 times"},
		"longer than allowed": {text("User-agent: *\nDisallow: /api/p\n" + strings.Repeat("#\n", 300_000)), "index.md /api/p.md: refused: robots.txt asks not to"},
	} {
		t.Run(name, func(t *testing.T) {
			s, dir := newSite(t, map[string]string{
				"/api/index.md": "- [P](p.md)", "/api/p.md": parcel, "/files/robots.txt": "User-agent: DOCGEN\nDisallow: /*.md$\nAllow: /api/index.md",
			}), t.TempDir()
			s.faults["/robots.txt"] = c.fault
			r, err := Pull(t.Context(), s.options(dir))
			got := fmt.Sprint(err)
			if err == nil {
				var names []string
				for name := range stored(t, dir) {
					names = append(names, name)
				}
				got = strings.Join(append(sorted(names), s.said(r)...), " ")
			}
			if got = strings.ReplaceAll(got, s.URL, "SITE"); !strings.HasPrefix(got, c.want) {
				t.Errorf("%s\nwant %s", got, c.want)
			}
		})
	}
}

// TestLimits reaches each limit, ends with what it has, and goes on where there
// is more room.
func TestLimits(t *testing.T) {
	for _, c := range []struct {
		limit func(*Options)
		files string
		want  string
	}{
		{func(o *Options) { o.MaxPages = 5 }, "extra.md files/index.md index.md llms.txt", "more than 5 pages are linked; the others were not asked for; allow more with --max-pages"},
		{func(o *Options) { o.MaxBytes = 320 }, "extra.md files/index.md index.md llms.txt", "the pages have more than 320 bytes together; the others are left out; allow more with --max-bytes"},
	} {
		s, dir := newSite(t, harbor()), t.TempDir()
		o := s.options(dir)
		c.limit(&o)
		for range 2 { // in a new folder, and in one that has these pages
			r := s.pull(t, o)
			if said := s.said(r); len(said) != 1 || said[0] != "/api/: refused: "+c.want {
				t.Errorf("said %q, want %s", said, c.want)
			}
			same(t, "files", slices.Sorted(maps.Keys(stored(t, dir))), strings.Fields(c.files))
			same(t, "incomplete", incomplete(t, dir), c.want)
		}
		s.pull(t, s.options(dir))
		same(t, "files", stored(t, dir), harborFiles())
		same(t, "incomplete", incomplete(t, dir), "")
		// What is not asked for is not known to be gone.
		r := s.pull(t, o)
		same(t, "files", stored(t, dir), harborFiles())
		if n := len(strings.Fields(c.files)); r.Kept != len(harborFiles())-n || r.Removed != 0 || len(r.Findings) != 1 {
			t.Errorf("%d kept, %d removed; said %q", r.Kept, r.Removed, s.said(r))
		}
	}
}

// incomplete returns what the manifest of a folder says of limits that were reached.
func incomplete(t *testing.T, dir string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, ManifestFile))
	if err != nil {
		t.Fatal(err)
	}
	reason, _ := IncompleteReason(text)
	return reason
}

// TestEndless has each page lead to another one. The pull ends with what it has.
func TestEndless(t *testing.T) {
	s, dir := newSite(t, map[string]string{}), t.TempDir()
	s.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimSuffix(filepath.Base(r.URL.Path), ".md")
		fmt.Fprintf(w, "# %d\n\n- [next](%s)\n", len(name), name[:min(len(name), 100)]+"x.md")
	})
	r := s.pull(t, s.options(dir))
	if said := s.said(r); len(said) != 1 || !strings.Contains(said[0], "more than 100 pages") {
		t.Errorf("said %q", said)
	}
	if n := len(stored(t, dir)); n < 90 || n > 100 {
		t.Errorf("%d pages", n)
	}
}

// TestEchoes has a site that answers every address with a text that repeats it,
// which is how it would answer if there were no page at all.
func TestEchoes(t *testing.T) {
	s := newSite(t, map[string]string{})
	s.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/api/index.md" {
			_, _ = io.WriteString(w, "# Index\n\n- [next](next.md)\n")
			return
		}
		fmt.Fprintf(w, "# Nothing at %s\n\n- [more](%s)\n", r.URL.Path, strings.TrimSuffix(filepath.Base(r.URL.Path), ".md")+"-more.md")
	})
	same(t, "findings", s.said(s.pull(t, s.options(t.TempDir()))), []string{
		"/api/next.md: missing: the same text as for a page that does not exist",
	})
}

func TestValidate(t *testing.T) {
	for _, c := range []struct {
		change func(*Options)
		want   string
	}{
		{func(*Options) {}, "<nil>"},
		{func(o *Options) { o.URL = "HTTPS://Example.test:443" }, "<nil>"},
		{func(o *Options) { o.Concurrency = 0 }, "concurrency must be more than 0"},
		{func(o *Options) { o.MaxBytes = -1 }, "max-bytes must be more than 0"},
		{func(o *Options) { o.Timeout = 0 }, "timeout must be more than 0"},
		{func(o *Options) { o.Rate = -1 }, "rate must be"},
		{func(o *Options) { o.Rate = 1e-9 }, "rate must be"},
		{func(o *Options) { o.Rate = math.NaN() }, "rate must be"},
		{func(o *Options) { o.Under = "//other.test/" }, "under \"//other.test/\": not below the address"},
		{func(o *Options) { o.Under = "/a?b" }, "under \"/a?b\": it must have no query"},
		{func(o *Options) { o.Under = "/a/../../etc%00" }, "under \"/a/../../etc%00\": its path has characters"},
		{func(o *Options) { o.Include = []string{""} }, "an empty pattern"},
		{func(o *Options) { o.UserAgent = "x\r\nHost: y" }, "the user agent"},
		{func(o *Options) { o.UserAgent = "" }, "the user agent"},
		{func(o *Options) { o.UserAgent = "7" }, "the user agent"},
		{func(o *Options) { o.URL = "harbor.example/api" }, `"harbor.example/api" must begin with http:// or https:// and a host; did you mean https://harbor.example/api?`},
		{func(o *Options) { o.URL = "127.0.0.1:8080/api.md" }, `not a URL: "127.0.0.1:8080/api.md"; did you mean http://127.0.0.1:8080/api.md?`},
		{func(o *Options) { o.URL = "localhost:8080" }, `"localhost:8080" must begin with http:// or https:// and a host; did you mean http://localhost:8080?`},
		{func(o *Options) { o.URL = "file:///etc" }, `"file:///etc" must begin with http`},
		{func(o *Options) { o.URL = "https:///api" }, `"https:///api" must begin with http`},
		{func(o *Options) { o.URL = "https://h.test/%zz" }, "not a URL"},
		{func(o *Options) { o.URL = "https://u:secret@h.test/" }, "https://u:xxxxx@h.test/ must have no user"},
		{func(o *Options) { o.URL = "https://h.test/?a" }, "https://h.test/?a must have no user, query"},
		{func(o *Options) { o.URL = "https://h.test/a b/" }, "\"https://h.test/a b/\": its path has characters"},
		{func(o *Options) { o.URL = "https://h.test/a.html" }, "\"https://h.test/a.html\": no Markdown page; name a page, the folder"},
	} {
		o := Options{URL: "https://h.test/api", Dir: t.TempDir(), Concurrency: 1, MaxPages: 1, MaxPage: 1, MaxBytes: 1, Timeout: time.Second, UserAgent: "docgen"}
		c.change(&o)
		if got := fmt.Sprint(o.Validate()); !strings.HasPrefix(got, c.want) {
			t.Errorf("%q, want %q", got, c.want)
		}
		if c.want == "<nil>" {
			continue // it would be asked for
		}
		if _, err := Pull(t.Context(), o); fmt.Sprint(err) != fmt.Sprint(o.Validate()) {
			t.Errorf("Pull says %v", err)
		}
	}
}

// TestFolders pulls into folders that are not fit for it.
func TestFolders(t *testing.T) {
	for name, c := range map[string]struct {
		have map[string]string
		want string
	}{
		"files of somebody":      {map[string]string{"extra.md": "mine", "files/index.md": "mine", "x.md": "mine"}, "has files that docgen did not pull: extra.md, files/index.md; move"},
		"a folder in the way":    {map[string]string{"extra.md/x": "mine"}, "has files that docgen did not pull: extra.md; move"},
		"a file for a folder":    {map[string]string{"files": "mine"}, "files"},
		"pages of another site":  {map[string]string{ManifestFile: `{"version":1,"url":"https://other.example/"}`}, "has the pages of https://other.example/; choose another folder"},
		"a manifest to come":     {map[string]string{ManifestFile: `{"version":2}`}, "version 2 is not known"},
		"a broken manifest":      {map[string]string{ManifestFile: `{`}, "remove the file to pull everything again"},
		"a manifest that climbs": {map[string]string{ManifestFile: `{"version":1,"pages":[{"file":"../x.md"}]}`}, `its path has the part ".."`},
		"a manifest that wants":  {map[string]string{ManifestFile: `{"version":1,"pages":[{"file":"main.go"}]}`}, `"main.go" is no page`},
	} {
		t.Run(name, func(t *testing.T) {
			s, dir := newSite(t, harbor()), t.TempDir()
			put(t, dir, c.have)
			_, err := Pull(t.Context(), s.options(dir))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %s", err, c.want)
			}
			left := files(t, dir)
			maps.DeleteFunc(left, func(name, _ string) bool { return strings.HasPrefix(name, stageDir+"/") })
			same(t, "files", left, c.have)
		})
	}
}

// TestEqualFiles takes over files that are what is published.
func TestEqualFiles(t *testing.T) {
	s, dir := newSite(t, harbor()), t.TempDir()
	put(t, dir, harborFiles())
	s.pull(t, s.options(dir))
	same(t, "files", stored(t, dir), harborFiles())
}

// TestSymlinks has a link lead out of the folder.
func TestSymlinks(t *testing.T) {
	s, dir, outside := newSite(t, harbor()), t.TempDir(), t.TempDir()
	if err := os.Symlink(outside, filepath.Join(dir, "files")); err != nil {
		t.Skip(err)
	}
	if _, err := Pull(t.Context(), s.options(dir)); err == nil {
		t.Error("a link out of the folder is followed")
	}
	same(t, "files outside", files(t, outside), map[string]string{})
}
