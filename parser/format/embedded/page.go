package embedded

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/openapi/tree"
	"github.com/docgen-go/docgen/parser/page"
	"github.com/docgen-go/docgen/parser/statement"
)

// onPage is what one page holds.
type onPage struct {
	account   *model.Page
	extent    *format.Extent
	fragments []*fragment
	named     []format.Named
	diags     diag.List
}

// A reading is one page while it is read.
type reading struct {
	*onPage
	w      *format.Worker
	page   *format.Page
	number int
	files  tree.Files
	text   []byte
	file   *source.File
	canon  canon
	parts  *store
	// date is when the page was changed.
	date time.Time
	// cut is where a fence begins that the page ends in.
	cut source.Span
	// read are the fences that hold definitions.
	read []page.Fenced
}

// readPage reads the page with a number among those of the format.
func readPage(w *format.Worker, docs *format.Tree, p *format.Page, number int, text *format.Text, files tree.Files, parts *store) *onPage {
	r := &reading{onPage: &onPage{}, w: w, page: p, number: number, files: files, text: text.Bytes, file: files[number], parts: parts, date: changed(p.Front)}
	size := len(r.text)
	w.Clear(size)
	w.Mark(0, p.Front.End, format.Layout)
	w.Mark(p.Front.End, size, format.Docs)
	if at, ok := pointerOf(p.Front); ok {
		r.pointer(docs, at)
	}
	fences := page.Fences(r.text, p.Front.End)
	var examples []page.Fenced
	for _, f := range fences {
		switch form, _, _ := statement.Definition(f.Info, r.text[f.Inner:f.InnerEnd]); form {
		case statement.OpenAPI, statement.AsyncAPI:
			r.fence(f, form)
		default:
			w.Mark(f.Start, f.End, format.Examples)
			examples = append(examples, f)
		}
	}
	r.document(examples)
	r.extent = r.parted()
	account := w.Account(r.file, 0, size, int64(size), &r.diags)
	r.account = &model.Page{Path: p.Path, Title: r.title(), URL: cmp.Or(p.Front.URL, sourceOf(r.text)), Kind: model.PageReference, Bytes: account}
	return r.onPage
}

// title is that of the page: of its front matter, or its first heading.
func (r *reading) title() string {
	if r.page.Front.Title != "" {
		return r.page.Front.Title
	}
	for _, h := range page.Outline(r.text, r.page.Front.End) {
		if h.Level > 0 && !isFurniture("# "+h.Title) {
			return h.Title
		}
	}
	return ""
}

// sourceOf is the address that a mirror notes in the first line of a page.
func sourceOf(text []byte) string {
	line, _, _ := strings.Cut(string(text[:min(len(text), 500)]), "\n")
	if address, ok := strings.CutPrefix(line, "# Source: "); ok && strings.Contains(address, "://") {
		return strings.TrimSpace(address)
	}
	return ""
}

// parted says that each fence was read, with what stands around it; a page of which
// the front matter names an operation documents it as a whole.
func (r *reading) parted() *format.Extent {
	out := &format.Extent{}
	if len(r.read) == 0 {
		out.Parts = []format.Part{{End: len(r.text)}}
	}
	from := r.page.Front.End
	for i, f := range r.read {
		end := f.End
		if i == len(r.read)-1 {
			end = len(r.text)
		}
		out.Parts = append(out.Parts, format.Part{Start: from, End: end, Examples: [][2]int{{f.Start, f.End}}})
		from = end
	}
	return out
}

// fence reads a fence with a definition of the form.
func (r *reading) fence(f page.Fenced, form statement.Form) {
	r.read = append(r.read, f)
	r.w.Mark(f.Start, f.End, format.Layout)
	docs, problems := tree.Parse(r.file, r.number, f.Inner, f.InnerEnd, f.Indent)
	if form == statement.AsyncAPI && !slices.ContainsFunc(docs, func(n *yaml.Node) bool { return kindOf(n) == openAPI }) {
		r.w.Mark(f.Inner, f.InnerEnd, format.Docs)
		r.asyncAPI(f, docs)
		return
	}
	r.open(f)
	r.w.Mark(f.Inner, f.InnerEnd, format.Model)
	for _, p := range problems {
		severity := diag.Warning
		if p.Broken {
			severity = diag.Error
			r.w.Mark(p.Start, p.End, format.Reported)
		}
		r.diags.Add("unreadable-definition", severity, r.file.Span(p.Start, min(p.End, lineEnd(r.text, p.Start))), "in the fence of a definition: %s", p.Message).Help = p.Help
	}
	r.documents(f, docs, len(problems) > 0)
}

// open tells of a fence that nothing closes. Where the page ends with it, the page may
// have lost its end on its way, and the definition what stood there.
func (r *reading) open(f page.Fenced) {
	at := r.file.Span(f.Start, f.Inner-1)
	switch {
	case f.Closed:
	case f.End < len(r.text):
		r.diags.Add("open-fence", diag.Warning, at, "the fence is not closed: it is read to the end of its list item")
	default:
		r.cut = at
		r.diags.Add("cut-page", diag.Warning, at, "the page ends in a fence that is not closed, so that a part of the definition may be missing").
			Help = "the page was cut on its way; fetch it again"
	}
}

// documents takes the documents of a fence. What is none stands beside one, or is
// a fault of the page.
func (r *reading) documents(f page.Fenced, docs []*yaml.Node, told bool) {
	var others []*yaml.Node
	found := false
	for i, root := range docs {
		switch kindOf(root) {
		case unknown:
			others = append(others, root)
			continue
		case asyncAPI:
			r.asyncAPI(f, docs[i:])
		case swagger:
			r.swagger(f, root, docs[i+1:])
		case olderForm:
			r.fragment(f, fromOlder(root, func(at *yaml.Node, message string) { r.warn("unread-member", at, "%s", message) }), true)
		case oneOperation:
			r.fragment(f, fromOne(root), false)
		case openAPI:
			r.fragment(f, root, false)
		}
		found = true
	}
	for _, root := range others {
		r.noDefinition(f, root, found)
	}
	if len(docs) == 0 && !told {
		r.diags.Add("unreadable-definition", diag.Error, r.file.Span(f.Start, f.Inner-1), "the fence of a definition is empty")
	}
}

// noDefinition tells of a document that is none of OpenAPI.
func (r *reading) noDefinition(f page.Fenced, root *yaml.Node, beside bool) {
	var keys []string
	for _, p := range pairs(root) {
		keys = append(keys, p.key.Value)
	}
	what := "it has no keys"
	if len(keys) > 0 {
		what = "its keys are " + strings.Join(keys[:min(len(keys), 5)], ", ")
	}
	if beside {
		r.report("unread-member", diag.Info, root, "this document beside a definition is none of OpenAPI: %s", what)
		return
	}
	r.w.Mark(f.Inner, f.InnerEnd, format.Reported)
	r.report("unreadable-definition", diag.Error, root, "the fence announces a definition in OpenAPI, but this is none: %s", what).
		Help = "a definition has the key openapi, paths, or components"
}

// asyncAPI tells of a definition of events, of which docs are the first and what
// follows it, as far as it could be read.
func (r *reading) asyncAPI(f page.Fenced, docs []*yaml.Node) {
	start, name := f.Inner, ""
	if len(docs) > 0 {
		root := docs[0]
		start = root.Column
		name = cmp.Or(textAt(root, "info", "title"), textAt(root, "title"), textAt(root, "address"), textAt(root, "id"))
	}
	end := f.InnerEnd
	if len(docs) > 1 {
		end = docs[1].Column
	}
	r.w.Mark(min(start, end), end, format.Docs)
	if name != "" {
		name = " of " + name
	}
	r.diags.Add("event-driven", diag.Warning, r.file.Span(start, lineEnd(r.text, start)), "a definition in AsyncAPI%s: it describes messages of an event-driven API, which docgen generates nothing for; it is kept as documentation", name)
}

func (r *reading) swagger(f page.Fenced, root *yaml.Node, rest []*yaml.Node) {
	end := f.InnerEnd
	if len(rest) > 0 {
		end = rest[0].Column
	}
	r.w.Mark(root.Column, max(end, root.Column), format.Reported)
	r.report("unreadable-definition", diag.Error, root, "a definition in OpenAPI %s (Swagger), which docgen does not read", textAt(root, "swagger")).
		Help = "convert it to OpenAPI 3 first, for example with swagger2openapi"
}

// fragment takes one document of a fence.
func (r *reading) fragment(f page.Fenced, root *yaml.Node, isOlder bool) {
	out := &fragment{file: specFile(f.Info), date: r.date, older: isOlder, root: root, cut: r.cut, fence: len(r.read) - 1}
	out.take(&r.canon, r.parts)
	for _, p := range out.odd {
		r.report("unreadable-definition", diag.Error, p.key, "%q has no members here, so that nothing is read of it", p.key.Value)
	}
	out.odd = nil
	r.fragments = append(r.fragments, out)
}

// fromOne makes a document of one operation beside its verb and path.
func fromOne(root *yaml.Node) *yaml.Node {
	doc, items, item := mapping(root), mapping(root), mapping(root)
	for _, p := range pairs(root) {
		switch p.key.Value {
		case "path":
			set(items, p.value, item)
		case "method":
		case "operation":
			method := get(root, "method")
			set(item, scalar(method, strings.ToLower(method.Value)), p.value)
		default:
			set(doc, p.key, p.value)
		}
	}
	put(doc, "paths", items)
	return doc
}

func (r *reading) warn(code diag.Code, at *yaml.Node, message string, args ...any) *diag.Diagnostic {
	return r.report(code, diag.Warning, at, message, args...)
}

// report tells a finding about a node of the page.
func (r *reading) report(code diag.Code, severity diag.Severity, at *yaml.Node, message string, args ...any) *diag.Diagnostic {
	return r.diags.Add(code, severity, r.files.Position(at), message, args...)
}

func lineEnd(text []byte, i int) int {
	for i < len(text) && text[i] != '\n' {
		i++
	}
	return i
}
