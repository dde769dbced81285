package embedded

import (
	"cmp"
	"strconv"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/link"
)

// variants parts the printings of one endpoint into operations. One file has an
// endpoint once, so that what its pages print differently is of different age. Where
// pages name no file, each may have a document of its own, and an endpoint that takes
// many kinds of bodies has a page for each: those that are named differently, in one
// version, are operations of their own.
func (s *spec) variants(all []*operation) [][]*operation {
	if s.file != "" || len(all) < 2 {
		return [][]*operation{all}
	}
	var out [][]*operation
	at := map[string]int{}
	for _, op := range all {
		name := op.of.version() + "\n" + op.name()
		i, known := at[name]
		if op.name() == "" || op.of.older {
			i, known = 0, len(out) > 0
		}
		if !known && len(out) > 0 && out[0][0].of.version() != op.of.version() {
			i, known = 0, true // another version of the first
		}
		if !known {
			i = len(out)
			out = append(out, nil)
		}
		at[name] = i
		out[i] = append(out[i], op)
	}
	return out
}

// name is what a document calls an operation, or "".
func (o *operation) name() string {
	return cmp.Or(textAt(o.node, "operationId"), textAt(o.node, "summary"))
}

func (f *fragment) version() string { return textAt(f.root, "info", "version") }

// tellVariants reports the operations of one endpoint, and gives each but the first
// a path of its own, with a fragment that no request sends.
func (m *merger) tellVariants(chosen []*operation, taken map[string]bool) {
	first := chosen[0]
	for _, op := range chosen[1:] {
		base := op.path + "#" + cmp.Or(link.Slug(op.name()), "other")
		path := base
		for i := 2; taken[op.verb+" "+path]; i++ {
			path = base + "_" + strconv.Itoa(i)
		}
		taken[op.verb+" "+path] = true
		op.pathKey = scalar(op.pathKey, path)
		m.diags.Add("endpoint-variants", diag.Info, m.files.Position(op.key), "another page prints %s as %q, this one as %q: each is a method of its own", op, first.name(), op.name()).
			See(m.files.Position(first.key), "the other operation")
	}
}
