package pull

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// harbor is a small reference that uses each form of address and of link.
func harbor() map[string]string {
	return map[string]string{
		"/api/index.md": "# Harbor\n\n- [Parcels](parcels.md)\n  - [List](/api/parcels/list)\n- [Files](/api/files/index.md#top)\n" +
			"\nSee the [site](https://harbor.example/), the [guide](../guide.md) and [HTML](/api/about).\n",
		"/api/parcels.md":                 "# Parcels\n\n- [List](parcels/list/)\n- [Back](index.md)\n",
		"/api/parcels/list.md":            "## List\n\nBelongs to [parcels](../parcels). ```[no](no.md)```\n\n```\n- [no](/api/no.md)\n```\n",
		"/api/files/index.md":             "# Files\n\n- [Shared](../resources/$shared)\n",
		"/api/llms.txt":                   "# Harbor\n\n- [Extra](extra.md): listed here only\n- [Others](python/llms.txt)\n",
		"/api/extra.md":                   "# Extra\n",
		"/api/python/llms.txt":            "- <extra.md>\n- [Extra](/api/extra/index.md)\n",
		"/api/resources/$shared/index.md": "# Shared\n",
		"/guide.md":                       "# Never asked for\n",
	}
}

// harborFiles are what a pull of harbor leaves.
func harborFiles() map[string]string {
	out := map[string]string{}
	for path, text := range harbor() {
		if file, ok := strings.CutPrefix(path, "/api/"); ok {
			out[file] = text
		}
	}
	return out
}

func TestPull(t *testing.T) {
	s, dir := newSite(t, harbor()), filepath.Join(t.TempDir(), "new", "docs")
	r := s.pull(t, s.options(dir))
	same(t, "counts", counts(r), [5]int{8, 8, 0, 0, 0})
	same(t, "findings", s.said(r), []string(nil))
	same(t, "files", stored(t, dir), harborFiles())
	same(t, "requests", s.requests(), []string{
		"/api/about 404", "/api/about.md 404", "/api/about/index.md 404", "/api/" + absentName + ".md 404", "/api/extra.md 200", "/api/files/index.md 200", "/api/index.md 200",
		"/api/llms.txt 200", "/api/parcels.md 200", "/api/parcels/list.md 200", "/api/python/llms.txt 200",
		"/api/resources/$shared.md 404", "/api/resources/$shared/index.md 200", "/robots.txt 404",
	})
}

func TestPullAgain(t *testing.T) {
	s, dir := newSite(t, harbor()), t.TempDir()
	o := s.options(dir)
	s.pull(t, o)
	before := files(t, dir)
	s.requests()

	r := s.pull(t, o)
	same(t, "counts", counts(r), [5]int{8, 0, 8, 0, 0})
	same(t, "files", files(t, dir), before)
	for _, request := range s.requests() {
		if strings.HasSuffix(request, " 200") {
			t.Errorf("%s, though nothing has changed", request)
		}
	}
}

// TestChanges pulls a site that has changed into a folder where somebody works.
func TestChanges(t *testing.T) {
	s, dir := newSite(t, harbor()), t.TempDir()
	o := s.options(dir)
	s.pull(t, o)
	mine := map[string]string{"notes.txt": "mine", "parcels/notes.md": "mine", "resources/mine.md": "mine"}
	put(t, dir, mine)
	put(t, dir, map[string]string{"extra.md": "spoilt"})
	s.requests()

	s.pages["/api/files/index.md"] = "# Files\n"
	s.pages["/api/llms.txt"] = "- [New](new.md)\n- [Extra](extra.md)\n"
	s.pages["/api/new.md"] = "# New\n"
	r := s.pull(t, o)
	same(t, "counts", counts(r), [5]int{7, 4, 3, 2, 0})
	want := harborFiles()
	delete(want, "python/llms.txt")
	delete(want, "resources/$shared/index.md")
	maps.Copy(want, mine)
	maps.Copy(want, map[string]string{"files/index.md": "# Files\n", "llms.txt": s.pages["/api/llms.txt"], "new.md": "# New\n"})
	same(t, "files", stored(t, dir), want)
	if _, err := os.Stat(filepath.Join(dir, "python")); !os.IsNotExist(err) {
		t.Errorf("an empty folder stays: %v", err)
	}
}

// TestOrder has the same pages come out whatever the order of answers.
func TestOrder(t *testing.T) {
	s := newSite(t, harbor())
	s.pages["/api/llms.txt"] += "- [Gone](gone.md)\n- [Gone](gone/index.md)\n- [Bad](b%2fc.md)\n"
	var first map[string]string
	var said []string
	for n := range 8 {
		dir := t.TempDir()
		o := s.options(dir)
		o.Concurrency = n + 1
		r := s.pull(t, o)
		if n == 0 {
			first, said = files(t, dir), s.said(r)
		}
		same(t, "files", files(t, dir), first)
		same(t, "findings", s.said(r), said)
	}
	same(t, "findings", said, []string{
		"/api/gone.md: missing: the server answers 404 Not Found",
		"/api/llms.txt: refused: the link \"b%2fc.md\": it has an encoded slash",
	})
}

// TestStart tries the addresses that a user may name.
func TestStart(t *testing.T) {
	for _, c := range []struct {
		url  string
		want string // files, or the error
	}{
		{"/api", "extra.md index.md llms.txt parcels.md"},
		{"/api/", "extra.md index.md llms.txt parcels.md"},
		{"/api/index.md", "index.md parcels.md"},
		{"/api/llms.txt", "extra.md llms.txt"},
		{"/api/extra.md", "extra.md"},
		{"/", "no index page: "},
		{"/api/none.md", "no index page: "},
		{"/only", "index.md only.md"},
		{"/a/flat", "index.md x.md"},
	} {
		t.Run(c.url, func(t *testing.T) {
			s := newSite(t, map[string]string{
				"/api/index.md": "[p](parcels.md)", "/api/parcels.md": "p", "/api/llms.txt": "[e](extra.md)", "/api/extra.md": "e",
				"/only/index.md": "- [o](only.md)", "/only/only.md": "o", "/a/flat.md": "- [x](flat/x) [y](y.md)", "/a/flat/x.md": "x", "/a/y.md": "y",
			})
			dir := filepath.Join(t.TempDir(), "docs")
			o := s.options(dir)
			o.URL = s.URL + c.url
			_, err := Pull(t.Context(), o)
			if err != nil {
				if !strings.HasPrefix(err.Error(), c.want) {
					t.Errorf("error %v, want %q", err, c.want)
				}
				if _, err := os.Stat(dir); !os.IsNotExist(err) {
					t.Errorf("the folder is there: %v", err)
				}
				return
			}
			var names []string
			for name := range stored(t, dir) {
				names = append(names, name)
			}
			same(t, "files", sorted(names), strings.Fields(c.want))
		})
	}
}
