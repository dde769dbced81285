package assemble

import (
	"regexp"
	"strconv"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
)

// union assembles alternatives. The expression lists the first few, the items
// below it list all of them, where there are items.
func (b *Builder) union(e *decl.Expr, kids []*decl.Item, at *decl.Item) *model.Type {
	var variants []*model.Variant
	for _, k := range kids {
		if k.Form != decl.Field {
			variants = append(variants, b.variant(e, k))
		}
	}
	listed := len(variants) > 0
	if listed {
		b.list(at)
	} else {
		for _, alt := range e.Args {
			variants = append(variants, &model.Variant{Type: b.Type(alt, nil, at)})
		}
		if e.More > 0 {
			b.cut(at, len(e.Args)+e.More, "shortened-union", strconv.Itoa(e.More)+" more alternatives are announced and not listed", "only the listed ones are in the model")
		}
	}
	variants = b.complete(e, variants, at)
	if want, got := len(e.Args)+e.More, alternatives(variants); e.More > 0 && listed {
		b.miscount(at, "alternative-count", "alternative", want, got, got < want)
	}
	t := b.fold(variants)
	if e.More > 0 && !listed {
		return b.partial(t)
	}
	return t
}

// partial returns a choice as one of which the page lists the first few.
func (b *Builder) partial(t *model.Type) *model.Type {
	if t.Kind != model.KindUnion && t.Kind != model.KindEnum {
		return t
	}
	c := *t
	c.Partial = true
	return b.In.Intern(c)
}

// alternatives is how many alternatives a page announces that lists these: it
// counts values one by one, however they are grouped.
func alternatives(variants []*model.Variant) int {
	n := 0
	for _, v := range variants {
		n++
		if v.Type.Kind == model.KindEnum {
			n += len(v.Type.Enum.Values) - 1
			if v.Type.Enum.Open {
				n++
			}
		}
	}
	return n
}

// complete adds alternatives that only the expression names, which happens
// where a page lists the values below a type but not its other alternatives.
func (b *Builder) complete(e *decl.Expr, variants []*model.Variant, at *decl.Item) []*model.Variant {
	have := map[*model.Type]bool{}
	named := map[string]bool{}
	for _, v := range variants {
		have[v.Type] = true
		named[refName(v.Type)] = true
		if v.Type.Kind == model.KindEnum {
			for _, l := range v.Type.Enum.Values {
				have[b.constant(string(l.Literal))] = true
			}
		}
	}
	for _, alt := range e.Args {
		switch alt.Op {
		case decl.Literal:
			if t := b.constant(alt.Text); !have[t] {
				variants = append(variants, &model.Variant{Type: t})
			}
		case decl.Name:
			if kind, ok := scalars[alt.Text]; ok {
				if t := b.In.Scalar(kind); !have[t] {
					variants = append(variants, &model.Variant{Type: t})
				}
			} else if !named[alt.Text] {
				variants = append(variants, &model.Variant{Type: b.ref(alt.Text, "")})
			}
		}
	}
	return variants
}

// placeholder is what older pages call alternatives that have no title.
var placeholder = regexp.MustCompile(`^(UnionMember|union_member_|unnamed_schema_|UnnamedSchema)[0-9]*`)

// isTypeName reports whether a printed name is the name of a type rather than
// a filler or the name of a value.
func isTypeName(name string) bool {
	if name == "" || placeholder.MatchString(name) {
		return false
	}
	c := name[0]
	return c >= 'A' && c <= 'Z' || c >= 0x80
}

// variant assembles one alternative of the union e.
func (b *Builder) variant(e *decl.Expr, k *decl.Item) *model.Variant {
	v := &model.Variant{Doc: b.text(k.Doc)}
	switch {
	case k.Form == decl.Variant && k.Expr.Op == decl.Literal && k.Deprecated+k.Native != "":
		v.Type = b.singleValue(k)
	case k.Form == decl.Variant:
		v.Type = b.Type(k.Expr, k.Children, k)
		if len(k.Children) > 0 && v.Type.Kind != model.KindObject {
			v.Doc = "" // it is with the type, or with the values
		}
	case k.Name == b.within: // `Mode` is text, or one of the values of `Mode`
		v.Type = b.titled(k)
	case isTypeName(k.Name) && namesType(e, k):
		v.Type = b.Declaration(k)
		v.Doc = ""
	default:
		v.Type = b.titled(k)
		if isTypeName(k.Name) {
			v.Name = b.text(k.Name)
		}
	}
	return v
}

// singleValue assembles a literal of which there is more to say as an enum of one
// value. Where it stays alone it becomes a constant again.
func (b *Builder) singleValue(k *decl.Item) *model.Type {
	l := model.Literal(b.text(k.Expr.Text))
	return b.In.Intern(model.Type{Kind: model.KindEnum, Enum: &model.Enum{
		Base: literalKind(l),
		Values: []model.EnumValue{{
			Literal: l, Doc: b.text(k.Doc), Deprecated: b.text(k.Deprecated), SDKName: b.text(k.Native),
		}},
	}})
}

// titled assembles an alternative whose name is but a title.
func (b *Builder) titled(k *decl.Item) *model.Type {
	e := k.Expr
	if e.Op == decl.Object && e.Text == k.Name {
		anonymous := *e
		anonymous.Text = ""
		e = &anonymous
	}
	return b.Type(e, k.Children, k)
}

// namesType tells a type's name from a title. In `A or B` the names are types;
// below `object {…} or object {…}` they are titles. Alternatives that the
// expression cuts off are like those that it shows.
func namesType(e *decl.Expr, k *decl.Item) bool {
	if len(e.Args) == 0 {
		return true // below a named type there is nothing to compare with
	}
	names := false
	for _, alt := range e.Args {
		if alt.Op == decl.Name && alt.Text == k.Name || alt.Op == decl.Object && alt.Text == k.Name {
			return true
		}
		names = names || alt.Op == decl.Name && scalars[alt.Text] == "" || alt.Op == decl.Object && alt.Text != ""
	}
	return e.More > 0 && names
}

// Declaration assembles `X object` or `X = T` as the named type X.
func (b *Builder) Declaration(k *decl.Item) *model.Type {
	return b.Declare(k.Name, k)
}

// Declare assembles the item as the type of the given name.
func (b *Builder) Declare(name string, k *decl.Item) *model.Type {
	defer b.enter(name)()
	e := k.Expr
	if len(k.Children) == 0 && (e.Op == decl.Object || e.Is(name) || isBareChoice(e)) {
		return b.bare(name, e, k)
	}
	if x := b.extension(name, k); x != nil {
		return b.extended(name, x, k)
	}
	if e.Op == decl.Object {
		anonymous := *e
		anonymous.Text = ""
		return b.occur(name, b.object(&anonymous, k.Children, k), k, true)
	}
	self, within := b.self, b.within
	b.self, b.within = name, name
	t := b.Type(e, k.Children, k)
	b.self, b.within = self, within
	return b.occur(name, t, k, true)
}

// isBareChoice reports whether a type is announced as a choice without saying
// of what.
func isBareChoice(e *decl.Expr) bool {
	return e.Op == decl.Union && len(e.Args) == 0 && e.More == 0
}

// bare assembles a declaration without members: an empty object says so, any
// other was expanded elsewhere.
func (b *Builder) bare(name string, e *decl.Expr, k *decl.Item) *model.Type {
	if e.Braces && len(e.Fields) == 0 {
		return b.occur(name, b.In.Intern(model.Type{Kind: model.KindObject}), k, true)
	}
	return b.ref(name, "")
}
