package drift

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
	"github.com/docgen-go/docgen/model/source"
)

// objectOf returns the members of a documented object, those of all alternatives of a
// union of objects, or nil for anything else.
func (c *comparison) objectOf(t *model.Type) *use {
	id := ""
	if t != nil && t.Kind == model.KindRef {
		id = t.Ref
	}
	t = c.api.Resolve(t)
	switch {
	case t == nil:
	case t.Kind == model.KindObject && len(t.Fields) > 0:
		return &use{fields: t.Fields, typ: t, name: id}
	case t.Kind == model.KindUnion:
		u := &use{many: true, typ: t}
		for _, v := range c.variants(t, 0) {
			if v.Kind != model.KindObject {
				return nil
			}
			for _, d := range v.Fields {
				at := slices.IndexFunc(u.fields, func(e *model.Field) bool { return e.Name == d.Name })
				if at < 0 {
					u.fields = append(u.fields, d)
					continue
				}
				u.fields[at] = c.eitherOf(u.fields[at], d)
			}
		}
		if len(u.fields) > 0 {
			return u
		}
	}
	return nil
}

// eitherOf returns a member that alternatives state one way each: it has the values of both, may be null where one may,
// and is deprecated where both are.
func (c *comparison) eitherOf(a, b *model.Field) *model.Field {
	if a.Type == b.Type && a.Nullable == b.Nullable && (a.Deprecated == "") == (b.Deprecated == "") {
		return a
	}
	out := *a
	if a.Type != b.Type {
		both := [2]*model.Type{a.Type, b.Type}
		if c.either[both] == nil { // once, so that what refers to itself is compared once
			union := &model.Type{Kind: model.KindUnion, Variants: []*model.Variant{{Type: a.Type}, {Type: b.Type}}}
			c.either[both], c.merged[union] = union, true
		}
		out.Type = c.either[both]
	}
	out.Nullable = a.Nullable || b.Nullable
	if b.Deprecated == "" {
		out.Deprecated = ""
	}
	return &out
}

// isEither reports whether a type is that of a member which alternatives state one way each: a struct of the client may be
// meant for some of them.
func (c *comparison) isEither(t *model.Type) bool {
	return t != nil && c.merged[t]
}

// variants returns the alternatives of a union, those of unions in it included.
func (c *comparison) variants(t *model.Type, depth int) []*model.Type {
	return variants(c.api, t, depth)
}

func variants(api *model.API, t *model.Type, depth int) []*model.Type {
	var out []*model.Type
	for _, v := range t.Variants {
		r := api.Resolve(v.Type)
		if r.Kind == model.KindUnion && depth < 8 {
			out = append(out, variants(api, r, depth+1)...)
		} else if !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// value compares a documented type with a Go type, as far as they have members or
// elements. What kind of value they are is the business of typed.
func (c *comparison) value(d *model.Type, t *gofacts.Type, input bool) {
	if t == nil {
		return
	}
	named := d
	d = c.api.Resolve(d)
	key := pairKey{d, t, input, c.unsure}
	if d == nil || c.seen[key] {
		return
	}
	c.seen[key] = true
	switch {
	case t.Kind == gofacts.List && d.Kind == model.KindArray, t.Kind == gofacts.Map && (d.Kind == model.KindMap || d.Kind == model.KindObject) && d.Elem != nil:
		c.value(d.Elem, t.Elem, input)
	case t.Kind == gofacts.List && d.Kind == model.KindUnion:
		for _, v := range c.variants(d, 0) {
			if v.Kind == model.KindArray {
				c.value(v.Elem, t.Elem, input)
			}
		}
	case t.Kind == gofacts.Struct && len(t.Alternatives) > 0:
		c.union(d, t, input)
	case t.Kind == gofacts.Struct:
		if d.Kind == model.KindUnion {
			named = c.objectsOf(d)
		}
		if u := c.objectOf(named); u != nil {
			c.object(u, t, input)
		}
	case len(t.Values) > 0:
		c.values(named, t)
	}
}

// objectsOf returns the union without the alternatives that are no objects: those a
// struct cannot hold.
func (c *comparison) objectsOf(d *model.Type) *model.Type {
	var objects []*model.Variant
	for _, v := range c.variants(d, 0) {
		if v.Kind == model.KindObject {
			objects = append(objects, &model.Variant{Type: v})
		}
	}
	if len(objects) == 1 {
		return objects[0].Type
	}
	return &model.Type{Kind: model.KindUnion, Variants: objects}
}

// typed compares the type of a member.
func (c *comparison) typed(d *model.Field, f *gofacts.Field, t *gofacts.Type, u *use, input bool) {
	want := c.api.Resolve(d.Type)
	if want == nil || f.Type == nil || !input && f.Type.Kind == gofacts.Bytes && c.isOfNumbers(want) {
		return
	}
	if why := unlike(c, want, f.Type); why != "" && !d.Evidence.Of(model.FactType).Inferred() && !u.inferred {
		confidence := Sure
		if len(f.Tags) > 1 && !input {
			confidence = Likely
		}
		if f.Type.Kind == gofacts.Struct || want.Kind == model.KindObject {
			confidence = Perhaps // nobody writes a struct for a text: one of the two stands for something else
		}
		if input && (want.Kind == model.KindArray || f.Type.Kind == gofacts.List || queryOnly(f)) {
			confidence = Perhaps // how a query writes lists and numbers is not stated
		}
		c.add(&Finding{Rule: TypeDiffers, Confidence: u.op.atMost(confidence), Struct: ownerOf(f, t), Func: funcOf(t, u), Member: d.Name, Operation: u.op.name(), Go: f.Span, Page: c.lineOf(u.op, d),
			Message: fmt.Sprintf("%s is %s in Go, the pages have %s", f.GoName, goText(f.Type), kindText(want)), Type: t, Field: d, Input: input})
		return
	}
	c.value(d.Type, f.Type, input)
}

// isOfNumbers reports whether a documented type is a list of numbers, which encoding/json reads into bytes one by one. It
// writes bytes as a text.
func (c *comparison) isOfNumbers(t *model.Type) bool {
	if t.Kind != model.KindArray || t.Elem == nil {
		return false
	}
	elem := c.api.Resolve(t.Elem)
	return elem != nil && slices.Contains(kindsOf(c.api, elem), gofacts.Integer)
}

func queryOnly(f *gofacts.Field) bool {
	_, ok := f.ByTag("url", "query", "schema", "form")
	return ok
}

// unlike returns why a Go type cannot hold what the pages state, or "".
func unlike(c *comparison, d *model.Type, t *gofacts.Type) string {
	want := kindsOf(c.api, d)
	if len(want) == 0 || len(t.Alternatives) > 0 {
		return ""
	}
	holds, known := map[gofacts.Kind][]gofacts.Kind{
		gofacts.String:     {gofacts.String},
		gofacts.Integer:    {gofacts.Integer},
		gofacts.Number:     {gofacts.Number, gofacts.Integer},
		gofacts.NumberText: {gofacts.Number, gofacts.Integer, gofacts.String},
		gofacts.Boolean:    {gofacts.Boolean},
		gofacts.Time:       {gofacts.String, gofacts.Time},
		gofacts.Bytes:      {gofacts.String},
		gofacts.List:       {gofacts.List},
		gofacts.Map:        {gofacts.Map, gofacts.Struct},
		gofacts.Struct:     {gofacts.Struct, gofacts.Map},
	}[t.Kind]
	if !known {
		return ""
	}
	for _, w := range want {
		if slices.Contains(holds, w) {
			return ""
		}
	}
	return string(t.Kind)
}

// kindsOf returns what kinds of values a documented type has, nothing where any may come.
func kindsOf(api *model.API, d *model.Type) []gofacts.Kind {
	switch d.Kind {
	case model.KindString, model.KindDate:
		if d.Format == model.FormatDecimal {
			return nil
		}
		return []gofacts.Kind{gofacts.String}
	case model.KindDateTime:
		return []gofacts.Kind{gofacts.String, gofacts.Time}
	case model.KindInteger:
		return []gofacts.Kind{gofacts.Integer}
	case model.KindNumber:
		return []gofacts.Kind{gofacts.Number, gofacts.Integer} // pages say number for both
	case model.KindBoolean:
		return []gofacts.Kind{gofacts.Boolean}
	case model.KindArray:
		return []gofacts.Kind{gofacts.List}
	case model.KindMap:
		return []gofacts.Kind{gofacts.Map}
	case model.KindObject:
		return []gofacts.Kind{gofacts.Struct}
	case model.KindEnum:
		return kindsOf(api, &model.Type{Kind: d.Enum.Base})
	case model.KindConst:
		return literalKind(d.Literal)
	case model.KindUnion:
		var out []gofacts.Kind
		for _, v := range variants(api, d, 0) {
			kinds := kindsOf(api, v)
			if len(kinds) == 0 && v.Kind != model.KindNull {
				return nil
			}
			out = append(out, kinds...)
		}
		return out
	}
	return nil
}

func literalKind(l model.Literal) []gofacts.Kind {
	switch {
	case strings.HasPrefix(string(l), `"`):
		return []gofacts.Kind{gofacts.String}
	case l == "true" || l == "false":
		return []gofacts.Kind{gofacts.Boolean}
	}
	return []gofacts.Kind{gofacts.Number, gofacts.Integer}
}

// values compares documented values with the constants of a Go type.
func (c *comparison) values(named *model.Type, t *gofacts.Type) {
	d := c.api.Resolve(named)
	var documented []model.EnumValue
	switch d.Kind {
	case model.KindEnum:
		documented = d.Enum.Values
	case model.KindConst:
		documented = []model.EnumValue{{Literal: d.Literal}}
	case model.KindUnion:
		for _, v := range c.variants(d, 0) {
			switch {
			case v.Kind == model.KindEnum:
				documented = append(documented, v.Enum.Values...)
			case v.Kind == model.KindConst:
				documented = append(documented, model.EnumValue{Literal: v.Literal})
			}
		}
	}
	var missing []model.EnumValue
	var texts, told []string
	shared, common := 0, commonName(documented)
	for _, v := range documented {
		text := plainLiteral(v.Literal)
		if at := slices.IndexFunc(t.Values, func(k gofacts.Constant) bool { return k.Value == text }); at >= 0 {
			shared++
			c.match(Match{Struct: t.GoName, Member: text, Value: true, Go: t.Values[at].Span, Page: c.statedAt(named)})
		} else if v.Deprecated == "" {
			missing, texts, told = append(missing, v), append(texts, string(v.Literal)), append(told, valueText(v, common))
		}
	}
	if len(missing) == 0 {
		return
	}
	confidence := Sure
	if shared == 0 {
		confidence = Perhaps // the constants may stand for something else
	} else if shared < len(missing) {
		confidence = Likely
	}
	c.add(&Finding{Rule: ValuesMissing, Confidence: c.op.atMost(confidence), Struct: t.GoName, Member: strings.Join(texts, " "), Operation: c.op.name(), Go: t.Span, Page: c.statedAt(named),
		Message: fmt.Sprintf("%s has no constant for %s", t.GoName, strings.Join(told, ", ")), Type: t, Values: missing, Documented: documented})
}

// valueText returns a value as a message names it: a number with what the pages call it, without the words that all
// names of its type begin with.
func valueText(v model.EnumValue, common string) string {
	if name := strings.TrimPrefix(documentedName(v), common); name != "" && !strings.HasPrefix(string(v.Literal), `"`) {
		return string(v.Literal) + " (" + name + ")"
	}
	return string(v.Literal)
}

// statedAt returns where the pages state a type that has a name, or else the member that has it, or the operation that is
// compared.
func (c *comparison) statedAt(t *model.Type) source.Span {
	if t.Kind == model.KindRef {
		if named := c.api.Lookup(t.Ref); named != nil && !named.Span.IsZero() {
			return named.Span
		}
	}
	if !c.line.IsZero() {
		return c.line
	}
	return c.op.doc.Span
}

func plainLiteral(l model.Literal) string {
	if s, err := strconv.Unquote(string(l)); err == nil {
		return s
	}
	return string(l)
}

// goText returns a Go type as a message names it.
func goText(t *gofacts.Type) string {
	switch {
	case t.GoName != "":
		return t.GoName
	case t.Kind == gofacts.List && t.Elem != nil:
		return "a list of " + goText(t.Elem)
	}
	return string(t.Kind)
}

// kindText returns a documented type as a message names it.
func kindText(d *model.Type) string {
	switch d.Kind {
	case model.KindEnum:
		return "one of " + strconv.Itoa(len(d.Enum.Values)) + " " + string(d.Enum.Base) + "s"
	case model.KindConst:
		return string(d.Literal)
	case model.KindArray:
		return "a list"
	case model.KindUnion:
		return "one of " + strconv.Itoa(len(d.Variants)) + " alternatives"
	case model.KindObject:
		return "an object"
	}
	return strings.TrimSpace(string(d.Kind) + " " + d.Format)
}

func typeText(api *model.API, d *model.Field) string {
	text := kindText(api.Resolve(d.Type))
	if d.Type.Kind == model.KindRef {
		text = cmp.Or(d.Type.Ref, text)
	}
	if d.Required {
		text += ", required"
	}
	return text
}
