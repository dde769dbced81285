package parser

import (
	"bytes"
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/dialect"
	"github.com/docgen-go/docgen/parser/page"
	"github.com/docgen-go/docgen/parser/statement"
)

// Formats names the formats that Parse reads, for messages about pages in others.
func Formats() string {
	return "docgen reads reference pages on which a line **verb** `/path` below a heading announces a method and list items " +
		"that are one code span its parameters (" + strings.Join(Dialects(), ", ") + "), rendered copies of such pages, " +
		"and captured comparisons of them"
}

// Short forms of Formats, for findings of which there are many.
const (
	readLines = "docgen reads methods from lines **verb** `/path` below a heading"
	readItems = "docgen reads parameters and results from list items that are one code span, `name: type`, in the sections of a method"
)

// judgeStatements reports what pages state and no unit yields: endpoints,
// definitions, tables of attributes. A statement of a method that was read is a
// mention of it.
func (r *run) judgeStatements() error {
	known := statement.NewKnown(r.operations())
	var stated []statement.Operation
	for _, s := range r.pages {
		s.stated = slices.DeleteFunc(s.stated, func(f statement.Finding) bool { return s.isRead(f, known) })
		stated = append(stated, s.statedBest()...)
	}
	elsewhere := statement.NewKnown(stated)
	doubts := 0
	for _, s := range r.pages {
		if slices.ContainsFunc(s.stated, s.doubtful) {
			doubts++
		}
	}
	r.guides = doubts <= known.Len()
	for _, s := range r.pages {
		if len(s.stated) == 0 {
			continue
		}
		if err := r.reportStatements(s, elsewhere); err != nil {
			return err
		}
		s.stated = nil
	}
	return nil
}

// statedBest are the endpoints that a page states in forms that are no lists.
func (s *scanned) statedBest() []statement.Operation {
	var out []statement.Operation
	for _, f := range s.stated {
		if f.Form != statement.Listed {
			out = append(out, f.Operations...)
		}
	}
	return out
}

// doubtful reports whether a finding can as well belong to a guide: a request with
// its host, as clients send it, and a table of attributes on a page that states no
// endpoint but such ones.
func (s *scanned) doubtful(f statement.Finding) bool {
	if f.Form != statement.Attributes {
		return f.URL
	}
	return !slices.ContainsFunc(s.stated, func(f statement.Finding) bool { return f.Form != statement.Attributes && !f.URL })
}

// operations are the methods of all units that are read, and of those that were
// left out on demand.
func (r *run) operations() []statement.Operation {
	out := r.unasked
	for _, b := range r.books {
		for _, s := range b.pages {
			out = append(out, s.operations()...)
		}
	}
	return out
}

// operations are the methods of a page.
func (s *scanned) operations() []statement.Operation {
	var out []statement.Operation
	for i := range s.units {
		if u := &s.units[i]; u.kind == methodUnit {
			out = append(out, statement.Operation{Verb: u.verb, Path: u.path})
		}
	}
	return out
}

// isRead reports whether what was found on a page needs no report: it states
// known methods, or whoever reads the unit that it stands in looks after it.
func (s *scanned) isRead(f statement.Finding, known *statement.Known) bool {
	u := s.unitAt(f.Start)
	switch f.Form {
	case statement.Attributes:
		return u != nil && u.kind != groupUnit
	case statement.AsyncAPI, statement.OpenAPI:
		return u != nil && u.kind == methodUnit && u.showsAt(f.Start)
	}
	return known.Has(f.Operations[0])
}

// unitAt returns the unit that holds an offset of the page, or nil. The units of
// rendered copies have other offsets.
func (s *scanned) unitAt(at int) *unit {
	if s.rebuilt {
		return nil
	}
	i := sort.Search(len(s.units), func(i int) bool { return s.units[i].end > at })
	if i < len(s.units) && s.units[i].start <= at {
		return &s.units[i]
	}
	return nil
}

// showsAt reports whether an offset lies in a section of examples.
func (u *unit) showsAt(at int) bool {
	for _, h := range u.headings {
		if h.Start <= at && at < h.End {
			section, _ := dialect.SectionOf(h.Title)
			return section == dialect.ExampleSection || section == dialect.ResponseSection
		}
	}
	return false
}

// blocks returns a function that tells the text which belongs to a finding: no
// method or type that was read is part of it.
func (s *scanned) blocks() func(f statement.Finding) stretch {
	var read []int
	for i := range s.units {
		if u := &s.units[i]; u.kind != groupUnit {
			read = append(read, u.start)
		}
	}
	return func(f statement.Finding) stretch {
		if u := s.unitAt(f.Start); s.rebuilt || u != nil && u.kind != groupUnit {
			return stretch{f.Start, f.End}
		}
		block := stretch{f.Start, f.Block}
		if i := sort.SearchInts(read, f.Start); i < len(read) {
			block.end = min(block.end, read[i])
		}
		return block
	}
}

// reportStatements reports what no reader understood of a page and counts the
// bytes that belong to it. elsewhere has what is stated in forms that are no
// lists.
func (r *run) reportStatements(s *scanned, elsewhere *statement.Known) error {
	read, err := readInto(nil, r.docs, s.path, r.options.maxPage())
	if err != nil {
		return fmt.Errorf("reading the docs: %w", err)
	}
	clean, _, _ := page.Clean(read.bytes)
	file := read.file(s.path, clean)
	blockOf := s.blocks()
	told, here := map[string]bool{}, statement.NewKnown(s.statedBest())
	for _, f := range s.stated {
		if f.Form == statement.Attributes {
			continue // below, where the blocks of statements are known
		}
		if f.Form == statement.Listed {
			key := f.Operations[0].Key()
			if told[key] || here.Has(f.Operations[0]) {
				s.claim(blockOf(f), diag.Error)
				continue
			}
			told[key] = true
		}
		severity := r.severity(s, f)
		if f.Form == statement.Listed && elsewhere.Has(f.Operations[0]) {
			severity = diag.Info
		}
		s.claim(blockOf(f), severity)
		reportStatement(&r.diags, f, lineSpan(file, f), severity)
	}
	s.unread.merge()
	s.doubted.merge()
	for _, f := range s.stated {
		if f.Form == statement.Attributes && !s.unread.holds(f.Start) && !s.doubted.holds(f.Start) {
			severity := r.severity(s, f)
			s.claim(stretch{f.Start, f.End}, severity)
			r.diags.Add("unread-facts", severity, lineSpan(file, f), "the table below %q lists attributes, of which nothing was read", f.Title).Help = readItems
		}
	}
	s.unread.merge()
	s.recount(clean)
	return nil
}

// lineSpan is where a finding begins, without the blank space before it.
func lineSpan(file *source.File, f statement.Finding) source.Span {
	text := file.Text[f.Start:f.End]
	return file.Span(f.End-len(bytes.TrimLeft(text, " \t")), f.Start+len(bytes.TrimRight(text, " \t\n")))
}

// severity is how bad a finding is. Where no fewer methods were read than there are
// pages with doubts, the doubtful findings are more likely to be parts of guides.
func (r *run) severity(s *scanned, f statement.Finding) diag.Severity {
	if r.guides && s.doubtful(f) {
		return diag.Warning
	}
	return diag.Error
}

// claim notes what a finding says of a part of a page: it is unread, or may be.
func (s *scanned) claim(part stretch, severity diag.Severity) {
	if severity == diag.Warning {
		s.doubted = append(s.doubted, part)
	} else {
		s.unread = append(s.unread, part)
	}
}

// reportStatement reports a statement or definition that no reader understood. An
// endpoint that is stated better elsewhere is a note.
func reportStatement(diags *diag.List, f statement.Finding, at source.Span, severity diag.Severity) {
	switch {
	case f.Form == statement.OpenAPI:
		diags.Add("unknown-format", severity, at, "a definition in OpenAPI%s was not read", operationList(f.Operations)).Help =
			"export it to a file and compare it with \"docgen verify\"; docgen reads no definitions in pages"
	case f.Form == statement.AsyncAPI:
		diags.Add("unknown-format", severity, at, "a definition in AsyncAPI%s was not read: it describes messages of an event-driven API, not methods of HTTP",
			operationList(f.Operations)).Help = readLines
	case severity == diag.Info:
		diags.Add("unknown-format", severity, at, "%s, which no page yields as a method, is listed here too", f.Operations[0])
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

// recount counts the lines of a page that nobody understood as unread. Those in
// units are counted with their units.
func (s *scanned) recount(text []byte) {
	counted := s.kind != model.PageReference
	var unread, front int64
	at := 0
	for line := range bytes.Lines(text) {
		if len(bytes.TrimSpace(line)) > 0 && s.unread.holds(at) {
			unread += int64(len(line))
			if at < s.front.End {
				front += int64(len(line))
			}
		}
		at += len(line)
	}
	switch b := &s.bytes; {
	case s.rebuilt:
		unread = min(unread, b.Layout+b.Docs)
		docs := min(unread, b.Docs)
		b.Docs, b.Layout, b.Unread = b.Docs-docs, b.Layout-(unread-docs), b.Unread+unread
	case counted:
		unread = min(unread, b.Docs)
		b.Docs, b.Unread = b.Docs-unread, b.Unread+unread
	default:
		b.Model, b.Unread = b.Model-front, b.Unread+front
	}
}
