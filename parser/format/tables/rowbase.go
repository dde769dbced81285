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
	rows int               // that it is put before
}

// prefixRows puts before the paths of an index what the sections of the page print before one of them, where
// that but names where the API is, or a URL of the page has it: the rows are relative to it. Where the base URL
// ends with it, the sections lose it.
//
//	| DELETE | /boats/{id} |        DELETE /api/boats/{id}
func (s *document) prefixRows() {
	tables := map[int][]int{} // of rows, by the block
	for i, f := range s.found {
		if s.isRowAlone(f) {
			at := s.blockAt(f.Start)
			tables[at] = append(tables[at], i)
		}
	}
	for _, rows := range tables {
		if base, at := s.baseOfRows(rows); base != "" {
			s.prefix(rows, rowBase{base: base, at: at})
		}
	}
	slices.SortFunc(s.rowBases, func(a, b rowBase) int { return a.at.Start - b.at.Start })
}

// baseOfRows is the one path that sections print before those of rows, or "", and where.
func (s *document) baseOfRows(rows []int) (base string, at statement.Finding) {
	if len(rows) < 2 {
		return "", at
	}
	for _, c := range s.calls {
		for _, f := range c.stated {
			op := f.Operations[0]
			for _, i := range rows {
				row := s.found[i].Operations[0]
				before, ok := strings.CutSuffix(op.Path, row.Path)
				if before == "" && ok {
					return "", at // they are whole
				}
				if !ok || row.Verb != op.Verb || row.Path == "/" || f.URL {
					continue
				}
				if base != "" && base != before {
					return "", at
				}
				base, at = before, f
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
		return
	}
	for _, i := range rows {
		f := &s.found[i]
		f.Operations = []statement.Operation{{Verb: f.Operations[0].Verb, Path: b.base + f.Operations[0].Path}}
		b.rows++
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
		rest = after
		url := after[:strings.IndexAny(after+"\n", " \t\r\n`\"')>|]*")]
		if slash := strings.IndexByte(url, '/'); slash >= 0 && is(url[slash:]) {
			return true
		}
	}
}

// checkRowBases tells which paths were put before those of rows.
func (r *reading) checkRowBases() {
	for _, b := range r.document.rowBases {
		r.problems = append(r.problems, decl.Problem{Code: "base-path", Severity: diag.Info, Start: b.at.Start, End: b.at.End,
			Message: quoted(b.base) + " is put before the paths of the rows that list endpoints (" + strconv.Itoa(b.rows) + "), as it stands here before one of them"})
	}
}
