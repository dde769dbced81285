package verify

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// objects pairs the object alternatives of both sides and compares the pairs.
func (c *comparer) objects(at place, docs, spec *shape) {
	chosen := c.pairObjects(docs, spec)
	used := make([]bool, len(spec.objects))
	for i, j := range chosen {
		if j < 0 {
			c.lone(at, docs.objects[i], true)
			continue
		}
		used[j] = true
		c.agree(Types, 1)
		c.object(at, docs.objects[i], spec.objects[j])
	}
	for j, o := range spec.objects {
		if !used[j] {
			c.lone(at, o, false)
		}
	}
}

// text is an object as a reader can recognise it.
func (o object) text() string {
	if o.name != "" {
		return "object " + o.name
	}
	const shown = 3
	var fields []string
	for _, f := range o.t.Fields[:min(shown, len(o.t.Fields))] {
		fields = append(fields, f.Name)
	}
	if len(o.t.Fields) > shown {
		fields = append(fields, "…")
	}
	return "object {" + strings.Join(fields, ", ") + "}"
}

// lone counts an object that only one side has, with its own fields.
func (c *comparer) lone(at place, o object, inDocs bool) {
	docs, spec := "", o.text()
	at = at.at("", source.Span{}, o.span)
	if inDocs {
		docs, spec = spec, ""
		at = at.at("", o.span, source.Span{})
	}
	c.differ(Types, at, docs, spec)
	for _, f := range o.t.Fields {
		if inDocs {
			c.differ(Fields, at.at("."+f.Name, f.Span, source.Span{}), f.Name, "")
		} else {
			c.differ(Fields, at.at("."+f.Name, source.Span{}, f.Span), "", f.Name)
		}
	}
}

// object compares two objects, each pair of them once.
func (c *comparer) object(at place, docs, spec object) {
	if again(c.doneObjects, docs.t, spec.t) {
		return
	}
	at = at.at("", docs.span, spec.span)
	name := func(f *model.Field) string { return f.Name }
	pairs, onlyDocs, onlySpec := names(docs.t.Fields, spec.t.Fields, name, name)
	for _, p := range pairs {
		c.agree(Fields, 1)
		c.field(at.at("."+p.docs.Name, p.docs.Span, p.spec.Span), p.docs, p.spec)
	}
	for _, f := range onlyDocs {
		c.differ(Fields, at.at("."+f.Name, f.Span, source.Span{}), f.Name, "")
	}
	for _, f := range onlySpec {
		c.differ(Fields, at.at("."+f.Name, source.Span{}, f.Span), "", f.Name)
	}
}
