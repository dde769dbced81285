package tables

import (
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/statement"
)

// checkBasePath tells once which path a page has put before those of its endpoints, and where it
// says so, and of lines that say such a path which no endpoint has.
func (r *reading) checkBasePath() {
	s := r.document
	if len(s.calls) == 0 {
		return
	}
	r.checkSectionBases()
	r.checkRowBases()
	behind, first, count := 0, map[int]string{}, map[int]int{} // by where the base is said
	for _, f := range s.found {
		if f.BaseAt > 0 && len(f.Operations) > 0 {
			behind++
			if count[f.BaseAt-1]++; count[f.BaseAt-1] == 1 {
				first[f.BaseAt-1] = f.Operations[0].String()
			}
		}
	}
	head := s.calls[0].stated[0].Start
	if behind > 0 {
		head = len(s.text)
	}
	for i, m := range statement.BasePaths(s.bytes, head) {
		base := baseIn(s.text[m[0]:m[1]])
		start := m[0] + len(s.text[m[0]:m[1]]) - len(strings.TrimLeft(s.text[m[0]:m[1]], " \t\n"))
		switch {
		case count[m[0]] > 0:
			r.problems = append(r.problems, decl.Problem{Code: "base-path", Severity: diag.Info, Start: start, End: m[1],
				Message: quoted(base) + " is put before paths of the page, where they do not begin with it (" + strconv.Itoa(count[m[0]]) + "), as in " + first[m[0]]})
		case behind == 0 && i == 0 && !r.beginWith(base):
			r.problems = append(r.problems, decl.Problem{Code: "base-path", Severity: diag.Warning, Start: start, End: m[1],
				Message: quoted(base) + " is put before no path: the page says several such paths, or says this one behind an endpoint",
				Help:    "say it once, above all endpoints, or write the whole path of each"})
		}
	}
}

// checkSectionBases tells of each heading whose path is put before those of the rows below it.
func (r *reading) checkSectionBases() {
	s, last, beside := r.document, 0, 0
	for _, f := range s.found {
		if f.BesideAt > 0 && f.BesideAt != beside && len(f.Operations) > 0 {
			beside = f.BesideAt
			line, _, _ := strings.Cut(s.text[beside-1:], "\n")
			r.problems = append(r.problems, decl.Problem{Code: "base-path", Severity: diag.Warning, Start: beside - 1, End: beside - 1 + len(line),
				Message: "the path in the heading is put before none of those below it, as in " + f.Operations[0].String() + ": nothing says that they are relative",
				Help:    "write the whole path of each endpoint, or put the path of the heading in brackets above a list of them"})
		}
		if f.SectionAt == 0 || f.SectionAt == last || len(f.Operations) == 0 {
			continue
		}
		last = f.SectionAt
		line, _, _ := strings.Cut(s.text[last-1:], "\n")
		r.problems = append(r.problems, decl.Problem{Code: "base-path", Severity: diag.Info, Start: last - 1, End: last - 1 + len(line),
			Message: "the path in the heading is put before those of the endpoints below it, as in " + f.Operations[0].String()})
	}
}

// baseIn is the path at the end of a line.
func baseIn(line string) string {
	if i := strings.IndexByte(line, '`'); i >= 0 {
		line, _, _ = strings.Cut(line[i+1:], "`")
	}
	if _, rest, ok := strings.Cut(line, "://"); ok {
		line = rest // room for a host
	}
	return strings.TrimRight(line[strings.IndexByte(line, '/'):], "/`*_. \t\n")
}

// beginWith reports whether all endpoints of the page begin with a path.
func (r *reading) beginWith(base string) bool {
	for _, c := range r.document.calls {
		for _, f := range c.stated {
			if path := f.Operations[0].Path; !f.URL && path != base && !strings.HasPrefix(path, base+"/") {
				return false
			}
		}
	}
	return true
}

var _ = diag.Register(diag.Entry{
	Code: "base-path", Severity: diag.Info,
	Title:   "the paths of a page begin with one that it says once",
	Why:     "A line without a host says with which path all endpoints of the page begin. It is put before those that do not begin with it; where the page says several such paths, it is put before none (a warning).",
	Help:    "Look whether all endpoints of the page are called so. If not, write the whole path of each.",
	Example: "-- cranes.md --\n# Cranes\n\nBase path: `/api/v2`\n\n## Turn a crane\n\n```plaintext\nPOST /cranes/:id/turn\n```\n\n| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n",
})
