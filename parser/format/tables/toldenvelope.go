package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

const (
	quotedName   = "[`'\"‘’“”*_]+([A-Za-z_][A-Za-z0-9_]*)[`'\"‘’“”*_]+"
	memberNoun   = `(?:field|member|property|key|attribute)`
	toldTypeWord = `(boolean|bool|string|integer|int|number)`
)

var (
	// payloadTold says which member of all answers holds what an endpoint answers.
	payloadTold = prefilter.MustCompile(`(?i)\b(?:result|response|data|payload|answer)s?\b[^.\n]{0,60}?\b(?:can be|is|are|will be)\b[^.\n]{0,20}?\b(?:in|under) (?:the |an? )?` + quotedName + ` ` + memberNoun + `\b`)
	// memberTold is one more member, in one of two orders: a Boolean field 'ok', an Integer
	// 'code' field.
	memberTold = prefilter.MustCompile(`(?i)\b(optional )?` + toldTypeWord + ` (?:` + memberNoun + ` (?:named |called )?` + quotedName + `|` + quotedName + ` ` + memberNoun + `\b)`)
)

// A toldEnvelope is what prose says of what lies around all answers.
type toldEnvelope struct {
	start, end int
	payload    string
	members    []toldMember
}

type toldMember struct {
	name, typ string
	optional  bool
}

// toldIn reads what a text says of the members that all answers have, or returns nil: it
// names the one that holds the result, and one more at least.
func (s *document) toldIn(b *block) *toldEnvelope {
	text := s.text[b.start:b.end]
	if !strings.Contains(text, "field") && !strings.Contains(text, "member") && !strings.Contains(text, "propert") && !strings.Contains(text, "key") {
		return nil
	}
	m := payloadTold.FindStringSubmatch(text)
	if m == nil || s.callAt(b.start) != nil {
		return nil
	}
	e := &toldEnvelope{start: b.start, end: b.end, payload: m[1]}
	for _, f := range memberTold.FindAllStringSubmatch(text, -1) {
		if name := f[3] + f[4]; name != e.payload {
			e.members = append(e.members, toldMember{name, vocabulary.TypeOf(f[2]), f[1] != "" || strings.Contains(f[0], f[4]) && f[4] != ""})
		}
	}
	if len(e.members) == 0 {
		return nil
	}
	return e
}

// items are the members of an envelope that prose tells of. What holds the result is
// missing where a call has failed.
func (e *toldEnvelope) items() []*decl.Item {
	var out []*decl.Item
	add := func(name string, expr *decl.Expr, optional bool) {
		it := &decl.Item{Form: decl.Field, Name: name, Expr: expr, Optional: optional, Start: e.start, End: e.end, Facts: decl.Facts{}}
		it.Evidence = it.Evidence.With(model.FactType, model.SourceProse).With(model.FactRequired, model.SourceProse)
		out = append(out, it)
	}
	for _, m := range e.members {
		add(m.name, &decl.Expr{Op: decl.Name, Text: m.typ}, m.optional)
	}
	add(e.payload, anyExpr, true)
	return unique(out)
}
