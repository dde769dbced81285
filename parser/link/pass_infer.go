package link

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
)

// infer concludes from examples, prose and names what the signatures leave
// open, and marks each conclusion with where it came from.
func (l *linker) infer() {
	l.wrappers()
	l.nullable()
	l.readNulls()
	for t := range l.eachType() {
		t.Type = l.inferType(t.Type)
		if o := l.seen.named[t.ID]; o != nil && o.wide > 0 && isNumeric(t.Type) {
			t.Type = l.types.Intern(model.Type{Kind: t.Type.Kind, Format: model.FormatDecimal})
		}
	}
	for m := range l.eachMethod() {
		for _, p := range m.Params {
			l.inferField(&p.Field, &p.Field)
		}
		if m.Body != nil {
			m.Body.Type = l.inferType(m.Body.Type)
		}
		if f := l.seen.returns[m.ID]; f != nil {
			var g model.Field
			l.inferField(f, &g)
			m.Returns.Type = g.Type
		}
	}
}

// wrappers finds types that pages show only by their members and that every
// example shows as an array: what the page shows is an element.
func (l *linker) wrappers() {
	for t := range l.eachType() {
		o := l.seen.named[t.ID]
		if !l.implied[t.ID] || t.Type.Kind != model.KindObject || o == nil || o.arrays == 0 || o.objects > 0 {
			continue
		}
		id := t.ID + "Item"
		if l.named[id] != nil {
			continue
		}
		l.named[id] = &model.NamedType{
			ID: id, Name: t.Name + "Item", Resource: t.Resource, Anonymous: true,
			Type: t.Type, Doc: t.Doc, Span: t.Span,
		}
		elem := l.types.Intern(model.Type{Kind: model.KindRef, Ref: id})
		t.Type = l.types.Intern(model.Type{Kind: model.KindArray, Elem: elem})
	}
}

func (l *linker) inferType(t *model.Type) *model.Type {
	if t.Kind != model.KindObject {
		return t
	}
	c := *t
	c.Fields = make([]*model.Field, len(t.Fields))
	inferred := make([]model.Field, len(t.Fields))
	for i, f := range t.Fields {
		c.Fields[i] = &inferred[i]
		l.inferField(f, c.Fields[i])
	}
	return l.types.Intern(c)
}

// inferField concludes what a field leaves open, and writes it with that to another
// one, or to itself.
func (l *linker) inferField(f, g *model.Field) {
	o := l.seen.fields[f]
	if o == nil {
		o = &observed{}
	}
	*g = *f
	said := readProse(f.Name, f.Doc, innermost(f.Type).Kind)
	inferDefault(g, l.structure(g.Type), said)
	inferLimits(g, said)
	g.Nullable = g.Nullable || l.mayBeNull(g)
	l.inferNull(g, o)
	l.inferElements(g, o)
	scalar := innermost(g.Type)
	if by := g.Evidence.Of(model.FactType); by != "" && !by.Inferred() {
		inferLengths(g, g.Doc)
		l.refuted(g, o, scalar)
		return
	}
	switch scalar.Kind {
	case model.KindNumber:
		if by := whole(g, o, said); by != "" && !l.meantNumber(g, by, said) {
			g.Type = l.replaceScalar(g.Type, model.Type{Kind: model.KindInteger, Format: scalar.Format})
			g.Evidence = g.Evidence.With(model.FactType, by)
		}
	case model.KindString:
		if kind, by := moment(g, o, said); by != "" {
			g.Type = l.replaceScalar(g.Type, model.Type{Kind: kind, Format: scalar.Format})
			g.Evidence = g.Evidence.With(model.FactType, by)
		}
	}
	inferLengths(g, g.Doc)
	l.refuted(g, o, scalar)
}

// refuted takes back what an example shows to be wrong: a type that refuses
// real values is worse than one that is not exact.
func (l *linker) refuted(f *model.Field, o *observed, scalar *model.Type) {
	var kind model.Kind
	switch {
	case scalar.Kind == model.KindDateTime && o.strings > o.times, scalar.Kind == model.KindDate && o.strings > o.dates:
		kind = model.KindString
	case scalar.Kind == model.KindInteger && o.fractions > 0:
		kind = model.KindNumber
	default:
		l.widen(f, o)
		return
	}
	f.Type = l.replaceScalar(f.Type, model.Type{Kind: kind, Format: scalar.Format})
	f.Evidence = f.Evidence.With(model.FactType, model.SourceExample)
	l.widen(f, o)
}

// widen gives a number the format that keeps its digits where an example has more
// of them than 64 bits hold, whatever format the page states.
func (l *linker) widen(f *model.Field, o *observed) {
	scalar := innermost(f.Type)
	if o.wide == 0 || !isNumeric(scalar) {
		return
	}
	f.Type = l.replaceScalar(f.Type, model.Type{Kind: scalar.Kind, Format: model.FormatDecimal})
	f.Evidence = f.Evidence.With(model.FactFormat, model.SourceExample)
}

func isNumeric(t *model.Type) bool { return t.Kind == model.KindNumber || t.Kind == model.KindInteger }

func innermost(t *model.Type) *model.Type {
	for t.Kind == model.KindArray || t.Kind == model.KindMap {
		t = t.Elem
	}
	return t
}

func (l *linker) replaceScalar(t *model.Type, by model.Type) *model.Type {
	if t.Kind != model.KindArray && t.Kind != model.KindMap {
		return l.types.Intern(by)
	}
	c := *t
	c.Elem = l.replaceScalar(t.Elem, by)
	return l.types.Intern(c)
}

// whole says by what evidence a number is an integer, or "". One fraction
// anywhere shows that it is not; a lone zero shows nothing.
func whole(f *model.Field, o *observed, said prose) model.Source {
	fraction := o.fractions > 0 || strings.ContainsAny(string(f.Default), ".eE")
	if f.Limits != nil {
		fraction = fraction || strings.ContainsAny(string(f.Limits.Minimum+f.Limits.Maximum), ".eE")
	}
	switch {
	case fraction || isFloat(innermost(f.Type)):
		return ""
	case o.integers > 0:
		return model.SourceExample
	case said.unixTime || said.integer:
		return model.SourceProse
	case f.Default != "" || f.Limits != nil && f.Limits.Maximum != "" && f.Limits.Maximum != "1":
		return model.SourceProse
	case countName(f.Name):
		return model.SourceName
	}
	return ""
}

// meantNumber reports whether a page that calls a value a number means one, whatever a whole default or
// limit shows, and where it has another word for integers an example too: the value is measured and not
// counted.
func (l *linker) meantNumber(f *model.Field, by model.Source, said prose) bool {
	if f.Evidence.Of(model.FactType) != "" || by == model.SourceProse && (said.unixTime || said.integer) {
		return false
	}
	if !l.in.Stated.Integers && by != model.SourceProse {
		return false // an example is better than a default or a limit
	}
	words := names.Parts(f.Name)
	return len(words) > 0 && measures[strings.ToLower(words[len(words)-1])]
}

// measures are last words of names of what is measured.
var measures = map[string]bool{
	"price": true, "amount": true, "quantity": true, "qty": true, "rate": true, "fee": true, "cost": true, "balance": true, "volume": true, "ratio": true,
	"percent": true, "percentage": true, "weight": true, "latitude": true, "longitude": true, "lat": true, "lng": true, "lon": true, "score": true,
	"value": true, "worth": true, "profit": true, "loss": true, "margin": true, "leverage": true, "temperature": true, "distance": true, "discount": true, "tax": true,
}

// isFloat reports whether the page says that a number has fractions.
func isFloat(t *model.Type) bool { return t.Format == "double" || t.Format == "float" }

// countWords are words that names of whole quantities end in. Measures such as
// length or total are not among them.
var countWords = map[string]bool{
	"bytes": true, "code": true, "count": true, "epochs": true, "index": true, "k": true, "limit": true, "line": true,
	"lines": true, "number": true, "offset": true, "page": true, "port": true, "requests": true, "retries": true, "timestamp": true, "tokens": true, "version": true,
}

func countName(name string) bool {
	ws := names.Parts(name)
	return len(ws) > 0 && countWords[strings.ToLower(ws[len(ws)-1])]
}

// moment says by what evidence a string is a date or a time, or "".
func moment(f *model.Field, o *observed, said prose) (model.Kind, model.Source) {
	switch {
	case o.times > 0 && o.times == o.strings:
		return model.KindDateTime, model.SourceExample
	case o.dates > 0 && o.dates == o.strings && (said.date || dayName(f.Name)):
		return model.KindDate, model.SourceExample
	case o.strings > 0:
		return "", ""
	case said.time:
		return model.KindDateTime, model.SourceProse
	case said.date:
		return model.KindDate, model.SourceProse
	case timeBound.MatchString(f.Name):
		return model.KindDateTime, model.SourceName
	}
	return "", ""
}

// timeBound finds the names of filters such as created_at[gte].
var timeBound = regexp.MustCompile(`_at(\[|\.|_)(gte?|lte?|before|after)\]?$`)

// dayName keeps versions and IDs that look like dates from being dates: a type
// that refuses the next one would be worse than text.
func dayName(name string) bool {
	for _, w := range names.Parts(strings.ToLower(name)) {
		if w == "date" || w == "day" || w == "on" || w == "at" || w == "birthday" {
			return true
		}
	}
	return false
}
