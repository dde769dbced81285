package verify

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// objects pairs the object alternatives of both sides and compares the pairs.
func (c *comparer) objects(at location, docs, spec *shape) {
	chosen := c.pairObjects(docs, spec)
	used := make([]bool, len(spec.objects))
	for i, j := range chosen {
		if j < 0 {
			c.lone(at, docs.objects[i], lone{inDocs: true, alternative: docs.isUnion() && !spec.isNothing()})
			continue
		}
		used[j] = true
		c.agree(Types, 1)
		if len(docs.objects) > 1 && len(spec.objects) > 1 {
			c.alternative(at, docs.objects[i], spec.objects[j])
		}
		c.object(at, docs.objects[i], spec.objects[j])
	}
	for j, o := range spec.objects {
		if !used[j] {
			c.lone(at, o, lone{alternative: spec.isUnion() && !docs.isNothing()})
		}
	}
}

// alternative compares what is said of a declared alternative as such.
func (c *comparer) alternative(at location, docs, spec object) {
	if !again(c.doneAlternatives, docs.t, spec.t) {
		c.flag(Deprecated, at.at("", docs.span, spec.span), docs.deprecated, spec.deprecated, "deprecated")
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

// A lone says which side has an object that the other lacks.
type lone struct {
	inDocs bool
	// alternative says that it is one of several, and that the other side has
	// others of them.
	alternative bool
}

// A loneObject is such an object, wherever it stands.
type loneObject struct {
	t      *model.Type
	name   string
	inDocs bool
}

// lone counts an object that only one side has: once, wherever it is missing.
// Its members count where it is all that there is; what is missing in a union
// is the alternative.
func (c *comparer) lone(at location, o object, as lone) {
	key := loneObject{o.t, o.name, as.inDocs}
	if i, known := c.lones[key]; known {
		c.report.Disagreements[i].Locations++
		return
	}
	docs, spec := "", o.text()
	at = at.at("", source.Span{}, o.span)
	if as.inDocs {
		docs, spec = spec, ""
		at = at.at("", o.span, source.Span{})
	}
	c.lones[key] = len(c.report.Disagreements)
	c.differ(Types, at, docs, spec)
	if as.alternative {
		return
	}
	for _, f := range o.t.Fields {
		if as.inDocs {
			c.differ(Fields, at.at("."+f.Name, f.Span, source.Span{}), f.Name, "")
		} else {
			c.differ(Fields, at.at("."+f.Name, source.Span{}, f.Span), "", f.Name)
		}
	}
}

// object compares two objects, each pair of them once.
func (c *comparer) object(at location, docs, spec object) {
	if again(c.doneObjects, docs.t, spec.t) {
		return
	}
	at = at.at("", docs.span, spec.span)
	name := func(f *model.Field) string { return f.Name }
	pairs, onlyDocs, onlySpec := pairByName(docs.t.Fields, spec.t.Fields, name, name)
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
