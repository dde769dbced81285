package tables

import (
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/statement"
)

// A rowBase is the path that the rows of an index leave out, and that a section prints before
// one of theirs.
type rowBase struct {
	base string
	at   statement.Finding // of the section
	rows int               // that it is put before, 0 where sections lose it
}

// prefixRows puts before the paths of an index what the sections of the page print before one of them, where
// that but names where the API is, or a URL of the page has it: the rows are relative to it. Where the base URL
// ends with it, the sections lose it.
//
//	| DELETE | /boats/{id} |        DELETE /api/boats/{id}
func (s *document) prefixRows() {
	var tables []int // blocks, in their order
	rows := map[int][]int{}
	for i, f := range s.found {
		if f.Form <= statement.Listed && len(f.Operations) == 1 && !f.URL && f.Template == 0 && s.isPathRow(f) {
			at := s.blockAt(f.Start)
			if rows[at] == nil {
				tables = append(tables, at)
			}
			rows[at] = append(rows[at], i)
		}
	}
	slices.Sort(tables)
	for _, at := range tables {
		if base, section := s.baseOfRows(at, rows[at]); base != "" {
			s.prefix(rows[at], rowBase{base: base, at: section})
		}
	}
	slices.SortStableFunc(s.rowBases, func(a, b rowBase) int { return a.at.Start - b.at.Start })
}

// baseOfRows is the one path that sections print before those of the rows of a table, or "", and where.
func (s *document) baseOfRows(table int, rows []int) (base string, at statement.Finding) {
	if len(rows) < 2 {
		return "", at
	}
	known := map[statement.Operation]bool{}
	for _, i := range rows {
		known[s.found[i].Operations[0]] = true
	}
	for _, c := range s.calls {
		for _, f := range c.stated {
			op := f.Operations[0]
			if s.blockAt(f.Start) == table {
				continue // a row that states one
			}
			if known[op] {
				return "", at // they are whole
			}
			if f.URL {
				continue
			}
			for i := 1; i < len(op.Path)-1; i++ {
				if op.Path[i] != '/' || !known[statement.Operation{Verb: op.Verb, Path: op.Path[i:]}] {
					continue
				}
				if base != "" && base != op.Path[:i] {
					return "", at
				}
				base, at = op.Path[:i], f
			}
		}
	}
	if base == "" || !statement.IsPrefix(base) && !s.printsBase(base) || slices.ContainsFunc(rows, func(i int) bool {
		return strings.HasPrefix(s.found[i].Operations[0].Path, firstSegment(base))
	}) {
		return "", at
	}
	return base, at
}

// firstSegment is the first segment of a path, between its slashes.
func firstSegment(path string) string {
	first, _, _ := strings.Cut(path[1:], "/")
	return "/" + first + "/"
}

// prefix puts a base before rows, or takes it off the sections where the base URL has it.
func (s *document) prefix(rows []int, b rowBase) {
	if s.endsBase(b.base) {
		for _, c := range s.calls {
			for i, f := range c.stated {
				if rest, ok := strings.CutPrefix(f.Operations[0].Path, b.base); ok && strings.HasPrefix(rest, "/") {
					c.stated[i].Operations = []statement.Operation{{Verb: f.Operations[0].Verb, Path: rest}}
				}
			}
		}
		s.rowBases = append(s.rowBases, b)
		return
	}
	for _, i := range rows {
		f := &s.found[i] // which is what the page states for whoever tells of the rest
		f.Operations = []statement.Operation{{Verb: f.Operations[0].Verb, Path: b.base + f.Operations[0].Path}}
		b.rows++
		if c := s.callAt(f.Start); c != nil {
			for k := range c.stated {
				if c.stated[k].Start == f.Start {
					c.stated[k].Operations = f.Operations
				}
			}
		}
	}
	s.rowBases = append(s.rowBases, b)
}

// printsBase reports whether a URL of the page begins with a path; endsBase whether one is that.
func (s *document) printsBase(base string) bool {
	return s.hasURL(func(path string) bool { return path == base || strings.HasPrefix(path, base+"/") })
}

func (s *document) endsBase(base string) bool {
	return s.hasURL(func(path string) bool { return strings.TrimSuffix(path, "/") == base })
}

// hasURL reports whether the path of a URL of the page is as asked for.
func (s *document) hasURL(is func(path string) bool) bool {
	for rest := s.text; ; {
		_, after, ok := strings.Cut(rest, "://")
		if !ok {
			return false
		}
		url := after
		if n := strings.IndexAny(after, " \t\r\n`\"')>|]*"); n >= 0 {
			url = after[:n]
		}
		rest = after[len(url):]
		if slash := strings.IndexByte(url, '/'); slash >= 0 && is(url[slash:]) {
			return true
		}
	}
}

// checkRowBases tells which paths were put before those of rows.
func (r *reading) checkRowBases() {
	for _, b := range r.document.rowBases {
		p := decl.Problem{Code: "base-path", Severity: diag.Info, Start: b.at.Start, End: b.at.End,
			Message: quoted(b.base) + " is put before the paths of the rows that list endpoints (" + strconv.Itoa(b.rows) + "), as it stands here before one of them"}
		if b.rows == 0 {
			p.Message = quoted(b.base) + " is left out of the paths of sections, as rows that list endpoints have it not and a URL of the page ends with it"
			p.Help = "look whether the base URL of clients ends with it"
		}
		r.problems = append(r.problems, p)
	}
}
