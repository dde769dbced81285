package tables

import (
	"cmp"
	"encoding/json"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// typeSaid is the type that the description of an attribute says whose row says none, and
// that its default has, or nil.
func (a *attribute) typeSaid(u usage) *decl.Expr {
	e := prose.Said(a.doc)
	if e == nil {
		switch prose.Default(a.doc) {
		case "true", "false":
			return &decl.Expr{Op: decl.Name, Text: "boolean"}
		}
		return nil
	}
	if (e.Op == decl.Array || e.Op == decl.Object) && u.sent && a.outside {
		return nil // how it travels outside of a body, nobody says
	}
	return e
}

// needsByLabel gives attributes that say nothing of it the need that the label above
// their table says of all: Optional parameters, Advanced parameters (optional).
func needsByLabel(as []*attribute, label string) {
	need := needOfLabel(label)
	if need == vocabulary.Unsaid {
		return
	}
	for _, a := range as {
		if a.need == vocabulary.Unsaid && a.noted == vocabulary.Unsaid && !a.name.Optional && !a.name.Required && !a.typ.Optional && !a.typ.Required {
			a.need = need
		}
	}
}

// inBrackets is a remark at the end of a label.
var inBrackets = prefilter.MustCompile(`[(（]([^()（）]{1,30})[)）][\s:：*]*$`)

func needOfLabel(label string) vocabulary.Need {
	label = prose.Plain(label)
	if !factsNoun.MatchString(label) {
		return vocabulary.Unsaid
	}
	first, _, _ := strings.Cut(strings.TrimSpace(label), " ")
	try := []string{first}
	if m := inBrackets.FindStringSubmatch(label); m != nil {
		try = append(try, m[1])
	}
	for _, word := range try {
		if len(word) < 4 {
			continue // numbers and marks
		}
		if need := vocabulary.NeedOf(strings.Trim(word, ":*")); need == vocabulary.Yes || need == vocabulary.No {
			return need
		}
	}
	return vocabulary.Unsaid
}

// jsonSent are the members of the bodies in JSON that the request examples of an operation
// send, by name, without those of which two examples send values of different kinds.
func (s *document) jsonSent(op *decl.Operation) map[string]any {
	out := map[string]any{}
	for _, ex := range op.Examples {
		if ex.Response {
			continue
		}
		req, err := s.requestIn(ex.Text)
		if err != nil {
			continue
		}
		v, err := link.ParseJSON(req.Body)
		if _, ok := v.(map[string]any); err != nil || !ok {
			continue
		}
		for name, value := range byName(v) {
			if have, ok := out[name]; ok && !decl.Equal(shownExpr(have), shownExpr(value)) {
				value = nil
			}
			out[name] = value
		}
	}
	return out
}

// exprSent is the type of what is sent for an attribute, or nil where it says none.
func exprSent(v any) *decl.Expr {
	switch v := v.(type) {
	case json.Number:
		return &decl.Expr{Op: decl.Name, Text: "number"}
	case string, bool:
		return shownExpr(v)
	case map[string]any:
		return objectExpr
	case []any:
		elem := anyExpr
		for i, each := range v {
			e := exprSent(each)
			if e == nil || i > 0 && !decl.Equal(e, elem) {
				return arrayOf(anyExpr)
			}
			elem = e
		}
		return arrayOf(elem)
	}
	return nil
}

// saysOthers reports whether a description says that values of several types may stand there.
func (a *attribute) saysOthers() bool {
	return saysOthers.MatchString(a.doc) || prose.IsMoreThanBoolean(a.doc)
}

// typeBySent gives attributes whose rows say no type that of what examples send for them.
func typeBySent(as []*attribute, sent map[string]any) {
	for _, a := range as {
		if a.typ.Expr == nil && len(a.children) == 0 && len(a.values) == 0 {
			if e := exprSent(sent[a.name.Text]); e != nil && !a.saysOthers() && a.defaultFits(e) {
				a.typ.Expr, a.shown = e, true
			}
		}
		typeBySent(a.children, sent)
	}
}

// saysOthers is what a description says of an attribute that takes values of several kinds.
var saysOthers = prefilter.MustCompile(`(?i)\b(?:can|may) (?:also )?be\b|\b(?:either|or) (?:an? |the )?(?:json|list|array|object|string|text|number|integer|boolean|bool|null|true|false)\b`)

// defaultFits reports whether what the description calls the default is a value of a type.
func (a *attribute) defaultFits(e *decl.Expr) bool {
	def := cmp.Or(a.def, prose.Default(a.doc))
	if def == "" {
		return true
	}
	var v any
	dec := json.NewDecoder(strings.NewReader(def))
	dec.UseNumber()
	if dec.Decode(&v) != nil || dec.More() {
		v = def // printed without quotes
	}
	is := exprSent(v)
	return is == nil || is.Op == e.Op && (e.Op != decl.Name || e.Text == is.Text)
}

// saidType gives an item without a type the one that its description says, and reports
// whether it does.
func (a *attribute) saidType(it *decl.Item, u usage) bool {
	e := a.typeSaid(u)
	if e == nil {
		return false
	}
	it.Expr = e
	it.Evidence = it.Evidence.With(model.FactType, model.SourceProse)
	return true
}

// valuesAreBoolean reports whether the values that are listed are spellings of true and
// false.
func (a *attribute) valuesAreBoolean() bool {
	words := false
	for _, v := range a.values {
		switch strings.ToLower(v) {
		case "true", "false":
			words = true
		case "0", "1":
		default:
			return false
		}
	}
	return words
}
