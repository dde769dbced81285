package tables

import (
	"bytes"
	"context"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/statement"
)

// A pageSet is all pages of a reference while they are read.
type pageSet struct {
	tree      *format.Tree
	documents []*document
	index     *index
	tally     tally
	profile   Profile
	readings  []*reading
	// envelope is what lies around all answers, or nil.
	envelope *envelope
	// of are the endpoints of each page.
	of map[*document][]*endpoint

	mu      sync.Mutex
	partial map[string]bool
}

func (b *pageSet) endpoints(all []*endpoint) {
	b.of = map[*document][]*endpoint{}
	for _, e := range all {
		b.of[e.call.document] = append(b.of[e.call.document], e)
	}
}

// resourceOf is the resource that the types of a page belong to.
func (b *pageSet) resourceOf(s *document) string {
	if len(s.calls) > 0 {
		return s.calls[0].resource
	}
	if id := latin(stem(s.page.Path)); id != "" {
		return id
	}
	return "types"
}

// read reads the pages side by side and puts their units in order.
func (b *pageSet) read(ctx context.Context, ws *format.Workers) (format.Result, error) {
	b.partial = map[string]bool{}
	out := format.Result{Extents: map[string]*format.Extent{}}
	drafts := make([][]drafted, len(b.documents))
	err := ws.Each(ctx, len(b.documents), func(w *format.Worker, i int) error {
		s := b.documents[i]
		r := b.reading(s)
		b.readings[i] = r
		r.w.Clear(len(s.bytes))
		r.declareTypes(b.resourceOf(s))
		drafts[i] = r.operations()
		b.note(r.view.partial)
		return nil
	})
	if err != nil {
		return out, err
	}
	b.inherit(drafts)
	b.declarePartials()
	b.addMethods(slices.Concat(drafts...))
	known := b.known()
	for _, r := range b.readings {
		r.checkRequests(known)
		r.checkCommanded(known)
		r.checkVerbless(known)
		r.checkOwnerless()
		r.checkVerbs()
		r.checkLoneSlots()
		r.checkBasePath()
		r.checkRows()
		r.checkColumns()
		r.checkNamed()
		r.checkVerbOfAll()
		r.checkPathsAlone()
		r.checkVerbOfCommand()
		r.checkIndexed()
		r.checkAgain()
		r.checkAssumed()
		r.checkFront()
		r.account(&out)
		out.Input.Units = append(out.Input.Units, r.units.List...)
	}
	return out, nil
}

// reading begins to read a page.
func (b *pageSet) reading(s *document) *reading {
	return &reading{
		document: s, w: format.NewWorker(b.tree), profile: b.profile, endpoints: b.of[s], units: format.NewUnits(s.file), read: map[*block]bool{}, headers: map[*block]bool{}, assumed: map[*decl.Item]bool{}, located: map[*decl.Item]bool{},
		view: &view{index: b.index, from: s.page, partial: map[string]bool{}}, envelope: b.envelope,
	}
}

func (b *pageSet) note(partial map[string]bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for name := range partial {
		b.partial[name] = true
	}
}

// declarePartials declares partial types until none uses another one.
func (b *pageSet) declarePartials() {
	done := map[string]bool{}
	for {
		open := map[string]bool{}
		for name := range b.partial {
			if !done[name] {
				open[name], done[name] = true, true
			}
		}
		if len(open) == 0 {
			return
		}
		for i, r := range b.readings {
			r.declarePartials(b.resourceOf(b.documents[i]), open)
			b.note(r.view.partial)
		}
	}
}

// addMethods makes units of the operations. What several pages state of one endpoint
// is one operation: one of them leads, the others add what it has not.
func (b *pageSet) addMethods(all []drafted) {
	first := map[string]drafted{}
	for _, d := range all {
		if d.endpoint.leads {
			first[d.endpoint.id] = d
		}
	}
	for _, d := range all {
		if !d.endpoint.leads {
			first[d.endpoint.id].add(d)
		}
	}
	for _, d := range all {
		d.addQuery(first[d.endpoint.id])
	}
	for _, d := range all {
		if d.endpoint.leads {
			d.addMentioned()
			d.addNamesAlone()
		}
	}
	b.addRowQueries(first)
	b.addSentElsewhere(first)
	b.addAnsweredElsewhere(first)
	for _, d := range all {
		if d.endpoint.leads {
			d.addShown()
			d.addShownObject()
		}
	}
	for _, d := range all {
		if d.endpoint.leads {
			d.reading.units.Method(link.Unit{IDs: []string{d.endpoint.id}, Resource: d.endpoint.call.resource, URL: d.reading.document.page.Front.URL}, d.op)
		}
	}
}

// known are the endpoints of the reference.
func (b *pageSet) known() *statement.Known {
	var ops []statement.Operation
	for _, s := range b.documents {
		for _, e := range b.of[s] {
			ops = append(ops, e.op)
		}
	}
	return statement.NewKnown(ops)
}

// checkRequests reports requests in examples that are none of an endpoint.
func (r *reading) checkRequests(known *statement.Known) {
	for _, f := range r.document.found {
		if f.Form != statement.Listed && f.Form != statement.Stated || known.Has(f.Operations[0]) {
			continue
		}
		c := r.document.callAt(f.Start)
		i := r.document.blockAt(f.Start)
		if c == nil || i == len(r.document.blocks) || r.document.blocks[i].kind != fenceBlock || c.isStatement(&r.document.blocks[i]) || c.sendsTo(f.Operations[0]) {
			continue
		}
		r.problem(f.Start, f.End, "example-contradicts", "the example requests "+f.Operations[0].String()+", which no page states", "")
	}
}

// checkWhole reports the parts of a path that may be missing: each method has one path.
func (r *reading) checkWhole(c *call, f statement.Finding) {
	path := f.Operations[0].Path
	if f.Example && !c.sent {
		what := "numbers in its path; they are taken for values"
		if slots := names.Slots(path); len(slots) > 0 && strings.Contains(r.document.text[f.Start:f.End], "/"+slots[len(slots)-1]) {
			what = "the name of a parameter in its path, without the marks of a slot"
		}
		if strings.Contains(r.document.text[f.Start:f.End], "@") {
			what = "the address of somebody in its path; it is taken for a value"
		}
		r.problem(f.Start, f.End, "endpoint-from-example", "the page states the endpoint with "+what+", and the path is read as "+quoted(path), "")
	}
	if f.PartAt > 0 {
		line, _, _ := strings.Cut(r.document.text[f.PartAt-1:], "\n")
		r.problems = append(r.problems, decl.Problem{Code: "longer-path", Severity: diag.Info, Start: f.PartAt - 1, End: f.PartAt - 1 + len(strings.TrimRight(line, " \t\r")),
			Message: "the heading states a part of the path that a line below it has: clients call " + f.Operations[0].String(), Help: "write the whole path in the heading"})
	}
	if f.Slashed {
		r.problem(f.Start, f.End, "path-without-slash", "the page states "+quoted(path[1:])+" without a slash: the path is read as "+quoted(path), "begin the path with a slash")
	}
	whole, parts := statement.Whole(path)
	if len(parts) == 0 {
		return
	}
	r.problem(f.Start, f.End, "optional-path", "the part "+strings.Join(parts, " and ")+" of the path may be missing; the method always requests "+quoted(whole), "")
}

// account marks what became of the page and counts it.
func (r *reading) account(out *format.Result) {
	s := r.document
	r.w.Mark(0, s.page.Front.End, format.Docs)
	for _, c := range s.calls {
		for _, f := range c.stated {
			r.w.Mark(f.Start, f.End, format.Model)
			if i := s.blockAt(f.Start); i < len(s.blocks) {
				r.read[&s.blocks[i]] = true
			}
		}
	}
	for i := range s.blocks {
		b := &s.blocks[i]
		use := format.Docs
		if b.kind == tableBlock && !r.read[b] && r.headers[b] {
			r.problems = append(r.problems, headersProblem(b))
		} else if b.kind == tableBlock && !r.read[b] {
			r.problems = append(r.problems, decl.Problem{Code: "table-kept-as-text", Severity: diag.Info, Start: b.start, End: b.table.HeadRow.End,
				Message: "the table of " + quoted(strings.Join(b.table.Head, ", ")) + " lists no attributes that docgen knows; it is documentation"})
		}
		switch {
		case b.kind == headingBlock || r.read[b]:
			use = format.Model
		case b.kind == fenceBlock:
			use = format.Examples
		}
		r.keep(b.start, b.end, use)
	}
	r.checkUntitledLists()
	for _, c := range s.calls {
		if c.end > c.start {
			r.parts = append(r.parts, format.Part{Start: c.start, End: c.end, Examples: r.shownIn(c), Checked: true})
		}
		for _, b := range c.given {
			r.parts = append(r.parts, format.Part{Start: b.start, End: b.end})
		}
	}
	r.units.Report(&out.Diags, r.problems...)
	kind := model.PageReference
	if len(s.calls)+len(s.types) == 0 {
		kind = model.PageGuide
	}
	size := int64(len(s.bytes))
	page := &model.Page{Path: s.page.Path, Title: s.title, URL: s.page.Front.URL, Kind: kind}
	page.Bytes = r.w.Account(s.file, 0, len(s.bytes), size, &out.Diags)
	out.Pages = append(out.Pages, page)
	sort.Slice(r.parts, func(i, j int) bool { return r.parts[i].Start < r.parts[j].Start })
	out.Extents[s.page.Path] = &format.Extent{Parts: apart(r.parts)}
}

// keep marks text that nothing was noted of.
func (r *reading) keep(start, end int, use format.Use) { r.w.MarkUnread(start, end, use) }

// shownIn are the stretches of a call that show requests and responses.
func (r *reading) shownIn(c *call) [][2]int {
	var out [][2]int
	for _, p := range c.parts {
		if p.kind == fenceBlock && !c.isStatement(p.block) {
			out = append(out, [2]int{p.start, p.end})
		}
	}
	return append(out, c.led...) // whose paths are longer than they look
}

// apart leaves out of parts what an earlier one has.
func apart(parts []format.Part) []format.Part {
	var out []format.Part
	end := 0
	for _, p := range parts {
		p.Start = max(p.Start, end)
		if p.Start < p.End {
			out = append(out, p)
			end = p.End
		}
	}
	return out
}

// mayDeclare reports by one look whether a page has a table.
func mayDeclare(text []byte) bool {
	return bytes.Contains(text, []byte("|-")) || bytes.Contains(text, []byte("| -")) || bytes.Contains(text, []byte("|:")) || bytes.Contains(text, []byte("| :")) || bytes.Contains(text, []byte("<table"))
}

var _ = diag.Register(diag.Entry{
	Code: "longer-path", Severity: diag.Info,
	Title:   "a heading states a part of a path",
	Why:     "A heading states an endpoint by its verb and a part of its path, and a line below a title for the request in its section has the path with more slots. Clients call the longer one.",
	Help:    "Write the whole path in the heading.",
	Example: "-- cranes.md --\n# Cranes API\n\n## GET /cranes\n\n### HTTP Request\n\n`{harbor}/cranes/{kind}`\n\nParameter | Type\n--- | ---\nidle | boolean\n",
})
