package tables

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// returns finds the result of an operation: the members that tables list, else the
// structure that prose links to. What only examples show is left to the linker.
func (r *reading) returns(op *decl.Operation, c *call, answers [][]*attribute) {
	var forms [][]*decl.Item
	for _, as := range answers {
		if whole := r.wholeOf(as, usage{}); whole != nil {
			op.Returns = &decl.Returns{Items: []*decl.Item{whole}}
			return
		}
		forms = append(forms, r.items(as, usage{}))
	}
	if items := unitedForms(forms); len(items) > 0 {
		if r.listed(items) || r.answersList(c) {
			items = []*decl.Item{{Form: decl.Variant, Expr: arrayOfObjects, Children: items, Start: items[0].Start, End: items[len(items)-1].End}}
		}
		op.Returns = &decl.Returns{Items: r.enveloped(op, items)}
		for _, v := range r.shownAll {
			r.missing(op.Returns.Items, v)
		}
		return
	}
	if op.Returns = r.byStatus(c); op.Returns != nil {
		return
	}
	for _, p := range c.parts {
		if p.kind != textBlock {
			continue
		}
		text := r.document.text[p.start:p.end]
		if items := r.singleKey(text, p.start, p.end); items != nil {
			op.Returns = &decl.Returns{Source: model.SourceProse, Items: r.inEnvelopeOf(op, items)}
			return
		}
		if m := statusBefore.FindString(text); m != "" && p.section == vocabulary.Response {
			text = "Returns " + text[len(m):]
		} else if p.section == vocabulary.Response && answeredThing.MatchString(text) {
			text = "Returns " + text
		}
		e, besides := r.seenElsewhere(p, text), ""
		if e == nil {
			e, besides = r.returned(text)
		}
		if e != nil {
			if besides != "" {
				r.problem(p.start, p.end, "uncertain-type", "the result is read as "+exprText(e)+", but the page says more of it: "+quoted(besides), "")
			}
			op.Returns = &decl.Returns{Source: model.SourceProse, Items: r.inEnvelopeOf(op, keyed(text, e, p.start, p.end))}
			return
		}
	}
	if e := r.got(op); e != nil && r.shown == nil {
		op.Returns = &decl.Returns{Source: model.SourceProse, Items: r.inEnvelopeOf(op, []*decl.Item{{Form: decl.Variant, Expr: e, Start: c.start, End: c.stated[0].End}})}
		return
	}
	if r.envelope != nil && r.shown == nil {
		op.Returns = &decl.Returns{Source: model.SourceProse, Items: r.envelopeMembers()}
	}
}

// statusBefore is a status of success before what is answered: `200 OK` - Array of boats.
var statusBefore = prefilter.MustCompile("^[`*]*2[0-9][0-9](?: [A-Za-z]+){0,3}[`*]*\\s*[-–—:：]\\s*")

// answeredThing begins what is answered below a title or a label for that: The list of [boats](#boat).
var answeredThing = prefilter.MustCompile(`^(?:(?:An?|The) )(?:[a-z]+ ){0,2}(?:(?:list|array|collection) of )?(?:[a-z]+ ){0,3}(?:\[[^\]\n]{1,40}\]\([^()\s]+\)|[A-Z][A-Za-z]+)(?: (?:objects?|resources?|records?))?\s*\.`)

var (
	returnsWord = prefilter.MustCompile(`(?i)\b(?:returns?|returning|responds? with|responses? (?:is|are|include|includes|has|have|contain|contains|body is)|will return|yields|response:?|返回|响应为|レスポンスは)\b|返回|响应为`)
	negated     = prefilter.MustCompile(`(?i)(?:\bnot|n't|\bnever|不)\s*$`)
	sentenceEnd = prefilter.MustCompile(`[.。](?:\s|$)|\n\n`)
	listWord    = prefilter.MustCompile(`(?i)\b(?:array|list|lists|collection) of\b|列表|数组`)
)

// besidesWord is what follows a structure that is returned with other members than its
// own.
var besidesWord = prefilter.MustCompile(`(?i)^[\s,]*(?:(?:object|structure|array|list|entit|record|item|resource|model|response)[a-z]*\s*,?\s*)*((?:with(?:out)?|plus|excluding|including|except|minus|but|and (?:an?|the) (?:additional|extra))\b.*)`)

// longestSentence is how many bytes behind a word for it say what is returned.
const longestSentence = 2 << 10

// returned reads the structure that a sentence says is returned, or nil, and what the
// sentence says of it besides.
func (r *reading) returned(text string) (e *decl.Expr, besides string) {
	if !mayReturn(text) {
		return nil, ""
	}
	for _, at := range returnsIn(text) {
		if negated.MatchString(text[max(0, at[0]-len("must not  ")):at[0]]) {
			continue
		}
		rest := text[at[1]:min(len(text), at[1]+longestSentence)]
		if end := sentenceEnd.FindStringIndex(maskLinks(rest)); end != nil {
			rest = rest[:end[0]]
		}
		for _, l := range prose.Links(rest) {
			t := r.view.linked(r.view.from, l.Target)
			if t == nil && r.view.leadsNowhere(r.view.from, l.Target) {
				rest = strings.Replace(rest, "["+l.Text+"]("+l.Target+")", l.Text, 1)
				break // what is returned is on a page that is not there: no other link is it, but its name may be
			}
			if t == nil || t.enum {
				continue
			}
			before, after, _ := strings.Cut(rest, "["+l.Text+"]("+l.Target+")")
			if strings.Contains(before, " with a") || strings.Contains(before, " for ") || strings.Contains(before, " if ") {
				break // the link is to something else
			}
			name := t.name
			if strings.HasSuffix(strings.TrimSpace(before), "partial") {
				name = r.view.Partial(name)
			}
			e = &decl.Expr{Op: decl.Name, Text: name}
			if listWord.MatchString(before) || strings.HasPrefix(strings.TrimSpace(strings.ToLower(after)), "array") {
				e = &decl.Expr{Op: decl.Array, Args: []*decl.Expr{e}}
			}
			if m := besidesWord.FindStringSubmatch(after); m != nil {
				besides = strings.TrimSpace(prose.Plain(m[1]))
			}
			return e, besides
		}
		if e := r.namedResult(rest); e != nil && r.fitsShown(e) {
			return e, ""
		}
		if saysTrue.MatchString(rest) && r.shown == nil {
			return &decl.Expr{Op: decl.Name, Text: "boolean"}, ""
		}
	}
	return r.isReturned(text)
}

// returnStems are the starts of words for what is returned, and longestReturns how many
// bytes behind one still are of a match of returnsWord, beforeReturns how many before.
var returnStems = []string{"return", "respon", "yields", "返回", "响应", "レスポンス"}

const (
	longestReturns = 64
	beforeReturns  = len("will ") + 1
)

// returnsIn finds the words of a text for what is returned. It looks at the text around
// them only.
func returnsIn(text string) [][]int {
	if !mayReturn(text) {
		return nil
	}
	low := strings.ToLower(text)
	if len(low) != len(text) {
		return returnsWord.FindAllStringIndex(text, -1)
	}
	first, last := len(text), -1
	for _, stem := range returnStems {
		if i := strings.Index(low, stem); i >= 0 {
			first, last = min(first, i), max(last, strings.LastIndex(low, stem))
		}
	}
	if last < 0 {
		return nil
	}
	start, end := max(0, first-beforeReturns), min(len(text), last+longestReturns)
	found := returnsWord.FindAllStringIndex(text[start:end], -1)
	for _, at := range found {
		at[0], at[1] = at[0]+start, at[1]+start
	}
	return found
}

// mayReturn reports whether a text may say what is returned: it has the start of a word
// for it.
func mayReturn(text string) bool { return returnStem.MatchString(text) }

// returnStem is one of the stems, in any case.
var returnStem = prefilter.MustCompile(`(?i)` + strings.Join(returnStems, "|"))

// maskLinks hides the targets of links, whose dots end no sentence.
func maskLinks(text string) string {
	return linkTarget.ReplaceAllStringFunc(text, func(m string) string { return strings.Repeat("x", len(m)) })
}

var linkTarget = prefilter.MustCompile(`\]\([^)\s]*\)|` + "`[^`]*`")

// listed reports whether the response is a list of what a table describes: its
// example is one, and no row stands for the list.
func (r *reading) listed(items []*decl.Item) bool {
	list, ok := r.shown.([]any)
	if !ok || len(list) == 0 {
		return false
	}
	members, ok := list[0].(map[string]any)
	return ok && overlap(items, members)*2 >= len(items)
}

// answersList reports whether a label above what is answered says that it is a list, of which no
// example shows anything: what it is in may be shown.
func (r *reading) answersList(c *call) bool {
	return r.shown == nil && r.envelope == nil && slices.ContainsFunc(c.parts, func(p part) bool {
		section, list := ofTypedLabel(p.label)
		return list && isShown(section) && p.kind == tableBlock
	})
}

// missing makes members optional that an example leaves out, where nothing says that
// they are required.
func (r *reading) missing(items []*decl.Item, v any) {
	switch v := v.(type) {
	case []any:
		if len(items) == 1 && items[0].Form == decl.Variant {
			items = items[0].Children
		}
		for _, element := range v {
			r.missing(items, element)
		}
	case map[string]any:
		for _, it := range items {
			below, ok := v[it.Name]
			switch {
			case it.Form != decl.Field:
			case !ok && r.assumed[it]:
				it.Optional = true
				it.Evidence = it.Evidence.With(model.FactRequired, model.SourceExample)
			case ok:
				r.missing(it.Children, below)
			}
		}
	}
}

// shownValues are the values of the response examples that can be read.
func shownValues(op *decl.Operation) (out []any) {
	for i := range op.Examples {
		ex := &op.Examples[i]
		if !ex.Response || ex.Status >= 300 {
			continue
		}
		if v, err := link.ParseJSON(ex.Text); err == nil {
			ex.Value, ex.Decoded = v, true
			out = append(out, v)
		}
	}
	return out
}

func overlap(items []*decl.Item, members map[string]any) int {
	n := 0
	for _, it := range items {
		if _, ok := members[it.Name]; ok {
			n++
		}
	}
	return n
}

// deepestEnvelope is how many objects lie around what a table lists.
const deepestEnvelope = 3

// enveloped puts what a table lists into the objects that the example has around it,
// and that the table leaves out because all responses of the reference have them.
func (r *reading) enveloped(op *decl.Operation, items []*decl.Item) []*decl.Item {
	if r.envelope != nil && items[0].Form == decl.Field {
		if out, ok := r.inEnvelope(op, items); ok {
			return out
		}
	}
	top, ok := r.shown.(map[string]any)
	if !ok || items[0].Form != decl.Field || overlap(items, top)*2 >= len(items) {
		return items
	}
	path, list := within(top, items, deepestEnvelope)
	if path == nil {
		return items
	}
	return r.wrap(op, top, path, list, items)
}

// within finds the member of an example below which most of the items stand.
func within(at map[string]any, items []*decl.Item, depth int) (path []string, list bool) {
	if depth == 0 {
		return nil, false
	}
	for _, name := range sortedKeys(at) {
		members, isList := objectOf(at[name])
		if members != nil && overlap(items, members)*2 > len(items) {
			return []string{name}, isList
		}
	}
	for _, name := range sortedKeys(at) {
		if members, ok := at[name].(map[string]any); ok {
			if path, list := within(members, items, depth-1); path != nil {
				return append([]string{name}, path...), list
			}
		}
	}
	return nil, false
}

func objectOf(v any) (members map[string]any, list bool) {
	switch v := v.(type) {
	case map[string]any:
		return v, false
	case []any:
		if len(v) > 0 {
			members, _ = v[0].(map[string]any)
			return members, true
		}
	}
	return nil, false
}

// wrap makes the members of an envelope of what an example shows of it.
func (r *reading) wrap(op *decl.Operation, at map[string]any, path []string, list bool, items []*decl.Item) []*decl.Item {
	start, end := items[0].Start, items[len(items)-1].End
	var out []*decl.Item
	for _, name := range sortedKeys(at) {
		it := &decl.Item{Form: decl.Field, Name: name, Start: start, End: end, Evidence: model.Evidence{}.With(model.FactType, model.SourceExample).With(model.FactRequired, model.SourceExample)}
		switch {
		case name != path[0]:
			it.Expr, it.Children = shownExpr(at[name]), membersShown(at[name], start, end, deepestShown)
		case len(path) > 1:
			it.Expr = objectExpr
			it.Children = r.wrap(op, at[name].(map[string]any), path[1:], list, items)
		case list:
			it.Expr, it.Children = arrayOfObjects, withoutOwnRow(it, items, at[name])
		default:
			it.Expr, it.Children = objectExpr, withoutOwnRow(it, items, at[name])
		}
		out = append(out, it)
	}
	return out
}

// withoutOwnRow returns the items without the row for the member that holds them, of which
// the example shows none within: what it says is of that member.
func withoutOwnRow(holder *decl.Item, items []*decl.Item, shown any) []*decl.Item {
	own := slices.IndexFunc(items, func(it *decl.Item) bool { return it.Name == holder.Name && len(it.Children) == 0 })
	if members, _ := objectOf(shown); own < 0 || members[holder.Name] != nil || len(items) == 1 {
		return items
	}
	holder.Doc, holder.Optional, holder.Start, holder.End = items[own].Doc, items[own].Optional, items[own].Start, items[own].End
	return slices.Delete(slices.Clone(items), own, own+1)
}

// shownExpr is the type of a value that only an example shows.
func shownExpr(v any) *decl.Expr {
	word := "any"
	switch v := v.(type) {
	case string:
		word = "string"
	case bool:
		word = "boolean"
	case json.Number:
		word = "number"
		if _, ok := numberOf(v.String()); ok {
			word = "integer"
		}
	case map[string]any:
		return objectExpr
	case []any:
		if len(v) > 0 {
			return &decl.Expr{Op: decl.Array, Args: []*decl.Expr{shownExpr(v[0])}}
		}
		return &decl.Expr{Op: decl.Array, Args: []*decl.Expr{anyExpr}}
	}
	return &decl.Expr{Op: decl.Name, Text: word}
}
