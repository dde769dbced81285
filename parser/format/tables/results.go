package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// underKey is the member that a result is in.
	underKey = prefilter.MustCompile("(?i)\\bunder (?:the|an?) `([^`\\s]+)` (?:key|field|property|member|attribute)\\b")
	// withKey is an object of which the sentence names the one member.
	withKey = prefilter.MustCompile("(?i)\\bobject (?:with|containing) (?:one|an?|the|a single|only an?|only the) `([^`\\s]+)` (?:key|field|property|member|attribute)\\b")
	// mapPhrase is a map, with what its values are.
	mapPhrase = prefilter.MustCompile(`(?i)^\s*(?:back )?(?:an? )?(?:json )?(?:map|mapping|dictionary|hash)(?: object)? (?:of|from) [^.]{1,60}? to ([^.\n]+)`)
	// countPhrase is a number of things.
	countPhrase = prefilter.MustCompile(`(?i)^(?:the |their )?(?:total )?(?:number|count|amount) of\b`)
	// phraseStop ends the name of what is returned.
	phraseStop = prefilter.MustCompile("(?i)[.,;:(\n\u3002`]| (?:or|on|for|if|with|without|that|in|when|and|associated|by|from|of (?:the|a|this)|to|where|which|as|unless|upon|after)\\b")
	// statusLead is the status of an answer before what it carries.
	statusLead = prefilter.MustCompile("(?i)^\\s*(?:an? )?(?:http )?`?2[0-9][0-9]`?(?: ok| created| accepted)?`?(?: response| status(?: code)?| code)? (?:with|and|containing) ")
	// getsWord begins the description of a request that reads something.
	getsWord = prefilter.MustCompile(`(?i)^(?:gets?|fetch(?:es)?|retrieves?|lists?)\s`)
)

// phraseFillers are words before the name of what is returned.
var phraseFillers = []string{
	"a", "an", "the", "all", "back", "list", "array", "collection", "of", "partial", "new", "newly", "created", "updated", "modified", "deleted", "edited", "requested", "current",
	"resulting", "given", "existing", "full", "entire", "specified", "single", "json", "you", "200", "201", "202", "ok", "response", "status", "code", "corresponding", "matching",
}

// phraseNouns may end a name.
var phraseNouns = []string{"object", "objects", "structure", "structures", "entity", "entities", "resource", "resources", "record", "records", "model", "models"}

// namedResult reads the structure whose name a sentence gives for what is returned, or
// nil. A name without a link is taken only where all words between the verb and the
// end of the phrase are read.
func (r *reading) namedResult(rest string) *decl.Expr {
	if m := mapPhrase.FindStringSubmatch(rest); m != nil {
		if countPhrase.MatchString(strings.TrimSpace(m[1])) {
			return mapOf(&decl.Expr{Op: decl.Name, Text: "integer"})
		}
		return nil
	}
	rest = statusLead.ReplaceAllString(rest, "")
	if at := phraseStop.FindStringIndex(rest); at != nil {
		rest = rest[:at[0]]
	}
	words := strings.Fields(prose.Plain(rest))
	list, partial := false, false
	for len(words) > 0 && slices.Contains(phraseFillers, strings.ToLower(words[0])) {
		low := strings.ToLower(words[0])
		list = list || low == "list" || low == "array" || low == "collection" || low == "all"
		partial = partial || low == "partial"
		words = words[1:]
	}
	if len(words) == 0 || len(words) > 5 {
		return nil
	}
	last := strings.ToLower(words[len(words)-1])
	if slices.Contains(phraseNouns, last) && len(words) > 1 {
		words = words[:len(words)-1]
	}
	phrase := strings.Join(words, " ")
	name := r.view.Named(phrase)
	if name == "" { // guild.md calls a guild member a member
		name = r.view.Named(names.Singular(stem(r.document.page.Path)) + " " + phrase)
	}
	if name == "" {
		name = r.linkedPhrase(phrase)
	}
	t := r.view.byName[name]
	if t == nil || t.enum {
		return nil
	}
	if partial {
		name = r.view.Partial(name)
	}
	// Several are returned, unless the name itself is a plural: settings.
	list = list || names.Singular(last) != last && !slices.Contains(strings.Fields(strings.ToLower(t.title)), last)
	e := &decl.Expr{Op: decl.Name, Text: name}
	if list {
		return arrayOf(e)
	}
	return e
}

// fitsShown reports whether a structure that is only named is what the example shows,
// if there is one: a sentence may name what is within an envelope.
func (r *reading) fitsShown(e *decl.Expr) bool {
	if r.shown == nil {
		return true
	}
	members, list := objectOf(r.shown)
	if e.Op == decl.Map {
		return !list
	}
	if list != (e.Op == decl.Array) {
		return false
	}
	if e.Op == decl.Array {
		e = e.Args[0]
	}
	t := r.view.byName[strings.TrimPrefix(e.Text, partialName(""))]
	if t == nil {
		t = r.view.byName[e.Text]
	}
	if t == nil || t.choice || len(members) == 0 {
		return true
	}
	h := headOf(t.block.table)
	known := 0
	for i := range t.block.table.Rows {
		if _, ok := members[stepName(t.block.table.Rows[i].Cell(h.name))]; ok {
			known++
		}
	}
	return known*2 >= len(members)
}

// linkedPhrase is the structure that another sentence of the page links a phrase to.
func (r *reading) linkedPhrase(phrase string) string {
	if r.targets == nil {
		r.targets = map[string]string{}
		for i := range r.document.blocks {
			b := &r.document.blocks[i]
			if b.kind == fenceBlock {
				continue // what examples show is no link
			}
			for _, l := range prose.Links(r.document.text[b.start:b.end]) {
				if text := strings.ToLower(l.Text); r.targets[text] == "" {
					r.targets[text] = l.Target
				}
			}
		}
	}
	if e := r.structureAt(r.targets[strings.ToLower(phrase)], false); e != nil {
		return e.Text
	}
	return ""
}

// keyed puts a result into the member that the sentence says it is in.
func keyed(text string, e *decl.Expr, start, end int) []*decl.Item {
	if m := underKey.FindStringSubmatch(text); m != nil {
		return []*decl.Item{{Form: decl.Field, Name: m[1], Expr: e, Start: start, End: end}}
	}
	return []*decl.Item{{Form: decl.Variant, Expr: e, Start: start, End: end}}
}

// singleKey is the object with one member that a sentence says is returned, or nil.
func (r *reading) singleKey(text string, start, end int) []*decl.Item {
	if !mayReturn(text) || !strings.Contains(strings.ToLower(text), "object ") {
		return nil
	}
	for _, at := range returnsIn(text) {
		rest := text[at[1]:min(len(text), at[1]+longestSentence)]
		stop := sentenceEnd.FindStringIndex(maskLinks(rest))
		if stop != nil {
			rest = rest[:stop[0]]
		}
		m := withKey.FindStringSubmatchIndex(rest)
		if m == nil || m[0] > len(" back a json") {
			continue
		}
		it := &decl.Item{Form: decl.Field, Name: rest[m[2]:m[3]], Doc: prose.Doc(text[at[0]:at[1]] + rest), Start: start, End: end, Expr: anyExpr}
		if after := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(rest[m[1]:]), "indicating")); countPhrase.MatchString(after) {
			it.Expr = &decl.Expr{Op: decl.Name, Text: "integer"}
		} else {
			it.Unreadable = true
			r.problem(start, end, "untyped-attribute", "the page says no type of \""+it.Name+"\"; it may hold any value", "")
		}
		return []*decl.Item{it}
	}
	return nil
}

// got reads what the description of a request that only reads begins with: "Gets the
// boat …".
func (r *reading) got(op *decl.Operation) *decl.Expr {
	if op.Verb != "GET" {
		return nil
	}
	at := getsWord.FindStringIndex(op.Doc)
	if at == nil || len(prose.Links(op.Doc)) > 0 {
		return nil
	}
	return r.namedResult(op.Doc[at[1]:])
}
