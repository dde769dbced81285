package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

var (
	// fenceLabel is a label below an endpoint in a fence of several for where what it lists travels.
	fenceLabel = prefilter.MustCompile(`(?i)^[ \t]+(?:(body|payload|data|json)|(headers?)|(query|params?|parameters|query params?|query parameters))[ \t]*:[ \t]*$`)
	// fenceItem is an item below such a label, with what it says in brackets or behind a colon.
	fenceItem = prefilter.MustCompile(`^[ \t]+[-*+][ \t]*([A-Za-z_][\w.\[\]-]*)[ \t]*(?:[(:–—-][ \t]*(.*?)\)?)?$`)
)

// addFenced adds to an operation what the lines below its endpoint list, in a fence that states
// several endpoints: names below labels for the place where they travel. It returns the members of
// the body. Any other line is told.
func (r *reading) addFenced(op *decl.Operation, e *endpoint) (members []*decl.Item) {
	s, f := r.document, e.statement()
	i := s.blockAt(f.Start)
	if f.Form != statement.Stated || !s.isFenced(f.Start) || s.isCommand(f.Start) || len(e.call.stated) < 2 {
		return nil
	}
	location, indent := "", indentOf(s.lineAt(f.Start)) // of code that only its indentation marks
	for at := f.End; at < s.blocks[i].innerEnd; {
		start, end := at, lineEnd(s.text, at)
		line := strings.TrimRight(s.text[start:end], " \t\r\n")
		at = end
		if line == "" {
			continue
		}
		if indentOf(line) <= indent {
			break // the next endpoint
		}
		if m := fenceLabel.FindStringSubmatch(line); m != nil {
			location = map[bool]string{true: "query"}[m[3] != ""]
			if m[1] != "" || m[3] != "" && !bodiless(op.Verb) && !strings.Contains(strings.ToLower(m[3]), "query") {
				location = "body"
			} else if m[2] != "" {
				location = "header"
			}
			continue
		}
		m := fenceItem.FindStringSubmatch(line)
		if m == nil || location == "" || !prose.IsName(m[1]) {
			r.tellFenced(start+len(line)-len(strings.TrimLeft(line, " \t")), start+len(line), "unread-facts", "the line below "+f.Operations[0].String()+" is no name below a label for the body, headers or the query: it is read as nothing")
			continue
		}
		it := r.fencedItem(location, m[1], m[2], start+strings.Index(line, m[1]))
		if location == "body" {
			members = append(members, it)
		} else {
			op.Params = append(op.Params, decl.Param{Location: location, Item: it})
		}
	}
	return members
}

// fencedItem is a name of such a line, which has no type. Headers are texts.
func (r *reading) fencedItem(location, name, doc string, at int) *decl.Item {
	it := &decl.Item{Form: decl.Field, Name: name, Expr: anyExpr, Unreadable: true, Doc: strings.TrimSpace(doc), Optional: true, Start: at, End: at + len(name)}
	it.Evidence = it.Evidence.With(model.FactLocation, model.SourceProse)
	if location == "header" {
		it.Expr, it.Unreadable = &decl.Expr{Op: decl.Name, Text: "string"}, false
		it.Evidence = it.Evidence.With(model.FactType, model.SourceProse)
		return it
	}
	r.tellFenced(it.Start, it.End, "untyped-attribute", "the page says no type of "+quoted(name)+"; it may hold any value")
	return it
}

// tellFenced reports a line below one of the endpoints of a fence, whichever of them comes first.
func (r *reading) tellFenced(start, end int, code diag.Code, message string) {
	r.problems = append(r.problems, decl.Problem{Code: code, Severity: diag.Warning, Start: start, End: end, Message: message, Help: "list it with its type in a table below the endpoint"})
}
