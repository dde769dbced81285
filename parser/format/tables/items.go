package tables

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	objectExpr     = &decl.Expr{Op: decl.Object}
	arrayOfObjects = &decl.Expr{Op: decl.Array, Args: []*decl.Expr{objectExpr}}
	anyExpr        = &decl.Expr{Op: decl.Name, Text: "any"}
)

// makeArray makes lists of an attribute's type, as brackets behind its name say.
func (a *attribute) makeArray(n int) {
	if n == 0 {
		return
	}
	if a.typ.Expr == nil {
		a.typ.Expr = anyExpr
		a.typed = true
	}
	if a.typ.Expr.Op == decl.Array {
		n-- // the cell of the type says it too
	}
	for range min(n, 4) {
		a.typ.Expr = &decl.Expr{Op: decl.Array, Args: []*decl.Expr{a.typ.Expr}}
	}
}

// A usage is where attributes travel, which decides what a missing mark means.
type usage struct {
	// sent says that they are part of a request.
	sent bool
	// optional and nullable hold for all of them, because prose says so.
	optional, nullable bool
	// but are the attributes for which it does not.
	but []string
	// title is what the title above the table says of whether they have to be sent.
	title vocabulary.Need
}

// below is the usage of what a table lists, whose title may say whether it has to be sent.
func (u usage) below(p part) usage {
	if p.head != nil && p.head.required < 0 {
		u.title = vocabulary.NeedOfTitle(p.label)
	}
	return u
}

// of is the usage of one attribute.
func (u usage) of(name string) usage {
	if slices.Contains(u.but, name) {
		return usage{sent: u.sent}
	}
	return u
}

// items are the declarations that attributes give.
func (r *reading) items(as []*attribute, u usage) []*decl.Item {
	out := make([]*decl.Item, 0, len(as))
	for _, a := range as {
		out = append(out, r.item(a, u))
	}
	return out
}

func (r *reading) item(a *attribute, u usage) *decl.Item {
	it := &decl.Item{
		Form: decl.Field, Name: a.name.Text, Location: a.location, Doc: withNote(a.doc, a.note), Start: a.start, End: a.end,
		Nullable: a.name.Nullable || a.typ.Nullable || u.nullable,
		Facts:    decl.Facts{},
	}
	for k, v := range a.typ.Facts {
		it.Facts[k] = v
	}
	it.Expr = a.typ.Expr
	if it.Expr == nil {
		r.untyped(a, it, u)
	}
	if u.sent && it.Expr != nil && len(a.children) == 0 {
		it.Expr = r.sentPartly(it.Expr)
	}
	r.elements(a, it)
	below := usage{sent: u.sent}
	it.Children = r.items(a.children, below)
	if a.located {
		r.located[it] = true
	}
	if len(a.children) > 0 {
		r.structured(a, it)
		if a.made && it.Expr.Op == decl.Object {
			r.asShown(a, it, u)
		}
	}
	r.need(a, it, u)
	if a.shown {
		r.asSentOrShown(a, it, u)
		it.Evidence = it.Evidence.With(model.FactType, model.SourceExample)
	}
	if a.described {
		it.Evidence = it.Evidence.With(model.FactType, model.SourceProse)
	}
	if prose.Deprecated(a.doc) || a.name.Deprecated {
		it.Deprecated = firstSentence(a.doc)
	} else if prose.Deprecated(a.note) {
		it.Deprecated = firstSentence(a.note)
	}
	if a.def != "" {
		it.Facts["default"] = a.def
	} else if d := prose.Default(a.doc); d != "" {
		it.Facts["default"] = d
		it.Evidence = it.Evidence.With(model.FactDefault, model.SourceProse)
	}
	r.narrow(a, it)
	r.fitDefault(a, it)
	r.noteList(a, it)
	return it
}

// noteList notes a list whose row says nothing of its elements.
func (r *reading) noteList(a *attribute, it *decl.Item) {
	e := it.Expr
	if !e.Is("any") && e.Op == decl.Array && e.Args[0].Is("any") && !strings.Contains(strings.ToLower(a.typeCell), "any") && len(it.Children) == 0 {
		r.lists = append(r.lists, r.document.file.Span(a.start, a.end))
	}
}

func mapOf(e *decl.Expr) *decl.Expr { return &decl.Expr{Op: decl.Map, Args: []*decl.Expr{e}} }

// elements takes rows that describe the elements of a list, or members of any name,
// into the type of the attribute above them. What they say goes to its documentation.
func (r *reading) elements(a *attribute, it *decl.Item) {
	if len(a.children) == 0 {
		return
	}
	positions := 0
	choice := &decl.Expr{Op: decl.Union}
	for _, c := range a.children {
		at := stepsOf(c.name.Text)
		isElement := c.name.Text == prose.Element || isAnyKey(c.name.Text) || len(at) == 1 && at[0].array == 1 && at[0].name == a.name.Text
		if !isElement || len(c.children) > 0 && len(a.children) > 1 {
			return
		}
		if c.name.Text != prose.Element && !isAnyKey(c.name.Text) {
			positions++
		}
		if c.typ.Expr != nil && !slices.ContainsFunc(choice.Args, func(e *decl.Expr) bool { return decl.Equal(e, c.typ.Expr) }) {
			choice.Args = append(choice.Args, c.typ.Expr)
		}
	}
	elem := anyExpr
	switch {
	case len(choice.Args) == 0 && it.Expr.Op == decl.Array:
		elem = it.Expr.Args[0] // which the list itself says
	case len(choice.Args) == 1:
		elem = choice.Args[0]
	case len(choice.Args) > 1:
		elem = choice
	}
	only := a.children[0]
	for _, c := range a.children {
		it.Doc = strings.TrimSpace(it.Doc + "\n- " + strings.TrimSpace(c.name.Text+" "+c.doc))
	}
	a.children = nil
	switch {
	case isAnyKey(only.name.Text):
		it.Expr = mapOf(elem)
		a.children = only.children
	case positions > 0 && isNestedList(shownAt(r.shown, a.name.Text, deepestShown)):
		it.Expr = arrayOf(arrayOf(elem))
	default:
		it.Expr = arrayOf(elem)
		a.children = only.children
	}
}

// keySlot stands for the name of a member: metadata[$name], tags[{key}].
var keySlot = prefilter.MustCompile(`^(?:\$[A-Za-z_]\w*|\{[A-Za-z_][\w -]*\})$`)

// isAnyKey reports whether the name of a row stands for members of any name.
func isAnyKey(name string) bool {
	return name == prose.AnyKey || name != "" && strings.IndexByte("${", name[0]) >= 0 && keySlot.MatchString(name)
}

func arrayOf(e *decl.Expr) *decl.Expr { return &decl.Expr{Op: decl.Array, Args: []*decl.Expr{e}} }

// deepestShown is how deep an example is searched for a member.
const deepestShown = 6

// shownAt returns the first value that an example has for a name, or nil.
func shownAt(v any, name string, depth int) any {
	if depth == 0 {
		return nil
	}
	switch v := v.(type) {
	case map[string]any:
		if found, ok := v[name]; ok {
			return found
		}
		for _, k := range sortedKeys(v) {
			if found := shownAt(v[k], name, depth-1); found != nil {
				return found
			}
		}
	case []any:
		if len(v) > 0 {
			return shownAt(v[0], name, depth-1)
		}
	}
	return nil
}

func isNestedList(v any) bool {
	list, ok := v.([]any)
	if !ok || len(list) == 0 {
		return false
	}
	_, ok = list[0].([]any)
	return ok
}

// asSentOrShown takes the number of a cell, which has no quotes, for the text that an example of
// the whole has there.
func (r *reading) asSentOrShown(a *attribute, it *decl.Item, u usage) {
	example := r.shown
	if u.sent {
		example = r.sent
	}
	if _, text := shownAt(example, a.name.Text, deepestShown).(string); text && it.Expr != nil && it.Expr.Is("number") {
		it.Expr = &decl.Expr{Op: decl.Name, Text: "string"}
	}
}

// asShown makes a list of an object that no row gives a type where the example shows one.
func (r *reading) asShown(a *attribute, it *decl.Item, u usage) {
	example := r.shown
	if u.sent {
		example = r.sent
	}
	if list, ok := shownAt(example, a.name.Text, deepestShown).([]any); ok && len(list) > 0 {
		it.Expr = arrayOfObjects
		it.Evidence = it.Evidence.With(model.FactType, model.SourceExample)
	}
}

// structured makes the type of an attribute one that has members.
func (r *reading) structured(a *attribute, it *decl.Item) {
	e := it.Expr
	for e.Op == decl.Array && (e.Args[0].Op == decl.Array) {
		e = e.Args[0]
	}
	switch {
	case e.Op == decl.Object:
		return
	case e.Op == decl.Array:
		if e.Args[0].Op == decl.Object {
			return
		}
		if e.Args[0].Is("any") || e.Args[0].Op == decl.Map || e.Args[0].Op == decl.Name && e.Args[0].Text[0] >= 'A' && e.Args[0].Text[0] <= 'Z' {
			it.Expr = deepArray(it.Expr)
			return
		}
	case e.Op == decl.Map || e.Is("any") || e.Op == decl.Name && e.Text[0] >= 'A' && e.Text[0] <= 'Z':
		_, list := shownAt(r.members, a.name.Text, deepestShown).([]any)
		if list {
			it.Evidence = it.Evidence.With(model.FactType, model.SourceExample)
		}
		if list || strings.Contains(strings.ToLower(a.doc), "array of") || strings.HasPrefix(strings.ToLower(a.doc), "list of") {
			it.Expr = arrayOfObjects
			return
		}
		it.Expr = objectExpr
		return
	}
	it.Expr = objectExpr
	if _, list := shownAt(r.shown, a.name.Text, deepestShown).([]any); list || e.Op == decl.Array {
		it.Expr = arrayOfObjects
	}
	r.problem(a.start, a.end, "members-of-scalar", "\""+a.name.Text+"\" is declared as "+exprText(a.typ.Expr)+", but rows below it list members; it is read as "+exprText(it.Expr)+" with these", "")
}

// deepArray is an array, of as many dimensions as another, of objects.
func deepArray(e *decl.Expr) *decl.Expr {
	if e.Op == decl.Array {
		return &decl.Expr{Op: decl.Array, Args: []*decl.Expr{deepArray(e.Args[0])}}
	}
	return objectExpr
}

// need decides whether an attribute is required: by its cell, by marks, by prose, and
// where nothing says so, by what the reference marks.
func (r *reading) need(a *attribute, it *decl.Item, u usage) {
	said := func(by model.Source) { it.Evidence = it.Evidence.With(model.FactRequired, by) }
	switch {
	case a.name.Optional || a.typ.Optional:
		it.Optional = true
	case a.need == vocabulary.Yes || a.name.Required || a.typ.Required:
		it.Optional = false
	case a.need == vocabulary.No || a.need == vocabulary.Conditional:
		it.Optional = true
	case u.optional:
		it.Optional = true
		said(model.SourceProse)
	case a.noted == vocabulary.No || a.noted == vocabulary.Conditional:
		it.Optional = true
		said(model.SourceProse)
	case u.sent && a.defaults:
		it.Optional = true
		said(model.SourceProse)
	case a.noted == vocabulary.Yes, u.title == vocabulary.Yes:
		said(model.SourceProse)
	case u.title == vocabulary.No:
		it.Optional = true
		said(model.SourceProse)
	case a.made:
		it.Optional = true
		for _, c := range it.Children {
			if !c.Optional {
				it.Optional = false
			}
		}
		said(model.SourceName)
	case u.sent && r.document.requiresUnmarked():
		said(model.SourceProse)
	case u.sent && !r.profile.MarksOptional:
		it.Optional = true // nothing of the reference says that it has to be sent
		said(model.SourceVerb)
	case !u.sent && !r.profile.MarksOptional:
		r.assumed[it] = true
	}
}

// narrow makes a choice of the values that the row lists. Other values stay possible
// where only prose lists them.
func (r *reading) narrow(a *attribute, it *decl.Item) {
	values := a.values
	base := it.Expr
	wrap := func(e *decl.Expr) *decl.Expr { return e }
	if base.Op == decl.Array {
		wrap = func(e *decl.Expr) *decl.Expr { return &decl.Expr{Op: decl.Array, Args: []*decl.Expr{e}} }
		base = base.Args[0]
	}
	if t := r.enumBehind(a, base); t != "" {
		it.Expr = wrap(&decl.Expr{Op: decl.Name, Text: t})
		it.Evidence = it.Evidence.With(model.FactType, model.SourceProse)
		return
	}
	if len(values) == 0 && base.Is("string") && enumWord.MatchString(prose.Plain(a.typeCell)) {
		r.problem(a.start, a.end, "uncertain-type", "the type of \""+a.name.Text+"\" is an enum, and the page lists no values that docgen can read: it is kept as string", "list its values in code in the description")
	}
	if len(values) == 0 || base.Op != decl.Name || base.Text != "string" && base.Text != "integer" || it.Facts["format"] != "" {
		return
	}
	choice := &decl.Expr{Op: decl.Union}
	for _, v := range values {
		text := v
		if base.Text == "string" {
			text = decl.Quote(v)
		} else if _, ok := numberOf(v); !ok {
			return
		}
		choice.Args = append(choice.Args, &decl.Expr{Op: decl.Literal, Text: text})
	}
	if !a.all {
		choice.Args = append(choice.Args, base) // there may be others
	}
	if len(choice.Args) == 1 {
		choice = choice.Args[0]
	}
	it.Expr = wrap(choice)
	if !a.listed {
		it.Evidence = it.Evidence.With(model.FactType, model.SourceProse)
	}
}

// enumBehind is the enum that the name, the type or the description of an attribute
// leads to, if its values are of the type.
func (r *reading) enumBehind(a *attribute, base *decl.Expr) string {
	if base.Op != decl.Name {
		return ""
	}
	if t := a.among; t != nil && (enumBase(t) == base.Text || base.Is("any")) {
		r.view.use(t)
		return t.name
	}
	links := a.name.Links
	if a.typ.Link != "" {
		links = append([]prose.Link{{Target: a.typ.Link}}, links...)
	}
	if described := prose.Links(a.doc); len(described) == 1 {
		links = append(links[:len(links):len(links)], described[0])
	}
	for _, l := range links {
		if t := r.view.linked(r.view.from, l.Target); t != nil && t.enum && !t.flags && (!t.lazy || l.Target == a.typ.Link || t.listed && t.isOfEnums() || t.listsValuesOf(a.name.Text)) && (enumBase(t) == base.Text || base.Is("any")) {
			r.view.use(t)
			return t.name
		}
	}
	return ""
}

// listsValuesOf reports whether the heading of a table says that it lists values, or
// that it lists those of an attribute: "Locales" are the values of preferred_locale.
func (t *typeTable) listsValuesOf(name string) bool {
	if kind, _ := vocabulary.KindOf(t.title); kind == vocabulary.Enum {
		return true
	}
	last := func(words []string) string {
		if len(words) == 0 {
			return ""
		}
		return names.Singular(words[len(words)-1])
	}
	own := last(strings.Fields(vocabulary.Fold(t.title)))
	return own != "" && own == last(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == '_' || r == '-' || r == '.' || r == '[' || r == ']' }))
}

// fitDefault leaves out a default that is no value of the type: it goes to the
// documentation.
func (r *reading) fitDefault(a *attribute, it *decl.Item) {
	d, ok := it.Facts["default"]
	if !ok {
		return
	}
	e := it.Expr
	if e.Op == decl.Union && len(e.Args) > 0 {
		e = e.Args[len(e.Args)-1]
	}
	fits := true
	switch {
	case e.Op == decl.Literal && e.Text[0] == '"':
	case e.Op == decl.Literal:
		_, fits = numberOf(d)
	case e.Is("integer"):
		_, fits = numberOf(d)
	case e.Is("number"):
		fits = json.Valid([]byte(d)) && d != "" && strings.Trim(d, "-0123456789.eE+") == ""
	case e.Is("boolean"):
		fits = strings.EqualFold(d, "true") || strings.EqualFold(d, "false")
	case e.Is("string"), e.Is("date"), e.Is("date-time"):
		fits = !strings.EqualFold(d, "null")
	case e.Op == decl.Name:
		t := r.view.byName[e.Text]
		fits = t != nil && t.enum && !t.flags && t.lists(d)
	default:
		fits = false
	}
	if fits {
		return
	}
	delete(it.Facts, "default")
	if a.def != "" { // no sentence says it
		it.Doc = strings.TrimPrefix(it.Doc+"\n\nDefault: "+a.def, "\n\n")
	}
}

// firstSentence is the start of a description up to the end of its first sentence.
func firstSentence(doc string) string {
	for _, end := range []string{". ", ".\n", "。", "\n"} {
		if i := strings.Index(doc, end); i >= 0 {
			doc = doc[:i+len(strings.TrimSpace(end))]
		}
	}
	if doc == "" {
		return "Deprecated."
	}
	return doc
}

func quoted(text string) string { return decl.Quote(text) }

// exprText is an expression for people.
func exprText(e *decl.Expr) string {
	switch e.Op {
	case decl.Array:
		return "array of " + exprText(e.Args[0])
	case decl.Map:
		return "map of " + exprText(e.Args[0])
	case decl.Object:
		return "object"
	case decl.Union:
		var parts []string
		for _, a := range e.Args {
			parts = append(parts, exprText(a))
		}
		return strings.Join(parts, " or ")
	}
	return e.Text
}
