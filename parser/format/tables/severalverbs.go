package tables

import (
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// ofEndpoint are the examples of a call with several endpoints without the requests that
// call another one of them, and without the responses between a request with another verb
// and the next one.
func (r *reading) ofEndpoint(e *endpoint, examples []decl.Example) []decl.Example {
	if len(e.call.stated) == 1 {
		return examples
	}
	out := examples[:0:0]
	others, verb := false, e.op.Verb // what the last request calls
	for _, ex := range examples {
		if !ex.Response {
			others, verb = false, e.op.Verb
			if req, err := r.document.requestIn(ex.Text); err == nil {
				own, other := r.calls(e, req.Verb, req.URL)
				if _, fits := pathFits(e.op.Path, req.URL); other && !own && !(fits && e.asksEither()) {
					verb = req.Verb
				}
				others = other && !own
			}
		}
		own, other := e.titled(ex.Title)
		if own || !other && (!others || ex.Response && verb == e.op.Verb) {
			out = append(out, ex)
		}
	}
	return out
}

// asksEither reports whether the endpoints of a call are those of a GET and a POST that
// ask for the same: nothing else can be done with their paths.
func (e *endpoint) asksEither() bool {
	get, post := false, false
	for _, f := range e.call.stated {
		switch verb := f.Operations[0].Verb; verb {
		case "GET":
			get = true
		case "POST":
			post = true
		default:
			return false
		}
	}
	onePath := !slices.ContainsFunc(e.call.stated, func(f statement.Finding) bool { return f.Operations[0].Path != e.statement().Operations[0].Path })
	return get && post && (onePath || slices.ContainsFunc(e.call.parts, func(p part) bool { return p.kind == tableBlock && p.section == vocabulary.Query }))
}

// calls reports whether a request goes to an endpoint, and whether it goes to another one
// of its call.
func (r *reading) calls(e *endpoint, verb, url string) (own, other bool) {
	best := -1
	for _, f := range e.call.stated {
		op := f.Operations[0]
		fixed, ok := pathFits(slotPathAs(r.document.marks, op.Path), url)
		if op.Verb != verb || !ok || fixed < best {
			continue
		}
		if fixed > best {
			best, own, other = fixed, false, false
		}
		if op.Verb == e.op.Verb && slotPathAs(r.document.marks, op.Path) == e.op.Path {
			own = true
		} else {
			other = true
		}
	}
	return own, other
}

// pathFits reports whether a URL ends in a path with slots, and how many of its segments
// are the same.
func pathFits(path, url string) (fixed int, ok bool) {
	url, _, _ = strings.Cut(url, "?")
	want, have := strings.Split(strings.Trim(path, "/"), "/"), strings.Split(strings.Trim(url, "/"), "/")
	if len(have) < len(want) {
		return 0, false
	}
	have = have[len(have)-len(want):]
	for i, s := range want {
		switch {
		case s == have[i]:
			fixed++
		case !strings.Contains(s, "{"):
			return 0, false
		}
	}
	return fixed, true
}

// titled reports whether the title of an example says that it is one of this endpoint, and
// whether it says that it is one of another of its call: "Sample list response" is not one
// of a POST.
func (e *endpoint) titled(title string) (own, other bool) {
	for word := range strings.FieldsSeq(vocabulary.Fold(title)) {
		for _, f := range e.call.stated {
			op := f.Operations[0]
			if !e.call.names(word, op) {
				continue
			}
			if op.Verb == e.op.Verb && slotPathAs(e.call.document.marks, op.Path) == e.op.Path {
				own = true
			} else {
				other = true
			}
		}
	}
	return own, other
}

// names reports whether a word names what one of the operations of a call does.
func (c *call) names(word string, op statement.Operation) bool {
	switch word {
	case "list":
		return op.Verb == "LIST" || op.Verb == "GET" && !c.isOne(op)
	case "get", "read":
		return op.Verb == "GET" && (c.isOne(op) || !slices.ContainsFunc(c.stated, func(f statement.Finding) bool {
			return f.Operations[0].Verb == "GET" && c.isOne(f.Operations[0])
		}))
	case "post", "put", "patch", "delete":
		return op.Verb == strings.ToUpper(word)
	}
	return false
}

// isOne reports whether the path of an operation ends in a slot: it is about one thing.
func (c *call) isOne(op statement.Operation) bool {
	return names.EndsInSlot(slotPathAs(c.document.marks, op.Path))
}

// isReadOfMany reports whether an endpoint reads, deletes or lists what others of its call
// write: what they all have below them is what is written. A GET beside a POST alone
// asks for the same.
func (e *endpoint) isReadOfMany() bool {
	if !bodiless(e.op.Verb) || len(e.call.stated) < 2 {
		return false
	}
	states := func(verbs ...string) bool {
		return slices.ContainsFunc(e.call.stated, func(f statement.Finding) bool { return slices.Contains(verbs, f.Operations[0].Verb) })
	}
	return states("POST", "PUT", "PATCH") && states("DELETE")
}

// membersTitle is a title for what something has, and not for what an endpoint takes.
var membersTitle = prefilter.MustCompile(`(?i)^\W*(?:[a-z]+ )?(?:attributes|fields|properties|members)\W*$|^\W*(?:字段|属性)(?:说明|列表)?\W*$`)

// sharesMembers reports whether an endpoint reads or deletes what others of its call write, and a table is titled
// as the members of that.
func (e *endpoint) sharesMembers(p part) bool {
	return len(e.call.stated) > 1 && bodiless(e.op.Verb) && membersTitle.MatchString(p.label) && slices.ContainsFunc(e.call.stated, func(f statement.Finding) bool { return !bodiless(f.Operations[0].Verb) })
}

// tellWritten reports attributes of a section about several endpoints that one of them is
// taken not to have, because others write them.
func (r *reading) tellWritten(e *endpoint, p part, written []string) {
	if len(written) == 0 {
		return
	}
	r.problems = append(r.problems, decl.Problem{
		Code: "written-by-others", Severity: diag.Info, Start: p.start, End: p.end,
		Message: fmt.Sprintf("%s %s is read without %s, which other endpoints of the section send in their bodies", e.op.Verb, e.op.Path, quoted(strings.Join(written, ", "))),
		Help:    "the page lists the attributes for all endpoints of the section and says of none which takes them",
	})
}
