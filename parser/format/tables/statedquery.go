package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

var (
	// statedQuery is the query of a statement, behind the path.
	statedQuery = prefilter.MustCompile("/[^\\s`\"'?]*\\?([^\\s`\"'?=&]+=[^\\s`\"'?]*)")
	// queryOfLink is where a link in a statement leads.
	queryOfLink = prefilter.MustCompile(`\]\([^()\s]*\)`)
	// openValue stands for a value, and is none.
	openValue = prefilter.MustCompile(`^(?:<.*>|\{.*\}|\[.*\]|[:$].*|\.{2,}|…|)$`)
	// wholeValue is a whole number.
	wholeValue = prefilter.MustCompile(`^-?[0-9]{1,18}$`)
)

// addQuery adds to an operation the parameters that a statement of it prints in its query,
// and that nothing lists. A value of one is an example of its type.
func (d drafted) addQuery(to drafted) {
	r, f, op := d.reading, d.endpoint.statement(), to.op
	seen := map[string]*decl.Item{}
	pairs := d.statedPairs()
	for _, pair := range pairs {
		name, value := pair[0], pair[1]
		if it := filledBy(op, pairs, name, value); it != nil {
			it.Name = name
			seen[name] = it
			continue
		}
		if inner := slotInName(name); inner != "" {
			if name = inner; !takesInQuery(op, name) { // a slot for the names of any parameters
				r.problem(f.Start, f.End, "unread-facts", "the query of the endpoint has "+quoted(pair[0])+" in the place of a name, and nothing lists a parameter of that name: it is no parameter", "list the parameters that may stand there")
				continue
			}
		}
		if slices.ContainsFunc(op.Params, func(p decl.Param) bool { return p.Item.Name == name && p.Item != seen[name] }) || itemNamed(op.Body, name) != nil {
			continue
		}
		if it := seen[name]; it != nil {
			if it.Expr.Op != decl.Array {
				it.Expr = arrayOf(it.Expr)
			}
			continue
		}
		it := &decl.Item{Form: decl.Field, Name: name, Expr: askedExpr(value), Optional: true, Start: f.Start, End: f.End}
		it.Evidence = it.Evidence.With(model.FactType, model.SourceExample).With(model.FactRequired, model.SourceVerb)
		if r != to.reading {
			from(it, r)
		}
		repeat("query", it)
		seen[name] = it
		op.Params = append(op.Params, decl.Param{Location: "query", Item: it})
	}
}

// valueName is the name of what stands for a value.
var valueName = prefilter.MustCompile(`^(?:\{\{?([A-Za-z_][\w-]*)\}\}?|<([A-Za-z_][\w-]*)>|\[([A-Za-z_][\w-]*)\]|[:$]([A-Za-z_][\w-]*))$`)

// filledBy is the parameter that an operation lists by the name of what stands for the value of a name in
// the query of its statement, and that no name there has: boatKind of ?kind={boatKind}. That is how the
// text calls it, and kind what is sent.
func filledBy(op *decl.Operation, pairs [][2]string, name, value string) *decl.Item {
	m := valueName.FindStringSubmatch(value)
	if m == nil {
		return nil
	}
	as := m[1] + m[2] + m[3] + m[4]
	if as == name || slices.ContainsFunc(pairs, func(p [2]string) bool { return p[0] == as }) {
		return nil
	}
	var out *decl.Item
	for _, p := range op.Params {
		switch {
		case p.Item.Name == name:
			return nil // listed by its own name
		case p.Item.Name == as && p.Location == "query":
			out = p.Item
		}
	}
	return out
}

// slotInName is the name of a slot that stands in the place of the name of a parameter, or "".
func slotInName(name string) string {
	if !strings.HasPrefix(name, "{") && !strings.HasPrefix(name, "<") || !openValue.MatchString(name) {
		return ""
	}
	return strings.Trim(name, "{}<>")
}

// takesInQuery reports whether an operation has a parameter in its query with a name.
func takesInQuery(op *decl.Operation, name string) bool {
	return slices.ContainsFunc(op.Params, func(p decl.Param) bool { return p.Location == "query" && p.Item.Name == name })
}

// statedPairs are the names that the statement of an operation prints in its query, each with its
// value, and those that other fences of its section print with room for values.
func (d drafted) statedPairs() [][2]string {
	first, c := d.endpoint.statement(), d.endpoint.call
	out := d.pairsOf(first)
	found := c.document.found
	from, _ := slices.BinarySearchFunc(found, first.End, func(f statement.Finding, end int) int { return f.Start - end })
	for _, f := range found[from:min(from+mostStated, len(found))] {
		if f.Start >= c.end {
			break
		}
		if len(f.Operations) != 1 || f.Operations[0].Key() != first.Operations[0].Key() || !c.document.isFenced(f.Start) || !openQuery.MatchString(c.document.text[f.Start:f.End]) {
			continue
		}
		for _, pair := range d.pairsOf(f) {
			if openValue.MatchString(pair[1]) && !slices.ContainsFunc(out, func(p [2]string) bool { return p[0] == pair[0] }) {
				out = append(out, pair)
			}
		}
	}
	return out
}

// statedValues are the values that the statement of an operation prints in its query, by name.
func (d drafted) statedValues() map[string]string {
	var out map[string]string
	for _, pair := range d.pairsOf(d.endpoint.statement()) {
		if out == nil {
			out = map[string]string{}
		}
		if out[pair[0]] == "" && !openValue.MatchString(pair[1]) && !strings.ContainsAny(pair[1], "<>{}[]()|") {
			out[pair[0]] = pair[1]
		}
	}
	return out
}

// pairsOf are the names that a statement prints in its query, each with its value.
func (d drafted) pairsOf(f statement.Finding) (out [][2]string) {
	r := d.reading
	text := r.document.text[f.Start:f.End]
	if strings.IndexByte(text, '?') < 0 || slotPathAs(r.document.marks, f.Operations[0].Path) != d.endpoint.op.Path {
		return nil
	}
	for _, name := range statement.QueryTemplate(text) {
		if prose.IsName(name) {
			out = append(out, [2]string{name, ""})
		}
	}
	m := statedQuery.FindStringSubmatch(queryOfLink.ReplaceAllString(text, "]"))
	if m == nil {
		return out
	}
	for pair := range strings.SplitSeq(m[1], "&") {
		if name, value, ok := strings.Cut(pair, "="); ok && prose.IsName(name) {
			out = append(out, [2]string{name, value})
		}
	}
	return out
}

// askedExpr is the type of a value of a query: a whole number and a truth are known by
// their look, all else is a text.
func askedExpr(value string) *decl.Expr {
	word := "string"
	switch {
	case openValue.MatchString(value):
	case wholeValue.MatchString(value):
		word = "integer"
	case value == "true" || value == "false":
		word = "boolean"
	}
	return &decl.Expr{Op: decl.Name, Text: word}
}
