package pull

import (
	"compress/gzip"
	"context"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"
)

// negotiates serves a page in Markdown where it is asked for that, and else for
// people, as hosts of documentation do.
func negotiates(markdown string) fault {
	return func(w http.ResponseWriter, r *http.Request, n int) bool {
		if strings.HasPrefix(r.Header.Get("Accept"), "text/markdown") {
			return text(markdown, "Content-Type", "text/markdown; charset=utf-8", "Vary", "Accept")(w, r, n)
		}
		return text("<!doctype html><p>for people", "Content-Type", "text/html")(w, r, n)
	}
}

// soft answers as sites do that have a web page for everything.
func soft(w http.ResponseWriter, r *http.Request, n int) bool {
	return text("<!doctype html><title>Not found</title>", "Content-Type", "text/html")(w, r, n)
}

const siteMap = `<?xml version="1.0" encoding="UTF-8"?><!-- all -->
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:x="http://www.w3.org/1999/xhtml">
<url><loc>SITE/docs/api/list</loc><lastmod>2026-01-01</lastmod><x:link href="SITE/docs/api/other"/></url>
<url><loc> SITE/docs/api/get </loc></url><url><loc>SITE/docs/news</loc></url><url><loc>SITE/docs/api/q?a=1&amp;b=2</loc></url></urlset>`

// A layout is a kind of site, with an address that a user would copy.
type layout struct {
	url    string
	pages  map[string]string
	faults map[string]fault
	change func(*Options)
	files  string
	said   string // notes and findings
}

// What all sites of TestLayouts have, and what is said of them.
const (
	siteIndex = "# Docs\n\n- [List](SITE/docs/api/list.md): lists\n- [Get](/docs/api/get.md)\n- [News](/docs/news.md)\n- [Blog](https://blog.example/x.md)\n"
	leftOut   = "left out: pages outside of SITE/docs/api/ that an index lists: 1 in /docs/; choose another folder with --under"
	narrowed  = "pulling what is below SITE/docs/api/, the one folder of a reference in the index"
)

var layouts = map[string]layout{
	"an index above a folder": {
		url: "/docs/api", pages: map[string]string{"/llms.txt": siteIndex}, files: "get.md list.md", said: leftOut,
	},
	"an index above a page": {
		url: "/docs/api/list", pages: map[string]string{"/docs/llms.txt": siteIndex}, files: "get.md list.md",
		said: "SITE/docs/api/list is a page; pulling what is below SITE/docs/api/\n" + leftOut,
	},
	"an index above a Markdown page": {
		url: "/docs/api/list.md", pages: map[string]string{"/llms.txt": siteIndex}, files: "get.md list.md", said: leftOut,
	},
	"the nearest index that leads to pages": {
		url: "/docs/api/", pages: map[string]string{"/docs/llms.txt": "- [News](news.md)\n", "/llms.txt": siteIndex}, files: "get.md list.md", said: leftOut,
	},
	"the index of a whole site": {
		url: "/docs/llms.txt", pages: map[string]string{"/docs/llms.txt": siteIndex}, files: "get.md list.md",
		said: narrowed + "\n" + leftOut,
	},
	"the index of a whole site, and all of it": {
		url: "/docs/llms.txt", pages: map[string]string{"/docs/llms.txt": siteIndex}, change: func(o *Options) { o.Under = "/docs" },
		files: "api/get.md api/list.md llms.txt news.md",
	},
	"an index of several references": {
		url: "/llms.txt", pages: map[string]string{"/llms.txt": "- [a](/api/a.md)\n- [b](/v2/api-reference/b.md)\n", "/api/a.md": "a", "/v2/api-reference/b.md": "b"},
		files: "api/a.md llms.txt v2/api-reference/b.md", said: "the index lists pages of several folders (api, v2/api-reference); choose one with --under",
	},
	"a sitemap": {
		url: "/docs/sitemap.xml", pages: map[string]string{"/docs/sitemap.xml": siteMap}, faults: map[string]fault{"/docs/sitemap.xml": nil},
		files: "get.md list.md", said: narrowed + "\n" + leftOut + "\n/docs/sitemap.xml: refused: the link \"/docs/api/q?a=1&b=2\": it has a query",
	},
	"a sitemap that robots.txt names": {
		url: "/docs/api/", faults: map[string]fault{
			"/robots.txt": text("Sitemap: /maps/all.xml\n"),
			"/maps/all.xml": text("<sitemapindex><sitemap><loc>/maps/docs.xml.gz</loc></sitemap><sitemap><loc>https://evil.example/x.xml</loc></sitemap></sitemapindex>",
				"Content-Type", "application/xml"),
			"/maps/docs.xml.gz": nil,
		}, files: "get.md list.md", said: leftOut + "\n/maps/all.xml: refused: the sitemap \"https://evil.example/x.xml\": not below the address where the pull starts\n/maps/docs.xml.gz: refused: the link \"/docs/api/q?a=1&b=2\": it has a query",
	},
	"pages by negotiation": {
		url: "/docs/guide/start", pages: map[string]string{},
		faults: map[string]fault{
			"/docs/guide/start":   negotiates("# Start\n\n<Card\n  title=\"More\"\n  href=\"/docs/guide/more\"\n/>\n"),
			"/docs/guide/more":    status(308, 99, "Location", "/docs/guide/more/"),
			"/docs/guide/more/":   negotiates("# More\n"),
			"/docs/guide/more.md": soft, "/docs/guide/start.md": soft,
		},
		files: "more.md start.md", said: "SITE/docs/guide/start is a page; pulling what is below SITE/docs/guide/",
	},
	"plain text where people read": {
		url: "/docs/api/", pages: map[string]string{"/llms.txt": siteIndex + "- [Status](/docs/api/status)\n"},
		faults: map[string]fault{"/docs/api/status": text("up", "Content-Type", "text/plain")},
		files:  "get.md list.md", said: leftOut + "\n/docs/api/status.md: missing: the server answers 404 Not Found",
	},
	"redirects to where there is no page": {
		url: "/docs/api/", pages: map[string]string{"/docs/api/index.md": "- [List](list.md)\n- [Gone](gone.md)\n"},
		faults: map[string]fault{
			"/docs/api/gone.md":               status(302, 99, "Location", "/docs/api/"),
			"/docs/api/" + absentName + ".md": status(302, 99, "Location", "/docs/api/"),
			"/docs/api/gone/index.md":         status(302, 99, "Location", "/docs/api/"),
			"/docs/api/gone":                  status(302, 99, "Location", "/docs/api/"),
		},
		files: "index.md list.md", said: "/docs/api/gone.md: missing: redirects to \"/docs/api/\", as an address without a page does",
	},
	"Markdown where there is no page": {
		url: "/docs/api/", pages: map[string]string{"/docs/api/index.md": "- [List](list.md)\n- [Gone](gone.md)\n"},
		faults: map[string]fault{
			"/docs/api/gone.md":               text("# No page\n\nThere is no /docs/api/gone.md.\n", "Content-Type", "text/markdown"),
			"/docs/api/" + absentName + ".md": text("# No page\n\nThere is no /docs/api/"+absentName+".md.\n", "Content-Type", "text/markdown"),
		},
		files: "index.md list.md", said: "/docs/api/gone.md: missing: the same text as for a page that does not exist",
	},
	"what is forbidden where there is nothing": {
		url: "/docs/api/", pages: map[string]string{"/llms.txt": siteIndex}, faults: map[string]fault{"/docs/llms.txt": status(403, 99)},
		files: "get.md list.md", said: "SITE/docs/llms.txt: the server answers 403 Forbidden; if there is an index, it is not read\n" + leftOut,
	},
	"a named index that is forbidden": {
		url: "/docs/sitemap.xml", faults: map[string]fault{"/docs/sitemap.xml": status(403, 99)},
		said: "error: no index page: SITE/docs/sitemap.xml: the server answers 403 Forbidden",
	},
	"too many requests": {
		url: "/docs/api/", pages: map[string]string{"/llms.txt": siteIndex}, faults: map[string]fault{
			"/docs/api/list.md": status(429, 2, "Retry-After", "7"),
		}, files: "get.md list.md", said: leftOut,
	},
	"reference links": {
		url: "/docs/api/index.md", pages: map[string]string{"/docs/api/index.md": "- [List][list]\n- [Get][]\n- [News]\n\n[list]: list.md \"all\"\n[get]: <get.md>\n[news]: /docs/news.md\n"},
		files: "get.md index.md list.md", said: leftOut,
	},
	"a selection": {
		url: "/docs/api/", pages: map[string]string{"/llms.txt": siteIndex}, change: func(o *Options) { o.Exclude = []string{"*/get"} }, files: "list.md", said: leftOut,
	},
	"another selection": {
		url: "/docs/api/", pages: map[string]string{"/llms.txt": siteIndex}, change: func(o *Options) { o.Include = []string{"ge*"} }, files: "get.md", said: leftOut,
	},
	"another folder of the site": {
		url: "/llms.txt", pages: map[string]string{"/llms.txt": siteIndex}, change: func(o *Options) { o.Under = "docs/api" }, files: "get.md list.md", said: leftOut,
	},
	"a sitemap of pages for people": {
		url: "/sitemap.xml", pages: map[string]string{"/sitemap.xml": "<urlset>" + manyPages(100) + "</urlset>"},
		said: "error: none of the first 32 pages below SITE/ is published in Markdown",
	},
	"nothing in Markdown": {
		url: "/docs/api/", pages: map[string]string{"/llms.txt": "- [Blog](https://blog.example/x.md)\n"},
		said: "error: no index page: SITE/docs/api/index.md: the server answers 404 Not Found; SITE/docs/api/llms.txt: the server answers 404 Not Found; name a page",
	},
}

// manyPages are entries of a sitemap for pages that there are none of.
func manyPages(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<url><loc>/p%d</loc></url>", i)
	}
	return b.String()
}

// TestLayouts pulls sites of the kinds that there are.
func TestLayouts(t *testing.T) {
	pages := map[string]string{"/docs/api/list.md": "# List\n", "/docs/api/get.md": "# Get\n", "/docs/news.md": "# News\n"}
	for name, c := range layouts {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, dir := newSite(t, maps.Clone(pages)), t.TempDir()
			for path, text := range c.pages {
				s.pages[path] = strings.ReplaceAll(text, "SITE", s.URL)
			}
			maps.Copy(s.faults, c.faults)
			for path, fault := range c.faults {
				if fault == nil {
					s.faults[path] = servesSitemap(strings.ReplaceAll(siteMap, "SITE", s.URL))
				}
			}
			o := s.options(dir)
			o.URL = s.URL + c.url
			if c.change != nil {
				c.change(&o)
			}
			for range 2 { // the second time with what is there already
				r, err := Pull(t.Context(), o)
				if err != nil {
					if said := "error: " + strings.ReplaceAll(err.Error(), s.URL, "SITE"); c.said == "" || !strings.HasPrefix(said, c.said) {
						t.Errorf("said %s\nwant %s", said, c.said)
					}
					return
				}
				same(t, "files", slices.Sorted(maps.Keys(stored(t, dir))), strings.Fields(c.files))
				said := strings.ReplaceAll(strings.Join(append(r.Notes, s.said(r)...), "\n"), s.URL, "SITE")
				same(t, "said", said, c.said)
			}
		})
	}
}

// servesSitemap packs the sitemap where its name says so.
func servesSitemap(xml string) fault {
	return func(w http.ResponseWriter, r *http.Request, n int) bool {
		if !strings.HasSuffix(r.URL.Path, ".gz") {
			return text(xml, "Content-Type", "text/xml")(w, r, n)
		}
		w.Header().Set("Content-Type", "application/octet-stream")
		z := gzip.NewWriter(w)
		_, _ = z.Write([]byte(xml))
		return z.Close() == nil
	}
}

// TestPace holds the wishes of robots.txt and of the user.
func TestPace(t *testing.T) {
	for _, c := range []struct {
		robots string
		rate   float64
		want   time.Duration
	}{
		{"User-agent: *\nCrawl-delay: 3", 0, 3 * time.Second},
		{"User-agent: *\nCrawl-delay: 9\nUser-agent: docgen\nCrawl-delay: 0.5", 0, 500 * time.Millisecond},
		{"", 4, 250 * time.Millisecond},
		{"User-agent: *\nCrawl-delay: 1", 4, time.Second},
		{"User-agent: *\nCrawl-delay: soon", 0, 0},
		{"User-agent: other\nCrawl-delay: 9", 0, 0},
	} {
		s := newSite(t, harbor())
		s.faults["/robots.txt"] = text(c.robots)
		o := s.options(t.TempDir())
		now := o.Now()
		var starts []time.Time
		o.Concurrency, o.Rate = 1, c.rate
		o.Now = func() time.Time { return now }
		o.Sleep = func(_ context.Context, d time.Duration) error {
			now = now.Add(d)
			return nil
		}
		s.Config.Handler = func(next http.Handler) http.Handler {
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path != "/robots.txt" {
					starts = append(starts, now)
				}
				next.ServeHTTP(w, r)
			})
		}(s.Config.Handler)
		s.pull(t, o)
		for i := 1; i < len(starts); i++ {
			if d := starts[i].Sub(starts[i-1]); d != c.want {
				t.Errorf("%q and %v: %v between two requests, want %v", c.robots, c.rate, d, c.want)
				break
			}
		}
		if len(starts) < 8 {
			t.Errorf("%d requests", len(starts))
		}
	}
}

// TestDryRun stores nothing, and names what would be asked for.
func TestDryRun(t *testing.T) {
	s := newSite(t, map[string]string{
		"/docs/llms.txt": "- [List](api/list.md)\n- [Get](api/get)\n- [Secret](api/secret.md)\n- [News](news.md)\n", "/docs/api/list.md": "# List\n",
	})
	s.faults["/robots.txt"] = text("User-agent: *\nDisallow: /docs/api/secret\n")
	o := s.options("")
	o.URL = s.URL + "/docs/api"
	p, err := DryRun(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	plain := func(text string) string { return strings.ReplaceAll(text, s.URL, "") }
	same(t, "URLs", plain(strings.Join(p.URLs, " ")), "/docs/api/get /docs/api/list.md")
	same(t, "findings", plain(fmt.Sprint(p.Findings)), "[{/docs/api/secret.md refused robots.txt asks not to}]")
	for _, request := range s.requests() {
		if strings.Contains(request, "/list") || strings.Contains(request, "/get") {
			t.Errorf("asked for %s", request)
		}
	}
}

// FuzzSitemap has no document bring the reader down.
func FuzzSitemap(f *testing.F) {
	f.Add([]byte(siteMap))
	f.Add([]byte("<sitemapindex><sitemap><loc>/a.xml</loc></sitemap></sitemapindex>"))
	f.Add([]byte("<!DOCTYPE x [<!ENTITY a \"&b;&b;\">]><urlset><url><loc>&a;</loc></url></urlset>"))
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := decodeSitemap(text)
		if err != nil {
			return
		}
		for _, target := range append(s.pages, s.sitemaps...) {
			if target == "" || target != strings.TrimSpace(target) {
				t.Errorf("%q", target)
			}
		}
	})
}
