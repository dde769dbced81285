// Package assemble turns the neutral declarations of a page into types of the
// model. It works on one page at a time and leaves to the linker what only all
// pages together can tell: which expansion of a named type is the fullest, and
// whether two of them are the same type at all.
//
// It is not part of the compatibility promise.
package assemble

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/decl"
)

// An Occurrence is one place where a page expands a named type.
type Occurrence struct {
	Name string
	// Shape tells structures apart that share a name; refs carry it.
	Shape string
	Type  *model.Type
	// Extends is the type whose members this one has besides, or nil.
	Extends *Extension
	// Declared says that the page prints `X object` or `X = T`, rather than
	// members below a field that has the type.
	Declared bool
	// Client says that it stands on the page of a client.
	Client bool
	// Nullable says that the page has null among the alternatives of X: whatever
	// has the type may be null.
	Nullable bool
	// Sent says that the occurrence stands in what a request carries.
	Sent bool
	// Domain says that the occurrence stands below "Domain Types".
	Domain          bool
	Doc, Deprecated string
	SDKName         string
	Span            source.Span
}

// A Builder assembles the types of one page.
type Builder struct {
	In   *model.Interner
	File *source.File
	// Client says that the page is about a client in some language, which knows
	// where each parameter travels and does not say so.
	Client bool
	// Exact is the page's dialect if that tells whole numbers and times, or "".
	Exact model.Source
	// Occurrences are the named types that were expanded, in page order, inner
	// ones first. Equal occurrences are listed once.
	Occurrences []*Occurrence
	// Problems are what was found on the way.
	Problems []decl.Problem

	cuts   []Cut
	listed map[member]bool
	// expanding is the innermost named type that is being assembled.
	expanding string

	texts map[string]string
	seen  map[seenKey]bool
	self  string // the alias being declared, for `X = array of X`
	// within is the name whose alternatives are being assembled.
	within string
	// sent says that what is assembled is part of a request.
	sent bool
	// domain is the name that the current entry of a domain section declares.
	domain string
}

type seenKey struct {
	name, shape, sdk           string
	typ                        *model.Type
	declared, domain, nullable bool
	client                     bool
}

// NewBuilder returns a Builder for the page.
func NewBuilder(file *source.File) *Builder {
	return &Builder{In: model.NewInterner(), File: file, texts: map[string]string{}, seen: map[seenKey]bool{}, listed: map[member]bool{}}
}

// text copies a string out of the page, once for all its occurrences, so that
// the model does not keep pages in memory.
func (b *Builder) text(s string) string {
	if s == "" {
		return ""
	}
	if have, ok := b.texts[s]; ok {
		return have
	}
	s = strings.Clone(s)
	b.texts[s] = s
	return s
}

// span is the place of an item, on whatever page it stands.
func (b *Builder) span(it *decl.Item) source.Span {
	return cmp.Or(it.File, b.File).Span(it.Start, it.End)
}

func (b *Builder) problem(it *decl.Item, code diag.Code, message, help string) *decl.Problem {
	b.Problems = append(b.Problems, decl.Problem{Code: code, File: it.File, Start: it.Start, End: it.End, Message: message, Help: help})
	return &b.Problems[len(b.Problems)-1]
}

// Fields assembles the fields among the items.
func (b *Builder) Fields(items []*decl.Item) []*model.Field {
	out := make([]*model.Field, 0, len(items))
	names := make(map[string]*decl.Item, len(items))
	for _, it := range items {
		if it.Form != decl.Field {
			continue
		}
		if first := names[it.Name]; first != nil {
			b.problem(it, "duplicate-field", "field \""+it.Name+"\" is listed twice; the first one counts", "").
				Related = []diag.Related{{Span: b.span(first), Message: "the first one"}}
			continue
		}
		names[it.Name] = it
		out = append(out, b.Field(it))
	}
	return out
}

// Field assembles one field.
func (b *Builder) Field(it *decl.Item) *model.Field {
	self, within := b.self, b.within
	b.self, b.within = "", "" // below a field the name is a type like any other
	defer func() { b.self, b.within = self, within }()
	f := &model.Field{
		Name:       b.text(it.Name),
		Type:       b.Type(it.Expr, it.Children, it),
		Required:   !it.Optional,
		Nullable:   it.Nullable,
		Doc:        b.text(it.Doc),
		Deprecated: b.text(it.Deprecated),
		SDKName:    b.text(it.Native),
		Evidence:   it.Evidence,
		Span:       b.span(it),
	}
	if b.Exact != "" && scalars[it.Expr.Innermost().Text] != "" && f.Evidence.Of(model.FactType) == "" {
		f.Evidence = f.Evidence.With(model.FactType, b.Exact)
	}
	b.applyFacts(f, it.Facts)
	return f
}

// Type assembles an expression and the items nested below it. at is the item
// that holds it.
func (b *Builder) Type(e *decl.Expr, kids []*decl.Item, at *decl.Item) *model.Type {
	switch e.Op {
	case decl.Literal:
		return b.constant(e.Text)
	case decl.Array:
		if alt := decl.Regroup(e, kids); alt != nil {
			return b.union(alt, kids, at)
		}
		return b.In.Intern(model.Type{Kind: model.KindArray, Elem: b.Type(e.Args[0], kids, at)})
	case decl.Map:
		return b.In.Intern(model.Type{Kind: model.KindMap, Elem: b.Type(e.Args[0], kids, at)})
	case decl.Object:
		if isTypeName(e.Text) {
			return b.named(e.Text, kids, at)
		}
		return b.object(e, kids, at)
	case decl.Union:
		return b.union(e, kids, at)
	}
	if kind, ok := scalars[e.Text]; ok && !listsValues(kids) {
		return b.In.Scalar(kind)
	} else if ok {
		return b.union(&decl.Expr{Op: decl.Union}, kids, at)
	}
	return b.named(e.Text, kids, at)
}

// listsValues reports whether the items are named values, as clients print
// them below a type of text: `type Mode string`.
func listsValues(kids []*decl.Item) bool {
	return len(kids) > 0 && !slices.ContainsFunc(kids, func(k *decl.Item) bool { return !isNamedValue(k) })
}

func isNamedValue(k *decl.Item) bool {
	return k.Form == decl.Variant && k.Native != "" && k.Expr.Op == decl.Literal
}

var scalars = map[string]model.Kind{
	"string": model.KindString, "number": model.KindNumber, "integer": model.KindInteger,
	"boolean": model.KindBoolean, "unknown": model.KindAny, "any": model.KindAny, "null": model.KindNull,
	"file": model.KindFile, "binary": model.KindFile,
	// The words of dialects that tell scalars apart.
	"float": model.KindNumber, "date-time": model.KindDateTime, "date": model.KindDate,
}

func (b *Builder) constant(literal string) *model.Type {
	return b.In.Intern(model.Type{Kind: model.KindConst, Literal: model.Literal(b.text(literal))})
}
