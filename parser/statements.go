package parser

import (
	"bytes"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/statement"
)

// DescribeFormats names the formats that Parse reads, for messages about pages in others.
func DescribeFormats() string {
	var all []string
	for _, f := range formats {
		all = append(all, f.Describe())
	}
	return "docgen reads " + strings.Join(all, "; ")
}

// Short forms of DescribeFormats, for findings of which there are many.
const (
	readLines = "docgen reads methods from lines **verb** `/path` below a heading"
	readItems = "docgen reads parameters and results from list items that are one code span, `name: type`, in the sections of a method"
)

// A stating page is one with statements that no method comes of.
type stating struct {
	page    *format.Page
	account *model.Page
	extent  *format.Extent
	// defined says that definitions say which methods the API has.
	defined bool
	// changes says that the page tells what changed.
	changes bool
	// found is what the page states, by offsets of its own text.
	found []statement.Finding
	// unread are the parts that belong to what nobody read, doubted those that may.
	unread, doubted stretches
}

// classifyStatements reports what pages state and no format yields: endpoints,
// definitions, tables of attributes. A statement of a method that was read is a
// mention of it.
func (r *run) classifyStatements(api *model.API) error {
	known := statement.NewKnown(r.operations(api))
	pages := r.stating(api, known)
	var best []statement.Operation
	doubts := 0
	for _, s := range pages {
		best = append(best, s.statedBest()...)
		if slices.ContainsFunc(s.found, s.doubtful) {
			doubts++
		}
	}
	r.guides = doubts <= known.Len()
	elsewhere := statement.NewKnown(best)
	w := format.NewWorker(r.tree)
	for _, s := range pages {
		if err := r.reportStatements(w, s, elsewhere); err != nil {
			return err
		}
	}
	if err := r.reportRequested(api, known); err != nil {
		return err
	}
	if err := r.reportMentioned(known); err != nil {
		return err
	}
	return r.reportVerbless(known)
}

// stating are the pages that state what is not known.
func (r *run) stating(api *model.API, known *statement.Known) []*stating {
	accounts := map[string]*model.Page{}
	for _, p := range api.Pages {
		accounts[p.Path] = p
	}
	extents := map[string]*format.Extent{}
	for _, f := range r.readers {
		maps.Copy(extents, f.result.Extents)
	}
	defined := slices.ContainsFunc(r.readers, func(f *reader) bool { return f.result.API != nil })
	var out []*stating
	for i, p := range r.tree.Pages {
		s := &stating{page: p, account: accounts[p.Path], extent: extents[p.Path], defined: defined, found: r.claims[i].stated}
		r.claims[i].stated = nil
		s.found = slices.DeleteFunc(s.found, func(f statement.Finding) bool { return s.isRead(f, known) })
		if len(s.found) > 0 && s.account != nil {
			s.changes = statement.NamesChanges(s.account.Title) || statement.NamesChanges(path.Base(p.Path))
			out = append(out, s)
		}
	}
	return out
}

// operations are the methods of an API, those of pages that were left out on demand,
// and those that pages name, about which there is a finding where they are no methods.
func (r *run) operations(api *model.API) []statement.Operation {
	var out []statement.Operation
	for _, f := range r.readers {
		out = append(out, f.result.Unasked...)
		for _, n := range f.result.Named {
			out = append(out, n.Operation)
		}
	}
	for _, m := range api.Methods {
		out = append(out, statement.Operation{Verb: m.Verb, Path: m.Path})
	}
	return out
}

// statedBest are the endpoints that a page states in forms that are no lists.
func (s *stating) statedBest() []statement.Operation {
	var out []statement.Operation
	for _, f := range s.found {
		if f.Form != statement.Listed {
			out = append(out, f.Operations...)
		}
	}
	return out
}

// doubtful reports whether a finding can as well belong to a guide: a request with
// its host, as clients send it; an entry of a list, where definitions say what the API
// has, as change logs and clients' pages name what is gone; and a table of attributes
// on a page that states no endpoint but such ones.
func (s *stating) doubtful(f statement.Finding) bool {
	if f.Form != statement.Attributes {
		return f.URL || f.Form == statement.Listed && s.defined
	}
	return !slices.ContainsFunc(s.found, func(f statement.Finding) bool { return f.Form != statement.Attributes && !s.doubtful(f) })
}

// isRead reports whether what was found on a page needs no report: it states
// known methods, or whoever read the part that it stands in, or the whole page,
// looked after it.
func (s *stating) isRead(f statement.Finding, known *statement.Known) bool {
	part := s.extent.At(f.Start)
	whole := s.extent == nil && s.account != nil && s.account.Kind == model.PageReference
	switch f.Form {
	case statement.Attributes:
		return whole || part != nil
	case statement.Listed, statement.Stated:
		if part != nil && part.Checked && part.Shows(f.Start) {
			return true
		}
	case statement.AsyncAPI, statement.OpenAPI:
		return whole || part != nil && part.Shows(f.Start)
	}
	return known.Has(f.Operations[0])
}

// block returns the text that belongs to a finding: no method or type that was
// read is part of it.
func (s *stating) block(f statement.Finding) stretch {
	if s.extent != nil && s.extent.Rebuilt || s.extent.At(f.Start) != nil {
		return stretch{f.Start, f.End}
	}
	return stretch{f.Start, s.extent.Next(f.Start, f.Block)}
}

// reportStatements reports what no format understood of a page and counts the
// bytes that belong to it. elsewhere has what is stated in forms that are no
// lists.
func (r *run) reportStatements(w *format.Worker, s *stating, elsewhere *statement.Known) error {
	text, err := w.Open(s.page.Path)
	if err != nil {
		return fmt.Errorf("reading the docs: %w", err)
	}
	file := text.File()
	told, here := map[string]bool{}, statement.NewKnown(s.statedBest())
	for _, f := range s.found {
		if f.Form == statement.Attributes {
			continue // below, where the blocks of statements are known
		}
		severity := r.severity(s, f)
		if f.Form == statement.Listed {
			key := f.Operations[0].Key()
			if told[key] || here.Has(f.Operations[0]) {
				s.claim(s.block(f), severity)
				continue
			}
			told[key] = true
		}
		if f.Form == statement.Listed && elsewhere.Has(f.Operations[0]) {
			severity = diag.Info
		}
		s.claim(s.block(f), severity)
		reportStatement(&r.diags, f, lineSpan(file, f), severity, s.changes)
	}
	s.unread.merge()
	s.doubted.merge()
	for _, f := range s.found {
		if f.Form == statement.Attributes && !s.unread.holds(f.Start) && !s.doubted.holds(f.Start) {
			severity := r.severity(s, f)
			s.claim(stretch{f.Start, f.End}, severity)
			r.diags.Add("unread-facts", severity, lineSpan(file, f), "the table below %q lists attributes, of which nothing was read", f.Title).Help = readItems
		}
	}
	s.unread.merge()
	s.recount(text.Bytes)
	return nil
}

// lineSpan is where a finding begins, without the blank space before it.
func lineSpan(file *source.File, f statement.Finding) source.Span {
	text := file.Text[f.Start:f.End]
	return file.Span(f.End-len(bytes.TrimLeft(text, " \t")), f.Start+len(bytes.TrimRight(text, " \t\n")))
}

// severity is how bad a finding is. Where no fewer methods were read than there are
// pages with doubts, the doubtful findings are more likely to be parts of guides. What a page
// names that tells what changed need not be there any more.
func (r *run) severity(s *stating, f statement.Finding) diag.Severity {
	if r.guides && s.doubtful(f) || s.changes && f.Form <= statement.Listed {
		return diag.Warning
	}
	return diag.Error
}

// claim notes what a finding says of a part of a page: it is unread, or may be.
func (s *stating) claim(part stretch, severity diag.Severity) {
	if severity == diag.Warning {
		s.doubted = append(s.doubted, part)
	} else {
		s.unread = append(s.unread, part)
	}
}

// reportStatement reports a statement or definition that no reader understood. An
// endpoint that is stated better elsewhere is a note.
func reportStatement(diags *diag.List, f statement.Finding, at source.Span, severity diag.Severity, changes bool) {
	switch {
	case f.Form == statement.OpenAPI:
		diags.Add("unknown-format", severity, at, "a definition in OpenAPI%s was not read", operationList(f.Operations)).Help =
			"the page is read in another format, and a page is read in one: move the definition to a page of its own"
	case f.Form == statement.AsyncAPI:
		diags.Add("unknown-format", severity, at, "a definition in AsyncAPI%s was not read: it describes messages of an event-driven API, not methods of HTTP",
			operationList(f.Operations)).Help = readLines
	case severity == diag.Info:
		diags.Add("unknown-format", severity, at, "%s, which no page yields as a method, is listed here too", f.Operations[0])
	case severity == diag.Warning && changes:
		diags.Add("unknown-format", severity, at, "%s is named here, where the page tells what changed, but no page yields it as a method", f.Operations[0]).Help =
			"the operation may be gone, or of an API of which the pages are not among the docs"
	case severity == diag.Warning && f.Form == statement.Listed:
		diags.Add("unknown-format", severity, at, "%s is listed here, but no definition of the pages has it", f.Operations[0]).Help =
			"the operation may be gone, or of an API of which the pages are not among the docs"
	case severity == diag.Warning:
		diags.Add("unknown-format", severity, at, "%s is printed here as a request, but no page yields it as a method", f.Operations[0]).Help =
			"the text that belongs to it counts as documentation; " + readLines
	default:
		diags.Add("unknown-format", severity, at, "%s is stated here, but no page yields it as a method: the text that belongs to it is in a format that docgen does not know",
			f.Operations[0]).Help = readLines
	}
}

// operationList names what a definition defines.
func operationList(ops []statement.Operation) string {
	switch n := len(ops); {
	case n == 0:
		return ""
	case n == 1:
		return " of " + ops[0].String()
	default:
		return fmt.Sprintf(" of %s and %d more", ops[0], n-1)
	}
}

// recount counts the lines that nobody understood as unread. Before, they were
// documentation of the page, or else what stands first in the list.
func (s *stating) recount(text []byte) {
	var unread int64
	at := 0
	for line := range bytes.Lines(text) {
		if len(bytes.TrimSpace(line)) > 0 && s.unread.holds(at) {
			unread += int64(len(line))
		}
		at += len(line)
	}
	b := &s.account.Bytes
	for _, from := range []*int64{&b.Docs, &b.Layout, &b.Examples, &b.Model} {
		n := min(unread, *from)
		*from, b.Unread, unread = *from-n, b.Unread+n, unread-n
	}
}
