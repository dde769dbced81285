package browser_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"github.com/docgen-go/docgen/testdata/browser"
)

// The reports are those that tests of docgen hold to what it writes.
const (
	harbor  = "../diff/harbor.html"
	hostile = "../diff/hostile.html"
)

const (
	entries = "#findings li[data-severity]"
	groups  = "#findings details.group > summary"
)

// count is how many entries are shown, by severity or of all.
func count(p *browser.Page, severity string) int {
	selector := entries
	if severity != "" {
		selector = fmt.Sprintf("#findings li[data-severity=%s]", severity)
	}
	return len(p.Visible(selector))
}

// says fails unless the page says how many entries it shows, and shows as many.
func says(t *testing.T, p *browser.Page, shown, all int) {
	t.Helper()
	if got, want := browser.Eval[string](p, "document.getElementById('shown').textContent"), fmt.Sprintf("%d of %d entries shown", shown, all); got != want || count(p, "") != shown {
		t.Errorf("the page says %q and shows %d, want %q", got, count(p, ""), want)
	}
}

// TestSearch demands that words find entries by all that these say, and that groups,
// sections and the contents follow.
func TestSearch(t *testing.T) {
	p := browser.Open(t, harbor, browser.Options{})
	all := count(p, "")
	if all < 30 {
		t.Fatalf("only %d entries", all)
	}
	says(t, p, all, all)
	for _, words := range []string{"webhooks", "webhooks create", "post /v1/webhooks", "response-field-added", "files.delete"} {
		p.Press("/" + words)
		shown := p.Visible(entries)
		if len(shown) == 0 || len(shown) == all {
			t.Errorf("%q shows %d of %d entries", words, len(shown), all)
		}
		says(t, p, len(shown), all)
		want := browser.Eval[int](p, fmt.Sprintf("Array.from(document.querySelectorAll(%q)).filter((e) => %q.split(' ').every((w) => (e.closest('.group').querySelector('h3').innerText + e.textContent).toLowerCase().includes(w))).length", entries, words))
		if want != len(shown) {
			t.Errorf("%q shows %d entries, %d have the words", words, len(shown), want)
		}
		p.Press(kb.Escape)
		says(t, p, all, all)
	}
	p.Press("/no such words")
	if got := append(p.Visible(groups), p.Visible("nav ul ul li")...); count(p, "") != 0 || len(got) != 0 {
		t.Errorf("without entries there are the groups %q", got)
	}
	p.Click("#clear")
	says(t, p, all, all)
}

func TestFilters(t *testing.T) {
	p := browser.Open(t, harbor, browser.Options{})
	all, breaking, warning, info := count(p, ""), count(p, "breaking"), count(p, "warning"), count(p, "info")
	if breaking == 0 || warning == 0 || info == 0 || breaking+warning+info != all {
		t.Fatalf("%d entries: %d, %d and %d", all, breaking, warning, info)
	}
	p.Click("input[value=info]")
	says(t, p, breaking+warning, all)
	if got := p.Visible("#info, nav a[href='#info']"); len(got) > 0 {
		t.Errorf("%q is there without entries", got)
	}
	p.Click("input[value=breaking]")
	says(t, p, warning, all)
	p.Click("input[value=info]")
	p.Click("input[value=breaking]")
	says(t, p, all, all)
	options := browser.Eval[[]string](p, "Array.from(document.getElementById('resource').options).map((o) => o.value)")
	if !slices.Contains(options, "parcels.events.files") || !slices.Contains(options, "webhooks") {
		t.Fatalf("the resources are %q", options)
	}
	p.Select("#resource", "webhooks")
	for _, group := range p.Visible(groups) {
		if !strings.HasPrefix(group, "webhooks") {
			t.Errorf("the group %s is shown", group)
		}
	}
	if n := count(p, ""); n == 0 || n == all {
		t.Errorf("%d of %d entries are of the resource", n, all)
	}
	p.Click("#clear")
	says(t, p, all, all)
}

// TestKeys demands that everything can be done without a pointer.
func TestKeys(t *testing.T) {
	p := browser.Open(t, harbor, browser.Options{})
	focus := func() string { return browser.Eval[string](p, "document.activeElement.id") }
	ids := browser.Eval[[]string](p, fmt.Sprintf("Array.from(document.querySelectorAll(%q)).map((e) => e.id)", entries))
	for _, step := range []struct{ key, id string }{{"j", ids[0]}, {"j", ids[1]}, {"j", ids[2]}, {"k", ids[1]}, {"/", "search"}} {
		if p.Press(step.key); focus() != step.id {
			t.Errorf("after %s the focus is on %q, want %s", step.key, focus(), step.id)
		}
	}
	if p.Press("j" + kb.Escape); count(p, "") != len(ids) {
		t.Error("Escape does not show everything again")
	}
	p.Press("f")
	if n := count(p, ""); n != 0 {
		t.Errorf("%d entries are shown though all is folded", n)
	}
	if p.Press("f"); count(p, "") != len(ids) {
		t.Errorf("%d entries are shown though all is unfolded", count(p, ""))
	}
	folded := browser.Eval[string](p, "document.querySelector('#findings li[data-severity] details').closest('li').id")
	p.Press(kb.Escape)
	for focus() != folded {
		before := focus()
		if p.Press("j"); focus() == before {
			t.Fatalf("j does not lead to %s", folded)
		}
	}
	open := fmt.Sprintf("Array.from(document.querySelectorAll('#%s details')).every((d) => d.open)", folded)
	if p.Press("o"); !browser.Eval[bool](p, open) {
		t.Error("o opens nothing")
	}
	if p.Press("o"); browser.Eval[bool](p, open) {
		t.Error("o closes nothing")
	}
	if p.Press("?"); !browser.Eval[bool](p, "document.getElementById('help').open") {
		t.Error("? shows no keys")
	}
	p.Press("/")
	tabbed := map[string]bool{}
	for range 8 {
		p.Press(kb.Tab)
		tabbed[browser.Eval[string](p, "document.activeElement.id || document.activeElement.name || document.activeElement.tagName")] = true
	}
	if !tabbed["severity"] || !tabbed["resource"] || !tabbed["unfold"] || !tabbed["fold"] || !tabbed["clear"] {
		t.Errorf("Tab only leads to %v", tabbed)
	}
}

// TestLinks demands that a link to an entry shows it, whatever is filtered or folded.
func TestLinks(t *testing.T) {
	p := browser.Open(t, harbor, browser.Options{Fragment: "W1"})
	if top := browser.Eval[float64](p, "document.getElementById('W1').getBoundingClientRect().top"); top < 0 || top > 900 {
		t.Errorf("W1 is at %v", top)
	}
	p.Press("/no such words")
	p.Press(kb.Tab)
	browser.Eval[string](p, "location.hash = '#B1'")
	if got := p.Visible("#B1"); len(got) != 1 {
		t.Error("B1 stays hidden")
	}
	p.Click("#fold")
	browser.Eval[string](p, "location.hash = '#C1'")
	if got := p.Visible("#C1"); len(got) != 1 {
		t.Error("C1 stays folded")
	}
}

// TestNews demands the parameters of a method that came, and what pages say of a field.
func TestNews(t *testing.T) {
	p := browser.Open(t, harbor, browser.Options{})
	browser.Eval[bool](p, "document.querySelectorAll('details.new').forEach((d) => { d.open = true; }), true")
	if got := p.Visible("details.new td"); len(got) < 4 {
		t.Errorf("shown is %q", got)
	}
	if got := p.Visible("li[data-severity] > .doc"); len(got) == 0 {
		t.Error("nothing new is described")
	}
}

// TestNarrow demands that a narrow window needs no scrolling sideways, in both schemes,
// and that both have other colors.
func TestNarrow(t *testing.T) {
	colors := map[string]bool{}
	for name, o := range map[string]browser.Options{
		"light": {Width: 400}, "dark": {Width: 400, Dark: true}, "wide": {Width: 1400}, "hostile": {Width: 400, Dark: true},
	} {
		t.Run(name, func(t *testing.T) {
			file := harbor
			if name == "hostile" {
				file = hostile
			}
			p := browser.Open(t, file, o)
			browser.Eval[bool](p, "document.querySelectorAll('details').forEach((d) => { d.open = true; }), true")
			if wide := browser.Eval[int](p, "document.documentElement.scrollWidth"); wide > o.Width {
				t.Errorf("the page is %d wide in a window of %d", wide, o.Width)
			}
			colors[browser.Eval[string](p, "getComputedStyle(document.body).backgroundColor")] = true
			p.Shot("report-" + name)
		})
	}
	if len(colors) != 2 {
		t.Errorf("the backgrounds are %v", colors)
	}
}

// TestPrint demands that all entries are printed, and no tools.
func TestPrint(t *testing.T) {
	p := browser.Open(t, harbor, browser.Options{Print: true})
	all := browser.Eval[int](p, fmt.Sprintf("document.querySelectorAll(%q).length", entries))
	browser.Eval[bool](p, "window.dispatchEvent(new Event('beforeprint'))")
	if got := count(p, ""); got != all || len(p.Visible("#tools")) > 0 {
		t.Errorf("%d of %d entries are printed; tools: %q", got, all, p.Visible("#tools"))
	}
	if n := browser.Eval[int](p, "document.querySelectorAll('details:not([open])').length"); n > 0 {
		t.Errorf("%d parts are printed folded", n)
	}
}

// TestWithoutScript demands a page that says everything where no script runs.
func TestWithoutScript(t *testing.T) {
	p := browser.Open(t, harbor, browser.Options{NoScript: true})
	if got := len(p.Visible(entries)); got < 30 || len(p.Visible("#tools")) > 0 {
		t.Errorf("%d entries are shown; tools: %q", got, p.Visible("#tools"))
	}
}

// TestHostileText demands that text of pages stays text, in the page and in what its
// script makes of it, and that the browser reads the elements as they were written.
func TestHostileText(t *testing.T) {
	p := browser.Open(t, hostile, browser.Options{})
	if n := browser.Eval[int](p, "document.scripts.length"); n != 1 {
		t.Errorf("%d scripts", n)
	}
	if n := browser.Eval[int](p, "document.querySelectorAll('img, iframe, link, object, embed, [onerror], [onclick]').length"); n != 0 {
		t.Errorf("%d elements that text has made", n)
	}
	p.Press("/<script>")
	if count(p, "") != 1 {
		t.Errorf("the text is found in %d entries", count(p, ""))
	}
	p.Press(kb.Escape)
	if browser.Eval[string](p, "String(window.docgenRan)") != "undefined" {
		t.Error("text of pages has run")
	}
	for _, file := range []string{harbor, hostile} {
		p := browser.Open(t, file, browser.Options{NoScript: true})
		if n := browser.Eval[int](p, "Array.from(document.querySelectorAll('p')).filter((e) => e.textContent.trim() === '').length"); n > 0 {
			t.Errorf("%s: %d paragraphs that the browser has cut", file, n)
		}
	}
}
