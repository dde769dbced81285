package browser_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"github.com/docgen-go/docgen/testdata/browser"
)

// site writes the history of the made-up API.
func site(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "run", "./cmd/docgen", "history", "--title", "Harbor", "--site", dir,
		"2026-01-01=testdata/harbor-old", "2026-02-01=testdata/harbor", "2026-03-01=testdata/harbor-next")
	cmd.Dir = filepath.Join("..", "..")
	cmd.Env = append(os.Environ(), "DOCGEN_CACHE=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return dir
}

// forms are the ways in which every page has to be readable.
var forms = map[string]browser.Options{
	"light": {}, "dark": {Dark: true}, "phone": {Width: 400, Height: 800}, "phone-dark": {Width: 400, Height: 800, Dark: true},
	"print": {Print: true}, "no-script": {NoScript: true},
}

// TestSitePages shows a page of each kind in each form: nothing is wider than the window,
// text stands out from its ground, and what a page says is there without a script.
func TestSitePages(t *testing.T) {
	dir := site(t)
	pages := map[string][]string{
		"index.html":                                  {"Revisions", "2026-03-01", "Methods", "Facts by revision"},
		"revisions/2026-03-01/index.html":             {"Breaking", "method removed", "The full report", "Pages"},
		"revisions/2026-01-01/index.html":             {"first revision"},
		"revisions/2026-03-01/report.html":            {"API changes"},
		"methods/parcels.create.html":                 {"parcels.create", "Since", "body.weight", "2026-01-01"},
		"types/Parcel.html":                           {"Parcel", "Since"},
		firstOf(t, dir, "revisions/2026-03-01/pages"): {"Its text in"},
	}
	for name, says := range pages {
		for form, o := range forms {
			t.Run(form+"/"+strings.ReplaceAll(name, "/", "-"), func(t *testing.T) {
				o.Folder = dir
				p := browser.Open(t, filepath.Join(dir, filepath.FromSlash(name)), o)
				p.Shot("site-" + form + "-" + strings.ReplaceAll(strings.TrimSuffix(name, ".html"), "/", "-"))
				text := browser.Eval[string](p, "document.body.innerText")
				for _, want := range says {
					if !strings.Contains(text, want) {
						t.Errorf("it does not say %q", want)
					}
				}
				if got := browser.Eval[int](p, "document.documentElement.scrollWidth - document.documentElement.clientWidth"); got > 0 && !o.Print {
					t.Errorf("it is %d pixels wider than the window", got)
				}
				if ratio := browser.Eval[float64](p, contrast); ratio < 4.5 && !o.Print {
					t.Errorf("some text has a contrast of %.1f", ratio)
				}
			})
		}
	}
}

// TestSiteOfLongNames shows on a phone what names without a place to break are in: the
// reasons of an incomplete revision, a method, its members, and a page.
func TestSiteOfLongNames(t *testing.T) {
	docs, dir := t.TempDir(), t.TempDir()
	long := strings.Repeat("certificates_of_berths/", 4) + "retrieve_all_of_them_whether_they_are_in_use_or_not"
	page := "## Get\n\n**get** `/v1/" + long + "`\n\n### Returns\n\n- `" + strings.Repeat("certificate_", 12) + ": string`\n"
	for _, revision := range []string{"2026-01-01", "2026-02-01", "2026-03-01"} {
		pages := map[string]string{"docks/list.md": "## List\n\n**get** `/v1/docks`\n\n### Returns\n\n- `" + strings.Repeat("data_", 30) + revision[5:7] + ": string`\n"}
		if revision != "2026-02-01" {
			pages[long+".md"] = page
		}
		for name, text := range pages {
			file := filepath.Join(docs, revision, filepath.FromSlash(name))
			if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o700), os.WriteFile(file, []byte(text), 0o600)); err != nil {
				t.Fatal(err)
			}
		}
	}
	cmd := exec.Command("go", "run", "./cmd/docgen", "history", "--site", dir, docs)
	cmd.Dir, cmd.Env = filepath.Join("..", ".."), append(os.Environ(), "DOCGEN_CACHE=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, name := range []string{"index.html", "revisions/2026-02-01/index.html", "revisions/2026-03-01/index.html", "methods/docks.list.html", firstOf(t, dir, "methods"), firstOf(t, dir, "revisions/2026-02-01/pages")} {
		p := browser.Open(t, filepath.Join(dir, filepath.FromSlash(name)), browser.Options{Width: 400, Height: 800, Folder: dir})
		p.Shot("site-long-" + strings.ReplaceAll(strings.TrimSuffix(name, ".html"), "/", "-"))
		if got := browser.Eval[int](p, "document.documentElement.scrollWidth - document.documentElement.clientWidth"); got > 0 {
			t.Errorf("%s is %d pixels wider than the window", name, got)
		}
	}
}

// firstOf is the first file of a folder, by its path below dir.
func firstOf(t *testing.T, dir, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(dir, filepath.FromSlash(folder)))
	if err != nil || len(entries) == 0 {
		t.Fatalf("%s has no files: %v", folder, err)
	}
	return folder + "/" + entries[0].Name()
}

// contrast is the least contrast of a text of the page with the ground under it, as WCAG
// counts it.
const contrast = `(() => {
	const light = (c) => { const [r, g, b] = c.map((v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
	const parse = (s) => s.match(/[\d.]+/g).map(Number);
	const ground = (e) => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c.slice(0, 3); } return [255, 255, 255]; };
	let least = 21;
	for (const e of document.querySelectorAll('body *')) {
		if (!e.checkVisibility() || ![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
		const a = light(parse(getComputedStyle(e).color).slice(0, 3)), b = light(ground(e));
		least = Math.min(least, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
	}
	return least;
})()`

// TestSiteSearch finds methods and members by keys alone, on a page below the root, and
// leads to them.
func TestSiteSearch(t *testing.T) {
	dir := site(t)
	p := browser.Open(t, filepath.Join(dir, "types", "Parcel.html"), browser.Options{Folder: dir})
	p.Press("/parcels.create weight")
	hits := p.Visible("#hits a")
	if len(hits) == 0 || !strings.Contains(hits[0], "parcels.create") {
		t.Fatalf("got %q", hits)
	}
	for _, hit := range hits {
		if !strings.Contains(strings.ToLower(hit), "weight") {
			t.Errorf("%q does not have all words", hit)
		}
	}
	to := browser.Eval[string](p, "document.querySelector('#hits a').href")
	file, fragment, ok := strings.Cut(strings.TrimPrefix(to, "file://"), "#")
	if !ok {
		t.Fatalf("%s leads to no element", to)
	}
	q := browser.Open(t, filepath.FromSlash(file), browser.Options{Folder: dir, Fragment: fragment})
	if !browser.Eval[bool](q, "document.querySelector(':target') !== null") {
		t.Errorf("%s has no element %s", file, fragment)
	}
	p.Press(kb.Escape)
	if hits := p.Visible("#hits a"); len(hits) > 0 {
		t.Errorf("after Escape there are %q", hits)
	}
	p.Press("/no such words")
	if got := p.Visible("#hits"); len(got) != 1 || !strings.Contains(got[0], "Nothing has all of these words") {
		t.Errorf("got %q", got)
	}
}
