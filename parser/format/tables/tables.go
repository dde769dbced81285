// Package tables reads references that state endpoints and list attributes in
// tables under headings. It knows tables by the words of their heads, which are
// data (package vocabulary), and the marks of a reference by their features; it
// knows no vendor.
//
// It is not part of the compatibility promise.
package tables

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"sync"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// Format is the format.
type Format struct{}

// Name returns "tables".
func (Format) Name() string { return "tables" }

// Describe says how the pages look.
func (Format) Describe() string {
	return "endpoints (a verb and a path alone in a fence, a code span, a heading or a component) with tables of parameters and members under headings"
}

// Open begins a run.
func (Format) Open(t *format.Tree) format.Reader { return &run{tree: t, common: map[string]*shared{}} }

type run struct {
	tree *format.Tree

	mu sync.Mutex
	// cut are the pages that were cut to see whose they are, and that no format asked before
	// is as sure of, until they are read.
	cut map[*format.Page]*document
	// common is what pages state for all endpoints, by their path.
	common map[string]*shared
}

// Claim looks for statements of endpoints above tables of facts. A page with
// statements alone is but a hint, one with tables alone is taken where pages of the
// format link to it.
func (r *run) Claim(p *format.Page) format.Confidence {
	stated := slices.ContainsFunc(p.Stated, func(f statement.Finding) bool {
		return len(f.Operations) > 0 && f.Form != statement.OpenAPI && f.Form != statement.AsyncAPI
	})
	if p.IsDocument() || p.Surest == format.Entire { // which nothing outbids
		return format.None
	}
	may := mayDeclare(p.Text.Bytes) || stated && (mayList(p.Text.Bytes) || maySucceed(p.Text.Bytes)) || mayBeBare(p) || mayBeLone(p) || mayBeRequests(p)
	switch {
	case !may && !p.Mentions:
		r.share(p, nil)
		if stated && slices.ContainsFunc(p.Stated, func(f statement.Finding) bool { return f.Form == statement.Stated && !f.URL }) {
			return format.Hinted
		}
		return r.claimLists(p)
	case p.Surest >= format.Certain && hasCodeItem(p.Text.Bytes): // which is not Entire
		r.share(p, nil)
		return format.None
	}
	s := newDocument(p, p.Text.Bytes, nil, p.Stated, r.tree.Marks, nil)
	r.share(p, s)
	if !may && len(s.calls) == 0 { // what it mentions states nothing
		return r.claimLists(p)
	}
	return r.keep(p, s, s.claim(p))
}

// claimLists says how sure it is of a page without tables and endpoints: lists of values or
// of members are types for who links to them.
func (r *run) claimLists(p *format.Page) format.Confidence {
	if p.Surest != format.None || !mayListValues(p.Text.Bytes) && !mayListMembers(p) {
		return format.None
	}
	s := newDocument(p, p.Text.Bytes, nil, p.Stated, r.tree.Marks, nil)
	if slices.ContainsFunc(s.types, func(t *typeTable) bool { return t.isStructure() || t.isOfEnums() }) {
		return r.keep(p, s, format.Linked)
	}
	return format.None
}

// keep notes a page that was cut, unless a format asked before is as sure of it as the claim
// that it returns.
func (r *run) keep(p *format.Page, s *document, claim format.Confidence) format.Confidence {
	if claim > p.Surest {
		r.mu.Lock()
		defer r.mu.Unlock()
		if r.cut == nil {
			r.cut = map[*format.Page]*document{}
		}
		s.bytes = nil // which is lent
		r.cut[p] = s
	}
	return claim
}

// document cuts a page, if that was not done yet.
func (r *run) document(p *format.Page, text *format.Text) *document {
	r.mu.Lock()
	s := r.cut[p]
	delete(r.cut, p)
	r.mu.Unlock()
	if s == nil || s.text != string(text.Bytes) {
		return newDocument(p, text.Bytes, text.File(), statement.Find(text.Bytes, p.Front.End), r.tree.Marks, nil)
	}
	s.bytes, s.file = text.Bytes, text.File()
	return s
}

// claim says how sure it is that the page is one of the format.
func (s *document) claim(p *format.Page) format.Confidence {
	defined, answered := false, false // in a fence, in that of an answer
	for _, f := range p.Stated {
		if f.Form == statement.OpenAPI {
			answer := s.inExample(f.Start)
			defined, answered = defined || !answer, answered || answer
		}
	}
	switch {
	case answered && !defined && len(s.calls) > 0 && !s.hosted:
		return format.Entire // an endpoint that answers with a document
	case defined && len(s.calls) > 0:
		return format.Hinted // who reads definitions knows more of it
	case s.shownOnly || s.stretched:
		return format.Hinted
	case len(s.calls) > 0 && !s.weak && !s.hosted && !hasCodeItem(p.Text.Bytes) && slices.ContainsFunc(s.calls, (*call).isStrong):
		return format.Entire
	case len(s.calls) > 0 && !s.weak && !s.hosted && slices.ContainsFunc(s.calls, (*call).isStrong):
		return format.Likely
	case len(s.calls) > 0:
		return format.Hinted
	case slices.ContainsFunc(s.types, func(t *typeTable) bool { return !t.choice && (!t.listed || t.isOfEnums()) }):
		return format.Linked
	}
	return format.None
}

// printedHeader is a header as it is sent, which is no attribute with its type: X-Trace: abc,
// Content-Type: application/json, Authorization: Bearer <token>.
var printedHeader = prefilter.MustCompile(`^(?:[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+:.*|[A-Za-z]+: *(?:(?:application|text|multipart|image|audio|video|\*)/\S+|(?i:bearer|basic|token|apikey|digest)\b.*|[<{$].*))$`)

// hasCodeItem reports whether a page has an attribute that is an item of a list and one
// code span: pages with such items have facts that no table holds.
func hasCodeItem(text []byte) bool {
	for at := 0; ; {
		i := bytes.Index(text[at:], []byte(" `"))
		if i < 0 {
			return false
		}
		start := at + i
		at = start + len(" `")
		if start == 0 || bytes.IndexByte([]byte("-*+"), text[start-1]) < 0 {
			continue
		}
		for start--; start > 0 && text[start-1] == ' '; {
			start--
		}
		if start > 0 && text[start-1] != '\n' {
			continue
		}
		line, _, _ := bytes.Cut(text[at:], []byte("\n"))
		span, rest, ok := bytes.Cut(line, []byte("`"))
		if ok && len(bytes.TrimSpace(rest)) == 0 && bytes.IndexByte(span, ':') >= 0 && !printedHeader.Match(span) {
			return true
		}
	}
}

// Read reads the pages in two rounds: the first cuts them and finds what they
// declare, the second turns them into declarations.
func (r *run) Read(ctx context.Context, pages []*format.Page, ws *format.Workers) (format.Result, error) {
	documents := make([]*document, len(pages))
	err := ws.Each(ctx, len(pages), func(w *format.Worker, i int) error {
		text, err := w.OpenKept(pages[i].Path)
		if err == nil {
			documents[i] = r.document(pages[i], text)
		}
		return err
	})
	if err != nil {
		return format.Result{}, err
	}
	r.cut = nil // of pages that other formats read
	keepCommanded(r.tree, documents)
	dropFilled(documents)
	assumeReferences(r.tree, documents)
	keepBeside(r.tree, documents)
	kept, guides := reference(r.tree, documents)
	for _, s := range kept {
		s.giveTables()
	}
	b := &pageSet{tree: r.tree, documents: kept, index: newIndex(r.tree, kept), readings: make([]*reading, len(kept))}
	b.tally = newTally()
	for _, s := range kept {
		b.tally.add(s.tally)
	}
	b.profile = b.tally.profile()
	b.profile = b.profile.with(r.tree.Marks)
	b.endpoints(endpoints(kept))
	common := r.merged()
	var around *format.Extent
	if len(b.of) > 0 {
		if b.envelope, around, err = b.readEnvelope(ctx, ws, common); err != nil {
			return format.Result{}, err
		}
	}
	out, err := b.read(ctx, ws)
	if len(b.of) > 0 {
		out.Profile = b.profile.facts()
		out.Input.Stated = common.stated()
		if readElsewhere(r.tree, documents) {
			out.Input.Stated.Media = "" // of pages of several formats, which say it for themselves
		}
		out.Input.Stated.Hosts = b.statedHosts()
		linked := b.anchorsLinked()
		for _, r := range b.readings {
			if r != nil {
				out.Input.Stated.Lists = append(out.Input.Stated.Lists, r.lists...)
				out.Input.Stated.Loose = append(out.Input.Stated.Loose, r.looseStructures(linked)...)
			}
		}
		out.Input.Stated.Integers = b.tally.integers
	}
	if err == nil {
		b.missing(&out)
		b.cutPages(&out)
	}
	if around != nil && out.Extents[common.page.Path] == nil {
		out.Extents[common.page.Path] = around
	}
	for _, s := range guides {
		kind, bytes := proseOf(s)
		out.Pages = append(out.Pages, &model.Page{Path: s.page.Path, Title: s.title, URL: s.page.Front.URL, Kind: kind, Bytes: bytes})
		out.Extents[s.page.Path] = &format.Extent{}
	}
	slices.SortFunc(out.Pages, func(a, b *model.Page) int { return strings.Compare(a.Path, b.Path) })
	return out, err
}

// fewestHosted is how many endpoints a reference has that states all with their host and
// stands beside pages of other kinds.
const fewestHosted = 3

// reference parts the pages of the reference from guides. A page that states endpoints
// with nothing below them belongs to a reference only where no fewer pages have both, and it
// does not say that it is about APIs in lines without labels or has them in steps, and one that states them with
// their host where others do not or where there are several.
func reference(tree *format.Tree, documents []*document) (kept, guides []*document) {
	strong, weak := countStrength(tree, documents)
	keepIndexed(tree, documents)
	for _, s := range documents {
		if s.indexed || s.onlyStated {
			kept = append(kept, s)
		} else if s.dropped || strong == 0 || s.isLikelyGuide(strong < weak) {
			guides = append(guides, s)
		} else {
			kept = append(kept, s)
		}
	}
	return kept, guides
}

// countStrength is how many pages state endpoints and have more of a reference, and how many do but state some.
func countStrength(tree *format.Tree, documents []*document) (strong, weak int) {
	hosted := 0
	for _, s := range documents {
		switch {
		case s.indexed || s.onlyStated:
		case s.hosted && !s.weak:
			hosted += len(s.calls)
		case len(s.calls) > 0 && !s.weak:
			strong++
		case len(s.calls) > 0:
			weak++
		}
	}
	if hosted >= fewestHosted || hosted > 0 && strong+weak == 0 && !readElsewhere(tree, documents) {
		strong++
	}
	return strong, weak
}

// isLikelyGuide reports whether a page states endpoints alone among too many such pages, says that it is about APIs
// in lines without labels, or has steps.
func (s *document) isLikelyGuide(many bool) bool {
	return len(s.calls) > 0 && s.weak && (many || s.isAbout() && !s.calls[0].stated[0].Labelled || s.isOfSteps())
}

// proseOf accounts for a guide.
func proseOf(s *document) (model.PageKind, model.Bytes) {
	return format.ProseKind(s.bytes[s.page.Front.End:]), format.ProseBytes(s.bytes)
}
