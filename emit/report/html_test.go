package report_test

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emit/goapi"
	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/testutil"
	"github.com/docgen-go/docgen/templates"
)

// page is a report with every part that the template has.
func page(t *testing.T) string {
	t.Helper()
	many := []string{"tugs.create", "tugs.crew.list", "tugs.list", "tugs." + hostile}
	golang := []goapi.Change{{Action: goapi.Added, Kind: goapi.KindField, Name: hostile}}
	finding := func(severity diff.Severity, c diff.Change) report.Finding {
		if len(c.Locations) == 0 {
			c.Locations = []diff.Location{{Resource: c.Resource, Method: c.Method, Type: c.Type, At: c.At, Old: c.Old, New: c.New}}
		}
		f := diff.Finding{Change: c, Severity: severity, Rules: []string{"a-rule", "b-rule"}, Message: "something happened"}
		return report.Finding{Finding: f, Go: golang}
	}
	r := report.New(&diff.Comparison{
		Texts:    []diff.Text{{Kind: diff.Docs, Type: hostile, At: hostile}, {Kind: diff.Examples, Method: "tugs.list"}},
		Unstated: map[model.Fact]int{model.FactNullable: 2, model.FactFormat: 1},
	}, []report.Finding{
		finding(diff.Breaking, diff.Change{Method: "tugs.list", At: "query.limit", Old: "integer", New: hostile, In: []diff.Position{diff.Request}}),
		finding(diff.Breaking, diff.Change{Resource: "anchors", Old: hostile}),
		finding(diff.Warning, diff.Change{Type: "Tug", New: "a", Reach: many, Inferred: true}),
		finding(diff.Warning, diff.Change{Type: "Line", New: "a", Reach: []string{"tugs.list", "buoys.list"}}),
		finding(diff.Info, diff.Change{Type: "Rope", Kind: diff.EnumValueAdded, New: "a, b", NewValues: []string{"a", "b"}, Locations: []diff.Location{
			{Type: "Rope", New: "a"}, {Type: "Rope", New: "b"},
		}}),
		finding(diff.Info, diff.Change{New: "https://harbor.example"}),
	}, 1234)
	r.Old, r.New, r.ShowTexts = "old", hostile, true
	r.Go, r.Summary.Go = golang, &goapi.Summary{Removed: 1, Added: 2345}
	return html(t, r)
}

func html(t *testing.T, r *report.Report) string {
	t.Helper()
	var b strings.Builder
	if err := r.HTML(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var voids = regexp.MustCompile(`<meta [^>]*>`)

// withoutScript takes the script out, which is the last element and the only one that a
// browser runs: its digest is in the policy of the page.
func withoutScript(t *testing.T, text string) string {
	t.Helper()
	before, after, _ := strings.Cut(text, "<script>"+templates.DiffScript+"</script>\n</body>")
	sum := sha256.Sum256([]byte(templates.DiffScript))
	policy := "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
	if after != "\n</html>\n" || !strings.Contains(before, `content="`+policy+`"`) {
		t.Error("the page lacks its script, or the policy that allows it alone")
	}
	return before + "</body></html>"
}

// elements lists the start tags of a page, and fails where elements are not
// closed in order, which text of the pages would have to have done.
func elements(t *testing.T, text string) []xml.StartElement {
	t.Helper()
	var out []xml.StartElement
	d := xml.NewDecoder(strings.NewReader(voids.ReplaceAllString(withoutScript(t, text), "")))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		if e, ok := token.(xml.StartElement); ok {
			out = append(out, e.Copy())
		}
	}
}

// TestHTMLAlone demands that a report asks for no other file, runs nothing but its script,
// and that each of its inner links leads somewhere.
func TestHTMLAlone(t *testing.T) {
	text := page(t)
	ids, links := map[string]bool{}, []string{}
	for _, e := range elements(t, text) {
		if e.Name.Local == "script" || e.Name.Local == "link" || e.Name.Local == "img" {
			t.Errorf("there is a <%s>", e.Name.Local)
		}
		for _, a := range e.Attr {
			switch name := a.Name.Local; {
			case name == "id" && ids[a.Value]:
				t.Errorf("two elements have the id %s", a.Value)
			case name == "id":
				ids[a.Value] = true
			case name == "href" || name == "aria-labelledby":
				links = append(links, a.Value)
			case name == "src" || strings.HasPrefix(name, "on"):
				t.Errorf("<%s> has the attribute %s", e.Name.Local, name)
			}
		}
	}
	for _, to := range links {
		if !ids[strings.TrimPrefix(to, "#")] && !strings.HasPrefix(to, "https://github.com/docgen-go/docgen") {
			t.Errorf("a link leads to %s", to)
		}
	}
	if len(links) < 20 {
		t.Errorf("only %d links", len(links))
	}
	for _, bad := range []string{"url(", "@import"} {
		if strings.Contains(text, bad) {
			t.Errorf("the style has %s", bad)
		}
	}
}

// TestHTMLOrder demands findings by severity, then by resource, numbered as
// they stand.
func TestHTMLOrder(t *testing.T) {
	text := page(t)
	for _, want := range []string{
		`<h2 id="breaking"`, ">anchors <", `id="B1"`, ">tugs <", `id="B2"`,
		`<h2 id="warning"`, ">tugs <", `id="W1"`, "(inferred)</em>", "<details><summary>4 methods", ">Types of several resources <", `id="W2"`,
		`<h2 id="info"`, "2 entries of 3 changes", ">The whole API <", `id="C1"`, ">Types that no method uses <", `id="C2"`,
		`<h2 id="words"`, `<h2 id="unstated"`, "<li>format (1)", "<li>nullable (2)",
	} {
		_, rest, ok := strings.Cut(text, want)
		if !ok {
			t.Fatalf("%s is missing, or too early", want)
		}
		text = rest
	}
}

func TestHTMLFigures(t *testing.T) {
	text := page(t)
	for _, want := range []string{"<dt>✕ Breaking</dt><dd>2<", "<dt>Ignored</dt><dd>1,234<", "<dt>Generated Go API</dt><dd>1 removed, 2,345 added<", "<dt>Version step</dt><dd>major<"} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is missing", want)
		}
	}
	for _, bad := range []string{"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(", "XMLHttpRequest", "import("} {
		if strings.Contains(templates.DiffScript, bad) {
			t.Errorf("the script has %s", bad)
		}
	}
	none := html(t, report.New(&diff.Comparison{}, nil, 0))
	if !strings.Contains(none, "Nothing changed") || strings.Contains(none, "Ignored") {
		t.Errorf("a report of nothing reads %s", none)
	}
	elements(t, none)
}

// TestHTMLOfHostileText keeps a page of hostile text for the tests in a browser.
func TestHTMLOfHostileText(t *testing.T) {
	r := hostileReport()
	const bad = `<script>window.docgenRan = 1</script><img src=x onerror="window.docgenRan = 1">` + hostile
	l := &r.Findings[0].Locations[0]
	l.Doc, l.Methods = bad, []diff.NewMethod{{Method: bad, Doc: bad, Returns: bad, Params: []diff.NewParam{{In: "query", Name: bad, Type: bad, Doc: bad}}}}
	r.OldRevision = &report.Revision{Date: "2026-01-02", Commit: "0123456", Subject: bad}
	text := html(t, r)
	elements(t, text)
	testutil.Golden(t, "../../testdata/diff/hostile.html", text)
}
