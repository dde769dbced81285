package rendered

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/http"
)

// A node is one item and what was found to stand below it.
type node struct {
	code string // as published pages print it
	item *decl.Item
	// model is the key of the model that the innermost type links to, or "";
	// declared is that of the model which the item declares.
	model, declared string
	at              int32
	// deprecated says that the label stood before the name; explained that the
	// description says so too.
	deprecated, explained bool
	text                  []paragraph
	kids                  []*node
}

func (n *node) isField() bool { return n.item.Form == decl.Field }

// refers reports whether the type is a link to a model, whose expansion below
// an item is optional.
func (n *node) refers() bool { return n.model != "" && n.item.Form != decl.Named }

// readItem reads a paragraph that is an item: it reads as a declaration, and
// all type names in it are links to models.
func readItem(p paragraph) *node {
	line, ok := p.single()
	if !ok || headingOrFence(line) {
		return nil
	}
	rest := strings.TrimPrefix(line, deprecatedLabel)
	if len(rest) < len(line) && rest != "" && (rest[0] == '"' || rest[0] >= 'a' && rest[0] <= 'z') {
		if n := readDeclaration(rest); n != nil && n.isField() {
			n.at, n.deprecated = p.at, true
			return n
		}
	}
	n := readDeclaration(line)
	if n != nil {
		n.at = p.at
	}
	return n
}

// deprecatedLabel is glued to the names of fields that should not be used.
const deprecatedLabel = "Deprecated"

func headingOrFence(line string) bool {
	return strings.HasPrefix(line, "#") || strings.HasPrefix(line, "```")
}

func readDeclaration(line string) *node {
	code, links := plainCode(line)
	it, ok, err := http.Dialect{}.Item(code, nil)
	if !ok || err != nil || it.Expr == nil || !linked(it.Expr, links) {
		return nil
	}
	n := &node{code: code, item: it}
	if inner := it.Expr.Innermost(); inner.Op == decl.Name || inner.Op == decl.Object {
		if address := links[inner.Text]; address != "" {
			n.model = modelKey(address)
		}
	}
	return n
}

// linked reports whether all names in a type are either words of the http
// pages or links to models.
func linked(e *decl.Expr, links map[string]string) bool {
	switch e.Op {
	case decl.Name:
		return links[e.Text] != "" || scalars[e.Text]
	case decl.Object:
		return e.Text == "" || links[e.Text] != ""
	}
	for _, a := range e.Args {
		if !linked(a, links) {
			return false
		}
	}
	return true
}

var scalars = map[string]bool{
	"string": true, "number": true, "integer": true, "boolean": true, "unknown": true, "any": true,
	"null": true, "file": true, "binary": true,
}
