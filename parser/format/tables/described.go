package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// leadWord are words that may stand between the start of a description and the link
	// to the structure that it is about.
	leadWord = prefilter.MustCompile(`(?i)^(?:an?|the|optional|array|list|set|collection|object|objects|dictionary|map|mapping|structure|nested|of|with|containing|up|to|[0-9]+|partial)$`)
	listLead = prefilter.MustCompile(`(?i)\b(?:array|list|set|collection)\b`)
	mapLead  = prefilter.MustCompile(`(?i)\b(?:dictionary|map)\b`)
	// afterLink is what may stand behind that link: the noun of a structure, or the end
	// of the phrase.
	afterLink = prefilter.MustCompile(`(?i)^\s*(?:$|[.,;:(\n]|(?:objects?|structures?|entit(?:y|ies)|records?|models?|for|of|that|which|in|to|it|they|whose|where|used|sent)\b)`)
	// valueLead stands before the structure of the values of a map.
	valueLead = prefilter.MustCompile(`(?i)\b(?:the |each )?values?(?: for (?:each|every|a|the) key)? (?:is|are|being|must be) (?:an? |the )?(partial )?\[`)
	// seeBehind ends a description with where on the page its structure is told.
	seeBehind = prefilter.MustCompile(`(?i)[,.;:(]\s*(?:please )?(?:see|refer to)(?: also)? ()(?:the )?\[`)
	// translates says that they are another attribute in several languages.
	translates = prefilter.MustCompile("(?i)^(?:the )?(?:translations?|locali[sz]ations?|locali[sz]ed versions?) (?:of|for) (?:the )?`?([A-Za-z0-9_.-]+)`?(?:\\W|$)")
	// sameRules says that the values of a map are like another attribute.
	sameRules = prefilter.MustCompile("(?i)\\bvalues? (?:follow|have|are subject to|obey) the same (?:restrictions|rules|limits|constraints|format|type) as (?:the )?`?([A-Za-z0-9_.-]+)`?")
)

// describeType completes a type that says only object, list or map by the structure
// with which the description begins, or which it says the values have.
func (r *reading) describeType(a *attribute, description string) {
	if a.typ.Expr == nil || a.typ.Unknown != "" {
		return
	}
	open := openEnd(a.typ.Expr)
	if open == nil {
		return
	}
	if a.typ.Expr.Op == decl.Map {
		if e := r.linkedAt(valueLead.FindStringSubmatchIndex(description), description); e != nil {
			a.typ.Expr, a.described = mapOf(e), true
		}
		return
	}
	e, lead := r.leadingStructure(description)
	if e == nil {
		e = r.linkedAt(seeBehind.FindStringSubmatchIndex(description), description)
	}
	switch {
	case e == nil:
	case a.typ.Expr.Op == decl.Array:
		a.typ.Expr, a.described = arrayOf(e), true
	case listLead.MatchString(lead):
	case mapLead.MatchString(lead) && !strings.Contains(strings.ToLower(lead), "object"):
		a.typ.Expr, a.described = mapOf(e), true
	default:
		a.typ.Expr, a.described = e, true
	}
}

// openEnd returns the part of a type that says nothing of what a value has: an object
// without members, an element or value of any type. It is nil where there is none.
func openEnd(e *decl.Expr) *decl.Expr {
	switch e.Op {
	case decl.Object:
		return e
	case decl.Array, decl.Map:
		if len(e.Args) != 1 {
			return nil
		}
		if e.Args[0].Op == decl.Object || e.Args[0].Is("any") {
			return e.Args[0]
		}
		if e.Args[0].Op == decl.Array && openEnd(e.Args[0]) != nil {
			return e.Args[0] // array[], of what a scripting language calls so
		}
	}
	return nil
}

// leadingStructure returns the structure that a description begins with, and the words
// before it. One word that is unknown may stand before the link: "the rule [metadata]".
func (r *reading) leadingStructure(description string) (*decl.Expr, string) {
	links := prose.Links(description)
	if len(links) == 0 {
		return nil, ""
	}
	before, after, ok := strings.Cut(description, "["+links[0].Text+"]("+links[0].Target+")")
	if !ok || !afterLink.MatchString(after) {
		return nil, ""
	}
	unknown := 0
	words := strings.Fields(prose.Plain(before))
	for _, w := range words {
		if !leadWord.MatchString(w) {
			unknown++
		}
	}
	if unknown > 1 || unknown == 1 && len(words) != 2 {
		return nil, ""
	}
	return r.structureAt(links[0].Target, strings.Contains(strings.ToLower(before), "partial")), before
}

// structureAt is the structure that a link leads to, or nil.
func (r *reading) structureAt(target string, partial bool) *decl.Expr {
	t := r.view.linked(r.view.from, target)
	if t == nil || t.enum {
		return nil
	}
	name := t.name
	if partial {
		name = r.view.Partial(name)
	}
	return &decl.Expr{Op: decl.Name, Text: name}
}

// linkedAt is the structure of the link that a match ends before, whose first group
// is the word "partial".
func (r *reading) linkedAt(at []int, text string) *decl.Expr {
	if at == nil {
		return nil
	}
	links := prose.Links(text[at[1]-1:])
	if len(links) == 0 || at[2] == at[3] && at[2] >= 0 && !endsBehind(text[at[1]-1:], links[0]) {
		return nil
	}
	return r.structureAt(links[0].Target, at[2] < at[3])
}

// endsBehind reports whether nothing follows a link of the page that a text begins with.
func endsBehind(text string, l prose.Link) bool {
	rest, ok := strings.CutPrefix(text, "["+l.Text+"]("+l.Target+")")
	return ok && strings.HasPrefix(l.Target, "#") && whereOnly.MatchString(rest)
}

// whereOnly is what may stand behind a link at the end.
var whereOnly = prefilter.MustCompile(`(?i)^(?:\s+(?:below|above|for (?:the )?(?:details|more)))?[\s.)]*$`)

// likeOthers gives the values of maps the type of the attribute whose rules they
// follow, or that they translate.
func likeOthers(flat []*attribute) {
	for _, a := range flat {
		if a.typ.Expr == nil || a.typ.Expr.Op != decl.Map || !a.typ.Expr.Args[0].Is("any") {
			continue
		}
		m := sameRules.FindStringSubmatch(a.doc)
		if m == nil {
			m = translates.FindStringSubmatch(a.doc)
		}
		if m == nil {
			continue
		}
		for _, b := range flat {
			if b.name.Text == m[1] && b.typ.Expr != nil && b.typ.Expr.Op == decl.Name && vocabulary.TypeOf(b.typ.Expr.Text) != "" {
				a.typ.Expr, a.described = mapOf(b.typ.Expr), true
			}
		}
	}
}
