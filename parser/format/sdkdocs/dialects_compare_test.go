package sdkdocs

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/parser/decl"
)

// A difference is a place where a page prints other fields than the http page
// of the same path.
type difference struct {
	// page, verb and where lead to it: "params.address", "returns.data.[2]".
	page, verb, where string
	// http and other are what the two print there; nil where they print nothing.
	http, other *decl.Item
	// missing and extra are the names of fields on one side only.
	missing, extra []string
	// httpFields and otherFields count the fields at any depth below.
	httpFields, otherFields int
	// method is the method of the http page.
	method *decl.Operation
}

func (d difference) String() string {
	return fmt.Sprintf("%s %s at %s: %d fields, http has %d, missing %q, extra %q", d.page, d.verb, d.where, d.otherFields, d.httpFields, d.missing, d.extra)
}

// compareWith compares the fields of every method with those of http pages.
func (d *pagesRead) compareWith(t *testing.T, base *pagesRead, explain func(difference) string) {
	t.Helper()
	causes := map[string]int{}
	fields, alone, unsigned := 0, 0, 0
	seen := map[[2]*decl.Operation]bool{}
	for _, name := range slices.Sorted(maps.Keys(d.methods)) {
		want := base.methods[name]
		if len(want) != len(d.methods[name]) {
			alone += len(d.methods[name])
			continue
		}
		for i, op := range d.methods[name] {
			if pair := [2]*decl.Operation{want[i], op}; !seen[pair] {
				seen[pair] = true
				fields += countFields(sections(op))
				if len(op.Signature.Names) == 0 {
					unsigned++
				}
				for _, diff := range compareMethods(name, want[i], op) {
					causes[causeOf(t, explain, diff)]++
				}
			}
		}
	}
	t.Logf("%d methods with %d fields compared with http, %d methods without an http page, %d without a signature", len(seen), fields, alone, unsigned)
	for _, cause := range slices.Sorted(maps.Keys(causes)) {
		t.Logf("%s: %d", cause, causes[cause])
	}
}

// causeOf fails the test for a difference that nobody explains.
func causeOf(t *testing.T, explain func(difference) string, d difference) string {
	t.Helper()
	if cause := d.general(); cause != "" {
		return cause
	}
	if explain != nil {
		if cause := explain(d); cause != "" {
			return cause
		}
	}
	t.Errorf("unexplained: %v", d)
	return "unexplained"
}

// sections are the items of a method below one pretended item each.
func sections(op *decl.Operation) []*decl.Item {
	params := &decl.Item{Form: decl.Variant, Name: "params"}
	for _, p := range op.Params {
		params.Children = append(params.Children, p.Item)
	}
	params.Children = append(params.Children, op.Body...)
	returns := &decl.Item{Form: decl.Variant, Name: "returns"}
	if op.Returns != nil {
		returns.Children = op.Returns.Items
	}
	return []*decl.Item{params, returns}
}

func compareMethods(name string, want, got *decl.Operation) []difference {
	if want.Verb != got.Verb || want.Path != got.Path {
		return []difference{{page: name, verb: got.Verb, where: got.Path + " instead of " + want.Path}}
	}
	var out []difference
	c := comparison{difference{page: name, verb: want.Verb, method: want}, &out}
	a, b := sections(want), sections(got)
	c.items("params", a[0], b[0])
	returnsA, returnsB := unnamed(a[1]), unnamed(b[1])
	if page := pageItems(returnsA); got.Signature.Page != "" && page != nil && pageItems(returnsB) == nil {
		returnsA = page // the page of this dialect prints what the list holds
	}
	c.items("returns", returnsA, returnsB)
	return out
}

// unnamed returns the only type of a result, which some pages name where
// others print bare fields.
func unnamed(returns *decl.Item) *decl.Item {
	if len(returns.Children) == 1 && returns.Children[0].Form != decl.Field {
		return returns.Children[0]
	}
	return returns
}

// pageItems returns the field of an envelope that holds the items of a page.
func pageItems(envelope *decl.Item) *decl.Item {
	for _, it := range envelope.Children {
		if it.Form == decl.Field && simple(it.Name) == "data" && it.Expr.Op == decl.Array {
			return it
		}
	}
	return nil
}

// general recognises what most dialects do otherwise than http: headers have
// names of their own, and an upload has a form, which http pages leave out.
func (d difference) general() string {
	missing := slices.Clone(d.missing)
	for _, p := range d.method.Params {
		if p.Location == "header" {
			missing = slices.DeleteFunc(missing, func(name string) bool { return name == simple(p.Item.Name) })
		}
	}
	switch {
	case d.where != "params" || len(missing) > 0:
		return ""
	case len(d.missing) == len(d.extra):
		return "headers have names of their own"
	case len(d.extra) > len(d.missing) && len(d.method.Body) == 0 && d.verb == "POST":
		return "the http page omits the form of an upload"
	}
	return ""
}

// A comparison walks two trees of items side by side.
type comparison struct {
	at  difference
	out *[]difference
}

// items compares what stands below two items. It reports the deepest place
// that still shows the difference.
func (c comparison) items(where string, a, b *decl.Item) {
	d := c.at
	d.where, d.http, d.other = where, a, b
	d.httpFields, d.otherFields = countFields(a.Children), countFields(b.Children)
	fa, va := split(a.Children)
	fb, vb := split(b.Children)
	d.missing, d.extra = without(fa, fb), without(fb, fa)
	if len(d.missing)+len(d.extra) > 0 || len(va) != len(vb) && d.httpFields != d.otherFields {
		*c.out = append(*c.out, d)
	}
	for _, name := range slices.Sorted(maps.Keys(fa)) {
		if fb[name] != nil {
			c.items(where+"."+name, fa[name], fb[name])
		}
	}
	for i := range va {
		if len(va) == len(vb) {
			c.items(fmt.Sprintf("%s.[%d]", where, i), va[i], vb[i])
		}
	}
}

// split returns the fields by their simplified names and the alternatives that
// have something below them.
func split(items []*decl.Item) (map[string]*decl.Item, []*decl.Item) {
	fields := map[string]*decl.Item{}
	var variants []*decl.Item
	for _, it := range items {
		switch {
		case it.Form == decl.Field:
			fields[simple(it.Name)] = it
		case countFields(it.Children) > 0:
			variants = append(variants, it)
		}
	}
	return fields, variants
}

// simple is what a name has in common in all dialects: afterID, after_id, --after-id; created[gte], created_gte.
func simple(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("_-. $[]", r) {
			return -1
		}
		return r
	}, strings.ToLower(name))
}

func without(a, b map[string]*decl.Item) []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(a)) {
		if b[name] == nil {
			out = append(out, name)
		}
	}
	return out
}

func countFields(items []*decl.Item) int {
	n := 0
	for _, it := range items {
		if it.Form == decl.Field {
			n++
		}
		n += countFields(it.Children)
	}
	return n
}

func countItems(op *decl.Operation) int {
	n := 0
	var count func(items []*decl.Item)
	count = func(items []*decl.Item) {
		for _, it := range items {
			n++
			count(it.Children)
		}
	}
	count(sections(op))
	return n - 2
}
